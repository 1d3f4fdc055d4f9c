"""The columns of the tables that come from a report's text: paragraphs, claims, definitions.

Plain data like ``schemas.columns``, which lists them with the others.
"""

from __future__ import annotations

from schemas.column import (
    CLAIM_ID,
    CLAIM_KINDS,
    COMPARISON_ID,
    DEFINITION_ID,
    DIRECTIONS,
    HEDGES,
    OBSERVATION_ID,
    PARAGRAPH_ID,
    REPORT_ID_COLUMN,
    SECTION,
    TABLE_ID,
    UNIT,
    VERDICTS,
    Column,
    box,
    choice,
    count,
    key,
    or_empty,
    page,
    text,
)

PARAGRAPHS = (
    key("paragraph_id", PARAGRAPH_ID, "The report and the paragraph's ordinal."),
    REPORT_ID_COLUMN,
    choice("kind", "What it is.", ("heading", "paragraph", "list_item", "note", "caption")),
    count("level", "Of a heading (1 is the highest) or a list item's nesting; 0 elsewhere."),
    text("number", "Its printed number, such as 1.1."),
    *SECTION,
    text("text", "Without its number or bullet, joined across lines and pages."),
    page("page_start", "Page it starts on."),
    page("page_end", "Page it ends on."),
    *box("its first fragment"),
)

CLAIMS = (
    key("claim_id", CLAIM_ID, "The report and the claim's ordinal."),
    REPORT_ID_COLUMN,
    key("paragraph_id", PARAGRAPH_ID, "The paragraph it stands in."),
    count("start", "First character of the quote in the paragraph's text, from 0.", unit="code point"),
    count("end", "The character after the quote's last.", 1, unit="code point"),
    text("quote", "The words and numbers that make it, as printed.", required=True),
    choice("kind", "What it says: how much something moved, or how much there is.", CLAIM_KINDS),
    text("subject", "What is measured, in the sentence's own words."),
    choice("direction", "Which way it went; empty for a level or a share.", DIRECTIONS),
    Column("change", "number", "Size of the change as printed, in unit; direction is its sign."),
    Column("percent", "number", "The percent as printed, of a change or a share.", "percent"),
    Column("points", "number", "Size of a change in percentage points, as printed.", "percentage_points"),
    Column("range_low", "number", "Lower end of a printed range."),
    Column("range_high", "number", "Upper end of a printed range."),
    Column("prior", "number", "The earlier figure, or the one compared with, in unit."),
    Column("current", "number", "The later figure, or the level, in unit."),
    Column("whole", "number", "The whole that a share is of."),
    Column("factor", "number", "2 for doubled, 0.5 for halved."),
    Column("unit", "string", "Unit of its figures; of a percent alone percent.", required=True, pattern=UNIT),
    choice("hedge", "What its words make of the main figure.", HEDGES),
    text("compared_to", "What it is set against, in the sentence's own words."),
    choice("verdict", "Whether the figures of the text agree with it.", VERDICTS),
    text("why", "The arithmetic, or why it is uncheckable."),
    Column(
        "tied_to",
        "string",
        "The observation or comparison that it speaks of.",
        pattern=or_empty(f"{OBSERVATION_ID}|{COMPARISON_ID}"),
    ),
)

DEFINITIONS = (
    key("definition_id", DEFINITION_ID, "The report and the definition's ordinal."),
    REPORT_ID_COLUMN,
    text("term", "The term defined.", required=True),
    text("definition", "What it means."),
    page("page_start", "Page it starts on."),
    page("page_end", "Page it ends on."),
    Column("table_id", "string", "The table it stands in.", pattern=or_empty(TABLE_ID)),
)

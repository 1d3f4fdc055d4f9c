"""Every column of every output table as plain data: type, unit, meaning and limits.

The one source of truth: the pandera models take their limits and descriptions from here, the
writers their Arrow types, the data package its fields and ``kpi-extract schema`` its text. It
imports nothing heavy, so that a command may print it at once.

Types are Table Schema's: ``string`` (pandas ``string``, Arrow string; unknown is the empty
string, never null), ``integer`` (``Int64``, int64), ``number`` (``float64``, double), ``boolean``
(``bool``, bool), ``date`` (``datetime64[s]``, date32). Out of scope: checks over several columns,
which stand in the models.
"""

from __future__ import annotations

from typing import NamedTuple

from schemas.column import (
    COMPARISON_ID,
    CONFIDENCE,
    ERROR_CODES,
    FIGURE_ID,
    FINDING_ID,
    KINDS,
    KPI,
    MEASURES,
    OBSERVATION_ID,
    OBSERVATION_STATUSES,
    PARAGRAPH_ID,
    REPORT_ID,
    REPORT_ID_COLUMN,
    SECTION,
    SERIES_ID,
    SERIES_STATUSES,
    SEVERITIES,
    TABLE_ID,
    TABLE_ID_COLUMN,
    UNIT,
    VERDICTS,
    Type,
    box,
    choice,
    count,
    key,
    or_empty,
    page,
    period,
    text,
)
from schemas.column import Column as Column  # noqa: PLC0414  writers know it from here
from schemas.narrative import CLAIMS, DEFINITIONS, PARAGRAPHS

SCHEMA_VERSION = "1.0"

PANDAS_DTYPES: dict[Type, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "float64",
    "boolean": "bool",
    "date": "datetime64[s]",
}
ARROW_TYPES: dict[Type, str] = {
    "string": "string",
    "integer": "int64",
    "number": "double",
    "boolean": "bool",
    "date": "date32",
}

REPORTS = (
    key("report_id", REPORT_ID, "First 16 hex digits of the file's SHA-256, or of its path's."),
    text("source", "Path relative to the folder or glob named, or the URL.", required=True),
    text("file", "Last part of the source.", required=True),
    Column(
        "also_at",
        "string",
        "JSON list of other places of the same bytes.",
        required=True,
        pattern=r"^\[.*\]$",
    ),
    Column("sha256", "string", "SHA-256 of the file's bytes.", pattern=r"^$|^[0-9a-f]{64}$"),
    count("bytes", "Size of the file.", unit="byte", required=False),
    count("pages", "Pages of the file.", unit="page", required=False),
    text("title", "The report's title."),
    text("organisation", "Who publishes it."),
    *period("period", "The period reported on"),
    text("classification", "Protective marking, as printed."),
    Column(
        "language", "string", "Language of its text, ISO 639.", pattern=r"^$|^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
    ),
    choice(
        "text_layer", "Whether pages hold text or only pictures of it.", ("", "digital", "scanned", "mixed")
    ),
    choice("status", "Whether everything, a part or nothing was read.", ("ok", "partial", "failed")),
    Column("repaired", "boolean", "The file was damaged and read after a repair.", required=True),
    Column(
        "unread_pages",
        "string",
        "JSON list of the pages whose text could not be read.",
        required=True,
        pattern=r"^\[(\d+(, \d+)*)?\]$",
    ),
    Column(
        "coverage",
        "number",
        "Share of the characters that ended in a cell, a paragraph, a figure or furniture.",
        "share",
        low=0,
        high=1,
    ),
    choice("error_code", "Why it was not or not wholly read.", ERROR_CODES),
    text("error_message", "The same in words, with the remedy."),
    text("producer", "Program that made the file, as the file says."),
    count("tables", "Rows of this report in tables."),
    count("observations", "Rows of this report in observations."),
    count("comparisons", "Rows of this report in comparisons."),
    count("paragraphs", "Rows of this report in paragraphs."),
    count("claims", "Numeric claims found in this report's sentences."),
    count("findings", "Findings about this report alone."),
    count("numbers_seen", "Observations that hold a number."),
    count("numbers_checked", "Of these, numbers that took part in at least one check, whatever its verdict."),
    count(
        "numbers_uncheckable",
        "Of these, numbers that a stated change or percent speaks of, none of which could be checked.",
    ),
    text("version", "Version of the program.", required=True),
)

TABLES = (
    key("table_id", TABLE_ID, "The report and the table's ordinal."),
    REPORT_ID_COLUMN,
    page("page_start", "Page it starts on."),
    page("page_end", "Page it ends on."),
    *box("the part on page_start"),
    text("title", "Caption above or title row inside."),
    *SECTION,
    choice("kind", "KPI figures, a glossary, or anything else.", KINDS),
    count("row_count", "Rows, boxhead included.", 1),
    count("column_count", "Columns.", 1),
    text("engine", "What proposed the grid.", required=True),
    CONFIDENCE,
)

CELLS = (
    TABLE_ID_COLUMN,
    count("row", "First row it covers, from 0."),
    count("column", "First column it covers, from 0."),
    REPORT_ID_COLUMN,
    count("row_span", "Rows it covers.", 1),
    count("column_span", "Columns it covers.", 1),
    Column("is_header", "boolean", "Part of the boxhead or of a title row.", required=True),
    text("text", "As printed, lines joined with one space."),
    Column("fill", "string", "Background colour; empty for none.", pattern=r"^$|^#[0-9a-f]{6}$"),
    CONFIDENCE,
    page("page", "Page it stands on."),
    *box("the cell"),
)

OBSERVATIONS = (
    key("observation_id", OBSERVATION_ID, "The table, row and column."),
    REPORT_ID_COLUMN,
    TABLE_ID_COLUMN,
    count("row", "Row of the table, from 0."),
    count("column", "Column of the table, from 0."),
    *SECTION,
    *KPI,
    choice("measure", "What the number is.", MEASURES),
    text("column_label", "Head of its column, spanners first."),
    *period("period", "The period it speaks of"),
    *period("baseline", "The period a change is measured against"),
    text("text", "As printed."),
    Column("value", "number", "The number, scaled, in the unit of the column unit."),
    count("decimals", "Digits printed after the decimal mark.", unit="digit", required=False),
    Column("multiplier", "number", "What a printed m, k or (000s) multiplied it by.", low=0),
    Column("unit", "string", "Unit of the value, or an ISO 4217 code.", required=True, pattern=UNIT),
    choice("status", "Normal, marked, or why there is no value.", OBSERVATION_STATUSES),
    text("footnote", "Mark printed on it, such as *."),
    page("page", "Page it stands on."),
    *box("its cell"),
    text("engine", "What proposed the table's grid.", required=True),
    CONFIDENCE,
)


def _printed(prefix: str, of: str) -> tuple[Column, ...]:
    return (
        text(f"{prefix}_text", f"{of}, as printed."),
        count(
            f"{prefix}_decimals",
            f"Digits printed after the mark of {of.lower()}.",
            unit="digit",
            required=False,
        ),
        Column(f"{prefix}_multiplier", "number", f"What {of.lower()} was multiplied by.", low=0),
        Column(f"{prefix}_id", "string", f"Observation of {of.lower()}.", pattern=or_empty(OBSERVATION_ID)),
    )


COMPARISONS = (
    key("comparison_id", COMPARISON_ID, "The table, row and ordinal in the row."),
    REPORT_ID_COLUMN,
    TABLE_ID_COLUMN,
    count("row", "Row of the table that states it, from 0; its figures may stand in others."),
    *SECTION,
    *KPI,
    Column("unit", "string", "Unit of current and prior.", required=True, pattern=UNIT),
    Column(
        "change_unit",
        "string",
        "Unit of the change: points where unit is percent.",
        required=True,
        pattern=UNIT,
    ),
    *period("current", "The later period"),
    *period("prior", "The period compared with"),
    Column("current", "number", "Figure of the later period, in unit."),
    Column("prior", "number", "Figure compared with, in unit."),
    Column("stated_change", "number", "The change as the report states it, in change_unit."),
    Column("stated_percent", "number", "The percent change as the report states it.", "percent"),
    *_printed("current", "The current figure"),
    *_printed("prior", "The prior figure"),
    *_printed("change", "The stated change"),
    *_printed("percent", "The stated percent"),
    Column("recomputed_change", "number", "Current - prior, in change_unit."),
    Column("recomputed_percent", "number", "100 (current - prior) / prior, unrounded.", "percent"),
    Column("change_low", "number", "Smallest change that the printed precision allows, in change_unit."),
    Column("change_high", "number", "Largest change that the printed precision allows, in change_unit."),
    Column("percent_low", "number", "Smallest percent that the printed precision allows.", "percent"),
    Column("percent_high", "number", "Largest percent that the printed precision allows.", "percent"),
    choice("change_verdict", "Whether the stated change agrees.", VERDICTS),
    choice("percent_verdict", "Whether the stated percent agrees.", VERDICTS),
    text("change_why", "Why the change is uncheckable."),
    text("percent_why", "Why the percent is uncheckable."),
    page("page", "Page it stands on."),
)

FIGURES = (
    key("figure_id", FIGURE_ID, "The report and the figure's ordinal."),
    REPORT_ID_COLUMN,
    page("page", "Page it stands on."),
    *box("the figure"),
    choice("kind", "What it shows.", ("chart", "logo", "picture")),
    text("caption", "Its caption."),
    Column("table_id", "string", "The table whose cell it stands in.", pattern=or_empty(TABLE_ID)),
    count("row", "Row of that cell, from 0.", required=False),
    count("column", "Column of that cell, from 0.", required=False),
)

FINDINGS = (
    key("finding_id", FINDING_ID, "The report and the finding's ordinal."),
    REPORT_ID_COLUMN,
    Column("rule", "string", "Code of the rule that raised it.", required=True, pattern=r"^[A-Z]{2}\d{3}$"),
    text("name", "Name of the wrong it found.", required=True),
    choice("severity", "How much it matters; info too where a decision silences it.", SEVERITIES),
    text(
        "message",
        "What is wrong, with the arithmetic and the numbers as printed; where a decision silences it, "
        "then in brackets its own severity and the decision.",
        required=True,
    ),
    text("kpi", "The KPI it is about."),
    Column("table_id", "string", "The table it is about.", pattern=or_empty(TABLE_ID)),
    count("row", "Row of that table, from 0.", required=False),
    Column("paragraph_id", "string", "The paragraph it is about.", pattern=or_empty(PARAGRAPH_ID)),
    text("quote", "The words or numbers it is about, as printed."),
    text("stated", "What the report prints."),
    text("expected", "What it should print, to the same precision."),
    Column("low", "number", "Smallest value that would agree, in the unit of stated."),
    Column("high", "number", "Largest value that would agree, in the unit of stated."),
    text("cause", "Likely cause, such as sign or digits_swapped."),
    text("doubt", "Why we may have misread, empty otherwise."),
    Column(
        "fingerprint",
        "string",
        "Hash of rule, organisation, KPI, period and printed figures; the same in a later run.",
        required=True,
        pattern=r"^[0-9a-f]{16}$",
    ),
    Column("related_report_id", "string", "Another report that takes part.", pattern=or_empty(REPORT_ID)),
    text("evidence", "Ids of the rows it rests on, joined with ;."),
    page("page", "Page it is on.", required=False),
    *box("what it is about", required=False),
)

SERIES = (
    key("series_id", SERIES_ID, "Hash of the organisation and of the KPI's oldest name, group and unit."),
    Column("period_start", "date", "First day of the period it speaks of.", required=True),
    Column("period_end", "date", "Last day of the period it speaks of.", required=True),
    key("report_id", REPORT_ID, "The edition that prints it."),
    text("kpi", "The KPI's name in this edition.", required=True),
    Column("unit", "string", "Unit of the value, or an ISO 4217 code.", required=True, pattern=UNIT),
    Column("value", "number", "The figure of this edition, in unit.", required=True),
    choice("status", "How it stands to the edition that printed it before.", SERIES_STATUSES),
    key("observation_id", OBSERVATION_ID, "Where it stands."),
)

TABLE_COLUMNS: dict[str, tuple[Column, ...]] = {
    "reports": REPORTS,
    "tables": TABLES,
    "cells": CELLS,
    "observations": OBSERVATIONS,
    "comparisons": COMPARISONS,
    "paragraphs": PARAGRAPHS,
    "claims": CLAIMS,
    "definitions": DEFINITIONS,
    "figures": FIGURES,
    "findings": FINDINGS,
    "series": SERIES,
}
TABLES_OF_A_RUN = ("series",)
"""Tables that no report has alone: they are made of the tables of all reports."""
TABLES_OF_A_REPORT = tuple(name for name in TABLE_COLUMNS if name not in TABLES_OF_A_RUN)
"""The others."""

TABLE_MEANINGS: dict[str, str] = {
    "reports": "One row for each distinct file: what it is, how it was read, and counts.",
    "tables": "One row for each table, joined over pages.",
    "cells": "One row for each cell of each table, empty ones too.",
    "observations": "One printed number, or missing-value symbol, of a KPI table.",
    "comparisons": "One stated comparison of two figures of a KPI, recomputed.",
    "paragraphs": "One row for each heading, paragraph, list item, note and caption.",
    "claims": "One numeric assertion in a sentence, checked against the other figures of its text.",
    "definitions": "One row for each glossary entry.",
    "figures": "One row for each chart, logo and picture.",
    "findings": "One row for each answer of a rule that somebody should read.",
    "series": "One figure of one KPI in one edition: the KPI of an organisation through all its reports.",
}
PRIMARY_KEYS: dict[str, tuple[str, ...]] = {
    "reports": ("report_id",),
    "tables": ("table_id",),
    "cells": ("table_id", "row", "column"),
    "observations": ("observation_id",),
    "comparisons": ("comparison_id",),
    "paragraphs": ("paragraph_id",),
    "claims": ("claim_id",),
    "definitions": ("definition_id",),
    "figures": ("figure_id",),
    "findings": ("finding_id",),
    "series": ("series_id", "period_start", "period_end", "report_id"),
}


class ForeignKey(NamedTuple):
    """A column of one table that names a row of another; empty names none."""

    column: str
    table: str
    target: str


_TO_REPORT = ForeignKey("report_id", "reports", "report_id")
_TO_TABLE = ForeignKey("table_id", "tables", "table_id")
FOREIGN_KEYS: dict[str, tuple[ForeignKey, ...]] = {
    "reports": (),
    "tables": (_TO_REPORT,),
    "cells": (_TO_REPORT, _TO_TABLE),
    "observations": (_TO_REPORT, _TO_TABLE),
    "comparisons": (
        _TO_REPORT,
        _TO_TABLE,
        *(
            ForeignKey(f"{figure}_id", "observations", "observation_id")
            for figure in ("current", "prior", "change", "percent")
        ),
    ),
    "paragraphs": (_TO_REPORT,),
    "claims": (_TO_REPORT, ForeignKey("paragraph_id", "paragraphs", "paragraph_id")),
    "definitions": (_TO_REPORT, _TO_TABLE),
    "figures": (_TO_REPORT, _TO_TABLE),
    "findings": (
        _TO_REPORT,
        ForeignKey("related_report_id", "reports", "report_id"),
        _TO_TABLE,
        ForeignKey("paragraph_id", "paragraphs", "paragraph_id"),
    ),
    "series": (_TO_REPORT, ForeignKey("observation_id", "observations", "observation_id")),
}


def column_of(table: str, name: str) -> Column:
    """One column's description.

    >>> column_of("cells", "row").type
    'integer'
    """
    return next(column for column in TABLE_COLUMNS[table] if column.name == name)

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

from typing import Literal, NamedTuple

Type = Literal["string", "integer", "number", "boolean", "date"]

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


class Column(NamedTuple):
    """One column of an output table.

    Attributes:
        name: As in the header.
        type: Of Table Schema.
        meaning: One sentence.
        unit: Of its numbers, or empty.
        required: Never empty.
        values: All the values it may take, where they are few.
        low, high: The smallest and the largest number allowed.
        pattern: A regular expression that the whole text matches.
    """

    name: str
    type: Type
    meaning: str
    unit: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    pattern: str = ""


KINDS = ("kpi", "definitions", "other")
MEASURES = ("value", "target", "change", "percent_change", "points_change", "share", "rank", "rag", "other")
OBSERVATION_STATUSES = (
    "normal",
    "missing",
    "suppressed",
    "not_applicable",
    "provisional",
    "revised",
    "estimated",
)
VERDICTS = ("consistent", "inconsistent", "uncheckable")
SEVERITIES = ("error", "warning", "info")
ERROR_CODES = (
    "",
    "encrypted",
    "not-permitted",
    "not-a-pdf",
    "empty",
    "corrupt",
    "no-pages",
    "timeout",
    "memory",
    "too-large",
    "too-many-pages",
    "not-a-file",
    "unreadable",
    "crashed",
    "internal",
)

_REPORT = r"[0-9a-f]{16}"
REPORT_ID = rf"^{_REPORT}$"
TABLE_ID = rf"^{_REPORT}\.t\d{{4,}}$"
OBSERVATION_ID = rf"^{_REPORT}\.t\d{{4,}}\.r\d{{4,}}\.c\d{{3,}}$"
COMPARISON_ID = rf"^{_REPORT}\.t\d{{4,}}\.r\d{{4,}}\.k\d{{2,}}$"
PARAGRAPH_ID = rf"^{_REPORT}\.p\d{{5,}}$"
DEFINITION_ID = rf"^{_REPORT}\.d\d{{4,}}$"
FIGURE_ID = rf"^{_REPORT}\.f\d{{4,}}$"
FINDING_ID = rf"^{_REPORT}\.n\d{{4,}}$"
UNIT = r"^(count|percent|percentage_points|seconds|days|rate|index|rank|other|[A-Z]{3})$"


def _optional(pattern: str) -> str:
    return f"^$|{pattern}"


def _id(name: str, pattern: str, meaning: str) -> Column:
    return Column(name, "string", meaning, required=True, pattern=pattern)


_REPORT_ID = _id("report_id", REPORT_ID, "The report it belongs to.")
_TABLE_ID = _id("table_id", TABLE_ID, "The table it stands in.")
_CONFIDENCE = Column(
    "confidence", "number", "How sure the reading of text and place is.", "share", True, low=0, high=1
)


def _text(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, "string", meaning, required=required)


def _choice(name: str, meaning: str, values: tuple[str, ...]) -> Column:
    return Column(name, "string", meaning, required="" not in values, values=values)


def _count(name: str, meaning: str, low: int = 0, *, unit: str = "", required: bool = True) -> Column:
    return Column(name, "integer", meaning, unit, required, low=low)


def _page(name: str, meaning: str, *, required: bool = True) -> Column:
    return _count(name, meaning, 1, unit="page", required=required)


def _box(of: str, *, required: bool = True) -> tuple[Column, ...]:
    sides = (("x0", "Left"), ("top", "Upper"), ("x1", "Right"), ("bottom", "Lower"))
    origin = {
        "x0": "the page's left",
        "top": "the page's top",
        "x1": "the page's left",
        "bottom": "the page's top",
    }
    return tuple(
        Column(name, "number", f"{side} edge of {of}, from {origin[name]}.", "pt", required)
        for name, side in sides
    )


def _period(prefix: str, of: str) -> tuple[Column, ...]:
    return (
        _text(f"{prefix}_label", f"{of}, as printed."),
        Column(f"{prefix}_start", "date", f"First day of {of[0].lower()}{of[1:]}."),
        Column(f"{prefix}_end", "date", f"Last day of {of[0].lower()}{of[1:]}."),
    )


_SECTION = (
    _text("section_number", "Printed number of the section it stands in."),
    _text("section_title", "Title of the section it stands in."),
)
_KPI = (
    _text("kpi_number", "Printed number of the KPI, such as 1.1."),
    _text("kpi", "The KPI's name, from the row's label."),
    _text("group", "Heading row above it, such as Age."),
)

REPORTS = (
    _id("report_id", REPORT_ID, "First 16 hex digits of the file's SHA-256, or of its path's."),
    _text("source", "Path relative to the folder or glob named, or the URL.", required=True),
    _text("file", "Last part of the source.", required=True),
    Column(
        "also_at",
        "string",
        "JSON list of other places of the same bytes.",
        required=True,
        pattern=r"^\[.*\]$",
    ),
    Column("sha256", "string", "SHA-256 of the file's bytes.", pattern=r"^$|^[0-9a-f]{64}$"),
    _count("bytes", "Size of the file.", unit="byte", required=False),
    _count("pages", "Pages of the file.", unit="page", required=False),
    _text("title", "The report's title."),
    _text("organisation", "Who publishes it."),
    *_period("period", "The period reported on"),
    _text("classification", "Protective marking, as printed."),
    Column(
        "language", "string", "Language of its text, ISO 639.", pattern=r"^$|^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
    ),
    _choice(
        "text_layer", "Whether pages hold text or only pictures of it.", ("", "digital", "scanned", "mixed")
    ),
    _choice("status", "Whether everything, a part or nothing was read.", ("ok", "partial", "failed")),
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
    _choice("error_code", "Why it was not or not wholly read.", ERROR_CODES),
    _text("error_message", "The same in words, with the remedy."),
    _text("producer", "Program that made the file, as the file says."),
    _count("tables", "Rows of this report in tables."),
    _count("observations", "Rows of this report in observations."),
    _count("comparisons", "Rows of this report in comparisons."),
    _count("paragraphs", "Rows of this report in paragraphs."),
    _count("claims", "Numeric claims found in this report's sentences."),
    _count("findings", "Findings about this report alone."),
    _count("numbers_seen", "Observations that hold a number."),
    _count(
        "numbers_checked", "Of these, numbers that took part in at least one check, whatever its verdict."
    ),
    _count(
        "numbers_uncheckable",
        "Of these, numbers that a stated change or percent speaks of, none of which could be checked.",
    ),
    _text("version", "Version of the program.", required=True),
)

TABLES = (
    _id("table_id", TABLE_ID, "The report and the table's ordinal."),
    _REPORT_ID,
    _page("page_start", "Page it starts on."),
    _page("page_end", "Page it ends on."),
    *_box("the part on page_start"),
    _text("title", "Caption above or title row inside."),
    *_SECTION,
    _choice("kind", "KPI figures, a glossary, or anything else.", KINDS),
    _count("row_count", "Rows, boxhead included.", 1),
    _count("column_count", "Columns.", 1),
    _text("engine", "What proposed the grid.", required=True),
    _CONFIDENCE,
)

CELLS = (
    _TABLE_ID,
    _count("row", "First row it covers, from 0."),
    _count("column", "First column it covers, from 0."),
    _REPORT_ID,
    _count("row_span", "Rows it covers.", 1),
    _count("column_span", "Columns it covers.", 1),
    Column("is_header", "boolean", "Part of the boxhead or of a title row.", required=True),
    _text("text", "As printed, lines joined with one space."),
    Column("fill", "string", "Background colour; empty for none.", pattern=r"^$|^#[0-9a-f]{6}$"),
    _CONFIDENCE,
    _page("page", "Page it stands on."),
    *_box("the cell"),
)

OBSERVATIONS = (
    _id("observation_id", OBSERVATION_ID, "The table, row and column."),
    _REPORT_ID,
    _TABLE_ID,
    _count("row", "Row of the table, from 0."),
    _count("column", "Column of the table, from 0."),
    *_SECTION,
    *_KPI,
    _choice("measure", "What the number is.", MEASURES),
    _text("column_label", "Head of its column, spanners first."),
    *_period("period", "The period it speaks of"),
    *_period("baseline", "The period a change is measured against"),
    _text("text", "As printed."),
    Column("value", "number", "The number, scaled, in the unit of the column unit."),
    _count("decimals", "Digits printed after the decimal mark.", unit="digit", required=False),
    Column("multiplier", "number", "What a printed m, k or (000s) multiplied it by.", low=0),
    Column("unit", "string", "Unit of the value, or an ISO 4217 code.", required=True, pattern=UNIT),
    _choice("status", "Normal, marked, or why there is no value.", OBSERVATION_STATUSES),
    _text("footnote", "Mark printed on it, such as *."),
    _page("page", "Page it stands on."),
    *_box("its cell"),
    _text("engine", "What proposed the table's grid.", required=True),
    _CONFIDENCE,
)


def _printed(prefix: str, of: str) -> tuple[Column, ...]:
    return (
        _text(f"{prefix}_text", f"{of}, as printed."),
        _count(
            f"{prefix}_decimals",
            f"Digits printed after the mark of {of.lower()}.",
            unit="digit",
            required=False,
        ),
        Column(f"{prefix}_multiplier", "number", f"What {of.lower()} was multiplied by.", low=0),
        Column(f"{prefix}_id", "string", f"Observation of {of.lower()}.", pattern=_optional(OBSERVATION_ID)),
    )


COMPARISONS = (
    _id("comparison_id", COMPARISON_ID, "The table, row and ordinal in the row."),
    _REPORT_ID,
    _TABLE_ID,
    _count("row", "Row of the table, from 0."),
    *_SECTION,
    *_KPI,
    Column("unit", "string", "Unit of current and prior.", required=True, pattern=UNIT),
    Column(
        "change_unit",
        "string",
        "Unit of the change: points where unit is percent.",
        required=True,
        pattern=UNIT,
    ),
    *_period("current", "The later period"),
    *_period("prior", "The period compared with"),
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
    _choice("change_verdict", "Whether the stated change agrees.", VERDICTS),
    _choice("percent_verdict", "Whether the stated percent agrees.", VERDICTS),
    _text("change_why", "Why the change is uncheckable."),
    _text("percent_why", "Why the percent is uncheckable."),
    _page("page", "Page it stands on."),
)

PARAGRAPHS = (
    _id("paragraph_id", PARAGRAPH_ID, "The report and the paragraph's ordinal."),
    _REPORT_ID,
    _choice("kind", "What it is.", ("heading", "paragraph", "list_item", "note", "caption")),
    _count("level", "Of a heading (1 is the highest) or a list item's nesting; 0 elsewhere."),
    _text("number", "Its printed number, such as 1.1."),
    *_SECTION,
    _text("text", "Without its number or bullet, joined across lines and pages."),
    _page("page_start", "Page it starts on."),
    _page("page_end", "Page it ends on."),
    *_box("its first fragment"),
)

DEFINITIONS = (
    _id("definition_id", DEFINITION_ID, "The report and the definition's ordinal."),
    _REPORT_ID,
    _text("term", "The term defined.", required=True),
    _text("definition", "What it means."),
    _page("page_start", "Page it starts on."),
    _page("page_end", "Page it ends on."),
    Column("table_id", "string", "The table it stands in.", pattern=_optional(TABLE_ID)),
)

FIGURES = (
    _id("figure_id", FIGURE_ID, "The report and the figure's ordinal."),
    _REPORT_ID,
    _page("page", "Page it stands on."),
    *_box("the figure"),
    _choice("kind", "What it shows.", ("chart", "logo", "picture")),
    _text("caption", "Its caption."),
    Column("table_id", "string", "The table whose cell it stands in.", pattern=_optional(TABLE_ID)),
    _count("row", "Row of that cell, from 0.", required=False),
    _count("column", "Column of that cell, from 0.", required=False),
)

FINDINGS = (
    _id("finding_id", FINDING_ID, "The report and the finding's ordinal."),
    _REPORT_ID,
    Column("rule", "string", "Code of the rule that raised it.", required=True, pattern=r"^[A-Z]{2}\d{3}$"),
    _text("name", "Name of the wrong it found.", required=True),
    _choice("severity", "How much it matters.", SEVERITIES),
    _text("message", "What is wrong, with the arithmetic and the numbers as printed.", required=True),
    _text("kpi", "The KPI it is about."),
    Column("table_id", "string", "The table it is about.", pattern=_optional(TABLE_ID)),
    _count("row", "Row of that table, from 0.", required=False),
    Column("paragraph_id", "string", "The paragraph it is about.", pattern=_optional(PARAGRAPH_ID)),
    _text("quote", "The words or numbers it is about, as printed."),
    _text("stated", "What the report prints."),
    _text("expected", "What it should print, to the same precision."),
    Column("low", "number", "Smallest value that would agree, in the unit of stated."),
    Column("high", "number", "Largest value that would agree, in the unit of stated."),
    _text("cause", "Likely cause, such as sign or digits_swapped."),
    _text("doubt", "Why we may have misread, empty otherwise."),
    Column(
        "fingerprint",
        "string",
        "Hash of rule, organisation, KPI, period and printed figures; the same in a later run.",
        required=True,
        pattern=r"^[0-9a-f]{16}$",
    ),
    Column("related_report_id", "string", "Another report that takes part.", pattern=_optional(REPORT_ID)),
    _text("evidence", "Ids of the rows it rests on, joined with ;."),
    _page("page", "Page it is on.", required=False),
    *_box("what it is about", required=False),
)

TABLE_COLUMNS: dict[str, tuple[Column, ...]] = {
    "reports": REPORTS,
    "tables": TABLES,
    "cells": CELLS,
    "observations": OBSERVATIONS,
    "comparisons": COMPARISONS,
    "paragraphs": PARAGRAPHS,
    "definitions": DEFINITIONS,
    "figures": FIGURES,
    "findings": FINDINGS,
}
TABLE_MEANINGS: dict[str, str] = {
    "reports": "One row for each distinct file: what it is, how it was read, and counts.",
    "tables": "One row for each table, joined over pages.",
    "cells": "One row for each cell of each table, empty ones too.",
    "observations": "One printed number, or missing-value symbol, of a KPI table.",
    "comparisons": "One stated comparison of two figures of a KPI row, recomputed.",
    "paragraphs": "One row for each heading, paragraph, list item, note and caption.",
    "definitions": "One row for each glossary entry.",
    "figures": "One row for each chart, logo and picture.",
    "findings": "One row for each answer of a rule that somebody should read.",
}
PRIMARY_KEYS: dict[str, tuple[str, ...]] = {
    "reports": ("report_id",),
    "tables": ("table_id",),
    "cells": ("table_id", "row", "column"),
    "observations": ("observation_id",),
    "comparisons": ("comparison_id",),
    "paragraphs": ("paragraph_id",),
    "definitions": ("definition_id",),
    "figures": ("figure_id",),
    "findings": ("finding_id",),
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
    "definitions": (_TO_REPORT, _TO_TABLE),
    "figures": (_TO_REPORT, _TO_TABLE),
    "findings": (_TO_REPORT, _TO_TABLE, ForeignKey("paragraph_id", "paragraphs", "paragraph_id")),
}


def column_of(table: str, name: str) -> Column:
    """One column's description.

    >>> column_of("cells", "row").type
    'integer'
    """
    return next(column for column in TABLE_COLUMNS[table] if column.name == name)

"""What describes one column of an output table, and the kinds that many tables share.

Imports nothing heavy. The columns themselves stand in ``schemas.columns``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Type = Literal["string", "integer", "number", "boolean", "date"]


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
CLAIM_KINDS = (
    "change",
    "percent_change",
    "level",
    "share",
    "from_to",
    "percentage_points",
    "rate",
    "multiplier",
    "stable",
)
DIRECTIONS = ("", "up", "down", "flat")
HEDGES = ("", "approximately", "over", "under", "nearly")
VERDICTS = ("consistent", "inconsistent", "uncheckable")
SEVERITIES = ("error", "warning", "info")
SERIES_STATUSES = ("first", "equal", "restated", "scale_shift", "sign_flip", "break")
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
CLAIM_ID = rf"^{_REPORT}\.c\d{{5,}}$"
DEFINITION_ID = rf"^{_REPORT}\.d\d{{4,}}$"
FIGURE_ID = rf"^{_REPORT}\.f\d{{4,}}$"
FINDING_ID = rf"^{_REPORT}\.n\d{{4,}}$"
SERIES_ID = r"^[0-9a-f]{16}$"
UNIT = r"^(count|percent|percentage_points|seconds|days|rate|index|rank|other|[A-Z]{3})$"


def or_empty(pattern: str) -> str:
    """The pattern, or nothing."""
    return f"^$|{pattern}"


def key(name: str, pattern: str, meaning: str) -> Column:
    """A text that is always there and of this form."""
    return Column(name, "string", meaning, required=True, pattern=pattern)


REPORT_ID_COLUMN = key("report_id", REPORT_ID, "The report it belongs to.")
TABLE_ID_COLUMN = key("table_id", TABLE_ID, "The table it stands in.")
CONFIDENCE = Column(
    "confidence", "number", "How sure the reading of text and place is.", "share", True, low=0, high=1
)


def text(name: str, meaning: str, *, required: bool = False) -> Column:
    """Any text; an empty one where it is not required."""
    return Column(name, "string", meaning, required=required)


def choice(name: str, meaning: str, values: tuple[str, ...]) -> Column:
    """One of a few words."""
    return Column(name, "string", meaning, required="" not in values, values=values)


def count(name: str, meaning: str, low: int = 0, *, unit: str = "", required: bool = True) -> Column:
    """A whole number."""
    return Column(name, "integer", meaning, unit, required, low=low)


def page(name: str, meaning: str, *, required: bool = True) -> Column:
    """A page, from 1."""
    return count(name, meaning, 1, unit="page", required=required)


def box(of: str, *, required: bool = True) -> tuple[Column, ...]:
    """The four edges of a box."""
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


def period(prefix: str, of: str) -> tuple[Column, ...]:
    """A period's label, first and last day."""
    return (
        text(f"{prefix}_label", f"{of}, as printed."),
        Column(f"{prefix}_start", "date", f"First day of {of[0].lower()}{of[1:]}."),
        Column(f"{prefix}_end", "date", f"Last day of {of[0].lower()}{of[1:]}."),
    )


SECTION = (
    text("section_number", "Printed number of the section it stands in."),
    text("section_title", "Title of the section it stands in."),
)
KPI = (
    text("kpi_number", "Printed number of the KPI, such as 1.1."),
    text("kpi", "The KPI's name, from the row's label."),
    text("group", "Heading row above it, such as Age; behind a unit printed above that (% / Age)."),
)

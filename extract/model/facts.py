"""What the blocks mean: quantities, periods, observations, comparisons, definitions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from extract.model.pages import Box

if TYPE_CHECKING:
    from extract.model.claims import Claim, Tie

Measure = Literal[
    "value", "target", "change", "percent_change", "points_change", "share", "rank", "rag", "other"
]
Status = Literal["normal", "missing", "suppressed", "not_applicable", "provisional", "revised", "estimated"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and how it was printed."""

    label: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed number with its unit and precision.

    Attributes:
        text: As printed.
        value: Scaled: ``£1.4m`` is 1400000.
        decimals: Digits printed after the decimal mark.
        multiplier: What ``m`` or ``(000s)`` multiplied by; 1 elsewhere.
        unit: Of the contract's list, or an ISO 4217 code.
        status: ``normal`` unless marked provisional, revised or estimated.
        footnote: The mark printed on it, such as ``*``.
        signed: A sign was printed, plus signs and brackets included.
    """

    text: str
    value: Decimal
    decimals: int
    multiplier: Decimal = Decimal(1)
    unit: str = "count"
    status: Status = "normal"
    footnote: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that is not there, and why. It is not zero, and not an empty string."""

    text: str
    status: Status
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class ReportDescription:
    """What a report says about itself; empty or None where it doesn't."""

    title: str = ""
    organisation: str = ""
    period: Period | None = None
    classification: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One printed number, or missing-value symbol, of a KPI table.

    ``quantity`` is None for a measure told by a word or a colour (a RAG status), whose word
    stands in ``text``. ``baseline`` is what a change is measured against.
    """

    table: int
    row: int
    column: int
    kpi_number: str
    kpi: str
    group: str
    measure: Measure
    column_label: str
    text: str
    quantity: Quantity | Missing | None
    period: Period | None
    baseline: Period | None
    page: int
    box: Box
    confidence: float
    unit: str = "count"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One stated comparison of two figures of a row: the observations that take part.

    ``ordinal`` counts the comparisons of a row from 1. ``why`` says why the change or the percent
    can't be checked although it is printed, such as separators that can't be told. ``kpi`` and
    ``group`` name what is compared where a row states the change of other rows; there ``row`` is
    the one that states it. Elsewhere they are empty, and the figures' own row tells.
    """

    table: int
    row: int
    ordinal: int
    current: Observation | None
    prior: Observation | None
    change: Observation | None
    percent: Observation | None
    why: str = ""
    kpi: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """One figure that is said to be the sum of others, and whether it is.

    Attributes:
        whole: The total.
        parts: What it adds up, in the table's order.
        witnesses: How many other figures of the same total are the sum of the same parts.
        closes: The printed figures allow that they add up.
        is_exact: The witnesses are sums to the last digit, so the table's figures aren't rounded.
    """

    whole: Observation
    parts: tuple[Observation, ...]
    witnesses: int
    closes: bool
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """A glossary entry."""

    ordinal: int
    term: str
    definition: str
    page_start: int
    page_end: int
    table: int | None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something we could not read in a table; becomes a finding of the family ``reading``."""

    table: int
    row: int | None
    column: int | None
    what: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Facts:
    """What the blocks mean."""

    report: ReportDescription
    observations: tuple[Observation, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    definitions: tuple[Definition, ...] = ()
    remarks: tuple[Remark, ...] = ()
    totals: tuple[Total, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()

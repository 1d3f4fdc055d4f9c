"""Every record that crosses a border between rooms, with its units.

Records are immutable and picklable: a worker process hands them to its parent. Boxes are
``(x0, top, x1, bottom)`` in PDF points from the top left of the page as displayed, pages count
from 1, rows and columns of a table from 0. Percents are in percent (71.5), durations in seconds,
money in units of its currency. Out of scope: how any of this is found, and how it is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Measure = Literal[
    "value", "target", "change", "percent_change", "points_change", "share", "rank", "rag", "other"
]
Status = Literal[
    "normal", "missing", "suppressed", "not_applicable", "provisional", "revised", "estimated"
]
TableKind = Literal["kpi", "definitions", "other"]
ParagraphKind = Literal["heading", "paragraph", "list_item", "note", "caption"]
FigureKind = Literal["chart", "logo", "picture"]
Severity = Literal["error", "warning", "info"]
Verdict = Literal["consistent", "inconsistent", "uncheckable"]


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left corner.

    >>> Box(0, 0, 10, 20).height
    20
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point, as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlap(self, other: Box) -> float:
        """The area in square points that both boxes cover."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def grown(self, points: float) -> Box:
        """The box with a margin added on every side."""
        return Box(self.x0 - points, self.top - points, self.x1 + points, self.bottom + points)


def union(boxes: list[Box] | tuple[Box, ...]) -> Box:
    """The smallest box around all the given ones (at least one).

    >>> union([Box(0, 0, 1, 1), Box(5, 5, 6, 6)])
    Box(x0=0, top=0, x1=6, bottom=6)
    """
    return Box(
        min(b.x0 for b in boxes),
        min(b.top for b in boxes),
        max(b.x1 for b in boxes),
        max(b.bottom for b in boxes),
    )


# --- pages -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space between them.

    Attributes:
        text: As printed; ligatures kept.
        box: Where it stands.
        size_pt: Height of the font.
        bold, italic: From the font's name.
        colour: Fill of the glyphs as ``#rrggbb``; empty where unknown.
        upright: False for text that runs up or down the page.
    """

    text: str
    box: Box
    size_pt: float
    bold: bool = False
    italic: bool = False
    colour: str = ""
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn line, horizontal or vertical, or the edge of a drawn rectangle."""

    box: Box
    horizontal: bool


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle; ``colour`` is ``#rrggbb``."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture placed on the page."""

    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds. ``glyphs`` counts its printed characters (spaces left out)."""

    number: int
    width_pt: float
    height_pt: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[Image, ...] = ()
    glyphs: int = 0


# --- blocks ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, spans being one cell.

    Attributes:
        row, column: The first row and column that it covers, from 0.
        row_span, column_span: How many it covers.
        text: Lines joined with one space.
        box: On ``page``.
        is_header: Part of the boxhead (column heads and spanners) or of a title row.
        fill: Background as ``#rrggbb``; empty where white or unknown.
        confidence: 0 to 1, that text and place are right.
        has_picture: Holds an image, such as a trend chart.
        bold: All its words are bold.
        indent_pt: How far its text starts right of the cell's left edge.
    """

    row: int
    column: int
    text: str
    box: Box
    page: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    fill: str = ""
    confidence: float = 1.0
    has_picture: bool = False
    bold: bool = False
    indent_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a table that stands on one page."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A table, joined over pages.

    Attributes:
        ordinal: 1, 2, ... in reading order through the report.
        title: Caption above or title row inside; empty where it has none.
        section_number, section_title: The section it stands in.
        header_rows: How many rows from the top are titles and boxhead.
        regions: Where it stands, one for each page; the first is its start.
        cells: By row, then column. Empty cells are there too, with empty text.
    """

    ordinal: int
    title: str
    section_number: str
    section_title: str
    kind: TableKind
    row_count: int
    column_count: int
    header_rows: int
    engine: str
    confidence: float
    regions: tuple[Region, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of narrative, joined across lines, columns and pages.

    Attributes:
        ordinal: 1, 2, ... in reading order through the report.
        level: Of a heading (1 is the highest) or of a list item's nesting; 0 elsewhere.
        number: Its printed number (``1.1``), without a trailing dot; empty where it has none.
        text: Without its number or bullet.
        box: Of the first fragment, on ``page_start``.
        size_pt, bold: Of most of its words.
    """

    ordinal: int
    kind: ParagraphKind
    level: int
    number: str
    section_number: str
    section_title: str
    text: str
    page_start: int
    page_end: int
    box: Box
    size_pt: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; ``table``, ``row`` and ``column`` are set where it stands in a table's cell."""

    ordinal: int
    page: int
    box: Box
    kind: FigureKind
    caption: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header, footer, page number or protective marking on one page."""

    page: int
    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """Everything found on a report's pages. ``coverage`` is the share of the glyphs placed."""

    tables: tuple[Table, ...]
    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Figure, ...]
    furniture: tuple[Furniture, ...]
    coverage: float


# --- facts -----------------------------------------------------------------------------------


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
    can't be checked although it is printed, such as separators that can't be told.
    """

    table: int
    row: int
    ordinal: int
    current: Observation | None
    prior: Observation | None
    change: Observation | None
    percent: Observation | None
    why: str = ""


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


# --- findings --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer that somebody should read; fields as in the contract's table ``findings``."""

    rule: str
    name: str
    severity: Severity
    message: str
    fingerprint: str
    evidence: tuple[str, ...]
    page: int | None = None
    box: Box | None = None
    kpi: str = ""
    table_id: str = ""
    row: int | None = None
    paragraph_id: str = ""
    quote: str = ""
    stated: str = ""
    expected: str = ""
    low: float | None = None
    high: float | None = None
    cause: str = ""
    doubt: str = ""
    related_report_id: str = ""


# --- jobs ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Options:
    """What may change the result of reading one report."""

    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Job:
    """One report to audit.

    Attributes:
        path: Where its bytes lie.
        source: The path relative to what the user named, with ``/``.
        also_at: Other sources with the same bytes.
    """

    path: str
    source: str
    options: Options = Options()
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What the reading of a file has to say beside its pages.

    Attributes:
        page_count: All its pages, read or not.
        unread_pages: Pages that hold something we could not read as text.
        repaired: The file was damaged and read after a repair.
        text_layer: ``digital``, ``scanned`` or ``mixed``.
        producer, title, author: As the file declares them; often wrong.
        language: Likewise.
    """

    page_count: int
    unread_pages: tuple[int, ...] = ()
    repaired: bool = False
    text_layer: str = "digital"
    producer: str = ""
    title: str = ""
    author: str = ""
    language: str = ""

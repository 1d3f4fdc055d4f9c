"""What stands on the pages: tables, paragraphs, figures and furniture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.model.pages import Box

TableKind = Literal["kpi", "definitions", "other"]
ParagraphKind = Literal["heading", "paragraph", "list_item", "note", "caption"]
FigureKind = Literal["chart", "logo", "picture"]


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
    """Everything found on a report's pages.

    ``coverage`` is the share of the glyphs placed; None where there are none.
    """

    tables: tuple[Table, ...]
    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Figure, ...]
    furniture: tuple[Furniture, ...]
    coverage: float | None

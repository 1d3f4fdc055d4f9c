"""A page to draw on: running text and tables, from the top down, with a record of what was drawn.

In: what a report says, as text and grids. Out: a PDF whose bytes are the same at each run, and the
truth about it: each table cell and each piece of narrative with its page. The record is made while
drawing, so it can't share a mistake with a program that reads the PDF. Out of scope: what the
reports say (one module each).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import reportlab
from grid import Cell, Grid, head_paths, place
from PIL import Image, ImageDraw
from reportlab import rl_config
from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0  # binary streams: a fifth smaller
for _name, _file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
    pdfmetrics.registerFont(TTFont(_name, Path(reportlab.__file__).parent / "fonts" / _file))

BREAK = "\v"  # in a text: the line ends here, whether or not there is a space


class Margins(NamedTuple):
    """White around the text, in points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set."""

    font: str = "Helvetica"
    size: float = 10
    leading: float = 13
    after: float = 6
    colour: str = "#000000"
    justified: bool = False
    centred: bool = False
    indent: float = 0


class CellTruth(NamedTuple):
    """One table cell as drawn. ``fill`` is told for coloured cells whose colour has a meaning."""

    page: int
    table: str
    kpi: str
    column: str
    text: str
    fill: str


class TextTruth(NamedTuple):
    """One piece of narrative as drawn."""

    page_start: int
    page_end: int
    kind: str
    number: str
    text: str


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """The text's lines: broken at spaces where the width ends, and at each ``BREAK``."""
    lines: list[str] = []
    for part in text.split(BREAK):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and pdfmetrics.stringWidth(longer, font, size) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


class Sheet:
    """A report being drawn. ``y`` is the cursor, in points down from the top of the page."""

    def __init__(
        self,
        path: Path,
        margins: Margins,
        furniture: Callable[[Sheet], None],
        title: str,
        author: str,
    ) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setProducer("kpi-extract samples")
        self.canvas.setCreator("samples/draw.py")
        self.margins, self.furniture = margins, furniture
        self.cells: list[CellTruth] = []
        self.texts: list[TextTruth] = []
        self.page, self.columns, self.column = 0, 1, 0
        self.gutter = 22.0
        self.frame_bottom: float | None = None
        self.new_page(A4)

    # --- frames ---

    def new_page(self, size: tuple[float, float] | None = None) -> None:
        """Start a page, of another size where one is given."""
        if self.page:
            self.canvas.showPage()
        if size:
            self.width, self.height = size
        self.canvas.setPageSize((self.width, self.height))
        self.page += 1
        self.furniture(self)
        self.y = self.frame_top = self.margins.top
        self.column, self.frame_bottom = 0, None

    def in_columns(self, count: int, depth: float = 0) -> None:
        """Set what follows in this many columns, from the cursor down, to a depth where one is given."""
        self.columns, self.column, self.frame_top = count, 0, self.y
        self.frame_bottom = self.y + depth if depth else None

    def across(self) -> None:
        """End the columns: what follows runs over the whole width, below them."""
        self.y = self.frame_bottom or self.y
        self.columns, self.column, self.frame_bottom = 1, 0, None

    def next_frame(self) -> None:
        """Go on in the next column, or else on the next page."""
        if self.column + 1 < self.columns:
            self.column += 1
            self.y = self.frame_top
        else:
            self.new_page()

    @property
    def bottom(self) -> float:
        """Where the frame ends."""
        return self.frame_bottom or self.height - self.margins.bottom

    @property
    def frame_width(self) -> float:
        """Of the column in which text runs."""
        whole = self.width - self.margins.left - self.margins.right
        return (whole - self.gutter * (self.columns - 1)) / self.columns

    @property
    def left(self) -> float:
        """Where the column begins."""
        return self.margins.left + self.column * (self.frame_width + self.gutter)

    # --- text ---

    def put(self, x: float, y: float, text: str, style: Style, align: str = "l") -> None:
        """Draw one line with its baseline at ``y`` from the top."""
        self.canvas.setFillColor(HexColor(style.colour))
        self.canvas.setFont(style.font, style.size)
        draw = {"l": "drawString", "r": "drawRightString", "c": "drawCentredString"}[align]
        getattr(self.canvas, draw)(x, self.height - y, text)

    def text(self, text: str, style: Style, kind: str = "paragraph", number: str = "") -> None:
        """Draw a piece of narrative, with its number or bullet hanging left of it."""
        width = self.frame_width - style.indent
        lines = wrap(text, style.font, style.size, width)
        if kind in ("heading", "caption") and self.y + style.leading + 40 > self.bottom:
            self.next_frame()  # a heading stays with what it heads
        first = 0
        for at, line in enumerate(lines):
            if self.y + style.leading > self.bottom:
                self.next_frame()
            if at == 0:
                first = self.page
                if number:
                    self.put(self.left + max(0.0, style.indent - 30), self.y + style.size, number, style)
            self._line(line, style, width, last=at == len(lines) - 1)
            self.y += style.leading
        self.y += style.after
        shown = "" if number == "•" else number.rstrip(".")
        self.texts.append(TextTruth(first, self.page, kind, shown, text.replace(BREAK, "")))

    def _line(self, line: str, style: Style, width: float, last: bool) -> None:
        x, y = self.left + style.indent, self.y + style.size
        if style.centred:
            self.put(x + width / 2, y, line, style, "c")
            return
        gaps = line.count(" ")
        spare = width - pdfmetrics.stringWidth(line, style.font, style.size)
        if style.justified and not last and gaps and spare < width * 0.15:
            self._spread(x, y, line, style, spare / gaps)
        else:
            self.put(x, y, line, style)

    def _spread(self, x: float, y: float, line: str, style: Style, gap: float) -> None:
        pen = self.canvas.beginText(x, self.height - y)
        pen.setFont(style.font, style.size)
        pen.setFillColor(HexColor(style.colour))
        if style.font.startswith("Vera"):  # word spacing has no effect on fonts with two-byte codes
            for word in line.split(" "):
                pen.setTextOrigin(x, self.height - y)
                pen.textOut(word)
                x += pdfmetrics.stringWidth(word + " ", style.font, style.size) + gap
        else:
            pen.setWordSpace(gap)
            pen.textOut(line)
            pen.setWordSpace(0)
        self.canvas.drawText(pen)

    # --- tables ---

    def table(self, grid: Grid) -> None:
        """Draw a table, going on over the page where it doesn't fit."""
        paths = head_paths(grid)
        head, body = self._heights(grid, grid.head), self._heights(grid, grid.body)
        if self.y + sum(head) + (body[0] if body else 0) > self.bottom:
            self.new_page()
        self._rows(grid, grid.head, head)
        placed = place(grid.body)
        for at, row in enumerate(grid.body):
            if grid.look.row_splits:
                self._split_row(grid, row, body[at], paths)
                continue
            if self.y + body[at] > self.bottom:
                self.new_page()
                if grid.repeat_head:
                    self._rows(grid, grid.head, head)
            self._row(grid, at, placed[at], body)
            self._record(grid, placed[at], paths)
            self.y += body[at]
        self.y += grid.look.after

    def _heights(self, grid: Grid, rows: tuple[tuple[Cell, ...], ...]) -> list[float]:
        look = grid.look
        heights = []
        for cells in place(rows):
            tall = look.leading + 2 * look.pad
            for column, cell in cells:
                lines = len(self._lines(grid, column, cell))
                needs = (
                    max(lines * look.leading, cell.picture.height / 4 if cell.picture else 0) + 2 * look.pad
                )
                tall = max(tall, needs / cell.rows)
            heights.append(tall)
        return heights

    def _lines(self, grid: Grid, column: int, cell: Cell) -> list[str]:
        room = sum(grid.widths[column : column + cell.span]) - 2 * grid.look.side - cell.indent
        return wrap(cell.text, grid.font(cell), grid.look.size, room)

    def _rows(self, grid: Grid, rows: tuple[tuple[Cell, ...], ...], heights: list[float]) -> None:
        for at, cells in enumerate(place(rows)):
            self._row(grid, at, cells, heights)
            self.y += heights[at]

    def _row(self, grid: Grid, at: int, cells: list[tuple[int, Cell]], heights: list[float]) -> None:
        for column, cell in cells:
            self._cell(grid, column, cell, sum(heights[at : at + cell.rows]))

    def _cell(self, grid: Grid, column: int, cell: Cell, tall: float) -> None:
        look = grid.look
        x, wide = self._place(grid, column, cell)
        self._box(grid, cell, x, wide, tall)
        if cell.picture:
            high = cell.picture.height / 4
            self.canvas.drawImage(
                ImageReader(cell.picture),
                x + (wide - cell.picture.width / 4) / 2,
                self.height - self.y - (tall + high) / 2,
                cell.picture.width / 4,
                high,
            )
        lines = self._lines(grid, column, cell)
        top = self.y + (tall - len(lines) * look.leading) / 2
        self._cell_lines(grid, column, cell, lines, top)

    def _place(self, grid: Grid, column: int, cell: Cell) -> tuple[float, float]:
        left = self.margins.left + grid.indent + sum(grid.widths[:column])
        return left, sum(grid.widths[column : column + cell.span])

    def _box(self, grid: Grid, cell: Cell, x: float, wide: float, tall: float) -> None:
        y = self.height - self.y - tall
        if cell.fill:
            self.canvas.setFillColor(HexColor(cell.fill))
            self.canvas.rect(x, y, wide, tall, stroke=0, fill=1)
        if grid.look.ruled:
            self.canvas.setStrokeColor(black)
            self.canvas.setLineWidth(0.6)
            self.canvas.rect(x, y, wide, tall, stroke=1, fill=0)

    def _cell_lines(self, grid: Grid, column: int, cell: Cell, lines: list[str], top: float) -> None:
        look = grid.look
        x, wide = self._place(grid, column, cell)
        align = cell.align or grid.aligns[column]
        at = {"l": x + look.side + cell.indent, "r": x + wide - look.side, "c": x + wide / 2}[align]
        style = Style(grid.font(cell), look.size, look.leading, colour=cell.colour)
        for number, line in enumerate(lines):
            self.put(at, top + number * look.leading + look.size * 0.95, line, style, align)

    def _split_row(
        self, grid: Grid, row: tuple[Cell, ...], tall: float, paths: tuple[tuple[str, ...], ...]
    ) -> None:
        """Draw a row that may break between two lines of a cell at the page's end."""
        look, page = grid.look, self.page
        texts = [self._lines(grid, column, cell) for column, cell in enumerate(row)]
        while any(texts):
            fits = int((self.bottom - self.y - 2 * look.pad) // look.leading)
            if fits < 1:
                self.new_page()
                continue
            now = [lines[:fits] for lines in texts]
            tall = max(len(lines) for lines in now) * look.leading + 2 * look.pad
            for column, cell in enumerate(row):
                self._box(grid, cell, *self._place(grid, column, cell), tall)
                self._cell_lines(grid, column, cell, now[column], self.y + look.pad)
            self.y += tall
            texts = [lines[fits:] for lines in texts]
            if any(texts):
                self.new_page()
        last, self.page = self.page, page  # a broken row is recorded where it begins
        self._record(grid, list(enumerate(row)), paths)
        self.page = last

    def _record(self, grid: Grid, cells: list[tuple[int, Cell]], paths: tuple[tuple[str, ...], ...]) -> None:
        named = dict(cells)
        kpi = named[grid.stub].text if grid.stub in named else ""
        for column, cell in cells:
            if column == grid.stub or cell.span > 1 or not (cell.text or cell.meant):
                continue
            fill = cell.fill if cell.meant else ""
            self.cells.append(CellTruth(self.page, grid.title, kpi, " ".join(paths[column]), cell.text, fill))

    # --- the end ---

    def save(self) -> None:
        """Write the PDF and, beside it, the truth about it."""
        self.canvas.save()
        write_csv(self.path.with_suffix(".truth.csv"), CellTruth._fields, self.cells)
        write_csv(self.path.with_suffix(".paragraphs.csv"), TextTruth._fields, self.texts)


def write_csv(path: Path, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Write rows under their head, with line feeds on every system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def shield(colour: str) -> Image.Image:
    """A crest for a title page: a shield of one colour with a pale bar."""
    picture = Image.new("RGB", (120, 140), "white")
    pen = ImageDraw.Draw(picture)
    pen.polygon([(5, 2), (115, 2), (115, 70), (60, 138), (5, 70)], fill=colour)
    pen.polygon([(5, 62), (115, 7), (115, 31), (5, 86)], fill=(222, 228, 240))
    return picture

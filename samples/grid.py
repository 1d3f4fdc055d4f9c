"""What a drawn table is made of: cells, their places, and how figures are printed.

In: rows of cells as an author writes them, spans included. Out: their columns, and the heads that
stand over each column. Out of scope: the drawing (sheet.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from PIL import Image, ImageDraw


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``rows`` and ``span`` say how many rows and columns it covers.

    ``meant`` marks a cell whose colour is its message, such as a RAG status.
    """

    text: str = ""
    span: int = 1
    rows: int = 1
    fill: str = ""
    bold: bool = False
    align: str = ""
    indent: float = 0
    colour: str = "#000000"
    picture: Image.Image | None = None
    meant: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set; sizes in points."""

    font: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    size: float = 8
    leading: float = 10
    pad: float = 3
    side: float = 4
    ruled: bool = True
    row_splits: bool = False
    after: float = 10


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head's rows and its body's, column widths and alignments."""

    title: str
    widths: tuple[float, ...]
    aligns: str
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    look: Look = Look()
    repeat_head: bool = False
    stub: int = 0
    indent: float = 0

    def font(self, cell: Cell) -> str:
        """The font of a cell's text."""
        return self.look.bold if cell.bold else self.look.font


def place(rows: tuple[tuple[Cell, ...], ...]) -> list[list[tuple[int, Cell]]]:
    """Each row's cells with their columns: a cell takes the first column that none above covers."""
    covered: set[tuple[int, int]] = set()
    placed = []
    for at, row in enumerate(rows):
        column, cells = 0, []
        for cell in row:
            while (at, column) in covered:
                column += 1
            cells.append((column, cell))
            covered |= {(at + down, column + over) for down in range(cell.rows) for over in range(cell.span)}
        placed.append(cells)
    return placed


def head_paths(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The heads over each column from the spanner down; title rows over all columns left out."""
    paths: list[list[str]] = [[] for _ in grid.widths]
    for row in place(grid.head):
        for column, cell in row:
            if cell.span < len(grid.widths) and cell.text:
                for over in range(cell.span):
                    paths[column + over].append(cell.text)
    return tuple(tuple(path) for path in paths)


def change(current: str, prior: str, sign: bool = True) -> str:
    """The difference of two printed figures, printed to their decimals.

    >>> change("40,089", "36,232")
    '+3,857'
    """
    a, b = (Decimal(text.replace(",", "")) for text in (current, prior))
    return f"{a - b:{'+' if sign and a != b else ''},}"


def percent(current: str, prior: str, decimals: int = 0, sign: bool = True) -> str:
    """The difference as a percentage of the prior figure, half up.

    >>> percent("40,089", "36,232")
    '+11%'
    """
    a, b = (Decimal(text.replace(",", "")) for text in (current, prior))
    share = ((a - b) * 100 / b).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{share:{'+' if sign and a != b else ''}}%"


def trend(values: tuple[int, ...], before: tuple[int, ...]) -> Image.Image:
    """A small line chart as a raster picture: the year before in blue, this year in red."""
    picture = Image.new("RGB", (300, 96), "white")
    pen = ImageDraw.Draw(picture)
    low, high = min(*values, *before), max(*values, *before)
    for y in (12, 48, 84):
        pen.line([(14, y), (290, y)], fill=(205, 205, 205), width=1)
    for line, colour in ((before, (47, 85, 151)), (values, (192, 0, 0))):
        step = 270 / (len(before) - 1)
        points = [(18 + at * step, 84 - 72 * (v - low) / max(1, high - low)) for at, v in enumerate(line)]
        pen.line(points, fill=colour, width=4)
    return picture

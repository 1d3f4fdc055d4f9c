"""Pages typed as they are printed, for tests of what is found on them.

A table is typed as rows of texts. "<" goes on from the cell to its left and "^" from the cell
above, so that spans can be seen; ``shown`` gives a table that was found in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.blocks.grids.grid import Grid, Slot, cell_text
from extract.model import Box, Cell, Fill, Image, Page, Ruling, Table, Word

SIZE_PT = 10.0
PITCH_PT = 12.0
_CHAR_PT = 4.4  # so that one space joins words and two part columns
_PADDING_PT = 4.0

Rows = Sequence[Sequence[str]]


def typed(text: str, x0: float = 60.0, top: float = 100.0, size: float = SIZE_PT) -> list[Word]:
    """Lines as a typewriter sets them, words in their places; ``_word`` is bold (the mark has no width)."""
    scale = size / SIZE_PT
    words = []
    for number, line in enumerate(text.strip("\n").split("\n")):
        for match in re.finditer(r"\S+", line):
            printed = match[0].removeprefix("_")
            column = match.start() - len(re.findall(r"(?<!\S)_", line[: match.start()]))
            left = x0 + column * _CHAR_PT * scale
            above = top + number * PITCH_PT * scale
            box = Box(left, above, left + len(printed) * _CHAR_PT * scale, above + size)
            words.append(Word(printed, box, size, bold=match[0] != printed))
    return words


def page_of(
    words: Iterable[Word],
    rulings: Iterable[Ruling] = (),
    fills: Iterable[Fill] = (),
    images: Iterable[Image] = (),
    number: int = 1,
) -> Page:
    """A page in portrait."""
    words = tuple(words)
    glyphs = sum(len(w.text) for w in words)
    return Page(number, 595.0, 842.0, words, tuple(rulings), tuple(fills), tuple(images), glyphs=glyphs)


def line_across(x0: float, x1: float, y: float) -> Ruling:
    return Ruling(Box(x0, y, x1, y), horizontal=True)


def line_down(x: float, top: float, bottom: float) -> Ruling:
    return Ruling(Box(x, top, x, bottom), horizontal=False)


def ruled(
    rows: Rows, widths: Sequence[float], x0: float = 60.0, top: float = 100.0
) -> tuple[list[Word], list[Ruling]]:
    """A table with lines around each of its cells: its words and its lines."""
    lines = [max([text.count("\n") + 1 for text in row if text not in "<^"], default=1) for row in rows]
    xs = _edges(x0, widths)
    ys = _edges(top, [n * PITCH_PT + 2 * _PADDING_PT for n in lines])
    words: list[Word] = []
    rulings: list[Ruling] = []
    for row, column, row_span, column_span, text in places(rows):
        left, right = xs[column], xs[column + column_span]
        above, below = ys[row], ys[row + row_span]
        words += typed(text, left + _PADDING_PT, above + _PADDING_PT)
        rulings += [line_across(left, right, above), line_across(left, right, below)]
        rulings += [line_down(left, above, below), line_down(right, above, below)]
    return words, rulings


def _edges(start: float, sizes: Sequence[float]) -> list[float]:
    edges = [start]
    for size in sizes:
        edges.append(edges[-1] + size)
    return edges


def places(rows: Rows) -> Iterator[tuple[int, int, int, int, str]]:
    """Row, column, rows, columns and text of each cell."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = next((i for i in range(c + 1, len(row)) if row[i] != "<"), len(row))
            below = next((i for i in range(r + 1, len(rows)) if rows[i][c] != "^"), len(rows))
            yield r, c, below - r, right - c, text


def shown(table: Grid | Table) -> list[list[str]]:
    """What was found, in the form in which a table is typed; a place that nothing covers is None."""
    parts: Sequence[Slot | Cell] = table.slots if isinstance(table, Grid) else table.cells
    rows = [["None"] * table.column_count for _ in range(table.row_count)]
    for part in parts:
        for r in range(part.row, part.row + part.row_span):
            for c in range(part.column, part.column + part.column_span):
                rows[r][c] = "<" if c > part.column else "^"
        rows[part.row][part.column] = part.text if isinstance(part, Cell) else cell_text(part.words)
    return rows


def split(text: str) -> list[list[str]]:
    """Rows as typed, cells parted by bars.

    >>> split("Burglary | 1,204 | < ")
    [['Burglary', '1,204', '<']]
    """
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().split("\n")]


def bands(page_rows: int, top: float = 100.0, every: int = 1, right: float = 535.0) -> list[Fill]:
    """Every other stretch of ``every`` lines shaded, from the first."""
    edges = [top - 1 + n * every * PITCH_PT for n in range(page_rows // every + 1)]
    return [Fill(Box(55.0, a, right, b), "#e0e0e0") for a, b in list(pairwise(edges))[::2]]

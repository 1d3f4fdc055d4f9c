"""Which of the proposed grids of a page are its tables.

In: what the engines propose. Out: grids that don't overlap. A grid is judged by what can be
explained: whether numbers stand alone in their cells, whether words are left over, and whether it
has the rows and columns of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

from extract.blocks.grids.axes import holds_scale, is_scale
from extract.blocks.grids.beside import part_tables
from extract.blocks.grids.borderless import find_borderless
from extract.blocks.grids.grid import Drawn, Grid, cell_text, one_slot_a_place, text_lines
from extract.blocks.grids.prose import part_columns
from extract.blocks.grids.ruled import find_ruled
from extract.blocks.grids.segments import YEAR, Line, find_lines
from extract.blocks.grids.texts import find_texts
from extract.blocks.grids.textual import find_textual
from extract.model import Box, Image, Page, Word
from extract.notation.numbers import looks_numeric

_MOST_OF_IT = 0.6  # of a grid's words, that another must hold to take its place
_SHARE = re.compile(r"\([\d.,]+%\)")  # behind a number it is part of its cell
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)")
_MOST_HEAD_ROWS = 4
_HEAD_GAP = 2.0  # of the font's size, from the box around a boxhead to what stands below it
_BELOW_HEAD = 4  # lines: a heading or two may stand above the first row
_BESIDE_PT = 10.0  # that rows may stand out of the box
_MOSTLY_EMPTY = 0.4
_NEARLY_EMPTY = 0.83
_FEWEST_STROKES = 3
_FEWEST_ROWS = 2  # of numbers left over, that a slower engine is asked about
_MOST_GLUED = 0.08  # share of a grid's numbers that stand in one cell with others


SecondOpinion = Callable[[Page], list[Grid]]


def find_grids(page: Page, second_opinion: SecondOpinion | None = None) -> list[Grid]:
    """The tables of a page as grids, from top to bottom.

    Args:
        page: Without its furniture.
        second_opinion: A slower engine, asked only where rows of numbers are left over.

    Returns:
        Grids that share no words.
    """
    drawn = [grid for grid in find_ruled(page) if _is_table(grid) and not _is_drawn_over(grid, page)]
    shares = [(grid, glued(grid)) for grid in drawn]
    parted = [grid for grid, share in shares if share <= _MOST_GLUED]
    boxes = [grid for grid in parted if _is_boxhead_alone(grid, parted, page)]
    chosen = [grid for grid in parted if grid not in boxes]
    partly = [grid for grid, share in shares if share > _MOST_GLUED]
    free = _outside(page.words, chosen)
    images = _images_outside(page, chosen)
    chosen.extend(
        grid
        for table in part_tables(free, page.rulings)
        for part in part_columns(table)
        for grid in find_borderless(part, page.fills, images, page.rulings, boxes)
    )
    chosen.extend(_not_bettered(partly, chosen))
    lines = find_lines(_outside(page.words, chosen))
    for find in (find_textual, find_texts):
        found = find(lines, Drawn(page.fills, page.rulings))
        lines = _lines_outside(lines, found)
        chosen.extend(found)
    if second_opinion is not None and _rows_left(lines) >= _FEWEST_ROWS:
        chosen.extend(g for g in second_opinion(page) if _is_new(g, chosen))
    return sorted((one_slot_a_place(g) for g in chosen), key=lambda g: (g.box.top, g.box.x0))


def _rows_left(lines: Sequence[Line]) -> int:
    """How many lines hold two numbers or more, and little else, and stand in no table."""
    counts = [(sum(s.numeric for s in line.segments), len(line.segments)) for line in lines]
    return sum(numbers >= 2 and 2 * numbers > segments for numbers, segments in counts)


def _is_new(grid: Grid, chosen: Sequence[Grid]) -> bool:
    """A table of numbers, each alone in its cell, where none was found before."""
    apart = all(g.box.overlap(grid.box) == 0 for g in chosen)
    numbers = [s for s in grid.slots if s.words and looks_numeric(cell_text(s.words))]
    columns = Counter(s.column for s in numbers)
    filled = sum(count >= 2 for count in columns.values())
    if any(holds_scale([cell_text(s.words) for s in numbers if s.column == c]) for c in columns):
        return False
    return apart and filled >= 2 and glued(grid) <= _MOST_GLUED and _is_table(grid)


def _not_bettered(drawn: Sequence[Grid], chosen: list[Grid]) -> list[Grid]:
    """Grids whose lines part only some rows or columns, where no other engine read them better.

    Where several others stand inside one, it gives way too: it is the frame around them. Of the
    grids chosen before, those that a kept one covers are taken out.
    """
    kept = []
    for grid in drawn:
        own = {id(w) for w in grid.words() if any(c.isalnum() for c in w.text)}  # leaders are nobody's
        inside = [g for g in chosen if g.box.overlap(grid.box) > 0]
        shared = sum(id(w) in own for g in inside for w in g.words())
        if shared >= _MOST_OF_IT * len(own) and max(glued(g) for g in inside) < glued(grid):
            continue
        kept.append(grid)
        chosen[:] = [g for g in chosen if g not in inside]
    return kept


def _is_table(grid: Grid) -> bool:
    """More than a box around a text: two columns with words, and two rows; and no chart."""
    columns = {s.column for s in grid.slots if s.words}
    rows = {s.row for s in grid.slots if s.words}
    return len(columns) >= 2 and len(rows) >= 2 and not _is_chart(grid)


def _is_boxhead_alone(grid: Grid, grids: Sequence[Grid], page: Page) -> bool:
    """A boxhead in a drawn box close above rows without lines: one table with them, not one of its own.

    Only captions may stand between, and each figure of the first rows stands below a cell of the box.
    """
    texts = [text for s in grid.slots if (text := cell_text(s.words)) and not _COLUMN_NUMBER.fullmatch(text)]
    if grid.row_count > _MOST_HEAD_ROWS or any(looks_numeric(t) and not YEAR.fullmatch(t) for t in texts):
        return False
    left, right = grid.box.x0 - _BESIDE_PT, grid.box.x1 + _BESIDE_PT
    free = _outside(page.words, grids)
    below = find_lines(
        w for w in free if w.box.top >= grid.box.bottom - 2 and left <= w.box.x0 and w.box.x1 <= right
    )[:_BELOW_HEAD]
    captions = list(takewhile(lambda line: len(line.segments) == 1, below))
    rows = [line for line in below[len(captions) :] if sum(s.numeric for s in line.segments) >= 2]
    near = bool(below) and below[0].box.top - grid.box.bottom <= _HEAD_GAP * below[0].size_pt
    if not near or len(rows) < 2 or not below[len(captions)].is_data:
        return False
    cells = [s.box for s in grid.slots if s.words]
    figures = [s.box.centre[0] for row in rows for s in row.segments[1:] if s.numeric]
    return all(any(cell.x0 <= middle <= cell.x1 for cell in cells) for middle in figures)


def _is_drawn_over(grid: Grid, page: Page) -> bool:
    """A net of mostly empty cells with slanted lines in it: a chart's, or several charts'."""
    if sum(not s.words for s in grid.slots) < _MOSTLY_EMPTY * len(grid.slots):
        return False
    return sum(grid.box.holds(*box.centre) for box in page.strokes) >= _FEWEST_STROKES


def _is_chart(grid: Grid) -> bool:
    """A net of grid lines, with the marks of an axis among them or with hardly a word."""
    empty = sum(not s.words for s in grid.slots) / len(grid.slots)
    if empty < _MOSTLY_EMPTY:
        return False
    if empty > _NEARLY_EMPTY:
        return True
    lines = [[w.text for w in line if looks_numeric(w.text)] for line in text_lines(grid.words())]
    return any(is_scale(line) for line in lines) or holds_scale([line[0] for line in lines if line])


def glued(grid: Grid) -> float:
    """The share of a grid's numbers that share their cell with other numbers.

    Prose that mentions numbers doesn't count: every word of the cell must be one.
    """
    alone = together = 0
    for slot in grid.slots:
        words = [w for i, w in enumerate(slot.words) if i == 0 or not _SHARE.fullmatch(w.text)]
        lines = text_lines(words)
        numbers = sum(looks_numeric(w.text) for w in words)
        if not numbers:
            continue
        if numbers == 1 or looks_numeric(cell_text(words)):
            alone += 1
        elif numbers >= 0.6 * len(words) or (len(lines) > 1 and numbers >= len(lines)):
            together += numbers
        else:
            alone += 1
    total = alone + together
    return together / total if total else 0.0


def _outside(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    """Words that stand in no grid; what lies inside a drawn grid's box belongs to it."""
    taken = {id(w) for g in grids for w in g.words()}
    boxes = [g.box for g in grids if g.engine == "ruled"]
    return [w for w in words if id(w) not in taken and not _in_any(w.box, boxes)]


def _lines_outside(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Line]:
    """Lines that stand in no grid; each stands in one whole, or in none."""
    taken = {id(w) for g in grids for w in g.words()}
    return [line for line in lines if id(line.words[0]) not in taken]


def _images_outside(page: Page, grids: Sequence[Grid]) -> list[Image]:
    boxes = [g.box for g in grids]
    return [i for i in page.images if not _in_any(i.box, boxes)]


def _in_any(box: Box, boxes: Sequence[Box]) -> bool:
    return any(b.holds(*box.centre) for b in boxes)

"""Where charts are drawn with lines and letters: their words are no table's and no paragraph's.

In: a page. Out: the boxes of its plots. A plot has a vertical axis: numbers under each other that go
on by one step at one distance, with grid lines through their middles, or bars or curves beside them.
A table's lines run between its numbers, not through them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.blocks.grids.axes import is_scale
from extract.model import Box, Page, Word, union
from extract.notation.numbers import looks_numeric

_FEWEST_MARKS = 4
_ALIGNED_PT = 1.5
_MIDDLE_PT = 3.0  # a grid line runs so near to the middle of its mark
_REACH_PT = 24.0  # a grid line begins so near to its axis
_FEWEST_BARS = 3
_MOST_OF_PLOT = 0.3  # a fill larger than this is a background, not a bar
_LABELS = 2.2  # of the letters' size: the names under the axis
_YEAR = re.compile(r"(19|20)\d\d")


def find_plots(page: Page) -> list[Box]:
    """The boxes of the charts of a page that are drawn, from top to bottom.

    Args:
        page: Without its furniture.

    Returns:
        Boxes with their axis and the names under it; pictures are not among them.
    """
    if len(page.rulings) + len(page.strokes) + len(page.fills) < _FEWEST_BARS:
        return []
    axes = list(_axes(page.words))
    found = [(axis, _plot(axis, [a for a in axes if a is not axis], page)) for axis in axes]
    plots = [plot for _, plot in found if plot is not None]
    alone = [union([w.box for w in axis]) for axis, plot in found if plot is None]
    plots = [_with_right_axis(plot, alone) for plot in plots]
    return sorted(plots, key=lambda box: (box.top, box.x0))


def _with_right_axis(plot: Box, alone: Sequence[Box]) -> Box:
    """A plot with the second axis that stands at its right, beside which nothing is drawn."""
    for marks in alone:
        level = min(marks.bottom, plot.bottom) - max(marks.top, plot.top) > 0.9 * marks.height
        if level and abs(marks.x0 - plot.x1) <= 2 * _REACH_PT:
            return union([plot, marks])
    return plot


def _axes(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Runs of aligned numbers that are the marks of a vertical axis."""
    numbers = [w for w in words if w.upright and looks_numeric(w.text) and not _YEAR.fullmatch(w.text)]
    taken: set[int] = set()
    for edge in (2, 0):  # marks end at one place left of a plot, and begin at one right of it
        for column in _aligned(numbers, edge):
            for run in _runs(sorted(column, key=lambda w: w.box.top)):
                if not taken & {id(w) for w in run}:
                    taken.update(id(w) for w in run)
                    yield run


def _aligned(words: Sequence[Word], edge: int) -> list[list[Word]]:
    """Words in columns whose left (0) or right (2) edges lie close to each other."""
    columns: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box[edge]):
        if columns and word.box[edge] - columns[-1][-1].box[edge] <= _ALIGNED_PT:
            columns[-1].append(word)
        else:
            columns.append([word])
    return columns


def _runs(column: Sequence[Word]) -> Iterator[list[Word]]:
    """Longest stretches of a column at one distance whose numbers go on by one step."""
    start = 0
    while start + _FEWEST_MARKS <= len(column):
        end = start + _FEWEST_MARKS
        if not _is_axis(column[start:end]):
            start += 1
            continue
        while end < len(column) and _is_axis(column[start : end + 1]):
            end += 1
        yield list(column[start:end])
        start = end


def _is_axis(marks: Sequence[Word]) -> bool:
    steps = [below.box.top - above.box.top for above, below in pairwise(marks)]
    even = max(steps) - min(steps) <= 2.0 and min(steps) > marks[0].box.height
    return even and is_scale([w.text for w in marks], fewest=_FEWEST_MARKS)


def _plot(axis: Sequence[Word], others: Sequence[Sequence[Word]], page: Page) -> Box | None:
    """The box of an axis and what is drawn beside it; None where nothing is: then it is no axis."""
    marks = union([w.box for w in axis])
    size = axis[0].size_pt
    right = min(
        (a[0].box.x0 for a in others if a[0].box.x0 > marks.x1 and _level(a, marks)), default=page.width_pt
    )
    beside = Box(marks.x1, marks.top - size, right, marks.bottom + size)
    drawn = _drawn(axis, beside, page)
    if not drawn:
        return None
    extent = union([marks, *drawn])
    return Box(marks.x0, marks.top - size, min(extent.x1 + size, right), marks.bottom + _LABELS * size)


def _level(axis: Sequence[Word], marks: Box) -> bool:
    box = union([w.box for w in axis])
    return min(box.bottom, marks.bottom) - max(box.top, marks.top) > 0.5 * marks.height


def _drawn(axis: Sequence[Word], beside: Box, page: Page) -> list[Box]:
    """Grid lines through the marks' middles, else curves, else bars, that stand beside an axis."""
    middles = [w.box.centre[1] for w in axis]
    lines = [
        r.box
        for r in page.rulings
        if r.horizontal
        and beside.x0 - 4 <= r.box.x0 <= beside.x0 + _REACH_PT
        and r.box.x1 <= beside.x1
        and any(abs(r.box.top - middle) <= _MIDDLE_PT for middle in middles)
    ]
    if len({round(line.top) for line in lines}) >= 2:
        return lines
    curves = [box for box in page.strokes if beside.holds(*box.centre)]
    area = max(1.0, beside.width * beside.height)
    bars = [f.box for f in page.fills if beside.holds(*f.box.centre)]
    bars = [box for box in bars if box.width * box.height < _MOST_OF_PLOT * area]
    apart = len({(round(b.top), round(b.bottom)) for b in bars}) >= _FEWEST_BARS
    return curves or (bars if apart else [])


def without_plots(page: Page, plots: Sequence[Box]) -> tuple[Word, ...]:
    """The words of a page that stand in none of its plots."""
    return tuple(w for w in page.words if not any(box.holds(*w.box.centre) for box in plots))

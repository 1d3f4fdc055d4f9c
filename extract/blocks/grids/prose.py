"""Columns of prose beside tables, set apart so that neither is read as part of the other.

In: a page's words outside its ruled tables. Out: the same words in parts that are searched for
tables one by one. A column of prose is told by lines that fill it and go on from one to the
next; the labels of a table, however long, end short of the column's edge row after row. Out of
scope: the order in which columns are read (``order.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.blocks.grids.grid import text_lines
from extract.blocks.grids.segments import find_lines
from extract.model import Box, Word, union

_GUTTER_PT = 9.0  # narrower is a wide space
_GUTTER = 0.9  # of the font's size, as well
_FEWEST_LINES = 5
_FEWEST_WORDS = 3  # a line, on average
_PITCH = 1.7  # of the font's size: lines of one paragraph stand closer
_EDGE_PT = 3.0
_FULL = 0.7  # of the column's width
_MOSTLY_FULL = 0.8
_GOES_ON = 0.4  # of the lines begin with a small letter
_DATA_BESIDE = 2  # rows of numbers that stand beside the prose: else nothing is to be parted
_SAME_ROW_PT = 2.0
_REMARKED = 0.9  # of the rows have such a line beside them
_REMARKS = 0.8  # of the lines stand each beside a row: more, and they are its cells


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one line with no gutter between them."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @property
    def size_pt(self) -> float:
        return max(w.size_pt for w in self.words)


def part_columns(words: Sequence[Word]) -> list[list[Word]]:
    """The words in parts: each column of prose that stands beside rows of numbers, and the rest.

    Args:
        words: Of one page, upright.

    Returns:
        Parts that hold every word once; one part where no prose stands beside numbers.
    """
    rest = list(words)
    parts: list[list[Word]] = []
    while (strip := _find_strip(rest)) is not None:
        inside = [w for w in rest if strip.holds(*w.box.centre)]
        parts.append(inside)
        rest = [w for w in rest if not strip.holds(*w.box.centre)]
    return [*parts, rest]


def _find_strip(words: Sequence[Word]) -> Box | None:
    """The box of the first column of prose with numbers beside it."""
    lines = [_pieces(line) for line in text_lines(words)]
    for run in _runs([piece for line in lines for piece in line]):
        around = union(piece.box for piece in run)
        strip = _extended(around, lines)
        beside = [w for w in words if not strip.holds(*w.box.centre)]
        if _is_prose(run, around) and _is_beside_numbers(run, beside, around):
            return strip
    return None


def _pieces(line: Sequence[Word]) -> list[_Piece]:
    """A line cut at its gutters."""
    runs = [[line[0]]]
    for before, word in pairwise(line):
        if word.box.x0 - before.box.x1 > max(_GUTTER_PT, _GUTTER * word.size_pt):
            runs.append([])
        runs[-1].append(word)
    return [_Piece(tuple(run), union(w.box for w in run)) for run in runs]


def _runs(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces that begin at one left edge, line under line."""
    open_runs: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.box.top, p.box.x0)):
        for run in reversed(open_runs):
            last = run[-1]
            near = piece.box.top - last.box.top <= _PITCH * last.size_pt
            if near and abs(piece.box.x0 - last.box.x0) <= _EDGE_PT:
                run.append(piece)
                break
        else:
            open_runs.append([piece])
    return [run for run in open_runs if len(run) >= _FEWEST_LINES]


def _is_prose(run: Sequence[_Piece], around: Box) -> bool:
    """Whether lines fill their column and go on from one to the next."""
    full = sum(piece.box.width >= _FULL * around.width for piece in run)
    words = sum(len(piece.words) for piece in run)
    goes_on = sum(piece.text[:1].islower() for piece in run)
    return (
        full >= _MOSTLY_FULL * len(run)
        and words >= _FEWEST_WORDS * len(run)
        and goes_on >= _GOES_ON * len(run)
    )


def _extended(around: Box, lines: Sequence[Sequence[_Piece]]) -> Box:
    """The column's strip, up and down to the first piece that crosses one of its edges."""
    strip = Box(around.x0 - _EDGE_PT, around.top, around.x1 + _EDGE_PT, around.bottom)
    crossing = [
        piece.box
        for line in lines
        for piece in line
        if piece.box.x0 < strip.x1
        and piece.box.x1 > strip.x0
        and (piece.box.x0 < strip.x0 or piece.box.x1 > strip.x1)
    ]
    top = max((box.bottom for box in crossing if box.bottom <= around.top), default=0.0)
    bottom = min((box.top for box in crossing if box.top >= around.bottom), default=float("inf"))
    return Box(strip.x0, top, strip.x1, bottom)


def _is_beside_numbers(run: Sequence[_Piece], beside: Sequence[Word], around: Box) -> bool:
    """Whether rows of numbers stand at one side, and not one beside each line: as a row's remark."""
    level = [w for w in beside if around.top <= w.box.centre[1] <= around.bottom]
    sides = ([w for w in level if w.box.x1 <= around.x0], [w for w in level if w.box.x0 >= around.x1])
    for side in sides:
        rows = [line.box.centre[1] for line in find_lines(side) if line.is_data]
        remarks = sum(any(abs(row - piece.box.centre[1]) < _SAME_ROW_PT for row in rows) for piece in run)
        cells = remarks > _REMARKS * len(run) or _are_remarks(run, rows)
        if len(rows) >= _DATA_BESIDE and not cells:
            return True
    return False


def _are_remarks(run: Sequence[_Piece], rows: Sequence[float]) -> bool:
    """Whether a text begins beside each row: there with a capital, and goes on below."""
    level = [p for p in run if any(abs(row - p.box.centre[1]) < _SAME_ROW_PT for row in rows)]
    small = sum(p.text[:1].islower() for p in level)
    return len(level) >= _REMARKED * len(rows) and small <= _GOES_ON / 2 * len(level)

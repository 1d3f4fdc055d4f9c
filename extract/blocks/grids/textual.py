"""Grids of borderless two-column texts: a glossary's terms beside their definitions.

In: lines that stand in no other table. Out: grids of two columns. Two columns of prose are not a
table: here the left side is sparse, and set apart by weight or by shaded bands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.blocks.grids.grid import Drawn, Grid, Slot
from extract.blocks.grids.segments import Line
from extract.model import Box, Fill, union

_ALIGNED_PT = 3.0
_ROW_GAP = 0.75  # of the font's size: rows stand further apart than lines
_BLOCK_GAP = 3.5
_FEWEST_LINES = 3
_MOST_LEFT = 0.75  # a term is shorter than what explains it
_NUMBERING = re.compile(r"\(?(\d{1,3}(\.\d+)*|[A-Za-z]|[ivx]{1,4})[.)]?|[•▪◦·*–-]")


def find_textual(lines: Sequence[Line], drawn: Drawn) -> list[Grid]:
    """Propose the grids of terms and definitions.

    Args:
        lines: Of one page, those of other tables left out.
        drawn: Shaded bands tell rows apart.

    Returns:
        Grids of two columns, from top to bottom.
    """
    grids = []
    index = 0
    while index < len(lines):
        block = _block(lines[index:])
        grid = _grid(block, drawn.fills) if block else None
        if grid is None:
            index += 1
        else:
            grids.append(grid)
            index += len(block)
    return grids


def _block(lines: Sequence[Line]) -> list[Line]:
    """The lines from the first on that keep to two left edges."""
    pair = next((line for line in lines[:6] if len(line.segments) >= 2), None)
    if pair is None:
        return []
    left, right = pair.segments[0].box.x0, pair.segments[1].box.x0
    block: list[Line] = []
    for line in lines:
        if block and line.box.top - block[-1].box.bottom > _BLOCK_GAP * line.size_pt:
            break
        if not _fits(line, left, right):
            break
        block.append(line)
    while block and not _has_right(block[-1], right):
        block.pop()
    return block if block and _has_right(block[0], right) else []


def _fits(line: Line, left: float, right: float) -> bool:
    """A line that begins at the left edge or right of the right one, and leaves the gap free."""
    first, *rest = line.segments
    if first.box.x0 >= right - _ALIGNED_PT:
        return True
    if abs(first.box.x0 - left) > _ALIGNED_PT or first.box.x1 >= right:
        return False
    return not rest or abs(rest[0].box.x0 - right) <= _ALIGNED_PT


def _has_right(line: Line, right: float) -> bool:
    return line.segments[-1].box.x0 >= right - _ALIGNED_PT


def _grid(block: Sequence[Line], fills: Sequence[Fill]) -> Grid | None:
    right = next((line.segments[1].box.x0 for line in block if len(line.segments) >= 2), None)
    if right is None:
        return None
    lefts = [line.segments[0] for line in block if line.segments[0].box.x0 < right - _ALIGNED_PT]
    rights = [line.segments[-1] for line in block if _has_right(line, right)]
    if len(block) < _FEWEST_LINES or len(lefts) > _MOST_LEFT * len(rights):
        return None
    if any(_NUMBERING.fullmatch(s.text) or s.numeric for s in lefts):
        return None
    if sum(len(s.words) for s in rights) < 3 * len(rights):
        return None
    bold = sum(all(w.bold for w in s.words) for s in lefts) > 0.8 * len(lefts)
    bold = bold and sum(all(w.bold for w in s.words) for s in rights) < 0.5 * len(rights)
    banded = sum(_band(line, fills) is not None for line in block) >= 0.3 * len(block)
    if not (bold or banded):
        return None
    rows = _rows(block, right, fills)
    return _as_grid(rows, min(s.box.x0 for s in lefts), right) if len(rows) >= 2 else None


def _rows(block: Sequence[Line], right: float, fills: Sequence[Fill]) -> list[list[Line]]:
    rows: list[list[Line]] = [[block[0]]]
    for above, line in pairwise(block):
        begins = line.segments[0].box.x0 < right - _ALIGNED_PT
        had_left = above.segments[0].box.x0 < right - _ALIGNED_PT
        apart = line.box.top - above.box.bottom > _ROW_GAP * line.size_pt
        other_band = _band(above, fills) != _band(line, fills)
        if begins and (apart or other_band or not had_left):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _band(line: Line, fills: Sequence[Fill]) -> float | None:
    """The top of the shaded band that a line stands on."""
    x, y = line.segments[-1].box.centre
    holding = [f.box for f in fills if f.box.holds(x, y)]
    return min(holding, key=lambda b: b.width * b.height).top if holding else None


def _as_grid(rows: Sequence[Sequence[Line]], left: float, right: float) -> Grid:
    slots = []
    for number, row in enumerate(rows):
        words = [w for line in row for w in line.words]
        parts = (
            tuple(w for w in words if w.box.x0 < right - _ALIGNED_PT),
            tuple(w for w in words if w.box.x0 >= right - _ALIGNED_PT),
        )
        extent = union([w.box for w in words])
        empty = (
            Box(left, extent.top, right - 6, extent.bottom),
            Box(right, extent.top, extent.x1, extent.bottom),
        )
        for column, part in enumerate(parts):
            box = union([w.box for w in part]) if part else empty[column]
            slots.append(Slot(number, column, 1, 1, box, part))
    return Grid(union([s.box for s in slots]), len(rows), 2, tuple(slots), "textual")

"""Reading order: the areas of a page, column by column.

In: the lines' words of one page and the boxes of its tables. Out: areas, each a run of lines in
one column, in the order a person reads them. A heading or a table that crosses the gutter ends
the columns above it. Out of scope: what the lines are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.blocks.lines import Line, find_rows, split_row
from extract.model import Box, Page, union

_GUTTER_PT = 9.0  # narrower is a wide space
_COLUMN_SHARE = 0.15  # of the area's width: less is a column of numbers or bullets
_COLUMN_LINES = 3
_INDENT_PT = 20.0


@dataclass(frozen=True, slots=True)
class Area:
    """Lines of one column, top to bottom, and the column's edges."""

    lines: tuple[Line, ...]
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or a table in its way (``line`` is None), while areas are sought."""

    box: Box
    line: Line | None


def find_areas(page: Page, tables: Sequence[Box]) -> list[Area]:
    """The page's text outside its tables, in reading order.

    Args:
        page: Without furniture.
        tables: The tables' boxes on this page.
    """
    words = [word for word in page.words if not any(box.holds(*word.box.centre) for box in tables)]
    pieces = [
        _Piece(line.box, line) for row in find_rows(page.number, words) for line in _parted(row, tables)
    ]
    pieces += [_Piece(box, None) for box in tables]
    return [_as_area(area) for area in _split(pieces, 0) if any(piece.line for piece in area)]


def _parted(row: Line, tables: Sequence[Box]) -> list[Line]:
    """A row's words one by one in gutters' eyes: parted at every gap wide enough for a gutter."""
    pieces = [[row.words[0]]]
    for before, word in zip(row.words, row.words[1:], strict=False):
        gap = word.box.x0 - before.box.x1
        between = any(
            before.box.x1 <= box.x0 and box.x1 <= word.box.x0 and box.top < word.box.bottom < box.bottom
            for box in tables
        )
        if between or gap >= _GUTTER_PT:
            pieces.append([])
        pieces[-1].append(word)
    return [Line(row.page, tuple(piece)) for piece in pieces]


def _split(pieces: list[_Piece], depth: int) -> list[list[_Piece]]:
    """Cut at the best gutter: what is above, the left side, the right side, what is below."""
    found = _find_gutter(pieces) if depth < 6 and len(pieces) >= 2 * _COLUMN_LINES else None
    if found is None:
        return [pieces] if pieces else []
    x, top, bottom = found
    above = [p for p in pieces if p.box.bottom <= top]
    below = [p for p in pieces if p.box.top >= bottom]
    inside = [p for p in pieces if p.box.bottom > top and p.box.top < bottom]
    left = [p for p in inside if p.box.x1 <= x]
    right = [p for p in inside if p.box.x0 >= x]
    if len(left) + len(right) < len(inside):
        return [pieces]
    return [area for part in (above, left, right, below) for area in _split(part, depth + 1)]


def _find_gutter(pieces: Sequence[_Piece]) -> tuple[float, float, float] | None:
    """The gutter with the most lines beside it, as (x, top, bottom)."""
    around = union(piece.box for piece in pieces)
    best: tuple[int, float, float, float] | None = None
    edges = Counter(round(piece.box.x0) for piece in pieces if piece.box.x0 > around.x0 + 1)
    for x in sorted(edge - _GUTTER_PT / 2 - 0.5 for edge, count in edges.items() if count >= _COLUMN_LINES):
        for top, bottom in _free_stretches(pieces, x, around):
            lines = _lines_beside(pieces, x, top, bottom, around.width)
            if lines and (best is None or lines > best[0]):
                best = (lines, x, top, bottom)
    return best[1:] if best else None


def _free_stretches(pieces: Sequence[_Piece], x: float, around: Box) -> list[tuple[float, float]]:
    """The heights between pieces that lie across a gutter at ``x``."""
    half = _GUTTER_PT / 2
    across = sorted(
        (p.box.top, p.box.bottom) for p in pieces if p.box.x0 < x + half - 0.2 and p.box.x1 > x - half + 0.2
    )
    stretches, start = [], around.top
    for top, bottom in across:
        if top > start:
            stretches.append((start, top))
        start = max(start, bottom)
    if around.bottom > start:
        stretches.append((start, around.bottom))
    return stretches


def _lines_beside(pieces: Sequence[_Piece], x: float, top: float, bottom: float, width: float) -> int:
    """How many lines the two sides have; 0 where they are not two columns of running text."""
    inside = [p for p in pieces if p.box.top >= top - 0.1 and p.box.bottom <= bottom + 0.1]
    left = [p for p in inside if p.box.x1 <= x]
    right = [p for p in inside if p.box.x0 >= x]
    if not (_is_column(left, width) and _is_column(right, width)):
        return 0
    a, b = union(p.box for p in left), union(p.box for p in right)
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    if shared < 0.4 * min(a.height, b.height):
        return 0
    return len(left) + len(right)


def _is_column(pieces: Sequence[_Piece], width: float) -> bool:
    """Whether the pieces that share a left edge make a column: several lines, many of which fill it."""
    lines = [p for p in pieces if p.line is not None]
    if lines and len(lines) < len(pieces):
        return True
    if len(lines) < _COLUMN_LINES:
        return False
    edges = Counter(round(p.box.x0) for p in lines)
    edge = min(edges, key=lambda x0: (-edges[x0], x0))
    column = [p for p in lines if abs(p.box.x0 - edge) < _INDENT_PT]
    around = union(p.box for p in column)
    full = sum(p.box.width >= 0.6 * around.width for p in column)
    return (
        len(column) >= _COLUMN_LINES and around.width >= _COLUMN_SHARE * width and full >= 0.35 * len(column)
    )


def _as_area(pieces: Sequence[_Piece]) -> Area:
    """Rows put together again from their pieces, wide gaps kept apart."""
    words = [word for piece in pieces if piece.line for word in piece.line.words]
    page = next(piece.line.page for piece in pieces if piece.line)
    lines = [line for row in find_rows(page, words) for line in split_row(row)]
    around = union(line.box for line in lines)
    return Area(tuple(lines), around.x0, around.x1)

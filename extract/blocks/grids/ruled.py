"""Grids from drawn lines, by pdfplumber's line logic.

In: a page's rulings and words. Out: one grid for each group of touching cells. The sides of a
filled area are lines only where drawn columns run through it: a shaded band alone is not a table
(``borderless.py`` uses bands).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from extract.blocks.grids.grid import Grid, Slot, clusters, text_lines
from extract.model import Box, Page, Ruling, Word, union

_SNAP_PT = 3.0  # pdfplumber's own default for lines that mean to meet
_MOST_EDGES = 6000  # find_tables takes minutes on vector art
_THIN_PT = 4.0  # a row or column below this is a double line
_MOST_EMPTY = 0.95  # a grid emptier than this is a chart's or a form's


def find_ruled(page: Page) -> list[Grid]:
    """Propose the grids that are drawn with lines.

    Args:
        page: With its rulings; furniture may still be there.

    Returns:
        Grids of at least two slots, from top to bottom; none on a page of vector art.
    """
    edges = merge_edges(
        [_edge(r) for r in (*page.rulings, *_shaded_rows(page))],
        snap_x_tolerance=_SNAP_PT,
        snap_y_tolerance=_SNAP_PT,
        join_x_tolerance=_SNAP_PT,
        join_y_tolerance=_SNAP_PT,
    )
    if not edges or len(edges) > _MOST_EDGES:
        return []
    crossings = edges_to_intersections([*edges, *_open_sides(edges)], _SNAP_PT, _SNAP_PT)
    cells = intersections_to_cells(crossings)
    grids = (_grid([Box(*c) for c in group], page.words) for group in cells_to_tables(cells))
    return sorted((g for g in grids if g is not None), key=lambda g: (g.box.top, g.box.x0))


def _open_sides(edges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The left and right sides that many tables leave undrawn.

    Where two horizontal lines of one length follow each other and drawn columns run between them,
    the lines' ends are the table's sides.
    """
    across = sorted((e for e in edges if e["orientation"] == "h"), key=lambda e: float(e["top"]))
    upright = [e for e in edges if e["orientation"] == "v"]
    if len(across) * len(upright) > _MOST_EDGES * 20:
        return []
    sides = []
    for index, line in enumerate(across):
        below = next((e for e in across[index + 1 :] if _same_ends(line, e)), None)
        if below is not None and any(_stands_between(v, line, below) for v in upright):
            top, bottom = line["top"], below["top"]
            for x in (line["x0"], line["x1"]):
                sides.append(_edge(Ruling(Box(x, top, x, bottom), horizontal=False)))
    return sides


def _same_ends(line: dict[str, Any], other: dict[str, Any]) -> bool:
    apart = float(other["top"]) - float(line["top"]) > _THIN_PT
    same = abs(line["x0"] - other["x0"]) <= _SNAP_PT and abs(line["x1"] - other["x1"]) <= _SNAP_PT
    return apart and same


def _stands_between(upright: dict[str, Any], line: dict[str, Any], below: dict[str, Any]) -> bool:
    inside = line["x0"] + _THIN_PT < upright["x0"] < line["x1"] - _THIN_PT
    reaches = upright["top"] <= line["top"] + _SNAP_PT and upright["bottom"] >= below["top"] - _SNAP_PT
    return bool(inside and reaches)


def _shaded_rows(page: Page) -> Iterator[Ruling]:
    """Sides of the filled areas that drawn vertical lines run through, or that they are sides of."""
    verticals = [r.box for r in page.rulings if not r.horizontal]
    if not verticals or len(page.fills) * max(len(verticals), len(page.fills)) > _MOST_EDGES * 20:
        return
    for box in _outermost([fill.box for fill in page.fills]):
        if any(_runs_through(line, box) for line in verticals):
            yield Ruling(Box(box.x0, box.top, box.x1, box.top), horizontal=True)
            yield Ruling(Box(box.x0, box.bottom, box.x1, box.bottom), horizontal=True)
            yield Ruling(Box(box.x0, box.top, box.x0, box.bottom), horizontal=False)
            yield Ruling(Box(box.x1, box.top, box.x1, box.bottom), horizontal=False)


def _outermost(boxes: Sequence[Box]) -> Iterator[Box]:
    """Boxes that lie in no other one: the shade behind a line of text lies in that of its cell."""
    for box in boxes:
        around = (b for b in boxes if b is not box and b.overlap(box) > 0.98 * box.width * box.height)
        if not any(b.width * b.height > 1.02 * box.width * box.height for b in around):
            yield box


def _runs_through(line: Box, area: Box) -> bool:
    along = min(line.bottom, area.bottom) - max(line.top, area.top)
    inside = area.x0 - _SNAP_PT <= line.x0 <= area.x1 + _SNAP_PT
    return inside and along > 0.8 * min(area.height, max(line.height, _THIN_PT))


def _edge(ruling: Ruling) -> dict[str, Any]:
    box = ruling.box
    middle_x, middle_y = box.centre
    x0, x1 = (box.x0, box.x1) if ruling.horizontal else (middle_x, middle_x)
    top, bottom = (middle_y, middle_y) if ruling.horizontal else (box.top, box.bottom)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if ruling.horizontal else "v",
        "object_type": "line",
    }


def _grid(cells: Sequence[Box], words: Sequence[Word]) -> Grid | None:
    """Cells as a grid without its empty rows and columns; None where it can't be a table."""
    cells = [c for c in cells if c.width > _THIN_PT and c.height > _THIN_PT]
    if len(cells) < 2:
        return None
    box = union(list(cells))
    inside = [w for w in words if w.upright and box.holds(*w.box.centre)]
    xs = clusters([c.x0 for c in cells] + [c.x1 for c in cells], _THIN_PT)
    ys = clusters([c.top for c in cells] + [c.bottom for c in cells], _THIN_PT)
    slots = [
        Slot(row, column, row_span, column_span, cell, tuple(w for w in inside if cell.holds(*w.box.centre)))
        for cell in cells
        for row, row_span in [_place(cell.top, cell.bottom, ys)]
        for column, column_span in [_place(cell.x0, cell.x1, xs)]
    ]
    if sum(not s.words for s in slots) > _MOST_EMPTY * len(slots):
        return None
    slots = _split_stacks(list(_once(slots)))
    return compact(Grid(box, len(ys) - 1, len(xs) - 1, tuple(slots), "ruled"))


def _split_stacks(slots: Sequence[Slot]) -> list[Slot]:
    """Split a slot over several rows whose lines each stand level with one of those rows.

    Such a slot lacks a drawn line; a label that really spans rows has other lines than they have.
    """
    level = {
        (slot.row, round(line[0].box.bottom))
        for slot in slots
        if slot.row_span == 1
        for line in text_lines(slot.words)
    }
    found: list[Slot] = []
    for slot in slots:
        lines = text_lines(slot.words)
        rows = range(slot.row, slot.row + slot.row_span)
        levels = [
            [r for r in rows for d in (-1, 0, 1) if (r, round(line[0].box.bottom) + d) in level]
            for line in lines
        ]
        apart = [found_rows[0] for found_rows in levels if found_rows]
        if slot.column == 0 or len(lines) != slot.row_span or slot.row_span < 2 or apart != list(rows):
            found.append(slot)
            continue
        for row, line in zip(rows, lines, strict=True):
            box = Box(slot.box.x0, line[0].box.top, slot.box.x1, line[0].box.bottom)
            found.append(Slot(row, slot.column, 1, slot.column_span, box, tuple(line)))
    return found


def _once(slots: Sequence[Slot]) -> Iterator[Slot]:
    """Each word in one slot only, though it may stand on the line between two."""
    taken: set[int] = set()
    for slot in sorted(slots, key=lambda s: (s.row, s.column)):
        words = tuple(w for w in slot.words if id(w) not in taken)
        taken.update(id(w) for w in words)
        yield Slot(slot.row, slot.column, slot.row_span, slot.column_span, slot.box, words)


def _place(low: float, high: float, edges: Sequence[float]) -> tuple[int, int]:
    """The index and the span of an extent between clustered edges."""
    first = min(range(len(edges)), key=lambda i: abs(edges[i] - low))
    last = min(range(len(edges)), key=lambda i: abs(edges[i] - high))
    return first, max(1, last - first)


def compact(grid: Grid) -> Grid:
    """The grid without rows and columns in which no slot begins, or that hold nothing at all."""
    rows = _kept([(s.row, s.row_span, bool(s.words)) for s in grid.slots], grid.row_count)
    columns = _kept([(s.column, s.column_span, bool(s.words)) for s in grid.slots], grid.column_count)
    slots = []
    for slot in grid.slots:
        row, row_span = _moved(slot.row, slot.row_span, rows)
        column, column_span = _moved(slot.column, slot.column_span, columns)
        if row_span and column_span:
            slots.append(Slot(row, column, row_span, column_span, slot.box, slot.words))
    return Grid(grid.box, len(rows), len(columns), tuple(slots), grid.engine)


def _kept(extents: Sequence[tuple[int, int, bool]], count: int) -> list[int]:
    """Rows (or columns) in which some slot begins."""
    starts = {first for first, _, _ in extents}
    return [i for i in range(count) if i in starts]


def _moved(first: int, span: int, kept: Sequence[int]) -> tuple[int, int]:
    inside = [i for i, old in enumerate(kept) if first <= old < first + span]
    return (inside[0], len(inside)) if inside else (0, 0)

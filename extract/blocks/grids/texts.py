"""Grids of tables of texts without lines around their cells: registers, lists of duties, schedules.

In: lines that stand in no other table. Out: grids of two columns and more. Many things beside tables stand
in columns: prose, lists, addresses, forms, contents. So a block of lines that leave gutters free
between them is only a table where enough speaks for it (``signs.py``). Out of scope: glossaries
(``textual.py``), and columns of numbers (``borderless.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.blocks.grids.grid import Drawn, Grid, Slot
from extract.blocks.grids.rows import LINE_PITCH, band, is_note
from extract.blocks.grids.segments import Line, Segment
from extract.blocks.grids.signs import Texts, is_something_else, is_table
from extract.model import Box, union

_FEWEST_LINES = 3
_MOST_APART = 1.9  # of the font's size, between two rows
_SAME_SIZE = 1.25
_NARROW = 0.3  # of the font's size: a gutter is wider
_LOOSE = 0.3  # of the font's size: rows stand so much further apart than a cell's lines
_GROUP_WORDS = 8
_MOST_HEAD = 4  # lines
_LABELS_INSIDE = 0.3  # of the lines between two marks begin rows: more, and the marks tell groups
_RULE_PT = 2.0  # a line may run so far inside the words above or below it
_RULED = 0.6  # of a block's width: so much is drawn of a line across it, in one piece or several
_TITLE_LINES = 3  # a caption's, above a block
_TITLE_GAP = 2.5  # of the font's size
_EDGE_PT = 3.0
_LONG_BLOCK = 60  # lines: so long ones aren't tried from each of their lines
_MOST_PIECES = 600  # of lines across: more are vector art
_REACH = 1.2  # of the font's size: lines along the top and bottom are so near

Extent = tuple[float, float]
Cells = tuple[tuple[Segment, ...], ...]


def find_texts(lines: Sequence[Line], drawn: Drawn) -> list[Grid]:
    """Propose the grids of tables that hold texts alone.

    Args:
        lines: Of one page, those of other tables left out.
        drawn: Shades and lines tell heads and rows apart.

    Returns:
        Grids from top to bottom.
    """
    across = Drawn(drawn.fills, [r for r in drawn.rulings if r.horizontal])
    grids = []
    index = 0
    while index < len(lines):
        block = _block(lines[index:])
        above = lines[max(0, index - _TITLE_LINES) : index]
        read = _read(block, above, across) if len(block) >= _FEWEST_LINES else None
        found = read is not None and is_table(read[0])
        if read is not None and found:
            grids.append(_as_grid(*read))
        passed = read is not None and (found or is_something_else(read[0]))
        index += len(block) if passed else 1 + len(block) // _LONG_BLOCK
    return grids


# --- which lines -----------------------------------------------------------------------------


def _block(lines: Sequence[Line]) -> list[Line]:
    """The lines from the first on that leave its gutters free, and short lines across between them."""
    block = [lines[0]]
    extents = _covered([], lines[0])
    across: list[Line] = []
    for line in lines[1:] if len(extents) > 1 else []:
        apart = line.box.top - (across or block)[-1].box.bottom > _MOST_APART * line.size_pt
        if apart or not _same_size(line, block[0]):
            break
        covered = _covered(extents, line)
        if len(covered) >= len(extents):
            block += [*across, line]
            across, extents = [], covered
        elif not across and len(block) > 2 and len(line.segments) == 1 and len(line.words) <= _GROUP_WORDS:
            across = [line]
        else:
            break
    return _without_notes(block)


def _same_size(line: Line, first: Line) -> bool:
    return max(line.size_pt, first.size_pt) <= _SAME_SIZE * min(line.size_pt, first.size_pt)


def _covered(extents: Sequence[Extent], line: Line) -> list[Extent]:
    """What is covered from left to right with a line's segments added; wider gaps are gutters."""
    covered: list[Extent] = []
    for x0, x1 in sorted([*extents, *((s.box.x0, s.box.x1) for s in line.segments)]):
        if covered and x0 < covered[-1][1] + _NARROW * line.size_pt:
            covered[-1] = (covered[-1][0], max(covered[-1][1], x1))
        else:
            covered.append((x0, x1))
    return covered


def _without_notes(block: Sequence[Line]) -> list[Line]:
    """A block up to its last row: what follows it alone at the left is a note or a paragraph."""
    kept = list(block)
    while len(kept) > 1 and len(kept[-1].segments) == 1 and not _is_cell(kept[-1], kept[-2]):
        kept.pop()
    return kept


def _is_cell(line: Line, above: Line) -> bool:
    """Whether a text alone at a block's end goes on with a cell of the row above."""
    close = line.box.top - above.box.bottom <= (LINE_PITCH - 1) * line.size_pt
    below = any(abs(line.box.x0 - s.box.x0) <= _EDGE_PT for s in above.segments)
    return close and below and not is_note(line)


# --- which rows ------------------------------------------------------------------------------


def _read(block: Sequence[Line], above: Sequence[Line], drawn: Drawn) -> tuple[Texts, list[list[Line]]]:
    """A block as a table's cells, and the lines of each row."""
    extents: list[Extent] = []
    for line in block:
        if not _is_across(line, extents):
            extents = _covered(extents, line)
    ruled = _ruled(block, drawn)
    heads = _head_lines(block, ruled)
    starts, parted, loose = _starts(block, heads, extents, ruled, drawn)
    rows = [list(block[a:b]) for a, b in pairwise([*starts, len(block)])]
    texts = Texts(
        rows=tuple(_cells(row, extents) for row in rows if not _is_across(row[0], extents)),
        extents=tuple(extents),
        head_rows=int(heads > 0),
        ruled_head=heads > 0 and ruled[heads],
        ends=_ends(block, drawn),
        parted=parted,
        loose=loose,
        captioned=_is_captioned(block[0], above),
    )
    return texts, rows


def _ruled(block: Sequence[Line], drawn: Drawn) -> list[bool]:
    """For each line, whether a line is drawn across the block between it and the one above."""
    box = union([line.box for line in block])
    tops = [-_REACH * block[0].size_pt + box.top, *(line.box.bottom for line in block)]
    lows = [*(line.box.top for line in block), box.bottom + _REACH * block[0].size_pt]
    pieces = [r.box for r in drawn.rulings if box.x0 - 9 <= r.box.centre[0] <= box.x1 + 9]
    if len(pieces) > _MOST_PIECES:
        return [False] * len(tops)
    return [
        sum(p.width for p in pieces if top - _RULE_PT <= p.top <= low + _RULE_PT) >= _RULED * box.width
        for top, low in zip(tops, lows, strict=True)
    ]


def _ends(block: Sequence[Line], drawn: Drawn) -> int:
    ruled = _ruled(block, drawn)
    return ruled[0] + ruled[-1]


def _head_lines(block: Sequence[Line], ruled: Sequence[bool]) -> int:
    """How many lines at the top are heads, set apart by a line below them or in bold."""
    most = min(_MOST_HEAD + 1, len(block) - 1)
    below = next((i for i in range(1, most) if ruled[i]), 0)
    if below:
        return below
    bold = next((i for i in range(most) if not all(w.bold for w in block[i].words)), 0)
    return bold if sum(all(w.bold for w in line.words) for line in block) == bold else 0


def _starts(
    block: Sequence[Line], heads: int, extents: Sequence[Extent], ruled: Sequence[bool], drawn: Drawn
) -> tuple[list[int], bool, bool]:
    """The lines with which rows begin, whether lines or shades part them, and whether white space does."""
    first = [0] if heads else []
    body = range(heads, len(block))
    free = [i > heads and not _continues(block, i, extents) for i in range(len(block))]
    gaps = [block[i].box.top - block[i - 1].box.bottom for i in body[1:]]
    apart = [False] * (heads + 1) + [gap > min(gaps) + _LOOSE * block[0].size_pt for gap in gaps]
    bands = [band(line, drawn.fills) for line in block]
    banded = [i > heads and bands[i - 1] != bands[i] for i in range(len(block))]
    for begins in (ruled, banded, apart):
        own = [i for i in body[1:] if begins[i]]
        inside = [i for i in body[1:] if not begins[i]]
        labelled = sum(free[i] and bool(_cells([block[i]], extents)[0]) for i in inside)
        if len(own) >= 2 and labelled <= _LABELS_INSIDE * len(inside):
            return [*first, heads, *own], begins is not apart, begins is apart and bool(inside)
    return [*first, heads, *(i for i in body[1:] if free[i])], False, False


def _continues(block: Sequence[Line], index: int, extents: Sequence[Extent]) -> bool:
    """Whether a line goes on with cells of the row above: small letters, or what found no place there."""
    line = block[index]
    if _is_across(line, extents) or _is_across(block[index - 1], extents):
        return False
    own, above = _cells([line], extents), _cells([block[index - 1]], extents)
    filled = [i for i, cell in enumerate(own) if cell]
    small = [i for i in filled if own[i][0].text[:1].islower() or own[i][0].text[:1] in "(&"]
    if len(small) == len(filled):
        return True
    wrapped = [i for i in filled if i in small or (above[i] and _wraps(above[i][-1], own[i][0], extents[i]))]
    return len(filled) < len(extents) and len(wrapped) == len(filled)


def _wraps(above: Segment, segment: Segment, extent: Extent) -> bool:
    """Whether the first word of a text had no place behind the text above it."""
    space = 0.25 * segment.words[0].size_pt
    return above.box.x1 + space + segment.words[0].box.width > extent[1]


def _is_captioned(first: Line, above: Sequence[Line]) -> bool:
    """Whether a numbered title stands close above."""
    below = first
    for line in reversed(above):
        if below.box.top - line.box.bottom > _TITLE_GAP * line.size_pt:
            return False
        if line.is_caption:
            return True
        below = line
    return False


# --- as a grid -------------------------------------------------------------------------------


def _is_across(line: Line, extents: Sequence[Extent]) -> bool:
    """One text over several columns."""
    box = line.box
    return len(line.segments) == 1 and sum(x0 < box.x1 and box.x0 < x1 for x0, x1 in extents) > 1


def _cells(row: Sequence[Line], extents: Sequence[Extent]) -> Cells:
    cells: list[list[Segment]] = [[] for _ in extents]
    for line in row:
        for segment in line.segments:
            middle = segment.box.centre[0]
            near = min(range(len(extents)), key=lambda i: max(extents[i][0] - middle, middle - extents[i][1]))
            cells[near].append(segment)
    return tuple(tuple(cell) for cell in cells)


def _as_grid(texts: Texts, rows: Sequence[Sequence[Line]]) -> Grid:
    extents = texts.extents
    slots = []
    for number, row in enumerate(rows):
        extent = union([line.box for line in row])
        if _is_across(row[0], extents):
            slots.append(Slot(number, 0, 1, len(extents), extent, tuple(row[0].words)))
            continue
        for column, (cell, (x0, x1)) in enumerate(zip(_cells(row, extents), extents, strict=True)):
            box = union([s.box for s in cell]) if cell else Box(x0, extent.top, x1, extent.bottom)
            slots.append(Slot(number, column, 1, 1, box, tuple(w for s in cell for w in s.words)))
    box = union([s.box for s in slots])
    return Grid(box, len(rows), len(extents), tuple(slots), "textual", texts.head_rows or None)

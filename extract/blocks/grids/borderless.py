"""Grids of borderless tables, from the places where numbers line up.

In: words that stand in no ruled table. Out: grids with a boxhead. Rows that hold numbers under
each other make the columns; lines without numbers between them are group rows or the rest of a
label; lines above them that stand over the columns are the boxhead. Out of scope: tables
without numbers (``textual.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.blocks.grids.axes import is_scale
from extract.blocks.grids.boxhead import find_boxhead, head_slots, is_in_the_middle, split_groups
from extract.blocks.grids.grid import Grid, Slot
from extract.blocks.grids.segments import TEXT_GAP, Line, Segment, find_lines, with_pictures
from extract.model import Box, Fill, Image, Word, union

_MOST_BETWEEN = 3  # lines without numbers between two rows of one table
_ROW_GAP_PT = 60.0  # rows with charts stand this far apart
_LOOSE_GAP_PT = 24.0  # rows that share only some columns
_PROSE_WORDS = 9
_CLAUSE_WORDS = 4
_MOST_PROSE = 0.3
_DENSE = 0.6  # of the font's size: a long label stands among its rows, a paragraph apart
_LINE_PITCH = 1.45  # of the font's size: lines of one label stand closer


@dataclass(frozen=True, slots=True)
class Column:
    """The extent that the segments of a column cover."""

    x0: float
    x1: float
    numeric: bool

    def overlap(self, box: Box) -> float:
        """Points that a box shares with the column."""
        return min(self.x1, box.x1) - max(self.x0, box.x0)


def find_borderless(words: Iterable[Word], fills: Sequence[Fill], images: Sequence[Image]) -> list[Grid]:
    """Propose the grids whose numbers line up.

    Args:
        words: Of one page, those of ruled tables left out.
        fills: Shaded bands tell which lines make one row.
        images: A picture may fill a cell.

    Returns:
        Grids from top to bottom.
    """
    lines = with_pictures(find_lines(words), images)
    grids = []
    floor = 0
    for first, last in _blocks(lines):
        grid = _grid(lines, first, last, floor, fills)
        if grid is not None:
            grids.append(grid)
            floor = last + 1
    return grids


# --- which lines are rows --------------------------------------------------------------------


def _blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches of lines, as (first, last) data line, whose numbers share columns."""
    blocks: list[list[int]] = []
    for index, line in enumerate(lines):
        if not line.is_data:
            continue
        if blocks and _continues(lines, blocks[-1], index):
            blocks[-1].append(index)
        else:
            blocks.append([index])
    return [(block[0], block[-1]) for block in blocks]


def _continues(lines: Sequence[Line], block: Sequence[int], index: int) -> bool:
    between = lines[block[-1] + 1 : index]
    line = lines[index]
    gap = max(b.box.top - a.box.bottom for a, b in pairwise(lines[block[-1] : index + 1]))
    numbers = [s for s in line.segments if s.numeric]
    prose = sum(_is_prose(b) for b in between)
    long_label = prose == 1 and (len(block) > 1 or len(numbers) > 1) and gap <= _DENSE * line.size_pt
    if len(between) > _MOST_BETWEEN or (prose and not long_label):
        return False
    known = [s for i in block[-12:] for s in lines[i].segments if s.numeric]
    if _is_boxhead(lines[block[-1]], between, line, known):
        return False
    shared = sum(_is_over(s.box, known) for s in numbers)
    if shared == len(numbers):
        return gap <= _ROW_GAP_PT
    return 2 * shared >= len(numbers) and gap <= _LOOSE_GAP_PT


def _is_boxhead(above: Line, between: Sequence[Line], row: Line, known: Sequence[Segment]) -> bool:
    """Whether the lines between two rows head another table: over the numbers, and nearer to these."""
    if not between:
        return False
    gap = between[0].box.top - above.box.bottom
    near = row.box.top - between[-1].box.bottom
    if gap <= max(near + 1, (_LINE_PITCH - 1) * row.size_pt):
        return False
    return any(sum(_is_over(s.box, known) for s in line.segments[1:]) >= 2 for line in between)


def _is_over(box: Box, numbers: Sequence[Segment]) -> bool:
    return any(_overlap(box, s.box) > 0 for s in numbers)


def _is_prose(line: Line) -> bool:
    return len(line.segments) == 1 and len(line.words) >= _PROSE_WORDS


def _overlap(first: Box, second: Box) -> float:
    return min(first.x1, second.x1) - max(first.x0, second.x0)


# --- columns ---------------------------------------------------------------------------------


def _columns(rows: Sequence[Line]) -> list[Column]:
    """Extents of the columns: numbers first, then the texts that stand beside them."""
    texts = [r.segments[0].box for r in rows if not r.segments[0].numeric]
    boxes = [s.box for r in rows for s in r.segments if s.numeric]
    numbers = _merged([b for b in boxes if not _is_label(b, texts, len(rows))], numeric=True)
    rest = [s.box for r in rows for s in r.segments if all(n.overlap(s.box) <= 0 for n in numbers)]
    columns = sorted([*numbers, *_merged(rest, numeric=False)], key=lambda c: c.x0)
    return [c for c in columns if c.numeric or _is_column(c, rows)]


def _is_label(box: Box, texts: Sequence[Box], rows: int) -> bool:
    """Whether most rows begin with a text where this stands: "Under 18" and "<1" are labels there."""
    return 2 * sum(_overlap(box, text) > 0 for text in texts) > rows


def _merged(boxes: Sequence[Box], numeric: bool) -> list[Column]:
    """Overlapping extents as one."""
    columns: list[Column] = []
    for box in sorted(boxes, key=lambda b: b.x0):
        if columns and box.x0 < columns[-1].x1 - 0.5:
            last = columns[-1]
            columns[-1] = Column(last.x0, max(last.x1, box.x1), numeric)
        else:
            columns.append(Column(box.x0, box.x1, numeric))
    return columns


def _is_column(column: Column, rows: Sequence[Line]) -> bool:
    """A text that stands in one of many rows only is part of its neighbour, not a column."""
    hits = sum(any(column.overlap(s.box) > 0 for s in r.segments) for r in rows)
    return hits * 4 >= len(rows)


def nearest_column(columns: Sequence[Column], box: Box) -> int:
    """The column that shares most with a box, else the nearest one."""
    return max(range(len(columns)), key=lambda i: (columns[i].overlap(box), -i))


# --- the grid --------------------------------------------------------------------------------


def _grid(lines: Sequence[Line], first: int, last: int, floor: int, fills: Sequence[Fill]) -> Grid | None:
    data = [line for line in lines[first : last + 1] if line.is_data]
    columns = _columns(data)
    numeric = [c for c in columns if c.numeric]
    if not numeric or len(columns) < 2:
        return None
    head = find_boxhead(lines[floor:first], columns, data[0])
    if _reads_as_prose(data) or _is_chart(data, numeric) or not _is_table(data, numeric, head):
        return None
    head, groups = split_groups(head, columns)
    extent = Box(columns[0].x0, data[0].box.top, columns[-1].x1, data[-1].box.bottom)
    body = [line for line in lines[first : last + 1] if _within(line, extent)]
    tail = _label_tail(lines[last + 1 : last + 3], body[-1], columns)
    rows = _rows([*groups, *body, *tail], columns, fills)
    head_rows, slots = head_slots(head, columns)
    for number, row in enumerate(rows, start=head_rows):
        slots.extend(_row_slots(row, columns, number))
    boxes = [s.box for s in slots]
    return Grid(union(boxes), head_rows + len(rows), len(columns), tuple(slots), "borderless", head_rows)


def _is_table(data: Sequence[Line], numeric: Sequence[Column], head: Sequence[Line]) -> bool:
    """One row is a table under a boxhead only; several are where their numbers line up."""
    if len(data) == 1:
        return bool(head) and len(numeric) >= 2 and not data[0].segments[0].numeric
    if len(numeric) == 1:
        return len(data) >= 3 and (bool(head) or len(data) >= 4) and _lines_up(data, numeric[0])
    return bool(head) or len(data) >= 3


def _is_chart(data: Sequence[Line], numeric: Sequence[Column]) -> bool:
    """The marks of a chart's axis stand in a line, or make up every column."""
    if any(is_scale([s.text for s in line.segments if s.numeric]) for line in data):
        return True
    columns = [
        [s.text for line in data for s in line.segments if s.numeric and column.overlap(s.box) > 0]
        for column in numeric
    ]
    return all(is_scale(texts) for texts in columns)


def _reads_as_prose(data: Sequence[Line]) -> bool:
    """Sentences go on behind a number; a table's rows seldom do."""
    return sum(_is_sentence(line) for line in data) > _MOST_PROSE * len(data)


def _is_sentence(line: Line) -> bool:
    """A clause behind a number, or words among numbers without a gap that could part columns."""
    behind = line.segments[_first_number(line) :]
    if any(len(s.words) >= _CLAUSE_WORDS for s in behind):
        return True
    widest = max(b.box.x0 - a.box.x1 for a, b in pairwise(line.segments))
    return widest <= TEXT_GAP * line.size_pt and any(s.words and not s.numeric for s in behind)


def _first_number(line: Line) -> int:
    return next(i for i, s in enumerate(line.segments) if s.numeric)


def _lines_up(data: Sequence[Line], column: Column) -> bool:
    """Whether a single column's numbers end, begin or centre at one place."""
    boxes = [s.box for line in data for s in line.segments if s.numeric and column.overlap(s.box) > 0]
    spread = min(
        max(values) - min(values)
        for values in ([b.x1 for b in boxes], [b.x0 for b in boxes], [b.centre[0] for b in boxes])
    )
    return spread <= 4.0


def _within(line: Line, extent: Box) -> bool:
    return line.is_data or (line.box.x0 >= extent.x0 - 12 and line.box.x1 <= extent.x1 + 12)


def _label_tail(below: Sequence[Line], last: Line, columns: Sequence[Column]) -> list[Line]:
    """Lines under the last row that go on with its label."""
    tail: list[Line] = []
    above = last
    for line in below:
        close = line.box.top - above.box.bottom <= (_LINE_PITCH - 1) * line.size_pt
        in_stub = len(line.segments) == 1 and line.box.x1 <= columns[0].x1 + 2 and not columns[0].numeric
        if not (close and in_stub and line.box.x0 >= columns[0].x0 - 2):
            break
        tail.append(line)
        above = line
    return tail


def _rows(body: Sequence[Line], columns: Sequence[Column], fills: Sequence[Fill]) -> list[list[Line]]:
    """Lines as rows: a line without numbers goes with a row beside it, or is a group row."""
    rows: list[list[Line]] = []
    pending: list[Line] = []
    pitch = _row_pitch(body)
    for line in body:
        if not line.is_data:
            if rows and not pending and _goes_on(rows[-1][-1], line, fills, pitch):
                rows[-1].append(line)
            else:
                pending.append(line)
            continue
        begun: list[Line] = []
        while pending and _begins(pending[-1], begun[0] if begun else line, line, columns, fills):
            begun.insert(0, pending.pop())
        rows.extend([p] for p in pending)
        pending = []
        rows.append([*begun, line])
    rows.extend([p] for p in pending)
    return rows


def _row_pitch(body: Sequence[Line]) -> float:
    """The usual distance between the tops of neighbouring data lines."""
    tops = [line.box.top for line in body if line.is_data]
    steps = sorted(b - a for a, b in pairwise(tops))
    return steps[len(steps) // 2] if steps else 0.0


def _goes_on(above: Line, line: Line, fills: Sequence[Fill], pitch: float) -> bool:
    """Whether a line without numbers is the rest of the row above it."""
    bands = _band(above, fills), _band(line, fills)
    if bands[0] != bands[1]:
        return False
    if bands[0] is not None:
        return True
    if line.box.top - above.box.bottom > (_LINE_PITCH - 1) * line.size_pt:
        return False
    text = line.segments[0].text
    several = len(line.segments) > 1
    dense = pitch and pitch <= _LINE_PITCH * line.size_pt
    return several or text[:1].islower() or text[:1] in "(&" or not dense


def _begins(
    line: Line, next_line: Line, data: Line, columns: Sequence[Column], fills: Sequence[Fill]
) -> bool:
    """Whether a line without numbers is the beginning of the row below it."""
    if _band(line, fills) != _band(data, fills):
        return False
    close = next_line.box.top - line.box.bottom <= (_LINE_PITCH - 1) * line.size_pt
    has_label = any(nearest_column(columns, s.box) == 0 and not s.numeric for s in data.segments)
    text = data.segments[0].text
    return close and (not has_label or text[:1].islower() or text[:1] in "(&")


def _band(line: Line, fills: Sequence[Fill]) -> Box | None:
    """The shaded band that a line stands on: the smallest one."""
    x, y = line.segments[0].box.centre
    holding = [f.box for f in fills if f.box.holds(x, y)]
    return min(holding, key=lambda b: b.width * b.height) if holding else None


def _row_slots(row: Sequence[Line], columns: Sequence[Column], number: int) -> list[Slot]:
    if len(row) == 1 and not row[0].is_data and _spans(row[0], columns):
        words = tuple(row[0].words)
        box = Box(columns[0].x0, row[0].box.top, columns[-1].x1, row[0].box.bottom)
        return [Slot(number, 0, 1, len(columns), box, words)]
    parts: dict[int, list[Segment]] = {}
    for line in row:
        for segment in line.segments:
            parts.setdefault(nearest_column(columns, segment.box), []).append(segment)
    top, bottom = min(line.box.top for line in row), max(line.box.bottom for line in row)
    slots = []
    for index, column in enumerate(columns):
        own = parts.get(index, [])
        boxes = [s.box for s in own]
        box = union(boxes) if boxes else Box(column.x0, top, column.x1, bottom)
        slots.append(Slot(number, index, 1, 1, box, tuple(w for s in own for w in s.words)))
    return slots


def _spans(line: Line, columns: Sequence[Column]) -> bool:
    """A group row: one text that begins at the table's left, or stands in its middle."""
    if len(line.segments) != 1:
        return False
    return line.box.x0 <= columns[0].x1 or (len(columns) > 2 and is_in_the_middle(line.box, columns))

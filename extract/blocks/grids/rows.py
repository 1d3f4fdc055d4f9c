"""The rows of a borderless table: which lines make one row, and which are rows of their own.

In: the lines of a table's body, and its columns. Out: lines as rows, rows as slots. Out of scope: which
lines are the body (``borderless.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.blocks.grids.boxhead import is_in_the_middle
from extract.blocks.grids.grid import Slot
from extract.blocks.grids.segments import Line, Segment
from extract.model import Box, Fill, union

_LED = re.compile(r"[.…]{3}$")  # leaders end a label
_NOTE = re.compile(
    r"\S{1,4} ?=|(Source|Note|NOTE|SOURCE)s?\b"
)  # "p = preliminary" explains, and goes on with nothing
LINE_PITCH = 1.45  # of the font's size: lines of one label stand closer


@dataclass(frozen=True, slots=True)
class Column:
    """The extent that the segments of a column cover."""

    x0: float
    x1: float
    numeric: bool

    def overlap(self, box: Box) -> float:
        """Points that a box shares with the column."""
        return min(self.x1, box.x1) - max(self.x0, box.x0)


def nearest_column(columns: Sequence[Column], box: Box) -> int:
    """The column that shares most with a box, else the nearest one."""
    return max(range(len(columns)), key=lambda i: (columns[i].overlap(box), -i))


def label_tail(below: Sequence[Line], last: Line, columns: Sequence[Column]) -> list[Line]:
    """Lines under the last row that go on with its label."""
    tail: list[Line] = []
    above = last
    if columns[0].numeric or _LED.search(last.segments[0].text):
        return []
    for line in below:
        close = line.box.top - above.box.bottom <= (LINE_PITCH - 1) * line.size_pt
        in_stub = len(line.segments) == 1 and line.box.x1 <= columns[1].x0 and not is_note(line)
        if not (close and in_stub and line.box.x0 >= columns[0].x0 - 2):
            break
        tail.append(line)
        above = line
    return tail


def is_note(line: Line) -> bool:
    """Whether a line explains a symbol or names a source."""
    return _NOTE.match(line.segments[0].text) is not None


def as_rows(body: Sequence[Line], columns: Sequence[Column], fills: Sequence[Fill]) -> list[list[Line]]:
    """Lines as rows: a line without numbers goes with a row beside it, or is a group row."""
    rows: list[list[Line]] = []
    pending: list[Line] = []
    pitch = _row_pitch(body)
    for index, line in enumerate(body):
        if _is_caption(line, columns):
            rows.extend([p] for p in (*pending, line))
            pending = []
            continue
        if not line.is_data:
            next_data = next((x for x in body[index + 1 :] if x.is_data), None)
            heads_next = next_data is not None and _heads(line, next_data)
            if rows and not pending and not heads_next and _goes_on(rows[-1][-1], line, fills, pitch):
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


def _is_caption(line: Line, columns: Sequence[Column]) -> bool:
    """Whether a line is one text in the middle, over several columns of figures: no part of a label."""
    over = sum(column.overlap(line.box) > 0 for column in columns[1:])
    return len(line.segments) == 1 and line.box.x0 > columns[0].x1 and over >= 2 and _spans(line, columns)


def _heads(line: Line, data: Line) -> bool:
    """Whether a label goes on in the row below, where its figures stand: "State offices / and tribes 61"."""
    text, rest = line.segments[0].text, data.segments[0]
    return len(line.segments) == 1 and not text[:1].islower() and not rest.numeric and rest.text[:1].islower()


def _row_pitch(body: Sequence[Line]) -> float:
    """The usual distance between the tops of neighbouring data lines."""
    tops = [line.box.top for line in body if line.is_data]
    steps = sorted(b - a for a, b in pairwise(tops))
    return steps[len(steps) // 2] if steps else 0.0


def _goes_on(above: Line, line: Line, fills: Sequence[Fill], pitch: float) -> bool:
    """Whether a line without numbers is the rest of the row above it."""
    bands = band(above, fills), band(line, fills)
    if bands[0] != bands[1]:
        return False
    if bands[0] is not None:
        return True
    if line.box.top - above.box.bottom > (LINE_PITCH - 1) * line.size_pt:
        return False
    text = line.segments[0].text
    several = len(line.segments) > 1
    dense = pitch and pitch <= LINE_PITCH * line.size_pt
    return several or text[:1].islower() or text[:1] in "(&" or not dense


def _begins(
    line: Line, next_line: Line, data: Line, columns: Sequence[Column], fills: Sequence[Fill]
) -> bool:
    """Whether a line without numbers is the beginning of the row below it."""
    if band(line, fills) != band(data, fills):
        return False
    close = next_line.box.top - line.box.bottom <= (LINE_PITCH - 1) * line.size_pt
    has_label = any(nearest_column(columns, s.box) == 0 and not s.numeric for s in data.segments)
    text = data.segments[0].text
    return close and (not has_label or text[:1].islower() or text[:1] in "(&")


def band(line: Line, fills: Sequence[Fill]) -> Box | None:
    """The shaded band that a line stands on: the smallest one."""
    x, y = line.segments[0].box.centre
    holding = [f.box for f in fills if f.box.holds(x, y)]
    return min(holding, key=lambda b: b.width * b.height) if holding else None


def row_slots(row: Sequence[Line], columns: Sequence[Column], number: int) -> list[Slot]:
    """A row's slots: one for each column, or one over all for a group row that stands over them."""
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
    """A group row: one text that begins at the table's left, or stands in its middle.

    A text that ends before the second column is a label without figures, in the stub alone.
    """
    if len(line.segments) != 1:
        return False
    if line.box.x1 <= columns[1].x0 and not (columns[0].numeric or line.segments[0].numeric):
        return False
    return line.box.x0 <= columns[0].x1 or (len(columns) > 2 and is_in_the_middle(line.box, columns))

"""The boxhead of a borderless table: column heads of several lines, and spanners over them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from extract.blocks.grids.grid import Slot, text_lines
from extract.blocks.grids.segments import Line, Segment
from extract.model import Box, Word, union

_MOST_LINES = 8
_FIRST_GAP = 3.2  # of the font's size, between the boxhead and the first row
_NEXT_GAP = 1.6  # between its lines
_PROSE_WORDS = 12
_WRAP_GAP = 0.6  # lines of one head stand closer
_CENTRED_PT = 8.0
_MANY = 4
_MIDDLE = 0.08  # of a table's width
_LEFT_OVER_PT = 6.0  # what a column without a spanner counts against a division
_SAME_SIZE = 1.25  # larger letters above are a page's title

Spanner = tuple[int, int, Segment]  # first column, last column, words


class Extent(Protocol):
    """A column as far as the boxhead needs it."""

    @property
    def x0(self) -> float:
        """Left edge in points."""

    @property
    def x1(self) -> float:
        """Right edge in points."""

    @property
    def numeric(self) -> bool:
        """Whether numbers stand in it."""


def find_boxhead(above: Sequence[Line], columns: Sequence[Extent], first_row: Line) -> list[Line]:
    """The lines above a table's first row that stand over its columns, from top to bottom.

    Args:
        above: The page's lines above the row, from top to bottom.
        columns: From left to right.
        first_row: The first row with numbers.

    Returns:
        The lines of the boxhead; none where prose or nothing stands above.
    """
    found: list[Line] = []
    below = first_row.box.top
    allowed = _FIRST_GAP
    for line in reversed(above[-_MOST_LINES:]):
        larger = bool(found) and line.size_pt > _SAME_SIZE * found[0].size_pt
        if larger or below - line.box.bottom > allowed * line.size_pt or not _may_head(line, columns):
            break
        found.insert(0, line)
        below = line.box.top
        allowed = _NEXT_GAP if _over_columns(line, columns) else allowed
    while found and not _over_columns(found[0], columns):
        found.pop(0)
    return found


def _may_head(line: Line, columns: Sequence[Extent]) -> bool:
    """Not a paragraph's line, nor one that stands across the table from its left."""
    left, right = columns[0].x0, columns[-1].x1
    if line.box.x0 < left - 40 or line.box.x1 > right + 40:
        return False
    if len(line.segments) == 1:
        segment = line.segments[0]
        crosses = segment.box.x0 < columns[0].x1 and segment.box.x1 > columns[1].x1
        return not crosses and len(segment.words) < _PROSE_WORDS
    return True


def _over_columns(line: Line, columns: Sequence[Extent]) -> bool:
    first = next(c for c in columns if c.numeric)
    stub_end = max([c.x1 for c in columns if c.x1 <= first.x0], default=columns[0].x0)
    return any(s.box.x1 > max(stub_end, first.x0 - 30) and s.words for s in line.segments) and not (
        len(line.segments) == 1 and line.box.x0 < stub_end and columns[0].x1 < first.x0
    )


def split_groups(lines: Sequence[Line], columns: Sequence[Extent]) -> tuple[list[Line], list[Line]]:
    """The boxhead proper, and the lines below it that stand over the stub only: group rows."""
    head = list(lines)
    groups: list[Line] = []
    while head and (not _over_columns(head[-1], columns) or _is_caption_row(head, columns)):
        groups.insert(0, head.pop())
    return head, groups


def _is_caption_row(head: Sequence[Line], columns: Sequence[Extent]) -> bool:
    """Whether the last line opens the body: one text in the middle, such as "NUMBER", under many heads."""
    last = head[-1]
    many = len(columns) >= _MANY and any(len(line.segments) >= _MANY for line in head[:-1])
    return many and len(last.segments) == 1 and is_in_the_middle(last.box, columns)


def is_in_the_middle(box: Box, columns: Sequence[Extent]) -> bool:
    """Whether a text stands in the middle of a table, or of its columns beside the stub."""
    width = columns[-1].x1 - columns[0].x0
    middles = [(c.x0 + columns[-1].x1) / 2 for c in columns[:2]]
    return min(abs(box.centre[0] - middle) for middle in middles) < _MIDDLE * width


def head_slots(lines: Sequence[Line], columns: Sequence[Extent]) -> tuple[int, list[Slot]]:
    """The boxhead as slots: titles, a row for each level of spanners, then one of column heads.

    Read from the bottom up: each head widens its column, so that the lines above find it.

    Args:
        lines: From top to bottom.
        columns: From left to right.

    Returns:
        How many rows it takes, and its slots. Words over one column are one head, however many
        lines they take.
    """
    if not lines:
        return 0, []
    extents = [[c.x0, c.x1] for c in columns]
    heads: dict[int, list[Word]] = {}
    spanners: list[list[Spanner]] = []
    titles: list[Line] = []
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if _is_title(line, columns, heads, lines[:index]):
            titles.insert(0, line)
            continue
        spans = _read_line(line, columns, extents, heads)
        if spans:
            spanners.insert(0, spans)
    rows = [*_title_slots(titles, columns), *_spanner_slots(spanners, len(titles))]
    levels = len(titles) + len(spanners)
    rows.extend(_head_slots(lines, columns, heads, spanners, len(titles)))
    return levels + 1, rows


def _read_line(
    line: Line, columns: Sequence[Extent], extents: list[list[float]], heads: dict[int, list[Word]]
) -> list[Spanner]:
    """Put each segment over its column, or return it as a spanner."""
    repeated = _by_pattern(line, columns, extents, heads)
    if repeated:
        return repeated
    wide: list[tuple[Segment, list[tuple[int, int]]]] = []
    single: list[tuple[Segment, list[int]]] = []
    for segment in (s for s in line.segments if s.words):
        over = [
            i for i, (x0, x1) in enumerate(extents) if min(x1, segment.box.x1) - max(x0, segment.box.x0) > 1
        ]
        spans = _spans(segment, over, columns, extents, heads)
        if spans:
            wide.append((segment, spans))
        else:
            single.append((segment, over))
    names = [" ".join(w.text for w in heads.get(i, [])) for i in range(len(extents))]
    spanners = _divide(wide, extents, names)
    for segment, over in single:
        if len(over) <= 1:
            _put(segment.words, over[0] if over else _nearest(segment.box, extents), extents, heads)
            continue
        borders = [(a[1] + b[0]) / 2 for a, b in pairwise(extents)]
        for word in segment.words:
            _put((word,), sum(word.box.centre[0] > b for b in borders), extents, heads)
    return spanners


def _by_pattern(
    line: Line, columns: Sequence[Extent], extents: list[list[float]], heads: dict[int, list[Word]]
) -> list[Spanner]:
    """Spanners over heads that repeat: as many as groups that begin alike, each within its own.

    "2017 2018" over "Q1 Q2 Total Q1 Q2 Total" need not stand in the middle of their groups.
    """
    first = next(i for i, c in enumerate(columns) if c.numeric)
    names = [" ".join(w.text for w in heads.get(i, [])) for i in range(len(columns))]
    starts = [i for i in range(first, len(columns)) if names[i] and names[i] == names[first]]
    over = [s for s in line.segments if s.words and s.box.x1 > extents[first][0]]
    if len(starts) < 2 or not all(names[first:]) or not len(over) == len(starts) == len(line.segments):
        return []
    ends = [*(start - 1 for start in starts[1:]), len(columns) - 1]
    spans = list(zip(starts, ends, over, strict=True))
    inside = all(extents[a][0] - 4 <= s.box.centre[0] <= extents[b][1] + 4 for a, b, s in spans)
    return spans if inside and all(b > a for a, b, _ in spans) else []


def _divide(
    wide: Sequence[tuple[Segment, list[tuple[int, int]]]],
    extents: Sequence[Sequence[float]],
    names: Sequence[str],
) -> list[Spanner]:
    """The columns of each spanner of a line: apart from each other, their middles under its own.

    Columns left over between spanners count against a division, and so do spanners whose first
    heads differ: a line of spanners usually covers all columns, in a pattern that repeats.
    """

    def best(index: int, free: int, start: str | None) -> tuple[float, tuple[tuple[int, int], ...]]:
        if index == len(wide):
            return _LEFT_OVER_PT * (len(extents) - free), ()
        segment, spans = wide[index]
        options = []
        for a, b in spans:
            if a >= free:
                rest, chosen = best(index + 1, b + 1, names[a])
                unlike = _LEFT_OVER_PT * (a - free + 2 * (start is not None and start != names[a]))
                options.append((_off_centre(segment, (a, b), extents) + unlike + rest, ((a, b), *chosen)))
        return min(options, default=(float("inf"), tuple(s[0] for _, s in wide[index:])))

    _, chosen = best(0, 0, None)
    return [(a, b, segment) for (a, b), (segment, _) in zip(chosen, wide, strict=True)]


def _off_centre(segment: Segment, span: tuple[int, int], extents: Sequence[Sequence[float]]) -> float:
    return abs((extents[span[0]][0] + extents[span[1]][1]) / 2 - segment.box.centre[0])


def _put(
    words: Sequence[Word], column: int, extents: list[list[float]], heads: dict[int, list[Word]]
) -> None:
    heads.setdefault(column, []).extend(words)
    others = [e for i, e in enumerate(extents) if i != column]
    for word in words:
        x0, x1 = word.box.x0, word.box.x1
        if not any(x0 < o[1] and o[0] < x1 for o in others):
            extents[column] = [min(extents[column][0], x0), max(extents[column][1], x1)]


def _nearest(box: Box, extents: Sequence[Sequence[float]]) -> int:
    return min(range(len(extents)), key=lambda i: _off(box, extents[i]))


def _off(box: Box, extent: Sequence[float]) -> float:
    """How far a box is from being aligned with an extent, at its left, middle or right."""
    x0, x1 = extent
    return min(abs(box.x0 - x0), abs(box.x1 - x1), abs(box.centre[0] - (x0 + x1) / 2))


def _spans(
    segment: Segment,
    over: Sequence[int],
    columns: Sequence[Extent],
    extents: Sequence[Sequence[float]],
    heads: dict[int, list[Word]],
) -> list[tuple[int, int]]:
    """The columns, as (first, last), that a spanner may cover; none for the head of one column.

    A spanner stands over columns that have heads below it, its middle near theirs.
    """
    candidates = [
        (a, b)
        for a in range(len(columns))
        for b in range(a + 1, len(columns))
        if all(i in heads for i in range(a, b + 1))
        and columns[a].numeric
        and all(a <= i <= b for i in over)
        and extents[a][0] - 8 <= segment.box.x0
        and segment.box.x1 <= extents[b][1] + 8
    ]
    if not candidates or len(over) >= 2:
        return candidates
    off = min(_off_centre(segment, span, extents) for span in candidates)
    column = over[0] if over else _nearest(segment.box, extents)
    own = _off(segment.box, extents[column])
    if column in heads:
        below = union([w.box for w in heads[column]])
        if below.top - segment.box.bottom > _WRAP_GAP * segment.words[0].size_pt and off <= _CENTRED_PT:
            return candidates
        own = min(own, _off(segment.box, (below.x0, below.x1)))
    return candidates if off + 3 < own else []


def _is_title(
    line: Line, columns: Sequence[Extent], heads: dict[int, list[Word]], above: Sequence[Line]
) -> bool:
    """A line over heads that speaks of the whole table: centred on it, or at its left alone.

    No column head stands above a title.
    """
    if len(line.segments) != 1 or not any(i in heads for i, c in enumerate(columns) if c.numeric):
        return False
    if any(len(other.segments) > 1 for other in above):
        return False
    box = line.segments[0].box
    if not _over_columns(line, columns):
        at_left = box.x0 <= columns[0].x0 + 4
        return 0 not in heads or columns[0].numeric or (at_left and not _wraps(line, heads))
    middle = (columns[0].x0 + columns[-1].x1) / 2
    numeric = [c for c in columns if c.numeric]
    over_numbers = (numeric[0].x0 + columns[-1].x1) / 2
    off = abs(box.centre[0] - middle)
    centred = off < max(_CENTRED_PT, 0.03 * (columns[-1].x1 - columns[0].x0))
    return not above and centred and 2 * off < abs(box.centre[0] - over_numbers)


def _wraps(line: Line, heads: dict[int, list[Word]]) -> bool:
    """Whether a line over the stub is the first line of the stub's own head below it."""
    below = min((w.box.top for w in heads.get(0, [])), default=line.box.bottom + 99)
    return below - line.box.bottom < 0.5 * line.size_pt


def _title_slots(titles: Sequence[Line], columns: Sequence[Extent]) -> list[Slot]:
    return [Slot(row, 0, 1, len(columns), line.box, tuple(line.words)) for row, line in enumerate(titles)]


def _spanner_slots(spanners: Sequence[Sequence[Spanner]], start: int) -> list[Slot]:
    return [
        Slot(level, first, 1, last - first + 1, segment.box, segment.words)
        for level, spans in enumerate(spanners, start=start)
        for first, last, segment in spans
    ]


def _head_slots(
    lines: Sequence[Line],
    columns: Sequence[Extent],
    heads: dict[int, list[Word]],
    spanners: Sequence[Sequence[Spanner]],
    titles: int,
) -> list[Slot]:
    top, bottom = lines[0].box.top, lines[-1].box.bottom
    levels = titles + len(spanners)
    slots = []
    for index, column in enumerate(columns):
        covering = [
            level
            for level, spans in enumerate(spanners, start=titles)
            if any(first <= index <= last for first, last, _ in spans)
        ]
        start = max(covering) + 1 if covering else titles
        words = heads.get(index, [])
        box = union([w.box for w in words]) if words else Box(column.x0, top, column.x1, bottom)
        ordered = tuple(w for line in text_lines(words) for w in line)
        slots.append(Slot(start, index, levels + 1 - start, 1, box, ordered))
    return slots

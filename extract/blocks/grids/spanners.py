"""Which columns a spanner of a boxhead covers.

In: a piece of a head's line, and the columns with the heads found below it. Out: first and last
column. A line drawn below a spanner tells; else heads that repeat below, or the middles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from extract.blocks.grids.grid import Grid, text_lines
from extract.blocks.grids.segments import YEAR, Line, Segment, find_lines
from extract.model import Box, Ruling, Word, union

WRAP_GAP = 0.6  # lines of one head stand closer
CENTRED_PT = 8.0
_ALIGNED_PT = 3.0  # lines of one head are aligned at their left, middle or right
_LEFT_OVER_PT = 6.0  # what a column without a spanner counts against a division
_AT_EDGE_PT = 4.0  # of a piece of a line: a head that isn't centred on its column stands closer
_MOST_PIECES = 40  # of a line on each side of a text: no spanner covers more cells
_RULE_BELOW = 0.9  # of the font's size: a line drawn below a spanner stands closer
_MOST_WIDE = 0.95  # of the table: a line so wide is the table's own

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


class Boxed(NamedTuple):
    """What drawn cells around heads tell, and the lines without their words.

    Attributes:
        heads: The words of cells over one column, by its place.
        spanners: Of cells over several columns, a list for each row of cells that holds some.
    """

    lines: list[Line]
    heads: dict[int, tuple[Word, ...]]
    spanners: list[list[Spanner]]


def boxed(lines: Sequence[Line], columns: Sequence[Extent], boxes: Sequence[Grid]) -> Boxed:
    """A boxhead's lines, read by the cells that are drawn around its words.

    What stands side by side in one cell is left in the lines, and so are several columns' heads in the last
    row of a box.

    Args:
        lines: From top to bottom.
        columns: From left to right.
        boxes: Grids that are drawn around heads alone.
    """
    inside = {id(w) for line in lines for w in line.words}
    heads: dict[int, tuple[Word, ...]] = {}
    rows: dict[tuple[int, int], list[Spanner]] = {}
    for number, box in enumerate(boxes):
        for slot in box.slots:
            over = [i for i, c in enumerate(columns) if slot.box.x0 <= (c.x0 + c.x1) / 2 <= slot.box.x1]
            alone = all(len(line.segments) == 1 for line in find_lines(slot.words))
            if not over or not slot.words or not alone or not all(id(w) in inside for w in slot.words):
                continue
            words = tuple(w for line in text_lines(slot.words) for w in line)
            if len(over) == 1:
                heads[over[0]] = heads.get(over[0], ()) + words
            elif slot.row + slot.row_span < box.row_count and columns[over[0]].numeric:
                segment = Segment(words, union([w.box for w in words]), numeric=False)
                rows.setdefault((number, slot.row), []).append((over[0], over[-1], segment))
    spanners = [sorted(rows[row], key=lambda span: span[0]) for row in sorted(rows)]
    taken = {id(w) for words in heads.values() for w in words}
    taken |= {id(w) for row in spanners for _, _, s in row for w in s.words}
    rest = find_lines(w for line in lines for w in line.words if id(w) not in taken) if taken else [*lines]
    return Boxed(rest, heads, spanners)


def by_pattern(
    line: Line, columns: Sequence[Extent], extents: list[list[float]], heads: dict[int, list[Word]]
) -> list[Spanner]:
    """Spanners over heads that repeat: as many as groups that begin alike, each within its own.

    "2017 2018" over "Q1 Q2 Total Q1 Q2 Total" need not stand in the middle of their groups. Behind groups
    that are all alike, columns may follow that have a text each: "2 Year" over a last "% Chg".
    """
    first = next(i for i, c in enumerate(columns) if c.numeric)
    names = [" ".join(w.text for w in heads.get(i, [])) for i in range(len(columns))]
    starts = [i for i in range(first, len(columns)) if names[i] and names[i] == names[first]]
    over = [s for s in line.segments if s.words and s.box.x1 > extents[first][0]]
    if len(starts) < 2 or not all(names[first:]) or len(over) != len(line.segments):
        return []
    end = _end_of_pattern(names, starts) if len(over) > len(starts) else len(columns)
    ends = [*(start - 1 for start in starts[1:]), end - 1]
    border = sum(extents[end - 1][1:] + extents[end][:1]) / 2 if end < len(columns) else float("inf")
    within = [s for s in over if s.box.centre[0] < border]
    if len(within) != len(starts):
        return []
    spans = list(zip(starts, ends, within, strict=True))
    inside = all(extents[a][0] - 4 <= s.box.centre[0] <= extents[b][1] + 4 for a, b, s in spans)
    return spans if inside and all(b > a for a, b, _ in spans) else []


def _end_of_pattern(names: Sequence[str], starts: Sequence[int]) -> int:
    """Where the last of groups that are all alike ends; the last column's end where they aren't."""
    length = starts[1] - starts[0]
    groups = [tuple(names[start : start + length]) for start in starts]
    return starts[-1] + length if len(set(groups)) == 1 else len(names)


def divide(
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
                options.append((off_centre(segment, (a, b), extents) + unlike + rest, ((a, b), *chosen)))
        return min(options, default=(float("inf"), tuple(s[0] for _, s in wide[index:])))

    _, chosen = best(0, 0, None)
    return [(a, b, segment) for (a, b), (segment, _) in zip(chosen, wide, strict=True)]


def off_centre(segment: Segment, span: tuple[int, int], extents: Sequence[Sequence[float]]) -> float:
    """How far a segment's middle is from that of columns."""
    return abs((extents[span[0]][0] + extents[span[1]][1]) / 2 - segment.box.centre[0])


def nearest(box: Box, extents: Sequence[Sequence[float]]) -> int:
    """The column that a box is aligned with best."""
    return min(range(len(extents)), key=lambda i: off(box, extents[i]))


def off(box: Box, extent: Sequence[float]) -> float:
    """How far a box is from being aligned with an extent, at its left, middle or right."""
    x0, x1 = extent
    return min(abs(box.x0 - x0), abs(box.x1 - x1), abs(box.centre[0] - (x0 + x1) / 2))


def candidates(
    segment: Segment,
    over: Sequence[int],
    columns: Sequence[Extent],
    extents: Sequence[Sequence[float]],
    heads: dict[int, list[Word]],
) -> list[tuple[int, int]]:
    """The columns, as (first, last), that a spanner may cover; none for the head of one column.

    A spanner stands over columns that have heads below it, its middle near theirs.
    """
    found = [
        (a, b)
        for a in range(len(columns))
        for b in range(a + 1, len(columns))
        if all(i in heads for i in range(a, b + 1))
        and columns[a].numeric
        and all(a <= i <= b for i in over)
        and extents[a][0] - 8 <= segment.box.x0
        and segment.box.x1 <= extents[b][1] + 8
    ]
    if not found or len(over) >= 2:
        return found
    middle = min(off_centre(segment, span, extents) for span in found)
    column = over[0] if over else nearest(segment.box, extents)
    own = off(segment.box, extents[column])
    if column in heads:
        below = union([w.box for w in heads[column]])
        if below.top - segment.box.bottom > WRAP_GAP * segment.words[0].size_pt and middle <= CENTRED_PT:
            return found
        own = min(own, off(segment.box, (below.x0, below.x1)))
    return found if middle + 3 < own else []


def ruled_span(
    segment: Segment,
    line: Line,
    extents: Sequence[Sequence[float]],
    heads: Mapping[int, Sequence[Word]],
    rulings: Sequence[Ruling],
) -> tuple[int, int] | None:
    """The columns over which a line is drawn below a head, and below no other head of its line.

    A line in pieces is one where all columns over which it goes have heads below it.
    """
    low, size = segment.box.bottom, segment.words[0].size_pt
    widest = _MOST_WIDE * (extents[-1][1] - extents[0][0])
    near = [r.box for r in rulings if r.horizontal and -0.4 * size <= r.box.top - low <= _RULE_BELOW * size]
    whole = _whole_line(segment.box, near)
    for box in (*whole, *near):
        if box.width > widest or not box.x0 <= segment.box.centre[0] <= box.x1:
            continue
        if sum(box.x0 <= s.box.centre[0] <= box.x1 for s in line.segments) > 1:
            continue
        own = [i for i, (x0, x1) in enumerate(extents) if box.x0 - 2 <= (x0 + x1) / 2 <= box.x1 + 2]
        if len(own) > 1 and (box not in whole or all(i in heads for i in own)):
            return own[0], own[-1]
    return None


def _whole_line(text: Box, pieces: Sequence[Box]) -> list[Box]:
    """The line below a text, where it is drawn in pieces: the fewest that touch and have it in their middle.

    None where the piece below it is all its own: the text stands at its edge.
    """
    ordered = sorted(pieces, key=lambda box: box.x0)
    middle = text.centre[0]
    at = next((i for i, box in enumerate(ordered) if box.x0 <= middle <= box.x1), None)
    if at is None or min(abs(text.x0 - ordered[at].x0), abs(text.x1 - ordered[at].x1)) <= _AT_EDGE_PT:
        return []
    first = last = at
    while first > max(0, at - _MOST_PIECES) and _touch(ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < min(len(ordered), at + _MOST_PIECES) and _touch(ordered[last], ordered[last + 1]):
        last += 1
    ends = [(a, b) for a in range(first, at + 1) for b in range(at, last + 1) if a < b]
    runs = [Box(ordered[a].x0, ordered[at].top, ordered[b].x1, ordered[at].bottom) for a, b in ends]
    centred = [box for box in runs if abs(box.centre[0] - middle) <= CENTRED_PT]
    return [min(centred, key=lambda box: box.width)] if centred else []


def _touch(left: Box, right: Box) -> bool:
    return abs(left.top - right.top) <= 1 and right.x0 - left.x1 <= 1


def upper_lines(
    line: Line, lower: Sequence[Spanner], extents: Sequence[Sequence[float]], rulings: Sequence[Ruling]
) -> list[Spanner]:
    """The segments of a line as the upper lines of the years below; none unless each is one of them.

    "January 28," and "January 29," above "2023" and "2022", where a line drawn below the years tells what
    they cover, and the first words are as far from it as those of another head.
    """
    segments = [s for s in line.segments if s.words]
    if len(segments) != len(lower):
        return []
    pairs = list(zip(segments, lower, strict=True))
    for segment, (first, last, below) in pairs:
        gap = below.box.top - segment.box.bottom
        within = extents[first][0] - 8 <= segment.box.x0 and segment.box.x1 <= extents[last][1] + 8
        beneath = off(below.box, (segment.box.x0, segment.box.x1)) <= _ALIGNED_PT
        far = gap > WRAP_GAP * segment.words[0].size_pt or _parted(segment.box, below.box, rulings)
        if far or not within or not beneath or not YEAR.fullmatch(below.text):
            return []
    return [(first, last, segment) for segment, (first, last, _) in pairs]


def _parted(upper: Box, lower: Box, rulings: Sequence[Ruling]) -> bool:
    """Whether a line is drawn between two texts."""
    middles = upper.centre[1], lower.centre[1]
    return any(
        r.horizontal and middles[0] < r.box.top < middles[1] and r.box.x0 < upper.x1 and upper.x0 < r.box.x1
        for r in rulings
    )


def goes_on(upper: Sequence[Spanner], lower: Sequence[Spanner]) -> bool:
    """Whether spanners go on in the line below: over the same columns, and as close as lines of one text."""
    same = [(a, b) for a, b, _ in upper] == [(a, b) for a, b, _ in lower]
    gap = min(s.box.top for _, _, s in lower) - max(s.box.bottom for _, _, s in upper)
    return same and gap <= WRAP_GAP * upper[0][2].words[0].size_pt


def joined(upper: Sequence[Spanner], lower: Sequence[Spanner]) -> list[Spanner]:
    """Spanners with the lines of the same ones below them."""
    pairs = zip(upper, lower, strict=True)
    return [
        (a, b, replace(s, words=s.words + t.words, box=union([s.box, t.box])))
        for (a, b, s), (_, _, t) in pairs
    ]

"""The boxhead of a borderless table: column heads of several lines, and spanners over them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.blocks.grids.grid import Grid, Slot, text_lines
from extract.blocks.grids.segments import Line, Segment
from extract.blocks.grids.spanners import (
    CENTRED_PT,
    WRAP_GAP,
    Extent,
    Spanner,
    boxed,
    by_pattern,
    candidates,
    divide,
    goes_on,
    joined,
    nearest,
    off,
    off_centre,
    ruled_span,
    upper_lines,
)
from extract.blocks.grids.units import find_units
from extract.model import Box, Ruling, Word, union

_MOST_LINES = 8
_FIRST_GAP = 3.2  # of the font's size, between the boxhead and the first row
_NEXT_GAP = 1.6  # between its lines
_PROSE_WORDS = 12
_MANY = 4
_MIDDLE = 0.08  # of a table's width
_IN_BRACKETS = re.compile(r"[(\[].*[)\]]")
_SAME_SIZE = 1.25  # larger letters above are a page's title


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
        if (
            _is_band(line, found)
            or larger
            or below - line.box.bottom > allowed * line.size_pt
            or not _may_head(line, columns)
        ):
            break
        found.insert(0, line)
        below = line.box.top
        allowed = _NEXT_GAP if _over_columns(line, columns) else allowed
    while found and (not _over_columns(found[0], columns) or _is_set_apart(found)):
        found.pop(0)
    return found


def _is_band(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is one text in white, on the band that heads a table, and not its heads in white."""
    is_light = len(line.segments) == 1 and all(_is_white(w) for w in line.words)
    return is_light and bool(below) and not any(_is_white(w) for w in below[0].words)


def _is_white(word: Word) -> bool:
    return word.colour == "#ffffff"


def _is_set_apart(lines: Sequence[Line]) -> bool:
    """Whether the first line is a title: one text in bold above plain heads, or in brackets above several."""
    first, below = lines[0], lines[1:]
    if len(first.segments) != 1 or not any(len(line.segments) > 1 for line in below):
        return False
    plain = not any(w.bold for line in below for w in line.words)
    return _IN_BRACKETS.fullmatch(first.segments[0].text) is not None or (
        plain and all(w.bold for w in first.words)
    )


def _may_head(line: Line, columns: Sequence[Extent]) -> bool:
    """Not a caption, nor a paragraph's line, nor one that stands across the table from its left."""
    if line.is_caption:
        return False
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


def head_slots(
    lines: Sequence[Line],
    columns: Sequence[Extent],
    rulings: Sequence[Ruling] = (),
    boxes: Sequence[Grid] = (),
) -> tuple[int, list[Slot]]:
    """The boxhead as slots: titles, a row for each level of spanners, one of column heads, one of units.

    Read from the bottom up: each head widens its column, so that the lines above find it.

    Args:
        lines: From top to bottom.
        columns: From left to right.
        rulings: Of the page; a line below a spanner tells what it covers.
        boxes: Grids drawn around heads alone, whose cells tell it too.

    Returns:
        How many rows it takes, and its slots. Words over one column are one head, however many
        lines they take.
    """
    if not lines:
        return 0, []
    units = find_units(lines, columns)
    if units:
        count, slots = head_slots(lines[:-1], columns, rulings, boxes)
        slots += [Slot(count, a, 1, b - a + 1, s.box, s.words) for a, b, s in units]
        stub = Box(columns[0].x0, lines[-1].box.top, columns[0].x1, lines[-1].box.bottom)
        return count + 1, [*slots, *([Slot(count, 0, 1, 1, stub)] if units[0][0] == 1 else [])]
    top, bottom = lines[0].box.top, lines[-1].box.bottom
    lines, in_cells, spanners_in_cells = boxed(lines, columns, boxes)
    extents = [[c.x0, c.x1] for c in columns]
    heads: dict[int, list[Word]] = {}
    for column, words in in_cells.items():
        _put(words, column, extents, heads)
    spanners: list[list[Spanner]] = []
    titles: list[Line] = []
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if _is_title(line, columns, heads, lines[:index]):
            titles.insert(0, line)
            continue
        spans = upper_lines(line, spanners[0], extents, rulings) if spanners else []
        spans = spans or _read_line(
            line, columns, extents, heads, rulings, taken=_beside(line, spanners_in_cells)
        )
        if spans and spanners and goes_on(spans, spanners[0]):
            spanners[0] = joined(spans, spanners[0])
        elif spans:
            spanners.insert(0, spans)
    spanners = [*spanners_in_cells, *spanners]
    rows = [*_title_slots(titles, columns), *_spanner_slots(spanners, len(titles))]
    levels = len(titles) + len(spanners)
    rows.extend(_head_slots((top, bottom), columns, heads, spanners, len(titles)))
    return levels + 1, rows


def _beside(line: Line, spanners: Sequence[Sequence[Spanner]]) -> frozenset[int]:
    """The columns of spanners in drawn cells that stand beside a line."""
    level = line.box.centre[1]
    spans = (span for row in spanners for span in row if span[2].box.top <= level <= span[2].box.bottom)
    return frozenset(i for a, b, _ in spans for i in range(a, b + 1))


def _read_line(
    line: Line,
    columns: Sequence[Extent],
    extents: list[list[float]],
    heads: dict[int, list[Word]],
    rulings: Sequence[Ruling],
    *,
    taken: frozenset[int],
) -> list[Spanner]:
    """Put each segment over its column, or return it as a spanner of columns that aren't taken."""
    drawn = {id(s): ruled_span(s, line, extents, heads, rulings) for s in line.segments if s.words}
    spanners = [(*span, s) for s in line.segments if (span := drawn.get(id(s)))]
    if spanners:
        covered = {i for a, b, _ in spanners for i in range(a, b + 1)}
        rest = [s for s in line.segments if s.words and not drawn.get(id(s))]
        for segment in rest:
            free = [i for i in range(len(extents)) if i not in covered] or list(range(len(extents)))
            _put(segment.words, min(free, key=lambda i: off(segment.box, extents[i])), extents, heads)
        return spanners
    repeated = by_pattern(line, columns, extents, heads)
    if repeated:
        rest = [s for s in line.segments if s.words and not any(s is t for _, _, t in repeated)]
        behind = range(repeated[-1][1] + 1, len(extents))
        for place, segment in enumerate(rest):
            if len(rest) == len(behind):
                _put(segment.words, behind[place], extents, heads)
            else:
                _put_apart(segment, behind, extents, heads)
        return repeated
    wide: list[tuple[Segment, list[tuple[int, int]]]] = []
    single: list[tuple[Segment, list[int]]] = []
    for segment in (s for s in line.segments if s.words):
        over = [
            i for i, (x0, x1) in enumerate(extents) if min(x1, segment.box.x1) - max(x0, segment.box.x0) > 1
        ]
        spans = [
            (a, b)
            for a, b in candidates(segment, over, columns, extents, heads)
            if taken.isdisjoint(range(a, b + 1))
        ]
        if spans:
            wide.append((segment, spans))
        else:
            single.append((segment, over))
    names = [" ".join(w.text for w in heads.get(i, [])) for i in range(len(extents))]
    spanners = divide(wide, extents, names)
    for segment, over in single:
        if len(over) <= 1 or _is_common(segment, over, columns, extents, heads):
            _put(segment.words, over[0] if over else nearest(segment.box, extents), extents, heads)
        else:
            _put_apart(segment, range(len(extents)), extents, heads)
    return spanners


def _put_apart(
    segment: Segment, columns: range, extents: list[list[float]], heads: dict[int, list[Word]]
) -> None:
    """Each word of a text to the one of some neighbouring columns that it stands over."""
    borders = [(extents[i][1] + extents[i + 1][0]) / 2 for i in columns[:-1]]
    for word in segment.words:
        _put((word,), columns[sum(word.box.centre[0] > b for b in borders)], extents, heads)


def _is_common(
    segment: Segment,
    over: Sequence[int],
    columns: Sequence[Extent],
    extents: Sequence[Sequence[float]],
    heads: dict[int, list[Word]],
) -> bool:
    """Whether a text over two columns without heads is one for both: nearer to their middle than to either.

    Two heads with a narrow gap between them look alike, but each word then stands over its column.
    """
    if len(over) != 2 or any(i in heads or not columns[i].numeric for i in over):
        return False
    middle = (extents[over[0]][1] + extents[over[1]][0]) / 2
    sides = [
        [w.box for w in segment.words if w.box.centre[0] <= middle],
        [w.box for w in segment.words if w.box.centre[0] > middle],
    ]
    apart = max((off(union(boxes), extents[i]) for i, boxes in zip(over, sides, strict=True) if boxes))
    apart = apart if all(sides) else float("inf")
    return off_centre(segment, (over[0], over[1]), extents) + 3 < apart


def _put(
    words: Sequence[Word], column: int, extents: list[list[float]], heads: dict[int, list[Word]]
) -> None:
    heads.setdefault(column, []).extend(words)
    others = [e for i, e in enumerate(extents) if i != column]
    for word in words:
        x0, x1 = word.box.x0, word.box.x1
        if not any(x0 < o[1] and o[0] < x1 for o in others):
            extents[column] = [min(extents[column][0], x0), max(extents[column][1], x1)]


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
    if not _over_columns(line, columns):
        at_left = line.segments[0].box.x0 <= columns[0].x0 + 4
        return 0 not in heads or columns[0].numeric or (at_left and not _wraps(line, heads))
    if above and line.box.top - above[-1].box.bottom > WRAP_GAP * line.size_pt:
        return False  # a spanner below the title
    return all(_is_centred(other, columns) for other in (*above, line))


def _is_centred(line: Line, columns: Sequence[Extent]) -> bool:
    """Whether a line stands in the middle of the whole table, and not in that of its columns of numbers."""
    box = line.segments[0].box
    middle = (columns[0].x0 + columns[-1].x1) / 2
    numeric = [c for c in columns if c.numeric]
    over_numbers = (numeric[0].x0 + columns[-1].x1) / 2
    away = abs(box.centre[0] - middle)
    centred = away < max(CENTRED_PT, 0.03 * (columns[-1].x1 - columns[0].x0))
    return centred and 2 * away < abs(box.centre[0] - over_numbers)


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


def _shared_heads(columns: Sequence[Extent], heads: dict[int, list[Word]]) -> dict[int, int]:
    """Columns of numbers without a head, and the neighbour whose head stands in the middle of both."""
    shared: dict[int, int] = {}
    extents = [(c.x0, c.x1) for c in columns]
    for index, column in enumerate(columns):
        if index in heads or not column.numeric:
            continue
        for other in (index - 1, index + 1):
            if not 0 <= other < len(columns) or other not in heads or other in shared.values():
                continue
            box = union([w.box for w in heads[other]])
            pair = (min(index, other), max(index, other))
            middle = abs((extents[pair[0]][0] + extents[pair[1]][1]) / 2 - box.centre[0])
            if columns[other].numeric and middle + 3 < off(box, extents[other]):
                shared[index] = other
                break
    return shared


def _head_slots(
    edges: tuple[float, float],
    columns: Sequence[Extent],
    heads: dict[int, list[Word]],
    spanners: Sequence[Sequence[Spanner]],
    titles: int,
) -> list[Slot]:
    top, bottom = edges
    levels = titles + len(spanners)
    slots = []
    shared = _shared_heads(columns, heads)
    for index, column in enumerate(columns):
        if shared.get(index) == index - 1:
            continue
        covering = [
            level
            for level, spans in enumerate(spanners, start=titles)
            if any(first <= index <= last for first, last, _ in spans)
        ]
        start = max(covering) + 1 if covering else titles
        pair = shared.get(index) == index + 1 or shared.get(index + 1) == index
        words = heads.get(index, []) or (heads.get(index + 1, []) if pair else [])
        if shared.get(index - 1) == index:
            continue
        box = union([w.box for w in words]) if words else Box(column.x0, top, column.x1, bottom)
        ordered = tuple(w for line in text_lines(words) for w in line)
        slots.append(Slot(start, index, levels + 1 - start, 1 + pair, box, ordered))
    return slots

"""Tables beside each other, set apart so that neither is read as part of the other.

In: a page's words outside its ruled tables, and its lines. Out: the same words in parts that are
searched for tables one by one. Tables beside each other are told by lines across that end between
them, or by two numbered captions in one line. One table in two halves has neither. Out of scope:
prose beside a table (``prose.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from extract.blocks.grids.segments import Line, find_lines
from extract.model import Box, Ruling, Word

_SAME_PT = 3.0
_APART_PT = 6.0
_FEWEST_ROWS = 2  # of numbers in each
_LEVEL = 0.5  # of the lower one's height, that both share
_HEADS_PT = 40.0  # above the first line stand heads
_MOST_FRAMES = 60  # more are vector art
_TABLE = frozenset(("Table", "TABLE"))
_PAGE_PT = 1e6


def part_tables(words: Sequence[Word], rulings: Sequence[Ruling]) -> list[list[Word]]:
    """The words in parts: each of the tables that stand beside each other, and the rest.

    Args:
        words: Of one page, upright.
        rulings: Of the same page.

    Returns:
        Parts that hold every word once; one part where no two tables stand beside each other.
    """
    rest = list(words)
    parts: list[list[Word]] = []
    for zone in (*_between_lines(words, rulings), *_below_captions(words)):
        inside = [w for w in rest if zone.holds(*w.box.centre)]
        if inside:
            parts.append(inside)
            rest = [w for w in rest if not zone.holds(*w.box.centre)]
    return [*parts, rest]


# --- by lines --------------------------------------------------------------------------------


def _between_lines(words: Sequence[Word], rulings: Sequence[Ruling]) -> Iterator[Box]:
    """The places between lines of one extent that have another such place beside them."""
    frames = _frames(rulings)
    beside = sorted({f for pair in combinations(frames, 2) if _are_beside(*pair) for f in pair})
    if not beside:
        return
    lines = find_lines(words)
    tables = [part for frame in beside for part in _parts(frame, lines) if _holds_rows(part, lines)]
    for part in tables:
        if any(_are_beside(part, other) for other in tables):
            yield part


def _parts(frame: Box, lines: Sequence[Line]) -> Iterator[Box]:
    """A frame with the heads above its first line, parted where a text crosses its sides."""
    top = frame.top - _HEADS_PT
    for line in lines:
        if line.box.bottom > top and line.box.top < frame.bottom and _crosses(line, (frame.x0, frame.x1)):
            if line.box.top > top:
                yield Box(frame.x0 - _SAME_PT, top, frame.x1 + _SAME_PT, line.box.top)
            top = line.box.bottom
    yield Box(frame.x0 - _SAME_PT, top, frame.x1 + _SAME_PT, frame.bottom)


def _frames(rulings: Sequence[Ruling]) -> list[Box]:
    """From the first to the last of the lines that begin and end at the same places."""
    frames: list[Box] = []
    for box in sorted((r.box for r in rulings if r.horizontal), key=lambda b: b.top):
        for index, frame in enumerate(frames):
            if abs(frame.x0 - box.x0) <= _SAME_PT and abs(frame.x1 - box.x1) <= _SAME_PT:
                frames[index] = frame._replace(bottom=box.bottom)
                break
        else:
            frames.append(box)
    if len(frames) > _MOST_FRAMES:
        return []
    return [frame for frame in frames if frame.height > _APART_PT]


def _are_beside(first: Box, second: Box) -> bool:
    apart = max(first.x0, second.x0) - min(first.x1, second.x1) > _APART_PT
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return apart and shared > _LEVEL * min(first.height, second.height)


def _holds_rows(frame: Box, lines: Sequence[Line]) -> bool:
    """Whether rows stand in it that begin with a text: lines below single columns hold none."""
    rows = [[s.numeric for s in line.segments if frame.holds(*s.box.centre)] for line in lines]
    return sum(any(row[1:]) and not row[0] for row in rows) >= _FEWEST_ROWS


# --- by captions -----------------------------------------------------------------------------


def _below_captions(words: Sequence[Word]) -> Iterator[Box]:
    """What stands below each of the captions of one line, as far down as nothing crosses between them."""
    levels = sorted(w.box.bottom for w in words if w.text in _TABLE)
    if not any(b - a <= _SAME_PT for a, b in pairwise(levels)):
        return
    lines = find_lines(words)
    for index, line in enumerate(lines):
        starts = [s.box.x0 for s in line.segments if Line((s,), s.box, line.size_pt).is_caption]
        if len(starts) < 2:
            continue
        edges = [-_PAGE_PT, *(x - _SAME_PT for x in starts[1:]), _PAGE_PT]
        bottom = next((x.box.top for x in lines[index:] if _crosses(x, edges[1:-1])), _PAGE_PT)
        for left, right in pairwise(edges):
            yield Box(left, line.box.top, right, bottom)


def _crosses(line: Line, edges: Sequence[float]) -> bool:
    return any(s.box.x0 + _SAME_PT < edge < s.box.x1 - _SAME_PT for s in line.segments for edge in edges)

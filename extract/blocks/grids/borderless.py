"""Grids of borderless tables, from the places where numbers line up.

In: words that stand in no ruled table. Out: grids with a boxhead. Rows that hold numbers under
each other make the columns; lines without numbers between them are group rows or the rest of a
label; lines above them that stand over the columns are the boxhead. Out of scope: tables
without numbers (``textual.py``).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise, zip_longest

from extract.blocks.grids.axes import is_scale
from extract.blocks.grids.boxhead import find_boxhead, head_slots, split_groups
from extract.blocks.grids.grid import Drawn, Grid
from extract.blocks.grids.rows import LINE_PITCH, Column, as_rows, label_tail, row_slots
from extract.blocks.grids.segments import TEXT_GAP, Line, Segment, find_lines, with_pictures
from extract.blocks.grids.spanners import WRAP_GAP
from extract.model import Box, Fill, Image, Ruling, Word, union

_MOST_BETWEEN = 3  # lines without numbers between two rows of one table
_ROW_GAP_PT = 60.0  # rows with charts stand this far apart
_LOOSE_GAP_PT = 24.0  # rows that share only some columns
_PROSE_WORDS = 9
_PROSE_GAP = 1.6  # of the font's size: justified prose seldom opens wider ones
_CLAUSE_WORDS = 4
_HEAD_GAP = 3.2  # of the font's size, between heads and the first row
_MOST_PROSE = 0.3
_EDGE_PT = 2.0
_FEWEST_REMARKS = 3
_IN_MOST = 0.6  # of the rows
_FEWEST_PAGES = 5
_PAGE_DIGITS = 3
_LABEL_LETTERS = 6  # on average: what has fewer is no title
_PAGE_HEADS = frozenset(("page", "no.", "number", "contents", "table", "of"))
_DENSE = 0.6  # of the font's size: a long label stands among its rows, a paragraph apart


def find_borderless(
    words: Iterable[Word],
    fills: Sequence[Fill],
    images: Sequence[Image],
    rulings: Sequence[Ruling] = (),
    boxes: Sequence[Grid] = (),
) -> list[Grid]:
    """Propose the grids whose numbers line up.

    Args:
        words: Of one page, those of ruled tables left out.
        fills: Shaded bands tell which lines make one row.
        images: A picture may fill a cell.
        rulings: Lines below the heads of several columns tell which.
        boxes: Grids drawn around heads alone; the rows stand below them.

    Returns:
        Grids from top to bottom.
    """
    lines = with_pictures(find_lines(words), images)
    grids = []
    floor = 0
    drawn = Drawn(fills, rulings)
    blocks = _blocks(lines)
    for block, following in zip_longest(blocks, blocks[1:]):
        if following is not None and _heads_block(lines, block, following):
            continue
        grid = _grid(lines, block, floor, drawn, boxes)
        if grid is not None:
            grids.append(grid)
            floor = block[1] + 1
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


def _without_heads(lines: Sequence[Line], block: tuple[int, int]) -> tuple[int, int]:
    """A block without the lines at its top in which numbers belong to heads: "Under / $15,000"."""
    first, last = block
    rows = [i for i in range(first, last + 1) if lines[i].is_data]
    while (
        len(rows) > 2 and rows[0] and _is_head(lines[rows[0] - 1], lines[rows[0]], lines[rows[1] : last + 1])
    ):
        rows.pop(0)
    return rows[0], last


def _heads_block(lines: Sequence[Line], block: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a block is one line of heads with numbers in them, close above the rows of another."""
    index, first = block[0], following[0]
    gap = lines[first].box.top - lines[index].box.bottom
    alone = block[1] == index > 0 and gap <= _HEAD_GAP * lines[index].size_pt
    return alone and _is_head(lines[index - 1], lines[index], lines[first : following[1] + 1])


def _is_head(above: Line, line: Line, below: Sequence[Line]) -> bool:
    """Whether texts, half of a line at least, stand over the numbers of rows, as those above it do."""
    numbers = [s for row in below if row.is_data for s in row.segments[1:] if s.numeric]
    texts = [s for s in line.segments[1:] if not s.numeric and s.words]
    over = [s for s in texts if sum(_overlap(s.box, n.box) > 0 for n in numbers) > 1]
    near = line.box.top - above.box.bottom <= WRAP_GAP * line.size_pt
    return (
        2 * len(over) >= len(line.segments) - 1 > 0
        and near
        and any(_is_over(s.box, numbers) for s in above.segments[1:])
    )


def _continues(lines: Sequence[Line], block: Sequence[int], index: int) -> bool:
    between = lines[block[-1] + 1 : index]
    line = lines[index]
    gap = max(b.box.top - a.box.bottom for a, b in pairwise(lines[block[-1] : index + 1]))
    numbers = [s for s in line.segments if s.numeric]
    prose = sum(_is_prose(b) for b in between)
    long_label = prose == 1 and (len(block) > 1 or len(numbers) > 1) and gap <= _DENSE * line.size_pt
    if len(between) > _MOST_BETWEEN or (prose and not long_label):
        return False
    if _runs_across(line, lines[block[-1]]) or _is_running(line) != _is_running(lines[block[-1]]):
        return False
    known = [s for i in block[-12:] for s in lines[i].segments if s.numeric]
    if _is_boxhead(lines[block[-1]], between, line, known):
        return False
    shared = sum(_is_over(s.box, known) for s in numbers)
    if shared == len(numbers):
        return gap <= _ROW_GAP_PT
    return 2 * shared >= len(numbers) and gap <= _LOOSE_GAP_PT


def _is_running(line: Line) -> bool:
    """Many words among which no gap is as wide as between columns: a line of prose with figures in it."""
    widest = max(b.box.x0 - a.box.x1 for a, b in pairwise(line.segments))
    after = line.segments[_first_number(line) :]
    words = sum(not s.numeric for s in after)
    return len(line.words) >= _PROSE_WORDS and words > 0 and widest <= _PROSE_GAP * line.size_pt


def _runs_across(line: Line, row: Line) -> bool:
    """Whether one text of a line stands under several numbers of a row: prose below a table."""
    numbers = [s.box for s in row.segments if s.numeric]
    return any(sum(_overlap(s.box, n) > 0 for n in numbers) >= 2 for s in line.segments[1:] if not s.numeric)


def _is_boxhead(above: Line, between: Sequence[Line], row: Line, known: Sequence[Segment]) -> bool:
    """Whether the lines between two rows head another table: over the numbers, and nearer to these."""
    if not between:
        return False
    gap = between[0].box.top - above.box.bottom
    near = row.box.top - between[-1].box.bottom
    if gap <= max(near + 1, (LINE_PITCH - 1) * row.size_pt):
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


# --- the grid --------------------------------------------------------------------------------


def _grid(
    lines: Sequence[Line], block: tuple[int, int], floor: int, drawn: Drawn, boxes: Sequence[Grid]
) -> Grid | None:
    first, last = _without_heads(lines, block)
    data = [line for line in lines[first : last + 1] if line.is_data]
    columns = _columns(data)
    numeric = [c for c in columns if c.numeric]
    if not numeric or len(columns) < 2 or not _holds_figures(data):
        return None
    head = find_boxhead(lines[floor:first], columns, data[0])
    if (
        _reads_as_prose(data)
        or _is_contents(data, numeric, head)
        or _is_chart(data, numeric)
        or not _is_table(data, numeric, head)
    ):
        return None
    head, groups = split_groups(head, columns)
    extent = Box(columns[0].x0, data[0].box.top, columns[-1].x1, data[-1].box.bottom)
    body = [line for line in lines[first : last + 1] if _within(line, extent)]
    tail = label_tail(lines[last + 1 : last + 3], body[-1], columns)
    rows = as_rows([*groups, *body, *tail], columns, drawn.fills)
    head_rows, slots = head_slots(head, columns, drawn.rulings, boxes)
    for number, row in enumerate(rows, start=head_rows):
        slots.extend(row_slots(row, columns, number))
    extent = union([s.box for s in slots])
    return Grid(extent, head_rows + len(rows), len(columns), tuple(slots), "borderless", head_rows)


def _holds_figures(data: Sequence[Line]) -> bool:
    """Whether a number stands in it, not dashes alone: these fill places in tables of texts too."""
    return any(c.isdigit() for line in data for s in line.segments if s.numeric for c in s.text)


def _is_table(data: Sequence[Line], numeric: Sequence[Column], head: Sequence[Line]) -> bool:
    """One row is a table under a boxhead only; several are where their numbers line up."""
    if len(data) == 1:
        return bool(head) and len(numeric) >= 2 and not data[0].segments[0].numeric
    if len(numeric) == 1:
        return len(data) >= 3 and (bool(head) or len(data) >= 4) and _lines_up(data, numeric[0])
    return bool(head) or len(data) >= 3


def _is_contents(data: Sequence[Line], numeric: Sequence[Column], head: Sequence[Line]) -> bool:
    """One column of small whole numbers that never fall: pages, headed by nothing else."""
    numbers = [s.text for line in data for s in line.segments if s.numeric and numeric[-1].overlap(s.box) > 0]
    heads = {w.text.lower() for line in head for w in line.words if w.box.x1 > numeric[-1].x0}
    labels = sum(sum(map(str.isalpha, s.text)) for line in data for s in line.segments)
    if len(numeric) > 1 or len(numbers) < _FEWEST_PAGES or not heads <= _PAGE_HEADS:
        return False
    if labels < _LABEL_LETTERS * len(data):
        return False
    if not all(text.isdigit() and len(text) <= _PAGE_DIGITS for text in numbers):
        return False
    return all(int(a) <= int(b) for a, b in pairwise(numbers))


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
    remarks = {id(s) for s in _remarks(data)}
    return sum(_is_sentence(line, remarks) for line in data) > _MOST_PROSE * len(data)


def _remarks(data: Sequence[Line]) -> list[Segment]:
    """Texts behind two numbers that begin at one place in most rows: a column of their own.

    A number alone before them may be that of a paragraph.
    """
    texts = [s for line in data for s in _behind_two(line) if s.words and not s.numeric]
    fewest = max(_FEWEST_REMARKS, _IN_MOST * len(data))
    return [s for s in texts if sum(abs(t.box.x0 - s.box.x0) <= _EDGE_PT for t in texts) >= fewest]


def _behind_two(line: Line) -> Sequence[Segment]:
    numbers = [i for i, s in enumerate(line.segments) if s.numeric]
    return line.segments[numbers[1] + 1 :] if len(numbers) > 1 else ()


def _is_sentence(line: Line, remarks: Container[int]) -> bool:
    """A clause behind a number, or words among numbers without a gap that could part columns."""
    behind = line.segments[_first_number(line) :]
    if any(len(s.words) >= _CLAUSE_WORDS and id(s) not in remarks for s in behind):
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

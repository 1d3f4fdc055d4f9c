"""What speaks for a block of texts in columns being a table, and what against.

In: a block read as rows of cells. Out: whether it is a table. A table that is taken for something
else costs less than something else that is taken for a table, so one thing against it is enough,
while those that speak for it are added up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.blocks.grids.segments import Segment

_ENOUGH = 3
_MARK = re.compile(r"[^\w]*|o|\(?(\d{1,3}(\.\d+)*|[A-Za-z]|[ivx]{1,4})[.)]|\d{1,3}(\.\d+)*")
_LABEL = re.compile(r":$|^\S+:")
_ALIGNED_PT = 2.5
_MOSTLY = 0.7
_PROSE_LINES = 4
_PROSE_WORDS = 4
_LONG = 30  # words: one column of a table may hold such cells
_FULL = 0.7  # of its column: so wide is most lines of prose
_SHORT = 6  # words: longer cells seldom repeat
_LONG_LIST = 4  # rows, from which cells that repeat tell something


@dataclass(frozen=True, slots=True)
class Texts:
    """A block of texts as it would be read as a table.

    Attributes:
        rows: Cells by row and column, each its segments from top to bottom.
        extents: Left and right edge of each column in points.
        head_rows: How many rows at the top are set apart as heads; 0 where none is.
        ruled_head: A line is drawn below the heads.
        ends: How many lines are drawn along the table's top and bottom.
        parted: Rows are told apart by lines or shades.
        loose: Rows stand further apart than the lines of a cell.
        captioned: A numbered title stands above.
    """

    rows: tuple[tuple[tuple[Segment, ...], ...], ...]
    extents: tuple[tuple[float, float], ...]
    head_rows: int
    ruled_head: bool
    ends: int
    parted: bool
    loose: bool
    captioned: bool

    @property
    def body(self) -> tuple[tuple[tuple[Segment, ...], ...], ...]:
        """The rows below the heads."""
        return self.rows[self.head_rows :]

    def column(self, index: int) -> list[tuple[Segment, ...]]:
        """The cells of a column that hold words, heads left out."""
        return [row[index] for row in self.body if row[index]]


def is_something_else(texts: Texts) -> bool:
    """Whether a block is prose, a form, a list, figures or addresses."""
    return any(kind(texts) for kind in _OTHER_THINGS)


def is_table(texts: Texts) -> bool:
    """Whether nothing speaks against a table, and enough for it."""
    if _is_sparse(texts) or _is_askew(texts) or is_something_else(texts):
        return False
    return sum(sign(texts) for sign in _SIGNS) >= _ENOUGH


def cell_texts(cells: Sequence[Sequence[Segment]]) -> list[str]:
    """Cells as texts."""
    return [" ".join(s.text for s in cell) for cell in cells]


# --- against it ------------------------------------------------------------------------------


def _is_sparse(texts: Texts) -> bool:
    """Too few rows, or too many empty places."""
    if len(texts.body) < 2 or len(texts.rows) < 3:
        return True
    filled = sum(bool(cell) for row in texts.body for cell in row)
    return filled < 0.6 * len(texts.body) * len(texts.extents)


def _is_prose(texts: Texts) -> bool:
    """Several columns of lines that fill them and go on from one to the next, or of long cells."""
    columns = range(len(texts.extents))
    prose = sum(_runs_on(texts, index) for index in columns)
    long = sum(any(len(t.split()) > _LONG for t in cell_texts(texts.column(i))) for i in columns)
    return prose >= 2 or prose == len(columns) or long >= 2


def _runs_on(texts: Texts, index: int) -> bool:
    lines = [line for cell in texts.column(index) for line in _lines(cell)]
    left, right = texts.extents[index]
    full = sum(line[-1].box.x1 - line[0].box.x0 >= _FULL * (right - left) for line in lines)
    small = sum(line[0].text[:1].islower() for line in lines)
    words = sum(len(s.words) for line in lines for s in line)
    return (
        len(lines) >= _PROSE_LINES
        and words >= _PROSE_WORDS * len(lines)
        and full >= 0.6 * len(lines)
        and small >= 0.3 * len(lines)
    )


def _lines(cell: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of a cell line by line: justified prose has wide gaps."""
    lines = [[cell[0]]]
    for before, segment in pairwise(cell):
        if segment.box.top >= before.box.centre[1]:
            lines.append([])
        lines[-1].append(segment)
    return lines


def _is_form(texts: Texts) -> bool:
    """Labels with colons, or lines to write on."""
    columns = [cell_texts(texts.column(i)) for i in range(len(texts.extents))]
    blanks = sum("___" in t for column in columns for t in column)
    labels = any(sum(_LABEL.search(t) is not None for t in c) >= 0.3 * len(c) for c in columns)
    return labels or blanks > 1


def _is_list(texts: Texts) -> bool:
    """Bullets, or numbers beside a text."""
    return any(_is_of_marks(texts, index) for index in range(len(texts.extents)))


def _is_of_marks(texts: Texts, index: int) -> bool:
    column = cell_texts(texts.column(index))
    alone = [t for t in column if _MARK.fullmatch(t)]
    bullets = [t for t in alone if not t[-1:].isalnum() or len(texts.extents) == 2 or not texts.head_rows]
    leading = [t for t in column if _MARK.fullmatch(t.split()[0])]
    plain = len(texts.extents) == 2 or not texts.head_rows
    return len(bullets) >= 0.8 * len(column) or (plain and len(leading) >= 0.5 * len(column))


def _is_of_numbers(texts: Texts) -> bool:
    """Mostly digits: such a table is told by how they line up, and was turned away before."""
    cells = [t for i in range(1, len(texts.extents)) for t in cell_texts(texts.column(i))]
    figures = sum(any(map(str.isdigit, t)) and 3 * sum(map(str.isalpha, t)) < len(t) for t in cells)
    glued = sum(sum(s.numeric for s in cell) > 1 for row in texts.rows for cell in row)
    return 2 * figures > len(cells) or glued > 1


def _is_askew(texts: Texts) -> bool:
    """Columns whose texts begin, end or stand in the middle at no common place."""
    for index in range(len(texts.extents)):
        boxes = [cell[0].box for cell in texts.column(index)]
        edges = ([b.x0 for b in boxes], [b.centre[0] for b in boxes], [b.x1 for b in boxes])
        if not boxes or max(_at_one_place(values) for values in edges) < _MOSTLY * len(boxes):
            return True
    return False


def _at_one_place(values: Sequence[float]) -> int:
    return max(sum(abs(v - place) <= _ALIGNED_PT for v in values) for place in values)


def _is_blocks(texts: Texts) -> bool:
    """Addresses beside each other: a line of one is like those beside it, and unlike those below."""
    rows = [[_shape(t) for t in cell_texts([c for c in row if c])] for row in texts.rows]
    if any(sum("@" in t for t in cell_texts([c for c in row if c])) > 1 for row in texts.rows):
        return True
    across = sum(len(set(row)) == 1 < len(row) for row in rows)
    columns = [
        [_shape(t) for t in cell_texts([r[i] for r in texts.rows if r[i]])] for i in range(len(texts.extents))
    ]
    down = sum(max(Counter(column).values()) for column in columns) / sum(map(len, columns))
    return across >= _MOSTLY * len(rows) and down <= 0.5


def _shape(text: str) -> str:
    """What a text is made of: "81 Main Street" is "9 a", as "318 Lake Road" is."""
    return re.sub(r"a( a)+", "a", re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "9", text)))


_OTHER_THINGS: tuple[Callable[[Texts], bool], ...] = (
    _is_prose,
    _is_form,
    _is_list,
    _is_of_numbers,
    _is_blocks,
)


# --- for it ----------------------------------------------------------------------------------


def _head(texts: Texts) -> int:
    """Heads in bold, or with a line below them, over most columns."""
    if not texts.head_rows:
        return 0
    named = sum(bool(cell) for cell in texts.rows[0])
    return 2 * (named >= 2 and named >= len(texts.extents) - 1) + 2 * texts.ruled_head


def _frame(texts: Texts) -> int:
    """Lines along the top and the bottom, between rows, or shades."""
    return texts.ends + 2 * texts.parted


def _title(texts: Texts) -> int:
    return 2 * texts.captioned


def _breadth(texts: Texts) -> int:
    """Three columns are seldom anything else, and four still less."""
    return min(len(texts.extents), 4) - 2


def _rows_apart(texts: Texts) -> int:
    return int(texts.loose)


def _repeats(texts: Texts) -> int:
    """Columns in which short texts come again, as "Yes" and "Approved" do."""
    count = 0
    for index in range(len(texts.extents)):
        column = cell_texts(texts.column(index))
        short = all(len(t.split()) <= _SHORT for t in column)
        again = sum(n - 1 for n in Counter(column).values())
        count += len(column) >= _LONG_LIST and short and 3 * again >= len(column)
    return min(count, 2)


_SIGNS: tuple[Callable[[Texts], int], ...] = (_head, _frame, _title, _breadth, _rows_apart, _repeats)

"""What a table engine proposes: slots in rows and columns, each with its words.

The text of a cell is always the page's own words, placed by position, whichever engine found the
grid. A word belongs to one slot whole: none is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.model import Box, Fill, Ruling, Word, union

_SAME_LINE = 0.5  # of the smaller height: words that overlap so much stand on one line


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page beside its words, as far as a table without lines needs it."""

    fills: Sequence[Fill] = ()
    rulings: Sequence[Ruling] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a grid, spans being one slot, and the words that stand in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A proposed table on one page.

    Attributes:
        engine: Who proposed it.
        header_rows: How many rows from the top are titles and boxhead; None where the engine
            doesn't tell.
    """

    box: Box
    row_count: int
    column_count: int
    slots: tuple[Slot, ...]
    engine: str
    header_rows: int | None = None

    def words(self) -> list[Word]:
        """All its words, by row and column."""
        return [word for slot in self.slots for word in slot.words]


def one_slot_a_place(grid: Grid) -> Grid:
    """The grid with the slots joined that begin in the same row and column."""
    places: dict[tuple[int, int], Slot] = {}
    for slot in grid.slots:
        other = places.get((slot.row, slot.column))
        if other is not None:
            slot = Slot(  # noqa: PLW2901 (the joined one takes its place)
                slot.row,
                slot.column,
                max(slot.row_span, other.row_span),
                max(slot.column_span, other.column_span),
                union([slot.box, other.box]),
                other.words + slot.words,
            )
        places[slot.row, slot.column] = slot
    return replace(grid, slots=tuple(places.values()))


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words as lines from top to bottom, each from left to right.

    >>> a, b = Word("b", Box(9, 0, 12, 8), 8), Word("a", Box(0, 1, 4, 9), 8)
    >>> [[w.text for w in line] for line in text_lines([a, b])]
    [['a', 'b']]
    """
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.bottom, w.box.x0)):
        for line in reversed(lines[-3:]):
            if _on_one_line(line[-1].box, word.box):
                line.append(word)
                break
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda w: w.box.x0)
    return sorted(lines, key=lambda line: min(w.box.top for w in line))


def _on_one_line(first: Box, second: Box) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared >= _SAME_LINE * max(0.1, min(first.height, second.height))


def join_lines(lines: Sequence[str]) -> str:
    """Lines of a cell as one text; a sign or bracket at a line's end keeps its number.

    >>> join_lines(["(-", "4%)"]), join_lines(["Trend", "chart"]), join_lines(["non-", "domestic"])
    ('(-4%)', 'Trend chart', 'non-domestic')
    """
    text = ""
    for line in lines:
        if not text:
            text = line
        elif (
            text.endswith(("-", "−", "\u2010", "\u2011", "(", "£", "$", "€"))
            and not text.endswith((" -", " −"))
        ) or (text.endswith((" -", " −")) and line[:1].isdigit()):
            text += line
        else:
            text += " " + line
    return text


def cell_text(words: Iterable[Word]) -> str:
    """The words of a slot as they are read: line by line, joined with one space."""
    return join_lines([" ".join(w.text for w in line) for line in text_lines(words)])


def clusters(values: Iterable[float], apart: float) -> list[float]:
    """Means of the groups of values that lie less than ``apart`` from their neighbour.

    >>> clusters([1.0, 1.5, 9.0], apart=2)
    [1.25, 9.0]
    """
    ordered = sorted(values)
    if not ordered:
        return []
    groups = [[ordered[0]]]
    for before, value in pairwise(ordered):
        if value - before < apart:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]

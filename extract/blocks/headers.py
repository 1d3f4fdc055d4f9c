"""Which rows of a drawn grid are its titles and its boxhead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.blocks.grids.grid import Grid, Slot, cell_text
from extract.model import Fill
from extract.notation.numbers import looks_numeric

# "2025e" is an estimate.
_YEAR = re.compile(r"(19|20)\d\d ?[eEfFaApP]?")
_HEAD_WORDS = 8  # the head of a column of texts is no sentence


def count_header_rows(grid: Grid, fills: Sequence[Fill]) -> tuple[int, int]:
    """How many rows from the top are titles, and how many are titles and boxhead together.

    Titles come first, each alone in its row. The boxhead ends where numbers begin, or a group row
    after column heads. Years may head columns.

    Args:
        grid: With its words.
        fills: Of its page: heads of tables without numbers are told by weight and shade.

    Returns:
        (titles, titles + boxhead).
    """
    rows = [[s for s in grid.slots if s.row == r and s.words] for r in range(grid.row_count)]
    titles = 0
    while titles < len(rows) - 1 and _is_alone(rows[titles], grid.column_count):
        titles += 1
    if grid.header_rows is not None:
        heads = grid.header_rows or _row_of_years(rows)
        return min(titles, heads), heads
    first_data = next((i for i, row in enumerate(rows) if i >= titles and _has_numbers(row)), None)
    if first_data is None:
        return _text_header(rows, titles, fills)
    end = titles
    for index in range(titles, first_data):
        if end > titles and _is_alone(rows[index], grid.column_count):
            break
        if end > titles and not _goes_on(rows, titles, index, fills):
            break
        end = index + 1
    if end == titles and titles == first_data:
        titles = min(titles, _leading_titles(rows, titles))
        return titles, titles
    reach = max((s.row + s.row_span for row in rows[titles:end] for s in row), default=end)
    return titles, max(end, min(reach, first_data))


def _is_alone(row: Sequence[Slot], column_count: int) -> bool:
    """One text in the row, that spans it or at least begins at its left."""
    return len(row) == 1 and (row[0].column_span == column_count or row[0].column == 0)


def _leading_titles(rows: Sequence[Sequence[Slot]], titles: int) -> int:
    """Without a boxhead only rows that span several columns are titles, others are group rows."""
    count = 0
    while count < titles and rows[count][0].column_span > 1:
        count += 1
    return count


def _has_numbers(row: Sequence[Slot]) -> bool:
    texts = [cell_text(s.words) for s in row if s.column > 0]
    numbers = [t for t in texts if looks_numeric(t)]
    return bool(numbers) and not all(_YEAR.fullmatch(t) for t in numbers)


def _row_of_years(rows: Sequence[Sequence[Slot]]) -> int:
    """1 where the first row is nothing but years, without a label, above rows that have one; else 0."""
    texts = [cell_text(s.words) for s in rows[0]] if rows else []
    labelled = all(any(s.column == 0 for s in row) for row in rows[1:3])
    unlabelled = all(s.column > 0 for s in rows[0]) if rows else False
    years = len(texts) > 1 and all(_YEAR.fullmatch(text) for text in texts)
    return int(years and unlabelled and labelled and len(rows) > 1)


def _goes_on(rows: Sequence[Sequence[Slot]], first: int, index: int, fills: Sequence[Fill]) -> bool:
    """Whether a row without numbers is still boxhead: under a spanner, or in the heads' style."""
    reached = any(s.row + s.row_span > index for row in rows[first:index] for s in row)
    spanned = any(s.column_span > 1 for s in rows[index - 1])
    return reached or spanned or (_style(rows[index], fills) == _style(rows[first], fills) != (False, ""))


def _style(row: Sequence[Slot], fills: Sequence[Fill]) -> tuple[bool, str]:
    """Whether a row is bold, and its background."""
    bold = bool(row) and all(w.bold for s in row for w in s.words)
    return bold, slot_fill(row[0], fills) if row else ""


def slot_fill(slot: Slot, fills: Sequence[Fill]) -> str:
    """The colour drawn last under a slot's middle, as ``#rrggbb``; empty where none is."""
    x, y = slot.box.centre
    colour = ""
    for fill in fills:
        if fill.box.holds(x, y):
            colour = fill.colour
    return colour


def _text_header(rows: Sequence[Sequence[Slot]], titles: int, fills: Sequence[Fill]) -> tuple[int, int]:
    """A table of texts has heads where its first row is short and set apart from the second."""
    if len(rows) < titles + 2:
        return titles, titles
    first, second = rows[titles], rows[titles + 1]
    short = all(len(s.words) <= _HEAD_WORDS for s in first) and len(first) > 1
    apart = _style(first, fills) != _style(second, fills) and _style(first, fills) != (False, "")
    return (titles, titles + 1) if short and apart else (titles, titles)

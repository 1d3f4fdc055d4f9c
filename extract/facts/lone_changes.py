"""Columns that state a change from a figure that the table doesn't print.

"February | 1-month Δ | 5-month Δ" prints one figure and how far it moved, "2 Year % Chg" beside a
pair of years goes back to an older one. In come the number columns and the pairs found among them,
out go sets without a prior column. Nothing can be recomputed there, but the figure, its change and
the period it is set against are told. Out of scope: pairs of printed figures (``pairing``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.facts.heads import head_words, names_base, sides_of
from extract.facts.value_columns import CHANGES, ComparisonSet, ValueColumn
from extract.notation.periods import names_steps_back


def find_lone_sets(
    columns: Sequence[ValueColumn], sets: Sequence[ComparisonSet]
) -> tuple[ComparisonSet, ...]:
    """The sets of the changes that no pair of columns explains.

    Args:
        columns: All number columns, from left to right.
        sets: The pairs found among them.
    """
    taken = {index for one in sets for index in (one.change, one.percent) if index is not None}
    found: list[ComparisonSet] = []
    words: list[frozenset[str]] = []
    for run in _runs(columns):
        for column in run:
            current = _current(column, run, sets)
            if column.index in taken or not _is_told(column) or current is None:
                continue
            one = _set_of(column, current)
            at = _partner(one, found, words, head_words(column.path))
            if at is None:
                found.append(one)
                words.append(head_words(column.path))
            else:
                found[at] = _joined(found[at], one)
    return tuple(found)


def _set_of(column: ValueColumn, current: int) -> ComparisonSet:
    if column.measure == "percent_change":
        return ComparisonSet(current, None, None, column.index)
    return ComparisonSet(current, None, column.index, None)


def _runs(columns: Sequence[ValueColumn]) -> list[list[ValueColumn]]:
    """Number columns next to each other: a column of texts between them begins another block."""
    runs: list[list[ValueColumn]] = []
    for column in columns:
        if runs and runs[-1][-1].index == column.index - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _is_told(column: ValueColumn) -> bool:
    """Whether the head says that the column is a change, and not one against a plan or another column."""
    against = names_base(column.path) or sides_of(column.path) is not None
    return column.measure in CHANGES and column.certain and not against


def _current(column: ValueColumn, run: Sequence[ValueColumn], sets: Sequence[ComparisonSet]) -> int | None:
    """The figure that changed: the only one of the block, or that of the pair on the left.

    The second is taken only where the head names how far back it goes.
    """
    values = [one for one in run if one.measure not in CHANGES]
    if len(values) == 1 and values[0].measure == "value" and values[0].index < column.index:
        return values[0].index
    if _goes_back(column):
        before = [one for one in sets if one.stated < column.index and one.stated >= run[0].index]
        return before[-1].current if before else None
    return None


def _goes_back(column: ValueColumn) -> bool:
    return column.baseline is not None or names_steps_back(" ".join(column.path))


def _partner(
    one: ComparisonSet, found: Sequence[ComparisonSet], words: Sequence[frozenset[str]], own: frozenset[str]
) -> int | None:
    """The set whose change goes with this percentage, or the other way round."""
    for at, (known, told) in enumerate(zip(found, words, strict=True)):
        free = known.change is None if one.percent is None else known.percent is None
        if known.current == one.current and told == own and free:
            return at
    return None


def _joined(one: ComparisonSet, other: ComparisonSet) -> ComparisonSet:
    change = other.change if one.change is None else one.change
    return one._replace(change=change, percent=other.percent if one.percent is None else one.percent)

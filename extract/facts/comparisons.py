"""The stated comparisons of a KPI table: each row's observations that belong together.

In come a Table, its Columns and its Observations, out goes a Comparison for each row and each set
of columns that states one. Out of scope: which columns are compared (``pairing``), whether the figures
agree, and whether a table's rows show that its columns were paired wrongly (``schemas.verdicts``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.facts.columns import Columns
from extract.facts.row_links import RowChange
from extract.facts.value_columns import ComparisonSet
from extract.model import Comparison, Observation, Quantity, Table

ROW_DIFFERS = "most figures of the row do not reconcile, so they were probably made of others"

_At = Mapping[tuple[int, int], Observation]


def find_comparisons(
    table: Table,
    columns: Columns,
    observations: Iterable[Observation],
    row_changes: Sequence[RowChange] = (),
) -> tuple[Comparison, ...]:
    """The comparisons a table states, by row, then from left to right.

    A row gives one where its current or its prior figure is a number. Those of rows that state the
    change of other rows come after those of its columns.
    """
    told = {(change.stated.row, change.stated.column) for change in row_changes}
    at = {(one.row, one.column): one for one in observations}
    rows = [row.row for row in columns.layout.rows]
    found = []
    for row in rows:
        stated = [
            members
            for one in columns.comparisons
            if not _is_told(row, one, told) and (members := _members(row, one, at)) is not None
        ]
        found += [
            Comparison(table.ordinal, row, ordinal, *members, columns.why)
            for ordinal, members in enumerate(stated, start=1)
        ]
        found += [
            _of_rows(table.ordinal, changes, ordinal, columns.why)
            for ordinal, changes in enumerate(_by_figures(row, row_changes), start=len(stated) + 1)
        ]
    return tuple(found)


def _by_figures(row: int, row_changes: Sequence[RowChange]) -> list[list[RowChange]]:
    """The changes that a row states of figures in other rows; those of the same two figures together."""
    together: dict[tuple[int, ...], list[RowChange]] = defaultdict(list)
    for change in row_changes:
        if change.stated.row == row:
            prior = change.prior
            place = (-1, -1, -1) if prior is None else (prior.table, prior.row, prior.column)
            together[change.current.row, change.current.column, *place].append(change)
    return list(together.values())


def _is_told(row: int, columns: ComparisonSet, told: Container[tuple[int, int]]) -> bool:
    """Whether a change without a prior column is one from another row, which is told there."""
    stated = [index for index in (columns.change, columns.percent) if index is not None]
    return columns.prior is None and any((row, index) in told for index in stated)


def _of_rows(table: int, changes: Sequence[RowChange], ordinal: int, why: str) -> Comparison:
    """A comparison of figures in other rows, named by the row that states it and its column."""
    change, stated = changes[0], changes[0].stated
    members = _Members(
        *_in_one_unit(change.current, change.prior), *_slots([each.stated for each in changes])
    )
    kpi = change.current.kpi
    if change.down:
        kpi = " / ".join(part for part in (stated.kpi, change.current.column_label) if part)
    why = why or (ROW_DIFFERS if change.doubtful else "")
    return Comparison(table, stated.row, ordinal, *members, why, kpi, stated.group)


class _Members(NamedTuple):
    """A row's observations in the order of a Comparison's fields."""

    current: Observation | None
    prior: Observation | None
    change: Observation | None
    percent: Observation | None


def _members(row: int, columns: ComparisonSet, at: _At) -> _Members | None:
    """A row's observations of one set; None where neither of its figures is a number."""
    current = at.get((row, columns.current))
    prior = None if columns.prior is None else at.get((row, columns.prior))
    if not any(one is not None and isinstance(one.quantity, Quantity) for one in (current, prior)):
        return None
    stated = [at.get((row, column)) for column in (columns.change, columns.percent) if column is not None]
    if columns.prior is None and not any(stated):
        return None
    current, prior = _in_one_unit(current, prior)
    return _Members(current, prior, *_slots([one for one in stated if one is not None]))


def _in_one_unit(
    current: Observation | None, prior: Observation | None
) -> tuple[Observation | None, Observation | None]:
    """A count and an average of counts as two figures of the average's unit, which is not exact."""
    units = {one.unit for one in (current, prior) if one is not None}
    if units != {"count", "other"}:
        return current, prior
    return _as_other(current), _as_other(prior)


def _as_other(one: Observation | None) -> Observation | None:
    if one is None or not isinstance(one.quantity, Quantity):
        return one
    return replace(one, unit="other", quantity=replace(one.quantity, unit="other"))


def _slots(stated: list[Observation]) -> tuple[Observation | None, Observation | None]:
    """The change and the percentage of a row: what each figure is counts, not its column's head."""
    percents = [one for one in stated if one.measure == "percent_change"]
    changes = [one for one in stated if one.measure != "percent_change"]
    return next(iter(changes), None), next(iter(percents), None)

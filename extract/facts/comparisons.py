"""The stated comparisons of a KPI table: each row's observations that belong together.

In come a Table, its Columns and its Observations, out goes a Comparison for each row and each set
of columns that states one. Out of scope: which columns are compared (``pairing``), whether the figures
agree, and whether a table's rows show that its columns were paired wrongly (``schemas.verdicts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from extract.facts.columns import Columns
from extract.facts.pairing import ComparisonSet
from extract.model import Comparison, Observation, Quantity, Table

_At = Mapping[tuple[int, int], Observation]


def find_comparisons(
    table: Table, columns: Columns, observations: Iterable[Observation]
) -> tuple[Comparison, ...]:
    """The comparisons a table states, by row, then from left to right.

    A row gives one where its current or its prior figure is a number.
    """
    at = {(one.row, one.column): one for one in observations}
    rows = [row.row for row in columns.layout.rows]
    found = []
    for row in rows:
        stated = [members for one in columns.comparisons if (members := _members(row, one, at)) is not None]
        found += [
            Comparison(table.ordinal, row, ordinal, *members, columns.why)
            for ordinal, members in enumerate(stated, start=1)
        ]
    return tuple(found)


class _Members(NamedTuple):
    """A row's observations in the order of a Comparison's fields."""

    current: Observation | None
    prior: Observation | None
    change: Observation | None
    percent: Observation | None


def _members(row: int, columns: ComparisonSet, at: _At) -> _Members | None:
    """A row's observations of one set; None where neither of its figures is a number."""
    current, prior = at.get((row, columns.current)), at.get((row, columns.prior))
    if not any(one is not None and isinstance(one.quantity, Quantity) for one in (current, prior)):
        return None
    stated = [at.get((row, column)) for column in (columns.change, columns.percent) if column is not None]
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

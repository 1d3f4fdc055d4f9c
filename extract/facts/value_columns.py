"""Columns of numbers and the sets of them that state a comparison, as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extract.facts.arithmetic import Figures
from extract.model import Measure, Period

CHANGES: tuple[Measure, ...] = ("change", "points_change", "percent_change")


class ComparisonSet(NamedTuple):
    """The columns of one stated comparison; the prior figure may not be printed."""

    current: int
    prior: int | None
    change: int | None
    percent: int | None

    @property
    def stated(self) -> int:
        """The first column that states the change."""
        return min(index for index in (self.change, self.percent) if index is not None)


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A number column as the search needs it; ``figures`` are its numbers by row."""

    index: int
    path: tuple[str, ...]
    measure: Measure
    certain: bool
    period: Period | None
    baseline: Period | None
    unit: str
    figures: Figures

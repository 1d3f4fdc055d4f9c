"""Which figures of a table are totals of which others.

A label that says "Total" tells that something is added up, not what: the lines above it, those
below it, only the subtotals, or all but a class that isn't printed. The table is the witness:
parts are taken only where they add up to their total in other columns. In come the observations
of one table, out go its totals with the figures that do and don't add up. Out of scope: what a
figure that doesn't add up means (the rules).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from extract.facts.arithmetic import printed_of
from extract.model import Observation, Quantity, Total
from extract.notation.symbols import is_currency
from schemas.agreement import Printed, judge_total

_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b|^(?:all|overall|sum)\b", re.IGNORECASE)
# Figures that are no parts of anything, whatever their labels: rates, averages, distinct counts.
_NOT_ADDED = re.compile(
    r"%|\b(?:per ?cent|percent(?:age)?|average|avg|mean|median|rate|ratio|index|rank|per|unique|distinct|"
    r"share|proportion|growth|change|variance|difference)\b",
    re.IGNORECASE,
)
_MOST_OPEN = 120  # lines that one total may add up; tables of totals alone would take for ever
_FEWEST_WITNESSES = 2
_SMALLEST_WITNESS = 10  # of the last printed digit: smaller sums close by chance


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or a column of figures; ``figures`` are its observations by column or row."""

    label: str
    group: str
    figures: Mapping[int, Observation]

    @property
    def is_total(self) -> bool:
        return _TOTAL.search(self.label) is not None and _NOT_ADDED.search(self.label) is None


class _Closing(NamedTuple):
    """How a total goes with a set of parts: the places where it closes, and those where it doesn't."""

    parts: tuple[_Line, ...]
    closed: tuple[int, ...]
    open: tuple[int, ...]

    @property
    def is_proven(self) -> bool:
        """Whether enough figures close to show what the total is made of."""
        return len(self.closed) >= _FEWEST_WITNESSES and 2 * len(self.open) <= len(self.closed)


def find_totals(observations: Sequence[Observation]) -> Iterator[Total]:
    """The totals of one table whose parts its other figures prove, rows before columns.

    Args:
        observations: Of one table.

    Yields:
        One record for each figure of each total.
    """
    added = [o for o in observations if _is_added(o)]
    yield from _totals(_lines(added, by_row=True))
    yield from _totals(_lines(added, by_row=False))


def _is_added(observation: Observation) -> bool:
    """Whether a figure may be a part of a sum: a count or an amount, or a share of 100%."""
    quantity = observation.quantity
    if not isinstance(quantity, Quantity) or observation.measure not in ("value", "share"):
        return False
    if quantity.unit == "percent":
        return True
    if quantity.unit != "count" and not is_currency(quantity.unit):
        return False
    labels = (observation.kpi, observation.column_label, observation.group)
    return not any(_NOT_ADDED.search(label) for label in labels)


def _lines(observations: Iterable[Observation], by_row: bool) -> list[_Line]:
    lines: dict[int, dict[int, Observation]] = defaultdict(dict)
    for observation in observations:
        at, across = observation.row, observation.column
        if not by_row:
            at, across = across, at
        lines[at][across] = observation
    return [_line(lines[at], by_row) for at in sorted(lines)]


def _line(figures: Mapping[int, Observation], by_row: bool) -> _Line:
    first = next(iter(figures.values()))
    return _Line(first.kpi if by_row else first.column_label, first.group if by_row else "", figures)


# --- what a total is made of -----------------------------------------------------------------


def _totals(lines: Sequence[_Line]) -> Iterator[Total]:
    """Each total with its parts: those above it first, with what was added up before counted once."""
    open_lines: list[_Line] = []
    for place, line in enumerate(lines):
        if not line.is_total:
            open_lines = [*open_lines[1 - _MOST_OPEN :], line]
            continue
        closing = _best(line, _above(open_lines), _below(lines, place))
        if closing is not None:
            yield from _records(line, closing)
            added = {id(part) for part in closing.parts}
            open_lines = [each for each in open_lines if id(each) not in added]
        open_lines = [*open_lines[1 - _MOST_OPEN :], line]


def _best(total: _Line, *candidates: Iterable[Sequence[_Line]]) -> _Closing | None:
    """The parts that close in most places; of equals the first."""
    closings = [_closing(total, parts) for group in candidates for parts in group if len(parts) >= 2]
    proven = [closing for closing in closings if closing.is_proven]
    return max(proven, key=lambda c: (len(c.closed) - len(c.open), -len(c.parts)), default=None)


def _above(open_lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    """The lines since the last total, since the group began, all of them, or the totals alone."""
    since_total = next((i + 1 for i in reversed(range(len(open_lines))) if open_lines[i].is_total), 0)
    yield open_lines[since_total:]
    group = open_lines[-1].group if open_lines else ""
    since_group = next((i + 1 for i in reversed(range(len(open_lines))) if open_lines[i].group != group), 0)
    yield open_lines[since_group:]
    yield open_lines
    yield [line for line in open_lines if line.is_total]


def _below(lines: Sequence[_Line], place: int) -> Iterator[Sequence[_Line]]:
    """The lines that follow, up to the next total or the group's end."""
    following = lines[place + 1 : place + 1 + _MOST_OPEN]
    until_total = next((i for i, line in enumerate(following) if line.is_total), len(following))
    yield following[:until_total]
    group = following[0].group if following else ""
    yield following[: next((i for i, line in enumerate(following) if line.group != group), len(following))]


def _closing(total: _Line, parts: Sequence[_Line]) -> _Closing:
    closed, not_closed = [], []
    for across in total.figures:
        verdict = _verdict(total, parts, across)
        if verdict == "consistent":
            closed.append(across)
        elif verdict == "inconsistent":
            not_closed.append(across)
    return _Closing(tuple(parts), tuple(closed), tuple(not_closed))


def _verdict(total: _Line, parts: Sequence[_Line], across: int) -> str:
    """Whether the figures of one place close; empty where they tell nothing."""
    whole = total.figures[across].quantity
    figures = [part.figures[across].quantity for part in parts if across in part.figures]
    if not isinstance(whole, Quantity) or len(figures) < len(parts):
        return ""
    printed = [printed_of(figure) for figure in figures if isinstance(figure, Quantity)]
    units = {figure.unit for figure in printed} | {whole.unit}
    if len(units) > 1 or (whole.unit == "percent" and not _is_of_shares(whole, printed)):
        return ""
    if sum(figure.value != 0 for figure in printed) < 2:
        return ""
    figure = printed_of(whole)
    verdict = judge_total(figure, printed).verdict
    small = abs(figure.value) < _SMALLEST_WITNESS * figure.step
    return "" if verdict == "consistent" and small else verdict


def _is_of_shares(whole: Quantity, parts: Sequence[Printed]) -> bool:
    """Whether percentages may be parts of a hundred; the 100% of each quarter are none of the year's."""
    return whole.value == 100 and all(part.value < 100 for part in parts)


def _records(total: _Line, closing: _Closing) -> Iterator[Total]:
    exact = all(_residual(total, closing.parts, across) == 0 for across in closing.closed)
    for across in (*closing.closed, *closing.open):
        yield Total(
            whole=total.figures[across],
            parts=tuple(part.figures[across] for part in closing.parts),
            witnesses=len(closing.closed) - (across in closing.closed),
            closes=across in closing.closed,
            is_exact=exact,
        )


def _residual(total: _Line, parts: Sequence[_Line], across: int) -> Decimal:
    values = [
        figure.quantity.value
        for figure in (total.figures[across], *(part.figures[across] for part in parts))
        if isinstance(figure.quantity, Quantity)
    ]
    return values[0] - sum(values[1:], Decimal(0))

"""Which columns of a table state a comparison: current, prior, change and percentage.

In come the number columns, out go the sets that belong together. The order of columns says
nothing about which figure is the current one: taking it for granted makes most alarms false. So
a set needs evidence: heads that name the figures, periods, words such as "previous", or
arithmetic that closes one way only. Where there is none, there is no comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from extract.facts.arithmetic import Stated, Tally, tally
from extract.facts.heads import Side, formula_of, head_words, mark_of, names_base, names_prior, sides_of
from extract.facts.value_columns import CHANGES, ComparisonSet, ValueColumn
from extract.model import Measure, Period
from extract.notation.periods import year_before

# All ordered pairs of more columns than this are not tried: chance would find one that closes.
_MOST_VALUES = 12
# Rows that must close where the heads don't tell the current figure from the prior one.
_LEAST_ROWS = 3


class Pairing(NamedTuple):
    """The comparisons found, and the measures that arithmetic told better than the heads."""

    sets: tuple[ComparisonSet, ...]
    measures: dict[int, Measure]


class _Pair(NamedTuple):
    current: ValueColumn
    prior: ValueColumn


class _Link(NamedTuple):
    """A change column with the figures it was made of; ``is_ordered`` where heads tell the current one."""

    stated: ValueColumn
    measure: Measure
    pair: _Pair
    tally: Tally
    is_ordered: bool


def find_comparison_sets(columns: Sequence[ValueColumn], default: Period | None) -> Pairing:
    """The comparisons that the columns state.

    Args:
        columns: All number columns, from left to right.
        default: The report's own period: the figure of that period is the current one.
    """
    values = [column for column in columns if column.measure == "value" and not _may_be_change(column)]
    stated = [column for column in columns if column.measure in CHANGES or _may_be_change(column)]
    links = [
        link
        for column in stated
        if (link := _link(column, _Search(column, values, columns, default))) is not None
    ]
    links = _without_rivals(links)
    measures: dict[int, Measure] = {link.stated.index: link.measure for link in links}
    return Pairing(tuple(_as_sets(links)), measures)


@dataclass(frozen=True, slots=True)
class _Search:
    """What the figures of one change column are looked for among."""

    stated: ValueColumn
    values: Sequence[ValueColumn]
    columns: Sequence[ValueColumn]
    default: Period | None


def _may_be_change(column: ValueColumn) -> bool:
    """Whether a column whose head names no change may be one.

    It may if it sets two figures against each other, has no head, or holds signed percents.
    """
    if column.measure in ("value", "other") and formula_of(column.path) is not None:
        return True
    if column.measure == "value" and sides_of(column.path) is not None:
        return True
    if column.path and column.path[-1] == "%":
        return column.measure == "value" and any(number.signed for number in column.figures.values())
    if column.certain:
        return False
    if not column.path:
        return column.measure == "other"
    numbers = column.figures.values()
    return bool(numbers) and column.unit == "percent" and any(number.signed for number in numbers)


def _link(stated: ValueColumn, search: _Search) -> _Link | None:
    """The figures a column was made of; None where that can't be told."""
    if (marked := _marked(search)) is not None:
        return marked
    if names_base(stated.path) and sides_of(stated.path) is None:
        return None  # against a plan or an average that no column names
    fallback: _Link | None = None
    for candidates, structural in _candidates(search):
        measures = _possible_measures(stated, candidates)
        for measure in measures:
            told = structural and (measure == stated.measure or len(measures) == 1)
            link = _choose(candidates, measure, search, proof_needed=not told)
            if link is not None and not link.tally.mostly_differs:
                return link
            fallback = fallback or link
    return fallback


def _marked(search: _Search) -> _Link | None:
    """The pair that the head names by the marks of its columns, such as "(c/a)"."""
    stated = search.stated
    formula = formula_of(stated.path)
    if formula is None:
        return None
    marks = {mark_of(column.path): column for column in search.values}
    current, prior = marks.get(formula.current), marks.get(formula.prior)
    if current is None or prior is None:
        return None
    links = [
        _Link(stated, measure, _Pair(current, prior), _tally(current, prior, stated, measure), True)
        for measure in _possible_measures(stated, (current, prior))
    ]
    return max(links, key=lambda link: link.tally.agreeing)


def _possible_measures(stated: ValueColumn, candidates: Sequence[ValueColumn]) -> tuple[Measure, ...]:
    """What the column may be: its head's measure first, else what its numbers allow."""
    percents = bool(candidates) and all(column.unit == "percent" for column in candidates)
    if stated.measure == "change" and stated.unit == "percent" and not percents:
        return ("percent_change",)
    if stated.measure == "change" and percents:
        return ("points_change",)
    if stated.measure == "percent_change" and percents:
        return ("percent_change", "points_change")
    if stated.measure == "change" and not stated.certain:
        return ("change", "percent_change")  # "Mar-23 / Mar-22" may be either
    if stated.measure in CHANGES:
        return (stated.measure,)
    return ("percent_change",) if stated.unit == "percent" else ("change", "percent_change")


# --- where the figures may stand -------------------------------------------------------------


def _candidates(search: _Search) -> Iterator[tuple[list[ValueColumn], bool]]:
    """Groups of value columns, likeliest first, and whether their place alone ties them to the column."""
    sides = sides_of(search.stated.path)
    if sides is not None:
        named = [_named(side, search.values) for side in sides]
        if all(named):
            yield [column for column in named if column is not None], True
        return
    dated = _dated(search)
    if dated is not None:
        yield dated, len(dated) == 2
        if not dated:
            return
    for place in (_same_spanner, _same_head, _beside):
        group = place(search)
        if len(group) >= 2:
            yield group, _is_tied(group, search)
    if 2 <= len(search.values) <= _MOST_VALUES:
        yield list(search.values), False


def _is_tied(group: list[ValueColumn], search: _Search) -> bool:
    """Whether a group's two columns need no proof: nothing else competes for them or for the change."""
    stated = search.stated
    low, high = (pick(column.index for column in (*group, stated)) for pick in (min, max))
    between = [column for column in search.columns if low <= column.index <= high]
    targets = any(column.measure == "target" for column in between)
    rivals = [c for c in between if c.measure == stated.measure and c.index != stated.index]
    headed = stated.measure in CHANGES and stated.certain
    return headed and len(group) == 2 and _are_alike(*group) and not targets and not rivals


def _named(side: Side, values: Sequence[ValueColumn]) -> ValueColumn | None:
    """The one column whose head has exactly these words, else the one that has them among others."""
    heads = {column.index: head_words(column.path) for column in values}
    exact = ([c for c in values if heads[c.index] == words] for words in (side.shared, side.own))
    wider = ([c for c in values if words <= heads[c.index]] for words in (side.shared, side.own))
    return next((found[0] for found in (*exact, *wider) if len(found) == 1), None)


def _dated(search: _Search) -> list[ValueColumn] | None:
    """The columns of the very periods that the change's head names; None where it names none.

    An empty list says that the base is not in this table ("12 Year % Chg (2001)").
    """
    period, baseline = search.stated.period, search.stated.baseline
    if baseline is None:
        return None
    if search.default is not None and _is_last_year(baseline, search.default):
        return _year_apart(search)
    priors = [column for column in search.values if column.period and _same_days(column.period, baseline)]
    currents = [
        column
        for column in search.values
        if column.period and (period is None or _same_days(column.period, period)) and column not in priors
    ]
    known = [column for column in search.values if column.period is not None]
    if len(priors) == 1 and len(currents) == 1:
        return [currents[0], priors[0]]
    return [] if len(known) == len(search.values) and not priors else None


def _is_last_year(baseline: Period, default: Period) -> bool:
    """Whether a head says "last year" in words, which may be meant of any figure before it."""
    told = not any(character.isdigit() for character in baseline.label)
    return told and _same_days(baseline, year_before(default))


def _year_apart(search: _Search) -> list[ValueColumn] | None:
    """The nearest two figures that are a year apart, on the left if there are any.

    Of "This month | Last month | Change | Year to date 2023/24 | Year to date 2022/23 | Change on
    last year" the last one speaks of the years to date, whatever the report's own period is.
    """
    dated = [(column, column.period) for column in search.values if column.period is not None]
    pairs = [
        [one, other]
        for one, period in dated
        for other, prior in dated
        if _same_days(year_before(period), prior)
    ]
    if not pairs:
        return [] if len(dated) == len(search.values) else None
    at = search.stated.index
    return min(pairs, key=lambda pair: min((column.index > at, abs(column.index - at)) for column in pair))


def _same_spanner(search: _Search) -> list[ValueColumn]:
    spanner = search.stated.path[:-1]
    return [column for column in search.values if spanner and column.path[:-1] == spanner]


def _same_head(search: _Search) -> list[ValueColumn]:
    """Columns of the same head under other spanners: 2023 | Number, 2022 | Number, Change | Number."""
    head = search.stated.path[-1:]
    return [column for column in search.values if len(column.path) > 1 and head and column.path[-1:] == head]


def _beside(search: _Search) -> list[ValueColumn]:
    """The run of value columns next to the change: on its left, unless the table begins with a change."""
    at = search.columns.index(search.stated)
    left = _run(reversed(search.columns[:at]), search.values)[::-1]
    right = _run(search.columns[at + 1 :], search.values)
    begins = next((c for c in search.columns if c in search.values or c.measure in CHANGES), None)
    sides = (left, right) if begins in search.values else (right, left)
    return next((side for side in sides if len(side) >= 2), [])


def _run(columns: Iterable[ValueColumn], values: Sequence[ValueColumn]) -> list[ValueColumn]:
    """Value columns up to the next change column, other changes before the first one passed over."""
    run: list[ValueColumn] = []
    for column in columns:
        if column in values:
            run.append(column)
        elif run and column.measure in CHANGES:
            break
    return run


# --- which is the current one ----------------------------------------------------------------


def _choose(
    candidates: Sequence[ValueColumn], measure: Measure, search: _Search, *, proof_needed: bool
) -> _Link | None:
    """The one pair of the candidates that the change column was made of.

    Words or periods of the heads tell which figure is the current one. Where they don't, arithmetic
    may tell it of two columns, never pick two of many: total - part = other part closes as well.
    """
    stated = search.stated
    links = [
        _Link(stated, measure, _Pair(current, prior), _tally(current, prior, stated, measure), order == 1)
        for current, prior in permutations(candidates, 2)
        if _are_comparable(current.unit, prior.unit)
        and (order := _order(current, prior, search.default)) >= (stated.measure not in CHANGES)
        and (order or len(candidates) == 2)
    ]
    if len(links) == 1 and not proof_needed:
        return links[0]
    proven = [link for link in links if _is_proof(link)]
    best = max((link.tally.agreeing for link in proven), default=0)
    proven = [link for link in proven if link.tally.agreeing == best]
    return proven[0] if len(proven) == 1 else None


def _are_comparable(one: str, other: str) -> bool:
    """Whether figures of two units may be subtracted: of one unit, or a count and an average of counts."""
    plain = ("count", "other")
    return one == other or (one in plain and other in plain)


def _tally(current: ValueColumn, prior: ValueColumn, stated: ValueColumn, measure: Measure) -> Tally:
    kind: Stated = "percent" if measure == "percent_change" else "change"
    return tally(current.figures, prior.figures, stated.figures, kind)


def _is_proof(link: _Link) -> bool:
    """Whether arithmetic tells: in most rows, and in more of them than chance would have it.

    Rows of zeros close whatever the columns mean, so only those that tell count against those that
    differ. One row may close by chance; it counts only where the heads say which figure is the
    current one and that the column is a change. Where the head doesn't say that, signs are asked for.
    """
    stated, counted = link.stated, link.tally
    if not counted.mostly_agrees or counted.telling <= counted.differing:
        return False
    if stated.measure not in CHANGES or not (stated.certain or stated.baseline):
        signed = any(number.signed for number in stated.figures.values())
        return signed and counted.telling >= max(3, counted.checked // 2 + 1)
    if not link.is_ordered:
        return counted.telling >= max(_LEAST_ROWS, 4 * counted.differing)
    return counted.telling >= (1 if counted.checked <= 2 else 2)


_Order = Callable[[ValueColumn, ValueColumn, Period | None], int]


def _order(one: ValueColumn, other: ValueColumn, default: Period | None) -> int:
    """1 where the first of two columns is the current one, -1 where the other is, 0 where unknown."""
    orders: tuple[_Order, ...] = (_order_of_bases, _order_of_periods, _order_of_words, _order_by_default)
    return next((order for judge in orders if (order := judge(one, other, default))), 0)


def _order_of_bases(one: ValueColumn, other: ValueColumn, _: Period | None) -> int:
    return int(names_base(other.path)) - int(names_base(one.path))


def _order_of_periods(one: ValueColumn, other: ValueColumn, _: Period | None) -> int:
    if one.period is None or other.period is None or one.period.end == other.period.end:
        return 0
    return 1 if one.period.end > other.period.end else -1


def _order_of_words(one: ValueColumn, other: ValueColumn, _: Period | None) -> int:
    return int(names_prior(other.path)) - int(names_prior(one.path))


def _order_by_default(one: ValueColumn, other: ValueColumn, default: Period | None) -> int:
    if default is None:
        return 0
    own, others = (c.period is not None and _same_days(c.period, default) for c in (one, other))
    return int(own) - int(others)


def _are_alike(one: ValueColumn, other: ValueColumn) -> bool:
    """Whether two periods are about as long: a quarter is not set against a year without proof."""
    if one.period is None or other.period is None:
        return True
    days = sorted(
        (column.period.end - column.period.start).days + 1 for column in (one, other) if column.period
    )
    return 5 * days[0] >= 4 * days[1]


def _same_days(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


# --- sets ------------------------------------------------------------------------------------


def _without_rivals(links: list[_Link]) -> list[_Link]:
    """The links without those that don't close where another column of their kind states the same."""
    return [
        link
        for link in links
        if not link.tally.mostly_differs
        or not any(
            rival.pair == link.pair and rival.measure == link.measure and rival.tally.mostly_agrees
            for rival in links
        )
    ]


def _as_sets(links: list[_Link]) -> list[ComparisonSet]:
    """One set for each pair of figures, with its first change and first percentage; others make more sets."""
    sets: list[ComparisonSet] = []
    for link in sorted(links, key=lambda link: link.stated.index):
        current, prior, column = link.pair.current.index, link.pair.prior.index, link.stated.index
        percent = link.measure == "percent_change"
        alone = ComparisonSet(current, prior, None if percent else column, column if percent else None)
        for at, known in enumerate(sets):
            if known[:2] == alone[:2] and (known.percent if percent else known.change) is None:
                sets[at] = known._replace(percent=column) if percent else known._replace(change=column)
                break
        else:
            sets.append(alone)
    return sets

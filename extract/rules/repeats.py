"""The same figure printed in two tables of one report.

Each rule's docstring is its page in the reference. Out of scope: figures of other editions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from extract.facts.arithmetic import printed_of
from extract.model import Finding, Observation, Quantity
from extract.rules.evidence import Evidence, doubt_of_confidence, fingerprint
from extract.rules.wording import place
from extract.tables.rows import observation_id, table_id

_FEWEST_ALIKE = 2  # other figures that show that two rows are one and the same
_FEWEST_DIGITS = 3  # smaller figures are alike by chance

_MOST_TABLES = 40  # a name in more of them tells no figure

_Days = tuple[date, date]
_Pair = tuple[Observation, Observation]
_LETTERS = re.compile(r"[^\W_]+")


class _Row(NamedTuple):
    """The figures of one KPI in one table, by their period; those of which a period has two are left out."""

    table: int
    figures: Mapping[_Days, Observation]


def figure_printed_twice(evidence: Evidence) -> Iterator[Finding]:
    """One figure is printed in two tables with two values.

    ## What it finds

    Rows of the same name and unit in two tables that agree in two periods at least, figures of three digits
    or more, and differ in one. What was printed with fewer digits may be the same figure, rounded.

    ## Why it matters

    One of the two was not brought up to date, or was typed wrongly. The reader can't tell which.

    ## Example

        Summary        Burglary, all       1,412    1,388    1,507
        Table 4        Burglary, all       1,412    1,388    1,570

    ## When it is uncheckable

    Where the tables share fewer than three periods, or where a table has two figures of one period.

    ## What can fool it

    Two measures under one name that were alike twice by chance. So it is a warning.
    """
    rows = _rows(evidence.facts.observations)
    for alike in rows.values():
        if len(alike) <= _MOST_TABLES:
            pairs = [pair for one, other in combinations(alike, 2) for pair in _differing(one, other)]
            yield from (_finding(evidence, *_odd_last(found, alike)) for found in _by_days(pairs))


def _by_days(pairs: Iterable[_Pair]) -> list[list[_Pair]]:
    """The pairs that differ, those of one period together."""
    periods: dict[_Days | None, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        periods[_days(pair[0])].append(pair)
    return list(periods.values())


def _odd_last(pairs: Sequence[_Pair], alike: Sequence[_Row]) -> _Pair:
    """Of several pairs of one period the one with the rarest figure, this figure last."""
    days = _days(pairs[0][0])
    counts = Counter(row.figures[days].text for row in alike if days in row.figures) if days else Counter()
    one, other = min(pairs, key=lambda pair: min(counts[o.text] for o in pair))
    return (other, one) if counts[one.text] < counts[other.text] else (one, other)


def _days(observation: Observation) -> _Days | None:
    period = observation.period
    return None if period is None else (period.start, period.end)


def _rows(observations: Iterable[Observation]) -> dict[tuple[str, ...], list[_Row]]:
    figures: dict[tuple[str, ...], dict[int, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for observation in observations:
        quantity = observation.quantity
        if observation.measure == "value" and isinstance(quantity, Quantity) and observation.period:
            label = " ".join(_LETTERS.findall(f"{observation.group} {observation.kpi}".lower()))
            figures[label, quantity.unit][observation.table].append(observation)
    return {key: [_Row(t, _by_period(found)) for t, found in each.items()] for key, each in figures.items()}


def _by_period(observations: Sequence[Observation]) -> dict[_Days, Observation]:
    periods: dict[_Days, list[Observation]] = defaultdict(list)
    for observation in observations:
        if observation.period is not None:
            periods[observation.period.start, observation.period.end].append(observation)
    return {days: found[0] for days, found in periods.items() if len(found) == 1}


def _differing(first: _Row, second: _Row) -> Iterator[_Pair]:
    shared = sorted(first.figures.keys() & second.figures.keys())
    pairs = [(first.figures[days], second.figures[days]) for days in shared]
    unlike = [pair for pair in pairs if not _agree(*pair)]
    alike = sum(pair not in unlike and all(_is_long(o) for o in pair) for pair in pairs)
    if len(unlike) == 1 and alike >= _FEWEST_ALIKE:
        yield unlike[0]


def _agree(one: Observation, other: Observation) -> bool:
    figures = [printed_of(o.quantity) for o in (one, other) if isinstance(o.quantity, Quantity)]
    return figures[0].interval.meets(figures[1].interval)


def _is_long(observation: Observation) -> bool:
    return sum(letter.isdigit() for letter in observation.text) >= _FEWEST_DIGITS


def _finding(evidence: Evidence, one: Observation, other: Observation) -> Finding:
    period = one.period.label if one.period else ""
    return Finding(
        rule="FT003",
        name="figure_printed_twice",
        severity="warning",
        message=(
            f"{place((other.group, other.kpi, period), other.page)}: {_printed_in(evidence, other)}, "
            f"but {_printed_in(evidence, one)}"
        ),
        fingerprint=fingerprint(
            "FT003",
            evidence.organisation,
            one.group,
            one.kpi,
            str(_days(one)),
            *sorted((one.text, other.text)),
        ),
        evidence=tuple(observation_id(evidence.report_id, o) for o in (one, other)),
        page=other.page,
        box=other.box,
        kpi=other.kpi,
        table_id=table_id(evidence.report_id, other.table),
        row=other.row,
        quote=other.text,
        stated=other.text,
        expected=one.text,
        doubt=doubt_of_confidence(o.confidence for o in (one, other)),
    )


def _printed_in(evidence: Evidence, observation: Observation) -> str:
    title = evidence.titles.get(table_id(evidence.report_id, observation.table), "")
    return f"{observation.text} on page {observation.page}{f' ({title})' if title else ''}"

"""Which rows of a table state the change of other rows.

"2018-2019" under rows of years, "% change" below the two years it was made of, "Growth %" below the
figures whose growth it is. In come a table's layout and its observations, out goes a RowChange for
each figure so stated. As with columns, words alone are not enough: arithmetic must close. Out of
scope: columns that state changes (``pairing``), and whether each figure agrees (``schemas``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from extract.facts.columns import Columns
from extract.facts.heads import head_words
from extract.facts.layout import BodyRow, Layout, row_words
from extract.facts.row_links import Block, Link, RowChange, proven
from extract.model import Measure, Observation, Period, Table
from extract.notation.headers import read_heading
from extract.notation.periods import parse_period, periods_between, without_periods

_CHANGES: tuple[Measure, ...] = ("percent_change", "change", "points_change")
# "growth excluding exchange rates": of figures that the table doesn't print.
_OTHER_BASE = re.compile(
    r"\b(?:excluding|excl|ex|constant|organic|comparable|like[- ]for[- ]like|underlying|cumulative)\b",
    re.IGNORECASE,
)
# A year and a quarter more or less: fiscal years end on a weekday.
_YEAR_DAYS = range(358, 373)
_WEEK_DAYS = 7
_YEAR = re.compile(r"[0-9]{4}")

Place = tuple[int, int]
"""Row and column of an observation, or two columns."""

At = Mapping[Place, Observation]


@dataclass(frozen=True, slots=True)
class RowTable:
    """A table as its rows are asked about.

    Attributes:
        columns: Those of numbers, from left to right.
        heads: The words of a boxhead of one row: a heading over the first rows may look like one.
        lone: Columns of a figure with one of its changes, whose prior figure no column prints.
    """

    layout: Layout
    columns: tuple[int, ...]
    at: At
    title: str = ""
    heads: str = ""
    lone: tuple[Place, ...] = ()


class _Row(NamedTuple):
    """A row with what its labels say."""

    row: int
    label: str
    group: str
    period: Period | None
    measure: Measure | None
    span: tuple[Period, Period] | None


def find_row_changes(
    table: RowTable, earlier: RowTable | None = None, default: Period | None = None
) -> list[RowChange]:
    """The figures of a table that state the change of others, by row, then column.

    Args:
        table: The table asked about.
        earlier: The table before it, where the figures may stand on the page before.
        default: The report's own period.
    """
    rows = _read_rows(table, default)
    stated = [row for row in rows if row.measure is not None]
    if not stated:
        return [change for block in _from_row_to_row(rows, table) for change in proven(block)]
    sources = [_Source(table, [row for row in rows if row.measure is None])]
    if earlier is not None and len(earlier.columns) == len(table.columns):
        sources.append(_Source(earlier, [r for r in _read_rows(earlier, default) if r.measure is None]))
    found: dict[Place, RowChange] = {}
    for block in _blocks(stated, table, sources):
        for change in proven(block):
            found.setdefault((change.stated.row, change.stated.column), change)
    return [found[place] for place in sorted(found)]


def row_table(table: Table, columns: Columns, observations: Sequence[Observation]) -> RowTable:
    """A table and its observations as the search needs them."""
    return RowTable(
        layout=columns.layout,
        columns=tuple(column.index for column in columns.with_role("number")),
        at={(one.row, one.column): one for one in observations},
        title=table.title,
        heads=_heads_of_one_row(table, columns.layout),
        lone=tuple(
            (one.current, index)
            for one in columns.comparisons
            if one.prior is None
            for index in (one.change, one.percent)
            if index is not None
        ),
    )


def _heads_of_one_row(table: Table, layout: Layout) -> str:
    if table.header_rows != 1:
        return ""
    return " ".join([*layout.titles, *(part for path in layout.paths for part in path)])


def with_row_changes(
    observations: Sequence[Observation], changes: Sequence[RowChange]
) -> tuple[Observation, ...]:
    """The observations with those that state a change read as such."""
    stated = {(change.stated.row, change.stated.column): change.stated for change in changes}
    return tuple(stated.get((one.row, one.column), one) for one in observations)


# --- what the rows say -----------------------------------------------------------------------


def _read_rows(table: RowTable, default: Period | None) -> list[_Row]:
    return [_read_row(row, table, default) for row in table.layout.rows]


def _read_row(row: BodyRow, table: RowTable, default: Period | None) -> _Row:
    """A row as its words tell, those above it where it names two periods or stands in a group."""
    label = " ".join(row.labels)
    own = _measure_of(label)
    above = _measure_of(row.group) if row.group else _measure_of(table.title) or _measure_of(table.heads)
    span = periods_between(label, default) if own or above else None
    told = own or (above if span or row.group else None)
    return _Row(
        row=row.row,
        label=label,
        group=row.group,
        period=parse_period(row_words(row, table.layout), default),
        measure=None if _OTHER_BASE.search(f"{row.group} {label}") else told,
        span=span,
    )


def _measure_of(text: str) -> Measure | None:
    """The kind of change that words name, if they do."""
    heading = read_heading((without_periods(text),))
    return heading.measure if heading.measure in _CHANGES and heading.certain else None


# --- where the figures may stand -------------------------------------------------------------


class _Source(NamedTuple):
    """A table's rows that state no change."""

    table: RowTable
    rows: Sequence[_Row]


def _blocks(stated: Sequence[_Row], table: RowTable, sources: Sequence[_Source]) -> Iterator[Block]:
    """Links likeliest first: rows that name two periods, then those below two, then growth of one row."""
    for group in dict.fromkeys(row.group for row in stated):
        own = [row for row in stated if row.group == group]
        for source in sources:
            yield from _between_periods(own, table, source)
        yield from _of_the_same_label(own, table, sources[0])
    for row in stated:
        if row.span is None:
            yield from _below_periods(row, table, sources[0])
            yield from _of_its_own_row(row, table, sources[0])


def _between_periods(stated: Sequence[_Row], table: RowTable, source: _Source) -> Iterator[Block]:
    """Rows such as "2018-2019", with the rows of these two years in one group."""
    for group in dict.fromkeys(row.group for row in source.rows):
        rows = {_days(r.period): r.row for r in source.rows if r.group == group and r.period}
        links = [
            link
            for row in stated
            if row.span is not None and (current := rows.get(_days(row.span[1]))) is not None
            for made_of in [_Rows(current, rows.get(_days(row.span[0])), *reversed(row.span))]
            for link in _down(table, source.table, row, made_of)
        ]
        yield Block(tuple(links), down=True, least=2, named=True)


def _below_periods(row: _Row, table: RowTable, source: _Source) -> Iterator[Block]:
    """A row such as "% change" right below two rows that differ in their period alone."""
    above = [r for r in source.rows if r.row < row.row and r.group == row.group and r.period]
    if len(above) < 2 or without_periods(above[-1].label) != without_periods(above[-2].label):
        return
    prior, current = sorted(above[-2:], key=lambda r: r.period.end if r.period else date.min)
    links = _down(table, source.table, row, _Rows(current.row, prior.row, current.period, prior.period))
    yield Block(tuple(links), down=True, least=1)


class _Rows(NamedTuple):
    """The rows that a row of changes was made of; the prior one may not be printed."""

    current: int
    prior: int | None
    told: Period | None
    base: Period | None


def _down(table: RowTable, source: RowTable, row: _Row, made_of: _Rows) -> Iterator[Link]:
    """The links of one row, column by column."""
    for column, at in zip(table.columns, source.columns, strict=True):
        stated, current = table.at.get((row.row, column)), source.at.get((made_of.current, at))
        prior = None if made_of.prior is None else source.at.get((made_of.prior, at))
        if current is not None and stated is not None:
            yield Link(
                stated,
                _of_year(current, made_of.told),
                prior and _of_year(prior, made_of.base),
                made_of.base,
            )


def _of_year(one: Observation, period: Period | None) -> Observation:
    """A figure with its row's period, or with the year of it where the column names a part of one."""
    if one.period is None or period is None or _YEAR.search(one.period.label):
        return one if one.period else replace(one, period=period)
    return replace(one, period=parse_period(f"{one.period.label} {period.end.year}") or one.period)


def _of_the_same_label(stated: Sequence[_Row], table: RowTable, source: _Source) -> Iterator[Block]:
    """Rows under a heading such as "Growth" with the rows of the same labels under another heading."""
    groups = dict.fromkeys(row.group for row in source.rows if row.group != stated[0].group)
    for group in reversed([group for group in groups if stated[0].group]):
        rows = {row.label: row for row in source.rows if row.group == group}
        pairs = [(row, rows[row.label]) for row in stated if row.label in rows]
        yield Block(
            tuple(link for row, value in pairs for link in _across(row, value, table)), down=False, least=3
        )


def _of_its_own_row(row: _Row, table: RowTable, source: _Source) -> Iterator[Block]:
    """A row such as "Revenue growth %" with the row "Revenue", or "growth-%" with the row above it."""
    if _measure_of(row.label) is None:
        return
    words = head_words((row.label,))
    above = [r for r in source.rows if r.row < row.row and r.group == row.group]
    named = (
        [r for r in above if _singular(head_words((r.label,))) == _singular(words)] if words else above[-1:]
    )
    for value in named[-1:]:
        links = tuple(_across(row, value, table))
        yield Block(links, down=False, least=1)


def _singular(words: frozenset[str]) -> frozenset[str]:
    """Words without the s of a plural: "Cost growth" is that of "Costs"."""
    return frozenset(word.removesuffix("s") for word in words)


def _across(row: _Row, value: _Row, table: RowTable) -> Iterator[Link]:
    """The links of one row: each column's figure with that of the column a year, or a period, before."""
    figures = [at for column in table.columns if (at := table.at.get((value.row, column))) is not None]
    for current in figures:
        stated = table.at.get((row.row, current.column))
        prior = _before(current, figures)
        if stated is not None and prior is not None:
            yield Link(stated, current, prior, prior.period)


def _from_row_to_row(rows: Sequence[_Row], table: RowTable) -> Iterator[Block]:
    """Columns of changes beside a figure whose rows are periods: from the row before, or a year before."""
    dated = [(row.row, row.period) for row in rows if row.period]
    for current, stated in table.lone:
        links: list[list[Link]] = [[], []]
        for row, period in dated:
            for own, days in zip(links, (range(1, _length(period) + 4), _YEAR_DAYS), strict=True):
                before = [r for r, p in dated if _is_alike(p, period) and (period.end - p.end).days in days]
                figures = [table.at.get(place) for place in ((row, stated), (row, current))]
                prior = table.at.get((before[0], current)) if len(before) == 1 else None
                if figures[0] is not None and figures[1] is not None and prior is not None:
                    own.append(Link(figures[0], figures[1], prior, prior.period))
        blocks = [Block(tuple(own), down=True, least=2) for own in links]
        yield next((block for block in blocks if any(True for _ in proven(block))), blocks[0])


def _is_alike(one: Period, other: Period) -> bool:
    return abs(_length(one) - _length(other)) <= _WEEK_DAYS


def _before(current: Observation, figures: Sequence[Observation]) -> Observation | None:
    """The figure of the same stretch a year earlier, else of the one that ends where this one begins."""
    if current.period is None:
        return None
    alike = [
        one for one in figures if one.period and _length(one.period) - _length(current.period) in range(-7, 8)
    ]
    ends = [((current.period.end - one.period.end).days, one) for one in alike if one.period]
    year = [one for days, one in ends if days in _YEAR_DAYS]
    next_to = [one for days, one in ends if 0 < days <= _length(current.period) + 7]
    return next(iter(year or next_to), None)


def _length(period: Period) -> int:
    return (period.end - period.start).days + 1


def _days(period: Period) -> tuple[date, date]:
    return period.start, period.end

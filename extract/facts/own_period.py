"""Of which period a report speaks.

In come its title, the lines of its first page and its blocks, out goes one period or None. What
the title says counts. Where it says nothing, every period that the report names is weighed by its
place, its form and how often it is named. Out of scope: how a period is printed
(``notation.periods``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from math import log2
from typing import NamedTuple

from extract.blocks.lines import Line
from extract.model import Blocks, Period
from extract.notation.dates import is_month_end, months_until, moved, moved_end
from extract.notation.day_order import DayOrder
from extract.notation.periods import find_periods, own_periods, without_periods
from extract.notation.words import NUMBER_WORDS, small_number

# What a mention weighs by its place.
_LINE, _CAPTION, _FURNITURE, _NARRATIVE, _HEAD = 2.0, 1.5, 1.5, 0.5, 0.3
_OTHER_WORDS = 5  # beside the period, in a line that is there to name it
_LONG_DAYS, _LONGEST_DAYS = 350, 380
# A bare year may be a column's, a forecast's or a past one's; several years are history.
_YEAR_WEIGHT, _YEARS_WEIGHT = 0.3, 0.1
_BARE = re.compile(r"[0-9/'’ -]+|.*(?:\bF?YTD|to[ -]date)\b.*", re.IGNORECASE)
_RIVAL = 0.5  # of its weight: the period a year later is the report's, and it itself is compared with
_OLDEST = 3  # years before the one that most days, months and quarters of the report are of
# The year of a law or a copyright.
_LAW = re.compile(
    r"(?:\b(?:acts?|law|code|rules?|order|regulations?|directive|iso)\b[^.;]{0,12}|©|\bcopyright\b.{0,8})$",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"\b(?:FY|fiscal)|quarter|\bQ ?[1-4]|[1-4]Q", re.IGNORECASE)
_ENDED = re.compile(r"\bended\b", re.IGNORECASE)
_ENDED_BEFORE = re.compile(r"\bended,?(?: on)?:? *$", re.IGNORECASE)
_QUARTER_DAYS, _YEAR_DAYS = range(76, 125), range(350, 378)  # 11 to 17 weeks, 50 to 53
_WEEKS = re.compile(rf"\b([0-9]{{2}}|{'|'.join(NUMBER_WORDS)})[ -]weeks?\b", re.IGNORECASE)
_OFTEN, _NEAR = 3, timedelta(days=45)
_FARTHEST = timedelta(days=400)  # between the ends of a year of that number here and elsewhere


class _Mention(NamedTuple):
    """A period where it is named; ``place`` tells what its place weighs."""

    period: Period
    place: float


def find_report_period(
    title: str, first_lines: Sequence[Line], blocks: Blocks, order: DayOrder = ""
) -> Period | None:
    """The period that a report speaks of.

    Args:
        title: The report's.
        first_lines: Of its first page with words, without running headers.
        blocks: All that stands on its pages.
        order: Of the numbers in "6/11/2022", where the report tells it.

    Returns:
        The period as printed; of a company's "fourth quarter" or "fiscal 2022" the days that the
        report gives it, where it does.
    """
    named = [period for period in own_periods(title, order) if period.start != period.end]
    own = named[0] if named else _weightiest(list(_mentions(first_lines, blocks, order)))
    return None if own is None else _with_own_days(own, blocks, order)


# --- by weight -------------------------------------------------------------------------------


def _mentions(first_lines: Sequence[Line], blocks: Blocks, order: DayOrder) -> Iterator[_Mention]:
    common = _common_size(first_lines)
    for line in first_lines:
        alone = len(without_periods(line.text).split()) <= _OTHER_WORDS
        yield from _named(order, line.text, _LINE * line.size_pt / common if alone else _NARRATIVE)
    for paragraph in blocks.paragraphs:
        titled = paragraph.kind in {"heading", "caption"}
        yield from _named(order, paragraph.text, _CAPTION if titled else _NARRATIVE)
    for text in sorted({piece.text for piece in blocks.furniture}):
        yield from _named(order, text, _FURNITURE)
    for table in blocks.tables:
        yield from _named(order, table.title, _CAPTION)
        for cell in table.cells:
            if cell.is_header:
                yield from _named(order, cell.text, _HEAD)


def _named(order: DayOrder, text: str, place: float) -> Iterator[_Mention]:
    periods = own_periods(text, order) if place in {_CAPTION, _FURNITURE} else find_periods(text, order)
    for period in periods:
        before = text.partition(period.label)[0]
        if not _LAW.search(before):
            yield _Mention(period, place * (0.5 if len(periods) > 1 else 1.0))


def _common_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size_pt] += len(line.text)
    return max(1.0, min(sizes, key=lambda size: (-sizes[size], size))) if sizes else 1.0


def _weightiest(mentions: list[_Mention]) -> Period | None:
    """The period of most weight; repetition helps, but a hundred mentions are no hundred proofs."""
    usual = _usual_year(mentions)
    weights: dict[tuple[date, date], float] = {}
    printed: dict[tuple[date, date], Period] = {}
    for span, group in groupby(sorted(mentions, key=_span), key=_span):
        alike = list(group)
        if span[0] == span[1] or not (usual is None or -_OLDEST <= span[1].year - usual <= 1):
            continue
        period = max(alike, key=lambda mention: (_completeness(mention.period), mention.place)).period
        places = Counter(mention.place for mention in alike)
        weight = sum(place * (1 + log2(count)) for place, count in places.items())
        weights[span], printed[span] = weight * _completeness(period), period
    if not weights:
        return None
    best = max(weights, key=lambda span: (weights[span], span))
    later = (moved(best[0], 12), moved_end(best[1], 12))
    return printed[later if weights.get(later, 0.0) >= _RIVAL * weights[best] else best]


def _span(mention: _Mention) -> tuple[date, date]:
    return mention.period.start, mention.period.end


def _usual_year(mentions: Iterable[_Mention]) -> int | None:
    """The year of most days, months and quarters: a report is of it, or of the one before."""
    years = Counter(m.period.end.year for m in mentions if (m.period.end - m.period.start).days < _LONG_DAYS)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _completeness(period: Period) -> float:
    """A quarter, a month, a week or days with an end say more than a year."""
    days = (period.end - period.start).days
    if days > _LONGEST_DAYS:
        return _YEARS_WEIGHT
    return _YEAR_WEIGHT if days > _LONG_DAYS and _BARE.fullmatch(period.label) else 1.0


# --- the days of a company's own year --------------------------------------------------------


def _with_own_days(own: Period, blocks: Blocks, order: DayOrder) -> Period:
    """A company's quarter or year with the days that the report says it ended on.

    "Fourth quarter fiscal 2022" is October to January in one company and April to June in another;
    each prints "13 weeks ended January 28, 2023" somewhere. "Q1 2018/19" and "April to June" are plain.
    """
    days = (own.end - own.start).days
    length = next((known for known in (_QUARTER_DAYS, _YEAR_DAYS) if days in known), None)
    if length is None or "/" in own.label or not _FISCAL.search(own.label) or _ENDED.search(own.label):
        return own
    ended = [period for period in _ended(blocks, order) if (period.end - period.start).days in (0, *length)]
    counts = Counter(period.end for period in ended if abs(period.end - own.end) < _FARTHEST)
    ends = [end for end, count in counts.items() if 4 * count >= max(counts.values())]
    if not ends or not _is_own_end(max(ends), counts, own):
        return own
    starts = Counter(p.start for p in ended if p.end == max(ends) and p.start != p.end)
    start = min(starts, key=lambda day: (-starts[day], day)) if starts else _start(max(ends), length, blocks)
    return replace(own, start=start, end=max(ends))


def _is_own_end(end: date, counts: Mapping[date, int], own: Period) -> bool:
    """Whether a quarter that ended then is the report's, not the one before it that a sentence names.

    The end of a quarter of the calendar is every report's; it must be near or named often.
    """
    is_year = (own.end - own.start).days in _YEAR_DAYS
    usual = end.month % 3 == 0 and is_month_end(end)
    return is_year or not usual or counts[end] >= _OFTEN or abs(end - own.end) < _NEAR


def _start(end: date, length: range, blocks: Blocks) -> date:
    """The first day of a quarter or year that ended then: so many weeks before as a head names, or months."""
    weeks = Counter(small_number(match[1]) for text in _texts(blocks) for match in _WEEKS.finditer(text))
    known = [number for number in weeks if 7 * number - 1 in length]
    if known:
        return end - timedelta(days=7 * max(known, key=lambda number: (weeks[number], number)) - 1)
    return months_until(end, 3 if length is _QUARTER_DAYS else 12)[0]


def _ended(blocks: Blocks, order: DayOrder) -> Iterator[Period]:
    """Every "N weeks ended DAY", and every day after "ended"."""
    for text in _texts(blocks):
        for period in find_periods(text, order):
            before = text.partition(period.label)[0]
            if _ENDED.search(period.label) or (period.start == period.end and _ENDED_BEFORE.search(before)):
                yield period


def _texts(blocks: Blocks) -> list[str]:
    """The narrative and the heads of tables."""
    heads = [cell.text for table in blocks.tables for cell in table.cells if cell.is_header]
    return [paragraph.text for paragraph in blocks.paragraphs] + heads

"""Periods as printed: quarters, halves, years, months, weeks, days, and words such as "last year".

A year of two parts ("2019/20", "FY24") is a UK financial year, April to March; "FY24" ends in March
2024, and "FY24 Q2" is July to September 2023; but where a report's own quarter or year is told to
be other days, those of its label and of other years are too. A plain year ("Q1 2023") is a calendar
year. Both ends of a period are included. Days printed with slashes are read where their order is
known (``day_order``). Out of scope: the clock; what a text leaves out comes from the document's own
period alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.model import Period
from extract.notation.dates import Year, moved, moved_end, read_year
from extract.notation.day_order import DayOrder, with_day_first
from extract.notation.fiscal import OwnLabel, names_quarter_or_year, own_days
from extract.notation.period_patterns import FOLD, FORMS, Form


def parse_period(text: str, default: Period | None = None, order: DayOrder = "") -> Period | None:
    """The one period that a text names.

    Args:
        text: A heading, a title or a label, with any other words around the period.
        default: The document's own period. It fills in a missing year, is what "this quarter"
            means, and tells whether quarters are financial ones.
        order: Of the numbers in "6/11/2022", where the report tells it.

    Returns:
        The period, with the printed words of it alone as label; None where none or several
        different ones are named.

    >>> parse_period("Performance Q1 2019/20")
    Period(label='Q1 2019/20', start=datetime.date(2019, 4, 1), end=datetime.date(2019, 6, 30))
    >>> quarter = parse_period("Q1 2019/20")
    >>> parse_period("Same quarter last year", quarter).start
    datetime.date(2018, 4, 1)
    >>> parse_period("Blue=18/19 and Red=19/20") is None
    True
    """
    periods = named_periods(text, default, order)
    return periods[0] if len(periods) == 1 else None


def named_periods(text: str, default: Period | None = None, order: DayOrder = "") -> tuple[Period, ...]:
    """All different periods that a heading names, in order, with one part shared among several years.

    >>> [p.label for p in named_periods("Q1 Performance 18/19 vs 19/20")]
    ['Q1 18/19', 'Q1 19/20']
    """
    tokens = _tokens(text, order)
    whole = [t for t in tokens if t.kind in {"whole", "year"}]
    parts = [t for t in tokens if t.kind == "part"]
    if len(parts) == 1 and whole and all(t.kind == "year" for t in whole):
        whole = [_joined(parts[0], year) for year in whole]
        parts = []
    found = _resolved(text, whole or parts, default)
    if not any(found):
        found = [t.resolve(default) for t in tokens if t.kind in {"relative", "past", "against"}]
    return _different([period for period in found if period is not None])


def periods_between(text: str, default: Period | None = None) -> tuple[Period, Period] | None:
    """The earlier and the later of two periods that a label sets against each other, and nothing else.

    Such a label heads a row of changes: there "2014-2015" is not a financial year, but 2014 to 2015.

    >>> [p.label for p in periods_between("2014-2015")]
    ['2014', '2015']
    >>> [p.label for p in periods_between("2015 4th - 2016 4th")]
    ['Q4 2015', 'Q4 2016']
    >>> periods_between("2019/20 outturn") is None
    True
    """
    folded = _YEAR_AND_ORDINAL.sub(r"Q\2 \1", text.translate(FOLD))
    for between in _BETWEEN.finditer(folded):
        sides = [folded[: between.start()].strip(), folded[between.end() :].strip()]
        if re.fullmatch("[0-9]{2}", sides[1]) and _PLAIN_YEAR.fullmatch(sides[0]):
            sides[1] = sides[0][:2] + sides[1]
        periods = [_whole_period(side, default) for side in sides]
        if periods[0] and periods[1] and periods[0].end != periods[1].end:
            earlier, later = sorted((periods[0], periods[1]), key=lambda period: period.end)
            return earlier, later
    return None


def _whole_period(text: str, default: Period | None) -> Period | None:
    """The period that a text is, its year printed; None where it has other words."""
    if not _YEAR_TOLD.search(text) or without_periods(text):
        return None
    return parse_period(text, default)


_BETWEEN = re.compile(r" ?(?:-|/|\bto\b|\bvs?\b\.?|\bversus\b|\bover\b|\bagainst\b) ?", re.IGNORECASE)
_YEAR_AND_ORDINAL = re.compile(r"\b((?:19|20)[0-9]{2}) ?([1-4])(?:st|nd|rd|th)\b")
_YEAR_TOLD = re.compile(r"[0-9]{2}")


def find_periods(text: str, order: DayOrder = "") -> list[Period]:
    """Every period that running text names with its year, in order.

    >>> [p.label for p in find_periods("Blue=18/19 and Red=19/20; 999 calls, 2,019 of them")]
    ['18/19', '19/20']
    """
    found = _resolved(text, [t for t in _tokens(text, order) if t.kind in {"whole", "year"}], None)
    return [period for period in found if period is not None]


def period_spans(text: str, order: DayOrder = "") -> list[tuple[int, int]]:
    """Where a text names periods in any form, from left to right.

    >>> period_spans("It rose 4% in June 2019 on last year.")
    [(14, 23), (27, 36)]
    """
    return [(token.start, token.end) for token in _tokens(text, order)]


def own_periods(text: str, order: DayOrder = "") -> list[Period]:
    """The periods that a title speaks of: of two set against each other the later one alone.

    A quarter without a year is of the one year that the title names.

    >>> [p.label for p in own_periods("Crime, January - October 2021 vs. 2022")]
    ['January - October 2022']
    >>> [p.label for p in own_periods("Second Quarter and Year-to-Date Results for 2022")]
    ['Second Quarter 2022']
    """
    tokens = _tokens(text, order)
    dated = [t for t in tokens if t.kind in {"whole", "year"}]
    parts = [t for t in tokens if t.kind == "part" and {"quarter", "half"} & t.match.groupdict().keys()]
    if len(parts) == 1 and all(t.kind == "year" for t in dated):
        dated = [_joined(parts[0], year)._replace(start=year.start, end=year.end) for year in dated]
    found = list(zip(dated, _resolved(text, dated, None), strict=True))
    earlier = {
        min((one, other), key=lambda known: known[1].end if known[1] else date.min)[0]
        for one, other in pairwise(found)
        if _AGAINST.fullmatch(text[one[0].end : other[0].start])
    }
    return [period for token, period in found if period is not None and token not in earlier]


def without_periods(text: str) -> str:
    """A heading's other words: the text with every period cut out, but "YoY" left, which tells a change.

    >>> without_periods("Change on Q1 18/19 (%)")
    'Change on (%)'
    """
    return " ".join(
        _hidden(text, [t for t in _tokens(text) if t.kind != "against"]).replace("\0", " ").split()
    )


def year_before(period: Period) -> Period:
    """The same stretch a year earlier; a month's last day stays the last day.

    >>> year_before(Period("Feb 2020", date(2020, 2, 1), date(2020, 2, 29))).end
    datetime.date(2019, 2, 28)
    """
    return replace(period, start=moved(period.start, -12), end=moved_end(period.end, -12))


def names_steps_back(text: str) -> bool:
    """Whether a head of a change says how far back it goes.

    >>> names_steps_back("2 Year % Chg"), names_steps_back("% Chg")
    (True, False)
    """
    return _STEPS.search(text.translate(FOLD)) is not None


def period_before(text: str, period: Period) -> Period | None:
    """The period so far before another as a head of a change says: "1-mth. change", "2 Year % Chg".

    >>> february = Period("Feb 2017", date(2017, 2, 1), date(2017, 2, 28))
    >>> period_before("5-mth. change", february).start
    datetime.date(2016, 9, 1)
    """
    steps = {match[0].lower(): match for match in _STEPS.finditer(text.translate(FOLD))}
    if len(steps) != 1:
        return None  # "12 Year 20 Year" runs over two heads
    told = next(iter(steps.values()))
    months = int(told["number"]) * _MONTHS_OF[told["unit"][0].lower()]
    label = " ".join(told[0].split())
    return Period(label, moved(period.start, -months), moved_end(period.end, -months))


_STEPS = re.compile(
    r"(?<![\w.,])(?P<number>[1-9][0-9]?)[ -]?(?P<unit>years?|yrs?|quarters?|qtrs?|months?|mths?|mos?)\b",
    re.IGNORECASE,
)
_MONTHS_OF = {"y": 12, "q": 3, "m": 1}


def names_past(text: str) -> bool:
    """Whether a text speaks of an earlier period in words only ("last year", "previous quarter").

    >>> names_past("Change on last year"), names_past("Change on 2018/19")
    (True, False)
    """
    return any(t.kind in {"past", "against"} for t in _tokens(text))


# --- what a text names -----------------------------------------------------------------------

_AGAINST = re.compile(
    r"[ ,]*(?:vs?\b\.?|versus|and|&|against|compared (?:to|with)|over|/)[ ,]*", re.IGNORECASE
)
_PLAIN_YEAR = re.compile(r"[0-9]{4}")


def _resolved(text: str, tokens: list[_Token], default: Period | None) -> list[Period | None]:
    """What the tokens stand for; "1 May - 31 July 2021 vs. 2022" names the same days of both years."""
    found = [token.resolve(default) for token in tokens]
    for at, (one, other) in enumerate(pairwise(tokens)):
        period = found[at]
        alone = other.kind == "year" and _PLAIN_YEAR.fullmatch(other.label) is not None
        if (
            period is None
            or one.kind != "whole"
            or not alone
            or not period.label.endswith(str(period.end.year))
        ):
            continue
        if _AGAINST.fullmatch(text[one.end : other.start]):
            found[at + 1] = _in_year(period, int(other.label))
    return found


def _in_year(period: Period, year: int) -> Period:
    """The same stretch of another year."""
    months = 12 * (year - period.end.year)
    label = period.label.replace(str(period.end.year), str(year))
    return Period(label, moved(period.start, months), moved_end(period.end, months))


class _Token(NamedTuple):
    """One period in a text, as printed.

    ``kind``: ``whole`` prints its year, ``year`` is nothing but a year, ``part`` lacks the year,
    ``relative``, ``past`` and ``against`` are told by words: "this quarter", "last year", "YoY".
    """

    kind: str
    label: str
    start: int
    end: int
    match: re.Match[str]
    form: Form
    year: Year | None

    def resolve(self, default: Period | None) -> Period | None:
        try:
            days = self.form.shape(self.match, self.year, default)
            if default is not None and days is not None and names_quarter_or_year(self.match):
                days = own_days(self.match, self.year, days, _own_token(default.label), default)
        except (ValueError, OverflowError):  # 31 June, the thirteenth month
            return None
        return Period(self.label, *days) if days is not None and days[0] <= days[1] else None


def _own_token(label: str) -> OwnLabel | None:
    """A report's own period as printed, and the days that it would be anywhere else."""
    tokens = [token for token in _tokens(label) if token.year is not None]
    if len(tokens) != 1:
        return None
    days = tokens[0].form.shape(tokens[0].match, tokens[0].year, None)
    return None if days is None else OwnLabel(tokens[0].match, tokens[0].year, days)


@lru_cache(maxsize=2048)
def _tokens(text: str, order: DayOrder = "") -> tuple[_Token, ...]:
    """Periods from left to right. What one form has taken is hidden from those after it.

    Nine times in ten a text has been asked before: heads and labels are read for each cell and each rule.
    """
    folded = with_day_first(text.translate(FOLD), order)
    tokens: list[_Token] = []
    for form in FORMS:
        found = [_token(text, match, form) for match in form.pattern.finditer(folded)]
        taken = [token for token in found if token is not None]
        if taken:
            folded = _hidden(folded, taken)
            tokens += taken
    return tuple(sorted(tokens, key=lambda token: token.start))


def _hidden(text: str, tokens: list[_Token]) -> str:
    characters = list(text)
    for token in tokens:
        characters[token.start : token.end] = "\0" * (token.end - token.start)
    return "".join(characters)


def _token(text: str, match: re.Match[str], form: Form) -> _Token | None:
    printed = match.groupdict().get("year")
    year = read_year(printed) if printed else None
    if printed and year is None:
        return None
    label = " ".join(text[match.start() : match.end()].split())
    if label[0].islower() and label == match.groupdict().get("month"):
        return None  # "may" and "march" are words too
    lacks_year = form.kind == "whole" and not printed and not _YEAR_INSIDE.search(label)
    return _Token("part" if lacks_year else form.kind, label, match.start(), match.end(), match, form, year)


_YEAR_INSIDE = re.compile(r"(?:19|20)[0-9]{2}")


def _joined(part: _Token, year: _Token) -> _Token:
    """A part and a year that stand apart, read as one: "Q1 Performance 18/19" is "Q1 18/19"."""
    tokens = _tokens(f"{part.label} {year.label}")
    return tokens[0] if len(tokens) == 1 and tokens[0].kind == "whole" else year


def _different(periods: list[Period]) -> tuple[Period, ...]:
    found: dict[tuple[date, date], Period] = {}
    for period in periods:
        found.setdefault((period.start, period.end), period)
    return tuple(found.values())

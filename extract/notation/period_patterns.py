"""The forms that periods are printed in: patterns, and what each match stands for.

Earlier rows of ``PATTERNS`` are tried first and hide what they match from later ones. Out of scope:
which of several periods a heading means (``periods``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple, cast

from extract.model import Period
from extract.notation.chinese_periods import CHINESE
from extract.notation.dates import (
    Days,
    Year,
    is_month_end,
    month_end,
    months_from,
    months_until,
    moved,
    moved_end,
    read_year,
)
from extract.notation.words import MONTHS, NUMBER_WORDS, ORDINAL_WORDS, month_number, small_number

FOLD = str.maketrans(
    dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u00ad", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " ")
    | {"\u2019": "'", "\u2018": "'"}
)


_FLAGS = re.IGNORECASE | re.ASCII
_FY_WORD = r"(?:FY|fiscal(?: year)?|financial year) ?'?"
_PLAIN_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_SPLIT_YEAR = (
    rf"(?:{_FY_WORD})?(?:(?:19|20)[0-9]{{2}} ?[/-] ?(?:19|20)[0-9]{{2}}|(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    r" ?[/-] ?[0-9]{2})(?![0-9/-])"  # never "17/2018", a number within a year
)
_FY = rf"{_FY_WORD}(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
_ANY_YEAR = rf"(?:{_SPLIT_YEAR}|{_FY}|{_PLAIN_YEAR})"
_SHORT_YEAR = r"[0-9]{2}(?![0-9/:%-]|[.,][0-9])"
_GAP = r" {0,3}(?:,|-|:|of|in|for)? {0,3}"
_BARE = r"(?<![\w,./£$€-])"

_CARDINAL = "|".join(NUMBER_WORDS)
_ORDINAL = "|".join(ORDINAL_WORDS)
_QUARTER = (
    rf"\b(?:(?:Q|quarter|qtr\.?) ?(?:[1-4](?![0-9])|{'|'.join(list(NUMBER_WORDS)[:4])})"
    rf"|(?:{_ORDINAL}|1st|2nd|3rd|4th)[ -](?:quarter|qtr)|[1-4]Q)(?![a-z])"
)
_HALF = r"\b(?:H ?[12]|[12]H|(?:first|second|1st|2nd) half)(?![a-z0-9])"
_FULL_MONTH = rf"(?:{'|'.join(MONTHS)})(?![a-z])"
_ABBREVIATION = rf"(?:{'|'.join(name[:3] for name in MONTHS if len(name) > 3)}|sept)(?![a-z])\.?"
_MONTH = rf"\b(?:{_FULL_MONTH}|{_ABBREVIATION})"
_DAY = r"\b[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9a-z])"
_DATE = (
    rf"(?:{_DAY} ?(?:of )?{_MONTH}(?:,? ?{_PLAIN_YEAR})?|{_MONTH} ?{_DAY}(?:,? ?{_PLAIN_YEAR})?"
    rf"|\b[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.]{_PLAIN_YEAR}|\b{_PLAIN_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]))"
)
_DATE_WITH_YEAR = (
    rf"(?:{_DAY} ?(?:of )?{_MONTH},? ?{_PLAIN_YEAR}|{_MONTH} ?{_DAY},? ?{_PLAIN_YEAR}"
    rf"|\b[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.]{_PLAIN_YEAR}|\b{_PLAIN_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]))"
)
_MONTH_OF = rf"{_MONTH}(?:,? ?{_PLAIN_YEAR})?"
_TO = r" {0,2}(?:-|to|through|thru|until) {0,2}"
_LONG = r"(?:(?:financial|fiscal) )?(?P<count>year|half[- ]year|quarter|month|week)(?:ly)?(?: period)?"
_COUNTED = rf"(?P<number>[0-9]{{1,2}}|{_CARDINAL})[ -]?(?P<unit>month|week|day)s?"
_YTD = r"\b(?P<ytd>(?:calendar |financial |fiscal )?year[ -]to[ -]date|F?YTD)(?![a-z])[*†]?"
_RECENT = r"(?:\b(?P<unit>week|month|quarter)[ -]to[ -]date|^(?P<number>[0-9]{1,2})[ -]days?)(?![a-z])[*†]?"
_PAST = r"(?:previous|prior|preceding|last)"
_UNIT = r"(?P<unit>quarter|period|month|week)"


def _named(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _numbered(text: str) -> int:
    """The number of a quarter or a half, in figures or words."""
    digit = re.search(r"[1-4]", text)
    return (
        int(digit[0])
        if digit
        else next(small_number(w) for w in _WORD.findall(text) if w.lower() in _COUNTING)
    )


_WORD = re.compile(r"[a-z]+", _FLAGS)
_COUNTING = frozenset({*NUMBER_WORDS, *ORDINAL_WORDS})


def _quarter(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    number = _numbered(match["quarter"])
    if year is None:
        if default is None:
            return None
        year = year_of(default)
    first = _numbered(match["first"]) if _named(match, "first") else number
    return months_from(moved(year.start, 3 * first - 3), 3 * (number - first + 1))


def _chinese_quarter(match: re.Match[str], year: Year | None, _default: Period | None) -> Days | None:
    number = "一二三四1234".index(match["chinese"]) % 4
    return None if year is None else months_from(moved(year.start, 3 * number), 3)


def _half(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    if year is None:
        if default is None:
            return None
        year = year_of(default)
    return months_from(moved(year.start, 6 * _numbered(match["half"]) - 6), 6)


def _months(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    """One month, or those from one to another ("April 2019 - June 2019", "Apr-Jun")."""
    last = month_number(match["month"])
    if year is not None:
        end = year.month(last)
    elif default is not None:  # the latest that the document can speak of
        end = date(default.end.year - (last > default.end.month), last, 1)
    else:
        return None
    first = month_number(_named(match, "from_month") or match["month"])
    from_year = _named(match, "from_year")
    start = date(int(from_year) if from_year else end.year - (first > last), first, 1)
    return start, month_end(end.year, end.month)


def _date_in(text: str, year: int | None, month_first: bool = False) -> date | None:
    """A printed day; ``year`` where it prints none."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    month = re.search(_MONTH, text, _FLAGS)
    if month is None:
        if len(numbers) != 3:
            return None
        if numbers[0] > 99:
            return date(*numbers)
        day, number = (numbers[1], numbers[0]) if month_first else (numbers[0], numbers[1])
        return date(numbers[2], number, day)
    own = numbers[1] if len(numbers) > 1 else year
    return None if own is None else date(own, month_number(month[0]), numbers[0])


def _days(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    """One day, or those from one to another; a first day takes what it lacks from the last."""
    texts = [_named(match, "from_date") or match["date"], match["date"]]
    month_first = any(re.match(r"[0-9]+[/.](?:1[3-9]|[23][0-9])[/.]", text) for text in texts)
    end = _date_in(texts[1], None, month_first)
    if end is None and default is not None:
        end = _date_in(texts[1], default.end.year)
        if end is not None and end > default.end:
            end = _date_in(texts[1], default.end.year - 1)
    if end is None:
        return None
    if texts[0].isdigit():
        return end.replace(day=int(texts[0])), end
    start = _date_in(texts[0], end.year, month_first)
    return None if start is None else (start if start <= end else start.replace(year=start.year - 1), end)


def _days_of_month(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    """Days within a month, the month first: "June 1-7, 2019"."""
    month = month_number(match["month"])
    known = year.first if year is not None else default.end.year if default is not None else None
    if known is None:
        return None
    return date(known, month, small_number(match["from_day"])), date(known, month, small_number(match["day"]))


def _counted(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    """So many months, weeks or days up to an end: "12 months to June 2019", "year ended 31 March 2020"."""
    until = match["until"]
    month = re.fullmatch(rf"(?P<month>{_MONTH})(?:,? ?(?P<year>{_PLAIN_YEAR}))?", until, _FLAGS)
    if month is not None:
        named = read_year(month["year"]) if month["year"] else None
        days = _months(month, named, default)
    else:
        single = re.fullmatch(r"(?P<date>.*)", until)
        days = None if single is None else _days(single, None, default)
    return None if days is None else _back_from(days[1], match)


def _back_from(end: date, match: re.Match[str]) -> Days:
    word = (_named(match, "count") or match["unit"]).lower()
    number = small_number(match["number"]) if _named(match, "number") else 1
    if word in _DAYS_IN:
        return end - timedelta(days=number * _DAYS_IN[word] - 1), end
    return months_until(end, number * _MONTHS_IN[word])


def _latest(match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    """So many months up to the document's end: "rolling 12 months"."""
    if default is None:
        return None
    days = _back_from(default.end, match)
    if days is None or match[0][:1] not in "pP" or match[0][:4].lower() == "past":
        return days
    return _back_from(days[0] - timedelta(days=1), match)  # "previous 28 days" are those before the last 28


def _to_date(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    """From a year's start to the day that the document ends on; to its own end where that isn't known."""
    if default is None:
        return None if year is None else months_from(year.start, 12)
    own = year_of(default)
    if year is None:
        calendar = match["ytd"].lower().startswith("calendar")
        return (date(default.end.year, 1, 1) if calendar else own.start), default.end
    if year.financial != own.financial:
        own = Year(default.end.year - (year.financial and default.end.month < 4), year.financial)
    return year.start, moved_end(default.end, 12 * (year.first - own.first))


def _recent(match: re.Match[str], year: Year | None, default: Period | None) -> Days | None:
    """The week, 28 days, month or quarter that ends with the document, or the same of another year."""
    if default is None:
        return None
    end = default.end if year is None else default.end.replace(day=1)
    if year is not None:
        end = moved(default.end, 12 * (year.first - default.end.year))
    unit = _named(match, "unit").lower()
    if unit == "month":
        return end.replace(day=1), end
    if unit == "quarter":
        return date(end.year, end.month - (end.month - 1) % 3, 1), end
    return end - timedelta(days=(small_number(match["number"]) if match["number"] else 7) - 1), end


def _full_year(_match: re.Match[str], year: Year | None, _default: Period | None) -> Days | None:
    return None if year is None else months_from(year.start, 12)


def _years(match: re.Match[str], year: Year | None, _default: Period | None) -> Days | None:
    return None if year is None else (date(int(match["from_year"]), 1, 1), date(year.first, 12, 31))


def _own(match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    return (default.start, default.end) if default is not None and _fits(match, default) else None


def _year_earlier(_match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    return None if default is None else (moved(default.start, -12), moved_end(default.end, -12))


def _before(match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    """The stretch of the same length just before the document's own."""
    if default is None or not _fits(match, default):
        return None
    end = default.start - timedelta(days=1)
    if default.start.day == 1 and is_month_end(default.end):
        return months_until(end, _length_in_months(default))
    return default.start - (default.end - end), end


def _fits(match: re.Match[str], default: Period) -> bool:
    """Whether the document's period is a quarter where the text says "quarter"."""
    unit = _named(match, "unit").lower()
    if unit == "week":
        return (default.end - default.start).days == 6
    return unit not in _MONTHS_IN or unit == "year" or _length_in_months(default) == _MONTHS_IN[unit]


def _length_in_months(period: Period) -> int:
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


_MONTHS_IN = {"year": 12, "half-year": 6, "half year": 6, "quarter": 3, "month": 1}
_DAYS_IN = {"week": 7, "day": 1}

Kind = Literal["whole", "year", "relative", "past", "against"]
_Shape = Callable[[re.Match[str], Year | None, Period | None], Days | None]


class Form(NamedTuple):
    """One printed form of a period.

    ``kind`` is of a match whose year is printed; without it, it is a ``part``.
    """

    pattern: re.Pattern[str]
    shape: _Shape
    kind: Kind = "whole"


def _form(pattern: str, shape: _Shape, kind: Kind = "whole") -> Form:
    return Form(re.compile(pattern, _FLAGS), shape, kind)


FORMS = (
    *(_form(pattern, shape, cast(Kind, kind)) for pattern, shape, kind in CHINESE),
    _form(
        rf"\b(?:{_COUNTED}|{_LONG}) (?:to|ended|ending|up to|until):? (?:the )?"
        rf"(?P<until>{_DATE}|{_MONTH_OF})",
        _counted,
    ),
    _form(rf"(?P<from_date>{_DATE}|{_DAY}){_TO}(?P<date>{_DATE})", _days),
    _form(
        rf"(?P<month>{_MONTH}) ?(?P<from_day>{_DAY}){_TO}(?P<day>{_DAY})(?:,? ?(?P<year>{_PLAIN_YEAR}))?",
        _days_of_month,
    ),
    _form(rf"(?P<date>{_DATE_WITH_YEAR})", _days),
    _form(
        rf"(?P<from_month>{_MONTH}) ?(?P<from_year>{_PLAIN_YEAR})?{_TO}(?P<month>{_MONTH})"
        rf"(?:[ ,'-]{{0,3}}(?P<year>{_ANY_YEAR}|{_SHORT_YEAR}))?",
        _months,
    ),
    _form(rf"(?P<month>{_MONTH})[ ,/-]{{0,3}}(?P<year>{_ANY_YEAR})", _months),
    _form(rf"(?P<month>\b{_ABBREVIATION})(?:-| ?'| )(?P<year>{_SHORT_YEAR})", _months),
    _form(rf"(?P<month>\b{_FULL_MONTH})(?:-| ?')(?P<year>{_SHORT_YEAR})", _months),
    _form(rf"(?P<date>{_DATE})", _days),
    _form(rf"(?P<first>{_QUARTER}){_TO}(?P<quarter>{_QUARTER})(?:{_GAP}(?P<year>{_ANY_YEAR}))?", _quarter),
    _form(rf"(?P<quarter>{_QUARTER}){_GAP}(?P<year>{_ANY_YEAR})", _quarter),
    _form(rf"(?P<quarter>\bQ ?[1-4]) ?['-](?P<year>{_SHORT_YEAR})", _quarter),
    _form(rf"\b(?P<quarter>[1-4]Q) ?'?(?P<year>{_PLAIN_YEAR}|{_SHORT_YEAR})", _quarter),
    _form(rf"{_BARE}(?P<year>{_ANY_YEAR}) ?[,:-]? ?(?P<quarter>{_QUARTER})", _quarter),
    _form(
        rf"(?<![0-9])(?P<year>{_PLAIN_YEAR}) ?年(?:度)? ?第? ?(?P<chinese>[一二三四1-4]) ?季度?",
        _chinese_quarter,
    ),
    _form(rf"(?P<half>{_HALF}){_GAP}(?P<year>{_ANY_YEAR})", _half),
    _form(rf"{_YTD}{_GAP}(?P<year>{_ANY_YEAR})", _to_date),
    _form(rf"{_BARE}(?P<year>{_ANY_YEAR}) {_YTD}", _to_date),
    _form(rf"{_RECENT}(?:{_GAP}(?P<year>{_PLAIN_YEAR}))?", _recent),
    _form(_YTD, _to_date),
    _form(rf"\b(?:last|past|latest|rolling|previous) {_COUNTED}\b", _latest),
    _form(rf"(?P<quarter>{_QUARTER})", _quarter),
    _form(rf"(?P<half>{_HALF})", _half),
    _form(
        rf"{_BARE}(?<!aged )(?P<year>{_SPLIT_YEAR}|{_FY})(?!%| ?-?(?:year|yr)s?[ -]olds?)", _full_year, "year"
    ),
    _form(
        rf"{_BARE}(?P<from_year>{_PLAIN_YEAR})(?: ?-| to| through) ?(?P<year>{_PLAIN_YEAR})"
        r"(?![\w%/]|[,.][0-9])",
        _years,
    ),
    # "2025e" is estimated, "2024A" actual.
    _form(rf"{_BARE}(?P<year>{_PLAIN_YEAR})(?:[eEfFaApP]\b)?(?![\w%/]|[,.][0-9]|-[0-9])", _full_year, "year"),
    _form(r"(?<![\w'])'(?P<year>[0-9]{2})(?= vs?\b|\)|$)", _full_year, "year"),
    _form(rf"(?P<month>{_MONTH})", _months),
    _form(
        rf"\b(?:same (?:quarter|period|month|week|time) )?(?:in |of )?(?:the )?{_PAST} year(?:'s)?"
        r"(?: (?:same )?(?:quarter|period|month|week))?(?![a-z])|\b(?:a )?year (?:ago|earlier)\b",
        _year_earlier,
        "past",
    ),
    _form(r"\byear[ -](?:on|over)[ -]year\b|\bYoY\b|\bY/Y\b|\by-o-y\b", _year_earlier, "against"),
    _form(rf"\b{_PAST} {_UNIT}\b", _before, "past"),
    _form(r"\b(?P<unit>quarter|month|week)[ -]on[ -](?P=unit)\b", _before, "against"),
    _form(rf"\b(?:this|current|latest|reporting) (?:{_UNIT}|year)\b", _own, "relative"),
)


def year_of(default: Period) -> Year:
    """The financial or calendar year that the document's period ends in.

    >>> year_of(Period("Q4 2019/20", date(2020, 1, 1), date(2020, 3, 31)))
    Year(first=2019, financial=True)
    """
    financial = _is_financial(default)
    return Year(default.end.year - (financial and default.end.month < 4), financial)


def _is_financial(default: Period) -> bool:
    printed = re.search(rf"{_BARE}(?:{_SPLIT_YEAR}|{_FY})|\b{_FY}", default.label.translate(FOLD), _FLAGS)
    if printed is not None and read_year(printed[0]) is not None:
        return True
    # "April - June 2019" begins a UK financial year; a report with calendar quarters prints "Q2".
    long = default.end >= moved(default.start, 2)
    named = re.search(_QUARTER, default.label, _FLAGS)
    return (default.start.month, default.start.day) == (4, 1) and long and not named

"""Periods as Chinese reports print them: "2018 年 1-3 月", "上年同期", "期末".

Listed company reports use the same few words for their own period and those before it. In come
matches of the patterns, out go days, as in ``period_patterns``, which takes these forms first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from extract.model import Period
from extract.notation.dates import Days, Year, month_end, moved, moved_end

_Shape = Callable[[re.Match[str], Year | None, Period | None], Days | None]

_NUMBER = r"[0-9]{1,2}"
_OF_YEAR = r"(?<![0-9])(?P<at_year>(?:19|20)[0-9]{2}) ?年 ?"


def _months(match: re.Match[str], _year: Year | None, _default: Period | None) -> Days | None:
    year, first, last = int(match["at_year"]), int(match["first"]), int(match["last"] or match["first"])
    return date(year, first, 1), month_end(year, last)


def _day(match: re.Match[str], _year: Year | None, _default: Period | None) -> Days | None:
    day = date(int(match["at_year"]), int(match["first"]), int(match["day"]))
    return day, day


def _own(_match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    return None if default is None else (default.start, default.end)


def _year_earlier(_match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    return None if default is None else (moved(default.start, -12), moved_end(default.end, -12))


def _end(_match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    return None if default is None else (default.end, default.end)


def _year_begin(_match: re.Match[str], _year: Year | None, default: Period | None) -> Days | None:
    """The last day of the year before, which is what balances at the begin of a year are of."""
    if default is None:
        return None
    day = date(default.end.year, 1, 1) - timedelta(days=1)
    return day, day


CHINESE: tuple[tuple[str, _Shape, str], ...] = (
    (rf"{_OF_YEAR}(?P<first>{_NUMBER}) ?月 ?(?P<day>{_NUMBER}) ?日", _day, "whole"),
    (
        rf"{_OF_YEAR}(?P<first>{_NUMBER}) ?月?(?: ?[-~至] ?(?P<last>{_NUMBER}))? ?月(?:份|度)?",
        _months,
        "whole",
    ),
    (r"上年度?末|上年期末|年初(?!至)|期初", _year_begin, "past"),
    (r"上年同期|去年同期|上期", _year_earlier, "past"),
    (r"(?:本报告|报告|本)?期末", _end, "relative"),
    (r"本报告期|报告期|本期", _own, "relative"),
)
"""Pattern, what a match stands for, and the kind of form; earlier rows win."""

"""Quarters and years of a company whose own year is not the calendar's nor April to March.

In come a printed quarter or year and the report's own period, out go its days. The report says of
its own alone when it began and ended; the same quarter of other years follows from that, and where
it is whole months, so do other quarters. What doesn't follow is not known. Out of scope: finding
the report's own days (``facts.own_period``).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from extract.model import Period
from extract.notation.dates import Days, Year, is_month_end, months_from, moved

_YEAR_OF_WEEKS = timedelta(weeks=52)


class OwnLabel(NamedTuple):
    """The report's own period as its label prints it, and the days that says in calendar or UK years."""

    match: re.Match[str]
    year: Year | None
    days: Days


def names_quarter_or_year(match: re.Match[str]) -> bool:
    """Whether a printed period is one quarter or one year, and nothing else."""
    return _quarter(match) is not None


def own_days(
    match: re.Match[str], year: Year | None, days: Days, own: OwnLabel | None, default: Period
) -> Days | None:
    """The days of a printed quarter or year in the report's own years.

    Args:
        match: The printed quarter or year.
        year: Its year; None where it prints none, which is the report's.
        days: What it is in calendar or UK years; kept for all but quarters and years.
        own: The label of the report's period, if that is a quarter or a year.
        default: The report's own period.

    Returns:
        The days; None where they don't follow.
    """
    asked = _quarter(match)
    if own is None or own.year is None or asked is None or own.days == (default.start, default.end):
        return days
    known = _quarter(own.match)
    if known is None or (asked == 0 and not (year and year.financial)):
        return days
    later = 0 if year is None else _name(year) - _name(own.year)
    if asked == known:
        return _years_later(default, later)
    if is_month_end(default.end) and default.start.day == 1:
        return _of_months(asked, known, default, later)
    if asked == 0 and known == 4:
        end = _years_later(default, later)[1]
        return end - _YEAR_OF_WEEKS + timedelta(days=1), end
    return None


def _quarter(match: re.Match[str]) -> int | None:
    """The number of a quarter, 0 of a whole year; None of anything else."""
    groups = {name: text for name, text in match.groupdict().items() if text}
    if set(groups) <= {"year"}:
        return 0
    if not set(groups) <= {"quarter", "year"}:
        return None
    digit = re.search(r"[1-4]", groups["quarter"])
    if digit is not None:
        return int(digit[0])
    words = ("first", "second", "third", "fourth"), ("one", "two", "three", "four")
    lower = groups["quarter"].lower()
    return next((at + 1 for names in words for at, name in enumerate(names) if name in lower), None)


def _name(year: Year) -> int:
    """The number that a year goes by: a fiscal year by the one that it ends in."""
    return year.first + year.financial


def _years_later(default: Period, years: int) -> Days:
    """The same stretch of another year; one that ends on a weekday does so every year."""
    if is_month_end(default.end):
        start = moved(default.start, 12 * years)
        length = (default.end.year - default.start.year) * 12 + default.end.month - default.start.month + 1
        return (
            (start, months_from(start, length)[1])
            if start.day == 1
            else (start, moved(default.end, 12 * years))
        )
    return default.start + years * _YEAR_OF_WEEKS, default.end + years * _YEAR_OF_WEEKS


def _of_months(asked: int, known: int, default: Period, later: int) -> Days:
    first: date = moved(default.start, 12 * later - (3 * known - 3 if known else 0))
    return months_from(first, 12) if asked == 0 else months_from(moved(first, 3 * asked - 3), 3)

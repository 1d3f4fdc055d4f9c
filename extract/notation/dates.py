"""Days, months and years, moved and counted; UK financial years run from April to March.

Out of scope: finding them in a text (``period_patterns``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

Days = tuple[date, date]  # the first and the last


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def is_month_end(day: date) -> bool:
    """Whether a day is the last of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def moved(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved_end(day: date, months: int) -> date:
    """The same day so many months later, a month's last day staying the last."""
    later = moved(day, months)
    return month_end(later.year, later.month) if is_month_end(day) else later


def months_from(first: date, count: int) -> Days:
    """So many months from the first day of one."""
    last = moved(first, count - 1)
    return first, month_end(last.year, last.month)


def months_until(end: date, count: int) -> Days:
    """So many months that end with a day."""
    return moved_end(end, -count) + timedelta(days=1), end


class Year(NamedTuple):
    """A calendar or financial year, by the one that it begins in."""

    first: int
    financial: bool

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.first, 4 if self.financial else 1, 1)

    def month(self, month: int) -> date:
        """The first day of a month of this year."""
        return date(self.first + (self.financial and month < 4), month, 1)


def read_year(text: str) -> Year | None:
    """A printed year; None for two years that don't follow each other ("19/21")."""
    parts = [int(part) for part in re.findall(r"[0-9]+", text)]
    if len(parts) == 2:
        first = _century(parts[0])
        return Year(first, financial=True) if (first + 1) % 100 == parts[1] % 100 else None
    if text[0] in "Ff":
        return Year(_century(parts[0]) - 1, financial=True)
    return Year(_century(parts[0]), financial=False)


def _century(year: int) -> int:
    return year if year >= 100 else year + (2000 if year < 70 else 1900)

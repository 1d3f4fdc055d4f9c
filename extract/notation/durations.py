"""Durations as printed: "6m 12s", "1 hour 3 minutes", "00:06:12".

Out of scope: signs and brackets, and a single number with its unit ("12 mins"), which ``numbers`` reads.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extract.notation.symbols import DURATIONS


class Duration(NamedTuple):
    """A count of the smallest unit printed, and the seconds in one of it."""

    digits: str
    multiplier: Decimal


_CLOCK = re.compile(r"(?P<hours>[0-9]{1,4}):(?P<minutes>[0-5][0-9]):(?P<seconds>[0-5][0-9](?:\.[0-9]{1,9})?)")
_SHORT_CLOCK = re.compile(r"(?P<hours>)(?P<minutes>[0-9]{1,4}):(?P<seconds>[0-5][0-9](?:\.[0-9]{1,9})?)")
_SPAN_PART = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?([a-z]+)[ ,]*")


def read_duration(text: str, unit: str = "count") -> Duration | None:
    """A duration of several parts, or one read off a clock.

    Args:
        text: In lower case, digits in the plain form.
        unit: The column's; only one of seconds takes "06:12" for minutes and seconds.

    >>> read_duration("6m 12s")
    Duration(digits='372', multiplier=Decimal('1'))
    >>> read_duration("1h 03m")
    Duration(digits='63', multiplier=Decimal('60'))
    """
    clock = _CLOCK.fullmatch(text) or (_SHORT_CLOCK.fullmatch(text) if unit == "seconds" else None)
    if clock is not None:
        whole = int(clock["hours"] or 0) * 3600 + int(clock["minutes"]) * 60
        return Duration(str(whole + Decimal(clock["seconds"])), Decimal(1))
    parts = _SPAN_PART.findall(text.replace(" and ", " "))
    if _SPAN_PART.sub("", text.replace(" and ", " ")) or len(parts) < 2:
        return None
    sizes = [DURATIONS.get(word, 0) for _, word in parts]
    if 0 in sizes or sizes != sorted(set(sizes), reverse=True) or any("." in part for part, _ in parts[:-1]):
        return None
    total = sum(Decimal(part) * size for (part, _), size in zip(parts, sizes, strict=True)) / sizes[-1]
    decimals = len(parts[-1][0].partition(".")[2])
    return Duration(f"{total:.{decimals}f}", Decimal(sizes[-1]))

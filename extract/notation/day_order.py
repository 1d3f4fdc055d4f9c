"""Whether "6/11/2022" is a day in June or in November.

In come a report's texts, out goes which number is the day's; a text is then written with the day
first, character for character, so that what is found in it stands at the same place. Where the
order can't be told, a day that would differ is not read at all. Out of scope: all other forms of a
day (``period_patterns``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from extract.notation.words import MONTHS

DayOrder = Literal["day first", "month first", ""]

_SLASHED = re.compile(
    r"(?<![0-9/.])(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})(?![0-9/])"
)
_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]{{0,6}}\.?"
_DAY_WORDED = re.compile(rf"\b[0-3]?[0-9](?:st|nd|rd|th)? {_MONTH},? (?:19|20)[0-9]{{2}}\b", re.IGNORECASE)
_MONTH_WORDED = re.compile(rf"\b{_MONTH} [0-3]?[0-9](?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}\b", re.IGNORECASE)
_BRITISH = re.compile(
    r"£|€|\b(?:centres?|labour|colour|neighbourhoods?|programmes?|behaviour|offences?|organis\w+)\b",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b(?:centers?|labor|color|neighborhoods?|behavior|offenses?|precincts?|sheriff|counties|county of)\b",
    re.IGNORECASE,
)


def find_day_order(texts: Iterable[str], language: str = "en") -> DayOrder:
    """Which number of a day printed with slashes is the day's, in all of a report.

    One day that only one order allows settles it; else how days are written with the month's name,
    then spelling and currency.

    Args:
        texts: All of the report's.
        language: ISO 639-1 code; only in English is the month ever first.

    >>> find_day_order(["6/11/2022", "6/17/2023"]), find_day_order(["6/11/2022", "a £5 fare"])
    ('month first', 'day first')
    >>> find_day_order(["6/11/2022"]), find_day_order(["6/11/2022", "11/6/2022"], "de")
    ('', 'day first')
    """
    texts = [text for text in texts if text]
    found = {pair for text in texts for match in _SLASHED.finditer(text) if (pair := _numbers(match))}
    for first, second in (
        (any(one > 12 for one, _ in found), any(other > 12 for _, other in found)),
        (language != "en", False),
        (_any(_DAY_WORDED, texts), _any(_MONTH_WORDED, texts)),
        (_any(_BRITISH, texts), _any(_AMERICAN, texts)),
    ):
        if first != second:
            return "day first" if first else "month first"
        if first:
            return ""
    return ""


def with_day_first(text: str, order: DayOrder = "") -> str:
    """A text whose days with slashes have the day first; zeros where that can't be told.

    >>> with_day_first("6/11/2022", "month first"), with_day_first("6/11/2022"), with_day_first("6/6/2022")
    ('11/6/2022', '0/00/2022', '6/6/2022')
    """
    order = order or find_day_order([match[0] for match in _SLASHED.finditer(text)])
    return _SLASHED.sub(lambda match: _rewritten(match, order), text)


def _rewritten(match: re.Match[str], order: DayOrder) -> str:
    one, other = _numbers(match)
    if one == other or one > 12 or (order == "day first" and other <= 12):
        return match[0]
    if other > 12 or order == "month first":
        return f"{match['other']}/{match['one']}/{match['year']}"
    return re.sub("[0-9]", "0", match[0][:-4]) + match["year"]


def _numbers(match: re.Match[str]) -> tuple[int, int]:
    return int(match["one"]), int(match["other"])


def _any(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    return any(pattern.search(text) for text in texts)

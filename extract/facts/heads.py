"""What the words of a column head say about other columns: which is a base, which is set against which.

Pure functions on header paths. Out of scope: measure, unit and period of a head
(``notation.headers``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.notation.headers import RATE
from extract.notation.marks import without_marks

_PRIOR = re.compile(
    r"\b(?:previous|prior|preceding|earlier|comparator|before|l\.?y\.?|p\.?y\.?|(?:a )?year ago|"
    r"last (?:year|quarter|month|week|period)|same (?:period|quarter|month) (?:of )?(?:last|previous))\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:average|avg|mean|baseline|base(?: year)?|benchmark|target|plan|budget|forecast)\b", re.IGNORECASE
)
_SIZES = re.compile(
    rf"(?P<rate>{RATE}|\b(?:ratio|per (?:\d|head|capita))\b)|\b(?:average|avg|mean|median)\b", re.IGNORECASE
)
_AGAINST = re.compile(r"\b(?:vs?\.?|versus|compared (?:with|to)|against)(?=[\s'’\d])", re.IGNORECASE)
_WORD = re.compile(r"['’]?\d+(?:[/-]\d+)?|[^\W\d_]+")
_CHANGE_WORDS = frozenset(
    {
        "change",
        "changes",
        "chg",
        "chge",
        "percent",
        "percentage",
        "pct",
        "variance",
        "variation",
        "difference",
        "diff",
        "volume",
        "growth",
        "increase",
        "decrease",
        "δ",
        "in",
        "of",
        "the",
        "and",
        "or",
    }
)


def head_words(path: tuple[str, ...]) -> frozenset[str]:
    """The words that tell a head from others, those that only say "change" left out.

    >>> sorted(head_words(("%Chg '12",)))
    ['2012']
    >>> sorted(head_words(("YTD", "Q1 18/19")))
    ['1', '18/19', 'q', 'ytd']
    """
    words = (_plain(word) for word in _WORD.findall(_text(path).lower()))
    return frozenset(word for word in words if word not in _CHANGE_WORDS)


class Side(NamedTuple):
    """One of two figures set against each other: its own words, and with those that the other side lends."""

    own: frozenset[str]
    shared: frozenset[str]


def sides_of(path: tuple[str, ...]) -> tuple[Side, Side] | None:
    """The words of the two figures that a head sets against each other, if it does.

    What only one side names may be meant of both: "YTD % Change 2025 vs. 2026" sets YTD 2025
    against YTD 2026.

    >>> left, right = sides_of(("YTD % Change 2025 vs. 2026",))
    >>> sorted(right.own), sorted(right.shared)
    (['2026'], ['2026', 'ytd'])
    >>> sides_of(("% Change",)) is None
    True
    """
    parts = _AGAINST.split(_text(path))
    if len(parts) != 2:
        return None
    left, right = (head_words((part,)) for part in parts)
    return (_side(left, right), _side(right, left)) if left and right else None


def _side(own: frozenset[str], other: frozenset[str]) -> Side:
    numbers_only = all(word[0].isdigit() for word in own)
    return Side(own, own | {word for word in other if not word[0].isdigit()} if numbers_only else own)


class Formula(NamedTuple):
    """The marks of the two columns that a head says it was made of."""

    current: str
    prior: str


def formula_of(path: tuple[str, ...]) -> Formula | None:
    """What a head such as "(c/a)", "c-a" or "(4) = (3) - (2)" was made of.

    >>> formula_of(("Variation", "Percentage", "(c/a)"))
    Formula(current='c', prior='a')
    >>> formula_of(("Difference (4)=(3)-(2)",))
    Formula(current='3', prior='2')
    >>> formula_of(("Aged 5-9",)) is None
    True
    """
    match = _FORMULA.search(" ".join(path))
    return Formula(match["current"].lower(), match["prior"].lower()) if match else None


def mark_of(path: tuple[str, ...]) -> str:
    """The letter or number in brackets that heads refer to a column by.

    >>> mark_of(("12/13", "Jun/2013 (c)")), mark_of(("2023",))
    ('c', '')
    """
    match = _MARK.search(" ".join(path))
    return match["mark"].lower() if match else ""


_SIGN = r"(?P<mark>[A-Za-z]|[0-9]{1,2})"
_MARK = re.compile(rf"(?:^|\s)[(\[]{_SIGN}[)\]]$")
_ONE, _OTHER = (rf"[(\[]?(?P<{name}>[A-Za-z]|[0-9]{{1,2}})[)\]]?" for name in ("current", "prior"))
_FORMULA = re.compile(
    rf"(?:=|[(\[](?=[^()\[\]]*[-–−/÷])|(?<=\s)(?=[(\[]))\s*{_ONE}\s*[-–−/÷]\s*{_OTHER}[)\]]?$"
)


def names_prior(path: tuple[str, ...]) -> bool:
    """Whether a head says that its figures are those compared with.

    >>> names_prior(("Same quarter last year",)), names_prior(("Latest quarter",))
    (True, False)
    """
    return _PRIOR.search(_text(path)) is not None


def names_base(path: tuple[str, ...]) -> bool:
    """Whether a head speaks of a figure that isn't one of a period: an average, a plan.

    >>> names_base(("3-Year YTD Average",)), names_base(("YTD 2026",))
    (True, False)
    """
    return _BASE.search(_text(path)) is not None


def unit_of_average(text: str) -> str | None:
    """The unit of figures that a head or label calls a rate or an average, which no count is.

    A printed count is exact; an average of 38 stands for anything from 37.5 to 38.5.

    >>> unit_of_average("3-Year YTD Average"), unit_of_average("Burglary rate"), unit_of_average("Calls")
    ('other', 'rate', None)
    """
    match = _SIZES.search(text)
    return None if match is None else "rate" if match["rate"] else "other"


def _text(path: tuple[str, ...]) -> str:
    return without_marks(" ".join(path))


def _plain(word: str) -> str:
    """A word of a head with years of two digits written out and apostrophes dropped."""
    if word[0] in "'’":
        digits = word[1:]
        if len(digits) == 2:
            return ("20" if int(digits) < 70 else "19") + digits
        return digits
    pair = re.fullmatch(r"(?:20)?(\d\d)([/-])(\d\d)", word)
    return f"{pair[1]}/{pair[3]}" if pair else word

"""What signs and words beside a number stand for, as tables.

Out of scope: how a text is cut into sign, digits and words (``numbers``).
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from extract.model import Status

# The UK Government Analysis Function's symbols, the older ones of the statistics offices, and
# what spreadsheets print.
MISSING_SYMBOLS: dict[str, Status] = {
    "-": "missing",
    "--": "missing",
    "---": "missing",
    "..": "missing",
    "...": "missing",
    "…": "missing",
    ".": "not_applicable",
    ":": "missing",
    "[x]": "missing",
    "[low]": "missing",
    "[w]": "missing",
    "not available": "missing",
    "no data": "missing",
    "not known": "missing",
    "tbc": "missing",
    "[c]": "suppressed",
    "*": "suppressed",
    "**": "suppressed",
    "***": "suppressed",
    "[z]": "not_applicable",
    "*.*": "not_applicable",
    "**.*": "not_applicable",
    "***.*": "not_applicable",
    "****.*": "not_applicable",
    "n/a": "not_applicable",
    "n.a.": "not_applicable",
    "n.a": "not_applicable",
    "na": "not_applicable",
    "#n/a": "not_applicable",
    "#div/0!": "not_applicable",
    "nm": "not_applicable",
    "n/m": "not_applicable",
    "n.m.": "not_applicable",
    "n/c": "not_applicable",
    "n.c.": "not_applicable",
    "n.c": "not_applicable",
    "pnc": "not_applicable",
    "n.m": "not_applicable",
    "#ref!": "not_applicable",
    "#value!": "not_applicable",
    "#num!": "not_applicable",
    "not applicable": "not_applicable",
    "not calculated": "not_applicable",
    "not calculable": "not_applicable",
    "not comparable": "not_applicable",
    "not meaningful": "not_applicable",
}

MARKED_STATUSES: dict[str, Status] = {"p": "provisional", "r": "revised", "e": "estimated"}

CURRENCIES = {
    "£": "GBP",
    "GBP": "GBP",
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "€": "EUR",
    "EUR": "EUR",
    "¥": "JPY",
    "JPY": "JPY",
    "RMB": "CNY",
    "CNY": "CNY",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD": "AUD",
    "NZ$": "NZD",
    "NZD": "NZD",
    "C$": "CAD",
    "CAD": "CAD",
    "HK$": "HKD",
    "HKD": "HKD",
    "S$": "SGD",
    "SGD": "SGD",
    "FJ$": "FJD",
    "FJD": "FJD",
    "SBD": "SBD",
    "CHF": "CHF",
    "₹": "INR",
    "Rs.": "INR",
    "Rs": "INR",
    "INR": "INR",
    "₩": "KRW",
    "R$": "BRL",
    "BRL": "BRL",
}

# Signs that several currencies print: the column's own currency decides.
SHARED_SIGNS = {
    "$": frozenset({"USD", "AUD", "NZD", "CAD", "HKD", "SGD", "FJD", "SBD"}),
    "¥": frozenset({"JPY", "CNY"}),
}

_SCALES: tuple[tuple[int, tuple[str, ...]], ...] = (
    (10**3, ("k", "thousand", "thousands", "000", "000s", "000's", "'000", "'000s")),
    (10**5, ("lakh", "lakhs", "lac", "lacs")),
    (10**6, ("m", "mn", "mln", "mil", "million", "millions")),
    (10**7, ("crore", "crores")),
    (10**9, ("b", "bn", "billion", "billions")),
    (10**12, ("tn", "trn", "trillion", "trillions")),
)
SCALES = {word: Decimal(size) for size, words in _SCALES for word in words}

_DURATIONS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (1, ("s", "sec", "secs", "second", "seconds")),
    (60, ("m", "min", "mins", "minute", "minutes")),
    (3600, ("h", "hr", "hrs", "hour", "hours")),
)
DURATIONS = {word: seconds for seconds, words in _DURATIONS for word in words}


class UnitWord(NamedTuple):
    """A unit, and what one of it counts for."""

    unit: str
    multiplier: Decimal


_POINTS = (
    "pp",
    "pps",
    "ppt",
    "ppts",
    "p.p.",
    "pt",
    "pts",
    "point",
    "points",
    "% pt",
    "% pts",
    "% point",
    "% points",
)
_UNITS: tuple[tuple[str, Decimal, tuple[str, ...]], ...] = (
    ("percent", Decimal(1), ("%", "percent", "per cent", "pct")),
    ("percentage_points", Decimal(1), (*_POINTS, "percentage point", "percentage points")),
    ("percentage_points", Decimal("0.01"), ("bp", "bps", "basis point", "basis points")),
    ("days", Decimal(1), ("day", "days")),
    ("days", Decimal(7), ("week", "weeks")),
    ("other", Decimal(1), ("x", "m²", "m³", "km²")),
)
UNIT_WORDS = {word: UnitWord(unit, size) for unit, size, words in _UNITS for word in words}


def is_currency(unit: str) -> bool:
    """Whether a unit of the contract is one of money.

    >>> is_currency("GBP"), is_currency("rate")
    (True, False)
    """
    return len(unit) == len("GBP") and unit.isupper()

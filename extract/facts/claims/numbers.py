"""What a figure is, and the one number of it: its scale, unit, currency and sign.

In: the tokens of a sentence and where a number may begin. Out: the number, or None where digits are part of
something else ("10mg", "Q1"). Out of scope: ranges, hedges, and numbers that are labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from extract.errors import NumberError
from extract.facts.claims.tokens import Token
from extract.model import Quantity
from extract.notation.hedges import Hedge
from extract.notation.numbers import parse_quantity
from extract.notation.symbols import CURRENCIES, SCALES, UNIT_WORDS
from extract.notation.words import cardinal, word_set

Sort = Literal["number", "fraction", "ratio", "factor"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a sentence.

    Attributes:
        first, last: Its tokens, both ends included; the hedge stands before ``number``.
        number: The first token of the figure itself.
        upper: The other end of a range.
        whole: "293" of "143 of the 293".
        is_worded: Written out.
        start, end: Code points of the text.
    """

    first: int
    number: int
    last: int
    sort: Sort
    quantity: Quantity
    hedge: Hedge = ""
    upper: Decimal | None = None
    whole: Quantity | None = None
    is_worded: bool = False
    start: int = 0
    end: int = 0

    @property
    def unit(self) -> str:
        """Of the quantity."""
        return self.quantity.unit

    @property
    def value(self) -> Decimal:
        """Of the quantity."""
        return self.quantity.value


class PlainNumber(NamedTuple):
    """Digits or words, with scale and unit: what one end of a range prints."""

    last: int
    digits: Decimal
    decimals: int
    scale: Decimal
    unit: str
    is_worded: bool

    @property
    def value(self) -> Decimal:
        """Scaled."""
        return self.digits * self.scale


_MONEY_WORDS = {
    **dict.fromkeys(("euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("dlrs", "dlr", "dollars", "dollar", "usd"), "USD"),
    **dict.fromkeys(("pounds", "pound", "stg", "sterling", "gbp"), "GBP"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys(("sek",), "SEK"),
    **dict.fromkeys(("nok",), "NOK"),
    **dict.fromkeys(("dkk",), "DKK"),
    **dict.fromkeys(("rupees", "rupee"), "INR"),
    **dict.fromkeys(("yuan", "renminbi"), "CNY"),
    **dict.fromkeys(("rand",), "ZAR"),
    **dict.fromkeys(("marks",), "DEM"),
    **dict.fromkeys(("francs",), "FRF"),
    **dict.fromkeys(("lire",), "ITL"),
    **dict.fromkeys(("guilders",), "NLG"),
    **dict.fromkeys(("krona", "kronor"), "SEK"),
    **dict.fromkeys(("crowns", "pesos", "kroner", "dinars", "riyals"), "XXX"),
}


_NATIONS = {"canadian": "CAD", "australian": "AUD", "us": "USD", "hk": "HKD", "singapore": "SGD", "nz": "NZD"}


# Pence and cents, which stand as printed but beside pounds and dollars.
HUNDREDTHS = {"GBX": "GBP"} | {f"{unit[:2]}X": unit for unit in _NATIONS.values()}


TIMES = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years decade "
    "decades fortnight sec secs min mins hr hrs yr yrs nights shifts"
)


_SECONDS = {
    **dict.fromkeys(("minute", "minutes", "min", "mins"), Decimal(60)),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), Decimal(3600)),
}


_PERCENT = frozenset({"%", "percent", "pct", "pc"})


_STATING = word_set("was totalled totaled of is stood reached")


def read_number(tokens: Sequence[Token], words: Sequence[str], at: int) -> PlainNumber | None:
    """Digits or number words, with scale and unit behind."""
    digits = _digits(tokens, words, at)
    if digits is None:
        return None
    value, decimals, is_worded, last = digits
    scale, last = _scale_after(tokens, words, last, at)
    unit, last, factor = _unit_after(tokens, words, last)
    if unit is None:
        return None
    if (
        not is_worded
        and last + 1 < len(tokens)
        and tokens[last + 1].tight
        and tokens[last + 1].kind != "mark"
    ):
        return None  # "100mg", "0604011G0"
    return PlainNumber(last, value, decimals, scale * factor, unit, is_worded)


def _digits(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[Decimal, int, bool, int] | None:
    token = tokens[at]
    if token.kind == "word":
        number = cardinal(token.low)
        if number is None or (token.low == "hundred" and not (at and words[at - 1] == "a")):
            return None
        if words[at + 1 : at + 2] == ["hundred"]:
            return Decimal(number * 100), 0, True, at + 1
        return Decimal(number), 0, True, at
    if token.kind != "number":
        return None
    before = tokens[at - 1] if at else None
    if token.tight and before is not None:
        if before.kind == "number" or before.low in {"/", ":", "_", "@", "#", "."}:
            return None
        if before.kind == "word" and before.text.upper() not in CURRENCIES:
            return None
    mixed = _mixed(tokens, at)
    if mixed is not None:
        return mixed
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.tight and behind.low in {"/", ":", "_", "@"}:
        return None
    try:
        read = parse_quantity(token.text)
    except NumberError:
        return None
    if not isinstance(read, Quantity):
        return None
    return read.value, read.decimals, False, at


def _mixed(tokens: Sequence[Token], at: int) -> tuple[Decimal, int, bool, int] | None:
    """As in "to 7-3/4 pct from 7-1/2", "by 1/4 point": eighths and the like, which come out even."""
    whole = [token.low for token in tokens[at : at + 5]]
    start = at + 2 if whole[1:2] == ["-"] else at
    parts = tokens[start : start + 3]
    if len(parts) < 3 or parts[1].low != "/" or not all(token.tight for token in tokens[at + 1 : start + 3]):
        return None
    if parts[2].low not in _EIGHTHS or not parts[0].low.isdecimal() or not whole[0].isdecimal():
        return None
    upper, lower = int(parts[0].low), int(parts[2].low)
    if not 0 < upper < lower:
        return None
    value = Decimal(upper) / lower + (Decimal(whole[0]) if start > at else 0)
    return value, _EIGHTHS[parts[2].low], False, start + 2


_EIGHTHS = {"2": 1, "4": 2, "8": 3, "16": 4, "32": 5}  # with the decimals that they come out to


def _scale_after(tokens: Sequence[Token], words: Sequence[str], last: int, at: int) -> tuple[Decimal, int]:
    behind = last + 1
    if behind >= len(words) or tokens[behind].kind != "word":
        return Decimal(1), last
    word = words[behind]
    if word == "cr" and currency_before(tokens, words, at)[1] == "INR":
        return SCALES["crore"], behind  # elsewhere it is a credit
    if word not in SCALES or word in {"s"}:
        return Decimal(1), last
    if word == "b" and not currency_before(tokens, words, at)[1]:
        return Decimal(1), last  # "Rule 12b-2"
    money = currency_before(tokens, words, at - 1 if at and words[at - 1] == "-" else at)[1]  # "SEK -112 M"
    if word in {"m", "k"} and not tokens[behind].tight and not money:
        return Decimal(1), last
    return SCALES[word], behind


def _unit_after(tokens: Sequence[Token], words: Sequence[str], last: int) -> tuple[str | None, int, Decimal]:
    """Unit, the last token that belongs to it, and what one of it counts for."""
    one = Decimal(1)
    at = last + 1
    rest = [*words[at : at + 3], "", "", ""][:3]
    points = {"point", "points", "pt", "pts", "pp"}
    if rest[0] in _PERCENT:
        if rest[1] in points:
            return "percentage_points", at + 1, one
        return (
            ("percentage_points", at + 2, one)
            if rest[1] == "-" and rest[2] in points
            else ("percent", at, one)
        )
    if rest[:2] == ["per", "cent"] or rest[:2] == ["per", "cent."]:
        return "percent", at + 1, one
    if rest[:2] == ["per", "cents"]:
        return None, last, one
    if rest[0] == "-" and rest[1] in points and tokens[at].tight and tokens[at + 1].tight:
        return "percentage_points", at + 1, one  # "a 4-point lead"
    if rest[0] == "percentage" and rest[1] in points:
        return "percentage_points", at + 1, one
    if rest[0] in {"percentage-point", "percentage-points", "%-points", "%-point"}:
        return "percentage_points", at, one
    if rest[0] == "basis" and rest[1] in points:
        return "percentage_points", at + 1, Decimal("0.01")
    if rest[0] in {"pp", "pps", "ppt", "ppts", "bp", "bps", "points", "point", "pts"}:
        return "percentage_points", at, UNIT_WORDS[rest[0]].multiplier
    return _money_or_time_after(tokens, words, last)


def _money_or_time_after(
    tokens: Sequence[Token], words: Sequence[str], last: int
) -> tuple[str | None, int, Decimal]:
    one = Decimal(1)
    at = last + 1
    rest = [*words[at : at + 2], "", ""][:2]
    if rest[0] in _MONEY_WORDS:
        return _MONEY_WORDS[rest[0]], at, one
    if rest[0] in {"p", "pence"} and at < len(tokens) and (tokens[at].tight or rest[0] == "pence"):
        return "GBX", at, one
    if rest[0] in _NATIONS and rest[1] in {"cents", "dollars", "cts", "dollar", "dlrs"}:
        unit = _NATIONS[rest[0]]
        return unit if rest[1].startswith("d") else f"{unit[:2]}X", at + 1, one
    if rest[0] in {"cents", "cent", "cts", "ct"}:
        return "USX", at, one
    if at < len(tokens) and tokens[at].text in CURRENCIES and tokens[at].kind == "word":
        return CURRENCIES[tokens[at].text], at, one
    if rest[0] in {"£", "€"} and tokens[at].tight:
        return CURRENCIES[rest[0]], at, one
    if rest[0] in TIMES:
        return _time_unit(rest[0]), at, _SECONDS.get(rest[0], one)
    if rest[0] == "-" and rest[1] in TIMES and tokens[at].tight:
        return None, last, one  # "12-month"
    return "count", last, one


def _time_unit(word: str) -> str:
    if word.startswith(("sec", "min", "hour", "hr")):
        return "seconds"
    return "days" if word.startswith("day") else "other"


def currency_before(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, str]:
    """Where the figure begins with its currency, and that; "US$5", "EUR 1.4", "£1.4"."""
    if not at:
        return at, ""
    before = tokens[at - 1]
    if before.low in {"£", "$", "€", "¥", "₹", "₩"}:
        if at >= 2 and before.tight and tokens[at - 2].text.upper() + before.text in CURRENCIES:
            return at - 2, CURRENCIES[tokens[at - 2].text.upper() + before.text]
        return at - 1, CURRENCIES[before.text]
    if before.kind == "word" and before.text in CURRENCIES:
        return at - 1, CURRENCIES[before.text]
    if before.low == "." and before.tight and at >= 2 and tokens[at - 2].low == "rs":
        return at - 2, "INR"
    if before.kind == "word" and before.text in {"SEK", "NOK", "DKK", "Euro", "euro", "PLN", "ZAR"}:
        return at - 1, "EUR" if before.low == "euro" else before.text
    return at, ""


def sign_before(tokens: Sequence[Token], words: Sequence[str], first: int, at: int) -> tuple[int, int]:
    """Where the figure begins with its sign, and that; a dash between words or numbers is none."""
    if first and words[first - 1] in {"-", "+"} and tokens[first].tight:
        sign = tokens[first - 1]
        before = tokens[first - 2] if first >= 2 else None
        if before is None or not sign.tight or before.low in {"(", "[", "/"}:
            return first - 1, 1 if words[first - 1] == "+" else -1
    if first and words[first - 1] in {"negative", "minus"}:
        return first - 1, -1
    if first > 1 and words[first - 1] == "plus" and words[first - 2] in {"to", "from", "of"}:
        return first - 1, 1
    is_bare = first == at and not {"vs", "versus", "profit"} & set(words)
    if is_bare and words[max(0, first - 3) : first] == ["a", "loss", "of"]:
        return first, 0  # "a loss of 40 members"
    if words[max(0, first - 2) : first] == ["loss", "of"]:
        return first, -1
    if words[max(0, first - 2) : first] == ["deficit", "of"] and {"surplus", "surpluses"} & set(words):
        return first, -1  # "to a surplus of £3m from a deficit of £2m"
    if words[max(0, first - 2) : first] == ["having", "lost"] and {"profit", "earnings"} & set(words):
        return first, -1
    if first and words[first - 1] == "loss" and {"vs", "versus"} & set(words):
        return first, -1  # "Net loss 1.2 mln vs profit 340,000"
    if {"profit", "loss"} & set(words[at + 1 :]) and _is_of_loss(words, first):
        return first, -1
    return first, 0


def _is_of_loss(words: Sequence[str], first: int) -> bool:
    """As in "the loss for the period amounted to", where a profit or another loss is set against it."""
    before = words[max(0, first - 10) : first]
    if not before or not (
        before[-1] in _STATING or before[-2:] in (["amounted", "to"], ["came", "to"], ["in", "at"])
    ):
        return False
    at = len(before) - 1 - before[::-1].index("loss") if "loss" in before else -1
    return at >= 0 and not set(before[at:]) & {",", ";", "profit", "and", "%"}


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The figure as printed, with a space where there was one."""
    parts = [tokens[first].text]
    for token in tokens[first + 1 : last + 1]:
        parts.append(token.text if token.tight else " " + token.text)
    return "".join(parts)

"""Printed numbers: signs, separators, scales, units, footnote marks and missing-value symbols.

In goes the text of one cell, out comes a ``Quantity``, a ``Missing``, or a ``NumberError``. Values
are Decimals built from the printed digits, never from a float, since every later check rests on
the precision that was printed. Out of scope: several numbers in one text, and numbers in prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import NamedTuple

from extract.errors import NumberError
from extract.model import Missing, Quantity, Status
from extract.notation.arrows import without_arrow
from extract.notation.durations import read_duration
from extract.notation.marks import RAISED
from extract.notation.symbols import (
    CURRENCIES,
    DURATIONS,
    MARKED_STATUSES,
    MISSING_SYMBOLS,
    SCALES,
    SHARED_SIGNS,
    UNIT_WORDS,
)


class Separators(NamedTuple):
    """The decimal mark and the mark between groups of digits; a group of " " is any kind of space."""

    decimal: str
    group: str


PLAIN = Separators(".", ",")
_COMMA = Separators(",", ".")
_CANDIDATES = (PLAIN, _COMMA, Separators(".", " "), Separators(",", " "), Separators(".", "'"))

# Longer texts are prose. The bound also keeps every regular expression below within bounds.
_LONGEST_TEXT = 80
_MOST_DIGITS = 40
_EXACT = Context(prec=2 * _MOST_DIGITS)  # the default of 28 digits would round what is printed

_DASHES = "\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u00ad\ufe63\uff0d"
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t\n\r"
_FOLD = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\u200b\ufeff\u2060")
    | {"\u2019": "'"}
)

_ANY_CURRENCY = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_FRONT = re.compile(
    rf"(?P<open>\()? ?(?P<sign>[-+])? ?(?P<currency>{_ANY_CURRENCY})? ?(?P<open2>\()? ?(?P<sign2>[-+])? ?"
    r"(?P<number>[0-9.,' ]*[0-9])(?P<rest>.*)"
)
_BACK_CURRENCY = re.compile(rf"(?P<scale>.*?) ?(?P<currency>{_ANY_CURRENCY})")
_MARK = rf"(?:[*†‡§¶#^]+|{RAISED}|\[(?:note )?[0-9a-z]{{1,3}}\]|\([a-z]\))"
_MARKS = re.compile(rf"(?P<body>.*?[0-9a-zA-Z%).*\]:-]) ?(?P<marks>{_MARK}(?: ?{_MARK}){{0,4}})")
_LETTER_MARK = re.compile(r"(?P<body>.*[0-9%)]) ?(?P<marks>[pre])")
_FRONT_MARK = re.compile(r"(?P<marks>[*†‡§¶]{1,3}) ?(?P<body>.*[0-9].*)")
_RANK = re.compile(r"(?:st|nd|rd|th)(?: (?:out )?of [0-9]{1,4})?")
_RATE = re.compile(r"per ?[0-9a-z][0-9a-z, ]*")
_BELOW = re.compile(r"(?:<|less than|fewer than|under) ?(?P<bound>[0-9.,]+) ?%?")
_ANY_DIGIT = re.compile(r"[0-9]")
_RUN = re.compile(r"[0-9]+(?:[.,' ][0-9]+)*")


def parse_quantity(
    text: str, unit: str = "count", separators: Separators = PLAIN, multiplier: Decimal = Decimal(1)
) -> Quantity | Missing:
    """Read a table cell as a quantity.

    Every later rule depends on the precision that a number was printed to: "£1.4m" stands for
    anything from 1.35 to 1.45 million. Only the printed digits tell, so they are kept as
    ``decimals`` and ``multiplier``. A duration is in seconds, and its multiplier is the smallest
    unit printed: "1h 03m" is 63 times 60. An arrow beside a number is no part of it: only the column
    tells whether it is a change, which "▼ 3%" makes -3.

    Args:
        text: The cell as printed.
        unit: The column's unit. A printed sign (``%``, ``£``, ``pp``, ``s``) wins over it.
        separators: Of the table.
        multiplier: The column's, such as 1000 for "(000s)". A printed scale, percent sign or
            unit of time wins over it.

    Returns:
        The quantity, or what is missing and why where the report prints a dash or "n/a". What is
        not stated is not zero; "nil" is.

    Raises:
        NumberError: The cell holds something other than one number, such as a range or a date.

    >>> parse_quantity("£1.4m").value
    Decimal('1400000.0')
    >>> parse_quantity("(1,234)").value
    Decimal('-1234')
    >>> parse_quantity("n/a")
    Missing(text='n/a', status='not_applicable', footnote='')
    >>> parse_quantity("16-24")
    Traceback (most recent call last):
        ...
    extract.errors.NumberError: '16-24' is not one number
    """
    if len(text) > _LONGEST_TEXT:
        raise NumberError(f"a text of {len(text)} characters is not one number")
    folded = _folded(text)
    status = _missing_status(folded)
    if status is not None:
        return Missing(text, status)
    body, marks = _without_marks(without_arrow(folded)[0])
    status = _missing_status(body)
    if status is not None:
        return Missing(text, status, marks)
    if body.lower() == "nil":
        return Quantity(text, Decimal(0), 0, Decimal(1), unit, footnote=marks)
    reading = _read_number(body, unit, separators, multiplier)
    if reading is None:
        raise NumberError(f"{text!r} is not one number")
    return Quantity(
        text,
        reading.value,
        reading.decimals,
        reading.multiplier,
        reading.unit,
        MARKED_STATUSES.get(marks.strip("()[]*"), "normal"),
        marks,
        reading.signed,
    )


def looks_numeric(text: str) -> bool:
    """Whether a text is one number or a missing-value symbol, whatever separators it uses.

    >>> looks_numeric("1.234,5 €"), looks_numeric("-"), looks_numeric("0-17"), looks_numeric("Calls")
    (True, True, False, False)
    """
    if len(text) > _LONGEST_TEXT:
        return False
    folded = _folded(text)
    body = _without_marks(without_arrow(folded)[0])[0]
    if _missing_status(folded) is not None or _missing_status(body) is not None or body.lower() == "nil":
        return True
    if not _ANY_DIGIT.search(body):  # most segments of a page
        return False
    return any(_read_number(body, "count", separators, Decimal(1)) for separators in _CANDIDATES)


def is_missing_symbol(text: str) -> bool:
    """Whether a text is a symbol that stands for a value that is not there; an empty text is one.

    >>> is_missing_symbol("n/a"), is_missing_symbol("–"), is_missing_symbol("0")
    (True, True, False)
    """
    if len(text) > _LONGEST_TEXT:
        return False
    return _missing_status(_folded(text)) is not None


def infer_separators(texts: Iterable[str], language: str = "en") -> Separators | None:
    """Tell the decimal mark and the group mark of a table from its own numbers.

    "1,234" alone may be a thousand or a one: what the language is used to decides, if it reads
    every such mark as between groups. One misprint in a table does not turn the others round.

    Args:
        texts: All cells of the table; what isn't a number is passed over.
        language: ISO 639-1 code of the report; those that print a decimal comma are listed.

    Returns:
        The separators, or None where they can't be told.

    >>> infer_separators(["40,089", "71.5%"])
    Separators(decimal='.', group=',')
    >>> infer_separators(["1.234,5", "0,64"])
    Separators(decimal=',', group='.')
    >>> infer_separators(["1.234", "2.345"]) is None
    True
    """
    usual = _COMMA if language in _COMMA_LANGUAGES else PLAIN
    candidates = sorted(_CANDIDATES, key=lambda separators: separators != usual)
    readings = [{s: _digits(run, s) for s in candidates} for run in _number_runs(texts)]
    readings = [reading for reading in readings if any(reading.values())]
    if not readings:
        return usual
    if _groups_throughout(readings, usual):
        return usual
    counts = {s: sum(reading[s] is not None for reading in readings) for s in candidates}
    best = [s for s in candidates if counts[s] == max(counts.values())]
    if counts[best[0]] < 0.9 * len(readings):
        return None
    alike = all(len({reading[s] for s in best}) == 1 for reading in readings)
    return best[0] if alike else None


_COMMA_LANGUAGES = frozenset(
    {
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "fi",
        "fr",
        "hu",
        "id",
        "it",
        "nb",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sv",
        "tr",
    }
)


# "3 ,108" is set with a gap; the second sign of "$ 1,874 $" is that of the next column.
_GAP = re.compile(r"(?<=[0-9]) (?=,[0-9]{3}(?![0-9]))")
_SECOND_SIGN = re.compile(r"(?P<body>(?P<sign>[$£€]).*[0-9)]) ?(?P=sign)")


def _folded(text: str) -> str:
    """A text with plain dashes and single spaces, and without what its neighbours left in it."""
    folded = _GAP.sub("", " ".join(text.translate(_FOLD).split()))
    match = _SECOND_SIGN.fullmatch(folded)
    return match["body"] if match is not None else folded


class _Reading(NamedTuple):
    value: Decimal
    decimals: int
    multiplier: Decimal
    unit: str
    signed: bool


class _Amount(NamedTuple):
    """A magnitude before its sign; ``multiplier`` None leaves the column's."""

    digits: str
    multiplier: Decimal | None
    unit: str | None


def _missing_status(folded: str) -> Status | None:
    bare = folded.lower()
    status = MISSING_SYMBOLS.get(bare)
    if status is not None or not bare:
        return status or "missing"
    below = _BELOW.fullmatch(bare)
    if below is not None:  # "<5" hides a small count; "<0.1%" only says that it rounds to nothing
        return "suppressed" if below["bound"].isdigit() else "missing"
    if bare[0] in "$£€" or bare[-1] in "%$£€":  # accounts print "$ -"
        return MISSING_SYMBOLS.get(bare.strip("$£€% "), None) if bare.strip("$£€% ") else None
    return None


def _without_marks(folded: str) -> tuple[str, str]:
    for pattern in (_MARKS, _LETTER_MARK, _FRONT_MARK):
        match = pattern.fullmatch(folded)
        if match is not None:
            return match["body"], match["marks"]
    return folded, ""


def _read_number(body: str, unit: str, separators: Separators, multiplier: Decimal) -> _Reading | None:
    front = _FRONT.fullmatch(body)
    if front is None:
        return None
    rest = _without_bracket(front["rest"], opened=sum(bool(front[name]) for name in ("open", "open2")))
    if rest is None:
        return None
    signs = (front["sign"] or "") + (front["sign2"] or "")
    bracket = bool(front["open"] or front["open2"])
    if rest == "-" and not signs:
        signs, rest = "-", ""
    if len(signs) > 1:
        return None
    amount = _read_amount(front["number"], rest, front["currency"], unit, separators)
    if amount is None or sum(c in "0123456789" for c in amount.digits) > _MOST_DIGITS:
        return None
    scale = multiplier if amount.multiplier is None else amount.multiplier
    value = _EXACT.multiply(Decimal(amount.digits), scale)
    negative = value != 0 and (signs == "-" or (bracket and signs != "+"))
    decimals = len(amount.digits.partition(".")[2])
    return _Reading(
        value.copy_negate() if negative else value,
        decimals,
        scale,
        amount.unit or unit,
        bracket or bool(signs),
    )


def _without_bracket(rest: str, opened: int) -> str | None:
    """The text after the digits without the bracket that closes an opened one; None if they don't pair."""
    if opened > 1 or rest.count(")") != opened or "(" in rest:
        return None
    return " ".join(rest.replace(")", " ").split())


def _read_amount(
    number: str, rest: str, currency: str | None, unit: str, separators: Separators
) -> _Amount | None:
    if rest and (rest[0] == ":" or any(c in "0123456789" for c in rest)) and currency is None:
        whole = f"{number} {rest}" if rest[0] != ":" else number + rest
        duration = read_duration(whole.lower(), unit)
        if duration is not None:
            return _Amount(*duration, "seconds")
    digits = _digits(number, separators)
    if digits is None:
        return None
    if currency is None:
        back = _BACK_CURRENCY.fullmatch(rest)
        if back is not None:
            currency, rest = back["currency"], back["scale"]
    if currency is not None:
        scale = SCALES.get(rest.lower()) if rest else None
        return None if rest and scale is None else _Amount(digits, scale, _currency(currency, unit))
    return _with_unit_word(digits, rest.lower(), unit)


def _with_unit_word(digits: str, word: str, unit: str) -> _Amount | None:
    if not word:
        return _Amount(digits, None, None)
    if word in DURATIONS and (word not in SCALES or unit == "seconds"):
        return _Amount(digits, Decimal(DURATIONS[word]), "seconds")
    if word in SCALES:
        return _Amount(digits, SCALES[word], None)
    if word in UNIT_WORDS:
        return _Amount(digits, UNIT_WORDS[word].multiplier, UNIT_WORDS[word].unit)
    if _RANK.fullmatch(word) and "." not in digits:
        return _Amount(digits, Decimal(1), "rank")
    return _Amount(digits, Decimal(1), "rate") if _RATE.fullmatch(word) else None


def _currency(sign: str, unit: str) -> str:
    """A sign's currency: "$" in a column of Australian dollars is theirs."""
    return unit if unit in SHARED_SIGNS.get(sign, ()) else CURRENCIES[sign]


def _digits(number: str, separators: Separators) -> str | None:
    """The digits with ``.`` as decimal mark and without groups; None if the marks don't fit."""
    whole, mark, fraction = number.partition(separators.decimal)
    if (mark and not _is_digits(fraction)) or (not whole and not mark):
        return None
    if separators.group in whole:
        first, *groups = whole.split(separators.group)
        if not (_is_digits(first) and first[0] != "0" and all(_is_digits(group) for group in groups)):
            return None
        # Groups of three, or of two before the last as in India.
        sizes = {len(group) for group in groups[:-1]} or {len(groups[-1])}
        if len(groups[-1]) != 3 or not (
            (sizes == {3} and len(first) <= 3)
            or (sizes == {2} and len(first) <= 2 and separators.group == ",")
        ):
            return None
        whole = "".join((first, *groups))
    elif whole and (not _is_digits(whole) or (len(whole) > 3 and whole[0] == "0")):
        return None  # "0116" begins a telephone number
    return (whole or "0") + ("." + fraction if mark else "")


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _number_runs(texts: Iterable[str]) -> list[str]:
    """The digits with separators of each text that is one number however these are read."""
    runs = []
    for text in texts:
        if len(text) > _LONGEST_TEXT:
            continue
        folded = _folded(text)
        found = _RUN.search(folded)
        if found is not None and not found[0].isdigit():
            rest = folded[: found.start()] + "1" + folded[found.end() :]
            if _read_number(_without_marks(rest)[0], "count", PLAIN, Decimal(1)) is not None:
                runs.append(found[0])
    return runs


def _groups_throughout(readings: list[dict[Separators, str | None]], usual: Separators) -> bool:
    """Whether the usual separators read nine numbers of ten, and no fraction that may be a group."""
    other = _COMMA if usual == PLAIN else PLAIN
    read = [reading for reading in readings if reading[usual] is not None]
    doubtful = any("." in (r[usual] or "") and r[other] is not None and r[other] != r[usual] for r in read)
    return len(read) >= 0.9 * len(readings) and not doubtful

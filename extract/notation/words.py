"""Words that stand for numbers and months, as tables.

Out of scope: what a sentence claims with them.
"""

from __future__ import annotations

NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

# Larger ones, which prose alone writes out; periods count to twelve.
CARDINAL_WORDS = NUMBER_WORDS | {
    "zero": 0,
    "nil": 0,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}

# What "two thirds" and "a fifth" are parts of.
FRACTION_WORDS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "tenth": 10,
    "tenths": 10,
}

ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def word_set(text: str) -> frozenset[str]:
    """Words of a table, written with a space between them.

    >>> sorted(word_set("rose fell"))
    ['fell', 'rose']
    """
    return frozenset(text.split())


def month_number(name: str) -> int:
    """The number of a month from its name or its first three letters.

    Raises:
        KeyError: The text names no month.

    >>> month_number("Sept."), month_number("JUNE")
    (9, 6)
    """
    return _MONTH_NUMBERS[name[:3].lower()]


def small_number(text: str) -> int:
    """A small number in digits or words, cardinal or ordinal.

    Raises:
        KeyError: The text is no such number.

    >>> small_number("12"), small_number("Twelve"), small_number("3rd"), small_number("first")
    (12, 12, 3, 1)
    """
    digits = text[:-2] if text[-2:].lower() in {"st", "nd", "rd", "th"} and text[0] in "0123456789" else text
    return int(digits) if digits.isascii() and digits.isdigit() else _SMALL_NUMBERS[text.lower()]


def cardinal(word: str) -> int | None:
    """A number in words below a hundred, or None.

    >>> cardinal("twenty-one"), cardinal("seven"), cardinal("many")
    (21, 7, None)
    """
    tens, _, ones = word.lower().partition("-")
    if not ones:
        return CARDINAL_WORDS.get(tens)
    if tens in CARDINAL_WORDS and ones in NUMBER_WORDS and 20 <= CARDINAL_WORDS[tens] < 100:
        return CARDINAL_WORDS[tens] + NUMBER_WORDS[ones] if NUMBER_WORDS[ones] < 10 else None
    return None


_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_SMALL_NUMBERS = NUMBER_WORDS | ORDINAL_WORDS

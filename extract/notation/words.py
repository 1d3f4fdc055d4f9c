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


_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_SMALL_NUMBERS = NUMBER_WORDS | ORDINAL_WORDS

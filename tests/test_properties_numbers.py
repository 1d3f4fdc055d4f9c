"""Every form that a number is printed in reads back as what was printed."""

import contextlib
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import NumberError
from extract.model import Missing, Quantity
from extract.notation.numbers import (
    PLAIN,
    Separators,
    infer_separators,
    is_missing_symbol,
    looks_numeric,
    parse_quantity,
)
from extract.notation.symbols import (
    CURRENCIES,
    DURATIONS,
    MARKED_STATUSES,
    MISSING_SYMBOLS,
    SCALES,
    UNIT_WORDS,
)

MINUSES = "-\u2212\u2010\u2011\u2012\u2013\u2014"
SEPARATORS = [PLAIN, Separators(",", "."), Separators(".", " "), Separators(",", " "), Separators(".", "'")]

magnitudes = (
    st.decimals(0, 10**15, places=3) | st.decimals(0, 10**6, places=1) | st.integers(0, 10**20).map(Decimal)
)


def printed(value: Decimal, separators: Separators = PLAIN) -> str:
    swap = {",": separators.group, ".": separators.decimal}
    return "".join(swap.get(c, c) for c in f"{value:,f}")


def decimals_of(value: Decimal) -> int:
    return len(f"{value:f}".partition(".")[2])


def read(text: str, **options: object) -> Quantity:
    quantity = parse_quantity(text, **options)  # type: ignore[arg-type]  # named by each test
    assert isinstance(quantity, Quantity)
    assert looks_numeric(text)
    return quantity


@given(magnitudes, st.sampled_from(SEPARATORS))
def test_grouped_and_decimal_digits(value: Decimal, separators: Separators) -> None:
    quantity = read(printed(value, separators), separators=separators)
    assert (quantity.value, quantity.decimals) == (value, decimals_of(value))


SIGNED = [
    "{m}{n}",
    "{m} {n}",
    "({n})",
    "({m}{n})",
    "{n}-",
    "{m}£{n}",
    "£{m}{n}",
    "(£{n})",
    "£({n})",
    "({n}%)",
    "({n})%",
]


@given(magnitudes, st.sampled_from(SIGNED), st.sampled_from(MINUSES))
def test_every_minus(value: Decimal, form: str, minus: str) -> None:
    quantity = read(form.format(n=printed(value), m=minus))
    assert quantity.value == value.copy_negate()
    assert quantity.signed


@given(magnitudes, st.sampled_from(["+{}", "+ {}", "(+{})", "+£{}", "+{}%"]))
def test_every_plus(value: Decimal, form: str) -> None:
    quantity = read(form.format(printed(value)))
    assert quantity.value == value
    assert quantity.signed


@given(
    magnitudes,
    st.sampled_from(sorted(CURRENCIES)),
    st.sampled_from(["{s}{n}", "{s} {n}", "{n} {s}", "{n}{s}"]),
)
def test_every_currency(value: Decimal, sign: str, form: str) -> None:
    quantity = read(form.format(s=sign, n=printed(value)))
    assert (quantity.value, quantity.unit) == (value, CURRENCIES[sign])


@given(
    st.decimals(0, 10**6, places=2),
    st.sampled_from(sorted(filter(str.isalpha, SCALES))),
    st.sampled_from(["£{n}{s}", "£{n} {s}", "{n} {s}", "({n} {s})", "{n} {s} EUR"]),
)
def test_every_scale(value: Decimal, word: str, form: str) -> None:
    quantity = read(form.format(n=printed(value), s=word))
    assert abs(quantity.value) == value * SCALES[word]
    assert (quantity.multiplier, quantity.decimals) == (SCALES[word], 2)


@given(
    st.decimals(0, 10**6, places=1), st.sampled_from(sorted(UNIT_WORDS)), st.sampled_from(["", " ", "\u00a0"])
)
def test_every_unit_word(value: Decimal, word: str, space: str) -> None:
    quantity = read(f"-{printed(value)}{space}{word}")
    assert quantity.value == -value * UNIT_WORDS[word].multiplier
    assert quantity.unit == UNIT_WORDS[word].unit


@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59))
def test_every_duration(hours: int, minutes: int, seconds: int) -> None:
    whole = hours * 3600 + minutes * 60 + seconds
    for form in (
        "{h}:{m:02}:{s:02}",
        "{h}h {m}m {s}s",
        "{h}h{m:02}m{s:02}s",
        "{h} hours {m} mins, {s} seconds",
    ):
        quantity = read(form.format(h=hours, m=minutes, s=seconds))
        assert (quantity.value, quantity.unit, quantity.multiplier) == (whole, "seconds", 1)


@given(st.integers(0, 9999), st.sampled_from(sorted(DURATIONS)))
def test_every_unit_of_time(value: int, word: str) -> None:
    quantity = read(f"{value} {word}", unit="seconds")
    assert (quantity.value, quantity.unit) == (value * DURATIONS[word], "seconds")


@given(st.integers(1, 200), st.sampled_from(["st", "nd", "rd", "th", "th of 43", "th out of 43"]))
def test_every_rank(value: int, ending: str) -> None:
    quantity = read(f"{value}{ending}")
    assert (quantity.value, quantity.unit) == (value, "rank")


@given(
    st.decimals(0, 1000, places=1),
    st.sampled_from(["1,000", "100,000 population", "head", "officer per day"]),
)
def test_every_rate(value: Decimal, base: str) -> None:
    quantity = read(f"{value} per {base}")
    assert (quantity.value, quantity.unit) == (value, "rate")


@given(
    magnitudes,
    st.sampled_from(sorted(MARKED_STATUSES)),
    st.sampled_from(["{}", " {}", "({})", " ({})", " [{}]"]),
)
def test_every_status_mark(value: Decimal, mark: str, form: str) -> None:
    quantity = read(printed(value) + form.format(mark))
    assert (quantity.value, quantity.status) == (value, MARKED_STATUSES[mark])


@given(magnitudes, st.sampled_from(["*", " *", "**", "†", "‡", "#", "¹", "¹²", " [1]", " [note 12]", " (a)"]))
def test_every_footnote_mark(value: Decimal, mark: str) -> None:
    quantity = read(printed(value) + mark)
    assert (quantity.value, quantity.footnote, quantity.status) == (value, mark.strip(), "normal")


@given(st.sampled_from(sorted(MISSING_SYMBOLS)), st.sampled_from(["{}", " {} ", "\u00a0{}"]), st.booleans())
def test_every_missing_value_symbol(symbol: str, form: str, upper: bool) -> None:
    text = form.format(symbol.upper() if upper else symbol)
    assert parse_quantity(text) == Missing(text, MISSING_SYMBOLS[symbol])
    assert is_missing_symbol(text)


@given(st.lists(st.decimals(1000, 10**9, places=2), min_size=1), st.sampled_from(SEPARATORS))
def test_separators_are_told_from_the_numbers(values: list[Decimal], separators: Separators) -> None:
    assert infer_separators([printed(value, separators) for value in values]) == separators


ODD = [*"0123456789.,-+()%£$ '*:[]prenmshkx/²³٣_e\u2212\u00a0", "per ", "1,", "00:", "1h", "st", "nil", "n/a"]


@given(st.text() | st.lists(st.sampled_from(ODD), max_size=20).map("".join), st.sampled_from(SEPARATORS))
def test_no_text_fails_but_with_a_number_error(text: str, separators: Separators) -> None:
    looks_numeric(text)
    infer_separators([text])
    with contextlib.suppress(NumberError):
        read_back = parse_quantity(text, separators=separators)
        assert read_back.text == text
        assert looks_numeric(text)


BAITS = [
    "1 1 1 1 ",
    "1,",
    "1,234",
    "9",
    "(",
    "*",
    " ",
    "-",
    "1m ",
    "1:",
    "[a]",
    "per 1",
    "\u00a0",
    "1*",
    "£",
    "%",
]


@pytest.mark.parametrize("piece", BAITS)
@pytest.mark.parametrize("length", [79, 400_000])
def test_long_texts_take_no_time(piece: str, length: int) -> None:
    bait = (piece * length)[:length]
    start = time.process_time()
    for _ in range(10):
        looks_numeric(bait)
        is_missing_symbol(bait)
        infer_separators([bait, "1" + bait])
        with contextlib.suppress(NumberError):
            parse_quantity(bait)
    assert time.process_time() - start < 0.5

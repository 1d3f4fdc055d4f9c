from decimal import Decimal

import pytest

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

# text, value, decimals, multiplier, unit
PRINTED = [
    ("40,089", "40089", 0, "1", "count"),
    ("+3,857", "3857", 0, "1", "count"),
    ("(2,816)", "-2816", 0, "1", "count"),
    ("(0.64)", "-0.64", 2, "1", "count"),
    ("(4%)", "-4", 0, "1", "percent"),
    ("(4)%", "-4", 0, "1", "percent"),
    ("(-4%)", "-4", 0, "1", "percent"),
    ("(+4%)", "4", 0, "1", "percent"),
    ("\u22124.5%", "-4.5", 1, "1", "percent"),
    ("\u20135", "-5", 0, "1", "count"),
    ("\u20145", "-5", 0, "1", "count"),
    ("\u20125", "-5", 0, "1", "count"),
    ("\u20115", "-5", 0, "1", "count"),
    ("- 5", "-5", 0, "1", "count"),
    ("123-", "-123", 0, "1", "count"),
    ("£1.4m", "1400000", 1, "1000000", "GBP"),
    ("£880,000", "880000", 0, "1", "GBP"),
    ("-£3m", "-3000000", 0, "1000000", "GBP"),
    ("£-3m", "-3000000", 0, "1000000", "GBP"),
    ("(£1.2m)", "-1200000", 1, "1000000", "GBP"),
    ("£(1.2)m", "-1200000", 1, "1000000", "GBP"),
    ("$ 1,234", "1234", 0, "1", "USD"),
    ("$(1,234)", "-1234", 0, "1", "USD"),
    ("€1.2bn", "1200000000", 1, "1000000000", "EUR"),
    ("RMB1,069 million", "1069000000", 0, "1000000", "CNY"),
    ("US$5", "5", 0, "1", "USD"),
    ("1.2m GBP", "1200000", 1, "1000000", "GBP"),
    ("71.5%", "71.5", 1, "1", "percent"),
    ("71.5 %", "71.5", 1, "1", "percent"),
    ("71.5\u00a0per cent", "71.5", 1, "1", "percent"),
    ("6m 12s", "372", 0, "1", "seconds"),
    ("6 mins 12 secs", "372", 0, "1", "seconds"),
    ("(6m 12s)", "-372", 0, "1", "seconds"),
    ("6m 12.5s", "372.5", 1, "1", "seconds"),
    ("1h 03m", "3780", 0, "60", "seconds"),
    ("1 hour and 3 minutes", "3780", 0, "60", "seconds"),
    ("1h 2m 3s", "3723", 0, "1", "seconds"),
    ("00:06:12", "372", 0, "1", "seconds"),
    ("-0:06:12", "-372", 0, "1", "seconds"),
    ("4.5 minutes", "270", 1, "60", "seconds"),
    ("12 days", "12", 0, "1", "days"),
    ("4.2 per 1,000", "4.2", 1, "1", "rate"),
    ("4.2 per 1,000 population", "4.2", 1, "1", "rate"),
    ("+2.4pp", "2.4", 1, "1", "percentage_points"),
    ("1.4 pts", "1.4", 1, "1", "percentage_points"),
    ("2.4 percentage points", "2.4", 1, "1", "percentage_points"),
    ("-25 bps", "-0.25", 0, "0.01", "percentage_points"),
    ("1st", "1", 0, "1", "rank"),
    ("3rd of 43", "3", 0, "1", "rank"),
    ("12k", "12000", 0, "1000", "count"),
    ("1.2 million", "1200000", 1, "1000000", "count"),
    ("1,23,456", "123456", 0, "1", "count"),
    (".5", "0.5", 1, "1", "count"),
    ("-0.0%", "0", 1, "1", "percent"),
    ("nil", "0", 0, "1", "count"),
]


@pytest.mark.parametrize(("text", "value", "decimals", "multiplier", "unit"), PRINTED)
def test_a_printed_number_keeps_its_value_precision_and_unit(
    text: str, value: str, decimals: int, multiplier: str, unit: str
) -> None:
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    assert quantity.text == text
    assert quantity.value == Decimal(value)
    assert (quantity.decimals, quantity.multiplier, quantity.unit) == (decimals, Decimal(multiplier), unit)
    assert looks_numeric(text)


NOT_ONE_NUMBER = [
    *(
        "0-17",
        "16-24",
        "40-45%",
        "0 - 17",
        "2019/20",
        "Q1",
        "1.1.2",
        "31/12/2019",
        "03.08.2026",
        "2026-08-09",
    ),
    *(
        "0116 222 2222",
        "01162222222",
        "1 1 1 1",
        "12 3",
        "3,857 (11%)",
        "(4",
        "4)",
        "((4))",
        "--5",
        "+-5",
        "-(-5",
    ),
    *(
        "²",
        "1_0",
        "1e5",
        "0x1F",
        "٣",
        "12٣",
        "NaN",
        "Infinity",
        "5.",
        "1,2,3",
        "40,08",
        "1,2345",
        "0,123",
        "+",
        "£",
    ),
    *(
        "3 crimes",
        "1st June",
        "12s 6m",
        "6m 70k",
        "1.5h 3m",
        "12:30",
        "999 calls",
        "9" * 41,
        "9" * 5000,
        "x1",
    ),
]


@pytest.mark.parametrize("text", NOT_ONE_NUMBER)
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_quantity(text)


@pytest.mark.parametrize(
    "text", ["0-17", "16-24", "2019/20", "Q1", "1.1.2", "31/12/2019", "Calls", "1 1 1 1"]
)
def test_labels_do_not_look_numeric(text: str) -> None:
    assert not looks_numeric(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", "missing"),
        ("  ", "missing"),
        ("-", "missing"),
        ("–", "missing"),
        ("—", "missing"),
        ("\u2212", "missing"),
        ("..", "missing"),
        ("...", "missing"),
        (":", "missing"),
        ("$ —", "missing"),
        ("-%", "missing"),
        ("[x]", "missing"),
        ("[low]", "missing"),
        ("<0.1%", "missing"),
        ("[c]", "suppressed"),
        ("*", "suppressed"),
        ("<5", "suppressed"),
        ("[z]", "not_applicable"),
        ("***.*", "not_applicable"),
        ("n/a", "not_applicable"),
        ("N/A", "not_applicable"),
        (".", "not_applicable"),
        ("NM", "not_applicable"),
        ("n.m.", "not_applicable"),
        ("N/C", "not_applicable"),
        ("N.C.", "not_applicable"),
        ("nm", "not_applicable"),
        ("PNC", "not_applicable"),
        ("Not calculated", "not_applicable"),
        ("***.*", "not_applicable"),
        ("Not applicable", "not_applicable"),
    ],
)
def test_a_missing_value_symbol_says_why(text: str, status: str) -> None:
    assert parse_quantity(text) == Missing(text, status)  # type: ignore[arg-type]  # from the table above
    assert is_missing_symbol(text)
    assert looks_numeric(text)


@pytest.mark.parametrize("text", ["0", "nil", "0%", "£", "%", "£%", "none of these"])
def test_nothing_else_is_a_missing_value_symbol(text: str) -> None:
    assert not is_missing_symbol(text)


@pytest.mark.parametrize(
    ("text", "value", "footnote", "status"),
    [
        ("1,204*", 1204, "*", "normal"),
        ("1,204 †", 1204, "†", "normal"),
        ("1,204¹", 1204, "¹", "normal"),
        ("1,204 [note 3]", 1204, "[note 3]", "normal"),
        ("*1,204", 1204, "*", "normal"),
        ("1,204 (p)", 1204, "(p)", "provisional"),
        ("1,204 [p]", 1204, "[p]", "provisional"),
        ("45r", 45, "r", "revised"),
        ("45 e", 45, "e", "estimated"),
        ("(4%)*", -4, "*", "normal"),
        ("12 (a)", 12, "(a)", "normal"),
    ],
)
def test_a_footnote_mark_is_kept_apart(text: str, value: int, footnote: str, status: str) -> None:
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.footnote, quantity.status) == (value, footnote, status)


def test_a_missing_value_symbol_may_carry_a_footnote_mark() -> None:
    assert parse_quantity("n/a*") == Missing("n/a*", "not_applicable", "*")


@pytest.mark.parametrize("text", ["+5", "-5", "(5)", "5-", "-0"])
def test_a_printed_sign_is_remembered(text: str) -> None:
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    assert quantity.signed


def test_an_unsigned_number_is_not_signed() -> None:
    quantity = parse_quantity("5")
    assert isinstance(quantity, Quantity)
    assert not quantity.signed


@pytest.mark.parametrize(
    ("text", "unit", "multiplier", "value", "got_unit", "got_multiplier"),
    [
        ("12", "count", "1000", "12000", "count", "1000"),
        ("1.2", "GBP", "1000000", "1200000", "GBP", "1000000"),
        ("$ 1.2", "USD", "1000000", "1200000", "USD", "1000000"),
        ("£1.2m", "GBP", "1000", "1200000", "GBP", "1000000"),
        ("11%", "GBP", "1000000", "11", "percent", "1"),
        ("11", "percent", "1", "11", "percent", "1"),
        ("4.5", "seconds", "60", "270", "seconds", "60"),
        ("6m", "seconds", "1", "360", "seconds", "60"),
        ("06:12", "seconds", "1", "372", "seconds", "1"),
        ("6m", "count", "1", "6000000", "count", "1000000"),
        ("$5", "AUD", "1", "5", "AUD", "1"),
        ("¥5", "CNY", "1", "5", "CNY", "1"),
        ("¥5", "GBP", "1", "5", "JPY", "1"),
    ],
)
def test_the_column_gives_what_the_cell_does_not_print(
    *, text: str, unit: str, multiplier: str, value: str, got_unit: str, got_multiplier: str
) -> None:
    quantity = parse_quantity(text, unit, multiplier=Decimal(multiplier))
    assert isinstance(quantity, Quantity)
    assert quantity.value == Decimal(value)
    assert (quantity.unit, quantity.multiplier) == (got_unit, Decimal(got_multiplier))


@pytest.mark.parametrize(
    ("text", "separators", "value"),
    [
        ("1.234,5", Separators(",", "."), "1234.5"),
        ("1\u2009234,5", Separators(",", " "), "1234.5"),
        ("1\u202f234\u00a0567", Separators(".", " "), "1234567"),
        ("1 234.5", Separators(".", " "), "1234.5"),
        ("1'234.50", Separators(".", "'"), "1234.50"),
        ("1’234", Separators(".", "'"), "1234"),
        ("-12 345 %", Separators(".", " "), "-12345"),
    ],
)
def test_separators_of_the_table_are_followed(text: str, separators: Separators, value: str) -> None:
    quantity = parse_quantity(text, separators=separators)
    assert isinstance(quantity, Quantity)
    assert quantity.value == Decimal(value)


def test_forty_digits_are_kept_to_the_last() -> None:
    digits = "9876543210" * 4
    quantity = parse_quantity(f"(£{digits})")
    assert isinstance(quantity, Quantity)
    assert str(quantity.value) == "-" + digits


@pytest.mark.parametrize(
    ("texts", "language", "separators"),
    [
        (["40,089", "+3,857", "11%"], "en", PLAIN),
        (["1", "2"], "en", PLAIN),
        ([], "en", PLAIN),
        (["71.5%", "1,234,567"], "en", PLAIN),
        (["1.234,5", "12,1"], "en", Separators(",", ".")),
        (["1,5", "22,3 %"], "en", Separators(",", ".")),
        (["1.234", "2.345"], "de", Separators(",", ".")),
        (["1.234", "2.345"], "en", None),
        (["1,234", "2,345"], "de", None),
        (["1 234", "12 345,6"], "fr", Separators(",", " ")),
        (["1\u2009234", "0.5"], "en", Separators(".", " ")),
        (["1'234", "0.5"], "de", Separators(".", "'")),
        (["1.5", "1,5"], "en", None),
        (["40,089"] * 20 + ["40,08"], "en", PLAIN),
        (["Q1 2019/20", "03.08.2026", "1.1.2", "40,089"], "en", PLAIN),
    ],
)
def test_separators_come_from_the_numbers_of_the_table(
    texts: list[str], language: str, separators: Separators | None
) -> None:
    assert infer_separators(texts, language) == separators


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("▲ 4%", "4", "percent"),
        ("↓3%", "3", "percent"),
        ("1,204 ▼", "1204", "count"),
        ("⬆️ 2.5", "2.5", "count"),
        ("↓ -3", "-3", "count"),
        ("→ 0", "0", "count"),
    ],
)
def test_an_arrow_beside_a_number_is_no_part_of_it(text: str, value: str, unit: str) -> None:
    read = parse_quantity(text)
    assert isinstance(read, Quantity)
    assert (read.text, read.value, read.unit) == (text, Decimal(value), unit)
    assert looks_numeric(text)


@pytest.mark.parametrize("text", ["▲", "▲ 3 ▼", "▲▼ 3", "3 ▲ 4", "△ 3"])
def test_an_arrow_that_says_nothing_certain_makes_no_number(text: str) -> None:
    with pytest.raises(NumberError):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "value"), [("3 ,108", "3108"), ("$ 1,874 $", "1874"), ("$ (3,335) $", "-3335"), ("£ 12 £", "12")]
)
def test_gaps_and_a_neighbours_currency_sign_are_no_part_of_a_number(text: str, value: str) -> None:
    read = parse_quantity(text)
    assert isinstance(read, Quantity)
    assert read.value == Decimal(value)


@pytest.mark.parametrize("text", ["7 52", "3 ,1085", "$ 1 €", "1 ,2"])
def test_a_gap_elsewhere_parts_two_numbers(text: str) -> None:
    with pytest.raises(NumberError):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("1,204¹", 1204, "¹"),
        ("(13) (b)", -13, "(b)"),
        ("12%¹,²", 12, "¹,²"),
        ("0.5(b)", Decimal("0.5"), "(b)"),
    ],
)
def test_raised_digits_and_letters_in_brackets_are_footnote_marks(
    text: str, value: Decimal, mark: str
) -> None:
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.footnote, quantity.multiplier) == (value, mark, 1)


def test_square_metres_are_no_millions() -> None:
    quantity = parse_quantity("5 m²")
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.unit) == (5, "other")

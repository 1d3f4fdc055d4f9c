import pytest

from extract.notation.words import MONTHS, month_number, small_number


@pytest.mark.parametrize(("number", "name"), list(enumerate(MONTHS, start=1)))
def test_a_month_is_known_by_its_name_and_its_first_three_letters(number: int, name: str) -> None:
    assert month_number(name.title()) == month_number(name[:3].upper()) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), ("12", 12), ("three", 3), ("Twelve", 12), ("first", 1), ("4th", 4), ("2ND", 2), ("31st", 31)],
)
def test_small_numbers_come_in_figures_and_words(text: str, number: int) -> None:
    assert small_number(text) == number


@pytest.mark.parametrize("text", ["thirteen", "²", "st"])
def test_other_words_are_no_small_numbers(text: str) -> None:
    with pytest.raises(KeyError):
        small_number(text)

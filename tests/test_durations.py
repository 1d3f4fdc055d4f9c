from decimal import Decimal

import pytest

from extract.notation.durations import read_duration


@pytest.mark.parametrize(
    ("text", "digits", "multiplier"),
    [
        ("6m 12s", "372", 1),
        ("6m 12.5s", "372.5", 1),
        ("1h 03m", "63", 60),
        ("2 hours and 5 minutes", "125", 60),
        ("1h 2m 3s", "3723", 1),
        ("1h 3s", "3603", 1),
        ("00:06:12", "372", 1),
    ],
)
def test_a_duration_counts_its_smallest_unit(text: str, digits: str, multiplier: int) -> None:
    assert read_duration(text) == (digits, Decimal(multiplier))


@pytest.mark.parametrize(
    "text", ["12:30", "6m", "12s 6m", "6m 6m", "1.5h 3m", "6m 12k", "00:61:00", "6m 12", ""]
)
def test_what_is_no_duration_of_several_parts_is_none(text: str) -> None:
    assert read_duration(text) is None


def test_a_clock_of_two_parts_needs_a_column_of_seconds() -> None:
    assert read_duration("06:12", "seconds") == ("372", Decimal(1))

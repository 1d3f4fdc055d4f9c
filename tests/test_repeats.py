"""The same figure in two tables, as printed."""

from __future__ import annotations

import pytest
from printed_grids import facts_of, findings_of, observations_of

from extract.model import Finding

YEARS = ("2016", "2017", "2018")
SUMMARY = ("Burglary, all", "1,412", "1,388", "1,507")


def told(first: tuple[str, ...], second: tuple[str, ...], unit: str = "count") -> list[Finding]:
    """What is said of one row in each of two tables."""
    observations = [
        *observations_of(YEARS, [first], table=1, unit=unit),
        *observations_of(YEARS, [second], table=2, unit=unit),
    ]
    return [f for f in findings_of(facts_of(observations)) if f.rule == "FT003"]


def test_one_of_three_figures_that_differs_is_told_with_both_places() -> None:
    (finding,) = told(SUMMARY, ("Burglary: all", "1,412", "1,388", "1,570"))
    assert finding.severity == "warning"
    assert finding.message == (
        "Burglary: all, 2018: 1,570 on page 2 (Table 2), but 1,507 on page 1 (Table 1)"
    )
    assert (finding.stated, finding.expected) == ("1,570", "1,507")


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (("Burglary, all", "1,412", "1,388", "1,507"), "alike"),
        (("Burglary", "1,412", "1,388", "1,570"), "another name"),
        (("Burglary, all", "1,412", "1,390", "1,570"), "two differ: another measure"),
        (("Burglary, all", "1,412", "", "1,570"), "only one is alike"),
    ],
)
def test_rows_that_may_be_two_measures_are_left_alone(second: tuple[str, ...], why: str) -> None:
    assert told(SUMMARY, second) == [], why


def test_small_figures_are_alike_by_chance() -> None:
    assert told(("Arson", "12", "13", "15"), ("Arson", "12", "13", "16")) == []


def test_a_rounded_figure_is_the_same() -> None:
    assert told(("Sales", "£1.41m", "£1.38m", "£1.5m"), ("Sales", "£1.41m", "£1.38m", "£1.54m"), "GBP") == []


def test_one_table_against_many_is_told_once_and_named() -> None:
    rows = [("Burglary, all", "1,412", "1,388", last) for last in ("1,570", "1,507", "1,507", "1,507")]
    observations = [
        o for table, row in enumerate(rows, 1) for o in observations_of(YEARS, [row], table=table)
    ]
    (finding,) = [f for f in findings_of(facts_of(observations)) if f.rule == "FT003"]
    assert (finding.stated, finding.expected) == ("1,570", "1,507")

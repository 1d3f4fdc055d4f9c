"""Which figures of a table are totals of which others, with tables as printed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from printed_grids import Rows, observations_of

from extract.facts.totals import find_totals

YEARS = ("2016", "2017", "2018", "2019")
CRIME: Rows = (
    ("Robbery", "118", "130", "124", "141"),
    ("Burglary", "377", "402", "391", "388"),
    ("Theft", "903", "861", "880", "905"),
)


def sums(rows: Rows, heads: Sequence[str] = YEARS, unit: str = "count") -> list[tuple[str, str, bool]]:
    """Each total's label and text, and whether it closes."""
    found = find_totals(observations_of(heads, rows, unit=unit))
    return [(t.whole.kpi, t.whole.text, t.closes) for t in found]


def test_a_total_below_its_parts_closes() -> None:
    assert sums([*CRIME, ("Total", "1,398", "1,393", "1,395", "1,434")]) == [
        ("Total", "1,398", True),
        ("Total", "1,393", True),
        ("Total", "1,395", True),
        ("Total", "1,434", True),
    ]


def test_a_total_above_its_parts_closes() -> None:
    rows = [("All crime", "1,398", "1,393", "1,395", "1,434"), *CRIME]
    assert [closes for _, _, closes in sums(rows)] == [True] * 4


def test_one_figure_that_does_not_add_up_is_told() -> None:
    told = sums([*CRIME, ("Total", "1,408", "1,393", "1,395", "1,434")])
    assert sorted(told) == [
        ("Total", "1,393", True),
        ("Total", "1,395", True),
        ("Total", "1,408", False),
        ("Total", "1,434", True),
    ]


def test_the_other_way_round_a_column_is_the_total() -> None:
    heads = ("Male", "Female", "Total")
    rows = [
        ("Under 18", "12", "15", "27"),
        ("18 to 64", "110", "98", "208"),
        ("65 and over", "31", "40", "72"),
    ]
    told = [(t.whole.kpi, t.whole.text, t.closes) for t in find_totals(observations_of(heads, rows))]
    assert sorted(told) == [("18 to 64", "208", True), ("65 and over", "72", False), ("Under 18", "27", True)]


def test_subtotals_are_parts_and_their_own_parts_are_not() -> None:
    violent = (
        ("Assault", "310", "322", "301"),
        ("Robbery", "90", "88", "97"),
        ("Subtotal", "400", "410", "398"),
    )
    other = (("Theft", "500", "520", "480"), ("Fraud", "41", "44", "52"), ("Subtotal", "541", "564", "532"))
    rows = [*violent, *other, ("Grand total", "941", "974", "930")]
    told = sums(rows, YEARS[:3])
    assert len(told) == 9
    assert all(closes for _, _, closes in told)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([*CRIME, ("Total", "1,500", "1,490", "1,480", "1,600")], "a class that isn't printed"),
        ([*CRIME, ("Average", "466", "464", "465", "478")], "an average"),
        ([*CRIME, ("% of total", "1,398", "1,393", "1,395", "1,434")], "a share"),
        (
            [*CRIME[:2], ("Theft", "903", "", "", "905"), ("Total", "1,408", "1,393", "1,395", "1,434")],
            "gaps",
        ),
        (
            [("Robbery", "1", "0", "2", "1"), ("Arson", "0", "1", "0", "1"), ("Total", "1", "1", "2", "2")],
            "small",
        ),
        ([("A", "3", "4", "5", "6"), ("Total", "3", "4", "5", "6")], "one part"),
    ],
)
def test_what_the_table_does_not_prove_is_no_total(rows: Rows, why: str) -> None:
    assert sums(rows) == [], why


def test_rates_are_never_added() -> None:
    rows = [("Rate per 1,000, north", "2", "3", "4", "5"), ("Rate, south", "20", "30", "40", "50")]
    assert sums([*rows, ("Total", "22", "33", "44", "55")]) == []


def test_shares_add_up_to_a_hundred_within_their_rounding() -> None:
    rows = [("North", "33.3%", "20.1%", "50.2%"), ("South", "33.3%", "30.0%", "40.0%")]
    rows += [("West", "33.3%", "50.0%", "19.9%"), ("Total", "100.0%", "100.0%", "100.0%")]
    told = sums(rows, YEARS[:3], "percent")
    assert [closes for _, _, closes in told] == [True, True, False]


def test_the_hundred_percent_of_each_quarter_are_no_parts_of_the_years() -> None:
    shares = [("Australia", "39.8", "45.3", "85.1"), ("Fiji", "60.2", "54.7", "114.9")]
    rows = [*shares, ("Total", "100.0", "100.0", "100.0")]
    told = sums(rows, ("Q1", "Q2", "Total"), "percent")
    assert [(kpi, text) for kpi, text, _ in told] == [("Total", "100.0"), ("Total", "100.0")]


def test_amounts_in_millions_are_intervals() -> None:
    rows = [("Pay", "£1.4m", "£1.5m", "£1.6m"), ("Premises", "£0.3m", "£0.3m", "£0.4m")]
    told = sums([*rows, ("Total", "£1.8m", "£1.8m", "£2.0m")], YEARS[:3], "GBP")
    assert [closes for _, _, closes in told] == [True, True, True]


def test_a_table_of_totals_alone_takes_no_time() -> None:
    rows = [(f"Total {n}", "100", "200", "300", "400") for n in range(200)]
    assert sums(rows) == []

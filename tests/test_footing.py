"""Totals against their parts, with tables as printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_grids import Rows, facts_of, findings_of, observations_of

from extract.facts.totals import find_totals
from extract.model import Finding, Observation, Quantity

YEARS = ("2014", "2015", "2016", "2017", "2018", "2019")
CRIME: Rows = (
    ("Robbery", "118", "130", "124", "141", "139", "120"),
    ("Burglary", "377", "402", "391", "388", "350", "361"),
    ("Theft", "903", "861", "880", "905", "899", "910"),
)


def told(*rows: tuple[str, ...], heads: tuple[str, ...] = YEARS, unit: str = "count") -> list[Finding]:
    """What is said of a table's totals."""
    observations = observations_of(heads, rows, unit=unit)
    findings = findings_of(facts_of(observations, totals=tuple(find_totals(observations))))
    return [f for f in findings if f.rule == "FT001"]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (("1,398", "1,393", "1,395", "1,434", "1,388", "1,391"), []),
        # less than its parts: nothing that isn't printed explains it
        (("1,298", "1,393", "1,395", "1,434", "1,388", "1,391"), [("1,298", "error", "")]),
        (("1,389", "1,393", "1,395", "1,434", "1,388", "1,391"), [("1,389", "error", "digits_swapped")]),
        # more than its parts: a class that isn't printed might
        (("1,408", "1,393", "1,395", "1,434", "1,388", "1,391"), [("1,408", "warning", "")]),
        # by one: the parts of all others are exact
        (("1,397", "1,393", "1,395", "1,434", "1,388", "1,391"), [("1,397", "warning", "")]),
        # in half of the columns: it is the total of something else
        (("1,298", "1,293", "1,295", "1,434", "1,388", "1,391"), []),
        (("n/a", "1,393", "1,395", "1,434", "1,388", "1,391"), []),
    ],
)
def test_a_total_is_judged_by_its_other_columns(
    total: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    found = told(*CRIME, ("Total", *total))
    assert [(f.stated, f.severity, f.cause) for f in found] == expected


def test_a_difference_of_one_says_nothing_where_figures_are_rounded() -> None:
    rows = [("Male", "18", "121", "240", "88"), ("Female", "17", "120", "241", "90")]
    found = told(*rows, ("Total", "36", "241", "481", "178"), heads=YEARS[:4])
    assert found == []


def test_the_message_spells_the_sum_out() -> None:
    (finding,) = told(*CRIME, ("Total", "1,298", "1,393", "1,395", "1,434", "1,388", "1,391"))
    assert finding.message == "Table 1, Total, 2014: 118 + 377 + 903 = 1,398, printed 1,298"
    assert (finding.expected, finding.low, finding.high) == ("1,398", 1398, 1398)
    assert len(finding.evidence) == 4
    assert finding.box is not None


def test_a_sum_of_figures_in_thousands_is_shown_as_they_are_printed() -> None:
    total = ("Total", "1,298", "1,393", "1,395", "1,434", "1,388", "1,391")
    observations = observations_of(YEARS, [*CRIME, total])
    scaled = [replace(o, quantity=_in_thousands(o)) for o in observations]
    findings = findings_of(facts_of(scaled, totals=tuple(find_totals(scaled))))
    (finding,) = [f for f in findings if f.rule == "FT001"]
    assert "118 + 377 + 903 = 1,398, or 1,396.5 to 1,399.5 as printed, printed 1,298" in finding.message


def _in_thousands(observation: Observation) -> Quantity:
    assert isinstance(observation.quantity, Quantity)
    thousand = Decimal(1000)
    return replace(observation.quantity, value=observation.quantity.value * thousand, multiplier=thousand)


def test_a_long_sum_is_shortened() -> None:
    rows = [(f"Area {n}", *(str(100 + n + k) for k in range(4))) for n in range(12)]
    totals = [str(sum(100 + n + k for n in range(12))) for k in range(4)]
    (finding,) = told(*rows, ("Total", "999", *totals[1:]), heads=YEARS[:4])
    assert (
        "100 + 101 + 102 + 103 + 104 + 105 + ... + 111 (12 figures) = 1,266, printed 999" in finding.message
    )


def test_negative_parts_may_make_a_total_less() -> None:
    rows = [("Sales", "900", "800", "700", "650"), ("Returns", "-20", "-30", "-40", "-50")]
    (finding,) = told(*rows, ("Total", "780", "770", "660", "600"), heads=YEARS[:4])
    assert finding.severity == "warning"
    assert "900 + (-20) = 880, printed 780" in finding.message


def test_percentages_that_miss_a_hundred_are_told() -> None:
    rows = [("North", "40.0%", "20.1%", "50.2%", "10.0%"), ("South", "60.0%", "79.9%", "40.0%", "90.0%")]
    (finding,) = told(*rows, ("Total", *["100.0%"] * 4), heads=YEARS[:4], unit="percent")
    assert finding.severity == "warning"
    assert "50.2% + 40.0% = 90.2%, or 90.10% to 90.30% as printed, printed 100.0%" in finding.message


def test_a_doubtful_cell_is_named() -> None:
    observations = observations_of(
        YEARS, [*CRIME, ("Total", "1,298", "1,393", "1,395", "1,434", "1,388", "1,391")]
    )
    doubtful = [replace(o, confidence=0.5) if o.text == "118" else o for o in observations]
    findings = findings_of(facts_of(doubtful, totals=tuple(find_totals(doubtful))))
    assert [f.doubt for f in findings if f.rule == "FT001"] == [
        "A cell was read with a confidence of 0.50 only."
    ]


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.decimals(0, 9999, places=3), min_size=6, max_size=6), min_size=2, max_size=9),
    st.sampled_from([0, 1, 2]),
)
def test_sums_of_rounded_figures_raise_no_error(parts: list[list[Decimal]], decimals: int) -> None:
    """However the parts and the total are rounded, they come from figures that add up."""
    rows = [(f"Area {n}", *(f"{value:.{decimals}f}" for value in row)) for n, row in enumerate(parts)]
    totals = [f"{sum(column):.{decimals}f}" for column in zip(*parts, strict=True)]
    assert [f for f in told(*rows, ("Total", *totals)) if f.severity == "error"] == []


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 99999), min_size=6, max_size=6), min_size=2, max_size=9))
def test_sums_of_counts_are_never_told(parts: list[list[int]]) -> None:
    rows = [(f"Area {n}", *(f"{value:,}" for value in row)) for n, row in enumerate(parts)]
    assert told(*rows, ("Total", *(f"{sum(column):,}" for column in zip(*parts, strict=True)))) == []

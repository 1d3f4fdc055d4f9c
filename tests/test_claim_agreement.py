"""When figures of a sentence agree: hedges, ranges, round numbers, multiples."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schemas.agreement import Printed
from schemas.claim_agreement import (
    Said,
    interval_of,
    judge_change_of,
    judge_direction,
    judge_factor,
    judge_multiple,
    judge_percent_of,
    judge_percent_of_change,
    judge_share,
    judge_total,
)


def said(printed: str, hedge: str = "", unit: str = "count", *, is_loose: bool = False) -> Said:
    """A figure from its digits, with commas, a decimal point and m for millions."""
    multiplier = Decimal(10**6 if printed.endswith("m") else 1)
    digits = printed.rstrip("m").replace(",", "")
    decimals = len(digits.partition(".")[2])
    return Said(Printed(Decimal(digits) * multiplier, decimals, multiplier, unit), hedge, None, is_loose)


def percent(printed: str, hedge: str = "") -> Said:
    return said(printed, hedge, "percent")


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        (said("129"), "129", "129"),
        (said("1.4m"), "1350000", "1450000"),
        (percent("5"), "4.5", "5.5"),
        (said("300", "approximately"), "270", "330"),
        (said("300", "nearly"), "270", "330"),
        (said("300", "over"), "300", "1e30"),
        (said("300", "under"), "0", "300"),
        (said("-300", "under"), "-300", "0"),
        (said("-300", "over"), "-1e30", "-300"),
        (said("2", is_loose=True), "1.8", "2.2"),
        (said("2", "over", is_loose=True), "2", "1e30"),
        (Said(Printed(Decimal(40), unit="percent"), "", Decimal(45)), "39.5", "45.5"),
    ],
)
def test_what_a_figure_stands_for(figure: Said, low: str, high: str) -> None:
    assert interval_of(figure) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("current", "prior", "stated", "verdict"),
    [
        (said("117"), said("194"), percent("-39.9"), "inconsistent"),
        (said("117"), said("194"), percent("-39.7"), "consistent"),
        (said("94,500"), said("90,500"), percent("4.4"), "consistent"),
        (said("94,500"), said("90,500"), percent("4.3"), "consistent"),  # both to three figures
        (said("94,501"), said("90,500"), percent("4.3"), "inconsistent"),  # one isn't rounded
        (said("1.3m"), said("940,000"), percent("42"), "consistent"),
        (said("22m", "approximately"), said("8.5m", "approximately"), percent("150"), "consistent"),
        (said("5"), said("0"), percent("5"), "uncheckable"),
        (said("5"), said("-2"), percent("5"), "uncheckable"),
        (said("400"), said("300", "under"), percent("50"), "uncheckable"),
    ],
)
def test_a_percent_of_two_levels(current: Said, prior: Said, stated: Said, verdict: str) -> None:
    assert judge_percent_of(current, prior, stated).verdict == verdict


@pytest.mark.parametrize(
    ("current", "prior", "stated", "verdict"),
    [
        (said("512"), said("656"), said("-144"), "consistent"),
        (said("512"), said("656"), said("-145"), "inconsistent"),
        (said("512"), said("656"), said("-100", "under"), "inconsistent"),
        (said("3.92m"), said("5.0m"), said("-1.08m"), "consistent"),
        (percent("24.1"), percent("32.9"), said("-9.8", unit="percentage_points"), "inconsistent"),
        (percent("9"), percent("21", "approximately"), said("-12", "approximately"), "consistent"),
    ],
)
def test_a_change_of_two_levels(current: Said, prior: Said, stated: Said, verdict: str) -> None:
    assert judge_change_of(current, prior, stated).verdict == verdict


@pytest.mark.parametrize(
    ("judgement", "verdict"),
    [
        (judge_percent_of_change(said("581"), said("99"), percent("24"), is_prior=False), "inconsistent"),
        (judge_percent_of_change(said("581"), said("99"), percent("21"), is_prior=False), "consistent"),
        (judge_percent_of_change(said("482"), said("99"), percent("21"), is_prior=True), "consistent"),
        (judge_percent_of_change(said("99"), said("99"), percent("21"), is_prior=False), "uncheckable"),
        (judge_factor(said("166"), said("311"), said("0.5", is_loose=True)), "consistent"),
        (judge_factor(said("131"), said("76"), said("2", is_loose=True)), "inconsistent"),
        (judge_factor(said("5"), said("0"), said("2", is_loose=True)), "uncheckable"),
        (judge_share(said("2"), said("138"), percent("1.5")), "inconsistent"),
        (judge_share(said("2"), said("138"), percent("1.4")), "consistent"),
        (judge_share(said("2"), said("0"), percent("1.4")), "uncheckable"),
        (judge_multiple(said("3", "approximately"), (3,), said("45")), "inconsistent"),
        (judge_multiple(said("48"), (3, 12), said("144")), "consistent"),
        (judge_multiple(said("33"), (3,), said("100")), "consistent"),  # 33.3 a month
        (judge_total([said("2,348"), said("2,110"), said("1,764")], said("6,204")), "inconsistent"),
        (judge_total([said("2,348"), said("2,110"), said("1,764")], said("6,200")), "inconsistent"),
        (judge_total([said("2,300"), said("2,100"), said("1,800")], said("6,300")), "consistent"),
    ],
)
def test_sums(judgement: tuple[str, ...], verdict: str) -> None:
    assert judgement[0] == verdict


def test_a_direction_fails_only_where_no_reading_goes_so() -> None:
    assert judge_direction(said("1.2m"), said("1.2m"), 1) == "consistent"
    assert judge_direction(said("5"), said("5"), 1) == "inconsistent"


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3), st.integers(2, 4))
def test_figures_rounded_from_the_truth_are_never_inconsistent(
    prior: int, current: int, decimals: int, figures: int
) -> None:
    stated = round(Decimal(current - prior) * 100 / prior, decimals)
    steps = [10 ** max(0, len(str(n)) - figures) for n in (current, prior)]
    rounded = [
        said(str(round(Decimal(n) / step) * step)) for n, step in zip((current, prior), steps, strict=True)
    ]
    # 9,960 to two figures prints as 10,000, which reads as fewer.
    assume(all(len(str(n)) == len(str(int(r.value))) for n, r in zip((current, prior), rounded, strict=True)))
    exact = Said(Printed(stated, decimals, unit="percent"))
    assert judge_percent_of(rounded[0], rounded[1], exact).verdict != "inconsistent"

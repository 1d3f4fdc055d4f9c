"""When printed numbers agree, verdicts of whole tables, and causes."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Quantity
from extract.notation.numbers import parse_quantity
from schemas.agreement import (
    Interval,
    Printed,
    is_truncated,
    judge_change,
    judge_percent,
    percent_interval,
    relate_editions,
)
from schemas.causes import cause_of_change, cause_of_percent
from schemas.verdicts import NO_SIGNS, NOTHING_FITS, OTHER_COLUMNS, StatedRow, judge_rows


def printed(text: str, unit: str = "count") -> Printed | None:
    if not text:
        return None
    quantity = parse_quantity(text, unit)
    if not isinstance(quantity, Quantity):
        return None
    return Printed(quantity.value, quantity.decimals, quantity.multiplier, unit, quantity.signed)


def percent_of(text: str) -> Printed:
    figure = printed(text, "percent")
    assert figure is not None
    return figure


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("-5%", "percent", "-5.5", "-4.5"),
        ("71.5%", "percent", "71.45", "71.55"),
        ("£1.4m", "GBP", "1350000", "1450000"),
        ("£880,000", "GBP", "879999.5", "880000.5"),
        ("40,089", "count", "40089", "40089"),
        ("4.2", "rate", "4.15", "4.25"),
        ("0", "percent", "-0.5", "0.5"),
        ("372", "seconds", "371.5", "372.5"),
    ],
)
def test_a_printed_number_stands_for_all_that_rounds_to_it(text: str, unit: str, low: str, high: str) -> None:
    figure = printed(text, unit)
    assert figure is not None
    assert figure.interval == Interval(Decimal(low), Decimal(high))


def test_a_count_in_thousands_is_not_exact() -> None:
    assert Printed(Decimal(12000), 0, Decimal(1000)).interval == Interval(Decimal(11500), Decimal(12500))


@pytest.mark.parametrize(
    ("current", "prior", "change", "unit", "verdict"),
    [
        ("40,089", "36,232", "+3,857", "count", "consistent"),
        ("40,089", "36,232", "+3,856", "count", "inconsistent"),
        ("129", "106", "-23", "count", "inconsistent"),
        ("3", "6", "3", "count", "inconsistent"),
        ("71.5%", "70.0%", "+1.6%", "percent", "consistent"),  # 71.54 - 69.96 = 1.58
        ("71.5%", "70.0%", "+1.7%", "percent", "inconsistent"),  # 1.60 at most, 1.65 at least
        ("71.5%", "70%", "+2.1%", "percent", "consistent"),
        ("£1.4m", "£1.3m", "£150,000", "GBP", "consistent"),
        ("£1.4m", "£1.3m", "£300,000", "GBP", "inconsistent"),
        ("4.2", "3.9", "0.3", "rate", "consistent"),
        ("12.7", "10.0", "+3", "count", "consistent"),
        ("12.7", "10.0", "+4", "count", "inconsistent"),
        ("13", "10.0", "+3", "count", "consistent"),
        ("4.9k", "3.1k", "+1,800", "count", "consistent"),
        ("4.9k", "3.1k", "+2k", "count", "consistent"),
        ("4.9k", "3.1k", "+3k", "count", "inconsistent"),
        ("2,900", "1,100", "+2k", "count", "consistent"),
        ("n/a", "3", "3", "count", "uncheckable"),
        ("3", "n/a", "3", "count", "uncheckable"),
        ("3", "2", "n/a", "count", "uncheckable"),
        ("3", "2", "", "count", "uncheckable"),
        ("9,999,999,999,999,999", "1", "5", "count", "uncheckable"),
    ],
)
def test_a_change_agrees_if_some_values_do(
    current: str, prior: str, change: str, unit: str, verdict: str
) -> None:
    judgement = judge_change(printed(current, unit), printed(prior, unit), printed(change, unit))
    assert judgement.verdict == verdict
    assert bool(judgement.why) == (verdict == "uncheckable")


@pytest.mark.parametrize(
    ("current", "prior", "percent", "unit", "verdict"),
    [
        ("40,089", "36,232", "+11%", "count", "consistent"),
        ("59,738", "62,554", "-5%", "count", "consistent"),  # -4.5017
        ("2,731", "2,560", "+6%", "count", "inconsistent"),  # 6.68
        ("209", "200", "4%", "count", "consistent"),  # 4.5, half even
        ("209", "200", "5%", "count", "consistent"),  # 4.5, half up
        ("191", "200", "-4%", "count", "consistent"),
        ("191", "200", "-5%", "count", "consistent"),
        ("129", "106", "-22%", "count", "inconsistent"),
        ("0", "12", "-100%", "count", "consistent"),
        ("0", "12", "-99%", "count", "inconsistent"),
        ("£1.4m", "£1.3m", "15%", "GBP", "consistent"),  # 1.45 / 1.25 = 16% at most
        ("£1.4m", "£1.3m", "17%", "GBP", "inconsistent"),
        ("-2", "4", "-150%", "count", "consistent"),
        ("5", "0", "100%", "count", "uncheckable"),
        ("5", "-1", "-600.00%", "count", "uncheckable"),
        ("5", "n/a", "3%", "count", "uncheckable"),
        ("5", "4", "***.*", "count", "uncheckable"),
    ],
)
def test_a_percent_agrees_if_some_values_do(
    current: str, prior: str, percent: str, unit: str, verdict: str
) -> None:
    judgement = judge_percent(printed(current, unit), printed(prior, unit), printed(percent, "percent"))
    assert judgement.verdict == verdict
    assert bool(judgement.why) == (verdict == "uncheckable")


@given(
    current=st.integers(0, 10**9),
    prior=st.integers(1, 10**9),
    decimals=st.integers(0, 3),
    rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_a_percent_rounded_from_true_counts_is_never_inconsistent(
    current: int, prior: int, decimals: int, rounding: str
) -> None:
    exact = Decimal((current - prior) * 100) / prior
    stated = Printed(exact.quantize(Decimal(1).scaleb(-decimals), rounding), decimals, unit="percent")
    assert judge_percent(Printed(Decimal(current)), Printed(Decimal(prior)), stated).verdict == "consistent"


# Whole figures printed whole are all counts; a figure that isn't whole shows that in its print.
PRECISIONS = st.tuples(st.integers(0, 2), st.sampled_from([Decimal(1), Decimal(1000), Decimal(10**6)]))


@given(
    true=st.tuples(*[st.decimals(Decimal("0.1"), 10**7, places=4)] * 2),
    of_figures=PRECISIONS.filter(lambda precision: precision != (0, 1)),
    of_change=PRECISIONS,
    unit=st.sampled_from(["count", "rate"]),
    rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_figures_rounded_from_the_truth_are_never_inconsistent(
    true: tuple[Decimal, Decimal],
    of_figures: tuple[int, Decimal],
    of_change: tuple[int, Decimal],
    unit: str,
    rounding: str,
) -> None:
    def shown(value: Decimal, decimals: int, multiplier: Decimal, unit: str = unit) -> Printed:
        digits = (value / multiplier).quantize(Decimal(1).scaleb(-decimals), rounding)
        return Printed(digits * multiplier, decimals, multiplier, unit)

    current, prior = true
    percent = shown((current - prior) * 100 / prior, 1, Decimal(1), "percent")
    figures = shown(current, *of_figures), shown(prior, *of_figures)
    assert judge_change(*figures, shown(current - prior, *of_change)).verdict == "consistent"
    assert judge_percent(*figures, percent).verdict in ("consistent", "uncheckable")


@given(
    current=st.integers(0, 10**7),
    prior=st.integers(0, 10**7),
    of_change=PRECISIONS,
    rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_a_change_rounded_from_true_counts_is_never_inconsistent(
    current: int, prior: int, of_change: tuple[int, Decimal], rounding: str
) -> None:
    decimals, multiplier = of_change
    digits = (Decimal(current - prior) / multiplier).quantize(Decimal(1).scaleb(-decimals), rounding)
    stated = Printed(digits * multiplier, decimals, multiplier)
    assert judge_change(Printed(Decimal(current)), Printed(Decimal(prior)), stated).verdict == "consistent"


def test_every_whole_percent_of_small_counts_is_judged_as_by_hand() -> None:
    for current, prior, stated in product(range(25), range(1, 25), range(-110, 250)):
        low, high = 2 * stated - 1, 2 * stated + 1  # twice the interval, in whole numbers
        expected = low * prior <= 200 * (current - prior) <= high * prior
        judged = judge_percent(
            Printed(Decimal(current)), Printed(Decimal(prior)), Printed(Decimal(stated), unit="percent")
        )
        assert (judged.verdict == "consistent") == expected, (current, prior, stated)


@given(st.decimals(-999, 999, places=1), st.decimals(Decimal("0.1"), 999, places=1), st.data())
def test_no_value_inside_the_figures_leaves_the_percent_interval(
    current: Decimal, prior: Decimal, data: st.DataObject
) -> None:
    figures = Printed(current, 1, unit="rate"), Printed(prior, 1, unit="rate")
    allowed = percent_interval(*figures)
    assert allowed is not None
    inside = [data.draw(st.decimals(*figure.interval, places=3)) for figure in figures]
    value = (inside[0] - inside[1]) * 100 / inside[1]
    assert allowed.low - Decimal("1e-20") <= value <= allowed.high + Decimal("1e-20")


@given(st.decimals(-500, 500, places=6), st.integers(0, 2))
def test_a_cut_off_figure_is_recognised_as_such(true: Decimal, decimals: int) -> None:
    cut = Printed(true.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN), decimals, unit="percent")
    assert is_truncated(cut, Interval(true, true))


@pytest.mark.parametrize(
    ("current", "prior", "percent", "unit", "cause"),
    [
        ("129", "106", "-22%", "count", "sign"),
        ("2,731", "2,560", "+6%", "count", "truncation"),
        ("50", "40", "20%", "count", "wrong_base"),
        ("50", "40", "125%", "count", "ratio_for_change"),
        ("266", "233", "33.0", "count", "change_for_percent"),
        ("121", "100", "12%", "count", "digits_swapped"),
        ("71.5%", "70.0%", "+1.5%", "percent", "points_for_percent"),
        ("50", "40", "3%", "count", ""),
    ],
)
def test_the_likely_cause_of_a_wrong_percent_is_named(
    current: str, prior: str, percent: str, unit: str, cause: str
) -> None:
    figures = printed(current, unit), printed(prior, unit)
    assert figures[0] is not None and figures[1] is not None
    assert cause_of_percent(*figures, percent_of(percent)) == cause


@pytest.mark.parametrize(
    ("current", "prior", "change", "unit", "cause"),
    [
        ("129", "106", "-23", "count", "sign"),
        ("84,206", "90,395", "-6,819", "count", "digits_swapped"),
        ("60.0%", "50.0%", "20.0%", "percent", "percent_for_points"),
        ("4.29", "4.0", "0.2", "rate", "truncation"),
        ("12.7", "10.0", "+2", "count", "truncation"),
        ("4.9k", "3.1k", "+1k", "count", "truncation"),
        ("12", "10", "+1", "count", ""),
        ("129", "106", "77", "count", ""),
    ],
)
def test_the_likely_cause_of_a_wrong_change_is_named(
    current: str, prior: str, change: str, unit: str, cause: str
) -> None:
    figures = [printed(text, unit) for text in (current, prior, change)]
    assert cause_of_change(*(figure for figure in figures if figure is not None)) == cause


# --- what the other rows of a table tell -----------------------------------------------------


def rows(*typed: tuple[str, str, str, str], why: str = "") -> list[StatedRow]:
    return [
        StatedRow(printed(c), printed(p), printed(ch), printed(pc, "percent"), "same", why)
        for c, p, ch, pc in typed
    ]


def test_a_single_wrong_row_among_right_ones_is_inconsistent() -> None:
    judged = judge_rows(
        rows(("12", "10", "+2", "20%"), ("9", "12", "-3", "-25%"), ("129", "106", "-23", "-22%"))
    )
    assert [row.change.verdict for row in judged] == ["consistent", "consistent", "inconsistent"]
    assert [row.percent.verdict for row in judged] == ["consistent", "consistent", "inconsistent"]


def test_columns_of_which_most_rows_disagree_are_not_judged() -> None:
    judged = judge_rows(
        rows(
            ("120", "100", "", "-7%"), ("50", "40", "", "61%"), ("80", "90", "", "2%"), ("9", "8", "", "12%")
        )
    )
    assert {(row.percent.verdict, row.percent.why) for row in judged} == {("uncheckable", OTHER_COLUMNS)}
    assert judged[0].percent.recomputed == 20  # what would be right is told all the same


def test_two_slips_with_a_cause_do_not_hide_behind_a_small_table() -> None:
    judged = judge_rows(
        rows(("12", "10", "+2", "20%"), ("129", "106", "-23", "-22%"), ("121", "100", "+12", "+21%"))
    )
    assert [row.change.verdict for row in judged] == ["consistent", "inconsistent", "inconsistent"]


def test_changes_that_all_run_the_other_way_are_of_swapped_columns() -> None:
    judged = judge_rows(rows(("12", "10", "-2", ""), ("129", "106", "-23", ""), ("121", "150", "+29", "")))
    assert {row.change.why for row in judged} == {OTHER_COLUMNS}


def test_the_change_of_a_table_is_judged_although_its_percents_are_of_another_base() -> None:
    judged = judge_rows(
        rows(("120", "100", "20", "57%"), ("50", "40", "10", "61%"), ("80", "90", "-10", "2%"))
    )
    assert {row.change.verdict for row in judged} == {"consistent"}
    assert {row.percent.why for row in judged} == {OTHER_COLUMNS}


def test_a_column_without_signs_is_not_blamed_for_a_missing_minus() -> None:
    judged = judge_rows(rows(("12", "10", "2", "20%"), ("90", "100", "10", "10%")))
    assert (judged[1].change.verdict, judged[1].change.why) == ("uncheckable", NO_SIGNS)
    assert judged[1].percent.why == NO_SIGNS


def test_a_column_with_signs_is_blamed_for_a_missing_minus() -> None:
    judged = judge_rows(rows(("12", "10", "+2", "+20%"), ("90", "100", "10", "10%")))
    assert (judged[1].change.verdict, judged[1].percent.verdict) == ("inconsistent", "inconsistent")


def test_a_row_in_which_nothing_fits_is_a_misreading() -> None:
    judged = judge_rows(rows(("90", "100", "77", "31%")))
    assert (judged[0].change.why, judged[0].percent.why) == (NOTHING_FITS, NOTHING_FITS)


def test_what_the_facts_call_uncheckable_is_not_judged() -> None:
    judged = judge_rows(rows(("12", "10", "5", ""), why="the decimal mark can't be told"))
    assert judged[0].change.why == "the decimal mark can't be told"
    assert judged[0].percent.why == "no percent is stated"


# --- editions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later", "unit", "relation"),
    [
        ("23,871", "23,871", "count", "equal"),
        ("23,871", "23.9k", "count", "equal"),
        ("71.5%", "72%", "percent", "equal"),
        ("71.5%", "71%", "percent", "equal"),  # rounded half down, or cut off
        ("71.9%", "71%", "percent", "equal"),  # cut off
        ("71.9%", "70%", "percent", "restated"),
        ("23,871", "24,018", "count", "restated"),
        ("£1.4m", "£1.6m", "GBP", "restated"),
        ("5", "50", "count", "restated"),  # one digit is alike by chance
        ("20", "200", "count", "restated"),
        ("20.0%", "200.0%", "percent", "scale_shift"),
        ("23,871", "238,710", "count", "scale_shift"),
        ("23,871", "23,871k", "count", "scale_shift"),
        ("1,204", "1.2", "count", "scale_shift"),
        ("-55", "55", "count", "sign_flip"),
        ("(1.2%)", "1.2%", "percent", "sign_flip"),
        ("0", "0", "count", "equal"),
    ],
)
def test_two_editions_of_a_figure(earlier: str, later: str, unit: str, relation: str) -> None:
    one, other = printed(earlier, unit), printed(later, unit)
    assert one is not None and other is not None
    assert relate_editions(one, other) == relate_editions(other, one) == relation


@given(
    st.decimals("-1e9", "1e9", allow_nan=False, places=4),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)),
)
def test_one_value_printed_to_other_digits_is_no_restatement(
    truth: Decimal, decimals: int, others: int, rounding: str
) -> None:
    fine = max(decimals, others)
    first = truth.quantize(Decimal(1).scaleb(-fine))
    again = first.quantize(Decimal(1).scaleb(-min(decimals, others)), rounding)
    figures = (Printed(first, fine, unit="rate"), Printed(again, min(decimals, others), unit="rate"))
    assert relate_editions(*figures) == "equal"

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Period
from extract.notation.headers import read_heading

QUARTER = Period("Q1 2019/20", date(2019, 4, 1), date(2019, 6, 30))
WEEK = Period("5/13/2013 through 5/19/2013", date(2013, 5, 13), date(2013, 5, 19))


@pytest.mark.parametrize(
    ("measure", "headings"),
    [
        (
            "value",
            ["Actual", "Performance", "Number", "Total", "Volume", "Average", "Median", "Q1 18/19", "2019"],
        ),
        ("target", ["Target", "Standard", "Goal", "Plan", "Ambition", "Q1 Target 19/20"]),
        (
            "change",
            ["Change", "Volume Change", "Variance", "Difference", "+/-", "Increase/(decrease)", "Diff"],
        ),
        ("change", ["Movement", "Change (number)", "Change on Q1 18/19"]),
        ("percent_change", ["% Change", "%chg", "% Chg", "% Var", "Variance %", "Change %", "Change (%)"]),
        ("percent_change", ["∆%", "Reported ∆%", "Δ %", "% Δ", "增减%"]),
        ("change", ["∆", "1-month Δ"]),
        ("percent_change", ["Percent Change", "Percentage change", "YoY %", "Growth %", "Year on year %"]),
        (
            "points_change",
            ["Change (pp)", "Points change", "% point change", "ppt", "percentage point change"],
        ),
        ("share", ["% of total", "% to total", "Share", "Proportion", "% of the total"]),
        ("rank", ["Rank", "National position"]),
        ("rag", ["RAG", "Status", "RAG status"]),
    ],
)
def test_words_tell_the_measure(measure: str, headings: list[str]) -> None:
    for text in headings:
        heading = read_heading((text,), QUARTER)
        assert (text, heading.measure, heading.certain) == (text, measure, True)


@pytest.mark.parametrize(
    "text",
    ["KPI", "Measure", "Indicator", "Item", "Crime", "Category", "", "Performance Indicator", "KPI No."],
)
def test_the_stub_is_known_by_its_words(text: str) -> None:
    assert read_heading((text,)).role == "stub"


@pytest.mark.parametrize(
    "text", ["Trend", "Direction of travel", "Sparkline", "Trend (Blue=18/19 and Red=19/20)"]
)
def test_a_trend_column_gives_no_measure(text: str) -> None:
    heading = read_heading((text,))
    assert (heading.role, heading.measure, heading.period) == ("trend", "other", None)


@pytest.mark.parametrize("text", ["Officers", "Homicide", "Name of the facility"])
def test_unknown_words_are_not_guessed(text: str) -> None:
    heading = read_heading((text,))
    assert (heading.measure, heading.certain, heading.role) == ("other", False, "")


@pytest.mark.parametrize("text", ["Variance to target", "% of target", "Difference against plan"])
def test_a_difference_from_a_target_is_no_change(text: str) -> None:
    assert read_heading((text,)).measure == "other"


@pytest.mark.parametrize(
    ("text", "unit", "multiplier"),
    [
        ("Value (%)", "percent", 1),
        ("%", "percent", 1),
        ("Cost £m", "GBP", 1000000),
        ("Cost (£000)", "GBP", 1000),
        ("Arrivals (000s)", None, 1000),
        ("$ millions", "USD", 1000000),
        ("In RMB million", "CNY", 1000000),
        ("Rate per 1,000 population", "rate", 1),
        ("Average days", "days", 1),
        ("Average minutes", "seconds", 60),
        ("% Change (£m)", "percent", 1),
        ("Change (pp)", "percentage_points", 1),
        ("Change (£m)", "GBP", 1000000),
        ("Rank", "rank", 1),
        ("Performance 12 months to June 2019", None, 1),
        ("Actual", None, 1),
    ],
)
def test_words_and_signs_tell_the_unit(text: str, unit: str | None, multiplier: int) -> None:
    heading = read_heading((text,))
    assert (heading.unit, heading.multiplier) == (unit, Decimal(multiplier))


@pytest.mark.parametrize(
    ("path", "default", "measure", "period", "baseline"),
    [
        (("Performance Q1 19/20",), QUARTER, "value", "Q1 19/20", None),
        (("Q1 Performance 18/19",), QUARTER, "value", "Q1 18/19", None),
        (("Performance", "% Change"), QUARTER, "percent_change", None, None),
        (("Year to Date", "2013"), WEEK, "value", "Year to Date 2013", None),
        (("Year to Date*", "% Chg"), WEEK, "percent_change", "Year to Date*", None),
        (("Week to Date", "% Chg"), WEEK, "percent_change", "Week to Date", None),
        (("28 Day", "2012"), WEEK, "value", "28 Day 2012", None),
        (("12 Year", "% Chg (2001)"), WEEK, "percent_change", None, "2001"),
        (("Performance", "Performance", "2019"), QUARTER, "value", "2019", None),
        (("YTD % Change 2025 vs. 2026",), WEEK, "percent_change", "YTD 2026", "YTD 2025"),
        (("%Chg '12 vs '98",), WEEK, "percent_change", "'12", "'98"),
        (("2025 vs. 2026",), WEEK, "change", "2026", "2025"),
        (("vs Q1 18/19",), QUARTER, "change", None, "Q1 18/19"),
        (("Change on last year",), QUARTER, "change", None, "last year"),
        (("Change vs previous quarter",), QUARTER, "change", None, "previous quarter"),
        (("% Change Q1 18/19 to Q1 19/20",), QUARTER, "percent_change", "Q1 19/20", "Q1 18/19"),
        (("YTD 2026 vs. 3-Year YTD Average",), WEEK, "change", "YTD 2026", None),
        (("3-Year YTD Average",), WEEK, "value", None, None),
        (("Previous year",), QUARTER, "value", "Previous year", None),
        (("YoY %",), QUARTER, "percent_change", None, "YoY"),
    ],
)
def test_periods_are_of_the_values_or_what_a_change_is_measured_against(
    *, path: tuple[str, ...], default: Period, measure: str, period: str | None, baseline: str | None
) -> None:
    heading = read_heading(path, default)
    assert heading.measure == measure
    assert (heading.period and heading.period.label, heading.baseline and heading.baseline.label) == (
        period,
        baseline,
    )


def test_a_calendar_documents_year_to_date_begins_in_january() -> None:
    heading = read_heading(("Year to Date*", "% Chg"), WEEK)
    assert heading.period is not None
    assert heading.period.start == date(2013, 1, 1)


def test_an_unknown_word_beside_a_period_is_an_uncertain_value() -> None:
    heading = read_heading(("Calls 2018/19",))
    assert (heading.measure, heading.certain) == ("value", False)


@given(st.lists(st.text(max_size=30), max_size=4))
def test_no_heading_is_too_odd(path: list[str]) -> None:
    assert read_heading(tuple(path), QUARTER).multiplier > 0


def test_a_spanner_that_dates_the_whole_report_hides_no_columns_date() -> None:
    week = Period("3/18/2019 through 3/24/2019", date(2019, 3, 18), date(2019, 3, 24))
    spanner = "Covering the week 3/18/2019 through 3/24/2019"
    found = read_heading((spanner, "Year to Date", "2018"), week).period
    assert found is not None
    assert (found.start, found.end) == (date(2018, 1, 1), date(2018, 3, 24))
    assert read_heading((spanner, "Number"), week).period == week


def test_earnings_per_share_are_no_share() -> None:
    assert read_heading(("Earnings per share",)).measure != "share"
    assert read_heading(("Market share",)).measure == "share"
    heading = read_heading(("(In millions, except per share data)",))
    assert (heading.measure, heading.multiplier) == ("value", Decimal(1000000))


@pytest.mark.parametrize("text", ["Met Goal", "% Met Goal 85%", "Within target", "Achieved target"])
def test_how_many_reached_a_target_is_no_target(text: str) -> None:
    assert read_heading((text,)).measure == "value"


def test_a_spanner_that_lists_several_periods_leaves_the_head_its_own() -> None:
    default = Period("February 2017", date(2017, 2, 1), date(2017, 2, 28))
    period = read_heading(("Sep Nov Dec Jan Feb", "February"), default).period
    assert period is not None
    assert (period.label, period.start) == ("February", date(2017, 2, 1))


def test_a_spanner_that_is_only_a_count_of_days_begins_the_period() -> None:
    default = Period("Week", date(2013, 5, 13), date(2013, 5, 19))
    period = read_heading(("CompStat", "28 Day", "2012"), default).period
    assert period is not None
    assert (period.start, period.end) == (date(2012, 4, 22), date(2012, 5, 19))


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("Inc/(Dec)", "change"),
        ("Inc./Dec. %", "percent_change"),
        ("% Inc", "percent_change"),
        ("Fav/(Unfav)", "change"),
        ("Better/(Worse)", "change"),
        ("QoQ", "change"),
        ("Y/Y %", "percent_change"),
        ("MoM %", "percent_change"),
        ("% Reduction", "percent_change"),
        ("Variation", "change"),
        ("Variación %", "percent_change"),
        ("Évolution en %", "percent_change"),
        ("Veränderung in %", "percent_change"),
        ("变动幅度", "change"),
        ("Mar-23 / Mar-22", "change"),
        ("Jun 23 over Jun 22 %", "percent_change"),
        ("Mom and baby visits", "other"),
        ("Incidents", "other"),
        ("变动原因", "other"),
        ("2022-2023", "value"),
        ("Dec 2023", "value"),
    ],
)
def test_words_of_other_trades_and_countries_for_a_change(head: str, measure: str) -> None:
    assert read_heading((head,)).measure == measure


def test_a_head_of_two_periods_names_the_base_of_its_change() -> None:
    heading = read_heading(("Mar-23/Mar-22",))
    assert heading.period is not None
    assert heading.baseline is not None
    assert (heading.period.label, heading.baseline.label) == ("Mar-23", "Mar-22")

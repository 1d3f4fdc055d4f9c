"""What the columns of many publishers' layouts mean, and which of them are compared."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from kpi_layouts import BANK, LAYOUTS, POLICE, Q1, SCORECARD, WEEKLY
from typed_tables import typed_table

from extract.facts.columns import colour_name, read_columns
from extract.model import Period


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_compared_columns_are_found_in_any_layout(name: str) -> None:
    table, expected = LAYOUTS[name]
    assert [tuple(one) for one in read_columns(table, Q1).comparisons] == expected


def test_roles_and_measures_of_a_police_report() -> None:
    columns = read_columns(POLICE, Q1).columns
    assert [(c.role, c.measure) for c in columns] == [
        ("stub", "other"),
        ("number", "value"),
        ("number", "value"),
        ("number", "change"),
        ("number", "percent_change"),
        ("trend", "other"),
    ]
    assert columns[1].label == "Performance Q1 19/20"
    assert columns[1].period.start == date(2019, 4, 1)
    assert columns[2].period.end == date(2018, 6, 30)


def test_a_change_has_the_periods_of_the_figures_it_was_made_of() -> None:
    columns = read_columns(WEEKLY, None).columns
    change = columns[9]
    assert (change.period, change.baseline) == (columns[7].period, columns[8].period)
    assert change.label == "Year to Date* / % Chg"


def test_roles_of_a_scorecard() -> None:
    roles = [c.role for c in read_columns(SCORECARD, Q1).columns]
    assert roles == ["stub", "stub", "unit", "number", "number", "number", "rag", "trend"]
    assert read_columns(SCORECARD, Q1).columns[3].measure == "target"


def test_a_scale_in_the_title_holds_for_figures_and_changes_but_not_for_percentages() -> None:
    columns = read_columns(BANK, None).columns
    assert [int(c.multiplier) for c in columns[1:]] == [10**6, 10**6, 10**6, 1]
    assert columns[1].unit == "CNY"


def test_one_wrong_row_of_five_does_not_turn_the_columns_round() -> None:
    table = typed_table(
        """
        Area | This | That | Change
        North | 120 | 100 | 20
        South | 80 | 90 | -10
        East | 129 | 106 | -23
        West | 70 | 60 | 10
        Centre | 55 | 50 | 5
        """
    )
    assert read_columns(table, None).comparisons == ((1, 2, 3, None),)


def test_heads_that_tell_no_order_and_changes_that_fit_both_ways_give_no_comparison() -> None:
    table = typed_table(
        """
        Area | Alpha | Beta | Change
        North | 100 | 100 | 0
        South | 90 | 90 | 0
        """
    )
    assert read_columns(table, None).comparisons == ()


def test_parts_and_their_total_are_no_comparison_however_many_zeros_close() -> None:
    table = typed_table(
        """
        Port | Male | Female | All | Change
        Alder | 0 | 0 | 0 | 0
        Birch | 0 | 0 | 0 | 0
        Cedar | 0 | 0 | 0 | 0
        Elder | 3 | 2 | 5 | 2
        Hazel | 4 | 1 | 5 | 1
        Rowan | 6 | 2 | 8 | 2
        Maple | 7 | 9 | 16 | 4
        """
    )
    assert read_columns(table, None).comparisons == ()


def test_zeros_do_not_prove_the_order_of_two_plain_columns() -> None:
    table = typed_table(
        """
        Port | Alpha | Beta | Change
        Alder | 0 | 0 | 0
        Birch | 0 | 0 | 0
        Cedar | 0 | 0 | 0
        Elder | 5 | 3 | 2
        Hazel | 4 | 1 | 6
        """
    )
    assert read_columns(table, None).comparisons == ()


def test_periods_tell_the_figures_where_few_rows_close() -> None:
    table = typed_table(
        """
        Port | 2022 | 2023 | Change
        Alder | 0 | 0 | 0
        Birch | 3 | 5 | 2
        """
    )
    assert read_columns(table, None).comparisons == ((2, 1, 3, None),)


def test_shares_between_two_years_belong_to_neither_figure() -> None:
    table = typed_table(
        """
        Port | APRIL TO MAY | < | < | < | < | JANUARY TO MAY | < | < | < | <
        ^ | 2022 | % SHARE | 2021 | % SHARE | % CHANGE | 2022 | % OF TOTAL | 2021 | % OF TOTAL | %
        Alder | 110 | 55.0 | 100 | 50.0 | 10.0 | 330 | 52.4 | 300 | 50.0 | +10.0
        Birch | 90 | 45.0 | 100 | 50.0 | -10.0 | 300 | 47.6 | 300 | 50.0 | 0.0
        Cedar | 66 | 30.0 | 60 | 30.0 | 10.0 | 150 | 20.0 | 200 | 20.0 | -25.0
        Total | 200 | 100.0 | 200 | 100.0 | 0.0 | 630 | 100.0 | 600 | 100.0 | +5.0
        """,
        header_rows=2,
    )
    assert read_columns(table, None).comparisons == ((1, 3, None, 5), (6, 8, None, 10))


@pytest.mark.parametrize("order", list(permutations(range(4))))
@pytest.mark.parametrize("heads", [("2022/23", "2021/22"), ("Beta", "Alpha")])
def test_any_order_of_columns_gives_the_same_comparison(
    heads: tuple[str, str], order: tuple[int, ...]
) -> None:
    printed = [
        (*heads, "Change", "% change"),
        ("250", "200", "50", "25.0"),
        ("300", "400", "(100)", "(25.0)"),
        ("88", "80", "8", "10.0"),
    ]
    rows = [" | ".join((name, *(row[at] for at in order))) for name, row in zip("-ABC", printed, strict=True)]
    (found,) = read_columns(typed_table("\n".join(rows)), None).comparisons
    assert tuple(found) == tuple(1 + order.index(role) for role in range(4))


def test_a_change_before_its_figures_belongs_to_those_on_its_right() -> None:
    table = typed_table(
        """
        Area | % change | 2023 | 2022 | % change | YTD 2023 | YTD 2022
        North | 10 | 110 | 100 | -5 | 380 | 400
        """
    )
    assert read_columns(table, None).comparisons == ((2, 3, None, 1), (5, 6, None, 4))


def test_two_rows_that_close_by_chance_do_not_make_a_column_without_a_head_a_change() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 |
        North | 120 | 100 | 20
        South | 80 | 90 | -10
        """
    )
    assert read_columns(table, None).comparisons == ()


def test_a_column_without_a_head_is_told_by_arithmetic_that_closes_in_many_rows() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 |
        North | 120 | 100 | 20
        South | 80 | 90 | -10
        East | 71 | 68 | 3
        """
    )
    columns = read_columns(table, None)
    assert (columns.columns[3].measure, columns.comparisons) == ("change", ((1, 2, 3, None),))


def test_a_note_of_the_unit_over_some_columns_holds_for_the_whole_table() -> None:
    table = typed_table(
        """
        Item | 2023 | In GBP million, except for percentages | < | <
        ^ | ^ | 2022 | Increase/(decrease) | Change (%)
        Fees | 285 | 300 | (15) | (5.00)
        """,
        header_rows=2,
    )
    columns = read_columns(table, None)
    assert [c.label for c in columns.columns] == ["Item", "2023", "2022", "Increase/(decrease)", "Change (%)"]
    assert [(c.unit, int(c.multiplier)) for c in columns.columns[1:4]] == [("GBP", 10**6)] * 3
    assert columns.comparisons == ((1, 2, 3, 4),)


def test_a_scale_above_the_change_alone_is_meant_of_the_figures_too() -> None:
    table = typed_table(
        """
        Item | 2023 | 2022 | In GBP million Increase/(decrease)
        Fees | 285 | 300 | (15)
        Rent | 40 | 30 | 10
        Interest | 90 | 70 | 20
        """
    )
    columns = read_columns(table, None)
    assert [(c.unit, int(c.multiplier)) for c in columns.columns[1:]] == [("GBP", 10**6)] * 3
    assert columns.comparisons == ((1, 2, 3, None),)


def test_a_year_against_an_average_of_years() -> None:
    table = typed_table(
        """
        Offence | 2020 | 2021 | Percentage Change 2020 vs. 2021 | 2-Year Average | 2021 vs. 2-Year Average
        Theft | 100 | 120 | 20% | 110 | 9%
        Fraud | 50 | 40 | -20% | 45 | -11%
        """
    )
    assert read_columns(table, None).comparisons == ((2, 1, None, 3), (2, 4, None, 5))


def test_a_total_of_two_parts_is_no_change_where_the_heads_do_not_say_so() -> None:
    table = typed_table(
        """
        Country | All | Male | Female
        Norway | 30 | 20 | 10
        Sweden | 45 | 25 | 20
        Denmark | 12 | 5 | 7
        """
    )
    columns = read_columns(table, None)
    assert columns.comparisons == ()
    assert {c.measure for c in columns.columns[1:]} == {"value"}


def test_a_total_of_two_parts_is_no_change_where_there_are_no_heads() -> None:
    table = typed_table(
        """
        Country | All | Male |
        Norway | 30 | 20 | 10
        Sweden | 45 | 25 | 20
        Denmark | 12 | 5 | 7
        """
    )
    assert read_columns(table, None).comparisons == ()


def test_an_average_is_not_an_exact_count() -> None:
    table = typed_table(
        """
        Area | 2023 | 3-year average
        North | 120 | 100
        """
    )
    assert [c.unit for c in read_columns(table, None).columns[1:]] == [None, "other"]


def test_words_tell_the_current_figure_of_a_single_row() -> None:
    table = typed_table(
        """
        KPI | Previous year | Actual | Change
        Calls | 100 | 90 | -10
        """
    )
    assert read_columns(table, None).comparisons == ((2, 1, 3, None),)


def test_of_several_years_the_pair_that_closes_is_compared() -> None:
    table = typed_table(
        """
        Offence | 2015 | 2016 | 2017 | % change
        Theft | 100 | 120 | 150 | 50
        Fraud | 200 | 220 | 180 | -10
        Arson | 40 | 41 | 44 | 10
        """
    )
    assert read_columns(table, None).comparisons == ((3, 1, None, 4),)


def test_spanners_by_year_are_compared_head_by_head() -> None:
    table = typed_table(
        """
        Area | 2023 | < | 2022 | < | Change | <
        | Offences | Arrests | Offences | Arrests | Offences | Arrests
        North | 120 | 30 | 100 | 33 | 20 | -3
        South | 80 | 22 | 90 | 20 | -10 | 2
        """,
        header_rows=2,
    )
    assert read_columns(table, None).comparisons == ((1, 3, 5, None), (2, 4, 6, None))


def test_a_variance_from_target_is_no_comparison_with_another_period() -> None:
    table = typed_table(
        """
        Indicator | 2021/22 | 2022/23 | Target | Variance
        Visits | 200 | 250 | 240 | 10
        Loans | 400 | 300 | 350 | -50
        Returns | 80 | 88 | 90 | -2
        """
    )
    assert read_columns(table, None).comparisons == ()


def test_a_percentage_column_that_prints_points_is_told_by_arithmetic() -> None:
    table = typed_table(
        """
        Indicator | 2021/22 | 2022/23 | % change
        Satisfied | 50% | 60% | 10%
        Answered | 80% | 72% | -8%
        Solved | 20% | 25% | 5%
        """
    )
    columns = read_columns(table, None)
    assert columns.columns[3].measure == "points_change"
    assert columns.comparisons == ((2, 1, 3, None),)


def test_a_column_without_a_head_means_nothing_certain() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 |
        North | 120 | 100 | 7
        South | 80 | 90 | 9
        """
    )
    column = read_columns(table, None).columns[3]
    assert (column.measure, column.certain) == ("other", False)


def test_separators_that_cannot_be_told_are_said_so() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 | Change
        North | 1.234 | 1.100 | 134
        South | 2.345 | 2.200 | 145
        """
    )
    assert "can't be told" in read_columns(table, None).why


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("#ff0000", "Red"),
        ("#c00000", "Red"),
        ("#ffc000", "Amber"),
        ("#ffff00", "Amber"),
        ("#92d050", "Green"),
        ("#0070c0", "Blue"),
        ("#d9d9d9", ""),
        ("", ""),
    ],
)
def test_status_colours(fill: str, name: str) -> None:
    assert colour_name(fill) == name


def test_last_year_is_a_year_before_the_figures_beside_it() -> None:
    table = typed_table(
        """
        Measure | This month Sep 2023 | Last month Aug 2023 | Change on last month | % change on last month \
            | Year to date 2023/24 | Year to date 2022/23 | Change on last year | % change on last year
        Visits | 120 | 100 | 20 | 20% | 700 | 650 | 50 | 8%
        Calls | 80 | 90 | -10 | -11% | 500 | 510 | -10 | -2%
        """.replace("\\\n", "")
    )
    month = Period("September 2023", date(2023, 9, 1), date(2023, 9, 30))
    read = read_columns(table, month)
    assert [tuple(one) for one in read.comparisons] == [(1, 2, 3, 4), (5, 6, 7, 8)]
    change = read.columns[7]
    assert change.period is not None
    assert change.baseline is not None
    assert (change.period.start, change.period.end) == (date(2023, 4, 1), date(2023, 9, 30))
    assert (change.baseline.start, change.baseline.end) == (date(2022, 4, 1), date(2022, 9, 30))


def test_last_year_is_not_last_month() -> None:
    table = typed_table(
        """
        Measure | Sep 2023 | Aug 2023 | % change on last year
        Visits | 120 | 100 | 20%
        Calls | 80 | 90 | -11%
        """
    )
    month = Period("September 2023", date(2023, 9, 1), date(2023, 9, 30))
    assert read_columns(table, month).comparisons == ()


def test_heads_name_the_columns_they_were_made_of_by_their_marks() -> None:
    table = typed_table(
        """
        Products | Harvest | < | < | Variation | <
        ^ | 11/12 (a) | May/2013 (b) | Jun/2013 (c) | Percentage (c/a) | Absolute (c-a)
        Cotton | 1,393.4 | 886.7 | 894.9 | (35.8) | (498.5)
        Rye | 2.3 | 2.3 | 2.3 | - | -
        """,
        header_rows=2,
    )
    assert read_columns(table, None).comparisons == ((3, 1, 5, 4),)


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("January 1 - October 31, 2021 vs. 2022", [date(2021, 10, 31), date(2022, 10, 31)]),
        ("Arrivals by month, 2021 to 2022", [date(2021, 12, 31), date(2022, 12, 31)]),
        ("Q1 2020 to Q4 2022", [date(2021, 12, 31), date(2022, 12, 31)]),
    ],
)
def test_a_title_that_names_the_same_part_of_each_year_dates_the_years(title: str, ends: list[date]) -> None:
    table = typed_table("Crime | 2021 | 2022\nArson | 20 | 30\nRape | 14 | 15", title=title)
    columns = read_columns(table, None).columns[1:]
    assert [column.period and column.period.end for column in columns] == ends


def test_heads_of_two_months_are_the_changes_between_them() -> None:
    table = typed_table(
        """
        Commodity | Mar-22 | Feb-23 | Mar-23 | Mar-23/Feb-23 | Mar-23/Mar-22
        Rice | 100.0 | 108.0 | 110.0 | 1.9 | 10.0
        Wheat | 90.0 | 95.0 | 99.0 | 4.2 | 10.0
        Maize | 80.0 | 70.0 | 77.0 | 10.0 | -3.8
        """
    )
    assert read_columns(table, None).comparisons == ((3, 2, None, 4), (3, 1, None, 5))


def test_a_spanner_whose_years_stand_below_it_dates_no_column_without_one() -> None:
    table = typed_table(
        """
        | Year Ended December 31, | < | < | < | Change
        ^ | 2023 | 2024 | Thereafter | Target | ^
        Rent | 12 | 14 | 60 | 9 | 2
        Debt | 20 | 25 | 90 | 8 | 5
        """,
        header_rows=2,
    )
    quarter = Period("Q3 2023", date(2023, 7, 1), date(2023, 9, 30))
    periods = [column.period for column in read_columns(table, quarter).columns]
    ends = [period and period.end for period in periods[1:5]]
    assert ends == [date(2023, 12, 31), date(2024, 12, 31), None, date(2022, 12, 31)]

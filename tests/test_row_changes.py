"""Rows that state the change of other rows."""

from __future__ import annotations

import pytest
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.comparisons import find_comparisons
from extract.facts.observations import find_observations
from extract.facts.row_changes import RowTable, find_row_changes, row_table, with_row_changes
from extract.model import Comparison, Table
from extract.tables.comparisons import comparison_rows


def read(table: Table, earlier: RowTable | None = None) -> tuple[tuple[Comparison, ...], RowTable]:
    columns = read_columns(table, None)
    found = find_observations(table, columns)
    rows = row_table(table, columns, found)
    changes = find_row_changes(rows, earlier)
    return find_comparisons(table, columns, with_row_changes(found, changes), changes), rows


def stated(table: Table) -> list[tuple[str, ...]]:
    """KPI, current, prior and stated figure of each comparison."""
    return [texts(comparison) for comparison in read(table)[0]]


def texts(one: Comparison) -> tuple[str, ...]:
    figures = (one.current, one.prior, one.change or one.percent)
    return (one.kpi, *("" if figure is None else figure.text for figure in figures))


YEARS = """
    Year | Residents | Visitors
    2017 | 26,408 | 25,709
    2018 | 28,227 | 27,866
    2019 | 26,774 | 28,930
    Percentage change (%) | < | <
    2016-2017 | 18.4 | 10.8
    2017-2018 | 6.9 | 8.4
    2018-2019 | -5.1 | 3.8
    """


def test_a_row_of_two_years_is_the_change_between_the_rows_of_these_years() -> None:
    assert stated(typed_table(YEARS)) == [
        ("2016-2017 / Residents", "26,408", "", "18.4"),
        ("2016-2017 / Visitors", "25,709", "", "10.8"),
        ("2017-2018 / Residents", "28,227", "26,408", "6.9"),
        ("2017-2018 / Visitors", "27,866", "25,709", "8.4"),
        ("2018-2019 / Residents", "26,774", "28,227", "-5.1"),
        ("2018-2019 / Visitors", "28,930", "27,866", "3.8"),
    ]


def test_both_figures_have_the_periods_of_their_rows() -> None:
    last = read(typed_table(YEARS))[0][-1]
    assert last.current is not None
    assert last.prior is not None
    assert last.current.period is not None
    assert last.prior.period is not None
    assert (last.current.period.label, last.prior.period.label) == ("2019", "2018")


def test_a_base_that_is_not_printed_keeps_its_period() -> None:
    first = read(typed_table(YEARS))[0][0]
    assert first.prior is None
    assert first.percent is not None
    assert first.percent.baseline is not None
    assert first.percent.baseline.label == "2016"


def test_a_misprint_among_rows_that_close_is_judged() -> None:
    table = typed_table(YEARS.replace("-5.1", "17.6"))
    rows = comparison_rows("0" * 16, read(table)[0], {1: table})
    assert [row["percent_verdict"] for row in rows] == [
        "uncheckable",
        "uncheckable",
        "consistent",
        "consistent",
        "inconsistent",
        "consistent",
    ]


def test_years_of_shares_are_not_years_of_changes() -> None:
    table = typed_table(
        """
        Year | Residents | Visitors
        2018 | 28,227 | 27,866
        2019 | 26,774 | 28,930
        Share (%) | < | <
        2018 | 50.3 | 49.7
        2019 | 48.1 | 51.9
        """
    )
    assert stated(table) == []


def test_quarters_may_stand_in_a_column_of_their_own_and_on_the_page_before() -> None:
    before = typed_table(
        """
        Year | Quarter | Male | Female
        2019 | 1 | 3,713 | 2,019
             | 2 | 4,129 | 2,445
        2020 | 1 | 2,612 | 1,579
             | 2 | 190 | 89
        """
    )
    after = typed_table(
        """
        Percentage change between years | < | <
        20191st-20201st | -29.7 | -21.8
        20192nd-20202nd | -95.4 | -96.4
        """
    )
    _, earlier = read(before)
    assert [texts(one) for one in read(after, earlier)[0]] == [
        ("20191st-20201st / Male", "2,612", "3,713", "-29.7"),
        ("20191st-20201st / Female", "1,579", "2,019", "-21.8"),
        ("20192nd-20202nd / Male", "190", "4,129", "-95.4"),
        ("20192nd-20202nd / Female", "89", "2,445", "-96.4"),
    ]


def test_a_row_of_growth_below_two_rows_that_differ_in_their_year() -> None:
    table = typed_table(
        """
        ($ million) | Flexibles | Rigid | Total
        Net sales fiscal year 2023 | 2,777 | 897 | 3,673
        Net sales fiscal year 2022 | 2,967 | 942 | 3,909
        Reported growth % | (6) | (5) | (6)
        FX % | 1 | (1) | -
        Constant currency growth % | (7) | (4) | (6)
        """
    )
    assert stated(table) == [
        ("Reported growth % / Flexibles", "2,777", "2,967", "(6)"),
        ("Reported growth % / Rigid", "897", "942", "(5)"),
        ("Reported growth % / Total", "3,673", "3,909", "(6)"),
    ]


def test_growth_of_the_row_above_over_the_columns_of_years() -> None:
    table = typed_table(
        """
               | 2024 | 2025e | 2026e | 2027e
        Revenue | 275.5 | 295.6 | 319.4 | 330.7
        growth-% | -14% | 7% | 8% | 4%
        EBITA-% | 3.2 % | 3.5 % | 3.8 % | 3.8 %
        """
    )
    assert stated(table) == [
        ("Revenue", "295.6", "275.5", "7%"),
        ("Revenue", "319.4", "295.6", "8%"),
        ("Revenue", "330.7", "319.4", "4%"),
    ]


def test_growth_under_a_heading_with_the_labels_of_another() -> None:
    table = typed_table(
        """
              | Q3 2022 | Q3 2023 | Nine months to September 2022 | Nine months to September 2023
        Net sales: | < | < | < | <
        North | $ 78,843 | $ 87,887 | $ 222,517 | $ 247,314
        South | 27,720 | 32,137 | 83,544 | 90,957
        Year-over-year growth: | < | < | < | <
        North | 20 % | 11 % | 13 % | 11 %
        South | (5) | 16 | (8) | 9
        Growth, excluding exchange rates: | < | < | < | <
        North | 20 % | 11 % | 13 % | 11 %
        South | 12 | 11 | 4 | 10
        """
    )
    assert stated(table) == [
        ("North", "$ 87,887", "$ 78,843", "11 %"),
        ("North", "$ 247,314", "$ 222,517", "11 %"),
        ("South", "32,137", "27,720", "16"),
        ("South", "90,957", "83,544", "9"),
    ]


@pytest.mark.parametrize(
    "label",
    ["Net decrease in cash", "Comparable sales % change", "Change in working capital"],
)
def test_a_row_named_a_change_of_what_is_not_printed_gives_none(label: str) -> None:
    table = typed_table(
        f"""
              | 2022 | 2023
        Revenue | 1,100 | 1,210
        {label} | (9.3) | 10.4
        """
    )
    assert stated(table) == []


def test_rows_that_do_not_close_are_not_paired() -> None:
    table = typed_table(
        """
        Year | North | South
        2018 | 100 | 200
        2019 | 110 | 220
        % change | 3 | 5
        """
    )
    assert stated(table) == []


def test_a_percentage_has_no_scale_of_its_column() -> None:
    table = typed_table(
        """
        Year | Spend (£000) | Income (£000)
        2018 | 100 | 200
        2019 | 110 | 220
        % change | 10 | 10
        """
    )
    first = read(table)[0][0]
    assert first.percent is not None
    assert first.percent.unit == "percent"
    assert first.percent.quantity is not None
    assert getattr(first.percent.quantity, "value", None) == 10


def test_a_column_of_changes_beside_rows_of_years_goes_back_one_row() -> None:
    table = typed_table(
        """
        Year | Population | Change | % change
        2019 | 1,000 | |
        2020 | 1,100 | 100 | 10.0
        2021 | 1,210 | 110 | 10.0
        2022 | 1,089 | -121 | -10.0
        """
    )
    found = [
        tuple("" if one is None else one.text for one in (c.current, c.prior, c.change, c.percent))
        for c in read(table)[0]
    ]
    assert found == [
        ("1,100", "1,000", "100", "10.0"),
        ("1,210", "1,100", "110", "10.0"),
        ("1,089", "1,210", "-121", "-10.0"),
    ]


def test_an_annual_change_beside_rows_of_months_goes_back_a_year() -> None:
    table = typed_table(
        """
        Month | Index | Annual change (%)
        Jan 2022 | 100 |
        Feb 2022 | 110 |
        Mar 2022 | 125 |
        Jan 2023 | 120 | 20.0
        Feb 2023 | 121 | 10.0
        Mar 2023 | 150 | 20.0
        """
    )
    assert [texts(one)[1:] for one in read(table)[0]] == [
        ("120", "100", "20.0"),
        ("121", "110", "10.0"),
        ("150", "125", "20.0"),
    ]


def test_changes_that_close_with_no_row_keep_their_figure_alone() -> None:
    table = typed_table(
        """
        Year | Population | % change
        2020 | 1,100 | 3.0
        2021 | 1,210 | 4.0
        2022 | 1,089 | 5.0
        """
    )
    assert [texts(one)[1:] for one in read(table)[0]] == [
        ("1,100", "", "3.0"),
        ("1,210", "", "4.0"),
        ("1,089", "", "5.0"),
    ]


def test_growth_is_found_by_the_name_of_its_row() -> None:
    table = typed_table(
        """
              | 2021 | 2022 | 2023
        Sales | 100 | 110 | 132
        Costs | 80 | 88 | 66
        Sales growth | | 10.0% | 20.0%
        Cost growth | | 10.0% | -25.0%
        """
    )
    assert stated(table) == [
        ("Sales", "110", "100", "10.0%"),
        ("Sales", "132", "110", "20.0%"),
        ("Costs", "88", "80", "10.0%"),
        ("Costs", "66", "88", "-25.0%"),
    ]


def test_a_row_most_of_which_does_not_close_is_told_but_not_judged() -> None:
    table = typed_table(
        """
        Year | North | South | East
        2016 | 200 | 100 | 40
        2017 | 100 | 200 | 50
        2018 | 110 | 220 | 60
        2019 | 121 | 198 | 45
        Change (%) | < | < | <
        2016-2017 | -50.0 | 100.0 | 25.0
        2017-2018 | 10.0 | 10.0 | 20.0
        2018-2019 | 10.4 | -9.1 | -25.0
        """
    )
    last = [one for one in read(table)[0] if one.row == 8]
    assert [texts(one)[1:] for one in last] == [
        ("121", "110", "10.4"),
        ("198", "220", "-9.1"),
        ("45", "60", "-25.0"),
    ]
    assert all(one.why for one in last)


def test_years_with_quarters_need_no_heads() -> None:
    before = typed_table(
        """
        2019 | 1 | 3,713 | 2,019
             | 2 | 4,129 | 2,445
             | 3 | 4,185 | 2,209
             | 4 | 4,909 | 3,142
        2020 | 1 | 2,612 | 1,579
        """,
        header_rows=0,
    )
    after = typed_table("Percentage change | < | <\n2019 1st - 2020 1st | -29.7 | -21.8")
    _, earlier = read(before)
    assert [texts(one)[1:] for one in read(after, earlier)[0]] == [
        ("2,612", "3,713", "-29.7"),
        ("1,579", "2,019", "-21.8"),
    ]

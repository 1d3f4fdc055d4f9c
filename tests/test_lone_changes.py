"""Columns that state a change from a figure that the table doesn't print."""

from __future__ import annotations

from datetime import date

import pytest
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.comparisons import find_comparisons
from extract.facts.observations import find_observations
from extract.model import Comparison, Period, Table

FEBRUARY = Period("February 2017", date(2017, 2, 1), date(2017, 2, 28))


def compare(table: Table) -> tuple[Comparison, ...]:
    columns = read_columns(table, FEBRUARY)
    return find_comparisons(table, columns, find_observations(table, columns, FEBRUARY))


def texts(one: Comparison) -> tuple[str, ...]:
    figures = (one.current, one.prior, one.change, one.percent)
    return tuple("" if figure is None else figure.text for figure in figures)


DASHBOARD = """
    Timeliness | February | 1-mth.Δ | 5-mth.Δ | Inventory | February | 1-mth.Δ | 5-mth.Δ
    Average days | 219 | -2 | -6 | Total cases | 17,589 | +556 | -233
    Met goal (%) | 85% | +1% | +3% | New cases | 1,437 | -745 | -1,078
    """


def test_one_figure_and_how_far_it_moved() -> None:
    assert [texts(one) for one in compare(typed_table(DASHBOARD)) if one.row == 1] == [
        ("219", "", "-2", ""),
        ("219", "", "-6", ""),
        ("17,589", "", "+556", ""),
        ("17,589", "", "-233", ""),
    ]


def test_the_head_tells_the_period_it_moved_from() -> None:
    changes = [one.change for one in compare(typed_table(DASHBOARD)) if one.row == 1]
    assert [change.baseline and change.baseline.start for change in changes if change] == [
        date(2017, 1, 1),
        date(2016, 9, 1),
        date(2017, 1, 1),
        date(2016, 9, 1),
    ]


def test_each_block_of_a_row_has_its_own_label_and_unit() -> None:
    last = [one for one in compare(typed_table(DASHBOARD)) if one.row == 2]
    told = [(one.current.kpi, one.change.unit) for one in last if one.current and one.change]
    assert told == [
        ("Met goal (%)", "percentage_points"),
        ("Met goal (%)", "percentage_points"),
        ("New cases", "count"),
        ("New cases", "count"),
    ]


def test_a_change_and_its_percentage_are_one_comparison() -> None:
    table = typed_table(
        """
        Measure | February | Change on month | % change on month
        Calls | 110 | 10 | 10
        """
    )
    assert [texts(one) for one in compare(table)] == [("110", "", "10", "10")]


def test_an_older_base_goes_with_the_pair_on_its_left() -> None:
    table = typed_table(
        """
        Crime | 2013 | 2012 | % Chg | 2 Year % Chg
        Robbery | 90 | 100 | -10.0 | -4.0
        Burglary | 66 | 60 | 10.0 | 4.7
        """
    )
    first = [one for one in compare(table) if one.row == 1]
    assert [texts(one) for one in first] == [("90", "100", "", "-10.0"), ("90", "", "", "-4.0")]
    assert first[1].percent is not None
    assert first[1].percent.baseline is not None
    assert first[1].percent.baseline.start == date(2011, 1, 1)


@pytest.mark.parametrize(
    "heads",
    [
        "Measure | February | Target | Variance",
        "Measure | Calls | Visits | 2 Year % change",
        "Measure | February | 2016 | Change against plan",
    ],
)
def test_where_more_than_one_figure_may_be_meant_there_is_none(heads: str) -> None:
    table = typed_table(heads + "\nNorth | 110 | 104 | 7\nSouth | 90 | 81 | 4")
    assert compare(table) == ()

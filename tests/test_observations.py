"""Every printed number of a table, with what it is of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kpi_layouts import BANK, POLICE, Q1, SCORECARD, YEARS_AS_HEADS
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.observations import find_observations, split_label
from extract.model import Missing, Observation, Period, Table


def observe(table: Table, default: Period | None = Q1) -> tuple[Observation, ...]:
    return find_observations(table, read_columns(table, default))


def by_place(table: Table, default: Period | None = Q1) -> dict[tuple[int, int], Observation]:
    return {(one.row, one.column): one for one in observe(table, default)}


def test_a_row_gives_each_printed_number_and_no_trend() -> None:
    found = observe(POLICE)
    assert [(o.measure, o.text, o.quantity.value) for o in found] == [
        ("value", "4,120", Decimal(4120)),
        ("value", "4,000", Decimal(4000)),
        ("change", "+120", Decimal(120)),
        ("percent_change", "+3%", Decimal(3)),
    ]
    assert {(o.kpi_number, o.kpi, o.group) for o in found} == {("1.1", "Emergency calls", "")}
    assert [o.unit for o in found] == ["count", "count", "count", "percent"]


@pytest.mark.parametrize(
    ("label", "number", "kpi"),
    [
        ("1.1 Number of 999 Calls", "1.1", "Number of 999 Calls"),
        ("2. Calls answered", "2", "Calls answered"),
        ("3) Calls", "3", "Calls"),
        ("2.1.4 101 calls", "2.1.4", "101 calls"),
        ("KPI 4: Complaints", "KPI 4", "Complaints"),
        ("CP01 % of bins collected", "CP01", "% of bins collected"),
        ("0-17", "", "0-17"),
        ("18 and over", "", "18 and over"),
        ("999 calls", "", "999 calls"),
        ("12 month rolling", "", "12 month rolling"),
        ("3.5 tonne vans", "3.5", "tonne vans"),
        ("Calls*", "", "Calls"),
        ("Calls [note 2]", "", "Calls"),
        ("Theft (1)", "", "Theft (1)"),
        ("Q1 total", "", "Q1 total"),
    ],
)
def test_labels_are_split_into_number_and_name(label: str, number: str, kpi: str) -> None:
    assert split_label(label) == (number, kpi)


def test_heading_rows_name_the_group_until_the_next_one() -> None:
    table = typed_table(
        """
        | 2023 | 2022 | Change
        Total | 30 | 20 | 10
        Age | < | < | <
        0-17 | 10 | 9 | 1
        18 and over | 20 | 11 | 9
        Gender | | |
        Female | 16 | 10 | 6
        """
    )
    groups = {(o.row, o.group, o.kpi) for o in observe(table)}
    assert groups == {
        (1, "", "Total"),
        (3, "Age", "0-17"),
        (4, "Age", "18 and over"),
        (6, "Gender", "Female"),
    }


def test_a_row_that_is_not_set_in_ends_the_group() -> None:
    table = typed_table(
        """
        | 2023 | 2022
        Age | < | <
        0-17 | 10 | 9
        All | 30 | 20
        """,
        indents={1: 2.0, 2: 12.0, 3: 2.0},
    )
    assert [(o.kpi, o.group) for o in observe(table)][::2] == [("0-17", "Age"), ("All", "")]


def test_two_stub_columns_make_one_label_and_a_merged_cell_labels_all_its_rows() -> None:
    assert [o.kpi for o in observe(YEARS_AS_HEADS)][::3] == [
        "ARSON / North",
        "ARSON / Total",
        "THEFT / North",
        "THEFT / Total",
    ]


def test_a_label_printed_once_above_an_empty_cell_is_repeated() -> None:
    table = typed_table(
        """
        CRIME | AREA | 2014 | 2015
        ARSON | North | 20 | 15
        | Total | 40 | 50
        """
    )
    assert [o.kpi for o in observe(table)][::2] == ["ARSON / North", "ARSON / Total"]


def test_a_scorecard_gives_units_by_row_and_the_status_from_the_fill() -> None:
    found = by_place(SCORECARD)
    assert (found[1, 4].unit, found[2, 4].unit, found[3, 4].unit) == ("percent", "count", "days")
    assert (found[1, 6].measure, found[1, 6].text, found[1, 6].quantity) == ("rag", "Green", None)
    assert found[2, 6].text == "Red"
    assert found[1, 3].measure == "target"
    assert (found[1, 4].kpi_number, found[1, 4].kpi) == ("1.1", "Bins collected on time")
    assert (1, 7) not in found


def test_a_row_of_percents_is_not_scaled_with_its_table() -> None:
    table = typed_table(
        """
        ($ million) | 2022/23 | 2021/22
        Net sales | 3,713 | 3,909
        EBIT / Sales % | 13.6 | 13.2
        Volume % | (4) | 2
        """
    )
    found = by_place(table)
    assert [(found[row, 1].unit, found[row, 1].quantity.value) for row in (1, 2, 3)] == [  # type: ignore[union-attr]
        ("USD", 3_713_000_000),
        ("percent", Decimal("13.6")),
        ("percent", -4),
    ]


def test_a_status_in_words_stands_in_the_text() -> None:
    table = typed_table(
        """
        Indicator | Q1 | Status
        Calls | 120 | Green
        Bins | 90 | R
        """
    )
    assert [o.text for o in observe(table) if o.measure == "rag"] == ["Green", "Red"]


def test_missing_values_are_observed_and_empty_cells_are_not() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 | % change
        North | n/a | 90 | -
        South | | 80 | 5
        """
    )
    found = by_place(table)
    assert isinstance(found[1, 1].quantity, Missing)
    assert found[1, 1].quantity.status == "not_applicable"
    assert isinstance(found[1, 3].quantity, Missing)
    assert (2, 1) not in found


def test_the_change_of_a_percentage_is_in_points() -> None:
    table = typed_table(
        """
        Indicator | 2021/22 | 2022/23 | Change
        Calls | 100 | 120 | 20
        Satisfied (%) | 50.0 | 60.0 | 10.0
        Solved | 20% | 25% | +5%
        """
    )
    found = by_place(table)
    assert [(found[row, 3].measure, found[row, 3].unit) for row in (1, 2, 3)] == [
        ("change", "count"),
        ("points_change", "percentage_points"),
        ("points_change", "percentage_points"),
    ]
    assert found[2, 1].unit == "percent"


def test_a_change_printed_with_a_percent_sign_beside_counts_is_a_percentage() -> None:
    table = typed_table(
        """
        Area | 2022 | 2023 | Change
        North | 100 | 120 | 20%
        South | 80 | 60 | -25%
        """
    )
    found = by_place(table)
    assert (found[1, 3].measure, found[1, 3].unit) == ("percent_change", "percent")


def test_a_scale_multiplies_figures_and_changes() -> None:
    found = by_place(BANK)
    assert found[2, 1].quantity.value == Decimal(1_100_000_000)
    assert found[3, 3].quantity.value == Decimal(-15_000_000)
    assert found[3, 4].quantity.value == Decimal("-5.00")
    assert found[2, 1].unit == found[2, 3].unit == "CNY"


def test_a_row_may_name_its_own_currency_and_scale() -> None:
    table = typed_table(
        """
        Indicator | 2021/22 | 2022/23
        Calls | 100 | 120
        Spending (£m) | 1.4 | 1.5
        """
    )
    found = by_place(table)
    assert (found[2, 1].unit, found[2, 1].quantity.value) == ("GBP", Decimal(1_400_000))
    assert (found[1, 1].unit, found[1, 1].quantity.value) == ("count", Decimal(100))


def test_a_heading_that_is_a_unit_is_that_of_the_rows_below() -> None:
    table = typed_table(
        """
        Country | 2018 | 2019
        NUMBER | < | <
        Australia | 102 | 110
        PERCENTAGES (%) | < | <
        Country of residence | |
        Australia | 36.6 | 38.1
        Number of respondents | 512 | 498
        Number of cases | |
        Australia | 18 | 17
        """
    )
    found = by_place(table)
    units = [found[row, 1].unit for row in (2, 5, 6, 8)]
    assert units == ["count", "percent", "count", "count"]


@pytest.mark.parametrize(
    "heading",
    ["Fixed rate loans", "Index offences", "Calls answered within 10 minutes", "Stays of under 2 days"],
)
def test_a_heading_that_says_more_than_a_unit_gives_none(heading: str) -> None:
    table = typed_table(f"Area | 2018 | 2019\n{heading} | < | <\nNorth | 102 | 110")
    assert by_place(table)[2, 1].unit == "count"


def test_text_in_a_number_column_is_no_observation() -> None:
    table = typed_table(
        """
        Area | 2023
        North | 120
        South | see note
        East | 90
        """
    )
    assert [o.text for o in observe(table)] == ["120", "90"]


def test_each_number_is_observed_once_at_its_place() -> None:
    for table in (POLICE, BANK, SCORECARD, YEARS_AS_HEADS):
        places = [(o.row, o.column) for o in observe(table)]
        assert places == sorted(set(places))


def test_an_arrow_gives_a_change_its_sign_and_a_figure_none() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 | Change | ∆%
        North | 110 ▲ | 100 | ▲ 10 | ▲ 10%
        South | 90 ▼ | 100 | ▼ 10 | ▼ 10%
        East | 70 | 70 | → 0 | ▼ 0%
        West | 60 ▼ | 80 | ▼ -20 | -25% ↓
        """
    )
    values = {place: one.quantity.value for place, one in by_place(table).items()}
    assert [values[row, 1] for row in (1, 2, 4)] == [110, 90, 60]
    assert [values[row, 3] for row in (1, 2, 3, 4)] == [10, -10, 0, -20]
    assert [values[row, 4] for row in (1, 2, 3, 4)] == [10, -10, 0, -25]
    assert by_place(table)[2, 4].text == "▼ 10%"


def test_a_figure_per_share_is_not_in_the_tables_millions() -> None:
    table = typed_table(
        """
        (In millions, except per share data) | 2023 | 2022 | % change
        Revenue | $ 110 | $ 100 | 10%
        Diluted earnings per share | $ 2.20 | $ 2.00 | 10%
        """
    )
    values = {place: one.quantity.value for place, one in by_place(table).items()}
    assert (values[1, 1], values[2, 1]) == (110_000_000, Decimal("2.20"))


def test_a_missing_symbol_among_painted_statuses_is_a_missing_status() -> None:
    table = typed_table(
        """
        Indicator | Target | Q1 | RAG
        Bins collected | 98 | 97 |
        Calls answered | 90 | 91 | n/a
        Homes built | 30 | 12 |
        """,
        fills={(1, 3): "#ffc000", (3, 3): "#ff0000"},
    )
    statuses = [(o.text, o.quantity) for o in observe(table) if o.column == 3]
    assert statuses == [("Amber", None), ("n/a", Missing("n/a", "not_applicable")), ("Red", None)]
    assert {o.measure for o in observe(table) if o.column == 3} == {"rag"}

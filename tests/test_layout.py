"""A table's parts, told from the place and form of its cells."""

from __future__ import annotations

from typed_tables import typed_table

from extract.facts.layout import labels_in, read_layout, row_period, row_words


def test_title_rows_stay_out_of_the_header_paths() -> None:
    table = typed_table(
        """
        3. Crime | < | <
        KPI | Performance | <
        ^ | 2023 | 2022
        Theft | 20 | 30
        """,
        header_rows=3,
    )
    layout = read_layout(table)
    assert layout.titles == ("3. Crime",)
    assert layout.paths == (("KPI",), ("Performance", "2023"), ("Performance", "2022"))


def test_a_column_of_row_numbers_is_not_the_label() -> None:
    table = typed_table(
        """
        Ref | Indicator | Q1
        1.1 | Calls | 20
        1.2 | Bins | 30
        """
    )
    layout = read_layout(table)
    assert (layout.stub, layout.number_column) == ((1,), 0)
    assert [(row.number, row.labels) for row in layout.rows] == [("1.1", ("Calls",)), ("1.2", ("Bins",))]


def test_years_may_label_the_rows() -> None:
    table = typed_table(
        """
        Year | Residents | Visitors
        2014 | 20 | 30
        2015 | 25 | 28
        """
    )
    assert read_layout(table).stub == (0,)


def test_a_second_text_column_labels_only_where_the_first_does_not_tell_rows_apart() -> None:
    owned = typed_table(
        """
        Indicator | Owner | Q1
        Calls | Smith | 20
        Bins | Jones | 30
        """
    )
    by_area = typed_table(
        """
        Crime | Area | 2023
        Theft | North | 20
        ^ | South | 30
        """
    )
    assert (read_layout(owned).stub, read_layout(by_area).stub) == ((0,), (0, 1))


def test_heading_rows_hold_no_figures() -> None:
    table = typed_table(
        """
        | 2023 | 2022
        Age | < | <
        0-17 | 10 | 9
        Gender | |
        Male | 6 | 5
        """
    )
    assert [(row.row, row.group) for row in read_layout(table).rows] == [(2, "Age"), (4, "Gender")]


def test_a_table_of_one_row_of_numbers_has_no_stub() -> None:
    table = typed_table(
        """
        Calls 2023 | Calls 2022
        120 | 100
        """
    )
    assert read_layout(table).stub == ()


def test_an_empty_table_has_no_rows() -> None:
    assert read_layout(typed_table("| 2023\n| ")).rows == ()


def test_a_column_of_quarters_labels_the_rows_with_their_years() -> None:
    table = typed_table(
        """
        Year | Quarter | Visitors
        2019 | 1 | 3,713
             | 2 | 4,129
        2020 | 1 | 2,612
        """
    )
    layout = read_layout(table)
    assert layout.stub == (0, 1)
    assert [row_words(row, layout) for row in layout.rows] == [
        "Quarter 1 2019",
        "Quarter 2 2019",
        "Quarter 1 2020",
    ]


def test_only_a_row_that_is_nothing_else_is_named_by_its_period() -> None:
    table = typed_table(
        """
        Year | Visitors
        2019 | 3,713
        Total 2019 | 4,129
        """
    )
    layout = read_layout(table)
    periods = [row_period(row, layout, None) for row in layout.rows]
    assert [period and period.label for period in periods] == ["2019", None]


def test_a_column_of_texts_between_like_heads_labels_the_figures_on_its_right() -> None:
    table = typed_table(
        """
        Timeliness | May | June | Inventory | May | June
        Average days | 20 | 30 | Open cases | 40 | 50
        Longest | 90 | 80 | | |
        """
    )
    layout = read_layout(table)
    assert layout.blocks == (range(3), range(3, 6))
    assert [labels_in(layout.rows[0], block, layout) for block in layout.blocks] == [
        ("Average days",),
        ("Open cases",),
    ]


def test_a_column_of_remarks_labels_nothing() -> None:
    table = typed_table(
        """
        Measure | May | June | Remark | Target
        Average days | 20 | 30 | On track | 50
        Longest | 90 | 80 | Late | 60
        """
    )
    assert read_layout(table).side_stubs == ()


def test_a_title_glued_to_the_first_heads_does_not_hide_the_blocks() -> None:
    table = typed_table(
        """
        Stage: Timeliness | Performance: May | Active June | Inventory | May | June
        Average days | 20 | 30 | Open cases | 40 | 50
        Longest | 90 | 80 | New cases | 60 | 70
        """
    )
    assert read_layout(table).side_stubs == (3,)


def test_a_heading_over_the_table_goes_on_through_those_over_the_stub() -> None:
    table = typed_table(
        """
        Country | 2018 | 2019
        NUMBER | < | <
        Australia | 102 | 110
        PERCENTAGES (%) | < | <
        Nearest | |
        Australia | 36.6 | 38.1
        Others | |
        Norway | 6.5 | 5.7
        Number | |
        Norway | 18 | 17
        All | < | <
        Nearest | |
        Total | 100 | 100
        """
    )
    assert [(row.labels, row.group) for row in read_layout(table).rows] == [
        (("Australia",), "NUMBER"),
        (("Australia",), "PERCENTAGES (%) / Nearest"),
        (("Norway",), "PERCENTAGES (%) / Others"),
        (("Norway",), "Number"),
        (("Total",), "Nearest"),
    ]

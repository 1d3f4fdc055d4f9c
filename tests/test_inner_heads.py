"""Heads that are printed anew among a table's rows."""

from __future__ import annotations

from datetime import date

import pytest
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.inner_heads import find_sections
from extract.model import Period, Table

QUARTER = Period("Q4 2022", date(2022, 10, 30), date(2023, 1, 28))


def headed(table: Table) -> list[tuple[int, list[str]]]:
    """First row and period labels of each section."""
    return [
        (
            section.body.start,
            [
                column.period.label if column.period else ""
                for column in read_columns(table, None, section=section).columns[1:]
            ],
        )
        for section in find_sections(table, None)
    ]


def test_figures_below_a_second_line_of_heads_are_of_its_periods() -> None:
    table = typed_table(
        """
        | Q1 2018 | Q1 2017 | Change
        Income | 110 | 100 | 10%
        | 31 March 2018 | 31 December 2017 | Change
        Assets | 90 | 100 | -10%
        """
    )
    assert headed(table) == [
        (1, ["Q1 2018", "Q1 2017", "Q1 2018"]),
        (3, ["31 March 2018", "31 December 2017", "31 March 2018"]),
    ]


def test_a_stretch_over_the_new_heads_is_their_spanner() -> None:
    table = typed_table(
        """
        | 13 weeks ended | <
        | January 28, 2023 | January 29, 2022
        Cosmetics | 40% | 41%
        Services | 3% | 3%
        52 weeks ended | < | <
        | January 28, | January 29,
        | 2023 | 2022
        Cosmetics | 42% | 43%
        """,
        header_rows=2,
    )
    (_, below) = find_sections(table, QUARTER)
    columns = read_columns(table, QUARTER, section=below).columns
    assert [column.label for column in columns[1:]] == [
        "52 weeks ended / January 28, / 2023",
        "52 weeks ended / January 29, / 2022",
    ]
    assert [column.period and column.period.start for column in columns[1:]] == [
        date(2022, 1, 30),
        date(2021, 1, 31),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Year built | 2017 | 2018",
        " | 2017 | 1,204",
        " | see note | 2018",
        "Opened | 1 May 2017 | 1 June 2018",
        "Group A | <| <",
    ],
)
def test_other_rows_are_no_heads(row: str) -> None:
    table = typed_table(f"Measure | 2019 | 2020\nCalls | 110 | 100\n{row}\nVisits | 90 | 100")
    assert len(find_sections(table, None)) == 1

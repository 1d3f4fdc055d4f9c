"""What of a table can't be told is said, once."""

from __future__ import annotations

from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.remarks import find_remarks
from extract.model import Remark


def remarks_on(text: str) -> tuple[Remark, ...]:
    table = typed_table(text)
    return find_remarks(table, read_columns(table, None))


def test_text_among_numbers_is_remarked_on() -> None:
    (remark,) = remarks_on(
        """
        Area | 2023
        North | 120
        South | see note
        East | 90
        """
    )
    assert (remark.row, remark.column) == (2, 1)
    assert remark.what == "not one number: 'see note' in the column headed '2023'"


def test_a_column_without_a_head_is_remarked_on() -> None:
    (remark,) = remarks_on(
        """
        Area | 2023 | 2022 |
        North | 120 | 100 | 7
        South | 80 | 90 | 9
        """
    )
    assert (remark.row, remark.column) == (None, 3)
    assert remark.what == "A column has no head and can't be told; the first begins with '7'"


def test_a_table_gets_one_remark_that_names_the_first_columns() -> None:
    (remark,) = remarks_on(
        """
        Area | A | B | C | D | E | F |
        North | 1 | 2 | 3 | 4 | 5 | 6 | 7
        South | 1 | 2 | 3 | 4 | 5 | 6 | 7
        East | 1 to 2 | 2 to 3 | x y | up | down | 6 | 9
        West | 5 to 6 | 1 | 1 | 1 | 1 | 1 | 1
        """
    )
    assert "A column has no head" in remark.what
    assert "'1 to 2' and 1 more in the column headed 'A'" in remark.what
    assert remark.what.endswith("and others in 2 more columns")


def test_a_row_of_words_inside_the_table_is_a_heading_not_a_misreading() -> None:
    found = remarks_on(
        """
        Area | 2023 | 2022
        North | 120 | 100
        Percentages | PERCENT | PERCENT
        South | 20 | 10
        """
    )
    assert found == ()


def test_a_table_that_is_read_whole_gets_none() -> None:
    assert remarks_on("Area | 2023 | 2022\nNorth | 120 | n/a\nSouth | 20 | -") == ()

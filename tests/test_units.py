"""A line of units below the heads is a row of its own, each unit over its columns."""

from __future__ import annotations

from extract.blocks.grids.borderless import find_borderless
from tests.typeset import shown, typed

TABLE = """
          Area        Area       Yield
Year     planted    harvested   per acre   Output
           Million acres        Bushels     Tons

2006        90.9       82.2       95.8      35.7
2007        21.9       14.1       14.2       9.8
2008        97.7       52.9       69.9      59.7
"""


def heads(text: str) -> list[list[str]]:
    (grid,) = find_borderless(typed(text), [], [])
    return shown(grid)[: grid.header_rows]


def test_units_over_several_columns_are_a_row() -> None:
    assert heads(TABLE) == [
        ["Year", "Area planted", "Area harvested", "Yield per acre", "Output"],
        ["", "Million acres", "<", "Bushels", "Tons"],
    ]


def test_dashes_around_a_unit_do_not_matter() -> None:
    assert heads(TABLE.replace("  Million acres  ", "--Million acres--"))[1][1] == "--Million acres--"


def test_a_unit_for_each_column_is_part_of_its_head() -> None:
    text = TABLE.replace("           Million acres   ", "            Acres     Acres")
    assert heads(text)[-1][1:] == [
        "Area planted Acres",
        "Area harvested Acres",
        "Yield per acre Bushels",
        "Output Tons",
    ]


def test_other_words_below_heads_are_heads() -> None:
    assert len(heads(TABLE.replace("Million acres", "All in sample"))) == 1

"""Tables beside each other are searched one by one, and one table in two halves stays whole."""

from __future__ import annotations

from extract.blocks.grids.beside import part_tables
from extract.model import Word
from tests.typeset import line_across, typed

LEFT = """
Crop        Acres    Yield
Corn        1,204     12.1
Wheat         310     98.0
Rice           77      4.5
"""
RIGHT = """
County        Farms
Ashford         310
Kent            205
Oakdale          90
"""
LINES_LEFT = [line_across(60, 175, y) for y in (98, 113, 160)]
LINES_RIGHT = [line_across(300, 390, y) for y in (98, 113, 160)]


def pair() -> list[Word]:
    return [*typed(LEFT), *typed(RIGHT, x0=300)]


def texts(parts: list[list[Word]]) -> list[list[str]]:
    return [sorted(w.text for w in part) for part in parts if part]


def test_lines_that_end_between_them_part_two_tables() -> None:
    assert texts(part_tables(pair(), [*LINES_LEFT, *LINES_RIGHT])) == [
        sorted(LEFT.split()),
        sorted(RIGHT.split()),
    ]


def test_heads_above_the_first_line_go_with_their_table() -> None:
    parts = part_tables(pair(), [*LINES_LEFT[1:], *LINES_RIGHT[1:]])
    assert "Crop" in [w.text for w in parts[0]]
    assert "County" in [w.text for w in parts[1]]


def test_a_paragraph_across_belongs_to_neither() -> None:
    prose = typed(
        "The counties of the north grow corn and wheat and keep more farms than in all years.", top=80
    )
    parts = part_tables([*prose, *pair()], [*LINES_LEFT, *LINES_RIGHT])
    assert [w.text for w in parts[-1]] == [w.text for w in prose]


def test_captions_in_one_line_part_two_tables() -> None:
    words = [*typed("Table 1. Crops", top=84), *typed("Table 2. Farms", x0=300, top=84), *pair()]
    assert texts(part_tables(words, [])) == [
        sorted(["Table", "1.", "Crops", *LEFT.split()]),
        sorted(["Table", "2.", "Farms", *RIGHT.split()]),
    ]


def test_one_table_in_two_halves_stays_whole() -> None:
    across = [line_across(60, 390, y) for y in (98, 113, 160)]
    assert len(part_tables(pair(), across)) == 1
    assert len(part_tables(pair(), [])) == 1


def test_lines_below_the_heads_of_columns_part_nothing() -> None:
    lines = [line_across(x, x + 25, y) for x in (110, 150) for y in (113, 148)]
    assert len(part_tables(typed(LEFT), lines)) == 1

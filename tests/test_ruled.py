"""Grids from drawn lines: spans as drawn, no word lost or taken twice."""

from __future__ import annotations

import pytest

from extract.blocks.grids.grid import Grid, cell_text
from extract.blocks.grids.ruled import find_ruled
from extract.model import Box, Fill, Page, Ruling, Word
from tests.typeset import line_across, line_down, page_of, ruled, shown, split, typed

WIDTHS = (130.0, 70.0, 70.0, 70.0)

PLAIN = """
Offence  | Q1 2019/20 | Q1 2018/19 | Change
Burglary | 1,204      | 1,100      | +104
Robbery  | 90         |            | -10
"""
SPANNER = """
Offence  | Recorded crime | <          | Change
^        | Q1 2019/20     | Q1 2018/19 | ^
Burglary | 1,204          | 1,100      | +104
"""
GROUPS = """
Calls by age | <          | <          | <
Age          | Q1 2019/20 | Q1 2018/19 | Change
Young people | <          | <          | <
0 to 17      | 1,204      | 1,100      | +104
Adults       | <          | <          | <
18 to 64     | 90         | 100        | -10
"""
STUBS = """
Area  | Offence  | 2019  | 2018
North | Burglary | 1,204 | 1,100
^     | Robbery  | 90    | 100
South | Burglary | 80    | 70
"""


def only_grid(page: Page) -> Grid:
    (grid,) = find_ruled(page)
    return grid


@pytest.mark.parametrize("table", [PLAIN, SPANNER, GROUPS, STUBS])
def test_a_table_is_found_as_it_is_drawn(table: str) -> None:
    grid = only_grid(page_of(*ruled(split(table), WIDTHS)))
    assert shown(grid) == split(table)
    assert grid.engine == "ruled"


def test_a_cell_of_several_lines_is_one_cell() -> None:
    rows = [["Offence", "Q1\n2019/20"], ["Violence with\ninjury (all\nages)", "1,204"]]
    assert shown(only_grid(page_of(*ruled(rows, WIDTHS[:2])))) == [
        ["Offence", "Q1 2019/20"],
        ["Violence with injury (all ages)", "1,204"],
    ]


def test_two_tables_on_a_page_come_from_top_to_bottom() -> None:
    lower = ruled([["Robbery", "90"], ["Theft", "8"]], (100, 60), top=400)
    upper = ruled([["Burglary", "1,204"], ["Arson", "7"]], (100, 60), top=100)
    found = find_ruled(page_of(lower[0] + upper[0], lower[1] + upper[1]))
    assert [shown(grid)[0][0] for grid in found] == ["Burglary", "Robbery"]


def test_double_lines_make_no_rows_or_columns() -> None:
    words, lines = ruled(split(PLAIN), WIDTHS)
    doubled = [
        Ruling(Box(r.box.x0 + dx, r.box.top + dy, r.box.x1 + dx, r.box.bottom + dy), r.horizontal)
        for r in lines
        for dx, dy in [(0.0, 2.0) if r.horizontal else (2.0, 0.0)]
    ]
    assert shown(only_grid(page_of(words, [*lines, *doubled]))) == split(PLAIN)


def test_a_word_on_the_line_between_two_cells_is_in_one() -> None:
    words, lines = ruled([["Burglary", "1,204"], ["Robbery", "90"]], (100, 60))
    on_line = Word("both", Box(150, 110, 170, 120), 10)  # its middle is the line at 160
    grid = only_grid(page_of([*words, on_line], lines))
    assert [w.text for w in grid.words()].count("both") == 1


def test_words_outside_and_words_that_run_up_the_page_are_left_out() -> None:
    words, lines = ruled([["Burglary", "1,204"], ["Robbery", "90"]], (100, 60))
    upward = Word("Offence", Box(120, 104, 126, 138), 10, upright=False)
    caption = typed("Table 1: recorded crime", top=80)
    assert [w.text for w in only_grid(page_of([*words, *caption, upward], lines)).words()] == [
        "Burglary",
        "1,204",
        "Robbery",
        "90",
    ]


def test_a_lost_line_beside_drawn_rows_is_put_back() -> None:
    rows = [["Burglary", "1,204", "1,100"], ["Robbery", "90", "^"], ["Theft", "8", "9"]]
    words, lines = ruled(rows, (100, 60, 60))
    without = [w for w in words if w.text != "1,100"]
    column = [*typed("1,100", 224, 104), *typed("100", 224, 124)]
    grid = only_grid(page_of([*without, *column], lines))
    assert shown(grid)[:2] == [["Burglary", "1,204", "1,100"], ["Robbery", "90", "100"]]


def test_a_label_over_rows_stays_whole() -> None:
    rows = [["North of\nthe river", "Burglary", "1,204"], ["^", "Robbery", "90"]]
    assert shown(only_grid(page_of(*ruled(rows, (100, 80, 60))))) == [
        ["North of the river", "Burglary", "1,204"],
        ["^", "Robbery", "90"],
    ]


def test_shades_that_lines_run_through_bound_rows() -> None:
    downs = [line_down(x, 99, 147) for x in (55, 160, 230, 300)]
    shades = [Fill(Box(55, 99 + n * 12, 300, 111 + n * 12), "#d0d0d0") for n in range(4)]
    words = typed("Offence                 2019            2018\n" * 1, top=100)
    for n, label in enumerate(("Burglary", "Robbery", "Theft"), start=1):
        words += typed(label, 60, 100 + 12 * n) + typed("10", 165, 100 + 12 * n)
        words += typed("20", 236, 100 + 12 * n)
    assert shown(only_grid(page_of(words, downs, shades)))[1:] == [
        ["Burglary", "10", "20"],
        ["Robbery", "10", "20"],
        ["Theft", "10", "20"],
    ]


@pytest.mark.parametrize(
    "rulings",
    [
        [],
        [line_across(55, 400, 98), line_across(55, 400, 150)],
        [line_down(55, 98, 150), line_down(400, 98, 150)],
    ],
    ids=["no lines", "lines across", "lines down"],
)
def test_lines_that_close_no_cells_make_no_grid(rulings: list[Ruling]) -> None:
    shades = [Fill(Box(55, 98, 400, 112), "#d0d0d0")]
    assert find_ruled(page_of(typed("Burglary  1,204\nRobbery  90"), rulings, shades)) == []


def test_a_chart_of_lines_without_words_is_no_grid() -> None:
    _, lines = ruled([["x"] * 8 for _ in range(10)], [20.0] * 8)
    assert find_ruled(page_of(typed("10", 62, 102), lines)) == []


def test_a_page_of_vector_art_is_passed_over_quickly() -> None:
    art = [line_across(10 + n % 90 * 6, 13 + n % 90 * 6, 10 + n // 90 * 9) for n in range(7000)]
    assert find_ruled(page_of(typed("Map of the county"), art)) == []


def test_a_row_that_holds_nothing_is_kept_where_it_is_drawn() -> None:
    rows = [["Offence", "2019"], ["Burglary", "1,204"], ["", ""], ["Theft", "8"]]
    assert shown(only_grid(page_of(*ruled(rows, (100, 60))))) == rows


def test_each_slot_has_the_words_that_its_lines_enclose() -> None:
    grid = only_grid(page_of(*ruled(split(SPANNER), WIDTHS)))
    for slot in grid.slots:
        assert all(slot.box.holds(*w.box.centre) for w in slot.words), cell_text(slot.words)

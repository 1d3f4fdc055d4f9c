"""Which rows from the top are titles and heads, told by numbers, spans, weight and shade."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.blocks.grids.ruled import find_ruled
from extract.blocks.headers import count_header_rows, slot_fill
from extract.model import Box, Fill
from tests.typeset import line_across, page_of, ruled, split

CASES = {
    "heads over numbers": ("Offence | 2019/20 | Change\nBurglary | 1,204 | +104\nRobbery | 90 | -10", (0, 1)),
    "years as heads": ("Offence | 2018 | 2019\nBurglary | 1,100 | 1,204", (0, 1)),
    "a title above the heads": ("Calls | < | <\nOffence | Q1 | Change\nBurglary | 1,204 | +104", (1, 2)),
    "two titles": ("Calls | < | <\nAll lines | < | <\nOffence | Q1 | Q2\nBurglary | 90 | 10", (2, 3)),
    "spanners": (
        "Offence | Recorded | < | Change\n^ | Q1 | Q2 | ^\nBurglary | 1,204 | 1,100 | +104",
        (0, 2),
    ),
    "spanners over empty corners": (
        " | Recorded | < | \nOffence | Q1 | Q2 | Change\nBurglary | 1,204 | 1,100 | +104",
        (0, 2),
    ),
    "a group row under the heads": ("Age | Q1 | Change\nYoung | < | <\n0 to 17 | 90 | -10", (0, 1)),
    "a row without its figures yet": (
        "Offence | Q1 | Change\nArson | to follow | \nTheft | 90 | -10",
        (0, 1),
    ),
    "no heads": ("Burglary | 1,204 | +104\nRobbery | 90 | -10", (0, 0)),
    "a title and no heads": ("Calls | < | <\nBurglary | 1,204 | +104\nRobbery | 90 | -10", (1, 1)),
    "a group row first and no heads": ("North | | \nBurglary | 1,204 | +104\nRobbery | 90 | -10", (0, 0)),
    "bold heads of texts": ("_Term | _Meaning\nArson | Setting fire\nTheft | Taking", (0, 1)),
    "plain texts": ("Term | Meaning\nArson | Setting fire\nTheft | Taking", (0, 0)),
    "heads of two bold rows": ("_Area | _Crime | _Rate\n_Name | _All | _Per _head\nNorth | 90 | 0.4", (0, 2)),
}


@pytest.mark.parametrize("name", CASES)
def test_titles_and_heads_are_counted(name: str) -> None:
    printed, expected = CASES[name]
    rows = split(printed)
    (grid,) = find_ruled(page_of(*ruled(rows, [90.0] * len(rows[0]))))
    assert count_header_rows(grid, []) == expected


def test_a_shaded_first_row_heads_texts() -> None:
    (grid,) = find_ruled(page_of(*ruled(split(CASES["plain texts"][0]), (90, 90))))
    assert count_header_rows(grid, [Fill(Box(60, 100, 240, 120), "#003366")]) == (0, 1)


def test_the_colour_drawn_last_is_seen() -> None:
    (grid,) = find_ruled(page_of(*ruled([["Burglary", "1,204"], ["Robbery", "90"]], (90, 90))))
    fills = [Fill(Box(0, 0, 595, 842), "#eeeeee"), Fill(Box(60, 100, 150, 120), "#ff0000")]
    assert [slot_fill(slot, fills) for slot in grid.slots] == ["#ff0000", "#eeeeee", "#eeeeee", "#eeeeee"]
    assert slot_fill(grid.slots[0], []) == ""


def test_lines_outside_change_nothing() -> None:
    words, lines = ruled(split(CASES["spanners"][0]), [90.0] * 4)
    (grid,) = find_ruled(page_of(words, [*lines, line_across(60, 500, 600)]))
    assert count_header_rows(grid, []) == (0, 2)


@pytest.mark.parametrize(
    ("printed", "heads"),
    [
        (" | 2024 | 2025e\nRevenue | 275.5 | 295.6\nEBITA | 8.8 | 10.3", 1),
        ("Year | 2024 | 2025e\nRevenue | 275.5 | 295.6\nEBITA | 8.8 | 10.3", 0),
        (" | 2024 | 190\nRevenue | 275.5 | 295.6\nEBITA | 8.8 | 10.3", 0),
    ],
)
def test_a_first_row_of_years_alone_heads_a_grid_without_heads(printed: str, heads: int) -> None:
    rows = split(printed)
    (grid,) = find_ruled(page_of(*ruled(rows, [90.0] * len(rows[0]))))
    assert count_header_rows(replace(grid, header_rows=0), []) == (0, heads)

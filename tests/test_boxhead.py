"""Heads of borderless tables: several lines, spanners, titles, and group rows below them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from extract.blocks.grids.borderless import find_borderless
from extract.blocks.grids.grid import Grid
from extract.model import Ruling, Word
from tests.typeset import line_across, shown, split, typed


def only_grid(text: str) -> Grid:
    (grid,) = find_borderless(typed(text), [], [])
    return grid


CASES = {
    "a head of several lines is one cell": (
        """
                    Quarter 1    Quarter 1       Per
Offence               2019/20      2018/19      cent
                     (actual)     (actual)    change
Burglary                1,204        1,100       +9%
Robbery                    90          100      -10%
""",
        """
        Offence  | Quarter 1 2019/20 (actual) | Quarter 1 2018/19 (actual) | Per cent change
        Burglary | 1,204                      | 1,100                      | +9%
        Robbery  | 90                         | 100                        | -10%
        """,
    ),
    "spanners stand over their columns": (
        """
                     Recorded crime          Detected crime

Offence            2019/20     2018/19     2019/20     2018/19
Burglary             1,204       1,100         204         190
Robbery                 90         100          40          30
""",
        """
                 | Recorded crime | <       | Detected crime | <
        Offence  | 2019/20        | 2018/19 | 2019/20        | 2018/19
        Burglary | 1,204          | 1,100   | 204            | 190
        Robbery  | 90             | 100     | 40             | 30
        """,
    ),
    "spanners over heads that repeat need not stand in their middle": (
        """
             2017                  2018
Offence      Q1     Q2   Total     Q1     Q2   Total
                        NUMBER
Burglary    104    110     214     90     95     185
Robbery      40     30      70     20     25      45
""",
        """
                 | 2017 | <   | <     | 2018 | <  | <
        Offence  | Q1   | Q2  | Total | Q1   | Q2 | Total
        NUMBER   | <    | <   | <     | <    | <  | <
        Burglary | 104  | 110 | 214   | 90   | 95 | 185
        Robbery  | 40   | 30  | 70    | 20   | 25 | 45
        """,
    ),
    "columns behind spanners over heads that repeat have a text each": (
        """
                Week to Date                       28 Day                Year to Date*    2 Year     7 Year
Offence       2017    2016   % Chg    2017    2016   % Chg    2017    2016   % Chg     % Chg      % Chg
Burglary        20      29   -31.0      78     111   -29.7     621     736   -15.6     -14.3      -37.7
Robbery         16      25   -36.0      85     100   -15.0     540     608   -11.2      -1.6      -16.5
""",
        """
                 | Week to Date | < | < | 28 Day | < | < | Year to Date* | < | < | |
        Offence  | 2017 | 2016 | % Chg | 2017 | 2016 | % Chg | 2017 | 2016 | % Chg |2 Year % Chg|7 Year % Chg
        Burglary | 20   | 29   | -31.0 | 78   | 111  | -29.7 | 621  | 736  | -15.6 | -14.3 | -37.7
        Robbery  | 16   | 25   | -36.0 | 85   | 100  | -15.0 | 540  | 608  | -11.2 | -1.6  | -16.5
        """,
    ),
    "a column beside a spanner has one head": (
        """
                     Recorded crime

Offence            2019/20     2018/19      Change
Burglary             1,204       1,100        +104
Robbery                 90         100         -10
""",
        """
                 | Recorded crime | <       |
        Offence  | 2019/20        | 2018/19 | Change
        Burglary | 1,204          | 1,100   | +104
        Robbery  | 90             | 100     | -10
        """,
    ),
}


def merged_heads(rows: list[list[str]]) -> list[list[str]]:
    """Without the difference between a head that goes down over two rows and one in the second."""
    first, second, *rest = rows
    for column, text in enumerate(second):
        if text == "^":
            first[column], second[column] = "", first[column]
    return [first, second, *rest]


@pytest.mark.parametrize("name", CASES)
def test_heads_are_read_as_they_stand(name: str) -> None:
    printed, expected = CASES[name]
    rows = shown(only_grid(printed))
    assert (rows if "several lines" in name else merged_heads(rows)) == split(expected)


def test_the_boxhead_is_counted() -> None:
    assert [only_grid(printed).header_rows for printed, _ in CASES.values()] == [1, 2, 2, 2, 2]


def test_a_title_centred_on_the_table_spans_it() -> None:
    grid = only_grid(
        """
           Crime by offence
Offence            2019/20     2018/19
Burglary             1,204       1,100
Robbery                 90         100
"""
    )
    assert shown(grid)[:2] == [["Crime by offence", "<", "<"], ["Offence", "2019/20", "2018/19"]]
    assert grid.header_rows == 2


def test_a_line_above_at_the_left_is_left_to_the_text() -> None:
    grid = only_grid(
        """
Crime by offence
Offence            2019/20     2018/19
Burglary             1,204       1,100
Robbery                 90         100
"""
    )
    assert shown(grid)[0] == ["Offence", "2019/20", "2018/19"]


def test_a_group_row_under_the_heads_is_no_head() -> None:
    grid = only_grid(
        """
Offence            2019/20     2018/19
Young people
Burglary             1,204       1,100
Robbery                 90         100
"""
    )
    assert shown(grid)[:2] == [["Offence", "2019/20", "2018/19"], ["Young people", "", ""]]
    assert grid.header_rows == 1


def test_larger_letters_above_are_the_pages_title() -> None:
    table = """
Offence            2019/20     2018/19
Burglary             1,204       1,100
Robbery                 90         100
"""
    words = typed("Crime in 2019", x0=150, top=84, size=15) + typed(table, top=103)
    (grid,) = find_borderless(words, [], [])
    assert "Crime" not in [w.text for w in grid.words()]


def test_white_letters_on_a_band_head_the_table_not_its_columns() -> None:
    heads = typed(
        "Volume 24      Number 28\nCrime Complaints\nOffence            2019/20     2018/19", top=88
    )
    words = [replace(w, colour="#ffffff") if w.text in ("Crime", "Complaints") else w for w in heads]
    body = typed("Burglary             1,204       1,100\nRobbery                 90         100", top=124)
    (grid,) = find_borderless([*words, *body], [], [])
    assert shown(grid)[0] == ["Offence", "2019/20", "2018/19"]


def test_a_paragraph_above_is_no_head() -> None:
    text = """
Recorded crime rose in the first quarter, as it had done in all quarters of the year before.
Burglary             1,204       1,100
Robbery                 90         100
Theft                    8           9
"""
    grid = only_grid(text)
    assert grid.header_rows == 0
    assert shown(grid)[0] == ["Burglary", "1,204", "1,100"]


def test_years_head_columns() -> None:
    grid = only_grid("Offence     2018     2019\nBurglary    1,100    1,204\nRobbery     100      90")
    assert shown(grid)[0] == ["Offence", "2018", "2019"]
    assert grid.header_rows == 1


def test_a_line_drawn_below_a_spanner_tells_what_it_covers() -> None:
    words = typed(
        """
                            Outlays          Receipts
Agency      Staff     Actual    Plan     Tax    Fees    Other
North         120      3,204   3,100     410     220       31
South          90      2,204   2,050     390     180       12
"""
    )
    spans = [(w.text, w.box) for w in words if w.text in ("Actual", "Plan", "Tax", "Other")]
    edges = {text: (box.x0, box.x1) for text, box in spans}
    lines = [
        line_across(edges["Actual"][0], edges["Plan"][1], 111.5),
        line_across(edges["Tax"][0], edges["Other"][1], 111.5),
    ]
    (grid,) = find_borderless(words, [], [], lines)
    assert shown(grid)[:2] == split(
        """
        Agency | Staff | Outlays | <    | Receipts | <    | <
        ^      | ^     | Actual  | Plan | Tax      | Fees | Other
        """
    )


def test_a_spanner_of_two_lines_is_one_cell() -> None:
    grid = only_grid(
        """
              Three Months Ended      Six Months Ended
                   June 30,               June 30,
               2023       2022        2023       2022
Sales         1,204      1,100       2,400      2,210
Costs           904        810       1,790      1,655
"""
    )
    assert shown(grid)[0] == ["", "Three Months Ended June 30,", "<", "Six Months Ended June 30,", "<"]


def test_an_estimate_and_its_error_share_a_head() -> None:
    grid = only_grid(
        """
School              Public            Private
Small            95.6   (1.51)     90.9   (2.51)
Large            88.3   (0.73)     14.1   (0.51)
Rural            68.3   (0.71)     24.1   (0.31)
"""
    )
    assert shown(grid)[:2] == [
        ["School", "Public", "<", "Private", "<"],
        ["Small", "95.6", "(1.51)", "90.9", "(2.51)"],
    ]


@pytest.mark.parametrize(
    "title",
    ["Table 3. Offences by year", "(Thousands of offences)", "_Offences _by _year _and _quarter"],
    ids=["numbered", "in brackets", "bold"],
)
def test_a_title_above_the_columns_is_no_head(title: str) -> None:
    table = f"""
                      {title}
Offence               2019/20     2018/19     Change
Burglary                1,204       1,100       +104
Robbery                    90         100        -10
"""
    assert shown(only_grid(table))[0] == ["Offence", "2019/20", "2018/19", "Change"]


def test_spanners_over_spanners_are_rows_of_their_own() -> None:
    table = """
                    Employment           Wages
               Private       Public
District     Full   Part   Full   Part
Northgate   1,204  1,100    310    298     12.5
Quayside       90    100     12     15     11.0
Southbank     877    912    205    199     10.4
"""
    lines = [
        line_across(118, 235, 111),
        line_across(118, 175, 123),
        line_across(178, 235, 123),
    ]
    (grid,) = find_borderless(typed(table), [], [], lines)
    assert shown(grid)[:3] == [
        ["District", "Employment", "<", "<", "<", "Wages"],
        ["^", "Private", "<", "Public", "<", "^"],
        ["^", "Full", "Part", "Full", "Part", "^"],
    ]


UNDERLINED_YEARS = """
                        13 Weeks Ended
                 January 28,      January 29,
                     2023             2022
                 (Unaudited)
Sales          3,226   100.0%   2,729   100.0%
Costs          2,014    62.4%   1,702    62.4%
"""


def underlines(words: list[Word], row: str) -> list[Ruling]:
    """Lines below the years, each over two figures of a row."""
    year = next(w.box for w in words if w.text == "2023")
    figures = [w.box for w in words if any(w.box.top == o.box.top for o in words if o.text == row)][1:]
    pairs = [(figures[0].x0, figures[1].x1), (figures[2].x0, figures[3].x1)]
    return [line_across(x0, x1, year.bottom + 1) for x0, x1 in pairs]


def test_a_date_over_two_lines_heads_what_the_line_below_it_covers() -> None:
    words = typed(UNDERLINED_YEARS)
    (grid,) = find_borderless(words, [], [], underlines(words, "Sales"))
    heads = ["January 28, 2023", "<", "January 29, 2022", "<"]
    assert heads in [row[1:] for row in shown(grid)[: grid.header_rows]]


def test_a_line_drawn_between_parts_a_head_from_those_below() -> None:
    words = typed(
        """
                       24 Weeks to June 17
                        Items set apart
Division      Reported   Impact   Charges      Core
North            3,204       12        31     3,247
South            2,204        9        18     2,231
"""
    )
    edges = {w.text: (w.box.x0, w.box.x1) for w in words}
    lines = [
        line_across(edges["Reported"][0], edges["Core"][1], 111),
        line_across(edges["Impact"][0], edges["Charges"][1], 123),
    ]
    (grid,) = find_borderless(words, [], [], lines)
    assert shown(grid)[:3] == split(
        """
        Division | 24 Weeks to June 17 | <               | <       | <
        ^        | Reported            | Items set apart | <       | Core
        ^        | ^                   | Impact          | Charges | ^
        """
    )


def test_a_line_drawn_in_pieces_is_one() -> None:
    words = typed(
        """
                              Items set apart
Division      Reported     Impact      Charges     Core
North            3,204         12           31    3,247
South            2,204          9           18    2,231
"""
    )
    edges = {w.text: (w.box.x0, w.box.x1) for w in words}
    middle = (edges["Impact"][1] + edges["Charges"][0]) / 2
    pieces = [
        line_across(edges["Impact"][0], middle, 111.5),
        line_across(middle, edges["Charges"][1] + 6, 111.5),
    ]
    (grid,) = find_borderless(words, [], [], pieces)
    assert shown(grid)[:2] == split(
        """
        Division | Reported | Items set apart | <       | Core
        ^        | ^        | Impact          | Charges | ^
        """
    )


def test_pieces_of_a_line_that_crosses_the_table_go_with_the_head_above_their_middle() -> None:
    words = typed(
        """
                 January 28, 2023             January 29, 2022
Line        North     South    Group     North     South    Group
Sales       2,068       189    2,257     2,299       206    2,505
Costs       1,021        80    1,101     1,120        90    1,210
"""
    )
    heads = [w.box for w in words if w.text in ("North", "South", "Group")]
    stub, gap = 100.0, (heads[2].x1 + heads[3].x0) / 2
    edges = [40, stub, heads[1].x1 + 4, heads[2].x1 + 4, gap + 4, heads[4].x1 + 4, heads[5].x1 + 4]
    pieces = [line_across(x0, x1, 111) for x0, x1 in pairwise(edges)]
    (grid,) = find_borderless(words, [], [], pieces)
    assert shown(grid)[0][1:] == ["January 28, 2023", "<", "<", "January 29, 2022", "<", "<"]


def test_the_last_line_of_a_head_is_no_spanner_over_its_piece_of_a_line() -> None:
    words = typed(
        """
Area         Calls   Response    Cases   Clearance
                     time                rate
North        1,204       12        310       3,247
South        2,204        9        180       2,231
"""
    )
    edges = {
        w.text: w.box.x0 - 5.4 for w in words if w.text in ("Area", "Calls", "Response", "Cases", "Clearance")
    }
    borders = [*edges.values(), max(w.box.x1 for w in words) + 5]
    pieces = [line_across(x0, x1, 122.5) for x0, x1 in pairwise(borders)]
    (grid,) = find_borderless(words, [], [], pieces)
    assert shown(grid)[0] == ["Area", "Calls", "Response time", "Cases", "Clearance rate"]


def test_a_year_over_a_narrower_spanner_keeps_its_own_columns() -> None:
    words = typed(
        """
                               2023
                             Victims
Area       Offences     Adults   Children    Outcomes
North         1,204         12        310       3,247
South         2,204          9        180       2,231
"""
    )
    edges = {w.text: (w.box.x0, w.box.x1) for w in words}
    line = line_across(edges["Adults"][0], edges["Children"][1], 123)
    (grid,) = find_borderless(words, [], [], [line])
    assert shown(grid)[:2] == split(
        """
        Area | 2023     | <       | <        | <
        ^    | Offences | Victims | <        | Outcomes
        """
    )


def test_titles_of_several_lines_span_the_table() -> None:
    grid = only_grid(
        """
               Profit by division
          Weeks to June 17 and June 11
                 (in millions)
Division                         2023       2022
North                           1,204      1,100
South                              90        100
"""
    )
    assert shown(grid)[:4] == split(
        """
        Profit by division           | < | <
        Weeks to June 17 and June 11 | < | <
        (in millions)                | < | <
        Division                     | 2023 | 2022
        """
    )


def test_a_spanner_set_apart_from_a_title_is_none() -> None:
    grid = only_grid(
        """
                  Calls by area

                     Calls
Area             2018     2019      Change
North           1,204    1,100        -104
South              90      100         +10
"""
    )
    assert shown(grid)[1][1:3] == ["Calls", "<"]

"""Tables without lines are found where numbers line up, and prose is not."""

from __future__ import annotations

import pytest

from extract.blocks.grids.borderless import find_borderless
from extract.blocks.grids.grid import Grid
from extract.model import Box, Fill, Image, Word
from tests.typeset import bands, shown, split, typed

PLAIN = """
Offence             Q1 2019/20   Q1 2018/19   Change
Burglary                 1,204        1,100     +104
Robbery                     90          100      -10
Violence                   n/a            7        -
"""


def found(text: str, fills: list[Fill] | None = None, images: list[Image] | None = None) -> list[Grid]:
    return find_borderless(typed(text), fills or [], images or [])


def only(text: str, fills: list[Fill] | None = None, images: list[Image] | None = None) -> list[list[str]]:
    (grid,) = found(text, fills, images)
    return shown(grid)


def test_numbers_under_each_other_make_columns() -> None:
    assert only(PLAIN) == split(
        """
        Offence  | Q1 2019/20 | Q1 2018/19 | Change
        Burglary | 1,204      | 1,100      | +104
        Robbery  | 90         | 100        | -10
        Violence | n/a        | 7          | -
        """
    )


def test_a_group_row_is_a_row_of_its_own() -> None:
    assert only(
        """
Offence             Q1 2019/20   Q1 2018/19
Young people
Burglary                 1,204        1,100
Robbery                     90          100
Adults
Burglary                    12           10
Robbery                      8            9
"""
    ) == split(
        """
        Offence      | Q1 2019/20 | Q1 2018/19
        Young people |            |
        Burglary     | 1,204      | 1,100
        Robbery      | 90         | 100
        Adults       |            |
        Burglary     | 12         | 10
        Robbery      | 8          | 9
        """
    )


def test_a_text_in_the_middle_above_rows_labelled_by_years_is_a_row_of_its_own() -> None:
    table = """
Year       North      South      East      West      Total
2016       1,204      1,100       614       517      3,435
2017          90        100        41        32        263
                 CHANGE BETWEEN YEARS
2016          -9         -1        -7        -6         -8
2017           4          5         1         2          2
"""
    assert only(table)[3:5] == [
        ["CHANGE BETWEEN YEARS", "<", "<", "<", "<", "<"],
        ["2016", "-9", "-1", "-7", "-6", "-8"],
    ]


@pytest.mark.parametrize(
    "label",
    [
        # the number stands on the label's first line, on its last, and in its middle
        "Violence with injury     1,204        1,100\n(all ages)",
        "Violence with injury\n(all ages)               1,204        1,100",
    ],
)
def test_a_label_of_two_lines_is_one_cell(label: str) -> None:
    table = f"""
Offence             Q1 2019/20   Q1 2018/19
Burglary                    90          100

{label}

Robbery                      8            9
"""
    assert only(table)[2] == ["Violence with injury (all ages)", "1,204", "1,100"]


def test_a_label_whose_figures_stand_at_its_middle_is_one_cell() -> None:
    words = typed("Offence             Q1 2019/20   Q1 2018/19\nBurglary                    90          100")
    words += typed("Violence with injury\n(all ages)", top=130)
    words += typed("                         1,204        1,100", top=136)
    words += typed("Robbery                      8            9", top=160)
    (grid,) = find_borderless(words, [], [])
    assert shown(grid)[2] == ["Violence with injury (all ages)", "1,204", "1,100"]


def test_the_last_label_may_go_on_below_its_figures() -> None:
    table = """
Offence             Q1 2019/20   Q1 2018/19
Burglary                    90          100
Violence with            1,204        1,100
injury
"""
    assert only(table)[-1] == ["Violence with injury", "1,204", "1,100"]


def test_shaded_bands_tell_which_lines_are_one_row() -> None:
    table = """
Calls answered           1,204        1,100
Emergency only
Calls abandoned             90          100
All lines
Calls returned               8            9
Within a day
"""
    assert only(table, bands(6, every=2)) == split(
        """
        Calls answered Emergency only | 1,204 | 1,100
        Calls abandoned All lines     | 90    | 100
        Calls returned Within a day   | 8     | 9
        """
    )


def test_a_picture_fills_a_cell() -> None:
    table = """
Offence             Q1 2019/20   Trend

Burglary                    90

Robbery                      8

Theft                        7
"""
    charts = [Image(Box(205, 113 + n * 24, 250, 137 + n * 24)) for n in (0, 1, 2)]
    charts = [Image(Box(205, b.box.top + 3, 250, b.box.bottom + 3)) for b in charts]
    (grid,) = found(table, images=charts)
    assert shown(grid) == split(
        """
        Offence  | Q1 2019/20 | Trend
        Burglary | 90         |
        Robbery  | 8          |
        Theft    | 7          |
        """
    )
    boxes = {s.row: s.box for s in grid.slots if s.column == 2}
    assert [boxes[n] for n in (1, 2, 3)] == [c.box for c in charts]


def test_one_row_under_a_boxhead_is_a_table() -> None:
    assert only(
        """
Offence             Q1 2019/20   Q1 2018/19   Change
Burglary                 1,204        1,100     +104
"""
    ) == [["Offence", "Q1 2019/20", "Q1 2018/19", "Change"], ["Burglary", "1,204", "1,100", "+104"]]


def test_one_row_without_a_boxhead_is_none() -> None:
    assert found("Burglary                 1,204        1,100") == []


def test_two_hundred_rows_are_one_table() -> None:
    rows = [f"Ward {n:<15}{n * n:>10,}   {n * (n + 7):>10,}" for n in range(1, 201)]
    head = "Ward                Q1 2019/20   Q1 2018/19"
    (grid,) = found("\n".join([head, *rows]))
    assert (grid.row_count, grid.column_count, grid.header_rows) == (201, 3, 1)
    assert shown(grid)[200] == ["Ward 200", "40,000", "41,400"]


def test_tables_far_apart_are_two() -> None:
    words = typed(PLAIN) + typed(PLAIN.replace("Burglary", "Arson   "), top=400)
    assert [shown(grid)[1][0] for grid in find_borderless(words, [], [])] == ["Burglary", "Arson"]


def test_a_paragraph_parts_two_tables() -> None:
    between = "Recorded crime rose in the quarter and fell in the year before it ended\n"
    table = PLAIN.strip("\n")
    found_tables = found(f"{table}\n\n{between}\n{table}")
    assert [grid.row_count for grid in found_tables] == [4, 4]


PROSE = """
In the quarter 1,204 burglaries were recorded, 104 more than the 1,100
of the quarter before, and 90 robberies, 10 fewer than the 100 in 2018.
The rise of 9% follows a fall of 4% in 2017/18 and one of 12 per cent
in 2016. Of the 1,204 burglaries 812 were of a dwelling, or 67.4%, and
392 of a shed, a garage or a shop. Detections rose from 15% to 17.2%.
"""


def justified(text: str, right: float) -> list[Word]:
    """Lines whose spaces are stretched (or narrowed) to one right edge."""
    words = []
    for n, line in enumerate(text.strip().split("\n")):
        pieces = typed(line, top=100 + 12 * n)
        stretch = (right - pieces[-1].box.x1) / (len(pieces) - 1)
        for i, w in enumerate(pieces):
            box = Box(w.box.x0 + i * stretch, w.box.top, w.box.x1 + i * stretch, w.box.bottom)
            words.append(Word(w.text, box, w.size_pt))
    return words


@pytest.mark.parametrize("right", [352.0, 365.0, 380.0, 395.0])
def test_justified_prose_with_numbers_is_no_table(right: float) -> None:
    """Spaces as narrow as a quarter of the letters' height, and as wide as three quarters."""
    assert find_borderless(justified(PROSE, right), [], []) == []


def test_prose_with_numbers_in_two_columns_is_no_table() -> None:
    shifted = [
        Word(w.text, Box(w.box.x0 / 2, w.box.top, w.box.x1 / 2, w.box.bottom), w.size_pt / 2)
        for w in justified(PROSE, 370)
    ]
    other = [
        Word(w.text, Box(w.box.x0 + 200, w.box.top, w.box.x1 + 200, w.box.bottom), w.size_pt) for w in shifted
    ]
    assert find_borderless([*shifted, *other], [], []) == []


def test_numbered_paragraphs_are_no_table() -> None:
    text = """
1.1    Recorded crime rose in the first quarter, as it had done before.
1.2    Burglary rose by 104 offences, which is a rise of 9 per cent.
1.3    Robbery fell by 10 offences, which is a fall of 10 per cent.
1.4    The force answered 40,089 calls, more than in any quarter.
"""
    assert found(text) == []


def test_a_boxhead_below_a_table_begins_another() -> None:
    above = PLAIN.strip("\n")
    below = above.replace("Q1 2019/20", "Q2 2019/20").replace("1,204", "1,317")
    assert [shown(grid)[0][1] for grid in found(f"{above}\n\n{below}")] == ["Q1 2019/20", "Q2 2019/20"]


def test_a_line_of_prose_with_figures_is_no_row_of_the_table_above() -> None:
    rows = only(
        PLAIN
        + """
The total was 1,204 in this quarter and  7 or 12 in the one before, so that the
"""
    )
    assert rows[-1] == ["Violence", "n/a", "7", "-"]


def test_a_label_goes_on_in_the_line_where_its_figures_stand() -> None:
    assert only(
        """
Respondents          Number   Hours
State offices
and tribes               61     220
Grantees of
any size                 12      90
Owners and
their tenants            40     101
"""
    ) == split(
        """
        Respondents              | Number | Hours
        State offices and tribes | 61     | 220
        Grantees of any size     | 12     | 90
        Owners and their tenants | 40     | 101
        """
    )


def test_a_note_close_below_is_no_part_of_the_last_label() -> None:
    rows = only(
        """
Industry     Jan.p     Feb.p
Mining       12.40     12.55
Trade         9.10      9.15
p = early.
"""
    )
    assert rows[-1] == ["Trade", "9.10", "9.15"]


def test_letters_in_brackets_stand_for_figures_and_units_in_brackets_do_not() -> None:
    assert only(
        """
Industry      Firms    Sales      Payroll
                      ($1,000)   ($1,000)
Mining          527     1,204         (D)
Utilities       147      (NA)         (D)
Trade           342     3,100       2,718
"""
    ) == split(
        """
        Industry  | Firms | Sales ($1,000) | Payroll ($1,000)
        Mining    | 527   | 1,204          | (D)
        Utilities | 147   | (NA)           | (D)
        Trade     | 342   | 3,100          | 2,718
        """
    )


def test_numbers_in_heads_are_no_row() -> None:
    assert only(
        """
                   All        Under   $15,000 to      $50,000
Families       incomes      $15,000      $49,999     and over
North            1,204        1,100          104          300
South               90          100           10          200
"""
    )[0] == ["Families", "All incomes", "Under $15,000", "$15,000 to $49,999", "$50,000 and over"]


def test_remarks_behind_the_figures_are_a_column() -> None:
    rows = only(
        """
Objective      Target   Result   Remarks
Fewer fires       310      298   Met ahead of time in all districts
Fewer storms      205      199   Counts the months that were open
More visits        90       84   Data of the last quarter are missing
More calls         77       79   Met
"""
    )
    assert rows[2] == ["Fewer storms", "205", "199", "Counts the months that were open"]


def test_dashes_alone_are_no_figures() -> None:
    assert (
        found("State     Permit    Fee\nAshford    -      Yes\nKent       Yes     -\nOakdale     -      -\n")
        == []
    )


@pytest.mark.parametrize("leader", [" ......", ""], ids=["leaders", "none"])
def test_pages_of_a_contents_list_are_no_table(leader: str) -> None:
    titles = ("Introduction", "Recorded crime", "Calls for service", "Victims", "Staff and costs")
    pages = ("1", "4", "4", "12", "20")
    rows = [f"{title + leader:30}{page:>4}" for title, page in zip(titles, pages, strict=True)]
    assert found("\n".join(["Chapter".ljust(30) + "Page", *rows])) == []
    assert len(found("\n".join(["Chapter".ljust(30) + "Cost", *rows]))) == 1


def test_heads_with_ages_are_no_table_of_their_own() -> None:
    rows = only(
        """
                     Total                     Male
Offense         Under 18   18 years      Under 18   18 years
charged         years      and over      years      and over

Burglary           1,204      1,100           104        300
Robbery               90        100            10        200
Arson                  7          8             9         10
"""
    )
    assert rows[:3] == [
        ["Offense charged", "Total", "<", "Male", "<"],
        ["^", "Under 18 years", "18 years and over", "Under 18 years", "18 years and over"],
        ["Burglary", "1,204", "1,100", "104", "300"],
    ]

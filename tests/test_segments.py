"""Lines cut where columns are, and nowhere else."""

from __future__ import annotations

import pytest

from extract.blocks.grids.segments import Line, find_lines, with_pictures
from extract.model import Box, Image, Word
from tests.typeset import typed


def one_line(text: str) -> Line:
    (line,) = find_lines(typed(text))
    return line


@pytest.mark.parametrize(
    ("printed", "segments"),
    [
        ("Burglary  1,204  1,100", ["Burglary", "1,204", "1,100"]),
        ("Burglary of a dwelling  1,204", ["Burglary of a dwelling", "1,204"]),
        ("1,204 1,100 +104", ["1,204", "1,100", "+104"]),
        ("£ 880,000  £ 90", ["£ 880,000", "£ 90"]),
        ("£  880,000  n/a", ["£  880,000", "n/a"]),
        ("12 %  - 4%", ["12 %", "- 4%"]),
        ("- - -", ["-", "-", "-"]),
        ("- 4%  –  1.99", ["- 4%", "–", "1.99"]),
        ("1,204 *  1,100 (a)", ["1,204 *", "1,100 (a)"]),
        ("£1.4 m  £2 million", ["£1.4 m", "£2 million"]),
        ("-23 -22%", ["-23", "-22%"]),
        ("(2,816) -4.5%", ["(2,816)", "-4.5%"]),
        ("crime rose to 1,204 in June", ["crime rose to 1,204 in June"]),
    ],
)
def test_a_line_is_cut_between_columns(printed: str, segments: list[str]) -> None:
    assert [s.text for s in one_line(printed).segments] == [" ".join(s.split()) for s in segments]


@pytest.mark.parametrize(
    ("printed", "numeric"),
    [
        ("Burglary  1,204  n/a  -  71.5%  text", [False, True, True, True, True, False]),
        ("Aged 10 to 17  £1.4m  [c]", [False, True, True]),
    ],
)
def test_numbers_and_missing_values_are_numeric(printed: str, numeric: list[bool]) -> None:
    assert [s.numeric for s in one_line(printed).segments] == numeric


@pytest.mark.parametrize(
    ("printed", "is_row"),
    [
        ("Burglary  1,204", True),
        ("1,204  1,100", True),
        ("1,204", False),
        ("Burglary  robbery", False),
        ("Offence  2018  2019", False),
        ("Offence  2018  19", True),
    ],
)
def test_a_row_has_a_number_right_of_something_and_more_than_years(printed: str, is_row: bool) -> None:
    assert one_line(printed).is_data is is_row


def test_leaders_of_dots_are_not_read() -> None:
    assert [s.text for s in one_line("Burglary ........ 1,204").segments] == ["Burglary", "1,204"]


def test_text_that_runs_up_the_page_is_not_on_a_line() -> None:
    upward = Word("Offences", Box(40, 60, 50, 140), 10, upright=False)
    lines = find_lines([upward, *typed("Burglary  1,204")])
    assert [w.text for line in lines for w in line.words] == ["Burglary", "1,204"]


def test_a_picture_belongs_to_the_line_through_its_middle() -> None:
    lines = find_lines(typed("Burglary  1,204\n\n\nRobbery  90\n\n\nTheft  8"))
    chart = Image(Box(200, 120, 260, 162))
    placed = with_pictures(lines, [chart])
    assert [[s.picture for s in line.segments] for line in placed] == [
        [False, False],
        [False, False, True],
        [False, False],
    ]
    assert placed[1].segments[2].words == ()


def test_a_picture_between_columns_takes_its_place() -> None:
    (line,) = with_pictures(
        find_lines(typed("Burglary                    1,204")), [Image(Box(110, 90, 160, 120))]
    )
    assert [s.text for s in line.segments] == ["Burglary", "", "1,204"]


def test_dots_with_spaces_between_them_are_leaders() -> None:
    line = one_line("Northern . . . . . . . .  1,204")
    assert [s.text for s in line.segments] == ["Northern", "1,204"]


def test_dots_that_stand_for_missing_values_stay() -> None:
    line = one_line("Northern     ...     ...     ...   1,204")
    assert [s.text for s in line.segments] == ["Northern", "...", "...", "...", "1,204"]


def test_one_or_two_dots_behind_a_label_are_leaders_where_other_lines_have_more() -> None:
    lines = find_lines(typed("Robbery . . . .   90\nCurfew violations . .   12\nTheft      .   7"))
    assert [[s.text for s in line.segments] for line in lines] == [
        ["Robbery", "90"],
        ["Curfew violations", "12"],
        ["Theft", ".", "7"],
    ]


def test_a_unit_in_a_head_is_no_number_and_a_letter_in_brackets_stands_for_one() -> None:
    assert [s.numeric for s in one_line("Sales  ($1,000)  (000)  (1,204)  (D)  (NA)").segments] == [
        False,
        False,
        False,
        True,
        True,
        True,
    ]

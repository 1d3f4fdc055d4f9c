"""Glossaries are told from columns of prose by a sparse left side that is set apart."""

from __future__ import annotations

import pytest

from extract.blocks.grids.grid import Drawn
from extract.blocks.grids.segments import find_lines
from extract.blocks.grids.textual import find_textual
from extract.model import Box, Fill
from tests.typeset import shown, split, typed

BOLD = """
_Burglary         Entry to a building without the right to be there,
                 with the intent to steal.

_Detected _crime   An offence for which somebody was charged or
                 cautioned in the quarter.

_Robbery          Theft with force or the threat of force.
"""
READ = """
Burglary       | Entry to a building without the right to be there, with the intent to steal.
Detected crime | An offence for which somebody was charged or cautioned in the quarter.
Robbery        | Theft with force or the threat of force.
"""


def test_bold_terms_beside_prose_are_a_glossary() -> None:
    (grid,) = find_textual(find_lines(typed(BOLD)), Drawn())
    assert shown(grid) == split(READ)
    assert grid.engine == "textual"


def test_plain_terms_on_shaded_bands_are_one() -> None:
    plain = BOLD.replace("_", "").replace("\n\n", "\n")
    shades = [Fill(Box(55, 99, 400, 123), "#ddeeff"), Fill(Box(55, 147, 400, 159), "#ddeeff")]
    (grid,) = find_textual(find_lines(typed(plain)), Drawn(shades))
    assert shown(grid) == split(READ)


def test_a_term_of_two_lines_stays_whole() -> None:
    printed = BOLD.replace("                 cautioned", "_outcome          cautioned")
    (grid,) = find_textual(find_lines(typed(printed)), Drawn())
    assert shown(grid)[1][0] == "Detected crime outcome"


def test_prose_above_and_below_is_not_taken_in() -> None:
    above = "The words of this report are used as explained here, unless another meaning is given.\n"
    (grid,) = find_textual(
        find_lines(typed(above + "\n\n\n\n" + BOLD.strip("\n") + "\n\n\n\n\n" + above)), Drawn()
    )
    assert shown(grid) == split(READ)


TWO_COLUMNS = """
Recorded crime rose in the          Detections fell in the first
first quarter, as it had            quarter, as they had done in
done in the year before.            all quarters of the year.
The rise was largest in             The fall was largest in the
the north of the county.            south of the county.
"""
NUMBERED = """
1.1    Recorded crime rose in the first quarter, as it had
       done in the year before.
1.2    Detections fell in the first quarter, as they had
       done in all quarters of the year.
1.3    The force answered more calls than in any quarter.
"""
LETTERED = NUMBERED.replace("1.1", "(a)").replace("1.2", "(b)").replace("1.3", "(c)")
BULLETS = NUMBERED.replace("1.1", "•  ").replace("1.2", "•  ").replace("1.3", "•  ")
BOLD_NUMBERS = NUMBERED.replace("1.", "_1.")
SINGLE = """
_Burglary         Entry to a building
"""


@pytest.mark.parametrize(
    "text",
    [TWO_COLUMNS, NUMBERED, LETTERED, BULLETS, BOLD_NUMBERS, SINGLE],
    ids=["two columns", "numbers", "letters", "bullets", "bold numbers", "one row"],
)
def test_columns_of_prose_and_lists_are_no_glossary(text: str) -> None:
    assert find_textual(find_lines(typed(text)), Drawn()) == []


def test_columns_of_prose_on_a_shaded_box_are_no_glossary() -> None:
    assert find_textual(find_lines(typed(TWO_COLUMNS)), Drawn([Fill(Box(50, 95, 500, 170), "#eeeeee")])) == []


def test_terms_beside_single_words_are_no_glossary() -> None:
    text = "_Author        Smith\n\n_Owner         Jones\n\n_Reviewer      Brown"
    assert find_textual(find_lines(typed(text)), Drawn()) == []

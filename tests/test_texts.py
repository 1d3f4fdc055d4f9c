"""Tables of texts are told from everything else that stands in columns."""

from __future__ import annotations

import pytest

from extract.blocks.grids.grid import Drawn
from extract.blocks.grids.segments import find_lines
from extract.blocks.grids.texts import find_texts
from extract.model import Ruling
from tests.typeset import bands, line_across, shown, split, typed

REGISTER = """
_Office           _Responsibility               _Lead
Field Operations  Conducts inspections          North
                  and keeps the register
Legal Counsel     Reviews contracts             South
Public Affairs    Answers the press             North
"""
READ = """
Office           | Responsibility                              | Lead
Field Operations | Conducts inspections and keeps the register | North
Legal Counsel    | Reviews contracts                           | South
Public Affairs   | Answers the press                           | North
"""
PLAIN = """
Common name   Use         Origin
Alder         Fuel        Native
Birch         Building    Native
Cedar         Building    Brought in
Larch         Fuel        Native
Poplar        Fuel        Brought in
"""


def found(text: str, *rulings: Ruling) -> list[list[list[str]]]:
    return [shown(grid) for grid in find_texts(find_lines(typed(text)), Drawn((), rulings))]


def test_heads_in_bold_over_three_columns_make_a_table() -> None:
    (grid,) = find_texts(find_lines(typed(REGISTER)), Drawn())
    assert shown(grid) == split(READ)
    assert (grid.engine, grid.header_rows) == ("textual", 1)


def test_texts_that_come_again_make_a_table_without_a_set_head() -> None:
    (grid,) = find_texts(find_lines(typed(PLAIN)), Drawn())
    assert shown(grid) == [
        ["Common name", "Use", "Origin"],
        ["Alder", "Fuel", "Native"],
        ["Birch", "Building", "Native"],
        ["Cedar", "Building", "Brought in"],
        ["Larch", "Fuel", "Native"],
        ["Poplar", "Fuel", "Brought in"],
    ]


TWO = """
Office              What it does

Field Operations    Conducts inspections
and Records         and keeps the register

Legal Counsel       Reviews contracts

Public Affairs      Answers the press
"""


def test_lines_above_and_below_the_head_and_at_the_end_make_a_table_of_two_columns() -> None:
    lines = [line_across(60, 260, y) for y in (98, 117, 210)]
    assert found(TWO, *lines) == [
        [
            ["Office", "What it does"],
            ["Field Operations and Records", "Conducts inspections and keeps the register"],
            ["Legal Counsel", "Reviews contracts"],
            ["Public Affairs", "Answers the press"],
        ]
    ]
    assert found(TWO) == []


def test_lines_between_rows_keep_the_lines_of_a_cell_together() -> None:
    text = """
Seed loans    Owners of land     Half of the cost
              Their tenants      All of the cost
Heating aid   Renters            Part of the bill
              Homeowners         Nothing so far
School meals  All the children   Breakfast
"""
    lines = [line_across(60, 270, y) for y in (99, 123, 147, 160)]
    assert [row[0] for row in found(text, *lines)[0]] == ["Seed loans", "Heating aid", "School meals"]


def test_shades_tell_rows_as_lines_do() -> None:
    text = """
Seed loans    Owners of land     Half of the cost
              Their tenants      All of the cost
Heating aid   Renters            Part of the bill
              Homeowners         Nothing so far
School meals  All the children   Breakfast
              And the staff      And lunch
"""
    (grid,) = find_texts(find_lines(typed(text)), Drawn(bands(6, every=2)))
    assert [row[1] for row in shown(grid)] == [
        "Owners of land Their tenants",
        "Renters Homeowners",
        "All the children And the staff",
    ]


def test_a_text_across_is_a_row_of_its_own() -> None:
    text = REGISTER.replace("Public Affairs", "Offices that are not in the capital\nPublic Affairs")
    (table,) = found(text)
    assert table[3] == ["Offices that are not in the capital", "<", "<"]


def test_a_numbered_title_speaks_for_a_table() -> None:
    text = "\n".join(line[:22].rstrip() for line in PLAIN.split("\n"))
    assert found(text) == []
    (table,) = found("Table 3. Trees\n" + text)
    assert table[:2] == [["Common name", "Use"], ["Alder", "Fuel"]]


def test_a_note_below_is_no_row() -> None:
    (table,) = found(REGISTER + "Source: Records.\n")
    assert table == split(READ)


TWO_COLUMNS = """
Recorded crime rose in the          Detections fell in the first
first quarter, as it had            quarter, as they had done in
done in the year before.            all quarters of the year.
The rise was largest in             The fall was largest in the
the north of the county.            south of the county.
"""
HEADED = "_Crime                              _Detections\n" + TWO_COLUMNS.strip("\n")
ADDRESSES = """
_North _office    _South _office     _East _office
Main Street 10    Lake Road 4        Park Lane 7
Ashford           Kent               Oakdale
Tel. 555-1234     Tel. 555-9876      Tel. 555-4711
"""
FORM = """
Name:         Date:           Place:
Street:       City:           State:
Telephone:    Electronic:     Fax:
"""
BLANKS = """
Did you eat before going to bed?      yes    no what?______
Did you drink before going to bed?    yes    no what?______
Did you read before going to bed?     yes    no
Did you walk before going to bed?     yes    no
"""
BULLETS = """
•   Inspections       •   Contracts        •   Estimates
•   Registers         •   Contracts        •   Estimates
•   Registers         •   Lawsuits         •   Payments
•   Registers         •   Lawsuits         •   Payments
"""
SYMBOLS = BULLETS.replace("•", "\uf0b7")
CONTENTS = """
_Chapter                      _Page
Recorded crime                   4
Detections                      12
Calls for service               25
"""
NAMES = """
Anna Brown          Chris Dale
Eve Ford            Gerald Hill
Ida Jones           Kate Lake
"""


@pytest.mark.parametrize(
    "text",
    [TWO_COLUMNS, HEADED, ADDRESSES, FORM, BLANKS, BULLETS, SYMBOLS, CONTENTS, NAMES],
    ids=["prose", "headed prose", "addresses", "form", "blanks", "bullets", "symbols", "contents", "names"],
)
def test_what_stands_in_columns_beside_is_no_table(text: str) -> None:
    assert found(text) == []

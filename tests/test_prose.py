"""Columns of prose beside numbers are set apart; labels of a table never are."""

from __future__ import annotations

from extract.blocks.grids.borderless import find_borderless
from extract.blocks.grids.prose import part_columns
from extract.model import Word
from tests.typeset import shown, typed

TABLE = """
Ward            2019    2018
Northgate        310     298
Quayside         205     199
Old Town          90      84
Hillside          77      79
"""
PROSE = (
    "The wards of the old town were",
    "quieter than in the year before as",
    "the number of patrols had doubled",
    "and the lights along the river were",
    "mended at last. People in a survey",
    "said that they felt safer at night.",
)


def beside(right: str, step: float) -> list[Word]:
    lines = [w for n, line in enumerate(PROSE) for w in typed(line, x0=320, top=100 + step * n)]
    return [*typed(right, x0=60, top=100), *lines]


def texts(words: list[Word]) -> set[str]:
    return {w.text for w in words}


def test_prose_beside_numbers_is_a_part_of_its_own() -> None:
    prose, table = part_columns(beside(TABLE, 13))
    assert texts(prose) == {word for line in PROSE for word in line.split()}
    (grid,) = find_borderless(table, [], [])
    assert shown(grid)[1] == ["Northgate", "310", "298"]


def test_every_word_is_in_one_part() -> None:
    words = beside(TABLE, 13)
    parted = [w for part in part_columns(words) for w in part]
    assert sorted(parted, key=lambda w: w.box) == sorted(words, key=lambda w: w.box)


def test_prose_beside_prose_needs_no_parting() -> None:
    assert len(part_columns(beside("\n".join(PROSE), 13))) == 1


def test_long_labels_of_two_lines_stay_with_their_numbers() -> None:
    rows = """
Calls answered within the target
by the control room                     310     298
Visits to victims of burglary in
the week of the report                  205     199
Searches that led to an arrest or
to another outcome                       90      84
"""
    words = typed(rows, x0=60, top=100)
    assert part_columns(words) == [words]


def test_remarks_at_the_end_of_each_row_stay_with_it() -> None:
    rows = """
Burglary     310     298     fewer than in any of the years before
Robbery      205     199     after the patrols around the station
Arson         90      84     mostly bins in one street of the town
Theft         77      79     bicycles above all
Fraud         31      30     reported by the national centre since
"""
    words = typed(rows, x0=60, top=100)
    assert len(part_columns(words)) == 1


def test_remarks_of_several_lines_stay_with_their_rows() -> None:
    rows = """
Burglary     310     298     Fewer than in any of the years
                             before the last census was held
Robbery      205     199     After patrols around the station
                             and along the whole river walk
Arson         90      84     Mostly bins in one single street
"""
    assert len(part_columns(typed(rows, x0=60, top=100))) == 1

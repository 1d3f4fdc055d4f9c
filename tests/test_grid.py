"""Words of a place in a grid, as lines and as one text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks.grids.grid import (
    Grid,
    Slot,
    cell_text,
    clusters,
    join_lines,
    one_slot_a_place,
    text_lines,
)
from extract.model import Box, Word
from tests.typeset import typed


def test_words_are_read_line_by_line_whatever_their_order_in_the_file() -> None:
    words = typed("Total recorded\ncrime")
    assert cell_text(reversed(words)) == "Total recorded crime"


def test_a_raised_mark_stands_on_the_line_of_its_number() -> None:
    number = Word("1,204", Box(0, 10, 25, 20), 10)
    mark = Word("a", Box(26, 8, 29, 14), 6)
    below = Word("90", Box(0, 22, 10, 32), 10)
    lines = text_lines([below, mark, number])
    assert [[w.text for w in line] for line in lines] == [["1,204", "a"], ["90"]]


def test_words_that_overlap_by_less_than_half_stand_on_two_lines() -> None:
    words = [Word("above", Box(0, 10, 25, 20), 10), Word("below", Box(30, 16, 55, 26), 10)]
    assert [[w.text for w in line] for line in text_lines(words)] == [["above"], ["below"]]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Recorded", "crime"], "Recorded crime"),
        (["(-", "4%)"], "(-4%)"),
        (["−", "2,816"], "−2,816"),
        (["£", "880,000"], "£880,000"),
        (["non-", "domestic"], "non-domestic"),
        (["Violence -", "with injury"], "Violence - with injury"),
        (["Change -", "4%"], "Change -4%"),
        ([], ""),
    ],
)
def test_lines_become_one_text(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


def test_neighbours_make_a_cluster_and_far_values_another() -> None:
    assert clusters([60.4, 200.0, 60.0, 199.6], apart=4) == [60.2, 199.8]
    assert clusters([], apart=4) == []


def test_a_grid_has_one_slot_in_each_place() -> None:
    burglary, dwelling, number = typed("Burglary  dwelling  1,204")
    slots = (
        Slot(0, 0, 1, 1, burglary.box, (burglary,)),
        Slot(0, 1, 1, 1, number.box, (number,)),
        Slot(0, 0, 2, 1, dwelling.box, (dwelling,)),
    )
    joined = one_slot_a_place(Grid(Box(0, 0, 300, 300), 2, 2, slots, "ruled")).slots
    assert [(s.row, s.column, s.row_span, cell_text(s.words)) for s in joined] == [
        (0, 0, 2, "Burglary dwelling"),
        (0, 1, 1, "1,204"),
    ]
    assert joined[0].box == Box(burglary.box.x0, burglary.box.top, dwelling.box.x1, dwelling.box.bottom)


_places = st.floats(0, 800, allow_nan=False)


@given(st.lists(st.tuples(_places, _places, st.floats(0, 60), st.floats(0, 30)), max_size=40))
def test_each_word_stands_on_one_line_and_lines_run_from_left_to_right(
    boxes: list[tuple[float, float, float, float]],
) -> None:
    words = [Word(str(i), Box(x, y, x + w, y + h), h) for i, (x, y, w, h) in enumerate(boxes)]
    lines = text_lines(words)
    assert sorted(w.text for line in lines for w in line) == sorted(w.text for w in words)
    assert all(a.box.x0 <= b.box.x0 for line in lines for a, b in pairwise(line))

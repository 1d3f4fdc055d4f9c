"""The judge picks grids that share no words and keep every number in a cell of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.blocks.grids.grid import Grid, Slot
from extract.blocks.grids.judge import find_grids, glued
from extract.model import Box, Fill, Image, Page, Ruling, Word
from tests.typeset import line_across, line_down, page_of, ruled, shown, split, typed

COLUMNS = """
Offence             Q1 2019/20   Q1 2018/19
Burglary                 1,204        1,100
Robbery                     90          100
Theft                        8            9
"""
READ = """
Offence  | Q1 2019/20 | Q1 2018/19
Burglary | 1,204      | 1,100
Robbery  | 90         | 100
Theft    | 8          | 9
"""


def engines(page: Page) -> list[tuple[str, list[list[str]]]]:
    return [(grid.engine, shown(grid)) for grid in find_grids(page)]


def test_a_drawn_table_is_taken_as_it_is_drawn() -> None:
    page = page_of(*ruled(split(READ), (100, 80, 80)))
    assert engines(page) == [("ruled", split(READ))]


def test_where_lines_part_columns_only_the_rows_inside_are_found() -> None:
    downs = [line_down(x, 98, 150) for x in (55, 143, 195, 255)]
    page = page_of(typed(COLUMNS), [*downs, line_across(55, 255, 98), line_across(55, 255, 150)])
    assert engines(page) == [("borderless", split(READ))]


def test_a_frame_that_parts_only_columns_is_read_inside() -> None:
    downs = [line_down(x, 98, 150) for x in (55, 143, 195, 255)]
    across = [line_across(55, 255, y) for y in (98, 111, 150)]
    page = page_of(typed(COLUMNS), [*downs, *across])
    assert [rows for _, rows in engines(page)] == [split(READ)]


def test_a_box_around_a_table_is_not_its_only_cell() -> None:
    frame = [line_across(50, 265, y) for y in (95, 155)] + [line_down(x, 95, 155) for x in (50, 265)]
    assert engines(page_of(typed(COLUMNS), frame)) == [("borderless", split(READ))]


def test_a_box_around_prose_is_no_table() -> None:
    frame = [line_across(50, 400, y) for y in (95, 155)] + [line_down(x, 95, 155) for x in (50, 400)]
    prose = "In the quarter 1,204 burglaries were recorded,\n104 more than the 1,100 of the year before."
    assert find_grids(page_of(typed(prose), frame)) == []


def test_a_drawn_and_a_borderless_table_on_one_page_are_both_found_from_top_to_bottom() -> None:
    words, lines = ruled(split(READ), (100, 80, 80), top=400)
    assert engines(page_of([*words, *typed(COLUMNS)], lines)) == [
        ("borderless", split(READ)),
        ("ruled", split(READ)),
    ]


HEADED_ROWS = """
                   Business               Holiday
Country         Male     Female        Male     Female
                       NUMBER
Australia      1,204      1,100         614        517
Fiji              90        100          41         32
Norway             8          9          68         12
"""


def boxed_heads() -> list[Ruling]:
    """Lines around the heads of ``HEADED_ROWS``, no lines around its rows."""
    edges = (55, 122, 215, 312)
    across = [line_across(55, 312, y) for y in (98, 123)]
    return [*across, line_across(122, 312, 111), *(line_down(x, 98, 123) for x in edges)]


def test_a_boxhead_in_a_box_is_of_the_table_whose_rows_stand_below_it() -> None:
    (grid,) = find_grids(page_of(typed(HEADED_ROWS), boxed_heads()))
    assert shown(grid) == split(
        """
        Country   | Business | <      | Holiday | <
        ^         | Male     | Female | Male    | Female
        NUMBER    | <        | <      | <       | <
        Australia | 1,204    | 1,100  | 614     | 517
        Fiji      | 90       | 100    | 41      | 32
        Norway    | 8        | 9      | 68      | 12
        """
    )


def test_the_cells_of_such_a_box_tell_what_stands_over_its_columns() -> None:
    words = typed(
        """
                 Farming,
                Fishing and            Work in
Country           Forests               shops
               Men    Women         Men    Women
Australia     1,204   1,100         614      517
Fiji             90     100          41       32
"""
    )
    across = [line_across(55, 275, 98), line_across(55, 275, 147.5), line_across(117, 275, 135)]
    downs = [line_down(x, 98, 147.5) for x in (55, 117, 200, 275)]
    (grid,) = find_grids(page_of(words, [*across, *downs]))
    assert shown(grid)[:2] == split(
        """
        Country | Farming, Fishing and Forests | <     | Work in shops | <
        ^       | Men                          | Women | Men           | Women
        """
    )


def test_a_drawn_table_above_rows_with_heads_of_their_own_stays() -> None:
    boxed = split("Owner | Chief constable | Contact | Helen Ford\nSource | Records | Published | June")
    words, lines = ruled(boxed, (60, 90, 60, 90))
    below = typed(
        """
Area          2018        2019        2020
North        1,204       1,100       1,010
South           90         100          80
""",
        top=146,
    )
    found = find_grids(page_of([*words, *below], lines))
    assert shown(found[0]) == boxed
    assert shown(found[1])[0] == ["Area", "2018", "2019", "2020"]


def test_a_drawn_table_of_texts_above_a_paragraph_or_far_above_rows_is_one_of_its_own() -> None:
    heads = HEADED_ROWS.strip("\n").split("\n")[:2]
    prose = "\n".join(
        [*heads, "In the quarter 1,204 visitors came, 104 more", "than the 1,100 of the year before."]
    )
    rows = HEADED_ROWS.strip("\n").split("\n")[3:]
    far = [*typed("\n".join(heads)), *typed("\n".join(rows), top=190)]
    for words in (typed(prose), far):
        found = find_grids(page_of(words, boxed_heads()))
        assert (found[0].engine, found[0].row_count) == ("ruled", 2)


def test_a_glossary_beside_nothing_else_is_found() -> None:
    terms = """
_Arson      Setting fire to what is another's,
           with intent or without care.

_Theft      Taking what is another's.
"""
    assert [engine for engine, _ in engines(page_of(typed(terms)))] == ["textual"]


# --- the second opinion ----------------------------------------------------------------------

LEFT_OVER = "1,204    1,100\n\n\n\n\n\n\n90       100"  # rows of numbers too far apart for a table
PROSE = "In the quarter 1,204 burglaries were recorded.\nOf these 90 were solved, 10 more than in 2018."


class Recorder:
    """Stands where camelot would; remembers for which pages it was asked."""

    def __init__(self, *answers: Grid) -> None:
        self.asked: list[int] = []
        self.answers = list(answers)

    def __call__(self, page: Page) -> list[Grid]:
        self.asked.append(page.number)
        return self.answers


def proposal(rows: list[list[str]], top: float = 100.0) -> Grid:
    """A grid that a slower engine might propose: each text in a slot of its own."""
    slots = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            x0, y0 = 60.0 + 60 * c, top + 20 * r
            slots.append(Slot(r, c, 1, 1, Box(x0, y0, x0 + 60, y0 + 20), tuple(typed(text, x0, y0))))
    box = Box(60.0, top, 60.0 + 60 * len(rows[0]), top + 20 * len(rows))
    return Grid(box, len(rows), len(rows[0]), tuple(slots), "hybrid")


@pytest.mark.parametrize(
    ("text", "asked"), [(COLUMNS, []), (PROSE, []), ("", []), ("1,204    1,100", []), (LEFT_OVER, [1])]
)
def test_a_slower_engine_is_asked_only_where_rows_of_numbers_are_left_over(
    text: str, asked: list[int]
) -> None:
    recorder = Recorder()
    find_grids(page_of(typed(text)), recorder)
    assert recorder.asked == asked


def test_its_table_of_numbers_is_taken() -> None:
    new = proposal([["1,204", "1,100"], ["90", "100"]])
    assert find_grids(page_of(typed(LEFT_OVER)), Recorder(new)) == [new]


@pytest.mark.parametrize(
    "rows",
    [
        [["1,204 1,100", "90 10"], ["8 9", "7 6"]],  # numbers share cells
        [["Burglary", "rose"], ["Robbery", "fell"]],  # no numbers
        [["1,204", "rose"], ["90", "fell"]],  # one column of numbers
        [["1,204", "1,100"]],  # one row
    ],
)
def test_its_doubtful_grids_are_not(rows: list[list[str]]) -> None:
    assert find_grids(page_of(typed(LEFT_OVER)), Recorder(proposal(rows))) == []


def test_its_grid_over_a_table_already_found_is_not_taken() -> None:
    page = page_of([*typed(COLUMNS), *typed(LEFT_OVER, top=500)])
    found = find_grids(page, Recorder(proposal([["1,204", "1,100"], ["90", "100"]], top=100)))
    assert [grid.engine for grid in found] == ["borderless"]


# --- glued numbers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        (["1,204", "90", "Burglary"], 0.0),
        (["1,204 1,100", "90 10"], 1.0),
        (["1,204 1,100", "90", "8"], 0.5),
        (["12 %", "£ 880,000"], 0.0),
        (["Aged 10 to 17", "In 2018 there were 90"], 0.0),
        ([], 0.0),
    ],
)
def test_glued_numbers_are_counted(cells: list[str], share: float) -> None:
    assert glued(proposal([cells or [""]])) == share


# --- properties ------------------------------------------------------------------------------

_TEXTS = st.sampled_from(
    ["1,204", "90", "-", "n/a", "+9%", "(23)", "Burglary", "rose", "£", "%", "2018", "1.1", "....", "•", "a"]
)
_X, _Y = st.integers(0, 110), st.integers(0, 60)


@st.composite
def _words(draw: st.DrawFn) -> Word:
    text = draw(_TEXTS)
    x0, top = 5.0 * draw(_X), 12.0 * draw(_Y) + draw(st.sampled_from([0.0, 0.0, 0.0, 3.0]))
    size = draw(st.sampled_from([10.0, 10.0, 7.0, 14.0]))
    box = Box(x0, top, x0 + 0.5 * size * len(text), top + size)
    return Word(text, box, size, bold=draw(st.booleans()), upright=draw(st.integers(0, 19)) > 0)


@st.composite
def _boxes(draw: st.DrawFn) -> Box:
    x0, top = 5.0 * draw(_X), 12.0 * draw(_Y)
    return Box(x0, top, x0 + 5.0 * draw(st.integers(0, 60)), top + 6.0 * draw(st.integers(0, 60)))


@st.composite
def _rulings(draw: st.DrawFn) -> Ruling:
    box = draw(_boxes())
    if draw(st.booleans()):
        return line_across(box.x0, box.x1, box.top)
    return line_down(box.x0, box.top, box.bottom)


_pages = st.builds(
    page_of,
    st.lists(_words(), max_size=60),
    st.lists(_rulings(), max_size=20),
    st.lists(st.builds(Fill, _boxes(), st.just("#dddddd")), max_size=6),
    st.lists(st.builds(Image, _boxes()), max_size=6),
)


@settings(max_examples=300, deadline=None)
@given(_pages)
def test_each_word_of_any_page_lands_in_one_slot_at_most_and_is_never_cut(page: Page) -> None:
    grids = find_grids(page)
    placed = Counter(id(word) for grid in grids for word in grid.words())
    assert set(placed) <= {id(word) for word in page.words}
    assert set(placed.values()) <= {1}


@settings(max_examples=200, deadline=None)
@given(_pages)
def test_the_slots_of_any_grid_lie_inside_it_and_begin_in_different_places(page: Page) -> None:
    for grid in find_grids(page):
        starts = Counter((slot.row, slot.column) for slot in grid.slots)
        assert set(starts.values()) == {1}
        for slot in grid.slots:
            assert 0 <= slot.row < slot.row + slot.row_span <= grid.row_count
            assert 0 <= slot.column < slot.column + slot.column_span <= grid.column_count


def test_a_net_of_empty_cells_with_a_curve_in_it_is_a_chart() -> None:
    rows = [["40", "", "", ""], ["30", "", "", ""], ["9", "", "", ""], ["10", "Q1", "Q2", "Q3"]]
    words, lines = ruled(rows, (40, 80, 80, 80))
    curve = tuple(Box(100.0 + 60 * n, 110.0, 160.0 + 60 * n, 150.0) for n in range(3))
    drawn = page_of(words, lines)
    assert [grid.engine for grid in find_grids(drawn)] == ["ruled"]
    assert find_grids(replace(drawn, strokes=curve)) == []


def test_leaders_in_a_frame_do_not_count_for_it() -> None:
    text = COLUMNS.replace("Burglary      ", "Burglary . . .").replace("Robbery       ", "Robbery . . . ")
    text = text.replace("Theft       ", "Theft . . . ")
    frame = [line_across(55, 255, y) for y in (98, 111, 150)] + [
        line_down(x, 98, 150) for x in (55, 122, 255)
    ]
    assert engines(page_of(typed(text), frame)) == [("borderless", split(READ))]

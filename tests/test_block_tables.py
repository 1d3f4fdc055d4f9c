"""Tables of a report: their cells, their titles, and those that go on over a page break."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.blocks.grids.judge import find_grids
from extract.blocks.tables import find_tables, outline
from extract.model import Box, Fill, Image, Page, Table, Word
from tests.typeset import page_of, ruled, shown, typed

WIDTHS = (110.0, 80.0, 80.0)
HEAD = ["Offence", "Q1 2019/20", "Q1 2018/19"]


def tables(*pages: Page) -> tuple[Table, ...]:
    return find_tables([(page, find_grids(page)) for page in pages])


def table_page(
    number: int, rows: Sequence[Sequence[str]], top: float = 100.0, text: Sequence[Word] = ()
) -> Page:
    words, lines = ruled(rows, WIDTHS, top=top)
    return page_of([*words, *text], lines, number=number)


# --- cells -----------------------------------------------------------------------------------


def test_cells_hold_text_span_weight_indent_and_place() -> None:
    page = table_page(3, [["_Calls", "<", "<"], HEAD, ["Arson", "1,204", ""]])
    (table,) = tables(page)
    cells = {(c.row, c.column): c for c in table.cells}
    assert (cells[0, 0].text, cells[0, 0].column_span, cells[0, 0].bold) == ("Calls", 3, True)
    assert (cells[2, 1].text, cells[2, 1].bold, cells[2, 1].is_header) == ("1,204", False, False)
    assert (cells[2, 2].text, cells[2, 2].page) == ("", 3)
    assert cells[2, 1].indent_pt == 4.0
    assert [c.is_header for c in table.cells] == [True] * 4 + [False] * 3


def test_a_title_inside_and_the_header_are_counted() -> None:
    (table,) = tables(table_page(1, [["Calls by age", "<", "<"], HEAD, ["Arson", "1,204", "90"]]))
    assert (table.title, table.header_rows, table.row_count, table.column_count) == ("Calls by age", 2, 3, 3)


def test_of_several_title_rows_the_nearest_to_the_heads_names_the_table() -> None:
    rows = [["Calls", "<", "<"], ["By age", "<", "<"], HEAD, ["0 to 17", "1,204", "90"]]
    (table,) = tables(table_page(1, rows))
    assert (table.title, table.header_rows) == ("By age", 3)


NOTES = [
    "(in millions)",
    "June 17, 2023 and June 11, 2022",
    "As of June 2023 ($m)",
    "13 Weeks Ended June 17, 2023",
    "$ in millions, except per share amounts",
    "Millions of dollars",
    "(unaudited, in millions)",
    "(continued)",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_or_a_date_names_no_table_that_has_a_name(note: str) -> None:
    rows = [["Profit by area", "<", "<"], [note, "<", "<"], HEAD, ["North", "1,204", "90"]]
    assert tables(table_page(1, rows))[0].title == "Profit by area"
    assert tables(table_page(1, rows[1:]))[0].title == note


@pytest.mark.parametrize("title", ["In-patient admissions (000s)", "£000 spent by directorate"])
def test_a_title_with_a_scale_names_its_table(title: str) -> None:
    rows = [["Leeds City Council", "<", "<"], [title, "<", "<"], HEAD, ["North", "1,204", "90"]]
    assert tables(table_page(1, rows))[0].title == title


def test_the_fill_under_a_cell_is_its_colour() -> None:
    page = table_page(1, [HEAD, ["Arson", "1,204", "90"]])
    green = Fill(Box(250, 120, 330, 140), "#00b050")
    (table,) = tables(page_of(page.words, page.rulings, [green]))
    assert {c.text: c.fill for c in table.cells}["90"] == "#00b050"
    assert {c.text: c.fill for c in table.cells}["1,204"] == ""


def test_a_cell_that_holds_only_a_picture_says_so() -> None:
    page = table_page(1, [["Offence", "Q1", "Trend"], ["Arson", "1,204", ""]])
    chart = Image(Box(255, 122, 325, 138))
    (table,) = tables(page_of(page.words, page.rulings, images=[chart]))
    assert [(c.row, c.column, c.text) for c in table.cells if c.has_picture] == [(1, 2, "")]


def test_a_picture_under_the_whole_page_is_in_no_cell() -> None:
    page = table_page(1, [HEAD, ["Arson", "1,204", "90"]])
    beside = Image(Box(400, 100, 500, 140))
    (table,) = tables(page_of(page.words, page.rulings, images=[beside]))
    assert not any(c.has_picture for c in table.cells)


def test_a_cell_with_several_numbers_is_less_certain() -> None:
    (table,) = tables(
        table_page(1, [HEAD, *[[f"Area {n}", str(n), "5"] for n in range(30)], ["x", "1,204 77", "8"]])
    )
    certain = {c.text: c.confidence for c in table.cells}
    assert certain["1,204 77"] == certain["5"] / 2


def test_a_table_of_one_row_is_read() -> None:
    (table,) = tables(table_page(1, [HEAD, ["Arson", "1,204", "90"]]))
    assert (shown(table), table.kind) == ([HEAD, ["Arson", "1,204", "90"]], "kpi")


# --- over pages ------------------------------------------------------------------------------

FIRST = [["Arson", "7", "9"], ["Burglary", "1,204", "1,100"]]
REST = [["Robbery", "90", "100"], ["Theft", "8", "11"]]


@pytest.mark.parametrize("second", [[HEAD, *REST], REST], ids=["repeated", "not repeated"])
def test_a_table_goes_on_with_its_header_repeated_or_not(second: list[list[str]]) -> None:
    (table,) = tables(table_page(1, [HEAD, *FIRST], top=700), table_page(2, second, top=60))
    assert shown(table) == [HEAD, *FIRST, *REST]
    assert [(region.page, region.box.top) for region in table.regions] == [(1, 700.0), (2, 60.0)]
    assert [c.page for c in table.cells if c.column == 0] == [1, 1, 1, 2, 2]
    assert outline(table, 2) == [table.regions[1].box]
    assert outline(table, 3) == []


def test_a_repeated_title_is_dropped_with_the_header() -> None:
    title = ["Recorded crime", "<", "<"]
    (table,) = tables(table_page(1, [title, HEAD, *FIRST]), table_page(2, [title, HEAD, *REST]))
    assert shown(table) == [title, HEAD, *FIRST, *REST]


def test_a_table_may_go_on_over_three_pages() -> None:
    (table,) = tables(*[table_page(n, [HEAD, *part]) for n, part in enumerate((FIRST, REST, FIRST), start=1)])
    assert table.row_count == 7
    assert [r.page for r in table.regions] == [1, 2, 3]


OTHER = ["Offence", "Q2 2019/20", "Q2 2018/19"]
SEPARATE = {
    "another header": (table_page(1, [HEAD, *FIRST]), table_page(2, [OTHER, *REST])),
    "a title of its own": (
        table_page(1, [HEAD, *FIRST]),
        table_page(2, [["Victims", "<", "<"], HEAD, *REST]),
    ),
    "a page between": (table_page(1, [HEAD, *FIRST]), table_page(3, REST)),
    "one page": (
        page_of(*[a + b for a, b in zip(ruled(FIRST, WIDTHS), ruled(REST, WIDTHS, top=400), strict=True)]),
    ),
    "text below the first": (
        table_page(1, [HEAD, *FIRST], text=typed("Source: police records", top=500)),
        table_page(2, REST),
    ),
    "text above the second": (
        table_page(1, [HEAD, *FIRST]),
        table_page(2, REST, top=200, text=typed("The second table is about victims", top=100)),
    ),
    "other columns": (
        table_page(1, [HEAD, *FIRST]),
        page_of(*ruled(REST, (30, 60, 60), x0=400), number=2),
    ),
    "another number of columns": (
        table_page(1, [HEAD, *FIRST]),
        page_of(*ruled([["Theft", "8"], ["Fraud", "9"]], WIDTHS[:2]), number=2),
    ),
}


@pytest.mark.parametrize("name", SEPARATE)
def test_tables_that_are_not_one_are_kept_apart(name: str) -> None:
    found = tables(*SEPARATE[name])
    assert len(found) == 2
    assert [table.ordinal for table in found] == [1, 2]
    assert [len(table.regions) for table in found] == [1, 1]


def test_a_continuation_mark_may_stand_between() -> None:
    mark = typed("Table 1 (continued)", top=60)
    (table,) = tables(table_page(1, [HEAD, *FIRST]), table_page(2, REST, top=100, text=mark))
    assert table.row_count == 5


def test_a_glossary_goes_on_over_pages() -> None:
    first = """
_Arson      Setting fire to what is another's,
           with intent or without care for it.

_Burglary   Entry without the right to be there,
           with the intent to steal something.
"""
    second = """
_Robbery    Theft with force or the threat of
           force against a person.

_Theft      Taking what is another's without
           the intent of giving it back.
"""
    (table,) = tables(page_of(typed(first, top=700)), page_of(typed(second, top=60), number=2))
    assert table.kind == "definitions"
    assert [row[0] for row in shown(table)] == ["Arson", "Burglary", "Robbery", "Theft"]


def test_two_hundred_rows_over_five_pages_are_one_table() -> None:
    rows = [[f"Ward {n}", f"{n * n:,}", f"{n * 7:,}"] for n in range(1, 201)]
    pages = [
        page_of(*ruled([HEAD, *rows[40 * n : 40 * n + 40]], WIDTHS, top=10), number=n + 1) for n in range(5)
    ]
    (table,) = tables(*pages)
    assert shown(table) == [HEAD, *rows]


def test_tables_are_numbered_in_reading_order() -> None:
    upper, lower = ruled([HEAD, *FIRST], WIDTHS), ruled([OTHER, *REST], WIDTHS, top=400)
    words, lines = lower[0] + upper[0], lower[1] + upper[1]
    found = tables(page_of(words, lines))
    assert [(t.ordinal, t.cells[1].text) for t in found] == [(1, "Q1 2019/20"), (2, "Q2 2019/20")]

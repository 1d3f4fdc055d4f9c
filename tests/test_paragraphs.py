"""Narrative is read as a person reads it: whole paragraphs, in order, each in its section."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.blocks.hyphens import Vocabulary, find_vocabulary, join_lines
from extract.blocks.paragraphs import find_paragraphs
from extract.blocks.sections import with_sections
from extract.model import Box, Cell, Page, Paragraph, Region, Table, Word

Row = tuple[float, float, str]  # x0, top, text


def words_at(x0: float, top: float, text: str, size: float = 10.0, bold: bool = False) -> list[Word]:
    """A line; "|" is a gap of 20 points, as behind a hanging number."""
    found = []
    for piece in text.split():
        if piece == "|":
            x0 += 20.0
            continue
        width = 0.5 * size * len(piece)
        found.append(Word(piece, Box(x0, top, x0 + width, top + size), size, bold))
        x0 += width + 0.3 * size
    return found


def page_of(number: int, *lines: list[Word]) -> Page:
    return Page(number, 595.0, 842.0, tuple(word for line in lines for word in line))


def plain(number: int, rows: list[Row]) -> Page:
    return page_of(number, *(words_at(*row) for row in rows))


def outline(paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, str, str]]:
    return [(p.kind, p.number, p.text) for p in paragraphs]


def table_at(
    page: int, box: Box, cells: tuple[Cell, ...] = (), title: str = "", header_rows: int = 0
) -> Table:
    return Table(1, title, "", "", "kpi", 1, 1, header_rows, "ruled", 1.0, (Region(page, box),), cells)


FULL = "words that fill the line up to its right edge as they should do here"  # 68 characters


def test_a_numbered_paragraph_is_joined_and_its_number_set_apart() -> None:
    page = plain(
        1,
        [
            (60, 100, f"3.9 | Total burglary {FULL} (-"),
            (95, 113, f"4%). Burglary {FULL}"),
            (95, 126, "and garage offences."),
            (60, 146, f"3.10 | Drug offences {FULL} or"),
            (95, 159, "as opposed."),
        ],
    )
    assert outline(find_paragraphs([page], [])) == [
        ("paragraph", "3.9", f"Total burglary {FULL} (-4%). Burglary {FULL} and garage offences."),
        ("paragraph", "3.10", f"Drug offences {FULL} or as opposed."),
    ]


def test_a_line_that_begins_with_a_number_is_not_a_numbered_paragraph() -> None:
    page = plain(
        1, [(60, 100, f"The total was {FULL}"), (60, 113, f"2.5 million {FULL} in"), (60, 126, "all years.")]
    )
    assert [p.number for p in find_paragraphs([page], [])] == [""]


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    first = plain(1, [(60, 740, f"3.3 | Violence {FULL} and malicious")])
    second = plain(
        2,
        [
            (95, 60, f"communications are {FULL}"),
            (95, 73, "domestic incidents."),
            (60, 95, "3.4 | Knife crime rose."),
        ],
    )
    found = find_paragraphs([first, second], [])
    assert outline(found) == [
        ("paragraph", "3.3", f"Violence {FULL} and malicious communications are {FULL} domestic incidents."),
        ("paragraph", "3.4", "Knife crime rose."),
    ]
    assert [(p.page_start, p.page_end) for p in found] == [(1, 2), (2, 2)]


def test_a_finished_paragraph_does_not_swallow_the_next_page() -> None:
    first = plain(1, [(60, 727, f"Calls rose {FULL}"), (60, 740, "as before.")])
    second = plain(2, [(60, 60, f"Burglary fell {FULL}")])
    assert len(find_paragraphs([first, second], [])) == 2


def test_a_caption_does_not_go_on_in_that_of_the_next_page() -> None:
    pages = [plain(n, [(60, 60, f"Table {n}: Visitors by country and by their purpose")]) for n in (1, 2)]
    assert len(find_paragraphs(pages, [])) == 2


def two_columns(top: float, left: list[str], right: list[str]) -> list[list[Word]]:
    lines = [words_at(60, top + 12 * i, text, 9.0) for i, text in enumerate(left)]
    return lines + [words_at(310, top + 12 * i, text, 9.0) for i, text in enumerate(right)]


LEFT = [
    "Calls to the force rose in the quarter and the wait",
    "was longer than it had been before so more people",
    "gave up and then wrote to the force by the web form",
    "or came to the front desk of a station to report it",
]
RIGHT = [
    "themselves. This took longer than a call would have",
    "taken and led to complaints about the desk at night",
    "which the board has heard and means to act on soon",
    "by hiring staff.",
]


def test_two_columns_are_read_one_after_the_other() -> None:
    found = find_paragraphs([page_of(1, *two_columns(100, LEFT, RIGHT))], [])
    assert [p.text for p in found] == [" ".join(LEFT + RIGHT)]


def test_a_heading_across_both_columns_parts_them() -> None:
    wide = words_at(60, 160, "A heading that runs over the gutter of the page", 14.0, bold=True)
    page = page_of(1, *two_columns(100, LEFT, RIGHT), wide, *two_columns(190, LEFT, RIGHT))
    texts = [p.text for p in find_paragraphs([page], [])]
    assert texts == [
        " ".join(LEFT + RIGHT),
        "A heading that runs over the gutter of the page",
        " ".join(LEFT + RIGHT),
    ]


def test_headings_have_levels_by_size_and_numbers_of_their_own() -> None:
    page = page_of(
        1,
        words_at(60, 60, "Force Performance Report", 20.0, bold=True),
        words_at(60, 100, "3. Crime", 12.0, bold=True),
        words_at(60, 120, f"3.1 | The force {FULL} and"),
        words_at(95, 133, "more."),
        words_at(60, 160, "Knife crime", 10.0, bold=True),
        words_at(60, 175, f"3.2 | Knives {FULL} and"),
        words_at(95, 188, "more."),
        words_at(60, 215, "4 | Outcomes", 12.0, bold=True),
    )
    found = find_paragraphs([page], [])
    assert [(p.level, p.number, p.text) for p in found if p.kind == "heading"] == [
        (1, "", "Force Performance Report"),
        (2, "3", "Crime"),
        (3, "", "Knife crime"),
        (2, "4", "Outcomes"),
    ]
    assert [(p.number, p.section_number, p.section_title) for p in found if p.kind == "paragraph"] == [
        ("3.1", "3", "Crime"),
        ("3.2", "3", "Crime"),
    ]


def test_bullets_and_letters_are_list_items_with_levels() -> None:
    page = plain(
        1,
        [
            (60, 100, f"The aims {FULL} are:"),
            (60, 113, f"• | safeguard {FULL} so"),
            (84, 126, "that it works"),
            (84, 139, "o | below it"),
            (60, 152, "• | enable people"),
            (60, 172, "(a) | first of all"),
            (60, 185, "(b) | second"),
        ],
    )
    found = find_paragraphs([page], [])
    assert [(p.kind, p.level, p.number, p.text) for p in found[1:]] == [
        ("list_item", 1, "", f"safeguard {FULL} so that it works"),
        ("list_item", 2, "", "below it"),
        ("list_item", 1, "", "enable people"),
        ("list_item", 1, "a", "first of all"),
        ("list_item", 1, "b", "second"),
    ]


def test_short_lines_behind_a_colon_are_a_list() -> None:
    page = plain(
        1,
        [
            (60, 100, f"1.4 | The calls {FULL} and the"),
            (95, 113, "figures for the quarter are:-"),
            (95, 130, "April - 1088"),
            (95, 146, "May - 1251"),
            (60, 162, f"1.5 | The rate {FULL} and"),
            (95, 175, "fell."),
        ],
    )
    assert outline(find_paragraphs([page], []))[1:3] == [
        ("list_item", "", "April - 1088"),
        ("list_item", "", "May - 1251"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Figure 3: monthly calls", "caption"),
        ("Table 2. Arrivals by purpose", "caption"),
        ("Table 2 shows that arrivals rose by half in the year.", "paragraph"),
        ("*Some records have no age.", "note"),
        ("Source: Bureau of Statistics", "note"),
        ("Note: figures are provisional.", "note"),
        ("Noteworthy is the rise in calls to the desk.", "paragraph"),
    ],
)
def test_captions_and_notes_are_told_from_sentences(text: str, kind: str) -> None:
    page = plain(1, [(60, 100, text), (60, 200, FULL), (60, 213, FULL)])
    assert find_paragraphs([page], [])[0].kind == kind


def test_small_print_below_a_table_is_a_note() -> None:
    page = page_of(
        1,
        words_at(60, 205, "Records without an age are left out.", 8.0),
        words_at(60, 300, FULL),
        words_at(60, 313, FULL),
    )
    found = find_paragraphs([page], [table_at(1, Box(60, 100, 500, 200))])
    assert [p.kind for p in found] == ["note", "paragraph"]


def test_words_of_tables_are_not_narrative() -> None:
    page = plain(1, [(60, 100, "KPI Current Prior"), (60, 300, FULL)])
    found = find_paragraphs([page], [table_at(1, Box(50, 90, 500, 120))])
    assert [p.text for p in found] == [FULL]


def test_pages_without_words_have_no_paragraphs() -> None:
    assert find_paragraphs([Page(1, 595.0, 842.0)], []) == ()


@pytest.mark.parametrize(
    ("lines", "elsewhere", "joined"),
    [
        (["fewer offences (-", "4%)"], "", "fewer offences (-4%)"),
        (["a fall of −", "4%"], "", "a fall of −4%"),
        (["April -", "1088"], "", "April - 1088"),
        (["a perform-", "ance report"], "the performance of all", "a performance report"),
        (["anti-", "social acts"], "", "anti-social acts"),
        (["non-", "emergency calls"], "a non-emergency call", "non-emergency calls"),
        (["re-", "offending fell"], "reoffending and re-offending and re-offending", "re-offending fell"),
        (["pre-", "and post-test"], "", "pre- and post-test"),
        (["a co\u00ad", "operative"], "", "a cooperative"),
        (["£1.4m to", "Leicestershire"], "", "£1.4m to Leicestershire"),
        (["and/", "or"], "", "and/or"),
        (["2018–", "19"], "", "2018–19"),
        (["第一季", "度报告"], "", "第一季度报告"),
    ],
)
def test_lines_join_with_words_mended_and_signs_kept(lines: list[str], elsewhere: str, joined: str) -> None:
    assert join_lines(lines, find_vocabulary([*elsewhere.split("/"), *lines])) == joined


def test_a_report_that_breaks_words_may_break_unknown_ones_too() -> None:
    report = ["the perform-", "ance of performance", "an imple-", "mentation"]
    assert join_lines(report[2:], find_vocabulary(report)) == "an implementation"
    assert join_lines(report[2:], Vocabulary(Counter())) == "an imple-mentation"


def paragraph(
    ordinal: int, kind: str, text: str, box: Box, *, number: str = "", section: tuple[str, str] = ("", "")
) -> Paragraph:
    assert kind in ("heading", "caption", "paragraph")
    return Paragraph(ordinal, kind, 1, number, *section, text, 1, 1, box)  # type: ignore[arg-type] # checked above


def test_a_table_takes_the_section_of_the_nearest_heading_above() -> None:
    paragraphs = (
        paragraph(1, "heading", "Calls", Box(60, 100, 200, 112), number="1", section=("1", "Calls")),
        paragraph(2, "heading", "Incidents", Box(60, 200, 200, 212), number="2", section=("2", "Incidents")),
        paragraph(3, "heading", "Crime", Box(60, 500, 200, 512), number="3", section=("3", "Crime")),
    )
    (table,) = with_sections([table_at(1, Box(60, 220, 500, 300))], paragraphs)
    assert (table.section_number, table.section_title, table.title) == ("2", "Incidents", "2 Incidents")


def test_a_numbered_title_row_names_the_tables_section() -> None:
    cells = (
        Cell(0, 0, "Eastshire Police Performance Report", Box(60, 100, 500, 112), 1, is_header=True),
        Cell(1, 0, "1. Calls", Box(60, 112, 500, 124), 1, is_header=True),
    )
    table = table_at(1, Box(60, 100, 500, 200), cells, "Eastshire Police Performance Report", header_rows=2)
    (found,) = with_sections([table], ())
    assert (found.section_number, found.section_title) == ("1", "Calls")


def test_a_caption_above_titles_a_table_that_has_no_title() -> None:
    caption = paragraph(1, "caption", "Table 2: Arrivals", Box(60, 190, 200, 200), section=("2", "Visitors"))
    far = paragraph(2, "caption", "Table 1: Far away", Box(60, 20, 200, 30))
    (found,) = with_sections([table_at(1, Box(60, 205, 500, 300))], (far, caption))
    assert found.title == "Table 2: Arrivals"


def test_a_caption_goes_on_although_its_first_line_ends_early() -> None:
    page = plain(
        1,
        [
            (60, 60, FULL),
            (60, 100, "Table 13: Arrivals by country:"),
            (60, 112, "1st Quarter 2019 to Fourth Quarter 2019"),
            (60, 124, "Table 14: Arrivals by age"),
        ],
    )
    assert outline(find_paragraphs([page], []))[1:] == [
        ("caption", "", "Table 13: Arrivals by country: 1st Quarter 2019 to Fourth Quarter 2019"),
        ("caption", "", "Table 14: Arrivals by age"),
    ]


def test_a_page_number_stays_with_its_line_of_contents() -> None:
    contents = [
        words_at(60, 100, "1. Calls") + words_at(500, 100, "4"),
        words_at(60, 113, "2. Incidents") + words_at(500, 113, "12"),
    ]
    texts = [(p.number, p.text) for p in find_paragraphs([page_of(1, *contents)], [])]
    assert texts == [("1", "Calls 4"), ("2", "Incidents 12")]


def test_axis_labels_of_a_chart_are_not_narrative() -> None:
    page = plain(
        1, [(60, 60, FULL), (60, 73, FULL), (60, 120, "24,000"), (60, 160, "22,000"), (60, 200, "s")]
    )
    assert [p.text for p in find_paragraphs([page], [])] == [f"{FULL} {FULL}"]


def test_a_table_after_one_that_names_its_section_stands_in_that_section() -> None:
    cells = (Cell(0, 0, "2. Incidents", Box(60, 100, 500, 112), 1, is_header=True),)
    first = table_at(1, Box(60, 100, 500, 200), cells, "2. Incidents", header_rows=1)
    heading = paragraph(1, "heading", "Appendix 1", Box(60, 50, 200, 62), section=("", "Appendix 1"))
    found = with_sections([first, table_at(2, Box(60, 100, 500, 200), title="Missing persons")], [heading])
    assert [(t.section_number, t.section_title) for t in found] == [("2", "Incidents")] * 2


def test_how_long_a_tables_period_is_numbers_no_section() -> None:
    heading = paragraph(1, "heading", "Sales", Box(60, 50, 200, 62), section=("", "Sales"))
    for title, section in (("13 Weeks Ended", ("", "Sales")), ("2.1 Day cases", ("2.1", "Day cases"))):
        table = table_at(1, Box(60, 100, 500, 200), title=title)
        (found,) = with_sections([table], [heading])
        assert (found.section_number, found.section_title) == section


def test_a_footnote_with_a_raised_number_is_a_note() -> None:
    mark = [Word("1", Box(60, 700, 62, 704), 4.0)]
    page = page_of(
        1,
        words_at(60, 100, FULL),
        words_at(60, 113, FULL),
        mark + words_at(63, 701, "Measured in the year before.", 7.0),
    )
    assert [p.kind for p in find_paragraphs([page], [])] == ["paragraph", "note"]


def test_clauses_behind_a_colon_are_a_list() -> None:
    rows = [
        (60, 100, f"Risks {FULL} and are:"),
        (60, 120, "the cost of staff;"),
        (60, 140, "the price of cars; and"),
    ]
    page = plain(1, [*rows, (60, 160, "the rate of tax."), (60, 190, f"Risks {FULL} differ.")])
    kinds = [p.kind for p in find_paragraphs([page], [])]
    assert kinds == ["paragraph", "list_item", "list_item", "list_item", "paragraph"]

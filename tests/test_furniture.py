"""Furniture is told by repetition and place, never by its words."""

from __future__ import annotations

import pytest

from extract.blocks.furniture import find_furniture, without_furniture
from extract.model import Box, Page, Ruling, Word


def words_at(text: str, x0: float, top: float, size: float = 10.0) -> list[Word]:
    found = []
    for piece in text.split():
        width = 0.5 * size * len(piece)
        found.append(Word(piece, Box(x0, top, x0 + width, top + size), size))
        x0 += width + 0.3 * size
    return found


def page_of(number: int, rows: list[tuple[float, str]], height: float = 842.0, width: float = 595.0) -> Page:
    words = [word for top, text in rows for word in words_at(text, 60.0, top)]
    return Page(number, width, height, tuple(words))


BODY = (
    "Calls rose sharply in the spring",
    "Burglary fell again this quarter",
    "Victims were satisfied with the service",
    "The team found all missing children",
    "Knife crime stayed where it was",
)


def report(head: str, foot: str, pages: int = 4) -> list[Page]:
    return [
        page_of(
            n, [(30, head.format(n=n)), (80, BODY[n % 5]), (700, BODY[(n + 2) % 5]), (800, foot.format(n=n))]
        )
        for n in range(1, pages + 1)
    ]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("NOT PROTECTIVELY MARKED", "Page {n} of 4"),
        ("Words nobody has heard of", "Quarterly report 2019/20 {n}"),
        ("Eastshire Council", "{n}"),
    ],
)
def test_text_at_the_same_height_of_each_page_is_furniture(head: str, foot: str) -> None:
    found = find_furniture(report(head, foot))
    assert [(piece.page, piece.text) for piece in found] == [
        (n, text.format(n=n)) for n in range(1, 5) for text in (head, foot)
    ]


def test_text_that_differs_from_page_to_page_is_not_furniture() -> None:
    pages = [page_of(n, [(40, BODY[n % 5]), (300, BODY[(n + 1) % 5])]) for n in range(1, 6)]
    assert find_furniture(pages) == ()


def test_landscape_pages_share_the_furniture_of_portrait_pages() -> None:
    pages = [
        page_of(1, [(30, "OFFICIAL"), (90, BODY[0]), (800, "1")]),
        page_of(2, [(30, "OFFICIAL"), (90, BODY[1]), (553, "2")], height=595.0, width=842.0),
        page_of(3, [(30, "OFFICIAL"), (90, BODY[2]), (800, "3")]),
    ]
    assert [piece.text for piece in find_furniture(pages)] == [
        "OFFICIAL",
        "1",
        "OFFICIAL",
        "2",
        "OFFICIAL",
        "3",
    ]


def test_a_table_head_repeated_where_other_pages_have_text_is_not_furniture() -> None:
    head = "KPI Current Prior Change"
    pages = [page_of(1, [(70, BODY[0]), (100, BODY[1])])]
    pages += [page_of(n, [(70, head), (84, f"{BODY[n % 5]} {n}1 {n}2")]) for n in range(2, 5)]
    assert find_furniture(pages) == ()


def test_a_table_head_below_the_running_header_is_not_furniture() -> None:
    pages = [page_of(1, [(30, "OFFICIAL"), (70, BODY[0]), (100, BODY[1])])]
    pages += [
        page_of(n, [(30, "OFFICIAL"), (70, "KPI Current Prior"), (84, BODY[n % 5])]) for n in range(2, 6)
    ]
    assert {piece.text for piece in find_furniture(pages)} == {"OFFICIAL"}


def test_a_row_parted_by_vertical_rulings_is_a_table_not_furniture() -> None:
    ruling = Ruling(Box(100, 20, 100, 60), horizontal=False)
    plain = report("KPI Current Prior", "{n}")
    pages = [Page(p.number, p.width_pt, p.height_pt, p.words, (ruling,)) for p in plain]
    assert {piece.text for piece in find_furniture(pages)} == {"1", "2", "3", "4"}


def test_figures_that_change_out_of_step_with_the_page_are_not_page_numbers() -> None:
    values = ("Total 512", "Total 90", "Total 7", "Total 1200")
    pages = [page_of(n, [(80, BODY[n % 5]), (790, values[n - 1])]) for n in range(1, 5)]
    assert find_furniture(pages) == ()


def test_on_a_single_page_only_a_lone_page_number_is_furniture() -> None:
    page = page_of(1, [(30, "OFFICIAL"), (80, BODY[0]), (800, "1")])
    assert [piece.text for piece in find_furniture([page])] == ["1"]


def test_no_pages_have_no_furniture() -> None:
    assert find_furniture([]) == ()


def test_a_page_without_its_furniture_keeps_all_else() -> None:
    pages = report("OFFICIAL", "Page {n}")
    furniture = find_furniture(pages)
    left = without_furniture(pages[0], furniture)
    assert " ".join(word.text for word in left.words) == f"{BODY[1]} {BODY[3]}"
    assert without_furniture(pages[0], ()) is pages[0]


def test_a_number_printed_twice_is_a_page_number_where_others_have_a_footer() -> None:
    feet = ("28 Bank of Eastshire", "2299", "30 Bank of Eastshire", "3311", "32 Bank of Eastshire", "3333")
    pages = [page_of(n, [(80, BODY[n % 5]), (800, foot)]) for n, foot in enumerate(feet, start=1)]
    assert tuple(piece.text for piece in find_furniture(pages)) == feet

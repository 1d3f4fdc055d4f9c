"""Pictures are listed once each, with the cell or the caption that they belong to."""

from __future__ import annotations

from dataclasses import replace

from extract.blocks.figures import find_figures
from extract.blocks.grids.judge import find_grids
from extract.blocks.tables import find_tables
from extract.model import Box, Image, Paragraph
from tests.typeset import page_of, ruled

LOGO = Image(Box(450, 20, 550, 60))
CHART = Image(Box(100, 300, 400, 500))


def caption(text: str, top: float, page: int = 1, x0: float = 120.0) -> Paragraph:
    return Paragraph(1, "caption", 0, "", "", "", text, page, page, Box(x0, top, x0 + 100, top + 10))


def test_a_picture_at_the_first_pages_top_is_a_logo() -> None:
    (figure,) = find_figures([page_of([], images=[LOGO])], [], [])
    assert (figure.kind, figure.page, figure.box) == ("logo", 1, LOGO.box)


def test_a_picture_at_another_pages_top_is_not() -> None:
    (figure,) = find_figures([page_of([], images=[LOGO], number=2)], [], [])
    assert figure.kind == "picture"


def test_a_picture_in_the_same_place_of_three_pages_is_a_logo() -> None:
    low = Image(Box(450, 700, 550, 760))
    pages = [page_of([], images=[low], number=n) for n in (2, 3, 4)]
    assert [f.kind for f in find_figures(pages, [], [])] == ["logo"] * 3
    assert [f.kind for f in find_figures(pages[:2], [], [])] == ["picture"] * 2


def test_a_picture_with_a_caption_is_a_chart() -> None:
    page = page_of([], images=[CHART])
    for top in (505.0, 285.0):
        (figure,) = find_figures([page], [], [caption("Figure 1: calls", top)])
        assert (figure.kind, figure.caption) == ("chart", "Figure 1: calls")


def test_a_caption_elsewhere_is_not_its_own() -> None:
    page = page_of([], images=[CHART])
    others = [
        caption("far below", 560.0),
        caption("on the next page", 505.0, page=2),
        caption("at its side", 505.0, x0=450.0),
        replace(caption("a paragraph", 505.0), kind="paragraph"),
    ]
    for other in others:
        (figure,) = find_figures([page], [], [other])
        assert (figure.kind, figure.caption) == ("picture", ""), other.text


def test_a_picture_in_a_cell_names_the_cell() -> None:
    rows = [["Offence", "Q1", "Trend"], ["Arson", "1,204", ""], ["Theft", "90", ""]]
    words, lines = ruled(rows, (100, 60, 80))
    charts = [Image(Box(224, 122 + 20 * n, 296, 138 + 20 * n)) for n in (0, 1)]
    page = page_of(words, lines, images=charts)
    tables = find_tables([(page, find_grids(page))])
    found = find_figures([page], tables, [])
    assert [(f.ordinal, f.kind, f.table, f.row, f.column) for f in found] == [
        (1, "chart", 1, 1, 2),
        (2, "chart", 1, 2, 2),
    ]


def test_specks_are_left_out_and_a_place_is_counted_once() -> None:
    speck = Image(Box(60, 600, 64, 604))
    found = find_figures([page_of([], images=[CHART, speck, CHART, LOGO])], [], [])
    assert [(f.ordinal, f.box) for f in found] == [(1, LOGO.box), (2, CHART.box)]

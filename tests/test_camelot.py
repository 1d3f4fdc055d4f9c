"""Camelot's grids hold the page's own words, wherever its own parser thinks they stand."""

from __future__ import annotations

import gc

import pytest

from extract.blocks.grids.camelot import find_hybrid
from extract.blocks.grids.judge import find_grids
from extract.model import Page
from extract.pages.pdf import open_document
from tests.drawn import HEAD, RIGHT, draw_report, draw_scan, encrypt
from tests.typeset import page_of, shown

TABLE = [list(row) for row in (HEAD, *RIGHT)]


def first_page(data: bytes, password: str = "") -> Page:
    with open_document(data, password) as opened:
        return next(opened.pages())


def test_a_drawn_table_is_found_with_the_pages_words() -> None:
    page = first_page(draw_report())
    found = find_hybrid(draw_report(), "", page)
    assert TABLE in [shown(grid) for grid in found]
    own = {id(w) for w in page.words}
    assert all(id(w) in own for grid in found for w in grid.words())
    assert {grid.engine for grid in found} == {"hybrid"}


def test_an_encrypted_report_is_read_with_its_password() -> None:
    data = encrypt(draw_report(), "secret")
    assert TABLE in [shown(grid) for grid in find_hybrid(data, "secret", first_page(data, "secret"))]


@pytest.mark.filterwarnings("ignore:Exception ignored in.*camelot-")  # camelot leaves its copy open
@pytest.mark.parametrize(
    ("data", "number"),
    [(draw_scan(), 1), (draw_report(), 7), (b"%PDF-1.4 and no more", 1), (b"", 1)],
    ids=["a scan", "no such page", "damaged", "empty"],
)
def test_where_camelot_fails_there_are_no_grids(data: bytes, number: int) -> None:
    assert find_hybrid(data, "", page_of([], number=number)) == []
    gc.collect()  # so that the file that camelot left open is closed in this test


def test_a_page_without_words_gets_no_grids_from_another_pages_lines() -> None:
    assert find_hybrid(draw_report(), "", page_of([])) == []


def test_a_sound_table_is_not_asked_about_twice() -> None:
    """What the cheap engines found stays; camelot costs as much as all the rest of a page."""
    asked = []
    page = first_page(draw_report())
    (grid,) = find_grids(page, lambda p: asked.append(p) or [])
    assert shown(grid) == TABLE
    assert asked == []

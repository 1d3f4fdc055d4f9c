"""Everything on a report's pages is placed, and no figure is cut on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from extract.blocks import find_blocks
from extract.blocks.grids.grid import Grid
from extract.errors import ReportError
from extract.model import Blocks, Box, Image, Page
from extract.pages.pdf import open_document
from tests.typeset import page_of, ruled, shown, typed

SHARED = Path(__file__).parents[2] / "shared"
CORPORA = (SHARED / "reports", SHARED / "corpus" / "icdar2013-eu", SHARED / "corpus" / "real")
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
HEAD = ["Offence", "Q1 2019/20", "Q1 2018/19"]
FIRST = [HEAD, ["Arson", "7", "9"], ["Burglary", "1,204", "1,100"]]
REST = [HEAD, ["Robbery", "90", "100"], ["Theft", "8", "11"]]


def report_page(number: int, rows: list[list[str]], text: str, top: float = 400.0) -> Page:
    words, lines = ruled(rows, (110, 80, 80), top=top)
    furniture = typed("Anytown Police quarterly report", top=30) + typed(f"Page {number} of 4", top=800)
    return page_of([*furniture, *typed(text, top=120), *words], lines, number=number)


def test_tables_text_and_furniture_are_parted_and_all_is_placed() -> None:
    texts = ("Recorded crime rose in the first quarter.", "Burglary fell.", "Calls rose.", "Fraud stayed.")
    pages = [report_page(n, FIRST if n % 2 else REST, text) for n, text in enumerate(texts, start=1)]
    blocks = find_blocks(pages)
    assert [shown(table) for table in blocks.tables] == [FIRST, REST, FIRST, REST]
    assert [p.text for p in blocks.paragraphs] == list(texts)
    assert len({piece.page for piece in blocks.furniture}) == 4
    assert blocks.coverage == 1.0


def test_a_table_is_joined_although_furniture_stands_between() -> None:
    pages = [report_page(n, FIRST if n == 1 else REST, "", top=600 if n == 1 else 100) for n in (1, 2, 3, 4)]
    (table,) = find_blocks(pages).tables
    assert shown(table) == FIRST + REST[1:] * 3
    assert [region.page for region in table.regions] == [1, 2, 3, 4]


def test_words_that_land_nowhere_lower_the_coverage() -> None:
    page = page_of(typed("Recorded crime rose in the first quarter."))
    assert find_blocks([page]).coverage == 1.0
    lost = Page(1, page.width_pt, page.height_pt, page.words, glyphs=2 * page.glyphs)
    assert find_blocks([lost]).coverage == 0.5


def test_words_in_a_figure_are_placed() -> None:
    page = page_of(typed("Calls", x0=150, top=350), images=[Image(Box(100, 300, 300, 500))])
    blocks = find_blocks([page])
    assert blocks.coverage == 1.0
    assert len(blocks.figures) == 1


def test_no_pages_hold_nothing() -> None:
    assert find_blocks([]) == Blocks((), (), (), (), None)
    assert find_blocks([page_of([])]).coverage is None


def test_the_second_opinion_sees_pages_without_furniture() -> None:
    seen: list[Page] = []

    def ask(page: Page) -> list[Grid]:
        seen.append(page)
        return []

    apart = "1,204    1,100\n\n\n\n\n\n\n90       100"
    pages = [
        page_of([*typed("Anytown Police quarterly report", top=30), *typed(apart, top=200)], number=n)
        for n in (1, 2, 3)
    ]
    find_blocks(pages, ask)
    assert [page.number for page in seen] == [1, 2, 3]
    assert not any(w.text == "Anytown" for page in seen for w in page.words)


# --- on public reports -----------------------------------------------------------------------


def _reports() -> Iterator[Path]:
    for folder in CORPORA:
        if not folder.is_dir():
            word = f"the corpus is not at {folder}"
            pytest.fail(word) if os.environ.get("KPI_CI") else pytest.skip(word)
        yield from sorted(folder.glob("*.pdf"))


def _figures(text: str) -> set[str]:
    """The tokens that hold a digit, such as ``1,204`` or ``(-4%)``; raised digits as PDFium has them."""
    return {token.translate(LOWERED) for token in text.split() if re.search(r"\d", token)}


def _printed(data: bytes) -> list[str]:
    """Each page's characters as PDFium reads them, without spaces."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.corpus
def test_each_figure_of_each_cell_stands_on_its_page_whole() -> None:
    """PDFium, which shares no code with the reader, must see each of them."""
    wrong, seen = [], 0
    for path in _reports():
        data = path.read_bytes()
        try:
            with open_document(data) as opened:
                pages = list(opened.pages())
        except ReportError as error:
            wrong.append(f"{path.name}: {error}")
            continue
        printed = _printed(data)
        for table in find_blocks(pages).tables:
            for cell in table.cells:
                figures = _figures(cell.text)
                seen += len(figures)
                lost = [figure for figure in sorted(figures) if figure not in printed[cell.page - 1]]
                wrong += [f"{path.name} page {cell.page}: {figure}" for figure in lost]
    assert seen > 20_000
    assert not wrong, "\n".join(wrong[:40])

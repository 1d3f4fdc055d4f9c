"""Pages to tables, paragraphs and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.blocks.figures import find_figures
from extract.blocks.furniture import find_furniture, without_furniture
from extract.blocks.grids.judge import SecondOpinion, find_grids
from extract.blocks.paragraphs import find_paragraphs
from extract.blocks.plots import find_plots, without_plots
from extract.blocks.sections import with_sections
from extract.blocks.tables import find_tables, outline
from extract.model import BeginPage, Blocks, Figure, Furniture, Page, Paragraph, Table, untold

__all__ = ["find_blocks"]


def find_blocks(
    pages: Sequence[Page], second_opinion: SecondOpinion | None = None, begin: BeginPage = untold
) -> Blocks:
    """Everything that stands on a report's pages, furniture set aside.

    Args:
        pages: In order; numbers may be missing where only some were read.
        second_opinion: A slower table engine, asked only where rows of numbers are left over.
        begin: Told of each page before its plots, and again before its tables, are searched for.

    Returns:
        Tables and paragraphs in reading order, and how much of the text was placed.
    """
    furniture = find_furniture(pages)
    whole = [without_furniture(page, furniture) for page in pages]
    plots = {page.number: find_plots(page) for page in _begun(whole, begin)}
    bare = [replace(page, words=without_plots(page, plots[page.number])) for page in whole]
    tables = find_tables([(page, find_grids(page, second_opinion)) for page in _begun(bare, begin)])
    paragraphs = find_paragraphs(bare, tables)
    tables = with_sections(tables, paragraphs)
    figures = find_figures(bare, tables, paragraphs, plots)
    return Blocks(
        tables, paragraphs, figures, furniture, _coverage(pages, tables, paragraphs, figures, furniture)
    )


def _begun(pages: Sequence[Page], begin: BeginPage) -> Iterator[Page]:
    for page in pages:
        begin(page.number, len(pages))
        yield page
    begin(0, 0)


def _coverage(
    pages: Sequence[Page],
    tables: Sequence[Table],
    paragraphs: Sequence[Paragraph],
    figures: Sequence[Figure],
    furniture: Sequence[Furniture],
) -> float | None:
    """The share of the printed characters that ended in a cell, a paragraph, a figure or furniture.

    None where nothing is printed as text.
    """
    printed = sum(page.glyphs for page in pages)
    placed = sum(_glyphs(c.text) for t in tables for c in t.cells)
    placed += sum(_glyphs(p.number) + _glyphs(p.text) for p in paragraphs)
    placed += sum(_glyphs(f.text) for f in furniture)
    for page in pages:
        boxes = [f.box for f in figures if f.page == page.number]
        own = [box for table in tables for box in outline(table, page.number)]
        placed += sum(
            len(w.text)
            for w in page.words
            if any(b.holds(*w.box.centre) for b in boxes) and not any(b.holds(*w.box.centre) for b in own)
        )
    return min(1.0, round(placed / printed, 4)) if printed else None


def _glyphs(text: str) -> int:
    return sum(not c.isspace() for c in text)

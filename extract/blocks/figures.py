"""Pictures on the pages: charts in cells, logos, and others with their caption.

In: pages, tables and paragraphs. Out: figures. Out of scope: what a picture shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extract.model import Box, Figure, FigureKind, Image, Page, Paragraph, Table

_SPECK_PT = 6.0  # smaller pictures are bullets and rules
_TOP_SHARE = 0.25  # a logo stands near the first page's top
_LARGEST_LOGO = 0.2  # of the page: a scan repeats on every page too
_CAPTION_PT = 30.0
_REPEATED = 3


def find_figures(
    pages: Sequence[Page],
    tables: Sequence[Table],
    paragraphs: Sequence[Paragraph],
    plots: Mapping[int, Sequence[Box]] | None = None,
) -> tuple[Figure, ...]:
    """Each picture and each drawn chart once, in reading order.

    Args:
        pages: In order.
        tables: A picture may stand in a cell.
        paragraphs: Captions among them.
        plots: Boxes of the drawn charts of each page.

    Returns:
        Figures numbered from 1.
    """
    repeated = Counter(_place(image) for page in pages for image in page.images)
    found: list[Figure] = []
    for page in pages:
        for image in _distinct(page.images):
            table, row, column = _cell_of(image.box, page.number, tables)
            caption = "" if table else _caption(image.box, page.number, paragraphs)
            kind = _kind(image, page, table is not None, caption, repeated[_place(image)])
            found.append(Figure(len(found) + 1, page.number, image.box, kind, caption, table, row, column))
        for box in (plots or {}).get(page.number, ()):
            caption = _caption(box, page.number, paragraphs)
            found.append(Figure(len(found) + 1, page.number, box, "chart", caption))
    return tuple(found)


def _distinct(images: Sequence[Image]) -> Iterator[Image]:
    """Pictures in reading order; the same place is counted once, specks not at all."""
    seen: set[tuple[int, ...]] = set()
    for image in sorted(images, key=lambda i: (i.box.top, i.box.x0)):
        if min(image.box.width, image.box.height) >= _SPECK_PT and _place(image) not in seen:
            seen.add(_place(image))
            yield image


def _place(image: Image) -> tuple[int, ...]:
    return tuple(round(v) for v in image.box)


def _kind(image: Image, page: Page, in_cell: bool, caption: str, repeats: int) -> FigureKind:
    if in_cell or caption:
        return "chart"
    near_top = image.box.bottom <= _TOP_SHARE * page.height_pt
    area = image.box.width * image.box.height
    if area > _LARGEST_LOGO * page.width_pt * page.height_pt:
        return "picture"
    if repeats >= _REPEATED or (near_top and page.number == 1):
        return "logo"
    return "picture"


def _cell_of(box: Box, page: int, tables: Sequence[Table]) -> tuple[int | None, int | None, int | None]:
    """The table, row and column of the cell that shares most with a picture."""
    best: tuple[float, int, int, int] | None = None
    for table in tables:
        if not any(r.page == page and r.box.overlap(box) > 0 for r in table.regions):
            continue
        for cell in table.cells:
            shared = cell.box.overlap(box) if cell.page == page and cell.has_picture else 0.0
            if shared > 0 and (best is None or shared > best[0]):
                best = (shared, table.ordinal, cell.row, cell.column)
    return best[1:] if best else (None, None, None)


def _caption(box: Box, page: int, paragraphs: Sequence[Paragraph]) -> str:
    """The caption right below or above a picture."""
    for paragraph in paragraphs:
        if paragraph.kind != "caption" or paragraph.page_start != page:
            continue
        below = 0 <= paragraph.box.top - box.bottom + 2 <= _CAPTION_PT
        above = 0 <= box.top - paragraph.box.bottom + 2 <= _CAPTION_PT
        if (below or above) and paragraph.box.x0 < box.x1 and box.x0 < paragraph.box.x1:
            return paragraph.text
    return ""

"""Grids proposed by camelot's hybrid engine, for pages on which the cheaper engines leave numbers over.

In: a file's bytes and a page. Out: grids whose text is the page's own words. camelot reads with
another parser, whose text boxes may lie lower than ours by a third of a letter: so words are put
into its rows by the nearest middle, not by its boxes. The only module that imports camelot.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Sequence
from typing import Any

from extract.blocks.grids.grid import Grid, Slot, text_lines
from extract.model import Box, Page, Word, union

logging.getLogger("playa").setLevel(logging.CRITICAL + 1)  # camelot's parser prints what it can't read

# Raw errors that camelot 2.0 lets out on pages it can't make sense of; its parser's come on top.
_LEAKS = (
    StopIteration,
    KeyError,
    IndexError,
    ZeroDivisionError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RuntimeError,  # of a file that it can't decrypt; RecursionError is one
)


def find_hybrid(data: bytes, password: str, page: Page) -> list[Grid]:
    """Propose the grids that camelot's hybrid engine finds on one page.

    Args:
        data: The file's bytes; camelot would open a string as an address.
        password: Of an encrypted file.
        page: Without furniture, as displayed; a rotated page gives no grids that fit.

    Returns:
        Grids from top to bottom; none where camelot fails.
    """
    import camelot  # noqa: PLC0415 (0.4 s, and most reports don't need it)
    from playa.exceptions import PDFException  # noqa: PLC0415 (comes with camelot)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = camelot.read_pdf(  # type: ignore[attr-defined]  # not in its __all__
                io.BytesIO(data),
                pages=str(page.number),
                password=password or None,
                flavor="hybrid",
                engine="vector",
                backend="pdfium",
                use_fallback=False,
                suppress_stdout=True,
            )
    except (*_LEAKS, PDFException):
        return []
    grids = (_grid(table, page) for table in found)
    return sorted((g for g in grids if g is not None), key=lambda g: (g.box.top, g.box.x0))


def _grid(table: Any, page: Page) -> Grid | None:  # noqa: ANN401 (camelot ships no types)
    """A table of camelot's, whose boxes start at the bottom left, with the page's words in it."""
    columns = [(float(x0), float(x1)) for x0, x1 in table.cols]
    rows = [(page.height_pt - float(high), page.height_pt - float(low)) for high, low in table.rows]
    if len(columns) < 2 or len(rows) < 2:
        return None
    outline = Box(columns[0][0], rows[0][0], columns[-1][1], rows[-1][1])
    inside = [w for w in page.words if w.upright and outline.grown(2).holds(*w.box.centre)]
    if not inside:
        return None
    placed: dict[tuple[int, int], list[Word]] = {}
    for line in text_lines(inside):
        row = _nearest(union([w.box for w in line]).centre[1], rows)
        for word in line:
            placed.setdefault((row, _nearest(word.box.centre[0], columns)), []).append(word)
    return Grid(outline, len(rows), len(columns), tuple(_slots(rows, columns, placed)), "hybrid")


def _slots(
    rows: Sequence[tuple[float, float]],
    columns: Sequence[tuple[float, float]],
    placed: dict[tuple[int, int], list[Word]],
) -> list[Slot]:
    return [
        Slot(row, column, 1, 1, Box(x0, top, x1, bottom), tuple(placed.get((row, column), ())))
        for row, (top, bottom) in enumerate(rows)
        for column, (x0, x1) in enumerate(columns)
    ]


def _nearest(value: float, extents: Sequence[tuple[float, float]]) -> int:
    return min(range(len(extents)), key=lambda i: max(extents[i][0] - value, value - extents[i][1], 0.0))

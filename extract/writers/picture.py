"""What was read, drawn on the page: what ``kpi-extract inspect`` writes.

In: the page as a picture, and the blocks found on it. Out: the picture with boxes and a legend.
Out of scope: drawing the page itself (``pages.render``), and any judgement of what was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from extract.model import Blocks, Box
from extract.writers.publish import explained


@dataclass(frozen=True, slots=True)
class _Ink:
    """How one kind of block is drawn: its word in the legend, its colour, its line's width."""

    word: str
    colour: str
    width: int


_FURNITURE = _Ink("furniture", "#808080", 2)
_PARAGRAPH = _Ink("paragraph", "#1f5fd0", 2)
_FIGURE = _Ink("figure", "#8a2be2", 2)
_CELL = _Ink("cell", "#e06060", 1)
_HEADER = _Ink("header cell", "#e08a00", 2)
_TABLE = _Ink("table", "#d00000", 3)
_INKS = (_TABLE, _CELL, _HEADER, _PARAGRAPH, _FIGURE, _FURNITURE)

_LEGEND_PX = 28


def draw_blocks(picture: Image.Image, scale: float, page: int, blocks: Blocks) -> Image.Image:
    """A copy of a page's picture with its tables, cells, paragraphs and furniture outlined.

    Args:
        picture: The page as displayed.
        scale: Pixels for a point.
        page: Its number, from 1.
        blocks: Of the whole report; those of other pages are passed over.

    Returns:
        The picture, with a legend added below.
    """
    drawn = Image.new("RGB", (picture.width, picture.height + _LEGEND_PX), "white")
    drawn.paste(picture, (0, 0))
    pen = ImageDraw.Draw(drawn)
    for ink, box in find_outlines(page, blocks):
        place = [side * scale for side in box]
        pen.rectangle(
            (place[0], place[1], max(place[0], place[2]), max(place[1], place[3])),
            None,
            ink.colour,
            ink.width,
        )
    _draw_legend(pen, picture.height)
    return drawn


def find_outlines(page: int, blocks: Blocks) -> Iterator[tuple[_Ink, Box]]:
    """What is drawn on one page, the largest things last so that their lines stay on top."""
    yield from ((_FURNITURE, mark.box) for mark in blocks.furniture if mark.page == page)
    yield from ((_PARAGRAPH, text.box) for text in blocks.paragraphs if text.page_start == page)
    yield from ((_FIGURE, figure.box) for figure in blocks.figures if figure.page == page)
    for header, ink in ((False, _CELL), (True, _HEADER)):
        for table in blocks.tables:
            cells = (cell for cell in table.cells if cell.page == page and cell.is_header == header)
            yield from ((ink, cell.box) for cell in cells)
    for table in blocks.tables:
        yield from ((_TABLE, region.box) for region in table.regions if region.page == page)


def _draw_legend(pen: ImageDraw.ImageDraw, top: int, inks: Sequence[_Ink] = _INKS) -> None:
    font = ImageFont.load_default(14)
    left = 8.0
    for ink in inks:
        pen.rectangle((left, top + 8, left + 18, top + 20), None, ink.colour, ink.width)
        pen.text((left + 24, top + 5), ink.word, fill="black", font=font)
        left += 24 + pen.textlength(ink.word, font=font) + 20


def save_picture(picture: Image.Image, path: Path) -> None:
    """Write a PNG.

    Raises:
        OutputError: The place can't be written.
    """
    with explained(path):
        picture.save(path, format="PNG")

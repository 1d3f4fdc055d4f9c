"""PDF bytes to Page records.

In: a file's bytes and its password. Out: an open document that yields its pages one by one, so
that a report of thousands of pages never lies in memory whole. Damaged files are repaired and
read again (``opening.py``). Out of scope: what the words mean, and text inside pictures.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException

from extract.model import Box, Fill, Image, Page, Ruling, Watch
from extract.notation.characters import clean
from extract.pages.boxes import shown_box
from extract.pages.damage import is_damaged
from extract.pages.glyphs import has_too_many_paths
from extract.pages.opening import DAMAGE, UNWATCHED, Opened, open_or_repair, raise_if_memory
from extract.pages.words import box_of, colour_of, read_words

_FEW_GLYPHS = 20
_SIDEWAYS = 0.1  # of its glyphs stand upright, or fewer
_EMPTY_STREAM = 16  # bytes: nothing at all, compressed, is shorter
_RULE_PT = 2.5  # thicker than this is an area, not a line

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings are about fonts, not for users


class OpenDocument:
    """A PDF that is open for reading; pages come one by one and are closed behind the reader.

    Attributes:
        repaired: It was damaged and is read from a repaired copy.
        forbidden: Its permission bits forbid extraction.
        page_count: How many pages it has, by whichever of two parsers sees more.
        unread: Pages that could not be parsed, or are left out; more may come while reading.
        without_lines: Pages read as text alone, for the number of lines on them; likewise.
    """

    def __init__(self, opened: Opened, watch: Watch = UNWATCHED) -> None:
        self._plumber = opened.plumber
        self._watch = watch
        self.repaired = opened.repaired
        self.forbidden = opened.forbidden
        self.page_count = opened.expected
        self.unread = [*watch.left_out, *range(len(self._plumber.pages) + 1, self.page_count + 1)]
        self.without_lines: list[int] = []

    def metadata(self, key: str) -> str:
        """An entry of the file's own description, such as ``Title``; empty where it has none."""
        value = (self._plumber.metadata or {}).get(key)
        return clean(value).strip() if isinstance(value, str) else ""

    @property
    def language(self) -> str:
        """The language that the file declares; empty where it declares none."""
        value = self._plumber.doc.catalog.get("Lang")
        return value.decode("ascii", "ignore") if isinstance(value, bytes) else ""

    def pages(self, only: Collection[int] = ()) -> Iterator[Page]:
        """Each page in order, or those in ``only``; a page that can't be parsed is empty."""
        chosen = [
            (number, plumber)
            for number, plumber in enumerate(self._plumber.pages, start=1)
            if number not in self._watch.left_out and (not only or number in only)
        ]
        for number, plumber in chosen:
            self._watch.begin(number, len(chosen))
            try:
                yield self._read(plumber, number)
            finally:
                plumber.close()
        self._watch.begin(0, 0)

    def _read(self, plumber: PlumberPage, number: int) -> Page:
        try:
            page = _read_page(plumber, number)
            undecoded = not page.words and _is_undecoded(plumber)
            if undecoded or _is_sideways(page) or is_damaged(plumber.chars):
                self.unread.append(number)
            if has_too_many_paths(plumber):
                self.without_lines.append(number)
            return page
        except PdfminerException as error:
            raise_if_memory(error)
        except DAMAGE:
            pass
        self.unread.append(number)
        return Page(number, float(plumber.width), float(plumber.height))


@contextmanager
def open_document(
    data: bytes, password: str = "", watch: Watch = UNWATCHED, *, respect_permissions: bool = False
) -> Iterator[OpenDocument]:
    """Open a report for reading.

    Args:
        data: The file's bytes.
        password: For an encrypted file; user or owner password.
        watch: Pages to leave out, and who is told of the others.
        respect_permissions: Refuse a file whose permission bits forbid extraction.

    Yields:
        The open document.

    Raises:
        ReportError: As ``opening.open_or_repair``.
    """
    opened = open_or_repair(data, password, watch, respect_permissions=respect_permissions)
    try:
        yield OpenDocument(opened, watch)
    finally:
        opened.plumber.close()


# --- one page --------------------------------------------------------------------------------


def _read_page(plumber: PlumberPage, number: int) -> Page:
    """One page's words, rulings, fills and images, in points from the crop box's top left."""
    shown = shown_box(plumber)
    left, top = shown.x0, shown.top
    frame = Box(0.0, 0.0, shown.width, shown.height)
    words = tuple(w for w in read_words(plumber, left, top) if frame.holds(*w.box.centre))
    rulings, fills, strokes = _drawings(plumber, left, top, frame)
    images = tuple(
        Image(box)
        for box in (box_of(image, left, top) for image in plumber.images)
        if box.width > 1 and box.height > 1 and box.overlap(frame) > 0
    )
    glyphs = sum(len(w.text) for w in words)
    return Page(number, frame.width, frame.height, words, rulings, fills, images, strokes, glyphs)


def _is_sideways(page: Page) -> bool:
    """Whether nearly all text runs up or down the page: a page scanned or printed the wrong way round."""
    upright = sum(len(w.text) for w in page.words if w.upright)
    return page.glyphs > _FEW_GLYPHS and upright < _SIDEWAYS * page.glyphs


def _is_undecoded(plumber: PlumberPage) -> bool:
    """Whether a page's contents are there and could not be unpacked, which pdfminer passes over."""
    for content in plumber.page_obj.contents:
        stream = resolve1(content)
        length = resolve1(stream.get("Length", 0)) if isinstance(stream, PDFStream) else 0
        if isinstance(length, int) and length > _EMPTY_STREAM and not stream.get_data():
            return True
    return False


def _drawings(
    plumber: PlumberPage, left: float, top: float, frame: Box
) -> tuple[tuple[Ruling, ...], tuple[Fill, ...], tuple[Box, ...]]:
    """Straight lines, filled areas, and the extents of slanted and curved lines.

    The sides of a stroked rectangle are lines, those of a fill are not.
    """
    rulings: list[Ruling] = []
    fills: list[Fill] = []
    strokes: list[Box] = []
    for item in (*plumber.lines, *plumber.rects, *plumber.curves):
        box = box_of(item, left, top)
        if box.x1 < 0 or box.bottom < 0 or box.x0 > frame.x1 or box.top > frame.bottom:
            continue
        thin = min(box.width, box.height) <= _RULE_PT
        if thin and max(box.width, box.height) > _RULE_PT:
            rulings.append(Ruling(box, horizontal=box.width >= box.height))
        elif not thin and item["object_type"] == "rect":
            if item.get("fill"):
                colour = colour_of(item.get("non_stroking_color"))
                if colour and colour != "#ffffff":
                    fills.append(Fill(box, colour))
            if item.get("stroke"):
                rulings.extend(_sides(box))
        elif not thin and item.get("stroke"):
            strokes.append(box)
    return tuple(rulings), tuple(fills), tuple(strokes)


def _sides(box: Box) -> Iterator[Ruling]:
    yield Ruling(Box(box.x0, box.top, box.x1, box.top), horizontal=True)
    yield Ruling(Box(box.x0, box.bottom, box.x1, box.bottom), horizontal=True)
    yield Ruling(Box(box.x0, box.top, box.x0, box.bottom), horizontal=False)
    yield Ruling(Box(box.x1, box.top, box.x1, box.bottom), horizontal=False)

"""PDF bytes to Page records.

In: a file's bytes and its password. Out: an open document that yields its pages one by one, so
that a report of thousands of pages never lies in memory whole. Damaged files are repaired and
read again (``repair.py``). Out of scope: what the words mean, and text inside pictures.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from extract.errors import (
    CorruptError,
    EmptyFileError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
)
from extract.model import Box, Fill, Image, Page, Ruling
from extract.notation.characters import clean
from extract.pages.damage import is_damaged
from extract.pages.glyphs import read_glyphs_fast
from extract.pages.repair import repair
from extract.pages.words import box_of, colour_of, read_words

_HEADER_BYTES = 1024  # readers look for "%PDF-" this far (PDF 1.7, appendix H.3.4.1)
_MOST_PAGES = 5000  # a page tree may claim any number
_FEW_GLYPHS = 20
_SIDEWAYS = 0.1  # of its glyphs stand upright, or fewer
_EMPTY_STREAM = 16  # bytes: nothing at all, compressed, is shorter
_RULE_PT = 2.5  # thicker than this is an area, not a line

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings are about fonts, not for users


class OpenDocument:
    """A PDF that is open for reading; pages come one by one and are closed behind the reader.

    Attributes:
        repaired: It was damaged and is read from a repaired copy.
        page_count: How many pages it has, by whichever of two parsers sees more.
        unread: Pages that could not be parsed; more may come while reading.
    """

    def __init__(self, plumber: PDF, expected: int, repaired: bool) -> None:
        self._plumber = plumber
        self.repaired = repaired
        self.page_count = max(expected, len(plumber.pages))
        self.unread = list(range(len(plumber.pages) + 1, self.page_count + 1))

    def metadata(self, key: str) -> str:
        """An entry of the file's own description, such as ``Title``; empty where it has none."""
        value = (self._plumber.metadata or {}).get(key)
        return clean(value).strip() if isinstance(value, str) else ""

    @property
    def language(self) -> str:
        """The language that the file declares; empty where it declares none."""
        value = self._plumber.doc.catalog.get("Lang")
        return value.decode("ascii", "ignore") if isinstance(value, bytes) else ""

    def pages(self, only: frozenset[int] | None = None) -> Iterator[Page]:
        """Each page in order, or those in ``only``; a page that can't be parsed is empty."""
        for number, plumber in enumerate(self._plumber.pages, start=1):
            if only is not None and number not in only:
                continue
            try:
                page = _read_page(plumber, number)
                undecoded = not page.words and _is_undecoded(plumber)
                if undecoded or _is_sideways(page) or is_damaged(plumber.chars):
                    self.unread.append(number)
                yield page
            except PdfminerException:
                self.unread.append(number)
                yield Page(number, float(plumber.width), float(plumber.height))
            finally:
                plumber.close()


@contextmanager
def open_document(data: bytes, password: str = "") -> Iterator[OpenDocument]:
    """Open a report for reading.

    Args:
        data: The file's bytes.
        password: For an encrypted file; user or owner password.

    Yields:
        The open document.

    Raises:
        EmptyFileError: There are no bytes.
        NotAPdfError: There is no PDF header.
        EncryptedError: The password is missing or wrong.
        CorruptError: Neither the file nor its repair can be parsed.
        NoPagesError: It parses, and has no pages.
    """
    _check_header(data)
    plumber, expected, repaired = _open_or_repair(data, password)
    try:
        yield OpenDocument(plumber, expected, repaired)
    finally:
        plumber.close()


def _check_header(data: bytes) -> None:
    if not data:
        raise EmptyFileError("The file is empty (0 bytes); fetch or export it again.")
    if b"%PDF-" not in data[:_HEADER_BYTES]:
        raise NotAPdfError(
            f"The file does not start as a PDF does, but with {data[:12]!r}; "
            "check that it was downloaded whole and is a PDF."
        )


def _open_or_repair(data: bytes, password: str) -> tuple[PDF, int, bool]:
    """The document, how many pages it should have, and whether it was repaired."""
    plumber = _try_open(data, password)
    read = len(plumber.pages) if plumber is not None else 0
    expected = _count_pages(data, password, read)
    if plumber is not None and 0 < read >= expected:
        return plumber, expected, False
    mended = repair(data, password)
    again = _try_open(mended, "") if mended else None
    if again is not None and len(again.pages) > read:
        return again, expected, True
    if plumber is not None and read > 0:
        return plumber, expected, False
    if plumber is None:
        raise CorruptError(
            "The file is damaged and could not be repaired; open it in a viewer and export it again."
        )
    raise NoPagesError("The file has no pages that can be read; open it in a viewer and export it again.")


def _count_pages(data: bytes, password: str, read: int) -> int:
    """The page count by PDFium, a second parser: of pages past the ones read, those that it can load."""
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError:
        return 0
    try:
        count = read
        while count < min(len(document), read + _MOST_PAGES):
            document[count].close()
            count += 1
        return count
    except pypdfium2.PdfiumError:
        return count
    finally:
        document.close()


def _try_open(data: bytes, password: str) -> PDF | None:
    """The document, or None where it is damaged; the first page is touched to see that it is not."""
    try:
        plumber = pdfplumber.open(io.BytesIO(data), password=password)
        for page in plumber.pages:
            _set_corners_right(page)
            read_glyphs_fast(page)
    except PdfminerException as error:
        _raise_if_not_damage(error)
        return None
    except (AttributeError, KeyError, TypeError, ValueError, AssertionError, IndexError):
        return None  # pdfminer on files whose objects have the wrong types
    try:
        for page in plumber.pages[:1]:
            _ = page.objects
    except PdfminerException as error:
        _raise_if_not_damage(error)
        return None
    except (AttributeError, KeyError, TypeError, ValueError, AssertionError, IndexError):
        return None
    return plumber


def _raise_if_not_damage(error: PdfminerException) -> None:
    """Tell a password and lack of memory from damage, which pdfplumber wraps alike."""
    cause = error.args[0] if error.args else None
    if isinstance(cause, PDFPasswordIncorrect):
        raise EncryptedError(
            "The file is encrypted and the password is missing or wrong; "
            "give it with --password or --password-file."
        ) from error
    if isinstance(cause, (MemoryError, RecursionError)):
        raise cause


# --- one page --------------------------------------------------------------------------------


def _read_page(plumber: PlumberPage, number: int) -> Page:
    """One page's words, rulings, fills and images, in points from the crop box's top left."""
    shown = _shownbox_of(plumber)
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


def _set_corners_right(plumber: PlumberPage) -> None:
    """A MediaBox may name any two corners; pdfminer takes the first for the lower left one."""
    plumber.page_obj.mediabox = _corners(plumber.page_obj.mediabox)


def _shownbox_of(plumber: PlumberPage) -> Box:
    """The part of the page that a viewer shows: the crop box as far as it lies on the media box.

    pdfplumber turns the page and leaves the crop box as it was, so that is turned here.
    """
    media = Box(*(float(v) for v in plumber.mediabox))
    left, top, right, bottom = _cut_off(plumber)
    shown = Box(media.x0 + left, media.top + top, media.x1 - right, media.bottom - bottom)
    return shown if shown.width > 0 and shown.height > 0 else media


def _cut_off(plumber: PlumberPage) -> tuple[float, float, float, float]:
    """What the crop box cuts off the displayed page's left, top, right and bottom."""
    media, crop = _corners(plumber.page_obj.mediabox), _corners(plumber.page_obj.cropbox)
    sides = (crop[0] - media[0], media[3] - crop[3], media[2] - crop[2], crop[1] - media[1])
    turns = int(plumber.rotation) // 90 % 4  # clockwise: what was below is on the left
    left, top, right, bottom = (max(0.0, side) for side in (*sides[4 - turns :], *sides[: 4 - turns]))
    return left, top, right, bottom


def _corners(box: Sequence[float]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a box that names any two corners."""
    x0, y0, x1, y1 = (float(v) for v in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


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

"""A page of a PDF as a picture, through PDFium.

In: the bytes, a page number, the points-to-pixels scale. Out: a Pillow image of the page as
displayed (rotation and crop applied), so that a box times the scale is a place in it. Out of
scope: what is drawn on it (``writers.picture``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from extract.errors import CorruptError, EncryptedError, ReportError

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 50_000_000


class NoSuchPageError(ReportError):
    """The report has fewer pages than were asked for."""

    code = "no-pages"


def render_page(data: bytes, number: int, scale: float = 2.0, password: str = "") -> Image:
    """Draw one page; the scale is lowered where the picture would pass 50 megapixels.

    Args:
        data: The whole PDF.
        number: The page, from 1.
        scale: Pixels for a point; 2 is 144 dots an inch.
        password: Where the file asks for one.

    Returns:
        The page in RGB. Divide its width by the page's width in points for the scale used.

    Raises:
        EncryptedError: The password is missing or wrong.
        CorruptError: PDFium can't read the file or draw the page.
        NoSuchPageError: The report ends before that page.
    """
    document = _open(data, password)
    try:
        if not 1 <= number <= len(document):
            raise NoSuchPageError(f"There is no page {number}; the report has {len(document)}.")
        page = document[number - 1]
        width, height = page.get_size()
        most = (_MOST_PIXELS / max(width * height, 1)) ** 0.5
        return page.render(scale=min(scale, most)).to_pil().convert("RGB")  # type: ignore[no-any-return]
    except pypdfium2.PdfiumError as error:
        raise CorruptError(f"Page {number} can't be drawn ({error}).") from error
    finally:
        document.close()


def _open(data: bytes, password: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedError("The file is encrypted; give its password with --password.") from error
        raise CorruptError(f"The file can't be drawn ({error}).") from error

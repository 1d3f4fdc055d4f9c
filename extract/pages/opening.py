"""A PDF's bytes opened for reading, after a repair where that is needed.

In: bytes and a password. Out: pdfplumber's document, and what was met on the way. Two parsers count the
pages: where pdfplumber finds fewer than PDFium, finds none or gives up, the file is written anew
by qpdf (``repair.py``) and opened again. Out of scope: what stands on the pages (``pdf.py``).
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.errors import (
    CorruptError,
    EmptyFileError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
    NotPermittedError,
    TooManyPagesError,
)
from extract.model import Watch
from extract.pages.boxes import corners
from extract.pages.glyphs import read_glyphs_fast
from extract.pages.repair import LOCKED, forbids_extraction, repair

MOST_PAGES = 5000
_HEADER_BYTES = 1024  # readers look for "%PDF-" this far (PDF 1.7, appendix H.3.4.1)
_ZIP = b"PK\x03\x04"
_HEADER = re.compile(rb"%PDF|PDF-1\.")
_OTHER_FORMAT = re.compile(rb"\s*(?:%!PS|%FDF|<|\{|PK)")  # these may hold what looks like a PDF's objects
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
# What pdfminer and pdfplumber raise on files whose objects have the wrong types or refer to themselves.
DAMAGE = (
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    MalformedPDFException,
    RecursionError,
    TypeError,
    ValueError,
)


UNWATCHED = Watch()


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that can be read.

    Attributes:
        plumber: Open; whoever asked for it closes it.
        expected: How many pages the second parser counts.
        repaired: It was damaged and is read from a repaired copy.
        forbidden: Its permission bits forbid extraction.
    """

    plumber: PDF
    expected: int
    repaired: bool
    forbidden: bool


def open_or_repair(
    data: bytes, password: str, watch: Watch = UNWATCHED, *, respect_permissions: bool = False
) -> Opened:
    """Open a PDF.

    Args:
        data: The file's bytes.
        password: For an encrypted file; user or owner password.
        watch: Pages to leave alone, and who is told of the others.
        respect_permissions: Refuse a file whose permission bits forbid extraction.

    Raises:
        EmptyFileError: There are no bytes.
        NotAPdfError: Nothing in it looks like a PDF.
        EncryptedError: The password is missing or wrong.
        NotPermittedError: Its bits forbid extraction, and they are respected.
        CorruptError: Neither the file nor its repair can be parsed.
        NoPagesError: It parses, and has no pages.
        TooManyPagesError: It has more pages than are read.
    """
    _check_header(data)
    _check_pages(data, password)
    try:
        first, locked = _try_open(data, password, watch), None
    except EncryptedError as error:
        first, locked = None, error
    read = first.pages if first else 0
    expected = _count_pages(data, password, read, watch)
    if first and first.readable and 0 < read >= expected:
        chosen, repaired = first, False
    else:
        again = _try_repaired(data, password, first, locked, watch)
        if again and again.pages and (again.pages, again.readable) > (read, bool(first and first.readable)):
            chosen, repaired = again, True
        elif first and read:
            chosen, repaired = first, False
        elif expected or not again:  # who can't write it anew can't say either that it has no pages
            raise CorruptError(
                "The file is damaged and could not be repaired; open it in a viewer and export it again."
            )
        else:
            raise NoPagesError(
                "The file has no pages that can be read; open it in a viewer and export it again."
            )
    forbidden = b"/Encrypt" in data and forbids_extraction(data, password)
    if forbidden and respect_permissions:
        raise NotPermittedError(
            "The file's permission bits forbid extraction; give its owner password, or leave out "
            "--respect-permissions where you have the right to read it."
        )
    return Opened(chosen.plumber, max(expected, chosen.pages), repaired, forbidden)


@dataclass(frozen=True, slots=True)
class _Tried:
    """A document that could be opened, how many pages it has, and whether its first can be read."""

    plumber: PDF
    pages: int
    readable: bool


def _check_header(data: bytes) -> None:
    """Tell what is no PDF from one whose first bytes are lost."""
    if not data.strip():
        raise EmptyFileError(f"The file is empty ({len(data)} bytes); fetch or export it again.")
    head = data[:_HEADER_BYTES]
    if head.startswith(_ZIP):  # it may hold a PDF as it is, and would be taken for one that is damaged
        raise NotAPdfError(
            "The file is a zip archive; for the PDFs in it, name it as zip://**/*.pdf::ARCHIVE."
        )
    if b"%PDF-" in head:
        return
    if (
        _OTHER_FORMAT.match(head)
        or not (_HEADER.search(head) or _OBJECT.search(data))
        or b"endobj" not in data
    ):
        raise NotAPdfError(
            f"The file does not start as a PDF does, but with {data[:12]!r}; "
            "check that it was downloaded whole and is a PDF."
        )


def _check_pages(data: bytes, password: str) -> None:
    """Refuse a file that claims too many pages, and has the first one past the limit.

    Raises:
        TooManyPagesError: It does.
    """
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError:
        return
    try:
        claimed = len(document)
        if claimed > MOST_PAGES:
            document[MOST_PAGES].close()
            raise TooManyPagesError(f"The file has {claimed} pages and the most is {MOST_PAGES}; divide it.")
    except pypdfium2.PdfiumError:
        pass
    finally:
        document.close()


def _count_pages(data: bytes, password: str, read: int, watch: Watch) -> int:
    """The page count by PDFium, a second parser: of pages past the ones read, those that it can load."""
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError:
        return 0
    try:
        count = read
        while count < min(len(document), MOST_PAGES):
            if count + 1 not in watch.left_out:
                watch.begin(count + 1, len(document))
                document[count].close()
            count += 1
    except pypdfium2.PdfiumError:
        pass
    finally:
        document.close()
    watch.begin(0, 0)
    return count


def _try_open(data: bytes, password: str, watch: Watch) -> _Tried | None:
    """The document, or None where it is damaged; its first page is touched to see whether it is.

    Raises:
        EncryptedError: The password is missing or wrong.
    """
    try:
        plumber = pdfplumber.open(io.BytesIO(data), password=password)
        for page in plumber.pages:
            page.page_obj.mediabox = corners(page.page_obj.mediabox)
            read_glyphs_fast(page)
        return _Tried(plumber, len(plumber.pages), _is_readable(plumber, watch))
    except PdfminerException as error:
        if isinstance(error.args and error.args[0], PDFPasswordIncorrect):
            raise EncryptedError(LOCKED) from error
        raise_if_memory(error)
        return None
    except DAMAGE:
        return None


def _try_repaired(
    data: bytes, password: str, first: _Tried | None, locked: EncryptedError | None, watch: Watch
) -> _Tried | None:
    """The document written anew, where that can be done.

    Raises:
        EncryptedError: Nobody can open it with this password.
    """
    try:
        mended = repair(data, password)
    except EncryptedError:
        if first is None:
            raise
        mended = None
    if mended is None and locked is not None:
        raise locked
    return _try_open(mended, "", watch) if mended else None


def _is_readable(plumber: PDF, watch: Watch) -> bool:
    """Whether the first page can be parsed that isn't to be left alone."""
    touched = [page for page in plumber.pages if page.page_number not in watch.left_out]
    readable = True
    for page in touched[:1]:
        watch.begin(page.page_number, len(touched))
        try:
            _ = page.objects
        except PdfminerException as error:
            raise_if_memory(error)
            readable = False
        except DAMAGE:
            readable = False
    watch.begin(0, 0)
    return readable


def raise_if_memory(error: PdfminerException) -> None:
    """Tell lack of memory from damage, which pdfplumber wraps alike.

    Raises:
        MemoryError: That was it.
    """
    if error.args and isinstance(error.args[0], MemoryError):
        raise error.args[0]

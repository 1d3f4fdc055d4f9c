"""PDFs opened, after a repair where that is needed, and refused with the right word."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

from extract.errors import (
    CorruptError,
    EmptyFileError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
    NotPermittedError,
    ReportError,
    TooManyPagesError,
)
from extract.model import Watch
from extract.pages import glyphs, opening
from extract.pages.pdf import open_document
from tests.drawn import draw_endless, draw_report, encrypt

WHOLE = draw_report(pages=2)
FORBIDDING = encrypt(WHOLE, "", extract=False)


def changed(old: bytes, new: bytes, data: bytes = WHOLE) -> bytes:
    assert old in data
    return data.replace(old, new, 1)


def without_pages() -> bytes:
    stream = io.BytesIO()
    pikepdf.new().save(stream)
    return stream.getvalue()


def in_an_archive() -> bytes:
    """Stored as it is, so that it looks like a PDF with something before it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("report.pdf", WHOLE)
        archive.writestr("another.pdf", WHOLE)
    return stream.getvalue()


def with_first_page(contents: bytes) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as document:
        document.pages[0].Contents = document.make_stream(contents)
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b" \r\n ", EmptyFileError),
        (b"<html>1 0 obj endobj</html>", NotAPdfError),
        (b"%!PS-Adobe-3.0\n%PDF 1 0 obj endobj", NotAPdfError),
        (b"%FDF-1.2\n1 0 obj\n<<>>\nendobj\ntrailer", NotAPdfError),
        (in_an_archive(), NotAPdfError),
        (WHOLE[:300], CorruptError),
        (WHOLE[9:].replace(b"/Kids", b"/Hids").replace(b"/Type /Page\n", b"/Type /Pago\n"), CorruptError),
        (without_pages(), NoPagesError),
        (encrypt(WHOLE, "secret"), EncryptedError),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(data: bytes, error: type[ReportError]) -> None:
    with pytest.raises(error), open_document(data):
        pass


@pytest.mark.parametrize("head", [b"%PDF1.4", b"%1.4", b"UPDF-1", b""])
def test_a_file_whose_first_bytes_are_lost_is_read(head: bytes) -> None:
    with open_document(changed(b"%PDF-1.3", head)) as opened:
        assert [len(page.words) > 20 for page in opened.pages()] == [True, True]


def test_pages_that_refer_to_themselves_are_damage_and_no_fault_of_ours() -> None:
    loop = changed(b"/Count 2", b"/Count 2 /Parent 99 0 R /MediaBox 98 0 R")
    looping = loop + b"\n98 0 obj\n98 0 R\nendobj\n"
    try:
        with open_document(looping) as opened:
            assert opened.page_count == 2
    except ReportError as error:
        assert error.code == "corrupt"


def test_a_first_page_that_cannot_be_read_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_GLYPH_BYTES", 500)
    crowded = with_first_page(b"BT /F1 9 Tf " + b"(0123456789) Tj " * 60 + b"ET")
    with open_document(crowded) as opened:
        first, second = opened.pages()
        assert (opened.unread, opened.page_count) == ([1], 2)
    assert (len(first.words), len(second.words) > 20) == (0, True)


def test_a_drawing_with_too_many_paths_is_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_PATHS", 3)
    with open_document(WHOLE) as opened:
        pages = list(opened.pages())
        assert (opened.without_lines, opened.unread) == ([1, 2], [])
    assert all(len(page.words) > 20 and len(page.rulings) <= 3 for page in pages)


def test_more_pages_than_are_read_are_refused_before_they_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 1)
    monkeypatch.setattr(opening, "_try_open", None)
    with pytest.raises(TooManyPagesError, match="2 pages and the most is 1"), open_document(WHOLE):
        pass


def test_a_page_tree_that_claims_too_much_is_read_as_far_as_it_goes() -> None:
    with open_document(changed(b"/Count 2", b"/Count 99999")) as opened:
        assert len(list(opened.pages())) == 2


def test_permissions_are_recorded_or_respected() -> None:
    with open_document(FORBIDDING) as opened:
        assert (opened.forbidden, len(list(opened.pages()))) == (True, 2)
    with open_document(WHOLE, respect_permissions=True) as opened:
        assert opened.forbidden is False
    refused = pytest.raises(NotPermittedError, match="owner password")
    with refused, open_document(FORBIDDING, respect_permissions=True):
        pass
    with open_document(FORBIDDING, "owner", respect_permissions=True) as opened:
        assert opened.page_count == 2


def test_lack_of_memory_is_told_from_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("extract.pages.glyphs.PDFPageInterpreter.process_page", hungry)
    with pytest.raises(MemoryError), open_document(WHOLE):
        pass


@pytest.mark.parametrize("page", [1, 2])
def test_a_page_that_is_left_out_is_not_touched_but_named(page: int) -> None:
    told: list[tuple[int, int]] = []
    watch = Watch(frozenset({page}), lambda number, of: told.append((number, of)))
    with open_document(draw_endless(page, pages=3), watch=watch) as opened:
        others = [read.number for read in opened.pages()]
    assert (opened.unread, opened.page_count) == ([page], 3)
    assert others == [number for number in (1, 2, 3) if number != page]
    assert told == [(others[0], 2), (0, 0), (0, 0), (others[0], 2), (others[1], 2), (0, 0)]

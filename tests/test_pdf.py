"""Pages are read as a viewer shows them, whatever the file does to turn, shift or crop them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.errors import CorruptError, EmptyFileError, EncryptedError, NoPagesError, NotAPdfError
from extract.model import Box, Page
from extract.pages.pdf import open_document
from tests.drawn import draw_report, draw_scan, encrypt

Paint = Callable[[Canvas], None]


def draw(*paints: Paint, size: tuple[float, float] = (595, 842)) -> bytes:
    """A PDF with a page for each function."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for paint in paints:
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The same file after a change to its objects."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document)
        document.save(stream)
    return stream.getvalue()


def with_entry(data: bytes, key: str, value: object) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.obj[key] = pikepdf.Array(value) if isinstance(value, list) else value

    return changed(data, change)


def read(data: bytes, password: str = "") -> list[Page]:
    with open_document(data, password) as opened:
        return list(opened.pages())


def paint(canvas: Canvas) -> None:
    """A line of words, a rule, a shade and a picture, apart from each other."""
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(100, 700, "Burglary 1,204 -4%")
    canvas.setFont("Times-Italic", 9)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(100, 600, "rising")
    canvas.line(100, 650, 300, 650)
    canvas.rect(100, 500, 80, 40, stroke=0, fill=1)
    canvas.drawImage(_picture(), 300, 400, 50, 30)


def _picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (10, 6), 128))


def places(page: Page) -> list[tuple[str, tuple[int, ...]]]:
    return [(w.text, tuple(round(v) for v in w.box)) for w in page.words]


def pdfium_words(data: bytes) -> dict[str, Box]:
    """Each word's box as PDFium sees it, from the displayed page's top left: a second opinion."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    found: dict[str, list[Box]] = {}
    for word, indices in _runs(text):
        for index in indices:
            left, bottom, right, top = text.get_charbox(index)
            found.setdefault(word, []).append(_shown(page, left, bottom, right, top))
    document.close()
    return {
        word: Box(
            min(b.x0 for b in boxes),
            min(b.top for b in boxes),
            max(b.x1 for b in boxes),
            max(b.bottom for b in boxes),
        )
        for word, boxes in found.items()
    }


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, list[int]]]:
    letters = text.get_text_range()
    run: list[int] = []
    for index, letter in enumerate(f"{letters} "):
        if letter.isspace():
            if run:
                yield "".join(letters[i] for i in run), run
            run = []
        else:
            run.append(index)


def _shown(page: pypdfium2.PdfPage, left: float, bottom: float, right: float, top: float) -> Box:
    """From the page's own space to what is displayed: cropped, then turned clockwise."""
    x0, y0, x1, y1 = page.get_cropbox()
    width, height = x1 - x0, y1 - y0
    box = Box(left - x0, y1 - top, right - x0, y1 - bottom)
    if page.get_rotation() == 90:
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    if page.get_rotation() == 180:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    if page.get_rotation() == 270:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    return box


# --- words -----------------------------------------------------------------------------------


def test_words_have_text_place_size_weight_slant_and_colour() -> None:
    (page,) = read(draw(paint))
    burglary, number, percent, rising = page.words
    assert [w.text for w in page.words] == ["Burglary", "1,204", "-4%", "rising"]
    assert (burglary.size_pt, burglary.bold, burglary.italic, burglary.colour) == (12, True, False, "#000000")
    assert (rising.size_pt, rising.bold, rising.italic, rising.colour) == (9, False, True, "#ff0000")
    assert burglary.box.x0 == 100
    assert burglary.box.top < 142 < burglary.box.bottom  # the base line, from the top
    assert number.upright and percent.upright
    assert page.glyphs == len("Burglary1,204-4%rising")


def test_lines_shades_and_pictures_have_their_places() -> None:
    (page,) = read(draw(paint))
    (ruling,) = page.rulings
    assert (ruling.horizontal, tuple(ruling.box)) == (True, (100, 192, 300, 192))
    assert [(tuple(f.box), f.colour) for f in page.fills] == [((100, 302, 180, 342), "#ff0000")]
    assert [tuple(i.box) for i in page.images] == [(300, 412, 350, 442)]


def test_a_stroked_rectangle_has_four_sides_and_a_thin_one_is_a_line() -> None:
    def boxes(canvas: Canvas) -> None:
        canvas.rect(100, 500, 80, 40, stroke=1, fill=0)
        canvas.rect(100, 300, 200, 0.7, stroke=0, fill=1)

    (page,) = read(draw(boxes))
    assert [r.horizontal for r in page.rulings].count(False) == 2
    assert [r.horizontal for r in page.rulings].count(True) == 3
    assert page.fills == ()


def test_curves_and_slanted_lines_are_strokes() -> None:
    def chart(canvas: Canvas) -> None:
        canvas.line(100, 100, 200, 160)
        canvas.circle(300, 300, 20)

    (page,) = read(draw(chart))
    assert page.rulings == ()
    assert Box(100, 682, 200, 742) in page.strokes


def test_white_and_unknown_fills_are_none() -> None:
    def white(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(100, 500, 80, 40, stroke=0, fill=1)
        canvas.setFillColorCMYK(1, 0, 1, 0)
        canvas.rect(300, 500, 80, 40, stroke=0, fill=1)
        canvas.setFillGray(0.5)
        canvas.rect(400, 500, 80, 40, stroke=0, fill=1)

    (page,) = read(draw(white))
    assert [f.colour for f in page.fills] == ["#00ff00", "#808080"]


# --- as a viewer shows it --------------------------------------------------------------------


def upright_for(degrees: int) -> Paint:
    """The same words, turned so that a viewer who turns the page shows them upright."""

    def turned(canvas: Canvas) -> None:
        width, height = canvas._pagesize
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees)
        shown = (width, height) if degrees % 180 == 0 else (height, width)
        canvas.translate(-shown[0] / 2, -shown[1] / 2)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(100, shown[1] - 142, "Burglary 1,204 -4%")
        canvas.drawString(100, shown[1] - 162, "Robbery 90 +9%")
        canvas.line(100, shown[1] - 192, 300, shown[1] - 192)

    return turned


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_reads_as_the_unturned_one(degrees: int) -> None:
    size = (842.0, 595.0) if degrees % 180 else (595.0, 842.0)
    (plain,) = read(draw(upright_for(0)))
    (turned,) = read(with_entry(draw(upright_for(degrees), size=size), "/Rotate", degrees))
    assert (turned.width_pt, turned.height_pt) == (595, 842)
    assert places(turned) == places(plain)
    assert [w.upright for w in turned.words] == [True] * 6
    assert [tuple(round(v) for v in r.box) for r in turned.rulings] == [(100, 192, 300, 192)]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True], ids=["whole", "cropped"])
def test_words_stand_where_pdfium_shows_them(degrees: int, cropped: bool) -> None:
    width, height = (842.0, 595.0) if degrees % 180 else (595.0, 842.0)
    data = with_entry(draw(upright_for(degrees), size=(width, height)), "/Rotate", degrees)
    if cropped:
        data = with_entry(data, "/CropBox", [30, 20, width - 40, height - 50])
    (page,) = read(data)
    theirs = pdfium_words(data)
    ours = {w.text: w.box for w in page.words}
    assert list(ours) == ["Burglary", "1,204", "-4%", "Robbery", "90", "+9%"]
    for text, box in ours.items():
        x, y = theirs[text].centre
        assert box.grown(1).holds(x, y), (text, box, theirs[text])
        assert abs(box.centre[0] - x) < 2


def test_a_crop_box_off_the_origin_shifts_and_hides() -> None:
    data = with_entry(draw(paint), "/CropBox", [90, 620, 500, 800])
    (page,) = read(data)
    assert (page.width_pt, page.height_pt) == (410, 180)
    assert [w.text for w in page.words] == ["Burglary", "1,204", "-4%"]
    assert page.words[0].box.x0 == 10
    assert [tuple(r.box) for r in page.rulings] == [(10, 150, 210, 150)]
    assert page.images == ()


def test_a_media_box_off_the_origin_shifts() -> None:
    data = with_entry(draw(paint), "/MediaBox", [50, 20, 595, 842])
    (page,) = read(data)
    (plain,) = read(draw(paint))
    assert (page.width_pt, page.height_pt) == (545, 822)
    assert page.words[0].box.x0 == plain.words[0].box.x0 - 50
    assert page.words[0].box.top == plain.words[0].box.top


@pytest.mark.parametrize("corners", [[595, 842, 0, 0], [0, 842, 595, 0], [595, 0, 0, 842]])
def test_a_media_box_may_name_any_two_corners(corners: list[int]) -> None:
    (page,) = read(with_entry(draw(paint), "/MediaBox", corners))
    (plain,) = read(draw(paint))
    assert (page.width_pt, page.height_pt) == (595, 842)
    assert places(page) == places(plain)


def test_a_crop_box_outside_the_page_is_passed_over() -> None:
    (page,) = read(with_entry(draw(paint), "/CropBox", [900, 900, 1000, 1000]))
    assert len(page.words) == 4


# --- words as printed ------------------------------------------------------------------------


def leaning(angle: float) -> Paint:
    def lean(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 12)
        text.setTextTransform(1, angle, -angle, 1, 100, 700)
        text.textOut("Burglary 1,204")
        canvas.drawText(text)

    return lean


def test_glyphs_that_lean_by_a_rounding_error_stand_upright() -> None:
    (page,) = read(draw(leaning(0.0002)))
    assert [(w.text, w.upright) for w in page.words] == [("Burglary", True), ("1,204", True)]


def test_a_watermark_across_the_page_does_not() -> None:
    (page,) = read(draw(leaning(0.5)))
    assert not any(w.upright for w in page.words)


def spaced(gap_pt: float, left: str, right: str) -> Paint:
    """Two texts with a space character between them that leaves a gap so wide in print."""

    def show(canvas: Canvas) -> None:
        text = canvas.beginText(100, 700)
        text.setFont("Helvetica", 10)
        text.setWordSpace(gap_pt - 2.78)
        text.textOut(f"{left} {right}")
        canvas.drawText(text)

    return show


@pytest.mark.parametrize(
    ("gap_pt", "left", "right", "words"),
    [
        (0.0, "3", "5,585", ["35,585"]),
        (0.0, "(2", ",816)", ["(2,816)"]),
        (0.2, "1,2", "04", ["1,204"]),
        (2.78, "3", "5,585", ["3", "5,585"]),
        (2.78, "40,089", "36,232", ["40,089", "36,232"]),
    ],
)
def test_a_space_without_width_parts_no_number(
    gap_pt: float, left: str, right: str, words: list[str]
) -> None:
    (page,) = read(draw(spaced(gap_pt, left, right)))
    assert [w.text for w in page.words] == words


@pytest.mark.parametrize(
    ("gap_pt", "left", "right", "words"),
    [
        (1.2, "1,270", "-10.79", ["1,270", "-10.79"]),
        (1.2, "100", "+12%", ["100", "+12%"]),
        (0.0, "2014", "-2015", ["2014-2015"]),
        (1.2, "5.2", "Calls", ["5.2Calls"]),
    ],
)
def test_a_gap_that_a_sign_almost_fills_parts_two_numbers(
    gap_pt: float, left: str, right: str, words: list[str]
) -> None:
    def show(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(100, 700, left)
        canvas.drawString(100 + canvas.stringWidth(left, "Helvetica", 10) + gap_pt, 700, right)

    (page,) = read(draw(show))
    assert [w.text for w in page.words] == words


def test_blanks_of_a_long_label_part_no_figures_beside_it() -> None:
    def show(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 700.4, "Arrivals" + 40 * " ")
        canvas.drawString(120, 700, "(498.5)")
        canvas.drawString(170, 700, "1,294")

    (page,) = read(draw(show))
    assert [w.text for w in page.words] == ["Arrivals", "(498.5)", "1,294"]


def test_no_word_holds_a_character_that_no_output_may_hold() -> None:
    (page,) = read(draw(lambda canvas: canvas.drawString(100, 700, "rise\x07 of \x7f4%")))
    assert not any(c < " " or c == "\x7f" for w in page.words for c in w.text)


# --- the document ----------------------------------------------------------------------------


def test_pages_are_counted_from_one_and_may_be_chosen() -> None:
    with open_document(draw(paint, paint, paint)) as opened:
        assert opened.page_count == 3
        assert [page.number for page in opened.pages()] == [1, 2, 3]
        assert [page.number for page in opened.pages(frozenset({2}))] == [2]
        assert not opened.repaired
        assert opened.unread == []


def test_what_the_file_says_of_itself_is_read() -> None:
    def describe(document: pikepdf.Pdf) -> None:
        document.docinfo["/Title"] = "Crime in Anytown "
        document.Root.Lang = pikepdf.String("en-GB")

    with open_document(changed(draw(paint), describe)) as opened:
        assert opened.metadata("Title") == "Crime in Anytown"
        assert opened.metadata("Subject") in ("", "unspecified")
        assert opened.metadata("Nothing") == ""
        assert opened.language == "en-GB"


def test_an_encrypted_report_opens_with_its_password() -> None:
    data = encrypt(draw(paint), "secret")
    assert read(data, "secret")[0].words[0].text == "Burglary"
    assert read(data, "owner") == read(data, "secret")
    assert read(encrypt(draw(paint), "")) == read(draw(paint))


@pytest.mark.parametrize("password", ["", "wrong"])
def test_without_its_password_it_does_not(password: str) -> None:
    with pytest.raises(EncryptedError, match="--password"):
        read(encrypt(draw(paint), "secret"), password)


@pytest.mark.parametrize("data", [b"Recorded crime rose.", b"<html></html>", b"x" * 2000 + b"%PDF-1.7"])
def test_what_is_no_pdf_is_told_by_its_first_bytes(data: bytes) -> None:
    with pytest.raises(NotAPdfError, match="is a PDF"):
        read(data)


def test_bytes_before_the_header_are_allowed() -> None:
    assert len(read(b"\n" * 100 + draw(paint))) == 1


def test_an_empty_file_is_told() -> None:
    with pytest.raises(EmptyFileError, match="0 bytes"):
        read(b"")


def test_a_file_beyond_repair_is_told() -> None:
    with pytest.raises(CorruptError, match="export it again"):
        read(draw(paint)[:300])


def test_a_file_without_pages_is_told() -> None:
    stream = io.BytesIO()
    pikepdf.new().save(stream)
    with pytest.raises(NoPagesError, match="no pages"):
        read(stream.getvalue())


def test_a_scan_has_pages_with_a_picture_and_no_words() -> None:
    pages = read(draw_scan(2))
    assert [(p.words, len(p.images)) for p in pages] == [((), 1), ((), 1)]


def test_an_empty_page_is_an_empty_page() -> None:
    with open_document(draw(lambda canvas: None)) as opened:
        assert list(opened.pages()) == [Page(1, 595.0, 842.0)]
        assert opened.unread == []


def test_a_page_whose_contents_cannot_be_unpacked_is_named() -> None:
    def break_contents(document: pikepdf.Pdf) -> None:
        document.pages[1].Contents.write(b"no stream " * 40, filter=pikepdf.Name.FlateDecode)

    with open_document(changed(draw(paint, paint), break_contents)) as opened:
        assert [len(page.words) for page in opened.pages()] == [4, 0]
        assert opened.unread == [2]


def test_reading_twice_gives_the_same() -> None:
    data = draw_report(pages=2)
    assert read(data) == read(data)


def test_a_page_whose_text_runs_up_the_page_is_named_as_unread() -> None:
    def sideways(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -300, "Burglary 1,204 1,100 +104 +9% and robbery 99 98 +1 +1%")

    with open_document(draw(sideways)) as opened:
        list(opened.pages())
        assert opened.unread == [1]


def _with_dots_read_as_space_and_dot(document: pikepdf.Pdf) -> None:
    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <2E> <0020002E> endbfchar"
    for font in document.pages[0].Resources.Font.values():
        font.ToUnicode = document.make_stream(cmap)


def test_a_glyph_that_reads_as_a_space_and_a_dot_leaves_no_space_in_a_word() -> None:
    data = changed(
        draw(lambda canvas: canvas.drawString(60, 700, "Total . . . 1,540.0")),
        _with_dots_read_as_space_and_dot,
    )
    (page,) = read(data)
    assert [w.text for w in page.words] == ["Total", ".", ".", ".", "1,540.0"]

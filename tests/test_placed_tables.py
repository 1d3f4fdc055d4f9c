"""Tables keep their cells however the page is set: turned, cropped, in one of two columns."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Options
from extract.pipeline import read_blocks
from tests.typeset import shown

A4 = (595.0, 842.0)
HEADS = (("", "Offences", "", "Charges", ""), ("Ward", "2019", "2018", "2019", "2018"))
BODY = (
    ("Northgate", "1,204", "1,100", "310", "298"),
    ("Under 18", "90", "100", "12", "15"),
    ("18 and over", "1,114", "1,000", "298", "283"),
    ("Quayside", "877", "912", "205", "199"),
)
FIGURES = [list(row) for row in BODY]
EXPECTED = {  # without lines, the stub's head goes up to the top
    True: [["", "Offences", "<", "Charges", "<"], list(HEADS[1]), *FIGURES],
    False: [["Ward", "Offences", "<", "Charges", "<"], ["^", *HEADS[1][1:]], *FIGURES],
}
EDGES = (60.0, 150.0, 200.0, 250.0, 300.0, 350.0)
PROSE = (
    "The wards of the old town were",
    "quieter than in the year before, as",
    "the number of patrols had doubled",
    "and the lights along the river were",
    "mended at last. Residents said in a",
    "survey that they felt safer at night,",
    "above all around the station, where",
    "a new office had been opened early",
    "in the spring and was well visited.",
)


def draw(ruled: bool, degrees: int = 0, left: float = 60.0, prose_at: float | None = None) -> bytes:
    """A page that shows one table upright when it is turned by so many degrees."""
    width, height = A4 if degrees % 180 == 0 else A4[::-1]
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width, height), invariant=1)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(degrees)
    canvas.translate(-A4[0] / 2, -A4[1] / 2)
    if prose_at is not None:
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(PROSE):
            canvas.drawString(prose_at, 700 - 13 * number, line)
    _draw_table(canvas, ruled, left)
    canvas.save()
    return stream.getvalue()


def _draw_table(canvas: Canvas, ruled: bool, left: float) -> None:
    edges = [left + x - EDGES[0] for x in EDGES]
    rows = (*HEADS, *BODY)
    if ruled:
        canvas.setLineWidth(0.5)
        for number in range(len(rows) + 1):
            canvas.line(edges[0], 710 - 20 * number, edges[-1], 710 - 20 * number)
        for column, x in enumerate(edges):
            top = 690 if column in {2, 4} else 710  # the spanners' columns start below them
            canvas.line(x, top, x, 710 - 20 * len(rows))
    for number, row in enumerate(rows):
        canvas.setFont("Helvetica-Bold" if number < len(HEADS) else "Helvetica", 9)
        y = 696 - 20 * number
        for column, text in enumerate(row):
            if number == 0:
                canvas.drawCentredString(edges[column] + 50, y, text)
            elif column == 0:
                canvas.drawString(edges[0] + 3, y, text)
            else:
                canvas.drawRightString(edges[column + 1] - 3, y, text)


def turned(data: bytes, degrees: int) -> bytes:
    return with_entry(data, "/Rotate", degrees)


def with_entry(data: bytes, key: str, value: object) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.pages[0][key] = value
        document.save(stream, static_id=True)
    return stream.getvalue()


def only_table(data: bytes) -> list[list[str]]:
    _, blocks = read_blocks(data, Options())
    (table,) = blocks.tables
    return shown(table)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "borderless"])
def test_a_turned_page_gives_the_table_it_shows(ruled: bool, degrees: int) -> None:
    assert only_table(turned(draw(ruled, degrees), degrees)) == EXPECTED[ruled]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "borderless"])
def test_a_crop_box_off_the_origin_moves_the_table_and_keeps_it(ruled: bool, degrees: int) -> None:
    box = [40, 50, *(A4 if degrees % 180 == 0 else A4[::-1])]
    data = with_entry(turned(draw(ruled, degrees), degrees), "/CropBox", box)
    assert only_table(data) == EXPECTED[ruled]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "borderless"])
@pytest.mark.parametrize(("left", "prose_at"), [(40.0, 370.0), (250.0, 40.0)], ids=["left", "right"])
def test_a_table_in_one_column_of_the_page_leaves_the_prose_beside_it(
    ruled: bool, left: float, prose_at: float
) -> None:
    data = draw(ruled, left=left, prose_at=prose_at)
    assert only_table(data) == EXPECTED[ruled]
    _, blocks = read_blocks(data, Options())
    assert " ".join(p.text for p in blocks.paragraphs) == " ".join(PROSE)


def test_each_column_of_the_page_may_hold_a_table_of_its_own() -> None:
    rows = (
        ("Ward", "2019", "2018"),
        ("Northgate", "120", "110"),
        ("Quayside", "87", "91"),
        ("Mill", "7", "9"),
    )
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for left in (40.0, 320.0):
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(PROSE):
            canvas.drawString(left, 760 - 13 * number, line)
        canvas.drawString(left, 610, f"Table {left:.0f}. Calls by ward")
        for number, row in enumerate(rows):
            canvas.drawString(left, 590 - 14 * number, row[0])
            canvas.drawRightString(left + 110, 590 - 14 * number, row[1])
            canvas.drawRightString(left + 160, 590 - 14 * number, row[2])
    canvas.save()
    _, blocks = read_blocks(stream.getvalue(), Options())
    assert [shown(table) for table in blocks.tables] == [[list(row) for row in rows]] * 2

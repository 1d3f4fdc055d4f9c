"""The short way to a page's glyphs gives what pdfplumber's own way gives."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.pages.glyphs import read_glyphs_fast
from tests.drawn import draw_report

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))


def coloured() -> bytes:
    """Grey, RGB and CMYK letters, turned ones, and a page turned as a whole."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    canvas.setFillGray(0.4)
    canvas.drawString(100, 700, "grey")
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(100, 650, "red")
    canvas.setFillColorCMYK(1, 0, 0, 0.2)
    canvas.drawString(100, 600, "blue")
    canvas.rotate(90)
    canvas.drawString(100, -50, "upward")
    canvas.showPage()
    canvas.setPageRotation(90)
    canvas.drawString(100, 700, "sideways")
    canvas.save()
    return stream.getvalue()


def chars(data: bytes, fast: bool) -> list[list[dict[str, object]]]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages if fast else ():
            read_glyphs_fast(page)
        return [page.chars for page in document.pages]


@pytest.mark.parametrize(
    "data",
    [draw_report(pages=2), coloured(), *(path.read_bytes() for path in SAMPLES)],
    ids=["report", "coloured", *(path.stem for path in SAMPLES)],
)
def test_each_glyph_is_what_pdfplumber_reads(data: bytes) -> None:
    ours, theirs = chars(data, fast=True), chars(data, fast=False)
    assert sum(map(len, ours)) > 10
    for page, expected in zip(ours, theirs, strict=True):
        for glyph, whole in zip(page, expected, strict=True):
            assert glyph == {key: whole[key] for key in glyph}


def test_all_that_words_are_made_of_is_there() -> None:
    ours, theirs = chars(draw_report(), fast=True), chars(draw_report(), fast=False)
    left_out = {key for key in theirs[0][0] if key not in ours[0][0]}
    assert left_out <= {
        "adv",
        "mcid",
        "ncs",
        "stroking_color",
        "stroking_pattern",
        "non_stroking_pattern",
        "tag",
    }


def test_lines_and_pictures_are_read_as_before() -> None:
    with pdfplumber.open(io.BytesIO(draw_report())) as document:
        before = [
            {name: value for name, value in line.items() if name not in {"mcid", "tag"}}
            for line in document.pages[0].lines
        ]
    with pdfplumber.open(io.BytesIO(draw_report())) as document:
        read_glyphs_fast(document.pages[0])
        assert document.pages[0].lines == before != []

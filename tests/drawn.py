"""Small reports drawn for the tests: a title, a numbered paragraph and a ruled KPI table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HEAD = ("Offence", "Q1 2019/20", "Q1 2018/19", "Change", "% change")
RIGHT = (("Burglary", "1,204", "1,100", "+104", "+9%"), ("Robbery", "90", "100", "-10", "-10%"))
WRONG = (("Burglary", "1,204", "1,100", "+104", "+9%"), ("Robbery", "129", "106", "-23", "-22%"))

_EDGES = (60, 200, 280, 360, 440, 520)
_ROW_PT = 22


def draw_report(
    rows: Sequence[Sequence[str]] = RIGHT,
    title: str = "Performance report",
    pages: int = 1,
    head: Sequence[str] = HEAD,
    prose: str = "Recorded crime between April and June 2019, Quarter 1 2019/20.",
) -> bytes:
    """A report of so many pages, each with the same table; the bytes depend on nothing else."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(60, 780, title if number == 1 else f"Part {number}")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 740, f"{number}.1 {prose}")
        _draw_table(canvas, (head, *rows), 700)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def draw_endless(page: int, pages: int) -> bytes:
    """A report one page of which draws a form that draws another one twice, and so on, 40 times over."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(draw_report(pages=pages))) as document:
        form = document.make_stream(b"BT ET", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox = [0, 0, 10, 10]
        for _ in range(40):
            outer = document.make_stream(b"/F Do /F Do", Type=form.Type, Subtype=form.Subtype)
            outer.BBox, outer.Resources = form.BBox, pikepdf.Dictionary(XObject={"/F": form})
            form = outer
        drawn = document.pages[page - 1]
        drawn.Resources.XObject = pikepdf.Dictionary({"/F": form})
        drawn.Contents = document.make_stream(b"/F Do")
        document.save(stream)
    return stream.getvalue()


def draw_scan(pages: int = 1) -> bytes:
    """Pages that hold one picture each and no text, as a scan does."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    picture = Image.new("L", (120, 160), 255)
    ImageDraw.Draw(picture).text((10, 40), "Recorded crime", fill=0)
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 30, 30, 535, 780)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def encrypt(data: bytes, password: str, *, extract: bool = True) -> bytes:
    """The same report behind a password; its bits allow to extract text, or don't."""
    stream = io.BytesIO()
    allowed = pikepdf.Permissions(extract=extract)
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="owner", user=password, allow=allowed))
    return stream.getvalue()


def write_reports(folder: Path, **reports: bytes) -> Path:
    """A folder with these reports, ``NAME=bytes`` becoming ``NAME.pdf``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in reports.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return folder


def _draw_table(canvas: Canvas, rows: Sequence[Sequence[str]], top: float) -> None:
    canvas.setLineWidth(0.5)
    for number in range(len(rows) + 1):
        y = top - number * _ROW_PT
        canvas.line(_EDGES[0], y, _EDGES[-1], y)
    for x in _EDGES:
        canvas.line(x, top, x, top - len(rows) * _ROW_PT)
    for number, row in enumerate(rows):
        canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", 10)
        for x, text in zip(_EDGES, row, strict=False):
            canvas.drawString(x + 4, top - number * _ROW_PT - 15, text)

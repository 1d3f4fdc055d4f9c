"""pdfplumber's page with a shorter way from pdfminer's glyphs to pdfplumber's dicts.

pdfplumber sends each attribute of each glyph through a resolver of indirect objects, which takes
a third of the time of reading a page. A glyph's attributes are plain numbers and texts, so they
are taken as they are; what is read here is equal to what pdfplumber reads (a test compares them).
"""

from __future__ import annotations

from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTItem, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

MOST_PATHS = 50_000  # of a page: maps and drawings have more, tables don't
MOST_GLYPH_BYTES = 600_000  # likewise; a glyph takes one byte or two
_HIGH, _DEEP = 0.15, 0.6  # of a glyph's height: how far its foot may lie above and below the baseline
_USUAL = 0.22  # the usual descent


class TooManyGlyphsError(Exception):
    """A page holds more glyphs than any print."""


class _Device(PDFPageAggregator):
    """Collects what a page draws, up to a limit.

    pdfplumber's own notes the mark-up of each glyph as well, which nobody asks for here.
    """

    paths = glyphs = 0

    def paint_path(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  pdfminer's own
        """Collect a path; past the limit nothing but text is read."""
        self.paths += 1
        if self.paths <= MOST_PATHS:
            super().paint_path(*args, **kwargs)

    def render_string(self, textstate: Any, seq: Any, *rest: Any) -> None:  # noqa: ANN401  likewise
        """Collect a string's glyphs."""
        self.glyphs += sum(len(part) for part in seq if isinstance(part, bytes))
        if self.glyphs > MOST_GLYPH_BYTES:
            raise TooManyGlyphsError
        super().render_string(textstate, seq, *rest)


class GlyphPage(Page):
    """A pdfplumber page whose glyphs hold only what words are made of."""

    @property
    def layout(self) -> LTPage:
        """What pdfminer makes of the page.

        Raises:
            PdfminerException: It can't be read, or holds more than any print.
        """
        if not hasattr(self, "_layout"):
            device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
            try:
                PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            except Exception as error:
                raise PdfminerException(error) from error
            self._layout = device.get_result()
            self.paths = device.paths
        return self._layout

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """One object of the page as a dict; glyphs by the short way, all others by pdfplumber's."""
        if type(obj) is not LTChar:
            taken: dict[str, Any] = super().process_object(obj)
            return taken
        x0, y0, x1, y1 = obj.bbox
        y0, y1 = _on_baseline(y0, y1, obj)
        shift_x, shift_y = self.mediabox[:2]
        top = self.height - y1 + shift_y
        colour = obj.graphicstate.ncolor
        fontname: Any = obj.fontname
        return {
            "object_type": "char",
            "page_number": self.page_number,
            "text": obj.get_text(),
            "fontname": fontname.decode("latin-1") if isinstance(fontname, bytes) else fontname,
            "size": obj.size,
            "upright": obj.upright,
            "matrix": obj.matrix,
            "x0": x0 + shift_x,
            "x1": x1 + shift_x,
            "y0": y0,
            "y1": y1,
            "width": obj.width,
            "height": obj.height,
            "top": top,
            "bottom": self.height - y0 + shift_y,
            "doctop": self.initial_doctop + top,
            "non_stroking_color": colour if isinstance(colour, tuple) else (colour,),
        }


def _on_baseline(y0: float, y1: float, glyph: LTChar) -> tuple[float, float]:
    """Foot and top of an upright glyph, which some fonts say lie far from its baseline.

    pdfminer takes the font's own descent; one of -2.4 of its size shifts each box by two lines.
    """
    a, b, c, d, _, baseline = glyph.matrix
    height = y1 - y0
    if b or c or a <= 0 or d <= 0 or -_HIGH * height <= baseline - y0 <= _DEEP * height:
        return y0, y1
    return baseline - _USUAL * height, baseline + (1 - _USUAL) * height


def has_too_many_paths(page: Page) -> bool:
    """Whether a page that was read draws more than is looked at, so that its lines are not all known."""
    return getattr(page, "paths", 0) > MOST_PATHS


def read_glyphs_fast(page: Page) -> None:
    """Make a page of pdfplumber's read its glyphs by the short way from now on."""
    page.__class__ = GlyphPage

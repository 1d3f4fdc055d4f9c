"""pdfplumber's page with a shorter way from pdfminer's glyphs to pdfplumber's dicts.

pdfplumber sends each attribute of each glyph through a resolver of indirect objects, which takes
a third of the time of reading a page. A glyph's attributes are plain numbers and texts, so they
are taken as they are; what is read here is equal to what pdfplumber reads (a test compares them).
"""

from __future__ import annotations

from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page

_HIGH, _DEEP = 0.15, 0.6  # of a glyph's height: how far its foot may lie above and below the baseline
_USUAL = 0.22  # the usual descent


class GlyphPage(Page):
    """A pdfplumber page whose glyphs hold only what words are made of."""

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


def read_glyphs_fast(page: Page) -> None:
    """Make a page of pdfplumber's read its glyphs by the short way from now on."""
    page.__class__ = GlyphPage

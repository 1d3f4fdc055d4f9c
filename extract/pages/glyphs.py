"""pdfplumber's page with a shorter way from pdfminer's glyphs to pdfplumber's dicts.

pdfplumber sends each attribute of each glyph through a resolver of indirect objects, which takes
a third of the time of reading a page. A glyph's attributes are plain numbers and texts, so they
are taken as they are; what is read here is equal to what pdfplumber reads (a test compares them).
"""

from __future__ import annotations

from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page


class GlyphPage(Page):
    """A pdfplumber page whose glyphs hold only what words are made of."""

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """One object of the page as a dict; glyphs by the short way, all others by pdfplumber's."""
        if type(obj) is not LTChar:
            taken: dict[str, Any] = super().process_object(obj)
            return taken
        x0, y0, x1, y1 = obj.bbox
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


def read_glyphs_fast(page: Page) -> None:
    """Make a page of pdfplumber's read its glyphs by the short way from now on."""
    page.__class__ = GlyphPage

"""The part of a page that a viewer shows.

In: a page of pdfplumber's. Out: boxes in its points. Out of scope: what stands in them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pdfplumber.page import Page as PlumberPage

from extract.model import Box


def shown_box(plumber: PlumberPage) -> Box:
    """The part of the page that a viewer shows: the crop box as far as it lies on the media box.

    pdfplumber turns the page and leaves the crop box as it was, so that is turned here.
    """
    media = Box(*(float(v) for v in plumber.mediabox))
    left, top, right, bottom = _cut_off(plumber)
    shown = Box(media.x0 + left, media.top + top, media.x1 - right, media.bottom - bottom)
    return shown if shown.width > 0 and shown.height > 0 else media


def _cut_off(plumber: PlumberPage) -> tuple[float, float, float, float]:
    """What the crop box cuts off the displayed page's left, top, right and bottom."""
    media, crop = corners(plumber.page_obj.mediabox), corners(plumber.page_obj.cropbox)
    sides = (crop[0] - media[0], media[3] - crop[3], media[2] - crop[2], crop[1] - media[1])
    turns = int(plumber.rotation) // 90 % 4  # clockwise: what was below is on the left
    left, top, right, bottom = (max(0.0, side) for side in (*sides[4 - turns :], *sides[: 4 - turns]))
    return left, top, right, bottom


def corners(box: Sequence[float]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a box; a MediaBox may name any two corners.

    >>> corners((612, 792, 0, 0))
    (0.0, 0.0, 612.0, 792.0)
    """
    x0, y0, x1, y1 = (float(v) for v in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

"""Whether a page's text can be believed: damage that hides behind letters.

In: a page's glyphs. Out: glyphs drawn twice taken out, and whether so many have no text that the
page must be read another way. Out of scope: reading it (a page found damaged is named as unread).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

_SAME_PT = 0.9  # a bold face made by drawing twice is shifted by less than a point
_MOST_UNIQUE = 0.998  # of a page's glyphs stand alone: on most pages, none is looked at twice
_MOST_UNKNOWN = 0.1  # of a page's glyphs
_PRIVATE = range(0xE000, 0xF900)  # the fonts' own signs


def without_doubles(glyphs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Glyphs without those drawn a second time at nearly the same place.

    Some programs draw a letter twice for a bold face or a shadow: "22" then stands where 2 is printed.

    Args:
        glyphs: As pdfplumber gives them.

    Returns:
        The same in the same order, the first of each pair kept.
    """
    if len({(g["text"], int(g["x0"]), int(g["top"])) for g in glyphs}) > _MOST_UNIQUE * len(glyphs):
        return list(glyphs)
    seen: dict[tuple[str, int], list[float]] = defaultdict(list)
    kept = []
    for glyph in glyphs:
        level = round(float(glyph["top"]))
        text = glyph["text"]
        x0 = float(glyph["x0"])
        near = (x for row in (level - 1, level, level + 1) for x in seen.get((text, row), ()))
        limit = min(_SAME_PT, 0.3 * float(glyph["width"]))
        if text.isspace() or not any(abs(x - x0) < limit for x in near):
            kept.append(glyph)
        seen[text, level].append(x0)
    return kept


def is_damaged(glyphs: Sequence[dict[str, Any]]) -> bool:
    """Whether too many of a page's glyphs have no text: numbers among them could not be trusted.

    >>> is_damaged([{"text": "(cid:12)"}] * 30), is_damaged([{"text": "a"}] * 30)
    (True, False)
    """
    telling: list[str] = [glyph["text"] for glyph in glyphs if not glyph["text"].isspace()]
    unknown = sum(has_no_text(text) for text in telling)
    return unknown > _MOST_UNKNOWN * len(telling)


def has_no_text(text: str) -> bool:
    """Whether a text holds a glyph that the file gives no letter for.

    >>> has_no_text("1(cid:7)4"), has_no_text("1,204")
    (True, False)
    """
    return "(cid:" in text or "\ufffd" in text or any(ord(letter) in _PRIVATE for letter in text)

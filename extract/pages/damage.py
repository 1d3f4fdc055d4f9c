"""Whether a page's text can be believed: damage that hides behind letters.

In: a page's glyphs. Out: glyphs drawn twice and blanks under letters taken out, and whether so many
have no text that the page must be read another way. Out of scope: reading it (a page found damaged is
named as unread).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_SAME_PT = 0.9  # a bold face made by drawing twice is shifted by less than a point
_MOST_UNIQUE = 0.998  # of a page's glyphs stand alone: on most pages, none is looked at twice
_PADDING = 3  # blanks in a row: fewer part words
_COVERED = 0.75  # of a blank's width: letters on both sides of a gap reach less far into it
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


def without_covered_padding(glyphs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Glyphs without the blanks of padding that letters are printed over.

    A line set off with blanks may run on under the heads beside it, and would part "YTD" into three words.

    Args:
        glyphs: As pdfplumber gives them.

    Returns:
        The same in the same order.
    """
    runs = [range(*run) for run in _runs_of_blanks(glyphs)]
    padding = {at for run in runs if len(run) >= _PADDING for at in run}
    if not padding:
        return list(glyphs)
    letters: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for glyph in glyphs:
        if not glyph["text"].isspace():
            letters[round(float(glyph["top"]))].append(glyph)
    return [g for at, g in enumerate(glyphs) if at not in padding or not _is_covered(g, letters)]


def _runs_of_blanks(glyphs: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    start = None
    for at, glyph in enumerate(glyphs):
        if glyph["text"].isspace():
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(glyphs)


def _is_covered(blank: dict[str, Any], letters: Mapping[int, Sequence[dict[str, Any]]]) -> bool:
    level = round(float(blank["top"]))
    near = (letter for row in range(level - 2, level + 3) for letter in letters.get(row, ()))
    shared = (min(blank["x1"], g["x1"]) - max(blank["x0"], g["x0"]) for g in near)
    return bool(sum(part for part in shared if part > 0) > _COVERED * float(blank["width"]))


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

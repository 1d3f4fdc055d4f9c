"""A page's words, from its glyphs.

In: a page of pdfplumber's. Out: Word records in points from the corner shown. What print shows
and the file hides is put right here: figures parted by a space without width, letters by a blank
under them, raised footnote marks, bullets without a code, glyphs that lean by a rounding error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page as PlumberPage

from extract.model import Box, Word, union
from extract.notation.characters import clean
from extract.pages.damage import without_covered_padding, without_doubles

_WORD_GAP = 0.17  # of the font's size: a wider gap parts two words
_BULLET_CODES = frozenset(f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157))
_LEAN = 0.01  # of a glyph's width or height
_ACROSS = 0.1  # of its width: a line of text climbs so much in a watermark, not in a crooked scan
_NO_GAP = 0.03  # of the font's size: print shows no gap at all
_FIGURE = re.compile(r"[-+(]?[\d.,]+[%)]*")
_TWO_NUMBERS = re.compile(r"\d[\d,]*(?:\.\d+)?%?(?P<second>[-+\u2212]\d[\d,]*(?:\.\d+)?%?)")
_SIGN_GAP = 0.05  # of the font's size: between two numbers the gap before a sign is so much wider than others
_RAISED_SIZE = 0.8  # of the letters beside it: a footnote mark is clearly smaller
_RAISED_BY = 0.15  # of their size: and stands clearly higher
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_words(plumber: PlumberPage, left: float, top: float) -> list[Word]:
    """The words of a page in pdfplumber's order.

    Args:
        plumber: The page; its glyphs are put right where they lie.
        left: Of the corner that a viewer shows, in pdfplumber's points.
        top: Likewise.
    """
    return _without_blanks(_words(plumber, left, top))


def _words(plumber: PlumberPage, left: float, top: float) -> Iterator[Word]:
    plumber.objects["char"] = without_covered_padding(without_doubles(plumber.chars))
    _set_upright(plumber)
    _set_bullets(plumber)
    found = plumber.extract_words(
        x_tolerance_ratio=_WORD_GAP, y_tolerance=2, keep_blank_chars=False, return_chars=True
    )
    for item in (part for each in found for part in _parted(each)):
        chars = item["chars"]
        font = Counter(str(c["fontname"]) for c in chars).most_common(1)[0][0].lower()
        yield Word(
            text=clean(_with_marks("".join(item["text"].split()), chars)),  # a glyph may be " ."
            box=box_of(item, left, top),
            size_pt=round(float(chars[0]["size"]), 2),
            bold=any(mark in font for mark in ("bold", "black", "heavy", "semib", "demi")),
            italic="italic" in font or "oblique" in font,
            colour=colour_of(chars[0].get("non_stroking_color")),
            upright=bool(item["upright"]),
        )


def _parted(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Two numbers whose gap a sign almost fills, as two: ``1,270 -10.79``."""
    chars, text = item["chars"], item["text"]
    at = match.start("second") if (match := _TWO_NUMBERS.fullmatch(text)) else 0
    if not at or len(chars) != len(text) or not item["upright"]:
        yield item
        return
    gap = chars[at]["x0"] - chars[at - 1]["x1"]
    others = [b["x0"] - a["x1"] for i, (a, b) in enumerate(pairwise(chars), start=1) if i != at]
    if gap < max(others, default=0.0) + _SIGN_GAP * chars[at]["size"]:
        yield item
        return
    for part, own in ((text[:at], chars[:at]), (text[at:], chars[at:])):
        yield {**item, "text": part, "chars": own, "x0": own[0]["x0"], "x1": own[-1]["x1"]}


def _set_upright(plumber: PlumberPage) -> None:
    """Glyphs leaning by a rounding error stand upright, those across the page don't.

    pdfminer has it the other way about for both.
    """
    for char in plumber.chars:
        a, b, c, d = char["matrix"][:4]
        if char["upright"]:
            char["upright"] = abs(b) < _ACROSS * abs(a)
        else:
            char["upright"] = abs(b) < _LEAN * abs(a) and abs(c) < _LEAN * abs(d) and a > 0 and d > 0


def _set_bullets(plumber: PlumberPage) -> None:
    """Read unused codes of WinAnsiEncoding as bullets (PDF 1.7, annex D.2, note 3), as viewers do.

    A page with other codes that have no text is damaged, and its codes mean nothing.
    """
    unknown = [char for char in plumber.chars if char["text"].startswith("(cid:")]
    if all(char["text"] in _BULLET_CODES for char in unknown):
        for char in unknown:
            char["text"] = "•"


def _without_blanks(words: Iterable[Word]) -> list[Word]:
    """Join figures that only a space without width parts: ``3 5,585`` printed as ``35,585``."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and last.upright and _touches(last, word):
            box = union((last.box, word.box))
            joined[-1] = replace(last, text=last.text + word.text, box=box)
        else:
            joined.append(word)
    return joined


def _touches(left: Word, right: Word) -> bool:
    gap = right.box.x0 - left.box.x1
    figures = _FIGURE.fullmatch(left.text) and _FIGURE.fullmatch(right.text)
    return bool(figures) and abs(gap) <= _NO_GAP * right.size_pt and left.box.top == right.box.top


def _with_marks(text: str, chars: Sequence[dict[str, Any]]) -> str:
    """A word with the raised digits at its end as superscripts: ``2023`` and a raised 1 is no 20231."""
    if len(chars) < 2 or len(text) != len(chars) or not text[-1].isdigit():
        return text
    size, baseline = chars[0]["size"], chars[0]["matrix"][5]
    start = len(chars)
    while start > 1 and _is_raised(chars[start - 1], size, baseline):
        start -= 1
    return text[:start] + text[start:].translate(_RAISED)


def _is_raised(char: dict[str, Any], size: float, baseline: float) -> bool:
    small = char["size"] <= _RAISED_SIZE * size
    return bool(small and char["text"].isdigit() and char["matrix"][5] - baseline >= _RAISED_BY * size)


def box_of(item: dict[str, Any], left: float, top: float) -> Box:
    """An object's box, from the corner shown."""
    return Box(
        round(float(item["x0"]) - left, 3),
        round(float(item["top"]) - top, 3),
        round(float(item["x1"]) - left, 3),
        round(float(item["bottom"]) - top, 3),
    )


def colour_of(value: object) -> str:
    """A grey, RGB or CMYK colour as ``#rrggbb``; empty for patterns and unknown spaces."""
    parts = value if isinstance(value, (tuple, list)) else (value,)
    with suppress(TypeError, ValueError):
        numbers = [min(1.0, max(0.0, float(p))) for p in parts]
        if len(numbers) == 1:
            numbers *= 3
        elif len(numbers) == 4:
            cyan, magenta, yellow, black = numbers
            numbers = [(1 - c) * (1 - black) for c in (cyan, magenta, yellow)]
        if len(numbers) == 3:
            return "#" + "".join(f"{round(n * 255):02x}" for n in numbers)
    return ""

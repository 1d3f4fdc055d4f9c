"""Lines of words cut at wide gaps: the pieces that stand in columns.

A piece is numeric where it is one number or a missing-value symbol. Two numbers side by side are
two pieces however narrow the gap; a number and its unit are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.blocks.grids.grid import text_lines
from extract.model import Box, Image, Word, union
from extract.notation.numbers import looks_numeric

TEXT_GAP = 0.85  # of the font's size: wider than justified prose stretches its spaces
_NUMBER_GAP = 0.45  # beside a number
_LEADER = re.compile(r"[.…·_]{4,}")
_DOTS = re.compile(r"[.·…]{1,3}")
_FEWEST_DOTS = 3  # with spaces between them; missing values stand further apart
_DOT_GAP = 1.2  # of the font's size
_CURRENCIES = frozenset("$£€¥") | {"US$", "A$", "C$", "RMB", "HK$"}
_SIGN_GAP = 9.0  # of the font's size: accountants set the sign at the column's left
_OPENERS = frozenset("£$€(+-−–")
_SIGNS = frozenset("+-−–")  # far from a number, a dash is a missing value in a column of its own
_CLOSERS = re.compile(r"%|\)|[%)]+\*?|pp|ppts?|pts?|[mk]|bn|million|billion|days?|\*+|\([a-z]\)|[a-z]")
_SHARE = re.compile(r"\([\d.,]+%\)")  # "1,269 (19.9%)" is one cell
_SHARE_GAP = 0.6
YEAR = re.compile(r"(19|20)\d\d")
_UNIT = re.compile(r"\(\$?(1,0{3}(,0{3})*|0{3})('?s)?\)")  # "($1,000)" heads a column
_WITHHELD = re.compile(r"\((NA|[A-Z])\)")  # "(D)" stands for a figure
_CAPTION = re.compile(r"(Table|TABLE|Exhibit|EXHIBIT|Schedule|SCHEDULE)\s+([A-Z]{0,2}[-.]?\d|[IVX]+\b)")
_MOST_NUMERIC = 40  # characters: longer texts are no numbers


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line without a wide gap between them, or a picture."""

    words: tuple[Word, ...]
    box: Box
    numeric: bool
    picture: bool = False

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(w.text for w in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """The segments of one line, from left to right."""

    segments: tuple[Segment, ...]
    box: Box
    size_pt: float

    @property
    def words(self) -> list[Word]:
        """All words of the line."""
        return [w for s in self.segments for w in s.words]

    @property
    def is_caption(self) -> bool:
        """It begins with the number of a table: "Table 3. Offenses known"."""
        return _CAPTION.match(self.segments[0].text) is not None

    @property
    def is_data(self) -> bool:
        """A number stands in it with something to its left: it may be a table's row.

        A line whose only numbers are years heads columns.
        """
        numbers = [s for s in self.segments if s.numeric]
        return any(s.numeric for s in self.segments[1:]) and not all(YEAR.fullmatch(s.text) for s in numbers)


def find_lines(words: Iterable[Word]) -> list[Line]:
    """Words as lines of segments, from top to bottom."""
    found = text_lines(w for w in words if w.upright and not _LEADER.fullmatch(w.text))
    led = any(sum(_is_dot(w) for w in line) >= _FEWEST_DOTS for line in found)
    lines = []
    for line in found:
        words_of_line = _without_leaders(line) if led else line
        if not words_of_line:
            continue
        segments = tuple(_with_signs(list(_segments(words_of_line))))
        sizes = sorted(w.size_pt for w in words_of_line)
        lines.append(Line(segments, union([s.box for s in segments]), sizes[len(sizes) // 2]))
    return lines


def _is_dot(word: Word) -> bool:
    return _DOTS.fullmatch(word.text) is not None


def _without_leaders(words: list[Word]) -> list[Word]:
    """The words of a line but for dots with spaces between them: leaders too.

    Where lines have them, a long label leaves place for one or two.
    """
    kept: list[Word] = []
    run: list[Word] = []
    for word in words:
        if _is_dot(word) and (not run or word.box.x0 - run[-1].box.x1 <= _DOT_GAP * word.size_pt):
            run.append(word)
            continue
        kept += [] if _are_leaders(kept, run) else run
        run = [word] if _is_dot(word) else []
        kept += [] if run else [word]
    return kept + ([] if _are_leaders(kept, run) else run)


def _are_leaders(before: list[Word], dots: list[Word]) -> bool:
    """Whether dots are many, or stand close behind a label."""
    if len(dots) >= _FEWEST_DOTS or not dots:
        return True
    near = bool(before) and dots[0].box.x0 - before[-1].box.x1 <= _DOT_GAP * dots[0].size_pt
    return near and not _is_numeric([before[-1]])


def _with_signs(segments: list[Segment]) -> list[Segment]:
    """Join a currency's sign, printed in a column of its own, with the number it stands before."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last is not None and last.text in _CURRENCIES and segment.numeric:
            gap = segment.box.x0 - last.box.x1
            if gap <= _SIGN_GAP * segment.words[0].size_pt:
                joined[-1] = replace(_segment([*last.words, *segment.words]), numeric=True)
                continue
        joined.append(segment)
    return joined


def _segments(words: list[Word]) -> Iterable[Segment]:
    run: list[Word] = []
    for word in words:
        if run and _parts(run, word):
            yield _segment(run)
            run = []
        run.append(word)
    if run:
        yield _segment(run)


def _segment(words: list[Word]) -> Segment:
    return Segment(tuple(words), union([w.box for w in words]), _is_numeric(words))


def _is_numeric(words: list[Word]) -> bool:
    if len(words) > 1 and _SHARE.fullmatch(words[-1].text):
        words = words[:-1]
    text = " ".join(w.text for w in words)
    if len(text) > _MOST_NUMERIC or _UNIT.fullmatch(text):
        return False
    return looks_numeric(text) or _WITHHELD.fullmatch(text) is not None


def _parts(run: list[Word], word: Word) -> bool:
    """Whether a word begins a new segment after the run on its left."""
    gap = word.box.x0 - run[-1].box.x1
    size = max(word.size_pt, run[-1].size_pt)
    if gap > TEXT_GAP * size:
        return run[-1].text in _SIGNS or not _belongs(run, word) or gap > 2.5 * size
    if _is_numeric([word]) and _is_numeric(run):
        return not _belongs(run, word)
    if gap > _NUMBER_GAP * size and (_is_numeric([word]) or _is_numeric(run)):
        return not _belongs(run, word)
    return False


def _belongs(run: list[Word], word: Word) -> bool:
    """A sign before its number, or a unit or a share in brackets behind it."""
    if _SHARE.fullmatch(word.text) and _is_numeric(run):
        return word.box.x0 - run[-1].box.x1 <= _SHARE_GAP * word.size_pt
    if run[-1].text in _OPENERS and len(run) == 1:
        return _is_numeric([*run, word]) or word.text[:1].isdigit()
    return bool(_CLOSERS.fullmatch(word.text)) and _is_numeric(run) and _is_numeric([*run, word])


def with_pictures(lines: list[Line], images: Iterable[Image]) -> list[Line]:
    """The lines with a segment for each picture that stands beside their words.

    A picture belongs to the line that runs through its middle third.
    """
    result = []
    for line in lines:
        beside = [
            Segment((), image.box, numeric=False, picture=True)
            for image in images
            if _runs_through(line.box, image.box)
        ]
        segments = tuple(sorted((*line.segments, *beside), key=lambda s: s.box.x0))
        result.append(Line(segments, line.box, line.size_pt))
    return result


def _runs_through(line: Box, image: Box) -> bool:
    middle = line.centre[1]
    third = image.height / 3
    return image.top + third <= middle <= image.bottom - third

"""Lines to drafts of paragraphs: where one ends and the next begins.

In: areas in reading order. Out: drafts, runs of lines that belong together, joined over columns
and pages. What breaks a run: a number or bullet, another style, a wider gap, an indent, and a
line that ends although the next word would have fitted. Out of scope: what kind a draft is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.blocks.lines import Line
from extract.blocks.numbering import CAPTION, Mark, read_mark
from extract.blocks.order import Area
from extract.model import Box, union

_TERMINAL = (".", "!", "?", ":", ";", ":-", "; and", "; or", "。", "！", "？")
_RANGE = frozenset("-\u2010–/")
_CLOSING = "\"'”’)]»"
_CAPTION_LINES = 3
_FLOATS = 4  # captions and notes that may stand at the foot of a page below an unfinished paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """Lines of one paragraph; ``area`` tells columns apart, ``edge`` is the column's right edge."""

    lines: tuple[Line, ...]
    mark: Mark | None
    area: int
    edge: float

    @property
    def first_box(self) -> Box:
        """Around its lines on its first page, in its first column."""
        first = self.lines[0]
        near = [first]
        for line in self.lines[1:]:
            if line.page != first.page or line.baseline < near[-1].baseline:
                break
            near.append(line)
        return union(line.box for line in near)

    @property
    def text_x0(self) -> float:
        """Where its text begins, behind a number or bullet."""
        if self.mark:
            return self.mark.text_x0
        return self.lines[-1].box.x0

    @property
    def texts(self) -> list[str]:
        """Its lines' texts, the number or bullet left out."""
        head = self.mark.rest if self.mark else self.lines[0].text
        return [head, *(line.text for line in self.lines[1:])]


def find_drafts(areas: Iterable[Area]) -> list[Draft]:
    """Every paragraph's lines, in reading order."""
    drafts: list[Draft] = []
    seen: set[tuple[int, ...]] = set()
    for number, area in enumerate(areas):
        fresh = _group(area, number, seen)
        if drafts and fresh:
            _carry_over(drafts, fresh)
        drafts.extend(fresh)
    return drafts


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence, a list's introduction or an item does.

    >>> is_finished("(see below)."), is_finished("malicious")
    (True, False)
    """
    return text.rstrip(_CLOSING).endswith(_TERMINAL) if text else False


def _group(area: Area, number: int, seen: set[tuple[int, ...]]) -> list[Draft]:
    """The drafts of one area."""
    drafts: list[Draft] = []
    for at, line in enumerate(area.lines):
        rest = area.lines[at + 1 : at + 4]
        below = next((other for other in rest if _overlaps(line, other)), None)
        home = next(
            (
                i
                for i in range(len(drafts) - 1, max(-1, len(drafts) - 4), -1)
                if _overlaps(drafts[i].lines[-1], line)
            ),
            None,
        )
        before = drafts[home] if home is not None else None
        mark = _accepted_mark(line, before, below, seen)
        if before is not None and home is not None and mark is None and _continues(before, line, below):
            drafts[home] = replace(before, lines=(*before.lines, line))
            continue
        if mark and mark.parts:
            seen.add(mark.parts)
        drafts.append(Draft((line,), mark, number, area.x1))
    return drafts


def _overlaps(line: Line, other: Line) -> bool:
    return line.baseline < other.baseline and line.box.x0 < other.box.x1 and other.box.x0 < line.box.x1


def _accepted_mark(
    line: Line, before: Draft | None, below: Line | None, seen: set[tuple[int, ...]]
) -> Mark | None:
    """The line's mark where it is meant as one."""
    mark = read_mark(line.words)
    if mark is None or mark.kind == "bullet":
        return mark
    starts = before is None or _breaks(before, line, below) or line.box.x0 < before.text_x0 - 4
    starts = starts or (mark.hangs and before is not None and _has_room(before, line, below))
    same = before is not None and before.mark is not None and abs(before.mark.x0 - mark.x0) < 3
    if not starts and not (same and before is not None and before.text_x0 > mark.x0 + 4):
        return None
    if mark.kind == "dash":
        return mark if mark.text not in ("o", "*") or mark.hangs else None
    if mark.kind == "letter":
        return mark
    in_turn = mark.parts[-1] == 1 or (*mark.parts[:-1], mark.parts[-1] - 1) in seen
    if mark.kind == "integer":
        title = mark.rest[:1].isupper() and (line.bold or line.size_pt > 11.9) and not is_finished(mark.rest)
        return mark if title and (in_turn or mark.hangs) else None
    hangs = mark.hangs or (
        below is not None and mark.x0 + 4 < below.box.x0 and abs(below.box.x0 - mark.text_x0) < 2
    )
    return mark if hangs or in_turn or line.bold or mark.text[-1] in ".)" else None


def _continues(draft: Draft, line: Line, below: Line | None) -> bool:
    return not _breaks(draft, line, below)


def _breaks(draft: Draft, line: Line, below: Line | None) -> bool:
    """Whether a new paragraph begins with a line, marks aside."""
    last = draft.lines[-1]
    ended = _has_room(draft, line, below)
    finished = is_finished(last.text)
    flows = not finished and line.text[:1].islower() and not ended
    if abs(last.size_pt - line.size_pt) > max(0.6, 0.06 * last.size_pt):
        return True
    if (last.bold, last.italic) != (line.bold, line.italic) and not flows:
        return True
    if _is_far(draft, line, below):
        return True
    in_caption = _labels(draft.lines[0].text)
    if _labels(line.text) and (finished or ended or in_caption):
        return True
    if in_caption and len(draft.lines) < _CAPTION_LINES:
        return False
    return (ended and (finished or not line.text[:1].islower())) or _is_indented(draft, line)


def _labels(text: str) -> bool:
    """Whether a line begins a caption ("Table 2: ..."), whose lines end where it looks well."""
    label = CAPTION.match(text)
    return label is not None and text[label.end() : label.end() + 1] in (":", ".")


def _has_room(draft: Draft, line: Line, below: Line | None = None) -> bool:
    """Whether the line's first word would have fitted on the line before: somebody ended it."""
    last = draft.lines[-1]
    edge = draft.edge
    if len(draft.lines) > 1:
        edge = max(line.box.x1, *(other.box.x1 for other in draft.lines))
    elif last.box.width > 0.6 * (draft.edge - last.box.x0):
        edge = max(line.box.x1, last.box.x1, below.box.x1 if below else 0.0)  # indented at the right
    return last.box.x1 + 0.35 * last.size_pt + _unbroken_width(line) < edge - 0.5


def _unbroken_width(line: Line) -> float:
    """The width of a line's first word, with the rest of a range such as "18 - 20" behind it."""
    first = line.words[0]
    is_range = len(line.words) > 2 and line.words[1].text in _RANGE
    return (line.words[2] if is_range else first).box.x1 - first.box.x0


def _is_far(draft: Draft, line: Line, below: Line | None) -> bool:
    """Whether the gap above a line is wider than between the paragraph's lines."""
    last = draft.lines[-1]
    pitch = line.baseline - last.baseline
    if (
        len(draft.lines) > 1
        and draft.lines[-2].page == last.page
        and draft.lines[-2].baseline < last.baseline
    ):
        return pitch > 1.25 * (last.baseline - draft.lines[-2].baseline) + 0.6
    limit = 1.8 * line.size_pt
    if below is not None and abs(below.size_pt - line.size_pt) < 0.6 and below.bold == line.bold:
        limit = min(
            2.3 * line.size_pt, max(1.25 * (below.baseline - line.baseline) + 0.6, 1.15 * line.size_pt)
        )
    return pitch > (min(limit, 1.8 * line.size_pt) if is_finished(last.text) else limit)


def _is_indented(draft: Draft, line: Line) -> bool:
    """Whether a line starts right of its paragraph, or left of the text behind a number."""
    last = draft.lines[-1]
    em = line.size_pt
    if draft.mark is not None:
        left = draft.text_x0 if len(draft.lines) == 1 else last.box.x0
        outdented = line.box.x0 < min(left, draft.mark.text_x0) - 0.8 * em
        wraps_under = (
            len(draft.lines) == 1 and abs(line.box.x0 - draft.mark.x0) < 2 and not is_finished(last.text)
        )
        if (
            outdented
            and not wraps_under
            and not (len(draft.lines) > 1 and abs(line.box.x0 - last.box.x0) < 2)
        ):
            return True
        return line.box.x0 > left + 0.8 * em and is_finished(last.text)
    if len(draft.lines) > 1 and line.box.x0 < last.box.x0 - 0.8 * em:
        return True
    return line.box.x0 > last.box.x0 + 0.8 * em and is_finished(last.text)


def _carry_over(drafts: list[Draft], fresh: list[Draft]) -> None:
    """Join the first draft of a new area to the unfinished one before it, in place.

    Notes and captions may stand between the two halves.
    """
    head = fresh[0]
    if head.mark is not None:
        return
    page = drafts[-1].lines[-1].page
    for back, draft in enumerate(reversed(drafts[-_FLOATS:])):
        if head.lines[0].page - draft.lines[-1].page > 1 or (back and draft.lines[-1].page != page):
            return
        if _is_carried_over(draft, head, nearest=back == 0):
            drafts[len(drafts) - 1 - back] = replace(draft, lines=draft.lines + head.lines)
            del fresh[0]
            return


def _is_carried_over(draft: Draft, head: Draft, nearest: bool) -> bool:
    """Whether a draft goes on in another column or page with ``head``."""
    last, first = draft.lines[-1], head.lines[0]
    if _labels(draft.lines[0].text) and _labels(first.text):
        return False
    if abs(last.size_pt - first.size_pt) > 0.3 or last.bold != first.bold:
        return False
    if is_finished(last.text):
        hanging = draft.mark is not None and draft.mark.hangs and abs(first.box.x0 - draft.mark.text_x0) < 2
        full = not _ends_early(draft, first)
        return nearest and hanging and full and first.page > last.page
    if first.text[:1].islower() or last.text.endswith((",", "-")):
        return True
    return nearest and not _ends_early(draft, first) and _is_prose(draft)


def _ends_early(draft: Draft, first: Line) -> bool:
    last = draft.lines[-1]
    return last.box.x1 + 0.35 * last.size_pt + _unbroken_width(first) < draft.edge


def _is_prose(draft: Draft) -> bool:
    return sum(len(line.words) for line in draft.lines) >= 8


def texts_in_order(areas: Sequence[Area]) -> list[str]:
    """Every line's text, for the report's vocabulary."""
    return [line.text for area in areas for line in area.lines]

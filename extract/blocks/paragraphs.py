"""Narrative: headings, numbered paragraphs, list items, notes and captions.

In: pages without furniture, and the tables on them. Out: ``Paragraph`` records in reading order,
each with its number and section. Out of scope: lines and columns (``order.py``), where a
paragraph ends (``drafts.py``), tables' sections (``sections.py``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.blocks.drafts import Draft, find_drafts, is_finished, texts_in_order
from extract.blocks.hyphens import Vocabulary, find_vocabulary, join_lines
from extract.blocks.numbering import CAPTION
from extract.blocks.order import Area, find_areas
from extract.blocks.sections import in_sections
from extract.model import Box, Page, Paragraph, ParagraphKind, Table

_NOTE = re.compile(
    r"[*†‡]+\s?[^\W_]|(?:foot)?notes?\s*(?:\d+\s*)?[:.]|sources?\s*:|n\.?b\.?[:.\s]", re.IGNORECASE
)
_CLAUSE = re.compile(r";(?: and| or)?$")
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff\uac00-\ud7af]")
_NEAR_PT = 40.0  # a note stands this close to its table
_HEADING_WORDS = 20
_HEADING_LINES = 3


@dataclass(frozen=True, slots=True)
class _Body:
    """How most of the running text looks, and what numbers its paragraphs have."""

    size_pt: float
    bold: bool
    chapters: frozenset[int]
    top_number: int


def find_paragraphs(pages: Sequence[Page], tables: Sequence[Table]) -> tuple[Paragraph, ...]:
    """Every piece of narrative, in reading order.

    Args:
        pages: Without furniture, in order.
        tables: Their words are not narrative.
    """
    boxes: dict[int, list[Box]] = defaultdict(list)
    for table in tables:
        for region in table.regions:
            boxes[region.page].append(region.box)
    areas = [area for page in pages for area in find_areas(page, boxes[page.number])]
    drafts = find_drafts(areas)
    vocabulary = find_vocabulary(
        [*texts_in_order(areas), *(cell.text for table in tables for cell in table.cells)]
    )
    body = _body(areas, drafts)
    drafts = [draft for draft in drafts if _says_something(draft, body)]
    kinds = _kinds(drafts, boxes, body)
    levels = _heading_levels(drafts, kinds)
    found = [
        _paragraph(ordinal, draft, kind, level, vocabulary)
        for ordinal, (draft, kind, level) in enumerate(zip(drafts, kinds, levels, strict=True), start=1)
    ]
    return in_sections(_with_open_lists(found, drafts))


def _body(areas: Sequence[Area], drafts: Sequence[Draft]) -> _Body:
    styles: Counter[tuple[float, bool]] = Counter()
    for area in areas:
        for line in area.lines:
            styles[line.size_pt, line.bold] += len(line.text)
    size_pt, bold = min(styles, key=lambda style: (-styles[style], style)) if styles else (0.0, False)
    numbers = [draft.mark.parts for draft in drafts if draft.mark and draft.mark.parts]
    return _Body(
        size_pt,
        bold,
        frozenset(parts[0] for parts in numbers if len(parts) > 1),
        max((parts[0] for parts in numbers if len(parts) == 1), default=0),
    )


def _says_something(draft: Draft, body: _Body) -> bool:
    """Whether a draft has a word in it, or a figure set large; a chart's axis has neither."""
    return draft.lines[0].size_pt > 1.4 * body.size_pt or any(_WORD.search(text) for text in draft.texts)


def _kinds(drafts: Sequence[Draft], boxes: dict[int, list[Box]], body: _Body) -> list[ParagraphKind]:
    kinds: list[ParagraphKind] = []
    for draft in drafts:
        before = kinds[-1] if kinds else None
        kinds.append(_kind(draft, body, boxes[draft.lines[0].page], before))
    return kinds


def _kind(draft: Draft, body: _Body, tables: Sequence[Box], before: ParagraphKind | None) -> ParagraphKind:
    text = " ".join(draft.texts)
    mark = draft.mark
    if mark is None and _is_caption(draft, text, body):
        return "caption"
    if (mark is None or len(mark.parts) == 1) and _is_note(draft, text, body, tables, before):
        return "note"
    if _is_heading(draft, text, body):
        return "heading"
    if mark is None:
        return "paragraph"
    is_paragraph = len(mark.parts) > 1 or (mark.parts and body.top_number > 9)
    return "paragraph" if is_paragraph else "list_item"


def _is_caption(draft: Draft, text: str, body: _Body) -> bool:
    """A label with a number; "Table 2 shows that" is a sentence."""
    label = CAPTION.match(text)
    if label is None or len(text) > 400:
        return False
    line = draft.lines[0]
    rest = text[label.end() :].lstrip()
    set_apart = line.bold != body.bold or line.italic or abs(line.size_pt - body.size_pt) > 0.4
    return not rest or rest[0] in ":.–—-|：" or (set_apart and not is_finished(text))


def _is_note(
    draft: Draft, text: str, body: _Body, tables: Sequence[Box], before: ParagraphKind | None
) -> bool:
    if _NOTE.match(text):
        return True
    line = draft.lines[0]
    small = line.size_pt < 0.93 * body.size_pt
    if small and len(line.words) > 2 and line.words[0].text.isdecimal():
        raised = line.words[0].size_pt < 0.85 * line.size_pt or line.words[0].box.bottom < line.baseline - 1.5
        if raised:
            return True
    box = draft.first_box
    below_table = any(
        -2 <= box.top - table.bottom <= _NEAR_PT and box.x0 < table.x1 and table.x0 < box.x1
        for table in tables
    )
    if not any(c.isalpha() for c in text) or line.bold:
        return False
    return (below_table or before == "note") and (small or (line.italic and len(text) < 400))


def _is_heading(draft: Draft, text: str, body: _Body) -> bool:
    words = text.split()
    if len(words) > _HEADING_WORDS or len(draft.lines) > _HEADING_LINES or not any(c.isalpha() for c in text):
        return False
    if draft.mark is not None and draft.mark.kind in ("bullet", "dash", "letter"):
        return False
    if text.endswith((".", ",", ";")) and not text.endswith(("plc.", "Inc.", "Ltd.", "Co.")):
        return False
    line = draft.lines[0]
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or letters < 0.4 * len(text.replace(" ", "")):
        return False
    larger = line.size_pt >= 1.08 * body.size_pt + 0.2
    stronger = line.bold and not body.bold and line.size_pt > 0.85 * body.size_pt
    capitals = text.isupper() and letters >= 5 and line.size_pt > 0.95 * body.size_pt and len(words) <= 12
    if larger or stronger or capitals:
        return True
    parts = draft.mark.parts if draft.mark else ()
    return len(parts) == 1 and parts[0] in body.chapters and len(words) <= 8 and text[:1].isupper()


def _heading_levels(drafts: Sequence[Draft], kinds: Sequence[ParagraphKind]) -> list[int]:
    """Level 1 for the largest headings, and so on; list items by their indent."""
    styles = sorted({_style(d) for d, kind in zip(drafts, kinds, strict=True) if kind == "heading"})
    levels: list[int] = []
    indents: list[float] = []
    for draft, kind in zip(drafts, kinds, strict=True):
        if kind == "heading":
            deeper = max(0, len(draft.mark.parts) - 1) if draft.mark else 0
            levels.append(styles.index(_style(draft)) + 1 + deeper)
        elif kind == "list_item":
            x0 = draft.lines[0].box.x0
            indents = [*(x for x in indents if x < x0 - 3), x0]
            levels.append(len(indents))
            continue
        else:
            levels.append(0)
        indents = []
    return levels


def _style(draft: Draft) -> tuple[float, bool, bool]:
    line = draft.lines[0]
    return -round(line.size_pt * 2) / 2, not line.bold, not line.text.isupper()


def _paragraph(
    ordinal: int, draft: Draft, kind: ParagraphKind, level: int, vocabulary: Vocabulary
) -> Paragraph:
    return Paragraph(
        ordinal=ordinal,
        kind=kind,
        level=level,
        number=draft.mark.number if draft.mark else "",
        section_number="",
        section_title="",
        text=join_lines(draft.texts, vocabulary),
        page_start=draft.lines[0].page,
        page_end=draft.lines[-1].page,
        box=draft.first_box,
        size_pt=draft.lines[0].size_pt,
        bold=draft.lines[0].bold,
    )


def _with_open_lists(paragraphs: Sequence[Paragraph], drafts: Sequence[Draft]) -> list[Paragraph]:
    """Short lines without bullets that follow a colon become list items, and so do clauses.

    A single such line may be anything; two or more are a list.
    """
    found = list(paragraphs)
    for at, opener in enumerate(paragraphs):
        if opener.kind not in ("paragraph", "list_item") or not opener.text.rstrip("-– ").endswith(":"):
            continue
        end = at + 1
        while end < len(found) and _is_short_line(found[end], drafts[end]):
            end += 1
        end = max(end, _clauses_end(found, at + 1))
        if end - at > 2:
            found[at + 1 : end] = [replace(item, kind="list_item", level=1) for item in found[at + 1 : end]]
    return found


def _clauses_end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where a run of clauses ends, each but the last closed by a semicolon."""
    end = start
    while end < len(paragraphs) and _is_plain(paragraphs[end]) and _CLAUSE.search(paragraphs[end].text):
        end += 1
    return end + 1 if end > start and end < len(paragraphs) and _is_plain(paragraphs[end]) else end


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind == "paragraph" and not paragraph.number


def _is_short_line(paragraph: Paragraph, draft: Draft) -> bool:
    is_single = _is_plain(paragraph) and len(draft.lines) == 1
    return is_single and len(paragraph.text.split()) <= 12 and not paragraph.text.endswith((".", ":"))

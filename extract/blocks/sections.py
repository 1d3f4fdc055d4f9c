"""Sections: which heading a paragraph or a table belongs to.

In: paragraphs in reading order, tables. Out: the same with ``section_number`` and
``section_title``; tables without a title take the caption or heading right above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.model import Box, Paragraph, Table

# "13 Weeks Ended" dates a table.
_NUMBERED_TITLE = re.compile(
    r"(?!\d+\s+(?i:days?|weeks?|months?|quarters?|years?)\s+(?i:ended|ending|to)\b)"
    r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+([^\W\d_].{0,120})",
    re.DOTALL,
)
_ABOVE_PT = 45.0  # a caption stands this close above its table


class Section(NamedTuple):
    """A heading's number and title."""

    number: str
    title: str


class _Place(NamedTuple):
    """Where a table stands that names its section."""

    page: int
    top: float
    section: Section


def in_sections(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs with the section they stand in.

    A numbered section goes on through unnumbered headings of a lower level. A numbered paragraph
    (``3.4``) belongs to the section of its number where that has a heading.
    """
    chapters: dict[str, Section] = {}
    current = Section("", "")
    level = 99
    found = []
    for paragraph in paragraphs:
        section = current
        if paragraph.kind == "heading":
            section = Section(paragraph.number, paragraph.text.rstrip(" :"))
            if paragraph.number or not current.number or paragraph.level <= level:
                current, level = section, paragraph.level
                chapters[paragraph.number] = section
            else:
                section = current
        elif "." in paragraph.number:
            section = chapters.get(paragraph.number.rpartition(".")[0], current)
        found.append(replace(paragraph, section_number=section.number, section_title=section.title))
    return tuple(found)


def with_sections(tables: Sequence[Table], paragraphs: Sequence[Paragraph]) -> tuple[Table, ...]:
    """Tables with their section, and with the title that stands right above them.

    A numbered title inside a table ("1. Calls") tells its section best, then the nearest heading
    before it.
    """
    found: list[Table] = []
    named: _Place | None = None
    for table in tables:
        region = table.regions[0]
        title = table.title or _title_above(table, paragraphs)
        section = _own_section(table, title)
        if section:
            named = _Place(region.page, region.box.top, section)
        else:
            section = _section_before(table, paragraphs, named)
        found.append(replace(table, title=title, section_number=section.number, section_title=section.title))
    return tuple(found)


def _own_section(table: Table, title: str) -> Section | None:
    """The section that a title row of the table names."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row < table.header_rows and cell.text:
            rows.setdefault(cell.row, []).append(cell.text)
    alone = [texts[0] for texts in rows.values() if len(texts) == 1]
    for text in [title, *alone]:
        match = _NUMBERED_TITLE.fullmatch(" ".join(text.split()))
        if match:
            return Section(match[1], match[2].rstrip(" :"))
    return None


def _section_before(table: Table, paragraphs: Sequence[Paragraph], named: _Place | None) -> Section:
    """The section of what stands before a table, be it a paragraph or a table that names its section."""
    region = table.regions[0]
    before = [p for p in paragraphs if _is_before(p, region.page, region.box)]
    last = max(before, key=lambda p: p.ordinal, default=None)
    if last is None:
        return named.section if named else Section("", "")
    if named and not last.section_number and (named.page, named.top) > (last.page_start, last.box.top):
        return named.section
    return Section(last.section_number, last.section_title)


def _is_before(paragraph: Paragraph, page: int, box: Box) -> bool:
    """Whether a paragraph is read before what stands in a box: above it, or in a column to its left."""
    if paragraph.page_start != page:
        return paragraph.page_start < page
    middle = (paragraph.box.top + paragraph.box.bottom) / 2
    side_by_side = paragraph.box.x1 <= box.x0 or box.x1 <= paragraph.box.x0
    return paragraph.box.x1 <= box.x0 if side_by_side else middle < box.top + 2


def _title_above(table: Table, paragraphs: Sequence[Paragraph]) -> str:
    """The caption or heading right above a table."""
    region = table.regions[0]
    box = region.box
    near = [
        p
        for p in paragraphs
        if p.kind in ("caption", "heading")
        and p.page_start == region.page
        and -4 <= box.top - p.box.bottom <= _ABOVE_PT
        and p.box.x0 < box.x1
        and box.x0 < p.box.x1
    ]
    if not near:
        return ""
    nearest = max(near, key=lambda p: (p.box.bottom, p.ordinal))
    return f"{nearest.number} {nearest.text}".strip()

"""Glossary entries: the terms a report defines, and how.

In: tables of the kind ``definitions``, and paragraphs under a heading that says glossary. Out:
``Definition`` records in reading order. A row without a term goes on with the row above it, so an
entry is whole although a page break parts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.model import Blocks, Cell, Definition, Paragraph, Table

_GLOSSARY = re.compile(
    r"\b(?:glossary|definitions?|abbreviations|acronyms|terminology|key terms|glossar|abkürzungen|glossaire|"
    r"glosario)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"([^:–—]{1,80}?)\s*(?::\s|\s[–—-]\s)\s*(\S.*)", re.DOTALL)
_HEAD_WORDS = frozenset(
    {
        "term",
        "terms",
        "definition",
        "definitions",
        "meaning",
        "description",
        "abbreviation",
        "acronym",
        "measure",
    }
)
_BROKEN = re.compile(r"(?<=[^\W\d_]-) (?=[a-z])")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term and its definition with where they stand."""

    term: str
    definition: str
    page_start: int
    page_end: int
    top: float
    table: int | None


def find_definitions(blocks: Blocks) -> tuple[Definition, ...]:
    """Every term that a report defines in a glossary table or list, in reading order."""
    entries: list[_Entry] = []
    for table in blocks.tables:
        if table.kind == "definitions":
            entries.extend(_table_entries(table))
    entries.extend(_list_entries(blocks.paragraphs))
    entries.sort(key=lambda entry: (entry.page_start, entry.top))
    return tuple(
        Definition(ordinal, e.term, e.definition, e.page_start, e.page_end, e.table)
        for ordinal, e in enumerate(entries, start=1)
    )


def _table_entries(table: Table) -> list[_Entry]:
    """The rows of a glossary table, those without a term joined to the row above."""
    entries: list[_Entry] = []
    for row in range(table.header_rows, table.row_count):
        cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        if not cells or _is_boxhead(cells):
            continue
        term_cell = next((cell for cell in cells if _is_term_column(cell, table)), None)
        text = " ".join(_mended(cell.text) for cell in cells if cell is not term_cell)
        if term_cell is None and entries:
            last = entries[-1]
            definition = _mended(f"{last.definition} {text}".strip())
            entries[-1] = replace(last, definition=definition, page_end=max(last.page_end, cells[-1].page))
        elif term_cell is not None:
            entries.append(_row_entry(term_cell, text, cells, table))
    return _with_split_terms(entries)


def _row_entry(term_cell: Cell, text: str, cells: Sequence[Cell], table: Table) -> _Entry:
    pages = [cell.page for cell in cells]
    return _Entry(_mended(term_cell.text), text, min(pages), max(pages), term_cell.box.top, table.ordinal)


def _is_term_column(cell: Cell, table: Table) -> bool:
    """The first column that holds anything is the terms'."""
    first = min((c.column for c in table.cells if c.text.strip() and c.row >= table.header_rows), default=0)
    return cell.column == first


def _is_boxhead(cells: Sequence[Cell]) -> bool:
    """A row such as "Term | Definition" that nobody marked as a header."""
    words = [cell.text.strip(" :").lower() for cell in cells]
    return len(words) > 1 and all(word in _HEAD_WORDS for word in words)


def _with_split_terms(entries: Sequence[_Entry]) -> list[_Entry]:
    """A term without a definition is the second line of the term above it, or the first of the next."""
    joined: list[_Entry] = []
    for entry in entries:
        if not entry.definition and joined and entry.term[:1] in "([":
            joined[-1] = replace(joined[-1], term=f"{joined[-1].term} {entry.term}", page_end=entry.page_end)
        else:
            joined.append(entry)
    return joined


def _mended(text: str) -> str:
    """Text with one space between words and none after a hyphen at a line's end.

    "pre- and post-" keeps its space.
    """
    folded = " ".join(text.split())
    return _BROKEN.sub(lambda gap: " " if _SUSPENDED.match(folded, gap.end()) else "", folded)


def _list_entries(paragraphs: Iterable[Paragraph]) -> list[_Entry]:
    """Read "Term: what it means", one a paragraph, under a heading that says glossary."""
    entries: list[_Entry] = []
    for paragraph in paragraphs:
        in_glossary = bool(_GLOSSARY.search(paragraph.section_title))
        if not in_glossary or paragraph.kind not in ("paragraph", "list_item"):
            continue
        match = _ENTRY.fullmatch(paragraph.text)
        if match and len(match[1].split()) <= 8 and not match[1].endswith("."):
            entries.append(
                _Entry(
                    match[1].strip(),
                    match[2],
                    paragraph.page_start,
                    paragraph.page_end,
                    paragraph.box.top,
                    None,
                )
            )
    return entries

"""Grids to tables: cells with their text, titles, header rows, and tables joined over pages.

In: each page's grids. Out: tables in reading order, without sections (``sections.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.blocks.grids.grid import Grid, Slot, cell_text
from extract.blocks.headers import count_header_rows, slot_fill
from extract.blocks.kinds import table_kind
from extract.model import Box, Cell, Page, Region, Table, union
from extract.notation.numbers import looks_numeric
from extract.notation.periods import without_periods
from extract.pages.damage import has_no_text

_NEAR_PT = 6.0
_CONFIDENCE = {"ruled": 0.98, "borderless": 0.92, "textual": 0.9, "hybrid": 0.8}
_UNREADABLE = 0.2  # where a glyph has no letter
_GLUED = 0.5  # what is left of a cell's confidence where several numbers share it
_FREE_WORDS = 12  # a line such as "continued" may stand between the parts of a table


@dataclass(frozen=True, slots=True)
class _Part:
    """A table as far as one page holds it."""

    page: Page
    grid: Grid
    titles: int
    header_rows: int
    cells: tuple[Cell, ...]

    def header_texts(self) -> list[tuple[int, str]]:
        """Column and text of each cell of the boxhead, titles left out."""
        return [(c.column, c.text) for c in self.cells if self.titles <= c.row < self.header_rows and c.text]

    def title_texts(self) -> list[str]:
        """The title rows' texts."""
        return [c.text for c in self.cells if c.row < self.titles and c.text]


def find_tables(pages: Sequence[tuple[Page, Sequence[Grid]]]) -> tuple[Table, ...]:
    """Tables of a report, those that go on over a page break joined.

    Args:
        pages: Each page without its furniture, and its grids from top to bottom.

    Returns:
        Tables in reading order, numbered from 1.
    """
    joined: list[list[_Part]] = []
    for page, grids in pages:
        for grid in grids:
            part = _part(page, grid)
            if joined and _goes_on(joined[-1], part):
                joined[-1].append(part)
            else:
                joined.append([part])
    return tuple(_table(ordinal, parts) for ordinal, parts in enumerate(joined, start=1))


def _part(page: Page, grid: Grid) -> _Part:
    titles, header_rows = count_header_rows(grid, page.fills)
    cells = tuple(
        _cell(page, grid, slot, slot.row < header_rows)
        for slot in sorted(grid.slots, key=lambda s: (s.row, s.column))
    )
    return _Part(page, grid, titles, header_rows, cells)


def _cell(page: Page, grid: Grid, slot: Slot, is_header: bool) -> Cell:
    text = cell_text(slot.words)
    confidence = _CONFIDENCE[grid.engine]
    numbers = sum(looks_numeric(w.text) for w in slot.words)
    if numbers > 1 and numbers == len(slot.words) and not looks_numeric(text):
        confidence *= _GLUED
    if has_no_text(text):
        confidence *= _UNREADABLE
    return Cell(
        row=slot.row,
        column=slot.column,
        text=text,
        box=slot.box,
        page=page.number,
        row_span=slot.row_span,
        column_span=slot.column_span,
        is_header=is_header,
        fill=slot_fill(slot, page.fills),
        confidence=round(confidence, 3),
        has_picture=any(_shows(image.box, slot.box) for image in page.images),
        bold=bool(slot.words) and all(w.bold for w in slot.words),
        indent_pt=round(slot.words[0].box.x0 - slot.box.x0, 2) if slot.words else 0.0,
    )


def _shows(picture: Box, cell: Box) -> bool:
    """Whether a picture stands in a cell: each holds the other's middle, one way or the other."""
    shared = picture.overlap(cell)
    smaller = min(picture.width * picture.height, cell.width * cell.height)
    return shared > 0.5 * smaller > 0


# --- over pages ------------------------------------------------------------------------------


def _goes_on(parts: Sequence[_Part], part: _Part) -> bool:
    """Whether a part is the rest of a table that began on the page before."""
    last = parts[-1]
    if part.page.number != last.page.number + 1 or part.grid.column_count != last.grid.column_count:
        return False
    if part.title_texts() and part.title_texts() != parts[0].title_texts():
        return False
    if part.header_texts() and part.header_texts() != parts[0].header_texts():
        return False
    return _same_columns(last.grid, part.grid) and _nothing_between(last, part)


def _same_columns(first: Grid, second: Grid) -> bool:
    for one, other in zip(_extents(first), _extents(second), strict=True):
        shared = min(one[1], other[1]) - max(one[0], other[0])
        if shared < 0.5 * min(one[1] - one[0], other[1] - other[0]):
            return False
    return True


def _extents(grid: Grid) -> list[tuple[float, float]]:
    extents = []
    for column in range(grid.column_count):
        boxes = [s.box for s in grid.slots if s.column == column and s.column_span == 1]
        box = union(boxes) if boxes else grid.box
        extents.append((box.x0, box.x1))
    return extents


def _nothing_between(last: _Part, part: _Part) -> bool:
    below = [w for w in last.page.words if w.box.top > last.grid.box.bottom - 1]
    above = [w for w in part.page.words if w.box.bottom < part.grid.box.top + 1]
    return not below and (not above or _is_continued_mark([w.text for w in above]))


def _is_continued_mark(texts: Sequence[str]) -> bool:
    return len(texts) <= _FREE_WORDS and any("cont" in text.lower() for text in texts)


def _table(ordinal: int, parts: Sequence[_Part]) -> Table:
    first = parts[0]
    cells = list(first.cells)
    rows = first.grid.row_count
    for part in parts[1:]:
        dropped = part.header_rows
        cells.extend(replace(c, row=c.row - dropped + rows) for c in part.cells if c.row >= dropped)
        rows += part.grid.row_count - dropped
    titles = first.title_texts()
    return Table(
        ordinal=ordinal,
        title=_name_among(titles),
        section_number="",
        section_title="",
        kind=table_kind(cells, first.header_rows, first.grid.column_count),
        row_count=rows,
        column_count=first.grid.column_count,
        header_rows=first.header_rows,
        engine=first.grid.engine,
        confidence=round(sum(c.confidence for c in cells) / len(cells), 3),
        regions=tuple(Region(p.page.number, p.grid.box) for p in parts),
        cells=tuple(cells),
    )


# What dates a table or says how it was made, and names none.
_DATING = re.compile(
    r"\b(?:\d+|three|six|nine|twelve)[ -](?:days?|weeks?|months?|quarters?|years?)(?: (?:ended|ending))?\b"
    r"|\b(?:un)?audited\b|\b(?:and|to|vs?|the|for|as (?:of|at)|at)\b",
    re.IGNORECASE,
)
# A text of these alone says in what the figures are counted.
_SCALE_WORD = re.compile(
    r"a|all|amounts|and|crore|data|dollars|eur|euro|euros|except|excluding|"
    r"expressed|figures|gbp|in|indicated|lakh|million|millions|m|bn|billion|billions|"
    r"noted|of|otherwise|per|percentages|pounds|ratios|rmb|rs|rupees|share|shares|"
    r"stated|thousand|thousands|the|unless|us|usd"
)
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"\([^()]*\)")


def _name_among(titles: Sequence[str]) -> str:
    """The title right above the heads, unless it only dates or scales the table and another names it.

    >>> _name_among(["Profit by Division", "12 Weeks Ended June 17, 2023 and June 11, 2022", "(in millions)"])
    'Profit by Division'
    """
    naming = [title for title in titles if not _is_note(title)]
    return (naming or [*titles] or [""])[-1]


def _is_note(title: str) -> bool:
    """Whether a title stands in brackets, or says no more than a date and a scale."""
    bare = _BRACKETS.sub(" ", title)
    words = _WORD.findall(_DATING.sub(" ", without_periods(bare)).lower())
    return all(_SCALE_WORD.fullmatch(word) for word in words)


def outline(table: Table, page: int) -> list[Box]:
    """The boxes of a table on one page."""
    return [region.box for region in table.regions if region.page == page]

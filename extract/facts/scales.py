"""In what a whole table is counted: "(In millions, except per share amounts)" above it or in its heads.

In come tables and paragraphs, out go the notes that hold for each table, and which rows they leave
out. Out of scope: how a note is read (``notation.headers``), and columns with a scale of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.model import Box, Paragraph, Table
from extract.notation.headers import read_heading

_REACH_PT = 130.0  # from a note down to its table: a heading, a date and the column heads stand between
_LONGEST_NOTE = 200  # characters: longer texts are prose
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_BARE = re.compile(r"(?:(?:all|amounts|figures|expressed|dollars) )*(?:in\b|[£$€¥]).{0,60}", re.IGNORECASE)
# "$ in millions, except per share amounts"
_PER_SHARE = re.compile(r"\bper (?:\w+ ){0,3}(?:share|ADS|unit)\b|\bEPS\b", re.IGNORECASE)
_PAR_VALUE = re.compile(
    r"\bpar value\b.*", re.IGNORECASE | re.DOTALL
)  # it describes the shares, not the figure
_COUNTED = re.compile(
    r"(?:number|no\.) of\b|headcount\b|(?:.*\b)?(?:square (?:feet|footage)|days)\b",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(r"\bexcept\b.*", re.IGNORECASE)


def unit_notes(texts: Iterable[str]) -> tuple[str, ...]:
    """What texts above a table, or its heads, say of the scale of all its figures.

    >>> unit_notes(["Balance sheet ($ in millions) (unaudited)", "The change (in 2021) was small"])
    ('($ in millions)',)
    """
    notes = []
    for text in texts:
        if len(text) <= _LONGEST_NOTE:
            bare = [text.strip()] if _BARE.fullmatch(text.strip()) else []
            notes += [note for note in [*_BRACKETS.findall(text), *bare] if _is_scale(note)]
    return tuple(notes)


def head_notes(heads: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The notes in single column heads that are meant of the whole table: what they except isn't there.

    >>> head_notes([("Income (in thousands, except per share data)", "2021"), ("Sales (in thousands)",)])
    ('(in thousands, except per share data)',)
    """
    notes = unit_notes(" ".join(head) for head in heads)
    return tuple(note for note in notes if _EXCEPTED.search(note) or not note.endswith(")"))


def notes_above(table: Table, tables: Sequence[Table], paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The notes that hold for a table: in its title, above it, and in its section's heading.

    A table without heads goes on with the one above it on its page.
    """
    page, box = table.regions[0].page, table.regions[0].box
    above = [t.regions[0].box for t in tables if t.regions[0].page == page and t.regions[0].box.top < box.top]
    top = _first_top(table, tables)
    ended = max((other.bottom for other in above if other.bottom <= top), default=0.0)
    near = [
        paragraph.text
        for paragraph in paragraphs
        if paragraph.page_start == paragraph.page_end == page
        and max(ended, top - _REACH_PT) <= paragraph.box.bottom <= top + 3
        and _overlap(paragraph.box, box)
    ]
    return unit_notes([table.title, *reversed(near), *_heads_above(table, tables), table.section_title])


def leaves_out(label: str, head: str, unit: str | None) -> bool:
    """Whether a scale doesn't hold for a row: figures per share, and counts in a table of money.

    Args:
        label: The row's.
        head: Of the column.
        unit: Of the column; a currency or None.

    >>> leaves_out("Diluted EPS", "2021", None), leaves_out("Number of shops", "2021", "USD")
    (True, True)
    >>> leaves_out("Number of shops", "2021", None), leaves_out("Revenue", "2021", "USD")
    (False, False)
    >>> leaves_out("Common stock, par value $0.01 per share", "2021", None)
    False
    """
    label = _PAR_VALUE.sub("", label)
    if _PER_SHARE.search(label) or _PER_SHARE.search(_EXCEPTED.sub("", head)):
        return True
    return unit is not None and _COUNTED.match(label) is not None


def is_per_share(label: str, texts: Iterable[str]) -> bool:
    """Whether a row "Basic" or "Diluted" gives earnings per share: its figures have two decimals.

    >>> is_per_share("Diluted", ["$ 2.93", "2.04"]), is_per_share("Diluted", ["443.9", "444.1"])
    (True, False)
    """
    numbers = [text for text in texts if any(character.isdigit() for character in text)]
    return (
        _KIND_OF_SHARE.match(label) is not None
        and bool(numbers)
        and all(_CENTS.search(text) for text in numbers)
    )


_KIND_OF_SHARE = re.compile(r"(?:basic|diluted)\b", re.IGNORECASE)
_CENTS = re.compile(r"[0-9]\.[0-9]{2}(?![0-9])")


def _is_scale(note: str) -> bool:
    heading = read_heading((note,))
    return heading.multiplier != 1 and heading.unit in (None, heading.unit and heading.unit.upper())


def _first_top(table: Table, tables: Sequence[Table]) -> float:
    """The top of a table, or of the headed one on its page that it goes on with."""
    above = _goes_on_with(table, tables)
    return table.regions[0].box.top if above is None else _first_top(above, tables)


def _heads_above(table: Table, tables: Sequence[Table]) -> list[str]:
    """The heads of the table that one without heads goes on with."""
    above = _goes_on_with(table, tables)
    if above is None:
        return []
    return [*(cell.text for cell in above.cells if cell.is_header), *_heads_above(above, tables)]


def _goes_on_with(table: Table, tables: Sequence[Table]) -> Table | None:
    page, top = table.regions[0].page, table.regions[0].box.top
    before = [t for t in tables if t.regions[0].page == page and t.regions[0].box.top < top]
    return None if table.header_rows else max(before, key=lambda t: t.regions[0].box.top, default=None)


def _overlap(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)

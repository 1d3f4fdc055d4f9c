"""Running headers, footers, page numbers and protective markings, by repetition and place.

In: all pages of a report. Out: one ``Furniture`` record for each piece on each page, and pages
without it. Words don't matter: a marking that nobody has heard of is furniture when it stands at
the same height outside the text on most pages. Out of scope: what a marking means
(``facts/description.py``), and repeated pictures.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.blocks.lines import Line, find_rows
from extract.model import Box, Furniture, Page

_BAND = 0.16  # of the page's height, from either edge
_SHIFT_PT = 8.0  # how far the same piece may stand elsewhere on another page
_SHARE = 0.4  # of the pages: left and right pages may differ, and so may parts of a report
_MARGIN_GAP_PT = 3.0
_ROWS = 8  # from either edge
_LONE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row near an edge: ``place_pt`` is its distance from that edge, ``depth`` its turn from there."""

    page: int
    at_top: bool
    depth: int
    place_pt: float
    line: Line

    @property
    def shape(self) -> str:
        return _DIGITS.sub("#", " ".join(self.line.text.split())).lower()

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(d[:9]) for d in _DIGITS.findall(self.line.text))


def find_furniture(pages: Sequence[Page]) -> tuple[Furniture, ...]:
    """Every running header, footer, page number and marking, page by page.

    Args:
        pages: Of the whole report, in order. Of a single page only a lone page number is furniture,
            for nothing on it can be seen to repeat.
    """
    rows = {(page.number, at_top): _edge_rows(page, at_top) for page in pages for at_top in (True, False)}
    if len(pages) < 2:
        found = [row for edge in rows.values() for row in edge[:1] if _is_lone_number(row, edge)]
    else:
        repeated = _repeated([row for edge in rows.values() for row in edge], len(pages))
        limits = {at_top: _text_starts(rows, at_top, repeated) for at_top in (True, False)}
        found = [
            row
            for (_, at_top), edge in rows.items()
            for row in _run_from_edge(edge, repeated, limits[at_top])
        ]
        found = [row for row in found if not _in_table(row, pages)]
    found.sort(key=lambda row: (row.page, row.line.box.top, row.line.box.x0))
    return tuple(Furniture(row.page, row.line.box, row.line.text) for row in found)


def without_furniture(page: Page, furniture: Iterable[Furniture]) -> Page:
    """The page without the words, rulings, fills and images that lie in its furniture."""
    boxes = [piece.box for piece in furniture if piece.page == page.number]
    if not boxes:
        return page

    def is_free(box: Box) -> bool:
        return not any(piece.holds(*box.centre) for piece in boxes)

    return replace(
        page,
        words=tuple(word for word in page.words if is_free(word.box)),
        rulings=tuple(ruling for ruling in page.rulings if is_free(ruling.box)),
        fills=tuple(fill for fill in page.fills if is_free(fill.box)),
        images=tuple(image for image in page.images if is_free(image.box)),
    )


def _edge_rows(page: Page, at_top: bool) -> list[_Row]:
    """The rows in the margin band of one edge, from the edge inwards."""
    lines = find_rows(page.number, page.words)
    if not at_top:
        lines.reverse()
    rows = []
    for depth, line in enumerate(lines[:_ROWS]):
        place = line.box.bottom if at_top else page.height_pt - line.box.top
        if place > _BAND * page.height_pt:
            break
        rows.append(_Row(page.number, at_top, depth, place, line))
    return rows


def _repeated(rows: Sequence[_Row], page_count: int) -> set[_Row]:
    """Rows whose text stands at the same height on enough pages, numbers in step with the page."""
    groups: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.at_top, row.shape].append(row)
    found: set[_Row] = set()
    for group in groups.values():
        for row in group:
            near = [other for other in group if abs(other.place_pt - row.place_pt) <= _SHIFT_PT]
            alike = [other for other in near if _in_step(row, other)]
            if len({other.page for other in alike}) >= max(2, _SHARE * page_count):
                found.add(row)
    return found | {row for row in rows if _is_number_beside(row, found)}


def _is_number_beside(row: _Row, repeated: set[_Row]) -> bool:
    """Whether the outermost row of a page is only a number, where other pages have furniture.

    Some fonts print each digit twice ("2299"), which keeps such numbers out of step.
    """
    if row.depth or not row.line.text.isdecimal() or len(row.line.text) > 8:
        return False
    return any(other.at_top == row.at_top and abs(other.place_pt - row.place_pt) < 2 for other in repeated)


def _in_step(row: _Row, other: _Row) -> bool:
    """Each number is the same on both, or moves with the page number."""
    distance = other.page - row.page
    return all(b - a in (0, distance) for a, b in zip(row.numbers, other.numbers, strict=True))


def _text_starts(
    rows: dict[tuple[int, bool], list[_Row]], at_top: bool, repeated: set[_Row]
) -> tuple[float, float]:
    """How far from the edge the pages' own text begins: anywhere, and with one page in ten let off.

    A table's header repeated on each page stands where other pages have text.
    """
    places = []
    for (_, edge_at_top), edge in rows.items():
        if edge_at_top == at_top:
            own = [row.place_pt for row in edge if row not in repeated]
            places.append(min(own, default=math.inf))
    places.sort()
    return places[0], places[min(max(1, len(places) // 10), len(places) - 1)]


def _run_from_edge(edge: Sequence[_Row], repeated: set[_Row], limits: tuple[float, float]) -> list[_Row]:
    """The unbroken run of repeated rows from the edge inwards.

    Where a cover reaches into the margin, a row must stand apart from the text to be furniture.
    """
    strict, lenient = (limit - _MARGIN_GAP_PT for limit in limits)
    run: list[_Row] = []
    for at, row in enumerate(edge):
        inner = edge[at + 1] if at + 1 < len(edge) else None
        apart = inner is None or inner.place_pt - row.place_pt > 2.2 * row.line.box.height
        if row not in repeated or row.place_pt > lenient or (row.place_pt > strict and not apart):
            break
        run.append(row)
    return run


def _in_table(row: _Row, pages: Sequence[Page]) -> bool:
    """Whether vertical rulings part the row, as they part a table's header."""
    page = next(page for page in pages if page.number == row.page)
    box = row.line.box
    middle = (box.top + box.bottom) / 2
    crossing = Counter(
        round(ruling.box.x0)
        for ruling in page.rulings
        if not ruling.horizontal and ruling.box.top < middle < ruling.box.bottom
    )
    return sum(box.x0 < x < box.x1 for x in crossing) > 0


def _is_lone_number(row: _Row, edge: Sequence[_Row]) -> bool:
    """Whether the outermost row of a single page is a page number and nothing else."""
    if not _LONE_NUMBER.fullmatch(row.line.text.strip()):
        return False
    inner = edge[1].place_pt if len(edge) > 1 else math.inf
    return inner - row.place_pt > 2 * row.line.size_pt

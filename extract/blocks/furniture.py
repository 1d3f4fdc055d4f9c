"""Running headers, footers, page numbers and protective markings, by repetition and place.

In: all pages of a report. Out: one ``Furniture`` record for each piece on each page, and pages
without it. Words don't matter: a marking that nobody has heard of is furniture when it stands at
the same height outside the text on most pages. Out of scope: what a marking means
(``facts/description.py``), and repeated pictures.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from extract.blocks.lines import Line, find_rows
from extract.model import Box, Furniture, Page

_BAND = 0.16  # of the page's height, from either edge
_SHIFT_PT = 6.0  # how far the same piece may stand elsewhere on another page
_SHARE = 0.4  # of the pages: left and right pages may differ, and so may parts of a report
_MARGIN_GAP_PT = 3.0
_ROWS = 8  # from either edge
_MOVING = 6  # numbers of a row that may move with the page: a row of more is a table's
_LONE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


_Key = tuple[Hashable, ...]


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
        by_number = {page.number: page for page in pages}
        found = [row for row in found if not _in_table(row, by_number[row.page])]
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
    pages: dict[_Key, set[int]] = defaultdict(set)
    for row in rows:
        for key in _keys(row):
            pages[key].add(row.page)
    enough = max(2, _SHARE * page_count)
    found = {row for row in rows if any(len(pages[key]) >= enough for key in _keys(row))}
    places = {(row.at_top, round(row.place_pt)) for row in found}
    return found | {row for row in rows if _is_number_beside(row, places)}


def _keys(row: _Row) -> Iterator[_Key]:
    """What a row has in common with its like on other pages.

    Each number is the same there, or moves with the page number. Heights fall into two sets of
    windows, half a window apart, so that rows near each other share one.
    """
    numbers = row.numbers
    steps: list[tuple[Hashable, ...]] = [(numbers,)]
    if len(numbers) <= _MOVING:
        steps = [(("is", n), ("moves", n - row.page)) for n in numbers]
    width = 2 * _SHIFT_PT
    windows = ((0, row.place_pt // width), (1, (row.place_pt + _SHIFT_PT) // width))
    for window in windows:
        for kinds in product(*steps):
            yield row.at_top, row.shape, window, kinds


def _is_number_beside(row: _Row, places: set[tuple[bool, int]]) -> bool:
    """Whether the outermost row of a page is only a number, where other pages have furniture.

    Some fonts print each digit twice ("2299"), which keeps such numbers out of step.
    """
    if row.depth or not row.line.text.isdecimal() or len(row.line.text) > 8:
        return False
    return any(
        at_top == row.at_top and abs(place - row.place_pt) < 1.5 * _SHIFT_PT for at_top, place in places
    )


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


def _in_table(row: _Row, page: Page) -> bool:
    """Whether vertical rulings part the row, as they part a table's header."""
    box = row.line.box
    middle = (box.top + box.bottom) / 2
    return any(
        not ruling.horizontal
        and ruling.box.top < middle < ruling.box.bottom
        and box.x0 < ruling.box.x0 < box.x1
        for ruling in page.rulings
    )


def _is_lone_number(row: _Row, edge: Sequence[_Row]) -> bool:
    """Whether the outermost row of a single page is a page number and nothing else."""
    if not _LONE_NUMBER.fullmatch(row.line.text.strip()):
        return False
    inner = edge[1].place_pt if len(edge) > 1 else math.inf
    return inner - row.place_pt > 2 * row.line.size_pt

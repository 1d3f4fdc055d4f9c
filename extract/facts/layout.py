"""A table's parts: header path of each column, group rows, stub, and the rows that hold figures.

In comes a Table, out goes a Layout: which cells are label and which may be figures, told from
their place and form alone. Out of scope: what a column means (``columns``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extract.model import Cell, Period, Table
from extract.notation.headers import read_heading, unit_alone
from extract.notation.numbers import is_missing_symbol, looks_numeric
from extract.notation.periods import parse_period, without_periods

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?")
# "52 Weeks Ended" over the dates of two years.
_STRETCH = re.compile(
    r"\b(?:days?|weeks?|months?|quarters?|years?|half) (?:ended|ending|to)\W*$", re.IGNORECASE
)
_PART = re.compile(r"(?:quarter|qtr|month|week)s?\.?", re.IGNORECASE)
_COUNTED = re.compile(r"(?:number|no\.?|counts?|volume)s?(?: of\b.*)?", re.IGNORECASE)
_ORDINAL = re.compile(r"Q?[0-9]{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
# What a row may be numbered with: "1.1", "3", "KPI 4", "CP-01a", "2.1."
_ROW_NUMBER = re.compile(r"[A-Za-z]{0,4}[ -]?\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]?")
# "In RMB million, except for percentages", "(£000s)", "$ in millions"
_UNIT_NOTE = re.compile(r"\(?(?:(?:all |amounts |figures |expressed )*in\b|[£$€¥])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row with figures.

    Attributes:
        row: Its place in the table, from 0.
        cells: The cell that starts in each column; None where there is none.
        labels: The stub's texts from left to right, cells over several rows repeated.
        number: The row's number where the stub gives it a column of its own.
        group: The heading row above it.
    """

    row: int
    cells: tuple[Cell | None, ...]
    labels: tuple[str, ...]
    number: str
    group: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's parts.

    Attributes:
        titles: Texts of the header rows that are one cell over everything, and unit notes.
        paths: For each column, the spanners' texts and the column head's, from top to bottom.
        stub: The columns that label the rows.
        number_column: The stub's column of row numbers, if it has one.
        rows: The rows with figures; heading rows are in their ``group``.
        side_stubs: Columns amid the figures that label those on their right, where blocks of the same heads
            stand side by side.
    """

    titles: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    stub: tuple[int, ...]
    number_column: int | None
    rows: tuple[BodyRow, ...]
    side_stubs: tuple[int, ...] = ()

    @property
    def blocks(self) -> tuple[range, ...]:
        """The columns of each block from left to right; a table without side stubs is one."""
        edges = (0, *self.side_stubs, len(self.paths))
        return tuple(range(*edge) for edge in pairwise(edges))


class Section(NamedTuple):
    """Rows of a table with the rows of heads above them."""

    heads: range
    body: range


def whole_table(table: Table) -> Section:
    """A table as one section, with the boxhead at its top."""
    return Section(range(table.header_rows), range(table.header_rows, table.row_count))


def is_stretch(text: str) -> bool:
    """Whether a head only says how long a stretch is; its end stands below it.

    >>> is_stretch("52 Weeks Ended"), is_stretch("52 weeks ended 28 January 2023")
    (True, False)
    """
    return _STRETCH.search(text.strip()) is not None


def labels_in(row: BodyRow, block: range, layout: Layout) -> tuple[str, ...]:
    """A row's labels in one block; those at the left where the block prints none."""
    cell = row.cells[block.start] if block.start in layout.side_stubs else None
    return (cell.text.strip(),) if cell is not None and cell.text.strip() else row.labels


def read_layout(table: Table, section: Section | None = None) -> Layout:
    """The parts of a table, from the place and form of its cells; a section gives those of its rows."""
    grid = _grid(table)
    heads, body = section or whole_table(table)
    titles, paths = _header_paths(table, grid, heads)
    groups = _nested({row: head for row in body if (head := _heading_row(table, grid, row)) is not None})
    data = [row for row in body if row not in groups and _texts(grid, row, table.column_count)]
    stub, number_column = _find_stub(table, grid, data, paths)
    rows = tuple(
        BodyRow(
            row=row,
            cells=tuple(
                _starting(grid.get((row, column)), row, column) for column in range(table.column_count)
            ),
            labels=_labels(grid, data, index, stub),
            number=_cell_text(grid, row, number_column),
            group=_group_of(grid, groups, data, row, stub),
        )
        for index, row in enumerate(data)
    )
    return Layout(titles, paths, stub, number_column, rows, _side_stubs(paths, stub, rows))


def _side_stubs(
    paths: tuple[tuple[str, ...], ...], stub: tuple[int, ...], rows: tuple[BodyRow, ...]
) -> tuple[int, ...]:
    """Columns of texts that part columns of figures with the same heads on both sides."""
    texts = [column_texts(rows, column) for column in range(len(paths))]
    worded = [c for c, found in enumerate(texts) if found and not is_mostly_numbers(found) and c not in stub]
    edges = (max(stub, default=-1), *worded, len(paths))
    heads = [[" ".join(path) for path in paths[first + 1 : last]] for first, last in pairwise(edges)]
    alike = all(heads[0]) and all(_end_alike(one, other) for one, other in pairwise(heads))
    return tuple(worded) if worded and stub and heads[0] and alike else ()


def _end_alike(some: list[str], others: list[str]) -> bool:
    """Whether heads are the same but for words above them, which a title may have left there."""
    return len(some) == len(others) and all(
        other and one.split()[-1:] == other.split()[-1:] for one, other in zip(some, others, strict=True)
    )


def row_words(row: BodyRow, layout: Layout) -> str:
    """A row's labels as one text that a period may be read from: "Quarter 2 2019" of "2019 | 2".

    A number alone beside a year, with no head, is a quarter's.
    """
    heads = [" ".join(layout.paths[column][-1:]) for column in layout.stub] + [""] * len(row.labels)
    bare = "Quarter" if any(_YEAR.fullmatch(label) for label in row.labels) else ""
    parts = [
        f"{head or bare} {label}" if label.isdigit() and len(label) <= 2 else label
        for head, label in zip(heads, row.labels, strict=False)
    ]
    return " ".join(reversed(parts))


def row_period(row: BodyRow, layout: Layout, default: Period | None) -> Period | None:
    """The period that a row is named by, if its labels say nothing else."""
    words = row_words(row, layout)
    return None if without_periods(words) else parse_period(words, default)


def column_texts(rows: Iterable[BodyRow], column: int) -> list[str]:
    """The printed texts of one column, top to bottom, empty cells left out."""
    return [
        cell.text.strip() for row in rows if (cell := row.cells[column]) is not None and cell.text.strip()
    ]


def is_mostly_numbers(texts: list[str]) -> bool:
    """Whether at least half of a column's texts are numbers or missing-value symbols.

    >>> is_mostly_numbers(["1,204", "n/a", "see note"])
    True
    >>> is_mostly_numbers(["-", "Burglary"])
    False
    """
    numeric = [text for text in texts if looks_numeric(text)]
    if all(is_missing_symbol(text) for text in numeric) and len(numeric) < len(texts):
        return False
    return bool(texts) and 2 * len(numeric) >= len(texts)


_Grid = dict[tuple[int, int], Cell]


def _grid(table: Table) -> _Grid:
    """Every place of the table with the cell that covers it."""
    return {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _starting(cell: Cell | None, row: int, column: int) -> Cell | None:
    return cell if cell is not None and (cell.row, cell.column) == (row, column) else None


def _cell_text(grid: _Grid, row: int, column: int | None) -> str:
    cell = None if column is None else grid.get((row, column))
    return "" if cell is None else cell.text.strip()


def _texts(grid: _Grid, row: int, columns: int) -> list[Cell]:
    """The cells of a row with something in them, each once; those that hang down from above left out."""
    cells = {id(cell): cell for column in range(columns) if (cell := grid.get((row, column))) is not None}
    return [cell for cell in cells.values() if cell.row == row and (cell.text.strip() or cell.has_picture)]


def _header_paths(
    table: Table, grid: _Grid, heads: range
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    titles: list[str] = []
    paths: list[list[str]] = [[] for _ in range(table.column_count)]
    for row in heads:
        cells = _texts(grid, row, table.column_count)
        if len(cells) == 1 and cells[0].column_span >= table.column_count > 1:
            text = cells[0].text.strip()
            if is_stretch(text) and row + 1 < heads.stop:
                paths = [[*path, text] for path in paths]
            else:
                titles.append(text)
            continue
        for cell in cells:
            text = cell.text.strip()
            if row + cell.row_span < heads.stop and _is_unit_note(text):
                titles.append(text)
                continue
            for column in range(cell.column, min(cell.column + cell.column_span, table.column_count)):
                if text and paths[column][-1:] != [text]:
                    paths[column].append(text)
    return tuple(titles), tuple(tuple(path) for path in paths)


def _is_unit_note(text: str) -> bool:
    """Whether a text above the column heads only says in what the whole table is counted.

    >>> _is_unit_note("In RMB million, except for percentages"), _is_unit_note("In June 2023")
    (True, False)
    """
    heading = read_heading((text,))
    counted = heading.multiplier != 1 or heading.unit is not None
    return counted and heading.period is None and _UNIT_NOTE.match(text) is not None


class _HeadingRow(NamedTuple):
    """A row that heads those below it; ``wide`` is one cell over the table, else it is a stub alone."""

    text: str
    wide: bool


def _nested(headings: dict[int, _HeadingRow]) -> dict[int, str]:
    """The group that each heading row begins, within the unit that one over the table gives all below it.

    "PERCENTAGES (%)" over the table goes on being meant where "Country of residence" stands below it over
    the stub, up to "Number" or the next heading over the table.
    """
    groups: dict[int, str] = {}
    outer = ""
    for row, heading in headings.items():
        if heading.wide:
            outer = heading.text if unit_alone(heading.text) else ""
        elif _COUNTED.fullmatch(heading.text) or unit_alone(heading.text):
            outer = ""
        groups[row] = heading.text if heading.wide or not outer else f"{outer} / {heading.text}"
    return groups


def _heading_row(table: Table, grid: _Grid, row: int) -> _HeadingRow | None:
    """What a row that heads those below it says: one cell over the table, or a stub alone."""
    cells = _texts(grid, row, table.column_count)
    if len(cells) != 1 or cells[0].has_picture:
        return None
    cell, text = cells[0], cells[0].text.strip()
    if any(over.row < row for column in range(table.column_count) if (over := grid.get((row, column)))):
        return None  # the label hangs down from above: a row without figures, not a heading
    if cell.column_span >= table.column_count:
        return _HeadingRow(text, wide=True)
    return _HeadingRow(text, wide=False) if cell.column <= 1 and not looks_numeric(text) else None


def _find_stub(
    table: Table, grid: _Grid, data: list[int], paths: tuple[tuple[str, ...], ...]
) -> tuple[tuple[int, ...], int | None]:
    """The columns that label the rows, and the one of row numbers."""
    texts = [
        [text for row in data if (text := _cell_text(grid, row, column))]
        for column in range(table.column_count)
    ]
    filled = [column for column in range(table.column_count) if texts[column] or paths[column]]
    if not filled:
        return (), None
    first = filled[0]
    following = filled[1] if len(filled) > 1 else None
    if (
        following is not None
        and _are_row_numbers(texts[first])
        and _may_label(texts[following], paths[following])
    ):
        return (following,), first
    if is_mostly_numbers(texts[first]) and not _numbers_label(texts[first], paths[first], len(data)):
        return (), None
    stub = [first]
    for column in filled[1:]:
        # A second label column is there because the first doesn't tell the rows apart: "CRIME | AREA".
        told_apart = len(texts[first]) == len(data) == len(set(_labels_of(grid, data, stub)))
        few_years = len(texts[first]) < len(data) and all(_YEAR.fullmatch(text) for text in texts[first])
        counts_parts = _counts_parts(texts[column], paths[column], headless=few_years)
        if told_apart or not (counts_parts or _may_label(texts[column], paths[column])):
            break
        stub.append(column)
    return tuple(stub), None


def _labels_of(grid: _Grid, data: list[int], stub: list[int]) -> list[tuple[str, ...]]:
    return [tuple(_cell_text(grid, row, column) for column in stub) for row in data]


def _are_row_numbers(texts: list[str]) -> bool:
    return (
        bool(texts) and all(_ROW_NUMBER.fullmatch(text) for text in texts) and len(set(texts)) == len(texts)
    )


def _counts_parts(texts: list[str], path: tuple[str, ...], *, headless: bool) -> bool:
    """Whether a column numbers the quarters or months of the years beside it.

    Without a head it does where years stand at the first of their quarters only, and they go from 1 to 4.
    """
    counted = all(_ORDINAL.fullmatch(text) for text in texts)
    if not path:
        return headless and counted and {*texts} == {"1", "2", "3", "4"}
    return counted and _PART.fullmatch(" ".join(path[-1:])) is not None


def _may_label(texts: list[str], path: tuple[str, ...]) -> bool:
    heading = read_heading(path)
    plain = heading.role in ("stub", "") or (heading.role == "number" and not heading.certain)
    return plain and heading.measure != "rag" and bool(texts) and not is_mostly_numbers(texts)


def _numbers_label(texts: list[str], path: tuple[str, ...], row_count: int) -> bool:
    """Whether a first column of numbers labels the rows: years, ages, or a column without a head."""
    if not path or read_heading(path).role == "stub" or all(_YEAR.fullmatch(text) for text in texts):
        return True
    return row_count > 1


def _labels(grid: _Grid, data: list[int], index: int, stub: tuple[int, ...]) -> tuple[str, ...]:
    """A row's labels; an empty outer label is that of the row above where an inner one is printed."""
    labels = [_cell_text(grid, data[index], column) for column in stub]
    if len(labels) > 1 and labels[-1] and not labels[0]:
        above = (text for row in reversed(data[:index]) if (text := _cell_text(grid, row, stub[0])))
        labels[0] = next(above, "")
    return tuple(label for position, label in enumerate(labels) if label and label not in labels[:position])


def _group_of(grid: _Grid, groups: dict[int, str], data: list[int], row: int, stub: tuple[int, ...]) -> str:
    """The heading row above, unless the rows below it were set in and this one is not."""
    above = max((heading for heading in groups if heading < row), default=None)
    if above is None:
        return ""
    first = next(member for member in data if member > above)
    edge = _indent(grid, above, stub) + 1
    members = [_indent(grid, member, stub) for member in data if above < member <= row]
    ended = _indent(grid, first, stub) > edge and min(members) <= edge
    return "" if ended else groups[above]


def _indent(grid: _Grid, row: int, stub: tuple[int, ...]) -> float:
    """Where a row's label starts, in points from the left edge of its cell."""
    cell = grid.get((row, stub[0] if stub else 0))
    return 0.0 if cell is None else cell.indent_pt

"""What of a KPI table can't be told, said once for each table.

In come a Table and its Columns, out goes at most one Remark: a chart taken for a table has dozens of
odd cells, and one sentence about it is enough. Out of scope: how columns are read (``columns``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts.columns import Column, Columns, read_number
from extract.facts.layout import BodyRow
from extract.model import Cell, Remark, Table
from extract.notation.numbers import looks_numeric

_LONGEST_QUOTE = 60
_MOST_COLUMNS = 3


def find_remarks(table: Table, columns: Columns) -> tuple[Remark, ...]:
    """One remark on the columns without meaning and the odd texts among numbers; none where all is read."""
    untold = [column for column in columns.columns if _is_untold(column)]
    odd: dict[int, list[tuple[int, Cell]]] = {}
    for place, column, odd_cell in _odd_cells(columns):
        odd.setdefault(column.index, []).append((place, odd_cell))
    if not untold and not odd:
        return ()
    said = [_on_untold(columns, untold)] if untold else []
    said += [_on_odd_texts(columns, odd)] if odd else []
    index = untold[0].index if untold else next(iter(odd))
    cell = _first_cell(columns, untold[0]) if untold else odd[index][0][1]
    row = None if untold else odd[index][0][0]
    return (Remark(table.ordinal, row, index, "; ".join(said), cell.page, cell.box),)


def _is_untold(column: Column) -> bool:
    return column.role == "number" and column.measure == "other" and not column.certain


def _odd_cells(columns: Columns) -> Iterator[tuple[int, Column, Cell]]:
    """Texts that are no number in number columns; a row of texts alone is a heading inside the table."""
    for row in columns.layout.rows:
        cells = [(column, cell) for column in columns.with_role("number") if (cell := _worded(row, column))]
        odd = [(column, cell) for column, cell in cells if _is_odd(column, cell, columns)]
        is_heading = len(cells) == len(odd) > 1
        if not is_heading or any(looks_numeric(cell.text) for _, cell in odd):
            yield from ((row.row, column, cell) for column, cell in odd if cell.column_span == 1)


def _worded(row: BodyRow, column: Column) -> Cell | None:
    cell = row.cells[column.index]
    return cell if cell is not None and cell.text.strip() else None


def _is_odd(column: Column, cell: Cell, columns: Columns) -> bool:
    return read_number(cell.text, column, column.unit or "count", columns.separators) is None


def _first_cell(columns: Columns, column: Column) -> Cell:
    return next(cell for row in columns.layout.rows if (cell := _worded(row, column)))


def _on_untold(columns: Columns, untold: list[Column]) -> str:
    subject = "A column has" if len(untold) == 1 else f"{len(untold)} columns have"
    first = _quoted(_first_cell(columns, untold[0]))
    return f"{subject} no head and can't be told; the first begins with {first}"


def _on_odd_texts(columns: Columns, odd: dict[int, list[tuple[int, Cell]]]) -> str:
    """Which columns hold what among their numbers, the first few by name."""
    told = []
    for index, cells in list(odd.items())[:_MOST_COLUMNS]:
        more = f" and {len(cells) - 1} more" if len(cells) > 1 else ""
        told.append(f"{_quoted(cells[0][1])}{more} in the column {_named(columns.columns[index])}")
    rest = len(odd) - _MOST_COLUMNS
    others = "" if rest < 1 else f", and others in {rest} more column{'s' if rest > 1 else ''}"
    return f"not one number: {', '.join(told)}{others}"


def _quoted(cell: Cell) -> str:
    """A cell's text for a message, shortened where it is long."""
    text = " ".join(cell.text.split())
    return f"'{text}'" if len(text) <= _LONGEST_QUOTE else f"'{text[: _LONGEST_QUOTE - 1]}…'"


def _named(column: Column) -> str:
    return f"headed '{column.label}'" if column.label else "without a head"

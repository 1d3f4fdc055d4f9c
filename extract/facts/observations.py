"""Every printed number of a KPI table, with what it is of: KPI, group, measure, period and unit.

In come a Table and its Columns, out goes one Observation for each number or missing-value symbol
of the body. A totally empty cell gives none, nor does text in a number column. Out of scope: which
observations are compared (``comparisons``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.facts.columns import Column, Columns, rag_status, read_number
from extract.facts.heads import unit_of_average
from extract.facts.layout import BodyRow, labels_in, row_period
from extract.facts.money import find_accounts, with_currency
from extract.facts.scales import is_per_share, leaves_out, unit_notes
from extract.model import Cell, Measure, Missing, Observation, Period, Quantity, Table
from extract.notation.headers import read_heading, unit_alone
from extract.notation.marks import without_end_marks
from extract.notation.numbers import is_missing_symbol, parse_quantity

# "1.1 Calls", "2. Calls", "3) Calls", "KPI 4: Calls", "CP01 Calls"; never "999 calls" nor "12 month".
_NUMBERED = re.compile(
    r"(?P<number>(?:[A-Z]{1,4}[ -]?)?\d{1,2}(?:(?:\.\d{1,2}){1,3}|(?=[.):]))|[A-Z]{2,4}[ -]?\d{1,3})"
    r"[.):]*\s+(?P<name>[^\W\d_].*|\d+ .*|[%£$€(\"'‘“].*)",
    re.DOTALL,
)
_UNIT_END = re.compile(r"(?:\(([^()]{1,24})\)|,\s*(%))$")
_PERCENT_END = re.compile(r"(?:\s%|\bper ?cent)$", re.IGNORECASE)  # "Volume %", "EBIT / Sales %"
_PERCENT_START = re.compile(r"(?:%|percentage|proportion|per cent)\b|%", re.IGNORECASE)


class _RowUnit(NamedTuple):
    """The unit a row names for itself; None leaves the columns'.

    ``printed`` tells one that stands beside its label from one that the label's words tell.
    """

    unit: str | None
    multiplier: Decimal
    printed: bool = False


def find_observations(
    table: Table, columns: Columns, default: Period | None = None
) -> tuple[Observation, ...]:
    """The printed numbers, missing-value symbols and statuses of a table, by row, then column.

    Where no column names a period and a row is nothing but one ("2019"), its figures are of that.
    """
    accounts = find_accounts(columns)
    return tuple(
        replace(one, period=period) if one.period is None and period is not None else one
        for row in columns.layout.rows
        for period in [row_period(row, columns.layout, default)]
        for one in _row_observations(table, with_currency(columns, row, accounts), row)
    )


def split_label(label: str) -> tuple[str, str]:
    """A row's number and its name without footnote marks.

    >>> split_label("1.1 Number of 999 Calls*")
    ('1.1', 'Number of 999 Calls')
    >>> split_label("0-17"), split_label("999 calls"), split_label("12 month rolling")
    (('', '0-17'), ('', '999 calls'), ('', '12 month rolling'))
    """
    label = without_end_marks(label)
    match = _NUMBERED.fullmatch(label)
    return ("", label) if match is None else (match["number"], match["name"].strip())


def _row_observations(table: Table, columns: Columns, row: BodyRow) -> list[Observation]:
    return [one for block in columns.layout.blocks for one in _block_observations(table, columns, row, block)]


def _block_observations(table: Table, columns: Columns, row: BodyRow, block: range) -> list[Observation]:
    labels = labels_in(row, block, columns.layout)
    number, kpi = split_label(" / ".join(map(without_end_marks, labels)))
    own = _row_unit(kpi, row, columns)
    found = []
    for headed in columns.columns[block.start : block.stop]:
        column = _scaled(headed, kpi, row, own)
        cell = row.cells[column.index]
        if cell is None:
            continue
        read = _read_cell(cell, column, columns, own)
        if read is None:
            continue
        measure, text, quantity = read
        found.append(
            Observation(
                table=table.ordinal,
                row=row.row,
                column=column.index,
                kpi_number=(row.number.rstrip(".)") if labels == row.labels else "") or number,
                kpi=kpi or table.title,
                group=without_end_marks(row.group),
                measure=measure,
                column_label=column.label,
                text=text,
                quantity=quantity,
                period=column.period,
                baseline=column.baseline,
                page=cell.page,
                box=cell.box,
                confidence=min(cell.confidence, table.confidence),
            )
        )
    return _with_units(found, columns, own)


def _scaled(column: Column, kpi: str, row: BodyRow, own: _RowUnit) -> Column:
    """The column, without its scale where that doesn't hold for the row."""
    if column.multiplier == 1:
        return column
    plain = own.unit in ("percent", "rate") and not own.printed
    texts = [cell.text for cell in row.cells if cell is not None and cell.column == column.index]
    shares = leaves_out(kpi, column.label, column.unit) or leaves_out(row.group, "", None)
    return replace(column, multiplier=Decimal(1)) if plain or shares or is_per_share(kpi, texts) else column


def _read_cell(
    cell: Cell, column: Column, columns: Columns, own: _RowUnit
) -> tuple[Measure, str, Quantity | Missing | None] | None:
    """Measure, text and number of a cell; None where it holds none."""
    if column.role == "rag":
        status = rag_status(cell)
        if status:
            return column.measure, status, None
        text = cell.text.strip()
        missing = parse_quantity(text) if text and is_missing_symbol(text) else None
        return (column.measure, text, missing) if isinstance(missing, Missing) else None
    if column.role != "number":
        return None
    if column.measure in ("value", "target", "change") and (column.unit is None or own.printed):
        column = replace(
            column,
            unit=own.unit or column.unit,
            multiplier=own.multiplier if own.printed else column.multiplier,
        )
    quantity = read_number(cell.text, column, _unit_of(column, own), columns.separators)
    return None if quantity is None else (column.measure, cell.text.strip(), quantity)


def _unit_of(column: Column, own: _RowUnit) -> str:
    """The unit of a cell that prints none."""
    if column.measure in ("percent_change", "share"):
        return "percent"
    if column.measure == "points_change":
        return "percentage_points"
    if column.measure == "rank":
        return "rank"
    return own.unit or column.unit or "count"


def _row_unit(kpi: str, row: BodyRow, columns: Columns) -> _RowUnit:
    """The unit from the row's unit column, or from the end or the start of its label."""
    printed = [cell.text for column in columns.with_role("unit") if (cell := row.cells[column.index])]
    if _PERCENT_END.search(kpi):
        return _RowUnit("percent", Decimal(1), printed=True)
    ending = _UNIT_END.search(kpi)
    if ending is not None:
        printed.append(ending[1] or ending[2])
    if not leaves_out(kpi, "", "USD"):
        printed += unit_notes([row.group])
    for text in printed:
        heading = read_heading((f"({text.strip().strip('()')})",))
        if heading.unit is not None or heading.multiplier != 1:
            return _RowUnit(heading.unit, heading.multiplier, printed=True)
    told = "percent" if _PERCENT_START.match(kpi) else unit_of_average(kpi)
    if told is None and not leaves_out(kpi, "", "USD"):
        told = next(filter(None, map(unit_alone, row.group.split(" / "))), None)
    return _RowUnit(told, Decimal(1))


def _with_units(found: list[Observation], columns: Columns, own: _RowUnit) -> list[Observation]:
    """A row's observations with the units and measures that its values give its changes.

    The change of a percentage is in points, whatever the column calls it, and a change printed
    with a percent sign beside counts is a percentage.
    """
    units = {_printed_unit(one) for one in found if one.measure == "value"} - {None}
    value_unit = units.pop() if len(units) == 1 else own.unit
    return [_with_unit(one, value_unit, columns) for one in found]


def _printed_unit(observation: Observation) -> str | None:
    return observation.quantity.unit if isinstance(observation.quantity, Quantity) else None


def _with_unit(one: Observation, value_unit: str | None, columns: Columns) -> Observation:
    column = columns.columns[one.column]
    unit, measure = _printed_unit(one) or _unit_of(column, _RowUnit(value_unit, Decimal(1))), one.measure
    if measure == "change" and value_unit == "percent":
        unit, measure = "percentage_points", "points_change"
    elif measure == "change" and unit == "percent":
        measure = "percent_change"
    elif measure == "change" and unit == "count" and value_unit is not None:
        unit = value_unit
    elif measure == "percent_change" and unit == "percentage_points":
        measure = "points_change"
    elif measure == "percent_change" and unit not in ("percent", "percentage_points"):
        unit = "percent"
    elif measure == "points_change":
        unit = "percentage_points"
    quantity = replace(one.quantity, unit=unit) if isinstance(one.quantity, Quantity) else one.quantity
    return replace(one, unit=unit, measure=measure, quantity=quantity)

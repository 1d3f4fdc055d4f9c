"""Which figures of an account are money though they print no sign.

An account prints its currency beside the first figure of a column and beside its totals and balances, and
leaves it out between them. In come a table's columns, out go the rows of each column that such signs
enclose, and the columns as they are for one of these rows. Out of scope: units that a row or a column
prints itself (``observations``, ``columns``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from extract.facts.columns import Column, Columns, read_number
from extract.facts.layout import BodyRow
from extract.facts.scales import is_per_share, leaves_out
from extract.model import Quantity
from extract.notation.symbols import is_currency

_MEASURES = ("value", "target", "change")
_SHARES = re.compile(r"\bshares? (?:outstanding|issued)\b|\bnumber of\b.{0,40}\bshares\b", re.IGNORECASE)
# A row that closes an account, or a part of one.
_CLOSES = re.compile(
    r"\b(?:(?:sub-?)?totals?|net|profits?|loss(?:es)?|income|earnings|balances?|cash|equity|surplus|deficit|assets|"
    r"liabilities)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\bper\b", re.IGNORECASE)


class Account(NamedTuple):
    """Rows of one column from a printed sign to the last one of the same currency."""

    currency: str
    rows: range


class _Figure(NamedTuple):
    row: int
    unit: str
    closes: bool


def find_accounts(columns: Columns) -> Mapping[int, Account]:
    """The accounts among the columns of a table, by the column's index.

    One is told by a sign beside the first figure and beside a total or a balance below it, with more figures
    between them that print none than print one. What is earned per share closes none: shares are counted
    above it.
    """
    found = {column.index: _account(columns, column) for column in columns.with_role("number")}
    return {index: account for index, account in found.items() if account is not None}


def with_currency(columns: Columns, row: BodyRow, accounts: Mapping[int, Account]) -> Columns:
    """The columns with the currency of the accounts that a row is in.

    Not where its label counts shares, days, heads or the "number of" something.
    """
    units = {index: account.currency for index, account in accounts.items() if row.row in account.rows}
    kind = row.labels[-1] if row.labels else ""
    if not units or _SHARES.search(_label(row)) or leaves_out(kind, "", next(iter(units.values()))):
        return columns
    found = (replace(c, unit=units[c.index]) if c.index in units else c for c in columns.columns)
    return replace(columns, columns=tuple(found))


def _account(columns: Columns, column: Column) -> Account | None:
    if column.measure not in _MEASURES or column.unit is not None:
        return None
    figures = _figures(columns, column)
    signed = [figure for figure in figures if figure.unit != "count"]
    closing = [figure.row for figure in signed[1:] if figure.closes]
    if len({figure.unit for figure in signed}) != 1 or figures[0] != signed[0] or not closing:
        return None
    rows = range(figures[0].row, closing[-1] + 1)
    inside = [figure for figure in figures if figure.row in rows]
    unsigned = sum(figure.unit == "count" for figure in inside)
    return Account(signed[0].unit, rows) if 2 * unsigned > len(inside) else None


def _figures(columns: Columns, column: Column) -> list[_Figure]:
    """A column's counts and amounts, from top to bottom."""
    found = []
    for row in columns.layout.rows:
        cell = row.cells[column.index]
        quantity = None if cell is None else read_number(cell.text, column, "count", columns.separators)
        counted = isinstance(quantity, Quantity) and (quantity.unit == "count" or is_currency(quantity.unit))
        if cell is not None and isinstance(quantity, Quantity) and counted:
            kind = row.labels[-1] if row.labels else ""
            closes = _CLOSES.search(kind) and not _RATIO.search(kind) and not leaves_out(row.group, "", None)
            found.append(
                _Figure(row.row, quantity.unit, bool(closes) and not is_per_share(kind, [cell.text]))
            )
    return found


def _label(row: BodyRow) -> str:
    return " ".join((row.group, *row.labels))

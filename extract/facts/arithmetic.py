"""Whether the columns of a table close: current - prior = change, over all its rows.

In come the figures of the columns, out goes how many rows agree. The judging of each row is
``schemas.agreement``'s. Out of scope: which columns are asked about (``pairing``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from extract.model import Quantity
from schemas.agreement import Printed, Verdict, judge_change, judge_percent

Figures = Mapping[int, Quantity]
"""The numbers of one column by row."""

Stated = Literal["change", "percent"]


class Tally(NamedTuple):
    """How the rows of a table answer.

    Attributes:
        checked: Rows with all three figures whose arithmetic can be judged.
        agreeing: Those where it closes.
        telling: Those where it closes and which way round the figures stand matters.
    """

    checked: int
    agreeing: int
    telling: int

    @property
    def differing(self) -> int:
        """Rows where it doesn't close."""
        return self.checked - self.agreeing

    @property
    def mostly_agrees(self) -> bool:
        """Whether more than half of the rows close; one wrong row does not hide a column's meaning."""
        return self.checked > 0 and 2 * self.agreeing > self.checked

    @property
    def mostly_differs(self) -> bool:
        """Whether, of three rows or more, fewer than half close."""
        return self.checked >= 3 and 2 * self.agreeing < self.checked


def tally(current: Figures, prior: Figures, stated: Figures, kind: Stated) -> Tally:
    """Count the rows where a stated change or percentage follows from two other columns.

    >>> from decimal import Decimal
    >>> def figures(*values): return {row: Quantity(str(v), Decimal(v), 0) for row, v in enumerate(values)}
    >>> tally(figures(12, 8, 5), figures(10, 9, 5), figures(2, -1, 0), "change")
    Tally(checked=3, agreeing=3, telling=2)
    """
    rows = [row for row in stated if row in current and row in prior]
    verdicts = {row: _verdict(current[row], prior[row], stated[row], kind) for row in rows}
    agreeing = [row for row in rows if verdicts[row] == "consistent"]
    return Tally(
        checked=sum(verdict != "uncheckable" for verdict in verdicts.values()),
        agreeing=len(agreeing),
        telling=sum(stated[row].value != 0 for row in agreeing),
    )


def _verdict(current: Quantity, prior: Quantity, stated: Quantity, kind: Stated) -> Verdict:
    judge = judge_change if kind == "change" else judge_percent
    return judge(printed_of(current), printed_of(prior), printed_of(stated)).verdict


def printed_of(quantity: Quantity) -> Printed:
    """A quantity as the law of agreement sees it."""
    return Printed(quantity.value, quantity.decimals, quantity.multiplier, quantity.unit, quantity.signed)

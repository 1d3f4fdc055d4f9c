"""Tables typed as printed, several columns of one measure, as observations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extract.model import (
    Blocks,
    Box,
    Cell,
    Facts,
    Finding,
    Observation,
    Period,
    Region,
    ReportDescription,
    Table,
)
from extract.notation.numbers import parse_quantity
from extract.rules import apply_rules
from extract.tables import ReportSource, as_tables

Rows = Sequence[tuple[str, ...]]
SOURCE = ReportSource("north/q1.pdf", "q1.pdf", "0.1.0", sha256="ab" * 32, size_bytes=9, pages=1)


def year(label: str) -> Period | None:
    """The calendar year of a head that ends in one."""
    last = label[-4:]
    return Period(last, date(int(last), 1, 1), date(int(last), 12, 31)) if last.isdigit() else None


def observations_of(
    heads: Sequence[str], rows: Rows, *, table: int = 1, unit: str = "count", group: str = ""
) -> list[Observation]:
    """The figures of a table: the first cell of each row is its label, one without figures a group."""
    found = []
    for row, (label, *texts) in enumerate(rows, start=1):
        if not texts:
            group = label
            continue
        for column, (head, text) in enumerate(zip(heads, texts, strict=True), start=1):
            if text:
                found.append(_observation(table, (row, column), (label, group, head), text, unit))
    return found


def _observation(
    table: int, at: tuple[int, int], names: tuple[str, str, str], text: str, unit: str
) -> Observation:
    (row, column), (label, group, head) = at, names
    box = Box(column * 50.0, row * 12.0, column * 50.0 + 40, row * 12.0 + 10)
    return Observation(
        table, row, column, "", label, group, "value", head, text, parse_quantity(text, unit),
        year(head), None, table, box, 1.0, unit,
    )  # fmt: skip


def findings_of(facts: Facts, blocks: Blocks | None = None) -> tuple[Finding, ...]:
    """What the rules say of such figures."""
    return apply_rules(facts, as_tables(SOURCE, blocks or blocks_of(facts), facts))


def facts_of(observations: Sequence[Observation], **more: object) -> Facts:
    """A report of these figures."""
    return Facts(ReportDescription("Report", "Anytown Police"), tuple(observations), **more)  # type: ignore[arg-type]


def blocks_of(facts: Facts) -> Blocks:
    """The tables that the figures stand in."""
    ordinals = sorted({o.table for o in facts.observations})
    return Blocks(tuple(table_of(ordinal, facts.observations) for ordinal in ordinals), (), (), (), 1.0)


def table_of(ordinal: int, observations: Sequence[Observation], section: str = "2") -> Table:
    """A table large enough for its figures."""
    own = [o for o in observations if o.table == ordinal]
    rows, columns = max(o.row for o in own) + 1, max(o.column for o in own) + 1
    cells = tuple(Cell(r, c, "", Box(0, 0, 9, 9), ordinal) for r in range(rows) for c in range(columns))
    region = Region(ordinal, Box(0, 100, 300, 200))
    title = f"Table {ordinal}"
    return Table(ordinal, title, section, "Crime", "kpi", rows, columns, 1, "ruled", 0.9, (region,), cells)

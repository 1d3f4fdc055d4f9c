"""KPI rows typed as printed, as facts and tables, for tests of what is concluded from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extract.model import (
    Blocks,
    Box,
    Cell,
    Comparison,
    Facts,
    Finding,
    Measure,
    Observation,
    Period,
    Region,
    ReportDescription,
    Table,
)
from extract.notation.numbers import parse_quantity
from extract.rules import apply_rules
from extract.tables import ReportSource, Tables, as_tables

NOW = Period("Q1 2019/20", date(2019, 4, 1), date(2019, 6, 30))
BEFORE = Period("Q1 2018/19", date(2018, 4, 1), date(2018, 6, 30))
SOURCE = ReportSource("north/q1.pdf", "q1.pdf", "0.1.0", sha256="ab" * 32, size_bytes=9, pages=1)
MEASURES: tuple[Measure, ...] = ("value", "value", "change", "percent_change")

Printed = tuple[str, str, str, str]
"""Current, prior, change and percent as printed; an empty one is not there at all."""


def observation(
    row: int, column: int, text: str, unit: str, *, name: str = "", confidence: float = 1.0
) -> Observation | None:
    """One printed figure of a row, or nothing where the cell is empty."""
    if not text:
        return None
    period, baseline = (BEFORE, None) if column == 2 else (NOW, BEFORE if column > 2 else None)
    quantity = parse_quantity(text, unit)
    box = Box(column * 50.0, row * 12.0, column * 50.0 + 40, row * 12.0 + 10)
    kpi = name or f"KPI {row}"
    return Observation(
        1, row, column, "", kpi, "", MEASURES[column - 1], "", text, quantity, period, baseline, 2, box,
        confidence, unit,
    )  # fmt: skip


def facts_of(
    rows: Sequence[Printed],
    unit: str = "count",
    *,
    why: str = "",
    names: Sequence[str] = (),
    confidence: float = 1.0,
) -> Facts:
    """What is read from such rows: a table with the label in column 0."""
    units = (unit, unit, "percentage_points" if unit == "percent" else unit, "percent")
    observations: list[Observation] = []
    comparisons = []
    for row, printed in enumerate(rows, start=1):
        name = names[row - 1] if names else ""
        figures = [
            observation(row, column, text, units[column - 1], name=name, confidence=confidence)
            for column, text in enumerate(printed, start=1)
        ]
        observations += [figure for figure in figures if figure is not None]
        comparisons.append(Comparison(1, row, 1, *figures, why=why))
    report = ReportDescription("Report", "Anytown Police", NOW, "", "en")
    return Facts(report, tuple(observations), tuple(comparisons))


def blocks_of(rows: int) -> Blocks:
    """The table that such rows stand in."""
    cells = tuple(Cell(r, c, "", Box(0, 0, 9, 9), 2) for r in range(rows + 1) for c in range(5))
    region = Region(2, Box(0, 0, 300, 100))
    table = Table(1, "Calls", "1", "Contact", "kpi", rows + 1, 5, 1, "ruled", 0.9, (region,), cells)
    return Blocks((table,), (), (), (), 1.0)


def tables_of(facts: Facts) -> Tables:
    """The report's tables."""
    return as_tables(SOURCE, blocks_of(len(facts.comparisons)), facts)


def findings_of(*rows: Printed, unit: str = "count", **more: str) -> tuple[Finding, ...]:
    """What the rules say of such rows."""
    facts = facts_of(rows, unit, **more)
    return apply_rules(facts, tables_of(facts))

"""Blocks, facts and findings to rows of the contract's tables, one function for each.

Out of scope: comparisons, which are judged on the way.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from extract.model import (
    Blocks,
    Box,
    Comparison,
    Facts,
    Finding,
    Observation,
    Period,
    Quantity,
    Table,
)
from schemas.columns import PANDAS_DTYPES, TABLE_COLUMNS

Row = dict[str, Any]


def table_id(report_id: str, ordinal: int) -> str:
    """The id of a report's table.

    >>> table_id("0123456789abcdef", 2)
    '0123456789abcdef.t0002'
    """
    return f"{report_id}.t{ordinal:04d}"


def observation_id(report_id: str, observation: Observation) -> str:
    """The id of an observation: its table, row and column."""
    table = table_id(report_id, observation.table)
    return f"{table}.r{observation.row:04d}.c{observation.column:03d}"


def comparison_id(report_id: str, comparison: Comparison) -> str:
    """The id of a comparison: its table, row and ordinal in the row."""
    return f"{table_id(report_id, comparison.table)}.r{comparison.row:04d}.k{comparison.ordinal:02d}"


def paragraph_id(report_id: str, ordinal: int) -> str:
    """The id of a report's paragraph."""
    return f"{report_id}.p{ordinal:05d}"


def frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """A table's rows with its columns, order and dtypes."""
    listed = list(rows)
    series = {}
    for column in TABLE_COLUMNS[name]:
        unknown = "" if column.type == "string" else None
        values = [row.get(column.name, unknown) for row in listed]
        series[column.name] = pd.Series(values, dtype=PANDAS_DTYPES[column.type])
    return pd.DataFrame(series)


def box_row(box: Box | None) -> Row:
    """The four edges, or nothing."""
    return {} if box is None else {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}


def period_row(prefix: str, period: Period | None) -> Row:
    """Label and days of a period, or nothing."""
    if period is None:
        return {}
    return {f"{prefix}_label": period.label, f"{prefix}_start": period.start, f"{prefix}_end": period.end}


def section_row(of: Any) -> Row:  # noqa: ANN401  a table or a paragraph: both have a section
    """Number and title of the section it stands in."""
    return {"section_number": of.section_number, "section_title": of.section_title}


def number_of(observation: Observation | None) -> Quantity | None:
    """The observation's number, if it has one that float64 can hold."""
    quantity = observation.quantity if observation else None
    return quantity if isinstance(quantity, Quantity) and math.isfinite(float(quantity.value)) else None


def unit_of(observation: Observation) -> str:
    """The unit printed with its number, or else of its column."""
    quantity = observation.quantity
    return quantity.unit if isinstance(quantity, Quantity) else observation.unit


def table_row(report: str, table: Table) -> Row:
    """A row of ``tables``."""
    return {
        "table_id": table_id(report, table.ordinal),
        "report_id": report,
        "page_start": table.regions[0].page,
        "page_end": table.regions[-1].page,
        **box_row(table.regions[0].box),
        "title": table.title,
        **section_row(table),
        "kind": table.kind,
        "row_count": table.row_count,
        "column_count": table.column_count,
        "engine": table.engine,
        "confidence": table.confidence,
    }


def cell_rows(report: str, tables: Sequence[Table]) -> Iterable[Row]:
    """The rows of ``cells``."""
    for table in tables:
        for cell in table.cells:
            yield {
                "table_id": table_id(report, table.ordinal),
                "row": cell.row,
                "column": cell.column,
                "report_id": report,
                "row_span": cell.row_span,
                "column_span": cell.column_span,
                "is_header": cell.is_header,
                "text": cell.text,
                "fill": cell.fill,
                "confidence": cell.confidence,
                "page": cell.page,
                **box_row(cell.box),
            }


def paragraph_rows(report: str, blocks: Blocks) -> Iterable[Row]:
    """The rows of ``paragraphs``."""
    for paragraph in blocks.paragraphs:
        yield {
            "paragraph_id": paragraph_id(report, paragraph.ordinal),
            "report_id": report,
            "kind": paragraph.kind,
            "level": paragraph.level,
            "number": paragraph.number,
            **section_row(paragraph),
            "text": paragraph.text,
            "page_start": paragraph.page_start,
            "page_end": paragraph.page_end,
            **box_row(paragraph.box),
        }


def figure_rows(report: str, blocks: Blocks) -> Iterable[Row]:
    """The rows of ``figures``."""
    for figure in blocks.figures:
        yield {
            "figure_id": f"{report}.f{figure.ordinal:04d}",
            "report_id": report,
            "page": figure.page,
            **box_row(figure.box),
            "kind": figure.kind,
            "caption": figure.caption,
            "table_id": "" if figure.table is None else table_id(report, figure.table),
            "row": figure.row,
            "column": figure.column,
        }


def definition_rows(report: str, facts: Facts) -> Iterable[Row]:
    """The rows of ``definitions``."""
    for definition in facts.definitions:
        yield {
            "definition_id": f"{report}.d{definition.ordinal:04d}",
            "report_id": report,
            "term": definition.term,
            "definition": definition.definition,
            "page_start": definition.page_start,
            "page_end": definition.page_end,
            "table_id": "" if definition.table is None else table_id(report, definition.table),
        }


def observation_row(report: str, observation: Observation, table: Table) -> Row:
    """A row of ``observations``."""
    quantity = observation.quantity
    number = number_of(observation)
    return {
        "observation_id": observation_id(report, observation),
        "report_id": report,
        "table_id": table_id(report, observation.table),
        "row": observation.row,
        "column": observation.column,
        **section_row(table),
        "kpi_number": observation.kpi_number,
        "kpi": observation.kpi,
        "group": observation.group,
        "measure": observation.measure,
        "column_label": observation.column_label,
        **period_row("period", observation.period),
        **period_row("baseline", observation.baseline),
        "text": observation.text,
        "value": float(number.value) if number else None,
        "decimals": number.decimals if number else None,
        "multiplier": float(number.multiplier) if number else None,
        "unit": unit_of(observation),
        "status": quantity.status if quantity else "normal",
        "footnote": quantity.footnote if quantity else "",
        "page": observation.page,
        **box_row(observation.box),
        "engine": table.engine,
        "confidence": observation.confidence,
    }


def reading_order(finding: Finding) -> tuple[Any, ...]:
    """Sorts findings as a reader meets them."""
    row = -1 if finding.row is None else finding.row
    return (finding.page or 0, finding.table_id, row, finding.paragraph_id, finding.rule, finding.fingerprint)


def finding_rows(report: str, findings: Iterable[Finding], after: int = 0) -> Iterable[Row]:
    """The rows of ``findings`` about one report, in reading order, numbered from the one after ``after``."""
    for ordinal, finding in enumerate(sorted(findings, key=reading_order), start=after + 1):
        yield {"finding_id": f"{report}.n{ordinal:04d}", "report_id": report, **_finding_row(finding)}


def _finding_row(finding: Finding) -> Row:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "kpi": finding.kpi,
        "table_id": finding.table_id,
        "row": finding.row,
        "paragraph_id": finding.paragraph_id,
        "quote": finding.quote,
        "stated": finding.stated,
        "expected": finding.expected,
        "low": finding.low,
        "high": finding.high,
        "cause": finding.cause,
        "doubt": finding.doubt,
        "fingerprint": finding.fingerprint,
        "related_report_id": finding.related_report_id,
        "evidence": ";".join(finding.evidence),
        "page": finding.page,
        **box_row(finding.box),
    }

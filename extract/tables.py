"""Records to the contract's tables: columns, ids, order, and the verdicts on comparisons.

In come one report's source, blocks and facts, out go its DataFrames by name. This is where Decimal
ends: the tables hold float64. Comparisons are validated here for each report, all tables once for
each batch (``combine``). Out of scope: files (writers), and what findings there are (rules).
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    ReportDescription,
    Table,
)
from schemas import MODELS, PRIMARY_KEYS, TABLE_COLUMNS, conform
from schemas.agreement import Judgement, Printed
from schemas.verdicts import StatedRow, judge_rows

Tables = dict[str, pd.DataFrame]
Row = dict[str, Any]

MIXED_UNITS = "current and prior have different units"
FIGURES = ("current", "prior", "change", "percent")


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Where a report's bytes come from and how reading them went.

    Attributes:
        source: Path relative to what the user named, with ``/``, or a URL.
        file: Its last part.
        also_at: Other sources of the same bytes.
        sha256: Of the bytes; empty where they can't be read.
        size_bytes: None where unknown, as are pages.
        text_layer: ``digital``, ``scanned`` or ``mixed``; empty where unknown.
        status: ``ok``, ``partial`` or ``failed``.
        error_message: With the remedy.
        version: Of the program.
    """

    source: str
    file: str
    version: str
    also_at: tuple[str, ...] = ()
    sha256: str = ""
    size_bytes: int | None = None
    pages: int | None = None
    text_layer: str = ""
    status: str = "ok"
    repaired: bool = False
    unread_pages: tuple[int, ...] = ()
    error_code: str = ""
    error_message: str = ""
    producer: str = ""

    @property
    def report_id(self) -> str:
        """First 16 hex digits of the hash of the bytes, or else of the source's path."""
        return (self.sha256 or hashlib.sha256(self.source.encode("utf-8", "surrogatepass")).hexdigest())[:16]


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


def as_tables(source: ReportSource, blocks: Blocks, facts: Facts) -> Tables:
    """Give one report's records the form of the contract's tables, with no findings yet.

    Raises:
        pandera.errors.SchemaErrors: The comparisons break the law: a fault of ours.
    """
    report = source.report_id
    by_ordinal = {table.ordinal: table for table in blocks.tables}
    comparisons = _comparisons(report, facts.comparisons, by_ordinal)
    tables = {
        "tables": _frame("tables", (_table(report, table) for table in blocks.tables)),
        "cells": _frame("cells", _cells(report, blocks.tables)),
        "observations": _frame(
            "observations", (_observation(report, o, by_ordinal[o.table]) for o in facts.observations)
        ),
        "comparisons": MODELS["comparisons"].validate(_frame("comparisons", comparisons), lazy=True),
        "paragraphs": _frame("paragraphs", _paragraphs(report, blocks)),
        "definitions": _frame("definitions", _definitions(report, facts)),
        "figures": _frame("figures", _figures(report, blocks)),
        "findings": _frame("findings", ()),
    }
    return {"reports": _report(source, facts.report, blocks.coverage, tables), **tables}


def failed_report_tables(source: ReportSource) -> Tables:
    """Tables of a report that could not be read: its row in ``reports``, and nothing else."""
    empty = {name: _frame(name, ()) for name in TABLE_COLUMNS if name != "reports"}
    return {"reports": _report(source, ReportDescription(), None, empty), **empty}


def with_findings(tables: Tables, findings: Sequence[Finding]) -> Tables:
    """The same tables with findings, in reading order, and their count."""
    report = str(tables["reports"]["report_id"].iloc[0])
    ordered = sorted(findings, key=_reading_order)
    rows = [
        {"finding_id": f"{report}.n{ordinal:04d}", "report_id": report, **_finding(finding)}
        for ordinal, finding in enumerate(ordered, start=1)
    ]
    counted = conform("reports", tables["reports"].assign(findings=len(rows)))
    return {**tables, "reports": counted, "findings": _frame("findings", rows)}


def combine(parts: Iterable[Mapping[str, pd.DataFrame]]) -> Tables:
    """Put the tables of many reports together, sorted by their keys, and validate each once.

    Raises:
        pandera.errors.SchemaErrors: A table breaks the law: a fault of ours.
    """
    every = list(parts)
    combined: Tables = {}
    for name, keys in PRIMARY_KEYS.items():
        frames = [part[name] for part in every] or [_frame(name, ())]
        whole = pd.concat(frames).sort_values(list(keys), kind="stable", ignore_index=True)
        combined[name] = MODELS[name].validate(whole, lazy=True)
    return combined


def _frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    listed = list(rows)
    columns = {column.name: [row.get(column.name) for row in listed] for column in TABLE_COLUMNS[name]}
    return conform(name, pd.DataFrame(columns, dtype=object))


def _box(box: Box | None) -> Row:
    return {} if box is None else {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}


def _period(prefix: str, period: Period | None) -> Row:
    if period is None:
        return {}
    return {f"{prefix}_label": period.label, f"{prefix}_start": period.start, f"{prefix}_end": period.end}


def _section(of: Any) -> Row:  # noqa: ANN401  a table or a paragraph: both have a section
    return {"section_number": of.section_number, "section_title": of.section_title}


# --- reports ---------------------------------------------------------------------------------


def _report(
    source: ReportSource, described: ReportDescription, coverage: float | None, tables: Tables
) -> pd.DataFrame:
    row: Row = {
        "report_id": source.report_id,
        "source": source.source,
        "file": source.file,
        "also_at": json.dumps(list(source.also_at), ensure_ascii=False),
        "sha256": source.sha256,
        "bytes": source.size_bytes,
        "pages": source.pages,
        "title": described.title,
        "organisation": described.organisation,
        **_period("period", described.period),
        "classification": described.classification,
        "language": described.language,
        "text_layer": source.text_layer,
        "status": source.status,
        "repaired": source.repaired,
        "unread_pages": json.dumps(list(source.unread_pages)),
        "coverage": coverage,
        "error_code": source.error_code,
        "error_message": source.error_message,
        "producer": source.producer,
        "claims": 0,
        "version": source.version,
        **_numbers(tables["observations"], tables["comparisons"]),
    }
    counted = ("tables", "observations", "comparisons", "paragraphs", "findings")
    return _frame("reports", [row | {name: len(tables[name]) for name in counted}])


def _numbers(observations: pd.DataFrame, comparisons: pd.DataFrame) -> Row:
    """How many numbers there are, how many took part in a check, how many were spoken of in vain."""
    seen = set(observations.loc[observations["value"].notna(), "observation_id"])
    checked: set[str] = set()
    spoken_of: set[str] = set()
    for row in comparisons.to_dict("records"):
        for stated, value in (("change", "stated_change"), ("percent", "stated_percent")):
            if pd.isna(row[value]):
                continue
            taking_part = {row["current_id"], row["prior_id"], row[f"{stated}_id"]} & seen
            spoken_of |= taking_part
            if row[f"{stated}_verdict"] != "uncheckable":
                checked |= taking_part
    return {
        "numbers_seen": len(seen),
        "numbers_checked": len(checked),
        "numbers_uncheckable": len(spoken_of - checked),
    }


# --- blocks ----------------------------------------------------------------------------------


def _table(report: str, table: Table) -> Row:
    return {
        "table_id": table_id(report, table.ordinal),
        "report_id": report,
        "page_start": table.regions[0].page,
        "page_end": table.regions[-1].page,
        **_box(table.regions[0].box),
        "title": table.title,
        **_section(table),
        "kind": table.kind,
        "row_count": table.row_count,
        "column_count": table.column_count,
        "engine": table.engine,
        "confidence": table.confidence,
    }


def _cells(report: str, tables: Sequence[Table]) -> Iterable[Row]:
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
                **_box(cell.box),
            }


def _paragraphs(report: str, blocks: Blocks) -> Iterable[Row]:
    for paragraph in blocks.paragraphs:
        yield {
            "paragraph_id": f"{report}.p{paragraph.ordinal:05d}",
            "report_id": report,
            "kind": paragraph.kind,
            "level": paragraph.level,
            "number": paragraph.number,
            **_section(paragraph),
            "text": paragraph.text,
            "page_start": paragraph.page_start,
            "page_end": paragraph.page_end,
            **_box(paragraph.box),
        }


def _figures(report: str, blocks: Blocks) -> Iterable[Row]:
    for figure in blocks.figures:
        yield {
            "figure_id": f"{report}.f{figure.ordinal:04d}",
            "report_id": report,
            "page": figure.page,
            **_box(figure.box),
            "kind": figure.kind,
            "caption": figure.caption,
            "table_id": "" if figure.table is None else table_id(report, figure.table),
            "row": figure.row,
            "column": figure.column,
        }


# --- facts -----------------------------------------------------------------------------------


def _definitions(report: str, facts: Facts) -> Iterable[Row]:
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


def _observation(report: str, observation: Observation, table: Table) -> Row:
    quantity = observation.quantity
    number = _number(observation)
    return {
        "observation_id": observation_id(report, observation),
        "report_id": report,
        "table_id": table_id(report, observation.table),
        "row": observation.row,
        "column": observation.column,
        **_section(table),
        "kpi_number": observation.kpi_number,
        "kpi": observation.kpi,
        "group": observation.group,
        "measure": observation.measure,
        "column_label": observation.column_label,
        **_period("period", observation.period),
        **_period("baseline", observation.baseline),
        "text": observation.text,
        "value": float(number.value) if number else None,
        "decimals": number.decimals if number else None,
        "multiplier": float(number.multiplier) if number else None,
        "unit": _unit(observation),
        "status": quantity.status if quantity else "normal",
        "footnote": quantity.footnote if quantity else "",
        "page": observation.page,
        **_box(observation.box),
        "engine": table.engine,
        "confidence": observation.confidence,
    }


def _number(observation: Observation | None) -> Quantity | None:
    """The observation's number, if it has one that float64 can hold."""
    quantity = observation.quantity if observation else None
    return quantity if isinstance(quantity, Quantity) and math.isfinite(float(quantity.value)) else None


def _unit(observation: Observation) -> str:
    quantity = observation.quantity
    return quantity.unit if isinstance(quantity, Quantity) else observation.unit


def _comparisons(
    report: str, comparisons: Sequence[Comparison], by_ordinal: Mapping[int, Table]
) -> list[Row]:
    """The rows of ``comparisons``; each table is judged as a whole, since its rows speak for its columns."""
    rows: list[Row] = []
    for ordinal, table in by_ordinal.items():
        own = [comparison for comparison in comparisons if comparison.table == ordinal]
        verdicts = judge_rows([_stated_row(comparison) for comparison in own])
        for comparison, verdict in zip(own, verdicts, strict=True):
            rows.append(
                {
                    **_stated(report, comparison, table),
                    **_judged("change", verdict.change),
                    **_judged("percent", verdict.percent),
                }
            )
    return rows


def _stated_row(comparison: Comparison) -> StatedRow:
    unit, change_unit = _units(comparison)
    columns: Hashable = tuple(
        None if observation is None else observation.column for observation in _taking_part(comparison)
    )
    current, prior = comparison.current, comparison.prior
    mixed = current is not None and prior is not None and _unit(current) != _unit(prior)
    return StatedRow(
        _printed(current, unit),
        _printed(prior, unit),
        _printed(comparison.change, change_unit),
        _printed(comparison.percent, "percent"),
        columns,
        comparison.why or (MIXED_UNITS if mixed else ""),
    )


def _printed(observation: Observation | None, unit: str) -> Printed | None:
    number = _number(observation)
    return number and Printed(number.value, number.decimals, number.multiplier, unit, number.signed)


def _units(comparison: Comparison) -> tuple[str, str]:
    """The unit of the two figures and that of their change."""
    figure = comparison.current or comparison.prior
    unit = _unit(figure) if figure else "other"
    unit = "percent" if unit == "percentage_points" else unit
    return unit, "percentage_points" if unit == "percent" else unit


def _taking_part(comparison: Comparison) -> tuple[Observation | None, ...]:
    return comparison.current, comparison.prior, comparison.change, comparison.percent


def _stated(report: str, comparison: Comparison, table: Table) -> Row:
    """What the report states: all but the recomputed columns."""
    there = [observation for observation in _taking_part(comparison) if observation is not None]
    first = there[0]
    stated = [o for o in (comparison.change, comparison.percent) if o is not None]
    current = [comparison.current.period] if comparison.current else [o.period for o in stated]
    prior = [comparison.prior.period] if comparison.prior else []
    unit, change_unit = _units(comparison)
    row: Row = {
        "comparison_id": comparison_id(report, comparison),
        "report_id": report,
        "table_id": table_id(report, comparison.table),
        "row": comparison.row,
        **_section(table),
        "kpi_number": first.kpi_number,
        "kpi": first.kpi,
        "group": first.group,
        "unit": unit,
        "change_unit": change_unit,
        **_period("current", next((p for p in current if p), None)),
        **_period("prior", next((p for p in [*prior, *(o.baseline for o in stated)] if p), None)),
        "page": first.page,
    }
    names = ("current", "prior", "stated_change", "stated_percent")
    for name, prefix, observation in zip(names, FIGURES, _taking_part(comparison), strict=True):
        row |= _figure(report, name, prefix, observation)
    return row


def _figure(report: str, name: str, prefix: str, observation: Observation | None) -> Row:
    if observation is None:
        return {}
    row: Row = {f"{prefix}_text": observation.text, f"{prefix}_id": observation_id(report, observation)}
    if number := _number(observation):
        row[name] = float(number.value)
        row[f"{prefix}_decimals"] = number.decimals
        row[f"{prefix}_multiplier"] = float(number.multiplier)
    return row


def _judged(prefix: str, judgement: Judgement) -> Row:
    def number(value: Any) -> float | None:  # noqa: ANN401  Decimal or None
        return None if value is None else float(value)

    return {
        f"recomputed_{prefix}": number(judgement.recomputed),
        f"{prefix}_low": number(judgement.low),
        f"{prefix}_high": number(judgement.high),
        f"{prefix}_verdict": judgement.verdict,
        f"{prefix}_why": judgement.why,
    }


# --- findings --------------------------------------------------------------------------------


def _reading_order(finding: Finding) -> tuple[Any, ...]:
    row = -1 if finding.row is None else finding.row
    return (finding.page or 0, finding.table_id, row, finding.paragraph_id, finding.rule, finding.fingerprint)


def _finding(finding: Finding) -> Row:
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
        **_box(finding.box),
    }

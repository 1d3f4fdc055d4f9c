"""One report's tables put together, and many reports' tables combined.

In come one report's source, blocks and facts, out go its DataFrames by name. This is where Decimal
ends: the tables hold float64. Comparisons are validated here for each report, all tables once for
each batch. Out of scope: files (writers), and what findings there are (rules).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import pandas as pd

from extract.model import Blocks, Facts, Finding, ReportDescription
from extract.tables.claims import claim_rows
from extract.tables.comparisons import comparison_rows
from extract.tables.rows import (
    Row,
    cell_rows,
    definition_rows,
    figure_rows,
    finding_rows,
    frame,
    observation_id,
    observation_row,
    paragraph_rows,
    period_row,
    table_row,
)
from schemas import MODELS, PRIMARY_KEYS, TABLES_OF_A_REPORT, SchemaErrors, conform

Tables = dict[str, pd.DataFrame]


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


def as_tables(source: ReportSource, blocks: Blocks, facts: Facts) -> Tables:
    """Give one report's records the form of the contract's tables, with no findings yet.

    Raises:
        pandera.errors.SchemaErrors: The comparisons break the law: a fault of ours.
    """
    report = source.report_id
    by_ordinal = {table.ordinal: table for table in blocks.tables}
    comparisons = comparison_rows(report, facts.comparisons, by_ordinal)
    tables = {
        "tables": frame("tables", (table_row(report, table) for table in blocks.tables)),
        "cells": frame("cells", cell_rows(report, blocks.tables)),
        "observations": frame(
            "observations", (observation_row(report, o, by_ordinal[o.table]) for o in facts.observations)
        ),
        "comparisons": _lawful("comparisons", frame("comparisons", comparisons)),
        "paragraphs": frame("paragraphs", paragraph_rows(report, blocks)),
        "claims": frame("claims", claim_rows(report, facts)),
        "definitions": frame("definitions", definition_rows(report, facts)),
        "figures": frame("figures", figure_rows(report, blocks)),
        "findings": frame("findings", ()),
    }
    summed = {observation_id(report, o) for total in facts.totals for o in (total.whole, *total.parts)}
    return {"reports": _report(source, facts.report, blocks.coverage, tables, summed), **tables}


def failed_report_tables(source: ReportSource) -> Tables:
    """Tables of a report that could not be read: its row in ``reports``, and nothing else."""
    empty = {name: frame(name, ()) for name in TABLES_OF_A_REPORT if name != "reports"}
    return {"reports": _report(source, ReportDescription(), None, empty), **empty}


def with_findings(tables: Tables, findings: Sequence[Finding]) -> Tables:
    """The same tables with findings, in reading order, and their count."""
    report = str(tables["reports"]["report_id"].iloc[0])
    counted = conform("reports", tables["reports"].assign(findings=len(findings)))
    return {**tables, "reports": counted, "findings": frame("findings", finding_rows(report, findings))}


def with_history(tables: Tables, series: pd.DataFrame, findings: pd.DataFrame) -> Tables:
    """The tables of a run with what its reports say together.

    Raises:
        pandera.errors.SchemaErrors: A table breaks the law: a fault of ours.
    """
    every = pd.concat([tables["findings"], findings]).sort_values("finding_id", ignore_index=True)
    return {
        **tables,
        "findings": _lawful("findings", every),
        "series": _lawful("series", series),
    }


def combine(parts: Iterable[Mapping[str, pd.DataFrame]]) -> Tables:
    """Put the tables of many reports together, sorted by their keys, and validate each that has rows once.

    Comparisons were validated for each report.

    Raises:
        pandera.errors.SchemaErrors: A table breaks the law: a fault of ours.
    """
    every = list(parts)
    combined: Tables = {}
    for name in TABLES_OF_A_REPORT:
        frames = [part[name] for part in every] or [frame(name, ())]
        whole = pd.concat(frames).sort_values(list(PRIMARY_KEYS[name]), kind="stable", ignore_index=True)
        combined[name] = whole if name == "comparisons" else _lawful(name, whole)
    return combined


def breach_of(tables: Tables) -> str:
    """What of one report's tables breaks its law, in a line; empty where nothing does.

    Comparisons were validated with the report.
    """
    for name in TABLES_OF_A_REPORT:
        if name == "comparisons":
            continue
        try:
            _lawful(name, tables[name])
        except SchemaErrors as errors:
            first = errors.schema_errors[0]
            check = getattr(first.check, "error", None) or first.check
            return f"the table {name!r} breaks its schema: {first.schema.name}, {check}"
    return ""


def _lawful(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """A table that was held to its law.

    To look at no rows takes as long as to look at a thousand, and an empty table has no more than its
    columns, which are as ``conform`` made them.
    """
    return MODELS[name].validate(table, lazy=True) if len(table) else table


def _report(
    source: ReportSource,
    described: ReportDescription,
    coverage: float | None,
    tables: Tables,
    summed: Set[str] = frozenset(),
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
        **period_row("period", described.period),
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
        "version": source.version,
        **_numbers(tables["observations"], tables["comparisons"], summed),
    }
    counted = ("tables", "observations", "comparisons", "paragraphs", "claims", "findings")
    return frame("reports", [row | {name: len(tables[name]) for name in counted}])


def _numbers(observations: pd.DataFrame, comparisons: pd.DataFrame, summed: Set[str]) -> Row:
    """How many numbers there are, how many took part in a check, how many were spoken of in vain."""
    seen: Set[str] = set(observations.loc[observations["value"].notna(), "observation_id"])
    checked = summed & seen
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

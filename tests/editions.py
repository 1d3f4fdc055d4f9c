"""Archives as printed: editions of reports with their tables, typed as an analyst would read them."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from extract.model import Quantity
from extract.notation.numbers import parse_quantity
from extract.notation.periods import parse_period
from tests.hand_made import frame

ASKED = ("reports", "tables", "observations", "paragraphs")
Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Edition:
    """One report.

    Attributes:
        period: Its own, as printed; the file has its name.
        table: A line for each row, ``Group | KPI | figure | figure``; the first names the periods. An empty
            line starts another table.
        titles: Of its tables.
        note: A paragraph on its first page.
    """

    period: str
    table: str
    organisation: str = "Northshire Council"
    title: str = "Performance report"
    titles: Sequence[str] = ("Performance",)
    note: str = ""
    unit: str = "count"
    confidence: float = 1.0

    @property
    def report_id(self) -> str:
        """Of its words, as a file's is of its bytes."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def archive(*editions: Edition) -> Tables:
    """The tables of a run over these reports."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edition in editions:
        _add(rows, edition)
    return {name: frame(name, *rows[name]) for name in ASKED}


def shuffled(tables: Mapping[str, pd.DataFrame], seed: int) -> Tables:
    """The same rows in another order."""
    rng = random.Random(seed)
    return {
        name: table.iloc[rng.sample(range(len(table)), len(table))].reset_index(drop=True)
        for name, table in tables.items()
    }


def second(edition: Edition, table: str, **changes: Any) -> Edition:  # noqa: ANN401
    """The edition a year later."""
    return replace(edition, period="Q1 2020/21", table=table, **changes)


def _add(rows: dict[str, list[dict[str, Any]]], edition: Edition) -> None:
    report, own = edition.report_id, parse_period(edition.period)
    rows["reports"].append(
        {
            "report_id": report,
            "file": f"{edition.period}.pdf",
            "source": f"{edition.period}.pdf",
            "findings": 2,
        }
        | {"organisation": edition.organisation, "title": f"{edition.title} {edition.period}"}
        | {"period_label": edition.period}
        | ({} if own is None else {"period_start": own.start, "period_end": own.end})
    )
    if edition.note:
        rows["paragraphs"].append(
            {"paragraph_id": f"{report}.p00001", "report_id": report, "kind": "note", "text": edition.note}
            | {"level": 0, "page_start": 2, "page_end": 2}
        )
    blocks = [block.strip().splitlines() for block in edition.table.split("\n\n")]
    for ordinal, (block, title) in enumerate(zip(blocks, edition.titles, strict=True), start=1):
        table_id = f"{report}.t{ordinal:04d}"
        rows["tables"].append({"table_id": table_id, "report_id": report, "title": title})
        heads = [part.strip() for part in block[0].split("|")]
        for row, line in enumerate(block[1:], start=1):
            group, kpi, *texts = (part.strip() for part in line.split("|"))
            for column, (head, text) in enumerate(zip(heads, texts, strict=True), start=1):
                named = {"group": group, "kpi": kpi, "column_label": head, "row": row, "column": column}
                rows["observations"].append(
                    {"observation_id": f"{table_id}.r{row:04d}.c{column:03d}", "report_id": report}
                    | {"table_id": table_id, "measure": "value", "page": 2, "engine": "ruled", **named}
                    | {"confidence": edition.confidence, **_period(head), **_number(text, edition.unit)}
                )


def _period(head: str) -> dict[str, Any]:
    period = parse_period(head)
    return (
        {}
        if period is None
        else {
            "period_label": period.label,
            "period_start": period.start,
            "period_end": period.end,
        }
    )


def _number(text: str, unit: str) -> dict[str, Any]:
    quantity = parse_quantity(text, unit)
    if not isinstance(quantity, Quantity):
        return {"text": text, "unit": unit, "status": quantity.status}
    return {
        "text": text,
        "value": float(quantity.value),
        "decimals": quantity.decimals,
        "multiplier": float(quantity.multiplier),
        "unit": quantity.unit,
        "status": quantity.status,
        "footnote": quantity.footnote,
    }

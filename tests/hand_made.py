"""Small tables made by hand, with the columns and types of the schemas."""

from __future__ import annotations

from typing import Any

import pandas as pd

from extract.writers.batch_audit import BatchAudit
from schemas.columns import PANDAS_DTYPES, TABLE_COLUMNS

REPORT = "0123456789abcdef"
_EMPTY: dict[str, Any] = {"string": "", "integer": None, "number": None, "boolean": False, "date": None}
_USUAL: dict[str, dict[str, Any]] = {
    "reports": {
        "report_id": REPORT,
        "source": "north/q1.pdf",
        "file": "q1.pdf",
        "also_at": "[]",
        "status": "ok",
        "pages": 3,
        "unread_pages": "[]",
        "version": "0.1.0",
        **dict.fromkeys(("tables", "observations", "comparisons", "paragraphs", "claims", "findings"), 0),
        **dict.fromkeys(("numbers_seen", "numbers_checked", "numbers_uncheckable"), 0),
    },
    "tables": {
        "table_id": f"{REPORT}.t0001",
        "page_start": 2,
        "page_end": 2,
        "kind": "kpi",
        "row_count": 2,
        "column_count": 2,
        "engine": "ruled",
        "confidence": 1.0,
    },
    "cells": {"table_id": f"{REPORT}.t0001", "row_span": 1, "column_span": 1, "page": 2, "confidence": 1.0},
    "findings": {
        "finding_id": f"{REPORT}.n0001",
        "rule": "RC001",
        "name": "change_differs",
        "severity": "error",
        "message": "129 - 106 is 23, not -23.",
        "fingerprint": "00000000000000aa",
        "page": 2,
    },
}
_BOX = {"x0": 10.0, "top": 20.0, "x1": 110.0, "bottom": 60.5}


def frame(name: str, *rows: dict[str, Any]) -> pd.DataFrame:
    """A table with these rows; what a row doesn't say is as usual, or empty."""
    usual = {"report_id": REPORT, **_BOX, **_USUAL.get(name, {})}
    columns = {}
    for column in TABLE_COLUMNS[name]:
        default = usual.get(column.name, _EMPTY[column.type])
        values = [row.get(column.name, default) for row in rows]
        columns[column.name] = pd.Series(values, dtype=PANDAS_DTYPES[column.type])
    return pd.DataFrame(columns)


def tables(**rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Every table of the contract, empty where no rows are given."""
    return {name: frame(name, *rows.get(name, [])) for name in TABLE_COLUMNS}


def outcome(
    *findings: dict[str, Any], review: dict[str, Any] | None = None, **rows: list[dict[str, Any]]
) -> BatchAudit:
    """An audit of one report, or of those given, with these findings."""
    made = tables(**{"reports": [{}], **rows}, findings=list(findings))
    files = [
        {name: row[name] for name in ("file", "source", "status", "error_code", "error_message")}
        for row in made["reports"].to_dict("records")
    ]
    return BatchAudit(made, files, review or {})


# What a hostile report may print, or be called: it must stay data in every format. (A table can't hold
# halves of pairs: they are replaced before.)
HOSTILE = (
    "a\n::error file=x,title=y::forged",
    "a\r\n::stop-commands::token",
    "a%0A::warning::forged, b: c",
    "]]></failure></testcase><testcase name='forged'/><!--",
    "<script>alert(1)</script> & &amp; &#27; <![CDATA[x]]>",
    "[click](https://example.org/) ![x](y) `code` {0} {{1}}",
    "\x00\x07\x1b[31mred\x1b]8;;https://example.org\x07\x7f\x9b",
    "no character: \ufffe \uffff, \u202e reversed, \u2028 line",
    "=HYPERLINK(1) 'quoted\" \\ backslash",
    "\n\n",
)

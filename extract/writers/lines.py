"""Findings as lines, and the rows of tables as plain values for other formats.

In: the batch's tables, as frames or rows. Out: text and plain values. Out of scope: which findings there are
(``rules``), and where the text goes (``cli``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extract.writers.text import log_line

if TYPE_CHECKING:
    import pandas as pd

Rows = Sequence[Mapping[str, Any]]


def finding_lines(findings: pd.DataFrame | Rows, reports: pd.DataFrame | Rows) -> Iterator[str]:
    """``FILE:PAGE: CODE severity message``, one a line, in the order of file, page and rule.

    FILE is the report's source, so that two files of one name in two folders are told apart.
    """
    yield from (log_line(describe_finding(row)) for row in finding_rows(findings, reports))


def describe_finding(row: Mapping[str, Any]) -> str:
    """A row of ``finding_rows`` for a person; whoever prints it escapes it."""
    page = "" if row["page"] is None else row["page"]
    return f"{row['source']}:{page}: {row['rule']} {row['severity']} {row['message']}"


def count_severities(findings: pd.DataFrame | Rows) -> dict[str, int]:
    """How many findings of each severity."""
    counts = Counter(row["severity"] for row in records(findings, ["severity"]))
    return {severity: counts[severity] for severity in ("error", "warning", "info")}


def records(table: pd.DataFrame | Rows, columns: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The rows of a table as plain Python values, None where one is empty; rows are taken as they are."""
    if isinstance(table, Sequence):
        return [{name: row[name] for name in columns or row} for row in table]
    chosen = table[list(columns)] if columns else table
    names = list(chosen.columns)
    values = [_plain_values(chosen[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]


def _plain_values(column: pd.Series) -> list[Any]:
    empty = column.isna()
    return [
        None if nothing else getattr(value, "item", lambda v=value: v)()
        for value, nothing in zip(column, empty, strict=True)
    ]


def report_rows(reports: pd.DataFrame | Rows) -> list[dict[str, Any]]:
    """The reports in the order of their sources."""
    return sorted(records(reports), key=lambda row: (row["source"], row["report_id"]))


def finding_rows(findings: pd.DataFrame | Rows, reports: pd.DataFrame | Rows) -> list[dict[str, Any]]:
    """The findings with ``source`` and ``file`` of their reports, in the order of file, page and rule."""
    places = {row["report_id"]: row for row in records(reports, ["report_id", "source", "file"])}
    rows = [{**row, **places[row["report_id"]]} for row in records(findings)]
    return sorted(
        rows, key=lambda row: (row["source"], row["report_id"], row["page"] or 0, row["finding_id"])
    )

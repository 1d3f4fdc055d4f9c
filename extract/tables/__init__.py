"""Records to the contract's tables: columns, ids, order, and the verdicts on comparisons."""

from __future__ import annotations

from extract.tables.assemble import (
    ReportSource,
    Tables,
    as_tables,
    breach_of,
    combine,
    failed_report_tables,
    with_findings,
    with_history,
)
from extract.tables.claims import claim_id, claim_row
from extract.tables.rows import comparison_id, observation_id, table_id

__all__ = [
    "ReportSource",
    "Tables",
    "as_tables",
    "breach_of",
    "claim_id",
    "claim_row",
    "combine",
    "comparison_id",
    "failed_report_tables",
    "observation_id",
    "table_id",
    "with_findings",
    "with_history",
]

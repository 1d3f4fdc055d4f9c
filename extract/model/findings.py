"""What somebody should read about a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.model.pages import Box

Severity = Literal["error", "warning", "info"]
Verdict = Literal["consistent", "inconsistent", "uncheckable"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer that somebody should read; fields as in the contract's table ``findings``."""

    rule: str
    name: str
    severity: Severity
    message: str
    fingerprint: str
    evidence: tuple[str, ...]
    page: int | None = None
    box: Box | None = None
    kpi: str = ""
    table_id: str = ""
    row: int | None = None
    paragraph_id: str = ""
    quote: str = ""
    stated: str = ""
    expected: str = ""
    low: float | None = None
    high: float | None = None
    cause: str = ""
    doubt: str = ""
    related_report_id: str = ""

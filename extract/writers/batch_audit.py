"""What an audit has to tell, whatever the format, and how much of the reports it covers.

In: the batch's tables. Out: one record for all writers of findings, and the coverage: without it a
report with no findings and a report with nothing checked would look alike. Out of scope: the formats.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from extract.review.baseline import new_findings
from extract.review.decisions import Decisions, open_findings
from extract.writers.lines import finding_rows, records, report_rows

_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers were looked at.

    Attributes:
        seen: Numbers of KPI tables.
        checked: Those that took part in a check.
        uncheckable: Those that a stated change or percent speaks of, yet none can be checked.
        reasons: How many stated changes and percents were left unchecked, for each reason.
    """

    seen: int = 0
    checked: int = 0
    uncheckable: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    @property
    def not_compared(self) -> int:
        """Numbers that no stated change or percent speaks of."""
        return self.seen - self.checked - self.uncheckable

    def as_object(self) -> dict[str, Any]:
        """The same as plain values, for JSON."""
        return {
            "numbers_seen": self.seen,
            "numbers_checked": self.checked,
            "numbers_uncheckable": self.uncheckable,
            "numbers_not_compared": self.not_compared,
            "unchecked_because": dict(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class BatchAudit:
    """One audit of a batch.

    Attributes:
        tables: The batch's; of ``findings`` only those that are to be told.
        files: How each path fared, as in ``run.json``.
        review: What decisions and baseline did, empty where neither was given.
    """

    tables: Mapping[str, pd.DataFrame]
    files: Sequence[Mapping[str, Any]]
    review: Mapping[str, Any] = field(default_factory=dict)

    def rows(self) -> list[dict[str, Any]]:
        """The findings with their files, in the order of file, page and rule."""
        return finding_rows(self.tables["findings"], self.tables["reports"])

    def reports(self) -> list[dict[str, Any]]:
        """The reports, in the order of their sources."""
        return report_rows(self.tables["reports"])


def coverage_by_report(tables: Mapping[str, pd.DataFrame]) -> dict[str, Coverage]:
    """The coverage of each report, by its id, in the order of their sources."""
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    comparisons = tables["comparisons"]
    for stated, value in (("change", "stated_change"), ("percent", "stated_percent")):
        unchecked = comparisons[
            comparisons[value].notna() & (comparisons[f"{stated}_verdict"] == "uncheckable")
        ]
        for report, why in zip(unchecked["report_id"], unchecked[f"{stated}_why"], strict=True):
            reasons[report][why] += 1
    return {
        row["report_id"]: Coverage(
            row["numbers_seen"] or 0,
            row["numbers_checked"] or 0,
            row["numbers_uncheckable"] or 0,
            _sorted(reasons[row["report_id"]]),
        )
        for row in report_rows(tables["reports"])
    }


def total(parts: Iterable[Coverage]) -> Coverage:
    """The coverage of several reports together.

    >>> total([Coverage(4, 2, 1, {"no prior figure": 1}), Coverage(6, 6)]).as_object()["numbers_seen"]
    10
    """
    every = list(parts)
    reasons: Counter[str] = Counter()
    for part in every:
        reasons.update(part.reasons)
    return Coverage(
        sum(part.seen for part in every),
        sum(part.checked for part in every),
        sum(part.uncheckable for part in every),
        _sorted(reasons),
    )


def coverage_object(tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """The coverage of a batch and of each report, for JSON."""
    parts = coverage_by_report(tables)
    sources = {row["report_id"]: row["source"] for row in records(tables["reports"], ["report_id", "source"])}
    reports = [{"source": sources[report], **part.as_object()} for report, part in parts.items()]
    return {**total(parts.values()).as_object(), "reports": reports}


def coverage_line(tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """The coverage of a batch in one line for a person; none where nothing was read."""
    parts = coverage_by_report(tables)
    if not parts:
        return
    whole = total(parts.values())
    yield (
        f"Coverage: {whole.seen} numbers seen, {whole.checked} checked, {whole.uncheckable} uncheckable"
        f"{_because(whole.reasons)}, {whole.not_compared} in no comparison."
    )


def _because(reasons: Mapping[str, int]) -> str:
    if not reasons:
        return ""
    named = [f"{count} x {why}" for why, count in list(reasons.items())[:_MOST_REASONS]]
    more = sum(list(reasons.values())[_MOST_REASONS:])
    return f" (stated figures left unchecked: {'; '.join(named)}{f'; {more} x other' if more else ''})"


def _sorted(reasons: Mapping[str, int]) -> dict[str, int]:
    """The commonest reason first; of equals in their alphabet's order."""
    return dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def review_findings(
    findings: pd.DataFrame, decisions: Decisions | None, known: frozenset[str] | None
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The findings that are left to be told, and what became of the others.

    Args:
        findings: All of the batch.
        decisions: None where no exceptions file was given.
        known: The baseline's fingerprints, None where there is no baseline.
    """
    left = findings if decisions is None else open_findings(findings, decisions)
    told = review_object([findings], decisions)
    if known is None:
        return left, told
    new = new_findings(left, known)
    return new, told | {"baseline": {"known": len(left) - len(new)}}


def review_object(parts: Sequence[pd.DataFrame], decisions: Decisions | None) -> dict[str, Any]:
    """What decisions did to a batch's findings, in one part at least; empty without decisions.

    All of the findings are given, or those whose fingerprints are decided about.
    """
    if decisions is None:
        return {}
    findings = pd.concat(parts)
    return {
        "decisions": {
            "file": decisions.file,
            "sha256": decisions.sha256,
            "today": decisions.today.isoformat(),
            "silenced": int(findings["fingerprint"].isin(decisions.in_force).sum()),
            "unused": [entry.fingerprint for entry in decisions.unused(findings)],
            "expired": [entry.fingerprint for entry in decisions.expired],
        }
    }

"""Questions asked of one report's data, or of many reports': the rules, and what they find.

In come facts and tables, out go findings. Out of scope: what a finding does to the exit code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

from extract.model import Facts, Finding
from extract.rules import (
    announcements,
    breakdowns,
    footing,
    history,
    implied,
    narrative,
    reading,
    recalculation,
    repeats,
    tieout,
)
from extract.rules.editions import Archive, gather_editions
from extract.rules.evidence import Evidence, gather
from extract.tables.rows import finding_rows, frame

if TYPE_CHECKING:
    import pandas as pd

    from extract.rules.editions import Source

__all__ = [
    "ALL_RULES",
    "BATCH_RULES",
    "RULES",
    "BatchRule",
    "History",
    "Rule",
    "apply_batch_rules",
    "apply_rules",
    "rule_reference",
]


class Rule(NamedTuple):
    """One question. ``find`` answers it; its docstring is the rule's page in the reference."""

    code: str
    name: str
    find: Callable[[Evidence], Iterator[Finding]]


class BatchRule(NamedTuple):
    """One question that only many reports can answer."""

    code: str
    name: str
    find: Callable[[Archive], Iterator[history.Telling]]


class History(NamedTuple):
    """What many reports say together: the table ``series``, and what they add to ``findings``."""

    series: pd.DataFrame
    findings: pd.DataFrame


RULES = (
    Rule("RC001", "change_differs", recalculation.change_differs),
    Rule("RC002", "percent_outside_interval", recalculation.percent_outside_interval),
    Rule("RC003", "sign_against_direction", recalculation.sign_against_direction),
    Rule("RC004", "percent_confused_with_points", recalculation.percent_confused_with_points),
    Rule("FT001", "total_differs_from_parts", footing.total_differs_from_parts),
    Rule("FT002", "breakdown_exceeds_total", breakdowns.breakdown_exceeds_total),
    Rule("FT003", "figure_printed_twice", repeats.figure_printed_twice),
    Rule("FT004", "classes_exceed_total", implied.classes_exceed_total),
    Rule("NR001", "claim_contradicts_itself", narrative.claim_contradicts_itself),
    Rule("NR002", "direction_against_figures", tieout.direction_against_figures),
    Rule("NR003", "claim_differs_from_table", tieout.claim_differs_from_table),
    Rule("NR004", "stable_figure_moved", narrative.stable_figure_moved),
    Rule("NR005", "announced_table_missing", announcements.announced_table_missing),
    Rule("RD001", "column_not_understood", reading.column_not_understood),
    Rule("RD002", "figures_not_checkable", reading.figures_not_checkable),
)
BATCH_RULES = (
    BatchRule("HS001", "figure_restated", history.figure_restated),
    BatchRule("HS002", "scale_shifted", history.scale_shifted),
    BatchRule("HS003", "sign_flipped", history.sign_flipped),
    BatchRule("HS004", "prior_of_wrong_period", history.prior_of_wrong_period),
    BatchRule("HS005", "edition_missing", history.edition_missing),
)
ALL_RULES: tuple[Rule | BatchRule, ...] = (*RULES, *BATCH_RULES)


def apply_rules(facts: Facts, tables: Mapping[str, pd.DataFrame]) -> tuple[Finding, ...]:
    """Ask every rule about one report."""
    evidence = gather(facts, tables)
    return tuple(finding for rule in RULES for finding in rule.find(evidence))


def apply_batch_rules(tables: Mapping[str, Source]) -> History:
    """Ask every rule about many reports.

    Args:
        tables: ``reports`` (with the count of each report's own findings), ``tables``, ``observations`` and
            ``paragraphs`` of all reports, as frames or as names of Parquet files.
    """
    archive = gather_editions(tables)
    told: dict[str, list[Finding]] = defaultdict(list)
    for rule in BATCH_RULES:
        for report_id, finding in rule.find(archive):
            told[report_id].append(finding)
    rows = [
        row
        for report_id, findings in sorted(told.items())
        for row in finding_rows(report_id, findings, archive.own_findings[report_id])
    ]
    return History(archive.series, frame("findings", rows))


def rule_reference(code: str) -> str:
    """One rule's page of the reference, as Markdown.

    Raises:
        KeyError: There is no such rule.

    >>> rule_reference("RC001").splitlines()[0]
    '## RC001 change_differs'
    """
    rule = {rule.code: rule for rule in ALL_RULES}[code]
    return f"## {rule.code} {rule.name}\n\n{cleandoc(rule.find.__doc__ or '')}\n"

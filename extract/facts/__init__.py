"""What the blocks mean: observations, comparisons, claims, definitions, and the report's own description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts.claims import find_claims
from extract.facts.columns import read_columns
from extract.facts.comparisons import find_comparisons
from extract.facts.definitions import find_definitions
from extract.facts.description import day_order, describe_report
from extract.facts.inner_heads import find_sections
from extract.facts.layout import Section
from extract.facts.observations import find_observations
from extract.facts.organisations import Letterhead
from extract.facts.remarks import find_remarks
from extract.facts.row_changes import RowTable, find_row_changes, row_table, with_row_changes
from extract.facts.scales import notes_above
from extract.facts.ties import tie_claims
from extract.facts.totals import find_totals
from extract.model import (
    Blocks,
    Comparison,
    Document,
    Facts,
    Observation,
    Page,
    Period,
    Remark,
    Table,
    Total,
)

__all__ = ["find_facts"]


def find_facts(
    pages: Sequence[Page], blocks: Blocks, document: Document, letterhead: Letterhead | None = None
) -> Facts:
    """Everything that a report's tables and texts say.

    Args:
        pages: With their furniture, which may hold a protective marking.
        blocks: Found on them.
        document: What the file says about itself.
        letterhead: Reads the pictures at the top of the first page; asked only where no text
            names the organisation.

    Returns:
        Facts in reading order.
    """
    report = describe_report(pages, blocks, document, document.author, letterhead)
    order = day_order(blocks, report.language)
    observations: list[Observation] = []
    comparisons: list[Comparison] = []
    remarks: list[Remark] = []
    totals: list[Total] = []
    earlier: RowTable | None = None
    for table, section in _sections(blocks, report.period):
        columns = read_columns(
            table,
            report.period,
            report.language or "en",
            notes_above(table, blocks.tables, blocks.paragraphs),
            order,
            section=section,
        )
        found = find_observations(table, columns, report.period)
        rows = row_table(table, columns, found)
        changes = find_row_changes(rows, earlier, report.period)
        found = with_row_changes(found, changes)
        observations.extend(found)
        comparisons.extend(find_comparisons(table, columns, found, changes))
        remarks.extend(find_remarks(table, columns))
        totals.extend(find_totals(found))
        earlier = rows
    claims = find_claims(blocks.paragraphs, report.language)
    ties = tie_claims(claims, comparisons, blocks.paragraphs, blocks.tables, report.period)
    return Facts(
        report=report,
        observations=tuple(observations),
        comparisons=tuple(comparisons),
        claims=claims,
        ties=tuple(ties),
        definitions=find_definitions(blocks),
        remarks=tuple(remarks),
        totals=tuple(totals),
    )


def _sections(blocks: Blocks, default: Period | None) -> Iterator[tuple[Table, Section]]:
    """Every KPI table with each of its parts that has heads of its own."""
    for table in blocks.tables:
        if table.kind == "kpi":
            for section in find_sections(table, default):
                yield table, section

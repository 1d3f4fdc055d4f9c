"""A paragraph beside a table of KPI rows, as printed."""

from __future__ import annotations

from dataclasses import replace

from printed_rows import NOW, SOURCE, blocks_of, facts_of

from extract.facts.claims import find_claims
from extract.facts.ties import tie_claims
from extract.model import Box, Facts, Finding, Paragraph, ReportDescription, Tie
from extract.rules import apply_rules
from extract.tables import as_tables

Told = tuple[str, str, str, str, str]
"""Label, current, prior, change and percent."""

ROWS: tuple[Told, ...] = (
    ("Number of 999 Calls", "35,412", "40,089", "-4,677", "-12%"),
    ("Number of 101 Calls", "84,206", "90,395", "-6,189", "-7%"),
    ("Female", "588", "764", "-176", "-23%"),
    ("Unspecified", "129", "106", "-23", "-22%"),
    ("Burglary", "360", "400", "-40", "-10%"),
    ("Robbery", "1,204", "1,150", "+54", "+5%"),
    ("Robberies", "2,310", "2,280", "+30", "+1%"),
)


def facts_told(text: str, *rows: Told) -> Facts:
    """What is read of a paragraph in the section of a table with these rows."""
    facts = facts_of([row[1:] for row in rows], names=[row[0] for row in rows])
    claims = find_claims([paragraph_of(text)])
    ties = tie_claims(claims, facts.comparisons, [paragraph_of(text)], blocks_of(len(rows)).tables, NOW)
    report = ReportDescription("Report", "Anytown Police", NOW, "", "en")
    return replace(facts, report=report, claims=claims, ties=tuple(ties))


def ties_of(text: str, *rows: Told) -> list[Tie]:
    """The rows that a sentence is tied to."""
    return list(facts_told(text, *rows).ties)


def findings_told(text: str, *rows: Told) -> list[Finding]:
    """What the rules on sentences say."""
    facts = facts_told(text, *rows)
    blocks = replace(blocks_of(len(rows)), paragraphs=(paragraph_of(text),))
    findings = apply_rules(facts, as_tables(SOURCE, blocks, facts))
    return [finding for finding in findings if finding.rule[:2] == "NR" or finding.rule == "FT004"]


def paragraph_of(text: str) -> Paragraph:
    """A paragraph 1.2 of the table's section."""
    return Paragraph(1, "paragraph", 0, "1.2", "1", "Contact", text, 2, 2, Box(0, 0, 100, 20))

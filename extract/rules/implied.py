"""Classes whose size follows from their change and its percent, against the total that holds them.

Each rule's docstring is its page in the reference. Out of scope: parts that are printed
(``footing``, ``breakdowns``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from extract.blocks.numbering import top_of
from extract.facts.claims.verdicts import said_of
from extract.facts.ties import figure_of, is_of_other_period, sentence_of, words_of
from extract.model import Claim, Comparison, Finding, Stated
from extract.rules.evidence import Evidence, fingerprint
from extract.rules.narrative import located, paragraph_of
from extract.rules.wording import place
from extract.tables.claims import claim_id
from extract.tables.rows import comparison_id, table_id
from schemas.agreement import Interval
from schemas.claim_agreement import interval_of

# Classes that exclude each other by their numbers: "Grade 1", "Priority 2", "Category 3".
_CLASS = re.compile(
    r"\b(?P<word>grade|category|priority|level|band|tier|class)\s+(?P<number>\d)\b", re.IGNORECASE
)
_FEWEST = 2
_MOST_FIGURES = 8


class _Class(NamedTuple):
    """A class with its claim, and how large it can have been before and now."""

    name: str
    claim: Claim
    prior: Interval
    current: Interval


def classes_exceed_total(evidence: Evidence) -> Iterator[Finding]:
    """Numbered classes, by their stated changes and percents, hold more than the total that they belong to.

    ## What it finds

    A change and its percent tell what it was a change of: 1,913 is 10% of 18,220 to 20,136. Where the classes
    of one section are numbered, so that nothing is in two of them, the least that they can hold together
    is set against the row that counts them all.

    ## Why it matters

    Each sentence looks right by itself. Together they can't be true of the total that is printed above them.

    ## Example

    "Grade 1 incidents reduced by 1,913 (10%), Grade 2 incidents increased by 9,359 (40%)", in a section whose
    table counts 29,738 incidents: the two hold 16,307 + 32,468 = 48,775 at least.

    ## When it is uncheckable

    Where the section's table has no row for what the classes are classes of, where a class has no change with
    a percent, and where figures are hedged.

    ## What can fool it

    A total that leaves out some of the classes.
    """
    for section, classes in _classes(evidence).items():
        for comparison in _totals(evidence, section, classes):
            if any(_speaks_otherwise(evidence, each.claim, comparison) for each in classes):
                continue
            whole = figure_of(comparison.current)
            least = sum((each.current.low for each in classes), Decimal(0))
            if whole is not None and least > whole.interval.high:
                yield _finding(evidence, comparison, classes, least)


def _speaks_otherwise(evidence: Evidence, claim: Claim, comparison: Comparison) -> bool:
    """Whether a claim is of another period or on another basis than the total."""
    sentence = sentence_of(paragraph_of(evidence, claim)["text"], claim)
    return is_of_other_period(sentence, comparison, evidence.facts.report.period)


def _classes(evidence: Evidence) -> Mapping[str, Sequence[_Class]]:
    """The numbered classes of each section, those of one word."""
    sections: dict[str, dict[str, _Class]] = defaultdict(dict)
    for claim in evidence.facts.claims:
        section = top_of(paragraph_of(evidence, claim)["section_number"])
        name = _name(claim, evidence.facts.claims)
        sizes = _sizes(claim)
        if section and name and sizes is not None:
            sections[section].setdefault(name.lower(), _Class(name, claim, *sizes))
    return {
        section: list(found.values())
        for section, found in sections.items()
        if len(found) >= _FEWEST and len({name.split()[0] for name in found}) == 1
    }


def _name(claim: Claim, claims: Sequence[Claim]) -> str:
    """The class that a claim is of; of "Grade 3 and Grade 4 ... by 1,668 and 9,359 respectively" its own."""
    names = [" ".join(match[0].split()) for match in _CLASS.finditer(claim.subject)]
    if not names:
        return ""
    alike = [c for c in claims if (c.paragraph, c.subject) == (claim.paragraph, claim.subject) and c.change]
    if len(names) == len(alike) and claim in alike:
        return names[alike.index(claim)]
    return names[0] if len(names) == 1 else ""


def _sizes(claim: Claim) -> tuple[Interval, Interval] | None:
    """What was there before and what is there now, by a change and its percent."""
    if claim.change is None or claim.percent is None or claim.direction not in ("up", "down"):
        return None
    if claim.change.hedge or claim.percent.hedge or claim.change.quantity.unit != "count":
        return None
    changes = _least_and_most(claim.change)
    percents = sorted(map(abs, interval_of(said_of(claim.percent))))
    if percents[0] <= 0:
        return None
    prior = Interval(changes.low * 100 / percents[1], changes.high * 100 / percents[0])
    moved = changes if claim.direction == "up" else changes.negated()
    return prior, Interval(prior.low + moved.low, prior.high + moved.high)


def _least_and_most(change: Stated) -> Interval:
    """What the size of a change can be: whole numbers ending in zeros may be rounded to two figures."""
    said = said_of(change)
    readings = [interval_of(said, figures) for figures in range(2, _MOST_FIGURES)]
    ends = [abs(end) for reading in readings for end in reading]
    return Interval(min(ends), max(ends))


def _totals(evidence: Evidence, section: str, classes: Sequence[_Class]) -> Iterator[Comparison]:
    """The rows of a section that count what the classes are classes of."""
    sections = {row["table_id"]: top_of(row["section_number"]) for row in evidence.tables}
    for comparison in evidence.facts.comparisons:
        row = comparison.current
        if row is None or sections.get(table_id(evidence.report_id, comparison.table)) != section:
            continue
        label = words_of(row.kpi)
        if label and all(label <= words_of(each.claim.subject) for each in classes):
            yield comparison


def _finding(
    evidence: Evidence, comparison: Comparison, classes: Sequence[_Class], least: Decimal
) -> Finding:
    row = comparison.current
    assert row is not None
    parts = "; ".join(_arithmetic(each) for each in classes)
    paragraph = paragraph_of(evidence, classes[0].claim)
    said = [text for each in classes for text in (each.name, _text(each, "change"), _text(each, "percent"))]
    return Finding(
        rule="FT004",
        name="classes_exceed_total",
        severity="error",
        message=(
            f"{place((paragraph['section_title'], row.kpi), row.page)}: {parts}; together at least "
            f"{least:,.0f}, more than the {row.text} of the table"
        ),
        fingerprint=fingerprint("FT004", evidence.organisation, *evidence.days, row.kpi, row.text, *said),
        evidence=(
            comparison_id(evidence.report_id, comparison),
            *(claim_id(evidence.report_id, each.claim.ordinal) for each in classes),
        ),
        kpi=row.kpi,
        stated=row.text,
        expected=f"{least:,.0f} at least",
        low=float(least),
        **located(paragraph, classes[0].claim),
    )


def _arithmetic(each: _Class) -> str:
    return (
        f"{each.name}: {_text(each, 'change')} / {_text(each, 'percent')} = {each.prior.low:,.0f} to "
        f"{each.prior.high:,.0f}, so at least {each.current.low:,.0f} now"
    )


def _text(each: _Class, name: str) -> str:
    stated = getattr(each.claim, name)
    return str(stated.quantity.text)

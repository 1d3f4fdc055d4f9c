"""Sentences against themselves: what a claim states against its own figures.

Each rule's docstring is its page in the reference. Out of scope: which figures a sentence claims
(``facts.claims``), and what tables say of them (``tieout``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypedDict

from extract.facts.claims.verdicts import said_of
from extract.facts.ties import sentence_of
from extract.model import Box, Check, Claim, Finding
from extract.rules.evidence import Evidence, Row, fingerprint
from extract.rules.wording import place, plain
from extract.tables.claims import claim_id
from schemas.claim_agreement import interval_of

_MOVED_POINTS = Decimal(5)
_MOVED_PERCENT = Decimal(5)
_LONGEST = 240
_STATED = {
    "percent": "percent",
    "change": "change",
    "points": "points",
    "factor": "factor",
    "share": "percent",
    "rate": "change",
}


def claim_contradicts_itself(evidence: Evidence) -> Iterator[Finding]:
    """The figures of a sentence, or of a few sentences that belong together, don't add up.

    ## What it finds

    Claims whose percent, change, points, factor or share doesn't follow from the other figures printed with
    it; a monthly rate that isn't a third of its quarter; three months that aren't their quarter; a rise that
    the two figures show to be a fall.

    ## Why it matters

    The sentence is what is read and quoted, and nobody needs a table to see that it is wrong.

    ## Example

    "A total of 581 searches, a 24% increase (+99 searches)." 99 / (581 - 99) = 20.54%.

    ## When it is uncheckable

    Where a sentence holds nothing that its figure could be set against, and where it says that its figures
    are stated on different bases ("like for like", "at constant currency").

    ## What can fool it

    A figure taken for one of another subject. Hedges widen a figure ("about" by a tenth) or make it a bound
    ("over"), and round numbers may be rounded, before anything is said.
    """
    for claim in evidence.facts.claims:
        for check in claim.checks:
            if claim.verdict == "inconsistent" and check.verdict == "inconsistent":
                yield _contradiction(evidence, paragraph_of(evidence, claim), claim, check)


def stable_figure_moved(evidence: Evidence) -> Iterator[Finding]:
    """A figure is called stable, and the text itself says that it moved.

    ## What it finds

    Claims that something is stable at a figure, where another claim of the same paragraph gives that figure
    and an earlier one that is five percent or five points away.

    ## Why it matters

    The word hides the change that the figures show.

    ## Example

    "Satisfaction is stable at 69.4%, a decrease from the 74.4% rate for the previous period."

    ## When it is uncheckable

    Where the text gives no earlier figure.

    ## What can fool it

    Stable may mean "within control limits", so it is a warning at most.
    """
    claims = evidence.facts.claims
    for claim in claims:
        if claim.kind == "stable" and claim.current is not None:
            alike = [c for c in claims if c.paragraph == claim.paragraph and c.prior and _is_of(c, claim)]
            for other in alike[:1]:
                yield from _moved(evidence, paragraph_of(evidence, claim), claim, other)


def paragraph_of(evidence: Evidence, claim: Claim) -> Row:
    """The row of ``paragraphs`` that a claim stands in."""
    return evidence.paragraph_at[claim.paragraph]


def _is_of(other: Claim, claim: Claim) -> bool:
    """Whether another claim tells of the same figure."""
    if other.current is None or claim.current is None or other is claim:
        return False
    return other.current.value == claim.current.value and other.unit != "count"


def _moved(evidence: Evidence, paragraph: Row, claim: Claim, other: Claim) -> Iterator[Finding]:
    assert other.current is not None and other.prior is not None
    now, before = interval_of(said_of(other.current)), interval_of(said_of(other.prior))
    least = max(now.low - before.high, before.low - now.high)
    is_percent = other.current.quantity.unit == "percent"
    bound = _MOVED_POINTS if is_percent else abs(other.prior.value) * _MOVED_PERCENT / 100
    # "74.4% to 69.4%" is five points as printed
    printed = abs(other.current.value - other.prior.value)
    if least <= 0 or printed < bound:
        return
    step = Decimal(1).scaleb(-other.current.quantity.decimals)
    moved = plain(other.current.value - other.prior.value, step, "count")
    unit = " points" if is_percent else ""
    now_text, before_text = other.current.quantity.text, other.prior.quantity.text
    message = f"{said(paragraph, claim)}, but {now_text} - {before_text} = {moved}{unit}"
    yield Finding(
        rule="NR004",
        name="stable_figure_moved",
        severity="warning",
        message=f"{where(paragraph)}: {message}",
        fingerprint=fingerprint("NR004", evidence.organisation, claim.quote, *texts_of(other)),
        evidence=(
            claim_id(evidence.report_id, claim.ordinal),
            claim_id(evidence.report_id, other.ordinal),
            paragraph["paragraph_id"],
        ),
        stated=claim.current.quantity.text if claim.current else "",
        expected=other.prior.quantity.text,
        **located(paragraph, claim),
    )


def _contradiction(evidence: Evidence, paragraph: Row, claim: Claim, check: Check) -> Finding:
    stated = getattr(claim, _STATED.get(check.what, ""), None) or claim.main
    cause = f" ({check.cause.replace('_', ' ')})" if check.cause else ""
    return Finding(
        rule="NR001",
        name="claim_contradicts_itself",
        severity="warning" if check.cause == "truncation" else "error",
        message=f"{where(paragraph)}: {check.arithmetic}{cause}: {said(paragraph, claim)}",
        fingerprint=fingerprint("NR001", evidence.organisation, check.what, claim.quote, *texts_of(claim)),
        evidence=(claim_id(evidence.report_id, claim.ordinal), paragraph["paragraph_id"]),
        stated="" if stated is None else stated.quantity.text,
        expected="" if check.expected is None else plain(check.expected, Decimal("0.01"), "count"),
        low=None if check.low is None else float(check.low),
        high=None if check.high is None else float(check.high),
        cause=check.cause,
        **located(paragraph, claim),
    )


def where(paragraph: Row) -> str:
    """A paragraph by its section and number."""
    number = f"paragraph {paragraph['number']}" if paragraph["number"] else ""
    return place((paragraph["section_title"], number), paragraph["page_start"])


def said(paragraph: Row, claim: Claim) -> str:
    """The sentence of a claim in quotation marks, cut around the claim where it is long."""
    sentence = sentence_of(paragraph["text"], claim).strip()
    if len(sentence) > _LONGEST:
        start = max(0, sentence.find(claim.quote) - _LONGEST // 2)
        cut = sentence[start : start + _LONGEST]
        sentence = f"{'... ' if start else ''}{cut}{' ...' if start + _LONGEST < len(sentence) else ''}"
    return f"“{sentence}”"


class Located(TypedDict):
    """The fields of a finding that say where it points to."""

    page: int
    box: Box
    paragraph_id: str
    quote: str


def located(paragraph: Row, claim: Claim) -> Located:
    """Where a finding about a claim points to."""
    return {
        "page": int(paragraph["page_start"]),
        "box": Box(paragraph["x0"], paragraph["top"], paragraph["x1"], paragraph["bottom"]),
        "paragraph_id": paragraph["paragraph_id"],
        "quote": claim.quote,
    }


def texts_of(claim: Claim) -> Sequence[str]:
    """Every figure of a claim, as printed."""
    figures = (
        claim.change,
        claim.percent,
        claim.points,
        claim.prior,
        claim.current,
        claim.whole,
        claim.factor,
    )
    return [figure.quantity.text for figure in figures if figure is not None]

"""Sentences against the tables: what a claim states of a row, against the row.

Each rule's docstring is its page in the reference. Out of scope: which row a claim speaks of
(``facts.ties``), and what a sentence says of itself (``narrative``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extract.facts.claims.verdicts import said_of
from extract.facts.ties import figure_of
from extract.model import Claim, Finding, Severity, Stated, Tie
from extract.rules.evidence import Evidence, fingerprint
from extract.rules.narrative import located, paragraph_of, said, where
from extract.rules.wording import signed
from extract.tables.claims import claim_id
from extract.tables.rows import comparison_id
from schemas.agreement import Judgement, Printed, is_truncated
from schemas.claim_agreement import Said, interval_of, judge_change_of, judge_percent_of

_NEAR = Decimal("0.1")
_SIGNS = {"up": 1, "down": -1}


class _Figures(NamedTuple):
    """A row's two figures, as sentences' figures."""

    current: Said
    prior: Said


class _Contradiction(NamedTuple):
    """What a claim states, and what the row gives instead."""

    stated: Stated
    arithmetic: str
    expected: str
    low: Decimal | None
    high: Decimal | None
    cause: str = ""


def direction_against_figures(evidence: Evidence) -> Iterator[Finding]:
    """A sentence says that a row's figure rose or fell, and the figures of the row went the other way.

    ## What it finds

    Claims tied to a row of a table whose current and prior figure, as printed, moved against the word of the
    claim. The printed change and percent of the row don't count: they may be what misled the author.

    ## Why it matters

    The reader takes a rise for a fall.

    ## Example

    "The Female and Unspecified categories have seen reductions in over 20%", and the table prints

        Unspecified    129    106    -23    -22%

    129 - 106 = +23: it rose.

    ## When it is uncheckable

    Where the subject of the claim is no row's label, or that of several; where the sentence names another
    period or basis than the row's.

    ## What can fool it

    A sentence about a part of what the row counts. So nothing is said unless the size of the change is the
    row's, which gives a warning, or another figure of three digits is, which gives an error.
    """
    for tie in evidence.facts.ties:
        figures = _figures(tie)
        sign = _SIGNS.get(tie.claim.direction, 0)
        if figures is None or not sign or not _moves_against(figures, sign):
            continue
        size = tie.claim.percent or tie.claim.change or tie.claim.points or tie.claim.main
        if size is None:
            continue
        if tie.proof or _size_fits(tie, figures, -sign):
            yield _finding(
                evidence, "NR002", tie, _went(tie, figures, size), "error" if tie.proof else "warning"
            )


def claim_differs_from_table(evidence: Evidence) -> Iterator[Finding]:
    """A figure of a sentence is not that of the table's row it speaks of.

    ## What it finds

    Claims tied to a row whose change, percent or level isn't what the row's figures allow.

    ## Why it matters

    Text and table were made at different times or from different data, and the reader can't tell which holds.

    ## Example

    "Calls to 101 reduced by just over 6,800 to 84,206", and the table prints 84,206 and 90,395: they
    fell by 6,189.

    ## When it is uncheckable

    As for NR002.

    ## What can fool it

    Another count under the same name. So it is an error only where another figure of the same claim is the
    row's to three digits or more. Without one, a figure that is within a tenth of the row's is told, as a
    warning, and nothing else. Digits cut off instead of rounded are a warning.
    """
    for tie in evidence.facts.ties:
        figures = _figures(tie)
        if figures is None:
            continue
        sign = _SIGNS.get(tie.claim.direction, 0)
        if sign and _moves_against(figures, sign):
            continue  # NR002
        for contradiction in _contradictions(tie, figures, sign):
            if tie.proof or (_is_near(contradiction) and not tie.is_listed):
                severity: Severity = "error" if tie.proof and not contradiction.cause else "warning"
                yield _finding(evidence, "NR003", tie, contradiction, severity)


def _figures(tie: Tie) -> _Figures | None:
    current, prior = figure_of(tie.comparison.current), figure_of(tie.comparison.prior)
    return None if current is None or prior is None else _Figures(Said(current), Said(prior))


def _moves_against(figures: _Figures, sign: int) -> bool:
    """Whether no values that the two figures stand for go the way of a sign."""
    now, before = interval_of(figures.current), interval_of(figures.prior)
    return now.high < before.low if sign > 0 else now.low > before.high


def _went(tie: Tie, figures: _Figures, size: Stated) -> _Contradiction:
    """Which way the row's figures went instead."""
    current, prior = _texts(tie)
    change, unit = figures.current.value - figures.prior.value, figures.current.printed.unit
    went = "rose" if change > 0 else "fell"
    result = signed(change, _step(figures), unit)
    return _Contradiction(
        size,
        f"{current} - {prior} = {result}: it {went}",
        f"{went} by {result.lstrip('+-')}",
        None,
        None,
        "sign",
    )


def _is_near(contradiction: _Contradiction) -> bool:
    """Whether a stated figure is within a tenth of what the row gives, or cut off: the same, with a slip."""
    if contradiction.low is None or contradiction.high is None:
        return False
    if contradiction.cause == "truncation":
        return True
    value, ends = abs(contradiction.stated.value), sorted((abs(contradiction.low), abs(contradiction.high)))
    return ends[0] * (1 - _NEAR) <= value <= ends[1] * (1 + _NEAR)


def _size_fits(tie: Tie, figures: _Figures, sign: int) -> bool:
    """Whether the size of a claim's change is the row's, whatever its direction."""
    judgements = _judgements(tie, figures, sign)
    return bool(judgements) and all(judgement.verdict == "consistent" for _, judgement, _ in judgements)


def _judgements(tie: Tie, figures: _Figures, sign: int) -> list[tuple[Stated, Judgement, str]]:
    """The change, the points and the percent of a claim, each judged by the row's figures."""
    claim, found = tie.claim, []
    current, prior = _texts(tie)
    if claim.percent is not None and figures.current.printed.unit != "percent":
        judgement = judge_percent_of(figures.current, figures.prior, said_of(claim.percent, sign))
        found.append((claim.percent, judgement, f"({current} - {prior}) / {prior}"))
    for change in (claim.change, claim.points):
        if change is not None and _is_alike(change, figures.current.printed):
            judgement = judge_change_of(figures.current, figures.prior, said_of(change, sign))
            found.append((change, judgement, f"{current} - {prior}"))
    return [each for each in found if each[1].verdict != "uncheckable"]


def _is_alike(change: Stated, figure: Printed) -> bool:
    """Whether a change can be one of figures of this unit."""
    unit = change.quantity.unit
    return unit == figure.unit or (figure.unit == "percent" and unit == "percentage_points")


def _contradictions(tie: Tie, figures: _Figures, sign: int) -> Iterator[_Contradiction]:
    if sign:
        for stated, judgement, terms in _judgements(tie, figures, sign):
            if judgement.verdict == "inconsistent" and judgement.recomputed is not None:
                yield _of_judgement(stated, judgement, terms, sign)
    if tie.claim.kind == "level" and not sign:
        yield from _of_level(tie, figures)


def _of_judgement(stated: Stated, judgement: Judgement, terms: str, sign: int) -> _Contradiction:
    unit = stated.quantity.unit
    step = Decimal("0.01") if unit in ("percent", "percentage_points") else Decimal(1)
    assert judgement.recomputed is not None and judgement.allowed is not None
    result = signed(judgement.recomputed, step, unit)
    cut = said_of(stated, sign).printed
    is_cut = not stated.hedge and stated.upper is None and is_truncated(cut, judgement.allowed)
    cause = "truncation" if is_cut and not cut.is_exact else ""
    return _Contradiction(stated, f"{terms} = {result}", result, judgement.low, judgement.high, cause)


def _of_level(tie: Tie, figures: _Figures) -> Iterator[_Contradiction]:
    """A level near the row's figure of the same period that isn't this figure."""
    stated = tie.claim.current
    side, figure = ("prior", figures.prior) if tie.is_past else ("current", figures.current)
    if stated is None or stated.hedge or stated.upper is not None or tie.proof:
        return
    said, value = said_of(stated), figure.value
    if said.printed.unit != figure.printed.unit or value in (said.value, 0):
        return
    other = figures.current if tie.is_past else figures.prior
    if interval_of(said).meets(interval_of(figure)) or interval_of(said).meets(interval_of(other)):
        return
    if _rounds_to(value, said):
        return
    text = _texts(tie)[tie.is_past]
    low, high = interval_of(figure)
    yield _Contradiction(stated, f"the table's {side} figure is {text}", text, low, high)


def _rounds_to(value: Decimal, said: Said) -> bool:
    """Whether a whole number ending in zeros is a value rounded to two figures or more."""
    digits = len(str(abs(int(said.value))))
    return any(
        said.value % Decimal(10) ** (digits - figures) == 0
        and abs(said.value - value) <= Decimal(10) ** (digits - figures) / 2
        for figures in range(2, digits)
    )


def _texts(tie: Tie) -> tuple[str, str]:
    current, prior = tie.comparison.current, tie.comparison.prior
    return (current.text if current else "", prior.text if prior else "")


def _step(figures: _Figures) -> Decimal:
    return min(figures.current.printed.step, figures.prior.printed.step)


def _way(claim: Claim) -> str:
    return f"{claim.direction} by " if claim.direction in _SIGNS else ""


def _finding(
    evidence: Evidence, rule: str, tie: Tie, contradiction: _Contradiction, severity: Severity
) -> Finding:
    claim, row = tie.claim, tie.comparison.current
    assert row is not None
    paragraph = paragraph_of(evidence, claim)
    names = {"NR002": "direction_against_figures", "NR003": "claim_differs_from_table"}
    cause = f" ({contradiction.cause.replace('_', ' ')})" if contradiction.cause else ""
    label = f"{row.group}, {row.kpi}" if row.group else row.kpi
    return Finding(
        rule=rule,
        name=names[rule],
        severity=severity,
        message=(
            f"{where(paragraph)}: {said(paragraph, claim)}; {label} on page {row.page}: "
            f"{contradiction.arithmetic}, said {_way(claim)}{contradiction.stated.quantity.text}{cause}"
        ),
        fingerprint=fingerprint(rule, evidence.organisation, row.kpi, claim.quote, *_texts(tie)),
        evidence=(
            claim_id(evidence.report_id, claim.ordinal),
            comparison_id(evidence.report_id, tie.comparison),
            paragraph["paragraph_id"],
        ),
        kpi=row.kpi,
        stated=contradiction.stated.quantity.text,
        expected=contradiction.expected,
        low=None if contradiction.low is None else float(contradiction.low),
        high=None if contradiction.high is None else float(contradiction.high),
        cause=contradiction.cause,
        **located(paragraph, claim),
    )

"""Totals against their parts.

Each rule's docstring is its page in the reference. Out of scope: which figures are parts of
which total (``facts.totals``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.facts.arithmetic import printed_of
from extract.model import Finding, Observation, Quantity, Severity, Total
from extract.rules.evidence import Evidence, doubt_of_confidence, fingerprint
from extract.rules.wording import place, plain, term
from extract.tables.rows import observation_id, table_id
from schemas.agreement import Interval, Printed, judge_total
from schemas.causes import cause_of_total

_FEWEST_FOR_ERROR = 3
_FEWEST_FOR_EXACT = 4
_MOST_TERMS = 8


def total_differs_from_parts(evidence: Evidence) -> Iterator[Finding]:
    """A printed total is not the sum of the figures that it adds up.

    ## What it finds

    Totals, subtotals and percentages of 100 in a row or a column, of which no values that the printed
    precision allows add up. What belongs to a total is proven by the table: the same rows (or
    columns) have to close in two other places at least, and in twice as many as don't.

    ## Why it matters

    Either the total or one of its parts is wrong, and everything that was computed from it.

    ## Example

        Robbery       130    118
        Burglary      402    377
        Theft         861    903
        Total       1,393  1,408

    118 + 377 + 903 = 1,398, printed 1,408.

    ## When it is uncheckable

    Where a part is missing or suppressed; where fewer than two other columns show what the total is made
    of; where figures are rates, averages, medians, ranks or distinct counts, which don't add up.

    ## What can fool it

    A class that isn't printed. So a total that is more than its parts is a warning; one that is less than
    parts of which none is negative is an error. A difference that rounding of the parts would explain
    is a warning, and only where four other totals are exact to the last digit.
    """
    for total in evidence.facts.totals:
        if not total.closes and (severity := _severity(total)) is not None:
            yield _finding(evidence, total, severity)


def _severity(total: Total) -> Severity | None:
    """None where the parts may only have been rounded."""
    whole, parts = _printed(total)
    rounding = sum((part.step for part in (whole, *parts)), Decimal(0)) / 2
    if abs(whole.value - sum(part.value for part in parts)) <= rounding:
        return "warning" if total.is_exact and total.witnesses >= _FEWEST_FOR_EXACT else None
    allowed = judge_total(whole, parts).allowed
    assert allowed is not None, "a total that can't be judged doesn't fail"
    exceeds = allowed.low > whole.interval.high and all(part.value >= 0 for part in parts)
    return "error" if exceeds and total.witnesses >= _FEWEST_FOR_ERROR else "warning"


def _printed(total: Total) -> tuple[Printed, list[Printed]]:
    figures = [o.quantity for o in (total.whole, *total.parts)]
    whole, *parts = [printed_of(figure) for figure in figures if isinstance(figure, Quantity)]
    return whole, parts


def _finding(evidence: Evidence, total: Total, severity: Severity) -> Finding:
    whole, parts = _printed(total)
    judgement = judge_total(whole, parts)
    assert judgement.recomputed is not None and judgement.allowed is not None
    cause = cause_of_total(whole, judgement.allowed)
    table = table_id(evidence.report_id, total.whole.table)
    scale = _scale(total)
    expected = _shown(judgement.recomputed, min(part.step for part in parts), whole.unit, scale)
    explained = f" ({cause.replace('_', ' ')})" if cause else ""
    return Finding(
        rule="FT001",
        name="total_differs_from_parts",
        severity=severity,
        message=(
            f"{_place(evidence.titles.get(table, ''), total.whole)}: {_sum(total)} = "
            f"{expected}{_range(judgement.allowed, whole, scale)}, printed {total.whole.text}{explained}"
        ),
        fingerprint=fingerprint("FT001", evidence.organisation, *_said(total)),
        evidence=tuple(observation_id(evidence.report_id, o) for o in (total.whole, *total.parts)),
        page=total.whole.page,
        box=total.whole.box,
        kpi=total.whole.kpi,
        table_id=table,
        row=total.whole.row,
        quote=total.whole.text,
        stated=total.whole.text,
        expected=expected,
        low=float(judgement.allowed.low),
        high=float(judgement.allowed.high),
        cause=cause,
        doubt=doubt_of_confidence(o.confidence for o in (total.whole, *total.parts)),
    )


def _place(title: str, whole: Observation) -> str:
    return place((title, whole.group, whole.kpi, whole.column_label), whole.page)


def _sum(total: Total) -> str:
    """The parts as printed, the middle of a long list left out: ``110 + 564 + ... + 2,496 (20 figures)``."""
    texts = [term(part.text) for part in total.parts]
    if len(texts) <= _MOST_TERMS:
        return " + ".join(texts)
    return f"{' + '.join(texts[: _MOST_TERMS - 2])} + ... + {texts[-1]} ({len(texts)} figures)"


def _scale(total: Total) -> Decimal:
    """What a head or a note multiplies every figure by, which no figure prints: sums are shown without it."""
    whole, parts = _printed(total)
    texts = (total.whole.text, *(part.text for part in total.parts))
    prints_it = any(letter.isalpha() for text in texts for letter in text)
    shared = {figure.multiplier for figure in (whole, *parts)} == {whole.multiplier}
    return whole.multiplier if shared and not prints_it else Decimal(1)


def _shown(value: Decimal, step: Decimal, unit: str, scale: Decimal) -> str:
    return plain(value / scale, step / scale, unit if scale == 1 else "count")


def _range(allowed: Interval, whole: Printed, scale: Decimal) -> str:
    if allowed.low == allowed.high:
        return ""
    low, high = (_shown(end, whole.step / 10, whole.unit, scale) for end in allowed)
    return f", or {low} to {high} as printed"


def _said(total: Total) -> tuple[str, ...]:
    """What the fingerprint holds: labels, period and figures as printed."""
    whole = total.whole
    days = () if whole.period is None else (str(whole.period.start), str(whole.period.end))
    return (whole.group, whole.kpi, whole.column_label, *days, *(o.text for o in (whole, *total.parts)))

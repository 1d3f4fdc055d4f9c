"""Whether the figures of one claim agree with one another.

In: a claim as read. Out: the sums it was put to, each with a verdict. A claim is inconsistent only where
no reading fits and nothing else explains it: figures on another basis, a word that judges rather
than measures. Out of scope: how printed numbers agree (``schemas.claim_agreement``), and claims that
check each other (``crosschecks``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from extract.facts.claims.frames import Frame
from extract.facts.claims.tokens import Token
from extract.model import Check, Claim, Stated
from extract.notation.movements import MOVEMENTS
from extract.notation.words import word_set
from schemas.agreement import Judgement, Printed, is_truncated
from schemas.causes import cause_of_change, cause_of_percent
from schemas.claim_agreement import (
    NOTHING,
    Said,
    judge_change_of,
    judge_direction,
    judge_factor,
    judge_percent_of,
    judge_percent_of_change,
    judge_share,
)

OTHER_CLAUSES = "the figures stand in different clauses"
OTHER_BASIS = "the figures are stated on different bases"

_BASES = word_set(
    "comparable-store comparable organic like-for-like constant-currency constant underlying adjusted "
    "pro-forma excluding inflation-adjusted annualised annualized seasonally same-store real restated basis "
    "currency-neutral currencies organically pro-rata once stripping"
)


def said_of(stated: Stated, sign: int = 0) -> Said:
    """A figure for comparing; ``sign`` makes a magnitude go up or down."""
    quantity = stated.quantity
    value, upper = quantity.value, stated.upper
    unit = "count" if stated.is_worded and quantity.unit == "other" else quantity.unit
    if sign:
        value = abs(value) * sign
        upper = None if upper is None else abs(upper) * sign
    printed = Printed(value, quantity.decimals, quantity.multiplier, unit, quantity.signed)
    if sign < 0 and upper is not None:
        printed, upper = printed._replace(value=upper), value
    is_loose = stated.is_worded and unit == "percent"
    return Said(printed, stated.hedge, upper, is_loose)  # a hedge speaks of the size


def judged(claim: Claim, frame: Frame, words: Set[str], tokens: Sequence[Token]) -> Claim:
    """The claim with its sums and their verdict."""
    checks = tuple(_checks(claim, frame))
    if any(check.verdict == "inconsistent" for check in checks):
        if words & _BASES and not _is_of_one_measure(claim, words & _BASES, tokens):
            return replace(claim, verdict="uncheckable", why=OTHER_BASIS, checks=())
        if _is_scattered(claim, frame, tokens):
            return replace(claim, verdict="uncheckable", why=OTHER_CLAUSES, checks=())
    return with_checks(claim, checks)


def _is_of_one_measure(claim: Claim, bases: Set[str], tokens: Sequence[Token]) -> bool:
    """As in "Adjusted profit of £12m was up 20% from £10m": the word names what both levels are of."""
    if len(bases) > 1 or not bases <= {"adjusted", "underlying"}:
        return False
    start = min(s.start for s in (claim.current, claim.prior) if s is not None)
    at = next(i for i, token in enumerate(tokens) if token.low in bases)
    named = at + 1 < len(tokens) and tokens[at + 1].low in _RESULTS
    return named and tokens[at].start < start and sum(token.low in bases for token in tokens) == 1


_RESULTS = word_set("ebitda ebit ebita net operating profit earnings income pre-tax pretax eps diluted loss")


def _is_scattered(claim: Claim, frame: Frame, tokens: Sequence[Token]) -> bool:
    """Whether a sum that fails may come from figures that do not belong together.

    A clause of its own between two of them, or levels too far apart to be of one thing, make a
    misreading likelier than a slip.
    """
    now, before = claim.current, claim.prior
    if now is not None and before is not None and claim.factor is None:
        if not before.value or not now.value:
            return True
        ratio = abs(now.value / before.value)
        if not 1 / _MOST_APART < ratio < _MOST_APART:
            return True
    figures = [s for s in (now, before, claim.change, claim.percent, claim.whole) if s is not None]
    start, end = min(s.start for s in figures), max(s.end for s in figures)
    within = [token for token in tokens if start <= token.start and token.end <= end]
    for at, token in enumerate(within):
        if token.low == ";" and not frame.carried:
            return True
        behind = within[at + 1].low if at + 1 < len(within) else ""
        if token.low == "so" and behind == "that":
            return True
        opens = token.low in {"which", "who", "whose", "where"} and at and within[at - 1].low == ","
        if opens and behind not in _GOING_ON and behind not in MOVEMENTS:
            return True
    return False


_MOST_APART = Decimal(5)
_GOING_ON = word_set(
    "is was are were represents represented equates equated compares compared had has have corresponds "
    "corresponded makes made means meant amounts amounted equals equalled gives gave marks marked"
)


def with_checks(claim: Claim, checks: Sequence[Check]) -> Claim:
    """The claim with these sums; one that fails makes it inconsistent."""
    for verdict in ("inconsistent", "consistent"):
        found = [check for check in checks if check.verdict == verdict]
        if found:
            why = "; ".join(check.arithmetic for check in found)
            return replace(claim, verdict=verdict, why=why, checks=tuple(checks))
    return replace(claim, verdict="uncheckable", why=claim.why or NOTHING, checks=())


def _checks(claim: Claim, frame: Frame) -> Iterator[Check]:
    if claim.kind == "share":
        yield from _share_checks(claim)
        return
    if claim.kind in {"level", "stable"}:
        return
    sign = -1 if claim.direction == "down" else 1
    current, prior = claim.current, claim.prior
    if current is not None and prior is not None:
        yield from _direction_checks(claim, frame, current, prior)
        yield from _two_level_checks(claim, current, prior, sign)
    elif claim.percent is not None and claim.change is not None and (prior or current) is not None:
        yield from _one_level_checks(claim, sign)


def _direction_checks(claim: Claim, frame: Frame, current: Stated, prior: Stated) -> Iterator[Check]:
    """As in "fell to" against the two figures; a word that judges ("improved") can only agree."""
    if not frame.direction:
        return
    sign = frame.direction
    verdict = judge_direction(said_of(current), said_of(prior), sign)
    strict = frame.is_size and not frame.carried and not any(s.quantity.value < 0 for s in (current, prior))
    if verdict == "uncheckable" or (verdict == "inconsistent" and not strict):
        return
    if frame.is_size or verdict == "consistent":
        word = "up" if sign > 0 else "down"
        yield Check(
            "direction",
            verdict,
            f"{_text(prior)} to {_text(current)}, said to go {word}",
            cause="" if verdict == "consistent" else "sign",
        )


def _two_level_checks(claim: Claim, current: Stated, prior: Stated, sign: int) -> Iterator[Check]:
    now, before = said_of(current), said_of(prior)
    if prior.value < 0 or current.value < 0:
        return
    if claim.percent is not None:
        stated = said_of(claim.percent, sign)
        judgement = judge_percent_of(now, before, stated)
        relative = f"({_text(current)} - {_text(prior)}) / {_text(prior)}"
        arithmetic = f"{relative} = {_number(judgement.recomputed)}%, printed {_text(claim.percent)}"
        yield from _check("percent", judgement, arithmetic, _cause_of_percent(judgement, now, before, stated))
    for what, figure in (("change", claim.change), ("points", claim.points)):
        if figure is not None and not (what == "change" and claim.kind == "rate"):
            stated = said_of(figure, sign)
            if what == "points" and current.quantity.unit != "percent":
                continue
            judgement = judge_change_of(now, before, stated)
            result = _number(judgement.recomputed)
            arithmetic = f"{_text(current)} - {_text(prior)} = {result}, printed {_text(figure)}"
            cause = cause_of_change(now.printed, before.printed, stated.printed)
            yield from _check(
                what, judgement, arithmetic, cause if judgement.verdict == "inconsistent" else ""
            )
    if claim.factor is not None:
        yield from _factor_checks(claim.factor, current, prior, sign)


def _factor_checks(factor: Stated, current: Stated, prior: Stated, sign: int) -> Iterator[Check]:
    value = factor.quantity.value
    turned = sign < 0 and value > 1  # "three times lower"
    one, other = (prior, current) if turned else (current, prior)
    stated = _loose(said_of(factor))
    if value < 1:  # "more than halved" is half or less
        stated = stated._replace(hedge={"over": "under", "under": "over"}.get(stated.hedge, stated.hedge))
    judgement = judge_factor(said_of(one), said_of(other), stated)
    arithmetic = f"{_text(one)} / {_text(other)} = {_number(judgement.recomputed)}, printed {_text(factor)!r}"
    yield from _check("factor", judgement, arithmetic, "")


def _loose(said: Said) -> Said:
    return said._replace(is_loose=True)


def _one_level_checks(claim: Claim, sign: int) -> Iterator[Check]:
    """A change and a percent beside one level: "581 searches, a 24% increase (+99)"."""
    assert claim.percent is not None and claim.change is not None
    level = claim.prior or claim.current
    assert level is not None
    if level.value <= 0 or level.quantity.unit == "percent" or claim.kind == "rate":
        return
    judgement = judge_percent_of_change(
        said_of(level),
        said_of(claim.change, sign),
        said_of(claim.percent, sign),
        is_prior=claim.prior is not None,
    )
    if judgement.verdict == "inconsistent" and not claim.change.quantity.signed:
        # what was read as the change may be the earlier level: "12.4p, up 5% on the year (11.8p)"
        percent = said_of(claim.percent, sign)
        if judge_percent_of(said_of(level), said_of(claim.change), percent).verdict == "consistent":
            return
    if judgement.verdict == "inconsistent" and claim.prior is None:
        swapped = judge_percent_of_change(
            said_of(level), said_of(claim.change, sign), said_of(claim.percent, sign), is_prior=True
        )
        if swapped.verdict == "consistent":  # the level may be the earlier one
            return
    change, base = _text(claim.change), _text(level)
    if sign < 0 and not claim.change.quantity.signed:
        change = f"-{change}"
    if claim.prior is None:
        base = f"({base} {'-' if sign > 0 else '+'} {_bare(claim.change)})"
    arithmetic = f"{change} / {base} = {_number(judgement.recomputed)}%, printed {_text(claim.percent)}"
    yield from _check("percent", judgement, arithmetic, _cut_off(judgement, said_of(claim.percent, sign)))


def _cut_off(judgement: Judgement, stated: Said) -> str:
    """The cause of a percent whose last digits are cut off: "143 of the 293 (48%)"."""
    allowed = judgement.allowed
    if judgement.verdict != "inconsistent" or allowed is None or stated.hedge:
        return ""
    return "truncation" if is_truncated(stated.printed, allowed) else ""


def _share_checks(claim: Claim) -> Iterator[Check]:
    if claim.percent is None or claim.current is None or claim.whole is None:
        return
    if claim.current.quantity.unit != claim.whole.quantity.unit or claim.current.is_worded:
        return  # "seven in ten (71%)" is no sum
    judgement = judge_share(said_of(claim.current), said_of(claim.whole), said_of(claim.percent))
    result = _number(judgement.recomputed)
    arithmetic = f"{_bare(claim.current)} / {_bare(claim.whole)} = {result}%, printed {_text(claim.percent)}"
    yield from _check("share", judgement, arithmetic, _cut_off(judgement, said_of(claim.percent)))


def _check(what: str, judgement: Judgement, arithmetic: str, cause: str) -> Iterator[Check]:
    if judgement.verdict != "uncheckable":
        yield Check(
            what, judgement.verdict, arithmetic, judgement.recomputed, judgement.low, judgement.high, cause
        )


def _cause_of_percent(judgement: Judgement, now: Said, before: Said, stated: Said) -> str:
    if judgement.verdict != "inconsistent":
        return ""
    return cause_of_percent(now.printed, before.printed, stated.printed)


def _text(stated: Stated) -> str:
    return stated.quantity.text


def _bare(stated: Stated) -> str:
    """The number alone, without a sign."""
    value = abs(stated.quantity.value)
    return f"{value:,f}"


def _number(value: Decimal | None) -> str:
    """A recomputed figure, to two decimals where it isn't whole.

    >>> _number(Decimal("-39.6907")), _number(Decimal(99))
    ('-39.69', '99')
    """
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"

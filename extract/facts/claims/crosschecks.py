"""Claims of one paragraph that check each other: months and their quarter, a rate and its total.

In: the claims of a text with the sentences they stand in. Out: the same claims, some with one more
sum. Out of scope: the figures of one claim (``verdicts``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from extract.facts.claims.tokens import Sentence, Token
from extract.facts.claims.verdicts import said_of, with_checks
from extract.model import Check, Claim, Stated
from extract.notation.words import MONTHS, word_set
from schemas.agreement import Judgement
from schemas.claim_agreement import judge_multiple, judge_total

_MONTHS = tuple(month[:3] for month in MONTHS)
_EQUATING = word_set("represents represented equates amounts equals means")
_MOST_MONTHS = 3
_NEAR = 12  # claims before or behind that may check one


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with the number of its sentence."""

    claim: Claim
    sentence: int


def cross_checked(placed: Sequence[Placed], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The claims, each with what others of the same text say of it."""
    more: dict[int, list[Check]] = {}
    for finds in (_rates_against_changes, _rates_against_levels, _months_against_quarter, _shares_of_whole):
        for at, check in finds(placed, sentences):
            more.setdefault(at, []).append(check)
    return tuple(
        with_checks(p.claim, (*p.claim.checks, *more[at])) if at in more else _told_apart(at, placed)
        for at, p in enumerate(placed)
    )


def _told_apart(at: int, placed: Sequence[Placed]) -> Claim:
    """A claim; what is called stable, and moved by another claim of its sentence, says so.

    "Stable" is a matter of opinion, so the verdict stays uncheckable.
    """
    claim = placed[at].claim
    if claim.kind != "stable" or claim.current is None:
        return claim
    for other in placed[at + 1 : at + _NEAR]:
        prior, current = other.claim.prior, other.claim.current
        same = other.sentence == placed[at].sentence and current is not None and current == claim.current
        if same and prior is not None and prior.value != claim.current.value:
            moved = f"from {prior.quantity.text} to {claim.current.quantity.text}"
            return replace(claim, why=f"called stable, though it went {moved}")
    return claim


_Found = Iterator[tuple[int, Check]]


def _rates_against_changes(placed: Sequence[Placed], sentences: Sequence[Sentence]) -> _Found:
    """As in "an increase of 45 offences ... This represents around 3 a month", in a quarter's report."""
    for at, one in enumerate(placed):
        rate = one.claim.change
        if one.claim.kind != "rate" or rate is None or not _is_monthly(one, sentences):
            continue
        refers = _refers_back(sentences[one.sentence].tokens)
        for other in reversed(placed[max(0, at - _NEAR) : at]):
            claim = other.claim
            same = other.sentence == one.sentence
            if one.sentence - other.sentence > 2:
                break
            if claim.kind == "rate" or claim.direction != one.claim.direction or not (same or refers):
                continue
            total = claim.change or _difference(claim)
            if total is None:
                continue
            quarterly = _speaks_of_quarter(sentences[other.sentence : one.sentence + 1])
            judgement = judge_multiple(said_of(rate, 1), (3,) if quarterly else (3, 12), said_of(total, 1))
            if judgement.verdict == "consistent" or quarterly:
                yield at, _check("rate", judgement, f"{total.quantity.text} / 3", rate)
            break


def _difference(claim: Claim) -> Stated | None:
    """The change that two exact levels make, as if it were printed."""
    current, prior = claim.current, claim.prior
    if current is None or prior is None or current.hedge or prior.hedge:
        return None
    if {current.quantity.multiplier, prior.quantity.multiplier} != {Decimal(1)}:
        return None
    value = current.value - prior.value
    text = f"({current.quantity.text} - {prior.quantity.text})"
    return replace(current, quantity=replace(current.quantity, value=value, text=text))


def _rates_against_levels(placed: Sequence[Placed], sentences: Sequence[Sentence]) -> _Found:
    """As in "around 1,230 a month, which makes 3,696 in the quarter", "1,512, on average 504 a month"."""
    for at, one in enumerate(placed):
        rate = one.claim.current
        if (
            one.claim.kind != "rate"
            or rate is None
            or one.claim.prior is not None
            or not _is_monthly(one, sentences)
        ):
            continue
        for other in (*reversed(placed[max(0, at - _NEAR) : at]), *placed[at + 1 : at + _NEAR]):
            total = other.claim.current
            if other.sentence != one.sentence or other.claim.kind != "level" or total is None:
                continue
            if total.quantity.unit != "count" or total.value < rate.value:
                continue
            quarterly = _speaks_of_quarter([sentences[one.sentence]])
            judgement = judge_multiple(said_of(rate), (3,) if quarterly else (3, 12), said_of(total))
            if judgement.verdict == "consistent":
                yield at, _check("rate", judgement, f"{total.quantity.text} / 3", rate)
            break


def _months_against_quarter(placed: Sequence[Placed], sentences: Sequence[Sentence]) -> _Found:
    """As in "6,204 in the quarter ... 2,348 in April, 2,110 in May and 1,764 in June"."""
    totals = [
        stated
        for p in placed
        for stated in (p.claim.current, p.claim.prior)
        if stated is not None and _is_of_quarter(stated, sentences[p.sentence].tokens)
    ]
    run: list[int] = []
    for at, p in enumerate(placed):
        month = _month_of(p, sentences)
        goes_on = (
            bool(run)
            and placed[run[-1]].sentence == p.sentence
            and month == _next(placed[run[-1]], sentences)
        )
        run = [*run, at] if goes_on and month is not None else [at] if month is not None else []
        if len(run) == _MOST_MONTHS and len(totals) == 1:
            months = [placed[i].claim.current for i in run]
            parts = [said_of(m) for m in months if m is not None]
            judgement = judge_total(parts, said_of(totals[0]))
            printed = " + ".join(m.quantity.text for m in months if m is not None)
            yield at, _check("total", judgement, printed, totals[0])


def _shares_of_whole(placed: Sequence[Placed], sentences: Sequence[Sentence]) -> _Found:
    """As in "55% of dentists ... 45% male": two shares of one sentence that make a hundred."""
    for _, group in groupby(enumerate(placed), key=lambda numbered: numbered[1].sentence):
        shares = [
            (at, p.claim.percent)
            for at, p in group
            if p.claim.kind == "share" and p.claim.percent is not None
        ]
        if len(shares) == 2 and sum(percent.value for _, percent in shares) == 100:
            texts = " + ".join(percent.quantity.text for _, percent in shares)
            for at, _ in shares:
                yield at, Check("total", "consistent", f"{texts} = 100%", Decimal(100))


def _check(what: str, judgement: Judgement, sum_of: str, stated: Stated) -> Check:
    result = judgement.recomputed
    shown = (
        "?"
        if result is None
        else f"{result:,.0f}"
        if result == result.to_integral_value()
        else f"{result:,.1f}"
    )
    arithmetic = f"{sum_of} = {shown}, printed {stated.quantity.text}"
    return Check(what, judgement.verdict, arithmetic, result, judgement.low, judgement.high)


def _is_monthly(placed: Placed, sentences: Sequence[Sentence]) -> bool:
    near = {
        t.low
        for t in sentences[placed.sentence].tokens
        if placed.claim.start - 60 <= t.start <= placed.claim.end + 60
    }
    return bool(near & {"month", "monthly", "months"})


def _refers_back(tokens: Sequence[Token]) -> bool:
    """As in "This represents", "That is an": the sentence goes on about the change before it."""
    words = [token.low for token in tokens[:3]]
    if not words or words[0] not in {"this", "that", "it", "which"}:
        return False
    return len(words) > 1 and (words[1] in _EQUATING or (words[1] == "is" and words[2:3] in (["a"], ["an"])))


def _speaks_of_quarter(sentences: Sequence[Sentence]) -> bool:
    return any("quarter" in token.low for sentence in sentences for token in sentence.tokens)


def _is_of_quarter(stated: Stated, tokens: Sequence[Token]) -> bool:
    """Whether "in the quarter" stands behind a figure."""
    behind = [token.low for token in tokens if stated.end <= token.start][:4]
    return behind[:3] == ["in", "the", "quarter"] or behind[1:4] == ["in", "the", "quarter"]


def _month_of(placed: Placed, sentences: Sequence[Sentence]) -> int | None:
    """The month that a level is of: "2,348 in April"."""
    current = placed.claim.current
    if current is None or placed.claim.kind != "level":
        return None
    behind = [token for token in sentences[placed.sentence].tokens if token.start >= current.end][:3]
    at = next((i for i, token in enumerate(behind) if token.low == "in"), None)
    if at is None or at + 1 >= len(behind) or behind[at + 1].kind != "period":
        return None
    name = behind[at + 1].low[:3]
    return _MONTHS.index(name) if name in _MONTHS else None


def _next(placed: Placed, sentences: Sequence[Sentence]) -> int | None:
    month = _month_of(placed, sentences)
    return None if month is None else (month + 1) % 12

"""A text's claims, from sentences to verdicts; a report's, from its paragraphs.

The order of work: sentences of tokens, nodes with figures and movements, roles, frames, kinds,
verdicts. Only English is read; texts in other languages give nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Any

from extract.facts.claims.assemble import read_frames
from extract.facts.claims.crosschecks import Placed, cross_checked
from extract.facts.claims.frames import Frame, moved
from extract.facts.claims.kinds import kind_of, with_points
from extract.facts.claims.numbers import Figure
from extract.facts.claims.tokens import Token, find_sentences
from extract.facts.claims.verdicts import judged, said_of
from extract.model import Claim, ClaimKind, Direction, Paragraph, Stated
from schemas.claim_agreement import judge_change_of

# A heading names what follows; what it says in numbers the text below says again.
_CLAIMING = frozenset({"paragraph", "list_item", "note", "caption"})
_SLOTS = ("change", "percent", "points", "prior", "current", "factor", "whole")


def find_claims(paragraphs: Iterable[Paragraph], language: str = "en") -> tuple[Claim, ...]:
    """Every numeric claim of a report's narrative, in reading order."""
    if language not in {"", "en"}:
        return ()
    found: list[Claim] = []
    for paragraph in paragraphs:
        if paragraph.kind in _CLAIMING:
            for claim in read_claims(paragraph.text):
                found.append(replace(claim, ordinal=len(found) + 1, paragraph=paragraph.ordinal))
    return tuple(found)


def read_claims(text: str) -> tuple[Claim, ...]:
    """Every numeric claim of one text, in reading order.

    >>> claim, = read_claims("Thefts fell by 12% to 440 from 500 a year earlier.")
    >>> claim.kind, claim.direction, claim.verdict, claim.why
    ('from_to', 'down', 'consistent', '500 to 440, said to go down; (440 - 500) / 500 = -12%, printed 12%')
    """
    sentences = list(find_sentences(text))
    words = [frozenset[str]()] * len(sentences)
    placed: list[Placed] = []
    for frame in read_frames(sentences):
        tokens = sentences[frame.sentence].tokens
        if not words[frame.sentence]:
            words[frame.sentence] = _words_of(tokens)
        claim = _claim(text, frame, tokens, words[frame.sentence], len(placed) + 1)
        if claim is not None:
            placed.append(Placed(claim, frame.sentence))
    return cross_checked(placed, sentences)


def _words_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a sentence; "like for like" counts as one, with its hyphens or without."""
    words = [token.low for token in tokens]
    threes = {"-".join(words[at : at + 3]) for at in range(len(words) - 2)} & {"like-for-like"}
    return frozenset(words) | threes


def _claim(text: str, frame: Frame, tokens: Sequence[Token], words: Set[str], ordinal: int) -> Claim | None:
    frame = _with_index_points(_with_points(frame))
    kind = kind_of(frame, tokens, words)
    if kind is None:
        return None
    first, last = min(frame.first, len(tokens) - 1), min(frame.last, len(tokens) - 1)
    start, end = tokens[first].start, tokens[_closed(tokens, first, last)].end
    level = frame.current
    if kind == "share" and frame.percent is None and level is not None and level.unit == "percent":
        frame = replace(frame, percent=level, current=None)
    figures: dict[str, Any] = {name: _stated(getattr(frame, name)) for name in _SLOTS}
    if kind == "share" and frame.current is not None and frame.current.whole is not None:
        whole = replace(frame.current, quantity=frame.current.whole, hedge="")
        figures["whole"] = _stated(whole)
        if frame.percent is None and frame.current.is_worded:
            figures["percent"] = _percent_of_ratio(frame.current, whole)
    claim = Claim(
        ordinal=ordinal,
        paragraph=0,
        start=start,
        end=end,
        quote=text[start:end],
        kind=kind,
        subject=frame.subject,
        direction=_direction(frame, kind),
        unit=_unit(frame, kind),
        compared_to=frame.against,
        **figures,
    )
    return judged(claim, frame, words, tokens)


def _percent_of_ratio(part: Figure, whole: Figure) -> Stated | None:
    """As in "one in five": the percent that the words stand for."""
    value = (part.value * 100 / whole.value).quantize(Decimal("0.01"))
    quantity = replace(part.quantity, value=value, unit="percent")
    return _stated(replace(part, quantity=quantity))


def _closed(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last token of a quote, with the bracket that closes one opened in it."""
    marks = [token.low for token in tokens[first : last + 1] if token.kind == "mark"]
    if marks.count("(") <= marks.count(")"):
        return last
    near = range(last + 1, min(last + 4, len(tokens)))
    return next((at for at in near if tokens[at].low == ")"), last)


def _stated(figure: Figure | None) -> Stated | None:
    if figure is None:
        return None
    return Stated(figure.quantity, figure.hedge, figure.upper, figure.is_worded, figure.start, figure.end)


def _with_points(frame: Frame) -> Frame:
    """A percent that is the difference of two percents is in points: "up 1.4% from 6.1% to 7.5%"."""
    if frame.percent is None or frame.prior is None or frame.current is None:
        return frame
    if not frame.prior.unit == frame.current.unit == "percent":
        return frame
    sign = frame.direction or moved(frame.prior, frame.current) or 1
    stated = _stated(frame.percent), _stated(frame.current), _stated(frame.prior)
    assert all(stated)
    change, current, prior = (
        said_of(s, sign if at == 0 else 0) for at, s in enumerate(stated) if s is not None
    )
    return with_points(frame, judge_change_of(current, prior, change).verdict == "consistent")


def _with_index_points(frame: Frame) -> Frame:
    """Points of a level that is no percent are a change of an index: "shed 41.7 points to 5,012.3"."""
    level = frame.current or frame.prior
    if frame.points is None or level is None or level.unit == "percent" or frame.change is not None:
        return frame
    return replace(frame, change=frame.points, points=None)


def _direction(frame: Frame, kind: ClaimKind) -> Direction:
    if kind == "stable":
        return "flat"
    if kind in {"level", "share"}:
        return ""
    sign = frame.direction
    if frame.prior is not None and frame.current is not None and not (sign and frame.is_size):
        # "Improved from 21 days to 17 days" judges; only the figures tell the direction.
        sign = moved(frame.prior, frame.current)
        return "up" if sign > 0 else "down" if sign < 0 else "flat"
    return "up" if sign > 0 else "down" if sign < 0 else ""


def _unit(frame: Frame, kind: ClaimKind) -> str:
    if kind in {"percent_change", "share"} and frame.percent is not None:
        return "percent"
    if kind == "percentage_points":
        return "percentage_points"
    figures = (frame.current, frame.prior, frame.change, frame.percent)
    return next((figure.unit for figure in figures if figure is not None), "other")

"""Frames to the kinds of claim that the contract names, and which of them are worth saying.

In: one frame. Out: its kind, or None where it is no claim after all: a small bare number, an origin
without an end. Out of scope: whether its figures agree.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from extract.facts.claims.frames import Frame
from extract.facts.claims.numbers import Figure
from extract.facts.claims.tokens import Token
from extract.model import ClaimKind
from extract.notation.words import word_set

_DEFINING = word_set("classified defined definition refers denotes eligible threshold")


def kind_of(frame: Frame, tokens: Sequence[Token], words: Set[str]) -> ClaimKind | None:
    """The kind of a frame's claim; None where it is none."""
    if frame.sort == "factor":
        return "multiplier"
    if frame.sort == "share":
        return None if words & _DEFINING else "share"
    if frame.sort == "steady":
        return "stable"
    if (
        not frame.is_rate
        and frame.current is not None
        and frame.prior is not None
        and _speaks_of_average(frame, tokens)
    ):
        return "rate"
    if frame.sort == "level" or (not frame.has_size and frame.prior is None):
        return _kind_of_level(frame, tokens, words)
    return _kind_of_movement(frame)


def _kind_of_movement(frame: Frame) -> ClaimKind | None:
    if frame.is_rate and (frame.current is not None or frame.change is not None):
        return "rate"
    if frame.points is not None:
        return "percentage_points"
    if frame.prior is not None and frame.current is not None:
        return "from_to"
    if frame.change is not None:
        return "change"
    if frame.percent is not None:
        return "percent_change"
    return None


def _kind_of_level(frame: Frame, tokens: Sequence[Token], words: Set[str]) -> ClaimKind | None:
    figure = frame.current
    if figure is None:
        return None
    if frame.is_rate:
        return "rate"
    if words & _DEFINING:
        return None
    return "level" if _is_measured(figure, tokens, frame) else None


def _speaks_of_average(frame: Frame, tokens: Sequence[Token]) -> bool:
    """As in "the average number of items per pharmacy has increased"."""
    before = [token.low for token in tokens[max(0, frame.first - 40) : frame.first]]
    return "average" in before and "per" in before[before.index("average") :]


def _is_measured(figure: Figure, tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether a bare figure is how much there is of something."""
    if figure.unit == "percent" or figure.unit.isupper():
        return True
    if figure.unit == "percentage_points":
        return False
    if figure.unit in {"days", "seconds"}:
        return False
    if figure.last + 1 < len(tokens) and tokens[figure.last + 1].low in _PHYSICAL:
        return False
    if figure.quantity.multiplier != 1 or figure.hedge or figure.quantity.decimals:
        return figure.unit != "other" or figure.quantity.multiplier != 1
    if figure.unit != "count" or abs(figure.value) < 10:
        return False
    return abs(figure.value) >= 1000 or _has_noun(figure, tokens)


_PHYSICAL = word_set(
    "square cubic-metre metre metres meters km kilometres kilometers miles feet inches mm cm kg kilos "
    "litres liters ml mg micro mw kw degrees volts hectares acres mph inch foot mile"
)
_NO_NOUNS = word_set(
    "of in to from on at for by with as than and or but while when which that this was were is are "
    "has have had who where he she it they i we so because after before"
)
_STATING = word_set("was were is are totalled totaled numbered reached")


def _has_noun(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Whether it counts something: "163 offences", or is told of it: "the number was 115"."""
    behind = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if behind is not None and behind.kind == "word" and behind.low not in _NO_NOUNS:
        return True
    being = behind is not None and behind.low in {"are", "were", "have", "had"}
    return being or (figure.first > 0 and tokens[figure.first - 1].low in _STATING)


def with_points(frame: Frame, fits_points: bool) -> Frame:
    """A percent printed for a difference of two percents, put where points belong."""
    if not fits_points or frame.percent is None:
        return frame
    return replace(frame, percent=None, points=frame.percent)

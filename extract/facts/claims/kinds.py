"""Frames to the kinds of claim that the contract names, and which of them are worth saying.

In: one frame. Out: its kind, or None where it is no claim after all: a small bare number, an origin
without an end. Out of scope: whether its figures agree.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from extract.facts.claims.frames import Frame
from extract.facts.claims.levels import is_detail, is_told
from extract.facts.claims.tokens import Token
from extract.model import ClaimKind
from extract.notation.words import word_set

_DEFINING = word_set("classified defined definition refers denotes eligible threshold")


# "most came from Australia (41.2%), followed by New Zealand (18.7%)"; not "highest in the North (72.4%)"
_PARTING = word_set(
    "most majority mainly mostly followed commonest largest biggest leading chiefly rest remainder"
)
_RANKING = word_set("highest lowest rate rates uptake coverage higher lower increase growth rise")


def kind_of(frame: Frame, tokens: Sequence[Token], words: Set[str]) -> ClaimKind | None:
    """The kind of a frame's claim; None where it is none."""
    if frame.sort == "factor":
        return "multiplier"
    if frame.sort == "share":
        return None if words & _DEFINING or _is_margin(frame, tokens) else "share"
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


def _is_margin(frame: Frame, tokens: Sequence[Token]) -> bool:
    """As in "interest at LIBOR plus 1.75%"."""
    return frame.first > 0 and tokens[frame.first - 1].low in {"plus", "minus", "libor", "euribor"}


def _kind_of_movement(frame: Frame) -> ClaimKind | None:
    if frame.points is not None:
        return "percentage_points"
    if frame.is_rate and (frame.current is not None or frame.change is not None):
        return "rate"
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
        return None if is_detail(figure, tokens) else "rate"
    if words & _DEFINING:
        return None
    if figure.unit == "percent" and _speaks_of_share(frame, tokens):
        return "share"
    return "level" if is_told(figure, tokens, frame) else None


def _speaks_of_share(frame: Frame, tokens: Sequence[Token]) -> bool:
    """As in "its market share slipped, while that of its rival is 26%", "mostly from Spain (41%)"."""
    before = [token.low for token in tokens[max(0, frame.first - 40) : frame.first]]
    pairs = set(pairwise(before))
    if {("market", "share"), ("share", "of")} & pairs and ("per", "share") not in pairs:
        return True
    return before[-1:] == ["("] and bool(_PARTING & set(before)) and not _RANKING & set(before)


def _speaks_of_average(frame: Frame, tokens: Sequence[Token]) -> bool:
    """As in "the average number of items per pharmacy has increased"."""
    before = [token.low for token in tokens[max(0, frame.first - 40) : frame.first]]
    if "average" in before and "per" in before[before.index("average") :]:
        return True
    return any(one == "per" and other[:1].isdigit() for one, other in pairwise(before[-16:]))


def with_points(frame: Frame, fits_points: bool) -> Frame:
    """A percent printed for a difference of two percents, put where points belong."""
    if not fits_points or frame.percent is None:
        return frame
    return replace(frame, percent=None, points=frame.percent)

"""Where something moved from and to: "to 440 from 500", "against $66m", "compared with 52%".

Out of scope: how much it moved (``sizes``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.facts.claims.amounts import take_level, take_share
from extract.facts.claims.clauses import INCLUDING, Clauses, adds_nothing, is_elided
from extract.facts.claims.context import Part, Role, is_soft
from extract.facts.claims.frames import Frame, are_alike, like, moved, with_slot
from extract.facts.claims.nodes import Node
from extract.facts.claims.numbers import Figure
from extract.facts.claims.rates import is_per
from extract.notation.words import word_set


def take_end(state: Clauses, at: int, figure: Figure, role: Role) -> Part | None:
    """Where something moved to."""
    movement = None if state.move is None else state.nodes[state.move].movement
    direction = movement.direction if movement is not None else 0
    frame = state.frame
    if frame is not None and frame.prior is not None:
        frame = replace(frame, prior=like(frame.prior, figure))
        figure = like(figure, frame.prior)
    if frame is not None and (
        frame.current is not None
        or not are_alike(frame.prior, figure)
        or not _fits_change(frame, figure)
        or _brings_another(state, frame, at, figure)
    ):
        state.close()
        frame = None
    if frame is None:
        frame = replace(
            state.new(at, figure, "moving"),
            direction=direction,
            is_size=movement is not None and movement.is_size,
        )
        frame = _with_start(state, frame, at, figure)
    frame = with_slot(frame, "current", figure, at)
    is_rate = frame.is_rate or (figure.unit == "count" and is_per(state, at))
    state.frame = state.reaching(
        replace(frame, direction=frame.direction or direction, is_rate=is_rate), None
    )
    state.is_spent = True
    return None


def _brings_another(state: Clauses, frame: Frame, at: int, figure: Figure) -> bool:
    """As in "rents rose 1% in May, taking the yearly rate to 6%": a rate of its own."""
    if figure.unit != "percent" or frame.percent is None:
        return False
    return any(n.low in _BRINGING for n in state.nodes[frame.node + 1 : at])


_BRINGING = word_set("taking bringing pushing lifting leaving putting sending pulling raising lowering")


def _fits_change(frame: Frame, figure: Figure) -> bool:
    return are_alike(frame.change, figure)


def _with_start(state: Clauses, frame: Frame, at: int, figure: Figure) -> Frame:
    """With the level before: "was £25.80, which rose to £27.40", "to 2.6% before increasing to 2.8%"."""
    move = state.move if state.move is not None else at
    loose = state.loose
    if (
        loose is not None
        and loose in state.frames
        and loose.current is not None
        and are_alike(loose.current, figure)
    ):
        between = state.nodes[loose.node + 1 : move]
        if any(n.low in {"which", "before", "then", "this", "but"} for n in between) or (
            any(n.low in {"and", ","} for n in between) and is_elided(between)
        ):
            state.drop(loose)
            return replace(
                with_slot(frame, "prior", loose.current, at),
                node=at,
                subject=loose.subject or frame.subject,
            )
    previous = state.previous
    if previous is not None and previous.current is not None and are_alike(previous.current, figure):
        between = state.nodes[previous.node + 1 : move]
        if any(n.low in {"before", "then", "subsequently", "since"} for n in between) and _turns_back(
            between
        ):
            return with_slot(frame, "prior", previous.current, at, carried=True)
    return frame


def _turns_back(between: Sequence[Node]) -> bool:
    """Whether no new subject follows the last "but", "and" or "before": ", but have since recovered to"."""
    turns = [i for i, node in enumerate(between) if node.low in {"but", "and", "before", ",", "although"}]
    return not turns or adds_nothing([n for n in between[turns[-1] :] if n.low not in {"before", "although"}])


def take_origin(state: Clauses, at: int, figure: Figure, role: Role) -> Part | None:
    """Where something moved from, or what it is compared with."""
    frame, loose = state.frame, _outside_bracket(state, figure)
    figure = like(figure, frame.current if frame is not None else None if loose is None else loose.current)
    compares = state.marker_word != "from" or not state.marker
    if frame is None and state.previous is not None and role.is_list and state.last_part == "from":
        frame = state.previous
    if loose is not None and loose in state.frames and _is_compared(state, loose, frame, figure):
        return _compare_level(state, at, figure, loose, frame)
    if frame is None and state.previous is not None and _beside_previous(state, at, figure):
        return _beside(state, at, figure, state.previous)
    if frame is None:
        return _open_origin(state, at, figure, compares)
    if frame.points is not None and figure.unit != "percent" and state.after_when(at):
        return "skip"
    again = frame.prior is not None and frame.current is not None and _begins_again(state, at)
    if (
        not again
        and not are_alike(frame.current, figure)
        and not (frame.current is None and frame.percent is not None)
    ):
        return take_level(state, at, figure, role)
    if (compares and _is_rate_of_change(frame, figure)) or (
        role.is_list and frame.percent is not None and frame.prior is None and frame.current is None
    ):
        return _beside(state, at, figure, frame)
    if again:
        direction, is_size = frame.direction, frame.is_size
        state.close()
        fresh = replace(state.new(at, figure, "moving"), direction=direction, is_size=is_size)
        state.frame = with_slot(fresh, "prior", figure, at)
        return None
    if frame.prior is not None:
        current = frame.current
        state.close()
        if current is None:
            return None
        fresh = replace(
            state.new(at, figure, "moving"), direction=moved(figure, current) if frame.direction else 0
        )
        fresh = replace(
            with_slot(fresh, "current", current, at, carried=True),
            subject=frame.subject,
            is_compared=compares,
        )
        state.frame = with_slot(fresh, "prior", figure, at)
        return None
    if frame.change is not None and not are_alike(frame.change, figure):
        return take_level(state, at, figure, role)
    is_rate = frame.is_rate or (figure.unit == "count" and is_per(state, at))
    state.frame = replace(with_slot(frame, "prior", figure, at), is_compared=compares, is_rate=is_rate)
    return None


def _outside_bracket(state: Clauses, figure: Figure) -> Frame | None:
    """The level that is compared: the 90 of "90 lambs (a rate of 2 per ewe), up from 80"."""
    loose = state.loose
    if loose is None or loose.sort != "level" or loose.current is None or not loose.is_rate:
        return loose
    before = [state.low(i) for i in range(loose.node)]
    opened = len(before) - 1 - before[::-1].index("(") if "(" in before else None
    if opened is None or ")" in before[opened:]:
        return loose
    outer = [f for f in state.frames if f.sort == "level" and f.node < opened and f.sentence == state.number]
    if not outer or outer[-1].current is None or not are_alike(outer[-1].current, figure):
        return loose
    return outer[-1]


def _begins_again(state: Clauses, at: int) -> bool:
    """As in "from 51.2% to 54.8% for men and from 58.1% to 60.9% for women": the second "from"."""
    if state.marker_word != "from" or state.last is None or state.marker_at < state.last:
        return False
    ahead = state.nodes[at + 1 : at + 7]
    return any(one.low == "to" and other.kind == "figure" for one, other in pairwise(ahead))


def _is_compared(state: Clauses, loose: Frame, frame: Frame | None, figure: Figure) -> bool:
    """Whether the last level is what a figure is set against, rather than the open frame before it.

    Between "rose to $447.6 million" and "compared to $375.6 million" may stand "or 13.9% of net sales" or
    "including a $0.02 benefit".
    """
    if frame is None:
        return True
    if loose.node <= frame.node:
        return False
    if frame.current is None or frame.prior is not None or not are_alike(frame.current, figure):
        return True
    between = state.nodes[frame.node + 1 : loose.node]
    return (loose.sort != "share" or figure.unit == "percent") and not any(
        n.low in INCLUDING for n in between
    )


def _is_rate_of_change(frame: Frame, figure: Figure) -> bool:
    """As in "rose nine pct, compared with eight": the other figure is a change too."""
    return (
        figure.unit == "percent"
        and frame.percent is not None
        and frame.current is None
        and frame.change is None
    )


def _beside(state: Clauses, at: int, figure: Figure, frame: Frame) -> Part | None:
    direction, is_size = frame.direction, frame.is_size
    state.close()
    fresh = replace(state.new(at, figure, "moving"), direction=direction, is_size=is_size)
    state.frame = with_slot(fresh, "percent", figure, at)
    return "by"


def _beside_previous(state: Clauses, at: int, figure: Figure) -> bool:
    """As in "expanded 0.7 pct in the fourth quarter, down from 1.1 pct": the other figure is a change too."""
    previous = state.previous
    if previous is None or not _is_rate_of_change(previous, figure) or previous.prior is not None:
        return False
    move = state.move if state.move is not None else at
    return is_elided(state.nodes[previous.node + 1 : move])


_COMPARES = word_set("compares compared comparable comparing")


def _open_origin(state: Clauses, at: int, figure: Figure, compares: bool) -> Part | None:
    if not compares and state.move is None:
        between = state.nodes[state.marker_at + 1 : at]
        if sum(node.kind == "word" and not is_soft(node) for node in between) > 2:
            take_level(state, at, figure, Role("level"))
            return "level"
    if state.carry is not None and state.refers and state.carry in state.frames and compares:
        level = state.carry.current
        points_back = state.move is not None or state.nodes[state.marker_at - 1].low in _COMPARES
        if level is not None and points_back and are_alike(level, figure):
            state.drop(state.carry)
            fresh = state.new(at, figure, "moving")
            state.frame = with_slot(with_slot(fresh, "current", level, at, carried=True), "prior", figure, at)
            return None
    if compares and state.move is None:
        take_level(state, at, figure, Role("level"))
        return "level"
    movement = None if state.move is None else state.nodes[state.move].movement
    if (
        compares
        and movement is not None
        and state.previous is not None
        and state.previous.current is not None
    ):
        between = state.nodes[state.previous.node + 1 : state.move or at]
        if is_elided(between) and are_alike(state.previous.current, figure):
            fresh = replace(
                state.new(at, figure, "moving"), direction=movement.direction, is_size=movement.is_size
            )
            fresh = replace(
                with_slot(fresh, "current", state.previous.current, at, carried=True),
                subject=state.previous.subject,
            )
            state.frame = with_slot(fresh, "prior", figure, at)
            return None
    direction = movement.direction if movement is not None else 0
    fresh = replace(
        state.new(at, figure, "moving"),
        direction=direction,
        is_size=movement is not None and movement.is_size,
    )
    state.frame = replace(with_slot(fresh, "prior", figure, at), is_compared=compares)
    return None


def _compare_level(state: Clauses, at: int, figure: Figure, loose: Frame, frame: Frame | None) -> Part | None:
    """A level set against another: "£1.10 compared to £5.10"."""
    is_part = figure.unit == "percent" or figure.sort == "ratio"
    if is_part and loose.sort == "share" and (state.low(at + 1) == "of" or _is_of_another(state, at)):
        take_share(state, at, figure, Role("share"))
        return "share"
    level = loose.percent if loose.sort == "share" and is_part else loose.current
    if level is None or not are_alike(level, figure):
        take_level(state, at, figure, Role("level"))
        return "level"
    movement = None if state.move is None else state.nodes[state.move].movement
    stated = movement.direction if movement is not None and (state.move or 0) > loose.node else 0
    if frame is not None and frame.percent is not None and frame.current is None and frame.prior is None:
        between = state.nodes[frame.node + 1 : loose.node]
        if any(n.low == "with" for n in between) and level.unit != "percent":
            state.drop(loose)
            joined = with_slot(with_slot(frame, "current", level, at), "prior", figure, at)
            state.frame = replace(joined, is_compared=True)
            return None
    if frame is not None:
        state.close()
    if loose.sort != "share" or level is loose.percent:
        state.drop(loose)
    else:  # "$2.07 billion, or 15.3% of revenue, versus $2.30 billion": the level is said before the share
        loose = next((f for f in state.frames if f.sort == "level" and f.current is level), loose)
        if loose.sort == "level":
            state.drop(loose)
    fresh = replace(
        state.new(at, figure, "moving"),
        direction=stated,
        is_size=bool(stated) and movement is not None and movement.is_size,
    )
    fresh = replace(with_slot(fresh, "current", level, at), subject=loose.subject, is_rate=loose.is_rate)
    state.frame = replace(with_slot(fresh, "prior", figure, at), is_compared=True)
    return None


def _is_of_another(state: Clauses, at: int) -> bool:
    """Whether the figure compared with is of other things: "55% of dentists, compared to 45% male"."""
    behind = state.nodes[at + 1] if at + 1 < len(state.nodes) else None
    return (
        behind is not None
        and behind.kind == "word"
        and behind.low
        not in {
            "in",
            "for",
            "last",
            "a",
            "the",
            "at",
            "during",
            "on",
            "previously",
            "from",
            "recorded",
            "reported",
            "among",
            "when",
            "and",
            "as",
            "nationally",
            "across",
            "over",
            "by",
        }
    )

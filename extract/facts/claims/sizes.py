"""How much something moved: a change, a percent or points taken into a frame.

A level just before may be what moved ("581 searches, a 24% increase"); so may one of the sentence
before, where this one points back. Out of scope: levels before and after (``ends``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.facts.claims.clauses import Clauses, adds_nothing, is_elided, is_pointing
from extract.facts.claims.context import Part, Role
from extract.facts.claims.frames import Frame, Slot, are_alike, moved, slot_of, with_slot
from extract.facts.claims.nodes import Node
from extract.facts.claims.numbers import Figure
from extract.facts.claims.rates import is_per
from extract.notation.words import word_set

_OPENING = word_set("in for during over last")
_PAST = ("same period", "same quarter", "same month", "previous year", "last year")
_FAR = 24  # nodes between a level and the movement that speaks of it


def take_size(state: Clauses, at: int, figure: Figure, role: Role) -> Part | None:
    """How much something moved."""
    slot: Slot = slot_of(figure)
    slot = "points" if slot == "percent" and _is_absolute(state, at) else slot
    if (
        role.is_linked
        and slot == "change"
        and state.frame is not None
        and state.frame.has_size
        and is_per(state, at)
    ):
        direction = state.frame.direction
        state.close()  # "a reduction of 22% or 48 a month"
        state.frame = with_slot(
            replace(state.new(at, figure, "moving"), direction=direction, is_rate=True), slot, figure, at
        )
        return None
    if role.is_linked and slot == "percent" and _restates_worded(state.frame):
        assert state.frame is not None
        state.frame = with_slot(state.frame, slot, figure, at)  # "by more than a quarter (26.1%)"
        return None
    movement = None if state.move is None else state.nodes[state.move].movement
    direction = movement.direction if movement is not None else 0
    if role.sign:
        direction = -1 if role.sign < 0 else direction or 1
    frame = state.frame
    if slot == "change" and frame is not None and _is_of_percents(frame):
        state.close()  # "from 21% to 23%, or some 90,000 more pupils"
        state.frame = replace(
            state.new(at, figure, "moving"), direction=direction, is_size=True, change=figure
        )
        return None
    judges = movement is not None and not movement.is_size and not role.sign
    if judges and frame is not None and frame.prior is not None and frame.current is not None:
        direction = frame.direction  # "from 1,412 to 612, a 57% improvement"
    if frame is not None and _is_of_other_base(state, frame, at, figure):
        state.close()
        frame = None
    taken = frame is not None and (
        getattr(frame, slot) is not None
        or (
            slot == "points"
            and frame.percent is not None
            and not role.is_linked
            and not _is_of_percents(frame)
        )
        or (slot == "percent" and frame.points is not None and not role.is_linked)
    )
    if frame is not None and (
        taken
        or (role.is_list and frame.has_size)
        or (frame.direction and direction and frame.direction != direction)
    ):
        if role.is_linked and taken and not role.sign and figure.unit != "percent":
            return None
        state.close()
        frame = None
    if frame is None and _confirms(state, figure, slot, direction):
        return None
    if frame is None:
        frame = state.new(at, figure, "moving")
        if not role.is_list:
            frame = _with_level(state, frame, at, figure)
    frame = with_slot(frame, slot, figure, at)
    is_size = movement is not None and movement.is_size
    frame = replace(
        frame, direction=frame.direction or direction, is_size=frame.is_size or is_size or bool(role.sign)
    )
    frame = replace(
        frame,
        sort="moving" if frame.sort != "factor" else "factor",
        is_rate=frame.is_rate or (slot == "change" and is_per(state, at)),
    )
    state.frame = state.reaching(frame, role.move)
    state.is_spent = True
    if (
        state.low(at + 1) == "in" and state.low(at + 2) == "both" and not role.is_linked
    ):  # "1% in both A and B"
        state.close()
        state.frame = state.reaching(replace(frame, current=None, prior=None), role.move)
    return None


def _restates_worded(frame: Frame | None) -> bool:
    return frame is not None and frame.percent is not None and frame.percent.sort == "fraction"


def _confirms(state: Clauses, figure: Figure, slot: Slot, direction: int) -> bool:
    """As in "from 200 to 150, which means 25% and 50 fewer": it follows from both."""
    previous = state.previous
    if previous is None or previous not in state.frames or slot == "points" or figure.is_worded:
        return False
    prior, current = previous.prior, previous.current
    if prior is None or current is None or prior.unit != current.unit or prior.value <= 0:
        return False
    if direction and direction != moved(prior, current):
        return False
    difference, half = (
        abs(current.value - prior.value),
        figure.quantity.multiplier.scaleb(-figure.quantity.decimals) / 2,
    )
    if slot == "percent" and prior.unit == "percent":
        return False
    if slot == "change" and not are_alike(figure, current):
        return False
    exact = difference * 100 / prior.value if slot == "percent" else difference
    if abs(exact - abs(figure.value)) > half:
        return False
    told = getattr(previous, slot)
    if told is None:
        state.frames[state.frames.index(previous)] = joined = with_slot(previous, slot, figure, previous.node)
        state.previous = joined
        return True
    return bool(told.value == figure.value)


def _is_of_other_base(state: Clauses, frame: Frame, at: int, figure: Figure) -> bool:
    """As in "122.4 in March, compared with 121.9 in February, giving a year-on-year rise of 3.5 pct".

    Two levels are told already, and a size that names its own period says something else than they do.
    """
    prior, current = frame.prior, frame.current
    if prior is None or current is None or not prior.value:
        return False
    around = state.nodes[frame.node + 1 : at + 6]
    named = any(n.low in _YEARLY for n in around) or (
        state.low(at + 1) in {"on", "from", "over", "since", "compared", "in", "than"}
        and any(n.kind == "period" for n in state.nodes[at + 2 : at + 6])
    )
    change = abs(current.value - prior.value)
    if slot_of(figure) != "percent":
        return named and abs(change - abs(figure.value)) > change / 10
    relative = change * 100 / abs(prior.value)
    return named and min(abs(size - abs(figure.value)) for size in (change, relative)) > max(
        Decimal(1), relative / 10
    )


_YEARLY = word_set(
    "year-on-year annual annually yearly year-over-year month-on-month monthly quarterly year-to-date "
    "annualised annualized cumulative cumulatively yoy 12-month twelve-month"
)


def _is_of_percents(frame: Frame) -> bool:
    levels = [level for level in (frame.prior, frame.current) if level is not None]
    return bool(levels) and all(level.unit == "percent" for level in levels)


def _is_absolute(state: Clauses, at: int) -> bool:
    return "absolute" in {state.low(at + 1), state.low(at - 1)}


def _with_level(state: Clauses, frame: Frame, at: int, figure: Figure) -> Frame:
    """With the level that moved: in this clause, in the sentence before, or in the clause before."""
    loose, carry, previous = state.loose, state.carry, state.previous
    if loose is not None and loose in state.frames and _is_joined(state, loose, at, figure):
        return _with_loose(state, frame, loose, at)
    if state.refers and carry is not None and carry in state.frames and previous is None:
        level = carry.current or carry.percent
        if level is not None and carry.sort == "moving" and carry.prior is not None and not carry.has_size:
            if are_alike(level, figure) or slot_of(figure) == "percent":
                state.drop(carry)
                state.carry = None
                both = with_slot(frame, "current", level, at, carried=True)
                both = with_slot(both, "prior", carry.prior, at, carried=True)
                return replace(both, subject=carry.subject)
            return frame
        if level is not None and _may_be_level(carry, figure):
            state.drop(carry)
            state.carry = None
            return replace(with_slot(frame, "current", level, at, carried=True), subject=carry.subject)
    level = None if previous is None else previous.current
    if previous is None or level is None or not is_elided(state.nodes[previous.node + 1 : at]):
        return frame
    if slot_of(figure) == "points" and level.unit != "percent":
        return frame
    if slot_of(figure) != "change" or are_alike(level, figure):
        return with_slot(frame, "current", level, at, carried=True)
    return frame


def _is_joined(state: Clauses, loose: Frame, at: int, figure: Figure) -> bool:
    """Whether a movement speaks of the level before it: "11,414 pharmacies, 108 fewer"."""
    between = state.nodes[loose.node + 1 : min(at, state.move if state.move is not None else at)]
    if len(between) > _FAR or not _may_be_level(loose, figure) or not _adds_no_subject(between):
        return False
    if any(node.low in {"while", "but", "whereas"} or node.kind == "move" for node in between):
        return False
    if _is_aside(state, loose, between):
        return False
    if loose.sort == "share" and slot_of(figure) == "percent" and any(node.low == "and" for node in between):
        return False
    breaks = ((one, other) for one, other in pairwise(between) if one.low in {";", ","})
    return not any(
        (one.low == ";" and not is_pointing(other.low)) or (one.low == "," and other.low == "with")
        for one, other in breaks
    )


def _is_aside(state: Clauses, loose: Frame, between: Sequence[Node]) -> bool:
    """As in "the chain, which owns 340 shops, jumped by": the level is of the clause in between."""
    before = [node.low for node in state.nodes[: loose.node]]
    if "," not in before or not any(node.low == "," for node in between):
        return False
    opened = len(before) - 1 - before[::-1].index(",")
    return before[opened + 1 : opened + 2] in (["which"], ["who"], ["whose"])


def _with_loose(state: Clauses, frame: Frame, loose: Frame, at: int) -> Frame:
    earlier = _pair(state, loose)
    level = (loose.percent if loose.sort == "share" else None) or loose.current or loose.percent
    assert level is not None
    state.drop(loose)
    if earlier is not None:
        state.frames.remove(earlier)
        later, before = _in_order(state, earlier, loose)
        both = with_slot(frame, "current", later, at, carried=True)
        return replace(with_slot(both, "prior", before, at, carried=True), node=at, subject=loose.subject)
    if _is_of_past(state, loose) and loose.current is not None:
        return _from_past(state, frame, loose, loose.current, at)
    subject = loose.subject or frame.subject
    return replace(with_slot(frame, "current", level, at), node=at, subject=subject, is_rate=loose.is_rate)


def _is_of_past(state: Clauses, loose: Frame) -> bool:
    """As in "In the same period of 18/19 there were 1,446, this represents a 4% reduction"."""
    before = state.nodes[max(0, loose.node - _FAR) : loose.node]
    if state.nodes[0].low in {"compared", "comparing", "against"} and state.low(1) in {"with", "to"}:
        return not any(node.kind == "figure" for node in before)
    if (
        not before
        or state.nodes[0].low.partition(" ")[0] not in _OPENING
        or any(node.kind == "figure" for node in before)
    ):
        return False
    words = " ".join(node.low for node in before)
    return any(past in words for past in _PAST)


def _from_past(state: Clauses, frame: Frame, loose: Frame, prior: Figure, at: int) -> Frame:
    """With that level as the prior one, and the one of the sentence before as the current."""
    frame = replace(with_slot(frame, "prior", prior, at), node=at, subject=loose.subject)
    carry = state.carry
    if carry is None or carry not in state.frames or carry.current is None or carry.sort != "level":
        return frame
    if not are_alike(carry.current, prior):
        return frame
    state.drop(carry)
    state.carry = None
    return replace(with_slot(frame, "current", carry.current, at, carried=True), subject=carry.subject)


def _adds_no_subject(between: Sequence[Node]) -> bool:
    """Whether what follows an "and" goes on with the same subject."""
    at = max((i for i, node in enumerate(between) if node.low == "and"), default=-1)
    if at < 0 or (at and between[at - 1].kind == "period"):
        return True
    return adds_nothing(between[at:])


def _pair(state: Clauses, loose: Frame) -> Frame | None:
    """The level before, in "were $412 million and $398 million for 2020 and 2019, respectively"."""
    if not state.frames or not any(node.low == "respectively" for node in state.nodes):
        return None
    earlier = next((f for f in reversed(state.frames) if f is not loose and f.sort == "level"), None)
    if earlier is None or earlier.sentence != state.number or not are_alike(earlier.current, loose.current):
        return None
    return earlier if [n.low for n in state.nodes[earlier.node + 1 : loose.node]] == ["and"] else None


def _in_order(state: Clauses, earlier: Frame, loose: Frame) -> tuple[Figure, Figure]:
    """The later year's figure and the earlier one's."""
    assert earlier.current is not None and loose.current is not None
    for nodes in (state.nodes[loose.node :], state.nodes[: earlier.node]):
        years = [n.low[-4:] for n in nodes if n.kind == "period" and n.low[-4:].isdecimal()]
        if len(years) > 1 and years[0] < years[1]:
            return loose.current, earlier.current
        if len(years) > 1 and years[0] > years[1]:
            break
    return earlier.current, loose.current


def _may_be_level(loose: Frame, figure: Figure) -> bool:
    level = loose.current if loose.sort != "share" or loose.percent is None else loose.percent
    if level is None or (loose.sort == "share" and loose.percent is None):
        return False
    slot = slot_of(figure)
    if slot == "points":
        return level.unit == "percent"
    if slot == "percent" or level.unit == figure.unit:
        return True
    return are_alike(level, figure) and level.quantity.multiplier == figure.quantity.multiplier != 1

"""Sentences to frames: figures that belong to one claim put together.

In: the sentences of a text. Out: frames in reading order. Each sentence is gone through once, from
left to right; the state of reading is kept in ``Clauses``. Out of scope: what kind of claim a frame
is, and whether its figures agree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.facts.claims.amounts import take_factor, take_level, take_share, take_steady
from extract.facts.claims.clauses import Clauses, is_elided
from extract.facts.claims.context import Context, Part, Role, is_soft
from extract.facts.claims.ends import take_end, take_origin
from extract.facts.claims.frames import Frame
from extract.facts.claims.nodes import Node
from extract.facts.claims.numbers import Figure
from extract.facts.claims.pairs import set_against
from extract.facts.claims.roles import role_of
from extract.facts.claims.sizes import take_size
from extract.facts.claims.tokens import Sentence, holds_number, is_english, is_prose
from extract.notation.words import word_set

_TURNS = word_set("while whereas whilst although though but however yet ; despite")
_ALL_BUT = word_set("all none nothing anything")
_COMPARING = word_set(
    "compared comparison comparing relative compares comparable opposed comparably contrast"
)
_NO_ORIGIN = word_set(
    "resulting arising ranging ranges ranged range varied varies varying benefit benefited excluding apart "
    "aside suffering received receive receiving raised collected responses available taken drawn data "
    "evidence comes derived"
)
_STATING = word_set(
    "totalled totaled amounted reached stood came accounted accounts accounting represented represents "
    "representing made makes making averaged said comprised comprises constitutes"
)
_TO_PASSES = word_set(
    "average total of reach stand level around zero pre-tax profit loss as annual annualised annualized "
    "rate monthly daily weekly low high peak"
)
_NO_END = word_set("due according subject related thanks linked up")
_AMOUNTING = word_set("corresponding equivalent equal equating equates equated amounting")
_BEING = word_set("was were is are had has have")
_NEAR = 6  # nodes of a bracket
_FAR = 14  # nodes that a figure is waited for
_STATED = word_set("was were is are averaged at of took")
_AFTER_FACTOR = word_set("the that those what as than last its")


def read_frames(sentences: Sequence[Sentence]) -> list[Frame]:
    """The frames of a text, in reading order."""
    state = Clauses()
    for sentence in sentences:
        state.number += 1
        if sentence.opens:
            state.carry = None
        if not _may_claim(sentence):
            state.carry = None
            continue
        state.start(sentence)
        for at in range(len(state.nodes)):
            _step(state, at)
        state.finish()
        set_against(state)
    return sorted(state.done + state.frames, key=lambda frame: (frame.sentence, frame.first, frame.last))


def _may_claim(sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return holds_number(tokens) and is_prose(tokens) and is_english(tokens)


def _step(state: Clauses, at: int) -> None:
    node = state.nodes[at]
    if node.kind == "figure":
        _take(state, at)
    elif node.kind == "move":
        if at != state.handled:
            _enter(state, at)
    elif node.kind == "steady":
        state.settle_steady()
        state.close()
        state.steady, state.marker = at, ""
    elif node.kind in {"word", "mark"}:
        _pass(state, at, node)


def _pass(state: Clauses, at: int, node: Node) -> None:
    """A word or mark: a turn of the sentence, or one that a figure waits for."""
    turns = (
        node.low in _TURNS
        and not _is_in_bracket(state, at)
        and not (node.low == "but" and state.low(at - 1) in _ALL_BUT)
    )
    if turns or (node.low in {",", "and"} and state.is_clause_used):
        state.clause, state.is_clause_used = at + 1, False
    if turns:
        state.settle_steady()
        state.close()
        state.marker, state.steady = "", None
        if not _goes_on_listing(state, at):
            state.move = None
    elif node.low in {"which", "whom", "these"} and state.low(at - 1) == "of" and state.last_part == "level":
        state.of_which = None if state.last is None else state.nodes[state.last].figure
    elif marker := _marker(state, at):
        state.wait(marker, at)
    elif state.marker and _expires(state, at, node):
        state.marker = ""


def _is_in_bracket(state: Clauses, at: int) -> bool:
    """As in "50m euros (£40m; $60m)": a semicolon that parts no clauses."""
    if state.low(at) != ";":
        return False
    opened = [i for i in range(max(0, at - _NEAR), at) if state.low(i) == "("]
    closed = any(state.low(i) == ")" for i in range(opened[-1] + 1, at)) if opened else True
    return not closed and any(state.low(i) == ")" for i in range(at + 1, at + _NEAR))


def _is_of_before(state: Clauses, at: int) -> bool:
    """As in "fell to 2,714, having stood at 2,950 the March before", ", which had been 4%"."""
    frame = state.frame
    told = frame.current if frame is not None else state.loose.current if state.loose is not None else None
    leads = state.low(at) == "having" or state.low(at - 1) in {"which", "it"}
    return told is not None and leads and state.last is not None and at - state.last < _FAR


def _goes_on_listing(state: Clauses, at: int) -> bool:
    """Whether a semicolon parts a list with one verb: "rose by [4.7%]; Japan [2.1%]; China [1.3%]"."""
    nodes = state.nodes
    if nodes[at].low != ";":
        return False
    end = next((i for i in range(at + 1, len(nodes)) if nodes[i].low == ";"), len(nodes))
    return not any(n.kind in {"move", "steady"} or n.low in _BEING for n in nodes[at + 1 : end])


def _marker(state: Clauses, at: int) -> str:
    """What a word says of the figure that it waits for: where something came from, or went to."""
    low, before = state.low(at), state.low(at - 1)
    compares = before in _COMPARING or (before.endswith("ly") and state.low(at - 2) in _COMPARING)
    if low in {"versus", "vs", "than"} or (low in {"to", "with"} and compares):
        return "from"
    if low in {"having", "had"} and state.low(at + 1) in {"stood", "been", "totalled", "lost"}:
        return "from" if _is_of_before(state, at) else ""
    if low == "against":
        return "" if _protects(state, at) else "from"
    if low == "from":
        return "" if {before, state.low(at - 2)} & _NO_ORIGIN else "from"
    if low == "of" and before == "ahead":
        return "from"
    if low in {"on", "over"}:
        return "from" if _follows_size(state, at) else ""
    if low == "as":
        follows = state.frame is not None and state.frame.factor is not None and state.last == at - 1
        return "from" if follows else ""
    if low == "to" and before in _AMOUNTING:
        return ""
    if low == "to":
        return "to" if before not in _NO_END or state.move is not None else ""
    return ""


def _expires(state: Clauses, at: int, node: Node) -> bool:
    """Whether a word ends the waiting for a figure."""
    if node.low == ",":
        return not _waits_on(state, at)
    if node.low == "at" and state.marker == "from" and state.nodes[at - 1].kind == "period":
        return True  # "up 18.6 pct on a year earlier at 42.1 billion"
    if (
        node.low == "for"
        and state.marker_word == "from"
        and state.nodes[min(at + 1, len(state.nodes) - 1)].figure
    ):
        return True  # "and those from France for 11%"
    if state.marker == "to" and not is_soft(node) and node.low not in _TO_PASSES:
        return True
    if state.marker_word in {"having", "had"} and at == state.marker_at + 1:
        return False
    if at - state.marker_at > _FAR or (node.low in _STATING and not state.after_when(at)):
        return True
    if node.low not in _BEING:
        return False
    return state.low(at - 1) not in {"when", "which", "where"} and not state.after_when(at)


def _waits_on(state: Clauses, at: int) -> bool:
    """Whether what is waited for may stand after a comma: "from 2016, when it was 4%"."""
    if state.marker == "from" and (state.low(at + 1) in {"when", "which", "where"} or state.after_when(at)):
        return True
    between_years = at + 1 < len(state.nodes) and state.nodes[at + 1].kind == "period"
    return (between_years and state.nodes[at - 1].kind == "period") or _is_list(state, at)


def _protects(state: Clauses, at: int) -> bool:
    """As in "offences against the person", "violence against women"."""
    return state.low(at + 1) in {"women", "children"} or state.low(at + 2) in {"person", "law"}


def _is_list(state: Clauses, at: int) -> bool:
    """Whether a comma parts a list of figures ("from 5, 6 and 7")."""
    return at + 1 < len(state.nodes) and state.nodes[at + 1].kind == "figure" and state.last == at - 1


def _follows_size(state: Clauses, at: int) -> bool:
    """As in "up 5% on the 300 of last year", "down on 40"."""
    comma = at > 1 and state.low(at) == "over" and state.low(at - 1) == ","
    before = state.nodes[at - 2 if comma else at - 1] if at else None
    if before is None:
        return False
    if (
        before.kind == "move"
        and before.movement is not None
        and before.movement.part in {"adverb", "comparative", "either"}
    ):
        return True
    near = any(node.kind == "figure" for node in state.nodes[at + 1 : at + 3])
    if before.kind == "move" and ((state.frame is not None and state.frame.has_size) or near):
        return True  # "a 9% reduction on the 2,323", "a slight improvement on 8.4%"
    return before.kind == "figure" and state.last_part == "by"


def _enter(state: Clauses, at: int) -> None:
    """A word of movement: go on with the open frame, or begin another claim."""
    movement = state.nodes[at].movement
    assert movement is not None
    state.settle_steady()
    frame = state.frame
    if frame is not None and frame.is_filled and not _goes_on(state, at):
        state.close()
    state.move, state.is_spent = at, False
    state.marker = ""
    if state.nodes[at].low in {"above", "below", "exceeded", "exceeds"}:
        state.wait("from", at)


def _goes_on(state: Clauses, at: int) -> bool:
    """Whether a movement speaks of the open frame once more: ", a fall of 22%", ", falling to"."""
    frame, movement = state.frame, state.nodes[at].movement
    assert frame is not None and movement is not None
    judges = not movement.is_size and frame.prior is not None and frame.current is not None
    if frame.direction and movement.direction not in {0, frame.direction} and not judges:
        return False  # but "from 1,412 to 612, a 57% improvement"
    between = state.nodes[frame.node + 1 : at]
    if movement.part == "participle" and between and any(n.low == "," for n in between):
        return not any(n.low in {"and", "with"} for n in between)
    if not frame.has_size and (frame.prior is None or (frame.current is None and not frame.direction)):
        return True  # "from a peak of 1,204 numbers fell to 612"
    is_aside = movement.part in {"noun", "either"} and [n.low for n in between[-2:]] in _ASIDES
    if is_aside and frame.change is not None and frame.percent is None:
        return not any(n.low in _TURNS or n.low in {"and", "with"} for n in between)
    return is_elided(between) and any(n.low in {",", "-", "("} for n in between)


_ASIDES = ([",", "a"], [",", "an"], ["-", "a"], ["-", "an"])  # "8 fewer than in May, a drop of 10%"


def _take(state: Clauses, at: int) -> None:
    """A figure: give it to the frame that its role says."""
    figure = state.nodes[at].figure
    assert figure is not None
    context = Context(
        state.nodes,
        at,
        state.move,
        state.is_spent,
        state.marker,
        state.marker_at,
        state.steady,
        state.last,
        state.last_part,
    )
    role = role_of(context)
    if role.part == "whole":
        state.whole, state.last, state.last_part = figure, at, "whole"
    elif role.part == "skip":
        pass
    elif _is_conversion(state, at, figure):
        state.last = at
    elif _is_worth_taking(state, context, figure, role):
        if role.move is not None and role.move != state.handled:
            _enter(state, role.move)
            state.handled = role.move
        taken = _TAKING[role.part](state, at, figure, role)
        state.last, state.last_part = at, taken or role.part
        _stop_waiting(state, at, role, taken)


_TAKING: dict[Part, Callable[[Clauses, int, Figure, Role], Part | None]] = {
    "by": take_size,
    "to": take_end,
    "from": take_origin,
    "share": take_share,
    "level": take_level,
    "steady": take_steady,
    "factor": take_factor,
}


def _stop_waiting(state: Clauses, at: int, role: Role, taken: Part | None) -> None:
    if taken == "skip":
        return
    if role.part in {"to", "from"} or state.marker == "to":
        state.marker = ""
    if role.part == "factor" and state.low(at + 1) in _AFTER_FACTOR:
        state.wait("from", at)


def _is_worth_taking(state: Clauses, context: Context, figure: Figure, role: Role) -> bool:
    """Not a bare number in words, nor a span of time that nothing measures: "for 14 days"."""
    if figure.sort != "number":
        return True
    if figure.is_worded and figure.unit == "count" and state.low(context.at + 1) == "of":
        return False  # "if it flags up one of these"
    if (
        figure.is_worded
        and figure.unit == "count"
        and figure.quantity.multiplier == 1
        and role.part in {"level", "steady"}
    ):
        return False
    if figure.unit not in {"days", "seconds", "other"} or (
        figure.unit == "other" and figure.quantity.multiplier != 1
    ):
        return True
    if role.part == "level":
        return state.low(context.before()) in _STATED
    moving = state.move is not None or state.frame is not None or state.loose is not None
    return role.part in {"to", "from", "by"} and moving


def _is_conversion(state: Clauses, at: int, figure: Figure) -> bool:
    """As in "25.1 mln euro ( $ 40.2 mln )": the same amount in another currency."""
    if state.last is None or state.low(at - 1) not in {"(", "or", ";"} or not figure.unit.isupper():
        return False
    if state.low(at - 1) == ";" and not _is_in_bracket(state, at - 1):
        return False
    last = state.nodes[state.last].figure
    return last is not None and last.unit.isupper() and last.unit != figure.unit and at - state.last <= 3

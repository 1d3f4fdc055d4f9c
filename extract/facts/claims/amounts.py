"""How much there is: shares, levels, what stayed as it was, and multiples.

Out of scope: movements (``sizes``, ``ends``).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.facts.claims.clauses import INCLUDING, Clauses, is_elided
from extract.facts.claims.context import Part, Role
from extract.facts.claims.frames import Frame, are_alike, with_slot
from extract.facts.claims.numbers import Figure
from extract.facts.claims.rates import is_average, is_per
from extract.notation.words import word_set

_NEAR = 12  # nodes
_ASIDE = 4  # nodes between an amount and the share that it is
_OF_THE = word_set("the all these those its our their")


def take_share(state: Clauses, at: int, figure: Figure, role: Role) -> Part | None:
    """Add a part of a whole, joined to the count or ratio printed beside it."""
    last = state.loose
    if not role.is_linked and _completes(state, at, figure):
        return "to"
    whole_share = joined_percent(state, at, figure)
    if whole_share is not None:
        state.add(whole_share)
        return "share"
    if figure.sort == "number" and figure.unit != "percent":
        if role.is_linked and last is not None and last.sort == "share" and last.current is None:
            state.drop(last)  # "36.8% of arrivals (10,641 visitors)"
            state.add(replace(last, current=figure, node=at, last=max(last.last, figure.last)))
        return "share"
    if figure.sort == "ratio":
        if (
            role.is_linked
            and last is not None
            and last.sort in {"share", "level"}
            and last.node == state.last
        ):
            percent = last.percent or last.current
            if percent is not None and percent.unit == "percent":
                state.drop(last)
                joined = replace(
                    last,
                    sort="share",
                    percent=percent,
                    current=figure,
                    node=at,
                    last=max(last.last, figure.last),
                )
                state.add(joined)
                return "share"
        state.add(replace(state.new(at, figure, "share"), current=figure))
        return "share"
    if role.is_linked and last is not None and last.node == state.last and _restates(last, figure):
        state.drop(last)
        state.add(replace(last, percent=figure, node=at, last=max(last.last, figure.last)))
        return "share"
    if (
        role.is_linked
        and last is not None
        and last.sort in {"share", "level"}
        and last.percent is None
        and last.node == state.last
    ):
        state.drop(last)
        state.add(
            replace(
                last,
                sort="share",
                percent=figure,
                whole=last.whole or _part_of(state, last),
                node=at,
                last=max(last.last, figure.last),
            )
        )
        return "share"
    current = _counted_as(state, at)
    state.add(replace(state.new(at, figure, "share"), percent=figure, current=current))
    return "share"


def _completes(state: Clauses, at: int, figure: Figure) -> bool:
    """Whether a level is the end of what was said of the past before it.

    As in "Down from 9% in May, the rate was 7%", "which had been 210 in June, was 240".
    """
    frame, loose = state.frame, state.loose
    being = any(state.low(i) in _BEING for i in range(max(0, at - 3), at))
    if not being or figure.sort != "number":
        return False
    fronted = state.nodes[0].low in {"up", "down"} and state.low(1) == "from"
    waits = frame is not None and frame.prior is not None and frame.current is None and not frame.has_size
    if fronted and waits and frame is not None and are_alike(frame.prior, figure):
        state.frame = with_slot(frame, "current", figure, at)
        return True
    if loose is None or loose not in state.frames or loose.sort != "level" or loose.current is None:
        return False
    before = [state.low(i) for i in range(max(0, loose.node - 5), loose.node)]
    had = ("which", "had") in pairwise(before) and any(n.low == "," for n in state.nodes[loose.node + 1 : at])
    if not had or not are_alike(loose.current, figure):
        return False
    state.drop(loose)
    fresh = with_slot(state.new(at, figure, "moving"), "prior", loose.current, at)
    state.frame = replace(with_slot(fresh, "current", figure, at), is_compared=True, subject=loose.subject)
    return True


_BEING = word_set("was were is are stood stands totalled")


def joined_percent(state: Clauses, at: int, figure: Figure) -> Frame | None:
    """As in "30 of the 120 lamps, that is 25%", "90 passed; this equates to 75%"."""
    last = state.loose or next((f for f in reversed(state.frames) if f.sentence >= state.number - 1), None)
    if last is None or last not in state.frames or last.sort != "share" or last.percent is not None:
        return None
    if figure.unit != "percent" or figure.sort != "number" or last.current is None:
        return None
    if last.whole is None and last.current.whole is None:
        return None
    back = [state.low(i) for i in range(max(0, at - 4), at)]
    points = [i for i, word in enumerate(back) if word in {"this", "that", "which", "or", "i.e"}]
    if not points or not all(word in _EQUATING for word in back[points[-1] + 1 :]):
        return None
    begun = at - len(back) + points[-1]
    if state.low(begun - 1) not in {",", ";", "", "-", "("}:
        return None
    state.drop(last)
    same = last.sentence == state.number
    node = at if same else last.node
    end = max(last.last, figure.last) if same else last.last
    return replace(last, percent=figure, node=node, last=end)


_EQUATING = word_set(
    "is was equates equated to represents represented equals a rate of about around or i e ."
)


def _part_of(state: Clauses, part: Frame) -> Figure | None:
    """The whole told by "of which", where a count may be a part of it."""
    whole, count = state.of_which, part.current
    if whole is None or count is None or count.unit != whole.unit or count.value >= whole.value:
        return None
    return whole


def _restates(last: Frame, figure: Figure) -> bool:
    """As in "just under half (48%)": the share in words, then in figures."""
    percent = last.percent
    return percent is not None and percent.sort == "fraction" and abs(percent.value - figure.value) <= 10


def _counted_as(state: Clauses, at: int) -> Figure | None:
    """The amount that a share is told of: "385,000 readers, or more than 40 % of"."""
    if state.last is None or at - state.last > 16:
        return None
    last = state.nodes[state.last].figure
    between = state.nodes[state.last + 1 : at]
    if (
        last is None
        or last.unit in {"percent", "percentage_points"}
        or state.last_part not in {"level", "to", "from"}
    ):
        return None
    lows = {n.low for n in between}
    ends = bool(between) and between[-1].low == "," and len(between) <= _ASIDE
    plain = ends and all(n.kind in {"word", "period"} and n.low != "and" for n in between[:-1])
    is_aside = plain and state.low(at + 1) == "of" and last.unit.isupper()
    if is_aside and state.loose is not None and state.loose.node == state.last:
        state.drop(state.loose)  # "spent $3 million, some 12% of its income"
        return last
    if lows & {"or", "representing", "equal", "equivalent", "accounting", "corresponding"}:
        if not lows & {"or"} and state.loose is not None and state.loose.node == state.last:
            state.drop(state.loose)
        return last
    return None


def take_level(state: Clauses, at: int, figure: Figure, role: Role) -> Part | None:
    """Add how much there is of something, or the whole or part of a share that it turns out to be."""
    loose = state.loose
    if figure.is_worded and figure.unit == "count" and figure.quantity.multiplier == 1:
        return "skip"
    whole_share = joined_percent(state, at, figure)
    if whole_share is not None:
        state.add(whole_share)
        return "share"
    if _completes(state, at, figure):
        return "to"
    if role.is_linked:
        level = loose.current if loose is not None and loose.node == state.last else None
        is_count = (
            level is not None and loose is not None and loose.sort == "level" and level.unit != "percent"
        )
        if is_count and figure.unit == "percent":  # "180 searches (19%)"
            return take_share(state, at, figure, role._replace(part="share"))
        return "level"
    if state.frame is not None and not any(
        n.low == "with" or n.low in INCLUDING for n in state.nodes[state.frame.node + 1 : at]
    ):
        state.close()
    if (
        state.last_part == "share"
        and loose is not None
        and loose.node == state.last
        and "of" in {state.low(at - 1), state.low(at - 2) if state.low(at - 1) in _OF_THE else ""}
    ):
        between = state.nodes[loose.node + 1 : at]
        close = len(between) <= 6 and not any(n.low in {",", "for", "at", "during"} for n in between)
        if close and figure.unit != "percent":
            state.drop(loose)
            state.add(replace(loose, whole=figure, last=max(loose.last, figure.last)))
            return "share"
    is_rate = is_per(state, at) or is_average(state, at)
    whole = state.whole or _whole_of_which(state, at)
    if whole is not None and figure.unit == "count" and figure.value < whole.value and not is_rate:
        state.add(replace(state.new(at, figure, "share"), current=figure, whole=whole))
        return "share"
    state.add(replace(state.new(at, figure, "level"), current=figure, is_rate=is_rate))
    return "level"


def _whole_of_which(state: Clauses, at: int) -> Figure | None:
    """As in "140 posts, of which 52 are in Turku": the whole, while its clause lasts."""
    if state.of_which is None or state.last is None or at - state.last > _NEAR:
        return None
    between = state.nodes[state.last + 1 : at]
    return state.of_which if any(n.low in {"whom", "which", "these"} for n in between) else None


def take_steady(state: Clauses, at: int, figure: Figure, _role: Role) -> Part | None:
    """Add what stayed as it was."""
    slot = "percent" if figure.unit == "percent" and state.low(at + 1) == "change" else "current"
    state.add(with_slot(state.new(at, figure, "steady"), slot, figure, at))
    state.steady = None
    return "level"


def take_factor(state: Clauses, at: int, figure: Figure, _role: Role) -> Part | None:
    """Add a multiple: of the open frame, or of the level before it."""
    node = state.nodes[at]
    direction = node.movement.direction if node.movement is not None else 1
    told = None if state.move is None else state.nodes[state.move].movement
    if state.low(at - 1) == "by" and told is not None:
        direction = told.direction or direction
    frame = before = state.frame
    if frame is not None and (
        frame.factor is not None
        or (frame.has_size and (frame.percent is not None or _adds_another(state, frame, at)))
        or not is_elided(state.nodes[frame.node + 1 : at])
    ):
        state.close()
        frame = None
    if frame is None:
        frame = replace(state.new(at, figure, "factor"), direction=direction, is_size=True)
        loose = state.loose or (state.carry if state.refers else None)
        if (
            loose is not None
            and loose in state.frames
            and loose.sort in {"level", "share"}
            and (loose.current or loose.percent) is not None
        ):
            between = state.nodes[loose.node + 1 : at] if loose is state.loose else []
            if not any(n.low in {"and", "while", "but", ";"} for n in between):
                carried = loose is not state.loose
                state.drop(loose)
                level = loose.percent or loose.current
                assert level is not None
                frame = replace(
                    with_slot(frame, "current", level, at, carried=carried),
                    node=at,
                    subject=loose.subject,
                )
    if (
        before is not None
        and before is not frame
        and before.points is not None
        and before.current is not None
    ):
        frame = with_slot(frame, "current", before.current, at, carried=True)
    state.frame = replace(with_slot(frame, "factor", figure, at), sort="factor", direction=direction)
    state.move, state.is_spent = at, True
    return None


def _adds_another(state: Clauses, frame: Frame, at: int) -> bool:
    """As in "was 2 points higher than in May and more than double the 4% of 2003"."""
    return any(node.low == "and" for node in state.nodes[frame.node + 1 : at])

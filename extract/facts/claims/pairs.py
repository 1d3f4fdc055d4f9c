"""Figures of one sentence that are set against each other from afar.

"21% of men and 16% of women smoked; the corresponding figures in 2005 were 30% and 22%", "have almost
doubled: 18 million in 2009, and 35.2 million in 2019". In: the frames of a sentence that has been read. Out:
the same frames, levels put together. Out of scope: figures that a word joins where they stand (``ends``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.facts.claims.clauses import Clauses
from extract.facts.claims.frames import Frame, are_alike
from extract.facts.claims.nodes import Node
from extract.facts.claims.numbers import Figure
from extract.notation.words import word_set

_CORRESPONDING = word_set("corresponding comparable equivalent comparative respective")
_FIGURES = word_set(
    "figure figures rate rates percentage percentages proportion proportions number numbers total totals "
    "share shares value values"
)
_LEVELS = frozenset({"level", "share"})


def set_against(state: Clauses) -> None:
    """Put together what a read sentence sets against each other."""
    _with_corresponding(state)
    _with_years(state)
    _of_two_years(state)
    _with_past(state)


def _value(frame: Frame) -> Figure | None:
    return frame.percent or frame.current


def _with_corresponding(state: Clauses) -> None:
    """As in "; the corresponding figures in 2005 were 30% and 22%"."""
    at = next((i for i in range(1, len(state.nodes)) if _names_figures(state.nodes, i)), None)
    if at is None:
        return
    here = [f for f in state.frames if f.sentence == state.number and f.sort in _LEVELS]
    others = [f for f in here if f.node > at]
    firsts = [f for f in here if f.node < at]
    if not firsts:
        firsts = [f for f in state.frames if f.sentence == state.number - 1 and f.sort in _LEVELS]
    pairs = list(zip(firsts[-len(others) :], others, strict=False)) if len(firsts) >= len(others) > 0 else []
    if not pairs or not all(are_alike(_value(one), _value(other)) for one, other in pairs):
        return
    for one, other in pairs:
        state.drop(one)
        state.drop(other)
        joined = replace(one, sort="moving", percent=None, current=_value(one), prior=_value(other))
        state.frames.append(replace(joined, is_compared=True, carried=joined.carried | {"prior"}))


def _names_figures(nodes: Sequence[Node], at: int) -> bool:
    return nodes[at].low in _FIGURES and nodes[at - 1].low in _CORRESPONDING


def _with_years(state: Clauses) -> None:
    """As in "have almost doubled: 18.4 million in 2009, and 35.2 million in 2019"."""
    colon = next((i for i, node in enumerate(state.nodes) if node.low in {":", "-"} and i), None)
    if colon is None:
        return
    here = [f for f in state.frames if f.sentence == state.number]
    told = [f for f in here if f.node < colon and f.sort in {"factor", "moving"}]
    levels = [f for f in here if f.node > colon]
    if len(told) != 1 or len(levels) != 2 or told[0].prior is not None or told[0].current is not None:
        return
    one, other = levels
    if {one.sort, other.sort} != {"level"} or not are_alike(one.current, other.current):
        return
    years = [_year_behind(state.nodes, one.node), _year_behind(state.nodes, other.node)]
    if state.low(one.node + 1) == "then":
        years = ["", ""]
        prior_told = True
    else:
        prior_told = False
    if not prior_told and (not all(years) or years[0] == years[1]):
        return
    prior, current = (one, other) if prior_told or years[0] < years[1] else (other, one)
    for frame in (told[0], one, other):
        state.drop(frame)
    joined = replace(told[0], prior=prior.current, current=current.current)
    state.frames.append(replace(joined, carried=joined.carried | {"prior", "current"}))


def _of_two_years(state: Clauses) -> None:
    """As in "$12.4 million and $10.9 million for 2019 and 2018", "$48m in 2020 and $61m in 2019"."""
    levels = [f for f in state.frames if f.sentence == state.number and f.sort == "level" and not f.is_rate]
    at = 0
    while at + 1 < len(levels):
        one, other = levels[at : at + 2]
        years = _years_of(state.nodes, one, other)
        if not years or not are_alike(one.current, other.current):
            at += 1
            continue
        prior, current = (one, other) if years[0] < years[1] else (other, one)
        state.drop(one)
        state.drop(other)
        joined = replace(one, sort="moving", prior=prior.current, current=current.current, is_compared=True)
        state.frames.append(replace(joined, first=one.first, last=other.last, node=other.node))
        state.carry = state.frames[-1]
        at += 2


def _years_of(nodes: Sequence[Node], one: Frame, other: Frame) -> list[str]:
    """The two years of two figures joined by "and", printed behind them or before all figures."""
    figures = [i for i, node in enumerate(nodes) if node.kind == "figure"]
    start = one.node + 1
    if len(figures) == 2 and nodes[start].kind == "word" and nodes[start].low not in _JOINING:
        start += 1  # "80 moorings in 2003, 95 in 2004"
    if any(n.low not in _JOINING and n.kind != "period" for n in nodes[start : other.node]):
        return []
    if nodes[other.node - 1].low == "," and len(figures) != 2:
        return []
    if len(figures) == 2 and nodes[min(other.node + 1, len(nodes) - 1)].low == "now":
        return [*_years(nodes[one.node : other.node]), "9999"]
    behind = next((i for i in figures if i > other.node), len(nodes))
    years = _years(nodes[one.node : behind])
    if not years:
        years = _years(nodes[: figures[0]])
    return years if len(years) == 2 and years[0] != years[1] else []


_JOINING = word_set("and in for , at during")


def _with_past(state: Clauses) -> None:
    """As in "There were 214. The figure for the same quarter last year was 198", "A year ago it was 112"."""
    levels = [f for f in state.frames if f.sort == "level" and not f.is_rate]
    if len(levels) < 2 or levels[-1].sentence != state.number or levels[-2].sentence < state.number - 1:
        return
    one, other = levels[-2:]
    if not are_alike(one.current, other.current) or (
        other.subject not in {one.subject, ""} and not other.subject.startswith("figure")
    ):
        return
    if any(f.sentence == state.number and f.first > one.first and f is not other for f in state.frames):
        return
    nodes = _clause_before(state.nodes, other.node)
    clause = [node.low for node in nodes]
    if not set(clause[:8]) & _POINTING:
        return
    years = (_year_behind(state.nodes, one.node), next(iter(_years(nodes)), ""))
    if one.sentence == state.number and all(years) and years[0] != years[1]:
        prior, current = (one, other) if years[0] < years[1] else (other, one)
    elif set(" ".join(clause).split()) & _PASTS:
        prior, current = other, one
    elif "now" in clause and one.sentence == state.number:
        prior, current = one, other
    else:
        return
    state.drop(one)
    state.drop(other)
    joined = replace(other, sort="moving", prior=prior.current, current=current.current, subject=one.subject)
    state.frames.append(replace(joined, is_compared=True, carried=joined.carried | {"prior", "current"}))


def _years(nodes: Sequence[Node]) -> list[str]:
    """The years that periods end with, or begin with in "2018/19"."""
    words = [node.low for node in nodes if node.kind == "period"]
    found = [word[:4] if "/" in word or "-" in word else word[-4:] for word in words]
    return [year for year in found if year.isdecimal()]


_POINTING = word_set("figure it number total rate equivalent comparable corresponding")
_PASTS = word_set("last previous earlier ago before preceding prior")


def _clause_before(nodes: Sequence[Node], at: int) -> Sequence[Node]:
    """A clause up to a figure."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if nodes[i].low in {";", "but", "while"}), 0)
    return nodes[start:at]


def _year_behind(nodes: Sequence[Node], at: int) -> str:
    """The year that a figure is of, looked for up to the next figure."""
    for node in nodes[at + 1 : at + 10]:
        if node.kind == "figure":
            return ""
        if years := _years([node]):
            return years[0]
    return ""

"""A sentence as its grammar sees it: figures, movements, periods, and the words between them.

In: the tokens of a sentence. Out: nodes, each of one or more tokens. A word of movement counts only
where it may govern a figure: "more" after a number, "up" not in "made up". Out of scope: which
figure it governs (``roles``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.facts.claims.figures import find_figures
from extract.facts.claims.labels import is_label
from extract.facts.claims.numbers import Figure
from extract.facts.claims.tokens import Token
from extract.notation.movements import MOVEMENTS, NEGATIONS, STAYING, STEADY, Movement
from extract.notation.words import word_set

Kind = Literal["figure", "label", "move", "steady", "word", "mark", "period"]


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of a sentence.

    Attributes:
        first, last: Its tokens, both ends included.
        low: Its first token in lower case.
        figure, movement: Set for these kinds.
    """

    kind: Kind
    first: int
    last: int
    low: str
    figure: Figure | None = None
    movement: Movement | None = None


def read_nodes(tokens: Sequence[Token]) -> list[Node]:
    """The nodes of a sentence, from left to right."""
    words = [token.low for token in tokens]
    nodes: list[Node] = []
    at = 0
    for figure in find_figures(tokens):
        nodes += [_plain(tokens, i) for i in range(at, figure.first)]
        kind: Kind = "label" if is_label(tokens, words, figure) else "figure"
        nodes.append(
            Node(kind, figure.first, figure.last, words[figure.first], figure, _multiple(words, figure))
        )
        at = figure.last + 1
    nodes += [_plain(tokens, i) for i in range(at, len(tokens))]
    return [_with_movement(nodes, i) for i in range(len(nodes))]


_DOWNWARD = word_set("lower fewer less smaller halved halving halves halve")


def _multiple(words: Sequence[str], figure: Figure) -> Movement | None:
    """A factor moves what it speaks of: "doubled to 40", "three times lower"."""
    if figure.sort != "factor":
        return None
    return Movement(-1 if _DOWNWARD & set(words[figure.number : figure.last + 1]) else 1, "verb")


def _plain(tokens: Sequence[Token], at: int) -> Node:
    token = tokens[at]
    kind: Kind = "period" if token.kind == "period" else "word" if token.kind == "word" else "mark"
    return Node(kind, at, at, token.low)


def _with_movement(nodes: Sequence[Node], at: int) -> Node:
    node = nodes[at]
    if node.kind != "word":
        return node
    if _is_steady(nodes, at):
        return replace(node, kind="steady")
    movement = MOVEMENTS.get(node.low)
    if movement is None or not _may_govern(nodes, at, movement) or _is_denied(nodes, at):
        return node
    if node.low in _OF_LOSSES and any(_low(nodes, i) in _LOSSES for i in range(max(0, at - 4), at)):
        movement = movement._replace(is_size=True)
    return replace(node, kind="move", movement=movement)


_OF_LOSSES = word_set("widen widened widening narrow narrowed narrowing deepened")
_LOSSES = word_set("loss losses deficit gap shortfall")


def _low(nodes: Sequence[Node], at: int) -> str:
    return nodes[at].low if 0 <= at < len(nodes) else ""


def _is_steady(nodes: Sequence[Node], at: int) -> bool:
    """As in "unchanged", "remained at", "the same", "no change"."""
    low, behind = nodes[at].low, _low(nodes, at + 1)
    if low == "maintained" and _low(nodes, at - 1) in {"been", "was", "were"}:
        return True
    if low in _LEAVING and _is_left_at(nodes, at):
        return True
    if low == "flat" and _low(nodes, at + 1) in _ENDS and nodes[at - 1].kind in {"word", "period"}:
        return any(node.kind == "move" or node.low in MOVEMENTS for node in nodes[:at])
    if low in STEADY:
        around = {_low(nodes, at - i) for i in range(1, 5)}
        return low in {"unchanged", "stable", "stabilised", "stabilized", "unaltered"} or bool(
            around & (STAYING | {"was", "were", "is", "are", "be", "been", "broadly", "held"})
        )
    if low in STAYING and behind in _BROADLY and _low(nodes, at + 2) in {"the", "at"}:
        return _low(nodes, at + 2) == "at" or _low(nodes, at + 3) == "same"
    if low == "changed" and _low(nodes, at - 1) == "little":
        return True
    if low in STAYING - {"holding", "kept", "held", "remaining"}:
        return (
            behind in {"at", "around", "about", "the"} and (behind != "the" or _low(nodes, at + 2) == "same")
        ) or (
            low in {"remained", "stayed", "remains"}
            and at + 1 < len(nodes)
            and nodes[at + 1].kind == "figure"
        )
    return low == "change" and _low(nodes, at - 1) in {"no", "little", "zero"}


_LEAVING = word_set("left kept held maintained keeping keep maintaining maintain")
_ENDS = word_set(". ; , )") | {""}


def _is_left_at(nodes: Sequence[Node], at: int) -> bool:
    """As in "left the fare at 90p", "kept the dividend unchanged at 40p"."""
    for ahead in range(at + 1, min(at + 8, len(nodes) - 1)):
        if nodes[ahead].low == "at":
            return nodes[ahead + 1].kind == "figure"
        if nodes[ahead].kind != "word" or nodes[ahead].low in MOVEMENTS:
            return False
    return False


_BROADLY = word_set("broadly largely much roughly relatively virtually almost essentially about around")
_BESIDE = word_set(
    "short more less fewer additional extra above below ahead behind larger bigger longer smaller shorter "
    "better worse greater faster slower"
)
_NEEDING = word_set(
    "added adding lost shed shedding gained gain gains advanced advance boosted boost raised lowered "
    "trimmed exceeded exceeds outpaced cut cuts cutting slid recovered recovering spike jump"
)
_WENT = word_set("back come coming brought bring taken")
_SET_UP = word_set(
    "made make making makes set sets setting taken take takes follow followed back backed bring "
    "brought sign signed come coming turned turn line start started picked pick summed "
    "broken break laid shut build drawn sent speed speeding pent set-up track"
)


def _may_govern(nodes: Sequence[Node], at: int, movement: Movement) -> bool:
    low, before, behind = nodes[at].low, _low(nodes, at - 1), _low(nodes, at + 1)
    figure_before = at > 0 and nodes[at - 1].kind == "figure"
    near = [node.kind == "figure" for node in nodes[at + 1 : at + 4]]
    if movement.part == "adverb":
        return (
            (before not in _SET_UP or (before in _WENT and behind in {"to", "at", "from", "by"}))
            and not (low == "up" and behind == "to" and before == "")
            and (
                any(near)
                or figure_before
                or behind in {"on", "from", "by", "to", "slightly", "sharply", "compared"}
            )
        )
    if _names_amount(nodes, at):
        return False
    if low in _BESIDE:
        if low in {"additional", "extra"} and near[:1] == [True]:
            return True
        if low in {"above", "below"} and behind in {"the", "last", "its", "that"}:
            recent = nodes[max(0, at - 4) : at]
            if any(near) or (before == ")" and any(node.kind == "figure" for node in recent)):
                return True
        if before == "or" or (_low(nodes, at - 2) == "or" and not figure_before):
            return False
        beside = figure_before or (
            at > 1 and nodes[at - 2].kind == "figure" and (nodes[at - 1].kind == "word" or before == ")")
        )
        if low == "short":
            return beside and behind == "of"
        return beside and behind != "deprived"
    if low in {"higher", "lower"}:
        return (
            figure_before
            or behind in {"than", "by", "at", "to"}
            or "than" in {_low(nodes, at + i) for i in range(6)}
        )
    if not movement.direction:  # "moved to a loss", "went from 4 to 9"
        return behind in {"from", "to", "into"} if movement.part != "noun" else behind == "of"
    if low in {"raised", "raising"} and near[:1] == [True]:
        raised = nodes[at + 1].figure
        return raised is not None and raised.unit == "percent"  # "charges raised £807 million"
    if low not in _NEEDING or (figure_before and low in _NOUNS):
        return True
    reached = _reach(nodes, at) if low in _TRANSITIVE else nodes[at + 1 : at + 4]
    return any(node.kind == "figure" for node in reached) or behind in {"by", "to", "from", "of", "in"}


_NOUNS = word_set("gain gains advance cut boost")  # "a 2% gain"


def _names_amount(nodes: Sequence[Node], at: int) -> bool:
    """As in "depreciation of £2 million", "the natural increase was 80", "a loss of £3m": no movement."""
    low, before, behind = nodes[at].low, _low(nodes, at - 1), _low(nodes, at + 1)
    if low in {"depreciation", "appreciation"}:
        # "operating profit before depreciation was DKK 214m"
        return behind != "of" or _is_amount(nodes, at + 2)
    if low == "lost" and before == "having":
        return True  # "a profit of £3m, having lost £2m"
    if low == "loss":  # but "a loss of 40 members"
        figure = nodes[at + 2].figure if behind == "of" and at + 2 < len(nodes) else None
        return figure is None or figure.unit != "count" or figure.quantity.signed
    return before == "natural" and low in {"increase", "change"}


def _is_amount(nodes: Sequence[Node], at: int) -> bool:
    figure = nodes[at].figure if at < len(nodes) else None
    return figure is not None and figure.unit != "percent"


_TRANSITIVE = word_set("cut cuts cutting raised lowered trimmed boosted boost")


def _reach(nodes: Sequence[Node], at: int) -> Sequence[Node]:
    """What a verb may govern: "cut its prime rate to 7.5%"."""
    ahead = nodes[at + 1 : at + 8]
    stop = next((i for i, node in enumerate(ahead) if node.kind == "mark"), len(ahead))
    return ahead[:stop]


def _is_denied(nodes: Sequence[Node], at: int) -> bool:
    """As in "did not fall", "has not risen", "no increase": nothing is claimed to have moved."""
    for back in range(1, 4):
        before = _low(nodes, at - back)
        if before in NEGATIONS or before.endswith("n't"):
            return not (before == "no" and back > 1) and _low(nodes, at - back + 1) not in {
                "only",
                "less",
                "more",
            }
        if at - back < 0 or nodes[at - back].kind in {"mark", "figure"}:
            return False
    return False

"""What stands before a figure in its clause, and the part that it may play there.

Out of scope: which part it is (``roles``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extract.facts.claims.nodes import Node
from extract.notation.words import word_set

Part = Literal["by", "to", "from", "share", "level", "steady", "factor", "whole", "skip"]


class Role(NamedTuple):
    """A figure's part in its clause.

    Attributes:
        move: The node of the movement that it belongs to; None for the clause's.
        sign: Of a printed sign; 0 where none is printed.
        is_linked: It goes on with the figure before it ("9% or 40 calls", "12 (4%)").
        is_list: It is one more of a list, with the part of the one before it.
    """

    part: Part
    move: int | None = None
    sign: int = 0
    is_linked: bool = False
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a figure in its clause.

    Attributes:
        nodes: Of the sentence.
        at: The figure's node.
        move: The clause's movement, None where there is none yet.
        is_spent: That movement has its size already.
        marker: ``from`` or ``to`` where one waits for its figure.
        marker_at: Its node.
        steady: The clause's word of no movement.
        last: The node of the figure before it in the sentence, and its part.
        last_part: Of that figure.
    """

    nodes: Sequence[Node]
    at: int
    move: int | None = None
    is_spent: bool = False
    marker: str = ""
    marker_at: int = -1
    steady: int | None = None
    last: int | None = None
    last_part: Part | None = None

    def low(self, offset: int) -> str:
        """The first word of a node nearby, empty beyond the sentence."""
        at = self.at + offset
        return self.nodes[at].low if 0 <= at < len(self.nodes) else ""

    @property
    def unit(self) -> str:
        """Of the figure."""
        figure = self.nodes[self.at].figure
        assert figure is not None
        return figure.unit

    def before(self) -> int:
        """The node before the figure, articles and adjectives of size passed over; -1 at the start."""
        at = self.at - 1
        while at >= 0 and self.at - at <= 8:
            if self.nodes[at].low == "of" and at and self.nodes[at - 1].low in _TOTALS:
                at -= 2
            elif is_soft(self.nodes[at]):
                at -= 1
            else:
                break
        return at

    @property
    def sign(self) -> int:
        """Of a printed sign; 0 where none is printed."""
        figure = self.nodes[self.at].figure
        assert figure is not None
        if not figure.quantity.signed:
            return 0
        return 1 if figure.value >= 0 else -1


_SOFT = word_set(
    "a an the some only just around about approximately roughly record provisional confirmed revised "
    "estimated further another similar small large significant slight modest sharp net total overall "
    "seasonally adjusted mere massive whopping respectable strong healthy marked again back its their "
    "initial high low all-time still even now respectively combined compound full steep smaller "
    "larger less more much very relatively by-far surprising sizeable substantial considerable whole our "
    "new-found stunning staggering disappointing robust solid moderate marginal cumulative "
    "corresponding equivalent absolute underlying reported no"
)
_TOTALS = word_set("average total mean median maximum minimum record")


NOUN_STOPS = word_set(
    "of in to from on at for by with as than and or but while whereas which that this was were is are "
    "has have had be been compared against versus vs since during after before between over under "
    "when where who per"
)


def is_soft(node: Node) -> bool:
    """Whether a word only qualifies the figure after it."""
    return node.kind == "word" and (
        node.low in _SOFT or (node.low.endswith("ly") and node.low not in {"monthly", "july", "supply"})
    )

"""What is gathered of one claim while a sentence is read, and how a figure joins it.

Pure functions on frozen frames. Out of scope: reading the sentence (``assemble``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from extract.facts.claims.numbers import Figure

Slot = Literal["change", "percent", "points"]
Sort = Literal["moving", "level", "share", "steady", "factor"]


@dataclass(frozen=True, slots=True, eq=False)  # two alike in one sentence are still two
class Frame:
    """One claim in the making.

    Attributes:
        sentence: Which sentence of the text, from 0.
        first, last: Tokens of that sentence.
        node: The node of its latest figure.
        direction: 1, -1, or 0 where no word tells.
        is_size: The word of direction speaks of the figure itself.
        carried: Slots filled from an earlier clause or sentence.
        is_rate: Per month, per head, on average.
        is_compared: The prior figure came by "compared with" rather than "from".
        subject: In the sentence's words; carried on where it names none.
        against: What it is compared with, in its words.
    """

    sort: Sort
    sentence: int
    first: int
    last: int
    node: int
    direction: int = 0
    is_size: bool = False
    change: Figure | None = None
    percent: Figure | None = None
    points: Figure | None = None
    prior: Figure | None = None
    current: Figure | None = None
    whole: Figure | None = None
    factor: Figure | None = None
    carried: frozenset[str] = frozenset()
    is_rate: bool = False
    is_compared: bool = False
    subject: str = ""
    against: str = ""

    @property
    def has_size(self) -> bool:
        """Whether it says how much something moved."""
        return any((self.change, self.percent, self.points, self.factor))

    @property
    def is_filled(self) -> bool:
        """Whether it holds any figure."""
        return self.has_size or self.prior is not None or self.current is not None


def slot_of(figure: Figure) -> Slot:
    """Where the size of a movement goes, by its unit."""
    if figure.unit == "percent":
        return "percent"
    return "points" if figure.unit == "percentage_points" else "change"


def with_slot(frame: Frame, name: str, figure: Figure, node: int, *, carried: bool = False) -> Frame:
    """The frame with one more figure."""
    slots: dict[str, Any] = {name: figure}
    changed = replace(frame, **slots)
    if carried:
        return replace(changed, carried=changed.carried | {name})
    return replace(
        changed, node=node, first=min(frame.first, figure.first), last=max(frame.last, figure.last)
    )


_CLOSE = Decimal("0.02")  # how far apart the digits of two levels of one thing may be
_RATIOS = frozenset({"percent", "percentage_points"})


def are_alike(one: Figure | None, other: Figure | None) -> bool:
    """Whether two figures may be levels of one thing: the same unit, or one of them without its currency.

    "to 276.7 mln from 249.0 mln dlrs" prints the currency once.
    """
    if one is None or other is None:
        return True
    if one.unit == other.unit:
        return (
            one.unit in _RATIOS
            or {one.quantity.multiplier, other.quantity.multiplier} == {1}
            or _same_scale(one, other)
        )
    bare = {"count", "other"}
    money = {unit for unit in (one.unit, other.unit) if unit.isupper() or unit in bare}
    return len(money) == len({one.unit, other.unit}) and bool(bare & money) and _same_scale(one, other)


def _same_scale(one: Figure, other: Figure) -> bool:
    return (
        one.value == 0
        or other.value == 0
        or abs(one.value / other.value) < 1000 > abs(other.value / one.value)
    )


def like(figure: Figure, other: Figure | None) -> Figure:
    """A bare number in the unit and scale of the one it is set against: "to 54 cts from 50"."""
    if other is None or figure.unit not in {"count", "other"} or figure.quantity.multiplier != 1:
        return figure
    scale = other.quantity.multiplier
    digits = other.value / scale
    # "EUR 0.31 ( 0.27 )", "8.4 per cent (7.9)"
    is_bare = figure.quantity.decimals > 0 and (other.unit.isupper() or other.unit == "percent")
    if (
        (scale == 1 and not is_bare)
        or not figure.value
        or not digits
        or not _CLOSE < abs(figure.value / digits) < 1 / _CLOSE
    ):
        return figure
    quantity = replace(figure.quantity, value=figure.value * scale, multiplier=scale, unit=other.unit)
    return replace(figure, quantity=quantity)


def moved(prior: Figure, current: Figure) -> int:
    """The direction that two levels tell."""
    difference = current.value - prior.value
    return (difference > Decimal(0)) - (difference < Decimal(0))

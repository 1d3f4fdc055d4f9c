"""Figures stated in rows with those that they were made of, and whether they close.

In come links of a stated figure with a current and a prior one, out go those that arithmetic bears
out. Out of scope: where the figures stand (``row_changes``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.facts.arithmetic import Stated, Tally, tally
from extract.model import Measure, Observation, Period, Quantity


class RowChange(NamedTuple):
    """A stated figure with those that it was made of.

    ``prior`` is None where the base isn't printed. ``down`` says that the two figures stand in one
    column, so that the column tells what is compared. ``doubtful`` says that most figures of the row
    don't close although its label names both periods.
    """

    stated: Observation
    current: Observation
    prior: Observation | None
    down: bool
    doubtful: bool = False


class Link(NamedTuple):
    """A stated figure with its current and its prior one; ``base`` is the prior's period, if known."""

    stated: Observation
    current: Observation
    prior: Observation | None
    base: Period | None


class Block(NamedTuple):
    """Links that stand or fall together: ``least`` of them must tell.

    ``named`` says that labels name the figures of each, so that a row counts even where it doesn't close.
    """

    links: tuple[Link, ...]
    down: bool
    least: int
    named: bool = False


def proven(block: Block) -> Iterator[RowChange]:
    """A block's changes, read as what closes: as percentages, or as differences."""
    if not block.links:
        return
    kinds: tuple[Stated, Stated] = ("percent", "change")
    for kind in kinds:
        links = [link._replace(stated=_restated(link, kind)) for link in block.links]
        if _is_proof(_tally(links, kind), block.least):
            for row in dict.fromkeys(link.stated.row for link in links):
                own = [link for link in links if link.stated.row == row]
                differs = _mostly_differs(_tally(own, kind))
                if block.named or not differs:
                    yield from (RowChange(*link[:3], block.down, differs) for link in own)
            return


def _is_proof(counted: Tally, least: int) -> bool:
    """Whether arithmetic tells: in enough rows, and in many more than it contradicts."""
    least = least if counted.checked > 2 else min(least, 2)
    return counted.telling >= max(least, 1) and counted.agreeing >= 3 * counted.differing


def _mostly_differs(counted: Tally) -> bool:
    return counted.checked >= 2 and 2 * counted.agreeing < counted.checked


def _tally(links: Sequence[Link], kind: Stated) -> Tally:
    sides: dict[str, dict[int, Quantity]] = defaultdict(dict)
    for at, link in enumerate(links):
        for name, one in (("current", link.current), ("prior", link.prior), ("stated", link.stated)):
            if one is not None and isinstance(one.quantity, Quantity):
                sides[name][at] = one.quantity
    return tally(sides["current"], sides["prior"], sides["stated"], kind)


def _restated(link: Link, kind: Stated) -> Observation:
    """The stated figure as what it is: a percentage has no scale of its column, a difference its unit."""
    one, unit = link.stated, link.current.unit
    measure: Measure = "percent_change" if kind == "percent" else "change"
    if kind == "percent":
        unit = "percent"
    elif unit == "percent":
        measure, unit = "points_change", "percentage_points"
    quantity = one.quantity
    if isinstance(quantity, Quantity):
        quantity = replace(quantity, unit=unit)
        if kind == "percent":
            value = quantity.value / quantity.multiplier
            quantity = replace(quantity, value=value, multiplier=Decimal(1))
    return replace(
        one,
        measure=measure,
        unit=unit,
        quantity=quantity,
        period=link.current.period,
        baseline=link.prior.period if link.prior and link.prior.period else link.base,
    )

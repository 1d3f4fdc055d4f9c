"""What sentences claim in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.model.facts import Comparison, Quantity
from extract.model.findings import Verdict

ClaimKind = Literal[
    "change",
    "percent_change",
    "level",
    "share",
    "from_to",
    "percentage_points",
    "rate",
    "multiplier",
    "stable",
]
Hedge = Literal["", "approximately", "over", "under", "nearly"]
Direction = Literal["", "up", "down", "flat"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a sentence.

    Attributes:
        quantity: As printed; its value has a sign only where a level is below zero or a change
            prints one.
        hedge: What its words make of it.
        upper: The other end of a printed range, scaled; the quantity holds the lower one.
        is_worded: Printed in words ("a third"), so that it stands for more than its digits say.
        start, end: Code points of the text, hedge and unit included.
    """

    quantity: Quantity
    hedge: Hedge
    upper: Decimal | None
    is_worded: bool
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        """The figure, or the lower end of a range."""
        return self.quantity.value


@dataclass(frozen=True, slots=True)
class Check:
    """One sum that a claim was put to.

    Attributes:
        what: The figure judged: ``percent``, ``change``, ``points``, ``factor``, ``share``,
            ``direction``, ``rate`` or ``total``.
        verdict: Never ``uncheckable``: what can't be put to a sum has no check.
        arithmetic: Spelled out with the numbers as printed.
        expected: What the other figures give, in the unit of the figure judged; None for a direction.
        low, high: What their printed precision allows.
        cause: The likely slip where inconsistent, else empty.
    """

    what: str
    verdict: Verdict
    arithmetic: str
    expected: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion in a sentence.

    Attributes:
        paragraph: Ordinal of the paragraph, 0 for a bare text.
        ordinal: 1, 2, ... in reading order through the report.
        start, end, quote: Where in the paragraph's text, and what stands there.
        direction: Empty for a level or a share.
        change, percent, points, prior, current, whole, factor: The figures as printed, in their
            places; None where not printed. The direction is the sign of the first three.
        unit: Of the claim's main figure.
        why: Why it is uncheckable, or the arithmetic.
        checks: Every sum it was put to; rules read them.
    """

    ordinal: int
    paragraph: int
    start: int
    end: int
    quote: str
    kind: ClaimKind
    subject: str
    direction: Direction
    change: Stated | None = None
    percent: Stated | None = None
    points: Stated | None = None
    prior: Stated | None = None
    current: Stated | None = None
    whole: Stated | None = None
    factor: Stated | None = None
    unit: str = "count"
    compared_to: str = ""
    verdict: Verdict = "uncheckable"
    why: str = ""
    checks: tuple[Check, ...] = ()

    @property
    def main(self) -> Stated | None:
        """The figure that the claim is about: the change if there is one, else the level.

        None where none is printed: "commission income was unchanged".
        """
        order = (self.points, self.percent, self.change, self.factor, self.current, self.prior)
        return next((stated for stated in order if stated is not None), None)

    @property
    def hedge(self) -> Hedge:
        """The hedge of the main figure, or else of any."""
        figures = (self.main, self.percent, self.change, self.current, self.prior)
        return next((figure.hedge for figure in figures if figure is not None and figure.hedge), "")


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim and the comparison of a table that it speaks of.

    Attributes:
        proof: Which figures of the claim are the row's own: ``current``, ``prior``, ``change``.
        is_past: The claim's level is of the period compared with.
        is_listed: The row is one of several that the subject names.
        sentence: Of the claim.
    """

    claim: Claim
    comparison: Comparison
    proof: tuple[str, ...]
    is_past: bool
    is_listed: bool
    sentence: str

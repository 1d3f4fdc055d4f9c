"""When printed numbers agree: the one place that decides it.

A printed number stands for every value that rounds to it, half up and half even alike, so both
ends of its interval belong to it: ``-5%`` is any value in [-5.5, -4.5]. Two figures agree if
some values inside their intervals do (XBRL Calculations 1.1 has the same idea). There is no
tolerance: a printed count is exact, so 3 is never -3 nor 4.

In come printed figures, out go verdicts with the interval that the printed precision allows.
Out of scope: why a figure disagrees (causes), and what a whole table tells (verdicts).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from itertools import product
from typing import Literal, NamedTuple

Verdict = Literal["consistent", "inconsistent", "uncheckable"]
Relation = Literal["equal", "restated", "scale_shift", "sign_flip"]

NO_CURRENT = "no current figure"
NO_PRIOR = "no prior figure"
NO_CHANGE = "no change is stated"
NO_PERCENT = "no percent is stated"
ZERO_BASE = "the base is zero"
NEGATIVE_BASE = "the base is negative"
TOO_LONG = "a figure has more digits than can be compared"

# More digits than a float64 column gives back unchanged can't be recomputed from the table.
LONGEST_FIGURE = Decimal(10) ** 15
# How far a misread or forgotten scale moves the mark; and the digits that don't match so by chance.
_SHIFTS = (1, 2, 3, 6, 9)
_FEWEST_DIGITS_SHIFTED = 2
# Far more than the 15 digits of a figure, so that a quotient never rounds onto an interval's end.
_EXACT = Context(prec=60)


class Interval(NamedTuple):
    """Every value from ``low`` to ``high``, both included.

    >>> Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal(2), Decimal(3)))
    True
    """

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def minus(self, other: Interval) -> Interval:
        """Every difference of a value of this and a value of the other."""
        return Interval(self.low - other.high, self.high - other.low)

    def negated(self) -> Interval:
        """The same values with the other sign."""
        return Interval(-self.high, -self.low)


class Printed(NamedTuple):
    """A number as printed.

    Attributes:
        value: Scaled: ``£1.4m`` is 1400000.
        decimals: Digits printed after the decimal mark.
        multiplier: What ``m`` multiplied by.
        unit: ``count``, ``percent``, ...; only whole counts are exact.
        signed: A sign was printed, plus signs and brackets included.
        is_rounded: A whole count that is not exact after all: the change of figures that aren't.
    """

    value: Decimal
    decimals: int = 0
    multiplier: Decimal = Decimal(1)
    unit: str = "count"
    signed: bool = False
    is_rounded: bool = False

    @property
    def step(self) -> Decimal:
        """One unit of the last printed digit."""
        return self.multiplier.scaleb(-self.decimals)

    @property
    def interval(self) -> Interval:
        """Every value that it stands for: half a unit of its last digit either side.

        >>> Printed(Decimal(-5), unit="percent").interval
        Interval(low=Decimal('-5.5'), high=Decimal('-4.5'))
        >>> Printed(Decimal(1400000), 1, Decimal(1000000), "GBP").interval
        Interval(low=Decimal('1350000.0'), high=Decimal('1450000.0'))
        >>> Printed(Decimal(129)).interval
        Interval(low=Decimal('129'), high=Decimal('129'))
        """
        if self.is_exact:
            return Interval(self.value, self.value)
        half = self.step / 2
        return Interval(self.value - half, self.value + half)

    @property
    def is_exact(self) -> bool:
        """Whether it stands for itself alone: a whole count, printed without a multiplier."""
        whole = self.decimals == 0 and self.multiplier == 1
        return self.unit == "count" and whole and not self.is_rounded

    def as_change(self, current: Printed | None, prior: Printed | None) -> Printed:
        """The figure as the change of two others, which is exact only where both of them are.

        >>> worn = Printed(Decimal("12.7"), 1), Printed(Decimal("10.0"), 1)
        >>> Printed(Decimal(3)).as_change(*worn).interval
        Interval(low=Decimal('2.5'), high=Decimal('3.5'))
        """
        is_rounded = not all(figure.is_exact for figure in (current, prior) if figure is not None)
        return self._replace(is_rounded=is_rounded)

    @property
    def is_comparable(self) -> bool:
        """Whether a table's float64 columns give it back unchanged."""
        return self.multiplier > 0 and abs(self.value / self.step) < LONGEST_FIGURE


class Judgement(NamedTuple):
    """A verdict on one stated figure, and what the figures it follows from allow.

    ``recomputed`` is unrounded, from the printed figures; it, ``low`` and ``high`` are None where
    they can't be had.
    """

    verdict: Verdict
    why: str = ""
    recomputed: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def allowed(self) -> Interval | None:
        """The values that would agree."""
        return None if self.low is None or self.high is None else Interval(self.low, self.high)


def change_interval(current: Printed, prior: Printed) -> Interval:
    """Every change that the two figures allow, in their unit (points for percents).

    >>> share = Printed(Decimal("71.5"), 1, unit="percent")
    >>> change_interval(share, Printed(Decimal(70), unit="percent"))
    Interval(low=Decimal('0.95'), high=Decimal('2.05'))
    """
    return current.interval.minus(prior.interval)


def percent_interval(current: Printed, base: Printed) -> Interval | None:
    """Every percent change that the two figures allow; None for a base of zero or below.

    Over a positive base the percent is monotone in each figure, so its extremes lie at corners.

    >>> low, high = percent_interval(Printed(Decimal(59738)), Printed(Decimal(62554)))
    >>> round(low, 4) == round(high, 4) == Decimal("-4.5017")
    True
    >>> percent_interval(Printed(Decimal(5)), Printed(Decimal(0))) is None
    True
    """
    bases = base.interval
    if base.value <= 0 or bases.low <= 0:
        return None
    corners = [percent_change(c, b) for c, b in product(current.interval, bases)]
    return Interval(min(corners), max(corners))


def percent_change(current: Decimal, base: Decimal) -> Decimal:
    """100 (current - base) / base, to 60 digits.

    >>> percent_change(Decimal(3), Decimal(4))
    Decimal('-25')
    """
    with localcontext(_EXACT):
        return (current - base) * 100 / base


def judge_change(current: Printed | None, prior: Printed | None, change: Printed | None) -> Judgement:
    """Judge a stated change against current - prior.

    A change without decimals is exact between whole counts only: beside 12.7 and 10.0, or 4.9k and
    3.1k, it is a rounded figure like them.

    >>> judge_change(Printed(Decimal(129)), Printed(Decimal(106)), Printed(Decimal(-23))).verdict
    'inconsistent'
    >>> judge_change(Printed(Decimal(129)), None, Printed(Decimal(-23))).why
    'no prior figure'
    """
    if missing := _missing(current, prior):
        return Judgement("uncheckable", NO_CHANGE if change is None else missing)
    assert current is not None and prior is not None
    allowed = change_interval(current, prior)
    change = change and change.as_change(current, prior)
    return _judged(change, allowed, current.value - prior.value, NO_CHANGE)


def judge_percent(current: Printed | None, prior: Printed | None, percent: Printed | None) -> Judgement:
    """Judge a stated percent change against (current - prior) / prior.

    The size of a percent of zero or of a negative base means nothing; its sign does, which the
    rules look at.

    >>> judge_percent(
    ...     Printed(Decimal(59738)), Printed(Decimal(62554)), Printed(Decimal(-5), unit="percent")
    ... ).verdict
    'consistent'
    >>> judge_percent(Printed(Decimal(5)), Printed(Decimal(0)), Printed(Decimal(5), unit="percent")).why
    'the base is zero'
    """
    if missing := _missing(current, prior):
        return Judgement("uncheckable", NO_PERCENT if percent is None else missing)
    assert current is not None and prior is not None
    allowed = percent_interval(current, prior)
    if allowed is None:
        why = ZERO_BASE if prior.value == 0 else NEGATIVE_BASE
        return Judgement("uncheckable", NO_PERCENT if percent is None else why)
    return _judged(percent, allowed, percent_change(current.value, prior.value), NO_PERCENT)


def judge_total(total: Printed, parts: Sequence[Printed]) -> Judgement:
    """Judge a total against the sum of its parts.

    >>> judge_total(Printed(Decimal(1394)), [Printed(Decimal(n)) for n in (677, 588, 129)]).verdict
    'consistent'
    >>> thirds = [Printed(Decimal("33.3"), 1, unit="percent")] * 3
    >>> judge_total(Printed(Decimal(100), unit="percent"), thirds).verdict
    'consistent'
    """
    if not all(figure.is_comparable for figure in (total, *parts)):
        return Judgement("uncheckable", TOO_LONG)
    lows, highs = zip(*(part.interval for part in parts), strict=True)
    nothing = Decimal(0)
    allowed = Interval(sum(lows, nothing), sum(highs, nothing))
    return _judged(total, allowed, sum((part.value for part in parts), nothing), "")


def _missing(current: Printed | None, prior: Printed | None) -> str:
    if current is None:
        return NO_CURRENT
    if prior is None:
        return NO_PRIOR
    return "" if current.is_comparable and prior.is_comparable else TOO_LONG


def _judged(stated: Printed | None, allowed: Interval, recomputed: Decimal, nothing: str) -> Judgement:
    if stated is None:
        return Judgement("uncheckable", nothing, recomputed, *allowed)
    if not stated.is_comparable:
        return Judgement("uncheckable", TOO_LONG, recomputed, *allowed)
    agrees = stated.interval.meets(allowed)
    return Judgement("consistent" if agrees else "inconsistent", "", recomputed, *allowed)


def is_truncated(stated: Printed, allowed: Interval) -> bool:
    """Whether some allowed value gives the stated one when its last digits are cut off.

    An exact figure has no digits to cut off: only a change of two whole counts is one.

    >>> is_truncated(Printed(Decimal(6), unit="percent"), Interval(Decimal("6.68"), Decimal("6.68")))
    True
    >>> is_truncated(Printed(Decimal(-4), unit="percent"), Interval(Decimal("-4.5"), Decimal("-4.5")))
    True
    >>> is_truncated(Printed(Decimal(7), unit="percent"), Interval(Decimal("6.68"), Decimal("6.68")))
    False
    """
    value, step = stated.value, stated.step
    if stated.is_exact:
        return allowed.low <= value <= allowed.high
    if value > 0:
        return allowed.high >= value and allowed.low < value + step
    if value < 0:
        return allowed.low <= value and allowed.high > value - step
    return allowed.low < step and allowed.high > -step


def rounds_away_from(stated: Printed, allowed: Interval) -> bool:
    """Whether a stated figure agrees by rounding but not by truncation.

    One such figure in a column shows that its publisher rounds, so that truncation is no excuse
    for its neighbours.

    >>> rounds_away_from(Printed(Decimal(7), unit="percent"), Interval(Decimal("6.68"), Decimal("6.68")))
    True
    """
    return stated.interval.meets(allowed) and not is_truncated(stated, allowed)


def relate_editions(earlier: Printed, later: Printed) -> Relation:
    """How two printings of one figure stand to each other.

    What was printed with fewer digits agrees if the other rounds to it, or gives it when cut off.

    >>> relate_editions(Printed(Decimal(23871)), Printed(Decimal(23900), 1, Decimal(1000)))
    'equal'
    >>> relate_editions(Printed(Decimal(23871)), Printed(Decimal(24018)))
    'restated'
    >>> relate_editions(Printed(Decimal(23871)), Printed(Decimal(238710)))
    'scale_shift'
    >>> relate_editions(Printed(Decimal(-55)), Printed(Decimal(55)))
    'sign_flip'
    """
    finer, coarser = sorted((earlier, later), key=lambda figure: figure.step)
    if earlier.interval.meets(later.interval):
        return "equal"
    if finer.step < coarser.step and is_truncated(coarser, finer.interval):
        return "equal"
    if later.value and later.interval.meets(earlier.interval.negated()):
        return "sign_flip"
    return "scale_shift" if _is_shifted(earlier, later) else "restated"


def _is_shifted(earlier: Printed, later: Printed) -> bool:
    """Whether the digits are the same and only the decimal mark is elsewhere."""
    return min(map(_telling_digits, (earlier, later))) >= _FEWEST_DIGITS_SHIFTED and any(
        one._replace(value=one.value.scaleb(places), multiplier=one.multiplier.scaleb(places)).interval.meets(
            other.interval
        )
        for places in _SHIFTS
        for one, other in ((earlier, later), (later, earlier))
    )


def _telling_digits(figure: Printed) -> int:
    """How many digits were meant: a zero after the mark was, one before it needn't have been."""
    last = figure.step if figure.decimals else None
    value = figure.value.normalize() if last is None else (figure.value / last).to_integral_value()
    return len(value.as_tuple().digits)

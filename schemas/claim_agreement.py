"""When the figures of one sentence agree: prose's hedges and round numbers, on top of ``agreement``.

A figure of a sentence stands for an interval as a printed number does. Words widen it: "about" and
"nearly" by a tenth of it either side, "over" and "under" to a bound. Doubled, halved and N times allow a
tenth. Where that reading fails, whole numbers ending in zeros may be rounded, all of a claim to
the same number of significant figures, two or more. In come the figures of one claim, out go
judgements. Out of scope: which figures belong together, and how a finding is worded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from schemas.agreement import TOO_LONG, Interval, Judgement, Printed, Verdict, percent_change

NOTHING = "nothing in the text can be set against it"
_TENTH = Decimal("0.1")
# "Over 5,000" says nothing of how far over.
_FAR = Decimal(10) ** 30
_NEVER_FEWER = 2


class Said(NamedTuple):
    """A figure of a sentence.

    Attributes:
        printed: The figure, or the lower end of a range.
        hedge: ``approximately``, ``nearly``, ``over``, ``under`` or nothing.
        upper: The upper end of a range.
        is_loose: Printed in words that allow a tenth: "a third", "doubled".
    """

    printed: Printed
    hedge: str = ""
    upper: Decimal | None = None
    is_loose: bool = False

    @property
    def value(self) -> Decimal:
        """The figure, or the middle of a range."""
        return self.printed.value if self.upper is None else (self.printed.value + self.upper) / 2

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number without a scale, which may be rounded."""
        unit = self.printed.unit not in {"percent", "percentage_points"}
        return unit and self.printed.decimals == 0 and self.printed.multiplier == 1


def interval_of(said: Said, figures: int | None = None) -> Interval:
    """Every value that a figure can stand for.

    Hedges speak of the size: "over 11,000 fewer" is -11,000 or below.

    Args:
        said: The figure.
        figures: How many significant figures whole numbers are read to; None for all.

    >>> interval_of(Said(Printed(Decimal(94500))), 3)
    Interval(low=Decimal('94450'), high=Decimal('94550'))
    >>> interval_of(Said(Printed(Decimal(3)), "approximately"))
    Interval(low=Decimal('2.7'), high=Decimal('3.3'))
    """
    low, high = said.printed.interval
    if said.upper is not None:
        high = said.printed._replace(value=said.upper).interval.high
    if figures is not None and said.is_whole:
        half = _step(said.printed.value, figures) / 2
        low, high = min(low, low - half), max(high, high + half)
    if said.hedge in {"approximately", "nearly"} or (said.is_loose and not said.hedge):
        low, high = low - abs(low) * _TENTH, high + abs(high) * _TENTH
    if said.hedge == "over":
        return Interval(low, _FAR) if low >= 0 else Interval(-_FAR, high)
    if said.hedge == "under":
        return Interval(min(Decimal(0), low), high) if high >= 0 else Interval(low, Decimal(0))
    return Interval(low, high)


def _step(value: Decimal, figures: int) -> Decimal:
    """One unit of the last significant figure; 0 where the number isn't rounded to so many.

    >>> _step(Decimal(94500), 3), _step(Decimal(94500), 2)
    (Decimal('100'), Decimal('0'))
    """
    length = len(str(abs(int(value))))
    if length <= figures:
        return Decimal(0)
    step = Decimal(10) ** (length - figures)
    return step if value % step == 0 else Decimal(0)


def _readings(saids: Sequence[Said]) -> Iterator[int | None]:
    """Exact, then each number of significant figures that all whole numbers may be rounded to."""
    yield None
    whole = [abs(int(said.printed.value)) for said in saids if said.is_whole and not said.is_loose]
    if not whole:
        return
    longest = max(len(str(value)) for value in whole)
    for figures in range(min(longest, 15), _NEVER_FEWER - 1, -1):
        if all(len(str(v)) <= figures or v % 10 ** (len(str(v)) - figures) == 0 for v in whole):
            yield figures


_Allowed = Callable[[Sequence[Interval]], Interval | None]


def _judge(stated: Said, saids: Sequence[Said], allowed: _Allowed, recomputed: Decimal) -> Judgement:
    """Judge a stated figure against what others give, in the kindest reading."""
    if not all(said.printed.is_comparable for said in (stated, *saids)):
        return Judgement("uncheckable", TOO_LONG)
    first: Interval | None = None
    for figures in _readings([stated, *saids]):
        possible = allowed([interval_of(said, figures) for said in saids])
        if possible is None:
            return Judgement("uncheckable", NOTHING)
        first = first or possible
        if interval_of(stated, figures).meets(possible):
            return Judgement("consistent", "", recomputed, *possible)
    assert first is not None
    return Judgement("inconsistent", "", recomputed, *first)


def judge_percent_of(current: Said, prior: Said, percent: Said) -> Judgement:
    """Judge a percent, signed by its direction, against the two levels.

    >>> fell = Said(Printed(Decimal("-39.9"), 1, unit="percent"))
    >>> judge_percent_of(Said(Printed(Decimal(117))), Said(Printed(Decimal(194))), fell).verdict
    'inconsistent'
    """
    if prior.value <= 0:
        return Judgement("uncheckable", NOTHING)

    def allowed(intervals: Sequence[Interval]) -> Interval | None:
        now, before = intervals
        if before.low <= 0:
            return None
        corners = [percent_change(c, b) for c, b in product(now, before)]
        return Interval(min(corners), max(corners))

    return _judge(percent, (current, prior), allowed, percent_change(current.value, prior.value))


def judge_change_of(current: Said, prior: Said, change: Said) -> Judgement:
    """Judge a change (or points), signed by its direction, against the two levels.

    >>> rose = Said(Printed(Decimal(99)))
    >>> judge_change_of(Said(Printed(Decimal(581))), Said(Printed(Decimal(482))), rose).verdict
    'consistent'
    """
    # Beside levels that are rounded a whole change is rounded too.
    worn = change._replace(printed=change.printed.as_change(current.printed, prior.printed))
    return _judge(worn, (current, prior), lambda i: i[0].minus(i[1]), current.value - prior.value)


def judge_percent_of_change(level: Said, change: Said, percent: Said, *, is_prior: bool) -> Judgement:
    """Judge a percent against the change it is of and one level, before or after.

    >>> searches = Said(Printed(Decimal(581))), Said(Printed(Decimal(99)))
    >>> judge_percent_of_change(*searches, Said(Printed(Decimal(24), unit="percent")), is_prior=False).verdict
    'inconsistent'
    """
    base = level.value if is_prior else level.value - change.value
    if base <= 0:
        return Judgement("uncheckable", NOTHING)

    def allowed(intervals: Sequence[Interval]) -> Interval | None:
        one, moved = intervals
        bases = one if is_prior else one.minus(moved)
        if bases.low <= 0:
            return None
        if is_prior:
            corners = [m * 100 / b for m, b in product(moved, bases)]
        else:  # change and base move against each other
            pairs = [(m, level_ - m) for m, level_ in product(moved, one)]
            corners = [m * 100 / b for m, b in pairs if b > 0]
        return Interval(min(corners), max(corners)) if corners else None

    return _judge(percent, (level, change), allowed, change.value * 100 / base)


def judge_factor(current: Said, prior: Said, factor: Said) -> Judgement:
    """Judge "doubled", "three times higher" against the two levels; a tenth either side is allowed.

    >>> judge_factor(
    ...     Said(Printed(Decimal(131))), Said(Printed(Decimal(76))), Said(Printed(Decimal(2)), is_loose=True)
    ... ).verdict
    'inconsistent'
    """

    def allowed(intervals: Sequence[Interval]) -> Interval | None:
        now, before = intervals
        if before.low <= 0:
            return None
        corners = [c / b for c, b in product(now, before)]
        return Interval(min(corners), max(corners))

    if prior.value <= 0:
        return Judgement("uncheckable", NOTHING)
    return _judge(factor, (current, prior), allowed, current.value / prior.value)


def judge_share(part: Said, whole: Said, percent: Said) -> Judgement:
    """Judge a percent against the part and the whole that it is of.

    >>> two_of_138 = Said(Printed(Decimal(2))), Said(Printed(Decimal(138)))
    >>> judge_share(*two_of_138, Said(Printed(Decimal("1.5"), 1, unit="percent"))).verdict
    'inconsistent'
    """

    def allowed(intervals: Sequence[Interval]) -> Interval | None:
        some, every = intervals
        if every.low <= 0:
            return None
        corners = [s * 100 / e for s, e in product(some, every)]
        return Interval(min(corners), max(corners))

    if whole.value <= 0:
        return Judgement("uncheckable", NOTHING)
    return _judge(percent, (part, whole), allowed, part.value * 100 / whole.value)


def judge_multiple(one: Said, times: Sequence[int], many: Said) -> Judgement:
    """Judge a figure for several periods against that for one of them ("15 a month", "45 in the quarter").

    >>> judge_multiple(Said(Printed(Decimal(3)), "approximately"), (3,), Said(Printed(Decimal(45)))).verdict
    'inconsistent'
    """
    judged = [
        _judge(one, (many,), lambda i, n=n: Interval(i[0].low / n, i[0].high / n), many.value / n)  # type: ignore[misc]
        for n in times
    ]
    fits = [judgement for judgement in judged if judgement.verdict == "consistent"]
    if fits:
        return fits[0]
    # A monthly figure is rounded where it doesn't come out even.
    worn = one._replace(printed=one.printed._replace(is_rounded=True))
    if any(interval_of(worn).meets(judgement.allowed) for judgement in judged if judgement.allowed):
        return judged[0]._replace(verdict="consistent")
    return judged[0]


def judge_total(parts: Sequence[Said], total: Said) -> Judgement:
    """Judge a total against all of its parts.

    >>> months = [Said(Printed(Decimal(n))) for n in (2348, 2110, 1764)]
    >>> judge_total(months, Said(Printed(Decimal(6204)))).recomputed
    Decimal('6222')
    """

    def allowed(intervals: Sequence[Interval]) -> Interval | None:
        return Interval(
            sum((i.low for i in intervals), Decimal(0)), sum((i.high for i in intervals), Decimal(0))
        )

    return _judge(total, parts, allowed, sum((part.value for part in parts), Decimal(0)))


def judge_direction(current: Said, prior: Said, direction: int) -> Verdict:
    """Whether two levels went the way that a word says: inconsistent only where no reading goes so.

    >>> judge_direction(Said(Printed(Decimal(129))), Said(Printed(Decimal(106))), -1)
    'inconsistent'
    """
    if not (current.printed.is_comparable and prior.printed.is_comparable):
        return "uncheckable"
    now, before = interval_of(current), interval_of(prior)
    if direction > 0:
        return "consistent" if now.high > before.low else "inconsistent"
    return "consistent" if now.low < before.high else "inconsistent"

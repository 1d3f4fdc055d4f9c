"""Why a stated figure probably disagrees: a slip that, undone, makes it agree.

In come printed figures whose verdict is inconsistent, out goes the name of the likeliest slip, or
nothing. A cause never changes a verdict. Out of scope: messages and severities (the rules).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from schemas.agreement import (
    Interval,
    Printed,
    change_interval,
    is_truncated,
    percent_interval,
)

Cause = Literal[
    "",
    "sign",
    "truncation",
    "points_for_percent",
    "percent_for_points",
    "change_for_percent",
    "wrong_base",
    "ratio_for_change",
    "digits_swapped",
]


def cause_of_change(current: Printed, prior: Printed, change: Printed) -> Cause:
    """The likeliest slip behind a change that isn't current - prior.

    >>> cause_of_change(Printed(Decimal(129)), Printed(Decimal(106)), Printed(Decimal(-23)))
    'sign'
    >>> cause_of_change(Printed(Decimal(1500)), Printed(Decimal(1000)), Printed(Decimal(5000)))
    ''
    >>> cause_of_change(Printed(Decimal(6189)), Printed(Decimal(0)), Printed(Decimal(6819)))
    'digits_swapped'
    """
    allowed = change_interval(current, prior)
    change = change.as_change(current, prior)
    if _flipped(change).interval.meets(allowed):
        return "sign"
    if is_truncated(change, allowed):
        return "truncation"
    relative = percent_interval(current, prior) if current.unit == "percent" else None
    if relative is not None and change.value and change.interval.meets(relative):
        return "percent_for_points"
    return "digits_swapped" if _swap_fits(change, allowed) else ""


def cause_of_percent(current: Printed, prior: Printed, percent: Printed) -> Cause:
    """The likeliest slip behind a percent that doesn't follow from current and prior.

    >>> cause_of_percent(Printed(Decimal(129)), Printed(Decimal(106)), Printed(Decimal(-22), unit="percent"))
    'sign'
    >>> cause_of_percent(Printed(Decimal(2731)), Printed(Decimal(2560)), Printed(Decimal(6), unit="percent"))
    'truncation'
    >>> cause_of_percent(Printed(Decimal(50)), Printed(Decimal(40)), Printed(Decimal(20), unit="percent"))
    'wrong_base'
    """
    allowed = percent_interval(current, prior)
    if allowed is None:
        return ""
    if _flipped(percent).interval.meets(allowed):
        return "sign"
    if is_truncated(percent, allowed):
        return "truncation"
    if current.unit == "percent" and percent.interval.meets(change_interval(current, prior)):
        return "points_for_percent"
    return _slip_of_percent(current, prior, percent, allowed)


def _slip_of_percent(current: Printed, prior: Printed, percent: Printed, allowed: Interval) -> Cause:
    if percent.value == current.value - prior.value:
        return "change_for_percent"
    if is_of_wrong_base(current, prior, percent):
        return "wrong_base"
    if percent.interval.meets(Interval(allowed.low + 100, allowed.high + 100)):
        return "ratio_for_change"
    return "digits_swapped" if _swap_fits(percent, allowed) else ""


def is_of_wrong_base(current: Printed, prior: Printed, percent: Printed) -> bool:
    """Whether a stated percent is the change over the current figure instead of the prior one.

    >>> is_of_wrong_base(Printed(Decimal(2731)), Printed(Decimal(2560)), Printed(Decimal(6), unit="percent"))
    True
    """
    of_current = percent_interval(prior, current)
    return of_current is not None and percent.interval.meets(of_current.negated())


def percent_follows_change(prior: Printed, change: Printed, percent: Printed) -> bool:
    """Whether the stated percent is the stated change over the prior figure.

    Where both disagree with current and prior but agree with one another, it is the current (or
    prior) figure that is likely misprinted.

    >>> stated = Printed(Decimal(5), unit="percent")
    >>> percent_follows_change(Printed(Decimal(200)), Printed(Decimal(10)), stated)
    True
    """
    current = prior._replace(value=prior.value + change.value)
    allowed = percent_interval(current, prior)
    return allowed is not None and percent.interval.meets(allowed)


def cause_of_total(total: Printed, allowed: Interval) -> Cause:
    """The likeliest slip behind a total that isn't the sum of its parts.

    >>> cause_of_total(Printed(Decimal(1938)), Interval(Decimal(1398), Decimal(1398)))
    'digits_swapped'
    """
    if _flipped(total).interval.meets(allowed):
        return "sign"
    return "digits_swapped" if _swap_fits(total, allowed) else ""


def _flipped(stated: Printed) -> Printed:
    return stated._replace(value=-stated.value)


def _swap_fits(stated: Printed, allowed: Interval) -> bool:
    return any(stated._replace(value=value).interval.meets(allowed) for value in _swaps(stated))


def _swaps(stated: Printed) -> Iterator[Decimal]:
    """The values of the printed digits with two neighbours swapped."""
    digits = str(abs(int((stated.value / stated.step).to_integral_value()))).rjust(stated.decimals + 1, "0")
    for i in range(len(digits) - 1):
        swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        if swapped != digits and swapped[0] != "0":
            value = Decimal(swapped) * stated.step
            yield -value if stated.value < 0 else value

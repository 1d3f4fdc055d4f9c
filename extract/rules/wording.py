"""How findings name places and numbers.

Out of scope: what is to be said about them (the rules).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

_SUFFIXES = {"count": "", "percent": "%", "percentage_points": " points", "seconds": " s", "days": " days"}
_EXACT = Context(prec=200)  # a text may hold longer numbers than the usual 28 digits
_MINUS = ("-", "\u2212", "\u2010", "\u2011", "\u2012", "\u2013")


def signed(value: Decimal, step: Decimal, unit: str) -> str:
    """A number to the precision of ``step``, with its sign and unit.

    >>> signed(Decimal("21.698"), Decimal("0.01"), "percent"), signed(Decimal(-6189), Decimal(1), "count")
    ('+21.70%', '-6,189')
    """
    text = plain(value, step, unit)
    is_zero = not any(digit in text for digit in "123456789")
    return text if value <= 0 or is_zero else f"+{text}"


def plain(value: Decimal, step: Decimal, unit: str) -> str:
    """The same without a plus.

    >>> plain(Decimal(1398), Decimal(1), "count"), plain(Decimal("-0.004"), Decimal("0.01"), "percent")
    ('1,398', '0.00%')
    """
    with localcontext(_EXACT):
        rounded = (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
        digits = max(0, -int(step.normalize().as_tuple().exponent))
        suffix = _SUFFIXES.get(unit, f" {unit}" if unit.isupper() else "")
        return f"{'-' if rounded < 0 else ''}{abs(rounded):,.{digits}f}{suffix}"


def term(text: str, is_signed: bool | None = None) -> str:
    """A printed figure inside a sum; one with a sign in brackets, whatever its minus: ``5 - (-1)``.

    >>> term("-1"), term("(1)"), term("12")
    ('(-1)', '(1)', '12')
    """
    text = text.strip()
    if is_signed is None:
        is_signed = text.startswith(("+", *_MINUS))
    return f"({text})" if is_signed and not text.startswith("(") else text


def place(names: Iterable[str], page: int | None) -> str:
    """Where something stands, in the report's words, each said once.

    >>> place(("Calls", "", "Calls", "101"), 2), place(("",), 2)
    ('Calls, 101', 'page 2')
    """
    return ", ".join(dict.fromkeys(name for name in names if name)) or f"page {page}"

"""Whether numbers are the scale of a chart: they go on by one step, as no measured figures do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extract.errors import NumberError
from extract.model import Quantity
from extract.notation.numbers import parse_quantity

_FEWEST = 5  # marks; four figures in step may be chance


def is_scale(texts: Sequence[str], fewest: int = _FEWEST) -> bool:
    """Whether texts, read along a row or down a column, are the marks of an axis.

    Steps of one are left out: ranks, days and years count so in tables.

    Args:
        texts: In reading order.
        fewest: How many marks an axis has at least.

    >>> is_scale(["0%", "10%", "20%", "30%", "40%"])
    True
    >>> is_scale(["1", "2", "3", "4", "5"]), is_scale(["12", "40", "7", "31", "9"])
    (False, False)
    """
    values = [_value(text) for text in texts]
    if len(values) < fewest or any(v is None for v in values):
        return False
    steps = {b - a for a, b in pairwise(v for v in values if v is not None)}
    return len(steps) == 1 and not steps & {Decimal(0), Decimal(1), Decimal(-1)}


def holds_scale(texts: Sequence[str]) -> bool:
    """Whether the marks of an axis stand among texts, one after the other.

    >>> holds_scale(["12", "50", "40", "30", "20", "10", "7"])
    True
    """
    return any(is_scale(texts[i : i + _FEWEST]) for i in range(len(texts) - _FEWEST + 1))


def _value(text: str) -> Decimal | None:
    try:
        quantity = parse_quantity(text)
    except NumberError:
        return None
    return quantity.value if isinstance(quantity, Quantity) else None

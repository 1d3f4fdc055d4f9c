"""Whether a figure is per month, per head or an average: "48 a month", "on average 504".

Out of scope: the frame that it stands in.
"""

from __future__ import annotations

from extract.facts.claims.clauses import Clauses
from extract.notation.words import word_set

# "27 micrograms per cubic metre" is a concentration, "35p per share" an amount of money.
_NO_RATES = word_set(
    "cent annum share diluted ordinary common adr unit cubic litre liter litres metre meter gallon "
    "tonne ton kilo kilogram kg barrel bbl ounce oz pound lb bushel mile kilometre kilometer km gram "
    "kilowatt mwh kwh gallons"
)
_SPANS = word_set("month day week year quarter head person hour patient household night annum")


def is_per(state: Clauses, at: int) -> bool:
    """As in "48 a month", "40 more offences recorded each month", "5.2 per 1,000"; not "35p per share"."""
    for ahead in range(1, 9):
        low, behind = state.low(at + ahead), state.low(at + ahead + 1)
        if (
            ahead > 1
            and state.nodes[min(at + ahead, len(state.nodes) - 1)].kind in {"figure", "move"}
            and low not in {"additional", "extra", "more", "fewer", "less"}
        ):
            return False
        if low == "per" and behind not in _NO_RATES:
            return True
        ago = state.low(at + ahead + 2) in {"ago", "before", "earlier", "later", "on"}
        if low in {"each", "every", "a", "an"} and behind in _SPANS and not ago:
            return True
        if low in {"monthly", "daily", "weekly"} and ahead <= 4:
            return True
        if low == "and" and ahead > 4:
            return False
        if low in {",", ".", ";", "while", "but", "(", "to", "from", "in"}:
            return False
    return False


def is_average(state: Clauses, at: int) -> bool:
    """As in "averaged 976 mln", "on average 504", "an average of 5.2", "monthly average levels of 260"."""
    window = [state.low(at - i) for i in range(1, 7)]
    for stop in (",", ";", "and", "while", "than", "similar"):
        if stop in window:
            window = window[: window.index(stop)]
    if "averaged" in window or "averaging" in window or window[:2] == ["average", "on"]:
        return True
    if (
        window[:3] == ["of", "average", "an"]
        or {"average", "monthly"} <= set(window)
        or {"average", "daily"} <= set(window)
    ):
        return True
    figure = state.nodes[at].figure
    return "monthly" in window and figure is not None and figure.unit == "count"

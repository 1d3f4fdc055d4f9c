"""Words before a number that make it less than exact: "about", "over", "just under".

Phrases are tried longest first. Out of scope: how far each widens a figure (``schemas``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Hedge = Literal["", "approximately", "over", "under", "nearly"]

_HEDGES: dict[Hedge, tuple[str, ...]] = {
    "approximately": (
        "about",
        "around",
        "some",
        "approximately",
        "approx",
        "approx .",
        "circa",
        "c",
        "c .",
        "ca",
        "ca .",
        "roughly",
        "an estimated",
        "estimated",
        "broadly",
        "in the region of",
        "in the order of",
        "something like",
        "close to",
        "~",
    ),
    "over": (
        "over",
        "just over",
        "well over",
        "a little over",
        "slightly over",
        "more than",
        "slightly more than",
        "just more than",
        "a little more than",
        "well more than",
        "at least",
        "in excess of",
        "in excess of over",
        "upwards of",
        "no fewer than",
        "no less than",
        "not less than",
        "above",
        "just above",
        "exceeding",
        "exceeded",
        "exceeds",
        "surpassed",
        "topped",
        "greater than",
        "a minimum of",
        ">",
        "≥",
    ),
    "under": (
        "under",
        "just under",
        "slightly under",
        "a little under",
        "well under",
        "less than",
        "slightly less than",
        "a little less than",
        "just less than",
        "fewer than",
        "slightly fewer than",
        "just fewer than",
        "no more than",
        "not more than",
        "at most",
        "below",
        "just below",
        "up to",
        "as much as",
        "as many as",
        "a maximum of",
        "<",
        "≤",
    ),
    "nearly": (
        "nearly",
        "almost",
        "virtually",
        "just short of",
        "not quite",
        "approaching",
        "very nearly",
    ),
}
HEDGES: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): hedge for hedge, phrases in _HEDGES.items() for phrase in phrases
}
_LONGEST = max(len(phrase) for phrase in HEDGES)


def hedge_before(words: Sequence[str], end: int) -> tuple[Hedge, int]:
    """The hedge whose last word stands just before ``end``, and where it begins.

    >>> hedge_before(["to", "just", "under", "40"], 3)
    ('under', 1)
    >>> hedge_before(["to", "40"], 1)
    ('', 1)
    """
    for length in range(min(_LONGEST, end), 0, -1):
        hedge = HEDGES.get(tuple(words[end - length : end]))
        if hedge is not None:
            return hedge, end - length
    return "", end

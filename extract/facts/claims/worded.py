"""Figures in words: "a third", "two thirds of", "half a point", "doubled", "three times higher".

In: the tokens of a sentence and where a figure may begin. Out: the figure, or None. Out of scope: hedges,
and numbers written out, which ``numbers`` reads like digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.facts.claims.numbers import (
    Figure,
    read_number,
    text_of,
)
from extract.facts.claims.tokens import Token
from extract.model import Quantity
from extract.notation.movements import MULTIPLES
from extract.notation.symbols import SCALES
from extract.notation.words import FRACTION_WORDS, cardinal, word_set

_AS_MANY = word_set(
    "as higher more greater larger bigger the that those what its lower fewer less smaller longer faster"
)


_MOST_TIMES = 50  # "used 172 times more than a year before" is a change


def read_multiple(tokens: Sequence[Token], words: Sequence[str], at: int) -> Figure | None:
    """A factor: "doubled", "twice as many", "three times higher", "1.7 times the", "threefold"."""
    if words[at] in MULTIPLES:
        number, _ = MULTIPLES[words[at]]
        if words[at] in {"double", "twice", "triple", "treble", "thrice"} and not _compares(words, at):
            return None
        return Figure(
            at,
            at,
            at,
            "factor",
            Quantity(text_of(tokens, at, at), Decimal(number), 0, Decimal(1), "other"),
            is_worded=True,
        )
    core = read_number(tokens, words, at)
    if core is None or core.last + 2 >= len(words) or core.unit != "count" or core.value > _MOST_TIMES:
        return None
    if words[core.last + 1] == "times" and at and words[at - 1] == "by":  # "rose by 1.5 times to 150"
        quantity = Quantity(
            text_of(tokens, at, core.last + 1), core.value, core.decimals, Decimal(1), "other"
        )
        return Figure(at, at, core.last + 1, "factor", quantity, is_worded=core.is_worded)
    if words[core.last + 1] in {"times", "fold", "-fold"} and (
        words[core.last + 2] in _AS_MANY or words[core.last + 1] != "times"
    ):
        last = (
            core.last + 2
            if words[core.last + 2] in _AS_MANY - {"the", "that", "those", "what"}
            else core.last + 1
        )
        if (
            words[last] == "as"
            and last + 1 < len(words)
            and words[last + 1] in {"many", "much", "high", "large"}
        ):
            last += 1
        quantity = Quantity(text_of(tokens, at, last), core.value, core.decimals, Decimal(1), "other")
        return Figure(at, at, last, "factor", quantity, is_worded=core.is_worded)
    return None


def _compares(words: Sequence[str], at: int) -> bool:
    """As in "twice as many", "double the", "more than double": not "twice a year" or "double glazing"."""
    behind = words[at + 1] if at + 1 < len(words) else "."
    before = words[at - 1] if at else ""
    return behind in {"as", "the", "that", "what", "those", "last", "its", "their"} or (
        before in {"than", "nearly", "almost", "to", "about"} and words[at] != "twice"
    )


def read_fraction(tokens: Sequence[Token], words: Sequence[str], at: int) -> Figure | None:
    """A part in words: "a third", "two thirds", "three-quarters of", "half of"; not "third quarter"."""
    first, rest = at, words[at]
    count = 1
    if "-" in rest and rest.partition("-")[2] in FRACTION_WORDS:
        count, rest = cardinal(rest.partition("-")[0]) or 0, rest.partition("-")[2]
    elif rest in {"a", "one", "an"} or cardinal(rest) is not None:
        if at + 1 >= len(words) or words[at + 1] not in FRACTION_WORDS:
            return None
        count, at = 1 if rest in {"a", "an"} else cardinal(rest) or 0, at + 1
        rest = words[at]
    elif rest != "half":
        return None
    size = FRACTION_WORDS.get(rest)
    if not size or not 0 < count < size or (count > 1) != rest.endswith("s"):
        return None
    if rest == "half" and words[at + 1 : at + 3] in (["a", "million"], ["a", "billion"]):
        scale = SCALES[words[at + 2]]
        quantity = Quantity(text_of(tokens, first, at + 2), scale / 2, 1, scale, "count")
        return Figure(first, first, at + 2, "number", quantity, is_worded=True)
    unit = [word for word in words[at + 1 : at + 5] if word not in {"of", "a"}][:2]
    if unit in (["percentage", "point"], ["percentage", "points"], ["point", "to"]) and rest in {
        "half",
        "quarter",
    }:
        last = (
            at + 1 + words[at + 1 : at + 5].index("point" if "point" in words[at + 1 : at + 5] else "points")
        )
        quantity = Quantity(
            text_of(tokens, first, last), Decimal(1) / size, 2, Decimal(1), "percentage_points"
        )
        return Figure(first, first, last, "number", quantity, is_worded=True)
    if not _is_part(words, first, at, rest):
        return None
    percent = Decimal(format((Decimal(100 * count) / size).quantize(Decimal("0.0001")).normalize(), "f"))
    return Figure(
        first,
        first,
        at,
        "fraction",
        Quantity(text_of(tokens, first, at), percent, 0, Decimal(1), "percent"),
        is_worded=True,
    )


_IN_A_ROW = word_set("last past next first previous preceding these those the")


_BEFORE_SIZE = frozenset({"by", "nearly", "almost", "than", "about", "over", "just", "around"})
_PART_FOLLOWS = word_set(
    "of the were was are is had have said fewer more lower higher less from on in between as since "
    "over when to this and or but against . , ; ) ("
)


def _is_part(words: Sequence[str], first: int, last: int, name: str) -> bool:
    """Whether "third", "quarter" or "half" is a part rather than a place in a row or three months."""
    behind = words[last + 1] if last + 1 < len(words) else "."
    before = words[first - 1] if first else ""
    if name == "quarters" and (words[first : last + 1] != ["three", "quarters"] or before in _IN_A_ROW):
        return words[first] == "three-quarters"
    if name in {"quarter", "third"} and first == last - 1 and words[first] in {"a", "one"}:
        if name == "quarter":
            return behind == "of" or before in _BEFORE_SIZE or before == "or"
        return behind in _PART_FOLLOWS
    if name == "half":
        if first < last or before in _BEFORE_SIZE or before == "under":
            return behind not in {"year", "time", "hour", "day", "year's"} or behind == "of"
        return behind in {"of", "the", "were", "are", "was", "is", "said", "all"} and before not in {
            "first",
            "second",
            "latter",
            "the",
            "last",
            "this",
            "that",
            "other",
        }
    return True

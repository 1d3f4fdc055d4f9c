"""Figures that say when, where, how big or how sure: "2001-05", "4 Mill Road", "5.5% notes", "95% CI".

In: a sentence's tokens and one of its figures. Out: whether it is such a one, a question at a time. Out of
scope: ages, numbers in names and targets (``labels``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.facts.claims.numbers import TIMES, Figure
from extract.facts.claims.tokens import Token
from extract.notation.words import word_set

_SIZES = word_set("diameter radius length width height depth distance thickness")


def is_size(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "pipes with a diameter of 40 mm": a size that defines."""
    before = words[max(0, figure.first - 4) : figure.first]
    return any(one in _SIZES and other in {"of", "under"} for one, other in pairwise(before))


def is_span(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "the 2001-05 mean", "at 12 and 24 weeks": years and spans of time that name when."""
    printed = tokens[figure.number].text
    behind = [*words[figure.last + 1 : figure.last + 4], "", "", ""]
    if len(printed) == 4 and printed[:2] in {"19", "20"} and "-" in words[figure.number : figure.last + 2]:
        ends = tokens[figure.number + 1 : figure.number + 3]
        return len(ends) == 2 and ends[0].low == "-" and ends[1].tight and len(ends[1].text) in {2, 4}
    if (
        words[max(0, figure.first - 2) : figure.first - 1]
        and words[figure.first - 1] == "-"
        and figure.first > 1
    ):
        year = words[figure.first - 2]
        if len(year) == 4 and year[:2] in {"19", "20"} and year.isdigit():
            return tokens[figure.first].tight and tokens[figure.first - 1].tight
    before = words[figure.first - 1] if figure.first else ""
    if words[figure.last] in TIMES and behind[0] in {"earlier", "ago", "before", "previously"}:
        return True  # "211 fewer than 12 months earlier"
    if before == "=" and "(" in words[max(0, figure.first - 5) : figure.first]:
        return True  # "(1992 = 100)"
    if before in {"at", "after", "for", "within"} and behind[0] in {"and", "or", "to"}:
        return figure.unit == "count" and behind[1].isdigit() and behind[2] in TIMES
    paired = words[max(0, figure.first - 3) : figure.first]
    led = len(paired) == 3 and paired[0] in {"at", "after", "for", "within"} and paired[1].isdigit()
    return led and paired[2] in {"and", "or"} and words[figure.last] in TIMES


_LOANS = word_set("notes bonds debentures debenture bond loan note stock preferred convertible gilt gilts")
_RANKS = word_set("senior subordinated secured unsecured convertible fixed-rate redeemable cumulative junior")


def is_coupon(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "bought back the 5.5% senior notes", "its 6 pct convertible bonds"."""
    behind = words[figure.last + 1 : figure.last + 4]
    named = next((i for i, word in enumerate(behind) if word in _LOANS), None)
    return figure.unit == "percent" and named is not None and all(word in _RANKS for word in behind[:named])


def is_certain(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "we are 100% certain"."""
    behind = words[figure.last + 1 : figure.last + 2]
    sure = behind[:1] in (["certain"], ["sure"], ["confident"], ["committed"])
    return sure and figure.unit == "percent" and figure.value == 100


def is_clock(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "3.30 p.m.", "10 am", "9 o'clock"."""
    behind = [*words[figure.last + 1 : figure.last + 4], "", "", ""]
    dotted = behind[0] in {"a", "p"} and behind[1:3] == [".", "m"]
    return figure.unit == "count" and (dotted or behind[0] in {"am", "pm", "o'clock", "hrs", "gmt", "bst"})


def is_of_confidence(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "18% (95% CI 9% to 26%)", "(95% confidence interval: 1.2 to 1.9)"."""
    around = words[max(0, figure.first - 6) : figure.last + 4]
    if not {"ci", "cis", "cl"} & set(around) and not ({"confidence", "credible"} & set(around)):
        return False
    opened = [at for at in range(max(0, figure.first - 10), figure.first) if words[at] in {"(", "["}]
    inside = bool(opened) and not {")", "]"} & set(words[opened[-1] : figure.first])
    return (
        inside
        or {"interval", "intervals", "ci", "level"} & set(words[figure.last + 1 : figure.last + 3]) != set()
    )


_STREETS = word_set("street road avenue lane square drive way place terrace crescent court st rd")


def is_address(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "10 Downing Street", "4 Mill Road"."""
    behind = tokens[figure.last + 1 : figure.last + 4]
    names = [token for token in behind if token.kind == "word" and token.text[0].isupper()]
    return figure.unit == "count" and len(names) > 1 and any(name.low in _STREETS for name in names[1:])

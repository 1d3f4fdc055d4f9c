"""The figures of a sentence: a number with its range, the whole that it is of, and its hedge.

In: the tokens of a sentence. Out: every figure, those that are labels too (``labels`` tells
them), from left to right. Out of scope: what a figure says of its subject (``roles``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.facts.claims.numbers import (
    HUNDREDTHS,
    TIMES,
    Figure,
    PlainNumber,
    currency_before,
    read_number,
    sign_before,
    text_of,
)
from extract.facts.claims.tokens import Token
from extract.facts.claims.worded import read_fraction, read_multiple
from extract.model import Quantity
from extract.notation.hedges import hedge_before
from extract.notation.movements import MOVEMENTS
from extract.notation.symbols import CURRENCIES, SCALES
from extract.notation.words import word_set

_MOVING = word_set("went gone goes go going crept edged moved inched pushed ticked nudged bumped taken it")


_PERCENTS = word_set("% pct percent cent")
_MOST_SHARED = 1000  # "eight and nine pct", but not "738 or 2%"


_PERSONS = word_set(
    "person adult child woman man patient pupil household home firm people adults children women men patients"
)
_OF_THE = word_set("the all these those its our their total")


def find_figures(tokens: Sequence[Token]) -> list[Figure]:
    """Every figure of a sentence, from left to right."""
    found: list[Figure] = []
    words = [token.low for token in tokens]
    at = 0
    while at < len(tokens):
        figure = _figure_at(tokens, words, at)
        if figure is None:
            at += 1
            continue
        found.append(figure)
        at = figure.last + 1
    found = _in_whole_money(found)
    return [
        replace(figure, start=tokens[figure.first].start, end=tokens[figure.last].end)
        for figure in _sharing_units(tokens, found)
    ]


def _figure_at(tokens: Sequence[Token], words: Sequence[str], at: int) -> Figure | None:
    for read in (read_multiple, read_fraction, _number):
        figure = read(tokens, words, at)
        if figure is not None:
            return _hedged(tokens, words, figure)
    return None


def _hedged(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> Figure:
    """With the hedge before it, or "or more" behind it."""
    hedge, first = hedge_before(words, figure.first)
    is_ago = words[figure.last + 1 : figure.last + 2] in (["earlier"], ["ago"], ["before"])
    if first and is_ago and words[figure.first - 1] == "than" and tokens[first - 1].kind == "number":
        return figure  # "211 fewer than 12 months earlier"
    if first < figure.first and tokens[first].text == "CA":
        return figure  # "Fresno, CA 93701"
    led = [word for word in words[max(0, first - 2) : first] if word != ","][-1:]
    if words[first : figure.first] == ["over"] and _PERCENTS & set(led):
        return figure  # "a rise of 4 % over EUR 20 mn"
    if hedge and words[first : figure.first] == ["up", "to"] and first and words[first - 1] in _MOVING:
        return figure
    if hedge:
        if first >= 1 and words[first : figure.first] == ["more", "than"] and words[first - 1] == "no":
            return replace(figure, first=first - 1, hedge="under")
        return replace(figure, first=first, hedge=hedge)
    behind = tuple(words[figure.last + 1 : figure.last + 3])
    if behind in {("or", "more"), ("or", "over"), ("or", "above"), ("or", "higher")}:
        return replace(figure, last=figure.last + 2, hedge="over")
    if behind in {("or", "less"), ("or", "fewer"), ("or", "under"), ("or", "below"), ("or", "lower")}:
        return replace(figure, last=figure.last + 2, hedge="under")
    return replace(figure, last=figure.last + 2, hedge="approximately") if behind == ("or", "so") else figure


def _number(tokens: Sequence[Token], words: Sequence[str], at: int) -> Figure | None:
    """A number with all that belongs to it: "£1.4m", "24-32 %", "143 of the 293", "-1,241"."""
    core = read_number(tokens, words, at)
    if core is None:
        return None
    first, currency = currency_before(tokens, words, at)
    first, sign = sign_before(tokens, words, first, at)
    if sign and not currency:  # "EUR -3.1 mn"
        first, currency = currency_before(tokens, words, first)
    bracketed = _bracketed(tokens, words, at, core)
    if bracketed is not None:
        first, core, currency = bracketed
        sign = -1
    if currency and core.unit == "count":
        core = core._replace(unit=currency)
    figure = Figure(
        first,
        at,
        core.last,
        "number",
        Quantity(
            text_of(tokens, first, core.last),
            core.value * (sign or 1),
            core.decimals,
            core.scale,
            core.unit,
            signed=bool(sign),
        ),
        is_worded=core.is_worded,
    )
    return _ratio(tokens, words, figure) or _range(tokens, words, figure, currency) or figure


_BEFORE_NEGATIVE = word_set("of was to at from against is were reached with vs versus")


def _bracketed(
    tokens: Sequence[Token], words: Sequence[str], at: int, core: PlainNumber
) -> tuple[int, PlainNumber, str] | None:
    """A negative amount: "($31) million", "$(2.4) billion", "EPS of ($0.10)"; not "£5m ($8m)"."""
    if at < 2 or words[core.last + 1 : core.last + 2] != [")"] or core.scale != 1 or core.unit != "count":
        return None
    scale, last = SCALES.get(" ".join(words[core.last + 2 : core.last + 3]), Decimal(1)), core.last + 1
    if scale != 1:
        last += 1
    if words[at - 1] == "(" and words[at - 2] in _MARKS and tokens[at - 1].tight:
        first, mark = at - 2, tokens[at - 2].text
    elif words[at - 1] in _MARKS and words[at - 2] == "(":
        if scale == 1 and (at < 3 or words[at - 3] not in _BEFORE_NEGATIVE):
            return None
        first, mark = at - 2, tokens[at - 1].text
    else:
        return None
    return first, core._replace(last=last, scale=scale), CURRENCIES[mark]


_MARKS = word_set("£ $ € ¥ ₹")


def _ratio(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> Figure | None:
    """As in "1 in 4", "4 out of 138", "143 of the 293", "2 of 9"."""
    at = figure.last + 1
    if (
        figure.unit != "count"
        or figure.quantity.decimals
        or figure.quantity.multiplier != 1
        or at >= len(words)
    ):
        return None
    if words[at + 1 : at + 2] == ["in"] and figure.is_worded and words[at] in _PERSONS:
        at += 1  # "one person in five"
    if words[at] == "out" and words[at + 1 : at + 2] == ["of"]:
        joint, at = "out of", at + 2
    elif words[at] in {"in", "of"}:
        joint, at = words[at], at + 1
    else:
        return None
    if joint != "in":
        while at < len(words) and words[at] in _OF_THE:
            at += 1
    if joint == "in" and words[at : at + 1] == ["every"]:
        at += 1
    whole = read_number(tokens, words, at) if at < len(words) else None
    if whole is None or whole.unit != "count" or whole.decimals or not 0 < figure.value < whole.value:
        return None
    if joint == "in" and (figure.value > 10 or whole.value > 1000 or whole.scale != 1):
        return None
    if whole.last + 1 < len(words) and words[whole.last + 1] in TIMES:
        return None
    of = Quantity(text_of(tokens, at, whole.last), whole.value, 0, whole.scale, "count")
    return replace(figure, last=whole.last, sort="ratio", whole=of)


def _range(tokens: Sequence[Token], words: Sequence[str], figure: Figure, currency: str) -> Figure | None:
    """As in "40-45%", "65 to 70 pct", "between 0.1 and 0.2 pct", "£5m-£6m"."""
    joint = figure.last + 1
    if joint + 1 >= len(words):
        return None
    between = figure.first > 0 and words[figure.first - 1] == "between"
    if words[joint] == "-":
        if tokens[joint].tight != tokens[joint + 1].tight:
            return None
    elif words[joint] != ("and" if between else "to") or (
        not between
        and not _VARYING & set(words[max(0, figure.first - 8) : figure.first])
        and words[max(0, hedge_before(words, figure.first)[1] - 1)] == "from"
    ):
        return None
    at = joint + 1
    while (
        at < len(words)
        and at < joint + 3
        and words[at] in {"£", "$", "€", "¥", "₹", "eur", "us", "rmb", "gbp", "rs", "inr"}
    ):
        at += 1
    upper = read_number(tokens, words, at) if at < len(words) else None
    if upper is not None and currency and at > joint + 1 and upper.unit == "count":
        upper = upper._replace(unit=currency)
    moves = figure.first > 0 and words[figure.first - 1] in MOVEMENTS and words[joint] == "to"
    if moves and figure.unit != "percent" and (upper is None or upper.unit != "percent"):
        return None  # "increased $9 million to $140 million"
    if upper is None or not _may_range(figure, upper, words[joint], between):
        return None
    scale = figure.quantity.multiplier if figure.quantity.multiplier != 1 else upper.scale
    unit = figure.unit if figure.unit != "count" else upper.unit
    low = figure.value / figure.quantity.multiplier * scale
    if low >= upper.value:
        return None
    first = figure.first - 1 if between else figure.first
    quantity = Quantity(text_of(tokens, first, upper.last), low, figure.quantity.decimals, scale, unit)
    return replace(figure, first=first, last=upper.last, quantity=quantity, upper=upper.value)


_VARYING = word_set("ranged ranging ranges range varied varying varies vary")


def _may_range(figure: Figure, upper: PlainNumber, joint: str, between: bool) -> bool:
    """Whether two numbers are ends of one range: "rose 7,000 to 4.46 million" is none."""
    if figure.quantity.signed:
        return False
    if between or joint == "-":
        return figure.unit in {"count", upper.unit} or upper.unit == "count"
    if figure.unit not in {"count", upper.unit}:
        return False
    return (
        figure.quantity.multiplier in {Decimal(1), upper.scale}
        and figure.value / figure.quantity.multiplier * 3 > upper.digits
    )


def _sharing_units(tokens: Sequence[Token], found: list[Figure]) -> list[Figure]:
    """As in "eight and nine pct": a bare number takes unit and scale of the one that it is joined to."""
    shared = list(found)
    taken: set[int] = set()
    for at in range(len(shared) - 2, -1, -1):
        one, other = shared[at], shared[at + 1]
        between = [token.low for token in tokens[one.last + 1 : other.first]]
        if (
            one.unit != "count"
            or one.quantity.multiplier != 1
            or one.sort != "number"
            or other.sort != "number"
        ):
            continue
        if (
            one.value <= _MOST_SHARED
            and (between in (["and"], ["to"]) or (between == [","] and at + 1 in taken))
            and (
                other.unit in {"percent", "percentage_points"}
                or (other.quantity.multiplier != 1 and between == ["and"])
            )
        ):
            if between == ["to"] and other.unit == "percentage_points":
                continue
            scale = other.quantity.multiplier
            quantity = replace(one.quantity, value=one.value * scale, multiplier=scale, unit=other.unit)
            shared[at] = replace(one, quantity=quantity)
            taken.add(at)
    return shared


def _in_whole_money(found: list[Figure]) -> list[Figure]:
    """Pence beside pounds in pounds: "£8.12, 4p lower"; cents beside dollars likewise."""
    plain = {figure.unit for figure in found if figure.quantity.multiplier == 1 or figure.unit == "GBP"}
    whole = dict(HUNDREDTHS)
    if "EUR" in plain:
        whole["USX"] = "EUR"  # cents, beside euros
    hundredth = Decimal("0.01")
    return [
        replace(
            figure,
            quantity=replace(
                figure.quantity,
                value=figure.value * hundredth,
                multiplier=figure.quantity.multiplier * hundredth,
                unit=whole[figure.unit],
            ),
            upper=None if figure.upper is None else figure.upper * hundredth,
        )
        if whole.get(figure.unit) in plain
        else figure
        for figure in found
    ]

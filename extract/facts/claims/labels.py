"""Figures that claim nothing: ages, numbers in names, sections, targets, telephone numbers.

In: a sentence's tokens and one of its figures. Out: whether it is to be passed over. Each question
is a small function with an example as printed; the first that says yes settles it. Out of scope:
dates and periods, which are one token each already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from extract.facts.claims import qualifiers
from extract.facts.claims.numbers import Figure
from extract.facts.claims.tokens import Token
from extract.notation.movements import MOVEMENTS
from extract.notation.words import word_set

_NUMBERED = word_set(
    "year years section sections table tables figure figures chart charts page pages paragraph paragraphs "
    "para paras appendix annex note notes item items form grade grades level levels tier tiers band bands "
    "phase stage step part parts article articles chapter chapters clause clauses schedule act rule "
    "rules question category categories type types class group cluster line unit route room floor "
    "block zone zones area ward version volume issue number no nos. day week wave round option "
    "recommendation objective outcome indicator kpi standard directive regulation resolution ref "
    "reference code codes highway junction platform gate channel radio flight bus model series lot "
    "plot footnote box scenario priority pillar strand gcse sats ks hour exhibit title asc ias ifrs "
    "iso fas sfas topic proposition pier junctions berth runway terminal gates exit exits bay"
)
_COUNTING = word_set(
    "year years volume area group number unit line act round lot hour code model series class case band "
    "bands level levels figure figures rate rates option chart charts page block floor room"
)
_AGED = frozenset(["aged", "age", "ages", "over-"])
_AGE_FOLLOWS = word_set("year-old year-olds year-olds' years-old olds yr-old yr-olds")
_TARGETS = word_set(
    "target targets goal goals threshold thresholds objective limit ceiling cap quota guideline "
    "benchmark standard requirement aim aims aiming ambition trajectory"
)
_INTENDING = word_set(
    "aim aims aimed aiming seek seeks sought pledge pledged pledges commit committed commits intend "
    "intends plans planned plan planning ought must should"
)
_AIMING = word_set(
    "aims aim aiming aimed hopes hope pledged pledges plans plan intends intend seeks vows vowed"
)
_CLAUSE = 16  # words
_BESIDE = word_set("below above short over under off ahead behind")  # "1.6 points below target"
_BUILDING = word_set(
    "build recruit create deliver provide ensure introduce invest establish spend train open"
)
_NAMED_BEHIND = word_set("fleet series jets aircraft votes model")
_PHONES = word_set("999 101 111 911 112 105 116")
_EXTREMES = word_set("top bottom most least lowest highest richest poorest first last next nearest")
_NAMING = word_set(
    "most least lowest highest richest poorest deprived sample confidence significance interval "
    "coupon bond bonds notes discount threshold margin"
)

_MOST_NOTES = 100  # "[3]" is a note

Question = Callable[[Sequence[Token], Sequence[str], Figure], bool]


def is_label(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """Whether a figure names or limits something instead of stating how much there is of it."""
    return any(asks(tokens, words, figure) for asks in _QUESTIONS)


def _is_age(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "aged between 16 and 59", "18-24 year olds", "children under 16", "the over 65s"."""
    before = words[max(0, figure.first - 3) : figure.number]
    behind = [*words[figure.last + 1 : figure.last + 5], "", "", "", ""]
    if behind[0] in _AGE_FOLLOWS or words[figure.last] in {"year-olds", "year-old"}:
        return True
    if behind[0] == "-" and behind[1].startswith(("year-old", "year")):
        return True
    is_years = words[figure.last] in {"years", "year", "yrs"}
    if is_years and (
        behind[0] in {"old", "olds", "-old", "of"} or behind[:2] in (["and", "over"], ["and", "under"])
    ):
        return behind[0] != "of" or behind[1] == "age"
    if figure.unit not in {"count", "other"} or figure.quantity.decimals or figure.value > 120:
        return False
    if behind[0] in {"s", "'s"} and figure.last + 1 < len(tokens) and tokens[figure.last + 1].tight:
        return True
    if set(before) & {"aged", "age", "ages"} or (
        "age" in words[max(0, figure.first - 7) : figure.first] and before[-1:] == ["is"]
    ):
        return True
    if (
        figure.hedge
        and words[max(0, figure.first - 6) : figure.first].count("age")
        and behind[0] in {"", ".", ",", "with"}
    ):
        return True
    if behind[:2] in (
        ["and", "over"],
        ["and", "under"],
        ["and", "above"],
        ["and", "older"],
        ["and", "below"],
        ["and", "younger"],
        ["or", "older"],
    ):
        return True
    persons = {
        "children",
        "people",
        "those",
        "adults",
        "women",
        "men",
        "residents",
        "population",
        "child",
        "pupils",
    }
    return (
        figure.hedge in {"over", "under"}
        and figure.first > 0
        and (
            words[figure.first - 1] in persons
            or (words[figure.first - 1] == "the" and behind[0] in {"", ",", ".", "population"})
        )
        and behind[0] not in {"people", "crimes", "offences"}
        and words[figure.number - 1] in {"over", "under", "below", "above"}
    )


def _is_in_age_list(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "children aged 5 to 9 and 10 to 14", "patients aged 85 and over and 15-44"."""
    before = list(words[max(0, figure.first - 9) : figure.first])
    named = [at for at, word in enumerate(before) if word in {"aged", "age", "ages"}]
    if not named or figure.unit not in {"count", "other"} or figure.value > 120 or figure.quantity.decimals:
        return False
    return all(
        word
        in {
            "and",
            "to",
            "or",
            "over",
            "under",
            "-",
            ",",
            "between",
            "years",
            "year",
            "(",
            "band",
            "bands",
            "group",
        }
        or word.isdigit()
        for word in before[named[-1] + 1 :]
    )


def _is_age_span(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "20 to 24 years with -3.2%", "working age (16-64 years)": a range of years."""
    return figure.upper is not None and words[figure.last] in {"years", "year", "yrs"}


def _is_numbered(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "Table 2", "Grade 1 incidents", "Form 10-Q", "No. 5", "paragraphs 3 and 4", "Key Stage 2"."""
    if figure.unit not in {"count", "other"} or figure.hedge or figure.sort == "factor":
        return False
    at = figure.first - 1
    while at >= 0 and (
        words[at] in {".", "and", ",", "to", "-", "&"} or words[at].replace(".", "").isdigit()
    ):
        at -= 1
        if figure.first - at > 6:
            break
    joined = at < figure.first - 1
    if at < 0 or figure.value > 3000 or words[at] not in _NUMBERED:
        return False
    if words[at] in _COUNTING and not tokens[at].text[0].isupper():
        return (
            words[at] in {"level", "levels", "band", "bands", "line", "group", "class"} and figure.value < 20
        )
    return tokens[at].text[0].isupper() or not joined or words[at].endswith("s") or words[at] == "section"


def _is_of_name(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "Radio 4", "Windows 10", "COVID-19", "Chapter 02": a small bare number after a name."""
    if (
        figure.unit != "count"
        or figure.hedge
        or figure.quantity.decimals
        or figure.value > 99999
        or figure.sort != "number"
    ):
        return False
    if figure.is_worded or figure.quantity.signed or figure.first < 1 or figure.quantity.multiplier != 1:
        return False
    before = tokens[figure.first - 1]
    printed = tokens[figure.number].text
    if before.text.isupper() and len(before.text) > 1 and before.kind == "word" and "," not in printed:
        return True
    if figure.last + 1 < len(words) and words[figure.last + 1] in _NAMED_BEHIND:
        return True
    if len(printed) > 1 and printed[0] == "0" and "." not in printed:
        return True
    return (
        figure.value < 1000
        and before.kind == "word"
        and before.text[0].isupper()
        and not before.text.endswith(".")
        and figure.first > 1
        and figure.last + 1 < len(tokens)
        and words[figure.last + 1] in {"'s", ".", ",", ")", "and", "-", ":"}
    )


def _is_hyphened(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "10-Q", "12-month", "24-hour", "COVID-19"."""
    behind = tokens[figure.last + 1 : figure.last + 3]
    if (
        len(behind) == 2
        and behind[0].low == "-"
        and behind[0].tight
        and behind[1].tight
        and behind[1].kind == "word"
    ):
        return figure.unit in {"count", "other"}
    before = tokens[max(0, figure.first - 2) : figure.first]
    return (
        len(before) == 2
        and before[1].low == "-"
        and before[1].tight
        and tokens[figure.first].tight
        and before[0].kind in {"word", "number"}
    )


def _is_telephone(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "999 calls", "call 101", "0116 222 2222", "non-emergency (101)"."""
    printed = tokens[figure.number].text
    if figure.unit != "count" or figure.sort != "number":
        return False
    if printed in _PHONES and figure.first == figure.number:
        behind = words[figure.last + 1] if figure.last + 1 < len(words) else ""
        return behind in {
            "call",
            "calls",
            "non-emergency",
            "emergency",
            "service",
            ")",
            "line",
            "number",
            "demand",
            "and",
            "or",
            "abandonment",
        } or (
            figure.first > 0
            and words[figure.first - 1] in {"call", "calls", "to", "dial", "(", "ring", "phone", "on", "and"}
            and not MOVEMENTS.keys() & set(words[max(0, figure.first - 6) : figure.first])
        )
    beside = [tokens[at] for at in (figure.first - 1, figure.last + 1) if 0 <= at < len(tokens)]
    if any(token.kind == "number" for token in beside):
        return True  # "+358 9 1234"
    before = set(words[max(0, figure.first - 3) : figure.first])
    return bool(before & {"tel", "telephone", "phone", "fax", "isbn", "issn", "postcode", "ext"})


def _is_target(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "a target of 90%", "the 85% target", "aims to cut 500 posts", "guidance is to answer 90%"."""
    behind = list(words[figure.last + 1 : figure.last + 3])
    if (
        behind
        and behind[0] not in _BESIDE
        and (
            behind[0] in _TARGETS
            or (behind[0] not in {",", ".", "("} and behind[1:] and behind[1] in _TARGETS)
        )
    ):
        return True
    before = list(words[max(0, figure.first - 8) : figure.first])
    for cut in (",", ";", "(", "."):
        if cut in before:
            before = before[len(before) - before[::-1].index(cut) :]
    near = before[-5:]
    named = [at for at, word in enumerate(near) if word in _TARGETS]
    if named and not any(word in MOVEMENTS for word in near[named[-1] + 1 :]):
        return True
    guided = any(
        word in {"guidance", "standard", "expectation"} for word in _clause_before(words, figure.first)
    )
    recent = list(words[max(0, figure.first - 9) : figure.first])
    cutting = (at for at, word in enumerate(recent[:-2]) if word in {"target", "targets", "goal"})
    if any(recent[at + 1] == "of" and recent[at + 2].endswith("ing") for at in cutting):
        return True  # "a goal of reducing waste to 5%"
    if guided and "to" in before and "from" not in before:
        return True
    if "will" in before and _BUILDING & set(before[before.index("will") :]):
        return True
    if any(word in _INTENDING for word in before) and "to" in before:
        return True
    start = max(0, figure.first - _CLAUSE)
    return any(
        words[at] in _AIMING and words[at + 1] == "to" for at in range(start, figure.first - 1)
    ) and not _without_infinitive(words[start : figure.first]) & {
        ";",
        "but",
        "while",
        "was",
        "were",
        "has",
        "have",
    }


def _clause_before(words: Sequence[str], end: int) -> Sequence[str]:
    """The words before a figure, from the last semicolon on."""
    before = list(words[max(0, end - 25) : end])
    return before[len(before) - before[::-1].index(";") :] if ";" in before else before


def _without_infinitive(words: Sequence[str]) -> set[str]:
    """The words but "have" in "aims to have halved"."""
    return {word for before, word in pairwise(["", *words]) if (before, word) != ("to", "have")}


_ALLOWING = word_set("allows allow allowed permits permit permitted entitles entitled may")


def _is_allowed(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "permits members to sell up to 10 pct of their stake"."""
    before = words[max(0, figure.number - 12) : figure.number]
    return before[-2:] == ["up", "to"] and bool(_ALLOWING & set(before))


def _is_extreme(_tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "the 10% most deprived", "the bottom 10%", "below 60% median income"."""
    behind = words[figure.last + 1] if figure.last + 1 < len(words) else ""
    before = words[figure.first - 1] if figure.first else ""
    if figure.sort == "number" and figure.unit == "percent" and (behind in _NAMING or behind == "median"):
        return True
    if before == "per" or (
        before == "nearest" and figure.unit == "count"
    ):  # "per 100,000", "to the nearest 100"
        return figure.unit == "count"
    return before in _EXTREMES and figure.unit in {"percent", "count"} and figure.sort == "number"


def _is_clause(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """A number that opens a paragraph or list item ("3.4 Drug offences"), or stands in "2)"."""
    behind = words[figure.last + 1] if figure.last + 1 < len(words) else ""
    if figure.unit != "count" or figure.sort != "number" or figure.quantity.multiplier != 1:
        return False
    if behind == ")" and (not figure.first or words[figure.first - 1] != "(") and figure.value < 30:
        return "(" not in words[max(0, figure.first - 8) : figure.first]
    opens = figure.first == 0 and figure.value < 30 and figure.last + 1 < len(tokens)
    return opens and tokens[figure.last + 1].text[:1].isupper()


def _is_ordinal(tokens: Sequence[Token], words: Sequence[str], figure: Figure) -> bool:
    """As in "1st", "22nd", a mark such as "[3]" or "#4", an exponent."""
    before = words[figure.first - 1] if figure.first else ""
    behind = words[figure.last + 1] if figure.last + 1 < len(words) else ""
    if before == "(" and behind == ")" and tokens[figure.first - 1].tight:
        return figure.unit == "count" and figure.value < _MOST_NOTES and not figure.quantity.decimals
    if before == "[":
        return behind == "]" and figure.unit == "count" and figure.value < _MOST_NOTES
    return before in {"#", "*", "^"} and figure.unit == "count"


_QUESTIONS: tuple[Question, ...] = (
    _is_age,
    _is_in_age_list,
    _is_age_span,
    qualifiers.is_size,
    qualifiers.is_span,
    qualifiers.is_coupon,
    qualifiers.is_certain,
    _is_numbered,
    _is_of_name,
    _is_hyphened,
    _is_telephone,
    _is_target,
    _is_allowed,
    qualifiers.is_of_confidence,
    qualifiers.is_clock,
    _is_extreme,
    qualifiers.is_address,
    _is_clause,
    _is_ordinal,
)

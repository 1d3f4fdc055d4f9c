"""A paragraph cut into sentences of tokens, with periods as one token each.

In: a text. Out: sentences that hold a number in figures or words; the others claim nothing that
can be checked. A sentence is bounded, so that whatever is done with one costs no more for a longer
text. Out of scope: what the tokens mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.notation.movements import MULTIPLES
from extract.notation.periods import period_spans
from extract.notation.words import FRACTION_WORDS, cardinal, word_set

Kind = Literal["number", "word", "mark", "period"]

_TOKEN = re.compile(
    r"(?P<number>\.?[0-9](?:[0-9]|[.,](?=[0-9])){0,40})"
    r"|(?P<word>['’]s(?![^\W_])|[^\W\d_]{1,40}(?:['’\u2010\u2011-][^\W\d_]{1,40}){0,5})"
    r"|(?P<mark>\S)"
)
_FOLD = str.maketrans(
    dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63\uff0d\u00ad", "-")
    | {"\u2019": "'", "\u2018": "'", "\uff05": "%", "\u201c": '"', "\u201d": '"', "\ufffe": "-"}
)
_KINDS: dict[str, Kind] = {"number": "number", "word": "word", "mark": "mark"}
_MOST_TOKENS = 250
_MOST_NUMBERS = 30  # in a sentence with fewer words than numbers
_MOST_CHARACTERS = 6000
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof st no nos vs e.g i.e etc inc ltd co corp plc approx est fig figs sec dept ca c "
    "cf para paras vol al viz gov sen rep gen col jr sr bros rs"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or period.

    Attributes:
        low: In lower case, with plain quotes and dashes.
        tight: Nothing stands between it and the token before.
    """

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    tight: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence; ``opens`` where a paragraph begins with it."""

    tokens: tuple[Token, ...]
    opens: bool


def find_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, with what is no claim left in: one is needed to carry a subject on.

    >>> [len(sentence.tokens) for sentence in find_sentences("It rose. It fell by 4% in June 2019.")]
    [3, 8]
    """
    found: list[Token] = []
    opens = True
    for token in _tokens(text):
        blank = bool(found) and text.count("\n", found[-1].end, token.start) > 1
        if found and (blank or _ends(found, token)):
            yield Sentence(_with_periods(text, found), opens)
            found, opens = [], blank
        found.append(token)
    if found:
        yield Sentence(_with_periods(text, found), opens)


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "mark"]
        printed = match[0]
        low = printed.lower().translate(_FOLD)
        tight = match.start() == end and end > 0
        end = match.end()
        yield Token(kind, printed, low, match.start(), end, tight)


def _ends(found: Sequence[Token], following: Token) -> bool:
    """Whether a sentence ends with the tokens found."""
    last = found[-1]
    if len(found) >= _MOST_TOKENS or last.end - found[0].start > _MOST_CHARACTERS:
        return True
    if following.tight:
        return False
    closing = last.low in {'"', "'", ")"} and len(found) > 1 and found[-2].low in {".", "!", "?"}
    if last.low not in {".", "!", "?"} and not closing:
        return False
    if following.kind == "word" and not following.text[0].isupper():
        return False
    return closing or last.low != "." or not _is_abbreviation(found)


def _is_abbreviation(found: Sequence[Token]) -> bool:
    if len(found) < 2:
        return False
    before = found[-2]
    if before.kind != "word" or not found[-1].tight:
        return False
    if before.low in {"e", "g"} and before.tight and len(found) > 3 and found[-4].low in {"i", "e"}:
        return True  # "i.e.", "e.g."
    return before.low in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper())


def holds_number(tokens: Sequence[Token]) -> bool:
    """Whether any token may be part of a figure."""
    return any(
        token.kind == "number"
        or (
            token.kind == "word"
            and (token.low in MULTIPLES or token.low in FRACTION_WORDS or _is_cardinal(token.low))
        )
        for token in tokens
    )


_ENGLISH = word_set(
    "the and by from with were to than this that of for was are had has have it its at is are "
    "up down against compared rose fell over under after which last more less than but averaged totalled vs"
)
_FOREIGN = word_set(
    "de la le les et un une des du au der die das und auf von um el los las en het een van og och na "
    "im den dem con del il di da do dos ont est sont mit bei zu av til ja oli vuonna sul della "
    "nel dans pour sur"
)


def is_english(tokens: Sequence[Token]) -> bool:
    """Whether a sentence has more of English's small words than of other languages'."""
    words = [token.low for token in tokens if token.kind == "word"]
    if sum(not word.isascii() for word in words) * 2 > len(words):
        return False
    foreign = sum(word in _FOREIGN for word in words)
    return not foreign or sum(word in _ENGLISH for word in words) >= foreign


def is_prose(tokens: Sequence[Token]) -> bool:
    """Whether a text is written in words: a long row of numbers is a table that lost its lines."""
    numbers = sum(token.kind == "number" for token in tokens)
    return numbers <= _MOST_NUMBERS or sum(token.kind == "word" for token in tokens) >= numbers


def _is_cardinal(low: str) -> bool:
    return cardinal(low) is not None or low.partition("-")[2] in FRACTION_WORDS


def _with_periods(text: str, found: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence, those of each period made one."""
    if not holds_number(found) or not is_prose(found):
        return tuple(found)
    start = found[0].start
    spans = [(start + a, start + b) for a, b in period_spans(text[start : found[-1].end])]
    joined: list[Token] = []
    at = 0
    for first, last in spans:
        while at < len(found) and found[at].end <= first:
            joined.append(found[at])
            at += 1
        covered = [token for token in found[at:] if token.start < last]
        if not covered or not _is_period(text, first, last, covered, found[at - 1] if at else None):
            continue
        at += len(covered)
        printed = text[covered[0].start : covered[-1].end]
        low = printed.lower().translate(_FOLD)
        joined.append(Token("period", printed, low, covered[0].start, covered[-1].end, covered[0].tight))
    return (*joined, *found[at:])


def _is_period(text: str, first: int, last: int, covered: Sequence[Token], before: Token | None) -> bool:
    """Whether a span is a period in prose: "may" and "march" are words too, "£1990" is no year."""
    if covered[-1].end > last + 2:  # cut within a number or a word ("2019's" is whole)
        return False
    printed = text[first:last]
    if printed in {"may", "march", "mar"}:
        return False
    return before is None or before.low not in _CURRENCY_MARKS or not printed.isdigit()


_CURRENCY_MARKS = word_set("£ $ € eur usd gbp")

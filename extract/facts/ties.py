"""Which comparison of a table a claim speaks of.

A claim is tied where its subject has the words of one row, and no other words than those of the
row's table, group and section. Where several rows have, a figure that agrees decides; else the claim
is left untied. In come claims and comparisons, out go ties with the figures that agree. Out of
scope: whether the rest of the claim agrees (the rules).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.blocks.numbering import top_of
from extract.facts.arithmetic import printed_of
from extract.facts.claims.verdicts import said_of
from extract.model import Claim, Comparison, Observation, Paragraph, Period, Quantity, Stated, Table, Tie
from extract.notation.periods import named_periods
from schemas.agreement import Printed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_AND = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b)\s*")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\da-z])")
_FEWEST_DIGITS = 3
# Words that tell no row from another.
_EMPTY = frozenset(
    _WORD.findall(
        """a an the of in on for to and or by at as with from this that these those it its there
        their our we has have had been was were is are be number total all overall volume level
        count amount figure category record recorded recording reported report case also however
        more fewer less additional force per year quarter month period annual quarterly monthly both
        each other others"""
    )
)
# "2,816 [fewer incidents] in comparison to", "1,512 [stop and searches], on average"
_COUNTED = re.compile(
    r"(?P<noun>(?:\s+(?!(?:in|than|to|from|on|over|for|when|compared|during|per|of|at|by|was|were|this)\b)"
    r"[^\W_]+(?:-[^\W_]+)*){0,6})"
)
_SPANS = re.compile(
    r"\b(?:(?:last|past|previous|first) (?:\w+ )?(?:weeks|months|years)|"
    r"(?:each|every|a|per) (?:day|week|month)|monthly|weekly|daily|\w+[- ]months?\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:last|previous|prior) (?:financial |fiscal |calendar )?year|\b(?:a )?year (?:ago|earlier|before)\b",
    re.IGNORECASE,
)


_OTHER_BASIS = re.compile(
    r"\b(?:excluding|adjusted|comparable|organic|underlying|like[- ]for[- ]like|constant|real terms|"
    r"seasonally|annualised|annualized|on average|provisional|forecast|expected|projected)\b",
    re.IGNORECASE,
)


def words_of(text: str) -> frozenset[str]:
    """The words that tell one subject from another, plurals and case folded.

    >>> sorted(words_of("Number of 101 Calls")), sorted(words_of("the crimes recorded"))
    (['101', 'call'], ['crime'])
    """
    words = (_singular(match[0].lower()) for match in _WORD.finditer(text))
    return frozenset(word for word in words if word not in _EMPTY)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class _Row:
    """A comparison with the words of its label and of its place."""

    comparison: Comparison
    label: frozenset[str]
    place: frozenset[str]
    section: str


def tie_claims(
    claims: Sequence[Claim],
    comparisons: Sequence[Comparison],
    paragraphs: Iterable[Paragraph],
    tables: Iterable[Table],
    period: Period | None,
) -> Iterator[Tie]:
    """The claims that speak of a row, with that row.

    Args:
        claims: Of the report's narrative.
        comparisons: Of its tables.
        paragraphs: The claims stand in.
        tables: The comparisons stand in.
        period: The report's own.
    """
    by_table = {table.ordinal: table for table in tables}
    rows = [_row(c, by_table[c.table]) for c in comparisons if c.current is not None and c.prior is not None]
    by_paragraph = {paragraph.ordinal: paragraph for paragraph in paragraphs}
    for claim in claims:
        paragraph = by_paragraph[claim.paragraph]
        subjects = list(_subjects(claim, paragraph.text))
        found = [tie for each in subjects if (tie := _tie(claim, each, paragraph, rows, period)) is not None]
        yield from (replace(tie, is_listed=len(found) > 1) for tie in found)


def _row(comparison: Comparison, table: Table) -> _Row:
    figure = comparison.current
    assert figure is not None
    place = words_of(f"{figure.group} {table.title} {table.section_title}")
    return _Row(comparison, words_of(figure.kpi), place, top_of(table.section_number))


def _subjects(claim: Claim, text: str) -> Iterator[frozenset[str]]:
    """What a claim may be of: its subject, each part of a list ("Female and Unspecified"), what is counted.

    "The department took 4,677 fewer 999 calls" is of the calls.
    """
    subjects = [claim.subject, *_AND.split(claim.subject)]
    counted = claim.change or (claim.current if claim.kind == "level" else None)
    behind = _COUNTED.match(text, counted.end) if counted is not None else None
    if behind is not None and not words_of(behind["noun"]) & words_of(claim.subject):
        subjects.append(behind["noun"])
    yield from dict.fromkeys(words for subject in subjects if (words := words_of(subject)))


def _tie(
    claim: Claim, subject: frozenset[str], paragraph: Paragraph, rows: Sequence[_Row], period: Period | None
) -> Tie | None:
    fitting = [row for row in rows if row.label and row.label <= subject and subject - row.label <= row.place]
    section = top_of(paragraph.section_number)
    if section:
        fitting = [row for row in fitting if row.section == section]
    sentence = sentence_of(paragraph.text, claim)
    if not fitting or claim.kind == "rate" or _OTHER_BASIS.search(sentence):
        return None
    ties = [_tied(claim, row.comparison, sentence) for row in fitting]
    proven = [tie for tie in ties if tie.proof]
    if len(proven) == 1:
        return proven[0]
    if len(ties) > 1 or is_of_other_period(sentence, ties[0].comparison, period):
        return None
    return ties[0]


def _tied(claim: Claim, comparison: Comparison, sentence: str) -> Tie:
    return Tie(claim, comparison, _agreeing(claim, comparison), _is_past(claim, sentence), False, sentence)


def sentence_of(text: str, claim: Claim) -> str:
    """The sentence of a paragraph's text that a claim stands in."""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, claim.start)), default=0)
    end = _SENTENCE_END.search(text, claim.end)
    return text[start : end.start() if end else len(text)]


def _is_past(claim: Claim, sentence: str) -> bool:
    """Whether a level is of the period compared with: "23,871 crimes in the first quarter of last year"."""
    return claim.kind == "level" and _PAST.search(sentence) is not None


def is_of_other_period(sentence: str, comparison: Comparison, default: Period | None) -> bool:
    """Whether a sentence names a period, or a basis, that neither figure of a comparison is of."""
    if _SPANS.search(sentence) or _OTHER_BASIS.search(sentence):
        return True
    own = [figure.period for figure in (comparison.current, comparison.prior) if figure and figure.period]
    named = named_periods(sentence, default)
    return any(not any(_is_within(each, period) for each in own) for period in named)


def _is_within(own: Period, named: Period) -> bool:
    """Whether a period is the one named or lies in it: a quarter of "18/19"."""
    return named.start <= own.start and own.end <= named.end


def _agreeing(claim: Claim, comparison: Comparison) -> tuple[str, ...]:
    """The claim's figures that are the row's own: no chance that it speaks of another."""
    current, prior = figure_of(comparison.current), figure_of(comparison.prior)
    if current is None or prior is None:
        return ()
    change = current.value - prior.value
    found = []
    if claim.current is not None and _is_same(claim.current, current):
        found.append("current")
    if claim.prior is not None and _is_same(claim.prior, prior):
        found.append("prior")
    if claim.change is not None and change and _is_same(claim.change, current._replace(value=abs(change))):
        found.append("change")
    return tuple(found)


def _is_same(stated: Stated, figure: Printed) -> bool:
    """Whether a figure of the text is a table's, to three digits or more; a bound is no figure."""
    if stated.hedge in {"over", "under"} or stated.upper is not None or not figure.value:
        return False
    digits = sum(letter.isdigit() for letter in stated.quantity.text)
    printed = said_of(stated).printed
    if digits < _FEWEST_DIGITS or printed.unit != figure.unit:
        return False
    one, other = (each._replace(value=abs(each.value)).interval for each in (printed, figure))
    return one.meets(other)


def figure_of(observation: Observation | None) -> Printed | None:
    """A row's figure as the law sees it."""
    quantity = observation.quantity if observation is not None else None
    return printed_of(quantity) if isinstance(quantity, Quantity) else None

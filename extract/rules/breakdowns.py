"""One total broken down in several ways, such as by age and by sex.

Each rule's docstring is its page in the reference. Out of scope: totals printed in the same table
(``footing``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise, permutations
from typing import NamedTuple

from extract.blocks.numbering import top_of
from extract.model import Finding, Observation, Quantity
from extract.rules.evidence import Evidence, Row, doubt_of_confidence, fingerprint
from extract.rules.wording import place
from extract.tables.rows import observation_id, table_id

# "0-17", "Under 18", "18 to 64", "65+", "Over 18": ages, as first and last year
_AGE = re.compile(
    r"(?:age[ds]?\s*)?(?:"
    r"(?P<under>under|below|up to)\s*(?P<top>\d{1,3})|(?P<over>over|above)\s*(?P<base>\d{1,3})|"
    r"(?P<first>\d{1,3})(?:\s*(?:-|–|to)\s*(?P<last>\d{1,3})|"
    r"(?P<open>\s*\+|\s*(?:and|or) (?:over|above|older))|"
    r"(?P<down>\s*(?:and|or) (?:under|below|younger)))?"
    r")(?:\s*years?(?: olds?)?)?",
    re.IGNORECASE,
)
_OLDEST = 999
_SEX = re.compile(r"(?:fe)?males?|(?:wo)?men|boys|girls", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\d.,£$€-])(?:\d{1,3}(?:,\d{3})+|\d{3,})(?![.,]?\d|\s?%)")
_FEWEST_TOLD = 2  # columns whose total the text names


class _Breakdown(NamedTuple):
    """The rows under one heading of a table: their figures by column."""

    group: str
    labels: tuple[str, ...]
    figures: Mapping[int, tuple[Observation, ...]]

    def sum(self, column: int) -> Decimal:
        return sum(
            (o.quantity.value for o in self.figures[column] if isinstance(o.quantity, Quantity)), Decimal(0)
        )

    @property
    def is_exclusive(self) -> bool:
        """Whether nobody can be counted in two of its classes: the sexes, or ages apart from each other."""
        if all(_SEX.fullmatch(label) for label in self.labels):
            return True
        spans = [_years(label) for label in self.labels]
        known = sorted(span for span in spans if span is not None)
        return len(known) == len(spans) and all(a[1] < b[0] for a, b in pairwise(known))


def _years(label: str) -> tuple[int, int] | None:
    """The first and last year of an age class.

    >>> _years("0-17"), _years("Under 16"), _years("Over 18"), _years("65 and over"), _years("Adults")
    ((0, 17), (0, 15), (19, 999), (65, 999), None)
    """
    match = _AGE.fullmatch(label.strip())
    if match is None:
        return None
    if match["under"]:
        return 0, int(match["top"]) - (match["under"].lower() != "up to")
    if match["over"]:
        return int(match["base"]) + 1, _OLDEST
    first = int(match["first"])
    if match["down"]:
        return 0, first
    return first, int(match["last"]) if match["last"] else _OLDEST if match["open"] else first


def breakdown_exceeds_total(evidence: Evidence) -> Iterator[Finding]:
    """The classes of a breakdown add up to more than the total that they are classes of.

    ## What it finds

    Tables that break one total down in two ways under headings of their own. Where the classes of one add
    up, in two columns at least, to counts that the section's text names, these are the totals. Classes of
    the other that add up to more can't be classes of them.

    ## Why it matters

    Records that lack a class make a breakdown fall short of its total. Nothing makes it more.

    ## Example

    The text says "1,394 reports, against 1,446 a year ago".

        Age      0-17           926    871
                 Over 18        491    556
        Gender   Male           677    576
                 Female         717    870

    926 + 491 = 1,417 is more than 1,394.

    ## When it is uncheckable

    Where the text names the totals of fewer than two columns, where a figure is missing, and where classes
    may overlap: only the sexes, and ages apart from each other, can be told to exclude each other.

    ## What can fool it

    A breakdown of something else that stands in the same table under a heading that we missed.
    """
    for ordinal, observations in _by_table(evidence.facts.observations).items():
        table = table_id(evidence.report_id, ordinal)
        breakdowns = _breakdowns(observations)
        for whole, other in permutations(breakdowns, 2):
            told = _told(evidence, table, whole)
            if len(told) < _FEWEST_TOLD or not other.is_exclusive:
                continue
            for column in sorted(told.keys() & other.figures.keys()):
                if other.sum(column) > whole.sum(column):
                    yield _finding(evidence, table, (whole, other, column), told[column])


def _by_table(observations: Sequence[Observation]) -> dict[int, list[Observation]]:
    tables: dict[int, list[Observation]] = defaultdict(list)
    for observation in observations:
        if observation.measure == "value" and observation.group:
            tables[observation.table].append(observation)
    return tables


def _breakdowns(observations: Sequence[Observation]) -> list[_Breakdown]:
    groups: dict[str, dict[int, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for observation in observations:
        groups[observation.group][observation.column].append(observation)
    return [found for group, columns in groups.items() if (found := _breakdown(group, columns)) is not None]


def _breakdown(group: str, columns: Mapping[int, Sequence[Observation]]) -> _Breakdown | None:
    labels = tuple(dict.fromkeys(o.kpi for column in columns.values() for o in column))
    whole = {
        column: tuple(figures)
        for column, figures in columns.items()
        if [o.kpi for o in figures] == list(labels) and all(_is_count(o) for o in figures)
    }
    return _Breakdown(group, labels, whole) if len(labels) >= 2 and whole else None


def _is_count(observation: Observation) -> bool:
    quantity = observation.quantity
    return isinstance(quantity, Quantity) and quantity.unit == "count" and quantity.value >= 0


def _told(evidence: Evidence, table: str, whole: _Breakdown) -> dict[int, Row]:
    """The columns whose sum the text of the table's section names, each with the paragraph that does."""
    section = next((top_of(t["section_number"]) for t in evidence.tables if t["table_id"] == table), "")
    texts = [p for p in evidence.paragraphs if section and top_of(p["section_number"]) == section]
    told = {}
    for column in whole.figures:
        paragraph = next((p for p in texts if whole.sum(column) in _counts(p["text"])), None)
        if paragraph is not None:
            told[column] = paragraph
    return told


def _counts(text: str) -> set[Decimal]:
    return {Decimal(match[0].replace(",", "")) for match in _COUNT.finditer(text)}


def _finding(
    evidence: Evidence, table: str, found: tuple[_Breakdown, _Breakdown, int], paragraph: Row
) -> Finding:
    whole, other, column = found
    parts, first = other.figures[column], other.figures[column][0]
    total, excess = whole.sum(column), other.sum(column)
    named = f" of paragraph {paragraph['number']}" if paragraph["number"] else ""
    names = (evidence.titles.get(table, ""), other.group, first.column_label)
    return Finding(
        rule="FT002",
        name="breakdown_exceeds_total",
        severity="error",
        message=(
            f"{place(names, first.page)}: {_sum(parts)} = {excess:,}, more than the total{named} "
            f"({_sum(whole.figures[column])} = {total:,})"
        ),
        fingerprint=fingerprint(
            "FT002",
            evidence.organisation,
            *evidence.days,
            other.group,
            *_texts(parts),
            *_texts(whole.figures[column]),
        ),
        evidence=(
            *(observation_id(evidence.report_id, o) for o in (*parts, *whole.figures[column])),
            paragraph["paragraph_id"],
        ),
        page=first.page,
        box=first.box,
        kpi=first.kpi,
        table_id=table,
        row=first.row,
        paragraph_id=paragraph["paragraph_id"],
        stated=f"{excess:,}",
        expected=f"{total:,} at most",
        high=float(total),
        doubt=doubt_of_confidence(o.confidence for o in (*parts, *whole.figures[column])),
    )


def _texts(figures: Sequence[Observation]) -> tuple[str, ...]:
    return tuple(text for o in figures for text in (o.kpi, o.text))


def _sum(figures: Sequence[Observation]) -> str:
    return " + ".join(o.text for o in figures)

"""One total broken down in two ways, with a table as printed and the text beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed_grids import Rows, blocks_of, facts_of, findings_of, observations_of

from extract.model import Box, Finding, Paragraph

HEADS = ("Q1 2019", "Q1 2018")
SEX: Rows = (("Gender",), ("Male", "677", "576"), ("Female", "588", "764"), ("Unspecified", "129", "106"))
TEXT = "The team managed 1,394 reports. A year ago there were 1,446, this is a 4% reduction."


def told(*rows: tuple[str, ...], text: str = TEXT) -> list[Finding]:
    """What is said of a table in section 2 with a paragraph 2.4."""
    facts = facts_of(observations_of(HEADS, rows))
    paragraph = Paragraph(1, "paragraph", 0, "2.4", "2", "Crime", text, 1, 1, Box(0, 0, 100, 20))
    blocks = replace(blocks_of(facts), paragraphs=(paragraph,))
    return [f for f in findings_of(facts, blocks) if f.rule == "FT002"]


def test_ages_that_add_up_to_more_than_the_total_are_told() -> None:
    (finding,) = told(("Age",), ("0-17", "926", "871"), ("Over 18", "491", "556"), *SEX)
    assert finding.severity == "error"
    assert finding.message == (
        "Table 1, Age, Q1 2019: 926 + 491 = 1,417, more than the total of paragraph 2.4 "
        "(677 + 588 + 129 = 1,394)"
    )
    assert (finding.kpi, finding.stated, finding.high) == ("0-17", "1,417", 1394)
    assert finding.paragraph_id.endswith(".p00001")


@pytest.mark.parametrize(
    ("rows", "text", "why"),
    [
        ([("Age",), ("0-17", "900", "871"), ("Over 18", "491", "556")], TEXT, "some have no age"),
        ([("Type",), ("Repeat", "926", "871"), ("Foster care", "491", "556")], TEXT, "classes may overlap"),
        ([("Age",), ("Under 16", "300", "290"), ("Under 18", "920", "910")], TEXT, "nested"),
        ([("Age",), ("18+", "926", "871"), ("65+", "491", "556")], TEXT, "the old are adults"),
        ([("Age",), ("0-17", "n/a", "871"), ("Over 18", "491", "556")], TEXT, "a figure is missing"),
        (
            [("Age",), ("0-17", "926", "871"), ("Over 18", "491", "556")],
            "The team managed 1,394 reports.",
            "only one total is named",
        ),
        (
            [("Age",), ("0-17", "926", "871"), ("Over 18", "491", "556")],
            "It cost £1,394 and 1,446.50 in all.",
            "amounts are no counts",
        ),
    ],
)
def test_nothing_is_said_where_it_cannot_be_known(rows: Rows, text: str, why: str) -> None:
    assert told(*rows, *SEX, text=text) == [], why

"""What the text announces and the report doesn't hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed_grids import findings_of, observations_of, table_of

from extract.model import Blocks, Box, Facts, Figure, Finding, Paragraph, ReportDescription

BELOW = "The costs are high. The projects are outlined in the table below. More will follow."


def paragraph(ordinal: int, number: str, text: str, *, page: int = 1, top: float = 50) -> Paragraph:
    """A numbered paragraph of the section that its number begins with."""
    box = Box(0, top, 300, top + 20)
    return Paragraph(ordinal, "paragraph", 0, number, number[0], "Crime", text, page, page, box)


def told(*paragraphs: Paragraph, table_in: str = "", figures: tuple[Figure, ...] = ()) -> list[Finding]:
    """What is said of paragraphs on page 1 and a table on page 2, in the section named."""
    observations = observations_of(("Now",), [("Projects", "10")], table=2)
    tables = (table_of(2, observations, table_in),) if table_in else ()
    blocks = Blocks(tables, paragraphs, figures, (), 1.0)
    findings = findings_of(Facts(ReportDescription("Report", "Anytown Police")), blocks)
    return [f for f in findings if f.rule == "NR005"]


def test_a_table_that_never_comes_is_told_with_its_sentence() -> None:
    (finding,) = told(paragraph(1, "3.6", BELOW), paragraph(2, "4.1", "Outcomes.", top=90), table_in="4")
    assert finding.severity == "warning"
    assert finding.quote == "The projects are outlined in the table below."
    assert finding.paragraph_id.endswith(".p00001")
    assert finding.message == (
        "Crime, paragraph 3.6: “The projects are outlined in the table below.” "
        "No table follows in this section."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See the following chart for details of 1.5 million.", "the following chart"),
        ("This graph shown overleaf tells more", "This graph shown overleaf"),
    ],
)
def test_charts_and_other_words_are_known(text: str, words: str) -> None:
    (finding,) = told(paragraph(1, "3.6", text))
    assert finding.stated == words


def test_a_table_in_the_section_is_the_one_announced() -> None:
    assert told(paragraph(1, "3.6", BELOW), table_in="3") == []


def test_a_picture_may_be_the_table() -> None:
    figure = Figure(1, 1, Box(0, 100, 300, 200), "picture")
    assert told(paragraph(1, "3.6", BELOW), figures=(figure,)) == []
    assert told(paragraph(1, "3.6", BELOW), figures=(replace(figure, kind="logo"),)) != []


@pytest.mark.parametrize(
    "text",
    [
        "The table below the window is made of oak.",
        "Rates are below the national average.",
        "See Table 3 for details.",
        "The details are as shown below.",
    ],
)
def test_other_words_announce_nothing(text: str) -> None:
    assert told(paragraph(1, "3.6", text)) == []


def test_without_numbered_sections_nothing_is_said() -> None:
    unnumbered = replace(paragraph(1, "3.6", BELOW), number="", section_number="")
    assert told(unnumbered) == []


def test_a_table_in_the_next_column_follows_wherever_it_stands() -> None:
    figure = Figure(1, 1, Box(320, 10, 580, 40), "picture")
    assert told(paragraph(1, "3.6", BELOW), figures=(figure,)) == []

"""A report is described by what it prints first and most, the file's metadata helping out."""

from __future__ import annotations

from datetime import date

import pytest

from extract.facts.description import describe_report
from extract.facts.languages import find_language
from extract.facts.markings import find_marking, is_marking
from extract.facts.organisations import find_names, find_organisation
from extract.model import Blocks, Box, Document, Furniture, Page, Paragraph, ReportDescription, Word


def words_at(x0: float, top: float, text: str, size: float = 10.0) -> list[Word]:
    found = []
    for piece in text.split():
        width = 0.5 * size * len(piece)
        found.append(Word(piece, Box(x0, top, x0 + width, top + size), size))
        x0 += width + 0.3 * size
    return found


BODY = "The number of calls to the force rose in the quarter and the wait was longer than before. " * 3


def describe(
    lines: list[tuple[float, str]], body: str = BODY, declared: Document | None = None
) -> ReportDescription:
    """Lines as (size, text), one below the other."""
    words: list[Word] = []
    top = 60.0
    for size, text in lines:
        words += words_at(60, top, text, size)
        top += 1.4 * size
    page = Page(1, 595.0, 842.0, tuple(words))
    paragraph = Paragraph(1, "paragraph", 0, "", "", "", body, 1, 1, Box(0, 0, 1, 1), 10.0)
    blocks = Blocks((), (paragraph,), (), (), 1.0)
    return describe_report((page,), blocks, declared or Document((page,), (), False, "digital"))


def test_the_largest_lines_and_the_period_below_are_the_title() -> None:
    lines = [
        (20.0, "FORCE PERFORMANCE REPORT"),
        (16.0, "Quarter 1 2019/20"),
        (10.0, "The first section says"),
    ]
    found = describe(lines)
    assert found.title == "FORCE PERFORMANCE REPORT Quarter 1 2019/20"
    assert found.period is not None
    assert (found.period.start, found.period.end) == (date(2019, 4, 1), date(2019, 6, 30))


def test_a_large_figure_is_no_title() -> None:
    assert (
        describe([(40.0, "54%"), (18.0, "Quarterly results"), (10.0, "Text of the page")]).title
        == "Quarterly results"
    )


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Force Performance Report", "Force Performance Report"),
        ("Microsoft Word - q1.docx", ""),
        ("Scanned document", ""),
    ],
)
def test_the_files_title_helps_out_where_it_makes_sense(declared: str, title: str) -> None:
    assert (
        describe([(10.0, "12 34")], declared=Document((), (), False, "digital", title=declared)).title
        == title
    )


def test_the_language_is_that_of_the_narrative_not_of_the_file() -> None:
    french = (
        "Le nombre des appels est en hausse dans le trimestre et la durée est plus longue que par le passé. "
        * 3
    )
    declared = Document((), (), False, "digital", language="en-US")
    assert describe([(10.0, "Rapport")], body=french, declared=declared).language == "fr"
    assert describe([(10.0, "12")], body="12 34", declared=declared).language == "en"


def test_an_empty_report_has_an_empty_description() -> None:
    document = Document((), (), False, "digital")
    assert describe_report((), Blocks((), (), (), (), 1.0), document) == ReportDescription()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Eastshire Police Performance Report", ["Eastshire Police"]),
        (
            "Funds went to the Home Office and to Eastshire County Council.",
            ["Home Office", "Eastshire County Council"],
        ),
        ("The Bureau of Statistics, Fiji", ["Bureau of Statistics"]),
        ("Results of Amber Foods plc for 2023", ["Amber Foods plc"]),
        ("police officers and council staff", []),
    ],
)
def test_names_of_organisations_are_capitalised_runs_with_a_telling_word(text: str, names: list[str]) -> None:
    assert find_names(text) == names


def test_the_name_with_most_weight_wins() -> None:
    texts = [
        ("Eastshire Police Performance Report", 3.0),
        ("The Home Office gave funds.", 1.0),
        ("Home Office", 1.0),
    ]
    assert find_organisation(texts, "") == "Eastshire Police"


def test_the_body_that_oversees_a_force_is_named_with_it() -> None:
    texts = [("Eastshire Police Report", 3.0), ("The Police and Crime Commissioner visited it.", 1.0)]
    assert find_organisation(texts, "") == "Eastshire Police (Police and Crime Commissioner)"


def test_a_letterhead_read_from_a_picture_is_named_too() -> None:
    crest = ["POLICE & CRIME", "COMMISSIONER", "for Eastshire"]
    found = find_organisation([], "", "Eastshire Police", letterhead=lambda: crest)
    assert found == "Eastshire Police (POLICE & CRIME COMMISSIONER for Eastshire)"


def test_an_author_who_is_a_person_is_no_organisation() -> None:
    assert find_organisation([("Calls rose.", 1.0)], "Calls", author="Ann Lee") == ""
    assert find_organisation([("Calls rose.", 1.0)], "Calls", author="Eastshire Police") == "Eastshire Police"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("OFFICIAL", True),
        ("OFFICIAL-SENSITIVE", True),
        ("Classification: Official - Sensitive", True),
        ("TLP:AMBER+STRICT", True),
        ("Official statistics", False),
        ("Page 3", False),
    ],
)
def test_markings_of_known_schemes_are_known(text: str, known: bool) -> None:
    assert is_marking(text) is known


def furniture_of(pages: int, head: str, foot: str) -> list[Furniture]:
    edges = ((head, 30.0), (foot, 800.0))
    return [
        Furniture(n, Box(60, top, 200, top + 10), text) for n in range(1, pages + 1) for text, top in edges
    ]


def test_a_marking_of_no_known_scheme_is_told_by_its_place() -> None:
    pages = [Page(n, 595.0, 842.0) for n in (1, 2, 3)]
    assert find_marking(pages, furniture_of(3, "HOUSE EYES ONLY", "HOUSE EYES ONLY")) == "HOUSE EYES ONLY"
    assert find_marking(pages, furniture_of(3, "EASTSHIRE POLICE", "Page 1")) == ""


def test_a_marking_is_given_as_printed_without_its_label() -> None:
    pages = [Page(n, 595.0, 842.0) for n in (1, 2, 3)]
    assert find_marking(pages, furniture_of(3, "Protective marking: Official", "1")) == "Official"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Die Zahl der Anrufe ist im Quartal gestiegen und die Wartezeit war länger als davor. " * 4,
            "de",
        ),
        (
            "公司第一季度报告全文如下并且没有任何虚假记载误导性陈述或重大遗漏承担个别和连带的法律责任公司负责人"
            * 2,
            "zh",
        ),
        ("Calls", ""),
    ],
)
def test_languages_are_told_by_small_words_or_the_model(text: str, language: str) -> None:
    assert find_language(text) == language


def test_the_period_of_an_untitled_period_is_the_weightiest_of_the_first_page() -> None:
    lines = [
        (20.0, "Force performance report"),
        (10.0, "Made under the Policing Act 1996 and sent out on 5 August 2019"),
        (10.0, "It tells what happened from April to June 2019"),
        (10.0, "The plan for 2025 follows"),
    ]
    found = describe(lines)
    assert found.title == "Force performance report"
    assert found.period is not None
    assert (found.period.start, found.period.end) == (date(2019, 4, 1), date(2019, 6, 30))


def test_a_line_with_a_date_and_more_is_no_part_of_the_title() -> None:
    lines = [(20.0, "Monthly claims report"), (16.0, "Report reflects figures of claims as of March 2017")]
    assert describe(lines).title == "Monthly claims report"

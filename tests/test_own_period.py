"""A report's own period is what its title says, else what it names most plainly and most often."""

from __future__ import annotations

import pytest

from extract.blocks.lines import Line
from extract.facts.own_period import find_report_period
from extract.model import Blocks, Box, Cell, Paragraph, Region, Table, Word

PLACE = Box(60, 60, 500, 70)


def line(text: str, size: float = 10.0) -> Line:
    words = text.split()
    return Line(
        1, tuple(Word(word, Box(60 + 40 * at, 60, 90 + 40 * at, 70), size) for at, word in enumerate(words))
    )


def header(*texts: str) -> Table:
    cells = tuple(Cell(0, at, text, PLACE, 1, is_header=True) for at, text in enumerate(texts))
    return Table(1, "", "", "", "kpi", 1, len(texts), 1, "ruled", 1.0, (Region(1, PLACE),), cells)


def period_of(
    title: str = "",
    lines: tuple[str | tuple[str, float], ...] = (),
    texts: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
) -> tuple[str, str, str] | None:
    first = [line(one) if isinstance(one, str) else line(*one) for one in lines]
    paragraphs = tuple(
        Paragraph(at, "paragraph", 0, "", "", "", text, 1, 1, PLACE) for at, text in enumerate(texts, start=1)
    )
    found = find_report_period(
        title, first, Blocks((header(*heads),) if heads else (), paragraphs, (), (), 1.0)
    )
    return None if found is None else (found.label, found.start.isoformat(), found.end.isoformat())


@pytest.mark.parametrize(
    ("title", "label", "start", "end"),
    [
        ("Fire service report Q2 2021/22", "Q2 2021/22", "2021-07-01", "2021-09-30"),
        ("Thefts 1 May - 31 August 2021 vs. 2022", "1 May - 31 August 2022", "2022-05-01", "2022-08-31"),
        ("Ferry harvest 2015/16 and 2016/17", "2016/17", "2016-04-01", "2017-03-31"),
        ("Results of March 2022 and outlook for 2023", "March 2022", "2022-03-01", "2022-03-31"),
        ("Second-Quarter 2022 results", "Second-Quarter 2022", "2022-04-01", "2022-06-30"),
    ],
)
def test_the_title_tells_the_period(title: str, label: str, start: str, end: str) -> None:
    assert period_of(title, ("May 2010",) * 3) == (label, start, end)


def test_a_line_that_names_a_week_beats_the_years_of_columns() -> None:
    lines = (
        ("Report covering the week 3/18/2019 through 3/24/2019", 12.0),
        "2019 2018 % Chg 2019 2018 % Chg",
    )
    heads = ("2019", "2018", "% Chg", "2019", "2018", "2001", "1993", "'18 vs '01", "'18 vs '93")
    assert period_of("City patrol", lines, heads=heads) == (
        "3/18/2019 through 3/24/2019",
        "2019-03-18",
        "2019-03-24",
    )


def test_the_year_of_an_act_is_not_the_reports() -> None:
    lines = ("Report under the Harbours Act of 1956", "For the quarterly period ended June 30, 2022")
    texts = ("Section 4 of the Harbours Act of 1956 applies.",) * 9
    found = period_of("Northport Ferries", lines, texts)
    assert found == ("quarterly period ended June 30, 2022", "2022-04-01", "2022-06-30")


def test_a_year_that_only_an_act_names_gives_no_period() -> None:
    assert period_of("Northport Ferries", ("Report under the Harbours Act of 1956",)) is None


def test_the_number_of_a_bulletin_is_no_financial_year() -> None:
    lines = (("Bulletin No. 18/2019", 14.0), "Released on 5 November 2019")
    texts = ("Table 4: Ferries, 3rd Quarter 2019", "In the third quarter 2019 more ferries came.")
    assert period_of("Ferries", lines, texts) == ("3rd Quarter 2019", "2019-07-01", "2019-09-30")


def test_of_a_period_and_the_same_a_year_before_the_later_one_is_meant() -> None:
    texts = ("Sales rose in Q3 2021.", "Sales in Q3 2020 had fallen.", "Q3 2020 had a strike.")
    assert period_of("Results", (), texts) == ("Q3 2021", "2021-07-01", "2021-09-30")


def test_a_year_to_date_column_is_not_the_reports_period() -> None:
    found = period_of("Weekly report", (("2 Jan. - 8 Jan., 2023", 12.0),), heads=("YTD 2023", "YTD 2022") * 3)
    assert found == ("2 Jan. - 8 Jan., 2023", "2023-01-02", "2023-01-08")


def test_a_companys_quarter_has_the_days_that_it_is_said_to_have_ended_on() -> None:
    texts = (
        "Today it gave results for the thirteen weeks ended January 29, 2022.",
        "Sales rose against the thirteen weeks ended January 30, 2021.",
    )
    found = period_of("Fourth Quarter Fiscal 2021 results", (), texts)
    assert found == ("Fourth Quarter Fiscal 2021", "2021-10-30", "2022-01-29")


def test_a_day_alone_after_ended_ends_the_quarter_too() -> None:
    texts = ("Results of the third quarter of the fiscal year, ended May 8, 2022, were as planned.",)
    assert period_of("Third Quarter 2022", (), texts) == ("Third Quarter 2022", "2022-02-09", "2022-05-08")


def test_the_weeks_that_a_head_counts_tell_where_such_a_quarter_begins() -> None:
    texts = ("Results of the third quarter of the fiscal year, ended May 8, 2022, were as planned.",)
    found = period_of("Third Quarter Fiscal 2022", (), texts, heads=("12 Weeks Ended", "36 Weeks Ended"))
    assert found == ("Third Quarter Fiscal 2022", "2022-02-14", "2022-05-08")


@pytest.mark.parametrize(
    "said", ["The year ended 31 March 2023 was mild.", "The quarter ended 30 June 2023 was wet."]
)
def test_a_quarter_or_year_that_a_sentence_names_moves_no_quarter(said: str) -> None:
    assert period_of("Buses, FY24 Q2", (), (said,)) == ("FY24 Q2", "2023-07-01", "2023-09-30")


def test_a_financial_quarter_of_two_years_is_plain_whatever_else_ended() -> None:
    found = period_of("Q1 2021/22", (), ("The contract year ended 31 July 2021.",))
    assert found == ("Q1 2021/22", "2021-04-01", "2021-06-30")


def test_a_report_that_names_no_period_has_none() -> None:
    assert period_of("Annual review", ("Printed on 3 May 2019",), ("Crew of 2,019 and 1,984 guests",)) is None

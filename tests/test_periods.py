import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Period
from extract.notation.day_order import DayOrder, find_day_order
from extract.notation.periods import (
    find_periods,
    named_periods,
    names_past,
    parse_period,
    periods_between,
    without_periods,
    year_before,
)

QUARTER = Period("Q1 2019/20", date(2019, 4, 1), date(2019, 6, 30))
THIRD_QUARTER = Period("Quarter 3 2021/22", date(2021, 10, 1), date(2021, 12, 31))
CALENDAR_QUARTER = Period("Q3 2018", date(2018, 7, 1), date(2018, 9, 30))
MONTH = Period("September 2018", date(2018, 9, 1), date(2018, 9, 30))
WEEK = Period("5/13/2013 Through 5/19/2013", date(2013, 5, 13), date(2013, 5, 19))
YEAR = Period("2019/20", date(2019, 4, 1), date(2020, 3, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Q1 2019/20", "2019-04-01", "2019-06-30"),
        ("Q1 19/20", "2019-04-01", "2019-06-30"),
        ("Q4 2019-20", "2020-01-01", "2020-03-31"),
        ("Quarter 3 2021/22", "2021-10-01", "2021-12-31"),
        ("Quarter 1\u00a02019/20", "2019-04-01", "2019-06-30"),
        ("quarter one of 19/20", "2019-04-01", "2019-06-30"),
        ("first quarter of 2019/20", "2019-04-01", "2019-06-30"),
        ("FY24 Q2", "2023-07-01", "2023-09-30"),
        ("Q2 FY24", "2023-07-01", "2023-09-30"),
        ("Q2 2023", "2023-04-01", "2023-06-30"),
        ("2025e", "2025-01-01", "2025-12-31"),
        ("2024A", "2024-01-01", "2024-12-31"),
        ("2Q23", "2023-04-01", "2023-06-30"),
        ("Q2'23", "2023-04-01", "2023-06-30"),
        ("Q1 to Q3 2019/20", "2019-04-01", "2019-12-31"),
        ("1H 2023", "2023-01-01", "2023-06-30"),
        ("H1 2023/24", "2023-04-01", "2023-09-30"),
        ("second half of 2019/20", "2019-10-01", "2020-03-31"),
        ("Apr-Jun 2020", "2020-04-01", "2020-06-30"),
        ("Jan-Mar 2019/20", "2020-01-01", "2020-03-31"),
        ("April 2019 - June 2019", "2019-04-01", "2019-06-30"),
        ("April 2019 – June 2019", "2019-04-01", "2019-06-30"),
        ("April 2019 to March 2020", "2019-04-01", "2020-03-31"),
        ("November to January 2020", "2019-11-01", "2020-01-31"),
        ("April to June 2019", "2019-04-01", "2019-06-30"),
        ("January to September 2018", "2018-01-01", "2018-09-30"),
        ("2018/19", "2018-04-01", "2019-03-31"),
        ("2018-19", "2018-04-01", "2019-03-31"),
        ("2018/2019", "2018-04-01", "2019-03-31"),
        ("Second-Quarter 2021", "2021-04-01", "2021-06-30"),
        ("quarterly period ended June 30, 2021", "2021-04-01", "2021-06-30"),
        ("fiscal year ended June 30, 2021", "2020-07-01", "2021-06-30"),
        ("2021 年第二季度报告", "2021-04-01", "2021-06-30"),
        ("1999/00", "1999-04-01", "2000-03-31"),
        ("FY24", "2023-04-01", "2024-03-31"),
        ("FY2023/24", "2023-04-01", "2024-03-31"),
        ("12 months to June 2019", "2018-07-01", "2019-06-30"),
        ("12 MONTHS TO FEBRUARY 2020", "2019-03-01", "2020-02-29"),
        ("12 months ended June 30, 2023", "2022-07-01", "2023-06-30"),
        ("year ending March 2020", "2019-04-01", "2020-03-31"),
        ("three months ended 30 June 2023", "2023-04-01", "2023-06-30"),
        ("52 weeks ended January 28, 2023", "2022-01-30", "2023-01-28"),
        ("week ending 9 August 2026", "2026-08-03", "2026-08-09"),
        ("June 2019", "2019-06-01", "2019-06-30"),
        ("Feb. 2020", "2020-02-01", "2020-02-29"),
        ("Jun 19", "2019-06-01", "2019-06-30"),
        ("Jun-19", "2019-06-01", "2019-06-30"),
        ("as at 30 June 2019", "2019-06-30", "2019-06-30"),
        ("2019-06-30", "2019-06-30", "2019-06-30"),
        ("31/12/2019", "2019-12-31", "2019-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2014 to 2019", "2014-01-01", "2019-12-31"),
        ("5/13/2013 through 5/19/2013", "2013-05-13", "2013-05-19"),
        ("5/6/2013 through 5/19/2013", "2013-05-06", "2013-05-19"),
        ("03 Aug. - 09 Aug., 2026", "2026-08-03", "2026-08-09"),
        ("28 December to 3 January 2021", "2020-12-28", "2021-01-03"),
        ("1-7 June 2019", "2019-06-01", "2019-06-07"),
        ("June 1-7, 2019", "2019-06-01", "2019-06-07"),
        ("JANUARY 1 - DECEMBER 31, 2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_a_printed_period_has_its_first_and_last_day(text: str, start: str, end: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert [p.start for p in find_periods(f"Figures for {text}.")] == [date.fromisoformat(start)]


@pytest.mark.parametrize(
    ("text", "default", "start", "end"),
    [
        ("Q1", QUARTER, "2019-04-01", "2019-06-30"),
        ("Q1", THIRD_QUARTER, "2021-04-01", "2021-06-30"),
        ("Q4", THIRD_QUARTER, "2022-01-01", "2022-03-31"),
        ("Q1", CALENDAR_QUARTER, "2018-01-01", "2018-03-31"),
        ("H1", YEAR, "2019-04-01", "2019-09-30"),
        ("This quarter", QUARTER, "2019-04-01", "2019-06-30"),
        ("Current quarter", QUARTER, "2019-04-01", "2019-06-30"),
        ("Same quarter last year", QUARTER, "2018-04-01", "2018-06-30"),
        ("Previous year", QUARTER, "2018-04-01", "2018-06-30"),
        ("Prior year", YEAR, "2018-04-01", "2019-03-31"),
        ("Last year", WEEK, "2012-05-13", "2012-05-19"),
        ("Previous quarter", QUARTER, "2019-01-01", "2019-03-31"),
        ("Prior quarter", QUARTER, "2019-01-01", "2019-03-31"),
        ("Previous week", WEEK, "2013-05-06", "2013-05-12"),
        ("Last month", MONTH, "2018-08-01", "2018-08-31"),
        ("YTD", QUARTER, "2019-04-01", "2019-06-30"),
        ("YTD", THIRD_QUARTER, "2021-04-01", "2021-12-31"),
        ("YTD", CALENDAR_QUARTER, "2018-01-01", "2018-09-30"),
        ("YTD 2020/21", THIRD_QUARTER, "2020-04-01", "2020-12-31"),
        ("Year to Date* 2012", WEEK, "2012-01-01", "2012-05-19"),
        ("Week to Date 2013", WEEK, "2013-05-13", "2013-05-19"),
        ("28 Day 2013", WEEK, "2013-04-22", "2013-05-19"),
        ("Month to date", WEEK, "2013-05-01", "2013-05-19"),
        ("June", QUARTER, "2019-06-01", "2019-06-30"),
        ("March", YEAR, "2020-03-01", "2020-03-31"),
        ("SEPTEMBER % CHANGE", MONTH, "2018-09-01", "2018-09-30"),
        ("JANUARY TO SEPTEMBER % CHANGE", MONTH, "2018-01-01", "2018-09-30"),
        ("12 MONTHS TO SEPTEMBER % CHANGE", MONTH, "2017-10-01", "2018-09-30"),
        ("Rolling 12 months", QUARTER, "2018-07-01", "2019-06-30"),
        ("Same quarter last year (Q1 17/18)", QUARTER, "2017-04-01", "2017-06-30"),
    ],
)
def test_what_a_text_leaves_out_comes_from_the_document(
    text: str, default: Period, start: str, end: str
) -> None:
    period = parse_period(text, default)
    assert period is not None
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text", ["Q1", "June", "YTD", "Last year", "This quarter", "Rolling 12 months", "28 Day"]
)
def test_a_partial_period_without_a_document_is_none(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize("text", ["Previous month", "This month", "Last week"])
def test_a_period_of_another_length_than_the_documents_is_not_guessed(text: str) -> None:
    assert parse_period(text, QUARTER) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "999 calls",
            "0-17",
            "101",
            "2,019",
            "16/17 year olds",
            "1,990",
            "aged 16/17",
            "19/21",
            "It may be",
        ),
        *("£2019", "31 June 2019", "2020-02-30", "2019%", "24/7", "Ward 2019b", "0116 2019/1", "", "a march"),
    ],
)
def test_other_numbers_and_words_are_no_periods(text: str) -> None:
    assert parse_period(text, QUARTER) is None
    assert find_periods(text) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Performance Q1 18/19", "Q1 18/19"),
        ("Q1 Performance 18/19", "Q1 18/19"),
        ("Force Performance Report Quarter 1 2019/20", "Quarter 1 2019/20"),
        ("(Q1\u00a02019/20)", "Q1 2019/20"),
        ("April 2019 –\nJune 2019", "April 2019 – June 2019"),
    ],
)
def test_the_label_is_the_period_as_printed_and_nothing_else(text: str, label: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.label == label


def test_several_different_periods_are_not_one() -> None:
    text = "Trend (Blue=18/19 and Red=19/20)"
    assert parse_period(text) is None
    assert [p.label for p in find_periods(text)] == ["18/19", "19/20"]
    assert [p.start.year for p in find_periods(text)] == [2018, 2019]


def test_the_same_period_printed_twice_is_one() -> None:
    assert parse_period("Q1 2019/20 (April - June 2019)") == QUARTER


def test_years_share_the_one_part_that_stands_before_them() -> None:
    periods = named_periods("YTD % Change 2025 vs. 2026", Period("", date(2026, 8, 3), date(2026, 8, 9)))
    assert [(p.label, p.end) for p in periods] == [
        ("YTD 2025", date(2025, 8, 9)),
        ("YTD 2026", date(2026, 8, 9)),
    ]


def test_the_year_before_a_leap_february_ends_on_its_last_day() -> None:
    leap = Period("Feb 2020", date(2020, 2, 1), date(2020, 2, 29))
    assert year_before(leap) == Period("Feb 2020", date(2019, 2, 1), date(2019, 2, 28))
    assert year_before(year_before(QUARTER)).start == date(2017, 4, 1)


def test_the_words_around_a_period_are_left() -> None:
    assert without_periods("Q1 Performance 18/19") == "Performance"
    assert without_periods("Volume Change") == "Volume Change"


@pytest.mark.parametrize(
    ("text", "past"),
    [("vs previous quarter", True), ("last year", True), ("this year", False), ("2018/19", False)],
)
def test_words_tell_an_earlier_period(text: str, past: bool) -> None:
    assert names_past(text) is past


@given(st.integers(1, 4), st.integers(1990, 2060))
def test_a_financial_quarter_is_read_back(quarter: int, year: int) -> None:
    period = parse_period(f"Q{quarter} {year}/{(year + 1) % 100:02d}")
    assert period is not None
    assert (period.start.year, period.start.month) == (year + (quarter == 4), (3 * quarter) % 12 + 1)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_back(day: date) -> None:
    for printed in (
        day.strftime("%d %B %Y"),
        day.strftime("%B %d, %Y"),
        day.strftime("%d/%m/%Y"),
        day.isoformat(),
    ):
        period = parse_period(printed, order="day first")
        assert period is not None
        if not (printed[2] == "/" and day.day > 12):
            assert period.start == period.end == day


PIECES = [
    "Q1",
    "2019",
    "/20",
    "-",
    " ",
    "to",
    "June",
    "30",
    "last year",
    "FY",
    "12 months ",
    "ended",
    "YTD",
    "31",
    "9999",
    "0",
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_no_text_is_too_odd(text: str) -> None:
    for default in (
        None,
        QUARTER,
        WEEK,
        Period("", date(1, 1, 1), date(1, 1, 1)),
        Period("", date.max, date.max),
    ):
        for period in (*named_periods(text, default), *find_periods(text)):
            assert period.start <= period.end
    without_periods(text)


@pytest.mark.parametrize(
    "piece", ["1 1 1 1 ", "Q1 Q1 ", "2019-", "June ", "12 months to ", "19/20/", " ", "year "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    bait = piece * (40_000 // len(piece))
    start = time.process_time()
    find_periods(bait)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1 May - 31 August 2021 vs. 2022", ["1 May - 31 August 2021", "1 May - 31 August 2022"]),
        ("May 2021 and 2022", ["May 2021", "May 2022"]),
        ("Bulletin No. 18/2019", []),
    ],
)
def test_a_year_set_against_a_dated_stretch_names_the_same_stretch(text: str, labels: list[str]) -> None:
    assert [period.label for period in find_periods(text)] == labels


COMPANY_QUARTER = Period("Q4 FY21", date(2020, 11, 1), date(2021, 1, 30))
COMPANY_YEAR = Period("fiscal 2021", date(2020, 7, 1), date(2021, 6, 30))


@pytest.mark.parametrize(
    ("own", "text", "days"),
    [
        (COMPANY_QUARTER, "Q4 FY21", (date(2020, 11, 1), date(2021, 1, 30))),
        (COMPANY_QUARTER, "4Q21", (date(2020, 11, 1), date(2021, 1, 30))),
        (COMPANY_QUARTER, "Fourth Quarter", (date(2020, 11, 1), date(2021, 1, 30))),
        (COMPANY_QUARTER, "Q4 FY20", (date(2019, 11, 3), date(2020, 2, 1))),
        (COMPANY_QUARTER, "FY21", (date(2020, 2, 2), date(2021, 1, 30))),
        (COMPANY_QUARTER, "Q3 FY21", None),
        (COMPANY_QUARTER, "2021", (date(2021, 1, 1), date(2021, 12, 31))),
        (COMPANY_QUARTER, "May 2020", (date(2020, 5, 1), date(2020, 5, 31))),
        (COMPANY_YEAR, "FY20", (date(2019, 7, 1), date(2020, 6, 30))),
        (COMPANY_YEAR, "Q4 FY21", (date(2021, 4, 1), date(2021, 6, 30))),
        (COMPANY_YEAR, "Q1 FY21", (date(2020, 7, 1), date(2020, 9, 30))),
        (
            Period("Q1 2019/20", date(2019, 4, 1), date(2019, 6, 30)),
            "Q1 18/19",
            (date(2018, 4, 1), date(2018, 6, 30)),
        ),
    ],
)
def test_a_company_counts_its_own_quarters_and_years(
    own: Period, text: str, days: tuple[date, date] | None
) -> None:
    period = parse_period(text, own)
    assert (None if period is None else (period.start, period.end)) == days


@pytest.mark.parametrize(
    ("text", "order", "end"),
    [
        ("12 weeks ended 5/8/2021", "month first", date(2021, 5, 8)),
        ("12 weeks ended 5/8/2021", "day first", date(2021, 8, 5)),
        ("12 weeks ended 5/8/2021", "", None),
        ("12 weeks ended 5/28/2021", "", date(2021, 5, 28)),
        ("12 weeks ended 8/8/2021", "", date(2021, 8, 8)),
        ("12 weeks ended 28.5.2021", "", date(2021, 5, 28)),
    ],
)
def test_a_day_whose_order_is_not_known_is_not_guessed(text: str, order: DayOrder, end: date | None) -> None:
    period = parse_period(text, order=order)
    assert (period.end if period else None) == end


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["5/8/2021", "5/28/2022"], "month first"),
        (["5/8/2021", "28/5/2022"], "day first"),
        (["5/28/2021", "28/5/2022"], ""),
        (["5/8/2021", "As of May 8, 2021"], "month first"),
        (["5/8/2021", "on 8 May 2021"], "day first"),
        (["5/8/2021", "a £3 fare"], "day first"),
        (["5/8/2021", "the neighborhood center"], "month first"),
        (["5/8/2021", "Calls"], ""),
    ],
)
def test_one_impossible_day_or_the_spelling_tells_the_order_of_all(texts: list[str], order: DayOrder) -> None:
    assert find_day_order(texts) == order


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("2014-2015", ["2014", "2015"]),
        ("2018/19", ["2018", "2019"]),
        ("2019 to 2018", ["2018", "2019"]),
        ("Q1 2019 - Q1 2020", ["Q1 2019", "Q1 2020"]),
        ("20154th-20164th", ["Q4 2015", "Q4 2016"]),
        ("2014 3rd -2015 3rd", ["Q3 2014", "Q3 2015"]),
        ("May 2019 vs May 2020", ["May 2019", "May 2020"]),
    ],
)
def test_a_label_of_two_periods_goes_from_the_earlier_to_the_later(text: str, labels: list[str]) -> None:
    between = periods_between(text)
    assert between is not None
    assert [period.label for period in between] == labels


@pytest.mark.parametrize("text", ["2019", "0-17", "Calls 2018-2019", "Male to female", "Q1 - Q2", "65-74"])
def test_other_labels_set_no_periods_against_each_other(text: str) -> None:
    assert periods_between(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018 年 1-3 月", "2018-01-01", "2018-03-31"),
        ("2018年6月30日", "2018-06-30", "2018-06-30"),
        ("2018 年 5 月", "2018-05-01", "2018-05-31"),
        ("本报告期", "2018-01-01", "2018-03-31"),
        ("上年同期", "2017-01-01", "2017-03-31"),
        ("本报告期末", "2018-03-31", "2018-03-31"),
        ("上年度末", "2017-12-31", "2017-12-31"),
        ("期初余额", "2017-12-31", "2017-12-31"),
        ("报告期末余额", "2018-03-31", "2018-03-31"),
    ],
)
def test_chinese_reports_name_their_own_period_and_those_before_it(text: str, start: str, end: str) -> None:
    own = Period("2018 年第一季度", date(2018, 1, 1), date(2018, 3, 31))
    period = parse_period(text, own)
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


def test_a_chinese_change_names_both_its_periods() -> None:
    own = Period("2018 年第一季度", date(2018, 1, 1), date(2018, 3, 31))
    found = named_periods("本报告期末比上年度末增减", own)
    assert [period.label for period in found] == ["本报告期末", "上年度末"]


def test_the_previous_days_are_those_before_the_last() -> None:
    week = Period("week", date(2023, 9, 24), date(2023, 9, 30))
    last, previous = (parse_period(text, week) for text in ("Last 28 days", "Previous 28 days"))
    assert last is not None
    assert previous is not None
    assert (last.start, previous.start, previous.end) == (
        date(2023, 9, 3),
        date(2023, 8, 6),
        date(2023, 9, 2),
    )

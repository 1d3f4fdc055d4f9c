"""What an edition says about the figures of those before it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.editions import make_archive, told_in
from extract.batch import read_batch
from extract.model import Limits, Options
from extract.rules import apply_batch_rules
from extract.sources import Place, find_places
from extract.tables import with_history
from extract.writers.arrow import as_frames
from schemas import MODELS
from tests.drawn import draw_report, write_reports
from tests.editions import ASKED, Edition, Tables, archive, second, shuffled

FIRST = Edition(
    "Q1 2019/20",
    """Q1 2019/20 | Q1 2018/19
     | Burglary | 23,871 | 22,406
     | Robbery | 1,204 | 1,100
     | Arson | 118 | 131
    Age | 0-17 | 926 | 1,004""",
)
NEXT = """Q1 2020/21 | Q1 2019/20
     | Burglary | 21,344 | 23,871
     | Robbery | 1,377 | 1,204
     | Arson | 96 | 118
    Age | 0-17 | 712 | 926"""


def findings_of(tables: Tables) -> list[dict[str, Any]]:
    history = apply_batch_rules(tables)
    MODELS["series"].validate(history.series, lazy=True)
    MODELS["findings"].validate(history.findings, lazy=True)
    return list(history.findings.to_dict("records"))  # type: ignore[arg-type]


def said_of(*editions: Edition) -> list[tuple[str, str, str]]:
    return [(row["rule"], row["severity"], row["kpi"]) for row in findings_of(archive(*editions))]


def statuses(*editions: Edition) -> dict[str, int]:
    return dict(apply_batch_rules(archive(*editions)).series["status"].value_counts())


def changed(*pairs: str) -> str:
    table = NEXT
    for before, after in zip(pairs[::2], pairs[1::2], strict=True):
        assert before in table
        table = table.replace(before, after)
    return table


def test_equal_figures_raise_nothing() -> None:
    assert said_of(FIRST, second(FIRST, NEXT)) == []
    assert statuses(FIRST, second(FIRST, NEXT)) == {"first": 12, "equal": 4}


@pytest.mark.parametrize(
    ("printed", "rule"),
    [
        ("24,018", "HS001"),
        ("23,872", "HS001"),
        ("23.9k", ""),
        ("23.8k", ""),  # cut off
        ("24.0k", "HS001"),
        ("238,710", "HS002"),
        ("23,871k", "HS002"),
        ("2,387", "HS002"),
        ("-23,871", "HS003"),
        ("(23,871)", "HS003"),
        ("23,781", "HS001"),
        ("n/a", ""),
    ],
)
def test_a_figure_is_compared_with_the_earlier_edition(printed: str, rule: str) -> None:
    expected = [(rule, "warning", "Burglary")] if rule else []
    assert said_of(FIRST, second(FIRST, changed("23,871", printed))) == expected


def test_a_finding_names_both_values_and_both_places() -> None:
    later = second(FIRST, changed("23,871", "24,018"))
    (finding,) = findings_of(archive(FIRST, later))
    assert finding["message"] == (
        "Burglary, Q1 2019/20: 24,018 on page 2, but 23,871 in Q1 2019/20.pdf on page 2; "
        "24,018 - 23,871 = +147"
    )
    assert (finding["stated"], finding["expected"], finding["quote"]) == ("24,018", "23,871", "24,018")
    assert (finding["report_id"], finding["related_report_id"]) == (later.report_id, FIRST.report_id)
    assert finding["evidence"] == f"{later.report_id}.t0001.r0001.c002;{FIRST.report_id}.t0001.r0001.c001"
    assert finding["finding_id"] == f"{later.report_id}.n0003"  # after the two of the report alone


def test_percents_are_compared_to_their_precision() -> None:
    rows = "Q1 2019/20 | Q1 2018/19\n | Answered | 71.5% | 68.2% \n | On time | 88.4% | 90.1%"
    later = "Q1 2020/21 | Q1 2019/20\n | Answered | 75.0% | {} \n | On time | 91.3% | 88.4%"
    first = Edition("Q1 2019/20", rows, unit="percent")
    assert said_of(first, second(first, later.format("72%"))) == []
    (finding,) = findings_of(archive(first, second(first, later.format("69.5%"))))
    assert finding["message"].endswith("69.5% - 71.5% = -2.0 points")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"note": "Figures for 2019/20 have been revised since the last report."}),
        ({"title": "Provisional figures"}, {}),
    ],
)
def test_a_restatement_that_is_told_is_information(before: dict[str, str], after: dict[str, str]) -> None:
    first = Edition(FIRST.period, FIRST.table, **before)  # type: ignore[arg-type]
    later = second(first, changed("23,871", "24,018"), **after)
    assert said_of(first, later) == [("HS001", "info", "Burglary")]


def test_a_mark_tells_a_restatement() -> None:
    assert said_of(FIRST, second(FIRST, changed("23,871", "24,018 (r)"))) == [("HS001", "info", "Burglary")]


def test_a_number_before_the_label_and_its_marks_are_no_part_of_the_name() -> None:
    later = changed(" | Burglary", " | BURGLARY:", "23,871", "24,018")
    assert said_of(FIRST, second(FIRST, later)) == [("HS001", "warning", "BURGLARY:")]


def test_other_groups_units_and_publishers_are_other_kpis() -> None:
    restated = changed("23,871", "24,018")
    assert said_of(FIRST, second(FIRST, restated.replace("     | Burglary", "    Sex | Burglary"))) == []
    assert said_of(FIRST, second(FIRST, restated, unit="GBP")) == []
    assert said_of(FIRST, second(FIRST, restated, organisation="Southmoor Council")) == []
    assert said_of(FIRST, second(FIRST, restated, organisation="Northshire Council (Policy team)")) != []


def test_a_name_that_stands_twice_is_left_out() -> None:
    twice = changed("     | Arson", "     | Burglary | 77 | 81\n     | Arson", "23,871", "24,018")
    assert said_of(FIRST, second(FIRST, twice)) == []


def test_a_name_in_two_tables_is_told_by_the_table() -> None:
    titles = ("Calls in Q1", "Visits in Q1")
    rows = "Q1 2019/20\n | Total | 911 \n | Answered | 800\n\nQ1 2019/20\n | Total | 345 \n | Refused | 120"
    later = (
        "Q1 2020/21 | Q1 2019/20\n | Total | 955 | 911 \n | Answered | 811 | 800\n\n"
        "Q1 2020/21 | Q1 2019/20\n | Total | 377 | 354 \n | Refused | 133 | 120"
    )
    first = Edition("Q1 2019/20", rows, titles=titles)
    assert said_of(first, second(first, later)) == [("HS001", "warning", "Total")]


def test_a_figure_printed_twice_alike_counts_once() -> None:
    rows = FIRST.table + "\n\nQ1 2019/20\n | Burglary | 23,871"
    first = Edition(FIRST.period, rows, titles=("Performance", "Summary"))
    assert said_of(first, second(first, changed("23,871", "24,018"), titles=("Performance",))) == [
        ("HS001", "warning", "Burglary")
    ]


def test_a_table_in_which_most_figures_differ_is_of_something_else() -> None:
    district = changed("23,871", "2,016", "1,204", "117", "| 118", "| 9")
    assert said_of(FIRST, second(FIRST, district)) == []
    assert statuses(FIRST, second(FIRST, district)) == {"first": 12, "break": 3, "equal": 1}


def test_reports_on_several_areas_are_compared_with_their_own() -> None:
    district = """{} | {}
         | Burglary | 1,977 | 2,016
         | Robbery | 122 | 117
         | Arson | 24 | 19
        Age | 0-17 | 77 | 81"""
    first = (FIRST, Edition(FIRST.period, district.format("Q1 2018/19", "Q1 2019/20")))
    next_district = district.replace("1,977", "1,803").replace("122", "133").replace("24", "31")
    later = (
        second(FIRST, changed("| 118", "| 112")),
        second(FIRST, next_district.format("Q1 2020/21", "Q1 2019/20").replace("2,016", "2,061")),
    )
    expected = [("HS001", "warning", "Arson"), ("HS001", "warning", "Burglary")]
    assert sorted(said_of(*first, *later)) == expected


def test_a_table_of_one_row_is_believed_where_the_report_agrees() -> None:
    titles = ("Crime", "Outcomes")
    rows = FIRST.table + "\n\nQ1 2019/20 | Q1 2018/19\n | Solved | 411 | 402"
    later = NEXT + "\n\nQ1 2020/21 | Q1 2019/20\n | Solved | 433 | 421"
    first = Edition(FIRST.period, rows, titles=titles)
    assert said_of(first, second(first, later)) == [("HS001", "warning", "Solved")]
    assert said_of(first, second(first, later, titles=("Crime", "Courts"))) == []


def test_a_row_that_agrees_in_other_years_is_believed() -> None:
    first = Edition("2021", "2019 | 2020 | 2021\n | Visitors | 4,410 | 1,207 | 2,218")
    later = "2019 | 2020 | 2021 | 2022\n | Visitors | 4,410 | 1,207 | 2,281 | 3,950"
    assert said_of(first, Edition("2022", later)) == [("HS001", "warning", "Visitors")]


def test_a_year_that_is_not_over_is_not_compared() -> None:
    rows = "2021 | 2022\n | Burglary | 1,204 | 1,100\n | Arson | 118 | 131 \n | Fraud | 25 | 31"
    part = "2021 | 2022\n | Burglary | 1,020 | 977\n | Arson | 118 | 120 \n | Fraud | 25 | 30"
    assert said_of(Edition("2022", rows), Edition("January to October 2022", part)) == []


def test_a_column_whose_scale_moved_is_one_doubtful_finding() -> None:
    later = changed("23,871", "238,710", "1,204", "12,040", "| 118", "| 1,180", "926", "9,260")
    (finding,) = findings_of(archive(FIRST, second(FIRST, later)))
    assert (finding["rule"], finding["severity"], finding["cause"]) == ("HS002", "info", "scale")
    assert finding["message"].endswith("= +214,839; 4 figures of the column differ so")
    assert "may be misread" in finding["doubt"]


def test_cells_read_with_little_confidence_are_doubtful() -> None:
    (finding,) = findings_of(archive(FIRST, second(FIRST, changed("23,871", "24,018"), confidence=0.5)))
    assert "confidence of 0.50" in finding["doubt"]


QUARTER_BEFORE = Edition(
    "Q4 2019/20",
    """Q4 2019/20 | Q4 2018/19
     | Burglary | 19,906 | 20,113
     | Robbery | 1,388 | 1,290
     | Arson | 144 | 152
    Age | 0-17 | 903 | 955""",
)


def test_a_prior_column_of_the_quarter_before_is_one_finding() -> None:
    wrong = changed("23,871", "19,906", "1,204", "1,388", "| 118", "| 144")
    later = second(FIRST, wrong)
    finding, gap = findings_of(archive(FIRST, QUARTER_BEFORE, later))[::-1]
    assert (gap["rule"], finding["rule"], finding["severity"]) == ("HS005", "HS004", "warning")
    assert (finding["report_id"], finding["related_report_id"]) == (later.report_id, QUARTER_BEFORE.report_id)
    assert (finding["stated"], finding["expected"]) == ("Q1 2019/20", "Q4 2019/20")
    assert finding["message"] == (
        "Q1 2019/20: 3 of 4 figures on page 2 are those that Q4 2019/20.pdf prints for Q4 2019/20 on page 2, "
        "such as 19,906 of Burglary"
    )
    assert len(finding["evidence"].split(";")) == 6
    assert statuses(FIRST, QUARTER_BEFORE, later)["break"] == 4


def test_figures_that_never_change_tell_no_period() -> None:
    same = "{} | {}\n | Stations | 120 | 120 \n | Cars | 411 | 411\n | Officers | 2,004 | 2,004"
    editions = [Edition(f"Q{n} 2019", same.format(f"Q{n} 2019", f"Q{n} 2018")) for n in (1, 2, 3)]
    assert said_of(*editions) == []


def test_a_renamed_kpi_is_followed_where_its_figures_agree() -> None:
    years = {
        2018: ("23,871", "412"),
        2019: ("21,344", "433"),
        2020: ("20,107", "427"),
        2021: ("19,544", "451"),
    }

    def edition(name: str, *shown: int, **printed: str) -> Edition:
        heads = " | ".join(map(str, shown))
        calls = " | ".join(printed.get(f"y{year}", years[year][0]) for year in shown)
        fires = " | ".join(years[year][1] for year in shown)
        return Edition(str(shown[-1]), f"{heads}\n | {name} | {calls}\n | Fires | {fires}")

    old, new = edition("Calls", 2018, 2019, 2020), edition("Calls answered", 2019, 2020, 2021)
    series = apply_batch_rules(archive(old, new)).series
    names = series[series["kpi"] != "Fires"].groupby("series_id")["kpi"].agg(set).to_list()
    assert names == [{"Calls", "Calls answered"}]
    restated = edition("Calls answered", 2018, 2019, 2020, 2021, y2018="23,971", y2020="20,170")
    assert said_of(old, restated) == []  # differs as often as it agrees: another KPI
    once = apply_batch_rules(archive(edition("Calls", 2018, 2019), new)).series
    assert once["series_id"].nunique() == 3


def renaming(former: str, before: str, latter: str, after: str) -> tuple[Edition, Edition]:
    """Two editions with a row of another name; the row beside it agrees."""
    return (
        Edition("2020", f"2017 | 2018 | 2019 | 2020\n {former} | {before}\n | Fires | 412 | 433 | 427 | 451"),
        Edition("2021", f"2017 | 2018 | 2019 | 2020\n {latter} | {after}\n | Fires | 412 | 433 | 427 | 451"),
    )


@pytest.mark.parametrize(
    ("after", "rule"),
    [
        ("21.3k | 20,107 | 19,544 | 96", ""),
        ("-21,344 | 20,107 | 19,544 | 96", "HS003"),
        ("2,134.4 | 20,107 | 19,544 | 96", "HS002"),
    ],
)
def test_what_is_rounded_shifted_or_flipped_speaks_against_no_renaming(after: str, rule: str) -> None:
    editions = renaming("| Calls", "21,344 | 20,107 | 19,544 | 96", "| Calls answered", after)
    assert apply_batch_rules(archive(*editions)).series["series_id"].nunique() == 2
    assert said_of(*editions) == ([(rule, "warning", "Calls answered")] if rule else [])


@pytest.mark.parametrize(
    ("former", "before", "latter", "after"),
    [
        ("| Income", "1,204 | 1,310 | 1,377 | 1,402", "| Income from fees", "1,204 | 1,250 | 1,377 | 1,399"),
        (
            "| Answered",
            "100.0% | 97.5% | 100.0% | 95%",
            "| Answered in a day",
            "100.0% | 88.1% | 100.0% | 91%",
        ),
        ("| Late", "100.0% | 100.0% | 100.0% | 91%", "| Late answers", "100.0% | 100.0% | 100.0% | 13%"),
        ("| Variance", "412 | 355 | -377 | -290", "| Gross movement", "412 | 355 | 377 | 290"),
        ("| Output", "412,300 | 398,100 | 6,120 | 9,414", "| Output GWh", "412.3 | 398.1 | 6,120 | 9,414"),
        ("| Deaths", "118 | 104 | 96 | 97", "| Deaths in custody", "118 | 104 | 95 | 94"),
    ],
)
def test_a_kpi_in_the_place_of_another_is_not_the_same(
    former: str, before: str, latter: str, after: str
) -> None:
    editions = renaming(former, before, latter, after)
    assert said_of(*editions) == []
    assert apply_batch_rules(archive(*editions)).series["series_id"].nunique() == 3


def test_a_rounded_figure_excuses_none_that_differs() -> None:
    heads = " | ".join(("2017", "2018", "2019"))
    rest = "\n | Fires | 412 | 433 | 427"
    first, rounded, renamed = (
        Edition(year, f"{heads}\n | {name} | {figures}{rest}")
        for year, name, figures in (
            ("2019", "Income", "1,112 | 1,204 | 1,310"),
            ("2020", "Income", "1,112 | 1,204 | 1.3k"),
            ("2021", "Income from fees", "1,112 | 1,204 | 1,250"),
        )
    )
    assert said_of(first, rounded, renamed) == []


def test_missing_editions_are_told_once_for_each_gap() -> None:
    def edition(quarter: int, year: int) -> Edition:
        return Edition(f"Q{quarter} {year}", f"Q{quarter} {year}\n | Calls | 1,{quarter}04")

    there = [edition(1, 2020), edition(2, 2020), edition(1, 2021), edition(2, 2021)]
    (finding,) = findings_of(archive(*there))
    assert (finding["rule"], finding["severity"]) == ("HS005", "info")
    assert finding["message"] == (
        "2 editions are missing between Q2 2020 (Q2 2020.pdf) and Q1 2021, each of a quarter"
    )
    assert (finding["report_id"], finding["related_report_id"]) == (there[2].report_id, there[1].report_id)


def test_a_yearly_report_on_a_first_quarter_misses_nothing() -> None:
    assert (
        said_of(*(Edition(f"Q1 {year}", f"Q1 {year}\n | Calls | {year}") for year in range(2015, 2021))) == []
    )


def test_what_is_rounded_in_between_hides_no_difference() -> None:
    def edition(year: int, text: str) -> Edition:
        return Edition(
            str(year), f"2018 | {year}\n | Calls | {text} | 5,{year - 1900}\n | Fires | 412 | 4{year}"
        )

    assert said_of(edition(2019, "23,871"), edition(2020, "23.9k"), edition(2021, "23,920")) == [
        ("HS001", "warning", "Calls")
    ]
    assert said_of(edition(2019, "23,871"), edition(2020, "23.9k"), edition(2021, "23,871")) == []


def test_reports_without_publisher_or_period_say_nothing() -> None:
    later = second(FIRST, changed("23,871", "24,018"))
    nameless = archive(FIRST, later)
    nameless["reports"]["organisation"] = ""
    assert findings_of(nameless) == []
    undated = archive(FIRST, later)
    undated["reports"] = undated["reports"].assign(
        **dict.fromkeys(
            ("period_start", "period_end"), pd.Series(pd.NaT, index=[0, 1], dtype="datetime64[s]")
        )
    )
    assert [row["rule"] for row in findings_of(undated)] == ["HS001"]  # the figures tell the order


def test_an_empty_run_has_no_series() -> None:
    history = apply_batch_rules(archive())
    assert history.series.empty and history.findings.empty
    MODELS["series"].validate(history.series, lazy=True)


def test_the_fingerprint_is_of_what_is_printed_alone() -> None:
    later = second(FIRST, changed("23,871", "24,018"))
    (one,) = findings_of(archive(FIRST, later))
    (moved,) = findings_of(
        archive(FIRST, second(FIRST, later.table + "\n | Fraud | 7 | 8", note="Calls rose."))
    )
    (other,) = findings_of(archive(FIRST, second(FIRST, changed("23,871", "24,019"))))
    assert one["report_id"] != moved["report_id"]
    assert one["fingerprint"] == moved["fingerprint"] != other["fingerprint"]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_planted_is_found_and_nothing_is_invented(seed: int) -> None:
    made = make_archive(seed)
    told = told_in(made)
    assert told - made.planted == set()
    # A renamed KPI that was also restated may have too little left that agrees.
    assert [what for what in made.planted - told if not what[2].endswith(" in full")] == []
    series = apply_batch_rules(made.tables).series
    named = series[series["kpi"] != "Total"]  # which stands in two tables
    assert named.groupby(named["kpi"].str.rstrip(":").str.lower())["series_id"].nunique().max() == 1
    numbers = {name.lower(): number for (_, name), number in made.names.items()}
    number_of = named["kpi"].str.rstrip(":").str.lower().map(numbers)
    assert number_of.groupby(named["series_id"]).nunique().max() == 1  # a part is another KPI


@pytest.mark.parametrize("seed", [7, 17, 21, 36])
def test_neither_rounding_nor_a_column_of_another_quarter_hides_a_renaming(seed: int) -> None:
    made = make_archive(seed)
    planted = {
        what for what in made.planted if what[0] in {"HS002", "HS003"} and what[2].endswith(" in full")
    }
    assert planted
    assert planted <= told_in(made)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_order_of_rows_does_not_show(seed: int, order: int) -> None:
    tables = make_archive(seed, quarters=9).tables
    one, other = apply_batch_rules(tables), apply_batch_rules(shuffled(tables, order))
    pd.testing.assert_frame_equal(one.series, other.series)
    pd.testing.assert_frame_equal(one.findings, other.findings)


def test_parquet_files_tell_the_same_as_frames(tmp_path: Path) -> None:
    made = make_archive(3).tables
    for name in ASKED:
        half = len(made[name]) // 2
        made[name][:half].to_parquet(tmp_path / f"{name}-0.parquet")
        made[name][half:].to_parquet(tmp_path / f"{name}-1.parquet")
    frames, pattern, listed = (
        apply_batch_rules(source)
        for source in (
            made,
            {name: str(tmp_path / f"{name}-*.parquet") for name in ASKED},
            {name: [str(tmp_path / f"{name}-{n}.parquet") for n in (1, 0)] for name in ASKED},
        )
    )
    for other in (pattern, listed):
        pd.testing.assert_frame_equal(frames.series, other.series)
        pd.testing.assert_frame_equal(frames.findings, other.findings)


def read_together(places: Sequence[Place]) -> Tables:
    with read_batch(places, Options(), Limits(), processes=1) as batch:
        tables = as_frames(batch.parts())
    return with_history(tables, *apply_batch_rules(tables))


def test_reports_drawn_a_year_apart_are_compared(tmp_path: Path) -> None:
    title = "Northshire Police performance report"
    rows = (("Burglary", "1,250", "1,240", "+10", "+1%"), ("Robbery", "81", "90", "-9", "-10%"))
    later = draw_report(
        rows,
        title,
        head=("Offence", "Q1 2020/21", "Q1 2019/20", "Change", "% change"),
        prose="Recorded crime between April and June 2020, Quarter 1 2020/21.",
    )
    folder = write_reports(tmp_path, a_later=later, b_earlier=draw_report(title=title))
    places = find_places([str(folder)])
    merged = read_together(places)
    (finding,) = merged["findings"].to_dict("records")
    assert finding["rule"] == "HS001"
    assert "1,240 on page 1, but 1,204 in b_earlier.pdf on page 1" in finding["message"]
    assert set(merged["series"]["status"]) == {"first", "equal", "restated"}
    assert dict(merged["reports"].set_index("file")["findings"]) == {"a_later.pdf": 0, "b_earlier.pdf": 0}
    backwards = read_together(places[::-1])
    for name, table in merged.items():
        pd.testing.assert_frame_equal(table, backwards[name])


def test_a_disk_without_room_for_the_questions_is_told_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.rules.editions._MEMORY", "2MB")
    with pytest.raises(OSError, match="Out of Memory Error") as told:
        apply_batch_rules(archive(FIRST, second(FIRST, NEXT)))
    assert told.value.filename == tempfile.gettempdir()

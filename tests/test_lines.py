"""Findings as lines; tables as JSON, CSV and Markdown; the summary."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from extract.writers.grids import as_csv, as_json, as_markdown, find_grids
from extract.writers.lines import count_severities, finding_lines
from extract.writers.summary import check_lines, failure_lines, review_lines, summary_lines
from extract.writers.text import one_line
from tests.hand_made import REPORT, frame, tables


def test_a_finding_is_one_line_with_file_page_code_and_severity() -> None:
    lines = finding_lines(frame("findings", {}), frame("reports", {}))
    assert list(lines) == ["north/q1.pdf:2: RC001 error 129 - 106 is 23, not -23."]


def test_a_finding_without_a_page_leaves_it_empty() -> None:
    (line,) = finding_lines(frame("findings", {"page": None}), frame("reports", {}))
    assert line.startswith("north/q1.pdf:: RC001 error ")


def test_text_from_a_report_cannot_forge_a_line_or_reach_the_terminal() -> None:
    message = "a\nq2.pdf:1: RC001 error forged \x1b[31m \u202e \u2028 C:\\x £5 – ünder"
    (line,) = finding_lines(frame("findings", {"message": message}), frame("reports", {}))
    assert line.endswith(r"a\nq2.pdf:1: RC001 error forged \u001b[31m \u202e \u2028 C:\\x £5 – ünder")
    assert line.isprintable()


def test_findings_stand_in_the_order_of_file_and_page() -> None:
    reports = frame("reports", {}, {"report_id": "f" * 16, "source": "a.pdf", "file": "a.pdf"})
    findings = frame(
        "findings",
        {"finding_id": f"{REPORT}.n0001", "page": 12},
        {"finding_id": f"{REPORT}.n0002", "page": 9},
        {"finding_id": f"{'f' * 16}.n0001", "report_id": "f" * 16, "page": 30},
    )
    assert [line.split(": ")[0] for line in finding_lines(findings, reports)] == [
        "a.pdf:30",
        "north/q1.pdf:9",
        "north/q1.pdf:12",
    ]


def test_severities_are_counted_even_where_there_are_none() -> None:
    findings = frame("findings", {}, {"severity": "info"}, {})
    assert count_severities(findings) == {"error": 2, "warning": 0, "info": 1}


# --- tables ----------------------------------------------------------------------------------

CELLS = (
    {"row": 0, "column": 0, "column_span": 2, "text": "Crime", "is_header": True},
    {"row": 1, "column": 0, "text": "=Theft|all"},
    {"row": 1, "column": 1, "text": "-4.5%"},
)


def test_a_table_as_json_has_the_contracts_shape() -> None:
    grids = find_grids(frame("tables", {"title": "Recorded crime"}), frame("cells", *CELLS))
    (table,) = json.loads(as_json(grids))["tables"]
    assert list(table) == ["page", "bbox", "title", "kind", "engine", "confidence", "cells"]
    assert (table["page"], table["bbox"], table["title"]) == (2, [10.0, 20.0, 110.0, 60.5], "Recorded crime")
    assert table["cells"][0] == {
        "row": 0,
        "col": 0,
        "rowspan": 1,
        "colspan": 2,
        "text": "Crime",
        "bbox": [10.0, 20.0, 110.0, 60.5],
        "is_header": True,
    }


def test_a_table_over_two_pages_names_both_regions() -> None:
    below = {"row": 2, "column": 1, "page": 3, "x0": 5.0, "bottom": 90.0}
    cells = frame("cells", *CELLS, below, {"row": 2, "column": 0, "page": 3})
    grids = find_grids(frame("tables", {"page_end": 3, "row_count": 3}), cells)
    (table,) = json.loads(as_json(grids))["tables"]
    assert table["regions"] == [
        {"page": 2, "bbox": [10.0, 20.0, 110.0, 60.5]},
        {"page": 3, "bbox": [5.0, 20.0, 110.0, 90.0]},
    ]


def test_tables_as_csv_stand_one_below_the_other() -> None:
    second = {
        "table_id": f"{REPORT}.t0002",
        "page_start": 4,
        "page_end": 4,
        "row_count": 1,
        "column_count": 1,
    }
    cells = frame(
        "cells", *CELLS, {"table_id": f"{REPORT}.t0002", "row": 0, "column": 0, "text": 'a,"b"', "page": 4}
    )
    text = as_csv(find_grids(frame("tables", {}, second), cells))
    assert text == 'Crime,\n\'=Theft|all,-4.5%\n\n# page 4, table 2\n"a,""b"""\n'
    assert next(csv.reader(text.splitlines()[-1:])) == ['a,"b"']


def test_tables_as_markdown_have_no_mark_up_of_their_own() -> None:
    title = {"title": "<b>Crime</b>"}
    text = as_markdown(find_grids(frame("tables", title), frame("cells", *CELLS)))
    assert text.splitlines() == [
        "### Page 2, table 1: &lt;b&gt;Crime&lt;/b&gt;",
        "",
        "| Crime |  |",
        "| --- | --- |",
        r"| =Theft\|all | -4.5% |",
    ]


@pytest.mark.parametrize(("pages", "found"), [({1}, 0), ({2}, 1), ({3}, 1), ({4}, 0)])
def test_only_tables_on_the_pages_asked_for_are_printed(pages: set[int], found: int) -> None:
    grids = find_grids(frame("tables", {"page_end": 3}), frame("cells", *CELLS), frozenset(pages))
    assert len(grids) == found


# --- the summary -----------------------------------------------------------------------------


def summary(batch: dict[str, pd.DataFrame]) -> list[str]:
    counts = {name: len(table) for name, table in batch.items()} | count_severities(batch["findings"])
    return list(summary_lines(batch["reports"], batch["findings"], counts, Path("out")))


def test_the_summary_says_what_was_read_and_found_and_where_it_lies() -> None:
    batch = tables(
        reports=[{"numbers_seen": 40, "numbers_checked": 30}],
        tables=[{}],
        findings=[{}, {"finding_id": f"{REPORT}.n0002", "severity": "info"}],
    )
    assert summary(batch) == [
        "north/q1.pdf:2: RC001 error 129 - 106 is 23, not -23.",
        "Read 1 report with 3 pages.",
        "Found 1 table, 40 numbers (30 of them checked), 0 paragraphs, 0 claims, 0 definitions.",
        "Findings: 1 error, 0 warnings, 1 for information (in findings.csv).",
        "The tables are in out; datapackage.json describes them.",
    ]


def test_the_summary_names_twenty_findings_and_counts_the_rest() -> None:
    findings = [{"finding_id": f"{REPORT}.n{number:04d}"} for number in range(1, 26)]
    lines = summary(tables(reports=[{}], findings=findings))
    assert sum(": RC001 error " in line for line in lines) == 20
    assert "... and 5 more errors and warnings in findings.csv" in lines


def test_a_file_that_failed_is_named_with_its_remedy() -> None:
    failed = {"status": "failed", "error_code": "empty", "error_message": "0 bytes; fetch it again."}
    partial = {"report_id": "f" * 16, "status": "partial", "error_message": "Page 2 has no text."}
    assert list(failure_lines(frame("reports", failed, partial))) == [
        "north/q1.pdf: failed (empty): 0 bytes; fetch it again.",
        "north/q1.pdf: partial: Page 2 has no text.",
    ]


def test_a_batch_of_nothing_says_so() -> None:
    assert summary(tables()) == ["No PDF was found."]


def test_errors_stand_before_warnings_in_the_summary() -> None:
    findings = [
        {"finding_id": f"{REPORT}.n0001", "page": 1, "severity": "warning"},
        {"finding_id": f"{REPORT}.n0002", "page": 9},
    ]
    lines = summary(tables(reports=[{}], findings=findings))
    assert [line.split(" 129")[0] for line in lines[:2]] == [
        "north/q1.pdf:9: RC001 error",
        "north/q1.pdf:1: RC001 warning",
    ]


def test_what_was_left_out_is_counted_and_decisions_that_need_a_look_are_named() -> None:
    unused = [f"{number:016x}" for number in range(25)]
    decided = {"file": "e.toml", "silenced": 2, "unused": unused, "expired": ["f" * 16]}
    first, expired, idle, known = review_lines({"decisions": decided, "baseline": {"known": 1}})
    assert first == "e.toml silences 2 findings."
    assert expired.startswith(f"e.toml: the decision about {'f' * 16} has expired and silences nothing; ")
    assert idle.startswith(f"e.toml: 25 decisions about no finding of these reports: {'0' * 16}, ")
    assert idle.endswith(f"{19:016x} and 5 more. Take them out if all their reports were read here.")
    assert known == "The baseline holds 1 finding, left out here."


def test_where_nothing_was_left_out_nothing_is_said() -> None:
    decided = {"file": "e.toml", "silenced": 0, "unused": [], "expired": []}
    assert list(review_lines({"decisions": decided, "baseline": {"known": 0}})) == []


OTHER = {"report_id": "f" * 16}


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([(40, 30, 2)], []),
        (
            [(40, 0, 0)],
            ["No printed figure was checked: no table states a change or a total that could be read."],
        ),
        (
            [(40, 0, 6)],
            [
                "No printed figure was checked: none of the changes found can be; change_why and percent_why "
                "of comparisons say why."
            ],
        ),
        ([(0, 0, 0)], ["Nothing was checked: no number of a KPI table was read."]),
        ([(400, 3, 0)], ["Only 3 of 400 numbers took part in a check."]),
        (
            [(40, 30, 0), (40, 0, 0)],
            ["In 1 of 2 reports no printed figure was checked; numbers_checked of reports says in which."],
        ),
    ],
)
def test_where_little_was_checked_the_summary_says_so(
    counts: list[tuple[int, int, int]], said: list[str]
) -> None:
    names = ("numbers_seen", "numbers_checked", "numbers_uncheckable")
    reports = [
        {**base, **dict(zip(names, numbers, strict=True))}
        for base, numbers in zip(({}, OTHER), counts, strict=False)
    ]
    assert list(check_lines(frame("reports", *reports))) == said


def test_a_report_that_failed_is_not_one_that_was_left_unchecked() -> None:
    good = {"numbers_seen": 40, "numbers_checked": 30}
    assert list(check_lines(frame("reports", good, {**OTHER, "status": "failed"}))) == []
    assert list(check_lines(frame("reports", {"status": "failed"}))) == []


def test_one_line_leaves_ordinary_text_alone() -> None:
    assert one_line("Vol d’après l’été: 5 % – £1.4m") == "Vol d’après l’été: 5 % – £1.4m"

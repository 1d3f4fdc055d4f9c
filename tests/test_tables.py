"""Records become the contract's tables: ids, types, counts, order."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from printed_rows import SOURCE, Printed, blocks_of, facts_of, findings_of, tables_of
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.comparisons import find_comparisons
from extract.facts.observations import find_observations
from extract.model import Blocks, Facts, Quantity
from extract.tables import ReportSource, as_tables, combine, failed_report_tables, with_findings
from extract.tables.comparisons import comparison_rows
from schemas import PRIMARY_KEYS, TABLE_COLUMNS, TABLES_OF_A_RUN
from schemas.columns import PANDAS_DTYPES

REPORT = "ab" * 8
OF_A_REPORT = [name for name in TABLE_COLUMNS if name not in TABLES_OF_A_RUN]
ROWS: tuple[Printed, ...] = (
    ("40,089", "36,232", "+3,857", "+11%"),
    ("71", "n/a", "", "+3%"),
    ("5", "0", "+5", "+100%"),
)
FAILED = ReportSource(
    "bad.pdf", "bad.pdf", "0.1.0", status="failed", error_code="empty", error_message="The file is empty."
)


def only_row(frame: pd.DataFrame) -> pd.Series:
    assert len(frame) == 1
    return frame.iloc[0]


def test_ids_tell_report_table_row_and_column() -> None:
    made = tables_of(facts_of(ROWS[:1]))
    assert only_row(made["tables"])["table_id"] == f"{REPORT}.t0001"
    assert list(made["observations"]["observation_id"]) == [
        f"{REPORT}.t0001.r0001.c00{n}" for n in (1, 2, 3, 4)
    ]
    row = only_row(made["comparisons"])
    assert row["comparison_id"] == f"{REPORT}.t0001.r0001.k01"
    assert row["percent_id"] == f"{REPORT}.t0001.r0001.c004"


def test_a_comparison_holds_what_is_printed_and_what_follows() -> None:
    row = only_row(tables_of(facts_of(ROWS[:1]))["comparisons"])
    assert (row["current"], row["prior"], row["stated_change"], row["stated_percent"]) == (
        40089,
        36232,
        3857,
        11,
    )
    assert (row["current_text"], row["change_text"], row["percent_text"]) == ("40,089", "+3,857", "+11%")
    assert (row["recomputed_change"], round(row["recomputed_percent"], 4)) == (3857, 10.6453)
    assert (row["change_verdict"], row["percent_verdict"]) == ("consistent", "consistent")
    assert (row["current_start"], row["prior_end"]) == (
        pd.Timestamp("2019-04-01"),
        pd.Timestamp("2018-06-30"),
    )
    assert (row["unit"], row["change_unit"], row["section_title"]) == ("count", "count", "Contact")


def test_a_percent_changes_by_points() -> None:
    row = only_row(tables_of(facts_of([("71.5%", "70.0%", "+1.5%", "")], "percent"))["comparisons"])
    assert (row["unit"], row["change_unit"], row["change_verdict"]) == (
        "percent",
        "percentage_points",
        "consistent",
    )
    assert (row["percent_verdict"], row["percent_why"]) == ("uncheckable", "no percent is stated")


def test_a_missing_prior_keeps_its_text_and_has_no_number() -> None:
    made = tables_of(facts_of(ROWS[1:2]))
    row = only_row(made["comparisons"])
    assert row["prior_text"] == "n/a"
    assert pd.isna(row["prior"]) and pd.isna(row["prior_decimals"])
    assert (row["percent_verdict"], row["percent_why"]) == ("uncheckable", "no prior figure")
    observation = made["observations"].iloc[1]
    assert (observation["status"], observation["text"]) == ("not_applicable", "n/a")


def test_figures_of_different_units_are_not_compared() -> None:
    facts = facts_of([("71.5%", "70.0%", "+1.5%", "")], "percent")
    comparison = facts.comparisons[0]
    assert comparison.prior is not None and comparison.prior.quantity is not None
    prior = replace(comparison.prior, quantity=replace(comparison.prior.quantity, unit="count"))
    mixed = replace(facts, comparisons=(replace(comparison, prior=prior),))
    row = only_row(tables_of(mixed)["comparisons"])
    assert (row["change_verdict"], row["change_why"]) == (
        "uncheckable",
        "current and prior have different units",
    )


def test_a_change_in_another_unit_than_its_figures_is_not_judged() -> None:
    facts = facts_of([("£1.4m", "£1.2m", "+€0.9m", "+17%")], "GBP")
    row = only_row(tables_of(facts)["comparisons"])
    assert (row["change_verdict"], row["change_why"]) == (
        "uncheckable",
        "the change is in another unit than its figures",
    )
    assert (row["percent_verdict"], row["percent_why"]) == ("consistent", "")


def test_rows_with_an_empty_cell_speak_for_the_same_columns() -> None:
    rows = [("12", "10", "+2", "+20%"), ("90", "100", "10", "")]
    made = tables_of(facts_of(rows))["comparisons"]
    assert list(made["change_verdict"]) == ["consistent", "inconsistent"]  # the column prints signs


def test_numbers_are_counted_once_as_seen_checked_or_uncheckable() -> None:
    row = only_row(tables_of(facts_of(ROWS))["reports"])
    # Seen: 4, 2 (n/a is no number), 4. Checked: the first row, and 5, 0, +5 of the last.
    assert (row["numbers_seen"], row["numbers_checked"], row["numbers_uncheckable"]) == (10, 7, 3)
    assert (row["observations"], row["comparisons"], row["tables"], row["claims"]) == (11, 3, 1, 0)


def test_the_report_row_tells_where_it_was_and_what_it_is() -> None:
    source = replace(SOURCE, also_at=("copy/ü.pdf",), unread_pages=(2, 5), status="partial")
    row = only_row(as_tables(source, blocks_of(1), facts_of(ROWS[:1]))["reports"])
    assert json.loads(row["also_at"]) == ["copy/ü.pdf"]
    assert json.loads(row["unread_pages"]) == [2, 5]
    assert (row["organisation"], row["period_start"]) == ("Anytown Police", pd.Timestamp(date(2019, 4, 1)))
    assert row["report_id"] == REPORT


def test_a_failed_report_has_its_row_and_nothing_else() -> None:
    made = combine([failed_report_tables(FAILED)])
    row = only_row(made["reports"])
    assert row["report_id"] == hashlib.sha256(b"bad.pdf").hexdigest()[:16]
    assert (row["status"], row["error_code"], row["sha256"]) == ("failed", "empty", "")
    assert {name: len(frame) for name, frame in made.items() if name != "reports"} == dict.fromkeys(
        set(OF_A_REPORT) - {"reports"}, 0
    )


@pytest.mark.parametrize("name", OF_A_REPORT)
def test_empty_tables_keep_their_dtypes(name: str) -> None:
    none = combine([])
    some = combine([failed_report_tables(FAILED), tables_of(facts_of(ROWS))])
    for made in (none, some):
        assert [str(dtype) for dtype in made[name].dtypes] == [
            PANDAS_DTYPES[column.type] for column in TABLE_COLUMNS[name]
        ]


def test_the_order_of_reports_does_not_show() -> None:
    parts = [failed_report_tables(FAILED), tables_of(facts_of(ROWS))]
    one, other = combine(parts), combine(parts[::-1])
    for name in OF_A_REPORT:
        pd.testing.assert_frame_equal(one[name], other[name])
        keys = one[name][list(PRIMARY_KEYS[name])]
        assert keys.equals(keys.sort_values(list(keys.columns), ignore_index=True))


def test_findings_are_numbered_as_a_reader_meets_them_and_counted() -> None:
    rows = (*ROWS[:1], ("129", "106", "-23", "-22%"), ("90", "100", "+10", "-10%"))
    found = findings_of(*rows)
    made = with_findings(tables_of(facts_of(rows)), found[::-1])
    assert list(made["findings"]["finding_id"]) == [f"{REPORT}.n000{n}" for n in (1, 2, 3)]
    assert list(made["findings"]["row"]) == [2, 2, 3]
    assert only_row(made["reports"])["findings"] == 3
    assert made["findings"]["evidence"].str.startswith(f"{REPORT}.t0001.r0002.k01;").sum() == 2


def test_a_number_too_large_for_a_column_does_not_stop_the_report() -> None:
    facts = facts_of([("9" * 30, "1", "+5", "3%"), ("8", "1", "+5", "3%")])
    last = facts.comparisons[1]
    assert last.current is not None and isinstance(last.current.quantity, Quantity)
    huge = replace(last.current, quantity=replace(last.current.quantity, value=Decimal("1e400")))
    comparisons = (facts.comparisons[0], replace(last, current=huge))
    made = combine([tables_of(replace(facts, comparisons=comparisons))])
    assert set(made["comparisons"]["change_verdict"]) == {"uncheckable"}


def test_a_report_without_anything_has_empty_tables() -> None:
    made = as_tables(SOURCE, Blocks((), (), (), (), 1.0), Facts(facts_of(()).report))
    assert only_row(made["reports"])["numbers_seen"] == 0


def test_an_average_compared_with_is_named_by_its_head() -> None:
    table = typed_table(
        """
        Area | Calls 2021 | 3-Year Average | 2021 vs. 3-Year Average
        North | 120 | 100 | 20%
        South | 90 | 100 | -10%
        West | 66 | 60 | 10%
        """
    )
    columns = read_columns(table, None)
    observations = find_observations(table, columns)
    found = find_comparisons(table, columns, observations)
    rows = comparison_rows("r", found, {table.ordinal: table})
    assert {(row["prior_label"], row.get("prior_start")) for row in rows} == {("3-Year Average", None)}

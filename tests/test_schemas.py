"""The law: good tables pass, and a copy corrupted for any one check is rejected."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pytest
from printed_rows import BEFORE, NOW, SOURCE, blocks_of, facts_of

from extract.facts.claims import find_claims
from extract.model import Blocks, Box, Definition, Facts, Figure, Paragraph
from extract.rules import apply_batch_rules, apply_rules
from extract.tables import as_tables, combine, with_findings, with_history
from schemas import FOREIGN_KEYS, MODELS, PRIMARY_KEYS, TABLE_COLUMNS, conform
from schemas.columns import PANDAS_DTYPES
from schemas.comparisons import Comparisons, ReconciledComparisons

ROWS = [
    ("40,089", "36,232", "+3,857", "+11%"),
    ("90,395", "101,730", "-11,335", "-11%"),
    ("129", "106", "-23", "-22%"),
    ("5", "n/a", "", "12%"),
]


def whole() -> dict[str, pd.DataFrame]:
    """Tables of a report that has something in each of them, twice where a key must be unique."""
    found = facts_of(ROWS)
    texts = ("Calls rose by 4% to 520 from 500.", "Calls were 40-45% of all work.")
    paragraphs = tuple(
        Paragraph(n, "paragraph", 0, f"1.{n}", "1", "Calls", text, 1, 2, Box(1, 2, 3, 4))
        for n, text in enumerate(texts, start=1)
    )
    facts = Facts(
        found.report,
        found.observations,
        found.comparisons,
        (Definition(1, "ASB", "Anti-social behaviour", 3, 4, None), Definition(2, "CMD", "Contact", 3, 3, 1)),
        claims=find_claims(paragraphs),
    )
    figures = (
        Figure(1, 1, Box(1, 2, 3, 4), "logo"),
        Figure(2, 2, Box(1, 2, 3, 4), "chart", "", 1, 1, 4),
    )
    tables = blocks_of(len(ROWS)).tables
    made = as_tables(SOURCE, Blocks(tables, paragraphs, figures, (), 0.99), facts)
    tables_of_all = combine([with_findings(made, apply_rules(facts, made))])
    return with_history(tables_of_all, *apply_batch_rules(tables_of_all))


WHOLE = whole()


def schema_of(name: str) -> pa.DataFrameSchema:
    return MODELS[name].to_schema()


def with_value(frame: pd.DataFrame, column: str, value: Any, row: int = 0) -> pd.DataFrame:  # noqa: ANN401
    changed = frame.copy()
    changed.loc[changed.index[row], column] = value
    return changed


# --- corruptions of single columns, made from the checks themselves --------------------------


def against(check: pa.Check) -> Any:  # noqa: ANN401
    """A value of the right type that a column check must reject."""
    told = check.statistics
    if check.name == "isin":
        return "no such value"
    if check.name == "str_matches":
        return "? not of this form ?"
    if check.name == "str_length":
        return ""
    if check.name == "greater_than_or_equal_to":
        return -float("inf") if told["min_value"] < -1e300 else told["min_value"] - 1
    if check.name == "less_than_or_equal_to":
        return float("inf") if told["max_value"] > 1e300 else told["max_value"] + 1
    raise AssertionError(f"no corruption is known for the check {check.name!r}")


def failed_checks(error: pa.errors.SchemaErrors) -> set[tuple[str, str]]:
    """What is rejected: column (or model) and check."""
    return {
        (str(e.schema.name or ""), getattr(e.check, "name", None) or str(e.check))
        for e in error.schema_errors
    }


def rejected(name: str, frame: pd.DataFrame) -> set[tuple[str, str]]:
    with pytest.raises(pa.errors.SchemaErrors) as caught:
        MODELS[name].validate(frame, lazy=True)
    return failed_checks(caught.value)


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize("name", MODELS)
def test_a_value_that_a_column_must_not_hold_is_rejected(name: str, turn: int) -> None:
    corrupted, expected = WHOLE[name], set()
    for column in schema_of(name).columns.values():
        for check in column.checks[turn : turn + 1]:
            corrupted = with_value(corrupted, column.name, against(check))
            expected.add((column.name, str(check.name)))
    if turn == 0:
        assert expected
    if expected:
        assert expected - rejected(name, corrupted) == set()


def test_no_column_has_more_checks_than_are_corrupted() -> None:
    assert max(len(column.checks) for name in MODELS for column in schema_of(name).columns.values()) <= 3


@pytest.mark.parametrize("name", MODELS)
def test_a_required_value_must_be_there(name: str) -> None:
    corrupted, expected = WHOLE[name], set()
    for column in TABLE_COLUMNS[name]:
        if column.required and column.type in ("integer", "number"):
            corrupted = with_value(corrupted, column.name, None)
            expected.add((column.name, "not_nullable"))
        elif column.type == "string":  # unknown text is the empty string, never null
            corrupted = with_value(corrupted, column.name, pd.NA)
            expected.add((column.name, "not_nullable"))
    assert expected - rejected(name, corrupted) == set()


@pytest.mark.parametrize("name", MODELS)
def test_a_wrong_dtype_is_rejected(name: str) -> None:
    wrong = {column: pd.Series([1 + 2j] * len(WHOLE[name])) for column in WHOLE[name].columns}
    told = rejected(name, WHOLE[name].assign(**wrong))
    assert {column for column, check in told if check.startswith("dtype")} == set(wrong)


# --- corruptions of whole tables, one for each check over several columns --------------------

Corrupt = Callable[[pd.DataFrame], pd.DataFrame]
OTHER = "0" * 16


def swapped_pages(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(page_start=frame["page_end"] + 1)


def setting(column: str, value: Any, row: int = 0) -> Corrupt:  # noqa: ANN401
    return lambda frame: with_value(frame, column, value, row)


def half_a_period(column: str) -> Corrupt:
    return setting(column, pd.NaT)


def backwards(prefix: str) -> Corrupt:
    return lambda frame: with_value(
        frame, f"{prefix}_end", pd.Timestamp(BEFORE.start) - pd.Timedelta(days=999)
    )


def other_id(column: str) -> Corrupt:
    return lambda frame: with_value(frame, column, OTHER + str(frame[column].iloc[0])[16:])


def inside_out(frame: pd.DataFrame) -> pd.DataFrame:
    return with_value(frame, "x1", -1.0)


def half_a_box(frame: pd.DataFrame) -> pd.DataFrame:
    return with_value(frame, "top", None)


FRAME_CORRUPTIONS: dict[tuple[str, str], list[Corrupt]] = {
    ("reports", "period_is_ordered"): [backwards("period"), half_a_period("period_start")],
    ("reports", "report_id_is_of_the_bytes"): [setting("report_id", OTHER)],
    ("reports", "status_tells_of_errors"): [
        setting("status", "failed"),
        lambda f: conform("reports", f.assign(error_code="empty", error_message="Nothing.")),
        lambda f: conform("reports", f.assign(status="failed", error_code="empty")),
    ],
    ("reports", "numbers_add_up"): [setting("numbers_checked", 10_000)],
    ("tables", "pages_are_ordered"): [swapped_pages],
    ("paragraphs", "pages_are_ordered"): [swapped_pages],
    ("claims", "quotes_are_as_long_as_their_span"): [setting("start", 0), setting("quote", "rose")],
    ("claims", "directions_fit_kinds"): [setting("direction", "up", row=1), setting("kind", "stable")],
    ("claims", "ranges_are_ordered"): [
        setting("range_low", 1.0),
        setting("range_high", 1.0, row=1),
    ],
    ("definitions", "pages_are_ordered"): [swapped_pages],
    ("observations", "periods_are_ordered"): [
        backwards("period"),
        half_a_period("period_end"),
        setting("baseline_start", pd.Timestamp(NOW.start)),
    ],
    ("observations", "values_have_precision"): [
        setting("decimals", None),
        setting("multiplier", None),
        setting("value", None),
    ],
    ("observations", "missing_have_no_value"): [setting("status", "suppressed")],
    ("figures", "cells_are_whole"): [
        setting("row", 1),
        setting("column", None, row=1),
    ],
    ("findings", "bounds_are_ordered"): [setting("low", 1e9)],
    ("findings", "boxes_have_pages"): [setting("page", None)],
    ("series", "periods_are_ordered"): [backwards("period")],
    ("series", "each_period_has_one_first"): [setting("status", "equal")],
    ("comparisons", "periods_are_ordered"): [backwards("current"), half_a_period("prior_end")],
    ("comparisons", "figures_have_precision"): [
        setting(f"{prefix}_{part}", None)
        for prefix in ("current", "prior", "change", "percent")
        for part in ("decimals", "multiplier")
    ],
    ("comparisons", "change_unit_follows_unit"): [setting("change_unit", "percentage_points")],
    ("comparisons", "change_follows"): [
        setting(column, value)
        for column in ("recomputed_change", "change_low", "change_high")
        for value in (1.0, None)
    ],
    ("comparisons", "percent_follows"): [
        setting(column, value)
        for column in ("recomputed_percent", "percent_low", "percent_high")
        for value in (1.0, None)
    ],
    ("comparisons", "change_verdict_follows"): [
        setting("change_verdict", "inconsistent"),
        setting("change_verdict", "consistent", row=2),
        setting("change_verdict", "uncheckable"),
        setting("change_verdict", "consistent", row=3),
        setting("change_why", "because"),
    ],
    ("comparisons", "percent_verdict_follows"): [
        setting("percent_verdict", "inconsistent"),
        setting("percent_verdict", "consistent", row=2),
        setting("percent_verdict", "uncheckable"),
        setting("percent_verdict", "consistent", row=3),
        setting("percent_why", "because"),
    ],
}
for table_name, keys in PRIMARY_KEYS.items():
    if table_name != "reports":
        FRAME_CORRUPTIONS[table_name, "ids_start_with_report"] = [
            other_id(next(key for key in keys if key.endswith("_id") and key != "series_id"))
        ]
for table_name in ("tables", "cells", "observations", "paragraphs", "figures", "findings"):
    FRAME_CORRUPTIONS[table_name, "boxes_are_ordered"] = [inside_out, half_a_box]


def frame_checks() -> set[tuple[str, str]]:
    return {(name, str(check.name)) for name in MODELS for check in schema_of(name).checks}


def test_every_check_over_several_columns_has_a_corruption() -> None:
    assert set(FRAME_CORRUPTIONS) == frame_checks()


@pytest.mark.parametrize(
    ("name", "check", "corrupt"),
    [
        pytest.param(name, check, corrupt, id=f"{name}-{check}-{n}")
        for (name, check), ways in sorted(FRAME_CORRUPTIONS.items())
        for n, corrupt in enumerate(ways)
    ],
)
def test_a_row_that_contradicts_itself_is_rejected(name: str, check: str, corrupt: Corrupt) -> None:
    with pytest.raises(pa.errors.SchemaErrors) as caught:
        MODELS[name].validate(corrupt(WHOLE[name]), lazy=True)
    assert check in {told for _, told in failed_checks(caught.value)}


@pytest.mark.parametrize("name", MODELS)
def test_a_key_stands_only_once(name: str) -> None:
    twice = pd.concat([WHOLE[name], WHOLE[name].iloc[:1]], ignore_index=True)
    with pytest.raises(pa.errors.SchemaErrors, match="not unique"):
        MODELS[name].validate(twice, lazy=True)


@pytest.mark.parametrize("name", MODELS)
def test_columns_are_all_there_in_order_and_no_others(name: str) -> None:
    frame = WHOLE[name]
    first = frame.columns[0]
    for wrong in (frame.drop(columns=first), frame[[*frame.columns[1:], first]], frame.assign(extra=1)):
        with pytest.raises(pa.errors.SchemaErrors):
            MODELS[name].validate(wrong, lazy=True)


# --- what passes -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", MODELS)
def test_a_model_has_the_columns_that_are_described(name: str) -> None:
    schema = schema_of(name)
    assert list(schema.columns) == [column.name for column in TABLE_COLUMNS[name]]
    for column in TABLE_COLUMNS[name]:
        assert WHOLE[name][column.name].dtype == PANDAS_DTYPES[column.type], column.name
        assert schema.columns[column.name].description == column.meaning
        assert (schema.columns[column.name].metadata or {})["unit"] == column.unit


@pytest.mark.parametrize("name", MODELS)
def test_an_empty_table_is_lawful(name: str) -> None:
    MODELS[name].validate(conform(name, pd.DataFrame()), lazy=True)


def test_no_sample_table_is_empty() -> None:
    assert [name for name, frame in WHOLE.items() if len(frame) == 0] == []


def test_foreign_keys_point_to_keys_that_exist() -> None:
    for name, links in FOREIGN_KEYS.items():
        for link in links:
            assert PRIMARY_KEYS[link.table] == (link.target,)
            pointed = set(WHOLE[name][link.column]) - {""}
            assert pointed <= set(WHOLE[link.table][link.target]), (name, link)


def test_an_honest_report_reconciles_and_a_dishonest_one_does_not() -> None:
    rows = WHOLE["comparisons"]
    ReconciledComparisons.validate(rows.drop(index=2), lazy=True)
    Comparisons.validate(rows, lazy=True)
    with pytest.raises(pa.errors.SchemaErrors) as caught:
        ReconciledComparisons.validate(rows, lazy=True)
    told = {check for _, check in failed_checks(caught.value)}
    assert told == {"change_reconciles", "percent_reconciles"}


def test_each_half_of_reconciling_is_judged_on_its_own() -> None:
    for half, text in (("change", ("129", "106", "-23", "+22%")), ("percent", ("129", "106", "+23", "-22%"))):
        facts = facts_of([*ROWS[:2], text])
        made = as_tables(SOURCE, blocks_of(3), facts)["comparisons"]
        with pytest.raises(pa.errors.SchemaErrors) as caught:
            ReconciledComparisons.validate(made, lazy=True)
        assert {check for _, check in failed_checks(caught.value)} == {f"{half}_reconciles"}


def test_whoever_has_only_the_parquet_file_audits_it_again(tmp_path: Any) -> None:  # noqa: ANN401
    path = tmp_path / "comparisons.parquet"
    WHOLE["comparisons"].to_parquet(path)
    frame = conform("comparisons", pd.read_parquet(path))
    pd.testing.assert_frame_equal(frame, WHOLE["comparisons"])
    Comparisons.validate(frame, lazy=True)


def test_the_columns_are_told_without_pandas() -> None:
    code = (
        "import sys, schemas.columns; print([m for m in ('pandas', 'pandera', 'numpy') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

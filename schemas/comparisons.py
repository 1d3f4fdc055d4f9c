"""One stated comparison of two figures of a KPI row, recomputed; and what an honest one satisfies.

``Comparisons`` holds what is true of our own table whatever a report says: a forged recomputation
or verdict is rejected. ``ReconciledComparisons`` adds that the report agrees with itself, so that
anybody who has only the Parquet file re-audits it::

    frame = conform("comparisons", pd.read_parquet("comparisons.parquet"))
    ReconciledComparisons.validate(frame, lazy=True)
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.agreement import Judgement, Printed, judge_change, judge_percent
from schemas.base import Day, Number, PartTable, Text, Whole, days_in_order, limits
from schemas.columns import PRIMARY_KEYS

_VALUES = {"current": "current", "prior": "prior", "change": "stated_change", "percent": "stated_percent"}


class Comparisons(PartTable):
    """The table ``comparisons``: true of our table, whatever the report says."""

    comparison_id: Text = limits("comparisons", "comparison_id")
    report_id: Text = limits("comparisons", "report_id")
    table_id: Text = limits("comparisons", "table_id")
    row: Whole = limits("comparisons", "row")
    section_number: Text = limits("comparisons", "section_number")
    section_title: Text = limits("comparisons", "section_title")
    kpi_number: Text = limits("comparisons", "kpi_number")
    kpi: Text = limits("comparisons", "kpi")
    group: Text = limits("comparisons", "group")
    unit: Text = limits("comparisons", "unit")
    change_unit: Text = limits("comparisons", "change_unit")
    current_label: Text = limits("comparisons", "current_label")
    current_start: Day = limits("comparisons", "current_start")
    current_end: Day = limits("comparisons", "current_end")
    prior_label: Text = limits("comparisons", "prior_label")
    prior_start: Day = limits("comparisons", "prior_start")
    prior_end: Day = limits("comparisons", "prior_end")
    current: Number = limits("comparisons", "current")
    prior: Number = limits("comparisons", "prior")
    stated_change: Number = limits("comparisons", "stated_change")
    stated_percent: Number = limits("comparisons", "stated_percent")
    current_text: Text = limits("comparisons", "current_text")
    current_decimals: Whole = limits("comparisons", "current_decimals")
    current_multiplier: Number = limits("comparisons", "current_multiplier")
    current_id: Text = limits("comparisons", "current_id")
    prior_text: Text = limits("comparisons", "prior_text")
    prior_decimals: Whole = limits("comparisons", "prior_decimals")
    prior_multiplier: Number = limits("comparisons", "prior_multiplier")
    prior_id: Text = limits("comparisons", "prior_id")
    change_text: Text = limits("comparisons", "change_text")
    change_decimals: Whole = limits("comparisons", "change_decimals")
    change_multiplier: Number = limits("comparisons", "change_multiplier")
    change_id: Text = limits("comparisons", "change_id")
    percent_text: Text = limits("comparisons", "percent_text")
    percent_decimals: Whole = limits("comparisons", "percent_decimals")
    percent_multiplier: Number = limits("comparisons", "percent_multiplier")
    percent_id: Text = limits("comparisons", "percent_id")
    recomputed_change: Number = limits("comparisons", "recomputed_change")
    recomputed_percent: Number = limits("comparisons", "recomputed_percent")
    change_low: Number = limits("comparisons", "change_low")
    change_high: Number = limits("comparisons", "change_high")
    percent_low: Number = limits("comparisons", "percent_low")
    percent_high: Number = limits("comparisons", "percent_high")
    change_verdict: Text = limits("comparisons", "change_verdict")
    percent_verdict: Text = limits("comparisons", "percent_verdict")
    change_why: Text = limits("comparisons", "change_why")
    percent_why: Text = limits("comparisons", "percent_why")
    page: Whole = limits("comparisons", "page")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["comparisons"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a period that ends before it starts, or has one end")
    def periods_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The days of both periods are in order."""
        return days_in_order(frame, "current") & days_in_order(frame, "prior")

    @pa.dataframe_check(error="a figure without its precision")
    def figures_have_precision(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Each figure comes with its printed decimals and multiplier, or has none of the three."""
        right = pd.Series(True, index=frame.index)
        for prefix, value in _VALUES.items():
            there = frame[value].notna()
            right &= there == frame[f"{prefix}_decimals"].notna()
            right &= there == frame[f"{prefix}_multiplier"].notna()
        return right.astype(bool)

    @pa.dataframe_check(error="a change in another unit than its figures'")
    def change_unit_follows_unit(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Percents change by points, everything else in its own unit."""
        points = frame["unit"].where(frame["unit"] != "percent", "percentage_points")
        return (frame["change_unit"] == points).astype(bool)

    @pa.dataframe_check(error="a recomputed change that doesn't follow from the printed figures")
    def change_follows(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Recomputed change, change_low and change_high are ours to get right."""
        return _by_row(frame, lambda row: _has_numbers(row, "change"))

    @pa.dataframe_check(error="a recomputed percent that doesn't follow from the printed figures")
    def percent_follows(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Recomputed percent, percent_low and percent_high are ours to get right."""
        return _by_row(frame, lambda row: _has_numbers(row, "percent"))

    @pa.dataframe_check(error="a change_verdict that doesn't follow from the printed figures")
    def change_verdict_follows(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """A verdict is the recomputation's, or uncheckable with a reason."""
        return _by_row(frame, lambda row: _has_verdict(row, "change"))

    @pa.dataframe_check(error="a percent_verdict that doesn't follow from the printed figures")
    def percent_verdict_follows(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """A verdict is the recomputation's, or uncheckable with a reason."""
        return _by_row(frame, lambda row: _has_verdict(row, "percent"))


class ReconciledComparisons(Comparisons):
    """What an honest report satisfies besides: its own arithmetic.

    Uncheckable rows pass, since they are not known to be wrong.
    """

    @pa.dataframe_check(error="stated change is not current - prior")
    def change_reconciles(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The stated change is current - prior, within the printed precision."""
        return _by_row(frame, lambda row: _agrees(row, "change"))

    @pa.dataframe_check(error="stated percent is outside what the figures allow")
    def percent_reconciles(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The stated percent is within what the printed precision of current and prior allows."""
        return _by_row(frame, lambda row: _agrees(row, "percent"))


def printed_of(row: dict[str, Any], prefix: str) -> Printed | None:
    """A figure of a row as printed: ``current``, ``prior``, ``change`` or ``percent``.

    The float64 of a table gives back 15 digits; the printed decimals say which of them count.
    """
    value, decimals, multiplier = (
        row[_VALUES[prefix]],
        row[f"{prefix}_decimals"],
        row[f"{prefix}_multiplier"],
    )
    if pd.isna(value) or pd.isna(decimals) or pd.isna(multiplier):
        return None
    unit = {"change": row["change_unit"], "percent": "percent"}.get(prefix, row["unit"])
    text = str(row[f"{prefix}_text"]).strip()
    figure = Printed(
        Decimal(repr(float(value))),
        int(decimals),
        Decimal(repr(float(multiplier))),
        unit,
        signed=value < 0 or text.startswith(("+", "-", "−", "(")),
    )
    if prefix != "change":
        return figure
    return figure.as_change(printed_of(row, "current"), printed_of(row, "prior"))


def judgement_of(row: dict[str, Any], prefix: str) -> Judgement:
    """The judgement on a row's ``change`` or ``percent``, from its printed figures alone."""
    judge = judge_change if prefix == "change" else judge_percent
    return judge(printed_of(row, "current"), printed_of(row, "prior"), printed_of(row, prefix))


def _by_row(frame: pd.DataFrame, holds: Callable[[dict[str, Any]], bool]) -> pd.Series:
    rows: list[Any] = frame.to_dict("records")
    return pd.Series([holds(row) for row in rows], index=frame.index, dtype=bool)


def _has_numbers(row: dict[str, Any], prefix: str) -> bool:
    judgement = judgement_of(row, prefix)
    pairs = (
        (row[f"recomputed_{prefix}"], judgement.recomputed),
        (row[f"{prefix}_low"], judgement.low),
        (row[f"{prefix}_high"], judgement.high),
    )
    return all(
        bool(pd.isna(number)) if expected is None else number == float(expected) for number, expected in pairs
    )


def _has_verdict(row: dict[str, Any], prefix: str) -> bool:
    verdict, why = row[f"{prefix}_verdict"], row[f"{prefix}_why"]
    if verdict == "uncheckable":
        return bool(why)
    return not why and verdict == judgement_of(row, prefix).verdict


def _agrees(row: dict[str, Any], prefix: str) -> bool:
    return row[f"{prefix}_verdict"] == "uncheckable" or judgement_of(row, prefix).verdict == "consistent"

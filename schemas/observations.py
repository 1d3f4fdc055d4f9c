"""One printed number, or missing-value symbol, of a KPI table."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Day, Number, PlacedTable, Text, Whole, days_in_order, limits
from schemas.columns import PRIMARY_KEYS


class Observations(PlacedTable):
    """The table ``observations``."""

    observation_id: Text = limits("observations", "observation_id")
    report_id: Text = limits("observations", "report_id")
    table_id: Text = limits("observations", "table_id")
    row: Whole = limits("observations", "row")
    column: Whole = limits("observations", "column")
    section_number: Text = limits("observations", "section_number")
    section_title: Text = limits("observations", "section_title")
    kpi_number: Text = limits("observations", "kpi_number")
    kpi: Text = limits("observations", "kpi")
    group: Text = limits("observations", "group")
    measure: Text = limits("observations", "measure")
    column_label: Text = limits("observations", "column_label")
    period_label: Text = limits("observations", "period_label")
    period_start: Day = limits("observations", "period_start")
    period_end: Day = limits("observations", "period_end")
    baseline_label: Text = limits("observations", "baseline_label")
    baseline_start: Day = limits("observations", "baseline_start")
    baseline_end: Day = limits("observations", "baseline_end")
    text: Text = limits("observations", "text")
    value: Number = limits("observations", "value")
    decimals: Whole = limits("observations", "decimals")
    multiplier: Number = limits("observations", "multiplier")
    unit: Text = limits("observations", "unit")
    status: Text = limits("observations", "status")
    footnote: Text = limits("observations", "footnote")
    page: Whole = limits("observations", "page")
    x0: Number = limits("observations", "x0")
    top: Number = limits("observations", "top")
    x1: Number = limits("observations", "x1")
    bottom: Number = limits("observations", "bottom")
    engine: Text = limits("observations", "engine")
    confidence: Number = limits("observations", "confidence")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["observations"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a period that ends before it starts, or has one end")
    def periods_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The days of both periods are in order."""
        return days_in_order(frame, "period") & days_in_order(frame, "baseline")

    @pa.dataframe_check(error="a value without its precision")
    def values_have_precision(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """A number comes with printed decimals and multiplier, a missing one without."""
        there = frame["value"].notna()
        return (there == frame["decimals"].notna()) & (there == frame["multiplier"].notna())

    @pa.dataframe_check(error="a value that is said to be missing")
    def missing_have_no_value(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """What is missing, suppressed or not applicable has no value."""
        absent = frame["status"].isin(["missing", "suppressed", "not_applicable"])
        return (~absent | frame["value"].isna()).astype(bool)

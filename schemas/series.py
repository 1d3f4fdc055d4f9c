"""One figure of one KPI in one edition: what each report of an archive says about the same period."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Day, Number, PartTable, Text, days_in_order, limits
from schemas.columns import PRIMARY_KEYS


class SeriesTable(PartTable):
    """The table ``series``. A row belongs to a report; the series itself to the organisation."""

    series_id: Text = limits("series", "series_id")
    period_start: Day = limits("series", "period_start")
    period_end: Day = limits("series", "period_end")
    report_id: Text = limits("series", "report_id")
    kpi: Text = limits("series", "kpi")
    unit: Text = limits("series", "unit")
    value: Number = limits("series", "value")
    status: Text = limits("series", "status")
    observation_id: Text = limits("series", "observation_id")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["series"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a period that ends before it starts")
    def periods_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The days of the period are in order."""
        return days_in_order(frame, "period")

    @pa.dataframe_check(error="a series without a first figure of a period")
    def each_period_has_one_first(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Whatever is equal or restated was printed before; a break may stand alone."""
        keys = [frame[name] for name in ("series_id", "period_start", "period_end")]
        firsts = (frame["status"] == "first").groupby(keys).transform("sum")
        return ((firsts == 1) | ((frame["status"] == "break") & (firsts == 0))).astype(bool)

"""What the models of all tables share: dtypes, limits from the columns, common checks.

A model names its columns; their limits, meanings and units come from ``schemas.columns``, so that
nothing is said twice. Out of scope: what only one table must satisfy.
"""

from __future__ import annotations

import sys
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine
from pandera.typing import Series

from schemas.columns import PANDAS_DTYPES, TABLE_COLUMNS, column_of

Text = Series[pd.StringDtype]
Whole = Series[pd.Int64Dtype]
Number = Series[float]
Flag = Series[bool]
Day = Series[pandas_engine.DateTime]

_UNKNOWN: dict[str, Any] = {"string": "", "boolean": False}
_UNKNOWN |= dict.fromkeys(("integer", "number", "date"))
BOX = ("x0", "top", "x1", "bottom")


def limits(table: str, name: str) -> Any:  # noqa: ANN401  as pandera types its fields
    """The pandera field of one column, from its description.

    A required text is one character or more; unknown text is empty, never null. Numbers are
    finite.
    """
    column = column_of(table, name)
    checks: dict[str, Any] = {}
    if column.values:
        checks["isin"] = list(column.values)
    if column.pattern:
        checks["str_matches"] = column.pattern
    elif column.type == "string" and column.required and not column.values:
        checks["str_length"] = {"min_value": 1}
    if column.type == "number":
        checks["ge"] = -sys.float_info.max if column.low is None else column.low
        checks["le"] = sys.float_info.max if column.high is None else column.high
    elif column.type == "integer" and column.low is not None:
        checks["ge"] = int(column.low)
    return pa.Field(
        nullable=not column.required and column.type != "string",
        description=column.meaning,
        metadata={"unit": column.unit},
        **checks,
    )


def conform(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with the table's columns in order and its dtypes, as after reading a Parquet file.

    >>> conform("definitions", pd.DataFrame({"term": ["ASB"]})).dtypes["page_start"]
    Int64Dtype()
    """
    series = {}
    for column in TABLE_COLUMNS[table]:
        dtype: Any = PANDAS_DTYPES[column.type]
        if column.name not in frame:
            values = pd.Series([_UNKNOWN[column.type]] * len(frame), index=frame.index, dtype=dtype)
        else:
            values = frame[column.name]
            if column.type == "string" and values.hasnans:
                values = values.fillna("")
            values = values if values.dtype == dtype else values.astype(dtype)
        series[column.name] = values
    return pd.DataFrame(series, index=frame.index)


class ReportTable(pa.DataFrameModel):
    """Any output table: these columns in this order and no others."""

    class Config:
        """No coercion: a wrong dtype is a fault of ours."""

        strict = True
        ordered = True


class PartTable(ReportTable):
    """Rows that belong to a report."""

    @pa.dataframe_check(error="an id that doesn't start with the row's report_id")
    def ids_start_with_report(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Every id of the row is the report's own."""
        own = frame["report_id"]
        right = pd.Series(True, index=frame.index)
        for name in frame.columns:
            if name.endswith("_id") and name not in ("report_id", "related_report_id", "series_id"):
                right &= (frame[name] == "") | (frame[name].str[:16] == own)
        return right.astype(bool)


class PlacedTable(PartTable):
    """Rows with a box."""

    @pa.dataframe_check(error="a box that is half empty or inside out")
    def boxes_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Left is left of right and top above bottom, or the whole box is empty."""
        empty = frame[list(BOX)].isna().all(axis=1)
        return empty | ((frame["x0"] <= frame["x1"]) & (frame["top"] <= frame["bottom"]))


def days_in_order(frame: pd.DataFrame, prefix: str) -> pd.Series:
    """Whether a period's first and last day are both there, in order, or both unknown."""
    start, end = frame[f"{prefix}_start"], frame[f"{prefix}_end"]
    return (start.isna() & end.isna()) | (start <= end)


def pages_in_order(frame: pd.DataFrame) -> pd.Series:
    """Whether each row ends on the page it starts on, or on a later one."""
    return (frame["page_start"] <= frame["page_end"]).astype(bool)

"""One row for each chart, logo and picture."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Number, PlacedTable, Text, Whole, limits
from schemas.columns import PRIMARY_KEYS


class Figures(PlacedTable):
    """The table ``figures``."""

    figure_id: Text = limits("figures", "figure_id")
    report_id: Text = limits("figures", "report_id")
    page: Whole = limits("figures", "page")
    x0: Number = limits("figures", "x0")
    top: Number = limits("figures", "top")
    x1: Number = limits("figures", "x1")
    bottom: Number = limits("figures", "bottom")
    kind: Text = limits("figures", "kind")
    caption: Text = limits("figures", "caption")
    table_id: Text = limits("figures", "table_id")
    row: Whole = limits("figures", "row")
    column: Whole = limits("figures", "column")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["figures"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a cell without its table, or a table without the cell")
    def cells_are_whole(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Table, row and column are all there or all empty."""
        there = frame["table_id"] != ""
        return ((there == frame["row"].notna()) & (there == frame["column"].notna())).astype(bool)

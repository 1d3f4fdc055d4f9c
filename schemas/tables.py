"""One row for each table, joined over pages."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Number, PlacedTable, Text, Whole, limits, pages_in_order
from schemas.columns import PRIMARY_KEYS


class Tables(PlacedTable):
    """The table ``tables``."""

    table_id: Text = limits("tables", "table_id")
    report_id: Text = limits("tables", "report_id")
    page_start: Whole = limits("tables", "page_start")
    page_end: Whole = limits("tables", "page_end")
    x0: Number = limits("tables", "x0")
    top: Number = limits("tables", "top")
    x1: Number = limits("tables", "x1")
    bottom: Number = limits("tables", "bottom")
    title: Text = limits("tables", "title")
    section_number: Text = limits("tables", "section_number")
    section_title: Text = limits("tables", "section_title")
    kind: Text = limits("tables", "kind")
    row_count: Whole = limits("tables", "row_count")
    column_count: Whole = limits("tables", "column_count")
    engine: Text = limits("tables", "engine")
    confidence: Number = limits("tables", "confidence")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["tables"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a table that ends before it starts")
    def pages_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """It ends on its first page or later."""
        return pages_in_order(frame)

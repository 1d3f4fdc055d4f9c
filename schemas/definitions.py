"""One row for each glossary entry."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import PartTable, Text, Whole, limits, pages_in_order
from schemas.columns import PRIMARY_KEYS


class Definitions(PartTable):
    """The table ``definitions``."""

    definition_id: Text = limits("definitions", "definition_id")
    report_id: Text = limits("definitions", "report_id")
    term: Text = limits("definitions", "term")
    definition: Text = limits("definitions", "definition")
    page_start: Whole = limits("definitions", "page_start")
    page_end: Whole = limits("definitions", "page_end")
    table_id: Text = limits("definitions", "table_id")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["definitions"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a definition that ends before it starts")
    def pages_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """It ends on its first page or later."""
        return pages_in_order(frame)

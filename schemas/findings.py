"""One row for each answer of a rule that somebody should read."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Number, PlacedTable, Text, Whole, limits
from schemas.columns import PRIMARY_KEYS


class Findings(PlacedTable):
    """The table ``findings``."""

    finding_id: Text = limits("findings", "finding_id")
    report_id: Text = limits("findings", "report_id")
    rule: Text = limits("findings", "rule")
    name: Text = limits("findings", "name")
    severity: Text = limits("findings", "severity")
    message: Text = limits("findings", "message")
    kpi: Text = limits("findings", "kpi")
    table_id: Text = limits("findings", "table_id")
    row: Whole = limits("findings", "row")
    paragraph_id: Text = limits("findings", "paragraph_id")
    quote: Text = limits("findings", "quote")
    stated: Text = limits("findings", "stated")
    expected: Text = limits("findings", "expected")
    low: Number = limits("findings", "low")
    high: Number = limits("findings", "high")
    cause: Text = limits("findings", "cause")
    doubt: Text = limits("findings", "doubt")
    fingerprint: Text = limits("findings", "fingerprint")
    related_report_id: Text = limits("findings", "related_report_id")
    evidence: Text = limits("findings", "evidence")
    page: Whole = limits("findings", "page")
    x0: Number = limits("findings", "x0")
    top: Number = limits("findings", "top")
    x1: Number = limits("findings", "x1")
    bottom: Number = limits("findings", "bottom")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["findings"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a low above its high")
    def bounds_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The smallest value is not above the largest."""
        return frame["low"].isna() | frame["high"].isna() | (frame["low"] <= frame["high"])

    @pa.dataframe_check(error="a box without its page")
    def boxes_have_pages(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """A box stands on a page."""
        return (frame["x0"].isna() | frame["page"].notna()).astype(bool)

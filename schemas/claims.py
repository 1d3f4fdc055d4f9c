"""One row for each numeric claim of the narrative."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Number, PartTable, Text, Whole, limits
from schemas.columns import PRIMARY_KEYS


class Claims(PartTable):
    """The table ``claims``."""

    claim_id: Text = limits("claims", "claim_id")
    report_id: Text = limits("claims", "report_id")
    paragraph_id: Text = limits("claims", "paragraph_id")
    start: Whole = limits("claims", "start")
    end: Whole = limits("claims", "end")
    quote: Text = limits("claims", "quote")
    kind: Text = limits("claims", "kind")
    subject: Text = limits("claims", "subject")
    direction: Text = limits("claims", "direction")
    change: Number = limits("claims", "change")
    percent: Number = limits("claims", "percent")
    points: Number = limits("claims", "points")
    range_low: Number = limits("claims", "range_low")
    range_high: Number = limits("claims", "range_high")
    prior: Number = limits("claims", "prior")
    current: Number = limits("claims", "current")
    whole: Number = limits("claims", "whole")
    factor: Number = limits("claims", "factor")
    unit: Text = limits("claims", "unit")
    hedge: Text = limits("claims", "hedge")
    compared_to: Text = limits("claims", "compared_to")
    verdict: Text = limits("claims", "verdict")
    why: Text = limits("claims", "why")
    tied_to: Text = limits("claims", "tied_to")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["claims"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a quote whose length is not end - start")
    def quotes_are_as_long_as_their_span(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The quote is the paragraph's text from start to end."""
        return (frame["quote"].str.len() == frame["end"] - frame["start"]).astype(bool)

    @pa.dataframe_check(error="a level or a share with a direction, or a movement that stays flat")
    def directions_fit_kinds(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """A level or a share has no direction; what is stable is flat."""
        still = frame["kind"].isin(["level", "share"])
        stable = frame["kind"] == "stable"
        return (~still | (frame["direction"] == "")) & (~stable | (frame["direction"] == "flat"))

    @pa.dataframe_check(error="a range that is half empty or upside down")
    def ranges_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """Both ends are there in order, or neither."""
        both_empty = frame["range_low"].isna() & frame["range_high"].isna()
        return both_empty | (frame["range_low"] <= frame["range_high"])

"""One row for each heading, paragraph, list item, note and caption."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Number, PlacedTable, Text, Whole, limits, pages_in_order
from schemas.columns import PRIMARY_KEYS


class Paragraphs(PlacedTable):
    """The table ``paragraphs``."""

    paragraph_id: Text = limits("paragraphs", "paragraph_id")
    report_id: Text = limits("paragraphs", "report_id")
    kind: Text = limits("paragraphs", "kind")
    level: Whole = limits("paragraphs", "level")
    number: Text = limits("paragraphs", "number")
    section_number: Text = limits("paragraphs", "section_number")
    section_title: Text = limits("paragraphs", "section_title")
    text: Text = limits("paragraphs", "text")
    page_start: Whole = limits("paragraphs", "page_start")
    page_end: Whole = limits("paragraphs", "page_end")
    x0: Number = limits("paragraphs", "x0")
    top: Number = limits("paragraphs", "top")
    x1: Number = limits("paragraphs", "x1")
    bottom: Number = limits("paragraphs", "bottom")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["paragraphs"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a paragraph that ends before it starts")
    def pages_are_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """It ends on its first page or later."""
        return pages_in_order(frame)

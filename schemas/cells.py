"""One row for each cell of each table, empty ones too."""

from __future__ import annotations

from schemas.base import Flag, Number, PlacedTable, Text, Whole, limits
from schemas.columns import PRIMARY_KEYS


class Cells(PlacedTable):
    """The table ``cells``."""

    table_id: Text = limits("cells", "table_id")
    row: Whole = limits("cells", "row")
    column: Whole = limits("cells", "column")
    report_id: Text = limits("cells", "report_id")
    row_span: Whole = limits("cells", "row_span")
    column_span: Whole = limits("cells", "column_span")
    is_header: Flag = limits("cells", "is_header")
    text: Text = limits("cells", "text")
    fill: Text = limits("cells", "fill")
    confidence: Number = limits("cells", "confidence")
    page: Whole = limits("cells", "page")
    x0: Number = limits("cells", "x0")
    top: Number = limits("cells", "top")
    x1: Number = limits("cells", "x1")
    bottom: Number = limits("cells", "bottom")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["cells"])  # noqa: RUF012  pandera's form

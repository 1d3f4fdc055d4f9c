"""One row for each distinct file: what it is, how it was read, and counts."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas.base import Day, Flag, Number, ReportTable, Text, Whole, days_in_order, limits
from schemas.columns import PRIMARY_KEYS


class Reports(ReportTable):
    """The table ``reports``."""

    report_id: Text = limits("reports", "report_id")
    source: Text = limits("reports", "source")
    file: Text = limits("reports", "file")
    also_at: Text = limits("reports", "also_at")
    sha256: Text = limits("reports", "sha256")
    bytes: Whole = limits("reports", "bytes")
    pages: Whole = limits("reports", "pages")
    title: Text = limits("reports", "title")
    organisation: Text = limits("reports", "organisation")
    period_label: Text = limits("reports", "period_label")
    period_start: Day = limits("reports", "period_start")
    period_end: Day = limits("reports", "period_end")
    classification: Text = limits("reports", "classification")
    language: Text = limits("reports", "language")
    text_layer: Text = limits("reports", "text_layer")
    status: Text = limits("reports", "status")
    repaired: Flag = limits("reports", "repaired")
    unread_pages: Text = limits("reports", "unread_pages")
    coverage: Number = limits("reports", "coverage")
    error_code: Text = limits("reports", "error_code")
    error_message: Text = limits("reports", "error_message")
    producer: Text = limits("reports", "producer")
    tables: Whole = limits("reports", "tables")
    observations: Whole = limits("reports", "observations")
    comparisons: Whole = limits("reports", "comparisons")
    paragraphs: Whole = limits("reports", "paragraphs")
    claims: Whole = limits("reports", "claims")
    findings: Whole = limits("reports", "findings")
    numbers_seen: Whole = limits("reports", "numbers_seen")
    numbers_checked: Whole = limits("reports", "numbers_checked")
    numbers_uncheckable: Whole = limits("reports", "numbers_uncheckable")
    version: Text = limits("reports", "version")

    class Config:
        """One row for each key."""

        unique = list(PRIMARY_KEYS["reports"])  # noqa: RUF012  pandera's form

    @pa.dataframe_check(error="a period that ends before it starts, or has one end")
    def period_is_ordered(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The period's days are in order."""
        return days_in_order(frame, "period")

    @pa.dataframe_check(error="an id that is not the start of the file's SHA-256")
    def report_id_is_of_the_bytes(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """The id is the start of the hash, where there is one."""
        return ((frame["sha256"] == "") | (frame["sha256"].str[:16] == frame["report_id"])).astype(bool)

    @pa.dataframe_check(error="a status that contradicts the error code")
    def status_tells_of_errors(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """A failed report has an error code and a message; a whole one has no code, and may have a remark."""
        code, message = frame["error_code"] != "", frame["error_message"] != ""
        fits = (frame["status"] == "partial") | ((frame["status"] == "failed") == code)
        return (fits & (message | ~code)).astype(bool)

    @pa.dataframe_check(error="more numbers checked and uncheckable than seen")
    def numbers_add_up(cls, frame: pd.DataFrame) -> pd.Series:  # noqa: N805  pandera's form
        """No number is counted as both checked and uncheckable."""
        return (frame["numbers_checked"] + frame["numbers_uncheckable"] <= frame["numbers_seen"]).astype(bool)

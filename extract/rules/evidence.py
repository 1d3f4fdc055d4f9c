"""What the rules look at: one report's tables, and the stated figures that break the law.

``ReconciledComparisons`` says which rows fail; each failing figure comes with its cause and with
what else speaks for or against our reading of it. Out of scope: severities and messages.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from extract.model import Box, Facts
from schemas.agreement import (
    Judgement,
    Printed,
    change_interval,
    is_truncated,
    percent_interval,
    rounds_away_from,
)
from schemas.causes import cause_of_change, cause_of_percent, is_of_wrong_base, percent_follows_change

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
Field = Literal["change", "percent"]

DOUBTFUL = 0.8
"""Below this confidence of a cell a finding says that we may have misread it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A stated figure that doesn't follow from the figures of its row.

    Attributes:
        row: Of ``comparisons``.
        field: Which of the two stated figures.
        judgement: What would agree.
        cause: The likeliest slip, or empty.
        is_truncation: Cutting digits off instead of rounding explains it.
        is_alone: No other figure shows that these columns are read rightly.
        doubt: Why we may have misread, or empty.
    """

    row: Row
    field: Field
    current: Printed
    prior: Printed
    stated: Printed
    judgement: Judgement
    cause: str
    is_truncation: bool
    is_alone: bool
    doubt: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report as the rules see it.

    Attributes:
        organisation: Who publishes it.
        titles: Title of each table, by its id.
        texts: What the cells of each column print, by table id and column, of tables with remarks.
        boxes: Box of each observation, by its id.
        comparisons, paragraphs, tables, figures: The rows of these tables.
        paragraph_at: The rows of ``paragraphs`` by their ordinal.
        coverage: The share of the pages' characters that was placed; pages unread count as nothing.
        failures: The stated figures that disagree.
    """

    report_id: str
    organisation: str
    facts: Facts
    titles: Mapping[str, str]
    texts: Mapping[tuple[str, int], tuple[str, ...]]
    boxes: Mapping[str, Box]
    comparisons: tuple[Row, ...]
    paragraphs: tuple[Row, ...]
    tables: tuple[Row, ...]
    figures: tuple[Row, ...]
    paragraph_at: Mapping[int, Row]
    coverage: float
    failures: tuple[Failure, ...]

    @property
    def days(self) -> tuple[str, ...]:
        """First and last day of the report's period, for fingerprints; nothing where it isn't known."""
        period = self.facts.report.period
        return () if period is None else (str(period.start), str(period.end))


def gather(facts: Facts, tables: Mapping[str, pd.DataFrame]) -> Evidence:
    """Look up what the rules need, and validate the comparisons once."""
    observations: list[Any] = tables["observations"].to_dict("records")
    comparisons: list[Any] = tables["comparisons"].to_dict("records")
    paragraphs = _rows(tables["paragraphs"])
    report = str(tables["reports"]["report_id"].iloc[0])
    confidences = {row["observation_id"]: float(row["confidence"]) for row in observations}
    return Evidence(
        report_id=report,
        organisation=str(tables["reports"]["organisation"].iloc[0]),
        facts=facts,
        titles=dict(zip(tables["tables"]["table_id"], tables["tables"]["title"], strict=True)),
        texts=_texts({f"{report}.t{remark.table:04d}" for remark in facts.remarks}, tables["cells"]),
        boxes={
            row["observation_id"]: Box(row["x0"], row["top"], row["x1"], row["bottom"])
            for row in observations
        },
        comparisons=tuple(comparisons),
        paragraphs=paragraphs,
        tables=_rows(tables["tables"]),
        figures=_rows(tables["figures"]),
        paragraph_at={int(row["paragraph_id"].rpartition(".p")[2]): row for row in paragraphs},
        coverage=_coverage(tables["reports"]),
        failures=tuple(
            _failure(comparisons[place], field, comparisons, confidences)
            for place, field in failing(tables["comparisons"])
        ),
    )


def _rows(frame: pd.DataFrame) -> tuple[Row, ...]:
    rows: list[Any] = frame.to_dict("records")
    return tuple(rows)


def _coverage(reports: pd.DataFrame) -> float:
    if reports["unread_pages"].iloc[0] not in ("", "[]"):
        return 0.0
    return float(reports["coverage"].fillna(0.0).iloc[0])


def failing(comparisons: pd.DataFrame) -> list[tuple[int, Field]]:
    """The places of rows that break ``ReconciledComparisons``, each with the figure that does.

    Raises:
        pandera.errors.SchemaErrors: The table itself is wrong, which is a fault of ours.
    """
    if comparisons.empty:
        return []
    from pandera.errors import SchemaErrorReason, SchemaErrors  # noqa: PLC0415  half a second
    from pandera.pandas import DataFrameSchema  # noqa: PLC0415  half a second

    from schemas.comparisons import ReconciledComparisons  # noqa: PLC0415  the same

    fields: dict[str, Field] = {"change_reconciles": "change", "percent_reconciles": "percent"}
    frame = comparisons.reset_index(drop=True)
    try:
        # The columns were validated with the tables; the model's checks over rows are what is left.
        DataFrameSchema(checks=ReconciledComparisons.to_schema().checks).validate(frame, lazy=True)
    except SchemaErrors as errors:
        found = set()
        for error in errors.schema_errors:
            name = getattr(error.check, "name", None)
            if name not in fields or error.reason_code is SchemaErrorReason.CHECK_ERROR:
                raise
            held: Any = error.check_output
            found |= {(place, fields[name]) for place in held.index[~held]}
        return sorted(found)
    return []


def _texts(tables: Set[str], cells: pd.DataFrame) -> dict[tuple[str, int], tuple[str, ...]]:
    asked: list[Any] = cells[cells["table_id"].isin(tables)].to_dict("records")
    texts: dict[tuple[str, int], list[str]] = defaultdict(list)
    for cell in asked:
        texts[cell["table_id"], int(cell["column"])].append(cell["text"])
    return {place: tuple(told) for place, told in texts.items()}


def columns_of(row: Row) -> tuple[str, str, str]:
    """The table and the columns of a row's two figures; rows that share them speak for one another."""
    return row["table_id"], row["current_id"].rpartition(".")[2], row["prior_id"].rpartition(".")[2]


def fingerprint(rule: str, *said: str) -> str:
    """A hash that stays the same from run to run: of what is printed, never of ids or pages.

    >>> fingerprint("RC001", "Anytown Police", "Calls") == fingerprint("RC001", "Anytown Police", "Calls")
    True
    """
    return hashlib.sha256("\x1f".join((rule, *said)).encode("utf-8", "replace")).hexdigest()[:16]


def printed_in(row: Row, field: Field) -> tuple[str, ...]:
    """What a fingerprint holds of a row: its KPI, both periods, and the figures of one check as printed."""
    figures = (row["current_text"], row["prior_text"], row[f"{field}_text"])
    days = (row[f"{which}_{end}"] for which in ("current", "prior") for end in ("start", "end"))
    return (row["group"], row["kpi"], *(str(day)[:10] for day in days), field, *figures)


def _failure(row: Row, field: Field, rows: Sequence[Row], confidences: Mapping[str, float]) -> Failure:
    from schemas.comparisons import judgement_of, printed_of  # noqa: PLC0415  pandera is heavy

    current, prior, stated = (printed_of(dict(row), name) for name in ("current", "prior", field))
    assert current is not None and prior is not None and stated is not None, "an uncheckable row never fails"
    judgement = judgement_of(dict(row), field)
    allowed = judgement.allowed
    is_alone = not any(_speaks_for(other, row) for other in rows)
    cause = _cause(row, field, (current, prior, stated), rows)
    return Failure(
        row=row,
        field=field,
        current=current,
        prior=prior,
        stated=stated,
        judgement=judgement,
        cause=cause,
        is_truncation=allowed is not None and is_truncated(stated, allowed),
        is_alone=is_alone,
        doubt=_doubt(row, field, is_alone, cause, confidences),
    )


def _speaks_for(other: Row, row: Row) -> bool:
    """Whether a figure that agrees shows that the columns of a row are what we take them for."""
    agrees = "consistent" in (other["change_verdict"], other["percent_verdict"])
    return agrees and other["current"] != other["prior"] and columns_of(other) == columns_of(row)


def _cause(row: Row, field: Field, figures: tuple[Printed, Printed, Printed], rows: Sequence[Row]) -> str:
    current, prior, stated = figures
    cause: str = (cause_of_change if field == "change" else cause_of_percent)(current, prior, stated)
    if cause == "truncation" and field == "percent" and is_of_wrong_base(current, prior, stated):
        return "wrong_base" if _column_rounds(row, rows) else cause
    return cause or ("current_or_prior" if _others_agree(row, current, prior) else "")


def _column_rounds(row: Row, rows: Sequence[Row]) -> bool:
    """Whether another percent of the column is rounded in a way that cutting off can't explain."""
    from schemas.comparisons import judgement_of, printed_of  # noqa: PLC0415  pandera is heavy

    for other in rows:
        if other["percent_verdict"] == "consistent" and columns_of(other) == columns_of(row):
            stated, allowed = printed_of(dict(other), "percent"), judgement_of(dict(other), "percent").allowed
            if stated is not None and allowed is not None and rounds_away_from(stated, allowed):
                return True
    return False


def _others_agree(row: Row, current: Printed, prior: Printed) -> bool:
    """Whether change and percent agree with one another, but with neither figure of the row."""
    from schemas.comparisons import printed_of  # noqa: PLC0415  pandera is heavy

    change, percent = printed_of(dict(row), "change"), printed_of(dict(row), "percent")
    if change is None or percent is None or row["change_verdict"] != row["percent_verdict"]:
        return False
    return current.unit != "percent" and percent_follows_change(prior, change, percent)


def _doubt(row: Row, field: Field, is_alone: bool, cause: str, confidences: Mapping[str, float]) -> str:
    doubts = []
    if is_alone and _fits_swapped(row):
        doubts.append(
            "With current and prior swapped the row agrees; the columns may be read the wrong way round."
        )
    elif is_alone and not cause:
        doubts.append("No other figure of these columns agrees either; the columns may be misread.")
    ids = (row["current_id"], row["prior_id"], row[f"{field}_id"])
    doubts.append(doubt_of_confidence(confidences.get(each, 1.0) for each in ids))
    return " ".join(doubt for doubt in doubts if doubt)


def doubt_of_confidence(confidences: Iterable[float]) -> str:
    """Why the reading of some cells may be wrong; empty where it is trusted.

    >>> doubt_of_confidence([0.98, 0.5])
    'A cell was read with a confidence of 0.50 only.'
    """
    least = min(confidences, default=1.0)
    return f"A cell was read with a confidence of {least:.2f} only." if least < DOUBTFUL else ""


def _fits_swapped(row: Row) -> bool:
    from schemas.comparisons import printed_of  # noqa: PLC0415  pandera is heavy

    current, prior, change, percent = (
        printed_of(dict(row), name) for name in ("current", "prior", "change", "percent")
    )
    if current is None or prior is None:
        return False
    fits = change is None or change.interval.meets(change_interval(prior, current))
    allowed = percent_interval(prior, current)
    return fits and (percent is None or (allowed is not None and percent.interval.meets(allowed)))

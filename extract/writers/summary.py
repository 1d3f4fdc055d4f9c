"""What a run read and found, in a few lines for a person, and as the record ``run.json``.

In: rows of the batch's tables, and outcomes. Out: lines of text without their ends, and plain dicts. Out of
scope: where they are printed; whoever prints a line escapes it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extract import __version__
from extract.stores import shown
from extract.writers.data import count_rows, read_rows
from extract.writers.lines import Rows, count_severities, describe_finding, finding_rows, records, report_rows
from schemas.columns import SCHEMA_VERSION

if TYPE_CHECKING:
    import pandas as pd

    from extract.model import Outcome
    from extract.sources import Place

REPORT_COLUMNS = (
    "report_id",
    "source",
    "file",
    "status",
    "error_code",
    "error_message",
    "pages",
    "numbers_seen",
    "numbers_checked",
    "numbers_uncheckable",
)
FINDING_COLUMNS = ("finding_id", "report_id", "rule", "severity", "message", "page")
_MOST_FINDINGS = 20
_FEW = 0.1  # of the numbers: where fewer were checked, no finding says little about the report


class Gist(NamedTuple):
    """What a summary is made of: some columns of the reports and of the graver findings, and counts.

    Attributes:
        reports: ``REPORT_COLUMNS`` of each.
        findings: ``FINDING_COLUMNS`` of errors and warnings.
        severities: How many findings there are of each severity.
        rows: How many rows each table has.
    """

    reports: Rows
    findings: Rows
    severities: Mapping[str, int]
    rows: Mapping[str, int]


def read_gist(folder: Path) -> Gist:
    """The gist of the tables that lie in a folder."""
    told = [read_rows(folder, "findings", FINDING_COLUMNS, severity=name) for name in ("error", "warning")]
    return Gist(
        read_rows(folder, "reports", REPORT_COLUMNS),
        [row for rows in told for row in rows],
        count_severities(read_rows(folder, "findings", ["severity"])),
        count_rows(folder),
    )


def describe_run(
    files: Sequence[tuple[Place, Outcome]],
    findings: Mapping[str, int],
    options: Mapping[str, Any],
    exit_code: int,
    review: Mapping[str, Any],
) -> dict[str, Any]:
    """The content of ``run.json``: one entry for each path given, copies too.

    Args:
        files: How each path fared.
        findings: How many of each severity were written.
        options: Of this run.
        exit_code: Which it ends with.
        review: What decisions did, as ``batch_audit.review_object`` gives it.
    """
    timed = [
        {**entry, "seconds": round(outcome.seconds, 3), "peak_mb": round(outcome.peak_mb, 1)}
        for entry, (_, outcome) in zip(describe_files(files), files, strict=True)
    ]
    return {
        "version": __version__,
        "schema_version": SCHEMA_VERSION,
        "options": dict(options),
        "exit_code": exit_code,
        "findings": dict(findings),
        **review,
        "files": timed,
    }


def describe_files(files: Sequence[tuple[Place, Outcome]]) -> list[dict[str, Any]]:
    """How each path fared, without times: the same in every run."""
    return [
        {
            "file": place.source.rsplit("/", 1)[-1],
            "source": place.source,
            "status": outcome.status,
            "error_code": outcome.error_code,
            "error_message": outcome.error_message,
            "pages": outcome.pages,
        }
        for place, outcome in files
    ]


def summary_lines(
    reports: pd.DataFrame | Rows, findings: pd.DataFrame | Rows, counts: Mapping[str, int], folder: str | Path
) -> Iterator[str]:
    """What was read, what was found, where it lies.

    Args:
        reports: Rows of ``reports``.
        findings: Rows of ``findings``; those for information may be left out.
        counts: Rows of each table, and findings of each severity.
        folder: Where the tables are.
    """
    rows = records(reports)
    yield from failure_lines(rows)
    yield from _finding_lines(findings, rows)
    if not rows:
        yield "No PDF was found."
        return
    yield _read_line(rows)
    seen, checked = (sum(row[f"numbers_{what}"] for row in rows) for what in ("seen", "checked"))
    yield (
        f"Found {_count(counts['tables'], 'table')}, {_count(seen, 'number')} ({checked} of them "
        f"checked), {_count(counts['paragraphs'], 'paragraph')}, "
        f"{_count(counts['claims'], 'claim')}, {_count(counts['definitions'], 'definition')}."
    )
    yield from check_lines(rows)
    yield (
        "Findings: "
        + ", ".join(_count(counts[name], name) for name in ("error", "warning"))
        + f", {counts['info']} for information"
        + (" (in findings.csv)." if counts["info"] else ".")
    )
    yield f"The tables are in {shown(os.fspath(folder))}; datapackage.json describes them."


def check_lines(reports: pd.DataFrame | Rows) -> Iterator[str]:
    """Where little or nothing was checked: there the lack of findings is no praise."""
    read = [row for row in records(reports) if row["status"] != "failed"]
    seen, checked, unsure = (
        sum(row[f"numbers_{what}"] for row in read) for what in ("seen", "checked", "uncheckable")
    )
    idle = sum(row["numbers_checked"] == 0 for row in read)
    if not read:
        return
    if not seen:
        yield "Nothing was checked: no number of a KPI table was read."
    elif not checked and unsure:
        yield (
            "No printed figure was checked: none of the changes found can be; change_why and percent_why of "
            "comparisons say why."
        )
    elif not checked:
        yield "No printed figure was checked: no table states a change or a total that could be read."
    else:
        if idle:
            yield (
                f"In {idle} of {_count(len(read), 'report')} no printed figure was checked; numbers_checked "
                "of reports says in which."
            )
        if checked < _FEW * seen:
            yield f"Only {checked} of {_count(seen, 'number')} took part in a check."


def failure_lines(reports: pd.DataFrame | Rows) -> Iterator[str]:
    """Each file that was not read, or not wholly, and what to do."""
    for row in report_rows(reports):
        if row["status"] != "ok":
            code = f" ({row['error_code']})" if row["error_code"] else ""
            yield f"{row['source']}: {row['status']}{code}: {row['error_message']}"


def review_lines(review: Mapping[str, Any]) -> Iterator[str]:
    """What decisions and baseline left out, and which decisions ask for a look."""
    if "decisions" in review:
        told = review["decisions"]
        file = told["file"]
        if told["silenced"]:
            yield f"{file} silences {_count(told['silenced'], 'finding')}."
        for fingerprint in told["expired"]:
            yield (
                f"{file}: the decision about {fingerprint} has expired and silences nothing; judge the "
                "finding again, then set a new date and expiry, or take the entry out."
            )
        if told["unused"]:
            yield (
                f"{file}: {_count(len(told['unused']), 'decision')} about no finding of these reports: "
                f"{_first(told['unused'])}. Take them out if all their reports were read here."
            )
    if "baseline" in review and review["baseline"]["known"]:
        yield f"The baseline holds {_count(review['baseline']['known'], 'finding')}, left out here."


def _first(names: Sequence[str]) -> str:
    more = len(names) - _MOST_FINDINGS
    return ", ".join(names[:_MOST_FINDINGS]) + (f" and {more} more" if more > 0 else "")


def _finding_lines(findings: pd.DataFrame | Rows, reports: Rows) -> Iterator[str]:
    """Errors, then warnings, as ``audit`` prints them; the rest is counted."""
    rows = [row for row in finding_rows(findings, reports) if row["severity"] in {"error", "warning"}]
    rows.sort(key=lambda row: str(row["severity"]))
    yield from map(describe_finding, rows[:_MOST_FINDINGS])
    if len(rows) > _MOST_FINDINGS:
        yield f"... and {len(rows) - _MOST_FINDINGS} more errors and warnings in findings.csv"


def _read_line(reports: Rows) -> str:
    statuses = Counter(row["status"] for row in reports)
    pages = sum(row["pages"] or 0 for row in reports)
    not_ok = [f"{statuses[status]} {status}" for status in ("partial", "failed") if statuses[status]]
    return f"Read {_count(len(reports), 'report')} with {_count(pages, 'page')}" + (
        f" ({', '.join(not_ok)})." if not_ok else "."
    )


def _count(number: int, noun: str) -> str:
    """A count with its noun: ``1 page``, ``2 pages``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

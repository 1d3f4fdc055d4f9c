"""The formats of findings: what ``kpi-extract audit`` prints.

In: what an audit tells. Out: text for stdout. ``FORMATS`` names them all; a new one is a module with
a function of that form, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable

from extract import __version__
from extract.writers.batch_audit import BatchAudit, coverage_object
from extract.writers.github import as_github
from extract.writers.junit import as_junit
from extract.writers.lines import finding_lines
from extract.writers.sarif import as_sarif
from extract.writers.text import json_text


def as_text(audit: BatchAudit) -> str:
    """``FILE:PAGE: CODE severity message``, one a line."""
    lines = finding_lines(audit.tables["findings"], audit.tables["reports"])
    return "".join(f"{line}\n" for line in lines)


def as_json(audit: BatchAudit) -> str:
    """One JSON object; each finding has all columns of its table, and its file."""
    head = {"version": __version__, "files": list(audit.files), "coverage": coverage_object(audit.tables)}
    return json_text(head | dict(audit.review) | {"findings": audit.rows()})


FORMATS: dict[str, Callable[[BatchAudit], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
}

"""Findings as SARIF 2.1.0 (OASIS): what code scanners and their viewers read.

In: what an audit tells. Out: one log with one run. A finding's artifact is the report, and its
logical locations are the page, the table and the KPI; a PDF has no lines. All text from a report is
plain: no Markdown, no links, no placeholders. Paragraph numbers here are those of the standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from typing import Any
from urllib.parse import quote

from extract import __version__
from extract.notation.characters import clean
from extract.rules import ALL_RULES, BatchRule, Rule, rule_reference
from extract.writers.batch_audit import BatchAudit, coverage_object
from extract.writers.lines import records
from extract.writers.text import json_text

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_INDEX = {rule.code: index for index, rule in enumerate(ALL_RULES)}
_TOLD = ("stated", "expected", "low", "high", "cause", "doubt", "page", "evidence", "related_report_id")
_SIDES = ("x0", "top", "x1", "bottom")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def as_sarif(audit: BatchAudit) -> str:
    """The log as JSON."""
    places = {row["report_id"]: index for index, row in enumerate(audit.reports())}
    columns = ["table_id", "title"]
    titles = {row["table_id"]: row["title"] for row in records(audit.tables["tables"], columns)}
    run = {
        "tool": {"driver": _driver()},
        "invocations": [_invocation(audit)],
        "artifacts": [_artifact(row) for row in audit.reports()],
        "results": [_result(row, places[row["report_id"]], titles) for row in audit.rows()],
        "properties": {"coverage": coverage_object(audit.tables), **audit.review},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def plain(text: str) -> str:
    """A text as a plain message: braces doubled (3.11.5), and no ``](``, which makes a link (3.11.6).

    Viewers take ``\\[a\\](b)`` for a link too, so the two marks are parted instead.

    >>> plain("[c](https://example.org) {0}")
    '[c] (https://example.org) {{0}}'
    """
    return text.replace("](", "] (").replace("{", "{{").replace("}", "}}")


def source_uri(source: str) -> str:
    """A report's source as a URI reference.

    >>> source_uri("north/Q1 50%.pdf"), source_uri("a:b.pdf"), source_uri("s3://bucket/a b.pdf")
    ('north/Q1%2050%25.pdf', 'a%3Ab.pdf', 's3://bucket/a%20b.pdf')
    """
    return quote(clean(source), safe="/:?=&%~" if _URL.match(source) else "/~")


def _driver() -> dict[str, Any]:
    return {
        "name": "kpi-extract",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in ALL_RULES],
    }


def _rule(rule: Rule | BatchRule) -> dict[str, Any]:
    """A rule's docstring is its help. It is our own text, so Markdown is safe here."""
    text = cleandoc(rule.find.__doc__ or "")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": plain(text.partition("\n")[0])},
        "help": {"text": plain(text), "markdown": rule_reference(rule.code)},
    }


def _invocation(audit: BatchAudit) -> dict[str, Any]:
    """How the files fared: an error among the notices means that the run failed in part (3.20.21)."""
    notices = [
        {
            "level": "error",
            "descriptor": {"id": entry["error_code"] or entry["status"]},
            "message": {"text": plain(f"{entry['status']}: {entry['error_message']}")},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": source_uri(entry["source"])}}}],
        }
        for entry in audit.files
        if entry["status"] != "ok"
    ]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _artifact(report: Mapping[str, Any]) -> dict[str, Any]:
    known = {"length": report["bytes"]} if report["bytes"] is not None else {}
    hashes = {"hashes": {"sha-256": report["sha256"]}} if report["sha256"] else {}
    return {
        "location": {"uri": source_uri(report["source"])},
        "mimeType": "application/pdf",
        "roles": ["analysisTarget"],
        **known,
        **hashes,
    }


def _result(row: Mapping[str, Any], artifact: int, titles: Mapping[str, str]) -> dict[str, Any]:
    told = {name: row[name] for name in _TOLD if row[name] not in (None, "")}
    box = [row[side] for side in _SIDES]
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": source_uri(row["source"]), "index": artifact}}
    }
    places = list(_logical_locations(row, titles))
    return {
        "ruleId": row["rule"],
        **({"ruleIndex": _INDEX[row["rule"]]} if row["rule"] in _INDEX else {}),
        "level": _LEVELS[row["severity"]],
        "message": {"text": plain(row["message"])},
        "locations": [location | ({"logicalLocations": places} if places else {})],
        "partialFingerprints": {"kpiExtract/v1": row["fingerprint"]},
        "properties": told | ({"box": box} if None not in box else {}),
    }


def _logical_locations(row: Mapping[str, Any], titles: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Page, table, KPI: each named by what stands around it too."""
    around: list[str] = []
    steps = (
        ("page", "" if row["page"] is None else f"page {row['page']}"),
        ("table", (titles.get(row["table_id"]) or row["table_id"]) if row["table_id"] else ""),
        ("paragraph", row["paragraph_id"] or ""),
        ("kpi", row["kpi"] or ""),
    )
    for kind, name in steps:
        if name:
            around.append(name)
            yield {"name": name, "fullyQualifiedName": " / ".join(around), "kind": kind}

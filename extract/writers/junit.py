"""Findings as JUnit XML: what build servers show as tests.

In: what an audit tells. Out: one suite for each report, with a test for its reading and one for
each rule. A rule that found errors or warnings has a failed test for each instead. Where nothing of
a report was checked, rules without findings are skipped: that is not success. Without times, so that
the bytes stay the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

from extract.notation.characters import clean
from extract.rules import ALL_RULES, RULES
from extract.writers.batch_audit import BatchAudit, Coverage, coverage_by_report
from extract.writers.lines import describe_finding

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FAILS = {"error", "warning"}
# What XML 1.0 (section 2.2) can't hold although it is text elsewhere; controls are replaced by ``clean``.
_NO_XML = re.compile("[\ufffe\uffff]")
_LINE_START = re.compile(r"^(\s*):(?=:)", re.MULTILINE)  # with "::" a log begins a command


def as_junit(audit: BatchAudit) -> str:
    """The suites of all reports."""
    root = ElementTree.Element("testsuites", name="kpi-extract")
    coverage = coverage_by_report(audit.tables)
    findings: dict[str, list[dict[str, Any]]] = {report: [] for report in coverage}
    for row in audit.rows():
        findings[row["report_id"]].append(row)
    for report in audit.reports():
        key = report["report_id"]
        root.append(_suite(report, findings[key], coverage[key], audit.review))
    _count(root)
    ElementTree.indent(root)
    return _HEAD + _for_logs(ElementTree.tostring(root, encoding="unicode")) + "\n"


def xml_text(text: str) -> str:
    r"""A text without characters that XML 1.0 can't hold; marks such as ``<`` are escaped on writing.

    >>> xml_text("a\x00b\x1b[31m\uffff")
    'a\ufffdb\ufffd[31m\ufffd'
    """
    return _NO_XML.sub("\ufffd", clean(text))


def _for_logs(xml: str) -> str:
    """The same XML, in which a build server that prints it finds no command: they stand in texts alone."""
    return _LINE_START.sub(r"\1&#58;", xml).replace("##", "#&#35;")


def _suite(
    report: Mapping[str, Any],
    findings: Sequence[dict[str, Any]],
    coverage: Coverage,
    review: Mapping[str, Any],
) -> ElementTree.Element:
    source = report["source"]
    suite = ElementTree.Element("testsuite", name=xml_text(source))
    _add_properties(suite, coverage, review)
    reading = _case(suite, "reading")
    if report["status"] != "ok":
        kind = report["error_code"] or report["status"]
        error = ElementTree.SubElement(reading, "error", type=kind, message=xml_text(report["error_message"]))
        error.text = xml_text(f"{source}: {report['status']}: {report['error_message']}")
    if report["status"] != "failed":
        names: Counter[str] = Counter()
        told = {row["rule"] for row in findings}
        for rule in (rule for rule in ALL_RULES if rule in RULES or rule.code in told):
            of_rule = [row for row in findings if row["rule"] == rule.code]
            _add_rule(suite, f"{rule.code} {rule.name}", of_rule, names, coverage)
    _count(suite)
    return suite


def _add_rule(
    suite: ElementTree.Element,
    name: str,
    findings: Sequence[dict[str, Any]],
    names: Counter[str],
    coverage: Coverage,
) -> None:
    failed = [row for row in findings if row["severity"] in _FAILS]
    for row in failed:
        failure = ElementTree.SubElement(
            _case(suite, _told_apart(name, row, names)),
            "failure",
            type=row["severity"],
            message=xml_text(row["message"]),
        )
        failure.text = xml_text("\n".join(_details(row)))
    if failed and len(failed) == len(findings):
        return
    case = _case(suite, f"{name}, for information" if failed else name)
    noted = [describe_finding(row) for row in findings if row["severity"] not in _FAILS]
    if noted:
        ElementTree.SubElement(case, "system-out").text = xml_text("\n".join(noted))
    elif not coverage.checked:
        ElementTree.SubElement(case, "skipped", message="No number of this report could be checked.")


def _told_apart(name: str, row: Mapping[str, Any], names: Counter[str]) -> str:
    """A name of its own for each finding: a row printed twice on a page gives two."""
    place = "" if row["page"] is None else f", page {row['page']}"
    told = f"{name}: {row['kpi'] or row['fingerprint']}{place}"
    names[told] += 1
    return told if names[told] == 1 else f"{told} ({names[told]})"


def _details(row: Mapping[str, Any]) -> Iterator[str]:
    yield describe_finding(row)
    yield f"fingerprint: {row['fingerprint']}"
    yield from (f"{name}: {row[name]}" for name in ("cause", "doubt") if row[name])


def _case(suite: ElementTree.Element, name: str) -> ElementTree.Element:
    """A test of the report that the suite is named after."""
    told = {"classname": suite.get("name", ""), "name": xml_text(name)}
    return ElementTree.SubElement(suite, "testcase", told)


def _add_properties(suite: ElementTree.Element, coverage: Coverage, review: Mapping[str, Any]) -> None:
    """The report's coverage, and what decisions and baseline did in the whole audit.

    Suites alone have properties: the schema that build servers hold to knows none around them.
    """
    told = coverage.as_object()
    reasons = told.pop("unchecked_because")
    told |= {f"unchecked_because: {why}": count for why, count in reasons.items()}
    for what, said in review.items():
        lists = {key: " ".join(value) if isinstance(value, list) else value for key, value in said.items()}
        told |= {f"audit {what}: {key}": value for key, value in lists.items()}
    properties = ElementTree.SubElement(suite, "properties")
    for name, value in told.items():
        ElementTree.SubElement(properties, "property", name=xml_text(name), value=xml_text(str(value)))


def _count(parent: ElementTree.Element) -> None:
    """The counts that readers expect, as attributes of a suite or of all."""
    kinds = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for name, tag in kinds.items():
        parent.set(name, str(sum(1 for _ in parent.iter(tag))))

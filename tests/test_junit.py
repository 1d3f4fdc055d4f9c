"""Findings as JUnit XML, read back by another program's reader."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from extract.rules import RULES
from extract.writers.batch_audit import BatchAudit
from extract.writers.junit import as_junit, xml_text
from tests.hand_made import HOSTILE, REPORT, outcome

CHECKED = {"numbers_seen": 40, "numbers_checked": 30}


def suites_of(told: BatchAudit) -> list[TestSuite]:
    return list(JUnitXml.fromstring(as_junit(told).encode("utf-8")))


def cases_with(suite: TestSuite, kind: type) -> list[TestCase]:
    return [case for case in suite if any(isinstance(result, kind) for result in case.result)]


def test_a_suite_stands_for_a_report_and_a_test_for_each_rule() -> None:
    other = {**CHECKED, "report_id": "f" * 16, "source": "a.pdf"}
    first, second = suites_of(outcome(reports=[CHECKED, other]))
    assert (first.name, second.name) == ("a.pdf", "north/q1.pdf")
    assert [case.name for case in first] == ["reading", *(f"{rule.code} {rule.name}" for rule in RULES)]
    assert (first.tests, first.failures, first.errors, first.skipped) == (len(RULES) + 1, 0, 0, 0)


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_an_error_and_a_warning_fail_their_test(severity: str) -> None:
    (suite,) = suites_of(outcome({"severity": severity, "kpi": "Robbery"}, reports=[CHECKED]))
    (case,) = cases_with(suite, Failure)
    assert case.name == "RC001 change_differs: Robbery, page 2"
    (failure,) = case.result
    assert (failure.type, failure.message) == (severity, "129 - 106 is 23, not -23.")
    assert failure.text.splitlines() == [
        f"north/q1.pdf:2: RC001 {severity} 129 - 106 is 23, not -23.",
        "fingerprint: 00000000000000aa",
    ]
    assert "RC001 change_differs" not in [case.name for case in suite]


def test_information_fails_no_test_and_is_kept() -> None:
    (suite,) = suites_of(outcome({"severity": "info"}, reports=[CHECKED]))
    assert suite.failures == 0
    (case,) = (case for case in suite if case.name == "RC001 change_differs")
    assert case.system_out == "north/q1.pdf:2: RC001 info 129 - 106 is 23, not -23."


def test_rules_over_many_reports_fail_too() -> None:
    told = {"rule": "HS001", "name": "figure_restated", "severity": "warning", "kpi": "Robbery"}
    (suite,) = suites_of(outcome(told, reports=[CHECKED]))
    (case,) = cases_with(suite, Failure)
    assert case.name == "HS001 figure_restated: Robbery, page 2"


def test_a_rule_may_fail_and_inform() -> None:
    more = {"finding_id": f"{REPORT}.n0002", "severity": "info"}
    (suite,) = suites_of(outcome({"kpi": "Robbery"}, more, reports=[CHECKED]))
    names = [case.name for case in suite if case.name.startswith("RC001")]
    assert names == ["RC001 change_differs: Robbery, page 2", "RC001 change_differs, for information"]


def test_a_row_printed_twice_gives_two_tests_of_two_names() -> None:
    again = {"finding_id": f"{REPORT}.n0002", "kpi": "Robbery"}
    (suite,) = suites_of(outcome({"kpi": "Robbery"}, again, reports=[CHECKED]))
    names = [case.name for case in cases_with(suite, Failure)]
    assert names == ["RC001 change_differs: Robbery, page 2", "RC001 change_differs: Robbery, page 2 (2)"]


def test_where_nothing_was_checked_no_rule_is_said_to_pass() -> None:
    (suite,) = suites_of(outcome(reports=[{"numbers_seen": 40}]))
    assert len(cases_with(suite, Skipped)) == len(RULES)
    assert (suite.skipped, suite.failures) == (len(RULES), 0)


def test_a_report_that_failed_is_an_error_and_nothing_is_said_of_its_rules() -> None:
    failed = {"status": "failed", "error_code": "empty", "error_message": "0 bytes; fetch it again."}
    (suite,) = suites_of(outcome(reports=[failed]))
    (case,) = suite
    (error,) = case.result
    assert isinstance(error, Error)
    assert (error.type, error.message) == ("empty", "0 bytes; fetch it again.")
    assert suite.errors == 1


def test_properties_hold_the_coverage_and_what_was_left_out() -> None:
    row = {"change_verdict": "uncheckable", "change_why": "no prior figure", "stated_change": 4.0}
    review = {"decisions": {"silenced": 1, "unused": ["a", "b"]}, "baseline": {"known": 2}}
    (suite,) = suites_of(outcome(reports=[CHECKED], comparisons=[row], review=review))
    assert {each.name: each.value for each in suite.properties()} == {
        "numbers_seen": "40",
        "numbers_checked": "30",
        "numbers_uncheckable": "0",
        "numbers_not_compared": "10",
        "unchecked_because: no prior figure": "1",
        "audit decisions: silenced": "1",
        "audit decisions: unused": "a b",
        "audit baseline: known": "2",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_whatever_it_holds(text: str) -> None:
    row = {"message": text, "kpi": text, "doubt": text, "cause": "sign"}
    told = outcome(row, reports=[{**CHECKED, "source": text, "status": "partial", "error_message": text}])
    (suite,) = suites_of(told)
    assert len(list(suite)) == len(RULES) + 1
    (case,) = cases_with(suite, Failure)
    (failure,) = case.result
    assert failure.message == xml_text(text)
    root = ElementTree.fromstring(as_junit(told))
    assert {each.tag for each in root.iter()} == {
        *("testsuites", "testsuite", "properties", "property", "testcase", "failure", "error")
    }


def test_every_character_gives_xml_that_can_be_read() -> None:
    codes = (*range(0x3000), *range(0xD7F0, 0xE010), *range(0xFFF0, 0x10010))
    text = xml_text("".join(map(chr, codes)))
    (suite,) = suites_of(outcome({"message": text}, reports=[CHECKED]))
    (case,) = cases_with(suite, Failure)
    (failure,) = case.result
    assert failure.message == text

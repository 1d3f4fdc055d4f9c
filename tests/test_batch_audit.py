"""How much of the reports an audit covers, and what it leaves out."""

from __future__ import annotations

import datetime as dt

from extract.review.decisions import Decision, Decisions
from extract.writers.batch_audit import (
    Coverage,
    coverage_by_report,
    coverage_line,
    coverage_object,
    review_findings,
    review_object,
    total,
)
from tests.hand_made import REPORT, frame, tables

COUNTS = {"numbers_seen": 40, "numbers_checked": 30, "numbers_uncheckable": 4}
UNCHECKED = {
    "stated_change": 4.0,
    "change_verdict": "uncheckable",
    "change_why": "no prior figure",
    "percent_verdict": "uncheckable",
    "percent_why": "no prior figure",
}


def test_coverage_counts_numbers_and_says_why_figures_were_left_unchecked() -> None:
    zero = {**UNCHECKED, "stated_percent": 1.0, "percent_why": "the base is zero"}
    made = tables(reports=[COUNTS], comparisons=[UNCHECKED, zero])
    assert coverage_by_report(made) == {
        REPORT: Coverage(40, 30, 4, {"no prior figure": 2, "the base is zero": 1})
    }


def test_a_figure_that_is_not_stated_is_not_left_unchecked() -> None:
    made = tables(reports=[COUNTS], comparisons=[{**UNCHECKED, "stated_change": None}])
    assert coverage_by_report(made)[REPORT].reasons == {}


def test_reports_are_summed_and_stand_in_the_order_of_their_sources() -> None:
    other = {**COUNTS, "report_id": "f" * 16, "source": "a.pdf"}
    told = coverage_object(tables(reports=[COUNTS, other], comparisons=[UNCHECKED]))
    assert (told["numbers_seen"], told["numbers_not_compared"]) == (80, 12)
    assert told["unchecked_because"] == {"no prior figure": 1}
    assert [(part["source"], part["unchecked_because"]) for part in told["reports"]] == [
        ("a.pdf", {}),
        ("north/q1.pdf", {"no prior figure": 1}),
    ]


def test_the_coverage_of_nothing_is_nothing() -> None:
    assert total([]) == Coverage()
    assert list(coverage_line(tables())) == []


def test_the_closing_line_names_the_commonest_reasons() -> None:
    rows = [
        {**UNCHECKED, "change_why": why} for why in ("a", "b", "b", "c", "c", "c", "d", "d", "d", "d", "e")
    ]
    assert list(coverage_line(tables(reports=[COUNTS], comparisons=rows))) == [
        "Coverage: 40 numbers seen, 30 checked, 4 uncheckable (stated figures left unchecked: 4 x d; 3 x c; "
        "2 x b; 2 x other), 6 in no comparison."
    ]


def decisions(*fingerprints: str) -> Decisions:
    day = dt.date(2026, 1, 31)
    entries = (
        Decision(number, each, "accepted", "why", "who", day) for number, each in enumerate(fingerprints, 1)
    )
    return Decisions("exceptions.toml", "ab" * 32, day, tuple(entries))


def test_what_is_silenced_is_not_counted_as_known_too() -> None:
    found = frame(
        "findings",
        {"finding_id": f"{REPORT}.n0001", "fingerprint": "a" * 16},
        {"finding_id": f"{REPORT}.n0002", "fingerprint": "b" * 16},
        {"finding_id": f"{REPORT}.n0003", "fingerprint": "c" * 16},
    )
    left, told = review_findings(found, decisions("a" * 16, "d" * 16), frozenset({"a" * 16, "b" * 16}))
    assert list(left["fingerprint"]) == ["c" * 16]
    assert told["baseline"] == {"known": 1}
    assert told["decisions"] == {
        "file": "exceptions.toml",
        "sha256": "ab" * 32,
        "today": "2026-01-31",
        "silenced": 1,
        "unused": ["d" * 16],
        "expired": [],
    }


def test_without_options_nothing_is_left_out_and_nothing_said() -> None:
    found = frame("findings", {})
    left, told = review_findings(found, None, None)
    assert left is found
    assert (told, review_object([found], None)) == ({}, {})

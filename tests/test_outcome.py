"""How much of the reports an audit covers."""

from __future__ import annotations

from extract.writers.outcome import (
    Coverage,
    coverage_by_report,
    coverage_line,
    coverage_object,
    total,
)
from tests.hand_made import REPORT, tables

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

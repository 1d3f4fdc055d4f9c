"""The rules on stated changes and percentages, with rows as printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from printed_rows import Printed, facts_of, findings_of, tables_of

from extract.model import Box, Facts, Finding, Period, Remark, ReportDescription
from extract.rules import RULES, apply_rules, rule_reference

HONEST: tuple[Printed, ...] = (
    ("40,089", "36,232", "+3,857", "+11%"),
    ("90,395", "101,730", "-11,335", "-11%"),
    ("59,738", "62,554", "-2,816", "-5%"),
)


def told(*rows: Printed, unit: str = "count") -> list[tuple[str, str, str]]:
    """Rule, severity and cause of what is said."""
    return [(f.rule, f.severity, f.cause) for f in findings_of(*rows, unit=unit)]


def only(*rows: Printed, unit: str = "count") -> Finding:
    findings = findings_of(*rows, unit=unit)
    assert len(findings) == 1, findings
    return findings[0]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # change_differs
        (("84,206", "90,395", "-6,819", "-7%"), [("RC001", "error", "digits_swapped")]),
        (("84,206", "90,395", "-6,000", "-7%"), [("RC001", "error", "")]),
        (("84,206", "90,395", "-6,189", "-7%"), []),
        (("84,206", "n/a", "-6,189", "-7%"), []),
        # percent_outside_interval
        (("2,731", "2,560", "+171", "+7%"), []),
        (("2,731", "2,560", "+171", "+6%"), [("RC002", "warning", "wrong_base")]),
        (("2,731", "2,560", "+171", "+61%"), [("RC002", "error", "")]),
        (("2,731", "2,560", "+171", "+107%"), [("RC002", "error", "ratio_for_change")]),
        (("121", "100", "+21", "+12%"), [("RC002", "error", "digits_swapped")]),
        (("50", "40", "+10", "+20%"), [("RC002", "error", "wrong_base")]),
        (("50", "0", "+50", "+100%"), []),
        (("209", "200", "+9", "+4%"), []),  # 4.5, half even
        (("209", "200", "+9", "+5%"), []),  # 4.5, half up
        # sign_against_direction
        (("129", "106", "-23", "-22%"), [("RC003", "error", "sign"), ("RC003", "error", "sign")]),
        (("129", "106", "+23", "-22%"), [("RC003", "error", "sign")]),
        (("129", "106", "-23", "+22%"), [("RC003", "error", "sign")]),
        (("106", "106", "0", "0%"), []),
        (("5", "-1", "+6", "-600.00%"), [("RC003", "warning", "sign")]),
        (("5", "-1", "+6", "+600.00%"), []),
        # a change of two whole counts is exact; of other figures it may be rounded or cut off
        (("12.7", "10.0", "+3", "+27%"), []),
        (("12.7", "10.0", "+2", "+27%"), [("RC001", "warning", "truncation")]),
        (("4.9k", "3.1k", "+1k", "+58%"), [("RC001", "warning", "truncation")]),
        (("12.7", "10.0", "+9", "+27%"), [("RC001", "error", "")]),
        (("12", "10", "+1", "+20%"), [("RC001", "error", "")]),
        # change and percent agree with one another: it is the current figure that is misprinted
        (
            ("1,349", "1,446", "-52", "-3.6%"),
            [("RC001", "error", "current_or_prior"), ("RC002", "error", "current_or_prior")],
        ),
    ],
)
def test_a_row_among_honest_rows_is_judged_by_itself(
    row: Printed, expected: list[tuple[str, str, str]]
) -> None:
    assert told(*HONEST, row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("71.5%", "70.0%", "+1.5%", "+2.1%"), []),
        (("71.5%", "70.0%", "", "+1.5%"), [("RC004", "warning", "points_for_percent")]),
        (("60.0%", "50.0%", "+20.0%", ""), [("RC004", "warning", "percent_for_points")]),
        (("60.0%", "n/a", "+20.0%", ""), []),
        (("1.0%", "1.0%", "0.0%", "0.0%"), []),
        (("100.0%", "99.0%", "", "+1.0%"), []),  # 1.0 points and 1.0 percent alike
    ],
)
def test_points_are_no_percents(row: Printed, expected: list[tuple[str, str, str]]) -> None:
    honest = ("80.0%", "64.0%", "+16.0%", "+25.0%"), ("50.0%", "40.0%", "+10.0%", "+25.0%")
    assert told(*honest, row, unit="percent") == expected


def test_a_message_spells_the_arithmetic_with_the_numbers_as_printed() -> None:
    facts = facts_of([*HONEST, ("129", "106", "-23", "-22%")], names=["a", "b", "c", "Unspecified"])
    change, percent = apply_rules(facts, tables_of(facts))
    assert change.message == "Calls, Unspecified: 129 - 106 = +23, printed -23 (sign)"
    assert percent.message == "Calls, Unspecified: (129 - 106) / 106 = +21.70%, printed -22% (sign)"
    assert (change.stated, change.expected, change.low, change.high) == ("-23", "+23", 23, 23)
    assert (percent.stated, percent.expected) == ("-22%", "+22%")


def test_a_finding_is_placed_on_the_stated_figure() -> None:
    finding = only(*HONEST, ("129", "106", "-23", "+22%"))
    assert (finding.page, finding.row, finding.box) == (2, 4, Box(150, 48, 190, 58))
    assert finding.evidence[0].endswith(".t0001.r0004.k01")
    assert finding.evidence[-1].endswith(".t0001.r0004.c003")


def test_a_range_is_told_where_the_figures_are_rounded() -> None:
    honest = ("£2.0m", "£1.0m", "+£1.0m", "100%"), ("£3.0m", "£2.0m", "+£1.0m", "50%")
    finding = only(*honest, ("£1.4m", "£1.3m", "+£0.9m", ""), unit="GBP")
    assert "£1.4m - £1.3m = +100,000 GBP, or 0 GBP to +200,000 GBP as printed" in finding.message
    assert (finding.low, finding.high) == (0, 200_000)


@pytest.mark.parametrize(
    ("row", "sum_of_it"),
    [
        (("12.7", "10.0", "+4", ""), "12.7 - 10.0 = +2.7, or +2.6 to +2.8 as printed, printed +4"),
        (("13.5", "10", "+5", ""), "13.5 - 10 = +3.5, or +3.45 to +3.55 as printed, printed +5"),
        (("4.9k", "3.1k", "+3k", ""), "4.9k - 3.1k = +1,800, or +1,700 to +1,900 as printed, printed +3k"),
        (("10", "5", "+4.2", ""), "10 - 5 = +5, printed +4.2"),
    ],
)
def test_a_result_is_told_as_finely_as_its_figures(row: Printed, sum_of_it: str) -> None:
    assert sum_of_it in only(*HONEST, row).message


@pytest.mark.parametrize("prior", ["-1", "−1", "–1", "(1)"])
def test_a_negative_figure_is_bracketed_in_a_sum_whatever_its_minus(prior: str) -> None:
    bracketed = prior if prior == "(1)" else f"({prior})"
    assert f"5 - {bracketed} = +6, printed +7" in only(*HONEST, ("5", prior, "+7", "")).message


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            ("5", "-1", "+6", "-600.00%"),
            "5 - (-1) = +6, so the figure rises, printed -600.00% (the base is negative: divided by it the "
            "change is -600.00%, by its size +600.00%)",
        ),
        (
            ("-5", "-10", "+5", "-50%"),
            "(-5) - (-10) = +5, so the figure rises, printed -50% (the base is negative: divided by it the "
            "change is -50%, by its size +50%)",
        ),
        (("5", "0", "+5", "-5%"), "5 - 0 = +5, so the figure rises, printed -5% (the base is zero)"),
    ],
)
def test_a_sign_against_an_odd_base_is_told_with_both_conventions(row: Printed, said: str) -> None:
    finding = only(*HONEST, row)
    assert (finding.severity, finding.message) == ("warning", f"Calls, KPI 4: {said}")


def test_truncation_is_a_warning() -> None:
    cut = ("2,731", "2,560", "+171", "+6%"), ("1,168", "1,000", "+168", "+16%"), ("29", "16", "+13", "+81%")
    assert {(rule, severity) for rule, severity, _ in told(*HONEST, *cut)} == {("RC002", "warning")}


def test_columns_that_mostly_disagree_are_reported_once_as_information() -> None:
    rows = [("120", "100", "", "-7%"), ("50", "40", "", "61%"), ("80", "90", "", "2%")]
    finding = only(*rows)
    assert (finding.rule, finding.severity) == ("RD002", "info")
    assert "most rows of these columns do not reconcile" in finding.message


def test_swapped_columns_are_doubted_before_the_report_is() -> None:
    findings = findings_of(("100", "120", "+20", "+20%"), ("40", "50", "+10", "+25%"))
    assert [(f.rule, f.severity) for f in findings] == [("RC002", "warning")] * 2 + [("RC003", "warning")] * 2
    assert all("wrong way round" in f.doubt for f in findings)


def test_a_lone_row_that_nothing_explains_is_doubted() -> None:
    finding = only(("120", "80", "", "+3%"))
    assert (finding.rule, finding.severity) == ("RC002", "warning")
    assert "misread" in finding.doubt


def test_a_cell_read_with_little_confidence_is_doubted() -> None:
    facts = facts_of([*HONEST, ("129", "106", "-23", "+22%")], confidence=0.55)
    (finding,) = apply_rules(facts, tables_of(facts))
    assert finding.doubt == "A cell was read with a confidence of 0.55 only."


def test_what_the_facts_leave_unchecked_is_not_raised() -> None:
    facts = facts_of([("129", "106", "-23", "-22%")], why="the decimal mark can't be told")
    (finding,) = apply_rules(facts, tables_of(facts))
    assert (finding.rule, finding.severity) == ("RD002", "info")
    assert finding.message == "Calls: KPI 1: not checked, the decimal mark can't be told"


def test_a_fingerprint_outlives_a_new_place_but_not_a_new_figure() -> None:
    row = ("129", "106", "-23", "+22%")
    first = facts_of([*HONEST, row], names=["a", "b", "c", "Unspecified"])
    later = facts_of([row, *HONEST], names=["Unspecified", "a", "b", "c"])
    other = facts_of([*HONEST, ("130", "107", "-23", "+21%")], names=["a", "b", "c", "Unspecified"])
    prints = [[f.fingerprint for f in apply_rules(each, tables_of(each))] for each in (first, later, other)]
    assert prints[0] == prints[1] != prints[2]
    assert all(len(each) == 16 for prints_of_one in prints for each in prints_of_one)


def test_a_remark_becomes_information() -> None:
    remark = Remark(1, None, 3, "the column headed 'Ratio B' is not understood", 2, Box(1, 2, 3, 4))
    facts = Facts(facts_of(HONEST).report, remarks=(remark,))
    made = tables_of(facts_of(HONEST))
    (finding,) = apply_rules(facts, made)
    assert (finding.rule, finding.severity, finding.page) == ("RD001", "info", 2)
    assert finding.message == "Calls: the column headed 'Ratio B' is not understood"


def test_many_remarks_on_one_column_are_one_finding() -> None:
    remarks = [Remark(1, row, 3, f"'{row} to 9' is not one number", 2, Box(1, 2, 3, 4)) for row in (1, 2, 3)]
    facts = Facts(facts_of(HONEST).report, remarks=(*remarks, replace(remarks[0], column=4)))
    first, second = apply_rules(facts, tables_of(facts_of(HONEST)))
    assert first.message == "Calls: '1 to 9' is not one number (and 2 more like it in the column)"
    assert second.message == "Calls: '1 to 9' is not one number"


def test_kpis_of_one_name_are_counted_once_among_those_not_checked() -> None:
    rows = [("120", "100", "", f"-{n}%") for n in (71, 72, 73, 74, 75, 76)]
    names = ["Arson", "Arson", "Burglary", "Fraud", "Theft", "Theft"]
    facts = facts_of(rows, names=names)
    (finding,) = apply_rules(facts, tables_of(facts))
    assert finding.message.startswith("Calls: Arson, Burglary, Fraud and 1 more: not checked")
    assert len(finding.evidence) == 6


def test_the_fingerprint_of_what_was_not_checked_holds_figures_and_period() -> None:
    rows = [("120", "100", "", "-7%"), ("50", "40", "", "61%"), ("80", "90", "", "2%")]
    first, again = facts_of(rows), facts_of(rows)
    other_figure = facts_of([("120", "101", "", "-7%"), *rows[1:]])
    other_period = facts_in(first, Period("Q2", date(2019, 7, 1), date(2019, 9, 30)))
    prints = [apply_rules(f, tables_of(f))[0].fingerprint for f in (first, again, other_figure, other_period)]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_the_fingerprint_of_a_remark_holds_what_is_printed_and_no_words_of_ours() -> None:
    made, report = tables_of(facts_of(HONEST)), facts_of(HONEST).report
    cells = made["cells"].assign(text="4 to 9")
    later = replace(report, period=Period("Q2", date(2019, 7, 1), date(2019, 9, 30)))

    def print_of(what: str, report: ReportDescription, cells: pd.DataFrame) -> str:
        facts = Facts(report, remarks=(Remark(1, None, 3, what, 2, Box(1, 2, 3, 4)),))
        return apply_rules(facts, {**made, "cells": cells})[0].fingerprint

    first = print_of("can't be told", report, cells)
    assert print_of("said in other words", report, cells) == first
    assert print_of("can't be told", report, cells.assign(text="5 to 9")) != first
    assert print_of("can't be told", later, cells) != first


def facts_in(facts: Facts, period: Period) -> Facts:
    """The same facts, with another period in every comparison."""
    comparisons = [
        replace(one, current=replace(one.current, period=period)) for one in facts.comparisons if one.current
    ]
    return replace(facts, comparisons=tuple(comparisons))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rules_page_has_all_its_parts(rule: object) -> None:
    page = rule_reference(getattr(rule, "code"))  # noqa: B009  parametrize has no types
    for part in ("What it finds", "Why it matters", "Example", "When it is uncheckable", "What can fool it"):
        assert f"## {part}\n" in page

"""Sentences against themselves, as printed."""

from __future__ import annotations

import pytest
from told_rows import findings_told

QUARTER = "During the first quarter there were 656 knife crime offences, an increase of 45 offences (+7%). "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # claim_contradicts_itself
        ("A total of 581 searches, a 24% increase (+99 searches).", [("NR001", "error", "24%")]),
        ("A total of 581 searches, a 21% increase (+99 searches).", []),
        (
            "Satisfaction fell to 24.1% from 32.9%, a fall of 9.8 percentage points.",
            [("NR001", "error", "9.8")],
        ),
        (QUARTER + "This represents an increase of around 3 offences per month.", [("NR001", "error", "3")]),
        (QUARTER + "This represents an increase of around 15 offences per month.", []),
        ("Arrivals rose by 11% on a comparable basis, to 581 from 482.", []),
        ("Arrivals rose by about a fifth.", []),
        # stable_figure_moved
        (
            "Satisfaction is stable at 69.4%, a decrease from the 74.4% rate for the previous period.",
            [("NR004", "warning", "69.4%")],
        ),
        ("Satisfaction is stable at 69.4%, a decrease from the 70.1% rate for the previous period.", []),
        ("Satisfaction is stable at 69.4%.", []),
    ],
)
def test_a_sentence_is_set_against_itself(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(f.rule, f.severity, f.stated) for f in findings_told(text)]
    assert [(rule, severity) for rule, severity, _ in found] == [each[:2] for each in expected]
    assert all(wanted in stated for (_, _, stated), (_, _, wanted) in zip(found, expected, strict=True))


def test_the_message_spells_the_arithmetic() -> None:
    (finding,) = findings_told("A total of 581 searches, a 24% increase (+99 searches).")
    assert "+99 / (581 - 99) = 20.54%, printed 24%" in finding.message


GRADES = "The number of Grade 1 incidents reduced by 1,913 (10%). Grade 2 incidents increased by 9,359 (40%)."


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        (GRADES, "29,738", ["FT004"]),
        (GRADES, "59,738", []),
        (GRADES.replace("Grade 2", "Night"), "29,738", []),
        (GRADES.replace("40%", "about 40%"), "29,738", []),
        ("Over the last 12 months, " + GRADES, "29,738", []),
        (GRADES.replace("Grade 2", "Excluding transfers, Grade 2"), "29,738", []),
        # round numbers may be rounded
        ("Grade 1 incidents rose by 2,000 (10%). Grade 2 incidents rose by 1,000 (10%).", "31,500", []),
        (
            "Grade 1 incidents rose by 2,000 (10%). Grade 2 incidents rose by 1,000 (10%).",
            "29,500",
            ["FT004"],
        ),
    ],
)
def test_numbered_classes_hold_no_more_than_their_total(text: str, total: str, expected: list[str]) -> None:
    rows = [("Number of Incidents", total, "30,000", "", "")]
    assert [f.rule for f in findings_told(text, *rows) if f.rule == "FT004"] == expected

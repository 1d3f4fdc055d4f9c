"""Sentences against the rows that they speak of, both as printed."""

from __future__ import annotations

import pytest
from told_rows import ROWS, findings_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # direction_against_figures
        (
            "The Female and Unspecified categories have seen reductions of over 20%.",
            [("NR002", "warning", "Unspecified")],
        ),
        ("Burglary rose by 10%.", [("NR002", "warning", "Burglary")]),
        ("Burglary rose by 40 offences to 360.", [("NR002", "error", "Burglary")]),
        ("The value of burglary rose by 10%.", []),
        ("Burglary rose by 35%.", []),  # another burglary, perhaps
        # claim_differs_from_table
        ("Calls to 101 reduced by 6,819 to 84,206.", [("NR003", "error", "Number of 101 Calls")]),
        ("Calls to 101 reduced by just over 6,800 to 84,206.", [("NR003", "error", "Number of 101 Calls")]),
        ("Calls to 101 reduced by just over 6,100 to 84,206.", []),
        ("Calls to 101 fell by 7%.", []),
        ("Calls to 101 fell by 7.3%.", [("NR003", "warning", "Number of 101 Calls")]),
        ("Calls to 101 fell by 27%.", []),  # too far off for a slip
        ("Calls to 101, adjusted for the strike, fell by 7.3%.", []),
        ("Calls to 101 fell by 6%.", [("NR003", "warning", "Number of 101 Calls")]),
        ("There were 410 burglaries in the first quarter of last year.", [("NR003", "warning", "Burglary")]),
        ("There were 400 burglaries in the first quarter of last year.", []),
        ("There were 360 burglaries in the first quarter of last year.", []),
    ],
)
def test_a_sentence_is_set_against_its_row(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.rule, f.severity, f.kpi) for f in findings_told(text, *ROWS)] == expected


def test_the_message_holds_sentence_and_row() -> None:
    (finding,) = findings_told("Calls to 101 reduced by 6,819 to 84,206.", *ROWS)
    assert "84,206 - 90,395 = -6,189, said down by 6,819" in finding.message
    assert "paragraph 1.2" in finding.message
    assert (finding.stated, finding.expected) == ("6,819", "-6,189")
    assert finding.paragraph_id.endswith(".p00001")
    assert any(".k" in each for each in finding.evidence)


def test_the_row_rose_although_it_prints_a_minus() -> None:
    (finding,) = findings_told("Unspecified fell by 22%.", *ROWS)
    assert "129 - 106 = +23: it rose, said down by 22% (sign)" in finding.message

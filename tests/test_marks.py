"""Footnote marks behind words."""

from __future__ import annotations

import pytest

from extract.notation.headers import read_heading
from extract.notation.marks import without_end_marks, without_marks


@pytest.mark.parametrize(
    ("label", "kpi"),
    [
        ("Gain on the sale of a depot (b)", "Gain on the sale of a depot"),
        ("Loans(a)(c)", "Loans"),
        ("Revenue¹", "Revenue"),
        ("Revenue¹,²*", "Revenue"),
        ("Parks [note 2]", "Parks"),
        ("Person(s)", "Person(s)"),
        ("Offence 187(a)", "Offence 187(a)"),
        ("Area cleared (m²)", "Area cleared (m²)"),
        ("Area cleared, km²", "Area cleared, km²"),
        ("(b)", "(b)"),
    ],
)
def test_marks_at_the_end_of_a_label_are_no_part_of_it(label: str, kpi: str) -> None:
    assert without_end_marks(label) == kpi


@pytest.mark.parametrize("head", ["Volume(b)", "May 2021 (m)", "Sales (k) 2021", "Change (b)"])
def test_a_letter_in_brackets_is_no_scale(head: str) -> None:
    assert read_heading((head,)).multiplier == 1


@pytest.mark.parametrize(
    ("head", "size"),
    [("Cost (£m)", 10**6), ("Debt $bn", 10**9), ("Income £k", 10**3), ("Calls (000's)", 10**3)],
)
def test_a_letter_beside_a_currency_is_a_scale(head: str, size: int) -> None:
    assert read_heading((head,)).multiplier == size


@pytest.mark.parametrize(
    ("head", "plain"), [("2023²", "2023"), ("Q1 2023¹", "Q1 2023"), ("Change¹", "Change")]
)
def test_raised_digits_are_no_part_of_a_head(head: str, plain: str) -> None:
    assert without_marks(head) == plain
    assert read_heading((head,)) == read_heading((plain,))

"""What column heads say about other columns."""

from __future__ import annotations

import pytest

from extract.facts.heads import (
    formula_of,
    head_words,
    mark_of,
    names_base,
    names_prior,
    sides_of,
    unit_of_average,
)


@pytest.mark.parametrize(
    ("head", "own", "shared"),
    [
        ("%Chg '12 vs '01", ({"2012"}, {"2001"}), ({"2012"}, {"2001"})),
        ("Q1 19/20 v Q1 2018/19", ({"q", "1", "19/20"}, {"q", "1", "18/19"}), None),
        ("2021 vs. 5-Year Average", ({"2021"}, {"5", "year", "average"}), None),
        ("YTD 2025 compared to 2024", ({"ytd", "2025"}, {"2024"}), ({"ytd", "2025"}, {"ytd", "2024"})),
    ],
)
def test_two_figures_set_against_each_other_are_told_apart(
    head: str, own: tuple[set[str], set[str]], shared: tuple[set[str], set[str]] | None
) -> None:
    sides = sides_of((head,))
    assert sides is not None
    assert tuple(set(side.own) for side in sides) == own
    if shared is not None:
        assert tuple(set(side.shared) for side in sides) == shared


@pytest.mark.parametrize("head", ["% change", "Change vs 2018/19", "TV licences", "Visitors"])
def test_a_head_that_names_one_figure_or_none_has_no_sides(head: str) -> None:
    assert sides_of((head,)) is None


def test_spanners_count_among_the_words_of_a_head() -> None:
    assert head_words(("Year to date", "2023")) == {"year", "to", "date", "2023"}


@pytest.mark.parametrize(
    ("head", "prior", "base"),
    [
        ("Previous quarter", True, False),
        ("Same period last year", True, False),
        ("PY", True, False),
        ("3-year average", False, True),
        ("Budget", False, True),
        ("Actual", False, False),
        ("Lastingness", False, False),
    ],
)
def test_words_for_what_is_compared_with(head: str, prior: bool, base: bool) -> None:
    assert (names_prior((head,)), names_base((head,))) == (prior, base)


def test_an_average_and_a_rate_are_no_counts() -> None:
    assert unit_of_average("Average days lost") == "other"
    assert unit_of_average("Offences per 1,000 people") == "rate"
    assert unit_of_average("Meanwhile") is None


@pytest.mark.parametrize(
    "label", ["Effect of exchange rate changes on cash", "Rate effect", "Rate movements"]
)
def test_what_changes_in_a_rate_brought_is_no_rate(label: str) -> None:
    assert unit_of_average(label) is None


@pytest.mark.parametrize(
    ("head", "made_of"),
    [
        ("(c/a)", ("c", "a")),
        ("Absolute (c-a)", ("c", "a")),
        ("(4)=(3)-(2)", ("3", "2")),
        ("Variance (3 - 2)", ("3", "2")),
        ("Aged 5-9", None),
        ("2019/20", None),
        ("(Jan-Mar)", None),
    ],
)
def test_heads_tell_what_they_were_made_of(head: str, made_of: tuple[str, str] | None) -> None:
    assert formula_of((head,)) == made_of


@pytest.mark.parametrize(
    ("head", "mark"), [("Jun/2013 (c)", "c"), ("(2)", "2"), ("Total [b]", "b"), ("(000s)", ""), ("2023", "")]
)
def test_a_mark_in_brackets_names_a_column(head: str, mark: str) -> None:
    assert mark_of((head,)) == mark

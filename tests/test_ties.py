"""Which row of a table a sentence speaks of, with sentences and rows as printed."""

from __future__ import annotations

import pytest
from told_rows import ROWS, ties_of

from extract.facts.ties import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Number of 101 Calls", {"101", "call"}),
        ("All Crime", {"crime"}),
        ("the Female and Unspecified categories", {"female", "unspecified"}),
        ("Burglaries, total", {"burglary"}),
        ("more", set()),
    ],
)
def test_words_that_tell_rows_apart(text: str, words: set[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "kpis"),
    [
        ("Calls to 101 reduced by 6,189.", ["Number of 101 Calls"]),
        ("The control room took 4,677 fewer 999 calls (-12%).", ["Number of 999 Calls"]),
        ("Burglary fell by 40 offences, while theft rose by 12%.", ["Burglary"]),
        # of several rows of one name the one whose figure is printed
        ("Robberies rose to 1,204.", ["Robbery"]),
        # narrower than the row
        ("Calls to 101 at night reduced by 6,189.", []),
        ("Domestic burglary fell by 40 offences.", []),
        # another period than the row's
        ("In May 2019 the number of 999 calls rose by 800.", []),
        ("Burglary has been falling by 12% over the last six months.", []),
        # a rate is of no row
        ("There were on average 28,000 calls to 101 a month.", []),
    ],
)
def test_a_claim_is_tied_where_its_subject_is_a_rows(text: str, kpis: list[str]) -> None:
    tied = [tie.comparison.current for tie in ties_of(text, *ROWS)]
    assert [row.kpi for row in tied if row] == kpis


def test_each_row_of_a_list_is_tied() -> None:
    tied = ties_of("The Female and Unspecified categories have seen reductions of over 20%.", *ROWS)
    assert [(tie.comparison.current.kpi, tie.is_listed) for tie in tied if tie.comparison.current] == [
        ("Female", True),
        ("Unspecified", True),
    ]


def test_the_figures_that_agree_are_its_proof() -> None:
    (tie,) = ties_of("Calls to 101 fell by 6,189 to 84,206.", *ROWS)
    assert tie.proof == ("current", "change")
    (tie,) = ties_of("Calls to 101 fell by 12 %.", *ROWS)
    assert tie.proof == ()


def test_a_level_of_last_year_is_told() -> None:
    (tie,) = ties_of("There were 400 burglaries in the first quarter of last year.", *ROWS)
    assert tie.is_past

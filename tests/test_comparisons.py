"""The stated comparisons of a table's rows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from kpi_layouts import BANK, CITY, LAYOUTS, POLICE, Q1, WEEKLY
from typed_tables import typed_table

from extract.facts.arithmetic import Stated, Tally, tally
from extract.facts.columns import read_columns
from extract.facts.comparisons import find_comparisons
from extract.facts.observations import find_observations
from extract.model import Comparison, Observation, Period, Quantity, Table


def compare(table: Table, default: Period | None = Q1) -> tuple[Comparison, ...]:
    columns = read_columns(table, default)
    return find_comparisons(table, columns, find_observations(table, columns))


def texts(comparison: Comparison) -> tuple[str | None, ...]:
    return tuple(
        None if one is None else one.text
        for one in (comparison.current, comparison.prior, comparison.change, comparison.percent)
    )


def test_a_row_with_all_four_figures() -> None:
    assert [texts(c) for c in compare(POLICE)] == [("4,120", "4,000", "+120", "+3%")]


def test_a_row_may_hold_several_comparisons_counted_from_one() -> None:
    first = [c for c in compare(WEEKLY) if c.row == 2]
    assert [(c.ordinal, texts(c)) for c in first] == [
        (1, ("30", "40", None, "-25.0")),
        (2, ("110", "100", None, "10.0")),
        (3, ("450", "500", None, "-10.0")),
        (4, ("450", None, None, "-3.1")),
        (5, ("450", None, None, "-61.2")),
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_comparison_of_an_honest_table_closes(name: str) -> None:
    for one in compare(LAYOUTS[name][0]):
        closed = [_tally(one, one.change, "change"), _tally(one, one.percent, "percent")]
        assert all(counted.agreeing == counted.checked for counted in closed)
        assert one.why == ""


def test_a_symbol_instead_of_the_percentage_stays_with_its_row() -> None:
    last = compare(BANK)[-1]
    assert texts(last) == ("40", "(10)", "50", "–")


def test_a_row_without_any_figure_gives_none() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 | % change
        North | 110 | 100 | 10
        South | n/a | n/a | n/a
        East | 60 | - | -
        """
    )
    assert [texts(c) for c in compare(table)] == [
        ("110", "100", None, "10"),
        ("60", "-", None, "-"),
    ]


def test_rows_that_do_not_close_are_compared_all_the_same() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 | % change
        North | 110 | 100 | 10
        South | 90 | 100 | 10
        East | 60 | 50 | -20
        """
    )
    assert [(texts(c), c.why) for c in compare(table)] == [
        (("110", "100", None, "10"), ""),
        (("90", "100", None, "10"), ""),
        (("60", "50", None, "-20"), ""),
    ]


def test_points_stand_where_the_change_does() -> None:
    table = typed_table(
        """
        Indicator | 2021/22 | 2022/23 | Change
        Calls | 100 | 120 | 20%
        Visits | 80 | 60 | -25%
        Satisfied | 50% | 60% | 10pp
        """
    )
    assert [texts(c) for c in compare(table)] == [
        ("120", "100", None, "20%"),
        ("60", "80", None, "-25%"),
        ("60%", "50%", "10pp", None),
    ]


def test_an_average_is_a_base_whatever_its_place() -> None:
    assert texts([c for c in compare(CITY) if c.row == 4][1]) == ("280", "400", None, "-30%")


def test_a_count_and_an_average_of_counts_are_compared_in_one_unit() -> None:
    (_, average) = [c for c in compare(CITY) if c.row == 4]
    assert average.current is not None
    assert average.prior is not None
    assert (average.current.unit, average.prior.unit) == ("other", "other")


@given(
    st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 9999)), min_size=1, max_size=8),
    st.permutations(range(4)),
)
def test_an_honest_table_never_gives_a_comparison_that_does_not_close(
    figures: list[tuple[int, int]], order: list[int]
) -> None:
    table = _printed_table(figures, order)
    for one in compare(table, None):
        closed = [_tally(one, one.change, "change"), _tally(one, one.percent, "percent")]
        assert all(counted.agreeing == counted.checked for counted in closed)


@given(st.lists(st.tuples(st.integers(50, 9999), st.integers(50, 9999)), min_size=5, max_size=8), st.data())
def test_a_wrong_sign_in_one_row_does_not_change_what_is_compared(
    figures: list[tuple[int, int]], data: st.DataObject
) -> None:
    assume(sum(prior != current for prior, current in figures) >= 3)  # rows that outvote the wrong one
    order = data.draw(st.permutations(range(4)))
    honest = read_columns(_printed_table(figures, order), None).comparisons
    row = data.draw(st.integers(0, len(figures) - 1))
    wrong = read_columns(_printed_table(figures, order, wrong_row=row), None).comparisons
    assert set(wrong) == set(honest)


def _printed_table(figures: list[tuple[int, int]], order: list[int], wrong_row: int | None = None) -> Table:
    """Two years with a change and a percentage rounded from them, the columns in any order."""
    rows = [("2021/22", "2022/23", "Change", "% change")]
    for row, (prior, current) in enumerate(figures):
        change = (current - prior) * (-1 if row == wrong_row else 1)
        percent = Decimal(100 * (current - prior)) / prior
        rows.append((f"{prior:,}", f"{current:,}", f"{change:+,}", f"{percent:+.1f}%"))
    names = ["Area", *(f"Area {chr(65 + at)}" for at in range(len(figures)))]
    lines = [" | ".join((name, *(row[at] for at in order))) for name, row in zip(names, rows, strict=True)]
    return typed_table("\n".join(lines))


def _tally(one: Comparison, stated: Observation | None, kind: Stated) -> Tally:
    return tally(_figure(one.current), _figure(one.prior), _figure(stated), kind)


def _figure(one: Observation | None) -> dict[int, Quantity]:
    return {0: one.quantity} if one is not None and isinstance(one.quantity, Quantity) else {}


def test_separators_that_cannot_be_told_leave_every_row_uncheckable() -> None:
    table = typed_table(
        """
        Area | 2023 | 2022 | Change
        North | 1.234 | 1.100 | 134
        South | 2.345 | 2.200 | 145
        """
    )
    whys = {c.why for c in compare(table)}
    assert len(whys) == 1
    assert "can't be told" in whys.pop()

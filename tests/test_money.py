"""Money that prints its sign at the top of a column and at its totals only."""

from __future__ import annotations

import pytest
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.money import Account, find_accounts
from extract.facts.observations import find_observations
from extract.model import Table

INCOME = typed_table(
    """
    | 2023 | 2022
    Sales | $ 3,226 | $ 2,729
    Cost of sales | 2,014 | 1,702
    Margin | 37.6% | 37.6%
    Wages | 762 | 649
    Rent | 50 | 46
    Net income | $ 400 | $ 332
    Net income per share | < | <
    Basic | $ 6.73 | $ 5.44
    Diluted | $ 6.68 | $ 5.41
    """
)


def units(table: Table) -> list[str]:
    """The unit of each figure of the first column of figures, from top to bottom."""
    return [o.unit for o in find_observations(table, read_columns(table, None)) if o.column == 1]


def test_figures_between_two_signs_are_money() -> None:
    assert units(INCOME) == ["USD", "USD", "percent", "USD", "USD", "USD", "USD", "USD"]


def test_an_account_ends_at_its_last_sign_above_earnings_per_share() -> None:
    assert find_accounts(read_columns(INCOME, None))[1] == Account("USD", range(1, 7))


@pytest.mark.parametrize("label", ["Common shares outstanding", "Number of diluted shares"])
def test_shares_are_counted_in_an_account_too(label: str) -> None:
    table = typed_table(
        f"""
        | 2023 | 2022
        Sales | £ 3,226 | £ 2,729
        {label} | 50 | 51
        Wages | 762 | 649
        Rent | 50 | 46
        Net income | £ 400 | £ 332
        """
    )
    assert units(table) == ["GBP", "count", "GBP", "GBP", "GBP"]


def test_what_a_label_counts_and_what_a_scorecard_lists_is_no_money() -> None:
    counted = typed_table(
        """
        | 2023 | Stores
        Sales | $ 3,226 | 1
        Number of stores | 514 | 2
        Wages | 762 | 3
        Rent | 50 | 4
        Net income | $ 400 | 5
        """
    )
    scorecard = typed_table(
        """
        | 2023 | Stores
        Budget | $ 3,226 | 1
        Officers | 514 | 2
        Calls for service | 12,014 | 3
        Arrests | 762 | 4
        Overtime | $ 400 | 5
        """
    )
    assert units(counted) == ["USD", "count", "USD", "USD", "USD"]
    assert units(scorecard) == ["USD", "count", "count", "count", "USD"]


NO_ACCOUNTS = {
    "one sign alone": ["$ 3,226", "2,014", "762", "400"],
    "no sign at the first figure": ["3,226", "$ 2,014", "762", "50", "20", "$ 400"],
    "signs of two currencies": ["$ 3,226", "2,014", "762", "50", "20", "£ 400"],
    "most figures print a sign": ["$ 3,226", "2,014", "$ 762", "$ 400"],
}


@pytest.mark.parametrize("figures", NO_ACCOUNTS.values(), ids=NO_ACCOUNTS)
def test_nothing_else_tells_an_account(figures: list[str]) -> None:
    rows = "\n".join(f"Total {number} | {figure} | {number}" for number, figure in enumerate(figures))
    table = typed_table(f"| 2023 | Stores\n{rows}")
    assert find_accounts(read_columns(table, None)) == {}
    assert "count" in units(table)

"""In what a whole table is counted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from typed_tables import typed_table

from extract.facts.columns import read_columns
from extract.facts.observations import find_observations
from extract.facts.scales import leaves_out, notes_above, unit_notes
from extract.model import Box, Paragraph, Quantity, Region, Table

ACCOUNTS = """
    Item | 2021 | 2020
    Fares | 1,310 | 1,250
    Margin | 12.5% | 11.0%
    Rate of return | 4.5 | 4.0
    Visits (thousands) | 75 | 60
    Earnings per share | 1.21 | 1.17
    Diluted | 1.20 | 1.16
    Shares | 220.4 | 219.8
"""


def figures(table: Table, notes: tuple[str, ...] = ()) -> dict[str, tuple[Decimal, str]]:
    found = find_observations(table, read_columns(table, None, notes=notes))
    return {
        one.kpi: (one.quantity.value, one.quantity.unit)
        for one in found
        if isinstance(one.quantity, Quantity) and one.column == 1
    }


def note(text: str, top: float = 80, page: int = 1) -> Paragraph:
    return Paragraph(1, "caption", 0, "", "", "", text, page, page, Box(50, top, 300, top + 10))


def test_a_note_scales_the_money_of_a_table_and_nothing_else() -> None:
    assert figures(typed_table(ACCOUNTS), ("(in millions, except per share data)",)) == {
        "Fares": (Decimal(1_310_000_000), "count"),
        "Margin": (Decimal("12.5"), "percent"),
        "Rate of return": (Decimal("4.5"), "rate"),
        "Visits (thousands)": (Decimal(75_000), "count"),
        "Earnings per share": (Decimal("1.21"), "count"),
        "Diluted": (Decimal("1.20"), "count"),
        "Shares": (Decimal(220_400_000), "count"),
    }


def test_a_heading_row_scales_its_rows_alone() -> None:
    table = typed_table(
        """
        Item | 2021 | 2020
        Fares (£000) | < | <
        Buses | 1,310 | 1,250
        Passengers | < | <
        Trams | 44 | 43
        """
    )
    assert figures(table) == {"Buses": (Decimal(1_310_000), "GBP"), "Trams": (Decimal(44), "count")}


def test_a_note_in_one_head_that_excepts_rows_is_meant_of_all_columns() -> None:
    table = typed_table(
        """
        Item | 2021 | Statement (in thousands, except per share data) 2020
        Fares | 1,310 | 1,250
        """
    )
    assert figures(table)["Fares"][0] == 1_310_000


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Income statement ($ in millions) (unaudited)", ("($ in millions)",)),
        ("(amounts in £000)", ("(amounts in £000)",)),
        ("£ million", ("£ million",)),
        ("In thousands, except per share data", ("In thousands, except per share data",)),
        ("Fares rose in 2021 (see note 4)", ()),
        ("Volume (b)", ()),
        ("Calls, Apr-Jun 2021 (%)", ()),
    ],
)
def test_notes_on_the_scale_are_told_from_other_words(text: str, notes: tuple[str, ...]) -> None:
    assert unit_notes([text]) == notes


def test_the_note_must_stand_above_the_table_on_its_page() -> None:
    table = replace(typed_table(ACCOUNTS), regions=(Region(1, Box(50, 100, 500, 200)),))
    scale = "(£ million)"
    assert notes_above(table, [table], [note(scale)]) == (scale,)
    assert notes_above(table, [table], [note(scale, top=210)]) == ()
    assert notes_above(table, [table], [note(scale, page=2)]) == ()


def test_a_note_above_another_table_is_that_ones_but_for_a_part_without_heads() -> None:
    first = replace(typed_table(ACCOUNTS), regions=(Region(1, Box(50, 100, 500, 130)),))
    second = replace(first, ordinal=2, regions=(Region(1, Box(50, 140, 500, 200)),))
    scale = "(£ million)"
    assert notes_above(second, [first, second], [note(scale)]) == ()
    assert notes_above(replace(second, header_rows=0), [first, second], [note(scale)]) == (scale,)


@pytest.mark.parametrize("label", ["Net income per common share", "Adjusted EPS", "Dividends per share"])
def test_figures_per_share_are_never_scaled(label: str) -> None:
    assert leaves_out(label, "2021", None)
    assert leaves_out("Total", label, "USD")
    assert not leaves_out("Fares", "(in millions, except per share data) 2021", None)

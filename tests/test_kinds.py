"""Figures, glossaries and other tables are told apart by what their columns hold."""

from __future__ import annotations

import pytest

from extract.blocks.kinds import table_kind
from extract.model import Box, Cell

PROSE = "A wide range of unacceptable activity and its effects"


def cells_of(rows: list[list[str]]) -> list[Cell]:
    box = Box(0, 0, 1, 1)
    return [Cell(r, c, text, box, 1) for r, row in enumerate(rows) for c, text in enumerate(row)]


@pytest.mark.parametrize(
    ("rows", "header_rows", "kind"),
    [
        ([["KPI", "Q1 19/20", "Change"], ["All Crime", "23,871", "+4%"]], 1, "kpi"),
        ([["KPI", "Q1 19/20", "Change"], ["All Crime", "23,871", "-"], ["Rape", "n/a", "n/a"]], 1, "kpi"),
        ([["Term", "Meaning"], ["ASB", PROSE], ["CMD", PROSE]], 1, "definitions"),
        ([["ASB", PROSE], ["", PROSE], ["Contact Management Department (CMD)", PROSE]], 0, "definitions"),
        ([["Name", "Team"], ["Ann Lee", "Calls"], ["Bo Day", "Crime"]], 1, "other"),
        ([["Calls", "Up"], ["Crime", "n/a"]], 0, "other"),
        ([["1", "2"], ["3", "4"]], 0, "other"),
        ([["2018", "870,309"], ["2019", "894,389"]], 0, "kpi"),
        ([["2018", "870,309"], ["Total", "894,389"]], 0, "kpi"),
        ([["2018", "870,309"], ["7", "894,389"]], 0, "other"),
        ([], 0, "other"),
    ],
)
def test_a_table_is_what_its_columns_hold(rows: list[list[str]], header_rows: int, kind: str) -> None:
    columns = max((len(row) for row in rows), default=0)
    assert table_kind(cells_of(rows), header_rows, columns) == kind


def test_long_labels_beside_prose_are_no_glossary() -> None:
    assert table_kind(cells_of([[PROSE + " " + PROSE, PROSE], [PROSE + " " + PROSE, PROSE]]), 0, 2) == "other"

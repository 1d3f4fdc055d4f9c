"""Tables as they stand, as JSON, CSV or Markdown: what ``kpi-extract tables`` prints.

In: the tables ``tables`` and ``cells`` of one report. Out: text. Out of scope: what the tables mean.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from extract.notation.characters import clean
from extract.writers.lines import records
from extract.writers.text import guard, json_text, markdown_cell

_BOX = ("x0", "top", "x1", "bottom")


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its row of ``tables``, its number in the report and its rows of ``cells``."""

    number: int
    table: dict[str, Any]
    cells: tuple[dict[str, Any], ...]


def find_grids(
    tables: pd.DataFrame, cells: pd.DataFrame, pages: frozenset[int] | None = None
) -> tuple[Grid, ...]:
    """The tables of one report that stand, at least in part, on the pages asked for (None: all)."""
    by_table: dict[str, list[dict[str, Any]]] = {}
    for cell in records(cells):
        by_table.setdefault(cell["table_id"], []).append(cell)
    rows = sorted(records(tables), key=lambda row: row["table_id"])
    grids = (
        Grid(number, table, tuple(by_table.get(table["table_id"], ())))
        for number, table in enumerate(rows, start=1)
    )
    return tuple(grid for grid in grids if pages is None or pages & _pages_of(grid))


def as_json(grids: Sequence[Grid]) -> str:
    """``{"tables": [...]}``, with every cell, its place and its span."""
    return json_text({"tables": [_as_object(grid) for grid in grids]})


def as_csv(grids: Sequence[Grid]) -> str:
    """The tables one below the other; between them an empty line and ``# page N, table M``."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for index, grid in enumerate(grids):
        if index:
            stream.write(f"\n# page {grid.table['page_start']}, table {grid.number}\n")
        writer.writerows([guard(text) for text in row] for row in _texts(grid))
    return stream.getvalue()


def as_markdown(grids: Sequence[Grid]) -> str:
    """Each table under a heading; header rows are joined into one, as Markdown has only one."""
    return "\n".join(_as_markdown_table(grid) for grid in grids)


FORMATS: dict[str, Callable[[Sequence[Grid]], str]] = {
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}


def _pages_of(grid: Grid) -> set[int]:
    pages = {cell["page"] for cell in grid.cells if cell["page"] is not None}
    return pages | {grid.table["page_start"], grid.table["page_end"]}


def _as_object(grid: Grid) -> dict[str, Any]:
    table = grid.table
    regions = _regions(grid)
    return {
        "page": table["page_start"],
        "bbox": [table[side] for side in _BOX],
        **({"regions": regions} if len(regions) > 1 else {}),
        "title": table["title"] or "",
        "kind": table["kind"],
        "engine": table["engine"],
        "confidence": table["confidence"],
        "cells": [_as_cell(cell) for cell in grid.cells],
    }


def _as_cell(cell: dict[str, Any]) -> dict[str, Any]:
    return {
        "row": cell["row"],
        "col": cell["column"],
        "rowspan": cell["row_span"],
        "colspan": cell["column_span"],
        "text": cell["text"] or "",
        "bbox": [cell[side] for side in _BOX],
        "is_header": cell["is_header"],
    }


def _regions(grid: Grid) -> list[dict[str, Any]]:
    """Where the table stands: its own box on the first page, the box around its cells on the others."""
    first = grid.table["page_start"]
    regions = [{"page": first, "bbox": [grid.table[side] for side in _BOX]}]
    for page in sorted(_pages_of(grid) - {first}):
        boxes = [[cell[side] for side in _BOX] for cell in grid.cells if cell["page"] == page]
        if boxes:
            x0, top, x1, bottom = zip(*boxes, strict=True)
            regions.append({"page": page, "bbox": [min(x0), min(top), max(x1), max(bottom)]})
    return regions


def _texts(grid: Grid) -> list[list[str]]:
    """The text of each place; a span's text stands in its first, the others are empty."""
    texts = [[""] * (grid.table["column_count"] or 0) for _ in range(grid.table["row_count"] or 0)]
    for cell in grid.cells:
        texts[cell["row"]][cell["column"]] = clean(cell["text"] or "")
    return texts


def _as_markdown_table(grid: Grid) -> str:
    rows = _texts(grid)
    head_rows = sorted({cell["row"] for cell in grid.cells if cell["is_header"]})
    head = [" ".join(filter(None, (rows[row][column] for row in head_rows))) for column in _columns(grid)]
    body = [row for index, row in enumerate(rows) if index not in head_rows]
    title = markdown_cell(grid.table["title"] or "")
    heading = f"### Page {grid.table['page_start']}, table {grid.number}" + (f": {title}" if title else "")
    lines = [_markdown_row(head), "|" + " --- |" * len(head), *map(_markdown_row, body)]
    return "\n".join([heading, "", *lines, ""])


def _columns(grid: Grid) -> range:
    return range(grid.table["column_count"] or 0)


def _markdown_row(texts: Sequence[str]) -> str:
    return "| " + " | ".join(markdown_cell(text) for text in texts) + " |"

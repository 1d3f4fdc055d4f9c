"""Where a table's heads are printed anew among its rows.

"Quarter | Same quarter last year" above some rows and "Quarter end | Year end" above the others: the
figures below the second line are of its periods. In come a Table, out go its sections, each with its
own rows of heads. Out of scope: the boxhead at the top (``blocks.headers``), and what heads mean
(``columns``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.facts.layout import Section, is_stretch, whole_table
from extract.model import Cell, Measure, Period, Table
from extract.notation.headers import read_heading
from extract.notation.numbers import looks_numeric

_CHANGES: tuple[Measure, ...] = ("change", "percent_change", "points_change")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def find_sections(table: Table, default: Period | None) -> tuple[Section, ...]:
    """The parts of a table that have heads of their own, from top to bottom; mostly it is one.

    Args:
        table: Of kind ``kpi``.
        default: The report's own period, for heads that leave out the year.
    """
    rows = _rows(table)
    first = table.header_rows + 1  # the boxhead has figures below it
    heads = [row for row in range(first, table.row_count - 1) if _is_head(rows[row], default)]
    runs = [_with_spanner(run, rows) for run in _runs(heads)]
    starts = [run.start for run in runs if run.stop < table.row_count]
    if not starts or _is_cut(table, starts):
        return (whole_table(table),)
    ends = [*starts, table.row_count]
    sections = [Section(range(table.header_rows), range(table.header_rows, ends[0]))]
    sections += [
        Section(run, range(run.stop, end)) for run, (_, end) in zip(runs, pairwise(ends), strict=True)
    ]
    return tuple(sections)


def _rows(table: Table) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        if cell.text.strip():
            rows[cell.row].append(cell)
    return rows


def _is_head(row: Sequence[Cell], default: Period | None) -> bool:
    """Whether a row names nothing but periods and changes, with no label beside them or the head of one."""
    labels = [cell for cell in row if cell.column == 0]
    heads = [cell.text.strip() for cell in row if cell.column > 0]
    if len(heads) < 2 or any(read_heading((cell.text,)).role != "stub" for cell in labels):
        return False
    if any(looks_numeric(text) and not _YEAR.fullmatch(text) for text in heads):
        return False
    return all(_names_column(text, default) for text in heads) and any(
        is_stretch(text) or read_heading((text,), default).period is not None for text in heads
    )


def _names_column(text: str, default: Period | None) -> bool:
    heading = read_heading((text,), default)
    changes = heading.measure in _CHANGES and heading.certain
    return heading.period is not None or changes or is_stretch(text)


def _runs(heads: Sequence[int]) -> list[range]:
    """Rows that follow one another as one run."""
    runs: list[range] = []
    for row in heads:
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        else:
            runs.append(range(row, row + 1))
    return runs


def _with_spanner(run: range, rows: Sequence[Sequence[Cell]]) -> range:
    """The run with the line above it where that is one stretch of time for all of its heads."""
    above = rows[run.start - 1]
    spans = len(above) == 1 and is_stretch(above[0].text)
    return range(run.start - 1, run.stop) if spans else run


def _is_cut(table: Table, starts: Sequence[int]) -> bool:
    """Whether a cell reaches over the begin of a section."""
    return any(cell.row < start < cell.row + cell.row_span for cell in table.cells for start in starts)

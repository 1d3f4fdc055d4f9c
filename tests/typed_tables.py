"""Tables typed as printed, for tests of what is read from them."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Box, Cell, Region, Table


def typed_table(
    text: str,
    header_rows: int = 1,
    title: str = "",
    fills: dict[tuple[int, int], str] | None = None,
    indents: dict[int, float] | None = None,
) -> Table:
    """A table from lines of cells between bars.

    A cell of "<" belongs to the one on its left, of "^" to the one above; "[picture]" is a
    picture.
    """
    lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    width = max(len(line) for line in lines)
    assert all(len(line) == width for line in lines), "every row needs as many cells"
    cells = tuple(
        replace(
            _cell(lines, row, column),
            is_header=row < header_rows,
            fill=(fills or {}).get((row, column), ""),
            indent_pt=(indents or {}).get(row, 2.0) if column == 0 else 2.0,
        )
        for row in range(len(lines))
        for column in range(width)
        if lines[row][column] not in ("<", "^")
    )
    return Table(
        ordinal=1,
        title=title,
        section_number="1",
        section_title="Calls",
        kind="kpi",
        row_count=len(lines),
        column_count=width,
        header_rows=header_rows,
        engine="ruled",
        confidence=1.0,
        regions=(Region(1, Box(0, 0, 500, 500)),),
        cells=cells,
    )


def _cell(lines: list[list[str]], row: int, column: int) -> Cell:
    columns = range(column + 1, len(lines[row]))
    rows = range(row + 1, len(lines))
    column_span = 1 + next((n for n, c in enumerate(columns) if lines[row][c] != "<"), len(columns))
    row_span = 1 + next((n for n, r in enumerate(rows) if lines[r][column] != "^"), len(rows))
    picture = lines[row][column] == "[picture]"
    return Cell(
        row=row,
        column=column,
        text="" if picture else lines[row][column],
        box=Box(column * 50, row * 10, (column + column_span) * 50, (row + row_span) * 10),
        page=1,
        row_span=row_span,
        column_span=column_span,
        has_picture=picture,
    )

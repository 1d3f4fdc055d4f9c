"""Draw rows that state a change and print them with what is compared, for a person to judge.

usage: python benchmarks/operands.py OUT PLACES.csv [--rows N] [--seed N]

OUT is what ``kpi-extract run`` wrote. PLACES names by eye where the reports state changes:

    file,page,label
    report.pdf,3,
    report.pdf,7,(?i)growth|% change

Each line is a page of a report; ``label`` is a regular expression that the text of a row must hold,
empty for every row with figures. Rows are drawn from those places, whether they gave comparisons or
not: drawing from comparisons alone would hide the lost ones.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

csv.field_size_limit(10**9)

Record = dict[str, str]
_FIGURES = ("current", "prior", "change", "percent")


class Row(NamedTuple):
    """A row of a table as printed, with the comparisons it gave."""

    page: int
    table: str
    row: int
    texts: tuple[str, ...]
    comparisons: tuple[Record, ...]


class Place(NamedTuple):
    """A page that states changes, and which of its rows do."""

    page: int
    label: re.Pattern[str]


def main() -> int:
    """Print the rows drawn from each report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("places", type=Path)
    parser.add_argument("--rows", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    places = _read_places(options.places)
    for report in sorted(_records(options.out / "reports.csv"), key=lambda record: record["file"]):
        if report["file"] in places:
            rows = _rows(options.out, report["report_id"], places[report["file"]])
            drawn = random.Random(f"{options.seed} {report['file']}").sample(
                rows, min(options.rows, len(rows))
            )
            _print(report["file"], len(rows), sorted(drawn))
    return 0


def _records(path: Path) -> Iterator[Record]:
    with path.open(newline="", encoding="utf-8") as stream:
        yield from csv.DictReader(stream)


def _read_places(path: Path) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = defaultdict(list)
    for record in _records(path):
        places[record["file"]].append(Place(int(record["page"]), re.compile(record["label"])))
    return places


def _rows(out: Path, report: str, places: Sequence[Place]) -> list[Row]:
    """The rows of the places; a row counts where a cell of it holds a figure."""
    grid: dict[tuple[int, str, int], list[str]] = defaultdict(list)
    for cell in _records(out / "cells.csv"):
        if cell["report_id"] == report and cell["is_header"].lower() != "true" and cell["text"].strip():
            grid[int(cell["page"]), cell["table_id"], int(cell["row"])].append(cell["text"])
    given: dict[tuple[str, int], list[Record]] = defaultdict(list)
    for record in _records(out / "comparisons.csv"):
        given[record["table_id"], int(record["row"])].append(record)
    return [
        Row(page, table, row, tuple(texts), tuple(given[table, row]))
        for (page, table, row), texts in sorted(grid.items())
        if any(_has_figure(text) for text in texts[1:])
        and any(place.page == page and place.label.search(" | ".join(texts)) for place in places)
    ]


def _has_figure(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _print(file: str, count: int, drawn: Sequence[Row]) -> None:
    print(f"\n## {file}: {len(drawn)} of {count} rows")
    for row in drawn:
        place = f"p{row.page} {row.table.rpartition('.')[2]} row {row.row}"
        print(f"\n{place}: {' | '.join(row.texts)}")
        for one in row.comparisons:
            print(f"    {_told(one)}")


def _told(one: Record) -> str:
    current, prior, change, percent = (one[f"{name}_text"] or "-" for name in _FIGURES)
    return (
        f"{one['kpi']}: {current} ({one['current_start']}..{one['current_end']}) from "
        f"{prior} ({one['prior_start']}..{one['prior_end']}), change {change}, percent {percent}"
    )


if __name__ == "__main__":
    raise SystemExit(main())

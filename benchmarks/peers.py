"""Tables as the peers find them, in the format of ``kpi-extract tables``, for the same scorer.

usage: python benchmarks/peers.py FOLDER OUT

For each peer a folder OUT/PEER with one JSON file for each PDF of FOLDER. pdfplumber finds tables
with its defaults; camelot runs as its users would on born-digital files: lattice with
``shift_text=[""]`` (its default merges partly ruled rows), hybrid and network by its vector engine.
A page on which a peer fails gives no tables, as it would to its user, and is named on stderr.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import camelot
import pdfplumber

Table = dict[str, Any]

_CAMELOT: dict[str, dict[str, Any]] = {
    "camelot-lattice": {
        "flavor": "lattice",
        "engine": "vector",
        "shift_text": [""],
        "backend": "pdfium",
        "use_fallback": False,
    },
    "camelot-hybrid": {"flavor": "hybrid", "engine": "vector", "backend": "pdfium", "use_fallback": False},
    "camelot-network": {"flavor": "network"},
}


def find_by_pdfplumber(path: Path) -> Iterator[Table]:
    """The line logic of pdfplumber, as it is."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            for table in page.find_tables():
                rows = table.extract()
                yield _as_table(page.page_number, list(table.bbox), rows)
            page.close()


def find_by_camelot(path: Path, options: dict[str, Any]) -> Iterator[Table]:
    """One of camelot's engines, page by page, so that a page it fails on costs itself alone."""
    with pdfplumber.open(path) as document:
        heights = [float(page.height) for page in document.pages]
    for number, height in enumerate(heights, start=1):
        try:
            found = camelot.read_pdf(str(path), pages=str(number), suppress_stdout=True, **options)
        except Exception as error:  # noqa: BLE001 (whatever a peer raises, its user gets no table)
            sys.stderr.write(f"{path.name} page {number}: {type(error).__name__}: {error}\n")
            continue
        for table in found:
            x0, low, x1, high = table._bbox
            yield _as_table(number, [x0, height - high, x1, height - low], table.data)


PEERS: dict[str, Callable[[Path], Iterator[Table]]] = {"pdfplumber": find_by_pdfplumber} | {
    name: lambda path, options=options: find_by_camelot(path, options) for name, options in _CAMELOT.items()
}


def _as_table(page: int, box: list[float], rows: list[list[str | None]]) -> Table:
    cells = [
        {"row": r, "col": c, "rowspan": 1, "colspan": 1, "text": text, "bbox": None, "is_header": False}
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    ]
    return {"page": page, "bbox": box, "cells": cells}


def main() -> None:
    """Ask every peer for the tables of every file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable()
    for name, find in PEERS.items():
        (asked.out / name).mkdir(parents=True, exist_ok=True)
        for path in sorted(asked.folder.glob("*.pdf")):
            found = {"tables": list(find(path))}
            (asked.out / name / f"{path.stem}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()

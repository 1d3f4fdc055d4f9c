"""How often cells of each confidence are right, against the table competition's typed cells.

usage: python benchmarks/confidence.py OUT STRUCTURES

OUT is a run over the competition's PDFs, STRUCTURES the folder with their NAME-str.xml. A cell with
text is right where a cell typed for the same page has the same text, white space aside, in the same table.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

csv.field_size_limit(10**9)


def typed_cells(path: Path) -> dict[int, Counter[str]]:
    """The texts of the cells typed for one document, by page, as often as they stand there."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for table in ElementTree.parse(path).getroot().iter("table"):
        for region in table.iter("region"):
            page = int(region.get("page", "0"))
            for cell in region.iter("cell"):
                found[page][tight("".join(cell.find("content").itertext()))] += 1  # type: ignore[union-attr]
    return found


def tight(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def main() -> None:
    """Print, for each confidence, how many cells there are and which share of them is right."""
    out, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with (out / "reports.csv").open(encoding="utf-8", newline="") as stream:
        names = {row["report_id"]: Path(row["file"]).stem for row in csv.DictReader(stream)}
    paths = {name: folder / f"{name}-str.xml" for name in names.values()}
    typed = {name: typed_cells(path) for name, path in paths.items() if path.exists()}
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    with (out / "cells.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            name = names[row["report_id"]]
            text = tight(row["text"].removeprefix("'"))
            if not text or name not in typed:
                continue
            left = typed[name][int(row["page"])]
            every[row["confidence"]] += 1
            if left[text] > 0:
                left[text] -= 1
                right[row["confidence"]] += 1
    for confidence in sorted(every, key=float, reverse=True):
        share = right[confidence] / every[confidence]
        print(f"confidence {confidence}  cells {every[confidence]}  right {share:.4f}")
    sure = [c for c in every if float(c) >= 0.9]
    total = sum(every[c] for c in sure)
    print(f"0.9 and more  cells {total}  right {sum(right[c] for c in sure) / total:.4f}")


if __name__ == "__main__":
    main()

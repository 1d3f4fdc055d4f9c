"""How well tables are read in the layouts of many publishers, drawn with made-up words and figures.

usage: python benchmarks/layouts.py [--seeds N] [--keep FOLDER] [NAME...]

Sets each layout by several seeds, reads it back, and prints precision, recall and F1 of the relations between
neighbouring cells (each cell with text, and the next with text on its right and below), and how many
tables were found where there are none, or missed.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import layouts_of_figures as figures
import layouts_of_offices as offices
import layouts_of_texts as texts
import layouts_without_tables as tableless
from typesetter import Sheet, TrueCell

from extract.model import Job
from extract.pipeline import process_file
from extract.writers.grids import FORMATS, find_grids

LAYOUTS: tuple[Callable[[Sheet], None], ...] = (
    figures.census_leaders,
    figures.leaders_spaced,
    figures.counts_over_rates,
    figures.months_with_marks,
    figures.supply_and_use,
    figures.intervals,
    figures.register,
    figures.budget,
    figures.withheld,
    figures.standard_errors,
    figures.three_rules,
    figures.partial_rules,
    figures.shaded,
    figures.centred_stub_head,
    figures.values_on_first_line,
    figures.values_on_last_line,
    figures.deep_heads,
    figures.numbers_left,
    figures.numbers_centred,
    figures.decimal_points,
    figures.one_column,
    texts.empty_columns,
    figures.groups_at_left,
    figures.groups_in_the_middle,
    figures.ages_in_the_stub,
    figures.years_in_the_stub,
    figures.two_levels,
    figures.statement,
    figures.whole_page,
    texts.tiny,
    texts.notes_below,
    texts.typewriter,
    texts.mixed,
    texts.dates,
    texts.ranges,
    figures.wide,
    texts.names_and_duties,
    texts.directory,
    texts.texts_of_four,
    texts.plain_texts,
    texts.wrapped_texts,
    texts.in_left_column,
    texts.in_right_column,
    texts.side_by_side,
    texts.one_below_another,
    texts.panels,
    texts.turned,
    texts.prose_in_columns,
    texts.contents,
    texts.letter,
    texts.references,
    texts.form,
    texts.bullets,
    offices.sliced_heads,
    offices.groups_in_bold,
    offices.long_stub,
    offices.symbols,
    offices.stacked,
    offices.remarks,
    offices.continued,
    offices.half_ruled,
    offices.text_rows_ruled,
    offices.table_in_each_column,
    offices.marks,
    offices.distribution,
    offices.acronyms,
    offices.matrix,
    offices.quarters,
    offices.questions,
    offices.two_captions,
    offices.wide_landscape,
    offices.events,
    tableless.index_of_words,
    tableless.signatures,
    tableless.addresses,
    tableless.headed_prose,
    tableless.steps,
    tableless.memo,
    tableless.contents_of_tables,
)
_SPECIAL = {
    "typewriter": {"font_set": 2},
    "turned": {"landscape": True, "rotate": 90},
    "wide_landscape": {"landscape": True},
}
Relations = Counter[tuple[str, str, str, int]]


def draw(layout: Callable[[Sheet], None], seed: int) -> Sheet:
    """A layout on paper; the same seed gives the same bytes."""
    sheet = Sheet(seed, **_SPECIAL.get(layout.__name__, {}))  # type: ignore[arg-type]
    layout(sheet)
    return sheet


def tight(text: str) -> str:
    """A text without white space, leaders and case."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    return re.sub(r"[^A-Z0-9]", "_", re.sub(r"[.…]{3,}$", "", text).upper())


def relations(cells: Iterable[TrueCell]) -> Relations:
    """Each cell with its next neighbours on the right and below, and the empty places between."""
    places: dict[tuple[int, int], TrueCell] = {}
    for cell in cells:
        if cell.text.strip():
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    places[row, column] = cell
    rows = max((r for r, _ in places), default=0)
    columns = max((c for _, c in places), default=0)
    found = set()
    for (row, column), cell in places.items():
        for step, way, most in (((0, 1), "right", columns), ((1, 0), "below", rows)):
            for distance in range(1, most + 1):
                other = places.get((row + step[0] * distance, column + step[1] * distance))
                if other is cell:
                    break
                if other is not None:
                    found.add((cell, other, way, distance - 1))
                    break
    return Counter((tight(a.text), tight(b.text), way, blank) for a, b, way, blank in found)


def read(path: Path) -> list[Relations]:
    """What the program finds in a file."""
    import json  # noqa: PLC0415

    audit = process_file(Job(str(path), path.name))
    found = json.loads(FORMATS["json"](find_grids(audit.tables["tables"], audit.tables["cells"], None)))
    return [
        relations(TrueCell(c["row"], c["col"], c["rowspan"], c["colspan"], c["text"]) for c in table["cells"])
        for table in found["tables"]
    ]


def compare(truth: Sequence[Relations], found: Sequence[Relations]) -> tuple[int, int, int, int, int]:
    """Relations right, found and true; tables too many and too few. Each true table takes its best."""
    free = list(found)
    right = missed = 0
    for table in truth:
        best = max(free, key=lambda other: (table & other).total(), default=None)
        if best is None or not (table & best):
            missed += 1
            continue
        right += (table & best).total()
        free.remove(best)
    return right, sum(f.total() for f in found), sum(t.total() for t in truth), len(free), missed


def measure(layout: Callable[[Sheet], None], seeds: int, folder: Path) -> tuple[int, int, int, int, int]:
    """A layout over its seeds, summed."""
    sums = [0] * 5
    for seed in range(seeds):
        sheet = draw(layout, seed)
        path = folder / f"{layout.__name__}-{seed}.pdf"
        path.write_bytes(sheet.data())
        result = compare([relations(cells) for cells in sheet.truth], read(path))
        sums = [a + b for a, b in zip(sums, result, strict=True)]
    right, detected, true, spurious, missed = sums
    return right, detected, true, spurious, missed


def f1(right: int, detected: int, true: int) -> float:
    """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing found."""
    return 2 * right / (detected + true) if detected + true else 1.0


def main() -> None:
    """Print a line for each layout, and their mean."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    layouts = [x for x in LAYOUTS if not options.names or x.__name__ in options.names]
    scores = []
    with TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{'layout':24} {'F1':>6} {'right':>6} {'found':>6} {'true':>6} {'many':>5} {'missed':>6}")
        for layout in layouts:
            right, detected, true, spurious, missed = measure(layout, options.seeds, folder)
            scores.append(f1(right, detected, true))
            counts = f"{right:6} {detected:6} {true:6} {spurious:5} {missed:6}"
            print(f"{layout.__name__:24} {scores[-1]:6.3f} {counts}")
    print(f"{'mean':24} {sum(scores) / len(scores):6.3f}")


if __name__ == "__main__":
    main()

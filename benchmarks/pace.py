"""Processor time for all blocks of some PDFs against camelot's for its tables alone, in turns.

usage: python benchmarks/pace.py FOLDER [--rounds N]

Both start from the file and end with tables: ``read_blocks`` with words, paragraphs and figures
besides, camelot's hybrid engine by vectors with tables alone. Imports are left out. Prints the ratio of each
round and their median.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import time
import warnings
from pathlib import Path

import camelot

from extract.model import Options
from extract.pipeline import read_blocks


def seconds_of_camelot(paths: list[Path]) -> float:
    """Processor seconds for the tables of all files."""
    started = time.process_time()
    for path in paths:
        camelot.read_pdf(
            str(path),
            pages="all",
            flavor="hybrid",
            engine="vector",
            backend="pdfium",
            use_fallback=False,
            suppress_stdout=True,
        )
    return time.process_time() - started


def seconds_of_ours(paths: list[Path]) -> float:
    """Processor seconds for all blocks of all files."""
    started = time.process_time()
    for path in paths:
        read_blocks(path.read_bytes(), Options())
    return time.process_time() - started


def main() -> None:
    """Warm both up on the first file, then take turns."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    paths = sorted(options.folder.glob("*.pdf"))
    seconds_of_camelot(paths[:1])
    seconds_of_ours(paths[:1])
    ratios = []
    for _ in range(options.rounds):
        theirs, ours = seconds_of_camelot(paths), seconds_of_ours(paths)
        ratios.append(ours / theirs)
        print(f"ours {ours:.2f} s, camelot {theirs:.2f} s, ratio {ratios[-1]:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()

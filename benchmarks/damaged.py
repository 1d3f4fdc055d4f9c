"""What becomes of thousands of damaged files: whether each has its record, and what the records say.

usage: python -m benchmarks.damaged [-n 10000] [--seed 20260101] [--at-once 250] [--keep FOLDER] PDF...

The mutants are those of ``tests/mutants.py``, the same ones for the same seed; they are read in runs of
so many at once. A run that ends with anything but 0 or 3, prints a traceback or lacks a record, and a file
that fares as no damaged file may (a fault of the program, an end of its process, nothing read yet ``ok``)
is named, and its mutant kept. The exit code is 1 where there is one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from tests.mutants import mutants

ROOT = Path(__file__).parent.parent
ENDS = {0, 3}
OURS = {"internal", "crashed"}
_TRACEBACK = "Traceback"


def read_all(folder: Path, out: Path, limits: Sequence[str]) -> tuple[int, str]:
    """Run the program over a folder: its exit code and what it said."""
    command = [sys.executable, "-m", "extract", "run", str(folder), "--out", str(out), "--no-cache", *limits]
    done = subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        cwd=ROOT,
        check=False,
    )
    return done.returncode, done.stderr


def wrongs_of_run(code: int, said: str) -> list[str]:
    """What of a run's end shows a fault of the program."""
    wrongs = [] if code in ENDS else [f"ended with {code}"]
    return wrongs + (["traceback"] if _TRACEBACK in said else [])


def wrongs_of_files(names: Iterable[str], files: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The files that have no record, or one that no damaged file may have, and what is wrong."""
    by_name = {entry["file"]: entry for entry in files}
    wrongs = {}
    for name in names:
        entry = by_name.get(name)
        if entry is None:
            wrongs[name] = "no record"
        elif entry["error_code"] in OURS:
            wrongs[name] = entry["error_message"]
        elif entry["status"] == "ok" and not entry["pages"]:
            wrongs[name] = "ok without pages"
        elif entry["status"] == ("ok" if entry["error_code"] else "failed"):  # a page left out has a code
            wrongs[name] = f"{entry['status']} with the code {entry['error_code']!r}"
    return wrongs


def read_some(
    numbered: Sequence[tuple[int, bytes]], limits: Sequence[str], keep: Path
) -> tuple[Counter[str], int]:
    """Read some mutants in one run: how many fared how, and how many wrongs were printed."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as room:
        folder, out = Path(room) / "in", Path(room) / "out"
        folder.mkdir()
        for number, data in numbered:
            (folder / f"{number:06d}.pdf").write_bytes(data)
        code, said = read_all(folder, out, limits)
        record = out / "run.json"
        files = json.loads(record.read_text("utf-8"))["files"] if record.exists() else []
        wrongs = wrongs_of_files((path.name for path in sorted(folder.iterdir())), files)
        for name, what in wrongs.items():
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / name, keep)
            print(f"{name}: {what}")
    of_run = wrongs_of_run(code, said)
    if of_run:
        start = max(0, said.find(_TRACEBACK) - 500)
        print(f"run from {numbered[0][0]}: {', '.join(of_run)}\n{said[start : start + 4000]}")
    return Counter(entry["error_code"] or entry["status"] for entry in files), len(wrongs) + len(of_run)


def main() -> int:
    """Read all mutants, run after run, and print how they fared so far after each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("seeds", nargs="+", type=Path, metavar="PDF")
    parser.add_argument("-n", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--at-once", type=int, default=250)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=10.0)
    parser.add_argument("--keep", type=Path, default=Path("mutants-kept"), help="where those named are put")
    chosen = parser.parse_args()

    limits = ("--timeout", str(chosen.timeout), "--memory", "1G", "--jobs", str(chosen.jobs))
    seeds = [path.read_bytes() for path in chosen.seeds]
    numbered = enumerate(mutants(seeds, chosen.n, chosen.seed))
    fared: Counter[str] = Counter()
    wrongs, started = 0, time.monotonic()
    while some := tuple(islice(numbered, chosen.at_once)):
        new, wrong = read_some(some, limits, chosen.keep)
        fared, wrongs = fared + new, wrongs + wrong
        print(
            f"{sum(fared.values())} of {some[-1][0] + 1} have a record, {wrongs} wrong, "
            f"{time.monotonic() - started:.0f} s: {dict(sorted(fared.items()))}",
            flush=True,
        )
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main())

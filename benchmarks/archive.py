"""What an archive costs: time a file, the program's own memory, and a run with nothing changed.

usage: python benchmarks/archive.py [--files 10000] [--jobs 2] [--work FOLDER] [PDF or FOLDER ...]

Copies of the PDFs named (the samples where none is) are written in turn, a thousand to a folder, until there
are as many as asked for. The first of each file is as it is; the others end with a comment of their own, so
that their bytes differ and their content doesn't. ``kpi-extract run`` reads the first 100, 1,000 and 10,000
of them, each time with an empty cache, then once more with nothing changed. While it runs, the process that
was started and all below it are looked at. Linux only: what processes hold is read from ``/proc``. The exit
code is 1 where the second run gives other bytes, copies of one file fare differently, or something is left
behind.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZES = (100, 1000)
A_FOLDER = 1000
LOOK_S = 0.2
LOOK_AROUND_S = 2.0  # at the other processes and the files: each such look costs more
SHARES = (10, 50, 98)  # of the files; whether the last is done is seen late, when tables are written already
ITS_OWN = {"report_id", "source", "file", "also_at", "sha256", "bytes"}


@dataclass(frozen=True)
class Look:
    """A moment of a run: files done, what the first process holds, and what all hold together."""

    done: int
    parent_kb: int
    peak_kb: int
    tree_kb: int
    descriptors: int


@dataclass(frozen=True)
class Run:
    """What a run cost: on the clock, of processors, and its moments."""

    wall_s: float
    cpu_s: float
    looks: tuple[Look, ...]


def find_sources(named: Sequence[Path]) -> list[Path]:
    """The PDFs that are named or lie in the folders named, in a fixed order."""
    found: list[Path] = []
    for path in named:
        found += sorted(path.glob("*.pdf")) if path.is_dir() else [path]
    return found


def grow(archive: Path, sources: Sequence[Path], first: int, last: int) -> None:
    """Add the copies of these numbers."""
    for number in range(first, last):
        source = sources[number % len(sources)]
        folder = archive / f"{number // A_FOLDER:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        comment = b"" if number < len(sources) else b"\n%% copy %06d\n" % number
        (folder / f"{number:06d}-{source.name}").write_bytes(source.read_bytes() + comment)


def run(archive: Path, room: Path, jobs: int) -> Run:
    """Run the program over the archive; cache, output and temporary files lie in the room."""
    temporary = room / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    command = [
        *(sys.executable, "-m", "extract", "run", str(archive), "--out", str(room / "out")),
        *("--cache", str(room / "cache"), "--jobs", str(jobs)),
    ]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with (room / "stderr.txt").open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            command, stderr=stderr, cwd=ROOT, env={**os.environ, "TMPDIR": str(temporary)}
        )
        looks = tuple(watch(process, room / "cache"))
    wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in {0, 3}:  # 3: a file was read in part or not at all, which is work as well
        raise SystemExit(f"the run ended with {process.returncode}; see {room / 'stderr.txt'}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, looks)


def watch(process: subprocess.Popen[bytes], cache: Path) -> Iterator[Look]:
    """Look at a process until it ends."""
    done, tree, looked_around = 0, 0, 0.0
    while process.poll() is None:
        if time.monotonic() - looked_around > LOOK_AROUND_S:
            done, tree = sum(1 for _ in cache.glob("??/*.result")), held_below(process.pid)
            looked_around = time.monotonic()
        held = status_of(process.pid)
        if "VmRSS" in held:
            yield Look(done, held["VmRSS"], held["VmHWM"], tree, count_descriptors(process.pid))
        time.sleep(LOOK_S)


def status_of(pid: int) -> dict[str, int]:
    """The memory lines of a process's status, in kB; empty when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except (OSError, UnicodeError):
        return {}
    return {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith(" kB")}


def held_below(pid: int) -> int:
    """What a process and all below it hold in kB, pages that several share counted once."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0
    own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return own + sum(held_below(int(child)) for child in children)


def count_descriptors(pid: int) -> int:
    """How many files, pipes and sockets a process has open; 0 when it has ended."""
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208  names alone are wanted
    except OSError:
        return 0


def describe_memory(looks: Sequence[Look], files: int) -> str:
    """The parent's memory while it reads and at most, its growth, all processes' memory, descriptors."""
    at = {share: at_share(looks, files, share) for share in SHARES}
    reading = [look for look in looks if SHARES[0] * files <= look.done * 100 < SHARES[-1] * files]
    slope = "-"
    if len({look.done for look in reading}) > 1:
        line = statistics.linear_regression(
            [look.done for look in reading], [look.parent_kb for look in reading]
        )
        slope = f"{line.slope:.2f}"
    return (
        "parent "
        + ", ".join(f"{look.parent_kb / 1024:.0f} MB at {share} %" for share, look in at.items())
        + f", {max(look.peak_kb for look in looks) / 1024:.0f} MB at most, {slope} kB a file; descriptors "
        + ", ".join(str(look.descriptors) for look in at.values())
        + f"; all processes {max(look.tree_kb for look in looks) / 1024:.0f} MB at most"
    )


def at_share(looks: Sequence[Look], files: int, share: int) -> Look:
    """The last moment before so many in a hundred files were done."""
    return [look for look in looks if look.done * 100 < files * share][-1]


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every file of an output but the one with times in it."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "run.json"
    }


def differing_copies(out: Path) -> list[str]:
    """The files whose copies don't all have the same row in ``reports``, but for what tells copies apart."""
    rows: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    with (out / "reports.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            rows[row["file"].partition("-")[2]].add(
                tuple(value for name, value in row.items() if name not in ITS_OWN)
            )
    return sorted(name for name, found in rows.items() if len(found) > 1)


def left_behind(room: Path) -> list[str]:
    """What a run should have removed: in the folder for temporary files, and unfinished work."""
    unfinished = [*(room / "temporary").iterdir(), *(room / "cache").glob("kpi-extract-*")]
    return sorted(path.name for path in unfinished)


def outcomes(out: Path) -> Mapping[str, int]:
    """How many files fared how."""
    files = json.loads((out / "run.json").read_text("utf-8"))["files"]
    return Counter(entry["error_code"] or entry["status"] for entry in files)


def measure(archive: Path, room: Path, files: int, jobs: int) -> tuple[Run, bool]:
    """Run twice over the archive and print what was seen; whether all was in order."""
    first = run(archive, room, jobs)
    before = hashes(room / "out")
    again = run(archive, room, jobs)
    is_same = hashes(room / "out") == before
    differing, left = differing_copies(room / "out"), left_behind(room)
    print(f"{files} files: {dict(sorted(outcomes(room / 'out').items()))}")
    print(
        f"  first run: {first.wall_s:.1f} s, {first.cpu_s:.1f} s of processors; "
        f"{first.cpu_s / files:.4f} s of processors a file, {first.wall_s / files:.4f} s on the clock"
    )
    print(f"  {describe_memory(first.looks, files)}")
    print(
        f"  again: {again.wall_s:.1f} s, {again.cpu_s:.1f} s of processors, "
        f"{max(look.peak_kb for look in again.looks) / 1024:.0f} MB at most: "
        f"{first.wall_s / again.wall_s:.0f} times faster, {first.cpu_s / again.cpu_s:.0f} times by "
        f"processors; {'the same bytes' if is_same else 'OTHER BYTES'}"
    )
    print(
        f"  copies that fare differently: {differing or 'none'}; left behind: {left or 'nothing'}", flush=True
    )
    return first, is_same and not differing and not left


def main() -> int:
    """Measure each size, and print what a file costs beside what it costs at the smallest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", nargs="*", type=Path, metavar="PDF or FOLDER")
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", type=Path, help="an empty folder; a temporary one where it isn't given")
    chosen = parser.parse_args()

    sources = find_sources(chosen.sources or [ROOT / "samples"])
    sizes = sorted({size for size in SIZES if size < chosen.files} | {chosen.files})
    print(f"{len(sources)} PDFs in turn, --jobs {chosen.jobs}", flush=True)
    work = Path(chosen.work or tempfile.mkdtemp(prefix="archive-")).absolute()
    costs: dict[int, Run] = {}
    is_sound = True
    for had, files in itertools.pairwise([0, *sizes]):
        grow(work / "archive", sources, had, files)
        costs[files], is_in_order = measure(work / "archive", work / str(files), files, chosen.jobs)
        is_sound = is_sound and is_in_order
    least, *more = sizes
    for files in more:
        cpu, wall = (
            (getattr(costs[files], of) / files) / (getattr(costs[least], of) / least)
            for of in ("cpu_s", "wall_s")
        )
        print(f"a file at {files} against one at {least}: {cpu:.2f} of processors, {wall:.2f} on the clock")
    if not chosen.work:
        shutil.rmtree(work)
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())

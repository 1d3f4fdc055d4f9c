"""Processor time a page of ``kpi-extract run`` against a plain script on the same reports, in turns.

usage: python benchmarks/cost.py [--rounds 5] [--jobs 1] [--most 1.5] REPORT.pdf [REPORT.pdf ...]

Each round runs the whole command once (imports, reading, checks, every file written) and
``plain.py`` once, in turns, so that a machine that slows down slows both. User and system time of
the child processes count, their workers' too. The ratio that is printed is the median of the
rounds' ratios. With ``--most`` the exit code is 1 where it is above.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

HERE = Path(__file__).parent


def measure(command: Sequence[str]) -> float:
    """Seconds of processor time that a command and its children take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 3}:  # 3: a report was read in part, which is work as well
        raise SystemExit(f"{command[0]} ended with {done.returncode}:\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def count_pages(reports: Sequence[str]) -> int:
    """Pages of all reports together."""
    total = 0
    for report in reports:
        document = pypdfium2.PdfDocument(report)
        total += len(document)
        document.close()
    return total


def measure_round(reports: Sequence[str], jobs: int) -> tuple[float, float]:
    """Seconds of ours and of the plain script, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [
            sys.executable,
            "-m",
            "extract",
            "run",
            *reports,
            "--out",
            folder,
            "--jobs",
            str(jobs),
            "--quiet",
            "--no-cache",
        ]
        return measure(ours), measure([sys.executable, str(HERE / "plain.py"), *reports])


def main() -> int:
    """Measure, print each round and the median, and judge."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", nargs="+", metavar="REPORT.pdf")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--most", type=float, help="end with 1 where the median ratio is above this")
    chosen = parser.parse_args()

    pages = count_pages(chosen.reports)
    print(
        f"{len(chosen.reports)} reports, {pages} pages, {chosen.rounds} rounds in turns, --jobs {chosen.jobs}"
    )
    ratios = []
    for number in range(1, chosen.rounds + 1):
        ours, plain = measure_round(chosen.reports, chosen.jobs)
        ratios.append(ours / plain)
        print(
            f"round {number}: kpi-extract run {ours / pages:.3f} s a page, plain script "
            f"{plain / pages:.3f} s a page, ratio {ratios[-1]:.2f}"
        )
    median = statistics.median(ratios)
    print(f"median ratio {median:.2f}")
    return 1 if chosen.most is not None and median > chosen.most else 0


if __name__ == "__main__":
    sys.exit(main())

"""Rewrite the golden tables: ``python samples/golden.py [NAME...]``, all samples where none is named.

Each report is read alone, as ``kpi-extract run NAME.pdf --out DIR`` does it, and its CSV tables are
kept in NAME.expected. Left out is what a new release changes: the column ``version``.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
LEFT_OUT = ("version",)


def read_tables(pdf: Path, out: Path) -> dict[str, str]:
    """The CSV tables of one report, by file name, without the columns left out.

    Raises:
        CalledProcessError: The report can't be read.
    """
    command = [sys.executable, "-m", "extract", "run", str(pdf), "--out", str(out), "--quiet", "--no-cache"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return {
        path.name: without_version(path.read_text(encoding="utf-8")) for path in sorted(out.glob("*.csv"))
    }


def without_version(text: str) -> str:
    """A CSV table without the columns that a new release changes."""
    rows = list(csv.reader(io.StringIO(text)))
    kept = [at for at, name in enumerate(rows[0]) if name not in LEFT_OUT]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([row[at] for at in kept] for row in rows)
    return written.getvalue()


def main() -> None:
    """Rewrite the golden tables and say where they lie."""
    names = sys.argv[1:] or sorted(path.stem for path in HERE.glob("*.pdf"))
    for name in names:
        folder = HERE / f"{name}.expected"
        with tempfile.TemporaryDirectory() as out:
            tables = read_tables(HERE / f"{name}.pdf", Path(out))
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.csv"):
            old.unlink()
        for file, text in tables.items():
            (folder / file).write_text(text, encoding="utf-8", newline="")
        print(folder)


if __name__ == "__main__":
    main()

"""The command as a user starts it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Answer(NamedTuple):
    """What the program left behind: exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


def kpi_extract(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = "", timeout_s: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; its exit code and streams."""
    return subprocess.run(
        [sys.executable, "-m", "extract", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        cwd=ROOT,
        check=False,
        timeout=timeout_s,  # a hang is a failure, not a long wait
    )


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))

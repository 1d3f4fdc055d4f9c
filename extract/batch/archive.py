"""What a worker does for a whole run: asks what its reports say together, applies decisions, parts tables.

In: the tables of all reports as Parquet files that aren't published yet. Out: files of ``findings`` and
``series`` to stand with them, and each table in parts. Nothing that was given is changed, so that it can
be done again where the worker dies. Findings pass through in parts. Out of scope: the questions
(``rules``), and what decisions mean (``review``).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.batch.worker import beyond_limit
from extract.review.decisions import mark_silenced
from extract.rules import History, apply_batch_rules
from extract.rules.editions import ASKED
from extract.tables import Tables, with_history
from extract.tables.rows import frame
from extract.writers.arrow import as_arrow, as_frame
from extract.writers.batch_audit import review_object
from extract.writers.data import read_parts, read_rows, write_parts
from extract.writers.partitions import write_partitions
from extract.writers.publish import PARTS
from schemas import TABLES_OF_A_RUN

if TYPE_CHECKING:
    import pandas as pd

    from extract.review.decisions import Decisions

TOLD = ("findings", *TABLES_OF_A_RUN)
"""The tables that are written here."""
_PART_ROWS = 1 << 16


@beyond_limit
def tell_together(room: str, folder: str, decisions: Decisions | None) -> dict[str, Any]:
    """Write the tables that say something about all reports, or wait for it.

    Args:
        room: Where the tables of all reports lie; absolute.
        folder: Where the new files go; made where it is missing.
        decisions: What people judged; a finding that they silence is marked.

    Returns:
        What the decisions did, for ``run.json``.

    Raises:
        OSError: The folder can't be written.
        pandera.errors.SchemaErrors: A table breaks the law: a fault of ours.
    """
    Path(folder).mkdir(exist_ok=True)
    tempfile.tempdir = folder  # what is spilled there goes with the room, should this process be killed
    history = _ask_together(Path(room))
    own = (as_frame("findings", part) for part in read_parts(Path(room), "findings"))
    judged = _Judged(decisions)
    told = map(judged.mark, _together(own, history))
    parts = ({name: as_arrow(name, part[name]) for name in TOLD} for part in told)
    write_parts(Path(folder), TOLD, parts)
    return judged.review()


@beyond_limit
def part_tables(room: str, keys: Sequence[str]) -> None:
    """Write every table in parts, beside the tables.

    Args:
        room: Where the tables of all reports lie; absolute.
        keys: What they are parted by.

    Raises:
        OSError: The room can't be written.
    """
    if Path(room, PARTS).exists():  # a worker died of it
        shutil.rmtree(Path(room, PARTS))
    write_partitions(Path(room), keys)


def _ask_together(room: Path) -> History:
    """What the reports say together: nothing where none could be read, and to ask takes half a second."""
    if all(row["status"] == "failed" for row in read_rows(room, "reports", ["status"])):
        return History(frame("series", ()), frame("findings", ()))
    with chdir(room):  # names given to DuckDB are patterns, and the room's own may hold a bracket
        return apply_batch_rules({name: f"{name}.parquet" for name in ASKED})


class _Judged:
    """Marks what decisions silence, part by part, and remembers which of them were needed."""

    def __init__(self, decisions: Decisions | None) -> None:
        self._decisions = decisions
        self._met: list[pd.DataFrame] = []

    def mark(self, told: Tables) -> Tables:
        """A part with its silenced findings marked."""
        if self._decisions is None:
            return told
        findings = told["findings"]
        is_met = findings["fingerprint"].isin(self._decisions.in_force)
        self._met.append(findings.loc[is_met, ["fingerprint"]])
        return {**told, "findings": mark_silenced(findings, self._decisions)}

    def review(self) -> dict[str, Any]:
        """What the decisions did to all parts."""
        return review_object(self._met, self._decisions)


def _together(own: Iterable[pd.DataFrame], history: History) -> Iterator[Tables]:
    """The tables of a run in parts that come sorted, each held to the law.

    Args:
        own: What each report says alone, sorted, in one part at least.
        history: What they say together.
    """
    late = history.findings.sort_values("finding_id", ignore_index=True)
    none = history.series.iloc[:0]
    part = late.iloc[:0]
    for part in own:
        is_due = late["finding_id"] <= part["finding_id"].max() if len(part) else late["finding_id"] == ""
        yield with_history({"findings": part}, none, late[is_due])
        late = late[~is_due]
    if len(late):
        yield with_history({"findings": part.iloc[:0]}, none, late)
    for series in _whole_series(history.series):
        yield with_history({"findings": part.iloc[:0]}, series, late.iloc[:0])


def _whole_series(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Rows of ``series`` in parts, none of which ends within a series: the law looks at each as a whole."""
    ids, start = rows["series_id"].to_numpy(), 0
    while start < len(rows):
        end = min(start + _PART_ROWS, len(rows))
        while end < len(rows) and ids[end] == ids[end - 1]:
            end += 1
        yield rows.iloc[start:end]
        start = end

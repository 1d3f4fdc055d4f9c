"""What a worker does for a whole run: asks what its reports say together, applies decisions, parts tables.

In: the tables of all reports as Parquet files that aren't published yet. Out: files of ``findings`` and
``series`` to stand with them, and each table in parts. Nothing that was given is changed, so that it can
be done again where the worker dies. Out of scope: the questions (``rules``), and what decisions mean
(``review``).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.batch.worker import beyond_limit
from extract.review.decisions import mark_silenced
from extract.rules import apply_batch_rules
from extract.rules.editions import ASKED
from extract.tables import with_history
from extract.writers.arrow import as_arrow, as_frame
from extract.writers.data import read_table, write_parts
from extract.writers.outcome import review_object
from extract.writers.partitions import write_partitions
from extract.writers.publish import PARTS
from schemas import TABLES_OF_A_RUN

if TYPE_CHECKING:
    from extract.review.decisions import Decisions

TOLD = ("findings", *TABLES_OF_A_RUN)
"""The tables that are written here."""


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
    with chdir(room):  # names given to DuckDB are patterns, and the room's own may hold a bracket
        history = apply_batch_rules({name: f"{name}.parquet" for name in ASKED})
    own = as_frame("findings", read_table(Path(room), "findings"))
    told = with_history({"findings": own}, *history)
    review = review_object(told["findings"], decisions)
    if decisions is not None:
        told = {**told, "findings": mark_silenced(told["findings"], decisions)}
    write_parts(Path(folder), TOLD, [{name: as_arrow(name, told[name]) for name in TOLD}])
    return review


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

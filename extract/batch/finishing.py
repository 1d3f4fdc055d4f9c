"""The last step of a run: what its reports say together joins what each says alone.

In: a set of tables in the room of its publication. Out: the same with history and decisions, and in parts
where that is asked for. A worker does it, as it needs pandas and the law. Out of scope: what is asked
(``archive``).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from extract.batch import tasks
from extract.batch.pool import Pool
from extract.model import Limits
from extract.writers.publish import Publication, explained
from extract.writers.uploads import Upload

if TYPE_CHECKING:
    from extract.review.decisions import Decisions

_TOLD = "told"
_MOST = Limits(timeout_s=6 * 3600.0, memory_bytes=1 << 40)  # it is no single file that could be given up


def finish_tables(
    place: Publication | Upload, decisions: Decisions | None, partition_by: Sequence[str] = ()
) -> dict[str, Any]:
    """Add to a set of tables what its reports say together, and mark the findings that people judged.

    Args:
        place: In its room lie the tables of all reports.
        decisions: None where no exceptions file was given.
        partition_by: What the tables are parted by; they aren't where it is empty.

    Returns:
        What the decisions did, for ``run.json``; empty without decisions.

    Raises:
        OutputError: The place can't be written.
        RuntimeError: Workers die of it, or it is a fault of the program.
    """
    room = place.room.absolute()
    folder = room / _TOLD
    with explained(place.room), Pool(room, 1, _MOST) as pool:
        args = [str(room), str(folder), decisions]
        review: dict[str, Any] | None = pool.ask(tasks.tell_together, args, _MOST.timeout_s)
        if review is None:
            raise RuntimeError("workers die of comparing the reports with each other; is memory short?")
        for path in [path for path in folder.iterdir() if path.is_file()]:
            path.replace(room / path.name)
        shutil.rmtree(folder)
        if partition_by and not pool.ask(tasks.part_tables, [str(room), partition_by], _MOST.timeout_s):
            raise RuntimeError("workers die of writing the tables in parts; is memory short?")
    return review

"""A batch to an output place: written anew, or left as it is where nothing has changed.

In: a batch and a place. Out: where its tables lie. A set is a function of what was read, of the decisions and
of the parts asked for. ``run.json`` keeps a hash of these, so that a run with nothing new writes no table.
Out of scope: how tables are written (``writers.data``) and finished (``finishing``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.batch.cache import program_versions
from extract.batch.finishing import finish_tables
from extract.batch.reading import Batch
from extract.writers.data import is_whole, renew_run, write_set, write_tables
from extract.writers.names import RUN
from extract.writers.publish import Publication
from extract.writers.uploads import Upload

if TYPE_CHECKING:
    from extract.review.decisions import Decisions

_DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Written:
    """Tables of a run.

    Attributes:
        folder: Where they lie.
        review: What the decisions did, for ``run.json``; empty without decisions.
        made_from: A hash of all that they depend on; empty where that isn't known.
        is_new: Whether they wait to be published; else they are the set that stands there.
    """

    folder: Path
    review: Mapping[str, Any]
    made_from: str
    is_new: bool


def write_batch(
    place: Publication | Upload, batch: Batch, decisions: Decisions | None, partition_by: Sequence[str]
) -> Written:
    """Write the tables of a batch into the room of its place, unless they stand there already.

    Args:
        place: Where the set will be published.
        batch: What was read.
        decisions: None where no exceptions file was given.
        partition_by: By what each table is written in parts too.

    Raises:
        OutputError: The place can't be written.
        RuntimeError: A fault of the program.
    """
    made_from = _hash_of(batch, decisions, partition_by) if batch.is_kept else ""
    if isinstance(place, Publication) and made_from and (earlier := _run_of(place.folder, made_from)):
        review = {_DECISIONS: earlier[_DECISIONS]} if _DECISIONS in earlier else {}
        return Written(place.folder, review, made_from, is_new=False)
    write_tables(place, batch.parts())
    return Written(place.room, finish_tables(place, decisions, partition_by), made_from, is_new=True)


def publish_batch(place: Publication | Upload, written: Written, run: Mapping[str, Any]) -> None:
    """Publish the tables of a batch with ``run.json``; beside tables that stand there, only the latter.

    Raises:
        OutputError: The place can't be written.
    """
    told = {**run, "made_from": written.made_from}
    if written.is_new or isinstance(place, Upload):
        write_set(place, told)
    else:
        renew_run(place, told)


def _hash_of(batch: Batch, decisions: Decisions | None, partition_by: Sequence[str]) -> str:
    """A hash of what a set is made of; a kept result's name is one of its content, options and program."""
    judged = [decisions.file, decisions.sha256, decisions.today.isoformat()] if decisions else []
    digest = hashlib.sha256(json.dumps([program_versions(), judged, list(partition_by)]).encode("ascii"))
    for job, outcome in sorted(batch.jobs, key=lambda pair: (pair[1].report_id, pair[0].source)):
        kept = Path(outcome.result).name if outcome.sha256 else ""
        told = [job.source, job.also_at, outcome.report_id, kept, outcome.error_code, outcome.error_message]
        digest.update(json.dumps(told).encode("ascii"))
    return digest.hexdigest()


def _run_of(folder: Path, made_from: str) -> dict[str, Any]:
    """What ``run.json`` says of the set that stands in a folder; empty where that isn't made of the same."""
    try:
        run = json.loads((folder / RUN).read_bytes())
        is_same = run["made_from"] == made_from
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return run if is_same and is_whole(folder) else {}

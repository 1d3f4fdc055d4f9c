"""A batch from places to results: what is kept is taken, what is not is read, all is put in order.

In: places, and how to read. Out: how each path fared, and the tables of one report after the other in
the order of their ids, so that neither the number of workers nor the order of the files shows. Out of
scope: workers (``pool``), how a result becomes tables (``joining``), and where tables go (``writers``).
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.cache import Cache
from extract.batch.cluster import Cluster, ClusterError, Terms, connect
from extract.batch.lawful import read_lawful
from extract.batch.pool import Pool
from extract.model import Job, Limits, Options, Outcome
from extract.sources import Place, bring_near, match_jobs
from extract.writers.publish import explained
from extract.writers.workroom import workroom

if TYPE_CHECKING:
    import pyarrow as pa

    from extract.pipeline import Audit

_NEAR = "near"  # in the workroom: what was copied out of this process's memory


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read.

    Attributes:
        files: How each path fared, copies too, in the order of their names.
        jobs: How each distinct content fared, with the file of its tables.
        is_kept: Whether the tables stay in a cache, under names that tell what they were made of.
    """

    files: tuple[tuple[Place, Outcome], ...]
    jobs: tuple[tuple[Job, Outcome], ...]
    is_kept: bool = False

    def parts(self) -> Iterator[dict[str, pa.Table]]:
        """The tables of one report after the other, in the order of their ids.

        Two files that can't be read have one id where two folders hold them under one name: they
        share a row, which names both places.
        """
        from extract.batch.joining import one_report  # noqa: PLC0415  it loads Arrow; reading does without

        by_report: dict[str, list[tuple[Job, Outcome]]] = defaultdict(list)
        for job, outcome in self.jobs:
            by_report[outcome.report_id].append((job, outcome))
        for report in sorted(by_report):
            yield one_report(by_report[report])


@contextmanager
def read_batch(
    places: Sequence[Place],
    options: Options,
    limits: Limits,
    *,
    processes: int | None = None,
    cache: Cache | None = None,
    cluster: str | None = None,
    retry_failed: bool = False,
    advance: Callable[[Outcome], None] = lambda _: None,
    meanwhile: Callable[[], None] = lambda: None,
    work: Callable[[Job], Audit] | None = None,
) -> Iterator[Batch]:
    """Read every place, or take what was kept of it.

    Args:
        places: What to read.
        options: How; part of what a kept result is known by.
        limits: What one file may cost.
        processes: Files read at a time; as many as there are processors, or threads of the cluster's workers,
            where it is None.
        cache: Where results are kept; None keeps them until the ``with`` block ends.
        cluster: The address of a Dask scheduler whose workers read; needs a cache that they see too.
        retry_failed: Read again what failed, though that is known.
        advance: Told of each file that is done.
        meanwhile: What this process does while the workers' libraries are loaded, if any file is read here.
        work: What is done to each instead of reading it here; a module's function.

    Yields:
        The batch; its tables can be had until the block ends.

    Raises:
        ClusterError: The cluster can't be reached or used.
        OutputError: There is no place for what isn't finished yet.
    """
    if cluster and not cache:
        raise ClusterError("Workers of a cluster hand results over in a cache; name one with --cache.")
    is_near = cache is not None and not cache.is_remote and not cluster
    folder = Path(cache.folder if cache and is_near else tempfile.gettempdir())
    with ExitStack() as stack:
        workers = stack.enter_context(connect(cluster)) if cluster else None
        with explained(folder):
            room = stack.enter_context(workroom(folder))
            pairs = match_jobs(bring_near(places, room / _NEAR), options)
            jobs = tuple(dict.fromkeys(job for _, job in pairs))
            known = {job: cache.find(job, failed_too=not retry_failed) for job in jobs} if cache else {}
            outcomes = {job: outcome for job, outcome in known.items() if outcome}
            for outcome in outcomes.values():
                advance(outcome)
            missing = [job for job in jobs if job not in outcomes]
            if workers and cache:
                terms = Terms(limits, cache.address, retry_failed, processes)
                outcomes.update(_read_there(workers, missing, terms, advance))
                missing = [job for job in missing if job not in outcomes]
            if missing:
                count = min(processes or os.cpu_count() or 1, len(missing))
                with Pool(room, count, limits, work, meanwhile) as pool:
                    outcomes.update(read_lawful(pool, missing, cache, advance))
        yield Batch(
            tuple((place, outcomes[job]) for place, job in pairs),
            tuple((job, outcomes[job]) for job in jobs),
            is_kept=cache is not None,
        )


def _read_there(
    workers: Cluster, jobs: Sequence[Job], terms: Terms, advance: Callable[[Outcome], None]
) -> Iterator[tuple[Job, Outcome]]:
    """The jobs that a cluster can read: files whose bytes could be had, and still can."""
    for job, outcome in workers.read([job for job in jobs if job.sha256], terms):
        if outcome is not None:
            advance(outcome)
            yield job, outcome

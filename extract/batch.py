"""Many files: each in a worker that may die, and their tables put together.

In: jobs. Out: one audit for each, as it is done, and the batch's tables, sorted by their keys so that
neither the number of workers nor the order of the files shows. Out of scope: what happens to one
file (``pipeline``), and where the tables go (``writers``).
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import as_completed

from pebble import ProcessExpired, ProcessPool

from extract.model import Job
from extract.pipeline import Audit, failed_audit, process_file
from extract.tables import Tables, combine


def run_jobs(jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, Audit]]:
    """Audit every job, in this process or in several.

    A worker killed from outside, or by its own libraries, costs the file it was reading and no
    other: the standard pool would lose every file still waiting.

    Args:
        jobs: What to read.
        processes: Workers at a time; 1 works here, without any.

    Yields:
        Each job with its audit, as they are done.
    """
    if processes <= 1:
        for job in jobs:
            yield job, process_file(job)
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.pipeline"])  # heavy imports once, not once a worker
    pool = ProcessPool(max_workers=processes, context=context)
    try:
        futures = {pool.schedule(process_file, args=[job]): job for job in jobs}
        for future in as_completed(futures):
            job = futures.pop(future)
            try:
                yield job, future.result()
            except ProcessExpired as error:
                yield job, _crashed(job, error)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def merge_tables(audits: Iterable[Audit]) -> Tables:
    """The batch's tables: each distinct content once, sorted by keys and held to the schemas.

    Raises:
        pandera.errors.SchemaErrors: A table of ours breaks its own law, which is our bug.
    """
    by_report = {audit.report_id: audit.tables for audit in audits}
    return combine(by_report.values())


def _crashed(job: Job, error: ProcessExpired) -> Audit:
    code = error.exitcode or 0
    how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
    message = (
        f"The process that read the file {how}, most likely for lack of memory or because the file is "
        "damaged; open it in a viewer and export it again."
    )
    return failed_audit(job, "crashed", message)

"""Many files: each in a worker that may die, and their tables put together.

In: jobs. Out: one audit for each, as it is done, and the batch's tables, sorted by their keys so that
neither the number of workers nor the order of the files shows. Out of scope: what happens to one
file (``pipeline``), and where the tables go (``writers``).
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import signal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import replace
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext

from pebble import ProcessExpired, ProcessPool

from extract.errors import ReportError
from extract.model import Job
from extract.pipeline import Audit, failed_audit, process_file
from extract.rules import apply_batch_rules
from extract.sources import read_bytes
from extract.tables import Tables, breach_of, combine, with_history
from schemas import SchemaErrors, conform

_LOG = logging.getLogger(__name__)


def run_jobs(
    jobs: Sequence[Job], processes: int, work: Callable[[Job], Audit] = process_file
) -> Iterator[tuple[Job, Audit]]:
    """Audit every job, in this process or in several.

    A worker killed from outside, or by its own libraries, costs the file it was reading and no
    other: the standard pool would lose every file still waiting.

    Args:
        jobs: What to read.
        processes: Workers at a time; 1 works here, without any.
        work: What is done to each; a module's function, as workers must find it.

    Yields:
        Each job with its audit, as they are done.
    """
    if processes <= 1:
        for job in jobs:
            yield job, work(job)
        return
    pool = ProcessPool(max_workers=processes, context=_start_server())
    try:
        futures: dict[Future[Audit], Job] = {pool.schedule(work, args=[job]): job for job in jobs}
        for future in as_completed(futures):
            job = futures.pop(future)
            try:
                yield job, future.result()
            except ProcessExpired as error:
                yield job, _crashed(job, error)
        pool.close()  # type: ignore[no-untyped-call]  # pebble's typing stops short of it
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # likewise
        pool.join()


def _start_server() -> ForkServerContext:
    """The process that workers are forked from, ready before the first: it does the heavy imports once.

    Ctrl-C reaches the whole process group. Only this process answers it, by stopping the others,
    so it is held back from them from their start.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.pipeline"])
    resource_tracker.ensure_running()  # it would lift the mask if it were started with the server
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    probe = context.Process(target=int)  # a pool stopped while its workers start would litter stderr
    probe.start()
    probe.join()
    return context


def merge_tables(audits: Iterable[Audit]) -> Tables:
    """The batch's tables: each distinct content once, sorted by keys and held to the schemas.

    Raises:
        pandera.errors.SchemaErrors: A table of ours breaks its own law, which is our bug.
    """
    by_report: dict[str, list[Audit]] = defaultdict(list)
    for audit in audits:
        by_report[audit.report_id].append(audit)
    tables = combine(map(_one_report, by_report.values()))
    return with_history(tables, *apply_batch_rules(tables))


def hold_to_schemas(audits: Mapping[Job, Audit]) -> tuple[dict[Job, Audit], Tables]:
    """The audits and the batch's tables; a report whose own tables break the law fails alone.

    To validate each report by itself would cost a tenth of its reading, so all are validated at
    once, and one by one only where that fails.

    Raises:
        pandera.errors.SchemaErrors: The tables break the law although those of each report keep it.
    """
    try:
        return dict(audits), merge_tables(audits.values())
    except SchemaErrors:
        lawful = {job: _lawful(job, audit) for job, audit in audits.items()}
    return lawful, merge_tables(lawful.values())


def _lawful(job: Job, audit: Audit) -> Audit:
    breach = breach_of(audit.tables)
    if not breach:
        return audit
    _LOG.error("%s: a fault of the program: %s", job.source, breach)
    message = f"A fault of the program ({breach}); please report it with the file."
    failed = _failed(job, "internal", message)
    return replace(failed, pages=audit.pages, seconds=audit.seconds, peak_mb=audit.peak_mb)


def _one_report(audits: Sequence[Audit]) -> Tables:
    """The tables of audits with one id: those of the first, which names the others' places.

    Two files that can't be read have one id where two folders hold them under one name.
    """
    first, *others = sorted(audits, key=lambda audit: (audit.source, audit.error_code, audit.error_message))
    if not others:
        return first.tables
    reports = first.tables["reports"]
    places = [place for audit in audits for place in json.loads(audit.tables["reports"]["also_at"].iloc[0])]
    also_at = json.dumps(sorted([*places, *(audit.source for audit in others)]), ensure_ascii=False)
    return {**first.tables, "reports": conform("reports", reports.assign(also_at=also_at))}


def _crashed(job: Job, error: ProcessExpired) -> Audit:
    code = error.exitcode or 0
    how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
    message = (
        f"The process that read the file {how}, most likely for lack of memory or because the file is "
        "damaged; open it in a viewer and export it again."
    )
    return _failed(job, "crashed", message)


def _failed(job: Job, code: str, message: str) -> Audit:
    """The audit of a file that was read elsewhere, or before: its bytes are read again."""
    try:
        data = read_bytes(job.path)
    except ReportError:
        data = None
    return failed_audit(job, data, code, message)

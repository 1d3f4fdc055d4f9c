"""Reports read and held to the law: one whose own tables break it fails alone.

In: jobs and a pool. Out: each with its outcome, kept where there is a cache. Out of scope: which jobs, and
on whose machine (``reading``, ``sharing``).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.batch.cache import Cache
from extract.batch.pool import Pool
from extract.model import Job, Outcome

_CHECKED_AT_ONCE = 32
_KEPT_AFTER_S = 20.0  # what isn't kept yet is lost when the run is interrupted

_LOG = logging.getLogger(__name__)


def read_lawful(
    pool: Pool, jobs: Iterable[Job], cache: Cache | None, advance: Callable[[Outcome], None] = lambda _: None
) -> Iterator[tuple[Job, Outcome]]:
    """Each job with its outcome; a report whose own tables break the law fails alone.

    Raises:
        OSError: A result can't be written.
        RuntimeError: The tables break the law although those of each report keep it.
    """
    waiting: list[tuple[Job, Outcome]] = []
    since = time.monotonic()
    for job, outcome in pool.read(jobs):
        advance(outcome)
        waiting.append((job, outcome))
        if len(waiting) == _CHECKED_AT_ONCE or time.monotonic() - since > _KEPT_AFTER_S:
            yield from _check(pool, waiting, cache)
            waiting, since = [], time.monotonic()
    yield from _check(pool, waiting, cache)


def _check(
    pool: Pool, read: Sequence[tuple[Job, Outcome]], cache: Cache | None
) -> Iterator[tuple[Job, Outcome]]:
    by_report = {
        outcome.report_id: outcome.result for _, outcome in read
    }  # two unreadable files may share one
    breaches = pool.check(list(by_report.values())) if read else {}
    for job, outcome in read:
        breach = breaches.get(by_report[outcome.report_id])
        lawful = _fail(pool, job, outcome, breach) if breach else outcome
        yield job, cache.keep(job, lawful) if cache else lawful


def _fail(pool: Pool, job: Job, outcome: Outcome, breach: str) -> Outcome:
    _LOG.error("%s: a fault of the program: %s", job.source, breach)
    message = f"A fault of the program ({breach}); please report it with the file."
    failed = pool.fail(job, "internal", message)
    return replace(failed, pages=outcome.pages, seconds=outcome.seconds, peak_mb=outcome.peak_mb)

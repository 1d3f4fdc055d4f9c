"""What a worker process does: reads a report, holds results to the law.

In: a job and a folder of its own. Out: an outcome; the tables go to a file, so that a worker which
dies can't leave half a message behind. The parent never loads what this module loads. Out of scope:
when a worker is given up (``pool``).
"""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import wraps
from multiprocessing import forkserver
from pathlib import Path
from typing import ParamSpec, TypeVar

from extract.batch.tasks import GROWN, OUT_OF_MEMORY, PAGE, PID, RESULT
from extract.model import Job, Outcome
from extract.pipeline import Audit, failed_audit, process_file
from extract.tables import breach_of, combine
from extract.writers.arrow import as_frames, as_sorted
from extract.writers.log import log_plainly
from extract.writers.results import read_tables, write_result
from schemas import SchemaErrors

P = ParamSpec("P")
T = TypeVar("T")

_GROWN_MB = 600  # a process that has held so much makes room for another one
_PR_SET_PDEATHSIG = 1


def start_worker(memory_bytes: int) -> None:
    """Make this process one that can be ended at any time and can't outgrow its limit.

    Memory that libraries take for themselves counts as address space, so the limit lies above what
    they hold now. The parent watches what is really in use.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # ends a process that hangs in C too
    log_plainly()
    gc.freeze()  # what the server has loaded stays: to look through it again and again costs a tenth
    gc.set_threshold(20_000, 20, 20)
    _die_with_parent()
    _say_nothing()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):
        held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = held + memory_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))


def beyond_limit(task: Callable[P, T]) -> Callable[P, T]:
    """Lift the limit on memory while a task runs that isn't one file's: it is our own work on many."""

    @wraps(task)
    def unbounded(*args: P.args, **kwargs: P.kwargs) -> T:
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        try:
            return task(*args, **kwargs)
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    return unbounded


def read_report(job: Job, folder: str, work: Callable[[Job], Audit] | None = None) -> Outcome:
    """Read a report and write its result.

    A process that has grown ends when the result is written, or where there is no room for one: the
    parent knows these ends by their exit codes.

    Args:
        job: What to read.
        folder: Made here, for this job alone; the parent removes it.
        work: What is done instead of ``process_file``.

    Raises:
        OSError: The result can't be written.
    """
    place = Path(folder)
    place.mkdir()
    (place / PID).write_text(str(os.getpid()), "ascii")
    tempfile.tempdir = os.environ["TMPDIR"] = folder
    _forget_peak()
    audit: Audit | None = None
    with suppress(MemoryError):
        audit = (work or process_file)(replace(job, note=str(place / PAGE)))
    if audit is None or (audit.status, audit.error_code) == ("failed", "memory"):
        os._exit(OUT_OF_MEMORY)  # what it took may never be given back, and the next file would lack it
    outcome = _write(place, audit)
    if outcome.peak_mb > _GROWN_MB:
        os._exit(GROWN)
    return outcome


@beyond_limit
def give_up(
    job: Job, failure: tuple[str, str], folder: str, seconds: float = 0.0, peak_mb: float = 0.0
) -> Outcome:
    """Write the result of a file that can't be read: its row in ``reports``, and why.

    Args:
        job: What was to be read.
        failure: The code, and the message with its remedy.
        folder: For this job alone.
        seconds: What it took until it was given up.
        peak_mb: Likewise, of memory.

    Raises:
        OSError: The result can't be written.
    """
    place = Path(folder)
    place.mkdir(exist_ok=True)
    return _write(place, failed_audit(job, *failure), seconds, peak_mb)


@beyond_limit
def check_results(results: Sequence[str]) -> dict[str, str]:
    """What breaks the law in which results; empty where all keep it.

    To validate each report by itself would cost a third of its reading, so many are validated at
    once, and one by one only where that fails.
    """
    read = {result: read_tables(Path(result)) for result in results}
    try:
        combine([as_frames(read.values())])
    except SchemaErrors:
        breaches = {result: breach_of(as_frames([tables])) for result, tables in read.items()}
        found = {result: breach for result, breach in breaches.items() if breach}
        if found:
            return found
        raise
    return {}


def _write(place: Path, audit: Audit, seconds: float = 0.0, peak_mb: float = 0.0) -> Outcome:
    outcome = Outcome(
        report_id=audit.report_id,
        sha256=str(audit.tables["reports"]["sha256"].iloc[0]),
        status=audit.status,
        error_code=audit.error_code,
        error_message=audit.error_message,
        pages=audit.pages,
        seconds=audit.seconds or round(seconds, 3),
        peak_mb=peak_mb or audit.peak_mb,
    )
    return write_result(place / RESULT, outcome, as_sorted(audit.tables))


def _die_with_parent() -> None:
    """Have the kernel end this process when its parent is killed: a hang would never notice.

    Its parent is the server of workers, which ends when nobody holds the pipe from the program any
    more. Each worker is handed that pipe, to start workers of its own, and lets go of it here.
    """
    alive = getattr(forkserver._forkserver, "_forkserver_alive_fd", None)  # it has no public way
    if alive is not None:
        os.close(alive)
        forkserver._forkserver._forkserver_alive_fd = None  # type: ignore[attr-defined]  # likewise
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _say_nothing() -> None:
    """Let what libraries print go nowhere: stdout carries the data of the program alone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _forget_peak() -> None:
    """Start counting the highest memory anew, where the system can: a worker reads many files."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")

"""A batch read by the workers of a Dask cluster.

In: jobs. Out: each with its outcome; the results lie in the cache that all machines share. Dask is known
here alone, and loaded only when a cluster is named. It finds a worker for each share, and another one when
that is lost. Out of scope: limits, second tries and the law; a share is read as on one machine (``sharing``).
"""

# ruff: noqa: PLC0415  distributed is an extra, and takes half a second to load

from __future__ import annotations

import logging
import os
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from extract.batch.cache import program_versions
from extract.batch.readers import ask_reader
from extract.batch.shares import DIED, FAULT, OTHER_PROGRAM, Share, answer_of
from extract.model import Job, Limits, Outcome
from extract.sources import Place, SourceError, as_jobs
from extract.stores import shown
from extract.writers.outcomes import ResultError, read_outcome

if TYPE_CHECKING:
    from distributed import Client, Future, Worker

_CONNECT_S = 10.0
_WATCH_S = 1.0
_LONELY_S = 900.0  # without any worker: then the user is told, and what was read is kept
_TOLD_S = 60.0
_SEEN_S = 60.0  # a network disk may show a new file as late as this
_MOST_FILES = 8  # of a share: enough to hold its results to the law together
_SHARES_PER_THREAD = 2  # of what is left: the last shares are small, so that all end at about one time
_AHEAD = 2  # shares for each thread: one is read, one waits
_LEAST_SHARES = 8  # that wait though there is no worker yet: clusters that grow by demand see it

_LOG = logging.getLogger(__name__)


class ClusterError(SourceError):
    """The cluster isn't there, or can't be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How the workers shall read.

    Attributes:
        limits: What one file may cost.
        cache: Where results go, for all machines to see.
        retry_failed: A kept result that failed is none.
        at_a_time: Files read at a time; as many as the workers have threads where it is None.
    """

    limits: Limits
    cache: str
    retry_failed: bool = False
    at_a_time: int | None = None


class Cluster:
    """A scheduler, connected until the ``with`` block of ``connect`` ends."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = shown_address(address)
        self._run = uuid4().hex
        self._count = count()
        self._done: SimpleQueue[Future] = SimpleQueue()
        self._threads = 0
        self._seen_worker = self._told = self._looked = time.monotonic()

    def read(self, jobs: Sequence[Job], terms: Terms) -> Iterator[tuple[Job, Outcome | None]]:
        """Have every job read.

        Yields:
            Each with its outcome, as they are done; None where its bytes are gone meanwhile.

        Raises:
            ClusterError: The scheduler or all workers are lost, or a worker can't do the same as this
                program. What was read is kept.
            RuntimeError: A fault of the program, with the worker's traceback.
        """
        coming = _Shares(jobs, terms)
        running: dict[Future, Share] = {}
        if jobs:
            self._count_threads()
        while True:
            most = terms.at_a_time or max(self._threads * _AHEAD, _LEAST_SHARES)
            while len(running) < most and (share := coming.next(self._threads)):
                running[self._submit(share)] = share
            if not running:
                return
            future = self._wait()
            share = running.pop(future)
            outcomes = self._outcomes(future, share)
            if outcomes is None:
                coming.add(_smaller(share))
            else:
                yield from zip(share.jobs, outcomes, strict=True)

    def _submit(self, share: Share) -> Future:
        key = f"kpi-extract-{self._run}-{next(self._count)}"
        future = self._client.submit(_read_share, share.as_line(), key=key, pure=False)
        future.add_done_callback(self._done.put)
        return future

    def _wait(self) -> Future:
        """One that is done; meanwhile it is seen whether there are workers."""
        while True:
            if time.monotonic() - self._looked > _WATCH_S:
                self._count_threads()
            with suppress(Empty):
                return self._done.get(timeout=_WATCH_S)

    def _count_threads(self) -> None:
        """Take note of what the cluster has.

        Raises:
            ClusterError: There is no scheduler any more, or there was no worker for long.
        """
        try:
            if self._client.status != "running":
                raise OSError("the connection is closed")
            self._threads = sum(self._client.nthreads().values())
        except OSError as error:
            raise self._lost() from error
        now = self._looked = time.monotonic()
        if self._threads:
            self._seen_worker = self._told = now
        elif now - self._seen_worker > _LONELY_S:
            raise ClusterError(
                f"The scheduler at {self._address} had no worker for {_LONELY_S / 60:.0f} minutes; start "
                "some and run again: what was read is kept."
            )
        elif now - self._told >= _TOLD_S or self._told == self._seen_worker:
            self._told = now
            _LOG.warning("The scheduler at %s has no worker; waiting for one.", self._address)

    def _lost(self) -> ClusterError:
        return ClusterError(
            f"The scheduler at {self._address} is lost; start it and run again: what was read is kept."
        )

    def _result(self, future: Future) -> str:
        """What a share's worker returned; read anew where it died before it could be asked for that.

        Empty where nobody can tell any more.

        Raises:
            ClusterError: As ``_count_threads``.
        """
        while not future.cancelled():
            with suppress(TimeoutError):
                answer: str = future.result(timeout=_CONNECT_S)
                return answer
            self._count_threads()
        raise self._lost()

    def _outcomes(self, future: Future, share: Share) -> list[Outcome | None] | None:
        """What came of a share; None where its workers died."""
        from distributed import KilledWorker

        try:
            line = self._result(future)
        except KilledWorker:
            return None
        except CancelledError as error:
            raise self._lost() from error
        except ClusterError:
            raise
        except (ImportError, AttributeError) as error:
            raise _another_program("A worker", f"it has no such kpi-extract: {error}") from error
        except Exception as error:
            raise RuntimeError(f"in a worker of the cluster: {error!r}") from error
        if not line:
            return None
        answer = answer_of(line)
        if answer.trouble == DIED:
            return None
        if answer.trouble == OTHER_PROGRAM:
            raise _another_program(f"The worker on {answer.host}", answer.message)
        if answer.trouble == FAULT:
            raise RuntimeError(f"in a worker of the cluster, on {answer.host}:\n{answer.message}")
        if answer.trouble:
            raise ClusterError(
                f"The worker on {answer.host} can't write its results ({answer.message}); name a --cache "
                "that all machines can write."
            )
        return [
            _seen(job, outcome, answer.host) for job, outcome in zip(share.jobs, answer.outcomes, strict=True)
        ]


@contextmanager
def connect(address: str) -> Iterator[Cluster]:
    """Reach a scheduler; nothing is asked of it any more when the block ends.

    Raises:
        ClusterError: It can't be reached, or the extra isn't installed.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            f"--cluster needs Dask ({error}); install it: pip install 'kpi-extract[cluster]'."
        ) from error
    _hush()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of other versions of Dask: our own comparison is stricter
            client = Client(address, timeout=_CONNECT_S, name="kpi-extract")
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise ClusterError(
            f"No Dask scheduler answers at {shown_address(address)!r} ({_first_line(error)}); start one with "
            "'dask scheduler', and give the address that it prints."
        ) from error
    try:
        yield Cluster(client, address)
    finally:
        with suppress(OSError, TimeoutError):
            client.close(timeout=2)


def shown_address(address: str) -> str:
    """An address without what only its owner should know.

    >>> shown_address("tls://me:secret@scheduler:8786/?token=1")
    'tls://scheduler:8786'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else address


class _Shares:
    """Jobs on their way into shares: large ones as long as much is left, then small ones."""

    def __init__(self, jobs: Sequence[Job], terms: Terms) -> None:
        self._jobs = deque(jobs)
        self._again: deque[Share] = deque()
        self._empty = Share((), terms.limits, terms.cache, program_versions(), terms.retry_failed)

    def next(self, threads: int) -> Share | None:
        """The next share, for a cluster with so many threads."""
        if self._again:
            return self._again.popleft()
        fair = len(self._jobs) // (_SHARES_PER_THREAD * max(1, threads))
        size = min(len(self._jobs), max(1, min(_MOST_FILES, fair)))
        jobs = tuple(self._jobs.popleft() for _ in range(size))
        return replace(self._empty, jobs=jobs) if jobs else None

    def add(self, shares: Sequence[Share]) -> None:
        """Take shares that shall be read before all others."""
        self._again.extend(shares)


def _smaller(share: Share) -> list[Share]:
    """What is read instead of a share whose workers died: each file by itself; one alone is given up.

    Raises:
        RuntimeError: It was already given up.
    """
    if len(share.jobs) > 1:
        return [replace(share, jobs=(job,)) for job in share.jobs]
    if share.failure is not None:
        raise RuntimeError("workers of the cluster die even of writing a row")
    message = (
        "Every worker of the cluster that was given the file died: most likely for lack of memory, or "
        "because the file is damaged; open it in a viewer and export it again."
    )
    return [replace(share, failure=("crashed", message))]


def _seen(job: Job, outcome: Outcome, host: str) -> Outcome | None:
    """An outcome that this machine can vouch for; None where it must see for itself.

    Raises:
        ClusterError: The worker sees another file than this program, or its result can't be seen from here.
    """
    if outcome.sha256 != job.sha256:
        (now,) = as_jobs([Place(job.path, job.source)], job.options)
        if now.sha256 == job.sha256:
            what = "another file" if outcome.sha256 else f"no file ({outcome.error_message})"
            raise ClusterError(
                f"The worker on {host} sees {what} at {shown(job.path)!r}; the workers must see the same "
                "files under the same paths."
            )
    if not outcome.sha256:
        return None
    until = time.monotonic() + _SEEN_S
    while not _is_whole(outcome.result):
        if time.monotonic() > until:
            raise ClusterError(
                f"The worker on {host} has written {shown(outcome.result)!r}, which can't be read here; "
                "name a --cache that all machines see under the same path."
            )
        time.sleep(_WATCH_S / 2)
    return outcome


def _is_whole(result: str) -> bool:
    try:
        read_outcome(result)
    except ResultError:
        with suppress(OSError):
            os.listdir(Path(result).parent)  # noqa: PTH208  has a network disk look anew; the answer is no matter
        return False
    return True


def _another_program(who: str, message: str) -> ClusterError:
    return ClusterError(
        f"{who} runs another program ({message}); install the same versions on all machines, and start the "
        "workers again."
    )


def _first_line(error: Exception) -> str:
    """What Dask says of an error; what follows are its own insides."""
    return (str(error).splitlines() or [type(error).__name__])[0]


def _hush() -> None:
    """Have Dask say nothing of its own: what concerns the user is said here."""
    for name in (
        "distributed",
        "distributed.client",
        "distributed.gc",
        "tornado",
        "tornado.application",
        "asyncio",
    ):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _read_share(line: str) -> str:
    """What a worker of the cluster does: it has a reader answer, as long as anybody waits for it."""
    from distributed import get_worker

    worker = get_worker()
    return ask_reader(line, _is_wanted(worker, worker.get_current_task()))


def _is_wanted(worker: Worker, key: object) -> Callable[[], bool]:
    """Whether a task is still to be done: not once its user has gone, or another worker has it."""

    def ask() -> bool:
        task = worker.state.tasks.get(key)
        return task is not None and task.state != "cancelled"

    return ask

"""Jobs handed to workers that may be killed: one file, one task.

In: jobs. Out: an outcome for each, whatever becomes of the worker that reads it. A file that takes too
long or too much memory is given up. One whose worker dies is tried once more, since the cause may lie
elsewhere: the kernel kills whichever process is largest. Where all this happens at one page of several,
the file is read again without it, within the same time. The standard pool would lose every waiting
file with one dead worker. Out of scope: what a worker does (``worker``).
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from extract.batch import tasks
from extract.batch.server import start_server
from extract.model import Job, LeftOut, Limits, Outcome
from extract.pages.begun import Begun, read_note
from extract.writers.outcomes import read_outcome

if TYPE_CHECKING:
    from extract.pipeline import Audit

T = TypeVar("T")

_WATCH_S = 0.05
_TASKS = 50  # for each worker; then a new one takes its place, whatever libraries have held on to
_AHEAD = 2  # jobs for each worker that wait at its door
_TRIES = 2
_MOST_LEFT_OUT = 5  # pages; a file with more of that kind is given up, since each costs a new start
_SHARE = 0.5  # of what is left of a file's time: so much one page of several may take
_CHECK_S = 60.0  # to hold a few dozen results to the law takes less than a second
_GRACE_S = 10.0  # a pool whose lock died with a worker ends nothing any more, and is ended itself
_MB = 1024 * 1024


class _Reading:
    """A job while a worker has it."""

    def __init__(self, job: Job, folder: Path) -> None:
        self.job = job
        self.folder = folder
        self.failure: tuple[str, str] | None = None
        self.left_out: tuple[LeftOut, ...] = ()
        self.seconds = 0.0
        self.peak_bytes = 0
        self.begin(0)

    def begin(self, tries: int) -> None:
        """Hand the job to a worker that hasn't been seen yet."""
        self.tries = tries + 1
        self.pid = 0
        self.started = self.begun_at = time.monotonic()
        self.begun = Begun(0, 0)
        self.ended_for = ""
        shutil.rmtree(self.folder, ignore_errors=True)

    def end(self) -> None:
        """Count the time of a try that is over; waiting for a worker doesn't count."""
        self.seconds += round(time.monotonic() - self.started, 3) if self.pid else 0.0
        self.pid = 0

    def leave_out(self, code: str) -> bool:
        """Leave out the page that a try ended at from the next one, if it was at one of several."""
        page, of = read_note(self.folder / tasks.PAGE)
        known = {left.page for left in self.left_out}
        if self.failure or of < 2 or page in known or len(known) >= _MOST_LEFT_OUT:
            return False
        self.left_out = (*self.left_out, LeftOut(page, code))
        self.begin(0)
        return True

    def told(self, outcome: Outcome) -> Outcome:
        """An outcome with what earlier tries took."""
        if self.failure or not self.seconds:
            return outcome
        peak_mb = max(outcome.peak_mb, round(self.peak_bytes / _MB, 1))
        return replace(outcome, seconds=round(outcome.seconds + self.seconds, 3), peak_mb=peak_mb)

    def is_overdue(self, timeout_s: float) -> bool:
        """Whether the pool should have ended its reading long ago."""
        is_reading = bool(self.pid) and self.failure is None
        return is_reading and time.monotonic() - self.started > timeout_s + _GRACE_S

    def look(self, limits: Limits) -> None:
        """See what memory its worker holds and how long it is at a page; kill it where that is too much."""
        if not self.pid:
            with suppress(OSError, ValueError):
                self.pid = int((self.folder / tasks.PID).read_text("ascii"))
                self.started = time.monotonic()
        held = _resident_bytes(self.pid) if self.pid else 0
        self.peak_bytes = max(self.peak_bytes, held)
        if not self.pid or self.failure or self.ended_for:
            return
        reason = self._excess(held, limits)
        if reason and not (self.folder / tasks.RESULT).exists():
            self.ended_for = reason
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def _excess(self, held_bytes: int, limits: Limits) -> str:
        """What its worker takes too much of; empty where it takes nothing too much."""
        if held_bytes > limits.memory_bytes:
            return "memory"
        begun, now = read_note(self.folder / tasks.PAGE), time.monotonic()
        if begun != self.begun:
            self.begun, self.begun_at = begun, now
        share_s = _SHARE * (limits.timeout_s - self.seconds)
        is_too_long = begun.of > 1 and now - self.begun_at > share_s
        return "timeout" if is_too_long and len(self.left_out) < _MOST_LEFT_OUT else ""


class Pool:
    """Workers, started when the first job comes and gone when the ``with`` block ends."""

    def __init__(
        self,
        room: Path,
        processes: int,
        limits: Limits,
        work: Callable[[Job], Audit] | None = None,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        """Take note of what will be needed.

        Args:
            room: A folder for what workers write; its owner removes it.
            processes: Workers at a time.
            limits: What one file may cost.
            work: What is done to each job instead of reading it; a module's function.
            meanwhile: What this process does while the workers' libraries are loaded.
        """
        self._room = room
        self._processes = processes
        self._limits = limits
        self._work = work
        self._meanwhile = meanwhile
        self._pool: ProcessPool | None = None
        self._count = 0
        self._running: dict[Future[Any], _Reading] = {}
        self._moved = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Outcome]]:
        """Read every job.

        Yields:
            Each with its outcome, as they are done.

        Raises:
            OSError: A result can't be written.
        """
        coming = iter(jobs)
        while True:
            for job in islice(coming, self._processes * _AHEAD - len(self._running)):
                self._hand_over(self._reading(job))
            if not self._running:
                return
            for future in self._wait(self._running):
                reading = self._running.pop(future)
                outcome = self._outcome(future, reading)
                if outcome is None:
                    self._hand_over(reading)
                else:
                    yield reading.job, outcome

    def fail(self, job: Job, code: str, message: str) -> Outcome:
        """Have a worker write the result of a file that is given up.

        Raises:
            OSError: It can't be written.
        """
        reading = self._reading(job)
        reading.failure = (code, message)
        outcome = None
        while outcome is None:
            future = self._hand_over(reading)
            while not future.done():
                self._wait([future])
            outcome = self._outcome(future, self._running.pop(future))
        return outcome

    def check(self, results: Sequence[str]) -> dict[str, str]:
        """What breaks the law in which of these results.

        Raises:
            RuntimeError: They break it together, though each keeps it.
        """
        breaches: dict[str, str] | None = self.ask(tasks.check_results, [list(results)], _CHECK_S)
        if breaches is not None:
            return breaches
        if len(results) == 1:
            return {results[0]: "its tables are too large to be held to their schemas"}
        return {result: breach for one in results for result, breach in self.check([one]).items()}

    def ask(self, task: Callable[..., T], args: list[Any], timeout_s: float) -> T | None:
        """What a task answers; None where it takes too long, or workers die of it.

        Raises:
            OSError: What the task writes can't be written.
            RuntimeError: A fault of the program, with the worker's traceback.
        """
        for _ in range(_TRIES):
            future = self._ready().schedule(task, args=args, timeout=timeout_s)
            while not future.done():
                self._wait([future])
            with suppress(BrokenExecutor, CancelledError, ProcessExpired, TimeoutError, MemoryError):
                answer: T = future.result()
                return answer
        return None

    def _reading(self, job: Job) -> _Reading:
        self._count += 1
        return _Reading(job, self._room / str(self._count))

    def _hand_over(self, reading: _Reading) -> Future[Any]:
        folder = str(reading.folder)
        if reading.failure is None:
            args = [replace(reading.job, left_out=reading.left_out), folder, self._work]
            left_s = self._limits.timeout_s - reading.seconds
            future = self._ready().schedule(tasks.read_report, args=args, timeout=left_s)
        else:
            args = [reading.job, reading.failure, folder, reading.seconds, reading.peak_bytes / _MB]
            future = self._ready().schedule(tasks.give_up, args=args, timeout=_CHECK_S)
        self._running[future] = reading
        return future

    def _wait(self, futures: Iterable[Future[Any]]) -> set[Future[Any]]:
        """Those of the futures that are done, if any soon are; meanwhile all workers are looked after."""
        done, _ = wait(futures, timeout=_WATCH_S, return_when=FIRST_COMPLETED)
        waiting = {future: reading for future, reading in self._running.items() if not future.done()}
        for reading in waiting.values():
            reading.look(self._limits)
        if done:
            self._moved = time.monotonic()
        elif any(r.is_overdue(self._limits.timeout_s) for r in waiting.values()) or self._is_stuck():
            self._stop()
            for future in waiting:
                future.cancel()
        return done

    def _is_stuck(self) -> bool:
        """Whether nothing has come for longer than the slowest file and a check may take."""
        return time.monotonic() - self._moved > self._limits.timeout_s + _CHECK_S

    def _outcome(self, future: Future[Any], reading: _Reading) -> Outcome | None:
        """What came of a job; None where it is to be handed over again."""
        try:
            outcome: Outcome = future.result()
        except TimeoutError:
            self._fail(reading, "timeout", _too_long(self._limits.timeout_s))
        except ProcessExpired as error:
            if error.exitcode == tasks.GROWN:
                return reading.told(read_outcome(reading.folder / tasks.RESULT))
            self._go_on(reading, error.exitcode or 0)
        except MemoryError:
            self._begin_smaller(reading)
        except (BrokenExecutor, CancelledError):  # the pool itself broke, or was stuck and was ended
            self._begin_anew(reading)
        else:
            return reading.told(outcome)
        return None

    def _go_on(self, reading: _Reading, exit_code: int) -> None:
        """After a worker that died: it is tried once more, or without a page, or the file is given up."""
        reading.end()
        code = "memory" if exit_code == tasks.OUT_OF_MEMORY else reading.ended_for
        has_time = bool(reading.failure) or reading.seconds < self._limits.timeout_s
        if not code and reading.tries < _TRIES and has_time:
            reading.begin(reading.tries)
        elif not (has_time and reading.leave_out(code or "crashed")):
            self._fail(reading, code or "crashed", self._why(code, exit_code))

    def _why(self, code: str, exit_code: int) -> str:
        if code == "timeout":
            return _too_long(self._limits.timeout_s)
        return tasks.MEMORY if code == "memory" else _crash(exit_code)

    def _begin_smaller(self, reading: _Reading) -> None:
        """After a worker without memory: the file is given up; its row is written by another worker."""
        if reading.failure is None:
            self._fail(reading, "memory", tasks.MEMORY)
        elif reading.tries > 2 * _TRIES:
            raise RuntimeError("workers have no memory even for writing a row")
        else:
            reading.begin(reading.tries)

    def _begin_anew(self, reading: _Reading) -> None:
        """After the pool's own end: a file that had its time is given up, another is read again."""
        self._stop()
        if reading.is_overdue(self._limits.timeout_s):
            self._fail(reading, "timeout", _too_long(self._limits.timeout_s))
        elif reading.tries > 2 * _TRIES:
            raise RuntimeError("the pool of workers broke again and again")
        else:
            reading.begin(reading.tries)

    def _fail(self, reading: _Reading, code: str, message: str) -> None:
        """Have a worker write why the file was given up: reading is over, writing a row is not."""
        if reading.failure is not None:
            raise RuntimeError(f"workers die even of writing a row ({code})")
        reading.end()
        reading.failure = (code, message)
        reading.begin(0)

    def _ready(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            self._stop()
            self._pool = ProcessPool(
                max_workers=self._processes,
                max_tasks=_TASKS,
                initializer=tasks.start_worker,
                initargs=[self._limits.memory_bytes],
                context=start_server(self._meanwhile),
            )
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # pebble's typing stops short of it
            self._pool.join()
            self._pool = None


def _resident_bytes(pid: int) -> int:
    """Memory that a process holds; 0 where the system doesn't tell."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    return 0


def _too_long(seconds: float) -> str:
    return f"Reading took longer than {seconds:g} seconds; give it more with --timeout."


def _crash(code: int) -> str:
    how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
    return (
        f"The process that read the file {how}, twice: most likely for lack of memory, or because the file "
        "is damaged; open it in a viewer and export it again."
    )

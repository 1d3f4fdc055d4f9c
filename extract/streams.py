"""What the program says, and where: data on stdout, messages and progress on stderr.

In: text, and how far a batch is. Out: UTF-8 with LF, whatever the locale says. Whoever reads may stop
early (``| head``), which is no failure of ours. Out of scope: what is said (``writers``, ``cli``).
"""

# ruff: noqa: PLC0415  rich is imported where a bar is shown

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from extract.model import Outcome
from extract.writers.log import log_plainly
from extract.writers.publish import OutputError
from extract.writers.text import log_line

_LINE_S = 60.0


def speak_utf8() -> None:
    """UTF-8 and LF whatever the locale says: the same bytes everywhere; the log is plain text too."""
    log_plainly()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def print_data(text: str) -> None:
    """Data to stdout.

    Raises:
        OutputError: It can't be written.
    """
    with _delivery():
        sys.stdout.write(text)


def flush_stdout() -> None:
    """Hand over what waits to be printed.

    Raises:
        OutputError: It can't be written.
    """
    with _delivery():
        sys.stdout.flush()


@contextmanager
def _delivery() -> Iterator[None]:
    """A reader that stops early is no failure; a full disk behind stdout is one."""
    try:
        yield
    except BrokenPipeError:
        _forget_stdout()
    except OSError as error:
        _forget_stdout()
        raise OutputError(f"Can't write to stdout ({error.strerror}); check where it leads.") from error


def _forget_stdout() -> None:
    """Send the rest nowhere: the interpreter would complain when it flushes a closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(*messages: str) -> None:
    """Lines to stderr; text from reports must not reach a terminal's escape codes, or a build server's."""
    try:
        sys.stderr.writelines(f"{log_line(message)}\n" for message in messages)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


@contextmanager
def show_progress(total: int, quiet: bool) -> Iterator[Callable[[Outcome], None]]:
    """How far a batch is, on stderr: a bar in a terminal, elsewhere a line a minute."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar(total) as advance:
            yield advance
    else:
        yield _Lines(total).advance


class Progress:
    """How far a batch is."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._started = clock()
        self._done = self._failed = self._pages = 0

    def count(self, outcome: Outcome) -> None:
        """Take note of a file that is done."""
        self._done += 1
        self._failed += outcome.status == "failed"
        self._pages += outcome.pages

    @property
    def seconds(self) -> float:
        """Time since the start."""
        return self._clock() - self._started

    def line(self) -> str:
        """Files done, pages a second, failures, and the time left, should it go on like this."""
        rate = self._pages / max(self.seconds, 0.1)
        told = f"{self._done} of {self._total} files, {rate:.1f} pages a second, {self._failed} failed"
        if not self._done:  # nobody knows yet
            return told
        left = self.seconds / self._done * (self._total - self._done)
        return f"{told}, {_duration(left)} left"


class _Lines:
    def __init__(self, total: int) -> None:
        self._progress = Progress(total)
        self._said = 0.0

    def advance(self, outcome: Outcome) -> None:
        self._progress.count(outcome)
        if self._progress.seconds >= self._said + _LINE_S:
            self._said = self._progress.seconds
            say(self._progress.line())
            sys.stderr.flush()


@contextmanager
def _bar(total: int) -> Iterator[Callable[[Outcome], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    progress = Progress(total)
    columns = (TextColumn("Reading"), BarColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(progress.line(), total=total)

        def advance(outcome: Outcome) -> None:
            progress.count(outcome)
            bar.update(task, advance=1, description=progress.line())

        yield advance


def _duration(seconds: float) -> str:
    """A time for a person.

    >>> _duration(59.6), _duration(61), _duration(7322)
    ('1 min', '2 min', '2 h 3 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds < 59.5 else "1 min"
    minutes = math.ceil(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"

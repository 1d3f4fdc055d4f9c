"""What the program says, and where: data on stdout, messages and progress on stderr.

In: text, and how far a batch is. Out: UTF-8 with LF, whatever the locale says. Whoever reads may stop
early (``| head``), which is no failure of ours. Out of scope: what is said (``writers``, ``cli``).
"""

# ruff: noqa: PLC0415  rich is imported where a bar is shown

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from extract.writers.text import one_line


def speak_utf8() -> None:
    """UTF-8 and LF whatever the locale says: the same bytes everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def print_data(text: str) -> None:
    """Data to stdout."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        _forget_stdout()


def flush_stdout() -> None:
    """Hand over what waits to be printed."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()


def _forget_stdout() -> None:
    """Send the rest nowhere: the interpreter would complain when it flushes a closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(*messages: str) -> None:
    """Lines to stderr; text from reports must not reach a terminal's escape codes."""
    try:
        sys.stderr.writelines(f"{one_line(message)}\n" for message in messages)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


@contextmanager
def show_progress(total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on stderr while a batch runs, in a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)

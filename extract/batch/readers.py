"""Processes that read shares, as a worker of a cluster keeps them.

In: a share as a line. Out: its answer as a line. A worker of a cluster may be a daemonic process, which may
have no children through multiprocessing, and it may be killed. So shares are read by programs of their own,
which end when the pipe from here does. They are kept from share to share, since a start loads all
libraries. Out of scope: what they do (``sharing``).
"""

from __future__ import annotations

import atexit
import os
import select
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from extract.batch.shares import DIED, Answer

_WATCH_S = 0.5
_TRIES = 2

_idle: list[subprocess.Popen[bytes]] = []  # one for each thread of this worker that has ever asked
_idle_lock = threading.Lock()


def ask_reader(line: str, is_wanted: Callable[[], bool]) -> str:
    """The answer to a share; that its readers died, where they did so again and again.

    Args:
        line: The share.
        is_wanted: Asked now and then; where it says no, reading ends at once and the answer is empty.
    """
    code: int | None = None
    for _ in range(_TRIES):
        reader = _take()
        answer = _ask(reader, line.encode("ascii"), is_wanted)
        if answer.endswith(b"\n"):
            with _idle_lock:
                _idle.append(reader)
            return answer.decode("utf-8")
        code = _end(reader)
        if not is_wanted():
            return ""
    return Answer(socket.gethostname(), trouble=DIED, message=f"exit code {code}").as_line()


@atexit.register
def end_idle() -> None:
    """End the readers that have nothing to do; they would end by themselves, but later."""
    with _idle_lock:
        while _idle:
            _end(_idle.pop())


def _take() -> subprocess.Popen[bytes]:
    """A reader that has nothing to do, or a new one; readers end by themselves when nothing is asked."""
    with _idle_lock:
        while _idle:
            reader = _idle.pop()
            if reader.poll() is None:
                return reader
    return subprocess.Popen(
        [sys.executable, "-m", "extract.batch.sharing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # so that it can end all that it starts
        env={**os.environ, "PYTHONSAFEPATH": "1"},  # whoever starts workers may stand among anybody's files
    )


def _ask(reader: subprocess.Popen[bytes], line: bytes, is_wanted: Callable[[], bool]) -> bytes:
    """The answer, or less than a line where the reader ends or isn't wanted any more."""
    assert reader.stdin is not None and reader.stdout is not None
    with suppress(BrokenPipeError):
        reader.stdin.write(line)
        reader.stdin.flush()
    while not select.select([reader.stdout], [], [], _WATCH_S)[0]:
        if not is_wanted():
            return b""
    return reader.stdout.readline()


def _end(reader: subprocess.Popen[bytes]) -> int:
    for pipe in (reader.stdin, reader.stdout):
        with suppress(BrokenPipeError):
            pipe.close()  # type: ignore[union-attr]  # both were asked for
    return reader.wait()

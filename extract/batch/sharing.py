"""The process that reads shares of a batch on another machine: ``python -m extract.batch.sharing``.

In: shares on stdin, one a line. Out: an answer for each on stdout; results go to the cache that all machines
share. It ends when its stdin does, in the middle of a share too, since then whoever asked is gone; and when
nothing has been asked for a while. Out of scope: who asks (``readers``).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TextIO

from extract.batch.cache import Cache, program_versions
from extract.batch.lawful import read_lawful
from extract.batch.pool import Pool
from extract.batch.shares import FAULT, OTHER_PROGRAM, REFUSED, Answer, Share, share_of
from extract.model import Outcome
from extract.writers.workroom import workroom

_IDLE_S = 60.0
_TRIES = 3


def main() -> None:
    """Answer shares until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked
    answers = _take_stdout()
    lines: SimpleQueue[str] = SimpleQueue()
    with _room() as room, suppress(Empty):
        threading.Thread(target=_listen, args=[lines, room], daemon=True).start()
        while line := lines.get(timeout=_IDLE_S):
            answers.write(_answer(line, room).as_line())
            answers.flush()


def read_share(share: Share, room: Path) -> tuple[Outcome, ...]:
    """Read the files of a share, each as on one machine: limits, a second try, the law, the cache.

    What an earlier try of the same share has kept is taken. An outcome without a hash has no result: the
    bytes can't be had here, and whoever asked sees to that.

    Args:
        share: What to read.
        room: A folder for what workers write; its owner removes it.

    Raises:
        OSError: A result can't be written.
        RuntimeError: A fault of the program.
    """
    cache = Cache(share.cache, share.limits)
    with (
        tempfile.TemporaryDirectory(dir=room, ignore_cleanup_errors=True) as own,
        Pool(Path(own), 1, share.limits) as pool,
    ):
        if share.failure is not None:
            return tuple(cache.keep(job, pool.fail(job, *share.failure)) for job in share.jobs)
        known = {job: cache.find(job, failed_too=not share.retry_failed) for job in share.jobs}
        missing = [job for job, outcome in known.items() if outcome is None]
        read = dict(read_lawful(pool, missing, cache))
    outcomes = [known[job] or read[job] for job in share.jobs]
    return tuple(outcome if outcome.sha256 else replace(outcome, result="") for outcome in outcomes)


@contextmanager
def _room() -> Iterator[Path | OSError]:
    """A folder for what isn't finished, or why there is none: that is answered too."""
    with ExitStack() as stack:
        try:
            room: Path | OSError = stack.enter_context(workroom(Path(tempfile.gettempdir())))
        except OSError as error:
            room = error
        yield room


def _answer(line: str, room: Path | OSError) -> Answer:
    host = socket.gethostname()
    other = _differences(json.loads(line)["program"], program_versions())
    if other:  # first of all: another program may write shares in another way
        return Answer(host, trouble=OTHER_PROGRAM, message=other)
    try:
        if isinstance(room, OSError):
            raise room
        return Answer(host, read_share(share_of(line), room))
    except OSError as error:
        return Answer(host, trouble=REFUSED, message=str(error))
    except Exception:  # noqa: BLE001  it crosses to the other machine as text
        return Answer(host, trouble=FAULT, message=traceback.format_exc())


def _differences(asked: Mapping[str, str], own: Mapping[str, str]) -> str:
    """In what two programs differ, in words.

    >>> _differences({"Python": "3.12.1", "numpy": "2.4.6"}, {"Python": "3.11.7", "numpy": "2.4.6"})
    'Python is 3.11.7 there and 3.12.1 here'
    """
    names = [name for name in {**asked, **own} if asked.get(name) != own.get(name)]
    told = [
        name if len(own.get(name, "")) > 20 else f"{name} is {own.get(name)} there and {asked.get(name)} here"
        for name in names
    ]
    return ", ".join(told)


def _take_stdout() -> TextIO:
    """Stdout for answers alone: whatever libraries and workers print goes to stderr."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "w", encoding="utf-8")


def _listen(lines: SimpleQueue[str], room: Path | OSError) -> None:
    """Take in shares. Once nobody waits for answers, end at once, with all that was started here."""
    for line in sys.stdin:
        lines.put(line)
    for _ in range(_TRIES):  # workers may be writing
        if isinstance(room, Path):
            shutil.rmtree(room, ignore_errors=True)
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()

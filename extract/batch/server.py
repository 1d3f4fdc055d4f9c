"""The process that workers are forked from: it loads the heavy libraries once.

In: nothing. Out: a way to start processes from it. Out of scope: what workers are given (``pool``).
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker, util
from multiprocessing.context import ForkServerContext

from extract.signals import shielded

_SAFE_PATH = "PYTHONSAFEPATH"
_SHORT = "/tmp"
_LONGEST_FOLDER = 60  # bytes; the socket's whole path may have 107 (unix(7)), of which Python makes a part


def start_server(meanwhile: Callable[[], None]) -> ForkServerContext:
    """The process that workers are forked from, ready before the first: it does the heavy imports once.

    It stays for the next pool, and ends with this process.

    Ctrl-C reaches the whole process group. Only this process answers it, by stopping the others,
    so it is held back from them from their start.

    Args:
        meanwhile: What this process does while the server loads.
    """
    atexit.unregister(_stop_server)
    atexit.register(_stop_server)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.batch.preload"])
    _choose_folder()
    with _safe_path():
        resource_tracker.ensure_running()  # it would lift the mask if it were started with the server
        with shielded(signal.SIGINT):
            forkserver.ensure_running()
    meanwhile()
    probe = context.Process(target=int)  # a pool stopped while its workers start would litter stderr
    probe.start()
    probe.join()
    return context


def _choose_folder() -> None:
    """Have multiprocessing put its socket where its path is short, should TMPDIR's be long."""
    before = tempfile.gettempdir()
    if len(os.fsencode(before)) > _LONGEST_FOLDER:
        tempfile.tempdir = _SHORT
    try:
        util.get_temp_dir()  # it stays with this one
    finally:
        tempfile.tempdir = before


@contextmanager
def _safe_path() -> Iterator[None]:
    """Have Python processes that start here load no module from the folder that the user happens to be in."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        del os.environ[_SAFE_PATH]
        if before is not None:
            os.environ[_SAFE_PATH] = before


def _stop_server() -> None:
    """End the server and wait for it, so that nothing is left running when the program ends.

    Workers are gone by now. Left to itself it would take down all that it has loaded: half a second.
    """
    server = forkserver._forkserver
    pid, stop = getattr(server, "_forkserver_pid", None), getattr(server, "_stop", None)  # no public way
    if pid is not None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    if stop is not None:
        stop()

"""Signals that must wait: what ends the program strikes after the block, not in it.

In: nothing. Out: two blocks, and an end. Out of scope: what a signal means (``cli``).
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

_ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Have what ends the program wait while libraries are imported: their C++ aborts where it strikes.

    Python answers a signal in its main thread, whichever thread of whichever library took it. So no mask
    would do: the answer itself waits.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[int] = []
    before = {number: signal.signal(number, lambda came, _: arrived.append(came)) for number in _ENDING}
    try:
        yield
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)
        if arrived:
            signal.raise_signal(arrived[0])


def end_after_interrupt(code: int) -> NoReturn:
    """End the program after Ctrl-C, what it does at its end included.

    Where Ctrl-C struck inside an exec of text (imports make classes so), Python forgets that it was caught
    and would end itself with the signal.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit._run_exitfuncs()
    sys.stderr.flush()
    os._exit(code)


@contextmanager
def shielded(*signals: signal.Signals) -> Iterator[None]:
    """Hold signals back from this thread, and for good from processes that start in the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""Signals held back while something must not be cut short.

In: which signals. Out: they reach this thread when the ``with`` block ends, and processes and threads that
start in it never. Out of scope: what a signal means (``cli``).
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back(*signals: signal.Signals) -> Iterator[None]:
    """Hold signals back until the block ends."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back what ends the program while libraries are imported: their C++ aborts where it strikes."""
    with held_back(signal.SIGINT, signal.SIGTERM):
        yield

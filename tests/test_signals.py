"""Signals held back."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from extract.signals import held_back, undisturbed


def test_a_signal_arrives_when_the_block_has_ended() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), undisturbed():
        os.kill(os.getpid(), signal.SIGINT)
        done = True
    assert done


def test_a_thread_that_starts_in_the_block_never_takes_it() -> None:
    told: list[set[signal.Signals]] = []

    def tell() -> None:
        told.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with held_back(signal.SIGUSR1):
        thread = threading.Thread(target=tell)
        thread.start()
    thread.join()
    assert told == [before | {signal.SIGUSR1}]
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before

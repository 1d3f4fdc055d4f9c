"""Signals that must wait."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from extract.signals import shielded, undisturbed


class AnsweredError(Exception):
    """A signal was answered."""


@pytest.fixture(params=[signal.SIGINT, signal.SIGTERM])
def number(request: pytest.FixtureRequest) -> Iterator[signal.Signals]:
    """A signal that ends the program, answered by an exception."""

    def answer(*_: object) -> None:
        raise AnsweredError

    before = signal.signal(request.param, answer)
    yield request.param
    signal.signal(request.param, before)


def test_a_signal_is_answered_when_the_block_has_ended(number: signal.Signals) -> None:
    lines = 0
    with pytest.raises(AnsweredError), undisturbed():
        signal.raise_signal(number)
        lines += 1
    assert lines == 1
    with pytest.raises(AnsweredError):
        signal.raise_signal(number)


def test_a_signal_that_another_thread_takes_waits_too(number: signal.Signals) -> None:
    thread = threading.Thread(target=signal.raise_signal, args=[number])
    lines = 0
    with pytest.raises(AnsweredError), undisturbed():
        thread.start()
        thread.join()
        lines += 1
    assert lines == 1


def test_outside_the_main_thread_nothing_changes(number: signal.Signals) -> None:
    told = []

    def tell() -> None:
        with undisturbed():
            told.append(signal.getsignal(number))

    before = signal.getsignal(number)
    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    assert told == [before]


def test_a_thread_that_starts_shielded_stays_so() -> None:
    told: list[set[signal.Signals]] = []

    def tell() -> None:
        told.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with shielded(signal.SIGUSR1):
        thread = threading.Thread(target=tell)
        thread.start()
    thread.join()
    assert told == [before | {signal.SIGUSR1}]
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before

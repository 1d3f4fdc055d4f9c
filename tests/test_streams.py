"""How far a batch is, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract import streams
from extract.model import Outcome
from extract.streams import Progress, show_progress

OK = Outcome("a" * 16, "", "ok", "", "", 12, 1.0, 80.0)


def test_progress_tells_files_pages_failures_and_the_time_left() -> None:
    now = [0.0]
    progress = Progress(10, lambda: now[0])
    assert progress.line() == "0 of 10 files, 0.0 pages a second, 0 failed"
    now[0] = 60.0
    progress.count(OK)
    progress.count(replace(OK, status="failed", pages=0))
    assert progress.line() == "2 of 10 files, 0.2 pages a second, 1 failed, 4 min left"


def test_without_a_terminal_there_is_a_line_a_minute(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(streams.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(Progress.__init__, "__defaults__", (lambda: now[0],))
    with show_progress(5, quiet=False) as advance:
        for now[0] in (10.0, 61.0, 90.0, 125.0):
            advance(OK)
    assert [line.split(",")[0] for line in capsys.readouterr().err.splitlines()] == [
        "2 of 5 files",
        "4 of 5 files",
    ]


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress(5, quiet=True) as advance:
        advance(OK)
    assert capsys.readouterr().err == ""

"""Settings for all tests, and what tests of commands share."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from extract import cli
from tests.commands import Answer, Command
from tests.drawn import WRONG, draw_report, write_reports

# A slow or busy machine is no failure. Builds try the same examples each time, so that a red build
# is about the change; at a desk new ones are tried.
settings.register_profile("desk", deadline=None)
settings.register_profile("build", deadline=None, derandomize=True)
settings.load_profile("build" if os.environ.get("CI") or os.environ.get("KPI_CI") else "desk")


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """The program in this process: exit code, stdout and stderr."""
    before = signal.getsignal(signal.SIGTERM)

    def call(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["kpi-extract", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert isinstance(left.value.code, int)
        return Answer(left.value.code, *capsys.readouterr())

    yield call
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sound report, twice, and one with wrong signs on both its pages."""
    folder = tmp_path_factory.mktemp("shelf")
    write_reports(folder, right=draw_report(), wrong=draw_report(WRONG, pages=2))
    return write_reports(folder / "more", copy=draw_report()).parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests read is kept apart from what their user has kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield

"""A folder held by one process, on disks that lock folders and on those that don't."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from extract.writers.locks import held_alone
from extract.writers.publish import OutputError, publication
from extract.writers.workroom import workroom


@pytest.fixture(params=["local", "network"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder; on a network disk only what is open for writing is locked."""
    flock = fcntl.flock

    def as_on_nfs(descriptor: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        flock(descriptor, operation)

    if request.param == "network":
        monkeypatch.setattr(fcntl, "flock", as_on_nfs)
    return tmp_path


def test_a_folder_is_held_by_one_and_then_by_the_next(disk: Path) -> None:
    for _ in range(2):
        with held_alone(disk):
            with pytest.raises(BlockingIOError), held_alone(disk):
                pytest.fail("it was held twice")
            (disk / "file").write_text("a file of the folder", "utf-8")
        assert [path.name for path in disk.iterdir()] == ["file"]


def test_an_output_folder_is_refused_while_another_run_holds_it(disk: Path) -> None:
    with (
        publication(disk / "out", ["a.csv"]),
        pytest.raises(OutputError, match="Another run is writing"),
        publication(disk / "out", ["a.csv"]),
    ):
        pytest.fail("it was let in")
    assert list((disk / "out").iterdir()) == []


def test_a_workroom_is_left_alone_while_it_is_held(disk: Path) -> None:
    with workroom(disk) as theirs:
        with workroom(disk) as ours:
            assert theirs.is_dir()
        assert not ours.exists()
    assert list(disk.iterdir()) == []


def test_what_can_be_locked_nowhere_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match="No locks available"), held_alone(tmp_path):
        pytest.fail("it was held")

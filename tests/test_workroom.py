"""A folder for what isn't finished yet."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from extract.writers.workroom import workroom
from tests.commands import ROOT


def test_a_room_is_gone_with_all_it_holds(tmp_path: Path) -> None:
    with workroom(tmp_path) as room:
        (room / "1").mkdir()
        (room / "1" / "result").write_bytes(b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_room_is_gone_after_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(KeyError), workroom(tmp_path):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_rooms_of_other_runs_stay_while_they_are_used(tmp_path: Path) -> None:
    with workroom(tmp_path) as theirs:
        with workroom(tmp_path) as ours:
            assert ours != theirs
        assert theirs.exists()


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    code = (
        "import os, signal\nfrom pathlib import Path\nfrom extract.writers.workroom import workroom\n"
        f"with workroom(Path({str(tmp_path)!r})):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    (tmp_path / "kpi-extract-unfinished-link").symlink_to(os.fspath(ROOT))
    with workroom(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["kpi-extract-unfinished-link"]
    assert (ROOT / "README.md").exists()

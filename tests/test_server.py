"""The process that workers are forked from."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest


def test_the_server_is_gone_at_once_when_the_program_ends() -> None:
    code = (
        "import os, signal\n"
        "from multiprocessing import forkserver\n"
        "from extract.batch.server import start_server\n"
        "if __name__ == '__main__':\n"
        "    start_server(lambda: print('meanwhile'))\n"
        "    pid = forkserver._forkserver._forkserver_pid\n"
        "    os.kill(pid, signal.SIGSTOP)\n"  # by itself it would never end
        "    print(pid)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    meanwhile, pid = answer.stdout.split()
    assert meanwhile == "meanwhile"
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_what_a_killed_run_left_of_its_socket_is_removed_by_the_next() -> None:
    code = (
        "import os, sys\n"
        "from extract.batch.server import start_server\n"
        "if __name__ == '__main__':\n"
        "    start_server(lambda: None)\n"
        "    os.kill(os.getpid(), int(sys.argv[1]))\n"
    )
    room = Path(tempfile.mkdtemp(dir="/tmp"))  # where the path is short
    for number, left in ((signal.SIGKILL, 1), (0, 0)):
        command, env = [sys.executable, "-c", code, str(int(number))], {**os.environ, "TMPDIR": str(room)}
        answer = subprocess.run(command, capture_output=True, env=env, timeout=60, check=False)
        assert (answer.returncode, len(list(room.iterdir()))) == (-number, left)
    room.rmdir()

"""The process that workers are forked from."""

from __future__ import annotations

import os
import subprocess
import sys

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

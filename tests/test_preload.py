"""What the server of workers loads, and how it ends."""

from __future__ import annotations

import subprocess
import sys


def test_the_server_ends_without_taking_down_what_it_loaded() -> None:
    code = (
        "import atexit\n"
        "atexit.register(print, 'taken down')\n"  # what is registered first comes last
        "import extract.batch.preload\n"
        "print('loaded', flush=True)\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "loaded\n"

"""A folder for what isn't finished yet, gone when the run is.

In: the folder to make it in. Out: a folder of this run alone. A run that was killed can't remove
its own, so the next one does: a folder that nobody locks any more belongs to the dead.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from extract.writers.locks import held_alone

_PREFIX = "kpi-extract-unfinished-"


@contextmanager
def workroom(folder: Path) -> Iterator[Path]:
    """Make a room in a folder, and remove it in the end with all it holds.

    Raises:
        OSError: The folder can't be written.
    """
    _remove_abandoned(folder)
    with ExitStack() as stack:
        room = _new_room(folder, stack)
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _new_room(folder: Path, stack: ExitStack) -> Path:
    """A room that is locked. Another run may take it for abandoned before it is, and remove it."""
    while True:
        room = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
        with suppress(BlockingIOError, FileNotFoundError):
            stack.enter_context(held_alone(room))
            if room.is_dir():
                return room


def _remove_abandoned(folder: Path) -> None:
    with suppress(OSError):
        for room in folder.glob(f"{_PREFIX}*"):
            with suppress(OSError):
                _remove_if_abandoned(room)


def _remove_if_abandoned(room: Path) -> None:
    if room.is_symlink() or room.stat().st_uid != os.getuid():
        return
    with held_alone(room):
        shutil.rmtree(room, ignore_errors=True)

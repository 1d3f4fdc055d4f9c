"""A folder held by one process: the lock goes with the process, however that ends.

In: a folder. Out: a descriptor that holds it until it is closed. A network disk may not lock folders, as it
wants the descriptor open for writing (flock(2), on NFS); there a file in the folder is locked, and removed
when it is let go. Out of scope: what the folder is for (``publish``, ``workroom``).
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK = ".kpi-extract.lock"
_NO_FOLDERS = frozenset({errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.EISDIR})


@contextmanager
def held_alone(folder: Path) -> Iterator[None]:
    """Hold a folder until the block ends.

    Raises:
        BlockingIOError: Another process holds it.
        OSError: It can't be opened, or nothing can be locked there.
    """
    descriptor, file = _lock_folder(folder)
    try:
        yield
    finally:
        if file is not None:
            with suppress(OSError):
                file.unlink()  # whoever waits at this file sees that it is gone, and makes a new one
        os.close(descriptor)


def _lock_folder(folder: Path) -> tuple[int, Path | None]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if error.errno not in _NO_FOLDERS:
            raise
        return _lock_file(folder / _LOCK), folder / _LOCK
    return descriptor, None


def _lock_file(path: Path) -> int:
    """Lock a file that is still the one of its name when it is locked."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.lstat()):
                return descriptor
        os.close(descriptor)

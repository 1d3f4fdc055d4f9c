"""Which page is being worked on, noted where it outlives the process that does the work.

In: a page's number, each time before work on it begins. Out: a few bytes in a file: whoever has to end
the process, or finds it dead, sees there which page it was. Out of scope: what is done about it
(``batch.pool``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from extract.model import BeginPage, untold


class Begun(NamedTuple):
    """A page that was begun, and of how many; page 0 where the work is on no single one."""

    page: int
    of: int


_NONE = Begun(0, 0)


@contextmanager
def note_pages(path: str) -> Iterator[BeginPage]:
    """Note each page that is begun in a file; nothing where the path is empty.

    A note takes the place of the one before, so that it needs no further room on the disk.

    Raises:
        OSError: The file can't be written.
    """
    if not path:
        yield untold
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:

        def begin(page: int, of: int) -> None:
            os.pwrite(descriptor, b"%10d %10d" % (page, of), 0)

        begin(*_NONE)
        yield begin
    finally:
        os.close(descriptor)


def read_note(path: Path) -> Begun:
    """The page that was begun last; none where nothing was noted."""
    try:
        page, of = path.read_bytes().split()
        return Begun(int(page), int(of))
    except (OSError, ValueError):
        return _NONE

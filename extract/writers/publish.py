"""A set of files published as one: all of the new set, all of the old one, or "unfinished".

In: an output folder and the names that will be written. Out: a place to write them, and a commit.
``datapackage.json`` is the commit record. It says which files are ours (``owned``), so that files
of other people are neither overwritten nor removed, and it holds the hash of each table. Between
the first rename and the last the record says ``unfinished`` and lists no table.
Out of scope: what stands in the files (``data``).
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

RECORD = "datapackage.json"
NAME = "kpi-extract-output"  # by this name a record is known as ours
_ROOM = ".kpi-extract.part"  # new files wait here, on the same disk, so that a rename moves them


class OutputError(Exception):
    """The output place can't be written; the message names it and says what to do."""


class Publication:
    """An output folder that this run holds until the ``with`` block of ``publication`` ends.

    Attributes:
        folder: Where the set will stand.
        room: Where its files are written first.
    """

    def __init__(self, folder: Path, owned: frozenset[str]) -> None:
        self.folder = folder
        self.room = folder / _ROOM
        self._owned = owned

    def commit(self, names: Iterable[str], record: dict[str, Any]) -> None:
        """Publish the files waiting in the room under their names, then the record.

        A run killed in between leaves a record that still names every file of ours, old and new:
        the next run overwrites or removes them.

        Raises:
            OutputError: The disk refuses; the old set stands, or the record says "unfinished".
        """
        new = frozenset(names)
        with explained(self.folder):
            for name in new:
                _flush(self.room / name)
            self._write_record(record_of(self._owned | new, {"unfinished": True}))
            for name in sorted(new):
                (self.room / name).replace(self.folder / name)
            for name in sorted(self._owned - new - {RECORD}):
                (self.folder / name).unlink(missing_ok=True)
            _flush(self.folder)
            self._write_record(record_of(new, record))
            self.room.rmdir()

    def _write_record(self, record: dict[str, Any]) -> None:
        path = self.room / RECORD
        path.write_bytes(record_bytes(record))
        _flush(path)
        path.replace(self.folder / RECORD)
        _flush(self.folder)


@contextmanager
def publication(folder: Path, names: Iterable[str]) -> Iterator[Publication]:
    """Hold an output folder, made where it is missing, for a set of files of these names.

    Raises:
        OutputError: It can't be made or written, another run holds it, or a file of somebody else
            stands where one of ours would go.
    """
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder)
    try:
        with explained(folder):
            owned = _owned(folder)
            _refuse_foreign(folder, frozenset(names) - owned)
            _clear(folder / _ROOM)
            (folder / _ROOM).mkdir()
        yield Publication(folder, owned)
    finally:
        with suppress(OSError):
            _clear(folder / _ROOM)
        os.close(lock)


@contextmanager
def explained(folder: str | Path) -> Iterator[None]:
    """Turn what the disk refuses into our own error, with the place in it."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"Can't write {os.fspath(where)!r} ({error.strerror or error}); "
            "check the place, its permissions and the room on the disk."
        ) from error


def _lock(folder: Path) -> int:
    """Hold the folder until the descriptor is closed: nothing is left behind when the process dies."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise OutputError(
            f"Another run is writing {os.fspath(folder)!r}; wait for it, or choose another folder."
        ) from error
    return descriptor


def _owned(folder: Path) -> frozenset[str]:
    """The names that the record in a folder lists as ours, the record among them."""
    path = folder / RECORD
    return owned_names(path.read_bytes() if os.path.lexists(path) else None, path) - {_ROOM}


def owned_names(data: bytes | None, where: str | Path) -> frozenset[str]:
    """The names that a record lists as ours, its own among them; None where there is no record.

    Raises:
        OutputError: It is somebody else's.
    """
    if data is None:
        return frozenset({RECORD})
    try:
        record = json.loads(data)
        ours, names = record["name"] == NAME, record["owned"]
    except (ValueError, KeyError, TypeError):
        ours, names = False, []
    if not ours:
        raise OutputError(
            f"{os.fspath(where)!r} was not written by this program; choose an empty folder for the output."
        )
    return frozenset({RECORD, *(n for n in names if isinstance(n, str) and _is_plain(n))})


def _is_plain(name: str) -> bool:
    """A file's name and no path: what the record lists is removed, so it must not point elsewhere."""
    return name not in {"", ".", ".."} and Path(name).name == name


def _refuse_foreign(folder: Path, names: frozenset[str]) -> None:
    for name in sorted(names):
        if os.path.lexists(folder / name):
            raise foreign(folder / name)


def foreign(where: str | Path) -> OutputError:
    """What is said of a file of somebody else that stands where one of ours would go."""
    return OutputError(
        f"{os.fspath(where)!r} was not written by this program and would be overwritten; "
        "choose an empty folder for the output."
    )


def record_of(owned: Iterable[str], content: dict[str, Any]) -> dict[str, Any]:
    """A commit record.

    Args:
        owned: The names of all files of ours that may lie there.
        content: What else it says.
    """
    return {"name": NAME, **content, "owned": sorted(name for name in owned if name != RECORD)}


def record_bytes(record: dict[str, Any]) -> bytes:
    """A record as it is written."""
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()


def _clear(room: Path) -> None:
    if room.is_symlink() or room.is_file():
        room.unlink()
    elif room.exists():
        shutil.rmtree(room)


def _flush(path: Path) -> None:
    """Make the disk keep a file's bytes, or a folder's names."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""A set of files published as one: all of the new set, all of the old one, or "unfinished".

In: an output folder and the names that will be written. Out: a place to write them, and a commit.
``datapackage.json`` is the commit record. It says which files are ours (``owned``), so that files
of other people are neither overwritten nor removed, and it holds the hash of each table. Between
the first rename and the last the record says ``unfinished`` and lists no table. A file's name is its
path in the folder, with ``/``: plain, or below one of ``_FOLDERS``.
Out of scope: what stands in the files (``data``).
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any

from extract.stores import shown
from extract.writers.locks import held_alone

RECORD = "datapackage.json"
NAME = "kpi-extract-output"  # by this name a record is known as ours
PARTS = "parts"  # the folder of tables in parts
_FOLDERS = (PARTS,)  # a record may list files below these, and nowhere else
_MANY = 64  # files: each takes some milliseconds to flush, so that thousands would take minutes
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
            _refuse_foreign(self.folder, new, self._owned)
            _flush_all(self.room, sorted(new))
            self._write_record(record_of(self._owned | new, {"unfinished": True}))
            # First what goes: where letter case doesn't count, an old name may be a new one's.
            _remove(self.folder, self._owned - new - {RECORD})
            for name in sorted(new):
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.room / name).replace(self.folder / name)
            folders = sorted({".", *_above(self._owned | new)})
            _flush_all(self.folder, [name for name in folders if _is_folder(self.folder / name)])
            self._write_record(record_of(new, record))
            _clear(self.room)

    def renew(self, name: str) -> None:
        """Put a file that waits in the room in place of the old one; the record holds no hash of it.

        Raises:
            OutputError: The disk refuses.
        """
        with explained(self.folder):
            flush(self.room / name)
            (self.room / name).replace(self.folder / name)
            flush(self.folder)

    def _write_record(self, record: dict[str, Any]) -> None:
        path = self.room / RECORD
        path.write_bytes(record_bytes(record))
        flush(path)
        path.replace(self.folder / RECORD)
        flush(self.folder)


@contextmanager
def publication(folder: Path, names: Iterable[str]) -> Iterator[Publication]:
    """Hold an output folder, made where it is missing, for a set of files.

    Args:
        folder: The output folder.
        names: Those of the set's files that are known by now, and of its folders.

    Raises:
        OutputError: It can't be made or written, another run holds it, or a file of somebody else
            stands where one of ours would go.
    """
    with ExitStack() as stack:
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _hold(folder, stack)
            owned = _owned(folder)
            _refuse_foreign(folder, frozenset(names), owned)
            stack.callback(_tidy, folder / _ROOM)
            _clear(folder / _ROOM)
            (folder / _ROOM).mkdir()
        yield Publication(folder, owned)


@contextmanager
def explained(folder: str | Path) -> Iterator[None]:
    """Turn what the disk refuses into our own error, with the place in it."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"Can't write {shown(os.fspath(where))!r} ({error.strerror or error}); "
            "check the place, its permissions and the room on the disk."
        ) from error


def _hold(folder: Path, stack: ExitStack) -> None:
    try:
        stack.enter_context(held_alone(folder))
    except BlockingIOError as error:
        raise OutputError(
            f"Another run is writing {os.fspath(folder)!r}; wait for it, or choose another folder."
        ) from error


def _owned(folder: Path) -> frozenset[str]:
    """The names that the record in a folder lists as ours, the record among them."""
    path = folder / RECORD
    names = owned_names(path.read_bytes() if os.path.lexists(path) else None, path)
    return frozenset(name for name in names if not _is_elsewhere(folder, name)) | {RECORD}


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
    return frozenset({RECORD, *(name for name in names if _may_be_ours(name))})


def _may_be_ours(name: object) -> bool:
    """Whether what a record lists can be a file of ours: it will be removed, so it must not lie elsewhere."""
    if not isinstance(name, str) or not name.isprintable():
        return False
    *above, _ = pieces = name.split("/")
    return {"", ".", "..", _ROOM}.isdisjoint(pieces) and (not above or above[0] in _FOLDERS)


def _is_elsewhere(folder: Path, name: str) -> bool:
    """Whether a folder has the name of a file, or a link leads away from it."""
    return _is_folder(folder / name) or any(_is_blocked(folder / way) for way in _above([name]))


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


def _above(names: Iterable[str]) -> frozenset[str]:
    """The folders, below the output folder, that files of these names lie in."""
    return frozenset(way.as_posix() for name in names for way in PurePosixPath(name).parents) - {"."}


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_blocked(way: Path) -> bool:
    """Whether something other than a folder stands in the way, such as a link that leads elsewhere."""
    return os.path.lexists(way) and not _is_folder(way)


def _refuse_foreign(folder: Path, names: frozenset[str], owned: frozenset[str]) -> None:
    theirs = [name for name in names - owned - _above(owned) if os.path.lexists(folder / name)]
    for name in sorted([*theirs, *(way for way in _above(names) if _is_blocked(folder / way))]):
        raise foreign(folder / name)


def _remove(folder: Path, names: frozenset[str]) -> None:
    """Remove files, and the folders that they leave empty."""
    for name in sorted(names):
        (folder / name).unlink(missing_ok=True)
    for way in sorted(_above(names), reverse=True):  # the deepest first
        with suppress(OSError):
            (folder / way).rmdir()


def _tidy(room: Path) -> None:
    with suppress(OSError):
        _clear(room)


def _clear(room: Path) -> None:
    if room.is_symlink() or room.is_file():
        room.unlink()
    elif room.exists():
        shutil.rmtree(room)


def _flush_all(folder: Path, names: Sequence[str]) -> None:
    """Make the disk keep these files and folders; where they are many, all that its file system holds."""
    if len(names) > _MANY and sys.platform == "linux":
        _flush_file_system(folder)
    else:
        for name in names:
            flush(folder / name)


def _flush_file_system(folder: Path) -> None:
    library = ctypes.CDLL(None, use_errno=True)  # Python has no name of its own for it
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), os.fspath(folder))
    finally:
        os.close(descriptor)


def flush(path: Path) -> None:
    """Make the disk keep a file's bytes, or a folder's names."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

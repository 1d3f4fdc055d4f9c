"""SOURCE arguments to jobs: which files, under which names, each distinct content once.

In: what the user named (PDFs, folders, globs, URLs, ``-`` for paths on stdin). Out: a ``Place`` for each
path, and a ``Job`` for each distinct content, told by its hash. Out of scope: what
the files hold (``pages``), how a URL is read (``stores``).
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from extract.errors import NotAFileError, ReportError, TooLargeError, UnreadableError
from extract.model import Job, Options
from extract.notation.characters import clean
from extract.stores import StoreError, as_local, find_entries, is_shared, is_url, open_url, shown, size_of

MOST_BYTES = 200_000_000
_BLOCK_BYTES = 1 << 18
_ASKED_AT_ONCE = 8  # a store is far away, and answers many at a time


class SourceError(Exception):
    """What the user named isn't there, or can't be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """One path that was given or found.

    Attributes:
        path: Absolute, or a URL: where the bytes lie.
        source: Its name in the output: relative to the folder or the glob's base, with ``/``; of a
            file named directly its file name, or its URL. Bytes that are no text are U+FFFD.
    """

    path: str
    source: str


def find_places(sources: Iterable[str], stdin: Iterable[str] = ()) -> tuple[Place, ...]:
    """Every file that the sources name, sorted, each place once.

    Args:
        sources: PDFs, folders, globs, URLs of these, and ``-`` for the lines of ``stdin``.
        stdin: Lines of paths, read only where ``-`` is among the sources.

    Raises:
        SourceError: A source doesn't exist, or holds no PDF. Stdin may be empty: a program wrote it.
    """
    places: set[Place] = set()
    for source in sources:
        if source == "-":
            places.update(find_places(line.rstrip("\r\n") for line in stdin if line.strip()))
        else:
            found = set(_places_of(source))
            if not found:
                raise SourceError(f"There is no PDF in {shown(source)!r}; check the folder.")
            places |= found
    return tuple(sorted(places, key=lambda place: (place.source, place.path)))


def as_jobs(places: Sequence[Place], options: Options) -> tuple[Job, ...]:
    """One job for each distinct content; copies are named in ``also_at``.

    The first place by name stands for its copies, so that the order of the sources doesn't matter.
    """
    return tuple(dict.fromkeys(job for _, job in match_jobs(places, options)))


def match_jobs(places: Sequence[Place], options: Options) -> tuple[tuple[Place, Job], ...]:
    """Each place with the job that reads its bytes, in the order of the places."""
    pairs = [
        (place, _as_job(digest, copies, options))
        for digest, copies in _by_content(places)
        for place in copies
    ]
    return tuple(sorted(pairs, key=lambda pair: (pair[0].source, pair[0].path)))


def bring_near(places: Sequence[Place], folder: Path) -> tuple[Place, ...]:
    """The same places, where workers can read them: what lies in this process's memory is copied out of it.

    Args:
        places: What to read.
        folder: Where copies go; made where one is needed.

    Raises:
        OSError: The folder can't be written.
    """
    return tuple(
        place if not is_url(place.path) or is_shared(place.path) else _copied(place, folder / str(number))
        for number, place in enumerate(places)
    )


def _copied(place: Place, path: Path) -> Place:
    try:
        data = read_bytes(place.path)
    except ReportError:  # whoever reads it finds the same, and says so in its row
        return place
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return replace(place, path=str(path))


def last_part(source: str) -> str:
    """A source's file name."""
    return source.rstrip("/").rpartition("/")[2] or source


def read_bytes(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        NotAFileError: A folder, pipe, device or a link to nowhere stands there.
        UnreadableError: The disk or the permissions refuse the bytes.
        TooLargeError: There are too many of them.
    """
    try:
        with open_file(path) as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(error, path) from error
    if len(data) > MOST_BYTES:
        raise _too_large(len(data))
    return data


@contextmanager
def open_file(path: str) -> Iterator[BinaryIO]:
    """A file, open for reading.

    Raises:
        NotAFileError, UnreadableError, TooLargeError: As ``read_bytes``.
        OSError: What was opened can't be read to its end.
    """
    if is_url(path):
        try:
            size = size_of(path)
        except StoreError as error:
            raise (_nothing_there(error) if error.is_missing else _unreadable(error, path)) from error
        if size is not None and size > MOST_BYTES:
            raise _too_large(size)
        with open_url(path) as stream:
            yield stream
    else:
        with _open_path(path) as stream:
            yield stream


def _open_path(path: str) -> BufferedReader:
    """A pipe or a device would make the reader wait for ever, so only regular files are opened."""
    try:
        status = Path(path).stat()
    except PermissionError as error:
        raise UnreadableError(
            f"Its folder can't be read ({error.strerror}); check the permissions."
        ) from error
    except OSError as error:
        raise _nothing_there(error) from error
    if stat.S_ISDIR(status.st_mode) and not os.access(path, os.R_OK | os.X_OK):
        raise UnreadableError("The folder can't be listed; check its permissions.")
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(f"It is a {_kind(status.st_mode)}, not a file; give the path of a PDF file.")
    if status.st_size > MOST_BYTES:
        raise _too_large(status.st_size)
    try:
        return open(path, "rb", opener=_without_waiting)
    except OSError as error:
        raise _unreadable(error, path) from error


def page_numbers(text: str) -> frozenset[int]:
    """The pages that a text such as ``1-3,7`` names.

    Raises:
        SourceError: It names none.

    >>> sorted(page_numbers("1-3,7"))
    [1, 2, 3, 7]
    """
    numbers: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*([0-9]{1,6})(?:-([0-9]{1,6}))?\s*", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise SourceError(f"The pages {text!r} can't be read; write them as 1-3,7, counted from 1.")
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def _without_waiting(path: str, flags: int) -> int:
    """Should a pipe have taken the file's place meanwhile, it is opened at once and found empty."""
    return os.open(path, flags | os.O_NONBLOCK)


def _unreadable(error: OSError, path: str) -> UnreadableError:
    where = "the address and your rights there" if is_url(path) else "the disk and the permissions"
    return UnreadableError(f"The bytes can't be read ({error.strerror}); check {where}.")


def _nothing_there(error: OSError) -> NotAFileError:
    return NotAFileError(f"Nothing can be read there ({error.strerror}); give the path of a PDF file.")


def _too_large(size: int) -> TooLargeError:
    return TooLargeError(
        f"The file has {size / 1_000_000:.0f} MB and the most is {MOST_BYTES / 1_000_000:.0f}; divide it, or "
        "lower the resolution of its pictures."
    )


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "folder"
    if stat.S_ISFIFO(mode):
        return "pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def _places_of(source: str) -> Iterator[Place]:
    if not source:
        raise SourceError("A source is empty; is a variable not set? Name the current folder as '.'.")
    source = as_local(source)
    if is_url(source):
        return _in_store(source)
    path = Path(source)
    if path.is_dir():
        return _in_folder(path, path)
    if os.path.lexists(source):
        return iter([_place(path, path.parent)])
    if glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207  Path.glob refuses absolute patterns
        if matches:
            return _matched(matches, _glob_base(source))
        raise SourceError(f"Nothing matches {source!r}; check the pattern and the folder.")
    raise SourceError(f"{source!r} doesn't exist; give a PDF, a folder, a glob, or - for paths on stdin.")


def _in_store(url: str) -> Iterator[Place]:
    try:
        entries = find_entries(url, wanted=_is_pdf)
    except StoreError as error:
        raise SourceError(
            f"{shown(url)!r} can't be read ({error.strerror}); check the address and your rights there."
        ) from error
    return (Place(entry.url, clean(entry.name or shown(entry.url))) for entry in entries)


def _matched(matches: Sequence[str], base: Path) -> Iterator[Place]:
    for match in map(Path, matches):
        if match.is_dir() and match.suffix.lower() != ".pdf":
            yield from _in_folder(match, base)
        else:
            yield _place(match, base)


def _in_folder(folder: Path, base: Path) -> Iterator[Place]:
    """Whatever is called ``*.pdf`` below a folder; links to folders aren't followed (they may loop)."""
    refused: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=refused.append):
        for name in (*folders, *files):
            if _is_pdf(name):
                yield _place(Path(root) / name, base)
    # A folder that can't be listed may hold reports: it is named as unreadable, not passed over.
    yield from (_place(Path(error.filename), base) for error in refused)


def _is_pdf(name: str) -> bool:
    return name.lower().endswith(".pdf")


def _place(path: Path, base: Path) -> Place:
    return Place(str(path.absolute()), clean(path.relative_to(base).as_posix()))


def _glob_base(pattern: str) -> Path:
    """The part of a pattern before the first part with a wildcard."""
    parts = Path(pattern).parts
    plain = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:plain])


def _as_job(digest: str, copies: Sequence[Place], options: Options) -> Job:
    first, *others = copies
    also_at = tuple(sorted(place.source for place in others if place.path != first.path))
    return Job(first.path, first.source, options, also_at, digest)


def _by_content(places: Sequence[Place]) -> list[tuple[str, list[Place]]]:
    """The places of each distinct content, with its hash; a place that can't be read stands alone."""
    digests = _digests([place.path for place in places])
    groups: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (place.source, place.path)):
        groups[digests[place.path] or place.path].append(place)
    return [(digests[copies[0].path], copies) for copies in groups.values()]


def _digests(paths: Sequence[str]) -> dict[str, str]:
    """The hash of each path's bytes. A disk is read by one, a store asked by many at a time."""
    urls = [path for path in paths if is_url(path)]
    digests = {path: _digest(path) for path in paths if not is_url(path)}
    if not urls:
        return digests
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  ``--help`` does without it

    asked = ThreadPoolExecutor(_ASKED_AT_ONCE)
    try:
        return digests | dict(zip(urls, asked.map(_digest, urls), strict=True))
    finally:
        asked.shutdown(wait=False, cancel_futures=True)  # Ctrl-C waits for no server


def _digest(path: str) -> str:
    """The hash of a file's bytes; empty where they can't be had or are too many."""
    try:
        with open_file(path) as stream:
            return _hash_of(stream)
    except (ReportError, OSError):
        return ""


def _hash_of(stream: BinaryIO) -> str:
    digest, left = hashlib.sha256(), MOST_BYTES
    while block := stream.read(_BLOCK_BYTES):
        left -= len(block)
        if left < 0:  # a store may not have told the size
            return ""
        digest.update(block)
    return digest.hexdigest()

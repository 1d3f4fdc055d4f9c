"""Places that are named by a URL: object stores, archives, servers, through fsspec.

In: URLs such as ``s3://bucket/reports``, ``zip://*.pdf::archive.zip`` or ``memory://x``. Out: names, bytes.
Every failure is a ``StoreError``, which is an ``OSError``, so that whoever can say what a disk refuses can
say it of a store too. Out of scope: which files are reports (``sources``), sets of files (``writers``).
"""

# ruff: noqa: PLC0415  fsspec is imported where a URL was named

from __future__ import annotations

import errno
import glob
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*::)*([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_SECRET = re.compile(r"(?<=://)([^/:\s]*):[^/\s]*@")
_SIGNED = re.compile(
    r"(?<=[?&])(X-Amz-(?:Signature|Credential|Security-Token)|Signature|AWSAccessKeyId|sig|token|access_token)=[^&#\s]*",
    re.IGNORECASE,
)
_COLON = "\ue000"  # stands in a URL of ours for a colon of a name that would be read as a part of the URL
_LOCAL = frozenset({"file", "local"})
_ARCHIVES = frozenset({"zip", "tar", "libarchive"})
_BUCKETS = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "oss", "oci"})
_QUERIES = frozenset({"http", "https"})  # here a question mark is no wildcard
_LONGEST_REASON = 300


class StoreError(OSError):
    """A store refuses, can't be reached, or isn't known here; ``strerror`` says why."""

    @property
    def is_missing(self) -> bool:
        """Whether there is just no such file."""
        return self.errno == errno.ENOENT


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a store.

    Attributes:
        url: Names it, whoever asks.
        name: Relative to what was asked for, with ``/``; empty for what was named itself.
    """

    url: str
    name: str


def is_url(text: str) -> bool:
    """Whether a text names a place by URL.

    >>> is_url("s3://bucket/reports"), is_url("zip://*.pdf::old.zip"), is_url("reports/q1.pdf")
    (True, True, False)
    """
    return _URL.match(text) is not None


def is_shared(url: str) -> bool:
    """Whether another process sees the same under this URL; what lies in memory is this process's own."""
    return not url.rpartition("::")[2].lower().startswith("memory:")


def as_local(text: str) -> str:
    """The path that a ``file://`` URL means; any other text as it is.

    >>> as_local("file:///data/q%201.pdf"), as_local("s3://bucket/q1.pdf")
    ('/data/q 1.pdf', 's3://bucket/q1.pdf')
    """
    if _scheme(text) not in _LOCAL or "::" in text:
        return text
    host, slash, path = text.partition("://")[2].partition("/")
    return unquote(slash + path if host in ("", "localhost") else host + slash + path)


def shown(url: str) -> str:
    """A URL for the eyes of others: without the password or the signature that it may hold.

    >>> shown("ftp://reader:secret@host/q1.pdf"), shown("https://host/q1.pdf?v=2&sig=a%2Fb")
    ('ftp://reader@host/q1.pdf', 'https://host/q1.pdf?v=2&sig=')
    """
    return _SIGNED.sub(r"\1=", _SECRET.sub(r"\1@", url)).replace(_COLON, ":")


def join(url: str, name: str) -> str:
    """The URL of a file in a folder, whatever the archive that the folder lies in.

    >>> join("zip://reports::old.zip", "q1.pdf"), join("s3://bucket/", "q1.pdf")
    ('zip://reports/q1.pdf::old.zip', 's3://bucket/q1.pdf')
    """
    head, chain, rest = url.partition("::")
    return f"{head}{'' if head.endswith('/') else '/'}{name}{chain}{rest}"


def find_entries(url: str, wanted: Callable[[str], bool]) -> list[Entry]:
    """The files that a URL names: itself, those of its folder that are wanted, or those that it matches.

    Args:
        url: A file, a folder or a pattern.
        wanted: Told a file's name; says whether a folder's file is asked for.

    Raises:
        StoreError: There is nothing, or the store refuses.
    """
    url = _settled(url)
    head = url.partition("::")[0]
    with _explained(url):
        fs, path = _connect(url)
        if not url.endswith("/") and _kind(fs, path) == "file":
            return [Entry(url, "")]
        if _is_pattern(head):
            base = _glob_base(path)
            names = [name for match in fs.glob(path) for name in _files_below(fs, match, wanted)]
        else:
            base, names = path, _files_below(fs, path, wanted)
        if not names and base.strip("/") and not _kind(fs, base):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), url)
        return [Entry(_url_of(url, name), _relative(name, base)) for name in sorted(set(names))]


def exists(url: str) -> bool:
    """Whether there is a file of this name.

    Raises:
        StoreError: The store refuses.
    """
    with _explained(url):
        fs, path = _connect_anew(url)
        return _kind(fs, path) == "file"


def size_of(url: str) -> int | None:
    """How many bytes a file has; None where its store doesn't tell.

    Raises:
        StoreError: It isn't there, or the store refuses.
    """
    with _explained(url):
        fs, path = _connect_anew(url)
        size = fs.info(path)["size"]
        return None if size is None else int(size)


@contextmanager
def open_url(url: str) -> Iterator[BinaryIO]:
    """A file, open for reading from its start to its end.

    Raises:
        StoreError: It isn't there, or the store refuses.
    """
    with _explained(url):
        fs, path = _connect(url)
        with fs.open(path, "rb") as stream:
            yield stream


def read_all(url: str) -> bytes:
    """A file's bytes.

    Raises:
        StoreError: It isn't there, or the store refuses.
    """
    with _explained(url):
        fs, path = _connect(url)
        data: bytes = fs.cat_file(path)
        return data


def write_all(url: str, data: bytes) -> None:
    """Write a file, whole or not at all; folders above it are made where the store has any.

    Raises:
        StoreError: The store refuses.
    """
    with _explained(url):
        fs, path = _connect(url)
        _make_room(fs, path)
        fs.pipe_file(path, data)


def upload(source: Path, url: str) -> None:
    """Write a file of this machine into a store, whole or not at all.

    Raises:
        StoreError: The store refuses.
    """
    with _explained(url):
        fs, path = _connect(url)
        _make_room(fs, path)
        fs.put_file(str(source), path)


def remove(url: str) -> None:
    """Remove a file, should it be there.

    Raises:
        StoreError: The store refuses.
    """
    with _explained(url):
        fs, path = _connect_anew(url)
        with suppress(FileNotFoundError):
            fs.rm_file(path)


def _connect(url: str) -> tuple[AbstractFileSystem, str]:
    from fsspec.core import url_to_fs

    if _is_archive(url) and "::" not in url:
        raise ValueError("name the archive after two colons, as in zip://*.pdf::archive.zip")
    fs, path = url_to_fs(url)
    return fs, str(path).replace(_COLON, ":")


def _connect_anew(url: str) -> tuple[AbstractFileSystem, str]:
    """The same, with no list of files remembered from before."""
    fs, path = _connect(url)
    fs.invalidate_cache()
    return fs, path


@contextmanager
def _explained(url: str) -> Iterator[None]:
    try:
        yield
    except (StoreError, MemoryError):
        raise
    except Exception as error:  # each store's library has errors of its own, and they share no root
        raise StoreError(_number(error), _reason(error), shown(url)) from error


def _number(error: Exception) -> int:
    if isinstance(error, FileNotFoundError | KeyError):  # an archive without that member
        return errno.ENOENT
    return (isinstance(error, OSError) and error.errno) or errno.EIO


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror and error.errno:
        return error.strerror
    text = shown(" ".join(str(error).split()))[:_LONGEST_REASON]
    return text or type(error).__name__


def _settled(url: str) -> str:
    """A URL that means the same in another folder: an archive's own path made absolute."""
    head, chain, last = url.rpartition("::")
    return f"{head}::{Path(last).absolute()}" if chain and not is_url(last) else url


def _scheme(url: str) -> str:
    match = _URL.match(url)
    return match[1].lower() if match else ""


def _is_pattern(head: str) -> bool:
    return "*" in head if _scheme(head) in _QUERIES else glob.has_magic(head)


def _is_archive(url: str) -> bool:
    return _scheme(url) in _ARCHIVES


def _kind(fs: AbstractFileSystem, path: str) -> str:
    """``file``, ``directory``, or empty: nothing is there. fsspec's ``isfile`` hides that a store refuses."""
    try:
        return str(fs.info(path)["type"])
    except FileNotFoundError:
        return ""


def _files_below(fs: AbstractFileSystem, path: str, wanted: Callable[[str], bool]) -> list[str]:
    if _kind(fs, path) == "file":
        return [path]
    return [name for name in fs.find(path) if wanted(name)]


def _glob_base(path: str) -> str:
    """The part of a pattern before the first part with a wildcard."""
    parts = path.split("/")
    plain = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return "/".join(parts[:plain])


def _url_of(url: str, name: str) -> str:
    """The URL of what a store calls by a name; an archive's URL goes on with where the archive lies.

    A name is somebody else's text: ``file:///etc/passwd`` in an archive is a name there, and no URL.
    """
    head, chain, rest = url.partition("::")
    if _scheme(head) in _QUERIES:  # here names are URLs
        return name
    told = name.lstrip("/").replace(":", _COLON) if "::" in name or "://" in name else name.lstrip("/")
    return f"{head.partition('://')[0]}://{told}{chain}{rest}"


def _relative(name: str, base: str) -> str:
    return name.removeprefix(base).lstrip("/")


def _make_room(fs: AbstractFileSystem, path: str) -> None:
    """Make the folder above a file. An object store needs none, and its buckets aren't made unasked."""
    if not _BUCKETS.intersection(fs.protocol if isinstance(fs.protocol, tuple) else (fs.protocol,)):
        fs.makedirs(fs._parent(path), exist_ok=True)

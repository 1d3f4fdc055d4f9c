"""The reasons why one report cannot be processed.

    ReportError                 code, message with the remedy
    ├── NotAPdfError            not-a-pdf
    ├── EmptyFileError          empty
    ├── EncryptedError          encrypted
    ├── NotPermittedError       not-permitted (only with --respect-permissions)
    ├── CorruptError            corrupt
    ├── NoPagesError            no-pages
    ├── TooManyPagesError       too-many-pages
    ├── TooLargeError           too-large
    ├── NotAFileError           not-a-file
    └── UnreadableError         unreadable (the bytes can't be had from the disk)

    NumberError                 a text that holds something other than one number

Time, memory and crashes end a worker: no exception is left to tell of them (``batch.pool``).

A ``ReportError`` is raised where the foreign library is called and caught where one file's work
ends. Its arguments are plain strings, since it crosses processes. Anything else is a bug.
"""

from __future__ import annotations


class ReportError(Exception):
    """One report can't be processed; ``str(error)`` says why and what to do."""

    code = "internal"


class NotAPdfError(ReportError):
    """The bytes are not a PDF."""

    code = "not-a-pdf"


class EmptyFileError(ReportError):
    """The file has no bytes."""

    code = "empty"


class EncryptedError(ReportError):
    """The file asks for a password that was not given, or was wrong."""

    code = "encrypted"


class CorruptError(ReportError):
    """The file is damaged beyond repair."""

    code = "corrupt"


class NoPagesError(ReportError):
    """The file has no pages, for either of two parsers."""

    code = "no-pages"


class NotPermittedError(ReportError):
    """The file's permission bits forbid extraction, and they shall be respected."""

    code = "not-permitted"


class TooManyPagesError(ReportError):
    """The file has more pages than are read."""

    code = "too-many-pages"


class TooLargeError(ReportError):
    """The file has more bytes than are read."""

    code = "too-large"


class NotAFileError(ReportError):
    """A folder, a pipe, a device or a link to nowhere stands where a file should."""

    code = "not-a-file"


class UnreadableError(ReportError):
    """The bytes can't be read from where they lie."""

    code = "unreadable"


class NumberError(ValueError):
    """A text holds something other than one number."""

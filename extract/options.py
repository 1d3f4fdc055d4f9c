"""Arguments and options as records: which files, how they are read, what was judged.

Beside ``cli`` the only module that knows click. Out of scope: what commands do with them.
"""

# ruff: noqa: PLC0415  what reads the file is imported where it is asked for

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path

import click

from extract.model import Options
from extract.sources import Place, SourceError, find_places
from extract.streams import say

SEVERITIES = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""What ``--fail-on`` may be, and which findings it means."""


def batch_options(fail_on: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """SOURCE..., ``--jobs`` and ``--fail-on`` with its default."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        severity = click.Choice(tuple(SEVERITIES))
        help_text = "Leave with 1 where there are findings of this severity or above."
        command = click.option(
            "--fail-on", type=severity, default=fail_on, show_default=True, help=help_text
        )(command)
        help_text = "Files read at a time.  [default: the number of processors]"
        command = click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=help_text)(command)
        return click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")(command)

    return decorate


def reading_options(command: Callable[..., int]) -> Callable[..., int]:
    """``--password`` and ``--password-file``, handed to the command as ``options``."""

    @click.option(
        "--password-file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A file whose first line is the password of encrypted PDFs.",
    )
    @click.option("--password", metavar="TEXT", help="The password of encrypted PDFs.")
    @wraps(command)
    def with_options(*, password: str | None, password_file: Path | None, **others: object) -> int:
        if password is not None and password_file is not None:
            raise click.UsageError("Give --password or --password-file, not both.")
        if password_file is not None:
            password = password_file.read_text("utf-8").partition("\n")[0].removesuffix("\r")
        return command(options=Options(password=password or ""), **others)

    return with_options


def exceptions_option(command: Callable[..., int]) -> Callable[..., int]:
    """``--exceptions``, handed to the command as ``decisions``."""

    @click.option(
        "--exceptions",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Decisions about findings (TOML): what is judged counts no more.",
    )
    @wraps(command)
    def with_decisions(*, exceptions: Path | None, **others: object) -> int:
        from extract.review.decisions import day_of, read_decisions

        decisions = exceptions and read_decisions(exceptions, day_of(os.environ, time.time()))
        return command(decisions=decisions, **others)

    return with_decisions


def named_places(sources: Sequence[str]) -> tuple[Place, ...]:
    """The places that the sources name; stdin holds paths as bytes that need not be UTF-8."""
    lines = (os.fsdecode(line) for line in sys.stdin.buffer) if "-" in sources else iter(())
    places = find_places(sources, lines)
    if not places:
        say("No path came on stdin, so nothing was read.")
    return places


def named_file(file: Path, what: str = "PDF") -> tuple[Place]:
    """The place of the one file that a command is about."""
    if file.is_dir():
        raise click.UsageError(f"{os.fspath(file)!r} is a folder; give one {what}.")
    if not os.path.lexists(file):
        raise SourceError(f"{os.fspath(file)!r} doesn't exist; give one {what}.")
    return (Place(str(file.absolute()), file.name),)

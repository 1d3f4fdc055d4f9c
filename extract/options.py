"""Options of commands that stand for records: what a file that they name holds.

Beside ``cli`` the only module that knows click. Out of scope: what commands do with them.
"""

# ruff: noqa: PLC0415  what reads the file is imported where it is asked for

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click

from extract.model import Options


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

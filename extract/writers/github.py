"""Findings as annotations of GitHub Actions: ``::error file=...,title=...::message``, one a line.

In: what an audit tells. Out: workflow commands. The runner splits a command at ``::``, ``,`` and the
line's end, so these are escaped as its own toolkit does: text from a report can start no command.
"""

from __future__ import annotations

from extract.notation.characters import clean
from extract.writers.batch_audit import BatchAudit
from extract.writers.text import one_line

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(audit: BatchAudit) -> str:
    """Each finding as one command; its page stands in the message, since a PDF has no lines."""
    return "".join(f"{_command(row)}\n" for row in audit.rows())


def escape_value(text: str) -> str:
    r"""A text as the message of a command.

    Invisible marks are escaped as in the text format, line by line.

    >>> escape_value("50%\n::error::x")
    '50%25%0A::error::x'
    """
    lines = clean(text).split("\n")
    return "%0A".join(one_line(line).replace("%", "%25").replace("\r", "%0D") for line in lines)


def escape_property(text: str) -> str:
    """A text as a property of a command.

    >>> escape_property("a::b,line=9")
    'a%3A%3Ab%2Cline=9'
    """
    return escape_value(text).replace(":", "%3A").replace(",", "%2C")


def _command(row: dict[str, object]) -> str:
    where = [] if row["page"] is None else [f"page {row['page']}"]
    message = ": ".join([*where, str(row["message"])])
    title = escape_property(f"{row['rule']} {row['name']}")
    return (
        f"::{_COMMANDS[str(row['severity'])]} file={escape_property(str(row['source']))},title={title}"
        f"::{escape_value(message)}"
    )

"""What a build server makes of the lines that a program prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Those that GitHub's runner has registered, now or in earlier versions.
REGISTERED = frozenset(
    {
        *("add-mask", "add-matcher", "add-path", "command", "debug", "echo", "endgroup", "error", "group"),
        *("internal-set-repo-path", "notice", "remove-matcher", "save-state", "section", "set-env"),
        *("set-output", "stop-commands", "warning"),
    }
)
_OTHERS = re.compile(r"##(?:vso|teamcity)\[")


class Command(NamedTuple):
    """A line that acts: its name, properties and message."""

    name: str
    properties: dict[str, str]
    message: str


def commands_of(printed: str) -> Iterator[Command]:
    """The commands in what was printed, read line by line as GitHub's runner and its kin do."""
    for line in re.split("\r\n|[\r\n]", printed):
        found = _in_line(line.lstrip()) or _anywhere(line)
        if found:
            yield found


def _in_line(line: str) -> Command | None:
    """``::name key=value,key=value::message``, where a line begins."""
    match = re.match(r"::(.*?)::(.*)", line, re.DOTALL)
    name, _, properties = match[1].partition(" ") if match else ("", "", "")
    if match is None or name not in REGISTERED:
        return None
    pairs = (pair.partition("=") for pair in properties.strip().split(",") if pair)
    return Command(name, {key: _decoded(value, ":,") for key, _, value in pairs}, _decoded(match[2], ""))


def _anywhere(line: str) -> Command | None:
    """``##[name key=value;key=value]message``, the older form, and what others listen to."""
    match = re.search(r"##\[([^\]]*)\](.*)", line, re.DOTALL)
    if match and match[1].partition(" ")[0] in REGISTERED:
        return Command(match[1].partition(" ")[0], {}, match[2])
    other = _OTHERS.search(line)
    return Command(other[0], {}, line) if other else None


def _decoded(text: str, more: str) -> str:
    for mark in ("\r", "\n", *more, "%"):
        text = text.replace(f"%{ord(mark):02X}", mark)
    return text

"""Findings as annotations of GitHub Actions."""

from __future__ import annotations

import re

import pytest

from extract.writers.github import as_github, escape_property, escape_value
from tests.hand_made import HOSTILE, outcome


def read_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of the lines: name, properties and message of each command."""
    read = []
    for line in text.splitlines():
        match = re.match(r"::([^ :]+)(?: (.*?))?::(.*)$", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in (match[2] or "").split(","))
        properties = {name: _decode(value, ":,") for name, value in pairs}
        read.append((match[1], properties, _decode(match[3], "")))
    return read


def _decode(text: str, more: str) -> str:
    for mark in ("\r", "\n", *more, "%"):
        text = text.replace(f"%{ord(mark):02X}", mark)
    return text


def test_a_finding_is_an_annotation_with_file_title_and_page() -> None:
    assert as_github(outcome({})) == (
        "::error file=north/q1.pdf,title=RC001 change_differs::page 2: 129 - 106 is 23, not -23.\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_each_severity_has_its_command(severity: str, command: str) -> None:
    assert as_github(outcome({"severity": severity})).startswith(f"::{command} file=")


def test_a_finding_without_a_page_names_none() -> None:
    assert as_github(outcome({"page": None})).endswith("::129 - 106 is 23, not -23.\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_starts_no_command_and_adds_no_property(text: str) -> None:
    ((name, properties, message),) = read_commands(
        as_github(outcome({"message": text}, reports=[{"source": text}]))
    )
    assert name == "error"
    assert list(properties) == ["file", "title"]
    assert properties["title"] == "RC001 change_differs"
    assert message.startswith("page 2: ")


def test_what_was_escaped_reads_back_as_it_was() -> None:
    text = "100%, a: b%0A\n::error::£5 – ünder"
    assert _decode(escape_value(text), "") == text
    assert _decode(escape_property(text), ":,") == text

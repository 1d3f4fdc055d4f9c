"""The formats of findings: which there are, and what the plain ones hold."""

from __future__ import annotations

import json
import unicodedata

import click
import pytest

from extract.cli import commands
from extract.writers.formats import FORMATS
from tests.hand_made import HOSTILE, outcome


def test_the_command_offers_each_format_and_no_other() -> None:
    (option,) = (each for each in commands.commands["audit"].params if each.name == "output_format")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)


def test_findings_as_json_hold_every_column_and_null_where_empty() -> None:
    read = json.loads(FORMATS["json"](outcome({"low": 22.5})))
    assert read["version"]
    (finding,) = read["findings"]
    assert (finding["rule"], finding["page"], finding["low"], finding["high"]) == ("RC001", 2, 22.5, None)
    assert (finding["source"], finding["file"]) == ("north/q1.pdf", "q1.pdf")


def test_json_holds_the_coverage_and_what_was_left_out() -> None:
    counts = {"numbers_seen": 40, "numbers_checked": 30, "numbers_uncheckable": 4}
    told = outcome(reports=[counts], review={"baseline": {"known": 2}})
    read = json.loads(FORMATS["json"](told))
    assert read["baseline"] == {"known": 2}
    whole = {**counts, "numbers_not_compared": 6, "unchecked_because": {}}
    assert read["coverage"] == {**whole, "reports": [{"source": "north/q1.pdf", **whole}]}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_second_line_of_text(text: str) -> None:
    printed = FORMATS["text"](outcome({"message": text}))
    assert len(printed.splitlines()) == printed.count("\n") == 1
    assert not {unicodedata.category(mark) for mark in printed.removesuffix("\n")} & {"Cc", "Cf", "Zl", "Zp"}
    assert printed.startswith("north/q1.pdf:2: RC001 error ")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_can_be_written_in_every_format(text: str, form: str) -> None:
    row = {"message": text, "kpi": text, "quote": text, "stated": text, "doubt": text}
    report = {"source": text, "file": text, "status": "partial", "error_message": text}
    printed = FORMATS[form](outcome(row, reports=[report], tables=[{"title": text}]))
    printed.encode("utf-8")
    assert not any(mark in printed for mark in "\x00\x07\x1b\x7f\r\u2028")


@pytest.mark.parametrize("form", FORMATS)
def test_two_findings_with_one_fingerprint_are_both_told(form: str) -> None:
    twice = outcome({}, {"finding_id": "0123456789abcdef.n0002", "page": 3})
    printed = FORMATS[form](twice)
    assert printed.count("129 - 106 is 23, not -23.") >= 2
    assert printed == FORMATS[form](twice)


@pytest.mark.parametrize("form", FORMATS)
def test_an_audit_of_nothing_can_be_written(form: str) -> None:
    assert FORMATS[form](outcome(reports=[])) is not None

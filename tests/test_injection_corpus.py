"""Public files made to be run by whoever reads them: through every output, they stay data."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet
import pytest
from sarif_kit.validate import validation_errors

from extract.writers.text import guard
from tests.build_logs import commands_of
from tests.commands import ROOT, Command, rows
from tests.test_injection import FORMULA, NUMBER, UNPRINTABLE
from tests.watched import Watched, contents, watch

FAULTS = ROOT.parent / "shared" / "corpus" / "faults"
KINDS = (
    "active-content",
    "attachment-traversal",
    "bad-unicode",
    "cmap-path-traversal",
    "control-characters",
    "csv-quoting",
    "formula-injection",
    "hidden-content",
    "html-named-pdf",
    "markup-injection",
    "metadata",
    "number-traps",
    "regex-bait",
    "right-to-left",
    "xml-entities",
)
pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with these files."""
    if not FAULTS.is_dir():
        if os.environ.get("KPI_CI"):
            pytest.fail(f"the corpus of broken files is not at {FAULTS}")
        pytest.skip(f"the corpus of broken files is not at {FAULTS}")
    folder = tmp_path_factory.mktemp("baits")
    (folder / "in").mkdir()
    for row in rows(FAULTS / "manifest.csv"):
        if row["kind"] in KINDS:
            shutil.copy(FAULTS / row["file"], folder / "in")
    return folder


@pytest.fixture(scope="module")
def ran(scratch: Path) -> Watched:
    before = contents(scratch / "in")
    seen = watch(scratch, "run", scratch / "in", "--out", scratch / "out", "--jobs", "2")
    assert seen.answer.code in {0, 3}, seen.answer.err
    assert contents(scratch / "in") == before
    return seen


def test_nothing_is_called_started_or_left_elsewhere(ran: Watched, scratch: Path) -> None:
    assert [deed for deed in ran.deeds if deed.kind != "write"] == []
    rooms = [scratch / name for name in ("out", "cache", "tmp")]
    written = {Path(deed.what) for deed in ran.deeds} - {Path("/proc/self/clear_refs"), Path("/dev/null")}
    assert [path for path in written if not any(path.is_relative_to(room) for room in rooms)] == []
    assert contents(scratch / "tmp", scratch / "home", scratch / "work") == {}


def test_csv_is_parquet_but_for_the_guard_and_runs_nothing(ran: Watched, scratch: Path) -> None:
    assert list(commands_of(ran.answer.err)) == []
    for path in scratch.glob("out/*.csv"):
        assert UNPRINTABLE.findall(path.read_text("utf-8")) == []
        stored = pyarrow.parquet.read_table(path.with_suffix(".parquet")).to_pylist()
        for kept, row in zip(stored, rows(path), strict=True):
            texts = {name: value for name, value in kept.items() if isinstance(value, str)}
            assert {name: row[name] for name in texts} == {name: guard(text) for name, text in texts.items()}
            cells = [text for text in row.values() if FORMULA.match(text)]
            assert [text for text in cells if not NUMBER.fullmatch(text)] == []


def test_every_cell_that_was_drawn_is_there(ran: Watched, scratch: Path) -> None:
    reports = {row["file"]: row["report_id"] for row in rows(scratch / "out" / "reports.csv")}
    cells = pyarrow.parquet.read_table(scratch / "out" / "cells.parquet").to_pylist()
    lost = {}
    for truth in sorted((FAULTS / "truth").glob("*.json")):
        if f"{truth.stem}.pdf" in reports:
            drawn = {plain(text) for row in json.loads(truth.read_text("utf-8")) for text in row}
            read = {plain(row["text"]) for row in cells if row["report_id"] == reports[f"{truth.stem}.pdf"]}
            lost[truth.stem] = sorted(drawn - read - {""})
    assert len(lost) > 5
    assert {name: texts for name, texts in lost.items() if texts} == {}


def plain(text: str) -> str:
    """A text as the corpus compares it: NFKC, white space and what can't be printed as one space."""
    marks = ("\ufffd" if unicodedata.category(mark) in {"Cc", "Cs"} else mark for mark in text)
    return " ".join(re.sub("\ufffd+", " ", unicodedata.normalize("NFKC", "".join(marks))).split())


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit"])
def test_every_format_of_findings_can_be_read(scratch: Path, form: str) -> None:
    seen = watch(scratch, "audit", scratch / "in", "--output-format", form)
    out, err = seen.answer.out, seen.answer.err
    assert [deed for deed in seen.deeds if deed.kind != "write"] == []
    assert UNPRINTABLE.findall(out + err) == []
    assert list(commands_of(err)) == []
    if form == "github":
        assert len(list(commands_of(out))) == len(out.splitlines())
    else:
        assert list(commands_of(out)) == []
    if form == "junit":
        ElementTree.fromstring(out.encode("utf-8"))
    elif form == "sarif":
        assert validation_errors(json.loads(out)) == []
    elif form == "json":
        assert len(json.loads(out)["files"]) == len(list((scratch / "in").iterdir()))


def test_tables_of_each_file_can_be_printed(scratch: Path, command: Command) -> None:
    for name in ("formula_a", "markup_b", "control_a", "quoting_a"):
        for form in ("csv", "markdown", "json"):
            out = command("tables", scratch / "in" / f"made__{name}.pdf", "--format", form).out
            assert UNPRINTABLE.findall(out) == []
            if form == "csv":
                cells = [text for row in csv.reader(out.splitlines()) for text in row]
                assert [text for text in cells if FORMULA.match(text) and not NUMBER.fullmatch(text)] == []

"""A set that stands is left as it is where nothing has changed, and written anew where anything has."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.batch.cache import program_versions
from tests.commands import Answer, Command
from tests.drawn import WRONG, draw_report, write_reports

EXCEPTIONS = """[[exception]]
fingerprint = "0123456789abcdef"
decision = "accepted"
reason = "known"
who = "A. Reader"
date = 2026-01-31
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "in", right=draw_report(), wrong=draw_report(WRONG), copy=draw_report())


Run = Callable[..., Answer]


@pytest.fixture
def run(command: Command, reports: Path, tmp_path: Path) -> Run:
    """A run over the reports into one folder."""

    def call(*options: str | Path) -> Answer:
        return command("run", reports, "--out", tmp_path / "out", *options)

    return call


def stamps(folder: Path) -> dict[str, int]:
    """When each file of a set was written; ``run.json`` is of every run."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "run.json"]
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in files}


def set_back(folder: Path) -> dict[str, int]:
    """Make all files look old, so that one that is written anew shows."""
    for path in folder.rglob("*"):
        os.utime(path, ns=(1, 1))
    return stamps(folder)


def test_a_run_with_nothing_new_writes_run_json_alone(run: Run, tmp_path: Path) -> None:
    first = run("--partition-by", "year")
    before = set_back(tmp_path / "out")
    again = run("--partition-by", "year", "--jobs", "1")
    assert stamps(tmp_path / "out") == before
    assert (again.code, again.err) == (first.code, first.err)
    told = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert told["options"]["jobs"] == 1
    assert [entry["status"] for entry in told["files"]] == ["ok"] * 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")) == []


def lose_a_file(out: Path, _: Path) -> None:
    (out / "cells.csv").unlink()


def damage_a_file(out: Path, _: Path) -> None:
    data = bytearray((out / "cells.parquet").read_bytes())
    data[50] ^= 1
    (out / "cells.parquet").write_bytes(bytes(data))


def lose_the_record(out: Path, _: Path) -> None:
    (out / "run.json").write_text("{}", "utf-8")


def rename_a_report(_: Path, reports: Path) -> None:
    (reports / "wrong.pdf").rename(reports / "other.pdf")


def add_a_copy(_: Path, reports: Path) -> None:
    (reports / "again.pdf").write_bytes(draw_report())


def remove_a_report(_: Path, reports: Path) -> None:
    (reports / "wrong.pdf").unlink()


def change_a_report(_: Path, reports: Path) -> None:
    (reports / "wrong.pdf").write_bytes(draw_report(title="Another title"))


CHANGES = [
    lose_a_file,
    damage_a_file,
    lose_the_record,
    rename_a_report,
    add_a_copy,
    remove_a_report,
    change_a_report,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_has_changed_the_set_is_as_if_written_into_an_empty_folder(
    run: Run, command: Command, reports: Path, tmp_path: Path, change: Callable[[Path, Path], None]
) -> None:
    assert run("--quiet").code == 0
    set_back(tmp_path / "out")
    change(tmp_path / "out", reports)
    assert run("--quiet").code == 0
    assert 1 not in stamps(tmp_path / "out").values()
    assert command("run", reports, "--out", tmp_path / "new", "--quiet", "--no-cache").code == 0
    for name in stamps(tmp_path / "new"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "new" / name).read_bytes()


def test_other_decisions_parts_options_and_programs_write_anew(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "exceptions.toml").write_text(EXCEPTIONS, "utf-8")
    judged = ("--exceptions", tmp_path / "exceptions.toml", "--quiet")
    runs: list[tuple[str | Path, ...]] = [("--quiet",), judged, ("--quiet", "--partition-by", "year")]
    for options in [*runs, ("--quiet", "--pages", "1"), ("--quiet", "--no-cache")]:
        run(*options)
        assert 1 not in stamps(tmp_path / "out").values(), options
        set_back(tmp_path / "out")
    run(*judged)
    before = set_back(tmp_path / "out")
    run(*judged)
    assert stamps(tmp_path / "out") == before
    assert json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["decisions"]["unused"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    run(*judged)
    assert 1 not in stamps(tmp_path / "out").values()


def test_the_program_that_is_compared_holds_all_that_makes_bytes() -> None:
    assert {"kpi-extract", "its text", "pyarrow", "duckdb", "pdfplumber"} <= set(program_versions())

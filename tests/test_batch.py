"""A batch from places to tables, whatever workers, order and earlier runs were."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from extract.batch import Batch, Cache, read_batch
from extract.model import Job, Limits, Options, Outcome
from extract.pipeline import Audit, process_file
from extract.sources import find_places
from extract.writers.arrow import as_frames
from tests.commands import kpi_extract
from tests.drawn import RIGHT, WRONG, draw_report, write_reports

LIMITS = Limits(timeout_s=60)
Found = tuple[Batch, list[dict[str, pa.Table]]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = {f"report{number}": draw_report(title=f"Report {number}") for number in range(4)}
    return write_reports(tmp_path_factory.mktemp("shelf"), **reports)


def read(
    *sources: Path,
    processes: int = 1,
    cache: Cache | None = None,
    retry_failed: bool = False,
    work: Callable[[Job], Audit] | None = None,
) -> Found:
    places = find_places(map(str, sources))
    with read_batch(
        places, Options(), LIMITS, processes=processes, cache=cache, retry_failed=retry_failed, work=work
    ) as batch:
        return batch, list(batch.parts())


def said(found: Found) -> dict[str, str]:
    return {place.source: outcome.error_code or outcome.status for place, outcome in found[0].files}


def reports(found: Found) -> dict[str, dict[str, object]]:
    return {row["source"]: row for part in found[1] for row in part["reports"].to_pylist()}


def not_to_be_read(job: Job) -> Audit:
    """Stands for a fault: what is kept must not be read again."""
    raise AssertionError(job.source)


def replaced_before_reading(job: Job) -> Audit:
    """Somebody writes to the folder while a run reads it."""
    Path(job.path).write_bytes(draw_report(WRONG))
    return process_file(job)


def cut_before_reading(job: Job) -> Audit:
    """A copy that isn't finished when it is read."""
    os.truncate(job.path, 700)
    return process_file(job)


def lawless_at_report1(job: Job) -> Audit:
    """A fault of the program in one report."""
    audit = process_file(job)
    if job.source != "report1.pdf":
        return audit
    return replace(audit, tables={**audit.tables, "cells": audit.tables["cells"].assign(confidence=7.0)})


@pytest.mark.parametrize("processes", [1, 2])
def test_every_file_has_one_outcome(shelf: Path, processes: int) -> None:
    found = read(shelf, processes=processes)
    assert said(found) == {f"report{number}.pdf": "ok" for number in range(4)}
    assert all(outcome.seconds > 0 and outcome.peak_mb > 0 for _, outcome in found[0].files)


def test_neither_workers_nor_order_show_in_the_tables(shelf: Path) -> None:
    names = sorted(shelf.glob("*.pdf"))
    assert read(*names)[1] == read(*names[::-1], processes=2)[1]


def test_parts_come_in_the_order_of_their_reports_and_rows_in_that_of_their_keys(tmp_path: Path) -> None:
    folder = write_reports(tmp_path, right=draw_report(RIGHT), wrong=draw_report(WRONG))
    _, parts = read(folder)
    tables = as_frames(parts)
    assert sorted(tables["reports"]["file"]) == ["right.pdf", "wrong.pdf"]
    assert tables["reports"]["report_id"].is_monotonic_increasing
    assert len(tables["cells"]) == 30
    assert tables["cells"].set_index(["table_id", "row", "column"]).index.is_monotonic_increasing


def test_what_was_read_is_kept_though_the_run_is_interrupted(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.batch.lawful._KEPT_AFTER_S", 0.0)  # as after some seconds
    cache, told = Cache(tmp_path, LIMITS), []

    def interrupted_at_the_third(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) == 3:
            raise KeyboardInterrupt

    with (
        pytest.raises(KeyboardInterrupt),
        read_batch(
            find_places([str(shelf)]),
            Options(),
            LIMITS,
            processes=1,
            cache=cache,
            advance=interrupted_at_the_third,
        ),
    ):
        pytest.fail("it went on")
    assert len(list(tmp_path.rglob("*.result"))) == 2


def test_copies_are_read_once_and_named(tmp_path: Path) -> None:
    write_reports(tmp_path / "b", one=draw_report())
    write_reports(tmp_path, two=draw_report())
    found = read(tmp_path)
    assert said(found) == {"b/one.pdf": "ok", "two.pdf": "ok"}
    assert {name: row["also_at"] for name, row in reports(found).items()} == {"b/one.pdf": '["two.pdf"]'}


@pytest.mark.parametrize("processes", [1, 2])
def test_two_files_of_one_name_that_cannot_be_read_share_a_row(tmp_path: Path, processes: int) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
    (tmp_path / "a" / "x.pdf").symlink_to("nowhere")
    (tmp_path / "b" / "x.pdf").mkdir()
    (tmp_path / "c" / "y.pdf").symlink_to("nowhere")
    found = read(*(tmp_path / folder for folder in ("a", "b", "c")), processes=processes)
    assert len(found[0].files) == 3
    rows = reports(found)
    assert {name: row["also_at"] for name, row in rows.items()} == {"x.pdf": '["x.pdf"]', "y.pdf": "[]"}
    assert "folder" in str(rows["x.pdf"]["error_message"])


def test_a_report_whose_tables_break_the_law_fails_alone(
    shelf: Path, caplog: pytest.LogCaptureFixture
) -> None:
    found = read(shelf, processes=2, work=lawless_at_report1)
    assert said(found) == {f"report{n}.pdf": "internal" if n == 1 else "ok" for n in range(4)}
    row = reports(found)["report1.pdf"]
    assert "the table 'cells' breaks its schema: confidence" in str(row["error_message"])
    assert "report1.pdf: a fault of the program: the table 'cells'" in caplog.text
    assert row["sha256"] != ""
    assert row["report_id"] not in set(as_frames(found[1])["cells"]["report_id"])


def test_a_batch_of_nothing_has_no_parts() -> None:
    with read_batch((), Options(), LIMITS) as batch:
        assert (batch.files, list(batch.parts())) == ((), [])


# --- what is kept ----------------------------------------------------------------------------


def test_what_was_read_is_not_read_again(shelf: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMITS)
    first = read(shelf, cache=cache)
    again = read(shelf, cache=cache, work=not_to_be_read)
    assert (again[1], said(again)) == (first[1], said(first))
    assert [path.name for path in tmp_path.iterdir() if len(path.name) != 2] == []


def test_a_kept_result_is_given_the_name_that_the_file_has_now(shelf: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", LIMITS)
    read(shelf, cache=cache)
    folder = write_reports(tmp_path / "in", moved=(shelf / "report0.pdf").read_bytes())
    ((row,),) = ([*reports(read(folder, cache=cache, work=not_to_be_read)).values()],)
    assert (row["source"], row["file"], row["also_at"]) == ("moved.pdf", "moved.pdf", "[]")


def test_what_failed_is_tried_again_where_that_is_asked_for(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", LIMITS)
    folder = write_reports(tmp_path / "in", empty=b"", good=draw_report())
    assert said(read(folder, cache=cache)) == {"empty.pdf": "empty", "good.pdf": "ok"}
    assert said(read(folder, cache=cache, work=not_to_be_read)) == {"empty.pdf": "empty", "good.pdf": "ok"}
    again = read(folder, cache=cache, retry_failed=True, work=lawless_at_report1)
    assert said(again) == {"empty.pdf": "empty", "good.pdf": "ok"}


def test_a_kept_result_that_is_damaged_is_read_anew(shelf: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMITS)
    first = read(shelf, cache=cache)
    for number, path in enumerate(sorted(tmp_path.glob("*/*.result"))):
        data = path.read_bytes()
        path.write_bytes((b"", data[:-1], data[:-9] + b"123456789", b"another")[number])
    assert read(shelf, cache=cache)[1] == first[1]


@pytest.mark.parametrize(
    ("work", "status"), [(replaced_before_reading, "ok"), (cut_before_reading, "corrupt")]
)
def test_a_file_that_changes_before_it_is_read_is_told_by_the_bytes_that_were_read(
    tmp_path: Path, work: Callable[[Job], Audit], status: str
) -> None:
    folder, cache = write_reports(tmp_path / "in", a=draw_report(RIGHT)), Cache(tmp_path / "cache", LIMITS)
    found = read(folder, cache=cache, work=work)
    assert said(found) == {"a.pdf": status}
    assert reports(found)["a.pdf"]["sha256"] == hashlib.sha256((folder / "a.pdf").read_bytes()).hexdigest()
    (folder / "a.pdf").write_bytes(draw_report(RIGHT))
    assert said(read(folder, cache=cache)) == {"a.pdf": "ok"}


def test_what_is_kept_is_found_without_a_heavy_library(shelf: Path, tmp_path: Path) -> None:
    read(shelf, cache=Cache(tmp_path, LIMITS))
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from extract.batch import Cache, read_batch\n"
        "from extract.model import Limits, Options\n"
        "from extract.sources import find_places\n"
        f"limits, places = Limits(timeout_s=60), find_places([{str(shelf)!r}])\n"
        f"with read_batch(places, Options(), limits, cache=Cache({str(tmp_path)!r}, limits)) as batch:\n"
        "    print(len(batch.files), {'pyarrow', 'pandas', 'numpy'} & set(sys.modules))\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "4 set()\n"


@pytest.mark.parametrize(("kept", "times"), [(False, 1), (True, 0)])
def test_time_is_made_use_of_while_the_server_loads(
    shelf: Path, tmp_path: Path, kept: bool, times: int
) -> None:
    cache, told = Cache(tmp_path, LIMITS), []
    if kept:
        read(shelf, cache=cache)

    def take_note() -> None:
        told.append("")

    with read_batch(find_places([str(shelf)]), Options(), LIMITS, cache=cache, meanwhile=take_note):
        assert len(told) == times


def test_progress_is_told_of_every_file(shelf: Path, tmp_path: Path) -> None:
    cache, told = Cache(tmp_path, LIMITS), []
    for _ in range(2):
        with read_batch(find_places([str(shelf)]), Options(), LIMITS, cache=cache, advance=told.append):
            pass
    assert [outcome.status for outcome in told] == ["ok"] * 8


def test_places_that_are_no_json_text_are_named_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "a\x85b"
    write_reports(folder, one=draw_report())
    write_reports(tmp_path, two=draw_report())
    (row,) = reports(read(tmp_path)).values()
    assert json.loads(str(row["also_at"])) == ["two.pdf"]
    assert isinstance(row, Mapping)


def test_a_temporary_folder_with_a_long_path_will_do(shelf: Path, tmp_path: Path) -> None:
    long = tmp_path / ("x" * 120)
    long.mkdir()
    answer = kpi_extract("run", shelf, "--out", tmp_path / "out", "--quiet", env={"TMPDIR": str(long)})
    assert (answer.returncode, answer.stderr) == (0, "")
    assert list(long.iterdir()) == []

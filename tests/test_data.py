"""CSV, Parquet, the data package and the publication of the set."""

from __future__ import annotations

import csv
import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.notation.characters import clean
from extract.writers import publish
from extract.writers.arrow import as_arrow, as_sorted
from extract.writers.data import (
    _guarded,
    count_rows,
    read_parts,
    read_rows,
    write_parts,
    write_set,
    write_tables,
)
from extract.writers.names import SET_NAMES
from extract.writers.publish import NAME, RECORD, OutputError, publication
from extract.writers.text import guard
from schemas.columns import ARROW_TYPES, TABLE_COLUMNS
from tests.commands import ROOT
from tests.hand_made import REPORT, tables

BATCH = tables(
    reports=[
        {
            "title": "=HYPERLINK(1)",
            "organisation": "a\r\nb\x1b[31m\u2028c",
            "period_start": pd.Timestamp("2019-04-01"),
            "coverage": 0.1,
        }
    ],
    tables=[{}],
    cells=[
        {"row": 0, "column": 0, "text": "-4.5%", "is_header": True},
        {"row": 0, "column": 1, "text": "+cmd|' /C calc'!A0"},
        {"row": 1, "column": 0, "text": 'a "quoted", cell\nof two lines'},
    ],
    observations=[
        {
            "observation_id": f"{REPORT}.t0001.r0001.c001",
            "table_id": f"{REPORT}.t0001",
            "row": 1,
            "column": 1,
            "measure": "value",
            "value": 40089.0,
            "unit": "count",
            "status": "normal",
            "page": 2,
            "engine": "ruled",
            "confidence": 1 / 3,
        }
    ],
    findings=[{"page": None}],
)
RUN = {"version": "0.1.0", "files": []}


def write(folder: Path, batch: Mapping[str, pd.DataFrame] = BATCH, run: dict[str, Any] | None = None) -> None:
    with publication(folder, SET_NAMES) as place:
        write_tables(place, [as_sorted(batch)])
        write_parts(place.room, ["series"], [{"series": as_arrow("series", batch["series"])}])
        write_set(place, RUN if run is None else run)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    write(tmp_path / "out")
    yield tmp_path / "out"


def test_every_table_is_written_as_csv_and_parquet_with_its_columns(out: Path) -> None:
    assert sorted(path.name for path in out.iterdir()) == sorted([*SET_NAMES, RECORD])
    for name, columns in TABLE_COLUMNS.items():
        header = (out / f"{name}.csv").read_text("utf-8").splitlines()[0]
        assert next(csv.reader([header])) == [column.name for column in columns]
        schema = pyarrow.parquet.read_schema(out / f"{name}.parquet")
        assert [(field.name, field.type) for field in schema] == [
            (column.name, pa.type_for_alias(ARROW_TYPES[column.type])) for column in columns
        ]


def test_parquet_keeps_the_text_and_the_types(out: Path) -> None:
    (report,) = pyarrow.parquet.read_table(out / "reports.parquet").to_pylist()
    assert report["title"] == "=HYPERLINK(1)"
    assert report["period_start"] == date(2019, 4, 1)
    assert (report["pages"], report["bytes"], report["repaired"]) == (3, None, False)


def test_csv_guards_what_a_spreadsheet_would_run(out: Path) -> None:
    assert rows(out, "reports")[0]["title"] == "'=HYPERLINK(1)"
    assert [row["text"] for row in rows(out, "cells")] == [
        "-4.5%",
        "'+cmd|' /C calc'!A0",
        'a "quoted", cell\nof two lines',
    ]


def test_numbers_are_written_as_short_as_they_can_be_read_back(out: Path) -> None:
    (observation,) = rows(out, "observations")
    assert (observation["value"], observation["confidence"]) == ("40089", "0.3333333333333333")
    assert float(rows(out, "reports")[0]["coverage"]) == 0.1


def test_no_output_holds_control_characters_or_foreign_line_ends(out: Path) -> None:
    assert rows(out, "reports")[0]["organisation"] == "a\nb\ufffd[31m\nc"
    (report,) = pyarrow.parquet.read_table(out / "reports.parquet").to_pylist()
    assert report["organisation"] == "a\nb\ufffd[31m\nc"
    for name, data in contents(out).items():
        assert name.endswith(".parquet") or b"\r" not in data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@sum", "'@sum"),
        (" =1", "' =1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\u200b+x", "'\u200b+x"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff20x", "'\uff20x"),
        ("\tx", "'\tx"),
        ("-2+3", "'-2+3"),
        ("- not a number", "'- not a number"),
        ("-1,204", "-1,204"),
        ("+11%", "+11%"),
        ("-4.5 %", "-4.5 %"),
        ("-.5", "-.5"),
        ("+1\u202f204", "+1\u202f204"),
        ("-", "-"),
        ("--", "--"),
        ("+", "+"),
        ("---", "'---"),
        ("-\uff11", "'-\uff11"),
        ("\u2212" + "5", "\u2212" + "5"),
        ("- ", "- "),
        (" -- ", " -- "),
        ("\n-5", "\n-5"),
        ("+ 5", "'+ 5"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_only_formulas_are_guarded(text: str, written: str) -> None:
    assert guard(text) == written


def test_a_sign_before_many_spaces_is_guarded_at_once() -> None:
    """Tried in every way, 100,000 spaces would take years; the title of a file may hold them."""
    text = "-1" + " " * 100_000 + "x"
    assert guard(text) == f"'{text}"


@given(st.text())
def test_any_text_is_cleaned_to_what_utf8_can_hold(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not set(cleaned) & {*map(chr, (*range(32), *range(0x7F, 0xA0))), "\u2028", "\u2029"} - {"\t", "\n"}


def test_the_data_package_gives_size_and_hash_of_each_table(out: Path) -> None:
    package = json.loads((out / RECORD).read_text("utf-8"))
    assert package["schema_version"]
    assert sorted(resource["path"] for resource in package["resources"]) == sorted(
        name for name in SET_NAMES if name != "run.json"
    )
    for resource in package["resources"]:
        data = (out / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_the_data_package_is_valid_for_frictionless(out: Path) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", RECORD]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_frictionless_sees_a_broken_table(out: Path) -> None:
    path = out / "cells.csv"
    path.write_text(path.read_text("utf-8").replace(",1,", ",one,"), "utf-8")
    command = [sys.executable, "-m", "frictionless", "validate", RECORD]
    assert subprocess.run(command, cwd=out, capture_output=True, check=False).returncode == 1


# --- publication -----------------------------------------------------------------------------


def test_the_same_tables_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    write(tmp_path / "again")
    assert contents(tmp_path / "again") == contents(out)
    write(out)
    assert contents(tmp_path / "again") == contents(out)


def test_files_of_an_older_record_go_and_those_of_others_stay(out: Path) -> None:
    record = json.loads((out / RECORD).read_text("utf-8"))
    (out / "trends.csv").write_text("old", "utf-8")
    (out / "notes.txt").write_text("mine", "utf-8")
    record["owned"] += ["trends.csv", "../notes.txt", "."]
    (out / RECORD).write_text(json.dumps(record), "utf-8")
    write(out)
    assert not (out / "trends.csv").exists()
    assert (out / "notes.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["datapackage.json", "reports.csv", "run.json"])
def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"name": "another"}', "utf-8")
    with pytest.raises(OutputError, match=f"{name}.*not written by this program"):
        write(tmp_path)
    assert contents(tmp_path) == {name: b'{"name": "another"}'}


def test_a_failure_before_the_commit_leaves_the_old_set(out: Path) -> None:
    before = contents(out)
    with pytest.raises(KeyError), publication(out, SET_NAMES) as place:
        write_tables(place, [{}])
    assert contents(out) == before


@pytest.mark.parametrize("moment", range(len(SET_NAMES) + 2))
def test_a_run_that_dies_while_publishing_is_finished_by_the_next(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """The renames are counted; the process 'dies' at each of them in turn."""
    before, changed = contents(out), tables(reports=[{"title": "Another"}])
    done = 0
    replace = Path.replace

    def dying(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done > moment:
            raise SystemExit
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", dying)
        with pytest.raises(SystemExit):
            write(out, changed)
    record = json.loads((out / RECORD).read_text("utf-8"))
    assert contents(out) == before if moment == 0 else record["unfinished"]
    write(out, changed)
    write(tmp_path / "undisturbed", changed)
    assert contents(out) == contents(tmp_path / "undisturbed")


def test_what_a_killed_run_left_is_swept_away(out: Path) -> None:
    before = contents(out)
    (out / ".kpi-extract.part").mkdir()
    (out / ".kpi-extract.part" / "reports.csv").write_text("half", "utf-8")
    write(out)
    assert contents(out) == before


def test_another_run_holding_the_folder_is_an_error(out: Path) -> None:
    holder = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="Another run"):
            write(out)
    finally:
        os.close(holder)


def test_a_place_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="out"):
        write(tmp_path / "out")


def test_a_full_disk_is_named_and_the_old_set_stays(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(out)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(publish.os, "fsync", full)
        with pytest.raises(OutputError, match="No space left"):
            write(out, tables())
    assert contents(out) == before


def test_links_are_replaced_and_never_written_through(out: Path, tmp_path: Path) -> None:
    (tmp_path / "target").write_text("mine", "utf-8")
    (out / "reports.csv").unlink()
    (out / "reports.csv").symlink_to(tmp_path / "target")
    write(out)
    assert not (out / "reports.csv").is_symlink()
    assert (tmp_path / "target").read_text("utf-8") == "mine"


def test_the_record_is_known_as_ours(out: Path) -> None:
    assert json.loads((out / RECORD).read_text("utf-8"))["name"] == NAME


def test_the_parts_that_rows_come_in_do_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.writers.groups.GROUP_ROWS", 4)
    one_by_one = [tables(cells=[{"row": 0, "column": number, "text": f"={number}"}]) for number in range(11)]
    together = {
        name: pd.concat([part[name] for part in one_by_one], ignore_index=True) for name in TABLE_COLUMNS
    }
    for folder, parts in (("a", one_by_one), ("b", [together])):
        with publication(tmp_path / folder, SET_NAMES) as place:
            write_tables(place, map(as_sorted, parts))
            write_parts(place.room, ["series"], [])
            write_set(place, RUN)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert [row["text"] for row in rows(tmp_path / "a", "cells")] == [f"'={number}" for number in range(11)]
    assert pyarrow.parquet.ParquetFile(tmp_path / "a" / "cells.parquet").num_row_groups == 3


@given(st.lists(st.text(max_size=6), min_size=1, max_size=8))
def test_what_is_guarded_in_bulk_is_guarded_one_by_one(texts: list[str]) -> None:
    table = pa.table({"text": [clean(text) for text in texts]})
    assert _guarded(table).column("text").to_pylist() == [guard(clean(text)) or None for text in texts]


def test_rows_of_a_set_are_read_back_before_it_is_published(tmp_path: Path) -> None:
    with publication(tmp_path, SET_NAMES) as place:
        write_tables(place, [as_sorted(BATCH)])
        write_parts(place.room, ["series"], [])
        assert count_rows(place.room)["cells"] == 3
        assert read_rows(place.room, "findings", ["rule", "page"]) == [{"rule": "RC001", "page": None}]
        assert read_rows(place.room, "findings", ["rule"], severity="info") == []
        (findings,) = read_parts(place.room, "findings")
        assert findings.equals(as_sorted(BATCH)["findings"])
        assert [part.num_rows for part in read_parts(place.room, "series")] == [0]


def test_a_full_disk_is_told_once_and_leaves_the_old_set(out: Path) -> None:
    """Files may grow no more; what their writers say when they are collected counts too."""
    code = (
        "import resource, signal\n"
        "from pathlib import Path\n"
        "from tests import test_data\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))\n"
        f"test_data.write(Path({str(out)!r}))\n"
    )
    before = contents(out)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("Exception ignored") == 0
    assert "OutputError: Can't write" in done.stderr
    assert contents(out) == before

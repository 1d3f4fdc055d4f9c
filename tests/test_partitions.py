"""Tables in parts: names of folders, rows, publication, memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import chdir
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.writers.arrow import as_arrow, as_sorted, schema_of
from extract.writers.data import write_parts, write_set, write_tables
from extract.writers.names import SET_NAMES
from extract.writers.partition_names import UNKNOWN, name_folders
from extract.writers.partitions import write_partitions
from extract.writers.publish import PARTS, RECORD, OutputError, publication
from schemas.columns import PRIMARY_KEYS, TABLE_COLUMNS, column_of
from tests.commands import ROOT, Command, kpi_extract
from tests.drawn import draw_report, write_reports
from tests.hand_made import tables

BOTH = ("organisation", "year")
TYPES = {"organisation": pa.string(), "year": pa.int32()}
LONG = "Royal Borough of " + "Ä" * 300
HOSTILE = (
    "Northshire Police",
    "NORTHSHIRE POLICE",
    "northshire police",
    "",
    "..",
    ".",
    "../../etc",
    "/etc/passwd",
    "a\\b",
    "a=b/year=1999",
    "100% sure",
    "%2E%2E",
    "*",
    "[ab]?{c,d}",
    "'; drop table rows; --",
    "two\nlines\tand a tab",
    " ",
    "北京市公安局",
    "Müller",
    "Mu\u0308ller",
    "NULL",
    "2019",
    "trailing.",
    LONG,
    f"{LONG}!",
)
FEW = ("North", "", "north")

Tables = Mapping[str, pd.DataFrame]


def archive(organisations: Sequence[str] = HOSTILE, rows: int = 3) -> Tables:
    """A report of each organisation; some don't say when they begin. All tables have rows of each."""
    ids = {f"{number:016x}": name for number, name in enumerate(organisations)}
    made: dict[str, list[dict[str, object]]] = {name: [] for name in TABLE_COLUMNS}
    for number, (report, organisation) in enumerate(ids.items()):
        start = None if number % 5 == 4 else pd.Timestamp(2018 + number % 3, 10, 1)
        made["reports"].append({"report_id": report, "organisation": organisation, "period_start": start})
        for name in TABLE_COLUMNS:
            for row in range(0 if name == "reports" else rows):
                keys = {
                    key: f"{report}.{row:04}"
                    for key in PRIMARY_KEYS[name]
                    if column_of(name, key).type == "string"
                }
                if name == "series":  # sorted by the series, so that reports are mixed
                    keys["series_id"] = f"{row:016x}"
                made[name].append({**keys, "report_id": report})
    return tables(**made)


def write(folder: Path, batch: Tables, keys: Sequence[str]) -> Path:
    """Publish a set, with parts where keys are given."""
    with publication(folder, [*SET_NAMES, *([PARTS] if keys else [])]) as place:
        write_tables(place, [as_sorted(batch)])
        series = batch["series"].sort_values(list(PRIMARY_KEYS["series"]), kind="stable")
        write_parts(place.room, ["series"], [{"series": as_arrow("series", series)}])
        if keys:
            write_partitions(place.room, keys)
        write_set(place, {"files": []})
    return folder


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, and every folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
        if path.name != "run.json"
    }


def in_parts(folder: Path, table: str, keys: Sequence[str]) -> pa.Table:
    """A table as pyarrow reads it from its parts."""
    fields = pa.schema([(key, TYPES[key]) for key in keys])
    partitioning = pyarrow.dataset.partitioning(fields, flavor="hive")
    return pyarrow.dataset.dataset(folder / PARTS / table, partitioning=partitioning).to_table()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set of hostile organisations, parted by both keys."""
    return write(tmp_path_factory.mktemp("hostile"), archive(), BOTH)


# --- names -----------------------------------------------------------------------------------


def test_a_folder_is_named_as_hive_does() -> None:
    assert name_folders("organisation", ["Northshire Police", "Q & A", ""]) == {
        "Northshire Police": "organisation=Northshire%20Police",
        "Q & A": "organisation=Q%20%26%20A",
        "": f"organisation={UNKNOWN}",
    }


@given(st.sets(st.text(max_size=12) | st.text("aAbB-%2D", max_size=4) | st.text(min_size=70, max_size=400)))
def test_names_are_plain_short_and_never_alike(values: set[str]) -> None:
    values = {value for value in values if value.encode("utf-8", "replace").decode("utf-8") == value}
    names = name_folders("organisation", values)
    assert set(names) == values
    assert len({name.lower() for name in names.values()}) == len(values)
    for value, name in names.items():
        key, _, told = name.partition("=")
        assert key == "organisation"
        assert name.isascii()
        assert len(name) <= 255
        assert set(told) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_%")
        assert value == "" or "%2D" in told or unquote(told, errors="strict") == value


def test_a_long_name_is_cut_between_characters_and_differs_from_its_like() -> None:
    names = name_folders("organisation", [LONG, f"{LONG}!"])
    assert len(set(names.values())) == 2
    assert all(250 <= len(name) <= 255 for name in names.values())
    assert unquote(names[LONG], errors="strict").startswith("organisation=Royal Borough of ÄÄÄ")


def test_nobody_can_take_the_name_of_a_long_one() -> None:
    told = name_folders("organisation", [LONG])[LONG].partition("=")[2]
    names = name_folders("organisation", [LONG, unquote(told)])
    assert len(set(names.values())) == 2


def test_an_organisation_called_unknown_is_not_unknown() -> None:
    names = name_folders("organisation", ["", UNKNOWN, UNKNOWN.lower()])
    assert len({name.lower() for name in names.values()}) == 3


# --- rows ------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", [BOTH, ("year", "organisation"), ("year",), ("organisation",)])
def test_the_parts_of_a_table_hold_its_rows_in_its_order(
    hostile: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    folder = hostile if keys == BOTH else write(tmp_path, archive(HOSTILE[:8]), keys)
    for name in TABLE_COLUMNS:
        flat = pyarrow.parquet.read_table(folder / f"{name}.parquet")
        left = [column for column in flat.column_names if column not in keys]
        order = [("report_id", "ascending"), *((key, "ascending") for key in PRIMARY_KEYS[name])]
        both = (flat, in_parts(folder, name, keys))
        told, parted = (table.select(left).sort_by(order).combine_chunks() for table in both)
        assert parted.num_rows == flat.num_rows > 0
        assert parted.cast(told.schema).equals(told)
        rows = list(map(str, flat.select(left).to_pylist()))
        for part in (folder / PARTS / name).rglob("*.parquet"):
            places = [rows.index(str(row)) for row in pyarrow.parquet.ParquetFile(part).read().to_pylist()]
            assert places == sorted(places)


def test_a_part_has_the_columns_of_its_table_but_those_its_folder_tells(hostile: Path) -> None:
    for name in TABLE_COLUMNS:
        expected = [field for field in schema_of(name) if field.name != "organisation"]
        for part in (hostile / PARTS / name).rglob("*.parquet"):
            assert list(pyarrow.parquet.read_schema(part)) == expected


def test_readers_decode_what_the_report_says(hostile: Path) -> None:
    """Pyarrow, pandas and DuckDB; a name that was cut is told in full by the table ``reports``."""
    folder = hostile
    flat = pyarrow.parquet.read_table(folder / "reports.parquet").to_pylist()
    expected = {
        (row["report_id"], row["organisation"] or None, row["period_start"] and row["period_start"].year)
        for row in flat
        if not row["organisation"].startswith(LONG)
    }
    partitioning = pyarrow.dataset.partitioning(pa.schema(list(TYPES.items())), flavor="hive")
    frame = pd.read_parquet(folder / PARTS / "reports", partitioning=partitioning)
    with chdir(folder):
        pattern = "parts/reports/**/*.parquet"
        answers = (
            in_parts(folder, "reports", BOTH).to_pylist(),
            pyarrow.dataset.dataset("parts/reports", partitioning="hive").to_table().to_pylist(),
            frame.astype(object).where(frame.notna(), None).to_dict("records"),
            duckdb.read_parquet(pattern, hive_partitioning=True).to_arrow_table().to_pylist(),
        )
    for rows in answers:
        told = {
            (row["report_id"], row["organisation"], row["year"])
            for row in rows
            if not (row["organisation"] or "").startswith("Royal")
        }
        assert told == expected


def test_a_table_without_rows_can_be_read_too(tmp_path: Path) -> None:
    folder = write(tmp_path, tables(reports=[{"organisation": "North", "period_start": None}]), BOTH)
    for name in TABLE_COLUMNS:
        assert in_parts(folder, name, BOTH).num_rows == (name == "reports")
    folder = write(tmp_path, tables(), BOTH)
    assert in_parts(folder, "cells", BOTH).num_rows == 0


def test_parts_of_many_rows_have_row_groups_of_fixed_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.writers.groups.GROUP_ROWS", 7)
    write(tmp_path, archive(["North", "South"], rows=20), ("organisation",))
    file = pyarrow.parquet.ParquetFile(tmp_path / PARTS / "cells/organisation=North/part.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [7, 7, 6]


def test_a_row_of_no_report_is_a_fault_and_not_left_out(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="about no report"):
        write(tmp_path, tables(cells=[{"row": 0, "column": 0}]), BOTH)


# --- publication -----------------------------------------------------------------------------


def test_parts_that_are_no_more_go_with_their_folders(tmp_path: Path) -> None:
    write(tmp_path / "new", archive(["North", "South"], rows=1), BOTH)
    write(tmp_path / "out", archive(FEW, rows=1), BOTH)
    write(tmp_path / "out", archive(["North", "South"], rows=1), BOTH)
    assert contents(tmp_path / "out") == contents(tmp_path / "new")


def test_a_run_without_parts_removes_them_and_changes_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "flat", archive(FEW, rows=1), ())
    write(tmp_path / "out", archive(FEW, rows=1), BOTH)
    with_parts = contents(tmp_path / "out")
    write(tmp_path / "out", archive(FEW, rows=1), ())
    flat = contents(tmp_path / "out")
    assert flat == contents(tmp_path / "flat")
    assert [name for name in flat if flat[name] != with_parts[name]] == [RECORD]


def test_files_of_others_stay_where_they_are(tmp_path: Path) -> None:
    write(tmp_path, archive(FEW, rows=1), BOTH)
    notes = [tmp_path / PARTS / "notes.txt", next((tmp_path / PARTS / "cells").iterdir()) / "mine.parquet"]
    for note in notes:
        note.write_text("mine", "utf-8")
    write(tmp_path, archive(["Elsewhere"], rows=1), BOTH)
    write(tmp_path, archive(FEW, rows=1), ())
    assert [note.read_text("utf-8") for note in notes] == ["mine", "mine"]
    left = [path for path in (tmp_path / PARTS).rglob("*") if path.is_file()]
    assert sorted(left) == sorted(notes)


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_a_place_for_parts_that_is_not_ours_is_refused_before_the_work(tmp_path: Path, kind: str) -> None:
    elsewhere, parts = tmp_path / "elsewhere", tmp_path / "out" / PARTS
    elsewhere.mkdir()
    parts.parent.mkdir()
    if kind == "folder":
        parts.mkdir()
    elif kind == "file":
        parts.write_text("mine", "utf-8")
    else:
        parts.symlink_to(elsewhere)
    with pytest.raises(OutputError, match="parts' was not written"), publication(parts.parent, [PARTS]):
        pass
    assert list(elsewhere.iterdir()) == []
    write(parts.parent, archive(FEW, rows=1), ())
    assert os.path.lexists(parts)


def test_a_link_in_place_of_our_folder_leads_nowhere(tmp_path: Path) -> None:
    """The record says that the files are ours, but not those of the folder that was linked to."""
    folder = write(tmp_path / "out", archive(FEW, rows=1), BOTH)
    (folder / PARTS).rename(tmp_path / "moved")
    (folder / PARTS).symlink_to(tmp_path / "moved")
    before = contents(tmp_path / "moved")
    with pytest.raises(OutputError, match="not written by this program"):
        write(folder, archive(FEW, rows=1), BOTH)
    write(folder, archive(FEW, rows=1), ())
    assert contents(tmp_path / "moved") == before
    assert (folder / PARTS).is_symlink()


def test_a_link_further_down_is_refused_too(tmp_path: Path) -> None:
    folder = write(tmp_path / "out", archive(FEW, rows=1), BOTH)
    (folder / PARTS / "cells").rename(tmp_path / "moved")
    (folder / PARTS / "cells").symlink_to(tmp_path / "moved")
    before, old = contents(tmp_path / "moved"), (folder / RECORD).read_bytes()
    with pytest.raises(OutputError, match="cells' was not written"):
        write(folder, archive(["Another"], rows=1), BOTH)
    assert contents(tmp_path / "moved") == before
    assert (folder / RECORD).read_bytes() == old


@pytest.mark.parametrize(
    "name",
    [
        "notes/mine.txt",
        "../mine.txt",
        "parts/../../mine.txt",
        "parts/../notes/mine.txt",
        "parts//../notes/mine.txt",
        "parts/./../notes/mine.txt",
        "/mine.txt",
        "notes",
        "notes/",
        "parts/link/mine.txt",
        "parts/mine\0.txt",
        "\ud800",
        ["parts"],
    ],
)
def test_a_record_that_names_files_elsewhere_removes_none(tmp_path: Path, name: object) -> None:
    out = write(tmp_path / "out", archive(FEW, rows=1), BOTH)
    kept = [tmp_path / "mine.txt", out / "notes" / "mine.txt"]
    (out / "notes").mkdir()
    (out / PARTS / "link").symlink_to(out / "notes")
    for path in kept:
        path.write_text("mine", "utf-8")
    record = json.loads((out / RECORD).read_text("utf-8"))
    record["owned"].append(name if name != "/mine.txt" else str(tmp_path / "mine.txt"))
    (out / RECORD).write_text(json.dumps(record), "utf-8")
    write(out, archive(FEW, rows=1), ())
    assert [path.read_text("utf-8") for path in kept] == ["mine", "mine"]


@pytest.mark.parametrize("step", ["replace", "unlink", "rmdir", "mkdir"])
@pytest.mark.parametrize("keys", [BOTH, ()])
def test_a_run_that_dies_while_publishing_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, keys: Sequence[str]
) -> None:
    """The process 'dies' at the first, a middle and a late step of each kind in the folder."""
    old, new = archive(["North", "South", "East"], rows=1), archive(["North", "West"], rows=1)
    undisturbed = contents(write(tmp_path / "undisturbed", new, keys))
    plain = getattr(Path, step)
    for moment in (1, 7, 30):
        out = write(tmp_path / str(moment), old, BOTH)
        before, done = contents(out), 0

        def dying(
            path: Path, *args: object, out: Path = out, moment: int = moment, **named: object
        ) -> object:
            nonlocal done
            target = Path(str(args[0])) if step == "replace" else path
            done += target.is_relative_to(out) and ".kpi-extract.part" not in target.parts
            if done >= moment:
                raise SystemExit
            return plain(path, *args, **named)

        with monkeypatch.context() as patched:
            patched.setattr(Path, step, dying)
            try:
                write(out, new, keys)
            except SystemExit:
                record = json.loads((out / RECORD).read_text("utf-8"))
                assert contents(out) == before or record["unfinished"]
        write(out, new, keys)
        assert contents(out) == undisturbed


# --- the command -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    drawn = {
        name.lower(): draw_report(title=f"{name} Police performance report") for name in ("North", "South")
    }
    return write_reports(tmp_path_factory.mktemp("reports"), **drawn, nobody=draw_report(title="Report"))


def test_a_run_writes_the_same_parts_whatever_the_jobs(
    command: Command, reports: Path, tmp_path: Path
) -> None:
    options = ("--partition-by", "organisation,year", "--quiet", "--no-cache")
    for jobs in ("1", "2"):
        assert command("run", reports, "--out", tmp_path / jobs, "--jobs", jobs, *options).code == 0
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    parts = sorted(
        path.relative_to(tmp_path / "1").as_posix() for path in tmp_path.glob("1/parts/reports/*/*")
    )
    assert parts == [
        "parts/reports/organisation=North%20Police/year=2019",
        "parts/reports/organisation=South%20Police/year=2019",
        f"parts/reports/organisation={UNKNOWN}/year=2019",
    ]
    run = json.loads((tmp_path / "1" / "run.json").read_text("utf-8"))
    assert run["options"]["partition_by"] == ["organisation", "year"]
    assert command("run", reports, "--out", tmp_path / "1", "--quiet").code == 0
    assert not (tmp_path / "1" / PARTS).exists()


def test_the_record_names_every_part_with_size_and_hash(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path
    options = ("--partition-by", "organisation,year", "--quiet", "--jobs", "1")
    assert kpi_extract("run", reports, "--out", folder, *options).returncode == 0
    record = json.loads((folder / RECORD).read_text("utf-8"))
    parts = [path.relative_to(folder).as_posix() for path in (folder / PARTS).rglob("*") if path.is_file()]
    listed = [
        path for entry in record["resources"] if entry["name"].endswith("-parts") for path in entry["path"]
    ]
    assert sorted(parts) == sorted(listed) == [name for name in record["owned"] if name.startswith("parts/")]
    command = [sys.executable, "-m", "frictionless", "validate", RECORD]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    changed = folder / parts[-1]
    changed.write_bytes(changed.read_bytes()[:-1] + b"x")
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("keys", ["", "month", "year,year", "organisation,", "Year"])
def test_other_keys_are_refused(command: Command, reports: Path, tmp_path: Path, keys: str) -> None:
    answer = command("run", reports, "--out", tmp_path / "out", "--partition-by", keys)
    assert (answer.code, "organisation, year" in answer.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_run_that_was_killed_is_finished_by_the_next(reports: Path, tmp_path: Path) -> None:
    options = ("--partition-by", "year,organisation", "--quiet", "--cache", tmp_path / "kept", "--jobs", "2")
    assert kpi_extract("run", reports, "--out", tmp_path / "undisturbed", *options).returncode == 0
    out = tmp_path / "out"
    marks = (".kpi-extract.part/parts", ".kpi-extract.part/parts/series", "parts", "parts/reports")
    for mark in marks:  # how far it gets before it is killed
        running = subprocess.Popen(
            [sys.executable, "-m", "extract", "run", reports, "--out", out, *options],
            cwd=ROOT,
            start_new_session=True,
        )
        while running.poll() is None and not (out / mark).exists():
            time.sleep(0.001)
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert kpi_extract("run", reports, "--out", out, *options).returncode == 0
    assert contents(out) == contents(tmp_path / "undisturbed")


# --- memory ----------------------------------------------------------------------------------


def test_a_large_table_is_parted_in_little_memory(tmp_path: Path) -> None:
    """A table of 600 MB."""
    reports = [f"{number:016x}" for number in range(600)]
    code = (
        "import resource\n"
        "from pathlib import Path\n"
        "from extract.writers.partitions import write_partitions\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"write_partitions(Path({str(tmp_path)!r}), ['organisation'])\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    made = [{"report_id": report, "organisation": f"Force {int(report, 16) % 17}"} for report in reports]
    one = as_arrow("cells", tables(cells=[{"text": "x"}])["cells"])
    place = one.schema.get_field_index("text")
    with publication(tmp_path, SET_NAMES) as room:
        write_tables(room, [as_sorted(tables(reports=made))])
        write_parts(room.room, ["series"], [])
        for name in TABLE_COLUMNS:
            (room.room / f"{name}.parquet").rename(tmp_path / f"{name}.parquet")
    with pyarrow.parquet.ParquetWriter(tmp_path / "cells.parquet", one.schema) as file:
        for report in reports:
            rows = pa.concat_tables([one] * 1000).combine_chunks()
            rows = rows.set_column(
                rows.schema.get_field_index("report_id"), "report_id", pa.array([report] * 1000)
            )
            texts = pa.array([os.urandom(500).hex() for _ in range(1000)])
            file.write_table(rows.set_column(place, "text", texts).cast(one.schema))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 450, "MB more than before"
    parts = [pyarrow.parquet.read_metadata(path) for path in (tmp_path / PARTS / "cells").rglob("*.parquet")]
    assert (len(parts), sum(part.num_rows for part in parts)) == (17, 600_000)

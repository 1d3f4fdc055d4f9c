"""Whatever a report prints or is called, ``run`` writes it down as data: nothing acts, nothing is lost."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet
import pytest

from extract.notation.characters import clean
from extract.writers.text import guard
from schemas.columns import TABLE_COLUMNS
from tests.build_logs import commands_of
from tests.hostile import FAMILIES, FOLDER, NAMES, NAMES_OF_BROKEN, draw_paragraph, write_hostile
from tests.watched import Watched, contents, watch

# What no output may hold, in the words of the contract; of C1 too, which terminals obey as well.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# White space, BOM or zero-width space, then what starts a formula, plain or in full width.
FORMULA = re.compile("[\\s\ufeff\u200b-\u200d\u2060]*[=@+\\-\uff1d\uff20\uff0b\uff0d]|[\t\r]")
NUMBER = re.compile(r"\s*[+-]?\d[\d,.\s]*%?\s*|-|--|\+")


class Run(NamedTuple):
    """One run over the hostile folder: where it wrote, what it did, what changed elsewhere."""

    out: Path
    watched: Watched
    before: dict[str, str]
    after: dict[str, str]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    scratch = tmp_path_factory.mktemp("hostile")
    folder, work = write_hostile(scratch / "in"), scratch / "work"
    work.mkdir()
    (work / "passwd").write_text("mine", "utf-8")
    before = contents(folder, work)
    watched = watch(scratch, "run", folder, "--out", scratch / "out", "--jobs", "2")
    assert watched.answer.code == 3, watched.answer.err  # some files are no PDFs
    return Run(scratch / "out", watched, before, contents(folder, work))


def csv_rows(run: Run, table: str) -> list[dict[str, str]]:
    with (run.out / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def parquet_rows(run: Run, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(run.out / f"{table}.parquet").to_pylist()
    return rows


def printed(bait: str) -> str:
    """A text as its readers give it: words with one space between them."""
    return " ".join(clean(bait).split())


def drawable(family: str) -> list[str]:
    """A PDF can't say that a glyph is half a character, and control characters for space are space."""
    return [bait for bait in FAMILIES[family] if not re.search("[\ud800-\udfff\x0b]", bait)]


@pytest.mark.parametrize("family", FAMILIES)
def test_parquet_holds_every_cell_as_printed(run: Run, family: str) -> None:
    (report,) = (
        row["report_id"] for row in parquet_rows(run, "reports") if row["file"] == clean(NAMES[family])
    )
    cells = {row["text"] for row in parquet_rows(run, "cells") if row["report_id"] == report}
    assert {printed(bait) for bait in drawable(family)} - cells == set()
    assert {"129", "-23", "+104", "-10%"} <= cells


def test_baits_stand_wherever_a_report_has_text(run: Run) -> None:
    """Else the other tests would look at nothing."""
    bait = printed(FAMILIES["formulas"][0])
    places = {
        (table, column.name)
        for table in TABLE_COLUMNS
        for row in parquet_rows(run, table)
        for column in TABLE_COLUMNS[table]
        if column.type == "string" and bait in (row[column.name] or "")
    }
    wanted = {
        ("reports", "title"),
        ("reports", "source"),
        ("cells", "text"),
        ("observations", "kpi"),
        ("comparisons", "kpi"),
        ("paragraphs", "text"),
        ("definitions", "term"),
        ("definitions", "definition"),
        ("findings", "message"),
        ("findings", "kpi"),
    }
    assert wanted - places == set()
    metadata = {row["producer"] for row in parquet_rows(run, "reports")}
    assert clean(FAMILIES["formulas"][2]) in metadata
    assert f"Figure 1: {FAMILIES['formulas'][3]}" in {row["caption"] for row in parquet_rows(run, "figures")}
    assert any("{b,c} ** [!x]" in row["subject"] for row in parquet_rows(run, "claims"))
    assert any(FAMILIES["formulas"][5] in row["title"] for row in parquet_rows(run, "tables"))


@pytest.mark.parametrize("table", TABLE_COLUMNS)
def test_csv_holds_what_parquet_holds_but_for_the_guard(run: Run, table: str) -> None:
    texts = [column.name for column in TABLE_COLUMNS[table] if column.type == "string"]
    kept, written = parquet_rows(run, table), csv_rows(run, table)
    assert len(kept) == len(written)
    for stored, row in zip(kept, written, strict=True):
        assert {name: row[name] for name in texts} == {name: guard(stored[name] or "") for name in texts}
        for name in texts:
            assert row[name].removeprefix("'" if guard(stored[name] or "") != stored[name] else "") == (
                stored[name] or ""
            )


@pytest.mark.parametrize("table", TABLE_COLUMNS)
def test_no_cell_of_csv_is_run_by_a_spreadsheet(run: Run, table: str) -> None:
    cells = [text for row in csv_rows(run, table) for text in row.values()]
    assert [text for text in cells if FORMULA.match(text) and not NUMBER.fullmatch(text)] == []


def test_printed_numbers_stay_numbers_for_a_spreadsheet(run: Run) -> None:
    texts = {row["text"] for row in csv_rows(run, "cells")}
    assert {"-23", "-22%", "+104", "+9%", "1,204", "-10"} <= texts
    assert {float(row["value"]) for row in csv_rows(run, "observations") if row["text"] == "-23"} == {-23.0}


def test_no_file_holds_a_control_character(run: Run) -> None:
    for path in run.out.iterdir():
        if path.suffix != ".parquet":
            assert UNPRINTABLE.findall(path.read_bytes().decode("utf-8")) == [], path.name
    for table, columns in TABLE_COLUMNS.items():
        names = [column.name for column in columns if column.type == "string"]
        texts = (row[name] or "" for row in parquet_rows(run, table) for name in names)
        assert [text for text in texts if UNPRINTABLE.search(text)] == [], table


def test_every_path_stands_in_the_tables_and_in_run_json_under_its_name(run: Run) -> None:
    wanted = {clean(f"{FOLDER}/{name}") for name in NAMES.values()} | set(map(clean, NAMES_OF_BROKEN))
    record = json.loads((run.out / "run.json").read_text("utf-8"))
    assert {entry["source"] for entry in record["files"]} == wanted
    reports = parquet_rows(run, "reports")
    copies = {source for row in reports for source in json.loads(row["also_at"])}
    assert {row["source"] for row in reports} | copies == wanted
    assert len(copies) == len(NAMES_OF_BROKEN) // 2


def test_json_files_are_json_for_every_reader(run: Run) -> None:
    for name in ("run.json", "datapackage.json"):
        text = (run.out / name).read_text("utf-8")
        assert isinstance(json.loads(text, parse_constant=pytest.fail), dict)
        assert list(commands_of(text)) == []


def test_the_summary_is_lines_of_ours_that_act_nowhere(run: Run) -> None:
    told = run.watched.answer.err
    assert list(commands_of(told)) == []
    assert {unicodedata.category(mark) for mark in told.replace("\n", "")} & {"Cc", "Cf", "Zl", "Zp"} == set()
    failed = [line for line in told.split("\n") if ": failed (not-a-pdf): " in line]
    assert len(failed) == len(NAMES_OF_BROKEN) // 2
    found = [
        line for line in told.split("\n") if re.search(r"\.pdf:\d: [A-Z]{2}\d{3} (error|warning) ", line)
    ]
    (more,) = re.findall(r"^\.\.\. and (\d+) more errors", told, re.MULTILINE)
    assert len(found) + int(more) == sum(row["severity"] != "info" for row in parquet_rows(run, "findings"))
    assert len(told.splitlines()) == len(failed) + len(found) + 5


def test_no_host_is_called_and_no_program_started(run: Run) -> None:
    assert [deed for deed in run.watched.deeds if deed.kind != "write"] == []


def test_nothing_is_written_but_to_the_output_the_cache_and_temporary_files(run: Run) -> None:
    rooms = [run.out, *(run.out.parent / name for name in ("cache", "tmp"))]
    written = {Path(deed.what) for deed in run.watched.deeds if deed.kind == "write"}
    system = {Path("/proc/self/clear_refs"), Path("/dev/null")}
    assert run.out / "run.json" in written
    assert {
        path for path in written - system if not any(path.is_relative_to(room) for room in rooms)
    } == set()
    assert run.after == run.before
    assert contents(run.out.parent / "tmp", run.out.parent / "home") == {}
    assert {path.suffix for path in run.out.iterdir()} == {".csv", ".parquet", ".json"}


def test_the_watch_sees_what_it_looks_for(tmp_path: Path) -> None:
    """A hook in the program's place does each deed; all are told, and the call is refused."""
    code = (
        "import os, socket, subprocess, sys\n"
        "open('here', 'w').close()\n"
        "os.rename('here', 'there')\n"
        "subprocess.run([sys.executable, '-c', ''])\n"
        "try: socket.create_connection(('192.0.2.1', 80), 1)\n"
        "except OSError as error: print(error)\n"
    )
    (tmp_path / "work" / "extract").mkdir(parents=True)
    (tmp_path / "work" / "extract" / "__init__.py").touch()
    (tmp_path / "work" / "extract" / "__main__.py").write_text(code, "utf-8")
    seen = watch(tmp_path)
    assert seen.answer.out == "no network here\n"
    assert {deed.kind for deed in seen.deeds} == {"write", "start", "call"}
    assert {Path(deed.what).name for deed in seen.deeds if deed.kind == "write"} == {"here", "there"}


@pytest.mark.parametrize(
    "bait",
    ["1 ", "-1   ", "from 1 to 2 "],
)
def test_a_paragraph_of_one_thing_repeated_comes_to_an_end(tmp_path: Path, bait: str) -> None:
    """100 kB would keep a careless pattern busy for ever; seconds are enough, a busy machine has minutes."""
    (tmp_path / "a.pdf").write_bytes(draw_paragraph((bait * 100_000)[:100_000]))
    seen = watch(
        tmp_path, "run", tmp_path / "a.pdf", "--out", tmp_path / "out", "--timeout", "240", "--quiet"
    )
    assert seen.answer.code == 0, seen.answer.err

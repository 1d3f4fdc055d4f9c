"""Sources and outputs named by URLs, through the commands."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from extract.model import Options
from extract.sources import NotAFileError, SourceError, bring_near, find_places, match_jobs, read_bytes
from tests.commands import Command


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """A store in this process's memory, empty before and after."""
    store = fsspec.filesystem("memory")
    yield store
    store.rm("/", recursive=True)


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "run.json"}


def test_an_archive_gives_what_its_folder_gives(command: Command, shelf: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "shelf.zip", "w") as archive:
        for path in sorted(shelf.rglob("*.pdf")):
            archive.write(path, path.relative_to(shelf))
    assert command("run", shelf, "--out", tmp_path / "plain", "--quiet").code == 0
    assert command("run", f"zip://::{tmp_path}/shelf.zip", "--out", tmp_path / "out", "--quiet").code == 0
    assert tables(tmp_path / "out") == tables(tmp_path / "plain")


def test_reports_and_tables_may_lie_in_memory(
    command: Command, shelf: Path, tmp_path: Path, memory: fsspec.AbstractFileSystem
) -> None:
    for path in shelf.rglob("*.pdf"):
        memory.pipe_file(f"/reports/{path.relative_to(shelf)}", path.read_bytes())
    assert command("run", shelf, "--out", tmp_path / "plain", "--quiet").code == 0
    answer = command("run", "memory://reports", "--out", "memory://out", "--no-cache")
    assert answer.code == 0
    assert "The tables are in memory://out;" in answer.err
    found = {name.rpartition("/")[2]: memory.cat_file(name) for name in memory.find("/out")}
    assert {name: data for name, data in found.items() if name != "run.json"} == tables(tmp_path / "plain")
    assert [file["status"] for file in json.loads(found["run.json"])["files"]] == ["ok"] * 3


def test_a_file_url_is_a_path_after_all(command: Command, shelf: Path, tmp_path: Path) -> None:
    url = f"file://{shelf}/right.pdf"
    assert command("run", url, "--out", tmp_path / "out", "--quiet").code == 0
    with (tmp_path / "out" / "reports.csv").open(encoding="utf-8") as stream:
        assert [row["source"] for row in csv.DictReader(stream)] == ["right.pdf"]
    assert find_places([url])[0].path == f"{shelf}/right.pdf"


def test_a_password_in_a_url_reaches_no_output(
    command: Command, shelf: Path, tmp_path: Path, memory: fsspec.AbstractFileSystem
) -> None:
    memory.pipe_file("/me:secret@host/q1.pdf", (shelf / "right.pdf").read_bytes())
    answer = command("run", "memory://me:secret@host/q1.pdf", "--out", tmp_path / "out", "--no-cache")
    assert answer.code == 0
    assert "secret" not in answer.err
    for path in (tmp_path / "out").iterdir():
        assert b"secret" not in path.read_bytes(), path.name
    with (tmp_path / "out" / "reports.csv").open(encoding="utf-8") as stream:
        assert [row["source"] for row in csv.DictReader(stream)] == ["memory://me@host/q1.pdf"]


def test_folders_in_a_store_give_paths_below_them(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe_file("/reports/2020/q1.pdf", b"first")
    memory.pipe_file("/reports/copy.PDF", b"first")
    assert [place.source for place in find_places(["memory://reports"])] == ["2020/q1.pdf", "copy.PDF"]
    assert [place.source for place in find_places(["memory://reports/2020/q1.pdf"])] == [
        "memory://reports/2020/q1.pdf"
    ]
    pairs = match_jobs(find_places(["memory://reports"]), Options())
    assert len({job for _, job in pairs}) == 1
    assert pairs[0][1].also_at == ("copy.PDF",)


def test_what_lies_in_memory_is_copied_out_of_it(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe_file("/reports/q1.pdf", b"first")
    (place,) = bring_near(find_places(["memory://reports"]), tmp_path / "near")
    assert (Path(place.path).read_bytes(), place.source) == (b"first", "q1.pdf")
    memory.rm("/reports/q1.pdf")
    (gone,) = bring_near([place.__class__("memory://reports/q1.pdf", "q1.pdf")], tmp_path / "near")
    with pytest.raises(NotAFileError, match="Nothing can be read there"):
        read_bytes(gone.path)


def test_paths_on_stdin_may_be_urls(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe_file("/reports/q1.pdf", b"first")
    assert [place.source for place in find_places(["-"], ["memory://reports\n"])] == ["q1.pdf"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("memory://nowhere", "'memory://nowhere' can't be read"),
        ("gurk://me:secret@host/a", "'gurk://me@host/a' can't be read (Protocol not known: gurk)"),
    ],
)
def test_a_url_that_leads_nowhere_is_named(source: str, message: str) -> None:
    with pytest.raises(SourceError) as told:
        find_places([source])
    assert message in str(told.value)


def test_a_cache_in_the_output_is_an_error_of_usage(command: Command, shelf: Path) -> None:
    answer = command("run", shelf, "--out", "memory://out", "--cache", "memory://out/cache")
    assert answer.code == 2
    assert "--cache can't lie in --out" in answer.err

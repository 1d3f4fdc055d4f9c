"""Reports that can't be read: a reason with its remedy for each, and every other file written."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import time
from pathlib import Path

import pikepdf
import pytest

from extract.notation.characters import clean
from tests.commands import ROOT, kpi_extract
from tests.drawn import draw_report, draw_scan, encrypt, write_reports

FAULTS = ROOT.parent / "shared" / "corpus" / "faults"


def damage(data: bytes) -> bytes:
    """A download that broke off before the first page."""
    return data[:300]


def lose_table_of_objects(data: bytes) -> bytes:
    """What a transfer in text mode does: every offset is wrong, nothing is lost."""
    return data[: data.index(b"xref\n")]


def without_pages() -> bytes:
    stream = io.BytesIO()
    pikepdf.new().save(stream)
    return stream.getvalue()


CASES = {
    "empty": (b"", "failed", "empty", "fetch or export it again"),
    "text": (b"Recorded crime rose.\n", "failed", "not-a-pdf", "is a PDF"),
    "html": (b"<!DOCTYPE html><title>Sign in</title>", "failed", "not-a-pdf", "is a PDF"),
    "locked": (encrypt(draw_report(), "secret"), "failed", "encrypted", "--password"),
    "damaged": (damage(draw_report()), "failed", "corrupt", "export it again"),
    "nothing": (without_pages(), "failed", "no-pages", "export it again"),
    "scanned": (draw_scan(2), "partial", "", "OCR"),
}
GOOD = {
    "good": draw_report(),
    "mended": lose_table_of_objects(draw_report(title="Mended")),
    "open": encrypt(draw_report(title="Open"), ""),
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one run over all of them."""
    folder = tmp_path_factory.mktemp("bad")
    write_reports(folder / "in", **GOOD, **{name: case[0] for name, case in CASES.items()})
    answer = kpi_extract("run", folder / "in", "--out", folder / "out", "--jobs", "2")
    assert answer.returncode == 3, answer.stderr
    assert "Traceback" not in answer.stderr
    (folder / "stderr").write_text(answer.stderr, "utf-8")
    return folder / "out"


def rows(out: Path, table: str) -> dict[str, dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return {row["file" if table == "reports" else "report_id"]: row for row in csv.DictReader(stream)}


@pytest.mark.parametrize("name", CASES)
def test_each_bad_file_has_a_row_with_its_code_and_a_remedy(out: Path, name: str) -> None:
    row = rows(out, "reports")[f"{name}.pdf"]
    _, status, code, remedy = CASES[name]
    assert (row["status"], row["error_code"]) == (status, code)
    assert remedy in row["error_message"]


@pytest.mark.parametrize("name", CASES)
def test_each_bad_file_is_named_on_stderr(out: Path, name: str) -> None:
    (line,) = [
        line
        for line in (out.parent / "stderr").read_text("utf-8").splitlines()
        if line.startswith(f"{name}.pdf: ")
    ]
    assert CASES[name][3] in line


def test_a_page_without_text_is_named(out: Path) -> None:
    row = rows(out, "reports")["scanned.pdf"]
    assert (row["pages"], row["unread_pages"], row["text_layer"]) == ("2", "[1, 2]", "scanned")


def test_every_other_file_is_written_whole(out: Path, tmp_path: Path) -> None:
    reports = rows(out, "reports")
    assert {name: reports[f"{name}.pdf"]["status"] for name in GOOD} == dict.fromkeys(GOOD, "ok")
    assert (reports["mended.pdf"]["repaired"], reports["good.pdf"]["repaired"]) == ("true", "false")
    folder = write_reports(tmp_path / "in", good=GOOD["good"])
    assert kpi_extract("run", folder, "--out", tmp_path / "out").returncode == 0
    alone, together = (
        [
            row
            for row in csv.DictReader((place / "cells.csv").read_text("utf-8").splitlines())
            if row["report_id"] == reports["good.pdf"]["report_id"]
        ]
        for place in (tmp_path / "out", out)
    )
    assert alone == together != []


def test_run_json_has_one_entry_for_each_path(out: Path) -> None:
    record = json.loads((out / "run.json").read_text("utf-8"))
    assert record["exit_code"] == 3
    assert len(record["files"]) == len(CASES) + len(GOOD)
    statuses = {entry["file"]: (entry["status"], entry["error_code"]) for entry in record["files"]}
    for name, (_, status, code, _) in CASES.items():
        assert statuses[f"{name}.pdf"] == (status, code)


def test_a_bad_file_has_no_rows_elsewhere(out: Path) -> None:
    failed = {row["report_id"] for row in rows(out, "reports").values() if row["status"] == "failed"}
    for table in ("tables", "cells", "observations", "paragraphs", "findings"):
        assert not failed & set(rows(out, table))


@pytest.mark.corpus
def test_public_broken_files_are_reported_and_never_called_sound(tmp_path: Path) -> None:
    """One or two files of each kind that this program knows a word for."""
    if not FAULTS.is_dir():
        if os.environ.get("KPI_CI"):
            pytest.fail(f"the corpus of broken files is not at {FAULTS}")
        pytest.skip(f"the corpus of broken files is not at {FAULTS}")
    kinds = (
        "one-bad-page",
        "empty-file",
        "not-a-pdf",
        "header-only",
        "encrypted-user-password",
        "truncated",
        "silent-zero-pages",
        "no-pages",
    )
    with (FAULTS / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        listed = [row for row in csv.DictReader(stream) if row["kind"] in kinds]
    chosen = [row for kind in kinds for row in [row for row in listed if row["kind"] == kind][:2]]
    (tmp_path / "in").mkdir()
    for row in chosen:
        (tmp_path / "in" / row["file"]).write_bytes((FAULTS / row["file"]).read_bytes())
    answer = kpi_extract("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", "2")
    assert answer.returncode == 3, answer.stderr
    assert "Traceback" not in answer.stderr
    reports = rows(tmp_path / "out", "reports")
    wrong = [
        f"{row['file']}: {said}, expected {row['expected']}"
        for row in chosen
        if not _is_as_expected(said := _word(reports[row["file"]]), row)
    ]
    assert not wrong, "\n".join(wrong)


def _word(report: dict[str, str]) -> str:
    """What a row of ``reports`` says, in the words of the corpus."""
    if report["status"] == "failed":
        return f"rejected:{report['error_code']}"
    return f"{report['status']}:{report['pages']}"


def _is_as_expected(said: str, row: dict[str, str]) -> bool:
    allowed = [row["expected"], *row["allowed"].split("|")]
    return said in allowed or said.partition(":")[0] in allowed


def test_what_is_no_file_is_reported_and_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "folder.pdf").mkdir(parents=True)
    os.mkfifo(folder / "pipe.pdf")
    (folder / "loop.pdf").symlink_to("loop.pdf")
    assert kpi_extract("run", folder, "--out", tmp_path / "out", "--jobs", "2").returncode == 3
    with (tmp_path / "out" / "reports.csv").open(encoding="utf-8", newline="") as stream:
        said = {row["file"]: (row["error_code"], row["sha256"]) for row in csv.DictReader(stream)}
    assert said == dict.fromkeys(("folder.pdf", "pipe.pdf", "loop.pdf"), ("not-a-file", ""))


@pytest.mark.corpus
def test_odd_names_links_and_pipes_are_told_for_what_they_are(tmp_path: Path) -> None:
    """What a file system may hold: each as the list beside the corpus expects it, in a few seconds."""
    if not FAULTS.is_dir():
        if os.environ.get("KPI_CI"):
            pytest.fail(f"the corpus of broken files is not at {FAULTS}")
        pytest.skip(f"the corpus of broken files is not at {FAULTS}")
    with (FAULTS / "filesystem.csv").open(encoding="utf-8", newline="") as stream:
        listed = [(_name(row["name"]), row["made_as"], row["expected"]) for row in csv.DictReader(stream)]
    folder = tmp_path / "in"
    for number, (name, made_as, _) in enumerate(sorted(listed, key=lambda row: row[1].startswith("hard"))):
        _make(folder, name, made_as, number)
    started = time.monotonic()
    answer = kpi_extract("run", folder, "--out", tmp_path / "out", "--no-cache", "--timeout", "20")
    assert time.monotonic() - started < 90
    assert answer.returncode == 3, answer.stderr
    assert "Traceback" not in answer.stderr
    entries = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["files"]
    said = {entry["source"]: _word({**entry, "pages": str(entry["pages"])}) for entry in entries}
    assert len(entries) == len(listed) == 32
    wrong = [
        f"{name!r}: {said.get(clean(name))}, expected {expected}"
        for name, _, expected in listed
        if _limits(said.get(clean(name), "")) not in expected.split("|")
    ]
    assert not wrong, "\n".join(wrong)
    assert not (ROOT / "fault-shell").exists()


def _name(escaped: str) -> str:
    """A name as the system holds it, from Python's escapes."""
    return os.fsdecode(
        escaped.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1")
    )


def _make(folder: Path, name: str, made_as: str, number: int) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    kind, _, target = made_as.partition(":")
    if kind in {"file", "twin"}:
        path.write_bytes(draw_report(title="Twin" if kind == "twin" else f"Report {number}"))
    elif kind == "link":
        path.symlink_to(target)
    elif kind == "hard":
        path.hardlink_to(folder / target)
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "dir":
        path.mkdir()
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            os.chdir(folder)  # the path of a socket has 107 bytes at most
            server.bind(name)
            os.chdir(ROOT)
    elif kind == "sparse":
        path.write_bytes(b"%PDF-1.7\n")
        os.truncate(path, 5 << 30)
    else:
        raise ValueError(made_as)


def _limits(said: str) -> str:
    limited = {"timeout", "memory", "too-large", "too-many-pages", "crashed"}
    return "rejected:limits" if said.removeprefix("rejected:") in limited else said

"""Decisions, baseline and formats as the commands have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import Command, rows
from tests.drawn import WRONG, draw_report, write_reports


def judged(path: Path, findings: Path, expiry: str = "2026-06-30", more: str = "") -> Path:
    """An exceptions file about the errors of a run."""
    prints = {row["fingerprint"] for row in rows(findings) if row["severity"] == "error"}
    entries = [
        f'[[exception]]\nfingerprint = "{each}"\ndecision = "reported"\nreason = "Told."\n'
        f'who = "A. Reader"\ndate = 2026-01-31\nexpiry = {expiry}\n'
        for each in sorted(prints)
    ]
    path.write_text("\n".join([*entries, more]), "utf-8")
    return path


@pytest.fixture
def first_run(command: Command, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The output of a run over the wrong report; today is the first of March 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    command("run", shelf / "wrong.pdf", "--out", tmp_path / "first", "--quiet")
    return tmp_path / "first"


def test_what_was_judged_is_neither_printed_nor_counted(
    command: Command, shelf: Path, tmp_path: Path, first_run: Path
) -> None:
    file = judged(tmp_path / "judged.toml", first_run / "findings.csv")
    answer = command("audit", shelf / "wrong.pdf", "--exceptions", file)
    assert (answer.code, answer.out) == (0, "")
    assert f"{file} silences 4 findings." in answer.err
    read = json.loads(command("audit", shelf, "--exceptions", file, "--output-format", "json").out)
    assert (read["findings"], read["decisions"]["silenced"]) == ([], 4)
    assert read["decisions"]["today"] == "2026-03-01"


def test_a_run_keeps_what_was_judged_as_information(
    command: Command, shelf: Path, tmp_path: Path, first_run: Path
) -> None:
    file, out = judged(tmp_path / "judged.toml", first_run / "findings.csv"), tmp_path / "out"
    answer = command("run", shelf / "wrong.pdf", "--out", out, "--exceptions", file, "--fail-on", "warning")
    assert (answer.code, "silences 4 findings" in answer.err) == (0, True)
    before, after = rows(first_run / "findings.csv"), rows(out / "findings.csv")
    assert [row["finding_id"] for row in after] == [row["finding_id"] for row in before]
    assert {row["severity"] for row in after} == {"info"}
    assert all("[error, reported by A. Reader on 2026-01-31: Told.]" in row["message"] for row in after)
    record = json.loads((out / "run.json").read_text("utf-8"))
    assert record["options"]["exceptions"] == str(file)
    assert record["findings"] == {"error": 0, "warning": 0, "info": 4}
    assert (record["decisions"]["silenced"], record["decisions"]["today"]) == (4, "2026-03-01")
    others = [path.name for path in out.iterdir() if path.suffix in {".csv", ".parquet"}]
    differ = {name for name in others if (out / name).read_bytes() != (first_run / name).read_bytes()}
    assert differ == {"findings.csv", "findings.parquet"}


def test_a_decision_past_its_last_day_silences_nothing_and_is_named(
    command: Command, shelf: Path, tmp_path: Path, first_run: Path
) -> None:
    unused = (
        '[[exception]]\nfingerprint = "00000000000000aa"\ndecision = "accepted"\nreason = "Old."\n'
        'who = "A. Reader"\ndate = 2025-01-31\n'
    )
    file = judged(tmp_path / "judged.toml", first_run / "findings.csv", "2026-02-28", unused)
    answer = command("audit", shelf / "wrong.pdf", "--exceptions", file)
    assert (answer.code, answer.out.count("RC003 error")) == (1, 4)
    assert answer.err.count("has expired and silences nothing") == 2
    assert "1 decision about no finding of these reports: 00000000000000aa." in answer.err


def test_a_baseline_leaves_only_what_is_new(
    command: Command, shelf: Path, tmp_path: Path, first_run: Path
) -> None:
    same = command("audit", shelf / "wrong.pdf", "--baseline", first_run)
    assert (same.code, same.out) == (0, "")
    assert "The baseline holds 4 findings, left out here." in same.err
    more = draw_report((*WRONG, ("Theft", "90", "100", "+10", "-10%")), pages=3)
    folder = write_reports(tmp_path / "next", next=more)
    new = command("audit", folder, "--baseline", first_run, "--fail-on", "warning")
    assert new.code == 1
    assert [line.split(":", 2)[1] for line in new.out.splitlines()] == ["1", "2", "3"]
    assert all("Theft" in line for line in new.out.splitlines())


def test_a_fingerprint_outlives_another_file_page_and_edition(
    command: Command, tmp_path: Path, first_run: Path
) -> None:
    again = draw_report([("Theft", "80", "100", "-20", "-20%"), *WRONG], title="Revised", pages=1)
    folder = write_reports(tmp_path / "again", renamed=again)
    command("run", folder, "--out", tmp_path / "out", "--quiet")
    prints, first = (
        {row["fingerprint"] for row in rows(out / "findings.csv")} for out in (tmp_path / "out", first_run)
    )
    assert prints == first
    assert len(first) == 2, "one for the change and one for the percent, though printed on two pages"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("audit", "{shelf}/wrong.pdf", "--exceptions", "{tmp}/bad.toml"), "entry 1 has no 'fingerprint'"),
        (("run", "{shelf}", "--out", "{tmp}/out", "--exceptions", "{tmp}/bad.toml"), "entry 1 has no"),
        (("audit", "{shelf}/wrong.pdf", "--exceptions", "{tmp}/gone.toml"), "gone.toml"),
        (("audit", "{shelf}/wrong.pdf", "--baseline", "{tmp}/gone"), "holds no findings.csv"),
        (("audit", "{shelf}/wrong.pdf", "--baseline", "{tmp}"), "holds no findings.csv"),
    ],
)
def test_decisions_and_baselines_that_cannot_be_used_end_with_two(
    command: Command, shelf: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "bad.toml").write_text("[[exception]]\nwho = 'x'\n", "utf-8")
    answer = command(*(text.format(tmp=tmp_path, shelf=shelf) for text in arguments))
    assert (answer.code, answer.out) == (2, "")
    assert "Error: " in answer.err and said in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit"])
def test_every_format_is_data_on_stdout_and_the_same_each_time(
    command: Command, shelf: Path, form: str
) -> None:
    first = command("audit", shelf, "--output-format", form, "--jobs", "1")
    assert first.code == 1
    assert "129 - 106" in first.out
    assert first.err.splitlines()[-1].startswith("Coverage: 24 numbers seen, 24 checked")
    assert command("audit", shelf, "--output-format", form, "--jobs", "2").out == first.out

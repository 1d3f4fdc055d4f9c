"""Hundreds of damaged files in one run: each has its record, and the program outlives them all."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands import ROOT, kpi_extract
from tests.drawn import RIGHT, WRONG, draw_report, draw_scan, encrypt
from tests.mutants import mutants

COUNT = 300
SEED = 20260101


def test_no_mutant_is_lost_and_none_ends_the_program(tmp_path: Path) -> None:
    seeds = [
        draw_report(RIGHT),
        draw_report(WRONG, pages=2),
        draw_scan(),
        encrypt(draw_report(title="Open"), ""),
        (ROOT / "samples" / "council-2022-23-q3.pdf").read_bytes(),
    ]
    (tmp_path / "in").mkdir()
    for number, data in enumerate(mutants(seeds, COUNT, SEED)):
        (tmp_path / "in" / f"{number:03d}.pdf").write_bytes(data)
    limits = ("--timeout", "10", "--memory", "1G", "--jobs", "2", "--no-cache")
    answer = kpi_extract("run", tmp_path / "in", "--out", tmp_path / "out", *limits, timeout_s=900)
    assert answer.returncode == 3, answer.stderr
    assert "Traceback" not in answer.stderr, answer.stderr[:4000]
    files = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["files"]
    assert [entry["file"] for entry in files] == [f"{number:03d}.pdf" for number in range(COUNT)]
    assert [entry["file"] for entry in files if entry["status"] == "ok" and not entry["pages"]] == []
    assert [entry for entry in files if entry["status"] == "failed" and not entry["error_code"]] == []
    assert [entry for entry in files if entry["status"] == "ok" and entry["error_code"]] == []
    assert [entry for entry in files if entry["error_code"] == "internal"] == []


def test_mutants_are_the_same_for_the_same_seed() -> None:
    seeds = [draw_report()]
    assert list(mutants(seeds, 20, 1)) == list(mutants(seeds, 20, 1))
    assert list(mutants(seeds, 20, 1)) != list(mutants(seeds, 20, 2))

"""Many files in workers that may die, and their tables put together."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from extract.batch import hold_to_schemas, merge_tables, run_jobs
from extract.model import Job, Options
from extract.pipeline import Audit, process_file
from extract.sources import as_jobs, find_places
from tests.drawn import RIGHT, WRONG, draw_report, write_reports


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[Job, ...]:
    reports = {f"report{number}": draw_report(title=f"Report {number}") for number in range(4)}
    return as_jobs(find_places([str(write_reports(tmp_path / "in", **reports))]), Options())


def killed_at_report1(job: Job) -> Audit:
    """What the kernel does to a worker that takes all memory."""
    if job.source == "report1.pdf":
        os.kill(os.getpid(), signal.SIGKILL)
    return process_file(job)


def leaves_at_report1(job: Job) -> Audit:
    """What a C library does when it gives up."""
    if job.source == "report1.pdf":
        os._exit(7)
    return process_file(job)


def sources(audits: Sequence[tuple[Job, Audit]]) -> list[str]:
    return sorted(job.source for job, _ in audits)


@pytest.mark.parametrize("processes", [1, 2])
def test_every_job_has_one_audit(jobs: tuple[Job, ...], processes: int) -> None:
    audits = list(run_jobs(jobs, processes))
    assert sources(audits) == [job.source for job in jobs]
    assert all(job.source == audit.source and audit.status == "ok" for job, audit in audits)


@pytest.mark.parametrize("work", [killed_at_report1, leaves_at_report1])
def test_a_worker_that_dies_costs_its_file_alone(
    jobs: tuple[Job, ...],
    work: object,
) -> None:
    audits = {job.source: audit for job, audit in run_jobs(jobs, 2, work)}  # type: ignore[arg-type]
    assert sorted(audits) == [job.source for job in jobs]
    crashed = audits.pop("report1.pdf")
    assert (crashed.status, crashed.error_code) == ("failed", "crashed")
    assert "signal 9" in crashed.error_message or "exit code 7" in crashed.error_message
    (row,) = crashed.tables["reports"].to_dict("records")
    assert (row["status"], row["error_code"], row["source"]) == ("failed", "crashed", "report1.pdf")
    assert row["report_id"] == row["sha256"][:16]
    assert {audit.status for audit in audits.values()} == {"ok"}


def test_workers_and_this_process_give_the_same_tables(jobs: tuple[Job, ...]) -> None:
    alone, together = (
        merge_tables(audit for _, audit in run_jobs(given, processes))
        for given, processes in ((jobs, 1), (jobs[::-1], 2))
    )
    for name, table in alone.items():
        pd.testing.assert_frame_equal(table, together[name])


def test_merged_tables_hold_the_rows_of_all_reports_sorted(tmp_path: Path) -> None:
    folder = write_reports(tmp_path, right=draw_report(RIGHT), wrong=draw_report(WRONG))
    audits = [audit for _, audit in run_jobs(as_jobs(find_places([str(folder)]), Options()), 1)]
    merged = merge_tables(audits)
    assert sorted(merged["reports"]["file"]) == ["right.pdf", "wrong.pdf"]
    assert len(merged["cells"]) == sum(len(audit.tables["cells"]) for audit in audits) > 0
    assert merged["cells"].set_index(["table_id", "row", "column"]).index.is_monotonic_increasing


@pytest.mark.parametrize("order", [1, -1])
def test_two_files_of_one_name_that_cannot_be_read_share_a_row(tmp_path: Path, order: int) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
    (tmp_path / "a" / "x.pdf").symlink_to("nowhere")
    (tmp_path / "b" / "x.pdf").mkdir()
    (tmp_path / "c" / "y.pdf").symlink_to("nowhere")
    places = find_places([str(tmp_path / folder) for folder in ("a", "b", "c")])
    audits = [audit for _, audit in run_jobs(as_jobs(places, Options())[::order], 1)]
    merged = merge_tables(audits)
    assert len(audits) == 3
    rows = {row["source"]: row for row in merged["reports"].to_dict("records")}
    assert {source: row["also_at"] for source, row in rows.items()} == {"x.pdf": '["x.pdf"]', "y.pdf": "[]"}
    assert "folder" in rows["x.pdf"]["error_message"]


def test_a_report_whose_tables_break_the_law_fails_alone(
    jobs: tuple[Job, ...], caplog: pytest.LogCaptureFixture
) -> None:
    sound = dict(run_jobs(jobs, 1))
    wrong = sound[jobs[1]]
    broken = {**wrong.tables, "cells": wrong.tables["cells"].assign(confidence=7.0)}
    held, merged = hold_to_schemas({**sound, jobs[1]: replace(wrong, tables=broken)})
    failed = held.pop(jobs[1])
    assert (failed.status, failed.error_code, failed.report_id) == ("failed", "internal", wrong.report_id)
    assert "the table 'cells' breaks its schema: confidence" in failed.error_message
    assert "report1.pdf: a fault of the program: the table 'cells'" in caplog.text
    assert held == {job: audit for job, audit in sound.items() if job != jobs[1]}
    rows = {row["source"]: row for row in merged["reports"].to_dict("records")}
    assert {source: row["status"] for source, row in rows.items()} == {
        job.source: "failed" if job == jobs[1] else "ok" for job in jobs
    }
    assert wrong.report_id not in set(merged["cells"]["report_id"])
    assert {audit.report_id for audit in held.values()} == set(merged["cells"]["report_id"])


def test_lawful_reports_are_left_as_they_are(jobs: tuple[Job, ...]) -> None:
    sound = dict(run_jobs(jobs, 1))
    held, merged = hold_to_schemas(sound)
    assert held == sound
    assert set(merged["reports"]["status"]) == {"ok"}


def test_a_batch_of_nothing_gives_every_table_without_rows() -> None:
    merged = merge_tables([])
    assert merged["comparisons"].empty
    assert "current_text" in merged["comparisons"].columns

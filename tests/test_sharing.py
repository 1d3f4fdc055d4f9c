"""The process that reads shares: it answers each, and ends with whoever asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch.cache import Cache, program_versions
from extract.batch.readers import ask_reader, end_idle
from extract.batch.shares import FAULT, OTHER_PROGRAM, REFUSED, Answer, Share, answer_of
from extract.model import Limits, Options
from extract.sources import as_jobs, find_places
from tests.commands import ROOT
from tests.dask_cluster import descendants, is_alive, wait_until
from tests.drawn import draw_report, write_reports

Reader = subprocess.Popen[str]


@pytest.fixture
def share(tmp_path: Path) -> Share:
    reports = {"one": draw_report(), "torn": draw_report()[:300], "two": draw_report(title="Another")}
    jobs = as_jobs(find_places([str(write_reports(tmp_path / "in", **reports))]), Options())
    return Share(jobs, Limits(), str(tmp_path / "cache"), program_versions())


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    (tmp_path / "temporary").mkdir()
    started = subprocess.Popen(
        [sys.executable, "-m", "extract.batch.sharing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path / "temporary")},
        start_new_session=True,
    )
    with started:
        yield started
        started.kill()


@pytest.fixture(autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    end_idle()


def ask(reader: Reader, share: Share) -> Answer:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(share.as_line())
    reader.stdin.flush()
    return answer_of(reader.stdout.readline())


def test_a_share_is_answered_and_what_failed_as_well(reader: Reader, share: Share, tmp_path: Path) -> None:
    answer = ask(reader, share)
    assert [outcome.status for outcome in answer.outcomes] == ["ok", "failed", "ok"]
    assert answer.trouble == ""
    cache = Cache(tmp_path / "cache", Limits())
    assert tuple(cache.find(job) for job in share.jobs) == answer.outcomes
    assert ask(reader, share) == answer, "what is kept isn't read again"


def test_one_answer_of_trouble_leaves_the_next_alone(reader: Reader, share: Share, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ask(reader, replace(share, cache=str(tmp_path / "file" / "cache"))).trouble == REFUSED
    other = ask(reader, replace(share, program={**program_versions(), "pdfplumber": "0.1"}))
    assert (other.trouble, "and 0.1 here" in other.message) == (OTHER_PROGRAM, True)
    assert ask(reader, replace(share, cache="\0")).trouble == FAULT
    assert len(ask(reader, share).outcomes) == 3


def test_a_file_that_is_given_up_has_its_row(reader: Reader, share: Share) -> None:
    answer = ask(reader, replace(share, jobs=share.jobs[:1], failure=("crashed", "Every worker died.")))
    (outcome,) = answer.outcomes
    assert (outcome.status, outcome.error_code, outcome.error_message) == (
        "failed",
        "crashed",
        "Every worker died.",
    )
    assert Path(outcome.result).exists()


def test_a_file_whose_bytes_are_gone_has_no_result(reader: Reader, share: Share) -> None:
    Path(share.jobs[0].path).unlink()
    (outcome,) = ask(reader, replace(share, jobs=share.jobs[:1])).outcomes
    assert (outcome.error_code, outcome.sha256, outcome.result) == ("not-a-file", "", "")


def test_it_ends_with_whoever_asked_in_the_middle_of_a_share(
    reader: Reader, share: Share, tmp_path: Path
) -> None:
    assert reader.stdin is not None
    reader.stdin.write(share.as_line())
    reader.stdin.flush()
    assert wait_until(lambda: list((tmp_path / "temporary").glob("*/*/*/pid")))
    started = [reader.pid, *descendants(reader.pid)]
    assert len(started) >= 3
    reader.stdin.close()
    assert wait_until(lambda: not any(map(is_alive, started)), 2)
    assert list((tmp_path / "temporary").glob("kpi-extract*")) == []


def test_a_share_that_is_not_wanted_any_more_is_left(share: Share) -> None:
    assert ask_reader(share.as_line(), lambda: False) == ""


def test_a_reader_is_kept_for_the_next_share(share: Share) -> None:
    first, second = (answer_of(ask_reader(share.as_line(), lambda: True)) for _ in range(2))
    assert first == second
    assert len(first.outcomes) == 3


def test_whoever_reads_nothing_but_dies_is_told_of(share: Share, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    end_idle()
    answer = answer_of(ask_reader(share.as_line(), lambda: True))
    assert (answer.trouble, answer.message) == ("died", "exit code 1")

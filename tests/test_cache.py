"""Results kept from run to run: under what they depend on, whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch.cache import Cache, default_folder, program_versions
from extract.model import Job, Limits, Options, Outcome
from extract.writers.arrow import empty_table
from extract.writers.results import read_tables, write_result
from schemas.columns import TABLE_COLUMNS

SHA = "ab" * 32
JOB = Job("/in/q1.pdf", "q1.pdf", sha256=SHA)
LIMITS = Limits()
OK = Outcome(SHA[:16], SHA, "ok", "", "", 3, 1.5, 80.0)
FAILED = replace(OK, status="failed", error_code="corrupt", error_message="Damaged.")
SLOW = replace(FAILED, error_code="timeout")
SHORT = replace(SLOW, status="partial")  # a page was left out that took too long


def keep(cache: Cache, outcome: Outcome, job: Job = JOB) -> Outcome:
    tables = {name: empty_table(name) for name in TABLE_COLUMNS}
    return cache.keep(job, write_result(Path(cache.folder) / "result", outcome, tables))


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "cache", LIMITS)
    assert cache.find(JOB) is None
    kept = keep(cache, OK)
    assert cache.find(JOB) == kept
    assert replace(kept, result="") == OK
    assert read_tables(Path(kept.result))["cells"].num_rows == 0
    assert stat.S_IMODE(Path(cache.folder).stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, sha256="cd" * 32),
        replace(JOB, sha256=""),
        replace(JOB, options=Options(password="secret")),
        replace(JOB, options=Options(pages=(1,))),
        replace(JOB, options=Options(respect_permissions=True)),
    ],
)
def test_other_bytes_or_options_are_another_result(tmp_path: Path, other: Job) -> None:
    cache = Cache(tmp_path, LIMITS)
    keep(cache, OK)
    assert cache.find(other) is None


def test_where_a_file_lies_does_not_matter(tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMITS)
    kept = keep(cache, OK)
    assert cache.find(replace(JOB, path="/there", source="there.pdf", also_at=("x.pdf",))) == kept


def test_an_edit_of_the_program_reads_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(Cache(tmp_path, LIMITS), OK)
    monkeypatch.setattr("extract.batch.cache.__version__", "0.0.1")
    assert Cache(tmp_path, LIMITS).find(JOB) is None


@pytest.mark.parametrize(("outcome", "found"), [(OK, True), (FAILED, True), (SLOW, False), (SHORT, False)])
def test_limits_count_where_they_ended_the_reading(tmp_path: Path, outcome: Outcome, found: bool) -> None:
    keep(Cache(tmp_path, LIMITS), outcome)
    assert Cache(tmp_path, LIMITS).find(JOB) is not None
    assert (Cache(tmp_path, Limits(timeout_s=600)).find(JOB) is not None) is found


@pytest.mark.parametrize(("outcome", "found"), [(OK, True), (FAILED, False), (SLOW, False), (SHORT, False)])
def test_what_failed_may_be_passed_over(tmp_path: Path, outcome: Outcome, found: bool) -> None:
    cache = Cache(tmp_path, LIMITS)
    keep(cache, outcome)
    assert (cache.find(JOB, failed_too=False) is not None) is found


def test_what_has_no_bytes_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMITS)
    keep(cache, replace(FAILED, sha256="", error_code="unreadable"))
    assert [path.name for path in tmp_path.iterdir()] == ["result"]


@pytest.mark.parametrize("cut", [0, 5, 40, -1])
def test_a_result_that_is_not_whole_is_none(tmp_path: Path, cut: int) -> None:
    cache = Cache(tmp_path, LIMITS)
    path = Path(keep(cache, OK).result)
    path.write_bytes(path.read_bytes()[:cut])
    assert cache.find(JOB) is None


def test_the_users_folder_follows_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/kept")
    assert default_folder() == Path("/var/kept/kpi-extract")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setattr("sys.platform", "linux")
    assert default_folder() == Path("/home/me/.cache/kpi-extract")
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_folder() == Path("/home/me/Library/Caches/kpi-extract")


def test_a_result_from_another_disk_is_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache", LIMITS)
    result = write_result(tmp_path / "result", OK, {name: empty_table(name) for name in TABLE_COLUMNS})
    replace_on_one_disk = Path.replace

    def refuse_others(path: Path, target: Path) -> Path:
        if path.parent != Path(target).parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return replace_on_one_disk(path, target)

    monkeypatch.setattr(Path, "replace", refuse_others)
    kept = cache.keep(JOB, result)
    assert cache.find(JOB) == kept
    assert [path.name for path in Path(kept.result).parent.iterdir()] == [Path(kept.result).name]
    assert not (tmp_path / "result").exists()


def test_what_turns_bytes_into_tables_is_named() -> None:
    versions = program_versions()
    assert {"kpi-extract", "Python", "pdfplumber", "pandas"} <= set(versions)
    assert len(versions["its text"]) == 64

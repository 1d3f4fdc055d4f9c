"""A batch on a Dask cluster: the same bytes as on one machine, whatever becomes of the workers."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch import cluster as module
from extract.batch.cluster import ClusterError, Terms, _seen, _Shares, _smaller
from extract.batch.shares import Share
from extract.model import Job, Limits, Options, Outcome
from extract.sources import as_jobs, find_places
from tests.commands import ROOT, kpi_extract
from tests.dask_cluster import DaskCluster, free_port, is_alive, wait_until
from tests.drawn import draw_report, write_reports

SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    cluster = DaskCluster(tmp_path_factory.mktemp("dask"))
    yield cluster
    cluster.stop()


@pytest.fixture
def two_workers(dask: DaskCluster) -> DaskCluster:
    dask.need_workers(2)
    return dask


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports, and what passes for one: nothing of it may cost another file."""
    folder = tmp_path_factory.mktemp("archive")
    for number, sample in enumerate(SAMPLES):
        copy = folder / f"{sample.stem}-{number}.pdf"
        copy.write_bytes(sample.read_bytes() + b"\n%% copy %d\n" % number)
    (folder / "twice.pdf").write_bytes(copy.read_bytes())
    write_reports(folder, **{f"drawn{number}": draw_report(title=f"Drawn {number}") for number in range(7)})
    (folder / "empty.pdf").touch()
    (folder / "torn.pdf").write_bytes(SAMPLES[0].read_bytes()[:900])
    (folder / "gone.pdf").symlink_to("nowhere")
    (folder / os.fsdecode(b"caf\xe9.pdf")).write_bytes(draw_report(title="Not UTF-8"))
    return folder


@pytest.fixture(scope="module")
def here(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What this machine alone makes of them."""
    out = tmp_path_factory.mktemp("here")
    answer = kpi_extract("run", archive, "--out", out, "--quiet", "--no-cache")
    assert (answer.returncode, answer.stderr) == (3, "")
    return out


def tables_of(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


def told_of(out: Path) -> list[dict[str, object]]:
    """What ``run.json`` says of each file, but for what it took."""
    files = json.loads((out / "run.json").read_text("utf-8"))["files"]
    return [{name: file[name] for name in file if name not in ("seconds", "peak_mb")} for file in files]


def arguments(archive: Path, out: Path, address: str, cache: Path) -> list[str]:
    return ["run", str(archive), "--out", str(out), "--cluster", address, "--cache", str(cache), "--quiet"]


def test_a_cluster_gives_the_same_bytes_as_one_machine(
    two_workers: DaskCluster, archive: Path, here: Path, tmp_path: Path
) -> None:
    command = arguments(archive, tmp_path / "out", two_workers.address, tmp_path / "cache")
    answer = kpi_extract(*command)
    assert (answer.returncode, answer.stdout, answer.stderr) == (3, "", "")
    assert tables_of(tmp_path / "out") == tables_of(here)
    assert told_of(tmp_path / "out") == told_of(here)
    options = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["options"]
    assert options["cluster"] == two_workers.address
    assert {path.suffix for path in (tmp_path / "cache").rglob("*") if path.is_file()} == {".result"}


@contextmanager
def running(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", "extract", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def test_a_worker_killed_in_the_middle_costs_nothing(
    two_workers: DaskCluster, archive: Path, here: Path, tmp_path: Path
) -> None:
    with running(arguments(archive, tmp_path / "out", two_workers.address, tmp_path / "cache")) as run:
        assert wait_until(lambda: list((tmp_path / "cache").glob("*/*.result")))
        orphans = two_workers.kill_worker()
        assert orphans, "the worker had nothing to do"
        assert wait_until(lambda: not any(map(is_alive, orphans)), 2)
        assert run.poll() is None, "it was killed too late"
        out, err = run.communicate(timeout=120)
    assert (run.returncode, out, err) == (3, "", "")
    assert tables_of(tmp_path / "out") == tables_of(here)
    assert told_of(tmp_path / "out") == told_of(here)


def test_ctrl_c_ends_the_run_and_what_its_workers_read(
    two_workers: DaskCluster, archive: Path, tmp_path: Path
) -> None:
    with running(arguments(archive, tmp_path / "out", two_workers.address, tmp_path / "cache")) as run:
        assert wait_until(lambda: list((tmp_path / "cache").glob("*/*.result")))
        assert wait_until(two_workers.reading)
        started = time.monotonic()
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
        assert time.monotonic() - started < 5
    assert (run.returncode, out, err) == (130, "", "\nInterrupted.\n")  # click ends the line of "^C"
    assert wait_until(lambda: not two_workers.reading(), 5), "nobody waits for what they read"


def test_a_scheduler_lost_in_the_middle_ends_the_run(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "dask").mkdir()
    dask = DaskCluster(tmp_path / "dask")
    try:
        dask.need_workers(1)
        with running(arguments(archive, tmp_path / "out", dask.address, tmp_path / "cache")) as run:
            assert wait_until(lambda: list((tmp_path / "cache").glob("*/*.result")))
            dask.scheduler.kill()
            out, err = run.communicate(timeout=60)
        assert (run.returncode, out) == (2, "")
        assert err == (
            f"Error: The scheduler at {dask.address} is lost; start it and run again: what was read is "
            "kept.\n"
        )
    finally:
        dask.stop()


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program, after something was done to it."""
    argv = ["kpi-extract", *arguments]
    start = f"import sys; from extract import cli; sys.argv = {argv!r}; {code}; cli.main()"
    return subprocess.run(
        [sys.executable, "-c", start], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


def test_workers_that_run_another_program_are_refused(
    two_workers: DaskCluster, archive: Path, tmp_path: Path
) -> None:
    answer = python(
        "import extract.batch.cache as cache; cache.__version__ = '0.0.1'",
        *arguments(archive, tmp_path / "out", two_workers.address, tmp_path / "cache"),
    )
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(
        f"Error: The worker on {socket.gethostname()} runs another program (kpi-extract is "
    )
    assert "there and 0.0.1 here); install the same versions on all machines" in answer.stderr
    assert list((tmp_path / "cache").glob("*/*.result")) == []


def test_a_cache_that_the_workers_cannot_write_ends_the_run(
    two_workers: DaskCluster, archive: Path, tmp_path: Path
) -> None:
    """The folder is this machine's; where the workers look for it stands a file."""
    (tmp_path / "file").touch()
    cache = tmp_path / "file" / "cache"
    code = (
        "import extract.batch.reading as r; terms = r.Terms; "
        f"r.Terms = lambda limits, _, *others: terms(limits, {str(cache)!r}, *others)"
    )
    answer = python(code, *arguments(archive, tmp_path / "out", two_workers.address, tmp_path / "cache"))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "can't write its results" in answer.stderr
    assert "name a --cache that all machines can write" in answer.stderr


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{port}", "http://127.0.0.1:{port}", "x://"])
def test_a_scheduler_that_is_not_there_is_named(address: str, tmp_path: Path) -> None:
    address = address.format(port=free_port())
    folder = write_reports(tmp_path / "in", one=draw_report())
    started = time.monotonic()
    answer = kpi_extract(*arguments(folder, tmp_path / "out", address, tmp_path / "cache"))
    assert time.monotonic() - started < 20
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"Error: No Dask scheduler answers at '{address}' (")
    assert answer.stderr.count("\n") == 1


def test_a_cluster_without_workers_is_waited_for_and_given_up(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dask = DaskCluster(tmp_path_factory.mktemp("alone"))
    folder = write_reports(tmp_path / "in", one=draw_report())
    try:
        answer = python(
            "import extract.batch.cluster as cluster; cluster._LONELY_S = 3",
            *arguments(folder, tmp_path / "out", dask.address, tmp_path / "cache"),
        )
    finally:
        dask.stop()
    waits, error = answer.stderr.splitlines()
    assert answer.returncode == 2
    assert waits == f"The scheduler at {dask.address} has no worker; waiting for one."
    assert error.startswith(f"Error: The scheduler at {dask.address} had no worker for ")


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", one=draw_report())
    answer = python(
        "sys.modules['distributed'] = None",
        *arguments(folder, tmp_path / "out", "tcp://127.0.0.1:1", tmp_path / "cache"),
    )
    assert answer.returncode == 2
    assert "pip install 'kpi-extract[cluster]'" in answer.stderr


def test_a_cluster_without_a_cache_is_wrong_usage(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", one=draw_report())
    answer = kpi_extract(
        "run", folder, "--out", tmp_path / "out", "--cluster", "tcp://127.0.0.1:1", "--no-cache"
    )
    assert answer.returncode == 2
    assert "--cluster needs a cache" in answer.stderr


# --- without a cluster ------------------------------------------------------------------------


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (found,) = as_jobs(find_places([str(write_reports(tmp_path / "in", one=draw_report()))]), Options())
    return found


OUTCOME = Outcome("", "", "failed", "not-a-file", "Nothing can be read there", 0, 0.1, 0.0)


def test_a_file_that_only_the_worker_misses_ends_the_run(job: Job) -> None:
    with pytest.raises(ClusterError, match=r"on node7 sees no file .*; the workers must see the same files"):
        _seen(job, OUTCOME, "node7")


def test_another_file_at_the_same_path_ends_the_run(job: Job) -> None:
    with pytest.raises(ClusterError, match=r"on node7 sees another file at .*one.pdf"):
        _seen(job, replace(OUTCOME, status="ok", sha256="ab" * 32), "node7")


def test_a_file_that_is_gone_meanwhile_is_left_to_this_machine(job: Job) -> None:
    Path(job.path).unlink()
    assert _seen(job, OUTCOME, "node7") is None


def test_a_result_that_cannot_be_seen_here_ends_the_run(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SEEN_S", 0.1)
    outcome = replace(OUTCOME, sha256=job.sha256, result="/nowhere/ab/abcd.result")
    with pytest.raises(
        ClusterError, match=r"has written '/nowhere/ab/abcd.result', which can't be read here"
    ):
        _seen(job, outcome, "node7")


JOBS = tuple(Job(f"/in/{number}.pdf", f"{number}.pdf", sha256=f"{number:064}") for number in range(1000))


def test_shares_are_large_at_first_and_small_at_last() -> None:
    shares = _Shares(JOBS, Terms(Limits(), "/cache"))
    taken = []
    while share := shares.next(threads=10):
        taken.append(share.jobs)
    assert [job for jobs in taken for job in jobs] == list(JOBS)
    sizes = [len(jobs) for jobs in taken]
    assert (sizes[0], sizes[-1]) == (8, 1)
    assert sizes == sorted(sizes, reverse=True)


def test_a_file_that_ends_every_worker_is_given_up_alone() -> None:
    share = Share(JOBS[:2], Limits(), "/cache", {})
    first, second = _smaller(share)
    assert (first.jobs, second.jobs) == (JOBS[:1], JOBS[1:2])
    (last,) = _smaller(first)
    assert last.failure is not None
    assert last.failure[0] == "crashed"
    with pytest.raises(RuntimeError):
        _smaller(last)

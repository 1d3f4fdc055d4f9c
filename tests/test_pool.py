"""Workers that are killed, hang, outgrow their limit: the file they read is lost, and no other."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch.pool import Pool
from extract.batch.tasks import _plainly
from extract.model import Job, Limits, Options, Outcome
from extract.pages.begun import note_pages
from extract.pipeline import Audit, process_file
from extract.sources import as_jobs, find_places
from extract.writers.results import read_tables
from tests.commands import ROOT
from tests.drawn import draw_endless, draw_report, write_reports

LIMITS = Limits(timeout_s=6, memory_bytes=600 << 20)


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Job, ...]:
    reports = {f"report{number}": draw_report(title=f"Report {number}") for number in range(4)}
    return as_jobs(find_places([str(write_reports(tmp_path_factory.mktemp("in"), **reports))]), Options())


def _at_report1(harm: Callable[[], object]) -> Callable[[Job], Audit]:
    def work(job: Job) -> Audit:
        if job.source == "report1.pdf":
            harm()
        return process_file(job)

    return work


@pytest.fixture(scope="module")
def long_jobs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Job, ...]:
    reports = {f"report{number}": draw_report(title=f"Report {number}", pages=3) for number in range(2)}
    return as_jobs(find_places([str(write_reports(tmp_path_factory.mktemp("in"), **reports))]), Options())


def _at_page_2(harm: Callable[[Job], object], pages: int = 3) -> Callable[[Job], Audit]:
    def work(job: Job) -> Audit:
        if job.source == "report1.pdf" and 2 not in {left.page for left in job.left_out}:
            with note_pages(job.note) as begin:
                begin(2, pages)
                harm(job)
        return process_file(job)

    return work


def killed_at_page_2(job: Job) -> Audit:
    """A page on which a library gives up."""
    return _at_page_2(lambda _: os.kill(os.getpid(), signal.SIGKILL))(job)


def hung_at_page_2(job: Job) -> Audit:
    """A page that is read without end."""
    return _at_page_2(lambda _: time.sleep(1000))(job)


def starved_at_page_2(job: Job) -> Audit:
    """A page that needs more memory than there is."""
    return _at_page_2(lambda _: bytearray(4 << 30))(job)


def hung_at_the_only_page(job: Job) -> Audit:
    """No other page is there to be read without it."""
    return _at_page_2(lambda _: time.sleep(1000), pages=1)(job)


def killed_at_every_page(job: Job) -> Audit:
    """A file that no page can be left out of often enough."""
    with note_pages(job.note) as begin:
        begin(1 + len(job.left_out), 3000)
        os.kill(os.getpid(), signal.SIGKILL)
    return process_file(job)


def killed_at_page_2_the_first_time(job: Job) -> Audit:
    """A worker that the kernel chose: the page had no part in it."""
    return _at_page_2(killed_the_first_time)(job)


def killed(job: Job) -> Audit:
    """What the kernel does to the process that takes all memory."""
    return _at_report1(lambda: os.kill(os.getpid(), signal.SIGKILL))(job)


def left(job: Job) -> Audit:
    """What a C library does when it gives up."""
    return _at_report1(lambda: os._exit(7))(job)


def crashed(job: Job) -> Audit:
    """A fault in C."""
    return _at_report1(lambda: ctypes.string_at(0))(job)


def hung(job: Job) -> Audit:
    """An endless loop."""
    return _at_report1(lambda: time.sleep(1000))(job)


def hung_in_c(job: Job) -> Audit:
    """An endless loop that no signal handler of Python's ends."""
    return _at_report1(lambda: ctypes.PyDLL(None).usleep(1_000_000_000))(job)


def grown(job: Job) -> Audit:
    """Memory taken bit by bit, each error passed over, as libraries do."""

    def grow() -> None:
        held = []
        while True:
            try:
                held.append(bytearray(b"x" * (16 << 20)))
            except MemoryError:
                time.sleep(0.01)

    return _at_report1(grow)(job)


def out_of_memory(job: Job) -> Audit:
    """More memory at once than the limit."""
    return _at_report1(lambda: bytearray(4 << 30))(job)


def talkative(job: Job) -> Audit:
    """A library that prints, and warns of each glyph."""
    for _ in range(64):
        os.write(1, b"nonsense\n" * (1 << 14))
    for number in range(10_000):
        warnings.warn(f"glyph {number}", stacklevel=1)
    return process_file(job)


class Unprintable(Exception):  # noqa: N818  as libraries name theirs
    """An error that can neither be printed nor cross to another process."""

    def __init__(self) -> None:
        super().__init__(lambda: None)

    def __str__(self) -> str:
        raise ValueError


@_plainly
def unprintable() -> None:
    """A task that ends with such an error."""
    raise Unprintable


def swollen(job: Job) -> Audit:
    """A file that takes much, and is read."""
    return replace(process_file(job), peak_mb=700.0)


def killed_the_first_time(job: Job) -> Audit:
    """A worker that was the largest process when the kernel needed room."""
    mark = Path(job.path).with_suffix(".seen")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return process_file(job)


def read(
    jobs: tuple[Job, ...], room: Path, work: Callable[[Job], Audit] | None = None, processes: int = 2
) -> dict[str, Outcome]:
    with Pool(room, processes, LIMITS, work) as pool:
        return {job.source: outcome for job, outcome in pool.read(jobs)}


@pytest.mark.parametrize(
    ("work", "code", "why"),
    [
        (killed, "crashed", "was killed by signal 9, twice"),
        (left, "crashed", "ended with exit code 7, twice"),
        (crashed, "crashed", "was killed by signal 11, twice"),
        (hung, "timeout", "longer than 6 seconds; give it more with --timeout"),
        (hung_in_c, "timeout", "longer than 6 seconds"),
        (grown, "memory", "more with --memory"),
        (out_of_memory, "memory", "more with --memory"),
    ],
)
def test_a_file_that_ends_its_worker_costs_itself_alone(
    jobs: tuple[Job, ...], tmp_path: Path, work: Callable[[Job], Audit], code: str, why: str
) -> None:
    started = time.monotonic()
    outcomes = read(jobs, tmp_path, work)
    assert time.monotonic() - started < 60
    assert sorted(outcomes) == [job.source for job in jobs]
    lost = outcomes.pop("report1.pdf")
    assert (lost.status, lost.error_code) == ("failed", code)
    assert why in lost.error_message
    assert {outcome.status for outcome in outcomes.values()} == {"ok"}
    (row,) = read_tables(Path(lost.result))["reports"].to_pylist()
    assert (row["status"], row["error_code"], row["sha256"]) == ("failed", code, jobs[1].sha256)
    if code == "timeout":
        assert 5.5 < lost.seconds < 12
    if work is grown:
        assert lost.peak_mb > 600


@pytest.mark.parametrize(
    ("work", "code", "why"),
    [
        (killed_at_page_2, "crashed", "Page 2 was left out: it ended the process that read it, twice"),
        (hung_at_page_2, "timeout", "Page 2 was left out: it took more than its share of the file's time"),
        (starved_at_page_2, "memory", "Page 2 was left out: it needs more memory"),
    ],
)
def test_a_page_that_ends_its_worker_costs_itself_alone(
    long_jobs: tuple[Job, ...], tmp_path: Path, work: Callable[[Job], Audit], code: str, why: str
) -> None:
    outcomes = read(long_jobs, tmp_path, work)
    assert outcomes["report0.pdf"].status == "ok"
    lost = outcomes["report1.pdf"]
    assert (lost.status, lost.error_code, lost.pages) == ("partial", code, 3)
    assert why in lost.error_message
    tables = read_tables(Path(lost.result))
    assert tables["reports"].column("unread_pages").to_pylist() == ["[2]"]
    assert tables["tables"].column("page_start").to_pylist() == [1, 3]
    if code == "timeout":
        assert 2.5 < lost.seconds < LIMITS.timeout_s


def test_a_page_that_is_drawn_without_end_costs_itself_alone(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", endless=draw_endless(page=2, pages=3))
    (tmp_path / "room").mkdir()
    jobs = as_jobs(find_places([str(tmp_path / "in")]), Options())
    (outcome,) = read(jobs, tmp_path / "room").values()
    assert (outcome.status, outcome.error_code in {"timeout", "memory"}) == ("partial", True)


@pytest.mark.parametrize(
    ("work", "code"), [(hung_at_the_only_page, "timeout"), (killed_at_every_page, "crashed")]
)
def test_a_file_is_given_up_where_leaving_pages_out_cannot_help(
    long_jobs: tuple[Job, ...], tmp_path: Path, work: Callable[[Job], Audit], code: str
) -> None:
    outcome = read(long_jobs[1:], tmp_path, work)["report1.pdf"]
    assert (outcome.status, outcome.error_code) == ("failed", code)


def test_a_page_is_read_again_where_its_worker_was_killed_once(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", report1=draw_report(pages=3))
    (tmp_path / "room").mkdir()
    jobs = as_jobs(find_places([str(folder)]), Options())
    outcome = read(jobs, tmp_path / "room", killed_at_page_2_the_first_time)["report1.pdf"]
    assert outcome.status == "ok"


def test_one_file_alone_obeys_its_limits_too(jobs: tuple[Job, ...], tmp_path: Path) -> None:
    assert read(jobs[1:2], tmp_path, hung, processes=1)["report1.pdf"].error_code == "timeout"


def test_a_file_whose_worker_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", a=draw_report(), b=draw_report(title="B"))
    (tmp_path / "room").mkdir()
    outcomes = read(as_jobs(find_places([str(folder)]), Options()), tmp_path / "room", killed_the_first_time)
    assert {outcome.status for outcome in outcomes.values()} == {"ok"}


def test_workers_end_with_the_parent(tmp_path: Path) -> None:
    """Whoever kills the program kills its workers, even one that hangs."""
    folder = write_reports(tmp_path / "in", report1=draw_report())
    (tmp_path / "room").mkdir()
    code = (
        "from pathlib import Path\n"
        "from tests.test_pool import *\n"
        f"jobs = as_jobs(find_places([{str(folder)!r}]), Options())\n"
        f"read(jobs, Path({str(tmp_path / 'room')!r}), hung_in_c)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    mark = tmp_path / "room" / "1" / "pid"
    until = time.monotonic() + 30
    while not (mark.exists() and mark.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    worker = Path("/proc") / mark.read_text()
    assert worker.exists()
    running.kill()
    running.wait()
    until = time.monotonic() + 15
    while worker.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not worker.exists()


def test_a_worker_that_has_grown_ends_after_its_result(jobs: tuple[Job, ...], tmp_path: Path) -> None:
    outcomes = read(jobs, tmp_path, swollen)
    assert [outcome.status for outcome in outcomes.values()] == ["ok"] * 4
    assert len({(tmp_path / str(number) / "pid").read_text() for number in range(1, 5)}) == 4


def test_what_a_worker_prints_goes_nowhere(
    jobs: tuple[Job, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcomes = read(jobs[:1], tmp_path, talkative)
    assert ([outcome.status for outcome in outcomes.values()], capfd.readouterr().out) == (["ok"], "")


def test_an_error_that_cannot_cross_is_told_by_its_traceback(tmp_path: Path) -> None:
    with Pool(tmp_path, 1, LIMITS) as pool:
        with pytest.raises(RuntimeError, match="raise Unprintable"):
            pool.ask(unprintable, [], 60)
        assert pool.ask(os.getpid, [], 60)


def test_a_pool_that_is_given_nothing_starts_nothing(tmp_path: Path) -> None:
    assert read((), tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_results_that_keep_the_law_have_no_breach(jobs: tuple[Job, ...], tmp_path: Path) -> None:
    with Pool(tmp_path, 1, LIMITS) as pool:
        results = [outcome.result for _, outcome in pool.read(jobs)]
        assert pool.check(results) == {}


def modules_of_the_law(results: list[str]) -> tuple[dict[str, str], list[str]]:
    """A task that holds results to the law and tells what pandera has loaded for it that it does without."""
    from extract.batch.worker import check_results

    told = check_results(results)
    return told, sorted(
        name for name in sys.modules if name.partition(".")[0] in {"dask", "hypothesis", "polars"}
    )


def test_the_law_loads_neither_dask_nor_hypothesis(jobs: tuple[Job, ...], tmp_path: Path) -> None:
    with Pool(tmp_path, 1, LIMITS) as pool:
        results = [outcome.result for _, outcome in pool.read(jobs)]
        assert pool.ask(modules_of_the_law, [results], 60) == ({}, [])


def dying(folder: str, times: int) -> int:
    """A task whose worker dies as often as asked, then answers how often it was tried."""
    tries = len(list(Path(folder).iterdir())) + 1
    (Path(folder) / str(tries)).touch()
    if tries <= times:
        os.kill(os.getpid(), signal.SIGKILL)
    return tries


@pytest.mark.parametrize(("times", "answer"), [(0, 1), (1, 2), (2, None)])
def test_a_task_is_asked_twice_where_its_worker_dies(tmp_path: Path, times: int, answer: int | None) -> None:
    (tmp_path / "tries").mkdir()
    with Pool(tmp_path, 1, LIMITS) as pool:
        assert pool.ask(dying, [str(tmp_path / "tries"), times], 60) == answer


def test_workers_load_no_module_from_the_folder_that_a_run_starts_in(tmp_path: Path) -> None:
    """Whoever reads what was downloaded may stand among files of anybody."""
    for name in ("extract", "pandas", "multiprocessing"):
        (tmp_path / f"{name}.py").write_text("from pathlib import Path\nPath('loaded').touch()\n", "utf-8")
    write_reports(tmp_path / "in", report1=draw_report())
    script = Path(sys.executable).with_name("kpi-extract")
    command = [str(script), "run", "in", "--out", "out", "--quiet", "--no-cache"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "loaded").exists()

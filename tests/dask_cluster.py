"""A Dask cluster on this machine: a scheduler and workers, each a process that a test may kill."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def wait_until(happened: Callable[[], object], seconds: float = 30.0) -> bool:
    """Whether something happens in time."""
    until = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def descendants(pid: int) -> list[int]:
    """The processes below one, as /proc tells."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            continue
        parents.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found[1:]


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for its parent doesn't."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


class DaskCluster:
    """A scheduler and workers of one thread each, on loopback.

    Attributes:
        address: What ``--cluster`` is given.
        workers: The running workers' nannies, which start the workers proper.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-show"
        )
        self.workers: list[subprocess.Popen[bytes]] = []

    def need_workers(self, count: int) -> None:
        """Have so many workers run, and be known to the scheduler."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < count:
            options = ("--host", "127.0.0.1", "--nthreads", "1", "--memory-limit", "0")
            place = ("--local-directory", str(self.folder))
            self.workers.append(self._start("dask_worker", self.address, *options, *place))
        assert wait_until(lambda: all(b"Registered to" in self._log(one) for one in self.workers)), (
            "no worker"
        )

    def kill_worker(self) -> list[int]:
        """Kill -9 a worker and its nanny; the processes that it had started."""
        nanny = self.workers.pop()
        proper = [pid for pid in descendants(nanny.pid) if b"multiprocessing" in _command(pid)]
        started = [pid for pid in descendants(nanny.pid) if b"extract.batch" in _command(pid)]
        for pid in (nanny.pid, *proper):
            if pid not in started:
                os.kill(pid, signal.SIGKILL)
        nanny.wait()
        return started

    def reading(self) -> list[int]:
        """The processes that read a file for a worker at this moment."""
        servers = [pid for worker in self.workers for pid in descendants(worker.pid) if _is_server(pid)]
        return [pid for server in servers for pid in descendants(server)]

    def stop(self) -> None:
        """End it all."""
        for process in (*self.workers, self.scheduler):
            below = descendants(process.pid)
            process.kill()
            process.wait()
            for pid in below:
                if is_alive(pid):
                    os.kill(pid, signal.SIGKILL)

    def _start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", *options, "--no-dashboard"]
        log = self.folder / f"{program}.{time.monotonic_ns()}.log"
        with log.open("wb") as stream:
            started = subprocess.Popen(command, stdout=stream, stderr=stream, cwd=self.folder)
        self._logs = {**getattr(self, "_logs", {}), started.pid: log}
        return started

    def _log(self, process: subprocess.Popen[bytes]) -> bytes:
        return self._logs[process.pid].read_bytes()


def _is_server(pid: int) -> bool:
    return b"forkserver" in _command(pid) and b"extract.batch" in _command(pid)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""

"""Reports from an S3 server on this machine, and tables into it, over HTTP."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import boto3
import pytest

from tests.commands import ROOT, kpi_extract
from tests.commit_records import state_of

SAMPLES = [ROOT / "samples" / name for name in ("council-2022-23-q3.pdf", "health-2023-09.pdf")]
BUCKET = "archive"
_START_S = 30.0


class Server:
    """An S3 server that keeps its buckets in memory, so that it forgets them when it is killed."""

    def __init__(self, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def env(self) -> dict[str, str]:
        """What a user sets to work with it."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }

    def start(self) -> None:
        """Start it and wait until it listens."""
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        pytest.fail(f"the server didn't start: {self._log.read_text()}")

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def wait_for(self, request: str, run: subprocess.Popen[bytes]) -> None:
        """Wait for a request while a run goes on; those of earlier runs don't count."""
        seen = self._log.stat().st_size
        while request.encode() not in self._log.read_bytes()[seen:]:
            assert run.poll() is None, "the run ended before"
            time.sleep(0.005)

    def client(self) -> Any:  # noqa: ANN401  boto3 makes its classes at run time
        """Amazon's own client: what is in a bucket is looked at without ours."""
        return boto3.client(
            "s3",
            endpoint_url=self.env["AWS_ENDPOINT_URL"],
            aws_access_key_id="key",
            aws_secret_access_key="secret",
            region_name="us-east-1",
        )

    def fill(self) -> None:
        """The bucket with the reports in it."""
        client = self.client()
        client.create_bucket(Bucket=BUCKET)
        for path in SAMPLES:
            client.put_object(Bucket=BUCKET, Key=f"in/{path.name}", Body=path.read_bytes())

    def files(self, prefix: str) -> dict[str, bytes]:
        """Name and bytes of each file below a prefix."""
        client = self.client()
        listed = client.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
        keys = [entry["Key"] for entry in listed]
        return {
            key.removeprefix(prefix): client.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys
        }


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("s3") / "log")
    made.start()
    made.fill()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run on this machine's own disk writes."""
    folder = tmp_path_factory.mktemp("plain")
    answer = kpi_extract("run", *SAMPLES, "--out", folder, "--quiet", "--no-cache")
    assert answer.returncode == 0
    return without_times({path.name: path.read_bytes() for path in folder.iterdir()})


def without_times(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != "run.json"}


def test_the_same_bytes_come_out_of_a_bucket_as_of_a_folder(server: Server, plain: dict[str, bytes]) -> None:
    answer = kpi_extract(
        "run", f"s3://{BUCKET}/in", "--out", f"s3://{BUCKET}/out", "--quiet", "--no-cache", env=server.env
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert without_times(server.files("out/")) == plain
    assert state_of(server.files("out/")) == "whole"


def test_results_are_kept_in_a_bucket_and_found_there(server: Server, plain: dict[str, bytes]) -> None:
    arguments = ("run", f"s3://{BUCKET}/in/*.pdf", "--out", f"s3://{BUCKET}/out2", "--quiet")
    for _ in range(2):
        answer = kpi_extract(*arguments, "--cache", f"s3://{BUCKET}/cache", env=server.env)
        assert (answer.returncode, answer.stderr) == (0, "")
        assert without_times(server.files("out2/")) == plain
    assert len(server.files("cache/")) == len(SAMPLES)


@pytest.mark.parametrize(
    ("source", "out", "message"),
    [
        (f"s3://{BUCKET}/none", f"s3://{BUCKET}/out3", f"'s3://{BUCKET}/none' can't be read"),
        (f"s3://{BUCKET}/in", "s3://no-such-bucket/out", "Can't write 's3://no-such-bucket/out/"),
    ],
)
def test_what_is_not_there_is_told_at_once(server: Server, source: str, out: str, message: str) -> None:
    answer = kpi_extract("run", source, "--out", out, "--quiet", "--no-cache", env=server.env)
    assert answer.returncode == 2
    assert message in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    "moment", [f"GET /{BUCKET}/in/council", "PUT /archive/killed/cells.csv", "PUT /archive/killed/run.json"]
)
def test_a_server_killed_in_the_middle_never_leaves_a_torn_set(
    server: Server, plain: dict[str, bytes], tmp_path: Path, moment: str
) -> None:
    out = f"s3://{BUCKET}/killed"
    arguments = ["run", f"s3://{BUCKET}/in", "--out", out, "--quiet", "--cache", str(tmp_path / "cache")]
    server.kill()  # a new one for each moment, so that nothing is left of the others
    server.start()
    server.fill()
    with (tmp_path / "err").open("wb") as err:
        run = subprocess.Popen(
            [sys.executable, "-m", "extract", *arguments],
            env={**os.environ, **server.env},
            stderr=err,
            cwd=ROOT,
        )
        server.wait_for(moment, run)
        server.kill()
        server.start()
        server.fill()  # it has forgotten all
        code = run.wait(120)
    message = (tmp_path / "err").read_text("utf-8")
    assert "Traceback" not in message
    if code == 0:
        assert without_times(server.files("killed/")) == plain
    else:
        assert (code, bool(message)) in {(2, True), (3, True), (3, False)}
        assert state_of(server.files("killed/")) in {"nothing", "unfinished", "whole"}
    again = kpi_extract(*arguments, env=server.env)
    assert (again.returncode, again.stderr) == (0, "")
    assert without_times(server.files("killed/")) == plain

"""The same bytes for the same reports, however the run is started."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.commands import ROOT, kpi_extract

SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}


def outputs(folder: Path, *options: str | Path, env: Mapping[str, str]) -> dict[str, bytes]:
    """Every file of a run but the one with times in it."""
    answer = kpi_extract("run", *options, "--out", folder, "--quiet", "--no-cache", env=env)
    assert (answer.returncode, answer.stderr) == (0, "")
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "run.json"}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    assert len(SAMPLES) >= 2
    written = outputs(tmp_path_factory.mktemp("plain"), *SAMPLES, "--jobs", "1", env=PLAIN)
    assert written["comparisons.csv"].count(b"\n") > 10
    return written


@pytest.fixture(scope="session")
def german(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings for a locale with a decimal comma, the system's own or one made for this test."""
    folder = tmp_path_factory.mktemp("locales")
    for settings in ({"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "de_DE.UTF-8", "LOCPATH": str(folder)}):
        if "LOCPATH" in settings:
            _make_locale(folder / "de_DE.UTF-8")
        if _decimal_mark(settings) == ",":
            return settings
    why = "the locale de_DE.UTF-8 is absent and localedef can't make it"
    if os.environ.get("CI") or os.environ.get("KPI_CI"):
        pytest.fail(why)
    pytest.skip(why)


def _make_locale(place: Path) -> None:
    try:
        command = ["localedef", "-i", "de_DE", "-f", "UTF-8", str(place)]
        subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return


def _decimal_mark(settings: Mapping[str, str]) -> str:
    code = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.localeconv()['decimal_point'])"
    command = [sys.executable, "-c", code]
    answer = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **settings}, check=False
    )
    return answer.stdout.strip()


def test_two_jobs_give_the_same_bytes(plain: dict[str, bytes], tmp_path: Path) -> None:
    assert outputs(tmp_path, *SAMPLES, "--jobs", "2", env=PLAIN) == plain


def test_another_order_of_the_sources_gives_the_same_bytes(plain: dict[str, bytes], tmp_path: Path) -> None:
    assert outputs(tmp_path, *SAMPLES[::-1], "--jobs", "1", env=PLAIN) == plain


def test_another_hash_seed_gives_the_same_bytes(plain: dict[str, bytes], tmp_path: Path) -> None:
    assert outputs(tmp_path, *SAMPLES, "--jobs", "1", env={**PLAIN, "PYTHONHASHSEED": "1"}) == plain


def test_a_locale_with_a_decimal_comma_gives_the_same_bytes(
    plain: dict[str, bytes], german: dict[str, str], tmp_path: Path
) -> None:
    assert outputs(tmp_path, *SAMPLES, "--jobs", "1", env={**PLAIN, **german}) == plain


def test_a_second_run_into_the_same_folder_gives_the_same_bytes(
    plain: dict[str, bytes], tmp_path: Path
) -> None:
    outputs(tmp_path, SAMPLES[0], "--jobs", "1", env=PLAIN)
    assert outputs(tmp_path, *SAMPLES, "--jobs", "2", env=PLAIN) == plain

"""What a run's reports say together, put among what each says alone, part by part."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from extract.batch.archive import _ask_together, _together, _whole_series
from extract.rules import History
from extract.tables import with_history
from extract.writers.arrow import as_sorted
from extract.writers.data import write_tables
from extract.writers.names import SET_NAMES
from extract.writers.publish import publication
from tests.hand_made import REPORT, frame, tables

REPORTS = ("00000000000000aa", "00000000000000bb", "00000000000000cc")
DAY = pd.Timestamp("2020-01-01")


def findings(*ids: str) -> pd.DataFrame:
    return frame("findings", *({"finding_id": name, "report_id": name[:16]} for name in ids))


def series(*ids: str) -> pd.DataFrame:
    rows = (
        {
            "series_id": name,
            "period_start": DAY + pd.Timedelta(days=number),
            "period_end": DAY + pd.Timedelta(days=number),
            "kpi": "Burglary",
            "unit": "count",
            "status": "first",
            "value": 1.0,
            "observation_id": f"{REPORT}.t0001.r{number:04d}.c001",
        }
        for number, name in enumerate(ids)
    )
    return frame("series", *rows)


OWN = tuple(f"{report}.n000{number}" for report in REPORTS[:2] for number in (1, 2))
TOGETHER = (f"{REPORTS[0]}.n0003", f"{REPORTS[1]}.n0003", f"{REPORTS[2]}.n0001")


@pytest.mark.parametrize("ends", [(), (4,), (2,), (1, 3), (1, 2, 3), (0,)])
def test_parts_joined_are_the_whole(ends: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.batch.archive._PART_ROWS", 2)
    history = History(series("a" * 16, "b" * 16, "b" * 16, "c" * 16), findings(*TOGETHER))
    own = findings(*OWN)
    bounds = (0, *ends, len(own))
    parts = [own.iloc[start:end] for start, end in pairwise(bounds)]
    told = list(_together(parts, history))
    whole = with_history({"findings": own}, *history)
    for name in ("findings", "series"):
        joined = pd.concat([part[name] for part in told], ignore_index=True)
        pd.testing.assert_frame_equal(joined, whole[name].reset_index(drop=True))


@pytest.mark.parametrize(
    ("ids", "sizes"),
    [("", []), ("a", [1]), ("abc", [2, 1]), ("aaab", [3, 1]), ("abbb", [4]), ("aabb", [2, 2])],
)
def test_no_part_ends_within_a_series(ids: str, sizes: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.batch.archive._PART_ROWS", 2)
    assert [len(part) for part in _whole_series(series(*(letter * 16 for letter in ids)))] == sizes


@pytest.mark.parametrize(("status", "is_asked"), [("failed", False), ("partial", True), ("ok", True)])
def test_reports_that_could_not_be_read_are_asked_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: str, is_asked: bool
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("extract.batch.archive.apply_batch_rules", asked.append)
    failed = {"report_id": REPORTS[0], "status": "failed", "error_code": "timeout"}
    with publication(tmp_path, SET_NAMES) as place:
        write_tables(
            place, [as_sorted(tables(reports=[failed])), as_sorted(tables(reports=[{"status": status}]))]
        )
        told = _ask_together(place.room)
    assert bool(asked) == is_asked
    assert is_asked or (len(told.series), len(told.findings)) == (0, 0)

"""One report's result as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Outcome
from extract.writers.arrow import as_frames, as_sorted, schema_of
from extract.writers.outcomes import ResultError, read_outcome
from extract.writers.results import read_tables, write_result
from schemas import TABLES_OF_A_REPORT
from tests.hand_made import REPORT, tables

OUTCOME = Outcome(REPORT, "ab" * 32, "partial", "", "Page 2 – nothing \u202e", 3, 0.25, 91.5)
BATCH = tables(
    reports=[{"title": "=A1"}], tables=[{}], cells=[{"row": 1, "column": 0}, {"row": 0, "column": 1}]
)


def test_a_result_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    before = as_sorted(BATCH)
    written = write_result(tmp_path / "result", OUTCOME, before)
    assert written.result == str(tmp_path / "result")
    assert read_outcome(tmp_path / "result") == written
    after = read_tables(tmp_path / "result")
    assert after == before
    assert all(table.schema.equals(schema_of(name), check_metadata=True) for name, table in after.items())


def test_rows_are_sorted_by_their_keys() -> None:
    cells = as_sorted(BATCH)["cells"].to_pylist()
    assert [(row["row"], row["column"]) for row in cells] == [(0, 1), (1, 0)]


def test_frames_come_back_with_their_types() -> None:
    frames = as_frames([as_sorted(BATCH)])
    assert tuple(frames) == TABLES_OF_A_REPORT
    for name, frame in frames.items():
        assert frame.dtypes.to_dict() == BATCH[name].dtypes.to_dict(), name
    assert all(frame.empty for frame in as_frames([]).values())


def test_a_file_that_is_gone_holds_no_tables(tmp_path: Path) -> None:
    with pytest.raises(ResultError):
        read_tables(tmp_path / "gone")

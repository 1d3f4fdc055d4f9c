"""How a file fared, at the head of its result."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from extract.model import Outcome
from extract.writers.outcomes import (
    ResultError,
    put_block,
    read_outcome,
    read_packed,
    take_block,
    write_packed,
)

OUTCOME = Outcome("0123456789abcdef", "ab" * 32, "partial", "", "Page 2 – nothing \u202e", 3, 0.25, 91.5)


def test_outcome_and_tables_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    write_packed(tmp_path / "result", OUTCOME, b"packed")
    found = read_outcome(tmp_path / "result")
    assert (found.error_message, found.result) == (OUTCOME.error_message, str(tmp_path / "result"))
    assert bytes(read_packed(tmp_path / "result")) == b"packed"


@pytest.mark.parametrize("data", [b"", b"kpi-extract result 1\n", b"%PDF-1.7\n" * 9])
def test_another_file_is_no_result(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "result").write_bytes(data)
    with pytest.raises(ResultError):
        read_outcome(tmp_path / "result")


def test_what_a_full_disk_cut_is_no_result(tmp_path: Path) -> None:
    write_packed(tmp_path / "whole", OUTCOME, b"packed")
    data = (tmp_path / "whole").read_bytes()
    for end in range(len(data)):
        (tmp_path / "cut").write_bytes(data[:end])
        with pytest.raises(ResultError):
            read_outcome(tmp_path / "cut")


def test_blocks_follow_each_other() -> None:
    body = io.BytesIO()
    for block in (b"one", b"", b"three"):
        put_block(body, block)
    content, offset, found = memoryview(body.getvalue()), 0, []
    while offset < len(content):
        block, offset = take_block(content, offset)
        found.append(bytes(block))
    assert found == [b"one", b"", b"three"]

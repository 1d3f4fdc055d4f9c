"""Notes of the page that is being read, for whoever finds the reader dead."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pages.begun import Begun, note_pages, read_note


def test_the_page_begun_last_is_noted_and_outlives_its_reader(tmp_path: Path) -> None:
    note = tmp_path / "page"
    with note_pages(str(note)) as begin:
        assert read_note(note) == Begun(0, 0)
        begin(12, 5000)
        assert read_note(note) == Begun(12, 5000)
        begin(3, 7)
    assert read_note(note) == Begun(3, 7)


def test_a_note_takes_no_more_room_than_the_one_before(tmp_path: Path) -> None:
    note = tmp_path / "page"
    with note_pages(str(note)) as begin:
        size = note.stat().st_size
        begin(2_147_483_647, 2_147_483_647)
    assert note.stat().st_size == size


def test_nothing_is_noted_where_nobody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with note_pages("") as begin:
        begin(1, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"2", b"one two", b"1 2 3"])
def test_a_note_that_cannot_be_read_names_no_page(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "page").write_bytes(content)
    assert read_note(tmp_path / "page") == read_note(tmp_path / "missing") == Begun(0, 0)

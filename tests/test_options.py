"""Options as records."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from extract.model import Limits
from extract.options import _Size, open_cache
from extract.writers.publish import OutputError


@pytest.mark.parametrize(
    ("text", "size"), [("2G", 2 << 30), ("512m", 512 << 20), ("300MB", 300 << 20), ("268435456", 256 << 20)]
)
def test_sizes_are_read_as_people_write_them(text: str, size: int) -> None:
    assert _Size().convert(text, None, None) == size


@pytest.mark.parametrize("text", ["", "G", "-1G", "1.5G", "100M", "2T", "lots"])
def test_other_sizes_are_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="512M"):
        _Size().convert(text, None, None)


def test_a_cache_that_was_named_must_be_there_and_outside_the_output(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="--out"):
        open_cache(tmp_path / "out" / "cache", tmp_path / "out", Limits())
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file"):
        open_cache(tmp_path / "file", tmp_path / "out", Limits())


def test_a_users_folder_that_cannot_be_had_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert open_cache(None, tmp_path / "out", Limits()) is None
    assert "Nothing is kept" in capsys.readouterr().err

"""Places named by a URL: what is there, and what is said where nothing is."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from extract.stores import (
    Entry,
    StoreError,
    find_entries,
    open_url,
    read_all,
    remove,
    shown,
    size_of,
    write_all,
)


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    """An archive in memory, and nothing of it left for the next test."""
    store = fsspec.filesystem("memory")
    for name in ("q1.pdf", "2020/q2.PDF", "2020/q[3].pdf", "2020/notes.txt"):
        store.pipe_file(f"/reports/{name}", name.encode())
    yield
    store.rm("/", recursive=True)


def is_pdf(name: str) -> bool:
    return name.lower().endswith(".pdf")


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("memory://reports", ["2020/q2.PDF", "2020/q[3].pdf", "q1.pdf"]),
        ("memory://reports/", ["2020/q2.PDF", "2020/q[3].pdf", "q1.pdf"]),
        ("memory://reports/2020/*", ["notes.txt", "q2.PDF", "q[3].pdf"]),
        ("memory://reports/*/q2.*", ["2020/q2.PDF"]),
        ("memory://reports/**/*.pdf", ["2020/q[3].pdf", "q1.pdf"]),
        ("memory://reports/20*", ["2020/q2.PDF", "2020/q[3].pdf"]),
        ("memory://reports/q1.pdf", [""]),
    ],
)
def test_folders_patterns_and_files_are_found(url: str, names: list[str]) -> None:
    assert [entry.name for entry in find_entries(url, is_pdf)] == names


def test_an_entry_is_read_under_its_own_url_whatever_characters_it_holds() -> None:
    for entry in find_entries("memory://reports", is_pdf):
        assert read_all(entry.url) == entry.name.encode()
        assert size_of(entry.url) == len(entry.name)
        with open_url(entry.url) as stream:
            assert stream.read(3) == entry.name.encode()[:3]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [("zip://*.pdf::{}", ["q2.pdf"]), ("zip://::{}", ["a/q1.pdf", "q2.pdf"]), ("zip://a::{}", ["q1.pdf"])],
)
def test_an_archive_is_searched_like_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, names: list[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("a/q1.pdf", "first")
        archive.writestr("q2.pdf", "second")
    monkeypatch.chdir(tmp_path)
    entries = find_entries(pattern.format("old.zip"), is_pdf)
    assert [entry.name for entry in entries] == names
    monkeypatch.chdir("/")  # the URL means the same from anywhere
    assert {read_all(entry.url) for entry in entries} <= {b"first", b"second"}


def test_a_name_in_an_archive_may_lead_upwards_and_is_a_name_all_the_same(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../../up.pdf", "up")
    (entry,) = find_entries(f"zip://::{tmp_path}/bad.zip", is_pdf)
    assert read_all(entry.url) == b"up"
    assert not (tmp_path.parent.parent / "up.pdf").exists()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("memory://nowhere", "No such file"),
        ("memory://reports/x*", ""),
        ("gurk://reports", "Protocol not known: gurk"),
        ("zip:///data/old.zip", "two colons, as in zip://*.pdf::archive.zip"),
        ("zip://*.pdf::/no/such.zip", "No such file"),
        ("sftp://host/reports", "paramiko"),
    ],
)
def test_what_cannot_be_had_is_told_with_its_reason(url: str, why: str) -> None:
    if not why:
        assert find_entries(url, is_pdf) == []
        return
    with pytest.raises(StoreError) as told:
        find_entries(url, is_pdf)
    assert why in (told.value.strerror or "")
    assert told.value.filename == url


def test_a_password_is_never_shown() -> None:
    assert shown("ftp://reader:secret@host/a.pdf") == "ftp://reader@host/a.pdf"
    with pytest.raises(StoreError) as told:
        find_entries("gurk://reader:secret@host/a", is_pdf)
    assert "secret" not in str(told.value)


def test_what_is_written_is_there_until_it_is_removed() -> None:
    write_all("memory://out/deep/a.bin", b"first")
    write_all("memory://out/deep/a.bin", b"second")
    assert read_all("memory://out/deep/a.bin") == b"second"
    remove("memory://out/deep/a.bin")
    remove("memory://out/deep/a.bin")
    with pytest.raises(StoreError) as told:
        read_all("memory://out/deep/a.bin")
    assert told.value.is_missing
    assert find_entries("memory://reports/q1.pdf", is_pdf) == [Entry("memory://reports/q1.pdf", "")]

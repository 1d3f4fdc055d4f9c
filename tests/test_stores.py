"""Places named by a URL: what is there, and what is said where nothing is."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from extract.stores import (
    Entry,
    StoreError,
    as_local,
    exists,
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


@pytest.mark.parametrize(
    "name", ["file:///etc/passwd.pdf", "s3://bucket/q1.pdf", "sub/a::b.pdf", "memory://reports/q1.pdf"]
)
def test_a_name_in_an_archive_may_look_like_a_url_and_is_a_name_all_the_same(
    tmp_path: Path, name: str
) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(name, "from the archive")
    for url in (f"zip://::{tmp_path}/bad.zip", f"zip://**/*.pdf::{tmp_path}/bad.zip"):
        (entry,) = find_entries(url, is_pdf)
        assert entry.name == name
        assert read_all(entry.url) == b"from the archive"
        assert shown(entry.url) == f"zip://{name}::{tmp_path}/bad.zip"


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


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///data/q1.pdf", "/data/q1.pdf"),
        ("file://localhost/data/q%201.pdf", "/data/q 1.pdf"),
        ("file:///data/q#1?.pdf", "/data/q#1?.pdf"),
        ("local://data/q1.pdf", "data/q1.pdf"),
        ("zip://*.pdf::file:///a.zip", "zip://*.pdf::file:///a.zip"),
    ],
)
def test_a_file_url_is_a_path(url: str, path: str) -> None:
    assert as_local(url) == path


def test_a_name_with_wildcards_in_it_is_found_by_its_own_url() -> None:
    assert [entry.name for entry in find_entries("memory://reports/2020/q[3].pdf", is_pdf)] == [""]


class Refusing(MemoryFileSystem):
    """A store that answers no question."""

    protocol = "refusing"

    def info(self, path: str, **_: object) -> dict[str, object]:
        raise ConnectionError(f"{path} is out of reach")

    def cat_file(self, path: str, **_: object) -> bytes:
        raise MemoryError


def test_a_store_that_refuses_is_not_taken_for_an_empty_one() -> None:
    fsspec.register_implementation("refusing", Refusing, clobber=True)
    for ask in (exists, size_of, lambda url: find_entries(url, is_pdf)):
        with pytest.raises(StoreError, match="out of reach"):
            ask("refusing://reports/q1.pdf")
    with pytest.raises(MemoryError):  # it is no fault of the store
        read_all("refusing://reports/q1.pdf")


def test_a_password_is_never_shown() -> None:
    assert shown("ftp://reader:se@cret@host/a.pdf") == "ftp://reader@host/a.pdf"
    assert shown("https://host/a.pdf?X-Amz-Signature=1f&v=2") == "https://host/a.pdf?X-Amz-Signature=&v=2"
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

"""Damaged files are read as if they were whole, as far as anything of them is left."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pikepdf
import pytest

from extract.errors import EncryptedError
from extract.model import Page
from extract.pages.pdf import open_document
from extract.pages.repair import forbids_extraction, repair
from tests.drawn import draw_report, encrypt

WHOLE = draw_report(pages=3)


def read(data: bytes, password: str = "") -> tuple[list[Page], bool]:
    with open_document(data, password) as opened:
        return list(opened.pages()), opened.repaired


def without_table_of_objects(data: bytes) -> bytes:
    return data[: data.index(b"xref\n")]


def cut_in_the_table_of_objects(data: bytes) -> bytes:
    return data[: data.index(b"xref\n") + 60]


def wrong_start_of_the_table(data: bytes) -> bytes:
    return data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"


def bytes_put_in_front(data: bytes) -> bytes:
    """All offsets are wrong by as much, as in a mail that was saved with its header."""
    return b"X-Mail: saved with its header\n" + data


DAMAGE = (
    without_table_of_objects,
    cut_in_the_table_of_objects,
    wrong_start_of_the_table,
    bytes_put_in_front,
)


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_damaged_file_is_read_whole(harm: Callable[[bytes], bytes]) -> None:
    pages, _ = read(harm(WHOLE))
    assert pages == read(WHOLE)[0]


def test_a_repaired_file_says_so() -> None:
    assert read(WHOLE)[1] is False
    assert read(without_table_of_objects(WHOLE))[1] is True


def test_a_repaired_copy_is_sound_and_not_encrypted() -> None:
    mended = repair(encrypt(WHOLE, "secret"), "secret")
    assert mended is not None
    with pikepdf.open(io.BytesIO(mended)) as document:
        assert not document.is_encrypted
        assert len(document.pages) == 3


@pytest.mark.parametrize("data", [b"", b"no PDF at all", WHOLE[:300]])
def test_where_nothing_can_be_rescued_there_is_no_copy(data: bytes) -> None:
    assert repair(data) is None


@pytest.mark.parametrize("password", ["", "wrong"])
def test_what_is_locked_is_not_called_damaged(password: str) -> None:
    with pytest.raises(EncryptedError, match="--password"):
        repair(encrypt(WHOLE, "secret"), password)


def test_permission_bits_bind_readers_and_not_the_owner() -> None:
    forbidding = encrypt(WHOLE, "secret", extract=False)
    assert forbids_extraction(forbidding, "secret") is True
    assert forbids_extraction(forbidding, "owner") is False
    assert forbids_extraction(encrypt(WHOLE, "secret"), "secret") is False
    assert forbids_extraction(WHOLE) is False
    assert forbids_extraction(b"no PDF at all") is False


def with_profile(entries: dict[str, object], head: bytes) -> bytes:
    """A file that holds a stream such as a colour profile."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as document:
        profile = document.make_stream(head, **entries)
        document.Root.Profile = document.make_indirect(profile)
        document.save(stream)
    return stream.getvalue()


def header(space: bytes, signature: bytes = b"acsp") -> bytes:
    return bytes(16) + space + bytes(16) + signature + bytes(88)


@pytest.mark.parametrize(
    ("space", "channels"), [(b"GRAY", 1), (b"RGB ", 3), (b"CMYK", 4), (b"Lab ", 3), (b"????", 3)]
)
def test_a_colour_profile_gets_the_channels_that_it_lacks(space: bytes, channels: int) -> None:
    mended = repair(with_profile({}, header(space)))
    assert mended is not None
    with pikepdf.open(io.BytesIO(mended)) as document:
        assert document.Root.Profile["/N"] == channels


@pytest.mark.parametrize(
    ("entries", "head"),
    [
        ({}, header(b"GRAY", b"none")),
        ({}, b"short"),
        ({"N": 4}, header(b"GRAY")),
        ({"Type": pikepdf.Name.XObject}, header(b"GRAY")),
    ],
    ids=["no profile", "too short", "has channels", "something else"],
)
def test_other_streams_stay_as_they_are(entries: dict[str, object], head: bytes) -> None:
    mended = repair(with_profile(entries, head))
    assert mended is not None
    with pikepdf.open(io.BytesIO(mended)) as document:
        assert document.Root.Profile.get("/N") == entries.get("N")
        assert document.Root.Profile.read_bytes() == head


def test_repair_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.Metadata = pikepdf.Stream(
        document, b"<a/>", Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
    data = io.BytesIO()
    document.save(data, fix_metadata_version=False)
    with logging_to_stderr():
        assert repair(data.getvalue()) is not None
    assert tuple(capfd.readouterr()) == ("", "")


@contextmanager
def logging_to_stderr() -> Iterator[None]:
    """What Python does with records that nobody listens to; the test's own listener is set aside."""
    root = logging.getLogger()
    handlers, root.handlers = root.handlers, []
    try:
        yield
    finally:
        root.handlers = handlers

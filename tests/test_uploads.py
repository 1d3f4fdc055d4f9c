"""A set of files in an object store: whole, old or unfinished, whatever the store does meanwhile."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from extract.writers.publish import OutputError, Publication
from extract.writers.uploads import Upload, held
from tests.commit_records import RECORD, state_of

NAMES = ("a.csv", "b.csv")


class Fickle(MemoryFileSystem):
    """A store to which something happens at the n-th file that is sent to it."""

    protocol = "fickle"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    sent: ClassVar[int] = 0
    at: ClassVar[int] = 0
    happens: ClassVar[Callable[[], None]] = staticmethod(lambda: None)

    def _open(self, path: str, mode: str = "rb", *rest: Any, **options: Any) -> Any:  # noqa: ANN401
        if mode == "wb":
            Fickle.sent += 1
            if Fickle.sent == Fickle.at:
                Fickle.happens()
        return super()._open(path, mode, *rest, **options)


@pytest.fixture(autouse=True)
def fickle() -> Iterator[None]:
    fsspec.register_implementation("fickle", Fickle, clobber=True)
    forget()
    yield
    forget()


def forget() -> None:
    Fickle.store.clear()
    Fickle.pseudo_dirs[:] = [""]
    Fickle.sent = Fickle.at = 0


def write(content: str, names: tuple[str, ...] = NAMES) -> None:
    """A run that writes a set, its files holding the content."""
    with held("fickle://bucket/out", names) as place:
        resources = []
        for name in names:
            (place.room / name).write_text(content + name, "utf-8")
            digest = hashlib.sha256((content + name).encode()).hexdigest()
            resources.append({"path": name, "hash": f"sha256:{digest}"})
        place.commit(names, {"resources": resources})


def stored() -> dict[str, bytes]:
    return {path.rpartition("/")[2]: file.getvalue() for path, file in Fickle.store.items()}


def told() -> str:
    """What somebody sees who checks the record: whose set it is, or in what state where it isn't whole."""
    files = stored()
    state = state_of(files)
    return files["a.csv"].decode().removesuffix("a.csv") if state == "whole" else state


def test_a_set_is_sent_and_the_next_one_takes_its_place() -> None:
    write("old ", (*NAMES, "c.csv"))
    assert told() == "old "
    write("new ")
    assert told() == "new "
    assert sorted(stored()) == [*NAMES, RECORD]


def test_files_of_others_are_left_alone() -> None:
    with fsspec.open("fickle://bucket/out/a.csv", "w") as stream:
        stream.write("theirs")
    with pytest.raises(OutputError, match=r"a\.csv' was not written by this program"):
        write("ours ")
    assert stored() == {"a.csv": b"theirs"}


def test_a_record_of_others_is_left_alone() -> None:
    with fsspec.open("fickle://bucket/out/datapackage.json", "w") as stream:
        stream.write('{"name": "theirs"}')
    with pytest.raises(OutputError, match="was not written by this program"):
        write("ours ")


def refuse() -> None:
    Fickle.at += 1  # and the next one too
    raise ConnectionError("the store is gone")


def lose_all() -> None:
    Fickle.store.clear()


def interlope() -> None:
    """Another run begins, and has just written its record."""
    record = {"name": "kpi-extract-output", "unfinished": True, "run": "theirs", "owned": list(NAMES)}
    with fsspec.open("fickle://bucket/out/datapackage.json", "w") as stream:
        json.dump(record, stream)


@pytest.mark.parametrize("happens", [refuse, lose_all, interlope])
@pytest.mark.parametrize("before", ["nothing", "old "])
def test_whatever_happens_at_whichever_file_no_set_is_torn(happens: Callable[[], None], before: str) -> None:
    reached = 0
    for at in range(1, 20):
        forget()
        if before != "nothing":
            write(before)
        Fickle.sent, Fickle.at, Fickle.happens = 0, at, staticmethod(happens)
        try:
            write("new ")
        except OutputError:
            assert told() in {"nothing", before, "unfinished"}
        else:
            assert told() == "new "
        reached += Fickle.sent >= at
        Fickle.at = 0
        write("new ")  # and the next run is as if nothing had been
        assert told() == "new "
        assert sorted(stored()) == [*NAMES, RECORD]
    assert reached == 5  # the probe, the record, two files, the record


def test_a_place_that_cannot_be_written_is_told_before_anything_is_read() -> None:
    Fickle.at, Fickle.happens = 1, staticmethod(refuse)
    with pytest.raises(OutputError, match="the store is gone"), held("fickle://bucket/out", NAMES):
        pytest.fail("it was let in")


def test_a_path_gives_a_folder_and_a_url_an_upload(tmp_path: Path) -> None:
    with held(tmp_path / "out", NAMES) as folder, held("fickle://bucket/out", NAMES) as url:
        assert isinstance(folder, Publication)
        assert isinstance(url, Upload)
        assert url.room.is_dir()
    assert not url.room.exists()

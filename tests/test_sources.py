"""SOURCE arguments to places and jobs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from extract.errors import NotAFileError, TooLargeError, UnreadableError
from extract.model import Options
from extract.sources import (
    MOST_BYTES,
    Place,
    SourceError,
    as_jobs,
    find_places,
    last_part,
    match_jobs,
    page_numbers,
    read_bytes,
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with reports below it, one of them there twice."""
    for name, content in {
        "b.pdf": b"second",
        "A.PDF": b"first",
        "north/q1.pdf": b"north!",
        "north/copy.Pdf": b"second",
        "north/notes.txt": b"no report",
        ".hidden.pdf": b"hidden",
    }.items():
        path = tmp_path / "shelf" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "shelf"


def names(places: tuple[Place, ...]) -> list[str]:
    return [place.source for place in places]


def test_a_folder_is_searched_to_the_bottom_in_any_letter_case(shelf: Path) -> None:
    assert names(find_places([str(shelf)])) == [
        ".hidden.pdf",
        "A.PDF",
        "b.pdf",
        "north/copy.Pdf",
        "north/q1.pdf",
    ]


def test_a_file_named_directly_goes_by_its_file_name(shelf: Path) -> None:
    (place,) = find_places([str(shelf / "north" / "q1.pdf")])
    assert place == Place(str(shelf / "north" / "q1.pdf"), "q1.pdf")


def test_a_file_named_directly_may_have_any_ending(shelf: Path) -> None:
    assert names(find_places([str(shelf / "north" / "notes.txt")])) == ["notes.txt"]


def test_a_glob_names_files_relative_to_its_base(shelf: Path) -> None:
    assert names(find_places([f"{shelf}/n*/*.pdf"])) == ["north/q1.pdf"]
    assert names(find_places([f"{shelf}/**/q*.pdf"])) == ["north/q1.pdf"]
    assert names(find_places([f"{shelf}/n*"])) == ["north/copy.Pdf", "north/q1.pdf"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(tmp_path: Path) -> None:
    path = tmp_path / "report [final].pdf"
    path.write_bytes(b"x")
    assert names(find_places([str(path)])) == ["report [final].pdf"]


def test_paths_come_from_stdin_one_a_line(shelf: Path) -> None:
    lines = [f"{shelf}/b.pdf\n", "\n", f"{shelf}/north/q1.pdf\r\n"]
    assert names(find_places(["-"], lines)) == ["b.pdf", "q1.pdf"]


@pytest.mark.parametrize("source", ["gone.pdf", "gone/*.pdf", "-"])
def test_a_source_that_does_not_exist_is_an_error_of_usage(tmp_path: Path, source: str) -> None:
    with pytest.raises(SourceError, match="gone"):
        find_places([source if source == "-" else str(tmp_path / source)], ["gone.pdf\n"])


@pytest.mark.parametrize("source", ["empty", "emp*", "notes"])
def test_a_source_that_holds_no_pdf_is_an_error_of_usage(tmp_path: Path, source: str) -> None:
    (tmp_path / "empty" / "below").mkdir(parents=True)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "notes.txt").write_bytes(b"no report")
    with pytest.raises(SourceError, match=r"no PDF in .*; check"):
        find_places([str(tmp_path / source)])


@pytest.mark.parametrize("lines", [[], ["\n", "  \n"]])
def test_an_empty_stdin_names_nothing(lines: list[str]) -> None:
    assert find_places(["-"], lines) == ()


def test_the_order_of_the_sources_does_not_show(shelf: Path) -> None:
    sources = [str(shelf / "b.pdf"), str(shelf / "north"), str(shelf / "A.PDF")]
    assert find_places(sources) == find_places(reversed(sources))
    forward, backward = (as_jobs(find_places(given), Options()) for given in (sources, sources[::-1]))
    assert forward == backward


def test_distinct_content_is_one_job_and_names_its_copies(shelf: Path) -> None:
    jobs = as_jobs(find_places([str(shelf)]), Options(password="secret"))
    assert {job.source: job.also_at for job in jobs} == {
        ".hidden.pdf": (),
        "A.PDF": (),
        "b.pdf": ("north/copy.Pdf",),
        "north/q1.pdf": (),
    }
    assert {job.options.password for job in jobs} == {"secret"}


def test_every_place_finds_the_job_that_reads_it(shelf: Path) -> None:
    places = find_places([str(shelf)])
    pairs = match_jobs(places, Options())
    assert [place for place, _ in pairs] == list(places)
    assert {place.source: job.source for place, job in pairs}["north/copy.Pdf"] == "b.pdf"


def test_one_file_named_in_two_ways_is_no_copy_of_itself(shelf: Path) -> None:
    places = find_places([str(shelf), str(shelf / "north" / "q1.pdf")])
    jobs = as_jobs(places, Options())
    assert names(places).count("q1.pdf") == names(places).count("north/q1.pdf") == 1
    assert [job.also_at for job in jobs if job.source == "north/q1.pdf"] == [()]


def test_what_is_no_file_is_still_a_job_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "folder.pdf" / "inside.pdf").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    (tmp_path / "zero.pdf").symlink_to("/dev/zero")
    jobs = as_jobs(find_places([str(tmp_path)]), Options())
    assert [job.source for job in jobs] == [
        "folder.pdf",
        "folder.pdf/inside.pdf",
        "loop.pdf",
        "pipe.pdf",
        "zero.pdf",
    ]
    for job, word in zip((jobs[0], *jobs[2:]), ("folder", "symbolic", "pipe", "device"), strict=True):
        with pytest.raises(NotAFileError, match=word):
            read_bytes(job.path)


def test_bytes_that_the_system_refuses_are_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(b"x")

    def refuse(*_: object) -> int:  # the test may run as root, whom no permission bit stops
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("extract.sources._without_waiting", refuse)
    with pytest.raises(UnreadableError, match="Permission denied"):
        read_bytes(str(path))


def test_a_file_name_that_is_not_utf8_is_read(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.pdf")).write_bytes(b"content")
    (job,) = as_jobs(find_places([str(tmp_path)]), Options())
    assert job.source == "bad\ufffd.pdf"
    assert read_bytes(job.path) == b"content"


def test_more_bytes_than_are_read_are_neither_read_nor_compared(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    (job,) = as_jobs(find_places([str(path)]), Options())
    assert job.sha256 == ""
    with pytest.raises(TooLargeError, match="200 MB and the most is 200"):
        read_bytes(job.path)


def test_a_job_knows_the_hash_of_its_bytes(shelf: Path) -> None:
    (job,) = as_jobs(find_places([str(shelf / "b.pdf")]), Options())
    assert job.sha256 == hashlib.sha256((shelf / "b.pdf").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("source", "name"), [("q1.pdf", "q1.pdf"), ("north/q1.pdf", "q1.pdf"), ("a/b/", "b"), ("", "")]
)
def test_the_last_part_of_a_source_is_its_file(source: str, name: str) -> None:
    assert last_part(source) == name


@pytest.mark.parametrize("text", ["", "0", "3-1", "a", "1-", "1;2"])
def test_pages_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(SourceError, match="1-3,7"):
        page_numbers(text)


def test_an_empty_source_is_no_folder() -> None:
    with pytest.raises(SourceError, match="is a variable not set"):
        find_places([""])

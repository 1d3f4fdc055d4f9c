"""One file from bytes to audit: whatever it is, there is an audit that says what came of it."""

from __future__ import annotations

import io
import logging
import pickle
from pathlib import Path

import pikepdf
import pytest

from extract.model import Job, Options
from extract.pipeline import Audit, failed_audit, process_file, read_blocks, read_pages
from schemas import MODELS
from tests.drawn import HEAD, RIGHT, WRONG, draw_report, draw_scan, encrypt


def audit(folder: Path, data: bytes, password: str = "") -> Audit:
    path = folder / "report.pdf"
    path.write_bytes(data)
    return process_file(Job(str(path), "north/report.pdf", Options(password)))


def without_time(found: Audit) -> tuple[object, ...]:
    tables = {name: table.to_csv() for name, table in found.tables.items()}
    return found.report_id, found.status, found.error_code, found.error_message, found.pages, tables


def test_a_sound_report_becomes_all_tables(tmp_path: Path) -> None:
    found = audit(tmp_path, draw_report(pages=2))
    assert (found.status, found.error_code, found.error_message, found.pages) == ("ok", "", "", 2)
    assert (found.source, found.file) == ("north/report.pdf", "report.pdf")
    assert len(found.report_id) == 16
    assert [len(found.tables[name]) for name in ("reports", "tables", "comparisons")] == [1, 2, 4]
    assert found.seconds > 0


def test_its_figures_come_out_as_printed(tmp_path: Path) -> None:
    cells = audit(tmp_path, draw_report()).tables["cells"]
    assert list(cells["text"]) == [text for row in (HEAD, *RIGHT) for text in row]


def test_a_planted_error_is_found_and_a_right_row_is_not(tmp_path: Path) -> None:
    assert len(audit(tmp_path, draw_report(RIGHT)).tables["findings"]) == 0
    findings = audit(tmp_path, draw_report(WRONG)).tables["findings"]
    assert set(findings["kpi"]) == {"Robbery"}
    assert set(findings["cause"]) == {"sign"}


def test_every_table_is_as_its_schema_says(tmp_path: Path) -> None:
    for name, table in audit(tmp_path, draw_report(WRONG)).tables.items():
        MODELS[name].validate(table)


def test_the_same_bytes_give_the_same_tables(tmp_path: Path) -> None:
    data = draw_report(WRONG)
    assert without_time(audit(tmp_path, data)) == without_time(audit(tmp_path, data))


def test_an_audit_crosses_processes(tmp_path: Path) -> None:
    found = audit(tmp_path, draw_report())
    assert without_time(pickle.loads(pickle.dumps(found))) == without_time(found)


def test_a_scan_is_partial_with_its_pages_and_the_remedy(tmp_path: Path) -> None:
    found = audit(tmp_path, draw_scan(2))
    assert (found.status, found.pages) == ("partial", 2)
    assert found.error_message.startswith("Pages 1, 2 hold no text")
    assert "OCR" in found.error_message
    (report,) = found.tables["reports"].to_dict("records")
    assert (report["text_layer"], report["unread_pages"]) == ("scanned", "[1, 2]")


def test_a_report_with_one_scanned_page_is_read_beside_it(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(draw_report())) as report, pikepdf.open(io.BytesIO(draw_scan())) as scan:
        report.pages.extend(scan.pages)
        report.save(stream)
    found = audit(tmp_path, stream.getvalue())
    assert (found.status, found.pages) == ("partial", 2)
    assert found.error_message.startswith("Page 2 holds no text")
    assert found.tables["reports"]["text_layer"].tolist() == ["mixed"]
    assert len(found.tables["comparisons"]) == 2


def without_pages() -> bytes:
    stream = io.BytesIO()
    pikepdf.new().save(stream)
    return stream.getvalue()


BAD = {
    "empty": (b"", "fetch or export it again"),
    "not-a-pdf": (b"Recorded crime rose.", "is a PDF"),
    "encrypted": (encrypt(draw_report(), "secret"), "--password"),
    "corrupt": (draw_report()[:300], "export it again"),
    "no-pages": (without_pages(), "export it again"),
}


@pytest.mark.parametrize("code", BAD)
def test_a_bad_file_fails_with_its_code_and_a_remedy(tmp_path: Path, code: str) -> None:
    data, remedy = BAD[code]
    found = audit(tmp_path, data)
    assert (found.status, found.error_code) == ("failed", code)
    assert remedy in found.error_message
    (report,) = found.tables["reports"].to_dict("records")
    assert (report["status"], report["error_code"], report["bytes"]) == ("failed", code, len(data))
    assert all(len(table) == 0 for name, table in found.tables.items() if name != "reports")


def test_the_password_opens_an_encrypted_report(tmp_path: Path) -> None:
    data = encrypt(draw_report(), "secret")
    assert audit(tmp_path, data, "secret").status == "ok"
    assert audit(tmp_path, data, "wrong").error_code == "encrypted"


def test_a_file_that_is_not_there_fails(tmp_path: Path) -> None:
    found = process_file(Job(str(tmp_path / "gone.pdf"), "gone.pdf"))
    assert (found.status, found.error_code, found.pages) == ("failed", "not-a-file", 0)


def test_a_damaged_report_is_read_and_says_that_it_was_repaired(tmp_path: Path) -> None:
    whole = draw_report(pages=2)
    found = audit(tmp_path, whole[: whole.index(b"xref\n")])
    assert found.status == "ok"
    assert found.tables["reports"]["repaired"].tolist() == [True]
    assert len(found.tables["comparisons"]) == 4


def test_a_fault_of_the_program_fails_one_report_and_keeps_its_traceback(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A password that is no text stands for whatever nobody has thought of."""
    with caplog.at_level(logging.ERROR):
        found = audit(tmp_path, draw_report(), password=7)  # type: ignore[arg-type]
    assert (found.status, found.error_code) == ("failed", "internal")
    assert "report it with the file" in found.error_message
    (record,) = caplog.records
    assert "north/report.pdf" in record.getMessage()
    assert record.exc_info is not None


def test_a_fault_that_cannot_be_printed_fails_one_report_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unprintable(Exception):  # noqa: N818  as libraries name theirs
        def __str__(self) -> str:
            raise ValueError

    def fail(*_: object) -> None:
        raise Unprintable

    monkeypatch.setattr("extract.pipeline.find_facts", fail)
    found = audit(tmp_path, draw_report())
    assert (found.status, found.error_code, "Unprintable" in found.error_message) == (
        "failed",
        "internal",
        True,
    )


@pytest.mark.parametrize("data", [draw_report(), b"Recorded crime rose."], ids=["sound", "failed"])
def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    read: list[str] = []

    def counted(path: str) -> bytes:
        read.append(path)
        return data

    monkeypatch.setattr("extract.pipeline.read_bytes", counted)
    found = process_file(Job("report.pdf", "report.pdf"))
    assert read == ["report.pdf"]
    assert found.tables["reports"]["bytes"].tolist() == [len(data)]


def test_a_report_given_up_from_outside_has_an_audit_too(tmp_path: Path) -> None:
    job = Job("slow.pdf", "slow.pdf")
    found = failed_audit(job, "timeout", "It took longer than 60 s.", draw_report())
    assert (found.status, found.error_code, found.seconds) == ("failed", "timeout", 0.0)
    assert found.report_id == audit(tmp_path, draw_report()).report_id


def test_pages_and_blocks_may_be_read_alone() -> None:
    pages, document = read_pages(draw_report(pages=2), Options())
    assert (len(pages), document.page_count, document.text_layer) == (2, 2, "digital")
    again, blocks = read_blocks(draw_report(pages=2), Options())
    assert again == pages
    assert len(blocks.tables) == 2

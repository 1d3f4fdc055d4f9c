"""One file from bytes to audit: the file to read first.

In: a job. Out: its audit, whatever happens: a report that can't be read gives an audit too, with
its reason and remedy. Out of scope: many files (``batch``), and writing (``writers``).
"""

from __future__ import annotations

import hashlib
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from traceback import format_exception_only

from extract import __version__
from extract.blocks import find_blocks
from extract.blocks.grids.camelot import find_hybrid
from extract.errors import NoPagesError, ReportError
from extract.facts import find_facts
from extract.model import Blocks, Document, Job, LeftOut, Options, Page, Watch
from extract.pages.begun import note_pages
from extract.pages.ocr import read_picture
from extract.pages.opening import UNWATCHED
from extract.pages.pdf import OpenDocument, open_document
from extract.rules import apply_rules
from extract.sources import last_part, read_bytes
from extract.tables import ReportSource, Tables, as_tables, failed_report_tables, with_findings

_LOG = logging.getLogger(__name__)
_NO_BYTES = frozenset({"not-a-file", "unreadable", "too-large"})
_LEFT_OUT = {
    "timeout": "took more than its share of the file's time; give it more with --timeout.",
    "memory": "needs more memory than one file may take; give it more with --memory.",
    "crashed": "ended the process that read it, twice; open the file in a viewer and export it again.",
}
_PICTURE_SHARE = 0.05  # of a page: a picture so large on a page without words may hold text


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of one file.

    Attributes:
        report_id: The first 16 hex digits of the hash of its bytes.
        source, file: As in the table ``reports``.
        tables: The contract's tables of this report, by name.
        status: ``ok``, ``partial`` or ``failed``.
        error_code, error_message: Why not ``ok``; the message holds the remedy.
        pages: How many it has; 0 where it can't be opened.
        seconds: Time on the clock.
        peak_mb: The highest memory of the process so far, in megabytes; 0 where it can't be told.
    """

    report_id: str
    source: str
    file: str
    tables: Tables
    status: str
    error_code: str
    error_message: str
    pages: int
    seconds: float
    peak_mb: float


def process_file(job: Job) -> Audit:
    """Audit one report.

    Args:
        job: Where it lies and how to read it.

    Returns:
        Its audit. No exception leaves but those that end the program; a fault of ours keeps its
        traceback in the log and fails this report alone.

    Raises:
        OSError: The file for notes can't be written.
    """
    with note_pages(job.note) as begin:
        return _process(job, Watch(frozenset(left.page for left in job.left_out), begin))


def _process(job: Job, watch: Watch) -> Audit:
    started = time.monotonic()
    data: bytes | None = None
    try:
        data = read_bytes(job.path)
        pages, document = read_pages(data, job.options, watch)
        blocks = find_blocks(pages, partial(find_hybrid, data, job.options.password), watch.begin)
        letterhead = partial(_read_letterhead, data, job.options, blocks, len(pages), watch)
        facts = find_facts(pages, blocks, document, letterhead)
        source = _source(job, data, replace(document, left_out=job.left_out))
        tables = as_tables(source, blocks, facts)
        audited = with_findings(tables, apply_rules(facts, tables))
    except ReportError as error:
        return failed_audit(job, error.code, str(error), data, started)
    except MemoryError:
        message = "The file needs more memory than one file may take; give it more with --memory."
        return failed_audit(job, "memory", message, data, started)
    except Exception as error:  # noqa: BLE001 (one file's work ends here; the traceback is logged)
        _LOG.exception("%s: a fault of the program", job.source)
        what = format_exception_only(error)[-1].strip()  # even of an error that can't be printed
        message = f"A fault of the program ({what}); please report it with the file."
        return failed_audit(job, "internal", message, data, started)
    return _audit(source, audited, started)


def read_pages(data: bytes, options: Options, watch: Watch = UNWATCHED) -> tuple[list[Page], Document]:
    """A report's pages, and what the reading has to say beside them.

    Args:
        data: The file's bytes.
        options: Which pages, and how.
        watch: Pages to leave out, and who is told of the others.

    Raises:
        ReportError: The file can't be read.
    """
    permissions = options.respect_permissions
    with open_document(data, options.password, watch, respect_permissions=permissions) as opened:
        pages = list(opened.pages(frozenset(options.pages)))
        if not pages and not watch.left_out:
            raise NoPagesError(f"None of the pages asked for is there; the report has {opened.page_count}.")
        return pages, _document(opened, pages, options)


def read_blocks(data: bytes, options: Options) -> tuple[list[Page], Blocks]:
    """A report's pages and what stands on them, to look at.

    Raises:
        ReportError: The file can't be read.
    """
    pages, _ = read_pages(data, options)
    return pages, find_blocks(pages, partial(find_hybrid, data, options.password))


def failed_audit(
    job: Job, code: str, message: str, data: bytes | None = None, started: float | None = None
) -> Audit:
    """The audit of a report that can't be read: its row in ``reports``, and why.

    Args:
        job: What was asked for.
        code: Of the contract's list.
        message: What was found, and the remedy.
        data: The file's bytes; None where they can't be had.
        started: On the monotonic clock; None where unknown.
    """
    if data is None and code not in _NO_BYTES:
        with suppress(ReportError):
            data = read_bytes(job.path)
    source = ReportSource(
        source=job.source,
        file=last_part(job.source),
        also_at=job.also_at,
        sha256=hashlib.sha256(data).hexdigest() if data is not None else "",
        size_bytes=len(data) if data is not None else None,
        version=__version__,
        status="failed",
        error_code=code,
        error_message=message,
    )
    return _audit(source, failed_report_tables(source), started)


def _read_letterhead(data: bytes, options: Options, blocks: Blocks, count: int, watch: Watch) -> list[str]:
    """The lines in the first page's logos."""
    logos = [f.box for f in blocks.figures if f.kind == "logo" and f.page == 1]
    watch.begin(1, count)
    lines = [line for box in logos for line in read_picture(data, options.password, 1, box)]
    watch.begin(0, 0)
    return lines


def _document(opened: OpenDocument, pages: list[Page], options: Options) -> Document:
    scanned = [p.number for p in pages if _is_scanned(p)]
    unread = {*scanned, *opened.unread}
    worded = any(p.words for p in pages)
    layer = "digital" if not scanned else "mixed" if worded else "scanned"
    return Document(
        page_count=opened.page_count,
        unread_pages=tuple(sorted(unread & set(options.pages) if options.pages else unread)),
        without_lines=tuple(opened.without_lines),
        forbidden=opened.forbidden,
        repaired=opened.repaired,
        text_layer=layer,
        producer=opened.metadata("Producer"),
        title=opened.metadata("Title"),
        author=opened.metadata("Author"),
        language=opened.language,
    )


def _is_scanned(page: Page) -> bool:
    """A page without words whose pictures are large enough to hold text."""
    area = max(1.0, page.width_pt * page.height_pt)
    return not page.words and any(i.box.width * i.box.height >= _PICTURE_SHARE * area for i in page.images)


def _source(job: Job, data: bytes, document: Document) -> ReportSource:
    unread = document.unread_pages
    return ReportSource(
        source=job.source,
        file=last_part(job.source),
        also_at=job.also_at,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        pages=document.page_count,
        text_layer=document.text_layer,
        status="partial" if unread or document.without_lines else "ok",
        error_code=document.left_out[0].code if document.left_out else "",
        repaired=document.repaired,
        unread_pages=unread,
        error_message=" ".join(filter(None, _remarks(document))),
        producer=document.producer,
        version=__version__,
    )


def _remarks(document: Document) -> Iterator[str]:
    """What a person should know of a report that was read."""
    yield from _left_out_messages(document.left_out)
    left_out = {left.page for left in document.left_out}
    yield _unread_message(tuple(page for page in document.unread_pages if page not in left_out))
    if document.without_lines:
        named = ", ".join(map(str, document.without_lines[:10]))
        yield f"Drawings on page {named} have more lines than are looked at: tables there may be misread."
    if document.forbidden:
        yield "The file's permission bits forbid extraction; --respect-permissions leaves such files unread."


def _left_out_messages(left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    """One sentence for each way in which pages ended those who read them."""
    for code, what in _LEFT_OUT.items():
        pages = sorted(left.page for left in left_out if left.code == code)
        if pages:
            named = ", ".join(map(str, pages))
            yield f"Page {named} was left out: it {what}"


def _unread_message(unread: tuple[int, ...]) -> str:
    if not unread:
        return ""
    named = ", ".join(str(n) for n in unread[:10]) + (", ..." if len(unread) > 10 else "")
    which, hold = ("Page", "holds") if len(unread) == 1 else ("Pages", "hold")
    return (
        f"{which} {named} {hold} no text that can be read; "
        "add a text layer by OCR (such as OCRmyPDF), turn what lies sideways, and run again."
    )


def _audit(source: ReportSource, tables: Tables, started: float | None) -> Audit:
    return Audit(
        report_id=source.report_id,
        source=source.source,
        file=source.file,
        tables=tables,
        status=source.status,
        error_code=source.error_code,
        error_message=source.error_message,
        pages=source.pages or 0,
        seconds=round(time.monotonic() - started, 3) if started is not None else 0.0,
        peak_mb=_peak_mb(),
    )


def _peak_mb() -> float:
    """The highest memory of this process since it was last set back, or since it began."""
    with suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
        return round(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024, 1)
    try:
        import resource  # noqa: PLC0415 (not on every system)
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)

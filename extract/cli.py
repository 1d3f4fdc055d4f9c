"""The command line: what users and pipelines script against.

The only module that knows exit codes: 0 done, 1 findings at or above ``--fail-on``, 2 usage or a place
that can't be read or written, 3 some files failed or are partial, 70 a fault of the program, 130
interrupted, 143 terminated. Heavy libraries are imported inside the commands, so that ``--help``
answers at once. Progress and messages go to stderr, data to stdout.
"""

# ruff: noqa: PLC0415  heavy libraries are imported inside the commands that need them

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from extract import __version__
from extract.errors import ReportError
from extract.model import Job, Limits, Options
from extract.options import (
    SEVERITIES,
    TARGET,
    batch_options,
    cache_options,
    cluster_option,
    exceptions_option,
    limit_options,
    named_file,
    named_places,
    open_cache,
    partition_option,
    reading_options,
    recorded,
)
from extract.signals import end_after_interrupt, undisturbed
from extract.sources import Place, SourceError, page_numbers, read_bytes
from extract.stores import shown
from extract.streams import flush_stdout, print_data, say, show_progress, speak_utf8
from extract.writers.publish import PARTS, OutputError, explained
from extract.writers.text import one_line
from extract.writers.uploads import held

if TYPE_CHECKING:
    import pandas as pd

    from extract.batch import Batch
    from extract.review.decisions import Decisions

DONE, FINDINGS, USAGE, FILES_FAILED, FAULT, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 70, 130, 143


class _Terminated(BaseException):
    """SIGTERM arrived: unwind, so that workers are stopped and waiting files are removed."""


def main() -> None:
    """Run the command that the arguments name, and leave with the contract's exit code."""
    speak_utf8()
    signal.signal(signal.SIGTERM, _terminate)
    code = _run()
    with suppress(OutputError):  # it was told, or something worse was
        flush_stdout()
    if code == INTERRUPTED:
        end_after_interrupt(code)
    sys.exit(code)


def _run() -> int:
    code = USAGE
    try:
        code = commands.main(prog_name="kpi-extract", standalone_mode=False) or DONE
        flush_stdout()
    except (click.Abort, KeyboardInterrupt):
        say("Interrupted.")
        code = INTERRUPTED
    except _Terminated:
        say("Terminated.")
        code = TERMINATED
    except NoArgsIsHelpError as error:
        error.show()
    except click.ClickException as error:  # it quotes what was typed, such as a file's name
        click.UsageError(one_line(error.format_message()), getattr(error, "ctx", None)).show()
    except (SourceError, OutputError, ReportError) as error:
        say(f"Error: {error}")
        code = USAGE
    except Exception:  # noqa: BLE001  the program's own fault: Python's exit code 1 means findings here
        say(*traceback.format_exc().rstrip().split("\n"))
        code = FAULT
    return code


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kpi-extract")
def commands() -> None:
    """Published performance reports (PDF) to tidy, checked data.

    SOURCE is a PDF, a folder (searched for *.pdf), a glob, a URL of these (such as s3://bucket/reports or
    zip://*.pdf::archive.zip), or - for paths on stdin, one a line.
    """


@commands.command()
@batch_options(fail_on="never")
@reading_options
@limit_options
@exceptions_option
@cache_options
@cluster_option
@partition_option
@click.option(
    "--out",
    "folder",
    required=True,
    metavar="DIR|URL",
    type=TARGET,
    help="Where the tables are written.",
)
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def run(
    *,
    sources: tuple[str, ...],
    folder: str | Path,
    jobs: int | None,
    fail_on: str,
    options: Options,
    limits: Limits,
    decisions: Decisions | None,
    cache_folder: str | Path | None,
    no_cache: bool,
    cluster: str | None,
    retry_failed: bool,
    partition_by: tuple[str, ...],
    quiet: bool,
) -> int:
    """Extract, check and write every table: the main job.

    DIR gets each table as CSV and Parquet, datapackage.json, which describes them, and run.json. What was
    read is kept, so that a run which was interrupted goes on where it was. A file above 200 MB or 5,000
    pages is not read.
    """
    places = named_places(sources)
    from extract.batch import read_batch, shown_address
    from extract.writers.names import SET_NAMES

    with held(folder, [*SET_NAMES, *([PARTS] if partition_by else [])]) as place:
        cache = None if no_cache else open_cache(cache_folder, folder, limits)
        with (
            show_progress(len(places), quiet) as advance,
            read_batch(
                places,
                options,
                limits,
                processes=jobs,
                cache=cache,
                cluster=cluster,
                retry_failed=retry_failed,
                advance=advance,
                meanwhile=_load_writers,
            ) as batch,
        ):
            _load_writers()
            from extract.batch.writing import publish_batch, write_batch
            from extract.writers.summary import describe_run, read_gist, review_lines, summary_lines

            written = write_batch(place, batch, decisions, partition_by)
        gist = read_gist(written.folder)
        code = _exit_code(batch, gist.severities, fail_on)
        chosen = {
            "sources": [shown(source) for source in sources],
            "jobs": jobs,
            "cluster": cluster and shown_address(cluster),
            "fail_on": fail_on,
            **recorded(options, limits),
            "exceptions": decisions.file if decisions else None,
            "partition_by": list(partition_by),
        }
        told = describe_run(batch.files, gist.severities, chosen, code, written.review)
        publish_batch(place, written, told)
    if not quiet:
        counts = {**gist.severities, **gist.rows}
        say(*summary_lines(gist.reports, gist.findings, counts, folder), *review_lines(written.review))
    return code


@commands.command()
@batch_options(fail_on="error")
@reading_options
@exceptions_option
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The output of an earlier run: only findings that it doesn't hold are printed and counted.",
)
@click.option(
    "--output-format",
    type=click.Choice(("text", "json", "sarif", "github", "junit")),
    default="text",
    show_default=True,
    help="FILE:PAGE: CODE severity message, one a line; one JSON object; SARIF 2.1.0; annotations of "
    "GitHub Actions; JUnit XML.",
)
def audit(
    *,
    sources: tuple[str, ...],
    jobs: int | None,
    fail_on: str,
    options: Options,
    decisions: Decisions | None,
    baseline: Path | None,
    output_format: str,
) -> int:
    """Print the findings only."""
    places = named_places(sources)
    with undisturbed():
        from extract.review.baseline import read_baseline
        from extract.writers.batch_audit import BatchAudit, coverage_line, review_findings
        from extract.writers.formats import FORMATS
        from extract.writers.lines import count_severities
        from extract.writers.summary import check_lines, describe_files, failure_lines, review_lines

    known = read_baseline(baseline) if baseline else None
    batch, tables = _read(places, options, jobs)
    findings, review = review_findings(tables["findings"], decisions, known)
    told = BatchAudit({**tables, "findings": findings}, describe_files(batch.files), review)
    print_data(FORMATS[output_format](told))
    say(*failure_lines(tables["reports"]), *check_lines(tables["reports"]), *review_lines(review))
    say(*coverage_line(tables))
    return _exit_code(batch, count_severities(findings), fail_on)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(("json", "csv", "markdown")),
    default="json",
    show_default=True,
    help="How the tables are printed.",
)
@click.option("--pages", metavar="1-3,7", help="Only tables on these pages.")
@reading_options
def tables(*, file: Path, form: str, pages: str | None, options: Options) -> int:
    """Print every table of one PDF as it stands."""
    chosen = None if pages is None else page_numbers(pages)
    (place,) = named_file(file)
    from extract.pipeline import process_file
    from extract.writers.grids import FORMATS, find_grids
    from extract.writers.summary import failure_lines

    found = process_file(Job(place.path, place.source, options))
    if found.status != "failed":
        past = sorted(number for number in chosen or () if number > found.pages)
        if past:
            say(f"{place.source}: there is no page {past[0]}; {_pages_there(found.pages)}.")
        print_data(FORMATS[form](find_grids(found.tables["tables"], found.tables["cells"], chosen)))
    say(*failure_lines(found.tables["reports"]))
    return DONE if found.status == "ok" else FILES_FAILED


@commands.command()
@click.argument("file", default="-", type=click.Path(path_type=Path))
@click.option("--jsonl", is_flag=True, help='Each line is {"id", "text"}; so for a file that ends in .jsonl.')
@reading_options
def claims(*, file: Path, jsonl: bool, options: Options) -> int:
    """Print numeric claims and their verdicts as JSON lines: of a PDF, a text, or - for stdin.

    A PDF or a text gives a line for each claim; JSON lines give one for each line.
    """
    (place,) = (None,) if os.fspath(file) == "-" else named_file(file, "file")
    data = sys.stdin.buffer.read() if place is None else read_bytes(place.path)
    from extract.pipeline import process_file
    from extract.writers.claims import LineError, claim_lines, report_lines
    from extract.writers.summary import failure_lines

    if place is not None and b"%PDF-" in data[:1024]:
        found = process_file(Job(place.path, place.source, options))
        print_data("".join(report_lines(found.tables["claims"])))
        say(*failure_lines(found.tables["reports"]))
        return DONE if found.status == "ok" else FILES_FAILED
    try:
        for line in claim_lines(data, is_jsonl=jsonl or file.suffix == ".jsonl"):
            print_data(line)
    except LineError as error:
        raise click.UsageError(f"{file}: {error}") from error
    return DONE


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--page", "number", type=click.IntRange(min=1), required=True, help="Which page, from 1.")
@click.option(
    "-o", "picture", type=click.Path(path_type=Path), required=True, metavar="PNG", help="Where to."
)
@reading_options
def inspect(file: Path, number: int, picture: Path, options: Options) -> int:
    """Draw what was read on a page: tables, cells, paragraphs and furniture."""
    (place,) = named_file(file)
    from extract.pages.render import render_page
    from extract.pipeline import read_blocks
    from extract.writers.picture import draw_blocks, save_picture

    try:
        data = read_bytes(place.path)
        pages, blocks = read_blocks(data, options)
        if number > len(pages):
            raise click.UsageError(f"{place.source}: there is no page {number}; {_pages_there(len(pages))}.")
        drawn = render_page(data, number, password=options.password)
    except ReportError as error:
        say(f"{place.source}: failed ({error.code}): {error}")
        return FILES_FAILED
    scale = drawn.width / pages[number - 1].width_pt
    save_picture(draw_blocks(drawn, scale, number, blocks), picture)
    return DONE


@commands.command()
@click.argument("code", required=False)
def rules(code: str | None) -> int:
    """List the audit rules, or explain one with an example."""
    from extract.rules import ALL_RULES, rule_reference

    known = [rule.code for rule in ALL_RULES]
    if code is None:
        print_data("".join(f"{rule.code}  {rule.name}\n" for rule in ALL_RULES))
    elif code.upper() in known:
        print_data(rule_reference(code.upper()))
    else:
        raise click.UsageError(f"There is no rule {code!r}; the rules are {', '.join(known)}.")
    return DONE


@commands.command()
@click.argument("table", required=False)
def schema(table: str | None) -> int:
    """Print the columns of the output tables: type, unit, meaning."""
    from schemas.columns import PRIMARY_KEYS, TABLE_COLUMNS, TABLE_MEANINGS

    if table is not None and table not in TABLE_COLUMNS:
        raise click.UsageError(f"There is no table {table!r}; the tables are {', '.join(TABLE_COLUMNS)}.")
    for name in (table,) if table else TABLE_COLUMNS:
        print_data(f"{name} (key {', '.join(PRIMARY_KEYS[name])}): {TABLE_MEANINGS[name]}\n")
        for column in TABLE_COLUMNS[name]:
            print_data(f"  {column.name:<20} {column.type:<8} {column.unit or '-':<8} {column.meaning}\n")
    return DONE


def _pages_there(count: int) -> str:
    return f"the report has {count} page" + ("" if count == 1 else "s")


def _read(
    places: Sequence[Place], options: Options, processes: int | None
) -> tuple[Batch, dict[str, pd.DataFrame]]:
    """How each path fared, and the batch's tables with what its reports say together; nothing is kept."""
    with undisturbed():
        from extract.batch import read_batch
        from extract.rules import apply_batch_rules
        from extract.tables import with_history
        from extract.writers.arrow import as_frames

    with (
        show_progress(len(places), quiet=False) as advance,
        read_batch(places, options, Limits(), processes=processes, advance=advance) as batch,
    ):
        tables = as_frames(batch.parts())
        with explained(Path(gettempdir())):  # where questions to many reports put aside what they can't hold
            return batch, with_history(tables, *apply_batch_rules(tables))


def _exit_code(batch: Batch, counts: Mapping[str, int], fail_on: str) -> int:
    if any(outcome.status != "ok" for _, outcome in batch.files):
        return FILES_FAILED
    return FINDINGS if any(counts[severity] for severity in SEVERITIES[fail_on]) else DONE


def _load_writers() -> None:
    """Load what the tables of a run are written with, if that wasn't done before."""
    with undisturbed():
        import_module("extract.batch.writing")
        import_module("extract.writers.summary")


def _terminate(*_: object) -> NoReturn:
    raise _Terminated

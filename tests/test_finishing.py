"""What the reports of a run say together joins what each says alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.batch.finishing import finish_tables
from extract.writers.arrow import as_sorted
from extract.writers.data import read_rows, write_tables
from extract.writers.names import SET_NAMES
from extract.writers.publish import OutputError, publication
from tests.commands import Command, rows
from tests.drawn import draw_report, write_reports
from tests.hand_made import tables

TITLE = "Northshire Police performance report"


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions; the later one restates a figure of the earlier one."""
    later = draw_report(
        (("Burglary", "1,250", "1,240", "+10", "+1%"), ("Robbery", "81", "90", "-9", "-10%")),
        TITLE,
        head=("Offence", "Q1 2020/21", "Q1 2019/20", "Change", "% change"),
        prose="Recorded crime between April and June 2020, Quarter 1 2020/21.",
    )
    return write_reports(
        tmp_path_factory.mktemp("editions"), a_later=later, b_earlier=draw_report(title=TITLE)
    )


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "run.json"}


def test_a_run_compares_editions_whatever_jobs_order_and_earlier_runs(
    command: Command, editions: Path, tmp_path: Path
) -> None:
    later, earlier = editions / "a_later.pdf", editions / "b_earlier.pdf"
    kept = ("--cache", tmp_path / "kept", "--quiet")
    first = tmp_path / "out [1]"  # no pattern of file names
    assert command("run", later, earlier, "--out", first, "--jobs", "1", *kept).code == 0
    (finding,) = rows(first / "findings.csv")
    assert (finding["rule"], finding["severity"]) == ("HS001", "warning")
    assert {row["status"] for row in rows(first / "series.csv")} == {"first", "equal", "restated"}
    assert {row["findings"] for row in rows(first / "reports.csv")} == {"0"}  # of each report alone
    assert json.loads((first / "run.json").read_text("utf-8"))["findings"]["warning"] == 1
    assert command("run", earlier, later, "--out", tmp_path / "kept too", *kept).code == 0
    assert (
        command("run", editions, "--out", tmp_path / "new", "--jobs", "2", "--no-cache", "--quiet").code == 0
    )
    assert written(first) == written(tmp_path / "kept too") == written(tmp_path / "new")


def test_history_counts_for_the_exit_code_and_is_told(
    command: Command, editions: Path, tmp_path: Path
) -> None:
    answer = command("run", editions, "--out", tmp_path, "--fail-on", "warning")
    assert (answer.code, "a_later.pdf:1: HS001 warning" in answer.err) == (1, True)


def test_a_decision_silences_a_finding_between_editions(
    command: Command, editions: Path, tmp_path: Path
) -> None:
    assert command("run", editions, "--out", tmp_path / "out", "--quiet").code == 0
    (finding,) = rows(tmp_path / "out" / "findings.csv")
    decision = {"decision": "reported", "reason": "Told them.", "who": "A. Reader", "date": "2026-01-31"}
    entries = {"fingerprint": finding["fingerprint"], **decision}
    judged = tmp_path / "judged.toml"
    judged.write_text("[[exception]]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in entries.items()))
    options = ("--exceptions", judged, "--fail-on", "warning")
    answer = command("run", editions, "--out", tmp_path / "out", *options)
    assert (answer.code, "silences 1 finding" in answer.err) == (0, True)
    (silenced,) = rows(tmp_path / "out" / "findings.csv")
    assert (silenced["severity"], silenced["finding_id"]) == ("info", finding["finding_id"])
    assert silenced["message"].endswith("[warning, reported by A. Reader on 2026-01-31: Told them.]")
    run = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert (run["decisions"]["silenced"], run["findings"]["info"]) == (1, 1)


def test_an_audit_of_several_editions_tells_what_they_say_together(command: Command, editions: Path) -> None:
    answer = command("audit", editions, "--fail-on", "warning")
    assert (answer.code, answer.out.split(" warning ")[0]) == (1, "a_later.pdf:1: HS001")
    assert command("audit", editions / "a_later.pdf", "--fail-on", "warning").out == ""


def test_a_set_of_no_report_has_empty_tables(tmp_path: Path) -> None:
    with publication(tmp_path, SET_NAMES) as place:
        write_tables(place, [])
        assert finish_tables(place, None) == {}
        assert (read_rows(place.room, "series", ["kpi"]), read_rows(place.room, "findings", ["rule"])) == (
            [],
            [],
        )
        assert {path.name for path in place.room.iterdir()} == set(SET_NAMES) - {"run.json"}


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    with publication(tmp_path, SET_NAMES) as place:
        write_tables(place, [as_sorted(tables())])
        (place.room / "told").touch()
        with pytest.raises(OutputError, match="told"):
            finish_tables(place, None)

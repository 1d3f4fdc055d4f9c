"""The sample reports: drawn the same each time, read as drawn, and their planted errors found."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.pdf"))
sys.path.append(str(SAMPLES))

import golden  # noqa: E402  the program beside the samples

Rows = list[dict[str, str]]


def rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text: str) -> str:
    """Single spaces, and without the ' that guards a spreadsheet against formulas."""
    return " ".join(text.split()).removeprefix("'")


@pytest.fixture(scope="module")
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A sample's name and the folder with its tables, read once for all questions."""
    out = tmp_path_factory.mktemp(request.param)
    golden.read_tables(SAMPLES / f"{request.param}.pdf", out)
    return request.param, out


every_sample = pytest.mark.parametrize("read", NAMES, indirect=True)


def draw(folder: Path, seed: str) -> dict[str, bytes]:
    folder.mkdir()
    command = [sys.executable, str(SAMPLES / "draw.py"), str(folder)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.DEVNULL)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def contents(path: Path) -> list[bytes]:
    """The pages' drawing commands, whatever library packed them."""
    with pikepdf.open(path) as pdf:
        return [
            b"\n".join(part.read_bytes() for part in page.Contents.as_list())
            if isinstance(page.Contents, pikepdf.Array)
            else page.Contents.read_bytes()
            for page in pdf.pages
        ]


def test_drawing_again_gives_the_same_reports(tmp_path: Path) -> None:
    first, second = draw(tmp_path / "a", "0"), draw(tmp_path / "b", "1")
    assert first == second
    assert {Path(name).stem for name in first if name.endswith(".pdf")} == set(NAMES)
    for name in NAMES:
        assert contents(tmp_path / "a" / f"{name}.pdf") == contents(SAMPLES / f"{name}.pdf")
        for kind in ("truth", "paragraphs"):
            file = f"{name}.{kind}.csv"
            assert first[file] == (SAMPLES / file).read_bytes()


def test_planted_errors_are_printed_in_the_samples() -> None:
    for planted in rows(SAMPLES / "planted.csv"):
        truth = rows(SAMPLES / f"{planted['sample']}.truth.csv")
        assert any(row["kpi"] == planted["kpi"] and row["page"] == planted["page"] for row in truth), planted


@every_sample
def test_tables_are_as_expected(read: tuple[str, Path]) -> None:
    name, out = read
    expected = {
        path.name: path.read_text(encoding="utf-8") for path in (SAMPLES / f"{name}.expected").glob("*.csv")
    }
    assert expected, "run `make golden`"
    found = {
        path.name: golden.without_version(path.read_text(encoding="utf-8")) for path in out.glob("*.csv")
    }
    assert found.keys() == expected.keys()
    for file in sorted(expected):
        assert found[file] == expected[file], f"{file}: see what changed with `make golden` and git diff"


@every_sample
def test_every_drawn_cell_is_read_where_it_stands(read: tuple[str, Path]) -> None:
    name, out = read
    lines: dict[tuple[str, str], Rows] = {}
    for cell in rows(out / "cells.csv"):
        lines.setdefault((cell["table_id"], cell["row"]), []).append(cell)
    lost = []
    for drawn in rows(SAMPLES / f"{name}.truth.csv"):
        if drawn["column"] == "Definition":  # may be broken over two pages
            continue
        text, kpi = plain(drawn["text"]), plain(drawn["kpi"])
        here = [
            line
            for line in lines.values()
            if any(plain(c["text"]) == kpi and c["page"] == drawn["page"] for c in line)
        ]
        if not any(
            plain(cell["text"]) == text and drawn["fill"] in ("", cell["fill"])
            for line in here
            for cell in line
        ):
            lost.append(drawn)
    assert lost == []


@every_sample
def test_every_drawn_definition_is_read_whole(read: tuple[str, Path]) -> None:
    name, out = read
    found = {
        (row["page_start"], plain(row["term"]), plain(row["definition"]))
        for row in rows(out / "definitions.csv")
    }
    drawn = {
        (row["page"], plain(row["kpi"]), plain(row["text"]))
        for row in rows(SAMPLES / f"{name}.truth.csv")
        if row["column"] == "Definition"
    }
    assert found == drawn


@every_sample
def test_every_table_has_its_title(read: tuple[str, Path]) -> None:
    name, out = read
    found = [(int(r["page_start"]), int(r["page_end"]), r["title"]) for r in rows(out / "tables.csv")]
    drawn = {(int(row["page"]), row["table"]) for row in rows(SAMPLES / f"{name}.truth.csv")}
    lost = [
        (page, title)
        for page, title in sorted(drawn)
        if not any(first <= page <= last and title == read_title for first, last, read_title in found)
    ]
    assert lost == [], found


@every_sample
def test_every_drawn_figure_is_an_observation_of_its_kpi_and_column(read: tuple[str, Path]) -> None:
    name, out = read
    found = [
        (
            row["page"],
            plain(row["text"]),
            plain(f"{row['kpi_number']} {row['kpi']}"),
            plain(row["column_label"]),
        )
        for row in rows(out / "observations.csv")
    ]
    lost = []
    for drawn in rows(SAMPLES / f"{name}.truth.csv"):
        head = plain(drawn["column"]).split()[-1]  # the last word of the column's head
        is_figure = any(c.isdigit() for c in drawn["text"]) and drawn["column"] not in ("Unit", "Definition")
        if is_figure and not any(
            page == drawn["page"]
            and text == plain(drawn["text"])
            and kpi == plain(drawn["kpi"])
            and label.endswith(head)
            for page, text, kpi, label in found
        ):
            lost.append(drawn)
    assert lost == []


@every_sample
def test_every_drawn_paragraph_is_read_whole(read: tuple[str, Path]) -> None:
    name, out = read
    found = {
        (row["page_start"], row["page_end"], row["number"], plain(row["text"]))
        for row in rows(out / "paragraphs.csv")
        if row["kind"] in ("paragraph", "list_item")
    }
    drawn = {
        (row["page_start"], row["page_end"], row["number"], plain(row["text"]))
        for row in rows(SAMPLES / f"{name}.paragraphs.csv")
        if row["kind"] in ("paragraph", "list_item") and len(row["text"]) > 40  # no lines of a title page
    }
    assert drawn - found == set()


@every_sample
def test_planted_errors_are_found_and_nothing_else_is_raised(read: tuple[str, Path]) -> None:
    name, out = read
    planted = {
        (row["page"], row["kpi"], row["cause"])
        for row in rows(SAMPLES / "planted.csv")
        if row["sample"] == name
    }
    raised = {
        (row["page"], row["kpi"], row["cause"])
        for row in rows(out / "findings.csv")
        if row["severity"] in ("error", "warning")
    }
    assert raised == planted


@every_sample
def test_each_planted_field_and_no_other_is_inconsistent(read: tuple[str, Path]) -> None:
    name, out = read
    planted = {
        (row["page"], row["kpi"], row["field"])
        for row in rows(SAMPLES / "planted.csv")
        if row["sample"] == name
    }
    judged = {
        (row["page"], row["kpi"], field)
        for row in rows(out / "comparisons.csv")
        for field in ("change", "percent")
        if row[f"{field}_verdict"] == "inconsistent"
    }
    assert judged == planted


@pytest.mark.parametrize("read", [name for name in NAMES if name.startswith("fire")], indirect=True)
def test_near_misses_raise_nothing_at_all(read: tuple[str, Path]) -> None:
    assert rows(read[1] / "findings.csv") == []

"""Whatever a report prints or is called, what the program prints of it is data, read by real readers."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from PIL import Image
from sarif_kit.validate import validation_errors

from extract.notation.characters import clean
from extract.writers.text import guard
from tests.build_logs import commands_of
from tests.commands import Answer, Command, rows
from tests.hostile import FAMILIES, FOLDER, NAMES, NAMES_OF_BROKEN, write_hostile
from tests.test_injection import UNPRINTABLE
from tests.watched import watch

FORMATS = ("text", "json", "sarif", "github", "junit")
ODD = {"Cc", "Cf", "Cs", "Zl", "Zp"}
BROKEN = len(NAMES_OF_BROKEN) // 2  # of two files alike one is a copy


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hostile(tmp_path_factory.mktemp("printed") / "in")


@pytest.fixture(scope="module")
def audit(folder: Path) -> Callable[[str], Answer]:
    """The audit of all of them in a format, asked for once."""

    @cache
    def ask(form: str) -> Answer:
        seen = watch(folder.parent, "audit", folder, "--output-format", form)
        assert seen.answer.code == 3, seen.answer.err
        assert [deed for deed in seen.deeds if deed.kind != "write"] == []
        return seen.answer

    return ask


@pytest.mark.parametrize("form", FORMATS)
def test_an_audit_prints_no_control_and_no_command_but_its_own(
    audit: Callable[[str], Answer], form: str
) -> None:
    out, err = audit(form).out, audit(form).err
    assert UNPRINTABLE.findall(out + err) == []
    assert list(commands_of(err)) == []
    assert [command for command in commands_of(out) if form != "github"] == []


def test_each_line_of_text_is_one_finding(audit: Callable[[str], Answer]) -> None:
    found = json.loads(audit("json").out)["findings"]
    lines = audit("text").out.split("\n")
    assert len(lines) - 1 == len(found) > 200
    assert {unicodedata.category(mark) for line in lines for mark in line} & ODD == set()
    sources = {each["source"] for each in found}
    assert sources == {clean(f"{FOLDER}/{name}") for name in NAMES.values()}
    for line, finding in zip(lines, found, strict=False):
        told = json.loads('"' + line.replace('"', '\\"') + '"')  # escaped as in JSON, but for the quotes
        assert told.startswith(f"{finding['source']}:{finding['page']}: {finding['rule']} ")


def test_each_annotation_is_ours_and_says_what_was_found(audit: Callable[[str], Answer]) -> None:
    found = json.loads(audit("json").out)["findings"]
    printed = audit("github").out
    told = list(commands_of(printed))
    assert len(told) == len(printed.splitlines()) == len(found)
    assert {command.name for command in told} <= {"error", "warning", "notice"}
    for command, finding in zip(told, found, strict=True):
        assert list(command.properties) == ["file", "title"]
        assert command.properties["title"] == f"{finding['rule']} {finding['name']}"
        assert command.message.startswith(f"page {finding['page']}: ")


def test_json_and_sarif_hold_the_same_texts(audit: Callable[[str], Answer]) -> None:
    read = json.loads(audit("json").out, parse_constant=pytest.fail)
    log = json.loads(audit("sarif").out, parse_constant=pytest.fail)
    assert validation_errors(log) == []
    (results,) = (run["results"] for run in log["runs"])
    assert [list(result["message"]) for result in results] == [["text"]] * len(read["findings"])
    for result, finding in zip(results, read["findings"], strict=True):
        text = result["message"]["text"]
        assert text.replace("{{", "{").replace("}}", "}").replace("] (", "](") == finding["message"].replace(
            "] (", "]("
        )
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", uri)
        assert not uri.startswith(("/", "."))


def test_junit_holds_the_same_findings_and_no_tag_of_a_report(audit: Callable[[str], Answer]) -> None:
    printed = audit("junit").out
    root = ElementTree.fromstring(printed.encode("utf-8"))
    known = {"testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped"}
    assert {each.tag for each in root.iter()} <= known | {"system-out"}
    suites = list(JUnitXml.fromstring(printed.encode("utf-8")))
    assert len(suites) == len(NAMES) + BROKEN
    assert clean(f"{FOLDER}/{NAMES['markup']}") in {suite.name for suite in suites}
    found = [
        re.sub("[\ufffe\uffff]", "\ufffd", each["message"])
        for each in json.loads(audit("json").out)["findings"]
    ]
    assert sorted(each.get("message", "") for each in root.iter("failure")) == sorted(found)


# --- tables, claims, inspect ---------------------------------------------------------------------


def cells_of(command: Command, path: Path) -> list[dict[tuple[int, int], str]]:
    """The cells of each table, by row and column, as JSON tells them."""
    answer = command("tables", path, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    assert UNPRINTABLE.findall(answer.out) == []
    assert list(commands_of(answer.out)) == []
    tables = json.loads(answer.out, parse_constant=pytest.fail)["tables"]
    return [{(cell["row"], cell["col"]): cell["text"] for cell in table["cells"]} for table in tables]


@pytest.mark.parametrize("family", FAMILIES)
def test_tables_as_csv_read_back_as_their_cells(folder: Path, command: Command, family: str) -> None:
    path = folder / FOLDER / NAMES[family]
    printed = command("tables", path, "--format", "csv").out
    assert UNPRINTABLE.findall(printed) == []
    first, second = re.split(r"\n\n# page \d+, table \d+\n", printed)
    for part, cells in zip((first, second), cells_of(command, path), strict=True):
        read = list(csv.reader(io.StringIO(part, newline=""), strict=True))
        assert {(r, c): read[r][c] for r, c in cells} == {place: guard(text) for place, text in cells.items()}


@pytest.mark.parametrize("family", FAMILIES)
def test_tables_as_markdown_are_tables_of_plain_text(folder: Path, command: Command, family: str) -> None:
    path = folder / FOLDER / NAMES[family]
    printed = command("tables", path, "--format", "markdown").out
    assert UNPRINTABLE.findall(printed) == []
    assert list(commands_of(printed)) == []
    tokens = MarkdownIt("commonmark").enable("table").parse(printed)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "softbreak"}
    cells = cells_of(command, path)
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks == {"heading", "inline", "table", "thead", "tbody", "tr", "th", "td"}
    assert sum(token.type == "table_open" for token in tokens) == len(cells) == 2
    told = {
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    }
    assert {" ".join(text.split()) for table in cells for text in table.values()} - told <= {""}
    assert not re.search(r"(?<!\\)://|www\.", printed)  # what some readers make a link of


@pytest.mark.parametrize("family", FAMILIES)
def test_claims_are_one_object_a_line(folder: Path, command: Command, family: str) -> None:
    answer = command("claims", folder / FOLDER / NAMES[family])
    assert (answer.code, answer.err) == (0, "")
    assert UNPRINTABLE.findall(answer.out) == []
    assert list(commands_of(answer.out)) == []
    lines = answer.out.removesuffix("\n").split("\n")
    assert len(lines) > 5
    assert {json.loads(line)["direction"] for line in lines} <= {"up", "down", "flat", None}


def test_claims_of_texts_keep_each_id_and_line(command: Command, tmp_path: Path) -> None:
    baits = [bait for family in FAMILIES.values() for bait in family]
    lines = [{"id": bait, "text": f"{bait} Calls rose by 4% to 104, {bait}.", bait: bait} for bait in baits]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "ascii")
    answer = command("claims", tmp_path / "a.jsonl")
    assert UNPRINTABLE.findall(answer.out) == []
    assert list(commands_of(answer.out)) == []
    told = [json.loads(line)["id"] for line in answer.out.removesuffix("\n").split("\n")]
    assert told == [clean(bait) for bait in baits]


def test_an_id_that_json_has_no_number_for_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1e999, "text": "Calls rose by 4%."}\n', "ascii")
    answer = command("claims", tmp_path / "a.jsonl")
    assert (answer.code, answer.out) == (2, "")
    assert "line 1 is not a JSON object with a text" in answer.err


@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_page_is_drawn(folder: Path, command: Command, tmp_path: Path, family: str) -> None:
    picture = tmp_path / "page.png"
    path = folder / FOLDER / NAMES[family]
    assert command("inspect", path, "--page", "1", "-o", picture) == Answer(0, "", "")
    with Image.open(picture) as drawn:
        drawn.verify()
    answer = command("inspect", path, "--page", "9", "-o", tmp_path / "none.png")
    assert answer.code == 2
    assert list(commands_of(answer.err)) == []
    assert "there is no page 9" in answer.err
    assert {unicodedata.category(mark) for mark in answer.err.replace("\n", "")} & ODD == set()


# --- messages ------------------------------------------------------------------------------------

HOSTILE = "./::error::x\n::error::y\r::error::z\u2028::error::u\x1b]0;x\x07\x9b1m\u202e##[error]\udcff.jsonl"
CALLS: tuple[tuple[str, ...], ...] = (
    ("tables", "NAME"),
    ("claims", "NAME"),
    ("inspect", "NAME", "--page", "1", "-o", "x.png"),
    ("run", "NAME", "--out", "out"),
    ("audit", "NAME"),
    ("audit", "NAME", "--baseline", "NAME"),
    ("audit", "NAME", "--exceptions", "NAME"),
    ("run", "NAME", "--out", "NAME"),
    ("run", "NAME", "--out", "out", "--jobs", "NAME"),
    ("run", "NAME", "--out", "out", "--memory", "NAME"),
    ("run", "NAME", "--out", "out", "--pages", "NAME"),
    ("run", "NAME", "--out", "out", "--password-file", "NAME"),
    ("rules", "NAME"),
    ("schema", "NAME"),
    ("NAME",),
    ("tables", "x.pdf", "NAME"),
    ("claims", "--NAME"),
)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("there", ["missing", "there"])
def test_a_message_about_a_hostile_name_is_one_plain_line(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...], there: str
) -> None:
    """Names as arguments, whether such a file is there or not; the last lines of the usage are ours."""
    monkeypatch.chdir(tmp_path)
    if there == "there":
        Path(HOSTILE).write_bytes(b"[1]\n\x1b[31m::error::x\n::error::y\n")
    answer = command(*(part.replace("NAME", HOSTILE) for part in call))
    assert answer.code in {1, 2, 3}
    assert list(commands_of(answer.out + answer.err)) == []
    ours = re.sub("^(Usage: |Try |$).*\n", "", answer.err, flags=re.MULTILINE)
    assert ours.count("\n") <= 6
    assert {unicodedata.category(mark) for mark in answer.err.replace("\n", "")} & ODD == set(), answer


def test_who_and_reason_of_a_decision_are_data_too(folder: Path, tmp_path: Path, command: Command) -> None:
    path = folder / FOLDER / NAMES["formulas"]
    found = json.loads(command("audit", path, "--output-format", "json").out)["findings"]
    marks = [each["fingerprint"] for each in found]
    baits = [bait for family in FAMILIES.values() for bait in family if clean(bait) == bait]
    quoted = [json.dumps(f"x {bait}", ensure_ascii=False) for bait in baits]
    entries = [
        f'[[exception]]\nfingerprint = "{mark}"\ndecision = "accepted"\nreason = {text}\nwho = {text}\n'
        "date = 2026-01-31\n"
        for mark, text in zip(dict.fromkeys(marks), quoted, strict=False)
    ]
    decisions = tmp_path / "::error::x\n::error::y\x1b.toml"
    decisions.write_text("".join(entries), "utf-8")
    for form in ("json", "junit"):
        answer = command("audit", path, "--output-format", form, "--exceptions", decisions)
        assert UNPRINTABLE.findall(answer.out + answer.err) == []
        assert list(commands_of(answer.err)) == []
        assert list(commands_of(answer.out)) == []
    answer = command("run", path, "--out", tmp_path / "out", "--exceptions", decisions)
    assert list(commands_of(answer.err)) == []
    messages = [row["message"] for row in rows(tmp_path / "out" / "findings.csv")]
    assert any(f"accepted by x {baits[0]} on 2026-01-31: x {baits[0]}" in message for message in messages)

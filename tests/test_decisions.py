"""Decisions of people: how an exceptions file is read, and what it silences."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pandas as pd
import pytest

from extract.review.decisions import (
    DECISIONS,
    Decisions,
    ReviewError,
    day_of,
    mark_silenced,
    open_findings,
    read_decisions,
)
from schemas import MODELS
from tests.commands import ROOT
from tests.hand_made import HOSTILE, REPORT, frame

JUDGED, OTHER = "00000000000000aa", "00000000000000bb"
TODAY = dt.date(2026, 3, 31)
ENTRY = {
    "fingerprint": f'"{JUDGED}"',
    "decision": '"false_alarm"',
    "reason": '"The prior figure was revised."',
    "who": '"A. Reader"',
    "date": "2026-01-31",
}


def written(*entries: dict[str, str]) -> str:
    """An exceptions file with these entries, each like ``ENTRY`` but for what it says."""
    tables = []
    for entry in entries:
        lines = [f"{key} = {value}" for key, value in (ENTRY | entry).items() if value]
        tables.append("\n".join(["[[exception]]", *lines, ""]))
    return "\n".join(tables)


def read(folder: Path, *entries: dict[str, str], today: dt.date = TODAY) -> Decisions:
    path = folder / "exceptions.toml"
    path.write_text(written(*entries), "utf-8")
    return read_decisions(path, today)


def findings(*rows: dict[str, object]) -> pd.DataFrame:
    numbered = [{"finding_id": f"{REPORT}.n{number:04d}", **row} for number, row in enumerate(rows, start=1)]
    return frame("findings", *numbered)


# --- the file --------------------------------------------------------------------------------


def test_an_entry_holds_what_was_decided_by_whom_and_why(tmp_path: Path) -> None:
    decisions = read(tmp_path, {"expiry": "2026-12-31"})
    (entry,) = decisions.entries
    assert (entry.number, entry.fingerprint, entry.decision) == (1, JUDGED, "false_alarm")
    assert (entry.reason, entry.who) == ("The prior figure was revised.", "A. Reader")
    assert (entry.date, entry.expiry) == (dt.date(2026, 1, 31), dt.date(2026, 12, 31))
    assert decisions.sha256 == hashlib.sha256((tmp_path / "exceptions.toml").read_bytes()).hexdigest()


def test_a_date_may_stand_in_quotes(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, {"date": '"2026-01-31"'}).entries
    assert entry.date == dt.date(2026, 1, 31)


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "exceptions.toml").write_text(written({}), "utf-8-sig")
    assert len(read_decisions(tmp_path / "exceptions.toml", TODAY).entries) == 1


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision_silences(tmp_path: Path, decision: str) -> None:
    assert open_findings(findings({}), read(tmp_path, {"decision": f'"{decision}"'})).empty


def test_a_file_without_entries_silences_nothing(tmp_path: Path) -> None:
    assert len(open_findings(findings({}), read(tmp_path))) == 1


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"reason": ""}, "entry 2 (00000000000000bb) has no 'reason'; add it"),
        ({"who": ""}, "entry 2 (00000000000000bb) has no 'who'; add it"),
        ({"date": ""}, "entry 2 (00000000000000bb) has no 'date'; add it"),
        ({"decision": ""}, "entry 2 (00000000000000bb) has no 'decision'; add it"),
        ({"fingerprint": ""}, "entry 2 has no 'fingerprint'; add it"),
        ({"fingerprint": '"RC001"'}, "entry 2 (RC001): the fingerprint 'RC001' isn't 16 digits"),
        ({"fingerprint": "17"}, "entry 2: 'fingerprint' is 17; write a text in quotes"),
        ({"decision": '"fine"'}, "unknown decision 'fine'; write one of false_alarm, accepted, reported"),
        ({"date": '"31.01.2026"'}, "'date' is '31.01.2026', which is no date; write it as 2026-01-31"),
        ({"date": '"2026-02-30"'}, "'date' is '2026-02-30', which is no date"),
        ({"date": "2026-01-31T10:00:00"}, "'date' is '2026-01-31 10:00:00', which is no date"),
        ({"date": "20260131"}, "'date' is '20260131', which is no date"),
        ({"expiry": '"never"'}, "'expiry' is 'never', which is no date"),
        ({"expiry": "2026-01-30"}, "expires on 2026-01-30, before its date 2026-01-31"),
        ({"expires": "2026-12-31"}, "unknown key 'expires'; the keys are fingerprint, decision"),
        ({"reason": '"  "'}, "'reason' is '  '; write a text in quotes"),
        ({"who": "7"}, "'who' is 7; write a text in quotes"),
        ({"fingerprint": f'"{JUDGED}"'}, f"the entries 1, 2 are all about {JUDGED}; keep one of them"),
    ],
)
def test_a_wrong_entry_is_named_with_its_remedy(tmp_path: Path, entry: dict[str, str], said: str) -> None:
    with pytest.raises(ReviewError) as refused:
        read(tmp_path, {}, {"fingerprint": f'"{OTHER}"'} | entry)
    assert said in str(refused.value)
    assert "exceptions.toml" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[[exception]", "is not TOML"),
        (b"[[exception]]\ndate = 2026-02-30\n", "at line 2"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"title = 1", "holds the key 'title'; write each decision as a table [[exception]]"),
        (b"[exception]\nwho = 1", "is no such table"),
        (b"exception = [1]", "is no such table"),
        (b"a = " + b"[" * 5000, "is not TOML"),
    ],
)
def test_a_file_that_is_no_list_of_decisions_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "exceptions.toml"
    path.write_bytes(data)
    with pytest.raises(ReviewError) as refused:
        read_decisions(path, TODAY)
    assert said in str(refused.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="can't be read"):
        read_decisions(tmp_path, TODAY)


def test_the_readme_shows_a_file_that_is_read_and_names_every_decision(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (tmp_path / "exceptions.toml").write_text(readme.split("```toml\n")[1].split("```")[0], "utf-8")
    (entry,) = read_decisions(tmp_path / "exceptions.toml", TODAY).entries
    golden = ROOT / "samples" / "council-2022-23-q3.expected" / "findings.csv"
    assert entry.fingerprint in golden.read_text("utf-8")
    assert [name for name, what in DECISIONS.items() if f"| `{name}` | {what} |" not in readme] == []


# --- the day ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "left"), [("2026-03-30", 0), ("2026-03-31", 0), ("2026-04-01", 1), ("2030-01-01", 1)]
)
def test_a_decision_holds_to_the_end_of_its_last_day(tmp_path: Path, today: str, left: int) -> None:
    decisions = read(tmp_path, {"expiry": "2026-03-31"}, today=dt.date.fromisoformat(today))
    assert len(open_findings(findings({}), decisions)) == left
    assert len(decisions.expired) == left


def test_a_decision_without_expiry_holds_until_it_is_taken_out(tmp_path: Path) -> None:
    assert open_findings(findings({}), read(tmp_path, {}, today=dt.date(2999, 1, 1))).empty


def test_today_is_that_of_the_clock_or_the_one_to_repeat() -> None:
    assert day_of({}, 1_775_000_000.9) == dt.date(2026, 3, 31)
    assert day_of({"SOURCE_DATE_EPOCH": "0"}, 1_775_000_000.9) == dt.date(1970, 1, 1)
    assert day_of({"SOURCE_DATE_EPOCH": ""}, 0.0) == dt.date(1970, 1, 1)


@pytest.mark.parametrize("text", ["today", "1e9", "9" * 30])
def test_a_day_to_repeat_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ReviewError, match="SOURCE_DATE_EPOCH"):
        day_of({"SOURCE_DATE_EPOCH": text}, 0.0)


# --- what is silenced ------------------------------------------------------------------------


def test_only_findings_of_the_fingerprint_are_silenced(tmp_path: Path) -> None:
    left = open_findings(findings({}, {"fingerprint": OTHER}), read(tmp_path, {}))
    assert list(left["fingerprint"]) == [OTHER]


def test_a_row_printed_twice_is_silenced_in_both_places(tmp_path: Path) -> None:
    assert open_findings(findings({}, {"page": 9}), read(tmp_path, {})).empty


def test_a_silenced_finding_stays_as_information_with_its_decision(tmp_path: Path) -> None:
    before = findings({}, {"fingerprint": OTHER})
    marked = mark_silenced(before, read(tmp_path, {}))
    assert list(marked["severity"]) == ["info", "error"]
    assert list(marked["message"]) == [
        "129 - 106 is 23, not -23. "
        "[error, false_alarm by A. Reader on 2026-01-31: The prior figure was revised.]",
        "129 - 106 is 23, not -23.",
    ]
    assert list(before["severity"]) == ["error", "error"], "what was given is not changed"
    rest = [column for column in before.columns if column not in ("severity", "message")]
    pd.testing.assert_frame_equal(marked[rest], before[rest])
    MODELS["findings"].validate(marked)


def test_decisions_that_silence_nothing_change_nothing(tmp_path: Path) -> None:
    before = findings({"fingerprint": OTHER})
    pd.testing.assert_frame_equal(mark_silenced(before, read(tmp_path, {})), before)
    pd.testing.assert_frame_equal(open_findings(before, read(tmp_path, {})), before)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_message_is_kept_beside_the_decision(tmp_path: Path, text: str) -> None:
    (message,) = mark_silenced(findings({"message": text}), read(tmp_path, {}))["message"]
    assert message.startswith(text)


def test_decisions_about_nothing_and_past_ones_are_named_apart(tmp_path: Path) -> None:
    past = {"fingerprint": f'"{"c" * 16}"', "expiry": "2026-02-01"}
    decisions = read(tmp_path, {}, {"fingerprint": f'"{OTHER}"'}, past)
    assert [entry.fingerprint for entry in decisions.unused(findings({}))] == [OTHER]
    assert [entry.fingerprint for entry in decisions.expired] == ["c" * 16]

"""The findings of an earlier run, and what is new beside them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from extract.review.baseline import new_findings, read_baseline
from extract.review.decisions import ReviewError
from tests.hand_made import REPORT, frame

ROWS = 'finding_id,fingerprint,message\nx.n0001,00000000000000aa,one\nx.n0002,00000000000000bb,"a\nb"\n'


def write(folder: Path, findings: str = ROWS, record: object = None) -> Path:
    (folder / "findings.csv").write_text(findings, "utf-8")
    if record is not None:
        (folder / "datapackage.json").write_text(json.dumps(record), "utf-8")
    return folder


def record_of(findings: str) -> dict[str, object]:
    digest = hashlib.sha256(findings.encode("utf-8")).hexdigest()
    return {"resources": [{"path": "reports.csv"}, {"path": "findings.csv", "hash": f"sha256:{digest}"}]}


@pytest.mark.parametrize("record", [None, record_of(ROWS)])
def test_a_baseline_is_the_fingerprints_of_its_findings(tmp_path: Path, record: object) -> None:
    assert read_baseline(write(tmp_path, record=record)) == {"00000000000000aa", "00000000000000bb"}


def test_a_run_without_findings_is_a_baseline_too(tmp_path: Path) -> None:
    assert read_baseline(write(tmp_path, "finding_id,fingerprint,message\n")) == frozenset()


@pytest.mark.parametrize(
    ("findings", "record", "said"),
    [
        ("", None, "is no table of findings"),
        ("a,b\n1,2\n", None, "is no table of findings"),
        (ROWS, {"unfinished": True}, "is being written"),
        (ROWS, record_of(ROWS + "x"), "isn't what datapackage.json says"),
        (ROWS, [], "datapackage.json beside it is none of ours"),
        (ROWS, {"resources": 5}, "datapackage.json beside it is none of ours"),
        (ROWS, {"resources": ["findings.csv"]}, "datapackage.json beside it is none of ours"),
    ],
)
def test_a_folder_that_is_no_whole_output_is_refused(
    tmp_path: Path, findings: str, record: object, said: str
) -> None:
    with pytest.raises(ReviewError) as refused:
        read_baseline(write(tmp_path, findings, record))
    assert said in str(refused.value)


def test_a_folder_without_findings_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(ReviewError, match=r"holds no findings\.csv; give the output folder"):
            read_baseline(folder)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "findings.csv").write_bytes(b"fingerprint\n\xff\xfe\x00\n")
    with pytest.raises(ReviewError, match="is no table of findings"):
        read_baseline(tmp_path)


def test_only_what_the_baseline_does_not_hold_is_new() -> None:
    found = frame(
        "findings",
        {},
        {"finding_id": f"{REPORT}.n0002", "page": 9},
        {"finding_id": f"{REPORT}.n0003", "fingerprint": "00000000000000cc"},
    )
    assert list(new_findings(found, frozenset({"00000000000000aa"}))["fingerprint"]) == ["00000000000000cc"]

"""The findings of an earlier run, so that only new ones are told.

In: the output folder of that run. Out: the fingerprints of its findings. A folder that a run is just
writing, or wrote in part, is refused: half a baseline would call old findings new.
"""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.review.decisions import ReviewError

if TYPE_CHECKING:
    import pandas as pd

_FINDINGS = "findings.csv"
_RECORD = "datapackage.json"


def read_baseline(folder: Path) -> frozenset[str]:
    """The fingerprints of all findings that an earlier run wrote, silenced ones too.

    The commit record is held to what it says, where it is there: ``findings.csv`` alone may have been
    kept.

    Raises:
        ReviewError: The folder holds no whole output of a run.
    """
    import pandas as pd  # noqa: PLC0415  half a second

    if not (folder / _FINDINGS).is_file():
        raise ReviewError(f"{folder} holds no {_FINDINGS}; give the output folder of an earlier run.")
    try:
        data = (folder / _FINDINGS).read_bytes()
        _hold_to_record(folder, data)
        table = pd.read_csv(io.BytesIO(data), usecols=["fingerprint"], dtype=str, keep_default_na=False)
    except OSError as error:
        raise ReviewError(f"{folder} can't be read ({error.strerror}); check its permissions.") from error
    except ValueError as error:
        raise ReviewError(
            f"{folder / _FINDINGS} is no table of findings ({error}); run again into that folder."
        ) from error
    return frozenset(table["fingerprint"]) - {""}


def new_findings(findings: pd.DataFrame, known: frozenset[str]) -> pd.DataFrame:
    """The findings whose fingerprint the baseline doesn't hold.

    A row that was printed once and now stands in the report twice is no new finding.
    """
    return findings[~findings["fingerprint"].isin(known)].reset_index(drop=True)


def _hold_to_record(folder: Path, data: bytes) -> None:
    path = folder / _RECORD
    if not path.exists():
        return
    record: Any = json.loads(path.read_text("utf-8"))
    resources = record.get("resources", []) if isinstance(record, dict) else None
    if not isinstance(resources, list) or not all(isinstance(each, dict) for each in resources):
        raise ValueError(f"{_RECORD} beside it is none of ours")
    if record.get("unfinished"):
        raise ReviewError(f"{folder} is being written, or its run was cut short; run again and wait for it.")
    for resource in resources:
        if resource.get("path") == _FINDINGS and (
            resource.get("hash") != f"sha256:{hashlib.sha256(data).hexdigest()}"
        ):
            raise ReviewError(
                f"{folder / _FINDINGS} isn't what {_RECORD} says; it was changed, or a run is writing it."
            )

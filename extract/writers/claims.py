"""Claims as JSON lines: what ``kpi-extract claims`` prints.

In: a text, JSON lines of texts, or the claims of one report. Out: lines of JSON, empty fields null. Out of
scope: which claims there are (``facts``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import Any

import pandas as pd

from extract.facts.claims import read_claims
from extract.model import Claim
from extract.tables import claim_row
from extract.writers.lines import records
from extract.writers.text import json_line
from schemas.columns import TABLE_COLUMNS

_PERCENTS = ("percent", "percentage_points")


class LineError(ValueError):
    """A line of JSON lines that is not an object with a text."""


def claim_lines(data: bytes, *, is_jsonl: bool) -> Iterator[str]:
    """The lines of a text's bytes, which need not be whole UTF-8.

    Raises:
        LineError: As ``jsonl_lines``.
    """
    text = data.decode("utf-8-sig", "replace")
    return jsonl_lines(text.split("\n")) if is_jsonl else text_lines(text)


def text_lines(text: str) -> Iterator[str]:
    """One line for each claim of a text; ``start`` and ``end`` count from the text's first character."""
    for claim in read_claims(text):
        yield json_line(_fields(claim))


def report_lines(claims: pd.DataFrame) -> Iterator[str]:
    """One line for each row of a report's table ``claims``."""
    for row in records(claims):
        yield json_line(_with_range({name: None if value == "" else value for name, value in row.items()}))


def jsonl_lines(lines: Iterable[str]) -> Iterator[str]:
    """One line for each line of ``{"id", "text"}``: its claims, and the verdict on the text as a whole.

    Raises:
        LineError: A line is not such an object; empty lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_constant=_refuse)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not _is_id(row.get("id")):
            raise LineError(f"line {number} is not a JSON object with a text; write it as {_FORM}.")
        claims = read_claims(row["text"])
        consistency, why = judge_text(claims)
        fields = [_fields(claim) for claim in claims]
        yield json_line(
            {"id": row.get("id"), "claims": fields, "consistency": consistency, "why": why or None}
        )


def _refuse(constant: str) -> None:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def _is_id(value: object) -> bool:
    return value is None or isinstance(value, (str, int)) or (isinstance(value, float) and isfinite(value))


_FORM = '{"id": "1", "text": "Calls rose by 4%."}'


def judge_text(claims: Sequence[Claim]) -> tuple[str, str]:
    """The verdict on a text as a whole, and the sums that it rests on.

    One claim that disagrees makes the text inconsistent, one that agrees consistent.
    """
    for verdict in ("inconsistent", "consistent"):
        found = [claim.why for claim in claims if claim.verdict == verdict]
        if found:
            return verdict, "; ".join(found)
    return "uncheckable", claims[0].why if claims else ""


def _fields(claim: Claim) -> dict[str, Any]:
    """The columns of the table ``claims``; those that name a report are null."""
    row = claim_row(claim)
    columns = [column.name for column in TABLE_COLUMNS["claims"]]
    return _with_range({name: None if row.get(name) == "" else row.get(name) for name in columns})


def _with_range(fields: dict[str, Any]) -> dict[str, Any]:
    """With both ends of a printed range of percents or points."""
    ends = [fields["range_low"], fields["range_high"]]
    is_percent = fields["unit"] in _PERCENTS and ends[0] is not None
    return {**fields, "percent_range": ends if is_percent else None}

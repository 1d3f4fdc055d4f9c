"""Decisions of people about findings, from an exceptions file, and what they silence.

In: a TOML file with one table ``[[exception]]`` for each judged finding, and the table ``findings``.
Out: the findings that still count, or all of them with the silenced ones marked. A decision holds
for a fingerprint: for whatever prints the same figures of the same KPI and period, on any page and in
any edition. Today is passed in, so the same file, reports and day give the same bytes.
Out of scope: how it is told (``writers``), and which findings there are (``rules``).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.sources import SourceError

if TYPE_CHECKING:
    import pandas as pd

DECISIONS = {
    "false_alarm": "the report is right: we misread it, or the rule doesn't fit it",
    "accepted": "the report is wrong, and nothing more is to be done about it",
    "reported": "the report is wrong, and its publisher has been told",
}
"""What may be decided, and what it means. Each silences the finding."""

_TABLE = "exception"
_REQUIRED = ("fingerprint", "decision", "reason", "who", "date")
_KEYS = (*_REQUIRED, "expiry")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ReviewError(SourceError):
    """An exceptions file or a baseline can't be used; the message says which entry and what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of an exceptions file.

    Attributes:
        number: Its place in the file, from 1.
        fingerprint: Of the findings that it is about.
        decision: One of ``DECISIONS``.
        reason, who: Why, and whose judgement it is.
        date: When it was made.
        expiry: The last day on which it holds; None where it holds until it is taken out.
    """

    number: int
    fingerprint: str
    decision: str
    reason: str
    who: str
    date: dt.date
    expiry: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """An exceptions file as it stands on a day.

    Attributes:
        file: Its path as given.
        sha256: Of its bytes.
        today: The day on which it is asked.
        entries: Its decisions, in their order, each of another fingerprint.
    """

    file: str
    sha256: str
    today: dt.date
    entries: tuple[Decision, ...]

    @property
    def in_force(self) -> dict[str, Decision]:
        """The decisions that hold today, by fingerprint."""
        return {entry.fingerprint: entry for entry in self.entries if not self._is_past(entry)}

    @property
    def expired(self) -> tuple[Decision, ...]:
        """The decisions that held until a day before today."""
        return tuple(entry for entry in self.entries if self._is_past(entry))

    def unused(self, findings: pd.DataFrame) -> tuple[Decision, ...]:
        """The decisions in force that are about none of these findings."""
        found = set(findings["fingerprint"])
        return tuple(entry for entry in self.in_force.values() if entry.fingerprint not in found)

    def _is_past(self, entry: Decision) -> bool:
        return entry.expiry is not None and entry.expiry < self.today


def day_of(environment: Mapping[str, str], now_s: float) -> dt.date:
    """Today in UTC: of the clock, or of ``SOURCE_DATE_EPOCH`` where a run is to be repeated as of a day.

    Args:
        environment: Of the process.
        now_s: The clock, in seconds since 1970.

    Raises:
        ReviewError: The variable holds something other than seconds since 1970.

    >>> day_of({}, 0.0), day_of({"SOURCE_DATE_EPOCH": "86400"}, 0.0)
    (datetime.date(1970, 1, 1), datetime.date(1970, 1, 2))
    """
    text = environment.get("SOURCE_DATE_EPOCH") or str(int(now_s))
    try:
        return dt.datetime.fromtimestamp(int(text), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ReviewError(
            f"SOURCE_DATE_EPOCH is {text!r}; set it to whole seconds since 1970, or unset it."
        ) from error


def read_decisions(path: Path, today: dt.date) -> Decisions:
    """Read an exceptions file.

    Raises:
        ReviewError: It can't be read, isn't TOML, or an entry is not what it should be.
    """
    try:
        data = path.read_bytes()
        content = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise ReviewError(
            f"{path}: the exceptions file can't be read ({error.strerror}); check it."
        ) from error
    except UnicodeDecodeError as error:
        raise ReviewError(f"{path} is not UTF-8 ({error}); save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise ReviewError(f"{path} is not TOML: {error}. Mend it there; a date is 2026-01-31.") from error
    tables = content.pop(_TABLE, [])
    if content or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        found = f"the key {next(iter(content))!r}" if content else f"an {_TABLE!r} that is no such table"
        raise ReviewError(f"{path} holds {found}; write each decision as a table [[{_TABLE}]].")
    entries = tuple(_entry(path, number, table) for number, table in enumerate(tables, start=1))
    _refuse_doubles(path, entries)
    return Decisions(str(path), hashlib.sha256(data).hexdigest(), today, entries)


def open_findings(findings: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """The findings that no decision in force silences."""
    return findings[~findings["fingerprint"].isin(decisions.in_force)].reset_index(drop=True)


def mark_silenced(findings: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """All findings; a silenced one is information, and its message ends with the decision.

    So it stays where an auditor looks for it, and counts no more. Its severity stands in the message.
    """
    in_force = decisions.in_force
    silenced = findings["fingerprint"].isin(in_force)
    told = [
        f"{row['message']} [{row['severity']}, {_told(in_force[row['fingerprint']])}]"
        for row in findings[silenced].to_dict("records")
    ]
    marked = findings.copy()
    marked.loc[silenced, "message"] = told
    marked.loc[silenced, "severity"] = "info"
    return marked


def _told(entry: Decision) -> str:
    """A decision in the message of its finding: ``false_alarm by A. Reader on 2026-01-31: why``."""
    return f"{entry.decision} by {entry.who} on {entry.date}: {entry.reason}"


def _entry(path: Path, number: int, table: Mapping[str, Any]) -> Decision:
    where = f"{path}: entry {number}"
    if isinstance(table.get("fingerprint"), str):
        where += f" ({table['fingerprint']})"
    for key in table:
        if key not in _KEYS:
            raise ReviewError(f"{where} has the unknown key {key!r}; the keys are {', '.join(_KEYS)}.")
    for key in _REQUIRED:
        if key not in table:
            raise ReviewError(f"{where} has no {key!r}; add it. Only 'expiry' may be left out.")
    fingerprint, decision, reason, who = (
        _text(where, key, table[key]) for key in ("fingerprint", "decision", "reason", "who")
    )
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise ReviewError(
            f"{where}: the fingerprint {fingerprint!r} isn't 16 digits from 0 to 9 and a to f; "
            "copy it from findings.csv."
        )
    if decision not in DECISIONS:
        raise ReviewError(f"{where}: unknown decision {decision!r}; write one of {', '.join(DECISIONS)}.")
    made = _day(where, "date", table["date"])
    expiry = _day(where, "expiry", table["expiry"]) if "expiry" in table else None
    if expiry is not None and expiry < made:
        raise ReviewError(f"{where} expires on {expiry}, before its date {made}; correct one of the two.")
    return Decision(number, fingerprint, decision, reason, who, made, expiry)


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ReviewError(f"{where}: {key!r} is {value!r}; write a text in quotes.")
    return value.strip()


def _day(where: str, key: str, value: object) -> dt.date:
    """A TOML date, or the same in quotes; a time of day has no meaning here."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise ReviewError(f"{where}: {key!r} is {str(value)!r}, which is no date; write it as 2026-01-31.")


def _refuse_doubles(path: Path, entries: tuple[Decision, ...]) -> None:
    counts = Counter(entry.fingerprint for entry in entries)
    for fingerprint, count in counts.items():
        if count > 1:
            numbers = [str(entry.number) for entry in entries if entry.fingerprint == fingerprint]
            raise ReviewError(
                f"{path}: the entries {', '.join(numbers)} are all about {fingerprint}; keep one of them."
            )

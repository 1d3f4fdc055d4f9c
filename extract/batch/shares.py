"""A share of a batch: what goes to another machine, and what comes back.

In: records. Out: each as one line of JSON, and read again. So only text crosses between machines. Out of
scope: who sends it (``cluster``), who reads it (``sharing``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from extract.model import Job, LeftOut, Limits, Options, Outcome

OTHER_PROGRAM = "other program"  # the machine would give other tables
REFUSED = "refused"  # a place there can't be written
FAULT = "fault"  # of the program; the message is its traceback
DIED = "died"  # the process that read it


@dataclass(frozen=True, slots=True)
class Share:
    """Some files of a batch, and how to read them.

    Attributes:
        jobs: The files.
        limits: What one of them may cost.
        cache: Where results are kept, for all machines to see.
        program: What must turn bytes into tables there too (``cache.program_versions``).
        retry_failed: A kept result that failed is none.
        failure: Code and message where the files aren't to be read any more: each gets its row.
    """

    jobs: tuple[Job, ...]
    limits: Limits
    cache: str
    program: Mapping[str, str]
    retry_failed: bool = False
    failure: tuple[str, str] | None = None

    def as_line(self) -> str:
        """The share as one line; a path that is no text survives."""
        return json.dumps(asdict(self)) + "\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a share.

    Attributes:
        host: The machine.
        outcomes: One for each job, in their order; none where there is trouble.
        trouble: Why there are none: one of the words above, else empty.
        message: What is known of it.
    """

    host: str
    outcomes: tuple[Outcome, ...] = ()
    trouble: str = ""
    message: str = ""

    def as_line(self) -> str:
        """The answer as one line."""
        return json.dumps(asdict(self)) + "\n"


def share_of(line: str) -> Share:
    """The share that a line holds.

    >>> job = Job("/in/a.pdf", "a.pdf", Options(pages=(1,)))
    >>> share = Share((job,), Limits(), "/cache", {"Python": "3.11.7"})
    >>> share_of(share.as_line()) == share
    True
    """
    held = json.loads(line)
    return Share(
        **held
        | {
            "jobs": tuple(map(_job, held["jobs"])),
            "limits": Limits(**held["limits"]),
            "failure": tuple(held["failure"]) if held["failure"] else None,
        }
    )


def answer_of(line: str) -> Answer:
    """The answer that a line holds.

    >>> answer_of(Answer("node7", trouble=DIED, message="exit code 1").as_line()).message
    'exit code 1'
    """
    held = json.loads(line)
    return replace(Answer(**held), outcomes=tuple(Outcome(**outcome) for outcome in held["outcomes"]))


def _job(held: Mapping[str, Any]) -> Job:
    options = Options(**held["options"] | {"pages": tuple(held["options"]["pages"])})
    left_out = tuple(LeftOut(**page) for page in held["left_out"])
    return Job(**{**held, "options": options, "also_at": tuple(held["also_at"]), "left_out": left_out})

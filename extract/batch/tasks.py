"""What the parent asks of workers, without loading what they need for it.

A task crosses to a worker as its name. These names cost nothing to know; what they do is in ``worker``,
which loads the readers of PDFs and the law.
"""

# ruff: noqa: PLC0415  the point of this module

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from traceback import format_exception
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from extract.model import Job, Outcome

if TYPE_CHECKING:
    from extract.pipeline import Audit
    from extract.review.decisions import Decisions

P = ParamSpec("P")
T = TypeVar("T")

PID = "pid"  # in a job's folder: names the process that reads
PAGE = "page"  # likewise: notes the page that it is at
RESULT = "result"  # likewise: what came of it
GROWN, OUT_OF_MEMORY = 78, 79  # exit codes of workers that end themselves, with a result and without
MEMORY = "The file needs more memory than one file may take; give it more with --memory."


def _plainly(task: Callable[P, T]) -> Callable[P, T]:
    """Let no exception cross that the parent can't read: one such would end its listening for ever."""

    @wraps(task)
    def plain(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return task(*args, **kwargs)
        except OSError as error:
            raise OSError(error.errno, error.strerror or str(error), error.filename) from None
        except MemoryError:
            raise MemoryError from None
        except Exception as error:  # noqa: BLE001  its traceback crosses as text
            raise RuntimeError("in a worker:\n" + "".join(format_exception(error))) from None

    return plain


def start_worker(memory_bytes: int) -> None:
    """See ``worker.start_worker``."""
    from extract.batch import worker

    worker.start_worker(memory_bytes)


@_plainly
def read_report(job: Job, folder: str, work: Callable[[Job], Audit] | None) -> Outcome:
    """See ``worker.read_report``."""
    from extract.batch import worker

    return worker.read_report(job, folder, work)


@_plainly
def give_up(job: Job, failure: tuple[str, str], folder: str, seconds: float, peak_mb: float) -> Outcome:
    """See ``worker.give_up``."""
    from extract.batch import worker

    return worker.give_up(job, failure, folder, seconds, peak_mb)


@_plainly
def check_results(results: list[str]) -> dict[str, str]:
    """See ``worker.check_results``."""
    from extract.batch import worker

    return worker.check_results(results)


@_plainly
def tell_together(room: str, folder: str, decisions: Decisions | None) -> dict[str, Any]:
    """See ``archive.tell_together``."""
    from extract.batch import archive

    return archive.tell_together(room, folder, decisions)


@_plainly
def part_tables(room: str, keys: Sequence[str]) -> bool:
    """See ``archive.part_tables``."""
    from extract.batch import archive

    archive.part_tables(room, keys)
    return True

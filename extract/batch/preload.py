"""What the server of workers loads before it forks the first: all that a worker needs, ready for use.

In and out: nothing; to be imported is all that it is for. The parent never loads it.
"""

from __future__ import annotations

import sys

import extract.batch.worker  # noqa: F401  for those that are forked
from schemas import MODELS

_NOT_NEEDED = "dask.dataframe"


def _prepare_law() -> None:
    """Build the schemas once, for all processes that will be forked from this one.

    To know all types that a column may have, pandera imports Dask's frames where Dask is installed, which
    takes longer than all else here. A name without a module can't be imported (the import system's
    reference, "The module cache").
    """
    before = sys.modules.get(_NOT_NEEDED)
    sys.modules[_NOT_NEEDED] = before  # type: ignore[assignment]  # None where it wasn't imported yet
    try:
        for model in MODELS.values():
            model.to_schema()
    finally:
        if before is None:
            del sys.modules[_NOT_NEEDED]


_prepare_law()

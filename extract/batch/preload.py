"""What the server of workers loads before it forks the first: all that a worker needs, ready for use.

In and out: nothing; to be imported is all that it is for. The parent never loads it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from importlib import import_module

_OTHER_FRAMES = ("geopandas.array",)
_NOT_NEEDED = ("dask.dataframe", "hypothesis")


def _load() -> None:
    """Load what workers need. Nothing of it is garbage: to look for some takes a tenth of the time.

    With each type that it is asked about, pandera looks through all folders of modules for GeoPandas. That
    stays hidden: workers do without it.
    """
    gc.disable()
    try:
        _hide(_OTHER_FRAMES)
        import_module("extract.batch.worker")
        _prepare_law()
    finally:
        gc.enable()


def _prepare_law() -> None:
    """Build the schemas once, for all processes that will be forked from this one.

    To know all types that a column may have, pandera imports Dask's frames where Dask is installed, which
    takes longer than all else here, and likewise Hypothesis with its first check. Tests have workers do
    what needs these, so they come back.
    """
    from extract.tables.rows import frame  # noqa: PLC0415  what it loads is loaded above
    from schemas import MODELS  # noqa: PLC0415  likewise

    hidden = _hide(_NOT_NEEDED)
    try:
        for model in MODELS.values():
            model.to_schema()
        MODELS["reports"].validate(frame("reports", ()))
    finally:
        for name in hidden:
            del sys.modules[name]


def _hide(names: Iterable[str]) -> list[str]:
    """Have no module found under these names; those of them that weren't loaded.

    A name without a module can't be imported (the import system's reference, "The module cache").
    """
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # typed as holding modules alone
    return hidden


_load()

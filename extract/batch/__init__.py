"""Many files: each in a worker that may die, what was read kept for the next time; then all together."""

from __future__ import annotations

from extract.batch.cache import Cache, default_folder
from extract.batch.cluster import shown_address
from extract.batch.reading import Batch, read_batch

__all__ = [
    "Batch",
    "Cache",
    "default_folder",
    "read_batch",
    "shown_address",
]

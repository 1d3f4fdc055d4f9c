"""The names of the files that a run writes beside ``datapackage.json``."""

from __future__ import annotations

from schemas.columns import TABLE_COLUMNS

RUN = "run.json"
SET_NAMES = (*(f"{name}.{ending}" for name in TABLE_COLUMNS for ending in ("csv", "parquet")), RUN)

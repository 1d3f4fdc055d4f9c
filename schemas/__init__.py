"""The law, usable alone: one pandera model for each output table.

``MODELS`` is imported when first asked for, so that the columns can be read without pandas; a table
that breaks its law raises ``SchemaErrors``::

    from schemas import MODELS, conform
    MODELS["comparisons"].validate(conform("comparisons", pandas.read_parquet("comparisons.parquet")))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.columns import (
    FOREIGN_KEYS,
    PRIMARY_KEYS,
    SCHEMA_VERSION,
    TABLE_COLUMNS,
    TABLES_OF_A_REPORT,
    TABLES_OF_A_RUN,
)

if TYPE_CHECKING:
    from pandera.errors import SchemaErrors

    from schemas.base import conform
    from schemas.models import MODELS

__all__ = [
    "FOREIGN_KEYS",
    "MODELS",
    "PRIMARY_KEYS",
    "SCHEMA_VERSION",
    "TABLES_OF_A_REPORT",
    "TABLES_OF_A_RUN",
    "TABLE_COLUMNS",
    "SchemaErrors",
    "conform",
]


def __getattr__(name: str) -> object:
    """Import the heavy half when it is asked for."""
    if name == "MODELS":
        from schemas.models import MODELS  # noqa: PLC0415  pandera takes half a second

        return MODELS
    if name == "conform":
        from schemas.base import conform  # noqa: PLC0415  pandas takes a third of a second

        return conform
    if name == "SchemaErrors":
        from pandera.errors import SchemaErrors  # noqa: PLC0415  pandera takes half a second

        return SchemaErrors
    raise AttributeError(f"module 'schemas' has no attribute {name!r}")

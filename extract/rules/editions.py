"""What the rules over many reports look at: the same figure in the editions that print it.

In come the tables of all reports of a run, as frames or as Parquet files; out go the series of each
KPI and what differs in them. The asking is done by DuckDB over whole columns, so that an archive
needn't fit into Python; only what differs becomes a record. Out of scope: severities and messages.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extract.rules import queries
from schemas import conform
from schemas.agreement import Printed, relate_editions

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    Source = pd.DataFrame | str | Sequence[str]

Row = Mapping[str, Any]

ASKED = ("reports", "tables", "observations", "paragraphs")
"""The tables that the questions are asked of."""
_MEMORY = "1GB"  # beyond it DuckDB works on disk
_FIGURE = "STRUCT(value DOUBLE, decimals BIGINT, multiplier DOUBLE)"
_RELATION_TAKES: list[Any] = [_FIGURE, _FIGURE, "VARCHAR"]


@dataclass(frozen=True, slots=True)
class Archive:
    """All reports of a run.

    Attributes:
        series: The table ``series``.
        differing: Figures that differ from an earlier edition's, each with both places.
        misplaced: Columns that hold the figures of another period.
        gaps: Editions between which others are missing.
        own_findings: How many findings each report has by itself.
    """

    series: pd.DataFrame
    differing: tuple[Row, ...]
    misplaced: tuple[Row, ...]
    gaps: tuple[Row, ...]
    own_findings: Mapping[str, int]


def gather_editions(tables: Mapping[str, Source]) -> Archive:
    """Ask an archive for what its editions say about the same figures.

    Args:
        tables: ``reports``, ``tables``, ``observations`` and ``paragraphs``: frames, or names of Parquet
            files (a pattern, or a list).

    Raises:
        OSError: The disk has no room for what memory can't hold.
    """
    with _archive(tables) as ask:
        for statement in queries.STEPS:
            ask.execute(statement)
        return Archive(
            series=conform("series", ask.execute(queries.SERIES).df()),
            differing=_rows(ask, queries.DIFFERING),
            misplaced=_rows(ask, queries.MISPLACED_COLUMNS),
            gaps=_rows(ask, queries.GAPS),
            own_findings=dict(ask.execute("select report_id, findings from reports").fetchall()),
        )


@contextmanager
def _archive(tables: Mapping[str, Source]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that knows the tables by their names, and when printed figures agree.

    Text from a report is never part of a statement, and nothing is fetched from anywhere.
    """
    import duckdb  # noqa: PLC0415  most commands do without it

    with tempfile.TemporaryDirectory() as room:
        settings = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": _MEMORY,
            "temp_directory": room,
        }
        with duckdb.connect(":memory:", config=settings) as ask:  # type: ignore[arg-type]  # typed too narrowly
            for name in ASKED:
                source = tables[name]
                if isinstance(source, str) or not hasattr(source, "columns"):
                    ask.read_parquet(source).create_view(name)
                else:
                    ask.register(name, source)
            ask.create_function("relation", _relation, _RELATION_TAKES, "VARCHAR")
            try:
                yield ask
            except duckdb.IOException as error:
                raise _refused(errno.ENOSPC, error) from error
            except duckdb.OutOfMemoryException as error:  # so it calls a full disk for what is put aside too
                raise _refused(errno.ENOMEM, error) from error


def _refused(number: int, error: Exception) -> OSError:
    return OSError(number, str(error).partition("\n")[0], tempfile.gettempdir())


def _relation(earlier: Mapping[str, Any], later: Mapping[str, Any], unit: str) -> str:
    return relate_editions(printed(**earlier, unit=unit), printed(**later, unit=unit))


def printed(value: float, decimals: int, multiplier: float, unit: str) -> Printed:
    """A figure of the table ``observations`` as printed: float64 gives back its 15 digits.

    >>> printed(23900.0, 1, 1000.0, "count").interval
    Interval(low=Decimal('23850.00'), high=Decimal('23950.00'))
    """
    return Printed(Decimal(repr(value)), decimals, Decimal(repr(multiplier)), unit)


def _rows(ask: duckdb.DuckDBPyConnection, statement: str) -> tuple[Row, ...]:
    answer = ask.execute(statement)
    names = [column[0] for column in answer.description or ()]
    return tuple(dict(zip(names, values, strict=True)) for values in answer.fetchall())

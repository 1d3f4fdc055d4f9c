"""One report's tables as Arrow, in the file of its result.

In: an outcome and tables. Out: a file, and the tables back. Out of scope: the file's form (``outcomes``).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.ipc

from extract.model import Outcome
from extract.writers.arrow import empty_table, schema_of
from extract.writers.outcomes import put_block, read_packed, take_block, write_packed
from schemas.columns import TABLES_OF_A_REPORT


def write_result(path: Path, outcome: Outcome, tables: Mapping[str, pa.Table]) -> Outcome:
    """Write a result; tables without rows are left out.

    Returns:
        The outcome with its place.

    Raises:
        OSError: The disk refuses.
    """
    body = io.BytesIO()
    for name in TABLES_OF_A_REPORT:
        put_block(body, _as_bytes(tables[name]) if tables[name].num_rows else b"")
    write_packed(path, outcome, zlib.compress(body.getvalue(), 1))
    return replace(outcome, result=str(path))


def read_tables(place: str | Path) -> dict[str, pa.Table]:
    """The tables of a result, all of them.

    Args:
        place: A path or a URL.

    Raises:
        ResultError: It is no whole result.
        StoreError: Its store refuses.
    """
    body, start = memoryview(zlib.decompress(read_packed(place))), 0
    tables = {}
    for name in TABLES_OF_A_REPORT:
        data, start = take_block(body, start)
        tables[name] = _from_bytes(name, data)
    return tables


def _as_bytes(table: pa.Table) -> memoryview:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema.remove_metadata()) as writer:
        writer.write_table(table)
    return memoryview(sink.getvalue())


def _from_bytes(name: str, data: memoryview) -> pa.Table:
    if not len(data):
        return empty_table(name)
    with pa.ipc.open_stream(data) as reader:
        return pa.Table.from_arrays(reader.read_all().columns, schema=schema_of(name))

"""One report's result as one file: how it fared, and its tables as Arrow.

In: an outcome and tables. Out: a file that is read back whole or not at all: its hash stands at its
start, so what a full disk or a power cut left of it is told from a result. Out of scope: where it lies
and for how long (``batch.cache``).
"""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.ipc

from extract.model import Outcome
from extract.stores import StoreError, is_url, read_all
from extract.writers.arrow import empty_table, schema_of
from schemas.columns import TABLES_OF_A_REPORT

_MAGIC = b"kpi-extract result 1\n"
_DIGEST_BYTES = 32
_LENGTH_BYTES = 8


class ResultError(Exception):
    """A file holds no whole result."""


def write_result(path: Path, outcome: Outcome, tables: Mapping[str, pa.Table]) -> Outcome:
    """Write a result; tables without rows are left out.

    Returns:
        The outcome with its place.

    Raises:
        OSError: The disk refuses.
    """
    body, content = io.BytesIO(), io.BytesIO()
    for name in TABLES_OF_A_REPORT:
        _put(body, _as_bytes(tables[name]) if tables[name].num_rows else b"")
    _put(content, json.dumps(asdict(replace(outcome, result=""))).encode("ascii"))
    _put(content, zlib.compress(body.getvalue(), 1))
    with path.open("wb") as stream:
        stream.write(_MAGIC + hashlib.sha256(content.getvalue()).digest() + content.getvalue())
    return replace(outcome, result=str(path))


def read_outcome(place: str | Path) -> Outcome:
    """How the file fared whose result this is.

    Args:
        place: A path or a URL.

    Raises:
        ResultError: It is no whole result.
        StoreError: Its store refuses.
    """
    head = bytes(_take(_content(place), 0)[0])
    return replace(Outcome(**json.loads(head)), result=str(place))


def read_tables(place: str | Path) -> dict[str, pa.Table]:
    """The tables of a result, all of them.

    Args:
        place: A path or a URL.

    Raises:
        ResultError: It is no whole result.
        StoreError: Its store refuses.
    """
    content = _content(place)
    packed, _ = _take(content, _take(content, 0)[1])
    body, start = memoryview(zlib.decompress(packed)), 0
    tables = {}
    for name in TABLES_OF_A_REPORT:
        data, start = _take(body, start)
        tables[name] = _from_bytes(name, data)
    return tables


def _put(body: io.BytesIO, data: bytes | memoryview) -> None:
    body.write(len(data).to_bytes(_LENGTH_BYTES, "little"))
    body.write(data)


def _take(content: memoryview, place: int) -> tuple[memoryview, int]:
    start = place + _LENGTH_BYTES
    end = start + int.from_bytes(content[place:start], "little")
    return content[start:end], end


def _content(place: str | Path) -> memoryview:
    try:
        data = memoryview(read_all(str(place)) if is_url(str(place)) else Path(place).read_bytes())
    except OSError as error:
        if isinstance(error, StoreError) and not error.is_missing:
            raise  # nobody knows what is there
        raise ResultError(str(place)) from error
    start = len(_MAGIC) + _DIGEST_BYTES
    if data[: len(_MAGIC)] != _MAGIC or hashlib.sha256(data[start:]).digest() != data[len(_MAGIC) : start]:
        raise ResultError(str(place))
    return data[start:]


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

"""The tables as CSV and Parquet, the data package that describes them, and ``run.json``.

In: the tables of one report after the other, as Arrow. Out: files in a publication's room, then the
set published. Thousands of reports never lie in memory at once. The same tables give the same bytes.
Out of scope: how a set of files is published whole (``publish``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from extract import __version__
from extract.writers.arrow import as_column, empty_table, schema_of
from extract.writers.groups import RowGroups
from extract.writers.names import RUN, SET_NAMES
from extract.writers.publish import PARTS, RECORD, Publication, explained, record_bytes, record_of
from extract.writers.text import guard, json_text
from extract.writers.uploads import Upload
from schemas.columns import (
    FOREIGN_KEYS,
    PRIMARY_KEYS,
    SCHEMA_VERSION,
    TABLE_COLUMNS,
    TABLE_MEANINGS,
    TABLES_OF_A_REPORT,
    Column,
)

_BLOCK_BYTES = 1 << 20
_CSV = pyarrow.csv.WriteOptions(quoting_style="needed")
# No letter or figure before a mark that may start a formula: what ``guard`` looks at more closely.
_SUSPECT = r"^[^0-9A-Za-z]*[=@+\-\x{ff1d}\x{ff20}\x{ff0b}\x{ff0d}\t\r]"
_PROFILES = "https://datapackage.org/profiles/2.0"


class _SetWriter:
    """Writes tables in parts, as they come, into a folder; no more than a row group waits in memory.

    Parts come sorted, so that appending them gives sorted tables.
    """

    def __init__(self) -> None:
        self._tables: dict[str, _TableWriter] = {}

    def open(self, folder: Path, names: Iterable[str]) -> None:
        """Begin the files of these tables."""
        for name in names:
            self._tables[name] = _TableWriter(folder, name)

    def write(self, part: Mapping[str, pa.Table]) -> None:
        """Append a part to each table."""
        for name, writer in self._tables.items():
            writer.write(part[name])

    def close(self) -> None:
        """Write what waits and end the files."""
        for writer in self._tables.values():
            writer.close()

    def abandon(self) -> None:
        """Let go of the files without a word: why they can't be written is known."""
        for writer in self._tables.values():
            writer.abandon()


def write_tables(place: Publication | Upload, parts: Iterable[Mapping[str, pa.Table]]) -> None:
    """Write the tables that each report has into the room of a publication.

    Args:
        place: Where the set will be published.
        parts: The tables of one report each, in the order of the reports' ids.

    Raises:
        OutputError: The place can't be written.
    """
    with explained(place.room):
        write_parts(place.room, TABLES_OF_A_REPORT, parts)


def write_parts(folder: Path, names: Iterable[str], parts: Iterable[Mapping[str, pa.Table]]) -> None:
    """Write some tables into a folder, in parts that come sorted.

    Raises:
        OSError: The folder can't be written.
    """
    writer = _SetWriter()
    try:
        writer.open(folder, names)
        for part in parts:
            writer.write(part)
        writer.close()
    except BaseException:
        writer.abandon()
        raise


def read_parts(folder: Path, name: str) -> Iterator[pa.Table]:
    """A table that was written, in parts of a row group; one without rows is one part."""
    with pyarrow.parquet.ParquetFile(folder / f"{name}.parquet") as file:
        for group in range(file.num_row_groups):
            yield file.read_row_group(group).cast(schema_of(name))
        if not file.num_row_groups:
            yield empty_table(name)


def read_rows(folder: Path, table: str, columns: Sequence[str], **chosen: str) -> list[dict[str, Any]]:
    """Some columns of a table that was written, as plain values.

    Args:
        folder: Where it was written.
        table: Its name.
        columns: Their names.
        chosen: Only rows with these values.
    """
    read = [*columns, *(name for name in chosen if name not in columns)]
    with pyarrow.parquet.ParquetFile(folder / f"{table}.parquet") as file:
        rows = (row for batch in file.iter_batches(columns=read) for row in batch.to_pylist())
        return [
            {name: row[name] for name in columns}
            for row in rows
            if all(row[name] == value for name, value in chosen.items())
        ]


def count_rows(folder: Path) -> dict[str, int]:
    """How many rows each table has that was written."""
    return {
        name: pyarrow.parquet.read_metadata(folder / f"{name}.parquet").num_rows for name in TABLE_COLUMNS
    }


def write_set(place: Publication | Upload, run: Mapping[str, Any]) -> None:
    """Write ``run.json`` beside the tables, and publish all as one set.

    Raises:
        OutputError: The place can't be written.
    """
    _write_run(place, run)
    with explained(place.room):
        record = describe_package(place.room)
    place.commit([*SET_NAMES, *_names_of_parts(place.room)], record)


def renew_run(place: Publication, run: Mapping[str, Any]) -> None:
    """Write ``run.json`` anew beside tables that stay.

    Raises:
        OutputError: The place can't be written.
    """
    _write_run(place, run)
    place.renew(RUN)


def _write_run(place: Publication | Upload, run: Mapping[str, Any]) -> None:
    with explained(place.room):
        (place.room / RUN).write_text(json_text(run), "utf-8", newline="\n")


def is_whole(folder: Path) -> bool:
    """Whether a folder holds a set that agrees with its commit record, file by file."""
    try:
        record = json.loads((folder / RECORD).read_bytes())
        names = [*SET_NAMES, *_names_of_parts(folder)]
        return bool(record == json.loads(record_bytes(record_of(names, describe_package(folder)))))
    except (OSError, ValueError):
        return False


def describe_package(folder: Path) -> dict[str, Any]:
    """The data package of the tables that lie in a folder: a Data Package v2 descriptor.

    The CSV files are its tables; the Parquet files hold the same rows and are listed as files. So are the
    parts, those of a table together: size and hash are of all of them, one after the other, as the package's
    readers take a resource of several files.
    """
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "title": "Published performance reports, extracted and checked",
        "version": __version__,
        "schema_version": SCHEMA_VERSION,
        "resources": [
            *_table_resources(folder),
            *_parquet_resources(folder),
            *_part_resources(folder),
        ],
    }


class _TableWriter:
    """One table as CSV and Parquet. Row groups end at fixed rows, whatever parts the rows came in."""

    def __init__(self, folder: Path, name: str) -> None:
        schema = schema_of(name)
        self._csv = pyarrow.csv.CSVWriter(folder / f"{name}.csv", schema, write_options=_CSV)
        self._parquet = pyarrow.parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
        self._groups = RowGroups()

    def write(self, table: pa.Table) -> None:
        for group in self._groups.add(table):
            self._append(group)

    def close(self) -> None:
        for group in self._groups.rest():
            self._append(group)
        self._csv.close()
        self._parquet.close()

    def abandon(self) -> None:
        for writer in (self._csv, self._parquet):
            with suppress(OSError, ValueError, pa.ArrowException):
                writer.close()
        self._parquet.is_open = False  # else it would try again, and complain, when it is collected

    def _append(self, group: pa.Table) -> None:
        self._csv.write_table(_guarded(group))
        self._parquet.write_table(group)


def _guarded(table: pa.Table) -> pa.Table:
    """Texts are guarded against spreadsheets; an empty one is an empty field, without quotes."""
    mark, empty = as_column("'")[0], as_column("")[0]
    nothing = pa.nulls(table.num_rows, pa.string())
    for index, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            column = table.column(index)
            if pc.any(pc.match_substring_regex(column, _SUSPECT)).as_py():
                runs = _as_mask([guard(text) != text for text in column.to_pylist()])
                column = pc.if_else(runs, pc.binary_join_element_wise(mark, column, empty), column)
            table = table.set_column(index, field, pc.if_else(pc.equal(column, empty), nothing, column))
    return table


def _as_mask(flags: Sequence[bool]) -> pa.Array:
    """Flags as Arrow holds them: one bit each, the first one lowest."""
    bits = int("".join("1" if flag else "0" for flag in reversed(flags)), 2)
    packed = bits.to_bytes((len(flags) + 7) // 8, "little")
    return pa.Array.from_buffers(pa.bool_(), len(flags), [None, pa.py_buffer(packed)])


def _table_resources(folder: Path) -> Iterator[dict[str, Any]]:
    for name, columns in TABLE_COLUMNS.items():
        yield {
            "name": name,
            "type": "table",
            "path": f"{name}.csv",
            "description": TABLE_MEANINGS[name],
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            **_size_and_hash([folder / f"{name}.csv"]),
            "schema": {
                "$schema": f"{_PROFILES}/tableschema.json",
                "fields": [_describe_column(column) for column in columns],
                "missingValues": [""],
                "primaryKey": list(PRIMARY_KEYS[name]),
                "foreignKeys": [
                    {
                        "fields": [key.column],
                        "reference": {"resource": key.table, "fields": [key.target]},
                    }
                    for key in FOREIGN_KEYS[name]
                ],
            },
        }


def _parquet_resources(folder: Path) -> Iterator[dict[str, Any]]:
    for name in TABLE_COLUMNS:
        yield {
            "name": f"{name}-parquet",
            "type": "file",
            "path": f"{name}.parquet",
            "description": f"The rows of {name}.csv with their types.",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            **_size_and_hash([folder / f"{name}.parquet"]),
        }


def _part_resources(folder: Path) -> Iterator[dict[str, Any]]:
    for table, names in groupby(_names_of_parts(folder), key=lambda name: name.split("/")[1]):
        paths = list(names)
        yield {
            "name": f"{table}-parts",
            "type": "file",
            "path": paths,
            "description": f"The rows of {table}.parquet in parts; folders are named as Hive does.",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            **_size_and_hash([folder / path for path in paths]),
        }


def _names_of_parts(folder: Path) -> list[str]:
    """The files of the tables' parts that lie in a folder, as paths in it with ``/``."""
    return sorted(path.relative_to(folder).as_posix() for path in (folder / PARTS).rglob("*.parquet"))


def _describe_column(column: Column) -> dict[str, Any]:
    limits = {
        "required": column.required or None,
        "enum": [value for value in column.values if value] or None,
        "minimum": column.low,
        "maximum": column.high,
        "pattern": column.pattern or None,
    }
    constraints = {name: limit for name, limit in limits.items() if limit is not None}
    return {
        "name": column.name,
        "type": column.type,
        "description": column.meaning,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _size_and_hash(paths: Sequence[Path]) -> dict[str, Any]:
    """Of one file, or of several as if they were one."""
    digest, size = hashlib.sha256(), 0
    for path in paths:
        with path.open("rb") as stream:
            while data := stream.read(_BLOCK_BYTES):
                digest.update(data)
                size += len(data)
    return {"bytes": size, "hash": f"sha256:{digest.hexdigest()}"}

"""The tables as CSV and Parquet, the data package that describes them, and ``run.json``.

In: the batch's tables, with the columns of ``schemas.columns``. Out: files in a publication's room,
then the set published. The same tables give the same bytes. Out of scope: how a set of files is
published whole (``publish``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from extract import __version__
from extract.notation.characters import clean
from extract.writers.publish import Publication, explained
from extract.writers.text import guard, json_text
from schemas.columns import (
    ARROW_TYPES,
    FOREIGN_KEYS,
    PRIMARY_KEYS,
    SCHEMA_VERSION,
    TABLE_COLUMNS,
    TABLE_MEANINGS,
    Column,
)

RUN = "run.json"
SET_NAMES = (*(f"{name}.{ending}" for name in TABLE_COLUMNS for ending in ("csv", "parquet")), RUN)

_CSV = pyarrow.csv.WriteOptions(quoting_style="needed")
_PROFILES = "https://datapackage.org/profiles/2.0"


def write_set(place: Publication, tables: Mapping[str, pd.DataFrame], run: Mapping[str, Any]) -> None:
    """Write every table and ``run.json``, and publish them as one set.

    Raises:
        OutputError: The place can't be written.
    """
    with explained(place.folder):
        for name in TABLE_COLUMNS:
            table = as_arrow(name, tables[name])
            _write_csv(table, place.room / f"{name}.csv")
            pyarrow.parquet.write_table(table, place.room / f"{name}.parquet", compression="zstd")
        (place.room / RUN).write_text(json_text(run), "utf-8", newline="\n")
        record = describe_package(place.room)
    place.commit(SET_NAMES, record)


def as_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """A table with exactly the columns and types that ``schemas.columns`` gives it, texts cleaned."""
    columns = TABLE_COLUMNS[name]
    arrays = [_as_array(frame[column.name], column) for column in columns]
    return pa.Table.from_arrays(arrays, schema=pa.schema([_as_field(column) for column in columns]))


def describe_package(folder: Path) -> dict[str, Any]:
    """The data package of the tables that lie in a folder: a Data Package v2 descriptor.

    The CSV files are its tables; the Parquet files hold the same rows and are listed as files.
    """
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "title": "Published performance reports, extracted and checked",
        "version": __version__,
        "schema_version": SCHEMA_VERSION,
        "resources": [*_table_resources(folder), *_parquet_resources(folder)],
    }


def _as_field(column: Column) -> pa.Field:
    notes = {"description": column.meaning, **({"unit": column.unit} if column.unit else {})}
    return pa.field(column.name, ARROW_TYPES[column.type], nullable=True, metadata=notes)


def _as_array(values: pd.Series, column: Column) -> pa.Array:
    if column.type == "string":
        return pa.array(["" if pd.isna(value) else clean(str(value)) for value in values], pa.string())
    kind = pa.type_for_alias(ARROW_TYPES[column.type])
    return pa.Array.from_pandas(values.dt.date if column.type == "date" else values, type=kind)


def _write_csv(table: pa.Table, path: Path) -> None:
    """Texts are guarded against spreadsheets; an empty one is an empty field, without quotes."""
    for index, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            guarded = [guard(text) or None for text in table.column(index).to_pylist()]
            table = table.set_column(index, field, pa.array(guarded, pa.string()))
    pyarrow.csv.write_csv(table, path, _CSV)


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
            **_size_and_hash(folder / f"{name}.csv"),
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
            **_size_and_hash(folder / f"{name}.parquet"),
        }


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


def _size_and_hash(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}

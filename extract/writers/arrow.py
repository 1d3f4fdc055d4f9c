"""Tables in the form that files hold: Arrow, with the columns and types of ``schemas.columns``.

In: DataFrames. Out: Arrow tables, whose texts hold no character that no output may hold, and the
way back. Arrow is what crosses from a worker to the one who writes. Out of scope: files.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.notation.characters import clean
from schemas.columns import ARROW_TYPES, PRIMARY_KEYS, TABLE_COLUMNS, TABLES_OF_A_REPORT, Column

if TYPE_CHECKING:
    import pandas as pd


@cache
def schema_of(name: str) -> pa.Schema:
    """The Arrow schema of a table, with the meaning and unit of each column."""
    return pa.schema([_as_field(column) for column in TABLE_COLUMNS[name]])


@cache
def empty_table(name: str) -> pa.Table:
    """A table without rows; pyarrow's own way loads pandas, as all do that read Python lists."""
    schema = schema_of(name)
    return pa.Table.from_arrays([pa.nulls(0, field.type) for field in schema], schema=schema)


def as_column(text: str) -> pa.StringArray:
    """A column of one text, made without pandas.

    >>> as_column("q1.pdf").to_pylist()
    ['q1.pdf']
    """
    data = text.encode("utf-8")
    offsets = struct.pack("=2i", 0, len(data))
    return pa.StringArray.from_buffers(1, pa.py_buffer(offsets), pa.py_buffer(data))


def as_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """A table with exactly the columns and types that ``schemas.columns`` gives it, texts cleaned."""
    arrays = [_as_array(frame[column.name], column) for column in TABLE_COLUMNS[name]]
    return pa.Table.from_arrays(arrays, schema=schema_of(name))


def as_sorted(frames: Mapping[str, pd.DataFrame]) -> dict[str, pa.Table]:
    """One report's tables, each sorted by its keys."""
    return {name: as_arrow(name, _sorted(frames[name], PRIMARY_KEYS[name])) for name in TABLES_OF_A_REPORT}


def as_frame(name: str, table: pa.Table) -> pd.DataFrame:
    """The way back: a DataFrame with the dtypes of the schemas."""
    import pandas as pd  # noqa: PLC0415  whoever only appends tables does without it

    from schemas import conform  # noqa: PLC0415  pandera takes half a second

    texts = {pa.string(): pd.StringDtype()}
    return conform(name, table.to_pandas(date_as_object=False, types_mapper=texts.get))


def as_frames(parts: Iterable[Mapping[str, pa.Table]]) -> dict[str, pd.DataFrame]:
    """The tables of many reports as one DataFrame each."""
    every = list(parts)
    return {
        name: as_frame(name, pa.concat_tables([empty_table(name), *(part[name] for part in every)]))
        for name in TABLES_OF_A_REPORT
    }


def _sorted(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    return frame.sort_values(list(keys), kind="stable") if len(frame) > 1 else frame


def _as_field(column: Column) -> pa.Field:
    notes = {"description": column.meaning, **({"unit": column.unit} if column.unit else {})}
    return pa.field(column.name, ARROW_TYPES[column.type], nullable=True, metadata=notes)


def _as_array(values: pd.Series, column: Column) -> pa.Array:
    if column.type == "string":
        return pa.array([clean(value) if isinstance(value, str) else "" for value in values], pa.string())
    kind = pa.type_for_alias(ARROW_TYPES[column.type])
    return pa.Array.from_pandas(values.dt.date if column.type == "date" else values, type=kind)

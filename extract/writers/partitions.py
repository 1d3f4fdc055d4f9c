"""Every table once more, in parts: ``parts/observations/organisation=.../year=.../part.parquet``.

In: the tables of all reports as Parquet files that aren't published yet. Out: parts beside them, in the
layout of Hive. A report's rows lie in one part, in the order of the table. Rows are read in blocks; each
block is sorted by part and put aside, and then each part is collected from all blocks. So no table lies in
memory, and one file is written at a time. Out of scope: names of folders (``partition_names``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.ipc
import pyarrow.parquet

from extract.writers.arrow import schema_of
from extract.writers.groups import RowGroups
from extract.writers.partition_names import UNKNOWN, name_folders
from extract.writers.publish import PARTS
from schemas.columns import TABLE_COLUMNS

_PART = "part.parquet"
_ASIDE = "aside.arrow"
_BLOCK_BYTES = 64 << 20  # of rows in memory; the more, the fewer pieces a part is collected from
_BATCH_ROWS = 4096

_VALUES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "organisation": lambda report: report["organisation"] or "",
    "year": lambda report: f"{report['period_start'].year:04}" if report["period_start"] else "",
}


class _Placed(NamedTuple):
    """Which part each report is in: ``numbers`` go with ``reports``, and count ``paths``."""

    reports: pa.Array
    numbers: pa.Array
    paths: Sequence[str]


def write_partitions(folder: Path, keys: Sequence[str]) -> None:
    """Write the parts of all tables that lie in a folder, into its folder ``parts``.

    Args:
        folder: Where the tables lie.
        keys: What they are parted by, one folder below the other; of ``PARTITION_KEYS``.

    Raises:
        OSError: The folder can't be written.
        RuntimeError: A row belongs to no report: a fault of ours.
    """
    placed = _place_reports(folder, keys)
    (folder / PARTS).mkdir()
    for name in TABLE_COLUMNS:
        _write_table(folder, name, placed, keys)


def _place_reports(folder: Path, keys: Sequence[str]) -> _Placed:
    folders = _folders_of_reports(folder, keys)
    # Known values come first: a table without rows has a part too, and some readers tell the type of a
    # key from it.
    paths = sorted(set(folders.values()), key=lambda path: (UNKNOWN in path, path))
    number = {path: index for index, path in enumerate(paths)}
    numbers = pa.array([number[path] for path in folders.values()], pa.int64())
    return _Placed(
        pa.array(folders, pa.string()), numbers, paths or ["/".join(f"{key}={UNKNOWN}" for key in keys)]
    )


def _folders_of_reports(folder: Path, keys: Sequence[str]) -> dict[str, str]:
    """The folder of each report's parts, below that of the table."""
    columns = ["report_id", "organisation", "period_start"]
    with pyarrow.parquet.ParquetFile(folder / "reports.parquet") as file:
        values = {
            report["report_id"]: tuple(_VALUES[key](report) for key in keys)
            for batch in file.iter_batches(columns=columns)
            for report in batch.to_pylist()
        }
    names = [name_folders(key, {value[index] for value in values.values()}) for index, key in enumerate(keys)]
    return {
        report: "/".join(name[value] for name, value in zip(names, chosen, strict=True))
        for report, chosen in values.items()
    }


def _write_table(folder: Path, name: str, placed: _Placed, keys: Sequence[str]) -> None:
    # What the folder says isn't said again in the file: some readers refuse it.
    schema = pa.schema([field for field in schema_of(name) if field.name not in keys])
    aside = folder / PARTS / _ASIDE
    pieces = _put_aside(folder / f"{name}.parquet", placed, schema, aside)
    with pa.OSFile(str(aside)) as source, pa.ipc.open_file(source) as kept:
        for part in sorted(pieces) or [0]:
            tables = (pa.Table.from_batches([kept.get_batch(index)]) for index in pieces[part])
            _write_part(folder / PARTS / name / placed.paths[part] / _PART, schema, tables)
    aside.unlink()


def _put_aside(table: Path, placed: _Placed, schema: pa.Schema, aside: Path) -> dict[int, list[int]]:
    """Write a table's rows to a file in pieces of one part each; the pieces of each part, in order."""
    pieces: dict[int, list[int]] = defaultdict(list)
    count = 0
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with (
        pa.OSFile(str(aside), "wb") as sink,
        pa.ipc.new_file(sink, schema, options=options) as file,
        pyarrow.parquet.ParquetFile(table, pre_buffer=False) as rows,  # else what was read stays in memory
    ):
        for block in _blocks(rows.iter_batches(_BATCH_ROWS)):
            for part, piece in _by_part(block, placed):
                for batch in piece.select(schema.names).cast(schema).to_batches():
                    file.write_batch(batch)
                    pieces[part].append(count)
                    count += 1
    return pieces


def _blocks(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    waiting: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        waiting.append(batch)
        size += batch.nbytes
        if size >= _BLOCK_BYTES:
            yield pa.Table.from_batches(waiting).combine_chunks()
            waiting, size = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _by_part(block: pa.Table, placed: _Placed) -> Iterator[tuple[int, pa.Table]]:
    """A block's rows by part, with its number; those of a part stay in their order."""
    if not block.num_rows:
        return
    reports = pc.index_in(block.column("report_id"), value_set=placed.reports).combine_chunks()
    if reports.null_count:
        raise RuntimeError("a row is about no report")
    numbers = pc.take(placed.numbers, reports)
    order = pc.array_sort_indices(numbers)  # stable
    runs = pc.run_end_encode(pc.take(numbers, order))
    ordered, start = block.take(order).combine_chunks(), 0
    for part, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
        yield part, ordered.slice(start, end - start)
        start = end


def _write_part(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> None:
    path.parent.mkdir(parents=True)
    groups = RowGroups()
    with _parquet_file(path, schema) as file:
        for table in tables:
            for group in groups.add(table):
                file.write_table(group)
        for group in groups.rest():
            file.write_table(group)


@contextmanager
def _parquet_file(path: Path, schema: pa.Schema) -> Iterator[pyarrow.parquet.ParquetWriter]:
    """A file to write to; let go of without a word where it can't be written, as that is known then."""
    file = pyarrow.parquet.ParquetWriter(path, schema, compression="zstd")
    try:
        yield file
        file.close()
    except BaseException:
        with suppress(OSError, ValueError, pa.ArrowException):
            file.close()
        file.is_open = False  # else it would try again, and complain, when it is collected
        raise

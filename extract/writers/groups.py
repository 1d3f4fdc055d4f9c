"""Row groups that end at fixed rows, whatever parts the rows came in.

In: Arrow tables as they come. Out: tables of ``GROUP_ROWS`` rows, the last one shorter. So the bytes of
a Parquet file don't tell which rows came when, and no more than a group waits in memory.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

GROUP_ROWS = 1 << 14
_PARTS = 64  # that wait to be written, at most


class RowGroups:
    """Rows that wait until they are a group."""

    def __init__(self) -> None:
        self._waiting: list[pa.Table] = []
        self._rows = 0

    def add(self, table: pa.Table) -> Iterator[pa.Table]:
        """Take rows; the groups that are full."""
        if table.num_rows:
            self._waiting.append(table)
            self._rows += table.num_rows
        if len(self._waiting) > _PARTS:  # each holds on to all that was read with it
            self._waiting = [pa.concat_tables(self._waiting).combine_chunks()]
        while self._rows >= GROUP_ROWS:
            waiting = pa.concat_tables(self._waiting)
            self._waiting = [waiting.slice(GROUP_ROWS)]
            self._rows -= GROUP_ROWS
            yield waiting.slice(0, GROUP_ROWS).combine_chunks()

    def rest(self) -> Iterator[pa.Table]:
        """The rows that are left, if any."""
        if self._rows:
            yield pa.concat_tables(self._waiting).combine_chunks()

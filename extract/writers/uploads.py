"""A set of files published in an object store, or in the folder of a path: whichever a place names.

In: a place and the names that will be written. Out: a publication. A store has no renames and no locks,
so the set is built in a room on this machine, and sent file by file under a record that says
``unfinished`` and names the run. Before and after the last record is written, the store is asked whether
the record is still this run's and all files are there: a store that was reset meanwhile, or another run,
is seen. Out of scope: sets in folders (``publish``), how a store is reached (``stores``).
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from extract import stores
from extract.stores import StoreError, is_url, join, shown
from extract.writers.publish import (
    RECORD,
    OutputError,
    Publication,
    explained,
    foreign,
    owned_names,
    publication,
    record_bytes,
    record_of,
)
from extract.writers.workroom import workroom

_PROBE = ".kpi-extract.part"


class Upload:
    """A place in a store that this run writes; what ``Publication`` is for a folder.

    Attributes:
        folder: The URL where the set will stand.
        room: Where its files are written first.
    """

    def __init__(self, url: str, room: Path, owned: frozenset[str]) -> None:
        self.folder = url
        self.room = room
        self._owned = owned

    def commit(self, names: Iterable[str], record: dict[str, Any]) -> None:
        """Send the files waiting in the room, then the record.

        A run that ends in between leaves a record that says "unfinished" and names every file of ours,
        old and new: the next run overwrites or removes them.

        Raises:
            OutputError: The store refuses, has lost files, or another run writes there.
        """
        new = frozenset(names)
        with explained(self.folder):
            self._owned |= _owned(self.folder)  # another run may have been here since
            _refuse_foreign(self.folder, new - self._owned)
        begun = record_bytes(record_of(self._owned | new, {"unfinished": True, "run": secrets.token_hex(8)}))
        with explained(self.folder):
            try:
                self._send(sorted(new), begun, record_bytes(record_of(new, record)))
            except (OSError, OutputError):
                with suppress(StoreError):
                    self._claim(begun)
                raise

    def _send(self, names: Sequence[str], begun: bytes, done: bytes) -> None:
        sizes = {name: (self.room / name).stat().st_size for name in names}
        self._write_record(begun)
        for name in names:
            stores.upload(self.room / name, self._url(name))
        for name in sorted(self._owned.difference(names, {RECORD})):
            stores.remove(self._url(name))
        self._demand(begun, sizes)
        self._write_record(done)
        try:
            self._demand(done, sizes)
        except StoreError as error:
            if error.is_missing:  # a record that speaks of lost files
                stores.remove(self._url(RECORD))
            raise

    def _claim(self, begun: bytes) -> None:
        """Say of what was sent that it is ours, where a store has lost the record: the next run may go on."""
        if not stores.exists(self._url(RECORD)):
            self._write_record(begun)

    def _demand(self, record: bytes, sizes: Mapping[str, int]) -> None:
        """Raise where the store doesn't hold what it was sent."""
        if stores.read_all(self._url(RECORD)) != record:
            raise OutputError(
                f"Another run is writing {shown(self.folder)!r}; wait for it and start again, "
                "or choose another place."
            )
        for name, size in sizes.items():
            if stores.size_of(self._url(name)) != size:
                raise OutputError(
                    f"{shown(self._url(name))!r} isn't as it was sent, so the set is unfinished; start again."
                )

    def _write_record(self, record: bytes) -> None:
        stores.write_all(self._url(RECORD), record)

    def _url(self, name: str) -> str:
        return join(self.folder, name)


@contextmanager
def held(place: str | Path, names: Iterable[str]) -> Iterator[Publication | Upload]:
    """Hold an output place, a folder or a URL, for a set of files of these names.

    Raises:
        OutputError: It can't be written, another run holds it, or a file of somebody else stands where
            one of ours would go.
    """
    if isinstance(place, Path) or not is_url(place):
        with publication(Path(place), names) as folder:
            yield folder
        return
    with explained(place):
        owned = _owned(place)
        _refuse_foreign(place, frozenset(names) - owned)
        # A place that can't be written is told now, not when all is read.
        stores.write_all(join(place, _PROBE), b"")
        stores.remove(join(place, _PROBE))
        room = Path(tempfile.gettempdir())
    with explained(room), workroom(room) as own:
        yield Upload(place, own, owned)


def _owned(url: str) -> frozenset[str]:
    try:
        data = stores.read_all(join(url, RECORD))
    except StoreError as error:
        if not error.is_missing:
            raise
        data = None
    return owned_names(data, shown(join(url, RECORD)))


def _refuse_foreign(url: str, names: frozenset[str]) -> None:
    for name in sorted(names):
        if stores.exists(join(url, name)):
            raise foreign(shown(join(url, name)))

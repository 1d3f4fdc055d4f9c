"""Names of the folders that hold parts of a table: ``organisation=Northshire%20Police``, as Hive has them.

In: values, some of them text from reports. Out: a folder's name for each, which readers of such layouts
decode to the value. A name is one ASCII piece of a path of at most 255 bytes, and names differ where values
do, also where the file system ignores letter case. Out of scope: which report lies where (``partitions``).
"""

from __future__ import annotations

import hashlib
import string
from collections import Counter
from collections.abc import Collection, Iterator

PARTITION_KEYS = ("organisation", "year")
"""What tables can be parted by."""
UNKNOWN = "__HIVE_DEFAULT_PARTITION__"
_MOST_BYTES = 255  # of a name, in most file systems
_SAFE = frozenset(string.ascii_letters + string.digits + "-_")
_NO_CAPITALS = _SAFE - frozenset(string.ascii_uppercase)
_HASH_DIGITS = 16


def name_folders(key: str, values: Collection[str]) -> dict[str, str]:
    r"""The folder of each value.

    Letters that differ in case alone are written as codes where values would fall together without.
    What is too long is cut, and ends in a hash of the whole; its ``%2D`` is no code that a value gets, so
    a cut name is never another value's.

    Args:
        key: What the values are of; one of ``PARTITION_KEYS``.
        values: Each once; unknown is the empty text.

    >>> name_folders("organisation", ["Northshire Police", "../x", ""])["Northshire Police"]
    'organisation=Northshire%20Police'
    >>> sorted(name_folders("organisation", ["NHS", "nhs"]).values())
    ['organisation=%4E%48%53', 'organisation=nhs']
    >>> name_folders("year", [""])
    {'': 'year=__HIVE_DEFAULT_PARTITION__'}
    """
    most = _MOST_BYTES - len(key) - 1
    plain = {value: _encode(value, _SAFE, most) for value in values}
    alike = Counter(name.lower() for name in plain.values())
    return {
        value: f"{key}={name if alike[name.lower()] == 1 else _encode(value, _NO_CAPITALS, most)}"
        for value, name in plain.items()
    }


def _encode(value: str, safe: frozenset[str], most: int) -> str:
    if not value:
        return UNKNOWN
    pieces = list(_pieces(value, safe))
    if sum(map(len, pieces)) <= most:
        return "".join(pieces)
    digest = hashlib.sha256(value.encode("utf-8")).hexdigest()[:_HASH_DIGITS]
    end = f"%2D{digest}"
    return _start(pieces, most - len(end)) + end


def _pieces(value: str, safe: frozenset[str]) -> Iterator[str]:
    """Each character, or the codes of its bytes; a value that is ``UNKNOWN`` to the letter isn't unknown."""
    for index, character in enumerate(value):
        is_plain = character in safe and not (index == 0 and value.upper().startswith(UNKNOWN))
        yield character if is_plain else "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))


def _start(pieces: list[str], most: int) -> str:
    """As many whole characters as there is room for."""
    start = ""
    for piece in pieces:
        if len(start) + len(piece) > most:
            break
        start += piece
    return start

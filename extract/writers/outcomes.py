"""How a file fared, at the head of the file that holds its result.

In: an outcome, and the packed tables. Out: a file that is read back whole or not at all: its hash stands
at its start, so what a full disk or a power cut left of it is told from a result. What is kept is found
without Arrow. Out of scope: the tables (``results``), and where the file lies and for how long
(``batch.cache``).
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict, replace
from pathlib import Path

from extract.model import Outcome
from extract.stores import StoreError, is_url, read_all

_MAGIC = b"kpi-extract result 1\n"
_DIGEST_BYTES = 32
_LENGTH_BYTES = 8


class ResultError(Exception):
    """A file holds no whole result."""


def write_packed(path: Path, outcome: Outcome, packed: bytes) -> None:
    """Write a result whose tables are packed.

    Args:
        path: Where to.
        outcome: How the file fared; where its result lies is left out.
        packed: Its tables.

    Raises:
        OSError: The disk refuses.
    """
    content = io.BytesIO()
    put_block(content, json.dumps(asdict(replace(outcome, result=""))).encode("ascii"))
    put_block(content, packed)
    with path.open("wb") as stream:
        stream.write(_MAGIC + hashlib.sha256(content.getvalue()).digest() + content.getvalue())


def read_outcome(place: str | Path) -> Outcome:
    """How the file fared whose result this is.

    Args:
        place: A path or a URL.

    Raises:
        ResultError: It is no whole result.
        StoreError: Its store refuses.
    """
    head = bytes(take_block(_content(place), 0)[0])
    return replace(Outcome(**json.loads(head)), result=str(place))


def read_packed(place: str | Path) -> memoryview:
    """The packed tables of a result.

    Args:
        place: A path or a URL.

    Raises:
        ResultError: It is no whole result.
        StoreError: Its store refuses.
    """
    content = _content(place)
    return take_block(content, take_block(content, 0)[1])[0]


def put_block(body: io.BytesIO, data: bytes | memoryview) -> None:
    """Append data behind its length."""
    body.write(len(data).to_bytes(_LENGTH_BYTES, "little"))
    body.write(data)


def take_block(content: memoryview, offset: int) -> tuple[memoryview, int]:
    """Data that was put at an offset, and the offset behind it."""
    start = offset + _LENGTH_BYTES
    end = start + int.from_bytes(content[offset:start], "little")
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

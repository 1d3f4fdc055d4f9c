"""Damaged copies of PDFs, the same ones for the same seed.

usage: python -m tests.mutants OUT [-n 300] [--seed 1] PDF...

In: whole or broken files. Out: files that differ from them as transfers, editors and attackers make
them differ. Out of scope: what becomes of them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_NUMBER = re.compile(rb"(?<![\w.])\d+(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z]+")
_REFERENCE = re.compile(rb"\d+ 0 R")
_ODD_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"0.0000001")
_ODD_OBJECTS = (b"null", b"true", b"[]", b"<<>>", b"()", b"<FF", b"endobj", b"stream\n", b"1 0 R", b"%")


def mutants(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """So many mutants, each of one of the seeds by one to four changes."""
    chance = random.Random(seed)
    for _ in range(count):
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 4)):
            data = chance.choice(CHANGES)(data, chance)
        yield data


def _flip_bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut_end(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(1, 200) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    part = data[start : start + chance.randint(1, 400)]
    return data[:start] + part * chance.randint(2, 20) + data[start:]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + chance.choice((*_ODD_OBJECTS, chance.randbytes(20))) + data[start:]


def _change_number(data: bytes, chance: random.Random) -> bytes:
    return _replace(data, _NUMBER, chance, lambda _: chance.choice(_ODD_NUMBERS))


def _change_name(data: bytes, chance: random.Random) -> bytes:
    return _replace(data, _NAME, chance, chance.choice)


def _change_reference(data: bytes, chance: random.Random) -> bytes:
    return _replace(data, _REFERENCE, chance, lambda references: chance.choice((*references, *_ODD_OBJECTS)))


def _replace(
    data: bytes, pattern: re.Pattern[bytes], chance: random.Random, by: Callable[[Sequence[bytes]], bytes]
) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    place = chance.choice(found)
    return data[: place.start()] + by([match[0] for match in found]) + data[place.end() :]


CHANGES = (
    _flip_bits,
    _cut_end,
    _cut_out,
    _repeat,
    _put_in,
    _change_number,
    _change_number,
    _change_name,
    _change_reference,
    _change_reference,
)


def main() -> None:
    """Write mutants of the files named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("seeds", nargs="+", type=Path, metavar="PDF")
    parser.add_argument("-n", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True)
    seeds = [path.read_bytes() for path in chosen.seeds]
    for number, data in enumerate(mutants(seeds, chosen.n, chosen.seed)):
        (chosen.out / f"mutant{chosen.seed}-{number:05d}.pdf").write_bytes(data)


if __name__ == "__main__":
    main()

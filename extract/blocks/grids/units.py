"""The line of units between a boxhead and its figures: "Million acres", "Bushels", each over its columns.

In: the lowest line of a boxhead, and the columns. Out: which columns each unit covers. Where every
column has a unit of its own, it is part of the column's head.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.blocks.grids.segments import Line
from extract.blocks.grids.spanners import Extent, Spanner

_PRINTED = """hundred thousand thousands million millions billion billions trillion mil bil thou
acres acre bushels bushel bales tons ton pounds pound tonnes hectares gallons barrels cubic square
feet foot inches miles hundredweight cwt kilograms metric short
dollars dollar cents cent percent percentage percentages number numbers units index
btu kilowatthours kwh megawatts hours days weeks months years persons
per of and in a the each"""
_WORDS = frozenset(_PRINTED.split())
_EDGES = "()[]-–—.,*"


def find_units(lines: Sequence[Line], columns: Sequence[Extent]) -> list[Spanner]:
    """The units of the lowest line of a boxhead, as (first column, last column, words).

    Args:
        lines: Of the boxhead, from top to bottom.
        columns: From left to right.

    Returns:
        Spanners over all columns of numbers; none where the line is no line of units.
    """
    numeric = [i for i, column in enumerate(columns) if column.numeric and i > 0]  # years stand in a stub
    segments = lines[-1].segments
    if len(lines) < 2 or not 2 <= len(segments) < len(numeric):
        return []
    if not all(_is_unit(s.text) for s in segments):
        return []
    middles = [s.box.centre[0] for s in segments]
    owners = [_nearest((columns[i].x0 + columns[i].x1) / 2, middles) for i in numeric]
    spans = [
        [i for i, owner in zip(numeric, owners, strict=True) if owner == k] for k in range(len(segments))
    ]
    return [(own[0], own[-1], s) for own, s in zip(spans, segments, strict=True)] if all(spans) else []


def _is_unit(text: str) -> bool:
    words = [word.strip(_EDGES).lower() for word in text.split()]
    return all(word in _WORDS or not word for word in words) and any(words)


def _nearest(place: float, middles: Sequence[float]) -> int:
    return min(range(len(middles)), key=lambda k: abs(middles[k] - place))

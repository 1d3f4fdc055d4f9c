"""What a page holds: boxes, words, lines, fills and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left corner.

    >>> Box(0, 0, 10, 20).height
    20
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point, as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlap(self, other: Box) -> float:
        """The area in square points that both boxes cover."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def grown(self, points: float) -> Box:
        """The box with a margin added on every side."""
        return Box(self.x0 - points, self.top - points, self.x1 + points, self.bottom + points)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all the given ones (at least one).

    >>> union([Box(0, 0, 1, 1), Box(5, 5, 6, 6)])
    Box(x0=0, top=0, x1=6, bottom=6)
    """
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space between them.

    Attributes:
        text: As printed; ligatures kept.
        box: Where it stands.
        size_pt: Height of the font.
        bold, italic: From the font's name.
        colour: Fill of the glyphs as ``#rrggbb``; empty where unknown.
        upright: False for text that runs up or down the page.
    """

    text: str
    box: Box
    size_pt: float
    bold: bool = False
    italic: bool = False
    colour: str = ""
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn line, horizontal or vertical, or the edge of a drawn rectangle."""

    box: Box
    horizontal: bool


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle; ``colour`` is ``#rrggbb``."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture placed on the page."""

    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds.

    Attributes:
        strokes: Extents of slanted and curved lines, such as a chart's.
        glyphs: How many characters are printed, spaces left out.
    """

    number: int
    width_pt: float
    height_pt: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[Image, ...] = ()
    strokes: tuple[Box, ...] = ()
    glyphs: int = 0

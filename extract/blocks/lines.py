"""Words to lines: what stands on one baseline, in one piece.

In: words of one page. Out: rows (everything on one baseline) and lines (a row's pieces, parted
where the gap is too wide for a space). Out of scope: columns and reading order (``order.py``),
and what the lines mean (``paragraphs.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extract.blocks.numbering import is_mark_text
from extract.model import Box, Word, union

_PIECE_GAP = 4.0  # of the font's size: justified text in narrow columns has gaps of up to 3
_PIECE_GAP_PT = 30.0
_RAISED_SIZE = 0.85  # of its neighbour: a raised mark is clearly smaller


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, left to right; ``page`` counts from 1."""

    page: int
    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """Around all of its words."""
        return union(word.box for word in self.words)

    @property
    def text(self) -> str:
        """Its words with one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def size_pt(self) -> float:
        """The size of most of its characters."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size_pt, 1)] += len(word.text)
        return min(sizes, key=lambda size: (-sizes[size], size))

    @property
    def bold(self) -> bool:
        """All words with a letter or a digit are bold."""
        return _all(self.words, "bold")

    @property
    def italic(self) -> bool:
        """All words with a letter or a digit are italic."""
        return _all(self.words, "italic")

    @property
    def baseline(self) -> float:
        """Where it stands, not mistaken about raised footnote marks."""
        return median(word.box.bottom for word in self.words)


def find_rows(page: int, words: Iterable[Word]) -> list[Line]:
    """Gather words that share a baseline, top to bottom.

    A smaller word (a footnote mark, an index) belongs to the row that covers most of its height.

    Args:
        page: The page's number.
        words: In any order; words that run up or down the page are left out.
    """
    rows: list[list[Word]] = []
    upright = [word for word in words if word.upright and word.text.strip()]
    for word in sorted(upright, key=lambda w: (w.box.bottom, w.box.x0)):
        row = next((row for row in reversed(rows[-4:]) if _shares_baseline(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    rows = _with_raised(rows)
    lines = [Line(page, tuple(sorted(row, key=lambda w: (w.box.x0, w.box.top)))) for row in rows]
    return sorted(lines, key=lambda line: (line.baseline, line.box.x0))


def split_row(row: Line) -> list[Line]:
    """Part a row where a gap is wider than any space, such as the two ends of a header.

    A number at its head and a page number at its end, as in a list of contents, stay with it.
    """
    pieces = [[row.words[0]]]
    for before, word in zip(row.words, row.words[1:], strict=False):
        is_number = before is row.words[0] and is_mark_text(before.text)
        is_page = word is row.words[-1] and word.text.isdecimal() and len(pieces) == 1
        if not (is_number or is_page) and word.box.x0 - before.box.x1 > max(
            _PIECE_GAP * row.size_pt, _PIECE_GAP_PT
        ):
            pieces.append([])
        pieces[-1].append(word)
    return [Line(row.page, tuple(piece)) for piece in pieces]


def _shares_baseline(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands on the row's baseline, by the foot of the row's first word."""
    return abs(row[0].box.bottom - word.box.bottom) <= 0.3 * min(row[0].size_pt, word.size_pt)


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Move raised and lowered marks, such as the "rd" of "3rd", to the row they touch."""
    kept: list[list[Word]] = []
    largest = [max(word.size_pt for word in row) for row in rows]
    for at, row in enumerate(rows):
        smallest = min(word.size_pt for word in row)
        neighbours = [
            rows[i]
            for i in range(max(0, at - 3), min(len(rows), at + 4))
            if i != at and smallest < _RAISED_SIZE * largest[i]
        ]
        left = []
        for word in row:
            home = next((other for other in neighbours if _is_raised_from(word, other)), None)
            if home is None:
                left.append(word)
            else:
                home.append(word)
        row[:] = left
        kept.append(row)
    return [row for row in kept if row]


def _is_raised_from(word: Word, row: Sequence[Word]) -> bool:
    """Whether a word is clearly smaller than a row's word that it touches and overlaps in height."""
    for other in row:
        gap = max(word.box.x0 - other.box.x1, other.box.x0 - word.box.x1)
        if word.size_pt < _RAISED_SIZE * other.size_pt and -1.0 <= gap <= 0.4 * other.size_pt:
            shared = min(word.box.bottom, other.box.bottom) - max(word.box.top, other.box.top)
            if shared > 0.5 * word.box.height:
                return True
    return False


def _all(words: Sequence[Word], attribute: str) -> bool:
    telling = [word for word in words if any(c.isalnum() for c in word.text)] or words
    return all(getattr(word, attribute) for word in telling)

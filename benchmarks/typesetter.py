"""Sets tables and prose on pages, and keeps the truth about each table: its cells and their spans.

In: rows typed as texts, "<" going on from the left and "^" from above. Out: a PDF's bytes and the tables
that stand in it. Seeds choose the font, its size and the gaps, so that no rule can lean on one of them.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONTS = (
    ("Times-Roman", "Times-Bold", "Times-Italic"),
    ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    ("Courier", "Courier-Bold", "Courier-Oblique"),
)
_WORDS = """report rate state local agency during annual persons between total estimates under program survey
increase data public reported population services areas from year was were the of and in to by a for at
that than percent among households county federal income health schools water number average"""

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class TrueCell:
    """A cell as it is meant: place, spans and text."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is set.

    Attributes:
        align: A letter for each column: l, r, c, d (decimal point), $ (right, sign at the left).
        leader: What fills the stub behind its label: "" , "." (touching) or " ." (spaced).
        values: On which line of a stub of several lines the values stand: "first" or "last".
        rules: Lines drawn: "three", "partial" (below spanners too), "totals", "rows", "".
        shade: Every other row on a band.
        bold_head: The boxhead in bold.
        gap: Between columns, in ems.
        centre_stub_head: The stub's head in its middle, not at its left.
        head_rows: How many rows are the boxhead.

        row_gap: What stands between rows, in ems, above the leading.
        centre_groups: Group rows in the table's middle, whatever their letters.
    """

    align: str
    leader: str = ""
    values: str = "last"
    rules: str = ""
    shade: bool = False
    bold_head: bool = False
    gap: float = 1.6
    centre_stub_head: bool = False
    head_rows: int = 1
    row_gap: float = 0.0
    least_width: float = 0.0
    centre_groups: bool = False


@dataclass
class Sheet:
    """Pages that are being set, from the top down."""

    seed: int
    landscape: bool = False
    font_set: int | None = None
    rotate: int = 0
    truth: list[list[TrueCell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self.fonts = FONTS[self.rng.randrange(2) if self.font_set is None else self.font_set]
        self.size = self.rng.choice((7.5, 8.0, 9.0, 10.0))
        self.pitch = self.size * self.rng.choice((1.12, 1.2, 1.3))
        self.loose = self.rng.choice((0.9, 1.0, 1.4))
        self.width, self.height = (792.0, 612.0) if self.landscape else (612.0, 792.0)
        self.stream = io.BytesIO()
        upright = (self.height, self.width) if self.rotate else (self.width, self.height)
        self.canvas = Canvas(self.stream, pagesize=upright, invariant=1)
        self._turn()
        self.top = 72.0

    def data(self) -> bytes:
        """The finished file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()

    def new_page(self) -> None:
        """Go on at the top of another page."""
        self.canvas.showPage()
        self._turn()
        self.top = 72.0

    def _turn(self) -> None:
        if self.rotate:
            self.canvas.setPageRotation(self.rotate)
            self.canvas.translate(self.height, 0)
            self.canvas.rotate(90)

    def text(self, x: float, top: float, text: str, style: int = 0, size: float | None = None) -> None:
        """One line at a place, measured from the page's top left."""
        size = size or self.size
        self.canvas.setFont(self.fonts[style], size)
        self.canvas.drawString(x, self.height - top - 0.8 * size, text)

    def wide(self, text: str, style: int = 0, size: float | None = None) -> float:
        """How wide a text is in points."""
        return float(stringWidth(text, self.fonts[style], size or self.size))

    def line(self, text: str, x: float = 72.0, style: int = 0, centred: bool = False) -> None:
        """One line on its own."""
        if centred:
            x = (self.width - self.wide(text, style)) / 2
        self.text(x, self.top, text, style)
        self.top += self.pitch

    def skip(self, ems: float = 1.2) -> None:
        """White space."""
        self.top += ems * self.size

    def sentence(self, count: int) -> list[str]:
        """So many words, a figure here and there."""
        words = [self.rng.choice(_WORDS.split()) for _ in range(count)]
        for index in range(count):
            if self.rng.random() < 0.05:
                words[index] = self.rng.choice(("1,204", "12.5", "2003", "37", "$4.2", "(15.1%)"))
        words[0] = words[0].title()
        words[-1] += "."
        return words

    def prose(self, lines: int, x0: float = 72.0, x1: float = 540.0, justified: bool = True) -> None:
        """A paragraph of so many lines."""
        words: list[str] = []
        for number in range(lines):
            while sum(self.wide(w + " ") for w in words) < x1 - x0 + 60:
                words += self.sentence(self.rng.randint(8, 20))
            taken: list[str] = []
            while words and self.wide(" ".join([*taken, words[0]])) <= x1 - x0:
                taken.append(words.pop(0))
            free = x1 - x0 - self.wide(" ".join(taken))
            last = number == lines - 1
            space = free / max(1, len(taken) - 1) if justified and not last else 0.0
            x = x0
            for word in taken:
                self.text(x, self.top, word)
                x += self.wide(word + " ") + space
            self.top += self.pitch
        self.skip(0.6)

    def table(self, rows: Rows, style: Style, x0: float = 72.0, known: bool = True) -> float:
        """Set a table; gives its right edge. ``known`` adds it to the truth."""
        cells = list(places(rows))
        if known:
            self.truth.append(self.cells_of(rows))
        left, right = self._columns(cells, style, x0)
        tops = self._tops(rows, cells, style)
        self._shades(tops, style, x0, right[-1])
        for cell in cells:
            self._cell(cell, style, left, right, tops)
        self._rules(cells, style, left, right, tops)
        self.top = tops[-1]
        return right[-1]

    def cells_of(self, rows: Rows) -> list[TrueCell]:
        """The cells of a table that hold text; a raised mark is the text's last figure."""
        return [replace(c, text=c.text.replace("^", "")) for c in places(rows) if c.text]

    def _columns(self, cells: Sequence[TrueCell], style: Style, x0: float) -> tuple[list[float], list[float]]:
        count = len(style.align)
        widths = [style.least_width * self.size] * count
        for cell in sorted(cells, key=lambda c: c.column_span):
            bold = 1 if style.bold_head and cell.row < style.head_rows else 0
            need = max((self.wide(part, bold) for part in cell.text.split("\n")), default=0.0)
            need += self.size * 0.5 * (len(cell.text) - len(cell.text.lstrip()))
            own = range(cell.column, cell.column + cell.column_span)
            if cell.column_span == count:
                continue
            have = sum(widths[i] for i in own) + style.gap * self.loose * self.size * (len(own) - 1)
            for i in own:
                widths[i] += max(0.0, need - have) / len(own)
        if style.leader:
            widths[0] += 2 * self.size
        left, right, x = [], [], x0
        for index, width in enumerate(widths):
            left.append(x)
            right.append(x + width + (self.size * 1.2 if style.align[index] == "$" else 0))
            x = right[-1] + style.gap * self.loose * self.size
        return left, right

    def _tops(self, rows: Rows, cells: Sequence[TrueCell], style: Style) -> list[float]:
        heights = [1] * len(rows)
        for cell in sorted(cells, key=lambda c: c.row_span):
            lines = cell.text.count("\n") + 1
            have = sum(heights[cell.row : cell.row + cell.row_span])
            heights[cell.row + cell.row_span - 1] += max(0, lines - have)
        tops = [self.top]
        for row, height in enumerate(heights):
            gap = style.row_gap * self.size + (0.5 * self.size if row == style.head_rows - 1 else 0)
            tops.append(tops[-1] + height * self.pitch + gap)
        return tops

    def _cell(
        self,
        cell: TrueCell,
        style: Style,
        left: Sequence[float],
        right: Sequence[float],
        tops: Sequence[float],
    ) -> None:
        lines = cell.text.split("\n")
        x0, x1 = left[cell.column], right[cell.column + cell.column_span - 1]
        is_head = cell.row < style.head_rows
        bold = 1 if is_head and style.bold_head else 0
        top = tops[cell.row]
        if is_head or (style.values == "last" and cell.column > 0):
            free = 0.5 * self.size if cell.row + cell.row_span == style.head_rows else 0.0
            low = tops[cell.row + cell.row_span] - style.row_gap * self.size - free
            top = low - len(lines) * self.pitch
        align = style.align[cell.column]
        if is_head and (cell.column > 0 or style.centre_stub_head):
            align = "c" if align != "l" or cell.column_span > 1 else "l"
        elif cell.column == 0 and cell.column_span == len(left):
            align = "c" if cell.text.isupper() or style.centre_groups else "l"
        for number, part in enumerate(lines):
            last = number == len(lines) - 1
            self._line(part, align, (x0, x1), top, bold)
            if (
                cell.column == 0
                and not is_head
                and last
                and cell.column_span == 1
                and style.leader
                and not cell.text.endswith(":")
            ):
                self._leader(part, style, (x0, x1), top)
            top += self.pitch

    def _line(self, text: str, align: str, place: tuple[float, float], top: float, bold: int) -> None:
        x0, x1 = place
        indent = 0.5 * self.size * (len(text) - len(text.lstrip()))
        text = text.strip()
        width = self.wide(text, bold)
        if align == "$" and text.startswith("$"):
            self.text(x0, top, "$", bold)
            text = text[1:]
            width = self.wide(text, bold)
        if align in "r$":
            x = x1 - width
        elif align == "c":
            x = (x0 + x1 - width) / 2
        elif align == "d":
            whole = text.split(".")[0]
            x = x0 + 0.6 * (x1 - x0) - self.wide(whole, bold)
        else:
            x = x0 + indent
        plain, _, mark = text.partition("^")
        self.text(x, top, plain, bold)
        self.text(x + self.wide(plain, bold), top - 0.15 * self.size, mark, bold, 0.65 * self.size)

    def _leader(self, text: str, style: Style, place: tuple[float, float], top: float) -> None:
        x0, x1 = place
        start = x0 + 0.5 * self.size * (len(text) - len(text.lstrip())) + self.wide(text.strip())
        dot = style.leader
        start += 0 if dot == "." else self.wide(" ")
        count = int((x1 - start) / self.wide(dot))
        if count > 3:
            self.text(start, top, (dot * count).strip() if dot == "." else (dot * count))

    def _shades(self, tops: Sequence[float], style: Style, x0: float, x1: float) -> None:
        if not style.shade:
            return
        self.canvas.setFillGray(0.88)
        for row in range(style.head_rows, len(tops) - 1, 2):
            low, high = tops[row + 1], tops[row]
            self.canvas.rect(x0 - 3, self.height - low + 0.15 * self.size, x1 - x0 + 6, low - high, 0, 1)
        self.canvas.setFillGray(0)

    def _rules(
        self,
        cells: Sequence[TrueCell],
        style: Style,
        left: Sequence[float],
        right: Sequence[float],
        tops: Sequence[float],
    ) -> None:
        across = {
            "": [],
            "three": [0, style.head_rows, len(tops) - 1],
            "partial": [0, style.head_rows, len(tops) - 1],
            "totals": [style.head_rows],
            "rows": range(len(tops)),
        }
        for row in across[style.rules]:
            up = 0.25 * self.size if row == style.head_rows else 0.1 * self.size
            self.rule(left[0], right[-1], tops[row] - up)
        for cell in cells:
            x0, x1 = left[cell.column], right[cell.column + cell.column_span - 1]
            if style.rules == "partial" and cell.row < style.head_rows and 1 < cell.column_span < len(left):
                self.rule(x0, x1, tops[cell.row + cell.row_span] - 0.1 * self.size)
            if style.rules == "totals" and cell.row == len(tops) - 2 and cell.column > 0:
                self.rule(x0, x1, tops[cell.row] - 0.1 * self.size)

    def rule(self, x0: float, x1: float, top: float) -> None:
        """A line across."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - top, x1, self.height - top)


def places(rows: Rows) -> Iterator[TrueCell]:
    """The cells of typed rows."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = next((i for i in range(c + 1, len(row)) if row[i] != "<"), len(row))
            below = next((i for i in range(r + 1, len(rows)) if rows[i][c] != "^"), len(rows))
            yield TrueCell(r, c, below - r, right - c, text)

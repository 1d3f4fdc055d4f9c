"""What each column of a KPI table is, of which period it speaks, and which columns it compares.

In comes a Table, out go its Columns. Meaning comes from the header's words, from the form of the
numbers, and from the arithmetic between columns over all rows. What can't be told is a column of
measure ``other``, never a guess. Out of scope: single rows (``observations``, ``comparisons``), and
saying what couldn't be told (``remarks``).
"""

from __future__ import annotations

import colorsys
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from extract.errors import NumberError
from extract.facts.heads import unit_of_average
from extract.facts.layout import BodyRow, Layout, Section, column_texts, is_mostly_numbers, read_layout
from extract.facts.lone_changes import find_lone_sets
from extract.facts.pairing import find_comparison_sets
from extract.facts.scales import head_notes
from extract.facts.value_columns import ComparisonSet, ValueColumn
from extract.model import Cell, Measure, Missing, Period, Quantity, Table
from extract.notation.arrows import ARROWS, without_arrow
from extract.notation.day_order import DayOrder
from extract.notation.headers import Heading, read_heading
from extract.notation.numbers import PLAIN, Separators, infer_separators, is_missing_symbol, parse_quantity
from extract.notation.periods import named_periods, period_before
from extract.notation.symbols import is_currency

Role = Literal["stub", "number", "trend", "rag", "unit", "other"]

SEPARATORS_UNKNOWN = "the table's decimal and group marks can't be told apart"

_RAG_WORDS = {"red": "Red", "amber": "Amber", "yellow": "Amber", "green": "Green", "blue": "Blue"}
_RAG_LETTERS = {"r": "Red", "a": "Amber", "g": "Green", "b": "Blue"}
# Upper ends of the hues, in degrees, that a status is painted in.
_RAG_HUES = ((20, "Red"), (68, "Amber"), (170, "Green"), (260, "Blue"), (330, ""), (360, "Red"))
_UNIT_HEAD = re.compile(r"(?:units?|uom|unit of measure(?:ment)?|measured in)", re.IGNORECASE)
_FIGURES = ("value", "target")
_CHANGES = ("change", "percent_change", "points_change")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        label: Header path joined with " / "; title rows left out.
        unit: Of its numbers where head or title name it, else None.
        multiplier: That a printed number is to be multiplied by, such as 1000 for "(000s)".
        certain: Told by the header's words; else by form or arithmetic.
    """

    index: int
    role: Role
    measure: Measure
    label: str
    period: Period | None = None
    baseline: Period | None = None
    unit: str | None = None
    multiplier: Decimal = Decimal(1)
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table and how they belong together.

    Attributes:
        separators: Of the table's numbers.
        why: Why no comparison of the table can be checked; empty where they can.
        comparisons: The column sets that state a comparison, from left to right.
    """

    layout: Layout
    columns: tuple[Column, ...]
    separators: Separators = PLAIN
    why: str = ""
    comparisons: tuple[ComparisonSet, ...] = ()

    def with_role(self, role: Role) -> tuple[Column, ...]:
        """The columns of one role, from left to right."""
        return tuple(column for column in self.columns if column.role == role)


def read_columns(
    table: Table,
    default: Period | None,
    language: str = "en",
    notes: tuple[str, ...] = (),
    order: DayOrder = "",
    *,
    section: Section | None = None,
) -> Columns:
    """What the columns of a table mean.

    Args:
        table: Of kind ``kpi``.
        default: The report's own period, for heads that say "Q1" or "previous year".
        language: Of the report; tells decimal comma from group comma where both are possible.
        notes: Above the table, on what its figures are counted in.
        order: Of the numbers in "6/11/2022", where the report tells it.
        section: The rows asked about, where a table's heads are printed anew among them.
    """
    layout = read_layout(table, section)
    found = infer_separators(_number_texts(layout), language)
    separators = found or PLAIN
    columns = tuple(_read_column(layout, index, default, order) for index in range(table.column_count))
    columns = _without_others_years(columns, layout)
    columns = _with_titled_stretch(columns, (table.title, *layout.titles))
    columns = tuple(_with_table_units(column, layout, notes) for column in columns)
    values = [_value_column(layout, column, separators) for column in columns if column.role == "number"]
    pairing = find_comparison_sets(values, default)
    sets = (*pairing.sets, *find_lone_sets(values, pairing.sets))
    columns = tuple(
        replace(column, measure=pairing.measures.get(column.index, column.measure)) for column in columns
    )
    columns = _with_one_scale(_with_change_periods(columns, sets), sets)
    return Columns(
        layout=layout,
        columns=columns,
        separators=separators,
        why="" if found else SEPARATORS_UNKNOWN,
        comparisons=tuple(sorted(sets, key=lambda one: one.stated)),
    )


def read_number(text: str, column: Column, unit: str, separators: Separators) -> Quantity | Missing | None:
    """A cell of a column as quantity or missing value; None where it holds something else."""
    if not text.strip():
        return None
    try:
        quantity = parse_quantity(text, unit, separators, column.multiplier)
    except NumberError:
        return None
    return _with_direction(quantity, text) if column.measure in _CHANGES else quantity


def _with_direction(quantity: Quantity | Missing, text: str) -> Quantity | Missing:
    """A change with the sign that an arrow beside it tells; a printed sign wins."""
    direction = without_arrow(text)[1]
    if not direction or isinstance(quantity, Missing) or quantity.signed:
        return quantity
    value = -quantity.value if direction < 0 and quantity.value else quantity.value
    return replace(quantity, value=value, signed=True)


def rag_status(cell: Cell) -> str:
    """The status a cell shows by its word, its letter or its fill; empty where it shows none."""
    word = cell.text.strip().lower()
    return _RAG_WORDS.get(word) or _RAG_LETTERS.get(word) or ("" if word else colour_name(cell.fill))


def colour_name(fill: str) -> str:
    """The status colour of a fill; empty for greys, tints too pale to be a signal, and other hues.

    >>> colour_name("#c00000"), colour_name("#ffc000"), colour_name("#00b050"), colour_name("#f2f2f2")
    ('Red', 'Amber', 'Green', '')
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", fill):
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.25 or value < 0.3:
        return ""
    return next(name for limit, name in _RAG_HUES if hue * 360 <= limit)


def _number_texts(layout: Layout) -> list[str]:
    return [
        cell.text.strip()
        for row in layout.rows
        for index, cell in enumerate(row.cells)
        if cell is not None and index not in layout.stub and cell.text.strip()
    ]


def _read_column(layout: Layout, index: int, default: Period | None, order: DayOrder) -> Column:
    path = layout.paths[index]
    heading = read_heading(path, default, order)
    column = Column(
        index=index,
        role="other",
        measure=heading.measure,
        label=" / ".join(path),
        period=heading.period,
        baseline=heading.baseline,
        unit=heading.unit or (unit_of_average(" ".join(path)) if heading.measure in _FIGURES else None),
        multiplier=heading.multiplier,
        certain=heading.certain,
    )
    role = _role(layout, index, heading)
    if role == "number":
        return _read_number_column(replace(column, role=role), path, heading)
    return replace(column, role=role, measure="rag" if role == "rag" else "other")


def _read_number_column(column: Column, path: tuple[str, ...], heading: Heading) -> Column:
    """A column of numbers; a head of words we don't know ("Visitors") names what is counted."""
    if not path:
        return replace(column, measure="other", certain=False)
    if heading.measure in ("other", "rag") and heading.role != "number":
        return replace(column, measure="value", certain=False)
    return column


def _role(layout: Layout, index: int, heading: Heading) -> Role:
    """What a column is for, from its head and the form of its cells."""
    if index in layout.stub or index == layout.number_column:
        return "stub"
    texts = column_texts(layout.rows, index)
    cells = [cell for row in layout.rows if (cell := row.cells[index]) is not None]
    if any(_UNIT_HEAD.fullmatch(part) for part in layout.paths[index][-1:]):
        return "unit"
    if _shows_status(texts, cells, heading):
        return "rag"
    if heading.role == "trend" or _shows_trend(texts, cells):
        return "trend"
    return "number" if is_mostly_numbers(texts) else "other"


def _shows_status(texts: list[str], cells: list[Cell], heading: Heading) -> bool:
    words = [text.lower() for text in texts]
    if heading.measure == "rag":
        return not is_mostly_numbers([text for text in texts if not is_missing_symbol(text)])
    if words:
        return all(word in _RAG_WORDS for word in words)
    return len({colour for cell in cells if (colour := colour_name(cell.fill))}) >= 2


def _shows_trend(texts: list[str], cells: list[Cell]) -> bool:
    if texts:
        return all(set(text) <= ARROWS for text in texts)
    return any(cell.has_picture for cell in cells)


def _without_others_years(columns: tuple[Column, ...], layout: Layout) -> tuple[Column, ...]:
    """The columns without the period of a spanner that the years of their neighbours make several of.

    "Year Ended December 31," over "2023", "2024", "Thereafter" and "Total" tells no end of the last two.
    """
    dated = {
        layout.paths[c.index][:-1]
        for c in columns
        if c.period is not None and _HEADS_YEAR.fullmatch(layout.paths[c.index][-1])
    }
    return tuple(
        replace(c, period=None)
        if (path := layout.paths[c.index])[:-1] in dated
        and c.period is not None
        and c.measure in ("value", "other")
        and _OPEN_ENDED.match(path[-1])
        and not any(_HEADS_YEAR.search(part) for part in path[:-1])
        else c
        for c in columns
    )


_OPEN_ENDED = re.compile(r"\W*(?:thereafter|beyond|later|total)\b", re.IGNORECASE)
# "2023", "2023(a)"
_HEADS_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b\W*(?:\(\w\))?")


def _with_titled_stretch(columns: tuple[Column, ...], titles: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns headed by years alone, dated by a title that names the same part of each of them.

    "January 1 - October 31, 2021 vs. 2022" above "2021" and "2022" counts ten months of both.
    """
    years = {c.period.label for c in columns if c.period is not None and c.period.label.isdigit()}
    for title in titles:
        parts = {str(one.end.year): one for one in named_periods(title)}
        days = {(one.start.month, one.start.day, one.end.month, one.end.day) for one in parts.values()}
        if years and years <= parts.keys() and len(days) == 1 and len(parts) > 1:
            return tuple(
                replace(c, period=parts[c.period.label]) if c.period and c.period.label in parts else c
                for c in columns
            )
    return columns


def _with_table_units(column: Column, layout: Layout, notes: tuple[str, ...]) -> Column:
    """The column with the currency and scale that title, stub's head or a note gives the whole table."""
    if column.role != "number" or column.multiplier != 1 or _is_other_unit(column.unit):
        return column
    if column.measure not in (*_FIGURES, "change") and (column.measure != "other" or column.label):
        return column
    heads = [(title,) for title in layout.titles] + [layout.paths[index] for index in layout.stub]
    for head in [*heads, *((note,) for note in (*head_notes(layout.paths), *notes))]:
        heading = read_heading(head)
        money = None if _is_other_unit(heading.unit) or _SHARES.search(heading.label) else heading.unit
        if heading.multiplier != 1 or (money is not None and column.unit is None):
            return replace(column, unit=column.unit or money, multiplier=heading.multiplier)
    return column


# "$ and shares in millions"
_SHARES = re.compile(r"\band shares\b", re.IGNORECASE)


def _is_other_unit(unit: str | None) -> bool:
    """Whether a unit is none of money."""
    return unit is not None and not is_currency(unit)


def _value_column(layout: Layout, column: Column, separators: Separators) -> ValueColumn:
    figures = {
        row.row: quantity
        for row in layout.rows
        if isinstance(quantity := _figure(row, column, separators), Quantity)
    }
    return ValueColumn(
        index=column.index,
        path=layout.paths[column.index],
        measure=column.measure,
        certain=column.certain,
        period=column.period,
        baseline=column.baseline,
        unit=_usual_unit(figures, column.unit),
        figures=figures,
    )


def _figure(row: BodyRow, column: Column, separators: Separators) -> Quantity | Missing | None:
    cell = row.cells[column.index]
    return None if cell is None else read_number(cell.text, column, column.unit or "count", separators)


def _usual_unit(figures: Mapping[int, Quantity], unit: str | None) -> str:
    counted = Counter(quantity.unit for quantity in figures.values())
    return counted.most_common(1)[0][0] if counted else unit or "count"


def _with_change_periods(columns: tuple[Column, ...], sets: tuple[ComparisonSet, ...]) -> tuple[Column, ...]:
    """The columns with each change dated as the figures it was made of."""
    changed = {
        index: (columns[one.current].period, _base(columns, one, index))
        for one in sets
        for index in (one.change, one.percent)
        if index is not None
    }
    return tuple(
        replace(
            column,
            period=changed[column.index][0] or column.period,
            baseline=changed[column.index][1] or column.baseline,
        )
        if column.index in changed
        else column
        for column in columns
    )


def _base(columns: tuple[Column, ...], one: ComparisonSet, stated: int) -> Period | None:
    """The period that a change is measured against; where no column has it, the head tells how far back."""
    if one.prior is not None:
        return columns[one.prior].period
    current = columns[one.current].period
    return None if current is None else period_before(columns[stated].label, current)


def _with_one_scale(columns: tuple[Column, ...], sets: tuple[ComparisonSet, ...]) -> tuple[Column, ...]:
    """The columns with figures and changes that are compared on one scale.

    "In RMB million" may stand above one of them alone and be meant of all.
    """
    scaled = dict(enumerate(columns))
    for one in sets:
        members = [index for index in (one.current, one.prior, one.change) if index is not None]
        scales = {(c.unit, c.multiplier) for index in members if (c := columns[index]).multiplier != 1}
        if len(scales) != 1:
            continue
        unit, multiplier = next(iter(scales))
        for index in members:
            if columns[index].multiplier == 1 and columns[index].unit is None:
                scaled[index] = replace(scaled[index], unit=unit, multiplier=multiplier)
    return tuple(scaled.values())

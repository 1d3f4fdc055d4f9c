"""What kind a table is: figures to audit, a glossary, or something else.

In: a table's cells. Out: ``kpi``, ``definitions`` or ``other``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.model import Cell, TableKind
from extract.notation.numbers import looks_numeric

_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\s*[-/–]\s*[0-9]{2,4})?")
_TERM_WORDS = 12  # a term is a name, not a sentence
_PROSE_WORDS = 6  # a definition is at least a clause
_PROSE_SHARE = 0.6


def table_kind(cells: Sequence[Cell], header_rows: int, column_count: int) -> TableKind:
    """Tell figures from glossaries by what the columns hold.

    Args:
        cells: All cells of the table.
        header_rows: How many rows from the top are titles and boxhead.
        column_count: How many columns it has.

    Returns:
        ``kpi`` where a column beside the stub is mostly numbers, ``definitions`` where two columns
        pair short terms with prose, else ``other``.
    """
    body = [cell for cell in cells if cell.row >= header_rows and cell.text.strip()]
    columns = [[cell.text for cell in body if cell.column == column] for column in range(column_count)]
    labelled = any(_has_label(texts) for texts in columns) or any(map(_are_years, columns[:1]))
    if any(_is_numeric(texts) for texts in columns[1:]) and labelled:
        return "kpi"
    filled = [texts for texts in columns if texts]
    if len(filled) == 2 and _are_terms(filled[0]) and _is_prose(filled[1]):
        return "definitions"
    return "other"


def _is_numeric(texts: Sequence[str]) -> bool:
    """Most of a column's cells are one number each, or a missing-value symbol; one at least a number."""
    numeric = sum(looks_numeric(text) for text in texts)
    return numeric >= 0.5 * len(texts) and any(
        any(c.isdigit() for c in text) for text in texts if looks_numeric(text)
    )


def _has_label(texts: Sequence[str]) -> bool:
    return any(sum(c.isalpha() for c in text) >= 2 and not looks_numeric(text) for text in texts)


def _are_years(texts: Sequence[str]) -> bool:
    """Whether a first column is nothing but years, which label rows as words do."""
    return len(texts) > 1 and all(_YEAR.fullmatch(text.strip()) for text in texts)


def _are_terms(texts: Sequence[str]) -> bool:
    return all(len(text.split()) <= _TERM_WORDS for text in texts) and not any(map(looks_numeric, texts))


def _is_prose(texts: Sequence[str]) -> bool:
    lengths = [len(text.split()) for text in texts]
    longer = sum(length >= _PROSE_WORDS for length in lengths)
    return median(lengths) >= _PROSE_WORDS and longer >= _PROSE_SHARE * len(lengths)

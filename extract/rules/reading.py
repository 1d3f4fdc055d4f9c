"""What we could not read in a report, said aloud instead of guessed.

Each rule's docstring is its page in the reference. All of it is information: none of it means
that the report is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.model import Finding, Remark
from extract.rules.evidence import Evidence, Field, Row, fingerprint, printed_in
from schemas.agreement import (
    NEGATIVE_BASE,
    NO_CHANGE,
    NO_CURRENT,
    NO_PERCENT,
    NO_PRIOR,
    ZERO_BASE,
)

_FIELDS: tuple[Field, ...] = ("change", "percent")
_MOST_NAMED = 3
PLAIN_REASONS = frozenset({"", NO_CURRENT, NO_PRIOR, NO_CHANGE, NO_PERCENT, ZERO_BASE, NEGATIVE_BASE})
"""Reasons that lie in the row as printed and need no remark."""


def column_not_understood(evidence: Evidence) -> Iterator[Finding]:
    """A part of a table could not be understood.

    ## What it finds

    Columns whose heading and numbers don't tell what they are, cells that hold something other
    than one number, decimal marks that can't be told. Each column of a table is raised once.

    ## Why it matters

    What is not understood is not checked. The figures stand in ``cells`` all the same.

    ## Example

        Calls      Ratio B    40,089    36,232

    Nothing says what "Ratio B" is or which period it speaks of.

    ## When it is uncheckable

    It checks nothing.

    ## What can fool it

    A heading that we read as something it isn't is not remarked on.
    """
    remarks: dict[tuple[int, int | None], list[Remark]] = defaultdict(list)
    for remark in evidence.facts.remarks:
        remarks[remark.table, remark.column].append(remark)
    for (ordinal, column), alike in remarks.items():
        first, table = alike[0], f"{evidence.report_id}.t{ordinal:04d}"
        title = evidence.titles.get(table, "")
        more = f" (and {len(alike) - 1} more like it in the column)" if len(alike) > 1 else ""
        yield Finding(
            rule="RD001",
            name="column_not_understood",
            severity="info",
            message=f"{title}: {first.what}{more}" if title else f"{first.what}{more}",
            fingerprint=fingerprint(
                "RD001", evidence.organisation, title, *evidence.days, *_texts(evidence, table, column)
            ),
            evidence=(table,),
            page=first.page,
            box=first.box,
            table_id=table,
            row=first.row,
        )


def _texts(evidence: Evidence, table: str, column: int | None) -> list[str]:
    """What a table's column prints, or the whole table."""
    return [
        text
        for (each, index), texts in evidence.texts.items()
        if each == table and column in (None, index)
        for text in texts
    ]


def figures_not_checkable(evidence: Evidence) -> Iterator[Finding]:
    """Stated changes or percents of a table are left unchecked, for a reason that lies in our reading.

    ## What it finds

    Tables in which stated figures stand beside current and prior, yet judging them would blame the
    report for columns that we probably pair wrongly. Each table and reason is raised once.

    ## Why it matters

    A reader knows what was not checked, and why. Published errors are rare: where most rows of the
    same columns disagree, the columns mean something else.

    ## Example

        Overseas visitors      1,204    1,150    +31%
        Residents                880      912     +8%
        Business                 312      298    -12%

    No percent follows from the two figures beside it: the base is a column that isn't printed.

    ## When it is uncheckable

    It checks nothing.

    ## What can fool it

    A table that is wrong in most of its rows.
    """
    reasons: dict[tuple[str, str], list[tuple[Row, Field]]] = defaultdict(list)
    for row in evidence.comparisons:
        for field in _FIELDS:
            if row[f"{field}_why"] not in PLAIN_REASONS:
                reasons[row["table_id"], row[f"{field}_why"]].append((row, field))
    for (table, why), unchecked in reasons.items():
        title, rows = evidence.titles.get(table, ""), [row for row, _ in unchecked]
        figures = [text for row, field in unchecked for text in printed_in(row, field)]
        yield Finding(
            rule="RD002",
            name="figures_not_checkable",
            severity="info",
            message=f"{title + ': ' if title else ''}{_named(rows)}: not checked, {why}",
            fingerprint=fingerprint("RD002", evidence.organisation, title, *figures),
            evidence=tuple(dict.fromkeys(row["comparison_id"] for row in rows)),
            page=int(rows[0]["page"]),
            table_id=table,
            row=int(rows[0]["row"]),
        )


def _named(rows: Sequence[Row]) -> str:
    """The first few KPIs by name, each once, and how many more there are."""
    names = list(dict.fromkeys(row["kpi"] for row in rows))
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")

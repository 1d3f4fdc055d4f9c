"""What we could not read in a report, said aloud instead of guessed.

Each rule's docstring is its page in the reference. All of it is information: none of it means
that the report is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extract.model import Finding, Remark
from extract.rules.evidence import Evidence, Row, fingerprint
from schemas.agreement import (
    NEGATIVE_BASE,
    NO_CHANGE,
    NO_CURRENT,
    NO_PERCENT,
    NO_PRIOR,
    ZERO_BASE,
)

PLAIN_REASONS = frozenset({"", NO_CURRENT, NO_PRIOR, NO_CHANGE, NO_PERCENT, ZERO_BASE, NEGATIVE_BASE})
"""Reasons that lie in the row as printed and need no remark."""


def column_not_understood(evidence: Evidence) -> Iterator[Finding]:
    """A part of a table could not be understood.

    ## What it finds

    Columns whose heading and numbers don't tell what they are, cells that hold something other
    than one number, decimal marks that can't be told. Each table is raised once.

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
    for (ordinal, _), alike in remarks.items():
        first, table = alike[0], f"{evidence.report_id}.t{ordinal:04d}"
        title = evidence.titles.get(table, "")
        more = f" (and {len(alike) - 1} more like it in the column)" if len(alike) > 1 else ""
        yield Finding(
            rule="RD001",
            name="column_not_understood",
            severity="info",
            message=f"{title}: {first.what}{more}" if title else f"{first.what}{more}",
            fingerprint=fingerprint("RD001", evidence.organisation, title, *(each.what for each in alike)),
            evidence=(table,),
            page=first.page,
            box=first.box,
            table_id=table,
            row=first.row,
        )


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
    reasons: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in evidence.comparisons:
        for why in sorted({row["change_why"], row["percent_why"]} - PLAIN_REASONS):
            reasons[row["table_id"], why].append(row)
    for (table, why), rows in reasons.items():
        title = evidence.titles.get(table, "")
        named = ", ".join(dict.fromkeys(row["kpi"] for row in rows[:3]))
        more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
        what = f"{title + ': ' if title else ''}{named}{more}"
        yield Finding(
            rule="RD002",
            name="figures_not_checkable",
            severity="info",
            message=f"{what}: not checked, {why}",
            fingerprint=fingerprint("RD002", evidence.organisation, title, named, why),
            evidence=tuple(row["comparison_id"] for row in rows),
            page=int(rows[0]["page"]),
            table_id=table,
            row=int(rows[0]["row"]),
        )

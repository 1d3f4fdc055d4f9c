"""Verdicts on the rows of one table, with what its other rows tell.

One row alone can't say whether the report is wrong or we have paired the wrong columns. The
table can: where most rows of the same columns don't reconcile, the columns mean something else,
and none of them is judged. In come the stated rows of one table, out go two judgements for each.
Out of scope: how figures agree (agreement), and findings (the rules).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from schemas.agreement import Judgement, Printed, Verdict, judge_change, judge_percent
from schemas.causes import cause_of_change, cause_of_percent, percent_follows_change

OTHER_COLUMNS = "most rows of these columns do not reconcile, so the base is probably another column"
NO_SIGNS = "the column prints no signs, so the direction is told by something else"
NOTHING_FITS = "no two figures of the row reconcile, so they were probably read from the wrong columns"


class StatedRow(NamedTuple):
    """One stated comparison.

    Attributes:
        columns: Equal for rows whose current and prior figures stand in the same columns.
        why: Why nothing here can be judged, or empty.
        change_why: Why the change can't be, or empty.
    """

    current: Printed | None
    prior: Printed | None
    change: Printed | None
    percent: Printed | None
    columns: Hashable = ()
    why: str = ""
    change_why: str = ""


Explain = Callable[[StatedRow], str]


class RowVerdicts(NamedTuple):
    """What is to be said about the change and the percent of one row."""

    change: Judgement
    percent: Judgement


def judge_rows(rows: Sequence[StatedRow]) -> list[RowVerdicts]:
    """Judge the stated changes and percents of one table's rows.

    >>> from decimal import Decimal
    >>> row = StatedRow(Printed(Decimal(3)), Printed(Decimal(2)), Printed(Decimal(1)), None)
    >>> judge_rows([row])[0].change.verdict
    'consistent'
    """
    rows = [row._replace(change=row.change and row.change.as_change(row.current, row.prior)) for row in rows]
    changes = [
        _judge_one(row.why or row.change_why, judge_change(row.current, row.prior, row.change))
        for row in rows
    ]
    percents = [_judge_one(row.why, judge_percent(row.current, row.prior, row.percent)) for row in rows]
    changes = _without_unsigned(rows, [row.change for row in rows], changes)
    percents = _without_unsigned(rows, [row.percent for row in rows], percents)
    both = [_without_misread(*each) for each in zip(rows, changes, percents, strict=True)]
    changes = _without_unreconciled(rows, [each.change for each in both], _change_cause)
    percents = _without_unreconciled(rows, [each.percent for each in both], _percent_cause)
    return [RowVerdicts(*pair) for pair in zip(changes, percents, strict=True)]


def columns_reconcile(verdicts: Sequence[Verdict], explained: int = 0) -> bool:
    """Whether the rows of one column speak for its reading.

    Published errors are rare (one check in 400 in audited accounts), so that three or more rows
    of which fewer than half agree tell of a misread column. One or two slips with a cause of
    their own, beside a row that agrees, do not: a small table may hold both.

    Args:
        verdicts: One for each row.
        explained: How many of the inconsistent ones have a likely cause.

    >>> columns_reconcile(["consistent", "consistent", "inconsistent"])
    True
    >>> columns_reconcile(["consistent", "inconsistent", "inconsistent"])
    False
    >>> columns_reconcile(["consistent", "inconsistent", "inconsistent"], explained=2)
    True
    >>> columns_reconcile(["inconsistent", "inconsistent"])
    True
    """
    agreeing, differing = verdicts.count("consistent"), verdicts.count("inconsistent")
    if agreeing + differing < 3 or agreeing >= differing:
        return True
    return agreeing > 0 and differing == explained <= 2


def _judge_one(why: str, judgement: Judgement) -> Judgement:
    """The judgement, unless there is a reason why it can't be made."""
    return _unchecked(judgement, why) if why else judgement


def _unchecked(judgement: Judgement, why: str) -> Judgement:
    if judgement.verdict == "uncheckable":
        return judgement
    return judgement._replace(verdict="uncheckable", why=why)


def _without_unsigned(
    rows: Sequence[StatedRow], stated: Sequence[Printed | None], judgements: Sequence[Judgement]
) -> list[Judgement]:
    """Columns that print magnitudes only (an arrow or a colour tells the direction) are not blamed."""
    signed = {
        row.columns
        for row, figure in zip(rows, stated, strict=True)
        if figure is not None and (figure.signed or figure.value < 0)
    }

    def is_magnitude(row: StatedRow, figure: Printed | None, judgement: Judgement) -> bool:
        if judgement.verdict != "inconsistent" or figure is None or row.columns in signed:
            return False
        flipped = figure._replace(value=-figure.value).interval
        return judgement.allowed is not None and flipped.meets(judgement.allowed)

    return [
        _unchecked(judgement, NO_SIGNS) if is_magnitude(row, figure, judgement) else judgement
        for row, figure, judgement in zip(rows, stated, judgements, strict=True)
    ]


def _without_misread(row: StatedRow, change: Judgement, percent: Judgement) -> RowVerdicts:
    """A row in which nothing fits anything is a misreading, not two independent errors."""
    prior, stated, rate = row.prior, row.change, row.percent
    if not (change.verdict == percent.verdict == "inconsistent" and prior and stated and rate):
        return RowVerdicts(change, percent)
    if percent_follows_change(prior, stated, rate) or _change_cause(row) or _percent_cause(row):
        return RowVerdicts(change, percent)
    return RowVerdicts(_unchecked(change, NOTHING_FITS), _unchecked(percent, NOTHING_FITS))


def _without_unreconciled(
    rows: Sequence[StatedRow], judgements: Sequence[Judgement], explain: Explain
) -> list[Judgement]:
    """Columns of which most rows disagree are of another base, and none of their rows is judged."""
    verdicts: dict[Hashable, list[Verdict]] = defaultdict(list)
    explained: Counter[Hashable] = Counter()
    for row, judgement in zip(rows, judgements, strict=True):
        misread = judgement.why == NOTHING_FITS
        verdicts[row.columns].append("inconsistent" if misread else judgement.verdict)
        explained[row.columns] += judgement.verdict == "inconsistent" and bool(explain(row))
    trusted = {key for key, told in verdicts.items() if columns_reconcile(told, explained[key])}
    return [
        judgement if row.columns in trusted else _unchecked(judgement, OTHER_COLUMNS)
        for row, judgement in zip(rows, judgements, strict=True)
    ]


def _change_cause(row: StatedRow) -> str:
    if row.current is None or row.prior is None or row.change is None:
        return ""
    return cause_of_change(row.current, row.prior, row.change)


def _percent_cause(row: StatedRow) -> str:
    if row.current is None or row.prior is None or row.percent is None:
        return ""
    return cause_of_percent(row.current, row.prior, row.percent)

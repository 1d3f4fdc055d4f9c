"""Stated changes and percentages against the figures beside them.

Each rule's docstring is its page in the reference. Out of scope: which rows disagree
(``ReconciledComparisons``) and how likely we misread them (``evidence``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.model import Finding, Severity
from extract.rules.evidence import Evidence, Failure, Field, Row, columns_of, fingerprint, printed_in
from extract.rules.wording import place, signed, term
from schemas.agreement import NEGATIVE_BASE, ZERO_BASE, percent_change

_SIGN = ("sign",)
_POINTS = ("points_for_percent", "percent_for_points")


def change_differs(evidence: Evidence) -> Iterator[Finding]:
    """A stated change is not the current figure minus the prior one.

    ## What it finds

    Rows whose printed change is no value that current - prior can have, given the precision that
    both were printed to.

    ## Why it matters

    One of three published figures is wrong, and a reader can't tell which. Where the change is a
    slip of the pen, the cause says so: two digits swapped, or digits cut off instead of rounded.

    ## Example

        Calls to 101      84,206   90,395   -6,819   -7%

    84,206 - 90,395 = -6,189, printed -6,819: two digits are swapped.

    ## When it is uncheckable

    Where current, prior or the change is missing, where the two figures have different units, where the
    table's decimal mark can't be told, and where most rows of the same columns disagree: then the
    change is against another column.

    ## What can fool it

    Figures revised after the change was computed. A change that only truncation explains is a
    warning. A wrong sign is RC003, a percent in place of points RC004.
    """
    yield from (
        _finding(evidence, failure, "RC001", "change_differs", _severity(failure))
        for failure in evidence.failures
        if failure.field == "change" and failure.cause not in (*_SIGN, *_POINTS)
    )


def percent_outside_interval(evidence: Evidence) -> Iterator[Finding]:
    """A stated percent change is outside what the figures beside it allow.

    ## What it finds

    Rows whose printed percent, read as every value that rounds to it, holds no value that
    (current - prior) / prior can have. Half up and half even are both right.

    ## Why it matters

    The percent is what people quote. The cause tells a change over the current figure (wrong_base),
    the change itself or a ratio in the percent's place, swapped digits, and digits cut off instead
    of rounded.

    ## Example

        Positive outcomes      2,731    2,560    +171    +6%

    (2,731 - 2,560) / 2,560 = +6.68%, printed +6%: the digits after the mark were cut off.

    ## When it is uncheckable

    Where the base is zero or negative, where a figure is missing, and where most rows of the same
    columns disagree: then the percent is of another column.

    ## What can fool it

    Percentages computed from figures that are printed rounded are given all the room that this
    rounding leaves. A percent that truncation explains is a warning.
    """
    yield from (
        _finding(evidence, failure, "RC002", "percent_outside_interval", _severity(failure))
        for failure in evidence.failures
        if failure.field == "percent" and failure.cause not in (*_SIGN, *_POINTS)
    )


def sign_against_direction(evidence: Evidence) -> Iterator[Finding]:
    """A stated change or percent has the wrong sign: its size is right.

    ## What it finds

    Rows whose figures rise where the stated change or percent falls, or the other way round, and
    whose change or percent agrees with its sign turned. Each of the two fields is raised on its own.

    ## Why it matters

    The reader takes a rise for a fall; sentences written from such a table repeat it.

    ## Example

        Unspecified      129    106    -23    -22%

    129 - 106 = +23, printed -23; (129 - 106) / 106 = +21.70%, printed -22%.

    ## When it is uncheckable

    Where the whole column prints no sign at all, since an arrow or a colour then tells the direction.
    The size of a percent of a zero or negative base is uncheckable, but not its sign: one that
    goes against current - prior is a warning.

    ## What can fool it

    Publishers who divide by a negative base as it stands: from -1 to 5 they print -600%, which is
    6 / -1, though the figure rises. Readers take the sign for the direction, so it is a warning that
    gives the percent both ways.

    Current and prior read the wrong way round. Where no other row speaks for the columns and the
    swapped row agrees, it is a warning and the doubt says so.
    """
    yield from (
        _finding(evidence, failure, "RC003", "sign_against_direction", _severity(failure))
        for failure in evidence.failures
        if failure.cause in _SIGN
    )
    yield from (_of_odd_base(evidence, row) for row in evidence.comparisons if _is_against(evidence, row))


def percent_confused_with_points(evidence: Evidence) -> Iterator[Finding]:
    """A difference of two percents is printed as a percent change, or the other way round.

    ## What it finds

    Rows of percents whose stated percent change is really the difference in percentage points, or
    whose stated points are really the relative change.

    ## Why it matters

    A rate that goes from 50% to 60% rises by 10 points and by 20 percent. Which of the two is
    meant decides whether a target is met.

    ## Example

        Answered within 10 seconds      71.5%    70.0%    % change: +1.5%

    (71.5% - 70.0%) / 70.0% = +2.14%, printed +1.5%, which is the difference in points.

    ## When it is uncheckable

    Where the figures are not percents, or one of them is missing.

    ## What can fool it

    Publishers for whom "% change" means points. It is a warning, since the figure itself is right.
    """
    yield from (
        _finding(evidence, failure, "RC004", "percent_confused_with_points", "warning")
        for failure in evidence.failures
        if failure.cause in _POINTS
    )


def _severity(failure: Failure) -> Severity:
    """An error, unless truncation explains the figure or nothing else speaks for our reading."""
    if failure.is_truncation or (failure.is_alone and failure.doubt):
        return "warning"
    return "error"


def _finding(evidence: Evidence, failure: Failure, rule: str, name: str, severity: Severity) -> Finding:
    row, field, judgement = failure.row, failure.field, failure.judgement
    assert judgement.recomputed is not None and judgement.allowed is not None
    stated = row[f"{field}_text"]
    cause = f" ({failure.cause.replace('_', ' ')})" if failure.cause else ""
    return Finding(
        rule=rule,
        name=name,
        severity=severity,
        message=f"{_place(evidence, row)}: {_arithmetic(failure)}, printed {stated}{cause}",
        fingerprint=_fingerprint(rule, evidence, row, field),
        evidence=_ids(row, field),
        page=int(row["page"]),
        box=evidence.boxes.get(row[f"{field}_id"]),
        kpi=row["kpi"],
        table_id=row["table_id"],
        row=int(row["row"]),
        quote=stated,
        stated=stated,
        expected=signed(judgement.recomputed, failure.stated.step, failure.stated.unit),
        low=float(judgement.allowed.low),
        high=float(judgement.allowed.high),
        cause=failure.cause,
        doubt=failure.doubt,
    )


def _arithmetic(failure: Failure) -> str:
    """The sum with the numbers as printed: ``129 - 106 = +23``."""
    row, judgement, stated = failure.row, failure.judgement, failure.stated
    assert judgement.recomputed is not None and judgement.allowed is not None
    current, prior = (_operand(row, name) for name in ("current", "prior"))
    if failure.field == "change":
        terms, step = f"{current} - {prior}", min(failure.current.step, failure.prior.step)
        ends_step = step if all(end % step == 0 for end in judgement.allowed) else step / 10
    else:
        terms, step = f"({current} - {prior}) / {prior}", stated.step / 100
        ends_step = step
    result = signed(judgement.recomputed, step, stated.unit)
    low, high = (signed(end, ends_step, stated.unit) for end in judgement.allowed)
    return f"{terms} = {result}" + (f", or {low} to {high} as printed" if low != high else "")


def _operand(row: Row, name: str) -> str:
    """A printed figure inside a sum; a negative one in brackets, whatever its minus: ``5 - (-1)``."""
    text: str = row[f"{name}_text"].strip()
    return term(text, bool(row[name] < 0) or text.startswith("+"))


def _place(evidence: Evidence, row: Row) -> str:
    """Where it stands, in the report's words, each said once."""
    title = evidence.titles.get(row["table_id"], "") or row["section_title"]
    return place((title, row["group"], row["kpi"]), row["page"])


def _ids(row: Row, field: str) -> tuple[str, ...]:
    ids = (row["comparison_id"], row["current_id"], row["prior_id"], row[f"{field}_id"])
    return tuple(each for each in ids if each)


def _fingerprint(rule: str, evidence: Evidence, row: Row, field: Field) -> str:
    return fingerprint(rule, evidence.organisation, *printed_in(row, field))


# --- a base of zero or below -----------------------------------------------------------------


def _is_against(evidence: Evidence, row: Row) -> bool:
    """Whether a percent of an odd base has the sign that current - prior has not."""
    if row["percent_why"] not in (ZERO_BASE, NEGATIVE_BASE):
        return False
    percent, change = row["stated_percent"], row["current"] - row["prior"]
    if not percent * change < 0:
        return False
    return bool(percent < 0) or row["percent_text"].startswith("+") or _prints_signs(evidence, row)


def _prints_signs(evidence: Evidence, row: Row) -> bool:
    return any(
        other["stated_percent"] < 0 and columns_of(other) == columns_of(row) for other in evidence.comparisons
    )


def _of_odd_base(evidence: Evidence, row: Row) -> Finding:
    stated = row["percent_text"]
    change = Decimal(repr(float(row["recomputed_change"])))
    step = Decimal(1).scaleb(-max(int(row["current_decimals"]), int(row["prior_decimals"])))
    result = signed(change, step, row["change_unit"])
    way = "rises" if change > 0 else "falls"
    terms = f"{_operand(row, 'current')} - {_operand(row, 'prior')}"
    return Finding(
        rule="RC003",
        name="sign_against_direction",
        severity="warning",
        message=(
            f"{_place(evidence, row)}: {terms} = {result}, so the figure {way}, printed {stated} "
            f"({_why_odd(row)})"
        ),
        fingerprint=_fingerprint("RC003", evidence, row, "percent"),
        evidence=_ids(row, "percent"),
        page=int(row["page"]),
        box=evidence.boxes.get(row["percent_id"]),
        kpi=row["kpi"],
        table_id=row["table_id"],
        row=int(row["row"]),
        quote=stated,
        stated=stated,
        cause="sign",
    )


def _why_odd(row: Row) -> str:
    """What is odd about the base; of a negative one, the percent by each of the two conventions."""
    why: str = row["percent_why"]
    if why != NEGATIVE_BASE:
        return why
    current, prior = (Decimal(repr(float(row[name]))) for name in ("current", "prior"))
    percent, step = percent_change(current, prior), Decimal(1).scaleb(-int(row["percent_decimals"]))
    of_base, of_size = (signed(each, step, "percent") for each in (percent, -percent))
    return f"{why}: divided by it the change is {of_base}, by its size {of_size}"

"""Claims to rows of ``claims``: magnitudes as printed, the direction beside them.

In: the claims of one report, or of one text. Out: rows. A figure printed as a range has no single
value: its ends stand in ``range_low`` and ``range_high``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from extract.model import Claim, Facts, Stated
from extract.tables.rows import Row, comparison_id, paragraph_id


def claim_id(report_id: str, ordinal: int) -> str:
    """The id of a report's claim.

    >>> claim_id("0123456789abcdef", 2)
    '0123456789abcdef.c00002'
    """
    return f"{report_id}.c{ordinal:05d}"


def claim_rows(report: str, facts: Facts) -> Iterable[Row]:
    """The rows of ``claims``."""
    tied = {tie.claim.ordinal: tie.comparison for tie in reversed(facts.ties)}
    for claim in facts.claims:
        comparison = tied.get(claim.ordinal)
        yield {
            "claim_id": claim_id(report, claim.ordinal),
            "report_id": report,
            "paragraph_id": paragraph_id(report, claim.paragraph),
            **claim_row(claim),
            "tied_to": "" if comparison is None else comparison_id(report, comparison),
        }


def claim_row(claim: Claim) -> Row:
    """A row of ``claims``, without its ids."""
    main = claim.main
    is_range = main is not None and main.upper is not None
    return {
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "kind": claim.kind,
        "subject": claim.subject,
        "direction": claim.direction,
        "change": _magnitude(claim.change),
        "percent": _magnitude(claim.percent),
        "points": _magnitude(claim.points),
        "range_low": _number(main.value) if main is not None and is_range else None,
        "range_high": _number(main.upper) if main is not None and is_range else None,
        "prior": None if claim.prior is None else _number(claim.prior.value),
        "current": None if claim.current is None else _number(claim.current.value),
        "whole": None if claim.whole is None else _number(claim.whole.value),
        "factor": _magnitude(claim.factor),
        "unit": claim.unit,
        "hedge": claim.hedge,
        "compared_to": claim.compared_to,
        "verdict": claim.verdict,
        "why": claim.why,
    }


def _magnitude(stated: Stated | None) -> float | None:
    """A size as printed but without its sign, which the direction tells; nothing for a range."""
    if stated is None or stated.upper is not None:
        return None
    return _number(abs(stated.value))


def _number(value: Decimal | None) -> float | None:
    return None if value is None or not math.isfinite(float(value)) else float(value)

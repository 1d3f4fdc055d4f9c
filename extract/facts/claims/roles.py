"""What a figure says in its clause: how much something moved, where to, where from, or how much there is.

In: a figure and what stands before it. Out: its role. The forms stand in one table and are tried in
order; what fits none is a level. Out of scope: which roles together make one claim (``assemble``).
"""

from __future__ import annotations

from collections.abc import Callable

from extract.facts.claims import forms_of_amount as amount
from extract.facts.claims import forms_of_size as size
from extract.facts.claims.context import Context, Role

FORMS: tuple[Callable[[Context], Role | None], ...] = (
    amount.factor,
    amount.ratio,
    amount.per_share,
    amount.dated_in_bracket,
    amount.whole_before_comma,
    size.size_before_movement,
    size.further_added,
    size.after_by,
    size.after_movement,
    size.after_or,
    amount.in_bracket,
    size.after_noun_of_movement,
    size.after_copula_of_movement,
    size.listed,
    amount.marked,
    amount.reached,
    amount.steady,
    size.signed,
    amount.share,
)


def role_of(context: Context) -> Role:
    """The part that a figure plays."""
    for form in FORMS:
        role = form(context)
        if role is not None:
            return role
    return Role("level")

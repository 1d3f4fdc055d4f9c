"""Forms that say how much there is, or was before: "to 440", "from 500", "30% of all", "stable at 75%".

Each form is a function with an example as printed; ``roles`` lists them. Out of scope: the size of
movements (``forms_of_size``).
"""

from __future__ import annotations

from decimal import Decimal

from extract.facts.claims.context import NOUN_STOPS, Context, Role, is_soft
from extract.facts.claims.frames import are_alike, like
from extract.facts.claims.numbers import Figure
from extract.notation.words import word_set

_SHARING = word_set(
    "accounted accounting accounts account represented represents representing represent comprised "
    "comprises comprising comprise constituted constitutes constituting constitute made make makes "
    "making making-up formed equal equivalent corresponding equating equates equated covers covered "
    "covering held owned owns holds contributed contributes contributing"
)


_LEVELLING = word_set(
    "was were is are at stood stands standing totalled totaled totals totalling totaling reached "
    "reaching hit amounted averaged averages be been being of rate reports reported recorded came "
    "numbered number"
)


_NEAR = 9  # nodes between a movement and its size in brackets
_ELSEWHERE = word_set("than to at with where when who which that , ; and but")
_PLACED = frozenset({"", ".", ",", ")", ";", "in", "for", "and", "at", "respectively"})


def factor(context: Context) -> Role | None:
    """As in "doubled", "twice as many", "three times higher"."""
    figure = context.nodes[context.at].figure
    return Role("factor") if figure is not None and figure.sort == "factor" else None


def per_share(context: Context) -> Role | None:
    """As in "21.4 mln dlrs, or 1.07 dlrs a share, up from 18.2 mln, or 91 cts": the same once more."""
    if context.last is None or context.low(-1) != "or" or context.last_part not in {"level", "from", "to"}:
        return None
    last, figure = context.nodes[context.last].figure, context.nodes[context.at].figure
    assert last is not None and figure is not None
    a_share = [context.low(1), context.low(2)] in (["a", "share"], ["per", "share"])
    if not (a_share or figure.unit.isupper()) or context.at - context.last > _NEAR:
        return None
    return Role("skip") if a_share or last.value > figure.value * 10**4 else None


def whole_before_comma(context: Context) -> Role | None:
    """As in "Of the 640 complaints, 96 (15%) were upheld": what the figures after it are parts of."""
    figure = context.nodes[context.at].figure
    assert figure is not None
    is_amount = figure.unit == "count" or figure.unit.isupper()
    if context.last is not None or not is_amount or figure.sort != "number":
        return None
    at = context.before()
    if (
        at < 0
        or context.nodes[at].low != "of"
        or (at and context.nodes[at - 1].kind not in {"mark", "period"})
    ):
        return None
    behind = [node.low for node in context.nodes[context.at + 1 : context.at + 30]]
    return Role("whole") if "," in behind else None


def ratio(context: Context) -> Role | None:
    """As in "1 in 4", "143 of the 293", whatever it is compared with."""
    figure = context.nodes[context.at].figure
    assert figure is not None
    bracketed = context.at > 0 and context.low(-1) in {"(", "["}
    return Role("share") if figure.sort == "ratio" and not bracketed else None


def in_bracket(context: Context) -> Role | None:
    """As in "2,816 fewer incidents (-4%)", "a 25% reduction (-1,145 incidents)", "7 out of 138 (5.1%)"."""
    at = context.before()
    if at < 0 or context.nodes[at].low not in {"(", "["}:
        return None
    if _is_prior_alone(context, at):
        return Role("from")
    sign = context.sign
    if sign and context.unit in {"percent", "count", "percentage_points"}:
        return Role("by", None, sign, is_linked=context.last is not None)
    if _is_percent_of_both(context, at):
        return Role("by", None, sign, is_linked=True)
    # "increases from New Zealand [2,576 or 13.5% to 21,675]"
    opens = context.move is not None and context.low(1) == "or" and not context.is_spent
    if opens or _is_size_in_bracket(context):
        return Role("by", None, sign)
    if context.last is None:
        return Role("level") if context.unit == "percent" else None
    if context.move is not None and context.last_part in {"by", "to"} and _goes_on_listing(context):
        return Role("by", None, sign, is_list=True)
    between = context.nodes[context.last + 1 : at]
    last = context.nodes[context.last].figure
    is_fraction = last is not None and last.sort == "fraction"
    of_count = last is not None and last.unit == "count" and context.unit == "percent"
    stops = {"than", "and", ",", "or"} | (set() if is_fraction or of_count else {"of"})
    near = at - context.last <= 5 and (is_fraction or not any(node.low in stops for node in between))
    if context.marker == "from" and context.last_part == "factor":
        return Role("from")
    figure = context.nodes[context.at].figure
    assert figure is not None
    if last is not None and _is_of_another_period(context, at) and last.unit == figure.unit:
        return Role("from")
    if figure.sort == "ratio":
        return Role("share", is_linked=at - context.last <= 9)
    if context.last_part == "share":
        # "61 of the 80 appeals were heard in time (76.3%)"
        of_ratio = last is not None and last.sort == "ratio" and context.unit == "percent"
        far = at - context.last <= (2 * _NEAR if of_ratio else _NEAR)
        linked = near or (far and (of_ratio or context.unit == "count"))
        return Role("share", is_linked=linked)
    if near and last is not None:
        return Role("level", is_linked=True)
    return Role("level")


def _is_percent_of_both(context: Context, bracket: int) -> bool:
    """As in "rose from £2.00 to £2.10 (5%)": how much, behind the two levels."""
    if context.last is None or context.move is None or context.unit != "percent":
        return False
    if context.last_part != "to" or bracket != context.last + 1 or context.low(1) not in {")", "]"}:
        return False
    told = [n.figure for n in context.nodes[context.move : context.at] if n.figure is not None]
    return len(told) == 2 and all(figure.unit != "percent" for figure in told)


def _is_of_another_period(context: Context, bracket: int) -> bool:
    """As in "5.5p (2003: 5.0p)", "8.1% (7.9% in Q1)"."""
    nodes, at = context.nodes, context.at
    if (
        context.last is None
        or bracket - context.last > 2
        or context.last_part not in {"level", "to", "share"}
    ):
        return False
    behind = nodes[at + 1 : at + 4]
    return (
        len(behind) > 2
        and behind[0].low in {"in", "at"}
        and behind[1].kind == "period"
        and behind[2].low == ")"
    )


def dated_in_bracket(context: Context) -> Role | None:
    """As in "5.5p (2003: 5.0p)", "52.1% (prior year: 49.8%)": the same of another year."""
    nodes, at = context.nodes, context.at - 1
    figure = nodes[context.at].figure
    if context.last is None or figure is None:
        return None
    opened = at
    while opened > context.last and (nodes[opened].kind == "period" or nodes[opened].low in _DATING):
        opened -= 1
    if opened == at or nodes[opened].low not in {"(", "["} or opened - context.last > _NEAR:
        return None
    last = nodes[context.last].figure
    is_level = last is not None and (
        context.last_part in _LEVELS or (context.last_part == "by" and figure.unit.isupper())
    )
    return Role("from") if is_level and last is not None and last.unit == like(figure, last).unit else None


_DATING = word_set(
    ": profit loss surplus deficit of - prior previous last year quarter period restated the same in for "
    "fy pcp full first half second corresponding comparative pro-forma was were , - at"
)
_LEVELS = frozenset({"level", "to", "share"})


def _is_prior_alone(context: Context, bracket: int) -> bool:
    """As in "EUR 26.1 mn (23.4)", "4,812 employees (4,655)", "310,000 tonnes ( 345,000 tonnes )"."""
    nodes, at = context.nodes, context.at
    figure = nodes[at].figure
    last = None if context.last is None else nodes[context.last].figure
    if figure is None or last is None or context.last is None or context.last_part not in _LEVELS:
        return False
    if (
        {figure.sort, last.sort} != {"number"}
        or figure.hedge
        or last.hedge
        or figure.upper is not None
        or bracket != at - 1
    ):
        return False
    between = nodes[context.last + 1 : bracket]
    if len(between) > 2 or any(n.kind != "word" or n.low in NOUN_STOPS - {"per"} for n in between):
        return False
    inside = nodes[at + 1 : at + 3]
    names = {n.low for n in between}
    alone = bool(inside) and (
        inside[0].low in {")", "]"}
        or (len(inside) > 1 and inside[0].low in names and inside[1].low in {")", "]"})
    )
    if figure.unit == "count" != last.unit and figure.quantity.multiplier == 1:
        return alone and like(figure, last).unit == last.unit
    if figure.unit != last.unit or figure.unit == "percentage_points":
        return False
    if figure.unit in {"percent", "count"} and (context.sign or context.last_part == "share"):
        return False
    return alone and are_alike(figure, last) and _is_of_like_size(figure, last)


def _is_of_like_size(one: Figure, other: Figure) -> bool:
    if one.unit != "count" or not one.value or not other.value:
        return True
    return 1 / _MOST_APART < abs(one.value / other.value) < _MOST_APART


_MOST_APART = Decimal(5)  # "4,812 employees (4,655)", but not "412 searches (19)"


def _is_size_in_bracket(context: Context) -> bool:
    """As in "visits rose in Japan (6.7%)": the movement has no other size."""
    if (
        context.move is None
        or context.is_spent
        or context.unit != "percent"
        or context.at - context.move > _NEAR
    ):
        return False
    movement = context.nodes[context.move].movement
    between = context.nodes[context.move + 1 : context.at]
    moves = movement is not None and movement.part in {"verb", "participle", "either"}
    return moves and all(n.kind in {"word", "mark", "period"} and n.low not in _ELSEWHERE for n in between)


def _goes_on_listing(context: Context) -> bool:
    """As in "rose in Japan (6.7%), Canada (2.6%) and China (1.3%)"."""
    assert context.last is not None
    last = context.nodes[context.last].figure
    between = context.nodes[context.last + 1 : context.at - 1]
    parted = len(between) > 1 and between[0].low in {")", "]"} and between[1].low in {",", ";", "and"}
    if context.low(1) == "or":
        return parted
    plain = all(node.kind in {"word", "mark", "period"} for node in between)
    return parted and plain and context.unit != "count" and last is not None and last.unit == context.unit


def marked(context: Context) -> Role | None:
    """As in "to EUR 193.1 mn from EUR 305.6 mn", "against $66m", "compared with eight pct"."""
    if context.marker == "to" and context.move is not None:
        return Role("to")
    figure = context.nodes[context.at].figure
    if context.marker == "to" and context.last is not None and context.last_part == "from":
        last = context.nodes[context.last].figure  # "was pared from 9% to 6%"
        between = context.nodes[context.last + 1 : context.at]
        plain = all(n.kind == "period" or n.low in _BETWEEN_ENDS or is_soft(n) for n in between)
        if plain and last is not None and figure is not None and are_alike(last, figure):
            return Role("to")
    if figure is not None and figure.upper is not None and context.move is None:
        return None  # "has varied from 19% to 23%"
    if context.marker == "from":
        return Role("from")
    return None


_BETWEEN_ENDS = word_set("to in a share per year earlier at the end of")


def reached(context: Context) -> Role | None:
    """As in "closed up 5% at 34.5 pence", "fell, reaching 40%": where a movement ended."""
    at = context.before()
    if at < 0 or context.move is None:
        return None
    lead = context.nodes[at].low
    if lead in {"reaching", "reach", "hit", "hitting", "totalling", "totaling"} or (
        lead == "at" and context.is_spent and context.unit != "percent"
    ):
        return Role("to")
    return None


def steady(context: Context) -> Role | None:
    """As in "remained stable at 75%", "unchanged at 14.24 eur"."""
    if context.steady is None or context.at - context.steady > 8:
        return None
    between = context.nodes[context.steady + 1 : context.at]
    if any(
        node.kind in {"figure", "move"} or node.low in {";", ",", "but", "with", "while"} for node in between
    ):
        return None
    return Role("steady")


def share(context: Context) -> Role | None:
    """As in "30% of all", "made up 55%", "12.5% searches", "a third of dentists", "4 out of 138"."""
    figure = context.nodes[context.at].figure
    assert figure is not None
    if figure.sort == "ratio":
        return Role("share")
    if figure.unit != "percent":
        return None
    if figure.sort == "fraction":
        return Role("share")
    at = context.before()
    lead = context.nodes[at] if at >= 0 else None
    if lead is not None and lead.low == "of" and at and context.nodes[at - 1].low in {"rate", "rates"}:
        return Role("level")
    window = {context.low(-i) for i in range(1, 5)}
    if context.low(1) == "of" or window & _SHARING:
        return Role("share")
    if lead is not None and (lead.low in _LEVELLING or lead.low in {"(", "rate"}):
        return Role("level")
    if lead is not None and lead.low == "or" and context.last_part in {"level", "from", "to"}:
        return Role("share")  # "6.1 mln shares, or 14.2 pct, of the company"
    listed = context.low(-1) in {"and", ","} and context.low(1) not in {"of"}
    return Role(
        "level" if context.last_part == "level" and (listed or context.low(1) in _PLACED) else "share"
    )

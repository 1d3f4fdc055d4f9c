"""Forms that say how much something moved: "a 24% increase", "fell by 31", "up 10%".

Each form is a function with an example as printed; ``roles`` lists them. Out of scope: levels and
shares (``forms_of_amount``).
"""

from __future__ import annotations

from itertools import pairwise

from extract.facts.claims.context import NOUN_STOPS, Context, Role, is_soft
from extract.notation.words import word_set

_OF_PACE = word_set(
    "of rate annual an a at annualised annualized average monthly quarterly pace compound growth yearly the"
)
_NEW_CLAUSE = word_set("; while whereas was were be is are has have had will would who that")
_OBJECT = 4  # words of what moved
_AFTER_ADVERB = word_set("at on from over in year . ,") | {""}
_COPULAS = word_set("was were is are be been being equalled equals amounted averaged averages reached")


def size_before_movement(context: Context) -> Role | None:
    """As in "a 24% increase", "2,816 fewer incidents", "0.5 points lower", "a 3% pay rise", "4% up on"."""
    nodes, at = context.nodes, context.at
    figure = nodes[at].figure
    assert figure is not None
    if figure.sort == "ratio":
        return None
    compared = _counted_and_compared(context)
    if compared is not None:
        return Role("by", compared, context.sign)
    named = context.low(-1) in {"a", "an", "the"} or is_soft(nodes[at - 1]) if at else False
    steps = 4 if context.unit in {"percent", "percentage_points"} else 1
    start = 1
    if [context.low(1), context.low(3)] == ["(", ")"] and nodes[at + 2].kind == "figure":
        start, steps = 4, 4  # "310 (6%) higher than"
    for ahead in range(start, steps + 1):
        if at + ahead >= len(nodes):
            return None
        node = nodes[at + ahead]
        if node.kind == "move":
            assert node.movement is not None
            part = node.movement.part
            if figure.is_worded and node.low in {"additional", "extra"}:
                return None  # "three additional one-year terms"
            if part in {"noun", "either", "comparative"} and not _is_past(node.low):
                far = ahead > 1 and start == 1 and (part == "comparative" or not (named or part == "noun"))
                return None if far else Role("by", at + ahead, context.sign)
            adverb = part == "adverb" and context.low(ahead + 1) in _AFTER_ADVERB
            return Role("by", at + ahead, context.sign) if adverb else None
        if ahead == 1 and context.unit == "count" and node.kind == "word" and node.low not in NOUN_STOPS:
            beyond = nodes[at + 2] if at + 2 < len(nodes) else None
            movement = None if beyond is None or beyond.kind != "move" else beyond.movement
            if movement is not None and movement.part == "comparative" and context.low(3) == "than":
                return Role("by", at + 2, context.sign)
        if node.kind not in {"word", "period"} or node.low in NOUN_STOPS:
            return None
    return None


def further_added(context: Context) -> Role | None:
    """As in "A further 30 lockers have been added since May": what came on top."""
    if [context.low(-2), context.low(-1)] not in (["a", "further"], ["an", "additional"]):
        return None
    ahead = [node.low for node in context.nodes[context.at + 1 : context.at + 8]]
    passive = any(one in {"been", "were"} and other == "added" for one, other in pairwise(ahead))
    return Role("by", None, 1) if passive and context.unit == "count" else None


def after_by(context: Context) -> Role | None:
    """As in "reduced by over 11,000 calls", "and by 7% for child patients"; not "did not fall by 4%"."""
    at = context.before()
    if at < 0 or context.nodes[at].low != "by":
        return None
    if context.move is not None:
        return Role("by", None, context.sign, is_list=context.is_spent)
    return Role("skip") if context.unit == "percent" else None


def after_movement(context: Context) -> Role | None:
    """As in "rose 7,000", "fell 9.4 pct", "up 10%", "grew at an annual rate of 10.7%"."""
    at = context.before()
    if at < 0:
        return None
    nodes = context.nodes
    lead = nodes[at]
    is_percent = context.unit in {"percent", "percentage_points"}
    if lead.low in {"of", "rate"} and is_percent:
        back = at
        while back > 0 and at - back < 6 and nodes[back].low in _OF_PACE:
            back -= 1
        if nodes[back].kind == "move" and nodes[back + 1].low == "at":
            return Role("by", back, context.sign)
    if (
        lead.kind == "move"
        and nodes[context.at].low in {"above", "below", "beyond"}
        and lead.low[-3:] != "ing"
    ):
        return Role("to")  # "rose above 5 million"
    if lead.kind == "move" and lead.movement is not None:
        is_object = (
            context.low(-1) == "the" and not is_percent
        )  # "reduce the estimated £7 billion in lost tax"
        if lead.movement.part in {"verb", "participle", "either", "adverb"} and not is_object:
            return Role("by", at, context.sign)
        if lead.low in {"additional", "extra"}:
            return Role("by", at, context.sign)
    return _after_object(context, at) if context.unit == "percent" else None


def _after_object(context: Context, at: int) -> Role | None:
    """As in "grew digital sales 12%": what moved stands between the verb and its size."""
    move = context.move
    if move is None or context.is_spent or not 0 < at - move <= _OBJECT or context.low(1) == "of":
        return None
    movement = context.nodes[move].movement
    words = context.nodes[move + 1 : context.at]
    plain = all(node.kind == "word" and node.low not in NOUN_STOPS for node in words)
    verb = movement is not None and movement.part == "verb"
    return Role("by", move, context.sign) if verb and plain else None


def after_noun_of_movement(context: Context) -> Role | None:
    """As in "an increase of 447 offences", "a reduction in the baseline of 10%", "reductions in over 20%"."""
    at = context.before()
    if at < 0 or context.move is None:
        return None
    lead, move = context.nodes[at], context.nodes[context.move]
    assert move.movement is not None
    if move.movement.part not in {"noun", "either"}:
        return None
    if context.is_spent:  # "a 2.6% increase of 28.7 million"
        goes_on = lead.low == "of" and at == context.move + 1
        return Role("by", None, context.sign, is_linked=True) if goes_on else None
    if lead.low == "of" or (lead.low == "in" and at == context.move + 1):
        between = context.nodes[context.move + 1 : at]
        if any(node.kind == "figure" or node.low in _NEW_CLAUSE for node in between):
            return None
        return Role("by", None, context.sign) if len(between) <= 14 else None
    return None


def after_copula_of_movement(context: Context) -> Role | None:
    """As in "growth of net sales has been 28 %", "these reductions were 31%", "the increase was £4m"."""
    at = context.before()
    if at < 0 or context.move is None or context.is_spent or context.nodes[at].low not in _COPULAS:
        return None
    move = context.nodes[context.move]
    assert move.movement is not None
    between = context.nodes[context.move + 1 : at]
    if move.movement.part not in {"noun", "either"} or any(node.kind == "figure" for node in between):
        return None
    if any(node.low in {",", ";", "which", "and", "but"} for node in between):
        return None
    return Role("by", None, context.sign)


def after_or(context: Context) -> Role | None:
    """As in "by £106m or 47.3%", "227,000 patients, or 23.8%,": the same movement in another unit."""
    if _is_percent_of_two(context):
        return Role("by", None, context.sign, is_linked=True)
    if context.last is None or context.last_part != "by":
        return None
    at = context.before()
    figure = context.nodes[context.at].figure
    is_fraction = (
        at >= 0 and context.nodes[at].low == "," and figure is not None and figure.sort == "fraction"
    )
    if is_fraction and context.low(1) in {".", ",", ";", ""} and at - context.last <= 3:
        return Role("by", None, 0, is_linked=True)  # "by 402 offences, nearly a third."
    that_is = at > 0 and [context.nodes[at - 1].low, context.nodes[at].low] == ["e", "."]  # "i.e. 6 %"
    reach = 11 if at >= 0 and context.nodes[at].low == "(" and _is_of_past(context, at) else 6
    if at < 0 or not (that_is or context.nodes[at].low in {"or", "("}) or at - context.last > reach:
        return None
    between = context.nodes[context.last + 1 : at]
    if any(node.kind in {"move", "steady"} for node in between):
        return None
    if context.nodes[at].low == "(" and any(node.low in {"and", ";", "while"} for node in between):
        return None  # "rose 14% and those about fares (98) fell"
    if _is_of_past(context, at):
        return Role("from")
    if context.low(1) == "of" and context.nodes[at].low == "or":
        return None
    return Role("by", None, context.sign, is_linked=True)


def _is_of_past(context: Context, bracket: int) -> bool:
    """As in "up 5% on the prior year (11.8p)": the earlier level, not the change in another unit."""
    assert context.last is not None
    between = context.nodes[context.last + 1 : bracket]
    past = any(node.kind == "period" or node.low in {"prior", "previous", "last", "year"} for node in between)
    level = context.unit.isupper() or context.unit == "count"
    return context.nodes[bracket].low == "(" and past and level and not context.sign


def _is_percent_of_two(context: Context) -> bool:
    """As in "from $1.2 billion to $1.6 billion, or 33%.": the movement's percent behind its levels."""
    if context.last is None or context.last_part not in {"to", "from"} or context.move is None:
        return False
    last = context.nodes[context.last].figure
    at = context.before()
    that_is = at > 0 and [context.nodes[at - 1].low, context.nodes[at].low] == ["e", "."]  # "i.e. 6 %"
    near = at >= 0 and (that_is or context.nodes[at].low == "or") and at - context.last <= 5
    plain = context.unit == "percent" and last is not None and last.unit != "percent"
    if _gives_shares(context):
        return False
    return near and plain and context.low(1) in {".", ",", ";", "", ")"}


def _gives_shares(context: Context) -> bool:
    """As in "£40m, or 5 pct of the fund, up from £30m, or 4 pct": a share each time."""
    nodes = context.nodes
    for at in range(1, context.at - 1):
        figure = nodes[at].figure
        if figure is not None and figure.unit == "percent" and nodes[at + 1].low == "of":
            back = at - 1
            if nodes[back].low in {"or", "representing"}:
                return True
    return False


def signed(context: Context) -> Role | None:
    """As in "under 5 years with -2.9%", "a change of +3.1%": a printed sign tells a movement."""
    sign = context.sign
    figure = context.nodes[context.at].figure
    assert figure is not None
    if not sign or not figure.quantity.text.startswith(("-", "+", "\u2212", "\u2013")) or context.marker:
        return None
    before = context.before()
    if before >= 0 and context.nodes[before].low in {"at", "to", "from", "was", "were", "is", "are"}:
        return None
    if context.unit in {"percent", "percentage_points", "count"} or figure.quantity.text[:1] == "+":
        return Role("by", None, sign)
    return None


def listed(context: Context) -> Role | None:
    """As in "rose by 3% and 1.2%", "increased 7%, 8% and 3%", "11% in Q3 and 11% for the nine months"."""
    if context.last is None or context.last_part not in {"by", "from"}:
        return None
    before = context.nodes[context.at - 1].low
    last = context.nodes[context.last].figure
    assert last is not None
    if _is_after(context, last.unit):
        return Role("by", None, context.sign, is_list=True)
    if before not in {"and", ",", "or"} and not _is_gapped(context, last.unit):
        return None
    if before == "and" and context.low(-2) == ")" and context.last_part == "by" and context.low(1) == "(":
        return Role("by", None, context.sign, is_list=True)  # "by 1,668 (14%) and 9,359 (40%)"
    if last.unit != context.unit or (context.low(1) == "of" and context.unit == "percent"):
        return None
    between = context.nodes[context.last + 1 : context.at]
    if any(
        n.kind in {"move", "steady"} or n.low in {"with", "while", "but", ";", "was", "were"} for n in between
    ):
        return None
    if before == "," and len(between) > 4 and context.unit == "count":
        return None
    if (
        context.unit == "count"
        and context.last_part == "by"
        and not any(n.low == "respectively" for n in context.nodes)
    ):
        return None
    return Role(context.last_part, None, context.sign, is_list=True)


def _is_after(context: Context, unit: str) -> bool:
    """As in "grew 2.4 pct in 1986 after 2.5 pct in 1985", "up 3%, following 2.8% in March"."""
    assert context.last is not None
    at = context.before()
    follows = at > context.last and context.nodes[at].low in {"after", "following"} and at - context.last < 8
    return follows and context.last_part == "by" and unit == context.unit == "percent"


def _is_gapped(context: Context, unit: str) -> bool:
    """As in "exports rose nine pct and imports 11 pct": the verb is left out."""
    assert context.last is not None
    if context.last_part not in {"by", "to"} or context.move is None:
        return False
    if unit != "percent" or context.last_part == "to":
        return False
    between = context.nodes[context.last + 1 : context.at]
    at = next((i for i, node in enumerate(between) if node.low in {"and", ","}), None)
    if at is None:
        return False
    subject = [node for node in between[at + 1 :] if node.low not in {"and", ","} and not is_soft(node)]
    return 0 < len(subject) <= 3 and all(n.kind == "word" and n.low not in NOUN_STOPS for n in subject)


def _counted_and_compared(context: Context) -> int | None:
    """The movement of "922 offences (+4%) above the first quarter", "12 stores (3%) more than"."""
    nodes, at = context.nodes, context.at + 1
    if context.unit not in {"count", "percentage_points"} and not context.unit.isupper():
        return None
    if context.low(1) == "or" and context.at + 3 < len(nodes) and nodes[at + 1].kind == "figure":
        movement = nodes[at + 2].movement  # "3,412 or 9.0% more than last year"
        return at + 2 if movement is not None and movement.part == "comparative" else None
    rest = [node.low for node in nodes[at : at + 5]]
    if rest[:2] == [",", "or"] and rest[3:4] == [","] and nodes[at + 2].kind == "figure":
        movement = nodes[at + 4].movement if len(rest) > 4 else None
        compares = movement is not None and movement.part == "comparative"
        return at + 4 if compares else None  # "£3m, or 10%, lower than"
    while (
        at < len(nodes)
        and at <= context.at + 3
        and nodes[at].kind == "word"
        and nodes[at].low not in NOUN_STOPS
    ):
        at += 1
    if (
        at + 3 < len(nodes)
        and [nodes[at].low, nodes[at + 2].low] == ["(", ")"]
        and nodes[at + 1].kind == "figure"
    ):
        movement = nodes[at + 3].movement
        if nodes[at + 3].kind == "move" and movement is not None and movement.part == "comparative":
            return at + 3
    return None


def _is_past(low: str) -> bool:
    return low.endswith("ed") and low not in {"reed"}

"""Which bare figures are worth a claim: those that a clause states as how much there is of something.

In: a level that nothing else was made of. Out: whether it is told as a measured value. In doubt it
is none: numbers of details, sizes and conditions are far more frequent in prose than measured levels that
nothing is compared with.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.facts.claims.frames import Frame
from extract.facts.claims.numbers import Figure
from extract.facts.claims.tokens import Token
from extract.notation.symbols import SCALES
from extract.notation.words import word_set

_PHYSICAL = word_set(
    "square cubic cubic-metre sq metre metres meter meters m km kilometre kilometer kilometres kilometers "
    "miles feet ft inches mm cm nm kg kilos kilogram kilograms gram grams g lb lbs litre litres liters ml mg "
    "micro mw kw gw kva degrees degree ° volts hectares hectare acres acre mph rpm knots inch foot mile "
    "watts hz khz mhz ghz gb mb tb dpi horsepower bhp psi bar calories kcal wt dwt"
)
_NO_NOUNS = word_set(
    "of in to from on at for by with as than and or but while when which that this was were is are "
    "has have had who where he she it they i we so because after before"
)
_BEING = word_set("was were is are be been")
_TELLING = word_set(
    "totalled totaled totals totalling totaling reached reach reaches reaching amounted amounts amounting "
    "numbered averaged recorded received registered had posted reported attended answered treated "
    "dealt handled sold shipped carried employed employs employ served welcomed attracted generated earned "
    "spent raised paid produced imported exported issued made saw stood stands standing came cost costs "
    "hit attained achieved booked delivered completed processed identified secured contained "
    "runs operates collected borrowed owed owes owned invested exceeded brings brought bringing "
    "pushing pushed taking takes leaving returned makes affect affects affected opened "
    "peaked pay pays allocated awarded granted donated provided"
)
_PASSED = word_set(
    "a an the to at of in by only just still now around about approximately some nearly almost over under "
    "more less fewer than well above below up record total average estimated combined again also already "
    "exactly roughly provisional high low further net gross all-time new as many much"
)
# What a figure may be "of": "a dividend of 7.2p", "a total of 212", "sales of £4m".
_MEASURES = word_set(
    "total dividend dividends sales turnover revenue revenues profit profits loss losses income earnings "
    "surplus deficit population number average rate proportion turnout score volume value budget cost "
    "costs spending expenditure investment ebitda ebit capacity balance debt share median receipts "
    "percentage depreciation amortisation amortization maximum minimum level levels forecast forecasts "
    "estimate expectations"
)
_AUXILIARIES = word_set(
    "were was had have has are would will could did received died attended reported took visited lived "
    "arrived came said waited participated responded worked live work"
)
# "below the average of similar authorities (51.1%)", "highest in the South West (72.4%)"
_COMPARED = word_set(
    "average mean median below above against than similar highest lowest higher lower national inflation"
)
_IN_LIST = SCALES.keys() | word_set("in and for per cent pct eur usd gbp respectively dlrs at to")
_LISTED = 16  # tokens
_WINDOW = 8
# "the remaining crop, estimated at", "shares of par value"
_DETAILS = word_set(
    "par nominal capacity remaining aged measuring weighing covering seating spanning estimated "
    "base sample ticket weighs measures lasted takes costing priced assuming if unless until "
    "least every each per via bus route bed beds storey stories seat seats page"
)
_FAR = 6


def is_told(figure: Figure, tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether a bare figure is stated as how much there is of something."""
    at = figure.first - 1
    if not _may_measure(figure, tokens):
        return False
    words = [token.low for token in tokens]
    if figure.unit == "percent" and set(words[max(0, at - _WINDOW) : at + 1]) & _COMPARED:
        return True
    while at >= 0 and figure.first - at < _FAR and words[at] in _PASSED:
        at -= 1
    if at < 0:
        return words[0] == "at" or _opens_clause(figure, tokens)  # "At 6.8%, vacancy rates are"
    if is_detail(figure, tokens):
        return False
    if words[at] in {"worth", "valued"}:
        return at > 0 and words[at - 1] in _BEING
    if words[figure.first] in {"exceeds", "exceeded", "topped", "surpassed"}:
        return "no" not in words[max(0, at - 2) : at + 1]
    if frame.sort == "moving" and frame.direction and "to" in words[at : figure.first]:
        return True
    return _follows_verb(figure, tokens, words, at)


def is_detail(figure: Figure, tokens: Sequence[Token]) -> bool:
    """As in "a capacity of 240,000 tonnes a year", "par value $0.01", "a base of 1,950"."""
    before = {token.low for token in tokens[max(0, figure.first - 4) : figure.first]}
    return bool(before & _DETAILS)


def _follows_verb(figure: Figure, tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    """As in "was 43.7%", "a dividend of 7.2p", ", with 240 offences recorded"."""
    lead = words[at]
    if lead in {"has", "have", "had"} and "now" in words[max(0, at - 1) : figure.first]:
        return True  # "now has 64 ferries"
    if lead in _BEING | _TELLING or (lead in _MEASURES and "of" in words[at + 1 : figure.first]):
        return True
    if lead in {",", "and"} and _goes_on_list(tokens, at):
        return True
    if lead == "with" and words[at - 1] == ",":
        return _has_noun(figure, tokens) or words[figure.last + 1 : figure.last + 2] == ["of"]
    opens = tokens[at].kind in {"period", "mark"} or lead in {"that", "and", "but", "where", "while"}
    return opens and lead != "(" and _opens_clause(figure, tokens)


def _goes_on_list(tokens: Sequence[Token], end: int) -> bool:
    """As in "were 2,348 in April, 2,110 in May and 1,764": the figures before it are told."""
    for at in range(end - 1, max(-1, end - _LISTED), -1):
        token = tokens[at]
        if token.low in _BEING | _TELLING or (token.low == "of" and at and tokens[at - 1].low in _MEASURES):
            return at < end - 1
        if token.kind == "word" and token.low not in _IN_LIST:
            return False
    return False


def _may_measure(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Whether its unit, size and noun are those of a measured value."""
    if figure.unit in {"percentage_points", "days", "seconds"}:
        return False
    behind = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if behind is not None and behind.low in _PHYSICAL:
        return False
    if figure.unit == "percent" or figure.unit.isupper():
        return True
    if figure.quantity.multiplier != 1:
        return True
    if figure.unit != "count":
        return False
    if abs(figure.value) < 10 and not figure.quantity.decimals:
        return False
    return (
        abs(figure.value) >= 1000
        or figure.hedge != ""
        or figure.quantity.decimals > 0
        or _has_noun(figure, tokens)
    )


def _has_noun(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Whether it counts something: "163 offences", or is told of it: "the number was 115"."""
    behind = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if behind is not None and behind.kind == "word" and behind.low not in _NO_NOUNS:
        return True
    being = behind is not None and behind.low in {"are", "were", "have", "had"}
    return being or (figure.first > 0 and tokens[figure.first - 1].low in _BEING | _TELLING)


def _opens_clause(figure: Figure, tokens: Sequence[Token]) -> bool:
    """As in "1,108 terminations were notified", "104,000 jobs would be cut": a count as the subject."""
    if figure.unit != "count" and not figure.unit.isupper():
        return False
    reach = 2 if figure.unit.isupper() else 12  # not "the £4.2m scheme will be finished"
    behind = [token.low for token in tokens[figure.last + 1 : figure.last + reach]]
    if not behind or behind[0] in _NO_NOUNS - _AUXILIARIES - {"of"}:
        return False
    verb = next((i for i, word in enumerate(behind) if word in _AUXILIARIES), None)
    if verb is None and figure.first == 0:  # "Nearly 1,200 calls turned out to be false alarms"
        verb = next((i for i, word in enumerate(behind[:6]) if word.endswith("ed")), None)
    return verb is not None and not {",", ";", ":", "(", "which", "who", "that"} & set(behind[:verb])

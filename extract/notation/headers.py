"""Column heads as meaning: which measure a column holds, of which period, in which unit.

A heading is read by tables of words alone, the same for every publisher. Out of scope: what only
the numbers of the column or the arithmetic between columns can tell (``facts``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from extract.model import Measure, Period
from extract.notation.day_order import DayOrder
from extract.notation.marks import without_marks
from extract.notation.periods import (
    find_periods,
    named_periods,
    names_past,
    periods_between,
    without_periods,
)
from extract.notation.symbols import CURRENCIES, SCALES

Role = Literal["stub", "trend", "number", ""]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column's head says.

    Attributes:
        period: The one that the column's values speak of.
        baseline: What a change is measured against, where the words name it.
        unit: None where the words don't tell it.
        multiplier: 1000 for "(000s)", 60 for minutes.
        label: The heading as printed, from the top down, without footnote marks.
        certain: The words are known; otherwise ``measure`` is a guess.
        role: What the column is for; empty where unknown.
    """

    measure: Measure
    period: Period | None
    baseline: Period | None
    unit: str | None
    multiplier: Decimal
    label: str
    certain: bool
    role: Role


def read_heading(path: tuple[str, ...], default: Period | None = None, order: DayOrder = "") -> Heading:
    """Read a column's heading, its spanners included.

    Args:
        path: The spanners above and the column's own head, top to bottom; any may be empty.
        default: The document's own period.
        order: Of the numbers in "6/11/2022", where the document tells it.

    Returns:
        The heading. A trend column gives no numbers; its role says so.

    >>> heading = read_heading(("Performance Q1 18/19",))
    >>> heading.measure, heading.period.label
    ('value', 'Q1 18/19')
    >>> read_heading(("Calls", "% Change")).measure
    'percent_change'
    >>> read_heading(("Cost (£000)",)).multiplier
    Decimal('1000')
    """
    path = tuple(_INCREASE.sub(" increase/(decrease) ", without_marks(part)) for part in path)
    label = _joined(path)
    own = path[-1] if path else ""
    path = _from_stretch(_without_own_period(path, default, order))
    periods = _own_periods(path, default, order)
    words = " ".join(without_periods(label).translate(_FOLD).lower().split())
    unit, multiplier = _read_unit(words)
    meaning = _meaning(words, named=bool(periods) or without_periods(label) != label)
    between = periods_between(_UNSIGNED.sub("", own), default)
    untold = meaning.measure in ("value", "other")
    if between is not None and untold and (len(periods) == 2 or _LETTER.search(own)):
        meaning, periods = _of_two_periods(unit), between
    if meaning.measure in _UNITS_OF:
        unit = _UNITS_OF[meaning.measure]
        multiplier = Decimal(1)
    is_change = meaning.measure in {"change", "percent_change", "points_change"}
    period, baseline = _change_periods(label, periods) if is_change else (_own_period(label, periods), None)
    return Heading(meaning.measure, period, baseline, unit, multiplier, label, meaning.certain, meaning.role)


# "Dec" is no month beside "Inc".
_INCREASE = re.compile(r"\binc\.? ?[/(]\(? ?dec\.?\)?|(?<=%) ?inc\b\.?(?!\w)", re.IGNORECASE)

_FOLD = str.maketrans(
    dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u00ad", "-")
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
)


def _joined(path: tuple[str, ...]) -> str:
    """The path as one text; a cell that spans two header rows counts once."""
    parts = [" ".join(part.split()) for part in path]
    parts = [part for part in parts if part]
    return " ".join([*parts[:1], *(part for above, part in pairwise(parts) if part != above)])


# --- measures --------------------------------------------------------------------------------


class _Meaning(NamedTuple):
    """Words, all of which a heading must hold, and what they mean together."""

    words: tuple[str, ...]
    measure: Measure
    role: Role = "number"
    certain: bool = True


_CHANGE = (
    r"\b(?:changes?|changed|chge?|variance|variations?|var|diff|difference|movement|increase|decrease|reduction"
    r"|growth|yoy|qoq|yr[/-]yr|y/y|q/q|m/m|w/w|y-o-y|q-o-q|m-o-m|w-o-w)\b|^\W*(?:mom|wow)\W*$"
    r"|\b(?:year|quarter|month|week)[ -](?:on|over)[ -]"
    r"|\bfav(?:ou?rable)?\b\.? ?[/(]\(? ?unfav|\bbetter ?[/(]\(? ?worse"
    r"|\bup ?/ ?down\b"
    r"|增减|同比|环比|变动(?:幅度|比例|额|率|\W*%)|变动$|增长|涨跌|\+ ?/ ?-|±|[\u2206\u03b4](?![a-z])"
    # The last two are deltas. Spanish, Portuguese, Italian, French, German, Dutch, the Nordic languages
    r"|\b(?:variaci[oó]n|varia[cç][aã]o|variazione|diferencia|diferen[cç]a|differenza|diff[eé]rence|[eé]volution"
    r"|evoluci[oó]n|crecimiento|crescimento|croissance|ver[aä]nderung|abweichung|wachstum|verschil|wijziging"
    r"|f[oö]r[aä]ndring|endring|[aæ]ndring|muutos)\b"
)
_PERCENT = r"%|\bper ?cent(?:age)?\b|\bpct\b|\bpro[sz]ent\b|\bprocent\b|\bpor ?ci?ento\b|\bpour ?cent\b"
_POINTS = r"\bpp\b|\bp\.p\.|\bppts?\b|\bpts?\b|\bpoints?\b"
_TARGET = r"\b(?:targets?|standard|goal|plan|planned|ambition|budget|threshold|trajectory)\b"

_REACHED = r"(?:met|meets?|meeting|achiev(?:ed|ing)|within|exceed(?:ed|ing|s)?|missed)"

_STUBS = (
    r"(?:(?:key )?(?:performance )?(?:kpi|measures?|indicators?|metrics?)|items?|crimes?|crime types?"
    r"|categor(?:y|ies)|offences?|offence types?|descriptions?|names?|areas?|regions?|countr(?:y|ies)"
    r"|stations?|types?|groups?|kpi (?:no|number)\.?|ref(?:erence)?\.?(?: no\.?)?|year|month|quarter|period"
    r"|definitions?|terms?)"
)

# The first row whose words are all there decides.
_MEANINGS = (
    _Meaning((rf"^{_STUBS}(?: (?:name|title|description))?$",), "other", "stub"),
    _Meaning((r"\b(?:trend|direction of travel|dot|sparkline)\b",), "other", "trend"),
    _Meaning((r"\brag\b|\bstatus\b|\brating\b",), "rag", ""),
    _Meaning((r"\brank(?:ing)?\b|\b(?:national|regional|league) position\b",), "rank"),
    # "% Met Goal 85%" counts those that did.
    _Meaning((rf"\b{_REACHED} (?:the |its )?{_TARGET}",), "value"),
    # Against a target, not against another period.
    _Meaning((rf"{_CHANGE}|(?:%|per ?cent(?:age)?) of|\bvs?\b\.?|\bversus\b|\bagainst\b", _TARGET), "other"),
    _Meaning((_POINTS, rf"{_CHANGE}|{_PERCENT}|^\W*p"), "points_change"),
    _Meaning((_CHANGE, _PERCENT), "percent_change"),
    _Meaning((r"(?:%|\bper ?cent(?:age)?) (?:of|to) (?:the )?(?:grand )?total\b|% of all\b",), "share"),
    _Meaning((r"(?<!per )(?<!per-)\bshare\b(?! (?:price|capital))|\b(?:proportion|mix)\b",), "share"),
    _Meaning((_CHANGE,), "change"),
    _Meaning((_TARGET,), "target"),
    _Meaning((r"\bvs?\b\.?|\bversus\b|\bcompared\b", _PERCENT), "percent_change"),
    _Meaning((r"\bvs?\b\.?|\bversus\b|\bcompared\b",), "change", "number", certain=False),
    _Meaning(
        (
            r"\b(?:actual|performance|number|no|total|totals|volume|count|counts|value|values|result|results|figure"
            r"|figures|amount|current|prior|previous|average|avg|mean|median|rate|index|outturn|ytd|achieved)\b",
        ),
        "value",
    ),
)

_UNITS_OF = {
    "percent_change": "percent",
    "points_change": "percentage_points",
    "share": "percent",
    "rank": "rank",
}


def _meaning(words: str, named: bool) -> _Meaning:
    """What the words mean; ``named`` says that a period stands beside them."""
    for meaning in _MEANINGS:
        if all(re.search(pattern, words) for pattern in meaning.words):
            return meaning
    other = _without_unit(words)
    if not _LINKS.sub("", other).strip():
        return _Meaning((), "value" if named or words else "other", "number" if named or words else "stub")
    if named or other != " ".join(_NOTE.sub(" ", words).split()):
        return _Meaning((), "value", "number", certain=False)
    return _Meaning((), "other", "", certain=False)


def _of_two_periods(unit: str | None) -> _Meaning:
    """What "Mar-23 / Mar-22" means, a head that sets two periods against each other and says no more."""
    if unit == "percent":
        return _Meaning((), "percent_change")
    return _Meaning((), "change", certain=False)


# --- units -----------------------------------------------------------------------------------

_SIGNS = "|".join(re.escape(sign.lower()) for sign in sorted(CURRENCIES, key=len, reverse=True))
_SIZES = "|".join(re.escape(word) for word in sorted(SCALES, key=len, reverse=True))
_MONEY = re.compile(rf"(?<![a-z])(?P<sign>{_SIGNS}) ?(?:in )?(?P<scale>(?:{_SIZES})(?![a-z0-9]))?(?![a-z])")
_LINKS = re.compile(r"\b(?:in|of|the|for)\b")
# A letter alone is a scale only beside a currency: "(b)" is a footnote mark, "(m)" may be metres.
_LONG_SIZES = "|".join(re.escape(word) for word in sorted(SCALES, key=len, reverse=True) if len(word) > 1)
_SCALE = re.compile(
    rf"\((?:in )?(?P<scale>{_LONG_SIZES})[),;]|\bin (?P<in>{_LONG_SIZES})(?![a-z])|(?P<s>'?000(?:'?s)?)\b"
)
_NOTE = re.compile(r"\W+")


# In "exchange rate changes" it only tells what changed.
RATE = r"\b(?<!exchange )rate\b(?! (?:changes?|effects?|impacts?|movements?|fluctuations?|variances?)\b)"


class _UnitWords(NamedTuple):
    pattern: re.Pattern[str]
    unit: str
    multiplier: int = 1


_UNIT_WORDS = (
    _UnitWords(re.compile(r"\bper 1[0, ]*0\b[a-z ]*"), "rate"),
    _UnitWords(re.compile(r"\b(?:pp|ppts?|percentage points?|% points?)\b"), "percentage_points"),
    _UnitWords(re.compile(_PERCENT), "percent"),
    _UnitWords(re.compile(r"\bdays\b"), "days"),
    _UnitWords(re.compile(r"\b(?:seconds|secs)\b"), "seconds"),
    _UnitWords(re.compile(r"\b(?:minutes|mins)\b"), "seconds", 60),
    _UnitWords(re.compile(r"\b(?:hours|hrs)\b"), "seconds", 3600),
    _UnitWords(re.compile(RATE), "rate"),
    _UnitWords(re.compile(r"\bindex\b"), "index"),
)


# "In millions, except per share amounts and percentages"
_EXCEPTED = re.compile(r"\bexcept(?:ing)?\b|\bexcluding\b")


def _read_unit(words: str) -> tuple[str | None, Decimal]:
    words = _EXCEPTED.split(words)[0]
    money = _MONEY.search(words)
    if money is not None:
        scale = SCALES[money["scale"]] if money["scale"] else _scale(words)
        return next(code for sign, code in CURRENCIES.items() if sign.lower() == money["sign"]), scale
    for row in _UNIT_WORDS:
        if row.pattern.search(words):
            return row.unit, Decimal(row.multiplier)
    scale = _scale(words)
    return ("percent" if scale == 1 and _PLURAL.search(words) else None), scale


# Beside a scale it is an aside: "(in thousands, with percentages in brackets)".
_PLURAL = re.compile(r"\bper ?centages\b")


@lru_cache(maxsize=512)  # asked for each row of a group
def unit_alone(text: str) -> str | None:
    """The unit that a text names and says nothing else; None for other texts and for units with a scale.

    >>> unit_alone("PERCENTAGES (%)"), unit_alone("Rate per 1,000 population"), unit_alone("In %")
    ('percent', 'rate', 'percent')
    >>> unit_alone("Index offences"), unit_alone("Minutes"), unit_alone("Number")
    (None, None, None)
    """
    words = " ".join(text.translate(_FOLD).lower().split())
    unit, multiplier = _read_unit(words)
    for pattern in (*(row.pattern for row in _UNIT_WORDS), _PLURAL, _LINKS, _NOTE):
        words = pattern.sub(" ", words)
    return unit if multiplier == 1 and not words.strip() else None


def _scale(words: str) -> Decimal:
    found = _SCALE.search(words)
    return SCALES[found["scale"] or found["in"] or found["s"]] if found is not None else Decimal(1)


def _without_unit(words: str) -> str:
    """What is left of a heading when units and marks are taken out."""
    for pattern in (_MONEY, _SCALE, *(row.pattern for row in _UNIT_WORDS), _PLURAL):
        words = pattern.sub(" ", words)
    return " ".join(_NOTE.sub(" ", words).split())


# --- periods ---------------------------------------------------------------------------------

_AGAINST = re.compile(
    r"\b(?:vs?\b\.?|versus|compared (?:with|to)|against|on|from|over|since|than)\s", re.IGNORECASE
)


def _without_own_period(path: tuple[str, ...], default: Period | None, order: DayOrder) -> tuple[str, ...]:
    """The path without spanners that only date the whole report, where the heads below have a date too.

    "Week of 3/4/2019 to 3/10/2019" above "Year to date" and "2018" says nothing of that column.
    """
    for at, part in enumerate(path[:-1]):
        own = default and [_days(period) for period in find_periods(part, order)] == [_days(default)]
        below = named_periods(_joined(path[at + 1 :]), default, order)
        if own and below and not any(period.label.isdigit() for period in below):
            return (*path[:at], *path[at + 1 :])
    return path


_STRETCH = re.compile(r"(?:last |past )?[0-9]{1,2}[ -]days?\W*(?:(?:19|20)[0-9]{2})?\W*", re.IGNORECASE)


def _from_stretch(path: tuple[str, ...]) -> tuple[str, ...]:
    """The path from a spanner that is nothing but "28 Day", which names a stretch as no other words do."""
    at = next((at for at, part in enumerate(path) if _STRETCH.fullmatch(part)), 0)
    return path[at:]


def _own_periods(path: tuple[str, ...], default: Period | None, order: DayOrder) -> tuple[Period, ...]:
    """The periods that a path names; those of the head itself where a spanner lists several."""
    above, own = _joined(path[:-1]), _joined(path[-1:])
    listed = len(named_periods(above, default, order)) > 1 and not _AGAINST.search(f"{above} ")
    head = named_periods(own, default, order) if listed else ()
    return head if len(head) == 1 else named_periods(_joined(path), default, order)


def _days(period: Period) -> tuple[date, date]:
    return period.start, period.end


_LETTER = re.compile(r"[^\W\d_]")
_UNSIGNED = re.compile(r"[%()]")
_YEARS_BACK = re.compile(r"\b[0-9]{1,2}[ -]years?\b", re.IGNORECASE)


def _own_period(label: str, periods: tuple[Period, ...]) -> Period | None:
    """A value's period; an average over "3 years" has none of the document's."""
    return periods[0] if len(periods) == 1 and not _YEARS_BACK.search(label) else None


def _change_periods(label: str, periods: tuple[Period, ...]) -> tuple[Period | None, Period | None]:
    """A change's own period and what it is measured against; of two, the earlier is the baseline."""
    if len(periods) == 2:
        earlier, later = sorted(periods, key=lambda period: (period.start, period.end))
        return later, earlier
    if len(periods) != 1:
        return None, None
    before = label.partition(periods[0].label)[0]
    against = _AGAINST.search(before) is not None or _YEARS_BACK.search(before) is not None
    return (None, periods[0]) if against or names_past(label) else (periods[0], None)

"""Which organisation published a report, by the names it prints.

In: texts with weights, the title, the file's author, and a letterhead's words where a picture was
read. Out: the name. A name is a run of capitalised words with a word such as Police, Council or plc
in it; the one that carries most weight wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

_BODIES = (
    "Police|Constabulary|Council|Trust|Bureau|Office|Department|Dept|Ministry|Agency|Authority|Commission|"
    "Commissioner|University|College|Bank|Institute|Federation|Foundation|Centre|Center|Corporation|"
    "Revenue & Customs|Revenue and Customs|Hospitals?|Parliament|Assembly|Government|Sheriff|Inspectorate"
)
_FORMS = (
    r"plc|PLC|Plc|Inc\b\.?|INC\b\.?|Ltd\b\.?|LTD\b\.?|Limited|LIMITED|Corp\b\.?|LLC|LLP|AG|GmbH|SE|S\.A\.|SA|N\.V\.|NV|Oyj|ASA|"
    r"A/S|AB|Co\b\.?|CO\b\.?|Holdings|Subsidiaries"
)
_CAPITALISED = r"(?:[A-Z][\w’'.-]*|&|plc\b)"
_LINK = r"(?:of|and|for|the|de|du|der|des|für|et)"
_RUN = re.compile(rf"{_CAPITALISED}(?:,?\s+(?:{_LINK}\s+)*{_CAPITALISED})*")
_BODY = re.compile(rf"\b(?:{_BODIES}|{_BODIES.upper()})\b")
_FORM = re.compile(rf"(?:^|\s)(?:{_FORMS})(?=$|[\s,)])")
# Bodies that publish together with the force they oversee (Police Reform and Social Responsibility Act 2011).
_OVERSIGHT = re.compile(r"\b(?:police,? (?:fire )?and crime commissioner|police authority|policing board)\b")
_CJK = re.compile(r"[\u4e00-\u9fff（）]{2,24}?(?:股份有限公司|有限公司|银行|统计局|委员会|公安局)")
_LEADING = re.compile(
    r"^(?:(?:Results|Report|Review|Statement|Accounts|Part) of\s+|"
    r"(?:The|THE|A|An|In|On|At|By|For|From|To|Our|This|Its|Source|Note|However|While|All|And|Of)\s+)+"
)
Letterhead = Callable[[], Sequence[str]]

_SMALL = frozenset({"the", "and", "of", "for", "inc", "plc", "ltd", "co"})


def find_organisation(
    texts: Iterable[tuple[str, float]], title: str, author: str = "", letterhead: Letterhead | None = None
) -> str:
    """The publisher's name, with the body that oversees it in brackets where both are named.

    Args:
        texts: The report's texts, each with the weight of its place.
        title: The report's title, which weighs most.
        author: Of the file's metadata; counts where it looks like an organisation.
        letterhead: Reads the pictures at the top of the first page; asked only where the text
            doesn't print the name.

    >>> find_organisation([("Northshire Police Performance Report", 3.0), ("The Home Office says", 1.0)], "")
    'Northshire Police'
    """
    weights: dict[str, float] = defaultdict(float)
    printed: dict[str, str] = {}
    for text, weight in [*texts, (title, 8.0)]:
        for name in find_names(text):
            weights[_key(name)] += weight
            printed.setdefault(_key(name), name)
    in_text = frozenset(weights)
    for name in find_names(author):
        weights[_key(name)] += 6.0
        printed.setdefault(_key(name), name)
    names = sorted(weights, key=lambda key: (-weights[key], key))
    unprinted = not names or names[0] not in in_text
    crest = _crest(letterhead()) if letterhead and unprinted else ""
    if not names:
        return crest
    best = printed[names[0]]
    if crest and _shares_word(crest, best) and not _words(crest) <= _words(best):
        return f"{best} ({crest})"
    for key in names[1:]:
        if _OVERSIGHT.search(key) and _shares_word(printed[key], best):
            return f"{best} ({printed[key]})"
    return best


def _crest(lines: Sequence[str]) -> str:
    """The lines of a logo as one name, without a motto of parted words below it."""
    return " ".join(" ".join(line for line in lines if "|" not in line).split())


def find_names(text: str) -> list[str]:
    """Every name of an organisation in a text.

    >>> find_names("Grants from the Home Office went to Eastshire County Council in May.")
    ['Home Office', 'Eastshire County Council']
    """
    names = [match[0] for match in _CJK.finditer(text)]
    for run in _RUN.finditer(text):
        name = _cut_to_name(run[0])
        if name:
            names.append(name)
    return names


def _cut_to_name(run: str) -> str:
    """A run of capitalised words up to its last word for a body or legal form."""
    words = _LEADING.sub("", " ".join(run.split()))
    ends = [match.end() for pattern in (_BODY, _FORM) for match in pattern.finditer(words)]
    if not ends:
        return ""
    end = max(ends)
    of = re.match(
        r"\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:and\s+)?[A-Z][\w’'-]+){0,3}", words[end:]
    )
    name = words[: end + (of.end() if of else 0)].strip(" ,&")
    return name if 2 <= len(name.split()) <= 9 else ""


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower().replace("&", "and")))


def _words(name: str) -> set[str]:
    return set(_key(name).split()) - _SMALL


def _shares_word(name: str, other: str) -> bool:
    return bool(_words(name) & _words(other))

"""Protective markings: what a report says about who may read it.

In: pages and furniture. Out: the marking as printed, or an empty text. Known schemes are data; a
marking of no known scheme is told by its place: capitals at the head and at the foot of most pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from extract.blocks.lines import find_rows, split_row
from extract.model import Furniture, Page

# UK: the Government Security Classifications and, until 2014, the Protective Marking Scheme;
# TLP 2.0 (FIRST); markings of the US, the EU and NATO that published reports still carry.
_LEVELS = (
    "not protectively marked",
    "official sensitive",
    "official",
    "protect",
    "restricted",
    "confidential",
    "top secret",
    "secret",
    "unclassified",
    "for official use only",
    "law enforcement sensitive",
    "controlled unclassified information",
    "public use",
    "internal use only",
    "tlp clear",
    "tlp white",
    "tlp green",
    "tlp amber strict",
    "tlp amber",
    "tlp red",
)
_PREFIX = (
    r"(?:(?:uk|eu|nato|us|gsc|gpms)\s+)?"
    r"(?:(?:protective\s+marking|security\s+marking|classification|marking)\s*:?\s+)?"
)
_SUFFIX = (
    r"(?:\s+(?:public|personal|commercial|staff|policy|locsen|foruk eyes only|uk eyes only|fouo|"
    r"when complete|disclosable))?"
)
_KNOWN = re.compile(f"{_PREFIX}({'|'.join(_LEVELS)}){_SUFFIX}")
_LABEL = re.compile(
    r"^\W*(?:protective\s+marking|security\s+(?:marking|classification)|classification)\s*[:：]\s*",
    re.IGNORECASE,
)
_EDGE = 0.12  # of the page's height


def find_marking(pages: Sequence[Page], furniture: Sequence[Furniture]) -> str:
    """The report's protective marking, as printed.

    Args:
        pages: With furniture.
        furniture: What repeats on them; of one page nothing can, so its edges are read too.
    """
    counts = Counter(_without_label(piece.text) for piece in furniture if is_marking(piece.text))
    if not counts:
        counts = Counter(_without_label(text) for text in _edge_texts(pages[:1]) if is_marking(text))
    if not counts:
        counts = Counter(_capitals_at_both_ends(pages, furniture))
    return min(counts, key=lambda text: (-counts[text], text)) if counts else ""


def is_marking(text: str) -> bool:
    """Whether a text is a marking of a known scheme and nothing else.

    >>> [is_marking(text) for text in ("Official - Sensitive", "TLP:CLEAR", "Official figures")]
    [True, True, False]
    """
    folded = " ".join(re.sub(r"[^a-z]+", " ", text.lower()).split())
    return _KNOWN.fullmatch(folded) is not None


def _without_label(text: str) -> str:
    return _LABEL.sub("", " ".join(text.split()))


def _edge_texts(pages: Sequence[Page]) -> list[str]:
    return [
        line.text
        for page in pages
        for row in find_rows(page.number, page.words)
        for line in split_row(row)
        if line.box.bottom < _EDGE * page.height_pt or line.box.top > (1 - _EDGE) * page.height_pt
    ]


def _capitals_at_both_ends(pages: Sequence[Page], furniture: Sequence[Furniture]) -> list[str]:
    """Texts in capitals that stand at the head and at the foot of most pages."""
    heights = {page.number: page.height_pt for page in pages}
    heads: dict[str, set[int]] = defaultdict(set)
    feet: dict[str, set[int]] = defaultdict(set)
    for piece in furniture:
        text = " ".join(piece.text.split())
        if text.isupper() and not any(c.isdigit() for c in text) and len(text.split()) <= 6:
            at_head = piece.box.top < heights[piece.page] / 2
            (heads if at_head else feet)[text].add(piece.page)
    return [text for text, on in heads.items() if len(on & feet[text]) > 0.5 * len(pages)]

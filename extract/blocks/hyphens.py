"""Lines joined to text: broken words mended, hyphens and minus signs kept.

In: the texts of lines. Out: one text. A hyphen at a line's end is dropped only where the report
itself shows that the word is written without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_HYPHENS = "-\u2010"
_SOFT = "\u00ad\ufffe"  # PDFium's mark for a hyphen at a line's end is U+FFFE
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010'’][^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+)[-\u2010]$")
_TAIL = re.compile(r"[^\W\d_]+")
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"})
_SPACED = re.compile(r"(?<=\w) \u2010 (?=\w)")  # U+2010 is no dash: the spaces are a change of font's
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a report, by how often they stand whole on a line; ``hyphenates``: it breaks words."""

    counts: Counter[str]
    hyphenates: bool = False


def find_vocabulary(lines: Iterable[str]) -> Vocabulary:
    """Learn a report's words from its lines, those broken at a line's end left out.

    Args:
        lines: In reading order, so that each broken word's other half follows.
    """
    counts: Counter[str] = Counter()
    broken: list[tuple[str, str]] = []
    head = ""
    soft = False
    for line in lines:
        text = line.strip()
        soft = soft or any(mark in text for mark in _SOFT)
        words = _WORD.findall(text)
        if head and words and text[0].islower():
            broken.append((head, words[0].lower()))
            words = words[1:]
        match = _HEAD.search(text)
        head = match[1].lower() if match else ""
        counts.update(word.lower() for word in (words[:-1] if head else words))
    mended = sum(counts[a + b] > 0 and not counts[f"{a}-{b}"] for a, b in broken)
    return Vocabulary(counts, soft or mended > 0)


def join_lines(texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """One text from the texts of lines.

    >>> join_lines(["fewer offences (-", "4%). The", "anti-", "social group"], Vocabulary(Counter()))
    'fewer offences (-4%). The anti-social group'
    >>> join_lines(["a perform-", "ance report"], Vocabulary(Counter(["performance"])))
    'a performance report'
    """
    joined = ""
    for text in texts:
        joined = _join(joined, " ".join(text.split()), vocabulary) if joined else " ".join(text.split())
    for mark in _SOFT:
        joined = joined.replace(mark, "")
    return _SPACED.sub("\u2010", joined)


def _join(left: str, right: str, vocabulary: Vocabulary) -> str:
    """Two lines' texts as one."""
    if right and left[-1] in _SOFT:
        return left[:-1] + right
    if right and left[-1] in _HYPHENS:
        return _join_at_hyphen(left, right, vocabulary)
    return left + right if _is_glued(left, right) else f"{left} {right}".rstrip()


def _is_glued(left: str, right: str) -> bool:
    """Whether two lines' texts join without a space although no hyphen stands between them."""
    last, first = left[-1], right[:1]
    if last == "−" and first.isdigit():
        return True
    if _CJK.match(last) and _CJK.match(first):
        return True
    before = left[-2:-1]
    if last == "–":
        return before.isdigit() and first.isdigit()
    return last == "/" and before.isalnum() and first.isalnum()


def _join_at_hyphen(left: str, right: str, vocabulary: Vocabulary) -> str:
    """Two lines' texts where the first ends in a hyphen, a minus sign or a dash."""
    before = left[-2:-1]
    if right[0].isdigit() and (before != " " or not _names_something(left[:-1])):
        return left + right
    if before in ("", " "):
        return f"{left} {right}"
    tail = _TAIL.match(right)
    head = _HEAD.search(left)
    if head is None or tail is None:
        return left + right if right[0].isalnum() else f"{left} {right}"
    if tail[0].lower() in _SUSPENDED:
        return f"{left} {right}"
    return left[:-1] + right if _is_broken_word(head[1], tail[0], vocabulary) else left + right


def _names_something(text: str) -> bool:
    """Whether a lone dash after this text is a dash ("April - 1088"), not a sign ("by - 4%")."""
    last = text.split()[-1:] or [""]
    return last[0][-1:].isdigit() or last[0][:1].isupper() or last[0][-1:] in ")%"


def _is_broken_word(head: str, tail: str, vocabulary: Vocabulary) -> bool:
    """Whether the halves are one word, by how the report writes it elsewhere."""
    whole = vocabulary.counts[(head + tail).lower()]
    parted = vocabulary.counts[f"{head}-{tail}".lower()]
    if parted or whole:
        return whole > parted
    if tail[0].isupper() or not vocabulary.hyphenates:
        return False
    known = vocabulary.counts[head.lower()] and vocabulary.counts[tail.lower()]
    return not known

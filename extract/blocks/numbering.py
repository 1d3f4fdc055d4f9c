"""What stands at the head of a paragraph: its number, letter or bullet.

In: the words of a line. Out: a ``Mark``. Whether it is meant as one, and not a number that a line
happens to begin with, is decided where the neighbours are known (``drafts.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.model import Word

MarkKind = Literal["number", "integer", "letter", "bullet", "dash"]

CAPTION = re.compile(
    r"(?:figure|fig\.?|chart|graph|table|map|box|exhibit|abbildung|abb\.|tabelle|tableau|tabla|图|表)\s*"
    r"(?:[A-Z]?\d+(?:[.\-]\d+)*[a-z]?|[IVX]+|[A-Z])\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:[A-Z]{1,2}\.?)?\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.|\(\d{1,3}\)|\d{1,3}\)")
_INTEGER = re.compile(r"\d{1,2}")
_LETTER = re.compile(r"\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})[.)]")
_BULLETS = frozenset("•‣▪▫◦●○■□◆◇►▶➢➤✓✔❖⁃∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\u2043§")
_DASHES = frozenset(("-", "–", "—", "*", "o"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, letter or bullet: ``text`` as printed, ``rest`` the line without it."""

    kind: MarkKind
    text: str
    x0: float
    text_x0: float
    gap: float
    rest: str

    @property
    def number(self) -> str:
        """Without brackets and the trailing dot; empty for bullets.

        >>> Mark("number", "3.10", 0, 36, 20, "Drug offences").number
        '3.10'
        """
        return "" if self.kind in ("bullet", "dash") else self.text.strip("().")

    @property
    def parts(self) -> tuple[int, ...]:
        """A number's parts, ``3.10`` being (3, 10); empty for all else."""
        if self.kind not in ("number", "integer"):
            return ()
        return tuple(int(part) for part in re.findall(r"\d+", self.text))

    @property
    def hangs(self) -> bool:
        """The gap behind it is wider than a space."""
        return self.gap > 0.0


def is_mark_text(text: str) -> bool:
    """Whether a word can stand at the head of a paragraph as its number or bullet.

    >>> [text for text in ("3.10", "(a)", "•", "4%).", "2019") if is_mark_text(text)]
    ['3.10', '(a)', '•']
    """
    return text in _DASHES or text in _BULLETS or bool(_NUMBER.fullmatch(text) or _LETTER.fullmatch(text))


def read_mark(words: Sequence[Word]) -> Mark | None:
    """What a line's words begin with that may be a number or bullet; None where nothing is."""
    first = words[0]
    if len(words) == 1:
        return _glued_mark(words)
    kind = _kind(first.text)
    if kind is None:
        return _glued_mark(words)
    second = words[1]
    gap = second.box.x0 - first.box.x1
    rest = " ".join(word.text for word in words[1:])
    wide = gap if gap > 0.45 * first.size_pt else 0.0
    return Mark(kind, first.text, first.box.x0, second.box.x0, wide, rest)


def _kind(text: str) -> MarkKind | None:
    if text in _BULLETS:
        return "bullet"
    if text in _DASHES:
        return "dash"
    if _NUMBER.fullmatch(text):
        return "number"
    if _LETTER.fullmatch(text):
        return "letter"
    return "integer" if _INTEGER.fullmatch(text) else None


def _glued_mark(words: Sequence[Word]) -> Mark | None:
    """A bullet that touches its text."""
    first = words[0]
    if len(first.text) < 2 or first.text[0] not in _BULLETS or first.text[0] == "·":
        return None
    rest = " ".join([first.text[1:], *(word.text for word in words[1:])])
    return Mark("bullet", first.text[0], first.box.x0, first.box.x0 + 0.5 * first.size_pt, 0.0, rest)


def top_of(number: str) -> str:
    """The number of the section that a section, a table or a paragraph is part of.

    >>> top_of("2.1.3"), top_of("2"), top_of("")
    ('2', '2', '')
    """
    return number.split(".", maxsplit=1)[0]

"""Arrows printed beside a number, which tell its direction: "▲ 4%", "3% ↓".

Out of scope: whether the number is a change, which alone has a direction (``facts``). The white
triangle △ is left alone: accounts in Japanese print it for a minus.
"""

from __future__ import annotations

import re

UP, DOWN, LEVEL = "↑⇧⇑▲⬆", "↓⇩⇓▼⬇", "→←↔↗↘↕⇨►◄➡⬈⬊"
ARROWS = frozenset(UP + DOWN + LEVEL + "△▽")
_ARROW = rf"[{UP + DOWN + LEVEL}]"
_STYLE = "[\ufe0e\ufe0f]?"  # text or picture
_BESIDE = re.compile(
    rf"(?:(?P<before>{_ARROW}){_STYLE} ?)?(?P<number>(?:(?!{_ARROW}).)*?(?!{_ARROW})\S)"
    rf"(?: ?(?P<after>{_ARROW}){_STYLE})?"
)


def without_arrow(text: str) -> tuple[str, int]:
    """A text without the one arrow before or after it, and the arrow's direction: 1, -1 or 0.

    >>> without_arrow("▲ 4%"), without_arrow("3.1↓"), without_arrow("→ 0"), without_arrow("12")
    (('4%', 1), ('3.1', -1), ('0', 0), ('12', 0))
    """
    match = _BESIDE.fullmatch(text.strip())
    if match is None or (match["before"] and match["after"]):
        return text, 0
    arrow = match["before"] or match["after"]
    if not arrow:
        return text, 0
    return match["number"], (arrow in UP) - (arrow in DOWN)

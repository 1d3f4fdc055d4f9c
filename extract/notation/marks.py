"""Footnote marks behind words: "Revenue²", "Volume (b)", "Calls*".

A single letter in brackets is a footnote mark, never a scale: "(b)" is not billions. Out of scope:
marks on numbers (``numbers``).
"""

from __future__ import annotations

import re

# "m²" is a unit, "person(s)" a plural, "187(a)" a section of a law.
RAISED = r"(?<!\bm)(?<![0-9kcd]m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁾ ]{1,2}[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*⁾?"
_LETTER = r"(?:(?<=\S) |(?<=[^\W\d_])(?!\(s\)))\([a-z]\)(?: ?\([a-z]\))*"
_INSIDE = re.compile(rf"{RAISED}|{_LETTER}")
_END = re.compile(
    rf"(?<=[^\s*†‡])\s?(?:[*†‡§¶]{{1,4}}|{RAISED}|\[(?:note )?\d{{1,2}}\]|\(note \d{{1,2}}\))$|(?:{_LETTER})$"
)


def without_end_marks(label: str) -> str:
    """A row's label without the marks at its end.

    >>> without_end_marks("Gain on sale (a)(b)"), without_end_marks("Revenue¹*"), without_end_marks("187(a)")
    ('Gain on sale', 'Revenue', '187(a)')
    """
    label = label.strip()
    while (shorter := _END.sub("", label).strip()) != label and shorter:
        label = shorter
    return label


def without_marks(text: str) -> str:
    """A head without raised digits and single letters in brackets, wherever they stand.

    >>> without_marks("Organic volume(b) 2023²"), without_marks("Area (km²)")
    ('Organic volume 2023', 'Area (km²)')
    """
    while (shorter := _INSIDE.sub("", text)) != text and shorter.strip():
        text = shorter
    return text

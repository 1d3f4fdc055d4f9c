"""Text that can't be believed: doubled glyphs, and glyphs without letters."""

from __future__ import annotations

from typing import Any

import pytest

from extract.pages.damage import has_no_text, is_damaged, without_covered_padding, without_doubles


def glyphs(text: str, x0: float = 0.0, top: float = 100.0) -> list[dict[str, Any]]:
    edges = [(x0 + 5.0 * i, x0 + 5.0 * i + 5.0) for i in range(len(text))]
    return [
        {"text": c, "x0": a, "x1": b, "top": top, "width": 5.0} for c, (a, b) in zip(text, edges, strict=True)
    ]


def text_of(found: list[dict[str, Any]]) -> str:
    return "".join(glyph["text"] for glyph in found)


@pytest.mark.parametrize("shift", [0.0, 0.2, 0.6])
def test_a_number_drawn_twice_is_read_once(shift: float) -> None:
    doubled = [g for pair in zip(glyphs("1,294"), glyphs("1,294", x0=shift), strict=True) for g in pair]
    assert text_of(without_doubles(doubled)) == "1,294"


def test_equal_digits_beside_each_other_stay() -> None:
    assert text_of(without_doubles(glyphs("11,122"))) == "11,122"
    assert text_of(without_doubles([*glyphs("77"), *glyphs("77", top=109.0)])) == "7777"


def test_narrow_letters_close_together_stay() -> None:
    narrow = [{"text": "i", "x0": 0.8 * i, "top": 100.0, "width": 0.9} for i in range(4)]
    assert text_of(without_doubles(narrow)) == "iiii"


def test_padding_under_letters_is_taken_out() -> None:
    padded = [*glyphs("Crimes   "), *glyphs("YTD", x0=30.0, top=100.7)]
    assert text_of(without_covered_padding(padded)) == "CrimesYTD"


def test_blanks_that_part_words_stay() -> None:
    words = [*glyphs("Crimes      2024  4"), *glyphs("YTD", x0=32.0, top=109.0)]
    assert without_covered_padding(words) == words
    kept = without_covered_padding([*glyphs("Crimes   "), *glyphs("1", x0=26.0), *glyphs("9", x0=34.0)])
    assert " " in [g["text"] for g in kept if g["x0"] == 30.0]


@pytest.mark.parametrize(
    ("texts", "damaged"),
    [
        (["1", ",", "2", "0", "4"], False),
        (["(cid:17)", "(cid:18)", "0", "4"], True),
        (["\ue012", "\ue013", " "], True),
        ([*"burglary rose by nine percent", "(cid:127)"], False),
        ([], False),
    ],
)
def test_a_page_is_damaged_where_many_glyphs_have_no_letter(texts: list[str], damaged: bool) -> None:
    assert is_damaged([{"text": text} for text in texts]) is damaged


def test_a_cell_with_a_glyph_without_a_letter_is_told() -> None:
    assert has_no_text("1\ufffd204")
    assert not has_no_text("−1,204 · ½")

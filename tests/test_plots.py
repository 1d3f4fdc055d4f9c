"""Charts that are drawn: found by their axis, and never a table."""

from __future__ import annotations

from extract.blocks import find_blocks
from extract.blocks.plots import find_plots, without_plots
from extract.model import Box, Fill, Page, Ruling, Word


def word(text: str, x0: float, top: float, right: bool = False) -> Word:
    width = 5.0 * len(text)
    left = x0 - width if right else x0
    return Word(text, Box(left, top, left + width, top + 8), 8.0)


def axis(*marks: str, x1: float = 80, top: float = 100, step: float = 20) -> list[Word]:
    return [word(mark, x1, top + step * i, right=True) for i, mark in enumerate(marks)]


def grid_lines(count: int, top: float = 104, step: float = 20) -> tuple[Ruling, ...]:
    return tuple(Ruling(Box(84, top + step * i, 300, top + step * i), horizontal=True) for i in range(count))


def page(words: list[Word], rulings: tuple[Ruling, ...] = (), fills: tuple[Fill, ...] = ()) -> Page:
    return Page(1, 595, 842, tuple(words), rulings, fills, glyphs=sum(len(w.text) for w in words))


LABELS = [word("118", 120, 118), word("Sep", 118, 192), word("Oct", 180, 192)]


def test_an_axis_with_grid_lines_through_its_marks_is_a_plot() -> None:
    drawn = page([*axis("200", "150", "100", "50", "0"), *LABELS], grid_lines(5))
    (plot,) = find_plots(drawn)
    assert plot.x1 >= 300
    assert without_plots(drawn, [plot]) == ()


def test_an_axis_beside_bars_is_a_plot() -> None:
    bars = tuple(Fill(Box(100 + 30 * i, 120 + 9 * i, 115 + 30 * i, 184), "#336699") for i in range(4))
    assert len(find_plots(page([*axis("200", "150", "100", "50", "0"), *LABELS], fills=bars))) == 1


def test_a_second_axis_at_the_right_belongs_to_the_plot() -> None:
    right = [word(mark, 305, 100 + 20 * i) for i, mark in enumerate(("80%", "60%", "40%", "20%", "0%"))]
    (plot,) = find_plots(page([*axis("200", "150", "100", "50", "0"), *right], grid_lines(5)))
    assert plot.x1 >= max(w.box.x1 for w in right)


def test_lines_between_the_numbers_are_a_table_s() -> None:
    between = grid_lines(5, top=114)
    assert find_plots(page(axis("200", "150", "100", "50", "0"), between)) == []


def test_measured_figures_are_no_axis() -> None:
    assert find_plots(page(axis("212", "147", "98", "51", "7"), grid_lines(5))) == []


def test_years_under_each_other_are_no_axis() -> None:
    assert find_plots(page(axis("1990", "2000", "2010", "2020"), grid_lines(4))) == []


def test_a_plot_becomes_a_chart_and_its_words_are_placed() -> None:
    blocks = find_blocks([page([*axis("200", "150", "100", "50", "0"), *LABELS], grid_lines(5))])
    assert [f.kind for f in blocks.figures] == ["chart"]
    assert (blocks.tables, blocks.paragraphs, blocks.coverage) == ((), (), 1.0)

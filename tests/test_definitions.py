"""Glossary entries are whole, whatever page breaks do to their rows."""

from __future__ import annotations

from extract.facts.definitions import find_definitions
from extract.model import Blocks, Box, Cell, Paragraph, Region, Table, TableKind


def table_of(
    rows: list[tuple[int, str, str]], kind: TableKind = "definitions", header_rows: int = 0
) -> Table:
    cells = tuple(
        Cell(r, c, text, Box(0, 10.0 * r, 1, 10.0 * r + 9), page)
        for r, (page, *texts) in enumerate(rows)
        for c, text in enumerate(texts)
    )
    regions = tuple(Region(page, Box(0, 0, 1, 1)) for page in sorted({row[0] for row in rows}))
    return Table(7, "", "", "", kind, len(rows), 2, header_rows, "ruled", 1.0, regions, cells)


def blocks_of(*tables: Table, paragraphs: tuple[Paragraph, ...] = ()) -> Blocks:
    return Blocks(tables, paragraphs, (), (), 1.0)


def paragraph_of(text: str, section_title: str) -> Paragraph:
    return Paragraph(1, "paragraph", 0, "", "", section_title, text, 3, 3, Box(0, 0, 1, 1))


def test_each_row_is_an_entry() -> None:
    found = find_definitions(
        blocks_of(table_of([(2, "ASB", "Anti-social behaviour."), (2, "CMD", "Takes calls.")]))
    )
    assert [(d.ordinal, d.term, d.definition, d.page_start, d.table) for d in found] == [
        (1, "ASB", "Anti-social behaviour.", 2, 7),
        (2, "CMD", "Takes calls.", 2, 7),
    ]


def test_a_row_without_a_term_goes_on_with_the_row_above() -> None:
    rows = [
        (8, "ASB", "An environment where crime that is"),
        (9, "", "more serious can take hold."),
        (9, "CMD", "Calls."),
    ]
    found = find_definitions(blocks_of(table_of(rows)))
    assert [(d.definition, d.page_start, d.page_end) for d in found] == [
        ("An environment where crime that is more serious can take hold.", 8, 9),
        ("Calls.", 9, 9),
    ]


def test_a_word_parted_at_its_hyphen_is_one_word_again() -> None:
    found = find_definitions(
        blocks_of(table_of([(1, "MSF", "A number of socio- demographic and pre- and post-war facts")]))
    )
    assert found[0].definition == "A number of socio-demographic and pre- and post-war facts"


def test_a_head_that_nobody_marked_is_no_entry() -> None:
    found = find_definitions(blocks_of(table_of([(1, "Term", "Definition"), (1, "ASB", "Bad behaviour.")])))
    assert [d.term for d in found] == ["ASB"]


def test_header_rows_and_other_tables_hold_no_entries() -> None:
    figures = table_of([(1, "All Crime", "23,871")], kind="kpi")
    glossary = table_of([(1, "Our words", "explained"), (1, "ASB", "Bad behaviour.")], header_rows=1)
    assert [d.term for d in find_definitions(blocks_of(figures, glossary))] == ["ASB"]


def test_a_list_under_a_glossary_heading_defines_terms() -> None:
    entry = paragraph_of("CMD: Contact Management Department, which takes calls.", "Glossary")
    found = find_definitions(blocks_of(paragraphs=(entry,)))
    assert [(d.term, d.definition) for d in found] == [
        ("CMD", "Contact Management Department, which takes calls.")
    ]


def test_a_colon_elsewhere_defines_nothing() -> None:
    assert find_definitions(blocks_of(paragraphs=(paragraph_of("Note: calls rose.", "1. Calls"),))) == ()

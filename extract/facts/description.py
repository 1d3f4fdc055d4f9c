"""What a report says about itself: title, organisation, period, marking, language.

In: the pages, the blocks found on them, and the file's own metadata. Out: one
``ReportDescription``. What is printed counts; the metadata, often left over from another
document, helps out where nothing is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extract.blocks.lines import Line, find_rows, split_row
from extract.facts.languages import declared_language, find_language
from extract.facts.markings import find_marking
from extract.facts.organisations import Letterhead, find_organisation
from extract.facts.own_period import find_report_period
from extract.model import Blocks, Document, Furniture, Page, ReportDescription
from extract.notation.day_order import DayOrder, find_day_order
from extract.notation.periods import find_periods, without_periods

_TITLE_LINES = 4
_TITLE_SIZE = 1.06  # of the running text's: smaller is no title by its size
_TITLE_CHARACTERS = 200
_OTHER_WORDS = 2  # beside the period, in a line that belongs to the title
_NOT_A_TITLE = re.compile(
    r"^(?:untitled|scan(?:ned)?\b.*|document\d*|microsoft word.*|slide \d+|"
    r".*\.(?:docx?|pdf|xlsx?|indd|pptx?))$",
    re.IGNORECASE,
)
_CID = re.compile(r"\(cid:\d+\)")  # a glyph that the file gives no character for
_LANGUAGE_CHARACTERS = 200  # less narrative is helped out by the tables' words


def describe_report(
    pages: Sequence[Page],
    blocks: Blocks,
    declared: Document,
    author: str = "",
    letterhead: Letterhead | None = None,
) -> ReportDescription:
    """Everything a report says about itself.

    Args:
        pages: With furniture, in order.
        blocks: Found on them.
        declared: The file's own title and language.
        author: The file's own author.
        letterhead: Reads the pictures at the top of the first page, such as a logo.
    """
    language = _language(blocks, declared.language)
    order = day_order(blocks, language)
    title_lines = _title_lines(pages, blocks, order)
    title = _CID.sub("", " ".join(line.text for line in title_lines)).strip() or _declared_title(
        declared.title
    )
    return ReportDescription(
        title=title,
        organisation=find_organisation(_texts(pages, blocks), title, author, letterhead),
        period=find_report_period(title, _first_lines(pages, blocks), blocks, order),
        classification=find_marking(pages, blocks.furniture),
        language=language,
    )


def day_order(blocks: Blocks, language: str) -> DayOrder:
    """Whether the report prints the day or the month first, as in "6/11/2022"."""
    texts = [*_narrative(blocks), *(piece.text for piece in blocks.furniture)]
    cells = (text for table in blocks.tables for text in (table.title, *(c.text for c in table.cells)))
    return find_day_order([*texts, *cells], language or "en")


def _title_lines(pages: Sequence[Page], blocks: Blocks, order: DayOrder) -> list[Line]:
    """The largest lines of the first page that has words, and the period's line below them."""
    lines = _first_lines(pages, blocks)
    telling = [line for line in lines if _is_telling(line.text)]
    if not telling:
        return []
    largest = max(line.size_pt for line in telling)
    if largest < _TITLE_SIZE * _common_size(blocks):
        telling = [line for line in telling if line.bold][:1]
        largest = telling[0].size_pt if telling else largest
    if not telling:
        return []
    at = next(i for i, line in enumerate(lines) if line in telling and line.size_pt > largest - 0.6)
    found = [lines[at]]
    for line in lines[at + 1 : at + _TITLE_LINES]:
        same = abs(line.size_pt - found[-1].size_pt) < 0.6
        near = line.box.top - found[-1].box.bottom < 1.6 * found[-1].size_pt
        if not near or not (same or _names_period(line.text, order)):
            break
        found.append(line)
        if not same or len(" ".join(piece.text for piece in found)) > _TITLE_CHARACTERS:
            break
    return found


def _first_lines(pages: Sequence[Page], blocks: Blocks) -> list[Line]:
    """The lines of the first page that has words."""
    first = next((page for page in pages if page.words), None)
    return [] if first is None else _own_lines(first, blocks.furniture)


def _common_size(blocks: Blocks) -> float:
    """The size of most running text; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for paragraph in blocks.paragraphs:
        if paragraph.kind == "paragraph":
            sizes[paragraph.size_pt] += len(paragraph.text)
    return min(sizes, key=lambda size: (-sizes[size], size)) if sizes else 0.0


def _own_lines(page: Page, furniture: Sequence[Furniture]) -> list[Line]:
    """A page's lines without its furniture."""
    boxes = [piece.box for piece in furniture if piece.page == page.number]
    words = [word for word in page.words if not any(box.holds(*word.box.centre) for box in boxes)]
    return [line for row in find_rows(page.number, words) for line in split_row(row)]


def _is_telling(text: str) -> bool:
    """Words rather than a figure set large."""
    return sum(c.isalpha() for c in text) >= 6 or bool(re.search(r"[\u3400-\u9fff]{4}", text))


def _names_period(text: str, order: DayOrder) -> bool:
    named = [period for period in find_periods(text, order) if period.start != period.end]
    return bool(named) and len(without_periods(text).split()) <= _OTHER_WORDS and not text.endswith(":")


def _declared_title(title: str) -> str:
    text = " ".join(title.split())
    return "" if _NOT_A_TITLE.match(text) or len(text.split()) < 2 else text


def _narrative(blocks: Blocks) -> list[str]:
    return [paragraph.text for paragraph in blocks.paragraphs]


def _texts(pages: Sequence[Page], blocks: Blocks) -> Iterable[tuple[str, float]]:
    """Texts with the weight of their place: what is large or stands on the first page says more."""
    for paragraph in blocks.paragraphs:
        weight = 3.0 if paragraph.kind == "heading" else 1.0
        yield paragraph.text, weight * (2.0 if paragraph.page_start == 1 else 1.0)
    for table in blocks.tables:
        yield table.title, 2.0
        for cell in table.cells:
            if cell.is_header and len(cell.text.split()) > 1:
                yield cell.text, 1.0
    for text in {piece.text for piece in blocks.furniture}:
        yield text, 3.0


def _language(blocks: Blocks, declared: str) -> str:
    """The language of the narrative, else of all cells, else what the file declares."""
    text = " ".join(_narrative(blocks))
    if len(text) < _LANGUAGE_CHARACTERS:
        text = " ".join([text, *(cell.text for table in blocks.tables for cell in table.cells)])
    return find_language(text[:20000]) or declared_language(declared)

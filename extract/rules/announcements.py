"""What the text announces and the report doesn't hold.

Each rule's docstring is its page in the reference. Out of scope: what sentences claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.blocks.numbering import top_of
from extract.model import Box, Finding
from extract.rules.evidence import Evidence, Row, fingerprint
from extract.rules.wording import place

# "in the table below", "the following chart", "the graph overleaf"
_ANNOUNCED = re.compile(
    r"\b(?:the|this)\s+(?:following\s+(?P<following>table|chart|graph)\b"
    r"|(?P<what>table|chart|graph)\s+(?:(?:shown|set out|presented|provided)\s+)?"
    r"(?:below(?!\s+(?:the|an?|\d))|overleaf|underneath)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
_LEAST_COVERAGE = 0.97


def announced_table_missing(evidence: Evidence) -> Iterator[Finding]:
    """The text announces a table or chart below, and the section ends without one.

    ## What it finds

    Sentences that speak of "the table below" or "the following chart" in a section where no table,
    picture or chart follows.

    ## Why it matters

    Something was left out when the report was put together, and the reader can't see the figures that the
    sentence rests on.

    ## Example

    "The funded projects are outlined in the table below." The next table belongs to the next section.

    ## When it is uncheckable

    Where pages could not be read, where much of a page's text has no place, or where the paragraph belongs to
    no numbered section: then nothing says where the table would have to stand.

    ## What can fool it

    A table laid out as text, which we didn't take for one. So it is a warning.
    """
    if evidence.coverage < _LEAST_COVERAGE:
        return
    for paragraph in evidence.paragraphs:
        if paragraph["kind"] in ("heading", "caption") or not paragraph["section_number"]:
            continue
        match = _ANNOUNCED.search(paragraph["text"])
        if match is not None and not _follows(evidence, paragraph):
            yield _finding(evidence, paragraph, match)


def _follows(evidence: Evidence, paragraph: Row) -> bool:
    """Whether a table or picture stands behind a paragraph, before the next section begins."""
    section = top_of(paragraph["section_number"])
    start = _spot(paragraph["page_start"], paragraph["top"])
    ends = (
        _spot(each["page_start"], each["top"])
        for each in (*evidence.paragraphs, *evidence.tables)
        if each["section_number"] and top_of(each["section_number"]) != section
    )
    end = min((spot for spot in ends if spot > start), default=(float("inf"), 0.0))
    return any(start < spot < end for spot in _starts(evidence)) or _stands_beside(evidence, paragraph)


def _stands_beside(evidence: Evidence, paragraph: Row) -> bool:
    """Whether a table or picture stands in a column to the right, which is read later wherever it stands."""
    things = (
        *((t["page_start"], t["x0"]) for t in evidence.tables),
        *((f["page"], f["x0"]) for f in evidence.figures if _is_free(f)),
    )
    return any(page == paragraph["page_start"] and x0 >= paragraph["x1"] for page, x0 in things)


def _starts(evidence: Evidence) -> Iterator[tuple[float, float]]:
    yield from (_spot(t["page_start"], t["top"]) for t in evidence.tables)
    yield from (_spot(f["page"], f["top"]) for f in evidence.figures if _is_free(f))


def _is_free(figure: Row) -> bool:
    return figure["kind"] != "logo" and not figure["table_id"]


def _spot(page: float, top: float) -> tuple[float, float]:
    return (float(page), float(top))


def _finding(evidence: Evidence, paragraph: Row, match: re.Match[str]) -> Finding:
    text, what = paragraph["text"], (match["what"] or match["following"]).lower()
    sentence = next((s[0].strip() for s in _SENTENCE.finditer(text) if s.end() >= match.end()), text)
    number = f"paragraph {paragraph['number']}" if paragraph["number"] else ""
    return Finding(
        rule="NR005",
        name="announced_table_missing",
        severity="warning",
        message=(
            f"{place((paragraph['section_title'], number), paragraph['page_start'])}: "
            f"“{sentence}” No {what} follows in this section."
        ),
        fingerprint=fingerprint("NR005", evidence.organisation, *evidence.days, sentence),
        evidence=(paragraph["paragraph_id"],),
        page=int(paragraph["page_start"]),
        box=Box(paragraph["x0"], paragraph["top"], paragraph["x1"], paragraph["bottom"]),
        paragraph_id=paragraph["paragraph_id"],
        quote=sentence,
        stated=match[0],
    )

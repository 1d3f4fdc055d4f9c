"""The plain script that ``cost.py`` measures against: words and table grids, nothing else.

usage: python benchmarks/plain.py REPORT.pdf [REPORT.pdf ...]

It reads each page's words with pdfplumber and each report's tables with camelot's hybrid flavour
on the page's vectors, as somebody would who needs no more than the texts.
"""

from __future__ import annotations

import sys
from pathlib import Path

import camelot
import pdfplumber


def read_report(path: Path) -> tuple[int, int, int]:
    """How many pages, words and tables a report has."""
    words = 0
    with pdfplumber.open(path) as document:
        pages = len(document.pages)
        for page in document.pages:
            words += len(page.extract_words())
            page.close()
    tables = camelot.read_pdf(
        str(path), pages="all", flavor="hybrid", engine="vector", backend="pdfium", use_fallback=False
    )
    return pages, words, len(tables)


def main() -> None:
    """Read every report named and print what it holds."""
    for name in sys.argv[1:]:
        pages, words, tables = read_report(Path(name))
        print(f"{name}: {pages} pages, {words} words, {tables} tables")


if __name__ == "__main__":
    main()

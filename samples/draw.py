"""Draw every sample report: ``python samples/draw.py [FOLDER]``, this folder where none is named.

Out: for each sample NAME.pdf, and the truth about it in NAME.truth.csv (each table cell) and
NAME.paragraphs.csv (each piece of narrative). The same bytes at each run.
"""

from __future__ import annotations

import sys
from pathlib import Path

import buses
import council
import fire
import health
import police

REPORTS = (police, health, buses, council, fire)


def main() -> None:
    """Draw them all and say where they lie."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for report in REPORTS:
        report.draw(folder)
        print(folder / f"{report.NAME}.pdf")


if __name__ == "__main__":
    main()

"""Every record that crosses a border between rooms, with its units.

Records are immutable and picklable: a worker process hands them to its parent. Boxes are
``(x0, top, x1, bottom)`` in PDF points from the top left of the page as displayed, pages count
from 1, rows and columns of a table from 0. Percents are in percent (71.5), durations in seconds,
money in units of its currency. Out of scope: how any of this is found, and how it is written.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extract.model.jobs import (
    BeginPage,
    Document,
    Job,
    LeftOut,
    Limits,
    Options,
    Outcome,
    Watch,
    untold,
)

if TYPE_CHECKING:
    from extract.model.blocks import (
        Blocks,
        Cell,
        Figure,
        FigureKind,
        Furniture,
        Paragraph,
        ParagraphKind,
        Region,
        Table,
        TableKind,
    )
    from extract.model.claims import (
        Check,
        Claim,
        ClaimKind,
        Direction,
        Stated,
        Tie,
    )
    from extract.model.facts import (
        Comparison,
        Definition,
        Facts,
        Measure,
        Missing,
        Observation,
        Period,
        Quantity,
        Remark,
        ReportDescription,
        Status,
        Total,
    )
    from extract.model.findings import (
        Finding,
        Severity,
        Verdict,
    )
    from extract.model.pages import (
        Box,
        Fill,
        Image,
        Page,
        Ruling,
        Word,
        union,
    )

__all__ = [
    "BeginPage",
    "Blocks",
    "Box",
    "Cell",
    "Check",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Definition",
    "Direction",
    "Document",
    "Facts",
    "Figure",
    "FigureKind",
    "Fill",
    "Finding",
    "Furniture",
    "Image",
    "Job",
    "LeftOut",
    "Limits",
    "Measure",
    "Missing",
    "Observation",
    "Options",
    "Outcome",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Period",
    "Quantity",
    "Region",
    "Remark",
    "ReportDescription",
    "Ruling",
    "Severity",
    "Stated",
    "Status",
    "Table",
    "TableKind",
    "Tie",
    "Total",
    "Verdict",
    "Watch",
    "Word",
    "union",
    "untold",
]

_LATER = ("pages", "findings", "facts", "claims", "blocks")


def __getattr__(name: str) -> object:
    """Load what a report is made of when it is asked for: a fifth of what ``--help`` would take."""
    if name in __all__:
        for module in _LATER:
            found = vars(import_module(f"{__name__}.{module}"))
            if name in found:
                globals()[name] = found[name]
                return found[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

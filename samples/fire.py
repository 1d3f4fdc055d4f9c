"""Sample 5, a fire service's quarter without a single error, full of figures that look like one.

Halves rounded either way, a base of zero, tiny bases, -0%, rounded money whose difference does not
add up exactly, percentages of unrounded figures, "approximately" in the text.
"""

from __future__ import annotations

from pathlib import Path

from grid import Cell, Grid, Look
from sheet import Margins, Sheet, Style

NAME = "fire-2024-25-q1"
RED, PALE = "#7a1212", "#f6ece6"
BODY = Style("Times-Roman", 11, 15, 8, justified=True)
HEADING = Style("Times-Bold", 13, 17, 5, colour=RED)
HEADS = ("Q1 2024/25", "Q1 2023/24", "Change", "% change")
INCIDENTS = (
    ("All incidents attended", "1,846", "1,902", "-56", "-3%"),
    ("Fires in homes", "9", "8", "+1", "+12%"),  # 12.5, half to even
    ("Fires in shops and offices", "18", "16", "+2", "+13%"),  # 12.5, half up
    ("Fires in the open", "207", "184", "+23", "+13%"),  # 12.5 again
    ("Chimney fires", "7", "8", "-1", "-12%"),  # -12.5, towards zero
    ("Fires in care homes", "3", "0", "+3", "n/a"),
    ("Rescues from water", "4", "1", "+3", "+300%"),
    ("Rescues from lifts", "0", "2", "-2", "-100%"),
    ("Road traffic collisions", "62", "62", "0", "0%"),
    ("False alarms", "1,201", "1,204", "-3", "-0%"),
    ("Malicious calls", "41", "40", "+1", "+3%"),  # 2.5, half up
    ("Deaths in fires", "0", "0", "0", "-"),
)
MONEY = (
    ("Pay", "£4.2m", "£3.9m", "+£0.4m", "+9%"),  # of pounds: 4.24 - 3.88
    ("Vehicles and fuel", "£0.6m", "£0.6m", "£0.0m", "+3%"),
    ("Buildings", "£1.1m", "£1.3m", "-£0.2m", "-19%"),
    ("Training", "£0.2m", "£0.1m", "+£0.1m", "+40%"),
)


def furniture(sheet: Sheet) -> None:
    """The service's name at the head, the page at the outer foot."""
    sheet.put(
        sheet.width / 2, 32, "Calderness Fire and Rescue Service", Style("Times-Italic", 10, colour=RED), "c"
    )
    sheet.put(sheet.width / 2, sheet.height - 30, f"– {sheet.page} –", Style("Times-Roman", 10), "c")


def figures(title: str, first: str, rows: tuple[tuple[str, ...], ...]) -> Grid:
    """A ruled table with a shaded head."""
    head = tuple(Cell(text, fill=PALE, bold=True) for text in (first, *HEADS))
    body = tuple(tuple(Cell(text) for text in row) for row in rows)
    look = Look("Times-Roman", "Times-Bold", 10, 12.5, 4, 6)
    return Grid(title, (190, 76, 76, 76, 76), "lrrrr", (head,), body, look)


def draw(folder: Path) -> None:
    """Draw the report and write the truth about it."""
    sheet = Sheet(
        folder / f"{NAME}.pdf",
        Margins(50, 56, 50, 52),
        furniture,
        "Quarterly report to the fire authority",
        "Calderness Fire and Rescue Service",
    )
    sheet.text(
        "Quarterly report to the fire authority", Style("Times-Bold", 20, 26, 2, colour=RED), "heading"
    )
    sheet.text("Q1 2024/25, April to June 2024", Style("Times-Roman", 13, 18, 14), "heading")
    sheet.text("Incidents", HEADING, "heading")
    sheet.text(
        "Crews went out 1,846 times, approximately 20 times a day. That is a little less than in the spring of "
        "last year, when fires on the moor kept three stations busy for most of May.",
        BODY,
    )
    sheet.text(
        "Nearly 1,200 of the calls turned out to be false alarms, most of them set off by smoke detectors in "
        "halls of residence. Fires in care homes, of which there had been none a year ago, numbered three; "
        "all were put out by staff before the crews arrived.",
        BODY,
    )
    sheet.text("Table 1. Incidents attended", Style("Times-Bold", 11, 15, 3), "caption")
    sheet.table(figures("Table 1. Incidents attended", "Incidents", INCIDENTS))
    sheet.new_page()
    sheet.text("Money", HEADING, "heading")
    sheet.text(
        "Spending is shown in millions of pounds. Changes and percentages were worked out from pounds and pence "
        "and rounded last, so that a printed change can differ by a little from the difference of the "
        "printed figures.",
        BODY,
    )
    sheet.text("Table 2. Spending", Style("Times-Bold", 11, 15, 3), "caption")
    sheet.table(figures("Table 2. Spending", "Spending", MONEY))
    sheet.text("Staff", HEADING, "heading")
    sheet.text(
        "The service employed about 540 firefighters, roughly half of them on call. Some 30 recruits finished "
        "their training in June and were posted to the nine stations in the valley.",
        BODY,
    )
    sheet.save()

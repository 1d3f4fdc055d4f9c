"""Sample 4, a council's scorecard: targets, RAG colours, points, units, missing values, tables over two pages.

Planted: "Household waste recycled" prints its relative change in the column of points.
"""

from __future__ import annotations

from pathlib import Path

from grid import Cell, Grid, Look, change, percent
from sheet import Margins, Sheet, Style

NAME = "council-2022-23-q3"
GREEN, AMBER, RED, INK, PALE = "#92d050", "#ffc000", "#ff5050", "#40305f", "#e6e0ec"
COLOURS = {"G": GREEN, "A": AMBER, "R": RED}
WORDS = {"G": "Green", "A": "Amber", "R": "Red"}
BODY = Style(size=10, leading=13.5, after=7)
HEADING = Style("Helvetica-Bold", 13, 17, 5, colour=INK)
NOTE = Style(size=8, leading=10.5, after=3)
# measure, unit, target, Q3 2022/23, Q3 2021/22, change, % change, RAG; None: worked out
SCORES = (
    ("Planning applications received", "Number", "-", "412", "468", None, None, ""),
    ("Planning applications decided in time", "Number", "380", "391", "402", None, None, "G"),
    ("Housing benefit: new claims, time to decide", "Days", "18", "16", "21", None, None, "G"),
    ("Empty homes brought back into use", "Number", "25", "19", "23", None, None, "R"),
    ("Households in temporary accommodation", "Number", "140", "163", "131", None, None, "R"),
    ("Homelessness prevented", "Number", "90", "94", "88", None, None, "G"),
    ("Council tax collected", "£m", "£31.0m", "£30.6m", "£29.4m", "+£1.2m", "+4%", "A"),
    ("Business rates collected", "£m", "£12.5m", "£12.9m", "£11.8m", "+£1.1m", "+9%", "G"),
    ("Capital spending", "£m", "£4.0m", "£2.7m", "£3.1m", "-£0.4m", "-13%", "R"),
    ("Income from car parks", "£", "£900,000", "£884,500", "£861,200", "+£23,300", "+3%", "A"),
    ("Calls to the contact centre", "Number", "-", "28,316", "31,502", None, None, ""),
    ("Time to answer a call", "Minutes", "5m 00s", "6m 12s", "4m 45s", "+1m 27s", "+31%", "R"),
    ("Visits to the web site", "Number", "210,000", "226,480", "204,915", None, None, "G"),
    ("Complaints at stage two", "Number", "15", "14", "9", None, None, "G"),
    ("Fly-tipping incidents", "Number", "600", "588*", "641", None, None, "G"),
    ("Missed bins for each 1,000 homes", "Per 1,000", "1.5", "1.9", "1.6", None, None, "R"),
    ("Street lights repaired", "Number", "350", "362", "340", None, None, "G"),
    ("Days to repair a street light", "Days", "5", "4", "4", None, None, "G"),
    ("Pot-holes filled", "Number", "1,200", "1,347", "1,289", None, None, "G"),
    ("Trees planted", "Number", "500", "460", "..", "..", "..", "A"),
    ("Library visits", "Number", "61,000", "58,744", "49,207", None, None, "A"),
    ("Swimming pool visits", "Number", "44,000", "45,190", "n/a", "n/a", "n/a", "G"),
    ("Food premises inspected", "Number", "130", "127", "98", None, None, "A"),
    ("Taxi licences refused", "Number", "-", "[c]", "[c]", "[c]", "[c]", ""),
    ("Noise complaints", "Number", "-", "233", "251", None, None, ""),
    ("Working days lost to sickness, each employee", "Days", "2.0", "2.3", "2.6", None, None, "A"),
    ("Apprentices in post", "Number", "24", "26", "22", None, None, "G"),
    ("Freedom of information requests", "Number", "-", "174", "158", None, None, ""),
    ("Electric charging points in use", "Number", "60", "64", "41", None, None, "G"),
    ("Parking notices issued", "Number", "-", "3,906", "4,118", None, None, ""),
)
# measure, target, Q3 2022/23, Q3 2021/22, change in points where it isn't the difference, status
SHARES = (
    ("Household waste recycled", "72.0%", "69.4%", "74.4%", "-6.7", "R"),
    ("Calls answered", "90.0%", "86.2%", "91.5%", None, "A"),
    ("Major planning applications decided in 13 weeks", "80.0%", "84.6%", "79.3%", None, "G"),
    ("Invoices paid within 30 days", "95.0%", "96.1%", "95.8%", None, "G"),
    ("Rent collected", "98.0%", "97.2%", "97.2%", None, "A"),
    ("Tenants content with repairs", "85.0%", "81.3%", "83.9%", None, "A"),
    ("Food premises rated four or five", "92.0%", "93.5%", "92.8%", None, "G"),
    ("Streets free of litter", "94.0%", "95.2%", "93.1%", None, "G"),
    ("Staff who had a yearly review", "100.0%", "88.7%", "71.6%", None, "R"),
    ("Council tax paid by direct debit", "75.0%", "76.4%", "74.9%", None, "G"),
    ("Homes that meet the decent standard", "99.0%", "n/a", "98.3%", "n/a", ""),
    ("Residents who feel safe after dark", "70.0%", "..", "68.0%", "..", ""),
    ("Web forms completed", "60.0%", "63.9%", "58.2%", None, "G"),
    ("Days on which the pools opened in full", "97.0%", "94.5%", "96.7%", None, "A"),
)


def furniture(sheet: Sheet) -> None:
    """The council's name and the report's at the foot, with the page."""
    small = Style(size=8, colour="#666666")
    sheet.put(40, sheet.height - 26, "Ferrington Borough Council | Corporate scorecard | OFFICIAL", small)
    sheet.put(sheet.width - 40, sheet.height - 26, f"Page {sheet.page} of 3", small, "r")


def scores() -> Grid:
    """The first table: eight columns, status told by the cell's colour alone, head repeated overleaf."""
    dark = {"fill": INK, "bold": True, "align": "c", "colour": "#ffffff"}
    heads = ("Unit", "Target", "Q3 2022/23", "Q3 2021/22", "Change", "% change", "RAG")
    body = []
    for name, unit, target, now, before, moved, share, rag in SCORES:
        figures = (now.rstrip("*"), before)
        texts = (name, unit, target, now, before, moved or change(*figures), share or percent(*figures))
        status = Cell(fill=COLOURS[rag], meant=True) if rag else Cell("n/a")
        body.append((*(Cell(text) for text in texts), status))
    head = (Cell("Measure", fill=INK, bold=True, colour="#ffffff"), *(Cell(text, **dark) for text in heads))
    widths = (157, 54, 56, 58, 58, 54, 48, 30)
    look = Look(size=8, leading=10, pad=6)
    return Grid("Services and money", widths, "lcrrrrrc", (head,), tuple(body), look, repeat_head=True)


def shares() -> Grid:
    """The second table: percentages, their change in points, status in words; head not repeated."""
    pale = {"fill": PALE, "bold": True}
    heads = ("Measure", "Target", "Q3 2022/23", "Q3 2021/22", "Change (% points)", "Status")
    body = []
    for name, target, now, before, points, rag in SHARES:
        worked = points or change(now.rstrip("%"), before.rstrip("%"))
        status = Cell(WORDS[rag], fill=COLOURS[rag], align="c", meant=True) if rag else Cell("n/a", align="c")
        body.append((*(Cell(text) for text in (name, target, now, before, worked)), status))
    head = tuple(Cell(text, align="" if at == 0 else "c", **pale) for at, text in enumerate(heads))
    widths = (197, 58, 68, 68, 72, 52)
    return Grid("Percentages", widths, "lrrrrc", (head,), tuple(body), Look(size=8.5, leading=11, pad=8.5))


def draw(folder: Path) -> None:
    """Draw the report and write the truth about it."""
    sheet = Sheet(
        folder / f"{NAME}.pdf",
        Margins(40, 46, 40, 50),
        furniture,
        "Corporate scorecard",
        "Ferrington Borough Council",
    )
    sheet.put(40, 60, "Ferrington Borough Council", Style("Helvetica-Bold", 12, colour="#666666"))
    sheet.y = 72
    sheet.text("Corporate scorecard", Style("Helvetica-Bold", 22, 29, 2, colour=INK), "heading")
    sheet.text("Quarter 3 2022/23", Style(size=14, leading=19, after=14), "heading")
    sheet.text("Introduction", HEADING, "heading")
    sheet.text(
        "The cabinet follows forty-four measures. The colour in the last column says how a measure stands "
        "against its target: green where the target is met, amber where it is missed by little, red where "
        "it is missed by more. Measures without a target have no colour.",
        BODY,
    )
    sheet.text("Services and money", HEADING, "heading")
    sheet.table(scores())
    for line in (
        "* A contractor's list was counted twice in October and has been corrected.",
        "[c] Withheld, since so few cases could identify a person. .. Not collected in that quarter.",
        "n/a The pool was closed for building work.",
    ):
        sheet.text(line, NOTE, "note")
    sheet.y += 8
    sheet.text("What the figures tell", HEADING, "heading")
    for text in (
        "More households need temporary accommodation than at any time in ten years. The council has bought "
        "eleven flats and leases another thirty; both will be ready for use in summer.",
        "Callers waited longer because five posts at the contact centre were empty until December. They have "
        "since been filled, and the wait in January was back below five minutes.",
        "Income from car parks rose with the number of visitors in the weeks before Christmas. The new charges "
        "came into force only in January and have no part in it.",
    ):
        sheet.text(text, BODY)
    sheet.text("Percentages", HEADING, "heading")
    sheet.table(shares())
    sheet.text("Recycling", HEADING, "heading")
    sheet.text(
        "Less garden waste was collected after the dry summer, and a fire closed the sorting hall for three "
        "weeks in November. The council expects the share to recover by the end of the year.",
        BODY,
    )
    sheet.save()

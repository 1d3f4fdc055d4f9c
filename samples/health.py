"""Sample 2, a health trust's month: landscape tables without rules, in shaded bands, two comparisons a row.

Planted: the change of "Ambulance arrivals" on last month has two digits swapped.
"""

from __future__ import annotations

from pathlib import Path

from grid import Cell, Grid, Look, change, percent
from reportlab.lib.pagesizes import A4, landscape
from sheet import Margins, Sheet, Style

NAME = "health-2023-09"
TEAL, BAND, DEEP = "#00667a", "#e4f1f3", "#c3dfe4"
BODY = Style("Times-Roman", 11, 14.5, 8)
TITLE = Style("Times-Bold", 21, 27, 4, colour=TEAL)
HEADING = Style("Times-Bold", 13, 17, 5, colour=TEAL)
BULLET = Style("Times-Roman", 11, 14.5, 4, indent=44)
HEADS = (
    "This month\vSep 2023",
    "Last month\vAug 2023",
    "Change on\vlast month",
    "% change on\vlast month",
    "Year to date\v2023/24",
    "Year to date\v2022/23",
    "Change on\vlast year",
    "% change on\vlast year",
)
CARE = (
    "Urgent care",
    ("Emergency department attendances", "12,486", "11,952", "74,310", "71,884"),
    ("Ambulance arrivals", "3,218", "2,945", "18,404", "18,937"),
    ("Minor injury attendances", "4,107", "4,390", "25,663", "24,102"),
    ("Emergency admissions", "2,761", "2,698", "16,350", "16,022"),
    "Planned care",
    ("Referrals from general practice", "6,934", "6,281", "39,477", "37,560"),
    ("First outpatient appointments", "5,402", "4,876", "30,218", "28,945"),
    ("Day cases", "1,385", "1,240", "7,946", "7,411"),
    ("Operations called off on the day", "38", "51", "262", "297"),
    "Community services",
    ("Home visits by district nurses", "21,640", "22,315", "131,208", "128,774"),
    ("Health visitor contacts", "3,056", "2,871", "17,390", "17,652"),
    ("Therapy sessions", "2,294", "2,117", "13,006", "12,480"),
)
STAFF = (
    "Staff in post (full-time equivalents)",
    ("Registered nurses", "1,204.5", "1,198.2", "1,190.8", "1,161.3"),
    ("Doctors", "318.6", "312.9", "310.4", "305.7"),
    ("Therapists", "226.8", "229.3", "228.1", "219.6"),
    "Absence",
    ("Working days lost", "2,873", "2,640", "15,912", "17,204"),
)
SWAPPED = {("Ambulance arrivals", 3): "+237"}


def furniture(sheet: Sheet) -> None:
    """A coloured bar with the trust's name at the head; title and page at the foot."""
    sheet.canvas.setFillColor(TEAL)
    sheet.canvas.rect(0, sheet.height - 26, sheet.width, 26, stroke=0, fill=1)
    sheet.put(42, 17, "Estuary Community Health Trust", Style("Times-Bold", 10, colour="#ffffff"))
    small = Style("Times-Italic", 9, colour="#555555")
    sheet.put(42, sheet.height - 22, "Integrated performance report, September 2023", small)
    sheet.put(sheet.width - 42, sheet.height - 22, f"Page {sheet.page}", small, "r")


def bands(title: str, rows: tuple[tuple[str, ...] | str, ...], decimals: int) -> Grid:
    """A table whose rows are told apart by fills alone; groups stand on a deeper fill."""
    head = (
        Cell("Measure", fill=TEAL, bold=True, colour="#ffffff"),
        *(Cell(text, fill=TEAL, bold=True, colour="#ffffff") for text in HEADS),
    )
    body, band = [], False
    for row in rows:
        if isinstance(row, str):
            body.append((Cell(row, 9, fill=DEEP, bold=True, align="l"),))
            band = False
            continue
        name, now, last, year, before = row
        texts = (
            name,
            now,
            last,
            change(now, last),
            percent(now, last, decimals),
            year,
            before,
            change(year, before),
            percent(year, before, decimals),
        )
        fill = BAND if band else ""
        body.append(tuple(Cell(SWAPPED.get((name, at), text), fill=fill) for at, text in enumerate(texts)))
        band = not band
    look = Look("Times-Roman", "Times-Bold", 9.5, 12, 4.2, 6, ruled=False)
    return Grid(title, (194, *([70] * 8)), "lrrrrrrrr", (head,), tuple(body), look)


def draw(folder: Path) -> None:
    """Draw the report and write the truth about it."""
    sheet = Sheet(
        folder / f"{NAME}.pdf",
        Margins(42, 58, 42, 48),
        furniture,
        "Integrated performance report",
        "Estuary Community Health Trust",
    )
    _narrative(sheet)
    sheet.new_page(landscape(A4))
    sheet.text("Table 1: Activity by service, September 2023", HEADING, "caption")
    sheet.table(bands("Table 1: Activity by service, September 2023", CARE, 1))
    sheet.text(
        "Source: the trust's patient administration system, read on 9 October 2023.",
        Style("Times-Italic", 9, 12, 6),
        "note",
    )
    sheet.new_page()
    sheet.text("Table 2: Workforce, September 2023", HEADING, "caption")
    sheet.table(bands("Table 2: Workforce, September 2023", STAFF, 1))
    sheet.save()


def _narrative(sheet: Sheet) -> None:
    sheet.text("Integrated performance report", TITLE, "heading")
    sheet.text("September 2023", Style("Times-Roman", 14, 19, 16), "heading")
    sheet.text("Summary for the board", HEADING, "heading")
    sheet.text(
        "This report tells the board how the trust's services did in September and in the first six months of "
        "the year 2023/24. The tables on the next pages set each figure against the month before and "
        "against the same six months of last year.",
        BODY,
    )
    for line in (
        "The emergency department saw 12,486 people, 534 more than in August.",
        "Fewer people came to the minor injury units once the schools had gone back.",
        "Operations called off on the day fell from 51 to 38, the lowest number since spring.",
        "District nurses made 21,640 home visits, 675 fewer than in August.",
    ):
        sheet.text(line, BULLET, "list_item", "•")
    sheet.y += 6
    sheet.text("Urgent care", HEADING, "heading")
    sheet.text(
        "Demand rose across the month and peaked in its third week, when a heatwave brought many elderly "
        "people to hospital. A second consultant was on duty at weekends. The board asked in July how "
        "long ambulances wait outside; a count by hand was made in September and will be reported next "
        "month together with the plan for winter.",
        BODY,
    )
    sheet.text("Planned care", HEADING, "heading")
    sheet.text(
        "Referrals went up by 10.4% on August, which is usual after the holidays. Theatre 3 reopened on the "
        "eleventh, and evening lists are being offered to patients who have waited longest.",
        BODY,
    )
    sheet.text("Workforce", HEADING, "heading")
    sheet.text(
        "The trust employed 1,204.5 nurses (counted as full-time posts) at the end of the month. Absence grew "
        "as respiratory infections returned, though over six months it stays below last year.",
        BODY,
    )

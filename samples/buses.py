"""Sample 3, a bus company's quarter: prior before current, percent before change, brackets, U+2212.

Planted: the percentage of "Concession journeys" was taken over the current figure.
"""

from __future__ import annotations

from pathlib import Path

from grid import Cell, Grid, Look, change, percent
from reportlab.lib.colors import HexColor
from sheet import Margins, Sheet, Style

NAME = "buses-2023-24-q2"
RED = "#9c1c1c"
BODY = Style("Vera", 8.6, 12.4, 7, justified=True)
HEADING = Style("Vera-Bold", 11, 15, 4, colour=RED)
SMALL = Style("Vera", 7, 9, colour="#666666")
HEADS = ("Q2 2022/23", "Q2 2023/24", "% Var", "Variance")
JOURNEYS = (
    ("Fare-paying journeys", "8,412.7", "9,036.1"),
    ("Concession journeys", "3,214.6", "2,905.3"),
    ("School contract journeys", "611.9", "598.4"),
    ("Park and ride journeys", "402.5", "447.8"),
    ("All journeys", "12,641.7", "12,987.6"),
)
MONEY = (
    ("Fares and passes", "19.4", "21.3"),
    ("Council support", "7.8", "6.9"),
    ("Wages", "14.2", "15.1"),
    ("Fuel and power", "5.6", "4.7"),
    ("Repairs", "2.9", "3.1"),
)
SERVICE = (
    ("Miles run (000s)", "4,180.3", "4,226.9"),
    ("Breakdowns for each 100,000 miles", "6.4", "5.1"),
    ("Complaints for each million journeys", "48.3", "41.7"),
)
WRONG_BASE = {"Concession journeys": "−10.6%"}


def furniture(sheet: Sheet) -> None:
    """A red line and the company at the head; the page of the whole at the foot."""
    sheet.canvas.setStrokeColor(HexColor(RED))
    sheet.canvas.setLineWidth(2)
    sheet.canvas.line(48, sheet.height - 40, sheet.width - 48, sheet.height - 40)
    sheet.put(48, 34, "Northmoor Buses", Style("Vera-Bold", 8, colour=RED))
    sheet.put(sheet.width - 48, 34, "Quarterly performance statement", SMALL, "r")
    sheet.put(sheet.width / 2, sheet.height - 28, f"{sheet.page} / 2", SMALL, "c")


def in_brackets(text: str) -> str:
    """A negative in brackets, as accountants print it: ``-0.9`` is ``(0.9)``."""
    return f"({text[1:]})" if text.startswith("-") else text


def statement(title: str, first: str, rows: tuple[tuple[str, str, str], ...]) -> Grid:
    """A table with lines between the rows only."""
    pale = {"fill": "#f3dede", "bold": True}
    head = (Cell(first, **pale), *(Cell(text, **pale) for text in HEADS))
    body = []
    for name, before, now in rows:
        share = percent(now, before, 1, sign=False).replace("-", "−")
        texts = (name, before, now, WRONG_BASE.get(name, share), in_brackets(change(now, before, sign=False)))
        body.append(tuple(Cell(text, bold=name.startswith("All ")) for text in texts))
    look = Look("Vera", "Vera-Bold", 8, 10.5, 4, 5)
    return Grid(title, (203, 74, 74, 74, 74), "lrrrr", (head,), tuple(body), look)


def draw(folder: Path) -> None:
    """Draw the report and write the truth about it."""
    sheet = Sheet(
        folder / f"{NAME}.pdf",
        Margins(48, 58, 48, 52),
        furniture,
        "Quarterly performance statement",
        "Northmoor Buses",
    )
    sheet.text("Quarterly performance statement", Style("Vera-Bold", 18, 25, 2, colour=RED), "heading")
    sheet.text("Q2 2023/24 (July to September 2023)", Style("Vera", 11, 16, 12), "heading")
    _table(sheet, "Passenger journeys (000s)", "Journeys (000s)", JOURNEYS)
    _table(sheet, "Income and cost (£m)", "£m", MONEY)
    _columns(sheet)
    sheet.across()
    sheet.new_page()
    _table(sheet, "Service quality", "Measure", SERVICE)
    sheet.text(
        "A negative variance stands in brackets. Percentages are of the year before.",
        Style("Vera", 7.5, 10, 8),
        "note",
    )
    _method(sheet)
    sheet.save()


def _table(sheet: Sheet, title: str, first: str, rows: tuple[tuple[str, str, str], ...]) -> None:
    sheet.text(title, Style("Vera-Bold", 9.5, 13, 3), "caption")
    sheet.table(statement(title, first, rows))


def _columns(sheet: Sheet) -> None:
    sheet.in_columns(2, depth=262)
    sheet.text("Passengers", HEADING, "heading")
    sheet.text(
        "More people paid for their seat than in any summer quarter since the company was formed. The flat fare "
        "of two pounds, now in its third quarter, is the main reason, and the new route to the hospital "
        "carried twice what we had hoped.",
        BODY,
    )
    sheet.text(
        "Travel on passes for older residents has not come back to its former level. We asked four hundred pass "
        "holders why; most said that they shop nearer home than they used to.",
        BODY,
    )
    sheet.text(
        "Park and ride grew in each month. The northern site was full on eleven Saturdays, and we are talking "
        "with the council about opening the overflow field earlier in the day.",
        BODY,
    )
    sheet.text("Money", HEADING, "heading")
    sheet.text(
        "Income from fares and passes reached £21.3m. Support from the council fell by £0.9m as the last of the "
        "recovery grants came to an end in June.",
        BODY,
    )
    sheet.text(
        "Fuel and power cost £0.9m less. Two thirds of the saving came from lower prices at the pump, one third "
        "from the nineteen electric buses that entered service at Moorgate depot.",
        BODY,
    )
    sheet.text(
        "Wages follow the agreement reached with the union in April. Repairs cost a little more because the "
        "oldest vehicles were kept on until their successors had been delivered.",
        BODY,
    )
    sheet.text("Outlook", HEADING, "heading")
    sheet.text(
        "The flat fare is assured until the end of the year. We plan no change to the network before the spring, "
        "when the school contracts are due for renewal.",
        BODY,
    )


def _method(sheet: Sheet) -> None:
    sheet.in_columns(2, depth=118)
    sheet.text("How we count", HEADING, "heading")
    sheet.text(
        "A journey is one boarding. Whoever changes from one of our buses to another is counted twice, on the "
        "first vehicle and on the second, because the ticket machines can't tell the two apart.",
        BODY,
    )
    sheet.text(
        "Holders of passes touch in as they board. Where a reader is out of order the driver counts by hand, and "
        "the depot enters these counts on the following working day. In the quarter they made up less than "
        "one boarding in three hundred.",
        BODY,
    )
    sheet.text(
        "A breakdown is any fault that keeps a bus from ending its trip. Complaints are counted on the day they "
        "reach us, by whatever way, and once each even where they name several buses.",
        BODY,
    )
    sheet.across()

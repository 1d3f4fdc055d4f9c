"""Sample 1, a police force's quarter: ruled tables, trend pictures, numbered paragraphs, a glossary.

Planted: the row "Unspecified" rose and is printed as a fall, in both fields.
"""

from __future__ import annotations

from pathlib import Path

from grid import Cell, Grid, Look, trend
from reportlab.lib.utils import ImageReader
from sheet import Margins, Sheet, Style, shield

NAME = "police-2019-20-q1"
NAVY, PALE, GREY = "#1f3864", "#dae3f3", "#ededed"
BODY = Style(size=10.5, leading=15, after=9, justified=True, indent=34)
SECTION = Style("Helvetica-Bold", 11.5, 15, 5)
NOTE = Style("Helvetica-Oblique", 8, 10, 10)
BULLET = Style(size=10, leading=13.2, after=3, indent=52)
BEFORE = (31, 33, 36, 38, 35, 30, 29, 27, 26, 28, 30, 32)


def furniture(sheet: Sheet) -> None:
    """The marking at head and foot, and the page number."""
    mark = Style("Helvetica-Bold", 9)
    middle = sheet.width / 2
    sheet.put(middle, 34, "PUBLIC - NO PROTECTIVE MARKING", mark, "c")
    sheet.put(middle, sheet.height - 36, "PUBLIC - NO PROTECTIVE MARKING", mark, "c")
    sheet.put(middle, sheet.height - 24, str(sheet.page), Style(size=9), "c")


def kpis(title: str, rows: tuple[tuple[str, ...] | str, ...], banner: bool = True) -> Grid:
    """A table of the force: a title row inside, "Performance" over four columns, a picture at the end."""
    dark = {"fill": NAVY, "bold": True, "align": "c", "colour": "#ffffff"}
    pale = {"fill": PALE, "bold": True}
    heads = ("Performance Q1 19/20", "Performance Q1 18/19", "Volume Change", "% Change")
    titles = (Cell("Wealdshire Police Performance", 6, **dark),) if banner else (Cell(title, 6, **dark),)
    head = [titles, (Cell(title, 6, align="l", **pale),)] if banner else [titles]
    head += [
        (
            Cell("KPI", rows=2, align="l", **pale),
            Cell("Performance", 4, align="c", **pale),
            Cell("Trend (Blue=18/19 and Red=19/20)", rows=2, align="c", **pale),
        ),
        tuple(Cell(text, align="c", **pale) for text in heads),
    ]
    body: list[tuple[Cell, ...]] = []
    for at, row in enumerate(rows):
        if isinstance(row, str):
            body.append((Cell(row, 6, fill=GREY, bold=True, align="l"),))
        else:
            shift = tuple(v + (at * 3 % 7) for v in BEFORE)
            body.append((*(Cell(text) for text in row), Cell(picture=trend((40 - at, 38, 34 + at), shift))))
    return Grid(title, (128, 76, 76, 66, 58, 98), "lccccc", tuple(head), tuple(body), Look(leading=9.6))


GLOSSARY = (
    (
        "Abandoned call",
        "A call that ends before anybody has answered it, counted from five seconds after "
        "the recorded greeting.",
    ),
    (
        "Anti-social behaviour",
        "Behaviour by a person that causes, or is likely to cause, alarm or distress to "
        "people of another household.",
    ),
    ("Clear-up", "An offence for which somebody was charged, cautioned or otherwise dealt with."),
    (
        "Grade 1",
        "An incident to which officers travel at once, with a target of 15 minutes in towns and "
        "20 minutes elsewhere.",
    ),
    ("Grade 2", "An incident to which officers travel as soon as one is free, within two hours."),
    (
        "Missing person",
        "Anybody whose whereabouts can't be established, whatever the circumstances, and who "
        "is treated as missing until found.",
    ),
    ("Non-emergency number", "The number 101, for matters that need no officer at once."),
    (
        "Outcome",
        "What an investigation ended in. The Home Office lists 22 outcomes, from a charge (1) to a "
        "handover to another agency (22). Outcomes 1 to 8 are called positive in this report. An offence may "
        "get its outcome in a later quarter than the one in which it was recorded, so that the volume of "
        "positive outcomes and the volume of crime in one quarter describe different offences. Readers who "
        "want a rate should take the 12-month tables that the force publishes in July, where each offence is "
        "followed until its outcome is known.",
    ),
    ("Repeat caller", "A person who has rung from the same number at least three times in 28 days."),
    (
        "Stop and search",
        "A search of a person or a vehicle under any of the powers listed in the code of "
        "practice; a search of a vehicle and its driver counts as one.",
    ),
    ("Switchboard", "The team, and since May the automatic voice, that passes a call on to an extension."),
)


def draw(folder: Path) -> None:
    """Draw the report and write the truth about it."""
    sheet = Sheet(
        folder / f"{NAME}.pdf",
        Margins(46, 58, 46, 58),
        furniture,
        "Force Performance Review",
        "Wealdshire Police",
    )
    _first_page(sheet)
    _incidents(sheet)
    _crime(sheet)
    _glossary(sheet)
    sheet.save()


def _first_page(sheet: Sheet) -> None:
    sheet.canvas.drawImage(ImageReader(shield(NAVY)), 50, sheet.height - 124, 48, 56)
    sheet.put(108, 92, "WEALDSHIRE POLICE", Style("Helvetica-Bold", 17, colour=NAVY))
    sheet.put(108, 110, "Safer together", Style("Helvetica-Oblique", 10, colour=NAVY))
    sheet.y = 142
    sheet.text("FORCE PERFORMANCE REVIEW", Style("Helvetica-Bold", 17, 22, 2, centred=True), "heading")
    sheet.text("Quarter 1 2019/20", Style("Helvetica-Bold", 13, 18, 1, centred=True), "heading")
    sheet.text("(April 2019 – June 2019)", Style(size=11, leading=15, after=14, centred=True))
    sheet.table(
        kpis(
            "1. Calls",
            (
                ("1.1 Number of 999 Calls", "40,089", "36,232", "+3,857", "+11%"),
                ("1.2 Number of 101 Calls", "90,395", "101,730", "-11,335", "-11%"),
            ),
        )
    )
    sheet.text("1. Calls", SECTION, "heading")
    for number, text in (
        (
            "1.1",
            "Wealdshire aims to pick up nine in ten emergency calls inside 10 seconds. No such aim is set for "
            "the non-emergency number, where a recorded voice first offers the caller other ways to reach us.",
        ),
        (
            "1.2",
            "The control room took 3,857 more emergency calls than in the same three months a year earlier. "
            "The rise began in April and was steepest on warm weekends, as the red line of the trend chart shows.",
        ),
        (
            "1.3",
            "Calls to 101 went down by 11,335 (-11%). Two reasons are known: reports made on our web pages, "
            "which opened to all residents in March, and an automatic switchboard that connects callers to "
            "extensions. In the quarter these web reports numbered:",
        ),
    ):
        sheet.text(text, BODY, number=number)
    for line in ("April - 1,104", "May - 1,263", "June - 1,139"):
        sheet.text(line, BULLET, "list_item", "•")
    sheet.y += 4
    sheet.text(
        "Callers to 101 who hung up unanswered remain a concern of the Chief Officer Group. More staff start in "
        "September, and a call-back service, in which callers keep their place without holding the line, is "
        "being tried out on weekday evenings. The trial runs to the end of October; its findings come to this "
        "meeting in the third quarter together with a proposal on opening hours of the front counters, which "
        "were last reviewed in 2016 and now see fewer visitors than before.",
        BODY,
        number="1.4",
    )


def _incidents(sheet: Sheet) -> None:
    sheet.table(kpis("2. Incidents", (("2.1 Number of Incidents", "59,738", "62,554", "-2,816", "-5%"),)))
    sheet.text("2. Incidents", SECTION, "heading")
    for number, text in (
        (
            "2.1",
            "Officers and staff dealt with 2,816 fewer incidents than a year ago, a change of -5%. Both grades "
            "that ask for a visit contributed: Grade 1 and Grade 2 each fell in every month of the quarter.",
        ),
        (
            "2.2",
            "Reports of anti-social behaviour followed the usual course of the seasons, with few reports in April "
            "and many in June; noise in parks and nuisance from off-road motor-cycles made up the larger part.",
        ),
        (
            "2.3",
            "The table below divides reports of missing people by age and by gender. Reports about those under 18 "
            "rose by 6%. Almost all were found within a day, and return-home talks were offered to every child.",
        ),
    ):
        sheet.text(text, BODY, number=number)
    sheet.table(
        kpis(
            "Missing People by Age and Gender",
            (
                "Age",
                ("0-17", "926", "871", "+55", "+6%"),
                ("Over 18", "491", "556", "-65", "-12%"),
                "Gender",
                ("Male", "677", "576", "+101", "+18%"),
                ("Female", "588", "764", "-176", "-23%"),
                ("Unspecified", "129", "106", "-23", "-22%"),
            ),
            banner=False,
        )
    )
    sheet.y -= 4
    sheet.text(
        "*Reports whose age or gender field was left open when this table was made are not counted here.",
        NOTE,
        "note",
    )


def _crime(sheet: Sheet) -> None:
    sheet.table(kpis("3. Crime", (("3.1 All Crime", "23,871", "22,949", "+922", "+4%"),)))
    sheet.text("3. Crime", SECTION, "heading")
    for number, text in (
        (
            "3.1",
            "Recorded crime was 922 offences (+4%) above the first quarter of last year. Neighbouring forces report "
            "the like, and part of the growth is owed to stricter checks on how offences are entered.",
        ),
        (
            "3.2",
            "Burglary of homes was lower than in any first quarter since records in the present form began in "
            "2013. Patrols in the two towns that had suffered most, and the sentencing of a group of four men in "
            "March, are thought to be why; theft from cars has fallen in the same streets, and by 61 (-\v4%).",
        ),
        (
            "3.3",
            "Knife crime is reported to the Violence Reduction Board in a paper of its own. The Home Office has "
            "granted the force £1.4m towards extra patrols, and the Commissioner has added £880,000 for youth work "
            "in schools; contracts for the first ten projects were signed in May.",
        ),
        (
            "3.4",
            "Offences flagged as domestic are now read a second time by a sergeant within 24 hours. The second "
            "reading has changed the entry in one case out of eleven, as a rule towards a graver offence, and the "
            "force expects the effect on its totals to wear off once the first twelve months have been counted "
            "in this way. The districts were trained one after another between February and June, so that the "
            "figures of this quarter hold some districts under the new practice and others under the old.",
        ),
    ):
        sheet.text(text, BODY, number=number)
    sheet.table(kpis("4. Outcomes", (("4.1 Volume of Positive Outcomes", "2,560", "2,957", "-397", "-13%"),)))
    sheet.text("4. Outcomes", SECTION, "heading")
    sheet.text(
        "Positive outcomes were fewer by 397. The force explains in its glossary why they can't be divided by "
        "the crimes of the same quarter.",
        BODY,
        number="4.1",
    )
    sheet.table(kpis("5. Prevention", (("5.1 Number of Stop and Searches", "961", "789", "+172", "+22%"),)))
    sheet.text("5. Prevention", SECTION, "heading")
    sheet.text(
        "Stop and search was used 172 times more than a year before (+22%), mostly in the hours after dark. "
        "A panel of residents reads a sample of the forms each month and publishes what it thinks of them.",
        BODY,
        number="5.1",
    )
    sheet.text(
        "The panel asked that forms name the street rather than the ward. Officers have done so since "
        "the start of June, and the next review will carry a map.",
        BODY,
        number="5.2",
    )


def _glossary(sheet: Sheet) -> None:
    sheet.text("Glossary", SECTION, "heading")
    head = (
        (
            Cell("Term", fill=NAVY, bold=True, colour="#ffffff"),
            Cell("Definition", fill=NAVY, bold=True, colour="#ffffff"),
        ),
    )
    body = tuple((Cell(term, bold=True), Cell(text)) for term, text in GLOSSARY)
    look = Look(size=9, leading=11.5, pad=4, row_splits=True)
    sheet.table(Grid("Glossary", (132, 370), "ll", head, body, look))

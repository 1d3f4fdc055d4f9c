"""Layouts of texts and of texts amid figures, of several tables; and pages that hold no table at all.

Beside ``layouts_of_figures.py``, and in its way.
"""

from __future__ import annotations

from layouts_of_figures import MONTHS, caption, figures, names, number, percent
from typesetter import Sheet, Style

CROPS = ("Corn", "Wheat", "Soybeans", "Sorghum", "Barley", "Oats")


def names_and_duties(s: Sheet) -> None:
    """Two columns of text, the right one over several lines."""
    rows = [
        ["Office", "Responsibility"],
        [
            "Field Operations",
            "Conducts inspections and keeps the register of\nlicensed sites in all districts",
        ],
        ["Legal Counsel", "Reviews contracts"],
        ["Public Affairs", "Answers the press and publishes\nthe annual report"],
        ["Budget", "Prepares estimates and tracks\nwhat is spent"],
    ]
    s.prose(3)
    s.table(rows, Style("ll", values="first", bold_head=True, gap=3, row_gap=0.6))
    s.skip(2)
    s.prose(3)


def directory(s: Sheet) -> None:
    """Names, streets and telephones."""
    r = s.rng
    rows = [["Office", "Address", "Telephone"]]
    for name in names(r, 7):
        rows.append(
            [
                name,
                f"{r.randint(10, 999)} Main Street, Suite {r.randint(2, 90)}",
                f"555-{r.randint(1000, 9999)}",
            ]
        )
    s.table(rows, Style("lll", bold_head=True, gap=3, rules="three"))
    s.skip()
    s.prose(3)


def texts_of_four(s: Sheet) -> None:
    """Four columns of short texts."""
    r = s.rng
    rows = [["State", "Agency", "Status", "Lead"]]
    for name in names(r, 8):
        status = r.choice(("Approved", "Pending review", "Denied", "Not filed"))
        rows.append(
            [name, r.choice(("Health", "Transport", "Labor and Industry")), status, r.choice(("Yes", "No"))]
        )
    s.table(rows, Style("llll", bold_head=True, gap=3))
    s.skip()
    s.prose(3)


def plain_texts(s: Sheet) -> None:
    """Three columns of texts with a head in no other type."""
    r = s.rng
    s.prose(3)
    rows = [["Common name", "Use", "Origin"]]
    for name in r.sample(("Alder", "Birch", "Cedar", "Elm", "Larch", "Maple", "Poplar", "Willow"), 7):
        rows.append(
            [name, r.choice(("Fuel", "Building", "Paper", "None")), r.choice(("Native", "Brought in"))]
        )
    s.table(rows, Style("lll", gap=4, rules=r.choice(("three", ""))))
    s.skip(2)
    s.prose(3)


def wrapped_texts(s: Sheet) -> None:
    """Three columns of texts that go on over lines, rows apart by a little space."""
    rows = [
        ["Program", "Who may apply", "What is paid"],
        ["Farm loans", "Owners of land and\ntheir tenants", "Up to half of the\ncost of seed"],
        ["Disaster relief", "Any household", "Repairs to the home\nand a place to stay\nmeanwhile"],
        ["School meals", "Children of families\nbelow the line", "Breakfast and lunch"],
        ["Heating aid", "Renters", "Part of the bill"],
    ]
    s.prose(3)
    s.table(rows, Style("lll", values="first", bold_head=True, gap=3, row_gap=0.7, rules="three"))
    s.skip(2)
    s.prose(3)


def _column_of(s: Sheet, left: bool) -> None:
    r = s.rng
    s.size, s.pitch, s.loose = min(s.size, 9.0), min(s.size, 9.0) * 1.2, 0.9
    x, other = (54.0, 318.0) if left else (318.0, 54.0)
    s.prose(12, other, other + 240)
    s.prose(22, other, other + 240)
    s.top = 72.0
    s.prose(9, x, x + 240)
    s.text(x, s.top, "Table 2. Waste by source", 1)
    s.top += 1.4 * s.pitch
    rows = [["Source", "Tons", "Share"], *(figures(r, n, 2, lambda g: number(g, 999)) for n in names(r, 7))]
    s.table(rows, Style("lrr", gap=2.5, rules=r.choice(("three", ""))), x)
    s.skip()
    s.prose(9, x, x + 240)


def in_left_column(s: Sheet) -> None:
    """A table amid justified prose, prose in the other column."""
    _column_of(s, left=True)


def in_right_column(s: Sheet) -> None:
    """The same at the right."""
    _column_of(s, left=False)


def side_by_side(s: Sheet) -> None:
    """Two tables of unlike rows beside each other."""
    r = s.rng
    s.size, s.pitch, s.loose = 8.0, 9.6, 0.9
    top = s.top
    s.table(
        [["Crop", "Acres", "Yield"], *(figures(r, n, 2, percent) for n in CROPS)], Style("lrr", rules="three")
    )
    low, s.top = s.top, top
    rows = [["County", "Farms"], *(figures(r, n, 1, lambda g: number(g, 999)) for n in names(r, 8))]
    s.table(rows, Style("lr", rules="three", gap=2.5), 330.0)
    s.top = max(low, s.top)
    s.skip()
    s.prose(3)


def tiny(s: Sheet) -> None:
    """Two rows of two figures below a head."""
    r = s.rng
    s.prose(4)
    s.table([["", "Plan", "Actual"], *(figures(r, n, 2) for n in ("Visits", "Calls"))], Style("lrr", gap=5))
    s.skip(2)
    s.prose(4)


def notes_below(s: Sheet) -> None:
    """Numbered notes close below the table, with figures in them."""
    r = s.rng
    rows = [["Item", "2007", "2008", "2009"], *(figures(r, n, 3) for n in names(r, 6))]
    rows[2][0] += " 1/"
    s.table(rows, Style("lrrr", gap=3, rules="three"))
    s.line("1/ Includes 1,204 units that were moved in 2008 from the West.")
    s.line("2/ Excludes 12 percent of units in 1999 and 2000.")
    s.line("Source: Department of Records, Annual Survey, 2009, Table 12.")
    s.skip()
    s.prose(4)


def typewriter(s: Sheet) -> None:
    """A report as a printer of fixed pitch sets it."""
    r = s.rng
    caption(s, "TABLE 5.--MONTHLY SUMMARY", centred=True)
    rows = [["DISTRICT", "OPEN", "CLOSED", "BACKLOG"], *(figures(r, n.upper(), 3) for n in names(r, 9))]
    s.table(rows, Style("lrrr", gap=2))


def mixed(s: Sheet) -> None:
    """Texts and figures in turns."""
    r = s.rng
    rows = [["Project", "Type", "Length", "Status", "Cost"]]
    for name in names(r, 9):
        kind, status = r.choice(("Bridge", "Road", "Rail line")), r.choice(("Open", "Under way", "Planned"))
        rows.append([name, kind, percent(r), status, "$" + number(r)])
    s.table(rows, Style("llrlr", gap=2))
    s.prose(3)


def dates(s: Sheet) -> None:
    """Dates in one column, amounts in another."""
    r = s.rng
    rows = [["Event", "Date", "Amount"]]
    for name in names(r, 8):
        rows.append([name, f"{r.choice(MONTHS)} {r.randint(1, 28)}, {r.randint(1999, 2010)}", number(r)])
    s.table(rows, Style("llr", gap=3, rules="three"))
    s.prose(3)


def ranges(s: Sheet) -> None:
    """A schedule of rates: from, to, tax and percent; the stub is a number as well."""
    r = s.rng
    rows = [["If income is\nover-", "But not\nover-", "The tax is", "Of the\namount over-"]]
    low = 0
    for _ in range(6):
        high = low + r.randint(2000, 40000)
        rows.append([f"${low:,}", f"${high:,}", f"{r.randint(10, 39)}%", f"${low:,}"])
        low = high
    s.prose(4)
    s.table(rows, Style("rrrr", gap=3))
    s.skip(2)
    s.prose(4)


def empty_columns(s: Sheet) -> None:
    """Columns in which most places are empty."""
    r = s.rng
    rows = [["Project", "2005", "2006", "2007", "2008", "Total"]]
    for name in names(r, 8):
        rows.append([name, *(r.choice(("", "", number(r))) for _ in range(4)), number(r)])
    s.table(rows, Style("lrrrrr", gap=2.5, rules="three"))
    s.prose(3)


def one_below_another(s: Sheet) -> None:
    """Two tables of like columns, each with its caption."""
    r = s.rng
    for letter in "ab":
        caption(s, f"Table 6{letter}. Visits by place")
        s.table(
            [["Place", "2001", "2002", "2003"], *(figures(r, n, 3) for n in names(r, 6))],
            Style("lrrr", gap=3),
        )
        s.skip(2.5)


def panels(s: Sheet) -> None:
    """One table in two halves beside each other, to save paper."""
    r = s.rng
    places = names(r, 16)
    rows = [["State", "Plants", "Output", "State", "Plants", "Output"]]
    rows += [[*figures(r, a, 2), *figures(r, b, 2)] for a, b in zip(places[:8], places[8:], strict=True)]
    s.table(rows, Style("lrrlrr", gap=2.5, rules="three"))
    s.skip()
    s.prose(3)


def turned(s: Sheet) -> None:
    """A page in landscape that is turned by a quarter."""
    r = s.rng
    rows = [["Area", *(str(y) for y in range(2001, 2009))], *(figures(r, n, 8) for n in names(r, 12))]
    s.table(rows, Style("l" + "r" * 8, gap=2))
    s.line("Source: Office of Records.")


def prose_in_columns(s: Sheet) -> None:
    """No table: two columns of justified prose with figures in it."""
    for x in (54.0, 318.0):
        s.top = 72.0
        for lines in (9, 14, 11):
            s.prose(lines, x, x + 240)


def contents(s: Sheet) -> None:
    """No table: a page of contents, page numbers at the right."""
    s.line("Contents", style=1)
    for index in range(18):
        label = f"{index // 4 + 1}.{index % 4 + 1}  " + " ".join(s.sentence(s.rng.randint(2, 5)))
        dots = "." * int((430 - s.wide(label)) / s.wide("."))
        s.text(72, s.top, label + dots)
        s.text(510, s.top, str(3 + 2 * index))
        s.top += s.pitch


def letter(s: Sheet) -> None:
    """No table: addresses, a date, prose and a list with numbers."""
    for text in (
        "Department of Records",
        "1200 Main Street, Suite 40",
        "Oakdale, ST 20415-1200",
        "June 4, 2009",
    ):
        s.text(330, s.top, text)
        s.top += s.pitch
    s.skip()
    for text in ("Ms. A. Example", "Director, Office of Plans", "14 Lake Road", "Kent, ST 20410"):
        s.line(text)
    s.skip()
    s.prose(6)
    for index in range(1, 8):
        s.text(80, s.top, f"{index}.")
        s.text(100, s.top, " ".join(s.sentence(9)))
        s.top += s.pitch
    s.prose(6)


def references(s: Sheet) -> None:
    """No table: a list of works, numbers hanging at the left."""
    for index in range(1, 15):
        s.text(72, s.top, f"{index}")
        s.text(96, s.top, f"Author {index}, {s.rng.randint(1980, 2009)}: " + " ".join(s.sentence(7)))
        s.top += s.pitch
        s.text(
            96, s.top, "Journal of Records, " + f"{s.rng.randint(1, 40)}({index}), {index * 11}-{index * 13}."
        )
        s.top += s.pitch


def form(s: Sheet) -> None:
    """No table: fields to be filled in, in two columns."""
    for left, right in (
        ("Name:", "Date:"),
        ("Street:", "City:"),
        ("Telephone:", "E-mail:"),
        ("Signed:", "Title:"),
    ):
        s.text(72, s.top, left)
        s.text(320, s.top, right)
        s.rule(130, 300, s.top + s.size)
        s.rule(370, 540, s.top + s.size)
        s.top += 2 * s.pitch
    s.prose(5)


def bullets(s: Sheet) -> None:
    """No table: two columns of bullets with figures."""
    for x in (72.0, 318.0):
        s.top = 72.0
        for _ in range(9):
            s.text(x, s.top, "\u2022")
            s.text(x + 14, s.top, " ".join(s.sentence(5)))
            s.top += s.pitch
            s.text(x + 14, s.top, " ".join(s.sentence(4)))
            s.top += 1.4 * s.pitch

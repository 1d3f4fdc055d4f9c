"""Layouts of statistical offices: dense figures under sliced heads, symbols, notes, texts.

Beside ``layouts_of_figures.py``, and in its way.
"""

from __future__ import annotations

from layouts_of_figures import MONTHS, caption, figures, names, number, percent
from typesetter import Sheet, Style

INDUSTRIES = (
    "Mining",
    "Utilities",
    "Construction",
    "Manufacturing",
    "Wholesale trade",
    "Retail trade",
    "Finance",
)
CAUSES = (
    "Struck by object or\nequipment",
    "Falls to lower level",
    "Overexertion in lifting,\npushing, or pulling\nof containers",
    "Exposure to harmful\nsubstances",
    "Transportation accidents",
)


def sliced_heads(s: Sheet) -> None:
    """Nine narrow columns under heads sliced into up to five lines."""
    r = s.rng
    s.size, s.pitch = 7.0, 8.4
    caption(s, "Table 11. Employment status of the population by county")
    head = [
        "County",
        "Civilian\nnon-\ninstitu-\ntional\npopulation",
        "Labor\nforce",
        "Percent\nof popu-\nlation",
        "Employed",
        "Percent\nof labor\nforce",
        "Unem-\nployed",
        "Rate",
        "Not in\nlabor\nforce",
        "Want\na job\nnow",
    ]
    rows = [head]
    for name in names(r, 14):
        rows.append([name, *(percent(r) if i in (2, 4, 6) else number(r) for i in range(9))])
    s.table(rows, Style("l" + "r" * 9, gap=1.1, rules="three"))
    s.line("NOTE: Detail may not add to totals because of rounding.")


def groups_in_bold(s: Sheet) -> None:
    """Three depths of indentation, totals between, white space before groups."""
    r = s.rng
    caption(s, "Table 1-A. Outlays by function")
    rows = [["Function", "Actual\n2007", "Estimate", "<"], ["^", "^", "2008", "2009"]]
    for group in r.sample(INDUSTRIES, 3):
        rows.append([group + ":", "", "", ""])
        for name in names(r, 2):
            rows.append(["  " + name + ":", "", "", ""])
            rows += [figures(r, "    " + label, 3) for label in ("Grants", "Loans")]
        rows.append(figures(r, "  Subtotal, " + group.lower(), 3))
    rows.append(figures(r, "Total", 3))
    s.table(rows, Style("lrrr", leader=".", head_rows=2, rules="partial", gap=2))


def long_stub(s: Sheet) -> None:
    """Labels of up to three lines, dots behind the last, figures level with it; symbols among them."""
    r = s.rng
    s.prose(3)
    caption(s, "Table 3. Number of injuries by event or exposure")
    rows = [["Event or exposure", "Total\ncases", "Private\nindustry", "State\ngovern-\nment", "Local"]]
    rows += [
        [n, number(r), number(r), r.choice((number(r, 900), "(5)", "-")), number(r, 900)] for n in CAUSES
    ]
    s.table(rows, Style("lrrrr", leader=".", rules="three", gap=1.6))
    s.line("(5) Fewer than 15 cases.")
    s.prose(3)


def symbols(s: Sheet) -> None:
    """Columns in which letters in brackets stand for most figures."""
    r = s.rng
    caption(s, "Table 2. Value of shipments by industry")
    rows = [["Industry", "Firms", "Sales\n($1,000)", "Payroll\n($1,000)", "Paid\nemployees", "Change"]]
    for name in INDUSTRIES:
        some = lambda: r.choice((number(r), "(D)", "(D)", "(NA)"))  # noqa: E731
        rows.append([name, number(r, 900), some(), some(), some(), r.choice((percent(r), "(X)", "(X)"))])
    s.table(rows, Style("lrrrrr", gap=1.6, rules="three"))
    s.line("(D) Withheld. (NA) Not available. (X) Not applicable.")


def stacked(s: Sheet) -> None:
    """Three tables of unlike columns below each other, each with its caption and a source."""
    r = s.rng
    for index, (head, count) in enumerate(
        ((["Item", "2004", "2005"], 4), (["Region", "Sites", "Visits", "Cost"], 5), (["Class", "Share"], 5))
    ):
        caption(s, f"Table {index + 3}. Selected figures of the program, part {index + 1}")
        rows = [
            head,
            *(figures(r, n, len(head) - 1, percent if len(head) == 2 else number) for n in names(r, count)),
        ]
        s.table(rows, Style("l" + "r" * (len(head) - 1), gap=3, rules=("three", "", "totals")[index]))
        s.line("Source: Office of Plans, 2006.")
        s.skip(2)


def remarks(s: Sheet) -> None:
    """Figures, and remarks of several lines behind them."""
    r = s.rng
    s.prose(3)
    rows = [["Objective", "Target", "Result", "Remarks"]]
    texts = (
        "Met ahead of time",
        "Delayed by storms in\nthe second quarter",
        "Counts sites that were\nopened in the year and\nthose still being built",
        "Met",
        "Data not yet final",
    )
    rows += [[n, number(r, 900), number(r, 900), t] for n, t in zip(names(r, 5), texts, strict=True)]
    s.table(rows, Style("lrrl", values="first", bold_head=True, gap=2.5, row_gap=0.5, rules="three"))
    s.skip()
    s.prose(3)


def continued(s: Sheet) -> None:
    """A table that goes on overleaf below its caption and heads."""
    r = s.rng
    head = ["State", "Beds", "Staff", "Patients"]
    body = [figures(r, f"{n} {i}", 3) for i in (1, 2) for n in names(r, 14)]
    s.truth.append([])
    whole = [head, *body]
    for part, start in enumerate((0, 14)):
        caption(s, "Table 8. Hospitals by State" + (" - Continued" if part else ""))
        s.table([head, *body[start : start + 14]], Style("lrrr", gap=3, rules="three"), known=False)
        if not part:
            s.new_page()
    s.truth[-1] = s.cells_of(whole)
    s.line("Source: Survey of hospitals.")


def half_ruled(s: Sheet) -> None:
    """A line below each row; texts over several lines beside figures."""
    r = s.rng
    rows = [["Recommendation", "Agency", "Status", "Savings"]]
    texts = (
        "Share one office of\nrecords",
        "Close sites that\nare not used and sell\nthe land",
        "Buy together",
        "Merge\nthe registers",
    )
    rows += [
        [t, r.choice(("Health", "Transport")), r.choice(("Open", "Closed")), "$" + percent(r)] for t in texts
    ]
    s.prose(3)
    s.table(rows, Style("lllr", values="first", gap=2.5, row_gap=0.6, rules="rows"))
    s.skip()
    s.prose(3)


def text_rows_ruled(s: Sheet) -> None:
    """Texts alone, a line below each row."""
    rows = [["Rule", "Applies to", "Since"]]
    rows += [
        ["Reporting of\naccidents", "All employers with\nmore than ten workers", "March 2003"],
        ["Fire drills", "Schools", "May 1998"],
        ["Safety data", "Makers and importers\nof chemicals", "July 2006"],
        ["Noise limits", "Airports", "June 2001"],
    ]
    s.prose(3)
    s.table(rows, Style("lll", values="first", gap=2.5, row_gap=0.6, rules="rows"))
    s.skip()
    s.prose(3)


def table_in_each_column(s: Sheet) -> None:
    """Two columns of prose, each with a small table of its own in it."""
    r = s.rng
    s.size, s.pitch, s.loose = 8.0, 9.6, 0.9
    for x, lines in ((54.0, 9), (318.0, 14)):
        s.top = 72.0
        s.prose(lines, x, x + 240)
        s.text(x, s.top, f"Table {lines}. Cases by place", 1)
        s.top += 1.4 * s.pitch
        rows = [
            ["Place", "Cases", "Share"],
            *(figures(r, n, 2, lambda g: number(g, 999)) for n in names(r, 6)),
        ]
        s.table(rows, Style("lrr", gap=2.5, rules="three"), x)
        s.skip()
        s.prose(20, x, x + 240)


def marks(s: Sheet) -> None:
    """Small raised figures behind labels, heads and figures, and notes below."""
    r = s.rng
    caption(s, "Table 6. Deaths by cause")
    rows = [["Cause", "Number", "Rate^1", "Rank"]]
    for name in names(r, 8):
        rows.append(
            [
                name + r.choice(("", "^2")),
                number(r) + r.choice(("", "", "^3")),
                percent(r) + r.choice(("", "^3")),
                str(r.randint(1, 90)),
            ]
        )
    s.table(rows, Style("lrrr", gap=2.5, rules="three"))
    for index, text in enumerate(("Per 1,000 persons.", "Includes 1,204 cases of 1998.", "Preliminary."), 1):
        s.line(f"{index}  {text}")
    s.prose(3)


def distribution(s: Sheet) -> None:
    """A total and its percent distribution below captions in the middle, a blank line around each."""
    r = s.rng
    caption(s, "Table 21. Families by income", centred=True)
    rows = [["Characteristic", "All\nfamilies", "Under\n$15,000", "$15,000 to\n$34,999", "$35,000\nand over"]]
    for group, kind in (("Number (thousands)", number), ("Percent distribution", percent)):
        rows.append([group, "<", "<", "<", "<"])
        rows += [figures(r, n, 4, kind) for n in names(r, 5)]
    s.table(rows, Style("lrrrr", gap=2, rules="three", centre_groups=True))
    s.prose(3)


def acronyms(s: Sheet) -> None:
    """Letters and what they stand for, between lines."""
    rows = [["Symbol", "Meaning"]]
    rows += [
        ["ADP", "Automatic data processing"],
        ["CFO", "Chief financial officer"],
        ["DOR", "Department of Records"],
        ["GIS", "Geographic information system"],
        ["OIG", "Office of the Inspector General"],
    ]
    s.prose(3)
    s.table(rows, Style("ll", gap=4, rules="three"))
    s.skip(2)
    s.prose(3)


def matrix(s: Sheet) -> None:
    """Yes and no under sliced heads."""
    r = s.rng
    rows = [["State", "Requires\na permit", "Inspects\neach year", "Charges\na fee", "Keeps a\nregister"]]
    rows += [[n, *(r.choice(("Yes", "No", "X", "-")) for _ in range(4))] for n in names(r, 9)]
    caption(s, "Table 5. Provisions of State laws")
    s.table(rows, Style("lcccc", gap=2.5, rules="three"))
    s.prose(3)


def quarters(s: Sheet) -> None:
    """Years as group rows, quarters below them, white space between years."""
    r = s.rng
    caption(s, "Table 4. Balance on current account")
    rows = [["Period", "Exports", "Imports", "Balance"]]
    for year in range(2005, 2008):
        rows.append(figures(r, str(year), 3))
        rows += [[f"  {q}", number(r), number(r), "-" + number(r)] for q in ("I", "II", "III", "IV")]
    s.table(rows, Style("lrrr", gap=3, rules="three"))
    s.line("r Revised. p Preliminary.")


def questions(s: Sheet) -> None:
    """Long questions as labels, percents behind them."""
    r = s.rng
    s.prose(3)
    caption(s, "TABLE III. PERCENT WHO AGREE", centred=True)
    rows = [["Question", "Agree", "Neither", "Disagree"]]
    for text in (
        "My work gives me a feeling of accomplishment.",
        "I have enough information to do my job well,\nand know where to ask.",
        "How satisfied are you with your pay?",
        "Managers review and evaluate progress\ntoward the goals of the office.",
    ):
        rows.append(figures(r, text, 3, percent))
    s.table(rows, Style("lrrr", gap=2, values="first"))
    s.skip()
    s.prose(3)


def two_captions(s: Sheet) -> None:
    """Two tables beside each other without lines, each below its own caption, of unlike pitch."""
    r = s.rng
    s.size, s.pitch, s.loose = 8.0, 9.6, 0.9
    top = s.top
    s.text(72, top, "Table 1. Crops", 1)
    s.text(330, top, "Table 2. Farms by county", 1)
    s.top = top + 14
    rows = [
        ["Crop", "Acres", "Yield"],
        *(figures(r, n, 2, percent) for n in ("Corn", "Wheat", "Rice", "Oats")),
    ]
    s.table(rows, Style("lrr", gap=2.5))
    s.top, s.pitch = top + 14, 11.3
    rows = [["County", "Farms", "Acres"], *(figures(r, n, 2, lambda g: number(g, 999)) for n in names(r, 7))]
    s.table(rows, Style("lrr", gap=2.5), 330.0)
    s.skip()
    s.prose(3)


def wide_landscape(s: Sheet) -> None:
    """Twelve months and a total across a page in landscape, a spanner over the months."""
    r = s.rng
    s.size, s.pitch = 7.0, 8.6
    caption(s, "Table A-7. Sales by month (thousands of dollars)")
    rows = [["Product", "Month", *["<"] * 8, "Total"], ["^", *MONTHS, "^"]]
    rows += [figures(r, n, 10) for n in names(r, 15)]
    s.table(rows, Style("l" + "r" * 10, gap=1.4, head_rows=2, rules="partial"))
    s.line("Source: Survey of stores.")


def events(s: Sheet) -> None:
    """Dates, places and what happened, without lines."""
    r = s.rng
    s.prose(3)
    rows = [["Date", "Place", "Event"]]
    events = ("Hearing", "Site visit", "Hearing", "Public meeting", "Site visit", "Hearing")
    rows += [
        [f"{r.choice(MONTHS)} {r.randint(1, 28)}", n, e] for n, e in zip(names(r, 6), events, strict=True)
    ]
    s.table(rows, Style("lll", bold_head=True, gap=3))
    s.skip(2)
    s.prose(3)

"""Layouts of tables as statistical offices, agencies and companies print them; most of them without lines.

Each function sets one page with made-up words and figures, chosen by the sheet's seed. The
tables here are of figures; ``layouts_of_texts.py`` has the rest.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from typesetter import Sheet, Style

PLACES = tuple(
    """Ashford|Bell County|Cedar Falls|Dunmore|East Harbor|Fairmont|Grand Prairie|Highland|Ivy Springs|
Juniper|Kent|Lake Marion|Millbrook|New Salem|Oakdale|Port Ellis|Quincy|Ridgefield|South Bend|
Thornton""".replace("\n", "").split("|")
)
_CRIMES = ("Homicide", "Robbery", "Aggravated assault", "Burglary", "Larceny", "Motor vehicle theft", "Arson")
_CROPS = ("Corn", "Wheat", "Soybeans", "Sorghum", "Barley", "Oats", "Rice")
MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.")


def number(rng: random.Random, high: int = 90000) -> str:
    """A count with commas."""
    return f"{rng.randint(max(1, high // 200), high):,}"


def percent(rng: random.Random, high: float = 99.0) -> str:
    """A share with one decimal."""
    return f"{rng.uniform(0.4, high):.1f}"


def figures(
    rng: random.Random, label: str, count: int, kind: Callable[[random.Random], str] = number
) -> list[str]:
    """A row: its label and so many figures."""
    return [label, *(kind(rng) for _ in range(count))]


def names(rng: random.Random, count: int) -> list[str]:
    """So many places, none twice."""
    return rng.sample(PLACES, count)


def caption(sheet: Sheet, text: str, centred: bool = False) -> None:
    """A bold line above a table."""
    sheet.line(text, style=1, centred=centred)
    sheet.skip(0.5)


def census_leaders(s: Sheet) -> None:
    """Dots that touch the label; spanners of years; parts indented below a total."""
    r = s.rng
    s.prose(4)
    caption(s, "Table 4. Resident population by area and sex: 2000 and 2010")
    rows = [["Area", "2000", "<", "<", "2010", "<", "<"], ["^", *["Total", "Male", "Female"] * 2]]
    rows.append(figures(r, "Total", 6))
    rows += [figures(r, "  " + name, 6) for name in names(r, 12)]
    s.table(rows, Style("lrrrrrr", leader=".", head_rows=2, rules="partial"))
    s.line("Source: Office of Population, annual survey of areas.")
    s.prose(4)


def leaders_spaced(s: Sheet) -> None:
    """Dots with spaces between them, in a table without lines."""
    r = s.rng
    caption(s, "TABLE 7 - Payments by program", centred=True)
    s.table(
        [["Program", "Cases", "Payments", "Average"], *(figures(r, n, 3) for n in names(r, 9))],
        Style("lrrr", leader=" .", gap=2.2),
    )
    s.prose(5)


def counts_over_rates(s: Sheet) -> None:
    """Two lines for each area, counts and rates, in a stub of their own."""
    r = s.rng
    caption(s, "Offenses known to the police, by region")
    rows = [["Region", "Measure", "Violent", "Property", "Robbery", "Burglary"]]
    for name in names(r, 6):
        rows.append([name, *figures(r, "Number of offenses", 4)])
        rows.append(["", *figures(r, "Rate per 100,000", 4, percent)])
    s.table(rows, Style("llrrrr", rules="three"))
    s.prose(3)


def months_with_marks(s: Sheet) -> None:
    """Months as heads below spanners; preliminary figures carry a mark."""
    r = s.rng
    months = [*r.sample(MONTHS, 3)]
    caption(s, "Table B-3. Average hourly earnings by industry")
    head = [["Industry", "Not seasonally adjusted", "<", "<", "Seasonally adjusted", "<", "<"]]
    head.append(["^", *months[:2], months[2] + "p", *months[:2], months[2] + "p"])
    body = [
        [n, *(f"${r.uniform(9, 40):.2f}" if i == 0 else f"{r.uniform(9, 40):.2f}" for _ in range(6))]
        for i, n in enumerate(names(r, 10))
    ]
    s.table([*head, *body], Style("lrrrrrr", leader=".", head_rows=2, gap=1.4))
    s.line("p = preliminary.")


def supply_and_use(s: Sheet) -> None:
    """Marketing years in the stub, crops as group rows, a row of units below the heads."""
    r = s.rng
    caption(s, "U.S. supply and disappearance, by crop")
    rows = [["Year", "Area\nplanted", "Area\nharvested", "Yield\nper acre", "Production", "Total\nuse"]]
    rows.append(["", "Million acres", "<", "Bushels", "Million bushels", "<"])
    for crop in r.sample(_CROPS, 3):
        rows.append([crop + ":", "", "", "", "", ""])
        rows += [figures(r, f"  20{y:02}/{y + 1:02}", 5, percent) for y in range(6, 10)]
    s.table(rows, Style("lrrrrr", head_rows=2))
    s.prose(3)


def intervals(s: Sheet) -> None:
    """Counts, percents in brackets and confidence intervals below spanners."""
    r = s.rng
    caption(s, "TABLE 2. Prevalence of current asthma, by sex and age group")
    rows = [["Characteristic", "Men", "<", "<", "Women", "<", "<"], ["^", *["No.", "%", "(95% CI)"] * 2]]
    for label in ("18-24 yrs", "25-34 yrs", "35-44 yrs", "45-54 yrs", ">=55 yrs"):
        row = [label]
        for _ in range(2):
            low = r.uniform(2, 30)
            row += [number(r, 900), f"{low + 1.5:.1f}", f"({low:.1f}-{low + 3:.1f})"]
        rows.append(row)
    s.table(rows, Style("lrrlrrl", head_rows=2, rules="partial"))
    s.prose(4)


def register(s: Sheet) -> None:
    """Three lines, labels of several lines with dots, few columns."""
    r = s.rng
    s.prose(3)
    rows = [["Respondents and form", "Number of\nrespondents", "Responses per\nrespondent", "Total\nhours"]]
    labels = (
        "Grantees: initial report",
        "Grantees: annual report\non all sites",
        "State agencies\nand tribes",
    )
    rows += [figures(r, label, 3, lambda g: number(g, 900)) for label in labels]
    rows.append(["Total", "", "", number(r)])
    s.table(rows, Style("lrrr", leader=".", rules="three", gap=2))
    s.prose(5)


def budget(s: Sheet) -> None:
    """Signs of dollars at the columns' left, negatives in brackets, totals below lines."""
    r = s.rng
    caption(s, "Statement of Net Position", centred=True)
    s.line("(In millions)", centred=True)
    rows = [["", "2009", "2008", "Change"], ["Assets:", "", "", ""]]
    rows.append(["  Fund balance", "$" + number(r), "$" + number(r), f"$({number(r)})"])
    rows += [
        ["  " + n, number(r), number(r), f"({number(r, 900)})"]
        for n in ("Investments", "Receivables", "Loans")
    ]
    rows.append(["Total assets", "$" + number(r), "$" + number(r), "$" + number(r)])
    s.table(rows, Style("l$$$", rules="totals", gap=2.2))
    s.prose(4)


def withheld(s: Sheet) -> None:
    """Dashes and letters for missing values, columns close together."""
    r = s.rng
    caption(s, "Table 9. Coal stocks by sector")
    head = ["State", "Electric\nPower", "Coke\nPlants", "Other\nIndustrial", "Commercial", "Total"]
    rows = [head]
    for name in names(r, 14):
        rows.append(
            [
                name,
                *(r.choice((number(r), number(r), number(r), "W", "--", "NA")) for _ in range(4)),
                number(r),
            ]
        )
    s.table(rows, Style("lrrrrr", bold_head=True, gap=1.2))
    s.line("W = Withheld to avoid disclosure. NA = Not available. -- = No data.")


def standard_errors(s: Sheet) -> None:
    """Standard errors in brackets, in columns of their own below a common head."""
    r = s.rng
    caption(s, "Table 12. Percentage of students, by school type")
    rows = [["Characteristic", "Public", "<", "Private", "<", "Home", "<"]]
    for label in ("Sex", "  Male", "  Female", "Grade", "  Kindergarten", "  Grades 1-5", "  Grades 6-8"):
        if not label.startswith(" "):
            rows.append([label, "", "", "", "", "", ""])
            continue
        rows.append([label, *(t for _ in range(3) for t in (percent(r), f"({r.uniform(0.1, 3):.2f})"))])
    s.table(rows, Style("lrrrrrr", rules="three", gap=1.3))


def three_rules(s: Sheet) -> None:
    """The plainest statistical table."""
    r = s.rng
    s.prose(4)
    s.table(
        [["Area", "Cases", "Deaths", "Rate"], *(figures(r, n, 3, percent) for n in names(r, 6))],
        Style("lrrr", rules="three", gap=3),
    )
    s.skip()
    s.prose(4)


def partial_rules(s: Sheet) -> None:
    """Lines below spanners only, three of them over unequal groups."""
    r = s.rng
    rows = [["Agency", "Staff", "Outlays", "<", "Receipts", "<", "<"]]
    rows.append(["^", "^", "Actual", "Plan", "Tax", "Fees", "Other"])
    rows += [figures(r, n, 6, lambda g: number(g, 9000)) for n in names(r, 8)]
    s.prose(3)
    s.table(rows, Style("lrrrrrr", head_rows=2, rules="partial"))
    s.skip()
    s.prose(3)


def shaded(s: Sheet) -> None:
    """Every other row on a shade."""
    r = s.rng
    rows = [["District", "Inspections", "Violations", "Penalties"], *(figures(r, n, 3) for n in names(r, 10))]
    s.table(rows, Style("lrrr", shade=True, bold_head=True, gap=3, row_gap=0.3))
    s.prose(3)


def centred_stub_head(s: Sheet) -> None:
    """The stub's head in its middle, over several lines."""
    r = s.rng
    labels = ("All establishments with payroll", "Retail stores", "Wholesale", "Services to business")
    rows = [["Kind of business\nand size", "Sales", "Payroll", "Number of\nemployees"]]
    rows += [figures(r, n, 3) for n in labels]
    s.table(rows, Style("lrrr", centre_stub_head=True, rules="three"))
    s.prose(3)


def _wrapped(s: Sheet, values: str) -> None:
    r = s.rng
    caption(s, "Table 3. Reasons given for not voting")
    labels = (
        "Illness or disability of\nown or in the family",
        "Out of town",
        "Registration problems at\nthe polling place, or\nno identification",
        "Bad weather",
        "Not interested, felt the\nvote would not matter",
    )
    rows = [["Reason", "Total", "Percent", "Men", "Women"], *(figures(r, n, 4, percent) for n in labels)]
    s.table(rows, Style("lrrrr", values=values))
    s.skip()
    s.prose(4)


def values_on_first_line(s: Sheet) -> None:
    """Labels of several lines, their values on the first."""
    _wrapped(s, "first")


def values_on_last_line(s: Sheet) -> None:
    """Labels of several lines, their values on the last."""
    _wrapped(s, "last")


def deep_heads(s: Sheet) -> None:
    """Heads of one to four lines, level at the bottom."""
    r = s.rng
    head = [
        "Year",
        "Total\npersons\naged 16\nand over",
        "In labor\nforce",
        "Employed",
        "Not\nin labor\nforce",
    ]
    rows = [head, *([str(y), *(number(r) for _ in range(4))] for y in range(1998, 2010))]
    s.table(rows, Style("lrrrr", gap=1.4))
    s.prose(3)


def numbers_left(s: Sheet) -> None:
    """Numbers that begin at one place."""
    r = s.rng
    rows = [["Site", "Samples", "Mean", "Maximum"], *(figures(r, n, 3, percent) for n in names(r, 8))]
    s.table(rows, Style("llll", gap=3))
    s.prose(3)


def numbers_centred(s: Sheet) -> None:
    """Numbers in the middle of their columns, of very unlike lengths."""
    r = s.rng
    rows = [["Site", "Samples", "Largest value", "Share"]]
    rows += [[n, number(r, 900000), number(r, 99), percent(r) + "%"] for n in names(r, 8)]
    s.table(rows, Style("lccc", gap=3, rules="three"))
    s.prose(3)


def decimal_points(s: Sheet) -> None:
    """Numbers that meet at their points, with one to three decimals."""
    r = s.rng
    rows = [["Compound", "Limit", "Observed", "Ratio"]]
    for name in names(r, 8):
        rows.append([name, *(f"{r.uniform(0.01, 900):.{r.randint(1, 3)}f}" for _ in range(3))])
    s.table(rows, Style("lddd", gap=2, least_width=6))
    s.prose(3)


def one_column(s: Sheet) -> None:
    """A stub and one column of figures, the last label over two lines."""
    rows = [["Payroll Period", "One Withholding\nAllowance"]]
    rows += [[n, f"{s.rng.uniform(9, 4000):,.2f}"] for n in ("Weekly", "Biweekly", "Monthly", "Quarterly")]
    rows.append(["Daily or other\n(each day of the period)", f"{s.rng.uniform(9, 40):.2f}"])
    s.prose(4)
    s.table(rows, Style("lr", gap=4, values="first", rules=s.rng.choice(("three", ""))))
    s.skip(2)
    s.prose(4)


def groups_at_left(s: Sheet) -> None:
    """Group rows that begin where the labels begin, in a table with nothing else to tell them."""
    r = s.rng
    rows = [["Offense charged", "Total", "Under 18", "18 and over"]]
    for group in ("Violent crime", "Property crime", "Drug abuse violations"):
        rows.append([group, "", "", ""])
        rows += [figures(r, "  " + n, 3) for n in r.sample(_CRIMES, 3)]
    s.table(rows, Style("lrrr", gap=3))
    s.prose(3)


def groups_in_the_middle(s: Sheet) -> None:
    """Group rows in capitals in the table's middle."""
    r = s.rng
    rows = [["Item", "1990", "1995", "2000", "2005"]]
    for group in ("NUMBER", "PERCENT"):
        rows.append([group, "<", "<", "<", "<"])
        rows += [figures(r, n, 4, percent) for n in names(r, 5)]
    s.table(rows, Style("lrrrr", gap=2.5, rules="three"))
    s.prose(3)


def ages_in_the_stub(s: Sheet) -> None:
    """Labels that are numbers themselves."""
    r = s.rng
    rows = [["Age", "Both sexes", "Male", "Female"]]
    rows += [figures(r, n, 3) for n in ("Under 5", "5-9", "10-14", "15-19", "20-24", "25-34", "65+")]
    s.table(rows, Style("lrrr", gap=3, rules="three"))
    s.prose(3)


def years_in_the_stub(s: Sheet) -> None:
    """Years down the stub, figures in narrow columns, a total of four columns below two spanners."""
    r = s.rng
    rows = [["Fiscal\nyear", "Budget authority", "<", "Outlays", "<"], ["^", "Gross", "Net", "Gross", "Net"]]
    rows += [figures(r, str(y), 4) for y in range(1995, 2008)]
    s.table(rows, Style("lrrrr", gap=1.6, head_rows=2, rules="partial"))
    s.prose(3)


def two_levels(s: Sheet) -> None:
    """Spanners over spanners."""
    r = s.rng
    rows = [
        ["Region", "Employment", "<", "<", "<", "Wages"],
        ["^", "Private", "<", "Public", "<", "^"],
        ["^", "Full-time", "Part-time", "Full-time", "Part-time", "^"],
    ]
    rows += [figures(r, n, 5) for n in names(r, 8)]
    s.table(rows, Style("lrrrrr", head_rows=3, rules="partial"))
    s.prose(3)


def statement(s: Sheet) -> None:
    """An income statement: signs of dollars, parts, totals, and a column of notes."""
    r = s.rng
    caption(s, "CONSOLIDATED STATEMENTS OF INCOME", centred=True)
    s.line("(In thousands, except per share amounts)", centred=True)
    s.skip()
    rows = [["", "Three Months Ended\nJune 30,", "<", "Six Months Ended\nJune 30,", "<"]]
    rows += [["^", "2009", "2008", "2009", "2008"]]
    rows += [["Revenues:", "", "", "", ""], ["  Products", *("$" + number(r) for _ in range(4))]]
    rows += [figures(r, "  " + n, 4) for n in ("Services", "Other")]
    rows += [["Costs and expenses:", "", "", "", ""]]
    rows += [figures(r, "  " + n, 4) for n in ("Cost of sales", "Selling, general and administrative")]
    rows += [["Net income", *(f"$({number(r)})" for _ in range(4))]]
    s.table(rows, Style("l$$$$", head_rows=2, gap=1.6))


def whole_page(s: Sheet) -> None:
    """A table from the top to the bottom of the page, in groups of five parted by white space."""
    r = s.rng
    rows = [["State", "Total", "Rate", "Rank"]]
    for index, name in enumerate([*names(r, 20), *(n + " West" for n in names(r, 15))]):
        rows.append([name, number(r), percent(r), str(index + 1)])
    s.table(rows, Style("lrrr", gap=4, leader="."))
    s.line("NOTE.-Data exclude areas that did not report. See text for more.")


def wide(s: Sheet) -> None:
    """Fourteen narrow columns below heads of several lines."""
    r = s.rng
    s.size, s.pitch, s.loose = 6.5, 7.8, 0.9
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    rows = [["Area", *months, "Total"], *(figures(r, n, 13, lambda g: number(g, 4000)) for n in names(r, 12))]
    s.table(rows, Style("l" + "r" * 13, gap=1.1))

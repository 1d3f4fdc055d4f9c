"""Pages on which words stand in columns and rows, and that hold no table at all.

Beside ``layouts_of_figures.py``, and in its way.
"""

from __future__ import annotations

from typesetter import Sheet


def index_of_words(s: Sheet) -> None:
    """No table: an index in two columns."""
    for x in (72.0, 318.0):
        s.top = 72.0
        for _ in range(30):
            word = " ".join(s.sentence(s.rng.randint(1, 3))).strip(".")
            pages = ", ".join(str(s.rng.randint(1, 300)) for _ in range(s.rng.randint(1, 3)))
            s.text(x + s.rng.choice((0, 10)), s.top, f"{word}, {pages}")
            s.top += s.pitch


def signatures(s: Sheet) -> None:
    """No table: names and offices below lines, in two columns."""
    s.prose(5)
    for _ in range(3):
        s.skip(3)
        for x in (72.0, 320.0):
            s.rule(x, x + 180, s.top - 3)
            s.text(x, s.top, s.rng.choice(("Anna Brown", "Chris Dale", "Eve Ford")))
            s.text(x, s.top + s.pitch, s.rng.choice(("Director", "Chief of Staff", "Commissioner")))
            s.text(x, s.top + 2 * s.pitch, s.rng.choice(("Department of Records", "Office of Plans")))
        s.top += 3 * s.pitch


def addresses(s: Sheet) -> None:
    """No table: the addresses of offices in three columns."""
    s.prose(4)
    for _ in range(2):
        for x in (72.0, 230.0, 390.0):
            lines = (
                f"{s.rng.choice(('North', 'South', 'East'))} Office",
                f"{s.rng.randint(10, 999)} Main Street",
                f"Kent, ST {s.rng.randint(20000, 20999)}",
                f"Tel. 555-{s.rng.randint(1000, 9999)}",
            )
            for index, line in enumerate(lines):
                s.text(x, s.top + index * s.pitch, line, int(index == 0))
        s.top += 6 * s.pitch


def headed_prose(s: Sheet) -> None:
    """No table: three columns of ragged prose below bold heads."""
    s.size, s.pitch = 8.0, 9.6
    for x in (54.0, 222.0, 390.0):
        s.top = 72.0
        for _ in range(3):
            s.text(x, s.top, " ".join(s.sentence(2)).strip("."), 1)
            s.top += s.pitch
            s.prose(9, x, x + 150, justified=False)


def steps(s: Sheet) -> None:
    """No table: numbered steps of several lines, and formulas between them."""
    for index in range(1, 8):
        s.text(72, s.top, f"({index})")
        s.prose(s.rng.randint(1, 3), 96.0, 520.0)
        s.text(200, s.top, "y = 12.4 x + 0.37 z")
        s.text(500, s.top, f"({index})")
        s.top += 2 * s.pitch


def memo(s: Sheet) -> None:
    """No table: to, from, date and subject, then prose."""
    for label, text in (
        ("TO:", "All heads of offices"),
        ("FROM:", "Director of Records"),
        ("DATE:", "June 4, 2009"),
        ("SUBJECT:", "Annual count of registers"),
    ):
        s.text(72, s.top, label, 1)
        s.text(150, s.top, text)
        s.top += 1.3 * s.pitch
    s.skip(2)
    s.prose(12)


def contents_of_tables(s: Sheet) -> None:
    """No table: a list of tables and their pages, with leaders or without."""
    dot, page = s.rng.choice((".", " .", "")), 1
    s.line("List of tables", style=1)
    s.text(500, s.top, "Page")
    s.top += 1.5 * s.pitch
    for index in range(1, 15):
        label = f"{index}  " * (s.seed % 2) + " ".join(s.sentence(s.rng.randint(2, 6))).strip(".")
        s.text(72, s.top, label + dot * (int((430 - s.wide(label)) / s.wide(dot)) if dot else 0))
        s.text(520 - s.wide(str(page)), s.top, str(page))
        page += s.rng.randint(0, 7)
        s.top += s.pitch

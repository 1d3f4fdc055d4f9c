"""Many editions: what this year's report says about last year's figure.

Each rule's docstring is its page in the reference. In comes what ``editions`` found in the tables of all
reports, out go findings about the later report that name the earlier one. Out of scope: the order in
which reports were read, which must not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extract.model import Box, Finding, Severity
from extract.rules.editions import Archive, Row, printed
from extract.rules.evidence import doubt_of_confidence, fingerprint
from extract.rules.wording import place, signed, term

_LENGTHS = {1: "a month", 3: "a quarter", 12: "a year"}


class Telling(NamedTuple):
    """A finding, and the report that it is about."""

    report_id: str
    finding: Finding


def figure_restated(archive: Archive) -> Iterator[Telling]:
    """A figure is printed with another value than in an earlier edition.

    ## What it finds

    The same KPI, unit and period in two editions of one organisation, with values that no rounding brings
    together. Two rows are the same KPI where label, group, measure and unit agree and no other row of
    either edition has them. A KPI that was renamed is followed where its figures agree in two periods,
    and three times as often as they differ.

    ## Why it matters

    Every change against last year rests on last year's figure. Where that was changed without a word, the
    trend isn't the one that readers of the earlier report saw.

    ## Example

        Q1 2019/20 report     All crime    23,871
        Q1 2020/21 report     All crime    21,344   compared with   24,018

    ## When it is uncheckable

    Where more figures of the column differ than agree: then it is taken for another area, another
    definition or another period, and the series has the status `break`. Also where a report doesn't say
    who publishes it or which period a column is of, and for columns whose period isn't over.

    ## What can fool it

    A definition that was changed for one KPI alone. A publisher may restate, so it is a warning; where the
    figure is marked as revised, the earlier as provisional, or the page speaks of revisions, it is
    information.
    """
    for row in archive.differing:
        if row["relation"] == "restated":
            is_told = row["was_provisional"] or row["is_announced"]
            yield _about_figure("HS001", "figure_restated", row, "info" if is_told else "warning")


def scale_shifted(archive: Archive) -> Iterator[Telling]:
    """A figure has the digits of an earlier edition with the decimal mark elsewhere.

    ## What it finds

    Figures of two digits or more that differ from the earlier edition by a factor of 10, 100, 1,000, a
    million or a thousand million. Which figures are compared is told under HS001.

    ## Why it matters

    A lost digit or a forgotten "(000s)" makes one of the two wrong by its whole size.

    ## Example

        2022 report     Visitors    23,871
        2023 report     Visitors    24,305   compared with   238,710

    ## When it is uncheckable

    As under HS001. Three digits are enough where nothing else of the column can be compared.

    ## What can fool it

    A scale that stands where we didn't look for it. Where three figures of a column are shifted alike and
    more than agree, it is one finding, information only.
    """
    for row in archive.differing:
        if row["relation"] == "scale_shift":
            yield _about_figure("HS002", "scale_shifted", row, "warning", "scale")


def sign_flipped(archive: Archive) -> Iterator[Telling]:
    """A figure has the other sign than in an earlier edition.

    ## What it finds

    Figures that agree with the earlier edition but for their sign. Which are compared is told under HS001.

    ## Why it matters

    A loss became a gain, in one of the two reports.

    ## Example

        2022 report     Net migration    -412
        2023 report     Net migration     388   compared with   412

    ## When it is uncheckable

    As under HS001, and where a figure is zero.

    ## What can fool it

    A publisher that prints costs with a minus in one year and without it in the next. Where three figures
    of a column are flipped and more than agree, it is one finding, information only.
    """
    for row in archive.differing:
        if row["relation"] == "sign_flip":
            yield _about_figure("HS003", "sign_flipped", row, "warning", "sign")


def prior_of_wrong_period(archive: Archive) -> Iterator[Telling]:
    """A column compared with holds the figures of another period.

    ## What it finds

    Columns headed with an earlier period, of which three figures or more, and more than half, are what an
    earlier edition printed for another period of the same length. Only figures of three digits or more
    count that the earlier editions print for one period alone.

    ## Why it matters

    Every change of the table is then measured against the wrong period: last quarter instead of the same
    quarter of last year.

    ## Example

        Q4 2019/20 report    Burglary    1,388      Theft    903      Arson    118
        Q1 2020/21 report    compared with "Q1 2019/20":
                             Burglary    1,388      Theft    903      Arson    118

    ## When it is uncheckable

    Where the earlier edition isn't in the run.

    ## What can fool it

    An earlier edition whose own columns are headed wrongly. So it is a warning.
    """
    for row in archive.misplaced:
        yield Telling(row["report_id"], _misplaced(row))


def edition_missing(archive: Archive) -> Iterator[Telling]:
    """Between two editions of a series others are missing.

    ## What it finds

    Reports of one organisation and title, dates aside, that cover months, quarters or years. Where at least
    three are there, and at least half follow the one before without a gap, each gap is told once.

    ## Why it matters

    What was said in a missing edition can't be compared. It was not collected, or not published.

    ## Example

        Visitor arrivals, first quarter 2023
        Visitor arrivals, second quarter 2023
        Visitor arrivals, fourth quarter 2023

    ## When it is uncheckable

    Where fewer than half of the editions are next to each other: a yearly report on a first quarter misses
    nothing.

    ## What can fool it

    A publisher that leaves out a period on purpose. It is information only.
    """
    for row in archive.gaps:
        yield Telling(row["report_id"], _gap(row))


def _about_figure(rule: str, name: str, row: Row, severity: Severity, cause: str = "") -> Telling:
    figures = (row["earlier_text"], row["text"])
    finding = Finding(
        rule=rule,
        name=name,
        severity="info" if row["is_whole_column"] else severity,
        message=_message(row),
        fingerprint=fingerprint(
            rule, row["organisation"], row["group"], row["kpi"], *map(_day, _period(row)), *figures
        ),
        evidence=(row["observation_id"], row["earlier_id"]),
        page=row["page"],
        box=_box(row),
        kpi=row["kpi"],
        table_id=row["table_id"],
        row=row["row"],
        quote=row["text"],
        stated=row["text"],
        expected=row["earlier_text"],
        cause=cause,
        doubt=_doubt(row),
        related_report_id=row["earlier_id"][:16],
    )
    return Telling(row["report_id"], finding)


def _message(row: Row) -> str:
    later = printed(row["value"], row["decimals"], row["multiplier"], row["unit"])
    earlier = printed(row["earlier_value"], row["earlier_decimals"], row["earlier_multiplier"], row["unit"])
    unit = "percentage_points" if row["unit"] == "percent" else row["unit"]
    difference = signed(later.value - earlier.value, max(later.step, earlier.step), unit)
    where = place((row["group"], row["kpi"], row["period_label"]), row["page"])
    alike = f"; {row['rows_alike']} figures of the column differ so" if row["is_whole_column"] else ""
    return (
        f"{where}: {row['text']} on page {row['page']}, but {row['earlier_text']} in {row['earlier_file']} "
        f"on page {row['earlier_page']}; {row['text']} - {term(row['earlier_text'])} = {difference}{alike}"
    )


def _doubt(row: Row) -> str:
    doubts = [doubt_of_confidence((row["confidence"], row["earlier_confidence"]))]
    if row["is_whole_column"]:
        doubts.append("The whole column differs alike; a scale or a sign in its head may be misread.")
    return " ".join(doubt for doubt in doubts if doubt)


def _misplaced(row: Row) -> Finding:
    printed_for = row["other_label"] or " to ".join(map(_day, (row["other_start"], row["other_end"])))
    return Finding(
        rule="HS004",
        name="prior_of_wrong_period",
        severity="warning",
        message=(
            f"{row['period_label']}: {row['alike']} of {row['row_count']} figures on page {row['page']} "
            f"are those that {row['earlier_file']} prints for {printed_for} on page "
            f"{row['earlier_page']}, such as {row['text']} of {row['kpi']}"
        ),
        fingerprint=fingerprint(
            "HS004", row["organisation"], *map(_day, _period(row)), printed_for, *sorted(row["texts"])
        ),
        evidence=(*sorted(row["ids"]), *sorted(row["earlier_ids"])),
        page=row["page"],
        box=_box(row),
        kpi=row["kpi"],
        table_id=row["table_id"],
        row=row["row"],
        quote=row["column_label"],
        stated=row["period_label"],
        expected=printed_for,
        cause="wrong_period",
        doubt=doubt_of_confidence((row["confidence"],)),
        related_report_id=row["earlier_ids"][0][:16],
    )


def _gap(row: Row) -> Finding:
    before, after = row["label_before"], row["period_label"]
    editions = "edition is" if row["missing"] == 1 else "editions are"
    return Finding(
        rule="HS005",
        name="edition_missing",
        severity="info",
        message=(
            f"{row['missing']} {editions} missing between {before} ({row['file_before']}) and {after}, "
            f"each of {_LENGTHS[row['months']]}"
        ),
        fingerprint=fingerprint(
            "HS005",
            row["organisation"],
            row["title"],
            str(row["months"]),
            _day(row["start_before"]),
            _day(row["period_start"]),
        ),
        evidence=(row["report_id"], row["report_before"]),
        related_report_id=row["report_before"],
    )


def _period(row: Row) -> tuple[date, date]:
    return row["period_start"], row["period_end"]


def _day(value: date) -> str:
    return str(value)[:10]


def _box(row: Row) -> Box:
    return Box(row["x0"], row["top"], row["x1"], row["bottom"])

"""What share of planted differences between editions is found, what is invented, and how long it takes.

usage: python benchmarks/editions.py [--archives N] [--reports N]

Makes N archives by seed: the quarterly reports of one publisher as tables, in which KPIs are renumbered,
renamed, reordered, rounded and printed twice, as publishers do, and in which some figures are restated,
shifted, flipped or of the wrong period and some editions are missing. In every other archive a KPI gives
way to a part of it with a longer name, of which nothing may be told. Then times one archive of as many
reports as asked for.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pandas as pd

from extract.rules import apply_batch_rules
from extract.tables.rows import frame

PLACES = ("Northshire", "Eastmarch", "Westvale", "Southmoor", "Midfell", "Upperdale")
WORDS = (
    "Calls",
    "Searches",
    "Arrests",
    "Thefts",
    "Visits",
    "Journeys",
    "Admissions",
    "Permits",
    "Fines",
    "Fires",
)
KINDS = ("answered", "reported", "resolved", "referred", "refused", "recorded", "repeated", "returned")
PART = 0.38
UNITS = (("count", 0), ("count", 0), ("count", 0), ("percent", 1), ("GBP", 0))
BOX = {"x0": 10.0, "top": 20.0, "x1": 110.0, "bottom": 30.0}

Row = dict[str, Any]
Told = tuple[str, str, str, str]  # rule, report, KPI, first day of the period
Key = tuple[int, int]  # a KPI and a quarter


@dataclass
class Made:
    """The tables of an archive, what was planted in it, and which names are one KPI (below 0: parts)."""

    tables: dict[str, pd.DataFrame]
    planted: set[Told] = field(default_factory=set)
    names: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass
class Edition:
    """One report: which quarter's, its id, and its figures; a coarse one prints thousands."""

    number: int
    report: str
    figures: dict[Key, float]
    is_coarse: bool


@dataclass
class Publisher:
    """One publisher's KPIs: names by edition, units, and the true figure of each quarter."""

    name: str
    groups: list[str]
    labels: list[str]
    renamed: dict[int, tuple[int, str]]
    units: list[tuple[str, int]]
    truth: dict[Key, float]
    narrowed: dict[int, int] = field(default_factory=dict)

    def label(self, kpi: int, edition: int) -> str:
        """What the KPI is called in this edition."""
        since, new = self.renamed.get(kpi, (10**6, ""))
        if self.is_part(kpi, edition):
            return f"{self.labels[kpi]} of children"
        return new if edition >= since else self.labels[kpi]

    def figure(self, kpi: int, quarter: int, edition: int) -> float:
        """What this edition knows of the quarter. In the one before it is narrowed a KPI is all one part."""
        is_split = self.is_part(kpi, edition) and quarter != self.narrowed[kpi] - 1
        return round(self.truth[kpi, quarter] * (PART if is_split else 1), self.units[kpi][1])

    def is_part(self, kpi: int, edition: int) -> bool:
        """Whether this edition prints only a part of what the KPI was."""
        return kpi in self.narrowed and edition >= self.narrowed[kpi]


def days(quarter: int) -> tuple[date, date]:
    """First and last day of a quarter, counted from that of January 2001."""
    first = date(2001 + quarter // 4, 1 + 3 * (quarter % 4), 1)
    after = date(2001 + (quarter + 1) // 4, 1 + 3 * ((quarter + 1) % 4), 1)
    return first, after - timedelta(days=1)


def found_publisher(rng: random.Random, name: str, quarters: int, kpis: int = 12) -> Publisher:
    """A publisher with KPIs in three groups, the first of which has the labels of the second."""
    labels = [f"{rng.choice(WORDS)} {kind} {letter}" for kind in KINDS for letter in "abcd"]
    labels = rng.sample(sorted(set(labels)), kpis)
    units = [rng.choice(UNITS) for _ in range(kpis)]
    groups = ["" if at % 3 == 0 else f"Group {at % 3}" for at in range(kpis)]
    truth: dict[Key, float] = {}
    for kpi, (unit, decimals) in enumerate(units):
        level = rng.uniform(15, 60) if unit == "percent" else 10 ** rng.uniform(2.2, 5)
        for quarter in range(-4, quarters):
            truth[kpi, quarter] = round(level * rng.uniform(0.7, 1.4), decimals)
    return Publisher(name, groups, labels, {}, units, truth)


def make_archive(seed: int, quarters: int = 12, plants: int = 6) -> Made:
    """One publisher's quarterly reports, with differences planted by seed."""
    rng = random.Random(seed)
    publisher = found_publisher(rng, f"{rng.choice(PLACES)} Council", quarters)
    kpis = range(len(publisher.labels))
    for kpi in rng.sample(kpis, 2):
        publisher.renamed[kpi] = (rng.randint(6, quarters - 3), f"{publisher.labels[kpi]} in full")
    absent = {rng.randint(5, quarters - 3)} if rng.random() < 0.5 else set()
    misplaced = rng.randint(8, quarters - 1) if rng.random() < 0.5 else None
    absent -= {misplaced, None if misplaced is None else misplaced - 1}  # type: ignore[arg-type]
    coarse = {e for e in range(quarters) if rng.random() < 0.15} - {misplaced}
    slips = _slips(rng, publisher, quarters, plants, {misplaced} | absent | coarse)
    untouched = sorted(set(kpis) - publisher.renamed.keys() - {kpi for kpi, _ in slips})
    if seed % 2 and untouched:
        publisher.narrowed[untouched[0]] = quarters // 2
    kept = [edition for edition in range(quarters) if edition not in absent]
    ids = {edition: f"{rng.getrandbits(64):016x}" for edition in kept}
    rows: dict[str, list[Row]] = defaultdict(list)
    made = Made({})
    for edition in kept:
        figures = _figures(publisher, edition, slips, edition == misplaced)
        _print_report(rng, rows, publisher, Edition(edition, ids[edition], figures, edition in coarse))
        for kpi in kpis:
            number = ~kpi if publisher.is_part(kpi, edition) else kpi
            made.names[publisher.groups[kpi], publisher.label(kpi, edition)] = number
    made.tables = {
        name: frame(name, rows[name]) for name in ("reports", "tables", "observations", "paragraphs")
    }
    for (kpi, edition), (rule, _) in slips.items():
        if any(earlier in kept for earlier in (edition - 4, edition - 3)):
            made.planted.add((rule, ids[edition], publisher.label(kpi, edition), str(days(edition - 4)[0])))
    if misplaced is not None:
        made.planted.add(("HS004", ids[misplaced], "", str(days(misplaced - 4)[0])))
    made.planted |= {("HS005", ids[edition + 1], "", "") for edition in absent}
    return made


def _slips(
    rng: random.Random, publisher: Publisher, quarters: int, plants: int, spared: set[Any]
) -> dict[Key, tuple[str, float]]:
    """Figures compared with that are printed wrongly, at most three in an edition."""
    slips: dict[Key, tuple[str, float]] = {}
    free = [e for e in range(4, quarters) if e not in spared]
    for _ in range(plants if free else 0):
        kpi, edition = rng.randrange(len(publisher.labels)), rng.choice(free)
        if sum(e == edition for _, e in slips) >= 3:
            continue
        unit, decimals = publisher.units[kpi]
        figure = publisher.truth[kpi, edition - 4]
        rule = rng.choice(("HS001", "HS002", "HS003"))
        if rule == "HS001":
            moved = round(figure * rng.choice((0.9, 0.97, 1.04, 1.3)), decimals)
            figure = moved if abs(moved - figure) > 10**-decimals else figure + 3
        elif rule == "HS002":
            figure = figure * rng.choice((10, 100, 1000) if unit != "percent" else (10,))
        else:
            figure = -figure
        slips[kpi, edition] = (rule, round(figure, decimals))
    return slips


def _figures(
    publisher: Publisher, edition: int, slips: dict[Key, tuple[str, float]], is_misplaced: bool
) -> dict[Key, float]:
    """What an edition prints of each KPI: this quarter, the one before, and that of last year."""
    figures = {
        (kpi, edition - back): publisher.figure(kpi, edition - back, edition)
        for kpi in range(len(publisher.labels))
        for back in (0, 1, 4)
    }
    for kpi in range(len(publisher.labels)):
        if is_misplaced:
            figures[kpi, edition - 4] = publisher.figure(kpi, edition - 2, edition)
        elif (kpi, edition) in slips:
            figures[kpi, edition - 4] = slips[kpi, edition][1]
    return figures


def _print_report(rng: random.Random, rows: dict[str, list[Row]], publisher: Publisher, of: Edition) -> None:
    edition, report = of.number, of.report
    first, last = days(edition)
    label = f"Q{edition % 4 + 1} {first.year}"
    rows["reports"].append(
        {
            "report_id": report,
            "source": f"{label}.pdf",
            "file": f"{label}.pdf",
            "also_at": "[]",
            "status": "ok",
        }
        | {
            "organisation": publisher.name + rng.choice(("", " (Performance team)")),
            "title": f"Report {label}",
        }
        | {"period_label": label, "period_start": first, "period_end": last, "findings": rng.randint(0, 2)}
        | {"version": "0", "unread_pages": "[]", "repaired": False}
    )
    order = list(range(len(publisher.labels)))
    rng.shuffle(order)
    summary = rng.sample(order, 2)
    for table, listed in enumerate((order, summary), start=1):
        table_id = f"{report}.t{table:04d}"
        titled = ("Performance", "Summary")[table - 1]
        rows["tables"].append(
            {"table_id": table_id, "report_id": report, "page_start": table, "page_end": table, "kind": "kpi"}
            | {"title": f"{titled}, {label}", "row_count": 9, "column_count": 4, "engine": "ruled"}
            | {"confidence": 1.0, **BOX}
        )
        for row, kpi in enumerate(listed, start=1):
            for column, back in enumerate((0, 1, 4), start=1):
                figure = of.figures[kpi, edition - back]
                rows["observations"].append(
                    _observation(report, table_id, row, column, days(edition - back))
                    | _printed(rng, publisher, of, kpi, figure)
                )
        rows["observations"].append(  # a total of something else in each table
            _observation(report, table_id, 90, 1, days(edition))
            | {"kpi": "Total", "text": f"{rng.randint(100, 999)}", "value": float(rng.randint(100, 999))}
            | {"decimals": 0, "multiplier": 1.0, "unit": "count"}
        )


def _observation(report: str, table_id: str, row: int, column: int, period: tuple[date, date]) -> Row:
    return {
        "observation_id": f"{table_id}.r{row:04d}.c{column:03d}",
        "report_id": report,
        "table_id": table_id,
        "row": row,
        "column": column,
        "measure": "value",
        "status": "normal",
        "page": int(table_id[-1]),
        "engine": "ruled",
        "confidence": 1.0,
        "period_label": f"Q{(period[0].month + 2) // 3} {period[0].year}",
        "period_start": period[0],
        "period_end": period[1],
        **BOX,
    }


def _printed(rng: random.Random, publisher: Publisher, of: Edition, kpi: int, figure: float) -> Row:
    """Name and number as this edition prints them: marks and case of a name vary, its number too."""
    unit, decimals = publisher.units[kpi]
    name = publisher.label(kpi, of.number)
    kpi_number = f"{rng.randint(1, 9)}.{rng.randint(1, 9)}"
    named = {"kpi": rng.choice((name, name.upper(), f"{name}:")), "group": publisher.groups[kpi]}
    value, multiplier = figure, 1.0
    if of.is_coarse and unit != "percent" and abs(figure) >= 10_000:
        value, decimals, multiplier = round(figure / 1000, 1) * 1000, 1, 1000.0
    text = f"{value / multiplier:,.{decimals}f}{'k' if multiplier > 1 else ''}"
    return named | {
        "kpi_number": kpi_number,
        "text": text,
        "value": float(value),
        "decimals": decimals,
        "multiplier": multiplier,
        "unit": unit,
    }


def told_in(made: Made) -> set[Told]:
    """What the rules say of an archive, in the form of what was planted."""
    series, findings = apply_batch_rules(made.tables)
    first_days = {row["observation_id"]: str(row["period_start"])[:10] for row in series.to_dict("records")}
    told = set()
    for finding in findings.to_dict("records"):
        first = first_days.get(finding["evidence"].split(";")[0], "")
        kpi = "" if finding["rule"] == "HS004" else _name(made, finding["kpi"])
        told.add((finding["rule"], finding["report_id"], kpi, first))
    return told


def _name(made: Made, kpi: str) -> str:
    plain = {label.lower(): label for _, label in made.names}
    return plain.get(kpi.rstrip(":").lower(), kpi)


def many_reports(reports: int) -> dict[str, pd.DataFrame]:
    """An archive of so many reports: publishers of forty quarters each."""
    parts: dict[str, list[pd.DataFrame]] = defaultdict(list)
    for seed in range(-(-reports // 40)):
        for name, table in make_archive(seed, quarters=40, plants=20).tables.items():
            if name == "reports":
                table = table.assign(organisation=f"Publisher {seed}")  # noqa: PLW2901  one publisher each
            parts[name].append(table)
    return {name: pd.concat(each, ignore_index=True) for name, each in parts.items()}


def main() -> None:
    """Print what was found and invented for each rule, and what an archive costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archives", type=int, default=200)
    parser.add_argument("--reports", type=int, default=1000)
    options = parser.parse_args()
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    invented: Counter[str] = Counter()
    for seed in range(options.archives):
        made = make_archive(seed)
        told = told_in(made)
        planted.update(rule for rule, *_ in made.planted)
        found.update(rule for rule, *_ in told & made.planted)
        invented.update(rule for rule, *_ in told - made.planted)
        for what in sorted(told ^ made.planted):
            print(seed, "invented" if what in told else "missed", *what)
    for rule in sorted(planted | invented):
        print(f"{rule}  planted {planted[rule]}  found {found[rule]}  invented {invented[rule]}")
    tables = many_reports(options.reports)
    start = time.perf_counter()
    series, findings = apply_batch_rules(tables)
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(tables['reports'])} reports, {len(tables['observations'])} figures: {took:.1f} s, "
        f"{peak:.0f} MB at most with the making of them; "
        f"{len(series)} rows of series, {len(findings)} findings"
    )


if __name__ == "__main__":
    main()

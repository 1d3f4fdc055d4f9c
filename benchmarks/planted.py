"""What share of planted errors is found, and what is said of reports without any.

usage: python benchmarks/planted.py [--reports N] [--rows N]

Draws N one-page reports for each kind of error, one error in each, in a row and a column chosen by seed, and
reads them back through the whole program: what is misread counts as missed. Then as many reports without
errors as hold the rows asked for, in which every finding is a false one.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from typesetter import Sheet, Style

from extract.model import Job
from extract.pipeline import process_file

KPIS = tuple(
    """Robbery|Domestic burglary|Commercial burglary|Vehicle theft|Bicycle theft|Shoplifting|Arson|Fraud|
Public order offences|Drug possession|Drug trafficking|Possession of weapons|Criminal damage|
Theft from the person|Other theft|Harassment|Stalking|Assault with injury|Assault without injury""".replace(
        "\n", ""
    ).split("|")
)
HEADS = (
    ["Offence", "Quarter 1", "<", "<", "<", "Year to date", "<", "<", "<"],
    ["^", "2024/25", "2023/24", "Change", "% change", "2024/25", "2023/24", "Change", "% change"],
)


@dataclass(frozen=True, slots=True)
class Row:
    """Current and prior figure, with their change and percent as printed."""

    kpi: str
    current: int
    prior: int
    change: str
    percent: str

    def texts(self) -> list[str]:
        """As in the table."""
        return [f"{self.current:,}", f"{self.prior:,}", self.change, self.percent]


Slip = Callable[[random.Random, Row], Row]


def honest(rng: random.Random, kpi: str, current: int, prior: int) -> Row:
    """A row that holds, halves rounded up or to even."""
    percent = Decimal(current - prior) * 100 / prior
    half = rng.choice((ROUND_HALF_UP, ROUND_HALF_EVEN))
    whole = percent.quantize(Decimal("0.1"), rounding=half)
    return Row(kpi, current, prior, f"{current - prior:+,}", f"{whole:+}%")


def sign(rng: random.Random, row: Row) -> Row:
    """A minus for a plus, in change and percent or in one."""
    turned = str.maketrans("+-", "-+")
    both = replace(row, change=row.change.translate(turned), percent=row.percent.translate(turned))
    return rng.choice((both, replace(row, change=both.change), replace(row, percent=both.percent)))


def swapped_digits(rng: random.Random, row: Row) -> Row:
    """Two neighbouring digits of the change."""
    places = [i for i in range(1, len(row.change) - 1) if row.change[i : i + 2].isdigit()]
    if not places:
        return row
    at = rng.choice(places)
    return replace(row, change=row.change[:at] + row.change[at + 1] + row.change[at] + row.change[at + 2 :])


def wrong_base(rng: random.Random, row: Row) -> Row:
    """The percent of the current figure."""
    return replace(row, percent=f"{Decimal(row.current - row.prior) * 100 / row.current:+.1f}%")


def stale_column(rng: random.Random, row: Row) -> Row:
    """The current figure of the edition before, beside the new change."""
    return replace(row, current=row.current - rng.randint(2, max(3, row.current // 20)))


def one_digit(rng: random.Random, row: Row) -> Row:
    """One digit of the percent is another."""
    at = rng.choice([i for i, letter in enumerate(row.percent) if letter.isdigit()])
    digit = rng.choice([d for d in "123456789" if d != row.percent[at]])
    return replace(row, percent=row.percent[:at] + digit + row.percent[at + 1 :])


SLIPS: tuple[Slip, ...] = (sign, swapped_digits, wrong_base, stale_column, one_digit)


def counts_page(seed: int, slip: Slip | None, total_slip: bool) -> tuple[bytes, str, int]:
    """A table of counts with its total; gives the file, the KPI in error and how many rows it has."""
    sheet = Sheet(seed)
    rng = sheet.rng
    names = rng.sample(KPIS, rng.randint(6, 16))
    quarter, year = _rows(rng, names, 900), _rows(rng, names, 9000)
    totals = [honest(rng, "Total", *_sums(rows)) for rows in (quarter, year)]
    wrong = ""
    if slip is not None:
        at, wrong = rng.choice(list(enumerate(names)))
        quarter[at] = _slipped(rng, slip, quarter[at])
    if total_slip:
        wrong = "Total"
        totals[0] = honest(
            rng, "Total", totals[0].current + rng.choice((-900, -90, -9, 9, 90, 900)), totals[0].prior
        )
    body = [[name, *a.texts(), *b.texts()] for name, a, b in zip(names, quarter, year, strict=True)]
    body.append(["Total", *totals[0].texts(), *totals[1].texts()])
    rules = rng.choice(("three", "partial", "rows", ""))
    _title(sheet)
    sheet.table([*HEADS, *body], Style("lrrrrrrrr", head_rows=2, rules=rules, gap=1.2))
    sheet.skip(2)
    sheet.prose(3)
    return sheet.data(), wrong, 2 * len(body)


def rates_page(seed: int, is_wrong: bool) -> tuple[bytes, str, int]:
    """A table of percents with their changes in points, and in one row the percent change instead."""
    sheet = Sheet(seed)
    rng = sheet.rng
    names = rng.sample(KPIS, rng.randint(5, 12))
    wrong = rng.choice(names) if is_wrong else ""
    rows = []
    for name in names:
        current, prior = (Decimal(rng.randint(150, 950)) / 10 for _ in range(2))
        while abs(current - prior) < 5:
            current = Decimal(rng.randint(150, 950)) / 10
        stated = (current - prior) * 100 / prior if name == wrong else current - prior
        rows.append([name, f"{current}%", f"{prior}%", f"{stated:+.1f}"])
    _title(sheet)
    head = ["Solved, % of cases", "2024/25", "2023/24", "Change in points"]
    sheet.table([head, *rows], Style("lrrr", head_rows=1, rules="three"))
    return sheet.data(), wrong, len(rows)


def _title(sheet: Sheet) -> None:
    sheet.line("Performance report, Quarter 1 2024/25", style=1)
    sheet.skip(1)
    sheet.prose(3)


def _rows(rng: random.Random, names: list[str], high: int) -> list[Row]:
    rows = []
    for name in names:
        prior = rng.randint(high // 20, high)
        current = max(1, round(prior * rng.uniform(0.6, 1.6)))
        rows.append(honest(rng, name, current, prior))
    return rows


def _sums(rows: list[Row]) -> tuple[int, int]:
    return sum(row.current for row in rows), sum(row.prior for row in rows)


def _slipped(rng: random.Random, slip: Slip, row: Row) -> Row:
    """The row with the slip in it, drawn again until something printed is really wrong."""
    while True:
        wrong = slip(rng, row)
        percent = Decimal(wrong.current - wrong.prior) * 100 / wrong.prior
        off = abs(Decimal(wrong.percent.rstrip("%")) - percent) > Decimal("0.05")
        if off or int(wrong.change.replace(",", "")) != wrong.current - wrong.prior:
            return wrong
        prior = rng.randint(50, 900)
        row = honest(rng, row.kpi, prior + rng.choice((-1, 1)) * rng.randint(12, 40), prior)


def findings_in(data: bytes, folder: Path) -> list[tuple[str, str, str]]:
    """KPI, rule and severity of everything that is said of a report."""
    path = folder / "report.pdf"
    path.write_bytes(data)
    told = process_file(Job(path=str(path), source=path.name)).tables["findings"]
    return list(zip(told["kpi"], told["rule"], told["severity"], strict=True))


def planted(kind: str, count: int, folder: Path) -> Counter[str]:
    """Found, missed and falsely raised in so many reports with one error of a kind each."""
    tally: Counter[str] = Counter()
    slips = {slip.__name__: slip for slip in SLIPS}
    for seed in range(count):
        if kind == "percent_for_points":
            data, wrong, _ = rates_page(seed, True)
        else:
            data, wrong, _ = counts_page(seed, slips.get(kind), kind == "wrong_total")
        found = [each for each in findings_in(data, folder) if each[2] != "info"]
        tally["found"] += any(kpi == wrong for kpi, _, _ in found)
        consequences = (wrong, "Total") if kind == "stale_column" else (wrong,)
        tally["false"] += sum(kpi not in consequences for kpi, _, _ in found)
    return tally


def honest_reports(rows: int) -> Iterator[tuple[bytes, int]]:
    """Reports without an error, until they hold so many rows."""
    seed = 100_000
    while rows > 0:
        drawn = counts_page(seed, None, False) if seed % 4 else rates_page(seed, False)
        rows -= drawn[2]
        seed += 1
        yield drawn[0], drawn[2]


def main() -> None:
    """Print a line for each kind of error, then one for the honest reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--reports", type=int, default=40, help="for each kind of error")
    parser.add_argument("--rows", type=int, default=10_000, help="of reports without errors")
    options = parser.parse_args()
    kinds = [slip.__name__ for slip in SLIPS] + ["percent_for_points", "wrong_total"]
    with TemporaryDirectory() as folder:
        print("| planted | reports | found | false |\n|---|---|---|---|")
        for kind in kinds:
            tally = planted(kind, options.reports, Path(folder))
            share = tally["found"] / options.reports
            print(f"| {kind.replace('_', ' ')} | {options.reports} | {share:.3f} | {tally['false']} |")
        told = total = 0
        for data, count in honest_reports(options.rows):
            told += len(findings_in(data, Path(folder)))
            total += count
        print(f"{total} rows without errors: {told} findings")


if __name__ == "__main__":
    main()

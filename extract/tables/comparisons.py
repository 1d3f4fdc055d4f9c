"""Comparisons to rows, with the verdicts on what they state.

In come one report's comparisons, out go rows of ``comparisons``. Each table is judged as a whole,
since its rows speak for the reading of its columns.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal

from extract.facts.heads import names_base
from extract.model import Comparison, Observation, Table
from extract.tables.rows import (
    Row,
    comparison_id,
    number_of,
    observation_id,
    period_row,
    section_row,
    table_id,
    unit_of,
)
from schemas.agreement import Judgement, Printed
from schemas.verdicts import StatedRow, judge_rows

MIXED_UNITS = "current and prior have different units"
OTHER_UNIT = "the change is in another unit than its figures"
# Points are printed with a percent sign, the change of an average as a bare number.
_ALSO_PRINTED = {"percentage_points": ("percent",), "other": ("count",)}
FIGURES = ("current", "prior", "change", "percent")


def comparison_rows(
    report: str, comparisons: Sequence[Comparison], by_ordinal: Mapping[int, Table]
) -> list[Row]:
    """The rows of ``comparisons``, table by table.

    Each table is judged as a whole, since its rows speak for its columns.
    """
    rows: list[Row] = []
    for ordinal, table in by_ordinal.items():
        own = [comparison for comparison in comparisons if comparison.table == ordinal]
        verdicts = judge_rows([_stated_row(comparison) for comparison in own])
        for comparison, verdict in zip(own, verdicts, strict=True):
            rows.append(
                {
                    **_stated(report, comparison, table),
                    **_judged("change", verdict.change),
                    **_judged("percent", verdict.percent),
                }
            )
    return rows


def _stated_row(comparison: Comparison) -> StatedRow:
    """What is judged; rows whose two figures stand in the same columns speak for one another."""
    unit, change_unit = _units(comparison)
    current, prior = comparison.current, comparison.prior
    columns: Hashable = tuple(None if figure is None else figure.column for figure in (current, prior))
    if comparison.kpi:
        columns = "rows"
    return StatedRow(
        _printed(current, unit),
        _printed(prior, unit),
        _printed(comparison.change, change_unit),
        _printed(comparison.percent, "percent"),
        columns,
        comparison.why or (MIXED_UNITS if _is_mixed(current, prior) else ""),
        OTHER_UNIT if _is_of_other_unit(comparison.change, change_unit) else "",
    )


def _is_mixed(current: Observation | None, prior: Observation | None) -> bool:
    return current is not None and prior is not None and unit_of(current) != unit_of(prior)


def _is_of_other_unit(change: Observation | None, expected: str) -> bool:
    """Whether a change's own unit isn't that of its figures, in whichever way that may be printed."""
    return change is not None and unit_of(change) not in (expected, *_ALSO_PRINTED.get(expected, ()))


def _printed(observation: Observation | None, unit: str) -> Printed | None:
    number = number_of(observation)
    if number is None:
        return None
    return Printed(number.value, number.decimals, number.multiplier, unit, number.signed)


def _units(comparison: Comparison) -> tuple[str, str]:
    """The unit of the two figures and that of their change."""
    figure = comparison.current or comparison.prior
    unit = unit_of(figure) if figure else "other"
    unit = "percent" if unit == "percentage_points" else unit
    return unit, "percentage_points" if unit == "percent" else unit


def _taking_part(comparison: Comparison) -> tuple[Observation | None, ...]:
    return comparison.current, comparison.prior, comparison.change, comparison.percent


def _stated(report: str, comparison: Comparison, table: Table) -> Row:
    """What the report states: all but the recomputed columns."""
    there = [observation for observation in _taking_part(comparison) if observation is not None]
    first = there[0]
    stated = [o for o in (comparison.change, comparison.percent) if o is not None]
    current = [comparison.current.period] if comparison.current else [o.period for o in stated]
    prior = [comparison.prior.period] if comparison.prior else []
    unit, change_unit = _units(comparison)
    row: Row = {
        "comparison_id": comparison_id(report, comparison),
        "report_id": report,
        "table_id": table_id(report, comparison.table),
        "row": comparison.row,
        **section_row(table),
        "kpi_number": first.kpi_number,
        "kpi": comparison.kpi or first.kpi,
        "group": comparison.group if comparison.kpi else first.group,
        "unit": unit,
        "change_unit": change_unit,
        **period_row("current", next((p for p in current if p), None)),
        **_base_row(comparison),
        **period_row("prior", next((p for p in [*prior, *(o.baseline for o in stated)] if p), None)),
        "page": stated[0].page if stated else first.page,
    }
    names = ("current", "prior", "stated_change", "stated_percent")
    for name, prefix, observation in zip(names, FIGURES, _taking_part(comparison), strict=True):
        row |= _figure(report, name, prefix, observation)
    return row


def _base_row(comparison: Comparison) -> Row:
    """The head of a figure that is of no one period, such as an average of years."""
    prior = comparison.prior
    return {"prior_label": prior.column_label} if prior and names_base((prior.column_label,)) else {}


def _figure(report: str, name: str, prefix: str, observation: Observation | None) -> Row:
    if observation is None:
        return {}
    row: Row = {f"{prefix}_text": observation.text, f"{prefix}_id": observation_id(report, observation)}
    if number := number_of(observation):
        row[name] = float(number.value)
        row[f"{prefix}_decimals"] = number.decimals
        row[f"{prefix}_multiplier"] = float(number.multiplier)
    return row


def _judged(prefix: str, judgement: Judgement) -> Row:
    def number(value: Decimal | None) -> float | None:
        return None if value is None else float(value)

    return {
        f"recomputed_{prefix}": number(judgement.recomputed),
        f"{prefix}_low": number(judgement.low),
        f"{prefix}_high": number(judgement.high),
        f"{prefix}_verdict": judgement.verdict,
        f"{prefix}_why": judgement.why,
    }

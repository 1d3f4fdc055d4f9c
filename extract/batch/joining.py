"""The tables of one report of a batch, from what was kept of it and where it lies this time.

In: jobs with one id, and how they fared. Out: their tables. Out of scope: which reports (``reading``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pyarrow as pa

from extract.model import Job, Outcome
from extract.notation.characters import clean
from extract.sources import last_part
from extract.stores import shown
from extract.writers.arrow import as_column
from extract.writers.outcomes import ResultError
from extract.writers.publish import OutputError, explained
from extract.writers.results import read_tables


def one_report(read: Sequence[tuple[Job, Outcome]]) -> dict[str, pa.Table]:
    """The tables of jobs with one id: those of the first, which names the others' places.

    Where a report lies is not kept with its result, since its bytes may lie elsewhere the next time.
    """
    (first, outcome), *others = sorted(
        read, key=lambda pair: (pair[0].source, pair[1].error_code, pair[1].error_message)
    )
    tables = _kept_tables(outcome)
    places = sorted(
        [*(place for job, _ in read for place in job.also_at), *(job.source for job, _ in others)]
    )
    said = {
        "source": clean(first.source),
        "file": clean(last_part(first.source)),
        "also_at": clean(json.dumps(places, ensure_ascii=False)),
    }
    return {**tables, "reports": _with_texts(tables["reports"], said)}


def _kept_tables(outcome: Outcome) -> dict[str, pa.Table]:
    with explained(outcome.result):
        try:
            return read_tables(outcome.result)
        except ResultError as error:
            raise OutputError(
                f"What was kept of a report is gone meanwhile ({shown(outcome.result)!r}); run again."
            ) from error


def _with_texts(table: pa.Table, texts: Mapping[str, str]) -> pa.Table:
    for name, text in texts.items():
        index = table.schema.get_field_index(name)
        table = table.set_column(index, table.schema.field(index), as_column(text))
    return table

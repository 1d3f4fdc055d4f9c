"""The models of all output tables, by name."""

from __future__ import annotations

import pandera.pandas as pa

from schemas.cells import Cells
from schemas.claims import Claims
from schemas.comparisons import Comparisons
from schemas.definitions import Definitions
from schemas.figures import Figures
from schemas.findings import Findings
from schemas.observations import Observations
from schemas.paragraphs import Paragraphs
from schemas.reports import Reports
from schemas.series import SeriesTable
from schemas.tables import Tables

MODELS: dict[str, type[pa.DataFrameModel]] = {
    "reports": Reports,
    "tables": Tables,
    "cells": Cells,
    "observations": Observations,
    "comparisons": Comparisons,
    "paragraphs": Paragraphs,
    "claims": Claims,
    "definitions": Definitions,
    "figures": Figures,
    "findings": Findings,
    "series": SeriesTable,
}

"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# A slow or busy machine is no failure. Builds try the same examples each time, so that a red build
# is about the change; at a desk new ones are tried.
settings.register_profile("desk", deadline=None)
settings.register_profile("build", deadline=None, derandomize=True)
settings.load_profile("build" if os.environ.get("CI") or os.environ.get("KPI_CI") else "desk")

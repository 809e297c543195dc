"""Settings of the whole suite."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes depends on the machine, which is no property of the code; the examples are the same each run.
settings.register_profile("onrecord", deadline=None, derandomize=True)
settings.load_profile("onrecord")

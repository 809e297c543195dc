"""Settings of the whole suite."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes depends on the machine and is no property of the code; every run has the same examples.
settings.register_profile("onrecord", deadline=None, derandomize=True)
settings.load_profile("onrecord")

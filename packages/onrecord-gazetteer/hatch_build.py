"""Builds the place-name database when the package is built or installed from its folder."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes `places.sqlite` beside the module, for wheels and editable installs alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's names
        """Write the database before files are collected."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from onrecord_gazetteer.sources import build_shipped  # noqa: PLC0415 - only now on the path
        finally:
            sys.path.pop(0)
        build_shipped(root / "data", root / "src" / "onrecord_gazetteer" / "places.sqlite")

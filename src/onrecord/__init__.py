"""onrecord: read news reports and put everything said in them on record, with who says so."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import read, read_many
    from onrecord.project import open_project
    from onrecord.reading.document import Document
    from onrecord.reading.reading import Reading
    from onrecord.version import __version__

__all__ = ["Document", "Reading", "__version__", "open_project", "read", "read_many"]

# Public names are loaded when they are first used (PEP 562): the parser must not be a cost of `import onrecord`.
_HOME = {
    "__version__": "onrecord.version",
    "Document": "onrecord.reading.document",
    "Reading": "onrecord.reading.reading",
    "open_project": "onrecord.project",
    "read": "onrecord.api",
    "read_many": "onrecord.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562 hands back any public name
    if name not in _HOME:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME[name]), name)

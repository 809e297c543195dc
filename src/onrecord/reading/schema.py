"""Print the JSON Schema of a reading: ``python -m onrecord.reading.schema > docs/reading.schema.json``."""

from __future__ import annotations

import json
import sys

from onrecord.reading.reading import json_schema


def schema_text() -> str:
    """The JSON Schema (2020-12) of a reading as the text of a file, the same each time."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())

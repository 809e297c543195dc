"""The committed JSON Schema is the one of the code, and readings hold to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.reading.reading import json_schema, load_json, write_json
from onrecord.reading.schema import schema_text
from readings import sample

_COMMITTED = Path(__file__).parents[3] / "docs" / "reading.schema.json"


def _broken(**changes: Any) -> dict[str, Any]:
    return json.loads(write_json(sample())) | changes


def _time(**changes: Any) -> dict[str, Any]:
    return {"id": "D1", "start": 0, "end": 4, "text": "2015", "type": "DATE", "value": "2015"} | changes


def test_the_committed_schema_is_the_generated_one() -> None:
    """Made anew by `python -m onrecord.reading.schema`; a change of the nouns shows as a change of this file."""
    assert _COMMITTED.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_a_reading_holds_to_the_schema() -> None:
    Draft202012Validator(json_schema()).validate(json.loads(write_json(sample())))


@pytest.mark.parametrize(
    "changes",
    [
        {"schema": "onrecord.reading/2"},  # another version is another schema
        {"id": 7},  # ids are strings
        {"sentences": [[0, 3, 5]]},  # a sentence has a start and an end
        {"furniture": [{"start": 0, "end": 4, "kind": "advert"}]},  # a kind that does not exist
        {"times": [_time(type="YEAR")]},  # no TIMEX3 type
        {"times": [_time(value=None)]},  # a time has a value, if only one of X
    ],
)
def test_what_is_no_reading_is_refused_by_schema_and_loader(changes: dict[str, Any]) -> None:
    """Schema and loader agree on what they refuse."""
    broken = _broken(**changes)
    assert not Draft202012Validator(json_schema()).is_valid(broken)
    with pytest.raises(ValueError, match=r"Invalid|Expected"):
        load_json(json.dumps(broken))

"""Every address of the JSON twins and files, asked with whatever its description allows and with what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode

from onrecord.merge.project import merge_project
from onrecord.store.project import open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from readings import report


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    path: Path = tmp_path_factory.mktemp("site") / "onrecord.db"
    with open_writer(path) as writer:
        for n in range(3):
            writer.add(*report(str(n), publisher="Daily"))
    merge_project(path)
    return make_app(path, Rules(hosts=frozenset({"testserver"})))


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_as_described(app: FastAPI, mode: GenerationMode) -> None:
    """No failure of the server, no status, type of content or header that the description lacks.

    `positive` asks what the description allows, `negative` what it does not: that has to be refused.
    """
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers={"host": "testserver"})
    operations = [result.ok() for result in schema.get_all_operations()]
    assert len(operations) > 30
    wrong = [f"{found.label}: {error}" for found in operations if (error := _failure(found, mode))]
    assert not wrong, "\n\n".join(wrong)


def _failure(operation: schemathesis.APIOperation, mode: GenerationMode) -> Exception | None:
    @settings(max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers={"host": "testserver"})

    try:
        ask()
    except Unsatisfiable:  # where any text will do, nothing is refused
        return None
    except (Exception, BaseExceptionGroup) as error:  # noqa: BLE001 - whatever it finds is told
        return error
    return None

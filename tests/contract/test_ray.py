"""The work of an archive on Ray: in order, and nothing lost for the report that no process survives."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator

import pyarrow as pa
import pytest

from onrecord.errors import MissingDataError
from onrecord.scale.run import Engine, set_aside
from onrecord.scale.tables import EVENTS
from onrecord.scale.work import READINGS

ray = pytest.importorskip("ray", reason="the extra onrecord[ray] is not installed")


def hostile(table: pa.Table) -> list[pa.Table]:
    """Takes each text for its reading; some texts kill their process, or trip it."""
    rows = table.to_pylist()
    for row in rows:
        if row["text"] == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if row["text"] == "trip":
            raise ValueError("no such token")
        if row["text"] == "missing":
            raise MissingDataError("load the network", "it is not installed", "Install it")
    kept = [{"at": row["at"], "id": row["id"], "reading": row["text"]} for row in rows]
    return [pa.Table.from_pylist(kept, schema=READINGS), EVENTS.empty_table()]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Ray with one process, whose work is `hostile`."""
    from onrecord.scale import on_ray

    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_AUTH_MODE", "disabled")
        patch.setattr(on_ray, "read_and_list", hostile)
        with on_ray.ray_engine(1, 30) as begun:
            yield begun


def _table(*texts: str) -> pa.Table:
    names = ("at", "id", "title", "publisher", "url", "published")
    return pa.Table.from_pylist([{**dict.fromkeys(names, text), "text": text} for text in texts])


def _rows(engine: Engine, *tables: pa.Table) -> list[tuple[str, bool]]:
    return [
        (row["at"], row["error"] is not None) for readings, _ in engine(iter(tables)) for row in readings.to_pylist()
    ]


def test_tables_come_back_in_order(engine: Engine) -> None:
    tables = [_table(f"{n}a", f"{n}b") for n in range(12)]
    assert _rows(engine, *tables) == [(f"{n}{end}", False) for n in range(12) for end in "ab"]


@pytest.mark.parametrize("poison", ["kill", "trip"])
def test_the_report_that_no_process_survives_is_set_aside_alone(engine: Engine, poison: str) -> None:
    rows = _rows(engine, _table("one", "two", poison, "four", "five"), _table("six"))
    assert rows == [("one", False), ("two", False), (poison, True), ("four", False), ("five", False), ("six", False)]


def test_what_no_other_process_would_do_better_ends_the_run(engine: Engine) -> None:
    with pytest.raises(MissingDataError, match="Cannot load the network: it is not installed"):
        _rows(engine, _table("missing"))


def test_a_stand_in_has_the_columns_of_a_reading() -> None:
    readings, events = set_aside(_table("kill"), "it ended its process")
    assert (readings.schema, events.schema) == (READINGS, EVENTS)


def slow(table: pa.Table) -> list[pa.Table]:
    """`hostile`, but long enough to be interrupted."""
    time.sleep(0.3)
    return hostile(table)


@pytest.mark.usefixtures("engine")
def test_a_lost_node_loses_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two nodes of a cluster on this machine, one of which is killed in the middle."""
    from ray.cluster_utils import Cluster

    from onrecord.scale import on_ray

    ray.shutdown()  # the engine of the other tests
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
    monkeypatch.setenv("RAY_ADDRESS", cluster.address)
    monkeypatch.setattr(on_ray, "read_and_list", slow)
    try:
        with on_ray.ray_engine(1, 30) as begun:
            rows = []
            for number, (readings, _) in enumerate(begun(_table(f"{n}a", f"{n}b") for n in range(24))):
                rows += [(row["at"], row["error"]) for row in readings.to_pylist()]
                if number == 4:
                    cluster.remove_node(nodes.pop(), allow_graceful=False)
            assert rows == [(f"{n}{end}", None) for n in range(24) for end in "ab"]
    finally:
        cluster.shutdown()

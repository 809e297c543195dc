"""`work` knows no engine: the function that docs/archives.md gives to Spark runs on any record batches."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.scale.run import read_and_list
from onrecord.scale.work import READINGS, REPORTS

DOCS = Path(__file__).parents[2] / "docs" / "archives.md"
TEXTS = ("Rebels attacked the army in Homs on Sunday.", "", "The ministers met in Oslo on Friday, the premier said.")


def _reports() -> pa.Table:
    rows = [{"at": f"t#{n}", "id": str(n), "text": text, "published": "2024-05-06"} for n, text in enumerate(TEXTS)]
    return pa.Table.from_pylist(rows, schema=REPORTS)


def test_the_function_for_spark_gives_what_a_run_gives() -> None:
    """Spark calls it with an iterator of record batches, cut as Spark likes."""
    code = re.findall(r"```python\n(.*?)```", DOCS.read_text(), re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - the code of our own documentation
    whole = _reports()
    batches = [batch for n in range(len(TEXTS)) for batch in whole.slice(n, 1).to_batches()]
    done = pa.Table.from_batches(names["read"](iter(batches)), schema=READINGS)
    assert done.equals(read_and_list(whole)[0])
    assert [error is not None for error in done.column("error").to_pylist()] == [False, True, False]


def test_the_work_loads_no_engine() -> None:
    """Neither ours nor anybody else's."""
    engines = ("ray", "pyspark", "multiprocessing.pool", "onrecord.processes", "onrecord.scale.run")
    code = (
        f"import sys, onrecord.scale.work, onrecord.scale.tables; print([m for m in {engines!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_table_survives_parquet_on_its_way(tmp_path: Path) -> None:
    """Engines spill to disk."""
    pq.write_table(_reports(), tmp_path / "t.parquet")
    again = pq.read_table(tmp_path / "t.parquet").cast(REPORTS)
    assert read_and_list(again)[0].equals(read_and_list(_reports())[0])

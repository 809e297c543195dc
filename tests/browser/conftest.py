"""A site that runs, with the examples in it, and Debian's Chromium before it; skipped where there is none."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.merge.acts import find_act, load_report
from onrecord.merge.decide import judge_correct, judge_right
from onrecord.merge.project import merge_project
from onrecord.reading.document import Document, DocumentInfo
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_view, open_writer
from readings import report, with_fields
from thousand import make_thousand

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from served import served

CHROMIUM = shutil.which("chromium")
EXAMPLES = Path(__file__).parents[2] / "examples"
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield running
        running.close()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site without reports."""
    with served(tmp_path_factory.mktemp("site") / "onrecord.db") as site:
        yield site


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file that holds the examples; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("examples")
    rows = [
        {
            "id": path.stem,
            "title": path.stem,
            "publisher": "Example",
            "published": "2024-05-16",
            "text": path.read_text(),
        }
        for path in sorted(EXAMPLES.glob("*.txt"))
    ]
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, rows)))
    command = ["ingest", str(folder / "in.jsonl"), "--project", str(folder / "onrecord.db"), "--workers", "1"]
    subprocess.run([sys.executable, "-m", "onrecord", *command], check=True, capture_output=True)
    return folder / "onrecord.db"


@pytest.fixture(scope="session")
def site(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that holds the examples."""
    project = tmp_path_factory.mktemp("site") / "onrecord.db"
    shutil.copy(examples, project)
    with served(project) as site:
        yield site


@pytest.fixture(scope="session")
def judged(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that has something to show on every view: merged, with copies, doubts and judgements."""
    project = tmp_path_factory.mktemp("judged") / "onrecord.db"
    shutil.copy(examples, project)
    with open_view(project) as view:
        told = [(row, view.text(row.report_id), reading) for row, reading in view.readings()]
    with open_writer(project) as writer:
        for row, text, reading in told:
            document = Document(id=f"again-{row.document_id}", text=text, publisher="Herald", published="2024-05-17")
            writer.add(document, with_fields(reading, document=DocumentInfo.of(document)))
        for n in (1, 2):
            document, reading = report(str(n), publisher=f"Daily {n}")
            writer.add(document, reading)
    merge_project(project)
    _doubt(project)
    with open_view(project) as view:
        key = find_act(load_report(view, report_id_of(report("1")[0])), "E1").key
        made = [
            judge_correct(view, key, "type", "COERCE", "Ana", "the words say so"),
            judge_correct(view, key, "place", "Homs", "Ana", "the map shows it"),
            judge_right(view, key, "Ana", "seen"),
        ]
    with open_writer(project) as writer:
        for judgement in made:
            writer.add_judgement(judgement)
    with served(project) as site:
        yield site


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of a thousand reports."""
    project = tmp_path_factory.mktemp("thousand") / "onrecord.db"
    make_thousand(project)
    with served(project) as site:
        yield site


@pytest.fixture(scope="session")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with two events of which the last merge was not sure."""
    project = tmp_path_factory.mktemp("site") / "onrecord.db"
    with open_writer(project) as writer:
        writer.add(*report("1", publisher="Daily"))
    merge_project(project)
    _doubt(project)
    with served(project) as site:
        yield site


def _doubt(project: Path) -> None:
    """As if the merge had not been sure of its first two events."""
    with open_view(project) as view:
        one, other, *rest = view.clusters()
    doubt = {**one.record, "near": [[other.cluster_id, -0.2]]}
    mutual = {**other.record, "near": [[one.cluster_id, -0.2]]}
    with open_writer(project) as writer:
        writer.replace_clusters([with_fields(one, record=doubt), with_fields(other, record=mutual), *rest])  # type: ignore[arg-type, list-item]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; a script error or a request that leaves the machine fails the test."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda asked: None if _stays(asked.url) else problems.append(asked.url))
    yield opened
    context.close()
    assert not problems


def _stays(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:"))

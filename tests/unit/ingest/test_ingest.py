"""What ingest does with its inputs, with readings made by hand in the place of the parser's."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ingest import Inputs, Outcome, ingest, preview
from onrecord.ingest.plan import find_sources
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import MadeBy, Reading
from onrecord.settings import Settings
from onrecord.store.project import open_view, open_writer
from readings import TEXT, sample, with_fields


class Reader:
    """Stands where the parser stands: counts what it is asked to read, and fails on texts that hold FAIL."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.made_by = MadeBy(onrecord="0", model="none", lexicon="none")

    def __call__(self, documents: Iterable[Document], know: object) -> Iterator[Reading | InputError]:
        assert know is self
        for document in documents:
            self.read.append(document.id)
            if "FAIL" in document.text:
                yield InputError(f"read {document.id}", "it fails", "Mend it")
            else:
                info = DocumentInfo.of(document)
                yield with_fields(sample(), id=document.id, document=info, made_by=self.made_by)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    fake = Reader()
    monkeypatch.setattr("onrecord.ingest.pool.read_each", fake)
    monkeypatch.setattr("onrecord.ingest.pool.keep_resources", lambda _: fake)
    monkeypatch.setattr("onrecord.ingest._made_by", lambda _: fake.made_by)
    return fake


def _lines(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps({"text": TEXT, **row}) + "\n" for row in rows))
    return path


def _ingest(path: Path, *sources: Path, reread: bool = False) -> list[Outcome]:
    outcomes: list[Outcome] = []
    inputs = Inputs(sources=tuple(map(str, sources)), root=path.parent)
    with open_writer(path) as writer:
        ingest(inputs, writer, outcomes.append, settings=Settings(), reread=reread)
    return outcomes


def _kinds(outcomes: Iterable[Outcome]) -> dict[str, int]:
    return dict(Counter(outcome.kind for outcome in outcomes))


def test_a_second_run_reads_nothing(tmp_path: Path, reader: Reader) -> None:
    """What is there unchanged is passed over before it is read: that makes a run resumable."""
    source = _lines(tmp_path / "in.jsonl", {"id": "a"}, {"id": "b"})
    assert _kinds(_ingest(tmp_path / "p.db", source)) == {"new": 2}
    assert _kinds(_ingest(tmp_path / "p.db", source)) == {"unchanged": 2}
    assert reader.read == ["a", "b"]


def test_only_what_changed_is_read_again(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "p.db"
    _ingest(path, _lines(tmp_path / "in.jsonl", {"id": "a"}, {"id": "b"}))
    edited = _lines(tmp_path / "in.jsonl", {"id": "a"}, {"id": "b", "text": TEXT + " Corrected."}, {"id": "c"})
    assert _kinds(_ingest(path, edited)) == {"unchanged": 1, "new_version": 1, "new": 1}
    assert reader.read == ["a", "b", "b", "c"]


def test_two_states_of_a_report_in_one_input_stay_two(tmp_path: Path, reader: Reader) -> None:
    """However often it is ingested: an older state must not come back as a newer version."""
    source = _lines(tmp_path / "in.jsonl", {"id": "a"}, {"id": "a", "text": TEXT + " Corrected."})
    for _ in range(3):
        _ingest(tmp_path / "p.db", source)
    with open_view(tmp_path / "p.db") as view:
        (row,) = view.reports()
        assert row.version == 2
        assert view.text(row.report_id).endswith("Corrected.")
    assert reader.read == ["a", "a"]


def test_reread_reads_what_something_else_read(tmp_path: Path, reader: Reader) -> None:
    path, source = tmp_path / "p.db", _lines(tmp_path / "in.jsonl", {"id": "a"})
    _ingest(path, source)
    assert _kinds(_ingest(path, source, reread=True)) == {"unchanged": 1}
    reader.made_by = MadeBy(onrecord="1", model="better", lexicon="none")
    assert _kinds(_ingest(path, source)) == {"unchanged": 1}
    assert _kinds(_ingest(path, source, reread=True)) == {"reread": 1}


def test_what_fails_is_named_and_the_rest_is_stored(tmp_path: Path, reader: Reader) -> None:
    good = _lines(tmp_path / "in.jsonl", {"id": "a"}, {"id": "b", "text": "FAIL"}, {"id": "c", "text": ""}, {"id": "d"})
    german = tmp_path / "de.txt"
    german.write_text("Die Regierung hat am Montag erklärt, sie werde die Hilfen fortsetzen. " * 5)
    outcomes = _ingest(tmp_path / "p.db", good, german, tmp_path / "missing.txt")
    assert _kinds(outcomes) == {"new": 2, "failed": 4}
    errors = "\n".join(str(outcome.error) for outcome in outcomes if outcome.error)
    for words in ("Cannot read b: it fails", "in.jsonl:3", "de.txt: its language seems to be 'de'", "missing.txt"):
        assert words in errors
    assert reader.read == ["a", "b", "d"]


def test_files_are_called_by_their_path_from_the_project(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file is the same report, from wherever it is ingested."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    _ingest(Path("p.db"), Path("news/a.txt"))
    monkeypatch.chdir(tmp_path / "news")
    assert _kinds(_ingest(Path("../p.db"), Path("a.txt"))) == {"unchanged": 1}
    assert reader.read == ["news/a.txt"]


def test_lines_without_an_id_are_called_by_their_text(tmp_path: Path, reader: Reader) -> None:
    """Their number moves when a line is put in above them."""
    path, source = tmp_path / "p.db", tmp_path / "in.jsonl"
    _ingest(path, _lines(source, {}, {"text": TEXT + " Two."}))
    assert _kinds(_ingest(path, _lines(source, {"text": "New. " + TEXT}, {}, {"text": TEXT + " Two."}))) == {
        "new": 1,
        "unchanged": 2,
    }
    assert len(reader.read) == 3


def test_a_preview_says_the_same_and_does_nothing(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "p.db"
    source = _lines(
        tmp_path / "in.jsonl", {"id": "a"}, {"id": "b"}, {"id": "b"}, {"id": "b", "text": "Other."}, {"text": ""}
    )
    inputs = Inputs(sources=(str(source),), root=tmp_path)
    expected = {"new": 2, "unchanged": 1, "new_version": 1, "failed": 1}
    outcomes: list[Outcome] = []
    preview(inputs, None, outcomes.append)
    assert _kinds(outcomes) == expected
    assert not path.exists()
    assert reader.read == []
    assert _kinds(_ingest(path, source)) == expected
    outcomes.clear()
    with open_view(path) as view:
        preview(inputs, view, outcomes.append)
    assert _kinds(outcomes) == {"unchanged": 4, "failed": 1}


def test_arguments_come_to_files_once_each(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl", "photo.jpg"):
        (tmp_path / name).write_text('{"text": "x"}\n{"text": "y"}\n')
    (tmp_path / "empty").mkdir()
    found = find_sources([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "empty"), "https://a.example/1"])
    assert found.sources == (str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl"), "https://a.example/1")
    assert found.left_out == {".jpg": 1}
    assert [str(tmp_path / "empty") in str(error) for error in found.errors] == [True]
    assert found.count() == 4

"""The commands as a user runs them: output, errors, exit codes, the same bytes twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.reading.reading import load_json

EXAMPLES = Path(__file__).parents[2] / "examples"


def _run(*args: object, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "onrecord", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120, cwd=cwd)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A batch of good and bad lines."""
    path = tmp_path_factory.mktemp("batch") / "reports.jsonl"
    texts = [(EXAMPLES / name).read_text() for name in ("port-strike.txt", "border-court.txt")]
    rows = [json.dumps({"id": f"r{at}", "text": text, "published": "2024-08-14"}) for at, text in enumerate(texts)]
    sentence = "Die Regierung hat am Montag erklärt, sie werde die Hilfen fortsetzen. "
    german = json.dumps({"id": "de", "text": sentence * 5})
    path.write_text("\n".join([rows[0], rows[1][:300], german, '{"id": "void", "text": ""}', rows[1]]) + "\n")
    return path


def test_a_batch_is_read_though_some_of_it_cannot_be(lines: Path) -> None:
    done = _run("read", "--jsonl", lines)
    assert [load_json(line).id for line in done.stdout.splitlines()] == ["r0", "r1"]
    errors = done.stderr.decode()
    assert f"{lines}:2" in errors
    assert "its language seems to be 'de'" in errors
    assert f"{lines}:4" in errors
    assert "Traceback" not in errors
    assert done.returncode == 1


def test_the_same_input_gives_the_same_bytes(lines: Path) -> None:
    assert _run("read", "--jsonl", lines).stdout == _run("read", "--jsonl", lines).stdout


def test_a_report_reads_the_same_alone_and_in_a_batch(lines: Path, tmp_path: Path) -> None:
    """What stands beside a report in the batch must not change its reading."""
    alone = tmp_path / "alone.jsonl"
    alone.write_text(lines.read_text().splitlines()[-1] + "\n")
    assert _run("read", "--jsonl", lines).stdout.splitlines()[-1:] == _run("read", "--jsonl", alone).stdout.splitlines()


def test_every_span_is_in_the_text(lines: Path) -> None:
    """Offsets are code points into the text as it came in."""
    from onrecord.explain import spans_of

    texts = {row["id"]: row["text"] for row in map(json.loads, _good(lines))}
    for line in _run("read", "--jsonl", lines).stdout.splitlines():
        reading = load_json(line)
        spans = [
            span
            for name in reading.__struct_fields__
            if isinstance(items := getattr(reading, name), tuple) and items and not isinstance(items[0], tuple)
            for item in items
            for span in spans_of(item)
        ]
        assert len(spans) > 50
        assert all(texts[reading.id][span.start : span.end] == span.text for span in spans)


def _good(lines: Path) -> list[str]:
    rows = []
    for line in lines.read_text().splitlines():
        try:
            json.loads(line)
        except ValueError:
            continue
        rows.append(line)
    return rows


def test_a_reading_for_a_person() -> None:
    done = _run("read", EXAMPLES / "korea-wikinews.txt", "--published", "2015-08-21", "--publisher", "Wikinews")
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "WHAT HAPPENED, WHAT IS PLANNED" in out
    assert "Yonhap → Korean" in out, "the chain of speakers, by name"


def test_standard_input() -> None:
    done = _run("read", "-", "--json", stdin=b"Rebels shelled the town of Homs on Sunday, the army said.")
    assert json.loads(done.stdout)["events"][0]["type"] == "ASSAULT"


def test_why_shows_words_entry_and_parse() -> None:
    out = _run("why", "E1", EXAMPLES / "bridge-talks.txt", "--published", "2024-05-16").stdout.decode()
    for part in ("Words", "Lexicon entry", "Parse", "agreed"):
        assert part in out


def test_why_of_a_stored_report_names_what_its_line_points_at(tmp_path: Path) -> None:
    """The file may be gone, and "L1" says nothing to anybody."""
    report, project = tmp_path / "report.txt", tmp_path / "onrecord.db"
    report.write_text("Gunmen killed three soldiers in Maradi on Monday, police said.")
    assert _run("ingest", report, "--project", project, "--published", "2024-05-16", "--workers", 1).returncode == 0
    report.unlink()
    out = _run("why", "E1", "report.txt", "--project", project).stdout.decode()
    assert "place        L1 Maradi" in out
    assert "time         D1 “Monday” 2024-05-13" in out
    other = _run("why", "wire-8:E1", "report.txt", "--project", project)
    assert other.returncode != 0, "a prefix names the report, stored or not"
    assert "is report.txt, not wire-8" in other.stderr.decode()
    assert _run("why", "report.txt:E1", "report.txt", "--project", project).returncode == 0
    lost = _run("why", "E1", "other.txt", "--project", project)
    assert lost.returncode == 2
    assert b"`onrecord reports` lists" in lost.stderr


_TWO = (
    b'{"id": "a", "text": "Rebels shelled the town of Homs on Sunday, the army said."}\n'
    b'{"id": "b", "text": "Teachers in Bissau went on strike on Monday over unpaid wages, their union said."}\n'
)


@pytest.mark.parametrize(
    ("args", "source", "words", "code"),
    [
        (("E1",), _TWO, "own. Name the report, as a:E1 or with --document: a, b.", 2),  # not the first, in silence
        (("b:E1",), _TWO, "on strike", 0),
        (("E1", "--document", "b"), _TWO, "on strike", 0),
        (("c:E1",), _TWO, "holds no report c. Name the report, as a:E1 or with --document: a, b.", 2),
        (("a:E1",), _TWO * 2, "holds several reports a. Give each report an id of its own.", 2),
        (("E1",), _TWO.splitlines()[1], "on strike", 0),  # a file of one report needs no name
    ],
)  # fmt: skip
def test_why_of_one_of_several_reports(
    tmp_path: Path, args: tuple[str, ...], source: bytes, words: str, code: int
) -> None:
    (tmp_path / "two.jsonl").write_bytes(source)
    done = _run("why", *args, "two.jsonl", cwd=tmp_path)
    assert words in (done.stdout + done.stderr).decode()
    assert done.returncode == code


def test_why_of_a_toll_shows_its_entry(tmp_path: Path) -> None:
    """A toll is no frame of an act, but an entry of its own."""
    report = tmp_path / "report.txt"
    report.write_text("Shelling killed 41 people in Homs, a committee said. Doctors put the death toll at 56.\n")
    out = _run("why", "E2", report).stdout.decode()
    assert "Lexicon entry toll.n.1" in out
    assert "told by      Doctors" in out


def test_why_shows_what_a_place_was_weighed_against(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Two men were hurt in Tripoli, Lebanon, on Sunday.")
    out = _run("why", "L1", report).stdout.decode()
    candidates = out[out.index("Candidates") : out.index("Parse")].splitlines()[1:]
    assert "LB" in candidates[0]  # the one taken comes first
    assert any("LY" in line for line in candidates)
    scores = [float(line.split()[0]) for line in candidates if line]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("args", "words", "code"),
    [
        (("read", "nothing-here.txt"), "nothing-here.txt", 1),  # an input that failed
        (("why", "E999", str(EXAMPLES / "port-strike.txt")), "no such line", 2),  # wrong use
        (("lexicon", "check", "no-such-folder"), "no such folder", 2),
        (("read",), "Missing argument", 2),
        (("read", "ftp://example.org/a.txt"), "Cannot read ftp://example.org/a.txt: it is no http(s) address", 1),
    ],
)
def test_errors_say_what_to_do(args: tuple[str, ...], words: str, code: int) -> None:
    done = _run(*args)
    errors = done.stderr.decode()
    assert words in errors
    assert "Traceback" not in errors
    assert done.returncode == code


def test_the_installation_checks_itself() -> None:
    done = _run("check")
    assert done.returncode == 0, done.stderr.decode()
    assert b"places" in done.stdout


def test_two_reports_with_one_id_are_both_printed(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    rows = [{"id": "a", "text": "Rebels shelled Homs."}, {"id": "a", "text": "The minister resigned."}]
    path.write_text("\n".join(map(json.dumps, rows)))
    done = _run("read", path)
    assert done.returncode == 0, done.stderr.decode()
    assert "“shelled”" in done.stdout.decode()
    assert "“resigned”" in done.stdout.decode()


def test_reports_stand_apart() -> None:
    """A blank line between two, none before the first."""
    report = EXAMPLES / "port-strike.txt"
    out = _run("read", report, report).stdout.decode()
    head = out.splitlines()[0]
    assert out.index(head) == 0
    assert f"\n\n{head}\n" in out


def test_a_report_of_which_nothing_is_read_says_so() -> None:
    out = _run("read", "-", stdin=b"The weather was fine in the valley on Sunday.").stdout.decode()
    assert "1 sentence\n" in out
    assert "No act, stand, promise or label is read in it." in out


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_reader_that_has_enough_is_no_error(form: tuple[str, ...]) -> None:
    """`onrecord read … | head -1`; what is printed is more than a pipe holds."""
    reports = [EXAMPLES / "korea-wikinews.txt"] * 30
    command = [sys.executable, "-m", "onrecord", "read", *map(str, (*form, *reports))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=120) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", [("--json",), ()])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told_without_a_traceback(unbuffered: str, form: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "onrecord", "read", *form, str(EXAMPLES / "port-strike.txt")]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    assert done.stderr.decode() == "Cannot go on: no space left on device. Mend that and run the command again.\n"
    assert done.returncode == 2

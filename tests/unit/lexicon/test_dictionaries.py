"""Old dictionaries as lexicon files: small ones of our own, line by line; what cannot be carried over is named."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowing import shipped_lexicon
from onrecord.errors import LexiconError
from onrecord.knowledge.actors import load_actors
from onrecord.lexicon.dictionaries import Import, import_dictionary, kind_of
from onrecord.lexicon.dictionaries.codes import dated_code
from onrecord.lexicon.dictionaries.lines import read_lines
from onrecord.lexicon.load import load_lexicon

if TYPE_CHECKING:
    from pathlib import Path

ACTORS = """\
# invented people and countries
ARLAND_  [ARL]   # a country
+ARLANDIC_
+KINGDOM_OF_ARLAND_
ANNA_VOSS_
+PRESIDENT_VOSS_
\t[ARLGOV 20010115-20060114]
\t[ARLELI >20060115]
\t[ARLOPP < 010114]
KORVAN_FRONT [ARLREB 970101 - 991231][ARLGOV 20000101-20021231]
HARBOUR_POST [ARLMEDXYZ]
"""

VERBS = """\
&TREATY
+ACCORD
+PEACE_PACT
--- PRAISE [051] ---
PRAISE
HAIL {HAILED HAILS HAILING}
+SPEAK_UP_FOR
- * &TREATY WITH + [057]             # PRAISE <note>
- * + FOR FAILURE [111]
- % * TALKS [040:040]
--- BACK [051] ---
BACK
+STAND_BY {+STANDS_BY +STOOD_BY +STANDING_BY}
- * {PEACE PLAN} [051]
- ENVOY (OF {JOINT COUNCIL}) * TALKS (IN) [:045]
"""


def _made(text: str, name: str, **options: Any) -> tuple[Import, dict[str, Any]]:
    made = import_dictionary(text, name, shipped_lexicon(), **options)
    return made, tomllib.loads(made.toml)


def test_names_keep_their_codes_with_their_days() -> None:
    """The base code, each dated one in file order, synonyms, and where the entry comes from."""
    made, tables = _made(ACTORS, "own.actors.txt")
    country, voss, front, post = tables["actor"]
    assert (country["name"], country["country"], country["aliases"]) == (
        "Arland",
        "ARL",
        ["Arlandic", "Kingdom of Arland"],
    )
    assert voss["type"] == "person"
    assert [(term.get("since"), term.get("until"), term["sectors"]) for term in voss["term"]] == [
        ("2001-01-15", "2006-01-14", ["GOV"]),
        ("2006-01-15", None, ["ELI"]),
        (None, "2001-01-14", ["OPP"]),
    ]
    assert [term["sectors"] for term in front["term"]] == [["REB"], ["GOV"]]
    assert post["sectors"] == ["JRN"]  # CAMEO's MED is the media
    assert post["origin"] == "own.actors.txt:11"
    assert made.entries == 4
    assert [(remark.line, "XYZ" in remark.because) for remark in made.remarks] == [(11, True)]


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        ("2000-06-01", ("OPP",)),  # up to a day
        ("2001-01-15", ("GOV",)),  # both ends of a range are inside
        ("2006-01-14", ("GOV",)),
        ("2010-01-01", ("ELI",)),  # from a day on
    ],
)
def test_imported_names_join_the_actor_base(tmp_path: Path, day: str, sectors: tuple[str, ...]) -> None:
    """A lexicon folder with the file gives the actors; the day of the report decides between codes."""
    (tmp_path / "own.toml").write_text(_made(ACTORS, "own.actors.txt")[0].toml, encoding="utf-8")
    actors = load_actors().joined_with(load_lexicon((tmp_path,)).entries("actor"))
    found = actors.find("President Voss", day)
    assert found is not None
    assert found.key == "own.actors.txt:5"
    assert actors.sectors_at(found, day) == sectors


def test_a_name_of_ones_own_is_not_shared_with_the_shipped_base() -> None:
    """Two actors of one name would be nobody; the user's counts."""
    base = load_actors()
    joined = base.joined_with([{"id": "own:1", "name": "Hezbollah", "country": "ARL", "sectors": ["REB"]}])
    found = joined.find("Hezbollah")
    assert found is not None
    assert found.key == "own:1"
    assert base.joined_with([]) is base


def test_an_actor_of_another_form_is_refused() -> None:
    """The error names the entry."""
    with pytest.raises(LexiconError, match=r"Cannot read actor own:2: .*Give name"):
        load_actors().joined_with([{"id": "own:2", "name": "Arland", "sectors": "GOV"}])


def test_agents_become_nouns() -> None:
    """Roles after `~`; irregular plurals and sets opened; what has no plural is a group."""
    text = "!PERSON! = MAN, MEN\nGUARDS!PERSON! [~MIL]\nMILITIA {} [~PRM]\nCHIEF_OF_STAFF {CHIEFS_OF_STAFF} [~MIL]\n"
    made, tables = _made(text + "RELIEF_AGENCY [NGO~]\nODD\nX!NONE! [~GOV]\n", "own.agents.txt")
    assert tables["map"]["person_noun"] == {
        "guardsman": "MIL", "guardsmen": "MIL", "chief of staff": "MIL", "chiefs of staff": "MIL",
    }  # fmt: skip
    assert tables["map"]["group_noun"] == {"militia": "PRM"}
    assert [remark.line for remark in made.remarks] == [5, 6, 7]


def _verb(lemma: str, line: int) -> dict[str, Any]:
    rows = _made(VERBS, "own.verbs.txt")[1]["event"]
    return next(row for row in rows if lemma in row["lemma"] and row["origin"].endswith(f":{line}"))


@pytest.mark.parametrize(
    ("lemma", "line", "fields"),
    [
        # the block's code, by the conversion table
        ("hail", 6, {"type": "SUPPORT", "cameo": "051"}),
        # particle and preposition of a verb in several words
        ("speak", 7, {"particle": "up", "needs": {"for": ["*"]}, "recipient": ["for", "obj/for"]}),
        # a synset is a class; the recipient after a preposition
        ("praise", 8, {"needs": {"obj": ["@imported_treaty"]}, "recipient": ["obj/with", "with"], "cameo": "057"}),
        # a word after a preposition
        ("praise", 9, {"type": "ACCUSE", "mode": "disapprove", "needs": {"for": ["failure"]}, "recipient": ["obj"]}),
        # both parties before the verb, the same code both ways
        ("praise", 10, {"reciprocal": True, "type": "CONSULT"}),
        # the last word of a braced phrase is its head
        ("back", 14, {"needs": {"obj": ["plan"], "obj/mod": ["peace"]}}),
        # only the second code: from what follows to what precedes
        ("back", 15, {"actor": ["in"], "recipient": ["subj"], "type": "CONSULT"}),
    ],
)
def test_patterns_become_paths(lemma: str, line: int, fields: dict[str, Any]) -> None:
    """Each kind of pattern, by the line it stands in."""
    row = _verb(lemma, line)
    assert {name: row.get(name) for name in fields} == fields


def test_irregular_forms_are_kept() -> None:
    """Regular forms are made by us, the others are told."""
    assert _made(VERBS, "own.verbs.txt")[1]["map"]["irregular_form"] == {"stood": "stand"}


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ("- $ WILL NOT * + [1211]", "tense, negation or reporting"),
        ("- * REPORT_ON + [---]", "null code"),
        ("- * + [1952]", "not in the conversion table"),
        ("- * + [010]", "no event for 010"),
        ("- * &NOWHERE + [051]", "not defined"),
        ("- ^ * + [051]", "skips an actor"),
        ("- * {PLAN | DEAL} [051]", "alternatives"),
        ("- * FORCES (AGAINST) [062:138]", "second event (138"),
        ("- + * BY $ [051]", "passive"),
        ("- * PLAN", "no code"),
        ("~ a (a b ATTACK) BOAST = a b 015", "transformation"),
        ("RE_+ENDORSE", "words before the verb"),
    ],
)
def test_what_cannot_be_carried_over_is_named(line: str, because: str) -> None:
    """Line number and reason; the other lines go on."""
    made, tables = _made(f"--- BACK [051] ---\nBACK\n{line}\n+STAND_BY\n", "own.verbs.txt")
    assert [(remark.line, remark.text) for remark in made.remarks] == [(3, line)]
    assert because in made.remarks[0].because
    assert {row["lemma"][0] for row in tables["event"]} >= {"back", "stand"}


def test_the_lexicon_takes_what_is_made(tmp_path: Path) -> None:
    """The files pass the checks of every lexicon file, classes and all."""
    (tmp_path / "own.toml").write_text(_made(VERBS, "own.verbs.txt")[0].toml, encoding="utf-8")
    lexicon = load_lexicon((tmp_path,))
    entry = lexicon.event_by_id["own.verbs.txt:8.praise"]
    assert entry.lemmas == ("praise", "hail")
    assert entry.needs[0].lemmas == {"accord"}


def test_stems_of_tabari_are_told() -> None:
    """TABARI's `KILL` matched "killing"; `;` begins its comments."""
    made, tables = _made("--- HAIL [051] ---\nCRITICIS ; a stem\nHAIL_\n", "own.verbs", tabari=True)
    assert [remark.line for remark in made.remarks] == [2]
    assert [row["lemma"] for row in tables["event"]] == [["criticis"], ["hail"]]


@pytest.mark.parametrize(
    ("bracket", "fields"),
    [
        ("ARLGOV 300101-301231", ("2030-01-01", "2030-12-31", "")),  # the pivot: 30 is this century's
        ("ARLGOV 310101-311231", ("1931-01-01", "1931-12-31", "")),
        ("ARLGOV 20010231-20011231", (None, None, "20010231-20011231")),  # no such day
        ("ARLGOV >2001011", (None, None, ">2001011")),  # seven digits are no date
    ],
)
def test_dates(bracket: str, fields: tuple[str | None, str | None, str]) -> None:
    """Two-digit years turn at 30; what is no day is kept as it stands."""
    code = dated_code(bracket)
    assert (code.since, code.until, code.fault) == fields


def test_comments() -> None:
    """`#` wherever it stands, `<!-- -->` in a line and over several."""
    text = "A_ [ARL] # x\n<!-- one\ntwo -->\nB<!-- x -->_ [BRE]\n  # only\n<! old\n"
    assert [(line.number, line.text.strip()) for line in read_lines(text)] == [(1, "A_ [ARL]"), (4, "B_ [BRE]")]


def test_the_name_tells_the_kind() -> None:
    """Names as they were shipped; another name asks for the option."""
    assert [kind_of(name) for name in ("P.Countries.actors.txt", "P.agents.txt", "CAMEO.2.0.txt")] == [
        "actors", "agents", "verbs",
    ]  # fmt: skip
    with pytest.raises(LexiconError, match="Give --kind"):
        kind_of("list.txt")


@given(st.text(alphabet="AB_+-*$%&{}()[]~:# 01\n\t<>!=|^", max_size=80), st.sampled_from(["actors", "agents", "verbs"]))
def test_no_line_stops_the_import(text: str, kind: Any) -> None:
    """Whatever stands in a file, the result is TOML and each remark names a line of it."""
    made, _ = _made(text, "own.txt", kind=kind)
    assert all(1 <= remark.line <= len(text.splitlines()) for remark in made.remarks)

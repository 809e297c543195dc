"""Reading the lexicon: what is accepted, what is refused and with which words."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import pytest
import tomli

from knowing import shipped_lexicon
from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_lexicon, refuse_lists_twice
from onrecord.lexicon.steps import STEPS, no_step
from onrecord.stages.events.paths import _STEPS

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """
[[event]]
id = "frobnicate.v.1"
lemma = ["frobnicate", "frobnicise"]
pos = "VERB"
type = "ASSAULT"
mode = "aerial"
needs = { obj = ["@gadget", "Town"] }
examples = ["A{Jets} T{frobnicated} R{a town}."]

[class.gadget]
lemmas = ["widget"]
"""


def _folder(path: Path, text: str) -> Path:
    path.mkdir(exist_ok=True)
    (path / "own.toml").write_text(text, encoding="utf-8")
    return path


def test_a_folder_of_ones_own_is_read_after_the_shipped_one(tmp_path: Path) -> None:
    """Entries are found by every spelling, classes are filled in, defaults stand where nothing is said."""
    lexicon = load_lexicon((_folder(tmp_path, ENTRY),))
    (entry,) = lexicon.events["frobnicise"]
    assert entry is lexicon.events["frobnicate"][0]
    assert entry.needs[0].lemmas == {"widget", "town"}
    assert entry.actor == (("subj",),)
    assert entry.recipient == (("obj",),)


def test_the_version_tells_of_the_content(tmp_path: Path) -> None:
    """The same files give the same version, one more word another."""
    first = load_lexicon((_folder(tmp_path, ENTRY),)).version
    assert load_lexicon((tmp_path,)).version == first
    assert load_lexicon((_folder(tmp_path, ENTRY + "\n[list.extra]\nwords = ['x']"),)).version != first


def test_an_own_entry_replaces_the_shipped_one_with_its_id(tmp_path: Path) -> None:
    """The user's word counts."""
    shipped = shipped_lexicon().event_entries[0]
    text = f'[[event]]\nid = "{shipped.id}"\nlemma = "zorble"\npos = "VERB"\ntype = "AID"\n'
    lexicon = load_lexicon((_folder(tmp_path, text),))
    assert lexicon.event_by_id[shipped.id].lemmas == ("zorble",)
    assert len(lexicon.event_entries) == len(shipped_lexicon().event_entries)


def test_the_most_specific_entry_stands_first(tmp_path: Path) -> None:
    """An entry that asks for more is tried before one that asks for nothing."""
    plain = '[[event]]\nid = "frobnicate.v.2"\nlemma = "frobnicate"\npos = "VERB"\ntype = "AID"\n'
    lexicon = load_lexicon((_folder(tmp_path, plain + ENTRY),))
    assert [entry.id for entry in lexicon.events["frobnicate"]] == ["frobnicate.v.1", "frobnicate.v.2"]


def test_of_equals_the_users_own_entry_stands_first(tmp_path: Path) -> None:
    """Whoever adds a word that we have too wants theirs to count."""
    shipped = next(entry for entry in shipped_lexicon().event_entries if not entry.needs and not entry.particle)
    own = f'[[event]]\nid = "zorble.v.1"\nlemma = "{shipped.lemmas[0]}"\npos = "{shipped.pos}"\ntype = "AID"\n'
    found = load_lexicon((_folder(tmp_path, own),)).events[shipped.lemmas[0]]
    alike = [entry.id for entry in found if entry.weight == shipped.weight]
    assert alike[0] == "zorble.v.1"


FAULTS = [
    ('type = "ASSAULT"', 'type = "WAR"', "`WAR` is no PLOVER type"),
    ('mode = "aerial"', 'mode = "demo"', "ASSAULT has no mode `demo`"),
    ('mode = "aerial"', 'recalls = ["ASSAULT/demo"]', "`ASSAULT/demo` in `recalls` is no act"),
    ('mode = "aerial"', 'recalls = ["ASSAULT@demo"]', "`ASSAULT@demo` in `recalls` is no act"),
    ('pos = "VERB"', 'pos = "ADVERB"', "`pos` is `ADVERB`"),
    ('pos = "VERB"', 'pos = "VERB"\ncameo = "999"', "`999` is no CAMEO code"),
    ('pos = "VERB"', 'pos = "VERB"\ncontexts = ["gardening"]', "`gardening` is no PLOVER context"),
    ('pos = "VERB"', 'pos = "VERB"\ntarget = "x"', "`target` is no field"),
    ('pos = "VERB"', 'pos = "VERB"\nobject = "party"\nrecipient = []', "`recipient` names no path"),
    ('pos = "VERB"', 'pos = "VERB"\nactor = ["subj", "obl:agent"]', "`obl:agent` in `actor` is no step of a path"),
    ('pos = "VERB"', 'pos = "VERB"\nrecipient = ["obj/conj"]', "`conj` in `recipient` is no step of a path"),
    ('pos = "VERB"', 'pos = "VERB"\nbars = { voice = ["*"] }', "`voice` in `bars` is no step of a path"),
    ('pos = "VERB"', 'pos = "VERB"\ninner = ["xcomp/"]', "`` in `inner` is no step of a path"),
    ("@gadget", "@gizmo", "there is no class `@gizmo`"),
    ('["frobnicate", "frobnicise"]', "[]", "`lemma` must hold"),
    ('id = "frobnicate.v.1"', "", "`id` is missing"),
]


@pytest.mark.parametrize(("old", "new", "because"), FAULTS)
def test_a_faulty_entry_is_named_with_file_and_cure(tmp_path: Path, old: str, new: str, because: str) -> None:
    """Cannot X: Y. Do Z."""
    with pytest.raises(LexiconError) as caught:
        load_lexicon((_folder(tmp_path, ENTRY.replace(old, new)),))
    message = str(caught.value)
    assert because in message
    assert "own.toml" in message
    assert caught.value.do


def test_a_preposition_is_a_step() -> None:
    """Of one word or of several; and the steps that the format knows are those that are walked."""
    assert no_step("obj/in_front_of/poss", frozenset()) is None
    assert set(_STEPS) == STEPS


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    """Two entries of one folder may not share an id."""
    with pytest.raises(LexiconError, match=r"stands in own\.toml already"):
        load_lexicon((_folder(tmp_path, ENTRY + ENTRY.partition("[class")[0]),))


def test_a_broken_file_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    """Neither is passed over in silence."""
    with pytest.raises(LexiconError, match="it is no TOML"):
        load_lexicon((_folder(tmp_path, "[[event]"),))
    with pytest.raises(LexiconError, match="there is no such folder"):
        load_lexicon((tmp_path / "absent",))


def test_words_lists_and_maps(tmp_path: Path) -> None:
    """The three short forms, as stages ask for them."""
    text = '[[cue]]\nlemma = "Say"\nweight = 2\n[list.days]\nwords = ["sunday"]\n[map.months]\nmay = 5\n'
    lexicon = load_lexicon((_folder(tmp_path, text),))
    assert lexicon.words("cue")["say"]["weight"] == 2
    assert [entry["lemma"] for entry in lexicon.entries("cue")] == ["Say"]
    assert lexicon.list("days") == {"sunday"}
    assert lexicon.map("months") == {"may": 5}
    assert lexicon.list("no such list") == frozenset()


def test_every_shipped_event_entry_has_an_example() -> None:
    """An entry without an example is tested by nothing; one that only keeps others off shows where."""
    without = [entry for entry in shipped_lexicon().event_entries if not entry.examples]
    assert [e.id for e in without if e.tells or not any("T{" in text for text in e.not_examples)] == []


def test_plover_scores_a_mode_where_it_has_one() -> None:
    """A visit scores higher than talks; a mode without a score takes the type's."""
    plover = shipped_lexicon().plover
    assert plover.score("CONSULT", None) == 2.5
    assert plover.score("CONSULT", "visit") == 4.0
    assert plover.score("PROTEST", "vandalize") == plover.score("PROTEST", None)


def test_a_list_stands_in_one_file_of_a_folder(tmp_path: Path) -> None:
    """Lists of one name are put together, so that a name used twice would give each the words of both."""
    refuse_lists_twice(_folder(tmp_path, '[list.town]\nwords = ["mill"]\n'))
    (tmp_path / "more.toml").write_text('[list.town]\nwords = ["quay"]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"\[list\.town\] in own\.toml: the list stands in more\.toml already"):
        refuse_lists_twice(tmp_path)


def test_a_list_stands_in_one_shipped_file() -> None:
    refuse_lists_twice()


def test_a_word_stands_once_in_a_list() -> None:
    """So a list can be read; and of what public life is about no word is what firms and families plan as well."""
    lists: dict[str, list[str]] = {}
    for file in resources.files("onrecord.lexicon").joinpath("data", "en").iterdir():
        for name, table in tomli.loads(file.read_text(encoding="utf-8")).get("list", {}).items():
            lists[name] = table.get("words", [])
    assert {name: words for name, words in lists.items() if len(words) != len(set(words))} == {}
    assert set(lists["public_matter"]) & {*lists["trade_matter"], *lists["trifle"], *lists["proposal"]} == set()

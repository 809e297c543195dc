"""Read the lexicon: every word we know, from TOML files, into one frozen value.

A file may hold table arrays (``[[speech_cue]]``), word lists (``[list.weekday]``), mappings (``[map.month]``) and
classes of lemmas (``[class.attack]``). Files are read in the order of their names; folders of the user's own come after
the shipped one, and an entry there with the id of a shipped one replaces it.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec
import tomli

from onrecord.errors import LexiconError
from onrecord.lexicon.entries import EventEntry, Plover, event_entry
from onrecord.lexicon.forms import form_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

_CLAUSE_STEPS = frozenset({"xcomp", "ccomp", "advcl", "acl", "light"})
_FUNCTION_STEPS = frozenset({"aux", "mark", "cop", "case", "det"})
# Entries of words that are no verbs, though some look like forms of one ("feared", "provided").
_NO_VERBS = frozenset({"noun_modifier", "hedge", "subordinator", "modal", "condition_phrase"})
_GROUPS = ("list", "map", "class")
_NOTHING: frozenset[str] = frozenset()


class Lexicon:
    """All words and frames, frozen. Compare and hash it by identity.

    Attributes:
        version: a hash of everything read.
        plover: PLOVER's tables.
        classes: lemmas by the name of their class.
        events: event entries by lemma; those of one lemma stand with the most specific first, then in file order.
    """

    def __init__(self, tables: _Tables, plover: Plover, version: str) -> None:
        self.version = version
        self.plover = plover
        self.classes: Mapping[str, frozenset[str]] = MappingProxyType(tables.classes)
        self._entries = {kind: tuple(row for row, _ in rows) for kind, rows in tables.entries.items()}
        self._lists = {name: frozenset(words) for name, words in tables.lists.items()}
        self._maps = {name: MappingProxyType(pairs) for name, pairs in tables.maps.items()}
        self._words: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        self._by_pos: dict[str, Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]] = {}
        self._together: dict[tuple[str, ...], frozenset[str]] = {}
        self._own = frozenset(tables.own)
        self.event_entries = tuple(
            event_entry(raw, file, tables.classes, plover) for raw, file in tables.entries.get("event", ())
        )

    def entries(self, kind: str) -> tuple[Mapping[str, Any], ...]:
        """The `[[kind]]` entries, in the order of the files."""
        return self._entries.get(kind, ())

    def words(self, kind: str) -> Mapping[str, Mapping[str, Any]]:
        """The `[[kind]]` entries by lemma (lower case); of two with one lemma the later counts."""
        if kind not in self._words:
            self._words[kind] = MappingProxyType(
                {lemma.lower(): entry for entry in self.entries(kind) for lemma in _lemmas(entry)}
            )
        return self._words[kind]

    def by_pos(self, kind: str) -> Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]:
        """The `[[kind]]` entries by lemma and part of speech, in the order of the files."""
        if kind not in self._by_pos:
            index: dict[tuple[str, str], tuple[Mapping[str, Any], ...]] = {}
            for entry in self.entries(kind):
                for lemma in _lemmas(entry):
                    key = (lemma, str(entry["pos"]))
                    index[key] = (*index.get(key, ()), entry)
            self._by_pos[kind] = MappingProxyType(index)
        return self._by_pos[kind]

    def list(self, name: str) -> frozenset[str]:
        """The words of `[list.name]`."""
        return self._lists.get(name, _NOTHING)

    def map(self, name: str) -> Mapping[str, Any]:
        """The pairs of `[map.name]`."""
        return self._maps.get(name, MappingProxyType({}))

    def sets(self, name: str) -> dict[str, frozenset[str]]:
        """The pairs of `[map.name]` whose values are several words."""
        return {key: frozenset(words.split()) for key, words in self.map(name).items()}

    def together(self, *names: str) -> frozenset[str]:
        """The words of all these lists and those that these maps have pairs for, put together once."""
        if names not in self._together:
            parts = [part for name in names for part in (self.list(name), self.map(name))]
            self._together[names] = frozenset().union(*parts)
        return self._together[names]

    def form_table(self, lemmas: Iterable[str]) -> dict[str, str]:
        """The forms of these words with their lemma, the irregular ones among them."""
        return form_table(lemmas, {str(form): str(lemma) for form, lemma in self.map("irregular_form").items()})

    def lemmas(self, pos: str) -> frozenset[str]:
        """Single words that stand as verbs ("VERB") or nouns ("NOUN") in any entry, class or condition."""
        found = {
            lemma.lower()
            for kind, rows in self._entries.items()
            for row in rows
            if kind not in _NO_VERBS and row.get("pos", "VERB") == pos
            for lemma in _lemmas(row)
        }
        for entry in self.event_entries:
            for condition in (*entry.needs, *entry.bars):
                if condition.path[-1] in _FUNCTION_STEPS:
                    continue
                if (condition.path[-1] in _CLAUSE_STEPS) == (pos == "VERB"):
                    found |= condition.lemmas
        if pos == "NOUN":
            found |= {lemma for lemmas in self.classes.values() for lemma in lemmas}
        return frozenset(lemma for lemma in found if lemma.isalpha())

    def __contains__(self, word: object) -> bool:
        """Whether a single word, in small letters, is a form of one that stands anywhere; worked out when asked."""
        return word in self.forms

    @cached_property
    def forms(self) -> frozenset[str]:
        """Single words in all their forms, in small letters: those of entries, classes, lists and mappings."""
        lemmas = {lemma for lemma in self.lemmas("VERB") | self.lemmas("NOUN") if "'" not in lemma}
        others = {word.lower() for group in (self._lists, self._maps) for words in group.values() for word in words}
        return frozenset({*self.form_table(lemmas), *(word for word in lemmas | others if word.isalpha())})

    @cached_property
    def act_nouns(self) -> frozenset[str]:
        """Nouns that tell of an act by themselves: those of the event entries."""
        return frozenset(
            lemma for entry in self.event_entries if entry.pos == "NOUN" and entry.tells for lemma in entry.lemmas
        )

    @cached_property
    def events(self) -> Mapping[str, tuple[EventEntry, ...]]:
        """Event entries by lemma, the most specific first; of equals the user's own before the shipped ones."""
        by_lemma: dict[str, list[EventEntry]] = {}
        for entry in self.event_entries:
            for lemma in entry.lemmas:
                by_lemma.setdefault(lemma, []).append(entry)
        return MappingProxyType({lemma: tuple(sorted(found, key=self._rank)) for lemma, found in by_lemma.items()})

    def _rank(self, entry: EventEntry) -> tuple[float, bool]:
        return -entry.weight, entry.id not in self._own

    @cached_property
    def event_by_id(self) -> Mapping[str, EventEntry]:
        """Event entries by id."""
        return MappingProxyType({entry.id: entry for entry in self.event_entries})


def _lemmas(entry: Mapping[str, Any]) -> Iterable[str]:
    lemma = entry.get("lemma", ())
    return (lemma,) if isinstance(lemma, str) else lemma


class _Tables:
    """What the files hold, before it is frozen."""

    def __init__(self) -> None:
        self.entries: dict[str, list[tuple[dict[str, Any], str]]] = {}
        self.lists: dict[str, set[str]] = {}
        self.maps: dict[str, dict[str, Any]] = {}
        self.classes: dict[str, frozenset[str]] = {}
        self.own: set[str] = set()  # ids of entries from the user's folders
        self._folders = 0

    def add_folder(self, files: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Add one folder's files; an id may be given once in a folder, and replaces that of an earlier one."""
        places: dict[str, str] = {}
        self._folders += 1
        earlier = {row["id"]: (kind, at) for kind, rows in self.entries.items() for at, (row, _) in enumerate(rows)
                   if "id" in row}  # fmt: skip
        for name, tables in files:
            for kind, value in tables.items():
                if kind in _GROUPS:
                    self._add_group(kind, value, name)
                else:
                    self._add_entries(kind, value, name, places, earlier)

    def _add_entries(
        self,
        kind: str,
        rows: Any,  # noqa: ANN401 - TOML values
        name: str,
        places: dict[str, str],
        earlier: Mapping[str, tuple[str, int]],
    ) -> None:
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise LexiconError(f"read {name}", f"`{kind}` is not a table array", f"Write entries as [[{kind}]]")
        kept = self.entries.setdefault(kind, [])
        for row in rows:
            key = row.get("id")
            if key in places:
                raise LexiconError(
                    f"read entry {key} in {name}", f"the id stands in {places[key]} already", "Count its number up"
                )
            if key is not None:
                places[key] = name
                if self._folders > 1:
                    self.own.add(key)
            if key in earlier and earlier[key][0] == kind:
                kept[earlier[key][1]] = (row, name)
            else:
                kept.append((row, name))

    def _add_group(self, group: str, tables: Any, name: str) -> None:  # noqa: ANN401 - TOML values
        for key, table in tables.items():
            if group == "map":
                self.maps.setdefault(key, {}).update(table)
                continue
            field = "words" if group == "list" else "lemmas"
            words = table.get(field) if isinstance(table, dict) else None
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise LexiconError(
                    f"read [{group}.{key}] in {name}", f"it has no `{field}`", f'Write {field} = ["...", "..."]'
                )
            if group == "list":
                self.lists.setdefault(key, set()).update(words)
            else:
                self.classes[key] = self.classes.get(key, frozenset()) | {word.lower() for word in words}


def load_lexicon(folders: tuple[Path, ...] = ()) -> Lexicon:
    """Read the shipped English lexicon and then the user's own folders.

    Args:
        folders: folders with TOML files in the format of the shipped ones.

    Raises:
        LexiconError: a file is no TOML, or an entry does not hold what the format asks for.
    """
    digest = hashlib.sha256()
    data = resources.files("onrecord.lexicon").joinpath("data")
    plover_text = data.joinpath("plover.toml").read_bytes()
    digest.update(plover_text)
    tables = _Tables()
    for folder in (data.joinpath("en"), *folders):
        tables.add_folder(_read_folder(folder, digest))
    plover = msgspec.convert(tomli.loads(plover_text.decode("utf-8")), Plover)
    return Lexicon(tables, plover, digest.hexdigest()[:12])


def refuse_lists_twice(folder: Path | None = None) -> None:
    """Refuse a list of one name in two files of a folder, the shipped one if left out: each would have both's words.

    A folder of the user's own adds to the shipped lists; that is what it is for.

    Raises:
        LexiconError: a list stands in two files.
    """
    where: dict[str, str] = {}
    shipped = resources.files("onrecord.lexicon").joinpath("data", "en")
    for name, tables in _read_folder(folder or shipped, hashlib.sha256()):
        for key in tables.get("list", {}):
            if key in where:
                because = f"the list stands in {where[key]} already"
                raise LexiconError(f"read [list.{key}] in {name}", because, "Name it otherwise, or keep one of the two")
            where[key] = name


def load_shipped_map(file: str, name: str) -> Mapping[str, Any]:
    """The pairs of `[map.name]` in one shipped file, for what needs no more than these: the whole takes a second."""
    tables = _Tables()
    path = resources.files("onrecord.lexicon").joinpath("data", "en", file)
    tables.add_folder([(file, _read_file(path, hashlib.sha256()))])
    return MappingProxyType(tables.maps[name])


def load_shipped_list(file: str, name: str) -> frozenset[str]:
    """The words of `[list.name]` in one shipped file."""
    path = resources.files("onrecord.lexicon").joinpath("data", "en", file)
    return frozenset(_read_file(path, hashlib.sha256())["list"][name]["words"])


def _read_folder(folder: Traversable, digest: hashlib._Hash) -> list[tuple[str, dict[str, Any]]]:
    if not folder.is_dir():
        raise LexiconError(f"read lexicon folder {folder}", "there is no such folder", "Give a folder of TOML files")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return [(file.name, _read_file(file, digest)) for file in files]


def _read_file(file: Traversable, digest: hashlib._Hash) -> dict[str, Any]:
    content = file.read_bytes()
    digest.update(file.name.encode() + b"\0" + content)
    try:
        return tomli.loads(content.decode("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"read {file.name}", f"it is no TOML ({error})", "Mend the place named") from error

"""Which entity a name belongs to: by key, by form, by acronym, by surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.names import sound_alike
from onrecord.stages.coreference.families import is_kin, one_of_a_name
from onrecord.stages.coreference.letters import acronyms_of, ends_of, is_half_letters, is_of_parent, letters_of

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_MIN_SHORT_NAME = 5
_OF = frozenset({"of", "for", "on"})
_MIN_LETTERS = 3
_FIRM = "BUS"
_MARKS = "\"“”'‘’()"
_NONE: frozenset[str] = frozenset()


class NameIndex:
    """Named clusters by the forms of their names; every look-up takes constant time."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._keys: dict[str, Cluster] = {}
        self._forms: dict[tuple[str, str], Cluster] = {}
        self._initials: dict[tuple[str, str], Cluster] = {}
        self._surnames: dict[str, list[Cluster]] = {}
        self._given: dict[str, list[Cluster]] = {}
        self._prefixes: dict[str, list[Cluster]] = {}
        self._endings: dict[str, list[Cluster]] = {}

    def find(self, k: int) -> Cluster | None:
        """The cluster that the name `k` belongs to, or None where it is new or where it may be more than one's."""
        mention, form = self._book.mentions[k], self._book.folded[k]
        for key in self._exact_keys(k):
            if key in self._keys:
                return self._keys[key]
        kind = _kind(mention.type)
        known = self._forms.get((form, kind))
        if mention.type == "group" or (known is not None and self._is_alike(k, known)):
            return known or self._by_plural(f"{form}s")
        if mention.type == "person":
            return self._by_surname(k, form)
        short = mention.text.replace(".", "").removeprefix("the ").removeprefix("The ")
        letters = letters_of(short)
        if letters:
            return self._by_letters(k, letters, kind)
        core = (self._by_core(form) or self._by_half_letters(short)) if kind == "body" else None
        if core is not None and None in {core.actor, mention.actor}:
            return core
        found = self._by_beginning(k, form) or self._by_ending(k, form) if kind == "body" else None
        other = mention.actor and found is not None and found.actor != mention.actor
        return None if other else found  # "the Security Council" is no "National Security Council"

    def add(self, k: int, cluster: Cluster) -> None:
        """Remember the forms of name `k` for its cluster."""
        mention, form = self._book.mentions[k], self._book.folded[k]
        for key in self._exact_keys(k):
            self._keys.setdefault(key, cluster)
        self._forms.setdefault((form, _kind(mention.type)), cluster)
        if mention.type == "group":
            self._forms.setdefault((f"{form}s", "group"), cluster)
        words = self._plain(form)
        if mention.type == "person" and words:
            _append(self._surnames, words[-1], cluster)
            for given in self._given_names(words) if len(words) > 1 else ():
                _append(self._given, given, cluster)
        elif _kind(mention.type) in {"body", "place"} and len(words) > 1:
            for short in acronyms_of(mention.text.replace("-", " ").split(), self._book.words.legal_form):
                self._initials.setdefault((short, _kind(mention.type)), cluster)
        if _kind(mention.type) == "body" and len(words) > 1:
            _append(self._prefixes, words[0], cluster)
            for last in ends_of(words):
                _append(self._endings, last, cluster)
            self._forms.setdefault((self._matter(words), "body"), cluster)

    def add_key(self, key: str, cluster: Cluster) -> None:
        """Remember the key of an actor or a country for a cluster that a noun phrase found ("the Kremlin's army")."""
        self._keys.setdefault(key, cluster)

    def by_key(self, key: str) -> Cluster | None:
        """The cluster of an actor of the actor base, or of a country ("country:KEN")."""
        return self._keys.get(key)

    def _by_letters(self, k: int, letters: str, kind: str) -> Cluster | None:
        """The body or place whose name has these initials, or the one whose longer name ends in the letters."""
        found = self._initials.get((letters, kind))
        if found is None and len(letters) >= _MIN_LETTERS:
            found = self._initials.get((letters, "place" if kind == "body" else "body"))
        if found is not None or kind != "body":
            return found
        ending = self._endings.get(letters.casefold(), ())
        fitting = [one for one in ending if any(name.split()[-1:] == [letters.casefold()] for name in one.names)]
        return fitting[0] if len(fitting) == 1 and not self._does_other_work(k, fitting[0]) else None

    def _by_half_letters(self, short: str) -> Cluster | None:
        """The body whose name has the last words in letters: "Kilgore ISD"."""
        first = self._prefixes.get(short.partition(" ")[0].casefold(), ())
        return next((one for one in first if any(is_half_letters(short, name) for name in one.names)), None)

    def _exact_keys(self, k: int) -> list[str]:
        """Keys under which all forms of a name are one: its actor's, country's, region's or people's."""
        mention = self._book.mentions[k]
        keys = [mention.actor] if mention.actor else []
        if mention.type == "place":
            countries = self._book.actors.countries
            code = countries.by_name(mention.text) or countries.by_state_adjective(mention.text)
            if code is None and countries.begins_name(mention.text, mention.country):
                code = mention.country  # "North and South Korea"
            keys += [f"country:{code}"] if code else []
            region = countries.region_of(mention.text) if code is None else None
            keys += [f"region:{region}"] if region else []
        if mention.type == "group" and self._book.actors.countries.nationality(mention.text) == mention.country:
            keys += [f"people:{mention.country}"] if mention.country else []  # "Malians"
        return keys

    def _by_surname(self, k: int, form: str) -> Cluster | None:
        """The one person with this family name whose given name and title ("Mr", "Mrs") do not gainsay it."""
        words, gender = self._plain(form), self._book.gender(k)
        if not words:
            return None
        fitting = [cluster for cluster in self._surnames.get(words[-1], ())
                   if self._given_names_agree(words, cluster)
                   and not any(is_of_parent(form, name, self._book.words.named_for_child) for name in cluster.names)
                   and (gender is None or cluster.gender in {None, gender})]  # fmt: skip
        if len(words) > 1 and not all(
            len(cluster.names) > 1 or " " in next(iter(cluster.names)) for cluster in fitting
        ):
            kin = [one for one in self._by_given_name(words[0], gender) if is_kin(self._book, one)]
            fitting = kin or fitting  # "Frost's wife, Joyce, … Joyce Frost" is not Frost
        if not fitting:  # "Moon" for "Moon Jae-in", and "Joyce Frost" for "Joyce"
            fitting = self._given.get(words[0], []) if len(words) == 1 else self._by_given_name(words[0], gender)
        if len(fitting) > 1 and len(words) == 1:
            return one_of_a_name(self._book, k, fitting)
        return fitting[0] if len(fitting) == 1 else None

    def _is_alike(self, k: int, known: Cluster) -> bool:
        """Whether no title gainsays that the name alone is of the one who has gone by it: "Mrs Lee" is not Mr Lee."""
        gender = self._book.gender(k) if " " not in self._book.folded[k] else None
        return gender is None or known.gender in {None, gender}

    def _by_given_name(self, given: str, gender: str | None) -> list[Cluster]:
        """Who has been called by this given name alone: "his wife, Elena, … Elena Prado"."""
        known = self._book.words.given_names
        called = [one for one in self._surnames.get(given, ()) if given in known or is_kin(self._book, one)]
        alone = [one for one in called if list(one.names) == [given] and not self._is_in_a_name(one)]
        return [one for one in alone if gender is None or one.gender in {None, gender}]

    def _is_in_a_name(self, cluster: Cluster) -> bool:
        """Whether the name stands behind another, as whose part: "told Morning Joe", "St. Paul"."""
        first, tokens = self._book.spans[cluster.mentions[0]][0], self._book.tokens
        return first > 0 and not tokens[first].is_sent_start and tokens[first - 1].pos_ == "PROPN"

    def _by_plural(self, people: str) -> Cluster | None:
        """The people or party that goes by the plural of the adjective: "Republicans" for "Republican"."""
        actors = self._book.actors.by_alias(people)
        known = [self._keys[actor.key] for actor in actors if actor.key in self._keys]
        return self._forms.get((people, "group")) or (known[0] if known else None)

    def _by_ending(self, k: int, form: str) -> Cluster | None:
        """The one body whose longer name ends so ("Home Office" for "British Home Office", "the Globe")."""
        words = self._plain(form)
        if len(words) < 2 and not self._is_plural_name(form) and not self._has_article(k):
            return None
        fitting = [cluster for cluster in self._endings.get(words[-1], ())
                   if any(self._ends_so(name, words) for name in cluster.names)
                   and not self._does_other_work(k, cluster)]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _ends_so(self, name: str, words: list[str]) -> bool:
        """Whether a name ends in the words, or in the word for a body before what it is for: "the Corps" of engineers.

        What is of another body ("the editorial board of the Herald") does not go by its name.
        """
        longer = self._plain(name)
        of = next((at for at, word in enumerate(longer) if word in _OF), None)
        if of is None or len(words) > 1:
            return longer[-len(words) :] == words
        return longer[of - 1] == words[0]

    def _has_article(self, k: int) -> bool:
        """Whether the word stands behind "the": "the Corps" for "Africa Corps"."""
        text = self._book.mentions[k].text.lower()
        return text.startswith("the ") or text in self._book.words.organization_head  # "League fighters"

    def _does_other_work(self, k: int, cluster: Cluster) -> bool:
        """Whether it is known to be of another kind: "the House" is no "White House"."""
        one, other = set(self._book.mentions[k].sectors), set(cluster.sectors)
        any_work = self._book.folded[k] in self._book.words.departments
        return not any_work and bool(one) and bool(other) and one.isdisjoint(other)

    def _matter(self, words: list[str]) -> str:
        """What a department is for, by which it goes too: "justice" of the "Justice Department"; else its name."""
        if words[-1] in self._book.words.departments:
            return " ".join(words[:-1])
        led = words[0] in self._book.words.departments and len(words) > 2 and words[1] in _OF
        return " ".join(word for word in words[2:] if word != "the") if led else " ".join(words)

    def _is_plural_name(self, form: str) -> bool:
        """Whether one word may stand for a body whose name it ends: "the Tigers", but not "the Forces"."""
        return form.endswith("s") and len(form) >= _MIN_SHORT_NAME and form not in self._book.words.organization_head

    def _by_core(self, form: str) -> Cluster | None:
        """The body that goes by the name without its form by law: "Tarvex Inc.", behind "Tarvex"."""
        words, known = form.casefold().split(), self._book.words
        while len(words) > 1 and words[-1] in known.legal_form:
            words = words[:-1]
        return self._forms.get((" ".join(words), "body"))

    def _by_beginning(self, k: int, form: str) -> Cluster | None:
        """The one body whose name begins with this shorter one ("Ahrar al-Sham" for "Ahrar al-Sham Movement").

        A firm's may be any word ("Harbour" for "Harbour Bank").
        """
        words, countries = self._plain(form), self._book.actors.countries
        firm = _FIRM in self._book.mentions[k].sectors
        least = _MIN_LETTERS if firm else _MIN_SHORT_NAME
        if not words or len(form) < least or countries.nationality(words[0]) is not None:
            return None
        if countries.by_name(form) or (words[-1] in self._book.words.nouns and not firm):
            return None
        fitting = [cluster for cluster in self._prefixes.get(words[0], ())
                   if any(self._plain(name)[: len(words)] == words for name in cluster.names)]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _given_names_agree(self, words: list[str], cluster: Cluster) -> bool:
        """Whether no name of the person gainsays this one of the same family name."""
        others = [(name, self._plain(name)) for name in cluster.names]
        same = [(name, other) for name, other in others if other and other[-1] == words[-1]]
        return bool(same) and all(self._agree(words, name, other) for name, other in same)

    def _agree(self, words: list[str], name: str, other: list[str]) -> bool:
        """A bare family name agrees with all; two given names if spelled alike or one is the other's initial."""
        if len(words) == 1 or len(other) == 1:
            return True
        first, second = words[0], other[0]
        if first in self._book.words.given_particle and f" {first} {words[-1]}" in name:
            return True  # "Ben Ali" is "Zine el-Abidine Ben Ali"
        if min(len(first), len(second)) == 1:
            return first[0] == second[0]
        if second in self._short_for(first) or first in self._short_for(second):
            return True
        return first == second or sound_alike(first, second) or self._is_misprinted(first, second)

    def _short_for(self, given: str) -> frozenset[str]:
        return self._book.words.short_given.get(given, _NONE)

    def _given_names(self, words: list[str]) -> list[str]:
        """By what somebody may go who is called so: "Tony" of 'Anthony "Tony" Ruiz', "Mike" of "Michael Ruiz"."""
        nicknames = [bare for word in words[1:-1] if (bare := word.strip(_MARKS)) != word]
        return [words[0], *self._short_for(words[0]), *nicknames]

    def _is_misprinted(self, one: str, other: str) -> bool:
        """Whether one given name is the other with a letter wrong inside, and only one of them is known as a name."""
        known = self._book.words.given_names
        if len(one) != len(other) or len(one) < _MIN_SHORT_NAME or (one in known) == (other in known):
            return False
        wrong = [at for at, (letter, printed) in enumerate(zip(one, other, strict=True)) if letter != printed]
        return len(wrong) == 1 and 0 < wrong[0] < len(one) - 1

    def _plain(self, form: str) -> list[str]:
        """The words of a name without particles; a first one that is a given name too stays ("Ben Chan", "Al Gore")."""
        known, words = self._book.words, form.casefold().split()
        if len(words) > 1 and words[-1] in known.name_suffix:
            words = words[:-1]  # "Galvez Jr."
        own = len(words) > 1 and words[0] in known.given_particle
        return [word for at, word in enumerate(words) if word not in known.name_particle or (own and at == 0)]


def _kind(entity_type: str) -> str:
    return "body" if entity_type in {"organization", "other"} else entity_type


def _append(table: dict[str, list[Cluster]], key: str, cluster: Cluster) -> None:
    found = table.setdefault(key, [])
    if cluster not in found:
        found.append(cluster)

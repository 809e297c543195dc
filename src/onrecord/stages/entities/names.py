"""Names: what the network marked, put right and filled in by the actor base, by titles and by the words of names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.names import fold_name, is_acronym
from onrecord.reading.entity import EntityType
from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.actors import Actor
    from onrecord.stages.entities.page import Page

_LABELS: dict[str, EntityType] = {
    "PERSON": "person", "ORGANIZATION": "organization", "PLACE": "place", "NORP": "group",
}  # fmt: skip
_OPEN_ENDS = frozenset(["'s", "’s", "'", "’", *'()"“”,-–', "the", "The", "THE", "a", "of", "and"])
_NAME_JOINTS = frozenset("of the for and in al el ul bin de du & on to from s".split())
_PLACE_CASES = frozenset({"in", "inside", "into", "near", "outside", "across", "around", "at"})
_ARABIC_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "at", "az", "ul"})


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name: tokens `first` to `last`, its type, and its key in the actor base or its country where it has one."""

    first: int
    last: int
    type: EntityType
    actor: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    known: bool = False


def find_names(page: Page) -> list[Name]:
    """Names of people, bodies, peoples and places, in the order of the text, none overlapping another."""
    known = list(_known_names(page))
    marked = list(_marked_names(page))
    titled = list(_titled_names(page))
    capitals = list(_capital_runs(page))
    names = _settle(page, known, marked, titled, capitals)
    return _agree_on_types(page, names)


def _known_names(page: Page) -> Iterable[Name]:
    """Names that the actor base or the table of countries knows, the longest at each place."""
    at = 0
    while at < len(page.solid):
        found = _known_at(page, at)
        if found is None:
            at += 1
        else:
            yield found
            at = page.place_in_solid[found.last] + 1


def _known_at(page: Page, at: int) -> Name | None:
    first = page.solid[at]
    word = page.text[first]
    if not (word[0].isalpha() and (word[0].isupper() or word in _ARABIC_ARTICLES)):
        return None
    most = page.actors.most_words(fold_name(word).casefold())
    if most:
        for last, phrase in reversed(list(_phrases(page, at, most))):
            if page.actors.is_phrase(phrase) and _cased_like_a_name(page, first, last):
                name = _name_for(page, first, last)
                if name:
                    return name
    return _known_word(page, first)


def _phrases(page: Page, at: int, most: int) -> Iterable[tuple[int, str]]:
    """Longer and longer phrases from `at` on, folded, with their last tokens; a possessive "s" counts both ways."""
    words: list[str] = []
    for place in range(at, min(at + 2 * most, len(page.solid))):
        i = page.solid[place]
        text = page.text[i]
        if page.sentence[i] != page.sentence[page.solid[at]]:
            return
        if text in HYPHENS:
            continue
        folded = fold_name(text).casefold()
        if not folded:
            continue
        if folded == "s" and words and text != "s":
            words[-1] += "s"
        else:
            words.append(folded)
        if len(words) > most:
            return
        if len(words) > 1:
            yield i, " ".join(words)


def _cased_like_a_name(page: Page, first: int, last: int) -> bool:
    parts = [page.text[i] for i in range(first, last + 1) if page.text[i][0].isalpha()]
    return parts[-1][0].isupper() and all(
        part[0].isupper() or part in _NAME_JOINTS or part in _ARABIC_ARTICLES for part in parts
    )


def _name_for(page: Page, first: int, last: int) -> Name | None:
    text = _text(page, first, last)
    actors, countries = page.actors, page.actors.countries
    code = countries.by_name(text)
    if code:
        return Name(first=first, last=last, type="place", country=code, known=True)
    actor = actors.find(text, page.date)
    if actor and _supported(page, text, actor):
        return _actor_name(page, first, last, actor)
    code = countries.by_region(text)
    if code is not None:
        return Name(first=first, last=last, type="place", country=code or None, known=True)
    code = countries.by_seat(text)
    if code:
        return Name(first=first, last=last, type="organization", country=code, sectors=("GOV",), known=True)
    code = countries.by_people(text)
    if code is not None and page.pos[last] in {"NOUN", "PROPN"}:
        return Name(first=first, last=last, type="group", country=code or None, known=True)
    return None


def _known_word(page: Page, i: int) -> Name | None:
    if page.pos[i] not in {"PROPN", "NOUN", "ADJ", "PRON", "X", "ADP", "DET", "INTJ"} or page.timed[i]:
        return None
    word = page.text[i]
    if len(word) < 2 or (page.pos[i] not in {"PROPN", "NOUN", "ADJ"} and not is_acronym(word)):
        return None
    countries = page.actors.countries
    if page.nationality(i) is not None and not _stands_alone(page, i):
        return None
    name = _name_for(page, i, i)
    if name is None or (page.pos[i] == "ADJ" and name.type == "place" and not page.ent[i]):
        return None
    if name.type != "group" and countries.by_adjective(word) is not None and not _stands_alone(page, i):
        return None
    return name


def _stands_alone(page: Page, i: int) -> bool:
    """A nationality word that names people or a country by itself ("Syrians"), not one before a noun ("Syrian army")."""
    following = page.after(i)
    if following is not None and page.text[following] in HYPHENS:
        return False
    if page.dep[i] in {"amod", "compound"} and page.head[i] > i:
        return False
    if page.pos[i] == "ADJ" or page.dep[i] == "amod":
        return False
    return not (following is not None and page.pos[following] in {"NOUN", "ADJ"} and page.head[following] >= i
                and page.head[i] == following)  # fmt: skip


def _supported(page: Page, text: str, actor: Actor) -> bool:
    return not page.actors.needs_support(text, actor) or actor.country in page.support


def _actor_name(page: Page, first: int, last: int, actor: Actor) -> Name:
    return Name(
        first=first,
        last=last,
        type=actor.type,
        actor=actor.key,
        country=actor.country,
        sectors=page.actors.sectors_at(actor, page.date),
        known=True,
    )


def _marked_names(page: Page) -> Iterable[Name]:
    """Names as the network marked them, joined over white space and trimmed at their ends."""
    run: list[int] = []
    for i in page.solid:
        label = page.ent[i]
        begins = page.tokens[i].ent_iob_ == "B"
        if run and label == page.ent[run[-1]] and (not begins or _goes_on(page, run[-1], i)):
            run.append(i)
            continue
        yield from _trimmed(page, run)
        run = [i] if label in _LABELS else []
    yield from _trimmed(page, run)


def _goes_on(page: Page, last: int, i: int) -> bool:
    """A mark broken by a no-break space or another white space token goes on behind it."""
    return i - last > 1 and page.capital(i) and page.sentence[i] == page.sentence[last] and page.dep[i] != "conj"


def _trimmed(page: Page, run: list[int]) -> Iterable[Name]:
    while run and (page.text[run[-1]] in _OPEN_ENDS or page.timed[run[-1]]):
        run = run[:-1]
    while run and (page.text[run[0]] in _OPEN_ENDS or page.timed[run[0]]):
        run = run[1:]
    if not run or not any(page.text[i][0].isupper() for i in run):
        return
    kind = _LABELS[page.ent[run[0]]]
    if kind == "person":
        while len(run) > 1 and is_title(page, run[0]):
            run = run[1:]
            if page.text[run[0]] == "." and len(run) > 1:
                run = run[1:]
    if len(run) == 1 and is_title(page, run[0]) and kind != "place":
        return
    if kind == "group" and not (page.pos[run[-1]] in {"NOUN", "PROPN"} and _stands_alone(page, run[-1])):
        return
    if len(run) == 1 and kind in {"place", "organization"} and _is_bare_nationality(page, run[0]):
        return
    if len(run) == 1 and page.lower[run[0]] in page.words.person and page.pos[run[0]] == "NOUN":
        return
    yield Name(first=run[0], last=run[-1], type=kind)


def _is_bare_nationality(page: Page, i: int) -> bool:
    countries = page.actors.countries
    return countries.by_adjective(page.text[i]) is not None and countries.by_name(page.text[i]) is None


def is_title(page: Page, i: int) -> bool:
    """Whether the word is a title that may stand before a name ("Col.", "President")."""
    return page.capital(i) and page.lower[i].rstrip(".") in page.words.title


def _titled_names(page: Page) -> Iterable[Name]:
    """Runs of capitals behind a title that the network left unmarked ("Col. Ali Haddad")."""
    for i in page.solid:
        if page.ent[i] or not is_title(page, i):
            continue
        first = page.after(i)
        if first is not None and page.text[first] == ".":
            first = page.after(first)
        if first is None or not _may_name_a_person(page, first):
            continue
        last = first
        following = page.after(last)
        while following is not None and _may_name_a_person(page, following):
            last, following = following, page.after(following)
        yield Name(first=first, last=last, type="person")


def _may_name_a_person(page: Page, i: int) -> bool:
    return (
        page.capital(i)
        and page.pos[i] == "PROPN"
        and page.ent[i] in {"", "PERSON"}
        and not page.timed[i]
        and page.words.kind_of(page.lower[i]) is None
        and not is_title(page, i)
        and page.nationality(i) is None
    )


def _capital_runs(page: Page) -> Iterable[Name]:
    """Runs of capitals that end in a word for a body ("Baghdad Operational Command"), or begin with one and "of"."""
    run: list[int] = []
    for i in page.solid:
        joint = bool(run) and _joins(page, run, i)
        if (page.capital(i) and page.pos[i] in {"PROPN", "ADJ", "NOUN"} and not page.timed[i]) or joint:
            if not run or page.sentence[run[-1]] == page.sentence[i]:
                run.append(i)
                continue
        yield from _body_name(page, run)
        run = [i] if page.capital(i) and page.pos[i] == "PROPN" and not page.timed[i] else []
    yield from _body_name(page, run)


def _joins(page: Page, run: list[int], i: int) -> bool:
    """A small word inside the name of a body: "Ministry of Defence", "Department for Transport", "Arts & Crafts Guild"."""
    if page.lower[i] == "&":
        return _capital_follows(page, i)
    return page.lower[i] in {"of", "for"} and page.lower[run[0]] in page.words.openers and _capital_follows(page, i)


def _capital_follows(page: Page, i: int) -> bool:
    following = page.after(i)
    return following is not None and page.capital(following) and page.pos[following] in {"PROPN", "NOUN", "ADJ"}


def _body_name(page: Page, run: list[int]) -> Iterable[Name]:
    while run and page.text[run[0]] in _OPEN_ENDS:
        run = run[1:]
    if len(run) < 2:
        return
    opened = page.lower[run[0]] in page.words.openers and page.lower[run[1]] in {"of", "for"}
    if opened:
        yield Name(first=run[0], last=run[-1], type="organization")
        return
    for at in range(len(run) - 1, 0, -1):
        if page.lower[run[at]] in page.words.heads and page.capital(run[at]):
            if at > 0:
                yield Name(first=run[0], last=run[at], type="organization")
            return


def _settle(page: Page, known: list[Name], marked: list[Name], titled: list[Name], capitals: list[Name]) -> list[Name]:
    """One name for each place: the longest, of equals the known one; types put right by what is known."""
    ranked: list[tuple[int, int, int, Name]] = []
    for order, names in enumerate((known, marked, titled, capitals)):
        for name in names:
            size = sum(1 for i in range(name.first, name.last + 1) if page.pos[i] != "SPACE")
            ranked.append((-_weight(page, name, size, order), name.first, order, name))
    taken = [False] * len(page)
    kept = []
    for _, _, _, name in sorted(ranked, key=lambda entry: entry[:3]):
        if not any(taken[name.first : name.last + 1]):
            taken[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
            kept.append(_put_right(page, name))
    return sorted(kept, key=lambda name: name.first)


def _weight(page: Page, name: Name, size: int, order: int) -> int:
    """Longer is better; a known name of several words beats a mark that only adds to it at the edges."""
    if order == 0 and size > 1:
        return 2 * size + 3
    if order == 1 and name.type == "person" and size > 1:
        return 2 * size + 1
    del page
    return 2 * size + (1 if order == 0 else 0)


def _put_right(page: Page, name: Name) -> Name:
    if name.known:
        return name
    text = _text(page, name.first, name.last)
    better = _name_for(page, name.first, name.last)
    if better and (" " in text or better.type in {"place", "organization"}):
        return better
    before = page.before(name.first)
    if page.lower[name.first] in page.words.ship or (before is not None and page.lower[before] in page.words.ship):
        return msgspec.structs.replace(name, type="other")
    if name.last > name.first and name.type != "place" and _names_ground(page, name):
        return msgspec.structs.replace(name, type="place")
    if name.type != "organization" and page.lower[name.last] in page.words.heads and name.last > name.first:
        return msgspec.structs.replace(name, type="organization")
    if name.type == "place":
        code = page.actors.countries.by_capital(text)
        return msgspec.structs.replace(name, country=code) if code else name
    return name


def _names_ground(page: Page, name: Name) -> bool:
    """A name that ends in a word for a place ("Anbar Province"), or opens with one and "of" ("Gulf of Oman")."""
    first, last = page.lower[name.first], page.lower[name.last]
    second = page.after(name.first)
    opened = first in page.words.place and second is not None and page.lower[second] == "of"
    return opened or (page.noun(name.last) in page.words.place and last not in page.words.heads
                      and page.noun(name.last) not in page.words.organization)  # fmt: skip


def _agree_on_types(page: Page, names: list[Name]) -> list[Name]:
    """One string, one type in one report, by majority; a lone surname follows the full name of a person."""
    votes: dict[str, Counter[str]] = {}
    surnames = set()
    for name in names:
        key = fold_name(_text(page, name.first, name.last))
        votes.setdefault(key, Counter())[name.type] += 3 if name.known else 1
        before = page.before(name.first)
        if before is not None and page.lower[before] in _PLACE_CASES:
            votes[key]["place"] += 1
        elif before is not None and is_title(page, before):
            votes[key]["person"] += 2
        if name.type == "person" and " " in key:
            surnames.add(key.rsplit(" ", 1)[-1])
    return [_agreed(page, name, votes, surnames) for name in names]


def _agreed(page: Page, name: Name, votes: dict[str, Counter[str]], surnames: set[str]) -> Name:
    if name.known:
        return name
    key = fold_name(_text(page, name.first, name.last))
    before = page.before(name.first)
    if before is not None and is_title(page, before) and name.type in {"place", "organization"} and key in surnames:
        return msgspec.structs.replace(name, type="person")
    if " " not in key and key.casefold() in surnames and name.type != "group":
        return msgspec.structs.replace(name, type="person")
    best, count = max(votes[key].items(), key=lambda entry: (entry[1], entry[0] == name.type))
    if best != name.type and count > votes[key][name.type] and best in {"person", "organization", "place"}:
        return msgspec.structs.replace(name, type=best)
    return name


def _text(page: Page, first: int, last: int) -> str:
    return page.string[page.start[first] : page.end(last)]

"""Names that the actor base and the table of countries know, wherever the network saw them or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.actor import INTERNATIONAL
from onrecord.knowledge.names import fold_name, is_acronym
from onrecord.language.mending.shared_names import shares_last_word
from onrecord.reading.entity import EntityType
from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.knowledge.actor import Actor
    from onrecord.stages.entities.page import Page

_MAX_ACRONYM = 5
_PRESS = "JRN"
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})  # PLOVER sectors of what a state has
_IN_MANY_STATES = frozenset({"LEG", "JUD"})  # a "Congress" or "Supreme Court" may be of any
_BRACKETS = frozenset("(/[")
_ARGUMENTS = frozenset({"nsubj", "obj", "obl", "obl:agent", "nsubj:pass", "iobj", "nmod", "conj"})


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name: tokens `first` to `last`, its type, and its key in the actor base or its country where it has one."""

    first: int
    last: int
    type: EntityType
    actor: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    known: bool = False


def known_names(page: Page) -> Iterable[Name]:
    """Names that the actor base or the table of countries knows, the longest at each place."""
    at = 0
    while at < len(page.solid):
        found = _known_at(page, at)
        if found is None:
            at += 1
        else:
            found = _with_branch(page, found)
            yield found
            at = page.place_in_solid[found.last] + 1


def _with_branch(page: Page, name: Name) -> Name:
    """The name with the country behind it where the network takes both for one body: "Amnesty International Kenya"."""
    behind = page.after(name.last)
    if name.actor is None or name.type != "organization" or behind is None or page.ent[behind] != "ORGANIZATION":
        return name
    code = page.actors.countries.by_name(page.text[behind])
    if code is None or page.tokens[behind].ent_iob_ == "B":
        return name
    return msgspec.structs.replace(name, last=behind, country=code)


def _known_at(page: Page, at: int) -> Name | None:
    """The longest known name that begins here."""
    first = page.solid[at]
    word = page.text[first]
    if not (word[0].isalpha() and (word[0].isupper() or word in page.words.name_article)):
        return None
    shared = _shared_at(page, at)
    if shared:
        return shared
    most = page.actors.most_words(fold_name(word).casefold())
    if most:
        for last, phrase in reversed(list(_phrases(page, at, most))):
            if page.actors.is_phrase(phrase) and _cased_like_a_name(page, first, last):
                name = name_for(page, first, last)
                if name:
                    return name
    return _known_word(page, first)


def _shared_at(page: Page, at: int) -> Name | None:
    """The first of two countries that share a last word: "North" in "North and South Korea"."""
    if at + 3 >= len(page.solid):
        return None
    first, joint, second, last = (page.text[i] for i in page.solid[at : at + 4])
    countries = page.actors.countries
    if not shares_last_word(first, joint, second, last, countries.is_name):
        return None
    code = countries.by_name(f"{first} {last}")
    return Name(first=page.solid[at], last=page.solid[at], type="place", country=code, known=True)


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
    return parts[-1][0].isupper() and all(part[0].isupper() or part in page.words.name_joint for part in parts)


def name_for(page: Page, first: int, last: int) -> Name | None:
    """What the tokens from `first` to `last` name, by all that is known; None if nothing."""
    text = text_of(page, first, last)
    if text.isupper() and len(text) > _MAX_ACRONYM:
        text = text.title()  # a dateline
    countries = page.actors.countries
    code = countries.by_name(text)
    if code:
        return Name(first=first, last=last, type="place", country=code, known=True)
    body = _actor_called(page, first, last, text)
    if body:
        return body
    code = countries.by_region(text)
    if code is not None:
        return Name(first=first, last=last, type="place", country=code or None, known=True)
    code = countries.by_seat(text)
    if code:
        return Name(first=first, last=last, type="organization", country=code, sectors=("GOV",), known=True)
    code = countries.by_people(text)
    if code is None and _has_article(page, first):
        code = countries.by_adjective(text)  # "the French"
    if code is not None and stands_alone(page, last):
        return Name(first=first, last=last, type="group", country=code or None, known=True)
    return None


def _known_word(page: Page, i: int) -> Name | None:
    """What one word names, if it stands as a name and not as an adjective of nationality."""
    word = page.text[i]
    if len(word) < 2 or page.timed[i] or not (page.pos[i] in {"PROPN", "NOUN", "ADJ"} or _is_lone_acronym(page, i)):
        return None
    countries = page.actors.countries
    if page.nationality(i) is not None and not stands_alone(page, i):
        return None
    name = name_for(page, i, i)
    if name is None or (page.pos[i] == "ADJ" and name.type == "place" and not page.ent[i]):
        return None
    if name.type != "group" and countries.by_adjective(word) is not None and not stands_alone(page, i):
        return None
    return name


def _is_lone_acronym(page: Page, i: int) -> bool:
    """An acronym that was taken for another word ("IS" for "is"), unless the words beside it are in capitals too."""
    beside = [page.text[j] for j in (page.before(i), page.after(i)) if j is not None and page.text[j].isalpha()]
    return is_acronym(page.text[i]) and not any(word.isupper() for word in beside)


def stands_alone(page: Page, i: int) -> bool:
    """Whether a nationality word is a noun by itself ("Syrians"), not one before another ("Syrian army")."""
    following = page.after(i)
    if following is not None and page.text[following] in HYPHENS:
        return False
    if page.dep[i] in {"amod", "compound"} and page.head[i] > i:
        return False
    if page.pos[i] == "ADJ" and page.dep[i] in _ARGUMENTS and _has_article(page, i):
        return True
    if page.pos[i] == "ADJ" or page.dep[i] == "amod":
        return False
    return not (following is not None and page.pos[following] in {"NOUN", "ADJ"} and page.head[following] >= i
                and page.head[i] == following)  # fmt: skip


def _has_article(page: Page, i: int) -> bool:
    before = page.before(i)
    return before is not None and page.lower[before] == "the" and page.head[before] == i


def _supported(page: Page, text: str, actor: Actor) -> bool:
    """Whether the name is enough; many countries have a "Democratic Party", and the report says whose it speaks of."""
    if actor.country in page.support:
        return True
    elsewhere = "PTY" in actor.sectors and page.words.is_party(text) and bool(page.support)
    return not elsewhere and not page.actors.needs_support(text, actor)


def is_anothers(page: Page, first: int, actor: Actor) -> bool:
    """Whether a nationality before a body's name says that it is another country's: "Ugandan House of …"."""
    before = page.before(first)
    code = page.nationality(before) if before is not None else None
    return bool(code) and code != actor.country and is_states(actor)


def _is_elsewhere(page: Page, actor: Actor) -> bool:
    """Whether it is a parliament or court of a country that the report never mentions, though it mentions others."""
    of_many = not _IN_MANY_STATES.isdisjoint(actor.sectors)
    return of_many and is_states(actor) and bool(page.support) and actor.country not in page.support


def is_states(actor: Actor) -> bool:
    """Whether it is a body of one state: a ministry, a court, an army."""
    single = actor.type == "organization" and actor.country is not None and actor.country not in INTERNATIONAL
    return single and bool(actor.sectors) and _OF_STATE.issuperset(actor.sectors)


def _agency(page: Page, first: int, last: int, text: str) -> Name | None:
    """Who signs a dateline in its brackets: a press body, whatever else may be called so ("(PTI)", "/TASS/")."""
    if not page.signed[first]:
        return None
    known = [actor for actor in page.actors.by_alias(text) if _PRESS in actor.sectors]
    if page.string[page.start[first] - 1 : page.start[first]] not in _BRACKETS and not known:
        return None
    if len(known) == 1:
        return _actor_name(page, first, last, known[0])
    named = page.ent[first] == "ORGANIZATION"
    return Name(first=first, last=last, type="organization", sectors=(_PRESS,), known=True) if named else None


def _actor_called(page: Page, first: int, last: int, text: str) -> Name | None:
    agency = _agency(page, first, last, text)
    if agency:
        return agency
    actor = page.actors.find_near(text, page.date, page.support)
    if actor and (is_anothers(page, first, actor) or _is_elsewhere(page, actor)):
        return None
    if actor and _supported(page, text, actor):
        return _actor_name(page, first, last, actor)
    shared = _of_all(page.actors.by_alias(text))
    return Name(first=first, last=last, type="organization", sectors=shared, known=True) if shared else None


def _of_all(namesakes: Sequence[Actor]) -> tuple[str, ...]:
    """The sectors that all bodies of one name share: any "National Liberation Army" is rebels."""
    kinds = {(actor.type, actor.sectors) for actor in namesakes}
    return namesakes[0].sectors if len(namesakes) > 1 and len(kinds) == 1 and namesakes[0].type != "person" else ()


def _actor_name(page: Page, first: int, last: int, actor: Actor) -> Name:
    return Name(
        first=first,
        last=last,
        type=actor.type,
        actor=actor.key,
        country=actor.country,
        sectors=_sectors(page, actor),
        known=True,
    )


def _sectors(page: Page, actor: Actor) -> tuple[str, ...]:
    """What the base says for the report's day; without a day nobody is said to have left office."""
    sectors = page.actors.sectors_at(actor, page.date)
    return () if actor.terms and page.date is None and sectors == ("ELI",) else sectors


def text_of(page: Page, first: int, last: int) -> str:
    """The words of the report from token `first` to token `last`."""
    return page.string[page.start[first] : page.end(last)]


def country_at_end(page: Page, name: Name) -> tuple[int, str] | None:
    """Where the country begins that a body's name ends in ("Central Bank of the Philippines"), and its code."""
    of = next((i for i in range(name.last - 1, name.first, -1) if page.lower[i] == "of"), None)
    if of is None:
        return None
    first = of + 2 if page.lower[of + 1] == "the" and of + 1 < name.last else of + 1
    code = page.actors.countries.by_name(text_of(page, first, name.last))
    return (first, code) if code else None


def head_of(page: Page, name: Name) -> int:
    """The token of the name that hangs on something outside it."""
    for i in range(name.first, name.last + 1):
        if page.pos[i] != "SPACE" and not name.first <= page.head[i] <= name.last:
            return i
    return next((i for i in range(name.first, name.last + 1) if page.head[i] == i), name.last)

"""Nominals and pronouns that can act, be acted on or speak: "the ministry", "14 factions", "rebel fighters", "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.entities.belonging import (
    merge_sectors,
    own_sectors,
    owner_country,
    place_called,
    read_modifiers,
    said_of,
    with_nationality,
)
from onrecord.stages.entities.bodies import acts_as_body, is_act_towards
from onrecord.stages.entities.called_by_name import calls_by_it, nouns_of_names
from onrecord.stages.entities.known import is_states
from onrecord.stages.entities.naming import names_gone_by
from onrecord.stages.entities.phrases import (
    MAX_OF_WORDS,
    count_of,
    is_plural,
    left_edge,
    measures,
    right_edge,
    without_determiner,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.actor import Actor
    from onrecord.reading.entity import EntityType
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_IN_CLAUSE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "root", "nmod", "appos"})
_PARTY = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_ONE = frozenset({"a", "an"})
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc"})
_ACCUSING = frozenset({"REB", "CRM", "SPY", "PRM"})  # what only a label may say of somebody, in its speaker's voice


class Nominal(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase that stands for somebody: tokens `first` to `last`, its head, and what its words say."""

    first: int
    last: int
    head: int
    noun: str
    type: EntityType
    plural: bool
    count: int | None
    country: str | None
    sectors: tuple[str, ...]
    members: tuple[int, ...]
    same_as: tuple[int, ...]
    actor: str | None = None
    counted: bool = False


def find_nominals(page: Page, by_token: dict[int, Name], taken: set[int]) -> Iterable[Nominal]:
    """Noun phrases headed by a word for people, bodies or places, in the order of the text.

    Args:
        page: the report.
        by_token: names by their tokens.
        taken: tokens that are titles of names, and so nobody else.
    """
    inner: set[int] = set()
    called = nouns_of_names(page, by_token)
    for i in page.solid:
        if i in taken or i in inner or page.quiet[i] or (page.timed[i] and not _is_of_an_age(page, i)):
            continue
        if page.pos[i] not in {"NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ"} or i in by_token:
            continue
        found = _nominal(page, i, by_token, called)
        if found:
            inner.update(range(i, found.last + 1) if found.counted else ())
            yield found


def _nominal(page: Page, i: int, by_token: dict[int, Name], called: frozenset[str]) -> Nominal | None:
    counted = _counted(page, i)
    head = counted if counted is not None else i
    if head in by_token:
        return None
    noun = page.noun(head)
    alone = is_one_national(page, head) or _is_all_of(page, head) or _is_of_an_age(page, head)
    stands = counted is None and alone
    doer = counted is None and _does_the_act(page, head, noun)
    if counted is None and not (doer or stands) and page.pos[head] not in {"NOUN", "PROPN"}:
        return None
    of_name = counted is None and page.lower[head] in called and calls_by_it(page, head)
    kind = "organization" if of_name else "person" if stands else _kind_of(page, head, noun, by_token)
    if kind is None or (noun in page.words.bare_nobody and page.tokens[i].tag_ == "NN" and left_edge(page, i) == i):
        return None
    if doer:
        return _describe(page, i, head, noun, "group", by_token)
    aside = _is_portfolio(page, head) or _is_count(page, i) or is_act_towards(page, head)
    if counted is None and (aside or _is_modifier(page, head, by_token, noun)):
        return None
    return _describe(page, i, head, noun, kind, by_token)


def is_one_national(page: Page, i: int) -> bool:
    """Whether a word for a nation stands for one of its people: "a Palestinian was shot"."""
    lone = page.dep[i] in _IN_CLAUSE and page.tokens[i].tag_ != "NNPS"
    return lone and page.nationality(i) is not None and any(child.lower_ in _ONE for child in page.tokens[i].children)


def _is_of_an_age(page: Page, i: int) -> bool:
    """Whether an age stands for somebody: "the 34-year-old fled"."""
    if page.lower[i] not in page.words.aged or page.dep[i] not in _IN_CLAUSE:
        return False
    children = list(page.tokens[i].children)
    article = any(child.dep_ == "det" for child in children)
    return article and any(number.pos_ == "NUM" for years in children for number in years.children)


def is_one_member(page: Page, i: int) -> bool:
    """Whether a word for one of a party stands for somebody: "the Republican voted no", "the Ohio Democrat"."""
    token, noun = page.tokens[i], page.noun(i)
    if token.tag_ not in {"NN", "NNP"} or page.dep[i] not in _IN_CLAUSE or noun not in page.words.person:
        return False
    return "PTY" in page.words.person[noun] and any(child.dep_ == "det" for child in token.children)


def _is_all_of(page: Page, i: int) -> bool:
    """Whether a number alone stands for those just told of: "the two denied it", "neither denied it"."""
    if page.lower[i] in page.words.stands_for and page.pos[i] in {"DET", "PRON"}:
        return page.dep[i] in _PARTY and all(child.pos_ == "PRON" for child in page.tokens[i].children)
    number = page.pos[i] == "NUM" and page.dep[i] in {"nsubj", "nsubj:pass"} and page.lower[i] in page.words.number
    children = [child.lower_ for child in page.tokens[i].children] if number else []
    return children == ["the"] and page.pos[page.head[i]] == "VERB"


def _does_the_act(page: Page, i: int, noun: str) -> bool:
    """Whether the word says who does the act that stands behind it: "a rebel attack", "the jihadist raid"."""
    before = noun in page.words.doer_before_act and page.dep[i] in _BEFORE_NOUNS and page.head[i] > i
    return before and page.pos[page.head[i]] == "NOUN" and page.noun(page.head[i]) in page.words.acts


def _is_kind_of_thing(page: Page, i: int) -> bool:
    """Whether a bare noun in a list with a thing only says of what kind that is: "bomber and unmanned aircraft"."""
    first = page.head[i] if page.dep[i] == "conj" else i
    if page.tokens[i].tag_ != "NN" or left_edge(page, i) != i:
        return False
    listed = [child.i for child in page.tokens[first].children if child.dep_ == "conj"]
    return any(page.words.kind_of(page.noun(j)) == "other" and page.tokens[j].tag_ != "NNP" for j in listed)


def _kind_of(page: Page, i: int, noun: str, by_token: dict[int, Name]) -> str | None:
    """What the noun at `i` names, by itself or by the words around it; None where it names nobody."""
    before = page.before(i)
    if before is not None and page.tokens[before].tag_ == "POS":
        before = page.head[before]  # "the bishops' conference"
    word = page.lower[before] if before is not None and page.head[before] == i else ""
    if word in page.words.organization_with.get(noun, ()):
        return "organization"
    kind = page.words.kind_of(noun)
    if kind in {None, "place"} and noun in page.words.body_acting and acts_as_body(page, i, by_token):
        return "organization"
    if kind is None:
        if word in page.words.group_with.get(noun, ()):
            return "group"
        place = word in page.words.place_with.get(noun, ())
        return "place" if place else "person" if _describes_person(page, i, by_token) else None
    if kind == "person" and noun in page.words.body_too and _is_bodys_name_behind(page, i, by_token):
        return "organization"
    return None if kind == "person" and _is_kind_of_thing(page, i) else kind


def _is_bodys_name_behind(page: Page, i: int, by_token: dict[int, Name]) -> bool:
    """Whether a body's name says who it is: "Airbus parent EADS", "its biggest customer, Tarvex"."""
    beside = (by_token.get(child.i) for child in page.tokens[i].children if child.dep_ == "appos" and child.i > i)
    return any(name is not None and name.type == "organization" for name in beside)


def _describes_person(page: Page, i: int, by_token: dict[int, Name]) -> bool:
    """Whether the noun, whatever it is, stands in apposition to a person's name: "Ana Silva, a glaciologist"."""
    name = by_token.get(page.head[i])
    before = page.before(i)
    return (
        page.dep[i] == "appos" and page.tokens[i].tag_ == "NN" and not page.timed[i] and name is not None
        and name.type == "person" and name.last < i and before is not None and page.text[name.last + 1] == ","
        and page.pos[before] in {"DET", "ADJ", "NOUN", "PROPN", "PUNCT"}
    )  # fmt: skip


def _counted(page: Page, i: int) -> int | None:
    """For "a group of 14 factions" and "dozens of men": the token of what there are several of."""
    if page.lower[i] not in page.words.quantity:
        return None
    counts = page.noun(i) in page.words.counting_body or page.lower[i] in page.words.bare_count
    if not counts and page.words.kind_of(page.noun(i)) is not None:
        return None
    of = page.after(i)
    if of is None or page.lower[of] != "of":
        return None
    at = page.after(of)
    for _ in range(MAX_OF_WORDS):
        if at is None or page.pos[at] in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ", "PRON"}:
            return None
        following = page.after(at)
        ends = following is None or page.pos[following] not in {"NOUN", "PROPN", "ADJ", "NUM"}
        if page.pos[at] in {"NOUN", "PROPN"} and ends and page.words.kind_of(page.noun(at)) is not None:
            return at if is_plural(page, at) else None
        at = following
    return None


def _is_count(page: Page, i: int) -> bool:
    """Whether the word only says how many things there are ("dozens of rounds"); alone it stands for people."""
    of = page.after(i)
    return page.lower[i] in page.words.bare_count and of is not None and page.lower[of] == "of"


def _is_modifier(page: Page, i: int, by_token: dict[int, Name], noun: str) -> bool:
    """A noun before another that is somebody itself ("police" in "police officers") stands for nobody of its own.

    Before a thing it says whose it is ("army helicopters"); before the name of a thing it says what that is.
    """
    while page.dep[i] == "conj" and page.head[i] < i and page.head[page.head[i]] > i:
        i = page.head[i]  # "bomber and fighter aircraft"
    if page.dep[i] not in {"compound", "amod", "nmod:desc", "flat", "advmod"}:
        return page.dep[i] in {"fixed", "goeswith"}
    head = page.head[i]
    if head <= i:
        return page.dep[i] != "compound"
    if page.noun(head) in page.words.topic_before.get(noun, ()) or measures(page, i):
        return True  # "coalition talks" are about one, a "two-front war" is fought by none
    if page.pos[head] == "PROPN" and head not in by_token and page.words.kind_of(noun) == "other":
        first = left_edge(page, i)
        before = page.before(first)  # "the tanker Advantage Sweet"
        return page.pos[first] != "DET" and (before is None or page.pos[before] != "DET")
    if head in by_token or page.words.kind_of(page.noun(head)) not in {None, "other"}:
        return True
    return noun not in page.words.organization or page.words.kind_of(noun) == "place"


def _is_portfolio(page: Page, i: int) -> bool:
    """Whether the word only says what an office is for: "State" in "Secretary of State"."""
    of = page.before(i)
    office = page.before(of) if of is not None and page.lower[of] == "of" else None
    if office is not None and page.noun(i) in page.words.matters:
        return True  # "the head of state"
    return office is not None and page.capital(i) and page.capital(office) and page.noun(office) in page.words.portfolio


def _own_words(page: Page, first: int, head: int) -> list[int]:
    """The words of a noun's phrase up to its head, and the next few that hang on it ("a party to the talks")."""
    after = range(head + 1, min(head + 4, len(page)))
    return [*range(first, head + 1), *(i for i in after if page.head[i] == head or page.head[page.head[i]] == head)]


def _describe(page: Page, outer: int, head: int, noun: str, kind: str, by_token: dict[int, Name]) -> Nominal | None:
    first = with_nationality(page, left_edge(page, outer), outer)
    last = right_edge(page, head, by_token)
    dets = [child for child in page.tokens[head].children if child.dep_ == "det"]
    if any(grammar.is_negative(det) and det.lower_ not in page.words.stands_for for det in dets):
        return None  # "no group claimed it"
    other_sense = page.words.other_sense.get(noun)
    if other_sense and any(page.lower[i] in other_sense for i in _own_words(page, first, head)):
        return None
    cases = {child.lower_ for child in page.tokens[head].children if child.dep_ == "case"}
    if cases & page.words.other_sense_behind.get(noun, frozenset()):
        return None
    if cases & page.words.place_behind.get(noun, frozenset()):
        kind = "place"
    place = place_called(page, head, last, by_token)
    kind = "place" if place else kind
    inside = range(first, head)
    single = page.lower[outer] == "one" and outer != head  # "one of the girls"
    plural = is_plural(page, head) and not single
    alone = head == outer and page.pos[head] == "NUM"  # "the two"
    numbers = page.words.number if alone else page.words.stands_for
    both = numbers.get(page.lower[head])
    count = 1 if single else count_of(page, range(first, head)) or both
    several = plural or (count or 0) > 1
    bodies = noun in page.words.body and page.lower[head] not in page.words.plural
    if several and (kind == "person" or (kind == "organization" and (count or bodies))):
        kind = "group"  # several people, or several bodies: "14 parties", but not "the security forces"
    elif kind == "group" and not several and (noun in page.words.body or noun in page.words.collective):
        kind = "organization"  # "the group" and "the delegation" are one body
    country, said, members, same_as = read_modifiers(page, inside, head, by_token)
    own = own_sectors(page, head) if kind != "place" or page.words.kind_of(noun) == "place" else ()
    sectors = own if noun in page.words.portfolio else merge_sectors(said, own)
    national = page.nationality(head) if head not in by_token and page.words.kind_of(noun) is None else None
    country = country or national or owner_country(page, head, by_token)
    actor = _actor_called(page, without_determiner(page, first, head), country)
    same_as += (*names_gone_by(page, head, by_token), *place)
    told_of = kind == "person" and any(child.dep_ in {"acl", "acl:relcl"} for child in page.tokens[head].children)
    if (sectors or told_of) and not several and _ACCUSING.isdisjoint(sectors):
        same_as += said_of(page, head)
    return Nominal(
        first=first,
        last=last,
        head=outer,
        noun=noun,
        type=kind,  # type: ignore[arg-type]
        plural=several,
        count=count,
        country=actor.country if actor else country,
        sectors=actor.sectors if actor else sectors,
        members=members,
        same_as=same_as,
        actor=actor.key if actor else None,
        counted=outer != head,
    )


def _actor_called(page: Page, words: str, country: str | None) -> Actor | None:
    """The actor that goes by these words; no state's body in a report of other states ("the justice department")."""
    actor = page.actors.find_near(words, page.date, page.support)
    if actor is None or not is_states(actor):
        return actor
    elsewhere = bool(page.support) and actor.country not in page.support
    return None if elsewhere or country not in {None, actor.country} else actor


def find_pronouns(page: Page) -> Iterable[tuple[int, bool]]:
    """Personal and possessive pronouns that can stand for a party, with whether they are plural."""
    for i in page.solid:
        if page.quiet[i] or page.dep[i] == "expl" or page.pos[i] not in {"PRON", "DET", "PROPN"}:
            continue
        features = page.words.pronoun.get(page.lower[i])
        if features is None or (page.text[i] in {"US", "U.S.", "IT"}):
            continue
        if page.lower[i] == "it" and _is_weather(page, i):
            continue
        yield i, "plural" in features


def _is_weather(page: Page, i: int) -> bool:
    """Whether no party is meant, whatever the parser calls it: "it was unclear whether", "it is time"."""
    head = page.tokens[page.head[i]]
    if head.pos_ in {"VERB", "AUX"}:
        return False
    clauses = {"ccomp", "csubj", "csubj:pass", "advcl", "acl"}
    return any(child.dep_ in clauses and child.i > head.i for child in head.children)

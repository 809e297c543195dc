"""Nouns that stand for somebody who can act, be acted on or speak: "the ministry", "14 factions", "rebel fighters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.bodies import acts_as_body, is_act_towards, is_branch
from onrecord.stages.entities.called_by_name import calls_by_it, nouns_of_names
from onrecord.stages.entities.described import describe
from onrecord.stages.entities.phrases import MAX_OF_WORDS, is_hyphen, is_plural, left_edge, measures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.entities.described import Nominal
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_IN_CLAUSE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "root", "nmod", "appos"})
_PARTY = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_ONE = frozenset({"a", "an"})
_ONE_OF_A_PEOPLE = ("man", "woman")
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})  # what goes on with a noun phrase
_OUTSIDE = frozenset({"VERB", "AUX", "ADP", "PUNCT", "SCONJ", "PRON"})  # what is none of it


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
        return describe(page, i, head, noun, "group", by_token)
    aside = _is_portfolio(page, head) or _is_count(page, i) or is_act_towards(page, head)
    if counted is None and (aside or _is_modifier(page, head, by_token, noun)):
        return None
    return describe(page, i, head, noun, kind, by_token)


def is_one_national(page: Page, i: int) -> bool:
    """Whether a word for a nation stands for one of its people: "a Palestinian was shot", "the Swede said"."""
    if page.dep[i] not in _IN_CLAUSE or page.tokens[i].tag_ == "NNPS" or page.nationality(i) is None:
        return False
    articles = [child.lower_ for child in page.tokens[i].children if child.dep_ == "det"]
    countries, noun = page.actors.countries, page.tokens[i].text
    counts = countries.by_people(noun) is not None and countries.by_people(f"{noun}s") is not None
    counts = counts or page.lower[i].endswith(_ONE_OF_A_PEOPLE)  # "the Frenchman"
    alone = len(list(page.tokens[i].children)) == 1 and page.dep[i] in _PARTY
    return any(word in _ONE for word in articles) or (articles == ["the"] and counts and alone)


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
    """Whether a number alone stands for those just told of: "the two denied it", "neither did", "jailed all three"."""
    if page.lower[i] in page.words.stands_for and page.pos[i] in {"DET", "PRON"}:
        return page.dep[i] in _PARTY and all(child.pos_ == "PRON" for child in page.tokens[i].children)
    if page.pos[i] != "NUM" or page.dep[i] not in _PARTY:
        return False
    children = [child.lower_ for child in page.tokens[i].children]
    known = page.lower[i] in page.words.number or (children == ["all"] and page.text[i].isdigit())
    told = page.pos[page.head[i]] == "VERB" or any(child.dep_ == "cop" for child in page.tokens[page.head[i]].children)
    return known and children in (["the"], ["all"]) and told


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
    kind = "place" if page.is_home(i) else page.words.kind_of(noun)
    acting = kind in {None, "place"} and noun in page.words.body_acting and acts_as_body(page, i, by_token)
    if acting or (kind is None and is_branch(page, i, by_token)):
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
        if at is None or (page.pos[at] in _OUTSIDE and not is_hyphen(page, at)):
            return None
        following = page.after(at)
        goes_on = following is not None and (page.pos[following] in _INSIDE or is_hyphen(page, following))
        if page.pos[at] in {"NOUN", "PROPN"} and not goes_on and page.words.kind_of(page.noun(at)) is not None:
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

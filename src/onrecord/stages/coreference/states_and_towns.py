"""Which country, town or site a definite noun takes up: "the country", "the city", "the campus"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.knowledge.names import is_acronym
from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import latest_before
from onrecord.stages.coreference.holders import holder_of
from onrecord.stages.coreference.named_so import telling

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.names import NameIndex

_COUNTRY_SENTENCES = 3
_TOWN_SENTENCES = 1
_FIRST_CALLED = 4  # mentions
_DEALING = frozenset({"nsubj", "obj", "obl:agent"})
_INSIDE = frozenset({"nmod", "nmod:poss", "conj"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "nsubj:pass", "obl:agent"})


def find_country(book: Book, k: int) -> Cluster | None:
    """The only state named in the last sentences, for "the country"; else the only one of which the report tells.

    One that only says from or in what something is must be told of as much as others are. The "kingdom" is one that is
    called so in full; whatever else the noun says of it, it is none that acts beside it.
    """
    modifiers, noun = book.modifiers[k], book.noun[k]
    said = {token.text for token in book.tokens[slice(*book.spans[k])]}  # "the Central Asian country"
    if said & book.words.tells_apart or book.mentions[k].plural or book.mentions[k].country:
        return None
    by_name = book.actors.countries.by_name
    if book.determiner(k) == "that" and not modifiers:
        return _just_told(book, k)
    described = bool(modifiers) or noun not in book.words.country
    beside = _beside_it(book, k) | (_states_over(book, k) if described else set())
    for sentences in (_COUNTRY_SENTENCES, None):
        recent = list(recent_clusters(book, k, sentences))
        near = [
            one
            for one in recent
            if one.type == "place"
            and any(by_name(name) for name in one.names)
            and (noun not in book.words.realm or _is_in_full(book, one, noun))
            and one.country not in beside
            and not (described and book.sentence[latest_before(one, k)] == book.sentence[k])
        ]
        if near:
            only = near[0]
            told = (cluster.country for cluster in recent if cluster.country not in beside)
            codes = Counter(code for code in told if code)
            sure = (
                described
                or len(codes) == 1
                or (
                    sentences
                    and (_is_topic(book, only, k) or codes[only.country or ""] == max(codes.values(), default=0))
                )
            )
            return only if len(near) == 1 and sure and not _is_about(book, only, k) else None
    return None


def _just_told(book: Book, k: int) -> Cluster | None:
    """The state named last, in this sentence or the one before, for "that country"."""
    for one in recent_clusters(book, k, 1):
        if one.type == "place" and any(book.actors.countries.by_name(name) for name in one.names):
            return None if _is_about(book, one, k) else one
    return None


def country_told_of(book: Book, k: int) -> str | None:
    """The code of the only state that others in the last sentences are of, where none is named: "Malian troops"."""
    if book.modifiers[k] or book.mentions[k].plural or book.determiner(k) != "the":
        return None
    recent = list(recent_clusters(book, k, _COUNTRY_SENTENCES))
    if any(book.actors.countries.by_name(name) for one in recent if one.type == "place" for name in one.names):
        return None
    codes = {one.country for one in recent if one.country}
    states = {code for code in codes if book.actors.countries.by_code(code) is not None}
    return next(iter(states)) if len(states) == 1 else None


def find_government(book: Book, index: NameIndex, k: int) -> Cluster | None:
    """The state that a people's name stands for where it deals with others: "the Chinese rejected the offer".

    Not where some of that people have been told of before ("Two Chinese were held. The Chinese said").
    """
    mention, seat = book.mentions[k], book.stands[k]
    at = book.spans[k][0]
    the = at > 0 and book.tokens[at - 1].lower_ == "the"
    state = index.by_key(f"country:{mention.country}") if mention.type == "group" and mention.country and the else None
    if state is None or seat.dep_ not in _DEALING or seat.head.lemma_ not in book.words.dealing:
        return None
    if any(child.dep_ in {"acl", "acl:relcl", "nummod", "nmod"} for child in seat.children):
        return None
    others = (one for one in recent_clusters(book, k, None) if one.country == mention.country and one is not state)
    return None if any(one.type in {"group", "person"} and not one.sectors for one in others) else state


def _is_in_full(book: Book, cluster: Cluster, noun: str) -> bool:
    """Whether the noun stands in the full name of the state: "Kingdom of Saudi Arabia"."""
    state = book.actors.countries.by_code(cluster.country) if cluster.country else None
    return state is not None and any(noun in name.lower().split() for name in state.names[1:])


def _beside_it(book: Book, k: int) -> set[str]:
    """Of what states those are who do something to it or in it, and so not of it: "Oslo warned the country"."""
    token = book.tokens[book.mentions[k].head]
    while token.dep_ in _INSIDE and token.head.i != token.i:
        token = token.head
    others = (child for child in token.head.children if child.i != token.i and child.dep_ in _ARGUMENTS)
    owners = [book.cluster_at(other.i) for other in others]
    return {owner.country for owner in owners if owner is not None and owner.country}


def _states_over(book: Book, k: int) -> set[str]:
    """The states that are subjects of the clauses around it: "Moscow denied putting pressure on the African nation"."""
    token = book.tokens[book.mentions[k].head]
    found: list[Cluster | None] = []
    while token.dep_ in _INSIDE and token.head.i != token.i:
        token = token.head
    clause = token.head
    for _ in range(_FIRST_CALLED):
        if clause.dep_ not in _CLAUSES:
            break
        found += [book.cluster_at(one.i) for one in grammar.surface_subjects(clause.head)]
        clause = clause.head
    return {one.country for one in found if one is not None and one.type == "place" and one.country}


def find_town(book: Book, k: int) -> Cluster | None:
    """The only place named in this or the last sentence that may be a town, for "the city"; else the only one at all.

    A capital that stands for its government is no town.
    """
    if not _says_no_more(book, k) or book.mentions[k].plural:
        return None
    if book.determiner(k) == "that":
        last = (one for one in recent_clusters(book, k, 1) if one.type == "place" and one.named)
        return next((one for one in last if may_be_town(book, one)), None)
    own = _mayors_town(book, k)
    if own is not None:
        return own
    for sentences in (_TOWN_SENTENCES, None):
        near = [one for one in recent_clusters(book, k, sentences) if one.type == "place" and one.named]
        towns = [one for one in near if may_be_town(book, one) and not _governs(book, one)]
        towns = [one for one in towns if not _is_dateline(book, one)] or towns
        inner = [one for one in towns if not any(_lies_in(book, other, one, k) for other in towns if other is not one)]
        if inner:
            return inner[0] if len(inner) == 1 and not _is_about(book, inner[0], k) else None
    return None


def _says_no_more(book: Book, k: int) -> bool:
    """Whether the words before the noun only say where a town lies or what it lives by: "the port city"."""
    rest = book.modifiers[k] - book.words.says_of_town
    return not rest or (len(rest) == 1 and book.actors.countries.nationality(next(iter(rest)).capitalize()) is not None)


def _mayors_town(book: Book, k: int) -> Cluster | None:
    """The town that the office of its holder names: "his town", of "Holt Mayor Ruben Lee"."""
    holder = holder_of(book, k)
    said = [f" {role.lower()} " for role in holder.roles] if holder is not None else []
    if not said:
        return None
    near = (one for one in recent_clusters(book, k, None) if one.type == "place" and may_be_town(book, one))
    return next((one for one in near if any(f" {name.lower()} " in role for name in one.names for role in said)), None)


def _is_dateline(book: Book, cluster: Cluster) -> bool:
    """Whether it only stands in capitals, as where a report is written: "KHARTOUM -"."""
    texts = [book.mentions[j].text for j in cluster.mentions[:_FIRST_CALLED]]
    return all(text.isupper() and not is_acronym(text) for text in texts)


def find_unit(book: Book, k: int) -> Cluster | None:
    """The only part of a federal country named in the last sentences, for "the state": "Texas"."""
    if book.modifiers[k] or book.mentions[k].plural or book.determiner(k) != "the":
        return None
    near = recent_clusters(book, k, _COUNTRY_SENTENCES)
    units = [one for one in near if one.type == "place" and not book.words.units.isdisjoint(one.names)]
    others = [one for one in recent_clusters(book, k, None) if one.type == "place" and one not in units]
    several = any(not book.words.units.isdisjoint(one.names) for one in others)
    if several and units and len(units[0].mentions) == 1 and not _is_topic(book, units[0], k):
        return None  # "she had moved to Oregon. The governor said | the state | would pay"
    return units[0] if len(units) == 1 and not _is_about(book, units[0], k) else None


def _governs(book: Book, cluster: Cluster) -> bool:
    """Whether it is a capital that does something or to which it is done, and so its government: "Moscow said no"."""
    capital = any(book.actors.countries.by_capital(name) for name in cluster.names)
    return capital and all(book.stands[j].dep_ in _ARGUMENTS for j in cluster.mentions[:_FIRST_CALLED])


def find_site(book: Book, k: int) -> Cluster | None:
    """The only one of the last sentences that is such a site: "Juba University", for "the campus"."""
    if book.modifiers[k] or book.mentions[k].plural:
        return None
    kinds = book.words.site_too[book.noun[k]]
    near = [one for one in recent_clusters(book, k, _COUNTRY_SENTENCES) if one.type != "person" and not one.plural]
    fitting = [one for one in near if not kinds.isdisjoint((*one.nouns, *_kinds(one)))]
    return fitting[0] if len(fitting) == 1 and not _is_about(book, fitting[0], k) else None


def _kinds(cluster: Cluster) -> frozenset[str]:
    """The words that say in its names what it is."""
    return frozenset(word.lower() for name in cluster.names for word in telling(name, frozenset()))


def _whole_kinds(book: Book, cluster: Cluster) -> frozenset[str]:
    """The nouns for a place, where its name only ever stands before one: "the Eastside | district"."""
    seats = [book.stands[j] for j in cluster.mentions]
    before = [seat.head.lemma_.lower() for seat in seats if seat.dep_ == "compound" and seat.head.i > seat.i]
    return frozenset(before) & book.words.place_nouns if len(before) == len(seats) else frozenset()


def may_be_town(book: Book, cluster: Cluster) -> bool:
    """Whether no name of the place says that it is a country or another kind of place ("the Tana River")."""
    countries = book.actors.countries
    known = (countries.by_name, countries.by_state_adjective, countries.by_region)
    names = [name for name in cluster.names if any(look_up(name) is not None for look_up in known)]
    whole = bool(names) or not (book.words.units - book.words.town_too).isdisjoint(cluster.names)
    kinds = (_kinds(cluster) | _whole_kinds(book, cluster)) - book.words.town
    return not whole and not any(kind in book.words.nouns for kind in kinds)


def _lies_in(book: Book, town: Cluster, whole: Cluster, k: int) -> bool:
    """Whether the town is told with what it lies in: "Flint, Michigan"."""
    j = latest_before(whole, k)
    before = book.mentions[j - 1] if j else None
    here = before is not None and any(book.owner[i] is town for i in (j - 1, j - 2) if i >= 0)
    return here and book.string[book.mentions[j].start - 2 : book.mentions[j].start] == ", "


def _is_topic(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the latest mention is a subject or an owner."""
    j = latest_before(cluster, k)
    return book.is_subject[j] or book.stands[j].dep_ == "nmod:poss"


def _is_about(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the noun stands in a clause about the other: "Peru, which borders the country"."""
    at = book.tokens[book.mentions[k].head]
    while at.head.i != at.i:
        at = at.head
        if book.cluster_at(at.i) is cluster:
            return True
    return False

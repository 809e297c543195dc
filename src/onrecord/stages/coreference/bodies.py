"""Which body, country or bodies a definite noun takes up: "the group", "his party", "the country", "the ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.names import is_acronym
from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import BODIES, latest_before
from onrecord.stages.coreference.holders import holder_of, is_his, sides_of
from onrecord.stages.coreference.named_so import find_name_with, is_alike, is_named_so, may_be, telling, wanted_sectors

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_BODY_SENTENCES = 3
_ALLIANCES = frozenset({"IGO", "UNO", "EUR"})  # codes of bodies of many countries
_MULTINATIONAL, _FIRM, _PRESS, _PARTY = "MNC", "BUS", "JRN", "PTY"
_LABOUR = "LAB"
_OF_CITIZENS = frozenset({"NGO", "SOC"})
_STEM = 4  # letters
_FIRST_CALLED = 4  # mentions
_LAST_CALLED = 6
_HEARS = frozenset({"obj", "iobj"})
_POINTING = frozenset({"this", "these", "that", "those"})  # "this barbaric group" is judged, not told anew
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc"})


def find_body(book: Book, k: int, teller: Cluster | None) -> Cluster | None:
    """The body that is called so by its name, else the teller's, else one that may be.

    "The nurses' union" is none named before.
    """
    head = book.tokens[book.mentions[k].head]
    owners = {child.pos_ for child in head.children if child.dep_ == "nmod:poss"}
    if "NOUN" in owners:
        return find_name_with(book, k) or _body_of(book, k)
    holder = holder_of(book, k)
    if is_his(book, k):  # "his party": the one that he belongs to
        return _side_called(book, holder, k) if holder is not None else None
    if "PRON" in owners:
        return None  # "Kone has not paid the nurses, | their union said"
    anything = book.noun[k] in book.words.any_body and not book.modifiers[k]
    named = None if owners or anything else find_name_with(book, k)
    if book.modifiers[k] & book.words.tells_apart:
        return named  # "the ruling party" is not the one of which the report has just told
    return named or _tellers(book, teller, k) or _body(book, k) or _unknown_body(book, k)


def _body_of(book: Book, k: int) -> Cluster | None:
    """The only named body whose name says whose it is: "the miners' union", which is the "United Mine Workers"."""
    owners = grammar.children(book.tokens[book.mentions[k].head], "nmod:poss")
    if len(owners) != 1 or owners[0].tag_ != "NNS" or _LABOUR not in _liked_sectors(book, k):
        return None
    stem = owners[0].lemma_.lower()[:_STEM]
    found = [
        one
        for one in recent_clusters(book, k, None)
        if one.type == "organization"
        and any(word.startswith(stem) for name in one.names for word in name.lower().split())
        and (_unwanted_sectors(book, k).isdisjoint(_codes(one)) or _is_of_workers(book, one))
        and not _is_called_otherwise(book, one, book.noun[k])
    ]
    return found[0] if len(found) == 1 else None


def _is_of_workers(book: Book, one: Cluster) -> bool:
    """Whether the name says that people joined in it: the "Pilots' Federation" is no part of the forces."""
    return any(name.lower().split()[-1] in book.words.joined for name in one.names)


def _tellers(book: Book, teller: Cluster | None, k: int) -> Cluster | None:
    """The firm, court or party whose person tells it: "Ana Ruiz of Tarvex said the company was sound"."""
    wanted = wanted_sectors(book, k)
    if teller is None or not wanted or book.modifiers[k]:
        return None
    sides = [side for side in sides_of(book, teller) if side.named and side.type in BODIES and side is not teller]
    fitting = [side for side in sides if not side.sectors or _may_be_called(book, side, k)]
    only = fitting[0] if len(fitting) == 1 else None
    return None if only is None or _is_called_otherwise(book, only, book.noun[k]) else only


def _side_called(book: Book, person: Cluster, k: int) -> Cluster | None:
    """The body that a person belongs to and that the noun may mean."""
    return next((side for side in sides_of(book, person) if _may_be_called(book, side, k)), None)


def _body(book: Book, k: int) -> Cluster | None:
    """A named body that may be called so ("the group"): the nearest in the sentence, else a subject before it."""
    wanted = wanted_sectors(book, k)
    unwanted = _unwanted_sectors(book, k)
    doers = _doers_to(book, k)
    wholes = [book.cluster_at(head) for head in book.mentions[k].member_of]  # "the UN agency" is not the UN
    fitting = [
        cluster
        for cluster in recent_clusters(book, k, _BODY_SENTENCES)
        if (
            _may_be_called(book, cluster, k)
            or _says(book, cluster, k)
            or (_FIRM in wanted and _has_workers(book, cluster))
            or (wanted and not cluster.sectors and _is_of_that_country(book, cluster, k))
            or (_PRESS in wanted and not cluster.sectors and _was_told(book, cluster))
        )
        and cluster not in wholes
        and not (_FIRM in unwanted and _has_workers(book, cluster))
        and id(cluster) not in doers
        and unwanted.isdisjoint(_codes(cluster))
        and not _is_of_another_country(book, cluster, k)
        and not _is_called_otherwise(book, cluster, book.noun[k])
        and not _is_gainsaid(book, cluster, k)
    ]
    liked = _liked_sectors(book, k)
    fitting = [cluster for cluster in fitting if not _is_told_anew(book, cluster, k)]
    fitting = [cluster for cluster in fitting if _is_of_that_country(book, cluster, k)] or fitting
    fitting = [cluster for cluster in fitting if _says(book, cluster, k)] or fitting  # an Agency before a Bureau
    fitting = [cluster for cluster in fitting if not liked.isdisjoint(_codes(cluster))] or fitting
    here = [cluster for cluster in fitting if book.sentence[latest_before(cluster, k)] == book.sentence[k]]
    if here:
        return here[0]
    for distance in range(1, _BODY_SENTENCES + 1):
        line = book.sentence[k] - distance
        there = [cluster for cluster in fitting if book.sentence[latest_before(cluster, k)] == line]
        subjects = [cluster for cluster in there if book.is_subject[latest_before(cluster, k)]]
        if subjects:
            return subjects[-1]
        if len(there) == 1:
            return there[0]
        if there:
            return None
    return None


def _was_told(book: Book, cluster: Cluster) -> bool:
    """Whether something is told to it, as to the press: "told NRK that the sides were close"."""
    seats = [book.stands[j] for j in cluster.mentions[:_FIRST_CALLED]]
    return any(seat.dep_ in _HEARS and seat.head.lemma_.lower() in book.words.telling for seat in seats)


def _is_told_anew(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether a noun for any body stands with a word for its work that nothing tells of this one: "the aid group".

    One that the sentence before is about may be told so for the first time.
    """
    if book.determiner(k) in _POINTING or "any" not in book.words.body[book.noun[k]].split():
        return False
    if not _liked_sectors(book, k).isdisjoint(_codes(cluster)):
        return False
    last = (j for j in cluster.mentions[-_LAST_CALLED:] if j < k and book.sentence[k] - book.sentence[j] <= 1)
    goes_on = any(book.is_subject[j] for j in last)
    said = (book.modifiers[k] - book.words.state_of - cluster.modifiers).difference(book.words.number)
    if "based" in said:  # "the New York-based group"
        said -= {"based", *(token.lower_ for token in book.tokens[slice(*book.spans[k])] if token.text[0].isupper())}
    words = said.difference(book.words.sector)
    told = {word for name in cluster.names for word in name.lower().split()}
    nations = book.actors.countries.nationality
    return not goes_on and any(word not in told and nations(word.capitalize()) is None for word in words)


def _says(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the name of a body says that it is one, where nothing more is said of it than "the agency"."""
    named_so = cluster.type == "organization" and is_named_so(book, cluster, book.noun[k])
    return named_so and not book.modifiers[k] and may_be(book, cluster, k)


def _has_workers(book: Book, cluster: Cluster) -> bool:
    """Whether it is a body of which nothing is known but that people work there: "miners at Tarvex"."""
    if cluster.sectors or not cluster.named or cluster.type != "organization":
        return False
    seats = (book.stands[j] for j in cluster.mentions[:_FIRST_CALLED])
    return any(seat.dep_ == "nmod" and seat.head.tag_ == "NNS" and grammar.preposition(seat) == "at" for seat in seats)


def _unknown_body(book: Book, k: int) -> Cluster | None:
    """The only body of the last sentences of which nothing tells of what kind it is ("Tarvex").

    It is the subject of the sentence before; for a firm, of whom nobody says what it is, any name will do ("Tarvex").
    """
    firm = _FIRM in wanted_sectors(book, k)
    near = [
        cluster
        for cluster in recent_clusters(book, k, _BODY_SENTENCES if firm else 1)
        if cluster.type == "organization"
        and cluster.named
        and book.sentence[latest_before(cluster, k)] < book.sentence[k]
        and not (cluster.sectors and _is_told_apart(book, cluster, k))
        and not _is_gainsaid(book, cluster, k)
        and not (firm and (_is_called_otherwise(book, cluster, book.noun[k]) or _only_modifies(book, cluster)))
    ]
    only = near[0] if len(near) == 1 and book.tokens[book.mentions[k].head].dep_ != "appos" else None
    if only is None or only.sectors or only.country in _ALLIANCES or id(only) in _doers_to(book, k):
        return None
    before = book.sentence[k] - book.sentence[latest_before(only, k)] == 1
    lone = firm and not any(is_acronym(name) for name in only.names)
    if not lone and not (before and book.is_subject[latest_before(only, k)]):
        return None
    said = book.modifiers[k].difference(book.words.sector)  # "the opposition party", of what kind nobody has told
    goes_on = before and book.is_subject[latest_before(only, k)] and book.is_subject[k] and firm  # "the budget airline"
    return None if (said and not goes_on) or _is_called_otherwise(book, only, book.noun[k]) else only


def _only_modifies(book: Book, cluster: Cluster) -> bool:
    """Whether it only stands before other nouns: "a Creative Commons licence"."""
    return all(book.stands[j].dep_ in _BEFORE_NOUNS for j in cluster.mentions[:_FIRST_CALLED])


def _is_told_apart(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether what it is known to be gainsays the noun."""
    return bool(wanted_sectors(book, k)) or not _unwanted_sectors(book, k).isdisjoint(_codes(cluster))


def _is_of_another_country(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether two countries gainsay that it is the body: "the US manufacturer" is no Irish one."""
    said = book.mentions[k].country
    return said is not None and cluster.country not in {None, said, _MULTINATIONAL, *_ALLIANCES}


def _is_of_that_country(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether it is a named body of the very country that the noun says: "the Dutch group Nordal … the Dutch firm"."""
    said = book.mentions[k].country
    return said is not None and cluster.country == said and cluster.named and cluster.type == "organization"


def _doers_to(book: Book, k: int) -> set[int]:
    """Who does the verb whose object the noun is: "the union lent | the company | money"."""
    token = book.tokens[book.mentions[k].head]
    doers = grammar.surface_subjects(token.head) if token.dep_ in {"obj", "iobj"} else []
    owners = [book.cluster_at(doer.i) for doer in doers]
    return {id(owner) for owner in owners if owner is not None}


def _liked_sectors(book: Book, k: int) -> frozenset[str]:
    """Sectors or codes of the bodies that are meant rather than others: a "union" is one of workers."""
    codes = book.words.body[book.noun[k]].split()
    return frozenset(code for code in codes if code != "any" and code[0] != "-")


def _unwanted_sectors(book: Book, k: int) -> frozenset[str]:
    """Sectors of bodies that are never called so: nobody calls the United Nations "the group"."""
    return frozenset(word[1:] for word in book.words.body[book.noun[k]].split() if word[0] == "-")


def _codes(cluster: Cluster) -> frozenset[str]:
    return frozenset((*cluster.sectors, *([cluster.country] if cluster.country else ())))


def _may_be_called(book: Book, cluster: Cluster, k: int) -> bool:
    wanted, codes = wanted_sectors(book, k), _codes(cluster)
    several = cluster.plural and not cluster.actor  # "the Houthis" are one group
    if cluster.type not in BODIES or several or not cluster.named:
        return False
    if wanted:
        return bool(codes & wanted)
    # the bare "group" or "organization" is hardly ever a news agency that is only quoted
    if _PRESS in codes and codes.isdisjoint(_OF_CITIZENS):
        return _PRESS in _liked_sectors(book, k)
    return _PARTY not in codes or not _is_a_people(book, cluster)


def _is_a_people(book: Book, cluster: Cluster) -> bool:
    """Whether its names are all a plural, as of those who are of one mind: "the Democrats" are no group."""
    heads = [book.mentions[j].head for j in cluster.mentions[:_FIRST_CALLED] if book.mentions[j].kind == "name"]
    return all(book.tokens[head].tag_ == "NNPS" for head in heads)


def _is_called_otherwise(book: Book, cluster: Cluster, noun: str) -> bool:
    """Whether its name says that it is another kind of body: a council is no union, though it may be a group."""
    never = book.words.never_called.get(noun, frozenset())
    letters = bool(never) and all(is_acronym(name) for name in cluster.names)  # "the DNC", which is a committee
    known = book.actors.by_key(cluster.actor) if letters and cluster.actor else None
    for name in (*cluster.names, *([known.name] if known is not None else [])):
        if not never.isdisjoint(name.lower().split()):
            return True
    if noun not in book.words.organization_head or noun in book.words.any_body | book.words.sector_body:
        return False
    words = {word.lower() for name in cluster.names for word in telling(name, frozenset())}
    kinds = words & book.words.organization_head
    return bool(kinds) and noun not in kinds and not is_alike(book, noun, kinds)


def _is_gainsaid(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether a noun that it has been called by says that it is none of these: no "tribe" is a "company"."""
    wanted = wanted_sectors(book, k)
    called = [frozenset(book.words.body[noun].split()) for noun in cluster.nouns if noun in book.words.body]
    barred = {f"-{code}" for code in wanted}
    return any(bool(barred & codes) or not ({"any"} | wanted) & codes for codes in called) and bool(wanted)


def find_bodies(book: Book, k: int) -> Cluster | None:
    """The latest several bodies, however called, for "the groups" of which nothing more is said."""
    if book.modifiers[k]:
        return None
    for cluster in recent_clusters(book, k, _BODY_SENTENCES):
        called = any(noun in book.words.body for noun in cluster.nouns)
        if cluster.plural and cluster.type in BODIES and called and may_be(book, cluster, k):
            return cluster
    return None

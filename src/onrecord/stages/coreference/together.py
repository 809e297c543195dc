"""Who they are that a noun or "they" takes together: "the two countries" of Chad and Niger, "both men", "each"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import BODIES
from onrecord.stages.coreference.fates import is_sufferer
from onrecord.stages.coreference.listed import find_listed, told_before
from onrecord.stages.coreference.over import all_over, those_over
from onrecord.stages.coreference.states_and_towns import may_be_town

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_MOST = 4  # more are hardly told of one by one
_DONE_TO = frozenset({"obj", "iobj"})
_ROLES = _DONE_TO | {"nsubj", "nsubj:pass"}
_SUFFERED_SENTENCES = 10
_LEAD = 2  # sentences
_NOBODY: frozenset[str] = frozenset()


def find_those(book: Book, k: int) -> Cluster | None:
    """Who the noun or the word that stands for several takes together, as one; None where nobody knows."""
    mention = book.mentions[k]
    definite = book.determiner(k) in book.words.definite
    couple = _couple(book, k) if definite and book.noun[k] in book.words.couple else ()
    if couple:
        return book.together(couple)
    if book.noun[k] in book.words.stands_for:
        return _pair(book, k, book.words.stands_for[book.noun[k]])
    if book.stands[k].pos_ == "NUM" and mention.count and (book.stands[k].dep_ in _DONE_TO or not definite):
        found = _all_so_many(book, k, mention.count)  # "jailed all three"
        if found is not None or not definite:
            return found
    if mention.plural and definite and book.noun[k] in book.words.suffering_of and mention.count is None:
        found = _sufferers(book, k)
        if found is not None:
            return found
    members = find_members(book, k) if mention.plural or book.determiner(k) in book.words.stands_for else ()
    return book.together(members) if members else None


def is_nobody_else(book: Book, k: int) -> bool:
    """Whether it only takes up others, and is nobody where these are not known: "both", "neither party"."""
    first = book.tokens[book.spans[k][0]]
    word = first.lower_ in book.words.stands_for
    return word and (book.noun[k] == first.lower_ or grammar.is_negative(first))


def _couple(book: Book, k: int) -> tuple[Cluster, ...]:
    """The two people of the last sentences one of whom was told of as the other's spouse: "the couple"."""
    near = {id(one): one for j in told_before(book, k) if (one := book.owner[j]) is not None and one.type == "person"}
    spouses = (j for one in near.values() for j in one.mentions if book.noun[j] in book.words.couple_of)
    for j in spouses:
        owners = grammar.children(book.tokens[book.mentions[j].head], "nmod:poss")
        one, other = (book.cluster_at(owners[0].i) if owners else None), book.owner[j]
        if one is not None and other is not None and one is not other and one.type == "person":
            return (one, other)
    return ()


def _pair(book: Book, k: int, number: int) -> Cluster | None:
    """Whom "both", "neither" and "the pair" stand for: a plural subject just before, or who was told of together."""
    members = find_listed(book, k, set(), speaks=True)
    if len(members) == number:
        return book.together(members)
    just_before = (j for j in told_before(book, k) if book.sentence[k] - book.sentence[j] == 1 and book.is_subject[j])
    subjects = _several_among(book, just_before) or _several_beside(book, k, number)
    only = next(iter(subjects.values())) if len(subjects) == 1 else None
    return only if only is not None and _count(book, only) in {None, number} else None


def _several_among(book: Book, mentions: Iterable[int]) -> dict[int, Cluster]:
    """Those of several people or bodies that the mentions are of, each once."""
    return {id(one): one for j in mentions if (one := book.owner[j]) is not None and _are_several(book, one)}


def _several_beside(book: Book, k: int, number: int) -> dict[int, Cluster]:
    """Those of the sentence to whom it may be done: "the judge said the men had lied and jailed | both".

    Nobody does it to both who are himself, and those of just that number come first ("caught two men and shot both").
    """
    if book.stands[k].dep_ not in _DONE_TO:
        return {}
    doers = {id(book.cluster_at(doer.i)) for doer in grammar.surface_subjects(book.stands[k].head)}
    beside = [j for j in told_before(book, k) if book.sentence[k] == book.sentence[j] and book.stands[j].dep_ in _ROLES]
    found = _several_among(book, beside)
    others = {key: one for key, one in found.items() if key not in doers}
    return {key: one for key, one in others.items() if _count(book, one) == number} or others


def _all_so_many(book: Book, k: int, number: int) -> Cluster | None:
    """Those just counted so, or the only ones of the sentence to whom it may be done: "caught 40 men, freed all 40"."""
    counted = [j for j in told_before(book, k) if book.mentions[j].count == number]
    found = _several_among(book, counted) or _several_beside(book, k, number)
    return next(iter(found.values())) if len(found) == 1 else None


def _count(book: Book, cluster: Cluster) -> int | None:
    counts = (book.mentions[j].count for j in cluster.mentions)
    return len(cluster.members) or next((count for count in counts if count is not None), None)


def _are_several(book: Book, cluster: Cluster) -> bool:
    return bool(cluster.members) or book.mentions[cluster.mentions[0]].plural


def find_members(book: Book, k: int) -> tuple[Cluster, ...]:
    """The two (or three) of whom the last sentences tell, for a definite noun with that number; else none.

    Those that stand together in one phrase ("Chad and Niger") come first; others where there are just so many.
    """
    mention = book.mentions[k]
    first = book.determiner(k)
    count = mention.count or book.words.number.get(first) or book.words.stands_for.get(first, 0)
    definite = first in book.words.definite or first in book.words.stands_for
    more = book.modifiers[k].difference(book.words.number)
    apart = more & book.words.tells_apart or (more and book.noun[k] in book.words.side)  # "both political parties"
    apart = apart or book.noun[k] in book.words.kin or book.possessor(k) is not None  # "both her parents"
    if not (1 < count <= _MOST and definite) or apart or mention.member_of or mention.country:
        return ()
    over = all_over(book, k)
    here = _people_of(book, k, over, 0) if book.noun[k] in book.words.number else ()
    if len(here) == count:
        return here  # "Ruiz met Lee, but the two failed to agree"
    together = [members for members in _in_one_phrase(book, k, count) if over.isdisjoint(map(id, members))]
    each = first not in book.words.definite  # "each member", who may be of any body
    if each:
        together = [members for members in together if all(one.named for one in members)]
    if together or each:
        return together[0] if len(together) == 1 else ()  # of two lists nobody knows which is meant
    if book.noun[k] in book.words.side:
        return _of_lead(book, k, count, over)
    return _just_so_many(book, k, count, over)


def _in_one_phrase(book: Book, k: int, count: int) -> list[tuple[Cluster, ...]]:
    """The members of each list of just so many, each once."""
    before = list(told_before(book, k))
    fitting: dict[frozenset[int], tuple[Cluster, ...]] = {}
    for j in before:
        taken = book.owner[j]
        if (
            taken is not None
            and len(taken.members) == count
            and all(_fits(book, k, one, loosely=True) for one in taken.members)
        ):
            fitting.setdefault(frozenset(map(id, taken.members)), taken.members)
    for owners in _lists(book, reversed(before)):
        if len(owners) == count and all(_fits(book, k, one, loosely=True) for one in owners.values()):
            fitting.setdefault(frozenset(owners), tuple(owners.values()))
    return list(fitting.values())


def _lists(book: Book, mentions: Iterable[int]) -> list[dict[int, Cluster]]:
    """Whom each list names, in the order of the mentions; who stands alone is a list of one."""
    lists: dict[int, dict[int, Cluster]] = {}
    for j in mentions:
        token, owner = book.stands[j], book.owner[j]
        if owner is not None:
            lists.setdefault(token.head.i if token.dep_ == "conj" else token.i, {})[id(owner)] = owner
    return list(lists.values())


def _of_lead(book: Book, k: int, count: int, over: frozenset[int]) -> tuple[Cluster, ...]:
    """The two sides of the report: the one list of just so many that its first sentences hold, "Chad and Mali met"."""
    first = (j for j in range(k) if book.sentence[j] < _LEAD and book.stands[j].dep_ != "flat")
    sides = [tuple(found.values()) for found in _lists(book, first) if len(found) == count and over.isdisjoint(found)]
    fitting = [found for found in sides if all(_fits(book, k, one, loosely=True) for one in found)]
    return fitting[0] if len(fitting) == 1 else ()


def _people_of(book: Book, k: int, over: frozenset[int], distance: int) -> tuple[Cluster, ...]:
    """The people by name of the sentence so far before, less those over the noun, in their order."""
    near = [book.owner[j] for j in told_before(book, k) if book.sentence[k] - book.sentence[j] == distance]
    people = {id(one): one for one in near if one is not None and one.type == "person" and one.named}
    return tuple(one for key, one in reversed(people.items()) if key not in over)


def _just_so_many(book: Book, k: int, count: int, over: frozenset[int]) -> tuple[Cluster, ...]:
    """As many as the noun counts ("the two countries"), out of the nearest sentences; nobody where these hold more."""
    if book.noun[k] in book.words.number:  # "the two agreed"
        people = _people_of(book, k, over, 1)
        if len(people) == count:
            return people
    found: dict[str, Cluster] = {}
    line = book.sentence[k]
    for j in told_before(book, k):
        if book.sentence[j] != line and len(found) >= count:
            break
        line = book.sentence[j]
        owner = book.owner[j]
        if owner is not None and owner.named and id(owner) not in over and _fits(book, k, owner, loosely=False):
            found.setdefault(_key(book, k, owner), owner)
    if len(found) < count and book.noun[k] in book.words.town | book.words.country:  # the only two of the report
        fitting = (one for one in recent_clusters(book, k, None) if _fits(book, k, one, loosely=False))
        found = {_key(book, k, one): one for one in fitting}
    return tuple(reversed(found.values())) if len(found) == count else ()


def _key(book: Book, k: int, cluster: Cluster) -> str:
    """The key by which two of them count as one: a state and its capital are one country."""
    state = book.noun[k] in book.words.country and cluster.country
    return cluster.country or "" if state else str(id(cluster))


def _fits(book: Book, k: int, cluster: Cluster, *, loosely: bool) -> bool:
    """Whether the noun may count the cluster: states for "the two countries", people for "both men"."""
    noun = book.noun[k]
    if cluster.plural and not cluster.named:
        return False
    if noun in book.words.country:
        countries = book.actors.countries
        return cluster.type == "place" and any(countries.by_name(n) or countries.by_capital(n) for n in cluster.names)
    if noun in book.words.town:  # "both cities"
        return cluster.type == "place" and cluster.named and may_be_town(book, cluster)
    return _is_counted(book, k, cluster, loosely=loosely)


def _is_counted(book: Book, k: int, cluster: Cluster, *, loosely: bool) -> bool:
    """The same for who deals with one another, people and bodies."""
    noun = book.noun[k]
    if noun in book.words.number:  # "the two denied it"
        return cluster.named
    if noun in book.words.side:
        return cluster.type in BODIES or (cluster.type == "place" and cluster.country is not None)
    if noun in book.words.person or noun in book.words.only_plural:  # "both men"
        return cluster.type == "person" and _may_be_called(book, k, cluster, loosely=loosely)
    return noun in book.words.body and cluster.type == "organization" and cluster.named


def _may_be_called(book: Book, k: int, one: Cluster, *, loosely: bool) -> bool:
    """Whether nothing that the person is called gainsays the noun: an envoy is none of "the two commanders".

    Men and women are told by their sex; of one of whom no office is known nobody can say. Another word for the office
    does only for those of one list: "Senator Ruiz and Representative Lee … both lawmakers".
    """
    noun, sex = book.noun[k], book.gender(k)
    if sex is not None and one.gender not in {None, sex}:
        return False
    offices = {*one.nouns, *(word for role in one.roles for word in role.lower().replace("-", " ").split())}
    office = noun in book.words.voice or noun in book.words.called_too
    if not (office and offices):
        return True
    leads = noun in book.words.leader and not book.words.heads.isdisjoint(offices)
    return leads or noun in offices or (loosely and not book.words.called_too.get(noun, _NOBODY).isdisjoint(offices))


def _sufferers(book: Book, k: int) -> Cluster | None:
    """Those of the report to whom it was done, for "the suspects": several told as one, or a list."""
    verbs = book.words.suffering_of[book.noun[k]]
    if book.modifiers[k] or book.gender(k) is not None or not verbs.isdisjoint(book.words.killing):
        return None
    over = those_over(book, k)
    near = [one for one in recent_clusters(book, k, _SUFFERED_SENTENCES) if one.mentions and id(one) not in over]
    held = [one for one in near if one.type in {"person", "group"} and is_sufferer(book, one, verbs)]
    several = [one for one in held if one.plural]
    if len(several) == 1:
        return several[0]
    return book.together(held[::-1]) if not several and 1 < len(held) <= _MOST else None

"""Which entity a nominal belongs to: "the ministry", "the group", "the president", "the factions"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from onrecord.stages.coreference.book import Book, Cluster
    from onrecord.stages.coreference.names import NameIndex

_SAME_NOUN_SENTENCES = 10
_BODY_SENTENCES = 3
_ROLE_SENTENCES = 12
_MAX_LOOK_BACK = 60
_BODIES = frozenset({"organization", "group", "other"})


def find_noun_owner(book: Book, index: NameIndex, k: int) -> Cluster | None:
    """The cluster that the nominal `k` takes up, or None where it brings somebody new."""
    mention = book.mentions[k]
    for head in mention.same_as:
        found = book.cluster_at(head)
        if found is not None and _types_agree(found.type, mention.type):
            return found
    if mention.actor:
        found = index.by_key(mention.actor)
        if found is not None:
            return found
    name = _name_beside(book, k)
    if name is not None:  # "its leader, Ana Silva" is nobody else who leads
        return index.find(name)
    return _by_apposition(book, k) or _government(book, k) or _taken_up(book, k)


def _name_beside(book: Book, k: int) -> int | None:
    """The name of a person in apposition behind the nominal ("the mayor, Ana Silva")."""
    mention = book.mentions[k]
    if mention.type != "person" or mention.plural:
        return None
    for child in book.tokens[mention.head].children:
        near = book.at_token[child.i] if child.dep_ == "appos" and child.i > mention.head else -1
        if near >= 0 and book.mentions[near].kind == "name" and book.mentions[near].type == "person":
            return near
    return None


def _types_agree(one: str, other: str) -> bool:
    return one == other or (one in _BODIES and other in _BODIES)


def _by_apposition(book: Book, k: int) -> Cluster | None:
    """The noun beside a name of its kind: "Ali Haddad, a spokesman"."""
    mention = book.mentions[k]
    token = book.tokens[mention.head]
    if token.dep_ != "appos" or mention.plural:
        return None
    near = book.at_token[token.head.i]
    if near < 0:
        return None
    owner = book.owner[near]
    if owner is None or not _types_agree(owner.type, mention.type) or owner.plural:
        return None
    return owner


def _government(book: Book, k: int) -> Cluster | None:
    """Government, regime, leadership and authorities of one country are one; without a country the latest one."""
    mention = book.mentions[k]
    if book.noun[k] not in book.words.government or "GOV" not in mention.sectors:
        return None
    if (not mention.country and not _is_definite(book, k)) or book.possessor(k) is not None:
        return None
    for cluster in _recent(book, k, None):
        if cluster.type not in _BODIES or not any(noun in book.words.government for noun in cluster.nouns):
            continue
        told_apart = not mention.country and book.modifiers[k] - cluster.modifiers  # "the recognised government"
        if told_apart or _is_part_of_a_country(book, cluster):
            continue
        if mention.country is None or cluster.country == mention.country:
            return cluster
    return None


def _is_part_of_a_country(book: Book, cluster: Cluster) -> bool:
    """Whether it is a state by its name ("the western state of Michoacán"), which is no government of the country."""
    heads = [book.tokens[book.mentions[j].head] for j in cluster.mentions]
    return any(part.ent_type_ == "PLACE" for head in heads for part in grammar.prep_objects(head, frozenset({"of"})))


def _recent(book: Book, k: int, sentences: int | None) -> Iterator[Cluster]:
    """Clusters by their latest mention, the latest first, each once; back to so many sentences."""
    seen: set[Cluster] = set()
    floor = -1 if sentences is None else book.sentence[k] - sentences
    for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
        cluster = book.owner[j]
        if cluster is None or cluster in seen:
            continue
        if book.sentence[j] < floor:
            return
        seen.add(cluster)
        yield cluster


def _determiner(book: Book, k: int) -> str:
    first, _ = book.spans[k]
    return book.tokens[first].lower_


def _is_definite(book: Book, k: int) -> bool:
    return _determiner(book, k) in book.words.definite


def _is_restricted(book: Book, k: int) -> bool:
    """A relative clause says which ones ("the factions that stayed"), so they may be others than those before.

    Behind a comma it only says more of them.
    """
    head = book.mentions[k].head
    clauses = [child for child in book.tokens[head].children if child.dep_ == "acl:relcl" and child.i > head]
    return any("," not in {book.tokens[i].text for i in range(head, clause.left_edge.i + 1)} for clause in clauses)


def _taken_up(book: Book, k: int) -> Cluster | None:
    if _determiner(book, k) in book.words.indefinite or _is_restricted(book, k):
        return None
    definite = _is_definite(book, k)
    found = _same_noun(book, k, definite=definite)
    if found is not None or not definite:
        return found
    mention, noun = book.mentions[k], book.noun[k]
    if mention.type == "person" and not mention.plural:
        return _person_in_role(book, k)
    if noun in book.words.country:
        return _country(book, k)
    if noun in book.words.body:
        return _bodies(book, k) if mention.plural else _body_meant(book, k)
    return _name_with(book, k)


def _same_noun(book: Book, k: int, *, definite: bool) -> Cluster | None:
    """The latest cluster called by the same noun, in the same number, that the modifiers do not gainsay."""
    mention, noun, modifiers = book.mentions[k], book.noun[k], book.modifiers[k]
    for cluster in _recent(book, k, _SAME_NOUN_SENTENCES):
        if noun not in cluster.nouns or cluster.plural != mention.plural or _is_anothers(book, cluster, k):
            continue
        if mention.country and cluster.country and mention.country != cluster.country:
            continue
        if noun in book.words.office and modifiers != cluster.modifiers:
            continue  # "the president" is hardly the "president of the union"
        if definite and modifiers <= cluster.modifiers:
            return cluster
        if mention.type == "organization" and not (modifiers or cluster.modifiers) and _is_uninflected(book, k):
            return cluster  # "police … police"
        if modifiers and modifiers == cluster.modifiers:
            return cluster
    return None


def _is_anothers(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether a pronoun says whose it is and the cluster is somebody else's ("Chad's foreign office … her office")."""
    holder = _holder(book, k)
    if holder is None and not _is_his(book, k):
        return False
    if holder is not None and cluster in _sides(book, holder):
        return False
    heads = [book.tokens[book.mentions[j].head] for j in cluster.mentions]
    owners = [book.cluster_at(child.i) for head in heads for child in head.children if child.dep_ == "nmod:poss"]
    known = [owner for owner in owners if owner is not None]
    return holder not in known if known else _is_his(book, k)


def _is_uninflected(book: Book, k: int) -> bool:
    return book.tokens[book.mentions[k].head].lower_ == book.noun[k]


def _person_in_role(book: Book, k: int) -> Cluster | None:
    """The latest person with this role: "the president", "the minister"."""
    noun, mention = book.noun[k], book.mentions[k]
    holder = _holder(book, k)
    for cluster in _recent(book, k, _ROLE_SENTENCES):
        if cluster.type != "person" or cluster.plural or (holder is not None and holder not in _sides(book, cluster)):
            continue
        if _holds_office(book, cluster, mention.text) or _leads(book, cluster, k):
            return cluster
        if not cluster.role or noun not in cluster.role.lower().replace("-", " ").split():
            continue
        if mention.country and cluster.country and mention.country != cluster.country:
            continue
        if noun in book.words.office and (" of " in cluster.role or _is_lesser(book, cluster.role, k)):
            continue
        rest = book.modifiers[k] - set(cluster.role.lower().split())
        if all(book.actors.countries.nationality(word.capitalize()) is not None for word in rest):
            return cluster
    return None


def _is_lesser(book: Book, role: str, k: int) -> bool:
    """Whether the role is a deputy's or a former one, and the noun is not: a vice president is no president."""
    return bool(book.words.lesser & set(role.lower().replace("-", " ").split()) - book.modifiers[k])


def _leads(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the person may be called by their country and "leader" alone ("the Indian leader")."""
    mention = book.mentions[k]
    known = cluster.named and cluster.country is not None and cluster.sectors[:1] == ("GOV",)
    if book.noun[k] not in book.words.leader or not known or mention.country != cluster.country:
        return False
    return all(book.actors.countries.nationality(word.capitalize()) is not None for word in book.modifiers[k])


def _holds_office(book: Book, cluster: Cluster, text: str) -> bool:
    """Whether the actor base has the person in the very office that the words name ("the prime minister")."""
    actor = book.actors.by_key(cluster.actor) if cluster.actor else None
    office = " ".join(text.lower().split()[1:])
    return actor is not None and any(term.office == office for term in actor.terms)


def _body_meant(book: Book, k: int) -> Cluster | None:
    """The body that is called so by its name, else one that may be; "the nurses' union" is none named before."""
    head = book.tokens[book.mentions[k].head]
    owners = {child.pos_ for child in head.children if child.dep_ == "nmod:poss"}
    if "NOUN" in owners:
        return None
    holder = _holder(book, k)
    if _is_his(book, k):  # "his party": the one that he belongs to
        return _side_called(book, holder, k) if holder is not None else None
    named = None if owners or book.noun[k] in book.words.any_body else _name_with(book, k)
    return named or _body(book, k)


def _holder(book: Book, k: int) -> Cluster | None:
    """Whose it is, where a pronoun before the noun says so ("its leader", "his party")."""
    for child in book.tokens[book.mentions[k].head].children:
        if child.dep_ == "nmod:poss" and child.pos_ == "PRON":
            return book.cluster_at(child.i)
    return None


def _is_his(book: Book, k: int) -> bool:
    """Whether "his" or "her" stands before the noun."""
    children = book.tokens[book.mentions[k].head].children
    return any(child.dep_ == "nmod:poss" and is_persons(child) for child in children)


def is_persons(owner: Token) -> bool:
    """Whether a possessive is a man's or a woman's."""
    return owner.pos_ == "PRON" and bool({"Gender=Fem", "Gender=Masc"} & set(owner.morph))


def _sides(book: Book, cluster: Cluster) -> list[Cluster]:
    """What a person belongs to."""
    heads = (head for j in cluster.mentions for head in book.mentions[j].member_of)
    return [side for head in heads if (side := book.cluster_at(head)) is not None]


def _side_called(book: Book, person: Cluster, k: int) -> Cluster | None:
    """The body that a person belongs to and that the noun may mean."""
    wanted = _wanted_sectors(book, k)
    return next((side for side in _sides(book, person) if _may_be_called(side, wanted)), None)


def _body(book: Book, k: int) -> Cluster | None:
    """A named body that may be called so ("the group"): the nearest in the sentence, else a subject before it."""
    wanted = _wanted_sectors(book, k)
    unwanted = _unwanted_sectors(book, k)
    doers = _doers_to(book, k)
    fitting = [
        cluster
        for cluster in _recent(book, k, _BODY_SENTENCES)
        if _may_be_called(cluster, wanted)
        and id(cluster) not in doers
        and unwanted.isdisjoint({*cluster.sectors, cluster.country or ""})
        and not _is_called_otherwise(book, cluster, book.noun[k])
    ]
    here = [cluster for cluster in fitting if book.sentence[_latest_before(cluster, k)] == book.sentence[k]]
    if here:
        return here[0]
    for distance in range(1, _BODY_SENTENCES + 1):
        line = book.sentence[k] - distance
        there = [cluster for cluster in fitting if book.sentence[_latest_before(cluster, k)] == line]
        subjects = [cluster for cluster in there if book.is_subject[_latest_before(cluster, k)]]
        if subjects:
            return subjects[-1]
        if len(there) == 1:
            return there[0]
        if there:
            return None
    return None


def _doers_to(book: Book, k: int) -> set[int]:
    """Who does the verb whose object the noun is: "the union lent | the company | money"."""
    token = book.tokens[book.mentions[k].head]
    doers = grammar.surface_subjects(token.head) if token.dep_ in {"obj", "iobj"} else []
    owners = [book.cluster_at(doer.i) for doer in doers]
    return {id(owner) for owner in owners if owner is not None}


def _latest_before(cluster: Cluster, k: int) -> int:
    return next((j for j in reversed(cluster.mentions) if j < k), cluster.mentions[0])


def _wanted_sectors(book: Book, k: int) -> frozenset[str]:
    """Sectors or codes one of which the antecedent must have: from the modifiers, or else from the noun itself."""
    said = [code for word in book.modifiers[k] for code in book.words.sector.get(word, "").split()]
    if said:
        return frozenset(said)
    return frozenset(word for word in book.words.body[book.noun[k]].split() if word != "any" and word[0] != "-")


def _unwanted_sectors(book: Book, k: int) -> frozenset[str]:
    """Sectors of bodies that are never called so: nobody calls the United Nations "the group"."""
    return frozenset(word[1:] for word in book.words.body[book.noun[k]].split() if word[0] == "-")


def _may_be_called(cluster: Cluster, wanted: frozenset[str]) -> bool:
    several = cluster.plural and not cluster.actor  # "the Houthis" are one group
    if cluster.type not in _BODIES or several or not cluster.named:
        return False
    if not wanted:
        # Bare "the group" or "the organization" is hardly ever a news agency that is only quoted.
        return "JRN" not in cluster.sectors
    codes = {*cluster.sectors, *([cluster.country] if cluster.country else ())}
    return bool(codes & wanted)


def _is_called_otherwise(book: Book, cluster: Cluster, noun: str) -> bool:
    """Whether its name says that it is another kind of body: a council is no union, though it may be a group."""
    if noun not in book.words.organization_head or noun in book.words.any_body:
        return False
    kinds = {
        word.lower() for name in cluster.names for word in _telling(name, frozenset())
    } & book.words.organization_head
    return bool(kinds) and noun not in kinds


def _country(book: Book, k: int) -> Cluster | None:
    """The only state named in the last sentences, for "the country"."""
    by_name = book.actors.countries.by_name
    near = [cluster for cluster in _recent(book, k, _BODY_SENTENCES)
            if cluster.type == "place" and any(by_name(name) for name in cluster.names)]  # fmt: skip
    return near[0] if len(near) == 1 and not book.modifiers[k] and not book.mentions[k].plural else None


def _bodies(book: Book, k: int) -> Cluster | None:
    """The latest several bodies, however called, for "the groups" of which nothing more is said."""
    if book.modifiers[k]:
        return None
    for cluster in _recent(book, k, _BODY_SENTENCES):
        called = any(noun in book.words.body for noun in cluster.nouns)
        if cluster.plural and cluster.type in _BODIES and called and not _is_of_another_side(book, k, cluster):
            return cluster
    return None


def _name_with(book: Book, k: int) -> Cluster | None:
    """The latest body or place whose name tells it by this word: "the ministry", "the court"."""
    mention, noun = book.mentions[k], book.noun[k]
    if book.modifiers[k] or mention.plural:
        return None
    for cluster in _recent(book, k, _SAME_NOUN_SENTENCES):
        ends = {word for name in cluster.names for word in _telling(name, book.words.nouns)}
        if noun in ends and _types_agree(cluster.type, mention.type) and not _is_of_another_side(book, k, cluster):
            return cluster
    return None


def _is_of_another_side(book: Book, k: int, cluster: Cluster) -> bool:
    """Whether what a body does gainsays the noun: "the army" is not the rebels' National Liberation Army."""
    wanted = _wanted_sectors(book, k) if book.noun[k] in book.words.body else frozenset()
    return bool(wanted and cluster.sectors) and wanted.isdisjoint(cluster.sectors)


def _telling(name: str, kinds: frozenset[str]) -> tuple[str, ...]:
    """The words of a name that may stand alone for it: its first, its last, its last before "of" or "for".

    Not its first where the last is of the `kinds` that say what it is: a "Government Girls School" is no government.
    """
    words = name.split()
    heads = [before for before, word in pairwise(words) if word in {"of", "for"}]
    first = () if words[-1].lower() in kinds and not heads else (words[0],)
    return (*first, words[-1], *heads[:1])

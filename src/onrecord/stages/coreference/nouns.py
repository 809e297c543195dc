"""Which entity a nominal belongs to: "the ministry", "the group", "the president", "the factions"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.ages import find_aged
from onrecord.stages.coreference.bodies import find_bodies, find_body
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import BODIES, latest_before, types_agree
from onrecord.stages.coreference.fates import find_sufferer
from onrecord.stages.coreference.forces import find_fighters, find_forces
from onrecord.stages.coreference.named_so import find_bare, find_name_with, may_be
from onrecord.stages.coreference.offices import find_person_in_role
from onrecord.stages.coreference.only_called import find_nameless_called, find_only_called, is_restricted
from onrecord.stages.coreference.over import those_over
from onrecord.stages.coreference.same_noun import find_same_noun, is_beside_nouns, is_definite, is_no_one
from onrecord.stages.coreference.states_and_towns import find_country, find_site, find_town, find_unit
from onrecord.stages.coreference.ties import find_tied

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.names import NameIndex
    from onrecord.stages.coreference.quotes import Quotes

_OF = frozenset({"of"})
_GOVERNS = "GOV"
_HEADING_MENTIONS = 6
_AFTER_HEADING = 3  # sentences
_LAST_CALLED = 8  # mentions of a government that are asked whether they name a part of a country, besides the first


def find_noun_owner(book: Book, index: NameIndex, quotes: Quotes, k: int) -> Cluster | None:
    """The cluster that the nominal `k` takes up, or None where it brings somebody new."""
    mention = book.mentions[k]
    for head in mention.same_as:
        found = book.cluster_at(head)
        if found is not None and types_agree(found.type, mention.type):
            return found
    if mention.actor:
        found = index.by_key(mention.actor)
        if found is not None:
            return found
    nation = people_key(book, k)
    if nation and index.by_key(nation) is not None:
        return index.by_key(nation)
    name, tied = _name_beside(book, k), find_tied(book, quotes, k)
    if name is not None:  # "its leader, Ana Silva" is nobody else who leads
        return index.find(name) or (tied if tied is not None and not tied.named else find_nameless(book, k))
    unit = find_unit(book, k) if book.noun[k] in book.words.unit_noun else None
    found = _by_apposition(book, k) or unit or _government(book, k) or tied or find_aged(book, k)
    return found or _taken_up(book, quotes, k) or find_forces(book, k) or find_only_called(book, k)


def people_key(book: Book, k: int) -> str | None:
    """The key of a whole people ("the Malian people") or a state's ground ("Malian soil"), None for other nominals."""
    mention, words = book.mentions[k], book.modifiers[k]
    soil = book.noun[k] in book.words.soil
    whole = len(words) == 1 and (soil or (book.noun[k] in book.words.people and is_definite(book, k)))
    code = book.actors.countries.nationality(next(iter(words)).capitalize()) if whole else None
    return f"{'country' if soil else 'people'}:{code}" if code and code == mention.country else None


def _name_beside(book: Book, k: int) -> int | None:
    """The name in apposition behind the nominal ("the mayor, Ana Silva", "the airline, Tarvex")."""
    mention = book.mentions[k]
    if mention.type not in {"person", "organization"} or mention.plural:
        return None
    beside = [child for child in book.tokens[mention.head].children if child.dep_ == "appos" and child.i > mention.head]
    beside += [child for one in beside if book.at_token[one.i] < 0 for child in grammar.children(one, "appos")]
    for child in beside:  # also "her rival, the Labour leader Bo Lee"
        near = book.at_token[child.i]
        if near >= 0 and book.mentions[near].kind == "name" and book.mentions[near].type == mention.type:
            return near
    return None


def find_nameless(book: Book, k: int) -> Cluster | None:
    """Who was told of without a name that now comes: "shot an officer … The officer, Ana Silva, died".

    Also the only one of the whole report who was called so, and to whom what the noun tells was done: "A man was shot.
    The victim, Bo Lee".
    """
    if book.determiner(k) != "the":
        return None
    found = find_same_noun(book, k, None, definite=True) or find_nameless_called(book, k)
    if found is None and book.mentions[k].type == "person":
        found = find_sufferer(book, k)
    return found if found is not None and not found.named else None


def _by_apposition(book: Book, k: int) -> Cluster | None:
    """The noun beside a name of its kind: "Ali Haddad, a spokesman"."""
    mention = book.mentions[k]
    token = book.tokens[mention.head]
    if token.dep_ == "conj" and token.head.dep_ == "appos" and mention.type == "person":
        token = token.head  # "Ali Haddad, a lawyer and former envoy"
    as_him = _called_as(token) if mention.type == "person" else None
    if (token.dep_ != "appos" and as_him is None) or mention.plural:
        return None
    near = book.at_token[token.head.i]
    beside = book.owner[near] if near >= 0 else None
    owner = beside if as_him is None else book.cluster_at(as_him.i)
    if owner is None or not types_agree(owner.type, mention.type) or owner.plural:
        return None
    return owner if may_be(book, owner, k) else None  # "in the hands of al-Shabab, the charity said"


def _called_as(noun: Token) -> Token | None:
    """Who is said to be it: "picked Ana Silva as his deputy", "Ana Silva served as the deputy"."""
    if (
        noun.dep_ != "obl"
        or noun.head.pos_ != "VERB"
        or grammar.preposition(noun) != "as"
        or not grammar.children(noun, "det", "nmod:poss")
    ):
        return None
    objects = grammar.children(noun.head, "obj")
    named = [child for child in grammar.children(noun.head, "xcomp") if child.pos_ == "PROPN" and child.i < noun.i]
    return next(iter(objects or named or grammar.children(noun.head, "nsubj:pass", "nsubj")), None)


def _government(book: Book, k: int) -> Cluster | None:
    """Government, regime, leadership and authorities of one country are one; without a country the latest one."""
    mention = book.mentions[k]
    if book.noun[k] not in book.words.government or "GOV" not in mention.sectors:
        return None
    if (not mention.country and not is_definite(book, k)) or book.possessor(k) is not None:
        return None
    for cluster in recent_clusters(book, k, None):
        if cluster.type not in BODIES or book.words.government.isdisjoint(cluster.nouns) or _are_many(book, cluster):
            continue
        told_apart = not mention.country and book.modifiers[k] - cluster.modifiers  # "the recognised government"
        if told_apart or _is_part_of_a_country(book, cluster) or _is_named_otherwise(book, cluster, k):
            continue
        if mention.country is None or cluster.country == mention.country:
            return cluster
    return None


def _is_named_otherwise(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the noun is for a government of some countries only ("administration"), and nobody has used it of it."""
    noun = book.noun[k]
    own = book.mentions[k].country or noun not in book.words.some_governments
    return not own and noun not in {*cluster.nouns, *(word for name in cluster.names for word in name.split()[-1:])}


def _are_many(book: Book, cluster: Cluster) -> bool:
    """Whether they are several by a plural that has a singular: "foreign governments", but not "the authorities"."""
    first = book.mentions[cluster.mentions[0]]
    return cluster.plural and first.plural and book.tokens[first.head].lower_ not in book.words.only_plural


def _is_part_of_a_country(book: Book, cluster: Cluster) -> bool:
    """Whether it is of a part of a country ("the western state of Michoacán"), not of the whole."""
    first, *more = cluster.mentions
    heads = [book.tokens[book.mentions[j].head] for j in (first, *more[-_LAST_CALLED:])]
    parts = [
        part for head in heads for part in (*grammar.prep_objects(head, _OF), *grammar.children(head, "nmod:poss"))
    ]
    wholes = [(part.text, book.cluster_at(part.i)) for part in parts]
    by_name = book.actors.countries.by_name
    return any(whole is not None and whole.type == "place" and by_name(text) is None for text, whole in wholes)


def _taken_up(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """Which cluster the noun takes up: by a heading, bare, by the same noun, or as somebody named."""
    predicate = book.tokens[book.mentions[k].head].dep_ == "xcomp"  # "calls him the president"
    if predicate:
        return None
    again = _of_heading(book, k)
    if again is not None or book.determiner(k) in book.words.indefinite or is_restricted(book, k):
        return again
    definite, noun = is_definite(book, k), book.noun[k]
    alone = find_bare(book, k) if noun in book.words.stands_bare else None
    if alone is not None:
        return alone
    own = _own_country(book, quotes, k) if noun in book.words.office else None
    found = find_same_noun(book, k, own, definite=definite)
    over = found is not None and book.mentions[k].type == "person" and id(found) in those_over(book, k)
    if over or not definite or (found is not None and found.named):
        return None if over else found  # "the minister met | the minister" of another state
    if found is None:
        return _named_one(book, quotes, k, own)
    named = _named_one(book, quotes, k, own)  # told of since: "a firm will do it. Tarvex lost. The firm sank"
    since = named is not None and named.named and (is_beside_nouns(book, found) or _is_later(book, named, found, k))
    return named if since else found


def _of_heading(book: Book, k: int) -> Cluster | None:
    """Who stands in the heading without article, or with the same number: "Court jails mayor. A Zambian court …"."""
    mention = book.mentions[k]
    for j in range(min(k, _HEADING_MENTIONS)):
        cluster, earlier = book.owner[j], book.mentions[j]
        if (
            book.sentence[j]
            or not 0 < book.sentence[k] <= _AFTER_HEADING
            or cluster is None
            or cluster.named
            or is_no_one(book, cluster)
        ):
            continue
        same = book.noun[j] == book.noun[k] or _does_the_same(book, j, k)
        same = same and earlier.plural == mention.plural and earlier.count == mention.count
        bare = mention.count is not None if mention.plural else book.is_bare(j)
        told_apart = earlier.country and mention.country and earlier.country != mention.country
        if same and bare and not told_apart and "\n" in book.string[earlier.end : mention.start]:
            return cluster
    return None


def _does_the_same(book: Book, j: int, k: int) -> bool:
    """Whether the first sentence tells of one person what the heading does: "Warlord gives up | A chief gave up"."""
    one, other = book.stands[j], book.stands[k]
    both = book.mentions[j].type == book.mentions[k].type == "person" and one.dep_.startswith("nsubj")
    acts = both and book.sentence[k] == 1 and other.dep_ == one.dep_ and other.head.pos_ == "VERB"
    return acts and one.head.lemma_ == other.head.lemma_


def _named_one(book: Book, quotes: Quotes, k: int, own: str | None) -> Cluster | None:
    """Whom a definite noun takes up under a new word: a person in a role, a country, a town, a site, a body."""
    mention = book.mentions[k]
    if mention.type == "person" and not mention.plural:
        return find_person_in_role(book, k, own, quotes.teller(book.mentions[k].head))
    if book.noun[k] in book.words.country or book.noun[k] in book.words.realm or _is_in_a_region(book, k):
        return find_country(book, k)
    if book.noun[k] in book.words.town:
        return find_town(book, k) or find_name_with(book, k)
    if book.noun[k] in book.words.site_too:
        return find_name_with(book, k) or find_site(book, k)
    return _body_called(book, quotes, k)


def _is_in_a_region(book: Book, k: int) -> bool:
    """Whether the state is told by the part of the world that it lies in: "the Gulf state", "the Red Sea state"."""
    words = [word.title() for word in book.modifiers[k]] if book.noun[k] in book.words.unit_noun else []
    first, last = book.spans[k]
    names = [token.lower_ for token in book.tokens[first:last] if token.text[0].isupper()]
    countries = book.actors.countries
    told = any(countries.nationality(word) or countries.by_name(word) for word in words)
    return bool(words) and not told and book.modifiers[k].issubset(names)


def _is_later(book: Book, one: Cluster, other: Cluster, k: int) -> bool:
    """Whether a later sentence tells of it, as its subject, than of the other."""
    words = set((one.role or "").lower().replace("-", " ").split()) | one.modifiers
    if book.words.lesser & words - book.modifiers[k]:
        return False  # "the minister" is no deputy minister
    line = book.sentence[latest_before(one, k)]
    told = islice((j for j in reversed(one.mentions) if j < k), _LAST_CALLED)
    is_subject = any(book.is_subject[j] and book.sentence[j] == line for j in told)
    return is_subject and line > book.sentence[latest_before(other, k)]


def _body_called(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    mention = book.mentions[k]
    if book.noun[k] in book.words.body:
        return find_bodies(book, k) if mention.plural else find_body(book, k, quotes.teller(mention.head))
    if mention.plural and mention.type == "group" and mention.count is None:
        return find_fighters(book, k)
    return find_name_with(book, k)


def _own_country(book: Book, quotes: Quotes, k: int) -> str | None:
    """Of what country's government it is that tells: "the Kremlin said the president" is of its own."""
    teller = quotes.teller(book.mentions[k].head)
    return teller.country if teller is not None and _GOVERNS in teller.sectors else None

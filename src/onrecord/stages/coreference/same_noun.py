"""Which entity a nominal takes up that has been called by the same noun: "a firm … the firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.holders import holder_of, is_his, sides_of

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_SAME_NOUN_SENTENCES = 10
_FOR_OFFICE = frozenset({"for", "as"})


def is_definite(book: Book, k: int) -> bool:
    """Whether the mention begins with "the" or the like."""
    return book.determiner(k) in book.words.definite


def is_beside_nouns(book: Book, cluster: Cluster) -> bool:
    """Whether it has only stood before other nouns: "had no court order"."""
    bare = all(book.tokens[book.mentions[j].head].dep_ == "compound" for j in cluster.mentions)
    return bare and not cluster.modifiers


def find_same_noun(book: Book, k: int, own: str | None, *, definite: bool) -> Cluster | None:
    """The latest cluster called by the same noun, in the same number, that the modifiers do not gainsay."""
    mention, noun = book.mentions[k], book.noun[k]
    kind = book.words.same_body.get(noun)
    for cluster in recent_clusters(book, k, _SAME_NOUN_SENTENCES):
        if cluster.plural != mention.plural or not _is_called(book, cluster, noun, kind):
            continue
        if _is_anothers(book, cluster, k) or is_no_one(book, cluster) or _is_one_more(book, cluster, k):
            continue
        said = mention.country or own
        if said and cluster.country and said != cluster.country:
            continue
        modifiers = book.modifiers[k] - book.words.state_of
        if _agree(book, k, cluster, modifiers, definite=definite):
            return cluster
        if definite and mention.country and mention.country == cluster.country:
            nations = {word for word in modifiers if book.actors.countries.nationality(word.capitalize())}
            if _agree(book, k, cluster, modifiers - nations, definite=True) or _is_states_own(book, cluster, modifiers):
                return cluster  # "Libya's delegate … the Libyan delegate"
    return None


def is_no_one(book: Book, cluster: Cluster) -> bool:
    """Whether it is an office that somebody wants or has, and nobody: "the candidates for | sheriff |"."""
    if cluster.named or cluster.plural or cluster.type != "person":
        return False
    seats = [(j, book.stands[j]) for j in cluster.mentions]
    return all(book.is_bare(j) and grammar.preposition(seat) in _FOR_OFFICE for j, seat in seats)


def _is_one_more(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether it came in as one more of its kind, beside the one that is meant: "a second suspect … the suspect"."""
    person = book.mentions[k].type == "person" and not cluster.named
    more = (cluster.modifiers - book.modifiers[k]) & book.words.tells_people_apart
    return person and bool(more) and book.determiner(cluster.mentions[0]) in book.words.indefinite


def _is_states_own(book: Book, cluster: Cluster, modifiers: frozenset[str]) -> bool:
    """Whether both are told apart by one state alone: "Peru's president … the Peruvian president"."""
    countries = book.actors.countries
    words = (word.capitalize() for word in modifiers | cluster.modifiers)
    codes = {countries.nationality(word) or countries.by_name(word) for word in words}
    return codes == {cluster.country}


def _agree(book: Book, k: int, cluster: Cluster, modifiers: frozenset[str], *, definite: bool) -> bool:
    """Whether the words before the same noun do not gainsay that it is the same."""
    if book.noun[k] in book.words.office and modifiers != cluster.modifiers:
        return False  # "the president" is hardly the "president of the union"
    if definite and modifiers <= cluster.modifiers:
        more = cluster.modifiers - modifiers
        another = bool(more & book.words.another_kind) and book.noun[k] not in cluster.nouns
        return not (another or more & book.words.lesser)  # "the minister" is no deputy minister
    if book.mentions[k].type == "organization" and not (modifiers or cluster.modifiers) and _is_uninflected(book, k):
        return True  # "police … police"
    return bool(modifiers) and modifiers == cluster.modifiers


def _is_called(book: Book, cluster: Cluster, noun: str, kind: str | None) -> bool:
    """Whether it has been called so, or by a word that means the same: "the military" is the army."""
    same = book.words.same_body
    return noun in cluster.nouns or (kind is not None and any(same.get(other) == kind for other in cluster.nouns))


def _is_anothers(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether a pronoun says whose it is and the cluster is somebody else's ("Chad's foreign office … her office")."""
    holder = holder_of(book, k)
    if holder is None and not is_his(book, k):
        return False
    if holder is not None and cluster in sides_of(book, holder):
        return False
    heads = [book.tokens[book.mentions[j].head] for j in cluster.mentions]
    owners = [book.cluster_at(child.i) for head in heads for child in head.children if child.dep_ == "nmod:poss"]
    known = [owner for owner in owners if owner is not None]
    return holder not in known if known else is_his(book, k)


def _is_uninflected(book: Book, k: int) -> bool:
    return book.tokens[book.mentions[k].head].lower_ == book.noun[k]

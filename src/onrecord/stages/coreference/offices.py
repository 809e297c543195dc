"""Which person a noun for an office or a role takes up: "the president", "the Indian leader", "the diplomat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.holders import holder_of, sides_of

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor
    from onrecord.stages.coreference.book import Book, Cluster

_OF = frozenset({"of"})
_ROLE_SENTENCES = 12
_OFFICE_SENTENCES = 2
_GOVERNS = "GOV"
_CALLED_SENTENCES = 3


def find_person_in_role(book: Book, k: int, own: str | None, teller: Cluster | None) -> Cluster | None:
    """The latest person with this role: "the president", "the minister"; else whom the actor base has in office.

    Nobody who tells it: no speaker calls himself so.
    """
    holder = holder_of(book, k)
    near = [
        cluster
        for cluster in recent_clusters(book, k, _ROLE_SENTENCES)
        if cluster.type == "person"
        and not cluster.plural
        and cluster is not teller
        and (holder is None or holder in sides_of(book, cluster))
    ]
    if own:
        near.sort(key=lambda cluster: cluster.country != own)
    for cluster in near:
        if _has_role(book, cluster, k) or _leads(book, cluster, k) or _heads_the_same(book, cluster, k):
            return cluster
    text = book.mentions[k].text
    in_office = (cluster for cluster in near if _GOVERNS in cluster.sectors and _holds_office(book, cluster, text))
    return next(in_office, None) or _called_otherwise(book, k, teller) or _anybody(book, k)


def _has_role(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the report has called the person so, in an office that is neither a lesser nor a former one."""
    noun, mention = book.noun[k], book.mentions[k]
    words = (cluster.role or "").lower().replace("-", " ").split()
    if noun not in words or (mention.country and cluster.country and mention.country != cluster.country):
        return False
    if not (book.words.former & set(words)) <= book.modifiers[k]:
        return False
    if noun in book.words.office and (" of " in (cluster.role or "") or _is_lesser(book, cluster.role or "", k)):
        return False
    return _says_no_more(book, cluster.role or "", k)


def find_office(book: Book, k: int) -> Cluster | None:
    """Who was called by the office alone before the name `k` comes: "Armenia's prime minister … Nikol Pashinyan"."""
    mention = book.mentions[k]
    if mention.type != "person":
        return None
    actor = book.actors.by_key(mention.actor) if mention.actor else None
    for cluster in recent_clusters(book, k, _OFFICE_SENTENCES):
        first = cluster.mentions[0]
        if cluster.type != "person" or cluster.named or cluster.plural or book.mentions[first].kind != "nominal":
            continue
        same_country = not (mention.country and cluster.country) or mention.country == cluster.country
        office = _office(book, first)
        in_office = _GOVERNS in mention.sectors and cluster.country == mention.country
        known = in_office and actor is not None and office in _offices(book, actor)
        if same_country and (known or (mention.role or "").lower() == office != ""):
            return cluster
    return None


def _offices(book: Book, actor: Actor) -> set[str | None]:
    """The offices that the actor base gives a person on the report's day; without a day, all that it has."""
    return {term.office for term in actor.terms if book.day is None or term.covers(book.day)}


def _office(book: Book, k: int) -> str:
    """The words of an office without whose it is: "prime minister" of "Armenia's prime minister"."""
    first, last = book.spans[k]
    words = [token.lower_ for token in book.tokens[first:last] if token.pos_ in {"NOUN", "PROPN", "ADJ"}]
    owners = {token.lower_ for token in book.tokens[first:last] if token.dep_ == "nmod:poss" or token.ent_type_}
    return " ".join(word for word in words if word not in owners)


def _says_no_more(book: Book, role: str, k: int) -> bool:
    """Whether the words before the noun are those of the role, or say of what country."""
    rest = book.modifiers[k] - set(role.lower().replace("-", " ").split())
    return all(book.actors.countries.nationality(word.capitalize()) is not None for word in rest)


def _called_otherwise(book: Book, k: int, teller: Cluster | None) -> Cluster | None:
    """The one person of the last sentences whose role another noun sums up: "the diplomat" of a foreign minister."""
    roles = book.words.called_too.get(book.noun[k])
    if not roles or book.possessor(k) is not None:
        return None
    fitting = [
        cluster
        for cluster in recent_clusters(book, k, _CALLED_SENTENCES)
        if cluster.type == "person"
        and cluster is not teller
        and cluster.named
        and not cluster.plural
        and not roles.isdisjoint(
            (*cluster.nouns, *(cluster.role or "").lower().replace("-", " ").replace(".", "").split())
        )
        and _says_no_more(book, cluster.role or "", k)
    ]
    last = [cluster for cluster in fitting if book.sentence[k] - book.sentence[cluster.last] <= 1]
    return next(iter(last if len(last) == 1 else fitting)) if len(last) == 1 or len(fitting) == 1 else None


def _anybody(book: Book, k: int) -> Cluster | None:
    """The one person of whom the sentence before tells, for a noun that may be anybody's: "the veteran"."""
    if book.noun[k] not in book.words.anybody or book.possessor(k) is not None:
        return None
    near = [one for one in recent_clusters(book, k, 1) if one.type == "person" and one.named and not one.plural]
    return near[0] if len(near) == 1 else None


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


def _heads_the_same(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether two words for who leads stand with one word for what: "the junta leader", "Mali's junta chief"."""
    heads, said = book.words.chief, book.modifiers[k] - book.words.lesser
    return (
        book.noun[k] in heads
        and bool(said)
        and not heads.isdisjoint(cluster.nouns)
        and book.modifiers[k] <= cluster.modifiers
    )


def _holds_office(book: Book, cluster: Cluster, text: str) -> bool:
    """Whether the actor base has the person in the very office that the words name ("the prime minister")."""
    actor = book.actors.by_key(cluster.actor) if cluster.actor else None
    words = [word for word in text.split()[1:] if book.actors.countries.nationality(word) != cluster.country]
    office = " ".join(words).lower()  # "the Lebanese president" of a Lebanese
    return actor is not None and office in _offices(book, actor)

"""Which person a noun for an office or a role takes up: "the president", "the Indian leader", "the diplomat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.called import (
    find_anybody,
    find_called_otherwise,
    find_partisan,
    says_no_more,
    summed_up,
)
from onrecord.stages.coreference.cluster import latest_before
from onrecord.stages.coreference.fates import find_same_fate, find_sufferer
from onrecord.stages.coreference.heads import find_head_of
from onrecord.stages.coreference.holders import holder_of, sides_of
from onrecord.stages.coreference.in_headings import find_in_heading
from onrecord.stages.coreference.introduced import find_described, find_first_told
from onrecord.stages.coreference.nationals import find_national
from onrecord.stages.coreference.over import those_over

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_ROLE_SENTENCES = 12
_OFFICE_SENTENCES = 2
_GOVERNS = "GOV"
_CALLED_SENTENCES = 3
_LAST_MENTIONS = 6
_FIRST_MENTIONS = 3
_DONE = frozenset({"obj", "iobj"})
_LOSES = frozenset({"obj", "nsubj:pass"})
_STATES = frozenset({"PLACE", "NORP"})
_DESCRIBING = frozenset({"appos", "nmod", "acl:relcl", "nmod:poss"})


def find_person_in_role(book: Book, k: int, own: str | None, teller: Cluster | None) -> Cluster | None:
    """The latest person with this role: "the president", "the minister"; else whom the actor base has in office.

    Nobody who tells it: no speaker calls himself so.
    """
    holder, over = holder_of(book, k), those_over(book, k)
    near = [
        cluster
        for cluster in recent_clusters(book, k, _ROLE_SENTENCES)
        if cluster.type == "person"
        and not cluster.plural
        and cluster is not teller
        and id(cluster) not in over
        and (holder is None or holder in sides_of(book, cluster))
    ]
    if own:
        near.sort(key=lambda cluster: cluster.country != own)
    for cluster in near if summed_up(book, k) is None else ():
        if _has_role(book, cluster, k) or _leads(book, cluster, k) or _heads_the_same(book, cluster, k):
            return cluster
    text = book.mentions[k].text
    in_office = (cluster for cluster in near if _GOVERNS in cluster.sectors and _holds_office(book, cluster, text))
    found = next(in_office, None) or find_head_of(book, near, k) or find_called_otherwise(book, near, k)
    found = found or _formerly(book, near, k) or _of_some_side(book, near, k)
    found = found or _of_that_country(book, near, k) or find_national(book, near, k)
    return found or find_partisan(book, near, k) or find_sufferer(book, k) or find_anybody(book, near, k)


def _formerly(book: Book, near: list[Cluster], k: int) -> Cluster | None:
    """Whom the actor base has had in the office that the words call former: "the former secretary of state"."""
    first, *rest = book.mentions[k].text.lower().split()[1:] or [""]
    office = " ".join(rest)
    if first not in book.words.former or not office:
        return None
    known = ((one, book.actors.by_key(one.actor)) for one in near if one.actor)
    held = (
        one
        for one, actor in known
        if actor is not None
        and any(term.office == office for term in actor.terms)
        and not any(_bare(role).endswith(office) and first not in role.lower().split() for role in one.roles)
    )  # who is called the president in this report is no former one
    was = (one for one in near if one.named and (_was(book, one, k) or _lost_office(book, one, office)))
    return next(held, None) or next(was, None)


def _lost_office(book: Book, one: Cluster, office: str) -> bool:
    """Whether the report tells that somebody was dismissed from the office or left it: "sacked Prime Minister Lee"."""
    if not any(_bare(role) == _bare(office) for role in one.roles):
        return False
    seats = [book.stands[j] for j in (*one.mentions[:_LAST_MENTIONS], *one.mentions[-_LAST_MENTIONS:])]
    done_to = any(seat.dep_ in _LOSES and seat.head.lemma_.lower() in book.words.dismissing for seat in seats)
    return done_to or any(seat.dep_ == "nsubj" and seat.head.lemma_.lower() in book.words.resigning for seat in seats)


def _was(book: Book, one: Cluster, k: int) -> bool:
    """Whether the report says that somebody was what the noun says: "Ana Ruiz, who was foreign minister"."""
    heads = (book.tokens[book.mentions[j].head] for j in one.mentions[:_LAST_MENTIONS])
    said = [clause for head in heads for clause in grammar.children(head, "acl:relcl")]
    past = [it for it in said if any(child.dep_ == "cop" and child.tag_ == "VBD" for child in it.children)]
    return any(it.lemma_.lower() == book.noun[k] for it in past)


def _of_some_side(book: Book, near: list[Cluster], k: int) -> Cluster | None:
    """The one in the office, where only a party or a region is said besides: "the Democratic senator"."""
    first, last = book.spans[k]
    capital = {token.lower_ for token in book.tokens[first + 1 : last] if token.text[:1].isupper()}
    nations = any(book.actors.countries.nationality(word.capitalize()) for word in capital)
    if not book.modifiers[k] or not book.modifiers[k] <= capital or nations:
        return None
    titles = {book.noun[k], *book.words.called_too.get(book.noun[k], ())}
    last_told = [one for one in near if book.sentence[k] - book.sentence[latest_before(one, k)] <= _CALLED_SENTENCES]
    called = [
        one
        for one in last_told
        if one.named and not titles.isdisjoint((one.role or "").lower().replace(".", "").split())
    ]
    return called[0] if len(called) == 1 and not _is_lesser(book, called[0].role or "", k) else None


def _has_role(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the report has called the person so, in an office that is neither a lesser nor a former one."""
    mention = book.mentions[k]
    if mention.country and cluster.country and mention.country != cluster.country:
        return False
    return any(_is_called(book, role, k) for role in cluster.roles)


def _is_called(book: Book, role: str, k: int) -> bool:
    """Whether the noun is this role's, or its short form."""
    noun, words = book.noun[k], role.lower().replace("-", " ").split()
    if noun not in words or not (book.words.former & set(words)) <= book.modifiers[k]:
        return False
    lesser = _is_lesser(book, role, k) or (noun in book.words.office and " of " in role)
    return not lesser and says_no_more(book, role, k)


def find_office(book: Book, k: int) -> Cluster | None:
    """Who was called by the office alone before the name `k` comes: "Armenia's prime minister … Nikol Pashinyan".

    A name of which nothing is said is of the office told of last: "The Home Secretary was sad. Ana Ruiz said it was".
    """
    mention = book.mentions[k]
    if mention.type != "person" or mention.plural:
        return None
    role = _bare(mention.role or "")
    nameless = [one for one in recent_clusters(book, k, _ROLE_SENTENCES) if _is_nameless(book, one)]
    nameless = [one for one in nameless if _may_be_named(book, one, k)]
    near = [one for one in nameless if book.sentence[k] - book.sentence[latest_before(one, k)] <= _OFFICE_SENTENCES]
    near.sort(key=lambda one: one.country != mention.country)  # "the minister met the French minister" are two
    far = [one for one in nameless if not one.belongs]  # not "the museum's director"
    called = (one for one in (*near, *far) if role and _is_in_office(book, one, role))
    found = next(called, None) or next((one for one in near if role and _serves_too(book, one, k, role)), None)
    found = found or _shortened(book, near, role) or find_in_heading(book, nameless, k)
    found = found or find_first_told(book, nameless, k)
    if found is not None:
        return found
    actor = book.actors.by_key(mention.actor) if mention.actor else None
    if actor is not None:
        in_office = [one for one in near if _GOVERNS in mention.sectors and one.country == mention.country]
        called = (one for one in in_office if _office(book, one.mentions[0]) in _offices(book, actor))
        led = (one for one in in_office if _office(book, one.mentions[0]) in book.words.leader)  # "Sudan leader flies"
        return next(called, None) or next(led, None)
    if " " not in mention.text:
        return None
    found = find_same_fate(book, near, k) or (None if role else _told_of_last(book, near, k))
    return found or find_described(book, nameless, k)


def _is_in_office(book: Book, cluster: Cluster, role: str) -> bool:
    """Whether one of the first descriptions is this office: "German minister", then "the foreign minister"."""
    return any(_office(book, j) == role for j in cluster.mentions[:_FIRST_MENTIONS] if book.noun[j])


def _serves_too(book: Book, cluster: Cluster, k: int, role: str) -> bool:
    """Whether it is the same office of the same body: "Foreign Office Minister … Foreign Office Minister Ana Ruiz"."""
    office = _office(book, cluster.mentions[0])
    bodies = {id(book.cluster_at(head)) for head in book.mentions[k].member_of}
    same = role.endswith(office) and any(id(side) in bodies for side in sides_of(book, cluster))
    return office != "" and (same or book.mentions[cluster.mentions[0]].text.lower() == role)


def _shortened(book: Book, near: list[Cluster], role: str) -> Cluster | None:
    """The only one whose office ends in the title before the name: "the police chief … Chief Ana Ruiz"."""
    if role not in book.words.shortened:
        return None
    fitting = [one for one in near if _office(book, one.mentions[0]).endswith(f" {role}")]
    return fitting[0] if len(fitting) == 1 else None


def _is_nameless(book: Book, cluster: Cluster) -> bool:
    first = cluster.mentions[0]
    if cluster.type != "person" or cluster.named or cluster.plural or book.mentions[first].kind != "nominal":
        return False
    token = book.stands[first]
    said_to_be = token.dep_ == "xcomp" or any(child.dep_ == "cop" for child in token.children)  # "elected president"
    told = (j for j in cluster.mentions[:_FIRST_MENTIONS] if book.noun[j])
    return not said_to_be and any(book.is_subject[j] or book.determiner(j) != book.noun[j] for j in told)


def _may_be_named(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether neither country nor sex gainsays that the name `k` is the nameless one's."""
    mention, sex = book.mentions[k], book.gender(k)
    same = not (mention.country and cluster.country) or mention.country == cluster.country
    return same and (sex is None or cluster.gender in {None, sex})


def _told_of_last(book: Book, near: list[Cluster], k: int) -> Cluster | None:
    """The one holder of an office who was a subject of the sentences before, where the new name is a subject too.

    Only of an office that is known: whoever is named behind "a gunman" may have seen him.
    """
    told = [
        one
        for one in near
        if any(book.is_subject[j] and j < k for j in one.mentions[-_LAST_MENTIONS:])
        and _GOVERNS in one.sectors
        and book.determiner(one.mentions[0]) in book.words.definite
        and book.possessor(one.mentions[0]) is None
        and book.words.kin.isdisjoint(one.nouns)
    ]
    only = told[0] if len(told) == 1 else None
    if only is None or not book.is_subject[k] or _is_described(book, k) or _does_something(book, k):
        return None
    return None if book.sentence[latest_before(only, k)] == book.sentence[k] else only


def _does_something(book: Book, k: int) -> bool:
    """Whether the named one does something, as others too would: "The minister fled. Ana Silva called the police"."""
    return any(child.dep_ in _DONE for child in book.stands[k].head.children)


def _is_described(book: Book, k: int) -> bool:
    """Whether something beside the name says who it is: "Ana Silva, 34", "Ana Silva of Tarvex"."""
    children = book.tokens[book.mentions[k].head].children
    return any(child.dep_ in _DESCRIBING for child in children)


def _bare(role: str) -> str:
    return role.lower().replace(" of ", " ")


def _offices(book: Book, actor: Actor) -> set[str | None]:
    """The offices that the actor base gives a person on the report's day; without a day, all that it has."""
    return {_bare(term.office) for term in actor.terms if book.day is None or term.covers(book.day)}


def _office(book: Book, k: int) -> str:
    """The words of an office without whose it is: "prime minister" of "Armenia's prime minister"."""
    first, last = book.spans[k]
    words = [token.lower_ for token in book.tokens[first:last] if token.pos_ in {"NOUN", "PROPN", "ADJ"}]
    whose = [token for token in book.tokens[first:last] if token.ent_type_ in _STATES or book.at_token[token.i] != k]
    owners = {token.lower_ for token in book.tokens[first:last] if token.dep_ == "nmod:poss" or token in whose}
    return " ".join(word for word in words if word not in owners)


def _of_that_country(book: Book, near: list[Cluster], k: int) -> Cluster | None:
    """The one person of the country of whom nothing else is said: "Mali's Assimi Goita … the Malian president"."""
    country = book.mentions[k].country
    if country is None or book.noun[k] not in book.words.office | book.words.leader:
        return None
    theirs = [one for one in near if one.named and one.country == country]
    only = theirs[0] if len(theirs) == 1 and not (theirs[0].role or theirs[0].nouns or theirs[0].sectors) else None
    return only if only is not None and says_no_more(book, "", k) else None


def _is_lesser(book: Book, role: str, k: int) -> bool:
    """Whether the role is a deputy's or a former one, and the noun is not: a vice president is no president."""
    own = {*book.modifiers[k], *book.noun[k].split("-")}  # "the president-elect"
    return bool(book.words.lesser & set(role.lower().replace("-", " ").split()) - own)


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
        and book.modifiers[k] - book.words.government <= cluster.modifiers
    )


def _holds_office(book: Book, cluster: Cluster, text: str) -> bool:
    """Whether the actor base has the person in the very office that the words name ("the prime minister")."""
    actor = book.actors.by_key(cluster.actor) if cluster.actor else None
    words = [word for word in text.split()[1:] if book.actors.countries.nationality(word) != cluster.country]
    office = _bare(" ".join(words))  # "the Lebanese president" of a Lebanese
    return actor is not None and office in _offices(book, actor)

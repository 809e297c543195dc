"""Which entity a pronoun of the third person stands for, by agreement, syntax and salience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.barred import MAX_HOLDERS, barred_for, told_of_before
from onrecord.stages.coreference.bound import find_bound_owner, is_of_several_subjects, own_doers
from onrecord.stages.coreference.cluster import BODIES, latest_before
from onrecord.stages.coreference.deeds import undergoers_before
from onrecord.stages.coreference.listed import find_listed
from onrecord.stages.coreference.tellers import find_spoken_of, find_told_of, hearers_before, is_one_body, people_near
from onrecord.stages.coreference.things import MAX_LOOK_BACK, find_thing, is_act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.quotes import Quotes

_AWAY = 1.5  # what each sentence between costs, for a pronoun that is a subject: it goes on with a subject
_AWAY_OF_SEVERAL = 2.0  # ... the same for "they": of several one goes on telling what they did last
_AWAY_OF_OTHERS = 2.5  # ... and for others, which stand rather for somebody near
_PERSON_SENTENCES = 3
_PLURAL_SENTENCES = 2
_SPEAKS_ON = 2.0  # what it counts that a speaker goes on speaking
_PRESS = ("JRN",)
_LISTING = frozenset({"among", "of"})
_TOLD_OF = frozenset({"obj", "nmod", "nmod:poss", "obl:agent"})
_NOTHING: frozenset[str] = frozenset()


def find_pronoun_owner(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """The cluster of a third-person pronoun, from the last few sentences; None where no one stands out."""
    features = book.words.pronoun[book.mentions[k].text.lower()]
    if features.endswith("thing") and is_act(book, book.tokens[book.mentions[k].head]):
        return None
    told = find_told_of(book, quotes, k, lambda one: _can_be(one, features) or _is_its_own(one, features))
    if told is not None:
        return told.of
    for bound in (*find_spoken_of(book, quotes, k), *find_bound_owner(book, k)):
        if _can_be(bound, features):
            return bound
    if "thing" in features:
        return find_thing(book, quotes, k, owner="owner" in features)
    if "plural" in features:
        return _several(book, quotes, k)
    return _person(book, quotes, k, "female" if "female" in features else "male")


def _person(book: Book, quotes: Quotes, k: int, gender: str) -> Cluster | None:
    """Who is meant by "he" or "she": who speaks is rather another than of whom the words tell."""
    told = told_of_before(book, quotes, k)
    found = _best(book, quotes, k, _PERSON_SENTENCES, lambda one: _may_be(one, gender) and id(one) not in told)
    if not told or (found is not None and found.named and _is_before(book, k, found)):
        return found
    return _best(book, quotes, k, _PERSON_SENTENCES, lambda one: _may_be(one, gender))


def _is_before(book: Book, k: int, one: Cluster) -> bool:
    """Whether the sentence before is about it."""
    j = latest_before(one, k)
    return book.is_subject[j] and book.sentence[k] - book.sentence[j] == 1


def _several(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    listed = find_listed(book, k, barred_for(book, quotes, k), speaks=_is_source(book, quotes, k))
    if is_of_several_subjects(book, k):
        return book.together(listed) if listed else None
    found = own_doers(book, k) or _best(book, quotes, k, _PLURAL_SENTENCES, _may_be_several)
    if not listed or _is_one_told_since(book, k, listed):
        return found
    return book.together(listed) if found is None or _is_told_later(book, k, listed, found) else found


def _is_one_told_since(book: Book, k: int, listed: Sequence[Cluster]) -> bool:
    """Whether a later sentence tells of one of them alone: "Tarvex and Nordal fell. Nordal said | they would act"."""
    last = [latest_before(one, k) for one in listed]
    together = min(book.sentence[j] for j in last)
    return any(book.is_subject[j] and book.sentence[j] > together for j in last)


def _is_told_later(book: Book, k: int, listed: Sequence[Cluster], found: Cluster) -> bool:
    """Whether the list is more salient than the other candidate: a subject, and mentioned later or more prominently."""
    j, other = latest_before(listed[0], k), latest_before(found, k)
    later = book.sentence[j] - book.sentence[other]
    beside = later == 0 and book.sentence[j] < book.sentence[k] and not book.is_subject[other]
    return book.is_subject[j] and (later > 0 or beside)


def _is_its_own(cluster: Cluster, features: str) -> bool:
    """Whether it is a body by a name, which speaks of itself as "it" though its people are several ("M23")."""
    return "thing" in features and cluster.named and cluster.type in BODIES


def agrees(book: Book, k: int, cluster: Cluster) -> bool:
    """Whether the pronoun `k` can stand for the cluster by number, sex and kind."""
    return _can_be(cluster, book.words.pronoun[book.mentions[k].text.lower()])


def _can_be(cluster: Cluster, features: str) -> bool:
    """Whether a pronoun with these features can stand for the cluster."""
    if "thing" in features:
        return cluster.type in {"organization", "place"} and not cluster.plural
    if "plural" in features:
        return _may_be_several(cluster)
    return _may_be(cluster, "female" if "female" in features else "male")


def _may_be(cluster: Cluster, gender: str) -> bool:
    return cluster.type == "person" and not cluster.plural and cluster.gender in {None, gender}


def _may_be_several(cluster: Cluster) -> bool:
    if cluster.type in {"place", "other"}:
        return cluster.type == "place" and cluster.plural  # "both countries"
    return cluster.plural or cluster.type == "group" or (cluster.type == "organization" and cluster.several)


def _best(book: Book, quotes: Quotes, k: int, sentences: int, fits: Callable[[Cluster], bool]) -> Cluster | None:
    """The most salient fitting cluster: near, a subject, named; none that the syntax or the quotation rules out."""
    barred = barred_for(book, quotes, k)
    hearers = hearers_before(book, k)
    suffered = undergoers_before(book, k, quoted=quotes.holding(book.mentions[k].head) is not None) | hearers
    plural = "plural" in book.words.pronoun[book.mentions[k].text.lower()]
    near = _AWAY_OF_SEVERAL if plural else _AWAY
    away = near if book.is_subject[k] and _goes_on(book, k) else _AWAY_OF_OTHERS
    people = plural and people_near(book, k)
    best: tuple[float, int] | None = None
    winner: Cluster | None = None
    told_since: Cluster | None = None
    speaks = not hearers and _is_source(book, quotes, k)
    for j in range(k - 1, max(-1, k - 1 - MAX_LOOK_BACK), -1):
        cluster = book.owner[j]
        distance = book.sentence[k] - book.sentence[j]
        if distance > sentences:
            break
        if _is_same_unknown(book, k, j, distance):
            return winner if winner is not None and book.is_subject[winner.last] else None
        if told_since is None and distance and not plural and _goes_before(book, quotes, j, cluster):
            told_since = cluster
        if cluster is None or id(cluster) in barred or not fits(cluster) or _only_hears(book, quotes, j):
            continue
        if _is_called(book, j) or (plural and _is_rather_it(book, k, j, people=people)):
            continue
        if distance and told_since is None and _is_told_of(book, quotes, j):
            told_since = cluster
        score = (
            _salience(book, quotes, k, j, cluster)
            + _SPEAKS_ON * (told_since in {None, cluster} and speaks and _is_source(book, quotes, j))
            + 3.0 * (book.stands[j].i in suffered or book.mentions[j].head in suffered)
            - away * distance,
            j,
        )
        if best is None or score > best:
            best, winner = score, cluster
    return winner


def _is_rather_it(book: Book, k: int, j: int, *, people: bool) -> bool:
    """Whether "they" can hardly be the mention: one body, unless it goes on as the subject and no people are near."""
    if not is_one_body(book, book.mentions[j].head) or _is_its_own_doer(book, k, j):
        return False
    owner = book.tokens[book.mentions[k].head].dep_ == "nmod:poss"
    return people or not (book.is_subject[k] or (owner and book.sentence[j] == book.sentence[k]))


def _is_its_own_doer(book: Book, k: int, j: int) -> bool:
    """Whether the mention `j` does what is done to or with what the pronoun owns ("the unit lost their guns")."""
    token = book.tokens[book.mentions[k].head]
    verb = token.head.head
    while verb.dep_ == "xcomp":
        verb = verb.head
    own = token.dep_ == "nmod:poss" and book.is_subject[j] and verb.i == book.stands[j].head.i
    return own and not any(
        book.mentions[i].kind == "pronoun" and book.mentions[i].text.lower() == book.mentions[k].text.lower()
        for i in range(max(0, j - MAX_HOLDERS), j)
        if book.sentence[i] == book.sentence[k]
    )  # "their union said the firm had ignored their rights"


def _goes_on(book: Book, k: int) -> bool:
    """Whether the pronoun is the subject of its sentence, or of what that sentence is about, not of a clause within."""
    verb = book.stands[k].head
    return verb.dep_ not in {"advcl", "acl:relcl", "acl", "xcomp"} and not (
        verb.dep_ == "ccomp" and verb.i > verb.head.i
    )


def _is_same_unknown(book: Book, k: int, j: int, distance: int) -> bool:
    """Whether the same word stood before for somebody whom nobody knows: "They said they", "They left. They"."""
    mention = book.mentions[j]
    same = mention.kind == "pronoun" and mention.text.lower() == book.mentions[k].text.lower()
    near = distance <= 1 and "plural" in book.words.pronoun[book.mentions[k].text.lower()]
    return same and near and book.owner[j] is None and book.is_subject[j] and book.is_subject[k]


def _only_hears(book: Book, quotes: Quotes, j: int) -> bool:
    """Whether it is of the press that only heard or signs what is told: nothing is told of it."""
    token, mention = book.stands[j], book.mentions[j]
    told = token.head.i not in quotes.cues and token.dep_ in _TOLD_OF and mention.type != "organization"
    return quotes.is_via(j) or (mention.sectors == _PRESS and not (book.is_subject[j] or told))


def _is_told_of(book: Book, quotes: Quotes, j: int) -> bool:
    """Whether a sentence of the reporter's is about it: who spoke before that sentence is not the one who goes on."""
    at = book.stands[j]
    while at.dep_ == "conj" and at.head.i != at.i:
        at = at.head
    verb = at.head
    return book.is_subject[j] and verb.head.i == verb.i and quotes.holding(book.mentions[j].head) is None


def _goes_before(book: Book, quotes: Quotes, j: int, cluster: Cluster | None) -> bool:
    """Whether a sentence is about it, so that who spoke before does not go on: "A nurse spoke. Ana hired Lee"."""
    return cluster is not None and cluster.type == "person" and _is_told_of(book, quotes, j)


def _is_called(book: Book, j: int) -> bool:
    """Whether the mention only tells what somebody is called or made: "called her | a sore loser"."""
    return book.mentions[j].kind == "nominal" and book.stands[j].dep_ == "xcomp"


def _salience(book: Book, quotes: Quotes, k: int, j: int, cluster: Cluster) -> float:
    """How likely the pronoun means the candidate: subjects, names and a known sex speak for it."""
    score = 0.0
    if book.is_subject[j] and not _is_one_of_several(book, k, j):
        score += 2.0 * (grammar.preposition(book.stands[k]) not in _LISTING)  # "held three men; one of them fled"
    elif _owns_subject(book, j):
        score += 1.0
    if quotes.holding(book.mentions[k].head) is not None and book.mentions[j].head in book.sources:
        score -= 1.0  # speakers speak of others
    elif book.mentions[j].head in quotes.behind and not _is_source(book, quotes, k):
        score -= 1.0  # "gunmen fled, police said. They": what is told goes on
    if book.is_subject[j] and book.sentence[k] != book.sentence[j] and book.stands[j].head.dep_ == "acl:relcl":
        score -= 1.0  # what is told besides
    if cluster.named:
        score += 0.5
    if "plural" in book.words.pronoun[book.mentions[k].text.lower()]:
        score += _plurality(book, quotes, k, j, cluster)
    if cluster.gender is not None and cluster.gender == book.gender(k):
        score += 0.5
    if _is_within_another(book, j):
        score -= 1.0
    return score + _verb_tells(book, k, j, cluster)


def _plurality(book: Book, quotes: Quotes, k: int, j: int, cluster: Cluster) -> float:
    """What it counts for a "they" of the reporter's that it is several, or does it itself with what is its own.

    And against it that only another's words tell of it.
    """
    quoted = quotes.holding(book.mentions[k].head) is None and quotes.holding(book.mentions[j].head) is not None
    own = 1.5 if _is_its_own_doer(book, k, j) else 0.0  # "the rebels must lay down | their arms"
    return own + (1.0 if cluster.plural else 0.0) - (1.5 if quoted and not cluster.named else 0.0)


def _verb_tells(book: Book, k: int, j: int, cluster: Cluster) -> float:
    """What it counts that the verb of which the pronoun is the subject is the work of such a body.

    Where members are listed ("they include", "among them", "one of them"), it counts that they have been counted.
    """
    token = book.stands[k]
    verb = token.head.lemma_.lower() if token.dep_ == "nsubj" else ""
    work = not book.words.work_of.get(verb, _NOTHING).isdisjoint(cluster.sectors)
    lists = verb in book.words.listing or grammar.preposition(token) in _LISTING
    return 1.5 * work + 3.0 * (lists and book.mentions[j].count is not None)


def _is_one_of_several(book: Book, k: int, j: int) -> bool:
    """Whether the mention is one of several subjects, whom "he" does not take up: "Ruiz and Silva met Diab. He"."""
    token = book.stands[j]
    plural = "plural" in book.words.pronoun[book.mentions[k].text.lower()]
    if plural or book.sentence[j] == book.sentence[k]:
        return False
    first = token.head if token.dep_ == "conj" else token
    others = [one for one in (first, *grammar.children(first, "conj")) if one.i != token.i]
    return any(one.pos_ in {"PROPN", "NOUN"} for one in others)


def _owns_subject(book: Book, j: int) -> bool:
    owner = book.stands[j]
    return owner.dep_ == "nmod:poss" and owner.head.dep_.startswith("nsubj")


def _is_within_another(book: Book, j: int) -> bool:
    """Whether it only says whose somebody else is, or of what ("the brother of Ana Ruiz")."""
    end = book.mentions[j].end
    return any(
        book.mentions[i].end >= end and book.mentions[i].type == "person" and book.owner[i] not in {None, book.owner[j]}
        for i in (*range(max(0, j - MAX_HOLDERS), j), *range(j + 1, min(j + 2, len(book.mentions))))
        if book.mentions[i].start <= book.mentions[j].start
    )


def _is_source(book: Book, quotes: Quotes, k: int) -> bool:
    return book.stands[k].head.i in quotes.cues and book.is_subject[k]

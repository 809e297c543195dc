"""Which entity a pronoun of the third person stands for, by agreement, syntax and salience."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import BODIES
from onrecord.stages.coreference.bound import find_bound_owner, is_of_several_subjects
from onrecord.stages.coreference.deeds import undergoers_before
from onrecord.stages.coreference.tellers import find_spoken_of, find_told_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from onrecord.stages.coreference.book import Book, Cluster
    from onrecord.stages.coreference.quotes import Quotes

_MAX_LOOK_BACK = 40
_AWAY = 1.5  # what each sentence between costs, for a pronoun that is a subject: it goes on with a subject
_AWAY_OF_OTHERS = 2.5  # ... and for others, which stand rather for somebody near
_PERSON_SENTENCES = 3
_PLURAL_SENTENCES = 2
_THING_SENTENCES = 1
_MAX_HOLDERS = 4  # mentions before a pronoun that may be about its noun phrase
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
_OBJECTS = frozenset({"obj", "iobj"})


def find_pronoun_owner(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """The cluster of a third-person pronoun, from the last few sentences; None where no one stands out."""
    features = book.words.pronoun[book.mentions[k].text.lower()]
    told = find_told_of(book, quotes, k, lambda one: _can_be(one, features) or _is_its_own(one, features))
    if told is not None:
        return told.of
    for bound in (*find_spoken_of(book, quotes, k), *find_bound_owner(book, k)):
        if _can_be(bound, features):
            return bound
    if "thing" in features:
        return _thing(book, quotes, k, owner="owner" in features)
    if "plural" in features:
        if is_of_several_subjects(book, k):
            return None
        return _best(book, quotes, k, _PLURAL_SENTENCES, _may_be_several)
    gender = "female" if "female" in features else "male"
    return _best(book, quotes, k, _PERSON_SENTENCES, lambda cluster: _may_be(cluster, gender))


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
    barred = _barred(book, quotes, k)
    suffered = undergoers_before(book, k)
    away = _AWAY if book.is_subject[k] else _AWAY_OF_OTHERS
    best: tuple[float, int] | None = None
    winner: Cluster | None = None
    for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
        cluster = book.owner[j]
        distance = book.sentence[k] - book.sentence[j]
        if distance > sentences:
            break
        if cluster is None or id(cluster) in barred or not fits(cluster) or quotes.is_via(j):
            continue
        score = (
            _salience(book, quotes, k, j, cluster)
            + 3.0 * (book.stands[j].i in suffered or book.mentions[j].head in suffered)
            - away * distance,
            j,
        )
        if best is None or score > best:
            best, winner = score, cluster
    return winner


def _salience(book: Book, quotes: Quotes, k: int, j: int, cluster: Cluster) -> float:
    score = 0.0
    if book.is_subject[j]:
        score += 2.0
    elif _owns_subject(book, j):
        score += 1.0
    if quotes.holding(book.mentions[k].head) is not None and book.mentions[j].head in book.sources:
        score -= 1.0  # speakers speak of others
    if cluster.named:
        score += 0.5
    if cluster.plural and "plural" in book.words.pronoun[book.mentions[k].text.lower()]:
        score += 1.0
    if cluster.gender is not None and cluster.gender == book.gender(k):
        score += 0.5
    if _is_source(book, quotes, k) and _is_source(book, quotes, j):
        score += 2.0
    if _is_within_another(book, j):
        score -= 1.0
    return score


def _owns_subject(book: Book, j: int) -> bool:
    owner = book.stands[j]
    return owner.dep_ == "nmod:poss" and owner.head.dep_.startswith("nsubj")


def _is_within_another(book: Book, j: int) -> bool:
    """Whether it only says whose somebody else is, or of what ("the brother of Ana Ruiz")."""
    end = book.mentions[j].end
    return any(
        book.mentions[i].end >= end and book.mentions[i].type == "person" and book.owner[i] not in {None, book.owner[j]}
        for i in (*range(max(0, j - _MAX_HOLDERS), j), *range(j + 1, min(j + 2, len(book.mentions))))
        if book.mentions[i].start <= book.mentions[j].start
    )


def _is_source(book: Book, quotes: Quotes, k: int) -> bool:
    return book.stands[k].head.i in quotes.cues and book.is_subject[k]


def _barred(book: Book, quotes: Quotes, k: int) -> set[int]:
    """Clusters that `k` cannot stand for: its fellow arguments, the speaker of the words it is in, what holds it."""
    mention = book.mentions[k]
    token = book.tokens[mention.head]
    barred = {id(book.owner[j]) for j in range(max(0, k - _MAX_HOLDERS), k) if mention.start < book.mentions[j].end}
    speaker = quotes.speaker(mention.head)
    if speaker is not None:
        barred.add(id(speaker))
    features = book.words.pronoun[mention.text.lower()]
    if "owner" in features and token.dep_ == "nmod:poss":
        return barred | {id(book.cluster_at(same.i)) for same in _same_as(token.head)}
    if mention.text.lower().endswith(("self", "selves")):
        return barred
    for child in _fellows(token):
        if child.i != token.i:
            other = book.at_token[child.i]
            owner = book.owner[other] if other >= 0 else None
            if owner is not None:
                barred.add(id(owner))
    return barred


def _same_as(noun: Token) -> list[Token]:
    """What a noun is, beside which it stands: "Bio, his successor" is not his own."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    return [noun.head, *beside] if noun.dep_ == "appos" else beside


def _fellows(pronoun: Token) -> list[Token]:
    """The other arguments of its verb, and those of a participle whose doer it is ("Meeting Ruiz, he …").

    A participle's doer is one of them ("Chad closed the border, accusing it"), and so is the doer of a verb to its
    object ("the bishop left and called him").
    """
    clauses = [pronoun.head]
    doers: list[Token] = []
    if pronoun.dep_ in {"nsubj", "nsubj:pass"}:
        clauses += [
            child
            for child in pronoun.head.children
            if child.dep_ == "advcl"
            and child.tag_ == "VBG"
            and not any(c.dep_.startswith("nsubj") for c in child.children)
        ]
    elif _is_participle(pronoun.head) or pronoun.dep_ in {"obj", "iobj"}:
        doers = grammar.surface_subjects(pronoun.head)
    return [*doers, *(child for clause in clauses for child in clause.children if child.dep_ in _ARGUMENTS)]


def _is_participle(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ == "mark" for c in verb.children)


def _are_they(book: Book, k: int, cluster: Cluster) -> bool:
    """Whether the sentence calls it "they", so that "it" is something else ("They said it was bound for Haifa")."""
    for j in islice(reversed(cluster.mentions), _MAX_LOOK_BACK):
        if book.sentence[j] != book.sentence[k]:
            return False
        if (
            book.is_subject[j]
            and book.mentions[j].kind == "pronoun"
            and "plural" in book.words.pronoun[book.mentions[j].text.lower()]
        ):
            return True
    return False


def _thing(book: Book, quotes: Quotes, k: int, *, owner: bool) -> Cluster | None:
    """For "its" a body or country, subject of the same sentence; for "it" also one of the sentence before.

    For the object of a participle, whose doer the subject is, the one other body or country of the sentence. What is
    done to an "it" of the sentence before is as often done to what that sentence tells.
    """
    barred = _barred(book, quotes, k)
    token = book.tokens[book.mentions[k].head]
    if not owner and _is_participle(token.head):
        return _only_other(book, barred, k)
    opens = owner and token.head.dep_.startswith("nsubj") and token.i == token.sent.start
    before = 0 if (owner and not opens) or token.dep_ in _OBJECTS else _THING_SENTENCES
    for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
        distance = book.sentence[k] - book.sentence[j]
        if distance > before:
            return None
        cluster = book.owner[j]
        if cluster is None or id(cluster) in barred or cluster.type == "person" or cluster.plural:
            continue
        if _are_they(book, k, cluster):
            return None
        if not (owner or cluster.named or cluster.type == "organization") or not book.is_subject[j]:
            continue
        if _is_one_of_several(book, j) or (distance and _in_relative_clause(book, j)):
            continue  # "the group, which Chad has banned, fled. It …": the sentence is about the group
        if owner and not cluster.named and _is_told_by_another(book, quotes, token, cluster):
            return None  # "Vietnam said a ship had rammed its boat"
        return cluster if not _nearer_thing(book, quotes, k, j) else None
    return None


def _is_told_by_another(book: Book, quotes: Quotes, token: Token, cluster: Cluster) -> bool:
    """Whether another body or country says so of whom it may as well be told."""
    at = token
    while at.head.i != at.i:
        n = quotes.cues.get(at.head.i) if at.dep_ == "ccomp" else None
        head = book.drafts[n].source_head if n is not None else None
        teller = book.cluster_at(head) if head is not None and head < token.i else None
        if teller is not None and teller is not cluster:
            return teller.type in {"organization", "place"} and not teller.plural
        at = at.head
    return False


def _is_one_of_several(book: Book, j: int) -> bool:
    """Whether the subject is coordinated ("France and Germany"): neither alone is an it."""
    token = book.tokens[book.mentions[j].head]
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.children)


def _in_relative_clause(book: Book, j: int) -> bool:
    return book.tokens[book.mentions[j].head].head.dep_ == "acl:relcl"


def _only_other(book: Book, barred: set[int], k: int) -> Cluster | None:
    before = (book.owner[j] for j in range(k) if book.sentence[j] == book.sentence[k])
    others = {id(one): one for one in before if one is not None and id(one) not in barred}
    things = [one for one in others.values() if one.named and one.type != "person" and not one.plural]
    return things[0] if len(things) == 1 else None


def _nearer_thing(book: Book, quotes: Quotes, k: int, j: int) -> bool:
    """Whether another singular subject that is no party stands between: "it" may well be that, unless only quoted."""
    first, last = book.mentions[j].head + 1, book.mentions[k].head
    own = quotes.holding(last)
    return any(
        token.dep_ in {"nsubj", "nsubj:pass"}
        and token.pos_ == "NOUN"
        and book.at_token[token.i] < 0
        and quotes.holding(token.i) in {None, own}
        for token in book.tokens[first:last]
    )

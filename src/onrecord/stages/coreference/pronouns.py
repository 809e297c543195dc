"""Which entity a pronoun stands for; in a quotation "I" and "we" are the speaker and the speaker's side."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.bound import client_of, find_bound_owner, is_of_several_subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Token

    from onrecord.reading.draft import AttributionDraft
    from onrecord.stages.coreference.book import Book, Cluster

_MAX_LOOK_BACK = 40
_OPENING = "``"
_RELATIVE_TAGS = frozenset({"WP", "WDT"})
_QUOTE_TAGS = frozenset({_OPENING, "''"})
_PERSON_SENTENCES = 3
_PLURAL_SENTENCES = 2
_THING_SENTENCES = 1
_MAX_HOLDERS = 4  # mentions before a pronoun that may be about its noun phrase
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
_OBJECTS = frozenset({"obj", "iobj"})
_BODIES = frozenset({"organization", "group", "other"})


class Quotes:
    """The contents of attributions by token: the innermost one counts."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._inside: dict[int, int] = {}
        order = sorted(range(len(book.drafts)), key=lambda n: -_length(book.drafts[n]))
        for n in order:
            draft = book.drafts[n]
            if draft.manner == "indirect":
                continue
            for span in draft.content:
                said = _tokens_in(book, span.start, span.end)
                self._inside.update(dict.fromkeys(_in_marks(book, said) if draft.manner == "mixed" else said, n))
        self.cues: Mapping[int, int] = {d.cue_head: n for n, d in enumerate(book.drafts) if d.cue_head is not None}

    def holding(self, token: int) -> int | None:
        """The number of the innermost attribution in whose quoted words the token is."""
        return self._inside.get(token)

    def speaker(self, token: int) -> Cluster | None:
        """Whose words the token is in."""
        n = self._inside.get(token)
        for _ in range(_MAX_LOOK_BACK):
            if n is None:
                return None
            draft = self._book.drafts[n]
            if draft.source_head is not None:
                return self._book.cluster_at(draft.source_head)
            n = draft.continues
        return None


def _length(draft: AttributionDraft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _tokens_in(book: Book, start: int, end: int) -> range:
    return range(bisect_left(book.start, start), bisect_left(book.start, end))


def _in_marks(book: Book, tokens: range) -> Iterator[int]:
    """The tokens between quotation marks: what stands beside them is told in the reporter's words."""
    inside = False
    for i in tokens:
        if book.tokens[i].tag_ in _QUOTE_TAGS:
            inside = book.tokens[i].tag_ == _OPENING
        elif inside:
            yield i


def find_pronoun_owner(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """The cluster of a third-person pronoun, from the last few sentences; None where no one stands out."""
    features = book.words.pronoun[book.mentions[k].text.lower()]
    teller = _teller(book, quotes, k)
    if teller is not None and (_can_be(teller, features) or ("thing" in features and _is_named_body(teller))):
        return teller
    for bound in find_bound_owner(book, k):
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


def _teller(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """Who says it, where the pronoun is or owns the subject of what is said, outside quotes.

    "China said it was opposed"; "the envoy said the text was bad and that his country would veto it".
    """
    pronoun = book.tokens[book.mentions[k].head]
    subject = pronoun.head if pronoun.dep_ == "nmod:poss" else pronoun
    clause = subject.head
    while clause.dep_ == "conj":
        clause = clause.head
    n = quotes.cues.get(clause.head.i) if clause.dep_ == "ccomp" and subject.dep_.startswith("nsubj") else None
    if n is None:
        return None
    head = book.drafts[n].source_head
    if head is None or not head < clause.head.i < pronoun.i:
        return None
    if book.tokens[head].tag_ in _RELATIVE_TAGS and clause.head.dep_ == "acl:relcl":
        head = clause.head.head.i  # "an architect who said he had been stiffed"
    quoted = any(token.tag_ in _QUOTE_TAGS for token in book.tokens[clause.head.i : pronoun.i])
    return None if quoted else (client_of(book, head) or book.cluster_at(head))


def _is_named_body(cluster: Cluster) -> bool:
    """Whether it is a body by a name, which speaks of itself as "it" though its people are several ("M23")."""
    return cluster.named and cluster.type in _BODIES


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
    best: tuple[float, int] | None = None
    winner: Cluster | None = None
    for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
        cluster = book.owner[j]
        distance = book.sentence[k] - book.sentence[j]
        if distance > sentences:
            break
        if cluster is None or id(cluster) in barred or not fits(cluster):
            continue
        score = (_salience(book, quotes, k, j, cluster) - 1.5 * distance, j)
        if best is None or score > best:
            best, winner = score, cluster
    return winner


def _salience(book: Book, quotes: Quotes, k: int, j: int, cluster: Cluster) -> float:
    score = 0.0
    if book.is_subject[j]:
        score += 2.0
    if cluster.named:
        score += 0.5
    if cluster.plural and "plural" in book.words.pronoun[book.mentions[k].text.lower()]:
        score += 1.0
    if _is_source(book, quotes, k) and _is_source(book, quotes, j):
        score += 2.0
    return score


def _is_source(book: Book, quotes: Quotes, k: int) -> bool:
    head = book.tokens[book.mentions[k].head]
    return head.head.i in quotes.cues and book.is_subject[k]


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
        return barred
    if mention.text.lower().endswith(("self", "selves")):
        return barred
    for child in _fellows(token):
        if child.i != token.i:
            other = book.at_token[child.i]
            owner = book.owner[other] if other >= 0 else None
            if owner is not None:
                barred.add(id(owner))
    return barred


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


def _thing(book: Book, quotes: Quotes, k: int, *, owner: bool) -> Cluster | None:
    """For "its" a body or country, subject of the same sentence; for "it" also one of the sentence before.

    For the object of a participle, whose doer the subject is, the one other body or country of the sentence. What is
    done to an "it" of the sentence before is as often done to what that sentence tells.
    """
    barred = _barred(book, quotes, k)
    token = book.tokens[book.mentions[k].head]
    if not owner and _is_participle(token.head):
        return _only_other(book, barred, k)
    before = 0 if owner or token.dep_ in _OBJECTS else _THING_SENTENCES
    for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
        distance = book.sentence[k] - book.sentence[j]
        if distance > before:
            return None
        cluster = book.owner[j]
        if cluster is None or id(cluster) in barred or cluster.type == "person" or cluster.plural:
            continue
        if not (owner or cluster.named or cluster.type == "organization") or not book.is_subject[j]:
            continue
        if _is_one_of_several(book, j) or (distance and _in_relative_clause(book, j)):
            continue  # "the group, which Chad has banned, fled. It …": the sentence is about the group
        return cluster if not _nearer_thing(book, quotes, k, j) else None
    return None


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


def find_first_person_owner(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """For "I" the speaker; for "we" the body that the speaker speaks for, or else the speaker."""
    mention = book.mentions[k]
    speaker = quotes.speaker(mention.head)
    if speaker is None:
        return None
    if "singular" in book.words.pronoun[mention.text.lower()]:
        return speaker if speaker.type == "person" and not speaker.plural else None
    sides = {id(side): side for j in speaker.mentions for head in book.mentions[j].member_of
             if (side := book.cluster_at(head)) is not None and side.type in _BODIES}  # fmt: skip
    return next(iter(sides.values())) if len(sides) == 1 else speaker

"""Victims named after a first sentence without a name: "A man was shot … Bo Lee, 31, died in hospital"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.over import those_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_SENTENCES = (3, 15)
_ASKED = 12  # mentions
_FIRST = 4
_IN_A_LIST = 3
_NAMES = frozenset({"PROPN", "NOUN"})
_LEAD = 1  # sentences behind the first
_DONE_TO = frozenset({"obj", "nsubj:pass"})
_WHOSE = frozenset({"nmod", "nmod:poss"})
_RELATIVE = frozenset({"WP", "WDT"})


def find_same_fate(book: Book, nameless: Sequence[Cluster], k: int) -> Cluster | None:
    """The nameless dead of the first sentences whom the name `k` may be: it dies too, and no other act is told of."""
    token = book.stands[k]
    if not _dies(book, token) or not book.words.another_act.isdisjoint(word.lower_ for word in token.sent):
        return None
    said = _said_to_be(book, token)
    dead = [
        one
        for one in nameless
        if book.sentence[one.mentions[0]] <= _LEAD
        and _dies(book, book.stands[one.mentions[0]])
        and not (said and said.isdisjoint(one.nouns) and (book.words.female | book.words.male).isdisjoint(one.nouns))
    ]
    only = dead[0] if len(dead) == 1 else None
    return only if only is not None and book.sentence[only.mentions[0]] < book.sentence[k] else None


def find_sufferer(book: Book, k: int) -> Cluster | None:
    """The one person of the last sentences, or of those before them, who was hurt or held: "the victim", "the suspect".

    "The man" may be any told of long before, and so is of the last sentences alone.
    """
    verbs, sex = book.words.suffering_of.get(book.noun[k]), book.gender(k)
    if verbs is None or book.modifiers[k] & book.words.tells_people_apart:
        return None
    over = those_over(book, k)
    for sentences in _SENTENCES[:1] if sex else _SENTENCES:
        near = [one for one in recent_clusters(book, k, sentences) if one.type == "person" and not one.plural]
        people = [one for one in near if id(one) not in over and (sex is None or one.gender in {None, sex})]
        fitting = [one for one in people if is_sufferer(book, one, verbs)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def is_sufferer(book: Book, one: Cluster, verbs: frozenset[str]) -> bool:
    """Whether one of the mentions, the first or the last, is of somebody to whom one of these things was done."""
    first, last = one.mentions[:_FIRST], islice(reversed(one.mentions), _ASKED)
    return any(suffers(book, j, verbs) for j in (*last, *first))


def suffers(book: Book, j: int, verbs: frozenset[str]) -> bool:
    """Whether one of these things was done to the one told of at the mention."""
    token = book.stands[j]
    for _ in range(_IN_A_LIST):
        token = (
            token.head if token.dep_ == "conj" and token.head.pos_ in _NAMES else token
        )  # "held Bo Lee and Ali Ruiz"
    passive = [clause for clause in grammar.children(token, "acl") if clause.tag_ == "VBN"]
    verb = token.head if token.dep_ in _DONE_TO else next(iter(passive), None)
    pleads = token.dep_ == "nsubj" and not verbs.isdisjoint(book.words.holding) and book.words.confessing
    if pleads and token.head.lemma_.lower() in pleads:
        verb = token.head  # "pleaded guilty"
    if verb is not None and verb.lemma_.lower() in verbs | book.words.confessing:
        return not grammar.is_denied(verb)
    return book.words.killing <= verbs and _dies(book, token)


def _said_to_be(book: Book, name: Token) -> frozenset[str]:
    """What the name is said to be beside it: "Bo Lee, a farmer" is not the soldier, but may be the man."""
    beside = (book.at_token[child.i] for child in grammar.children(name, "appos"))
    return frozenset(book.noun[j] for j in beside if j >= 0 and book.noun[j])


def _dies(book: Book, token: Token) -> bool:
    """Whether he is killed, shot or dies, by a verb, a clause of his own or a noun ("the shooting of Bo Lee")."""
    if token.dep_ in _WHOSE and token.head.pos_ == "NOUN" and token.head.lemma_.lower() in book.words.death:
        return True
    clauses = grammar.children(token, "acl:relcl")
    told = [(clause, word.dep_) for clause in clauses for word in clause.lefts if word.tag_ in _RELATIVE]
    return any(_is_fate(book, verb, seat) for verb, seat in ((token.head, token.dep_), *told))


def _is_fate(book: Book, verb: Token, seat: str) -> bool:
    lemma, words = verb.lemma_.lower(), book.words
    suffered = (lemma in words.killing and seat in _DONE_TO) or (lemma in words.dying and seat == "nsubj")
    return suffered and verb.pos_ == "VERB" and not grammar.is_denied(verb)

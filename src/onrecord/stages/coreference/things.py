"""What "it" and "its" stand for, and what no pronoun can: its fellow arguments, who says it, what holds it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book, Cluster
    from onrecord.stages.coreference.quotes import Quotes

MAX_LOOK_BACK = 40  # mentions
_THING_SENTENCES = 1
MAX_HOLDERS = 4  # mentions before a pronoun that may be about its noun phrase
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
_OBJECTS = frozenset({"obj", "iobj"})


def find_thing(book: Book, quotes: Quotes, k: int, *, owner: bool) -> Cluster | None:
    """For "its" a body or country, subject of the same sentence; for "it" also one of the sentence before.

    For the object of a participle, whose doer the subject is, the one other body or country of the sentence. What is
    done to an "it" of the sentence before is as often done to what that sentence tells.
    """
    barred = barred_for(book, quotes, k)
    token = book.tokens[book.mentions[k].head]
    if not owner and _is_participle(token.head):
        return None if _is_judged_otherwise(book, token.head) else _only_other(book, barred, k)
    opens = owner and token.head.dep_.startswith("nsubj") and token.i == token.sent.start
    before = 0 if (owner and not opens) or token.dep_ in _OBJECTS else _THING_SENTENCES
    for j in range(k - 1, max(-1, k - 1 - MAX_LOOK_BACK), -1):
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


def _are_they(book: Book, k: int, cluster: Cluster) -> bool:
    """Whether the sentence calls it "they", so that "it" is something else ("They said it was bound for Haifa")."""
    for j in islice(reversed(cluster.mentions), MAX_LOOK_BACK):
        if book.sentence[j] != book.sentence[k]:
            return False
        if (
            book.is_subject[j]
            and book.mentions[j].kind == "pronoun"
            and "plural" in book.words.pronoun[book.mentions[j].text.lower()]
        ):
            return True
    return False


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
    """Whether it does what a clause tells besides, about another or of when and why."""
    return book.stands[j].head.dep_ in {"acl:relcl", "advcl"}


def _is_judged_otherwise(book: Book, participle: Token) -> bool:
    """Whether the verb has an object that is no party, which is what is meant: "rejected the claim, calling it"."""
    return any(child.dep_ == "obj" and book.at_token[child.i] < 0 for child in participle.head.children)


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


def barred_for(book: Book, quotes: Quotes, k: int) -> set[int]:
    """Clusters that `k` cannot stand for: its fellow arguments, the speaker of the words it is in, what holds it."""
    mention = book.mentions[k]
    token = book.tokens[mention.head]
    barred = {id(book.owner[j]) for j in range(max(0, k - MAX_HOLDERS), k) if mention.start < book.mentions[j].end}
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

"""Who a clause of reason is about: in "police held the envoy after he fled" the envoy fled, not the police.

What is told next, as the reason or as what became of somebody, is of the one to whom it was done (implicit causality,
Garvey and Caramazza 1974): "police held the envoy after he fled"; "the envoy was praised by Silva because he was fair";
"rebels freed two monks. They had been held since May."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book

_OF = frozenset({"of"})
_AT = frozenset({"at", "on"})
_MAIN = frozenset({"root", "ROOT", "parataxis"})
_BESIDE = frozenset({"with", "by", "behind"})
_TOLD = frozenset({"root", "ROOT", "conj", "ccomp", "parataxis"})  # not what a relative clause adds


def done_for(book: Book, pronoun: Token) -> Iterator[Token]:
    """Those to whom it is done, for the subject of a clause of reason: "held | the envoy | after he fled"."""
    clause = pronoun.head
    if clause.dep_ != "advcl" or not pronoun.dep_.startswith("nsubj"):
        return
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    harmed = clause.head.lemma_.lower() in book.words.harming and not marks.isdisjoint(book.words.time_of_harm)
    if harmed:  # "shot at residents as they fled"
        yield from grammar.prep_objects(clause.head, _AT)
        yield from grammar.logical_objects(clause.head)
    if not marks.isdisjoint(book.words.deed_mark):
        yield from undergoers(book, clause.head)
        if clause.head.lemma_.lower() in book.words.beside:
            yield from grammar.logical_objects(clause.head)
            yield from grammar.prep_objects(clause.head, _BESIDE)


def undergoers(book: Book, word: Token) -> list[Token]:
    """Those who are arrested, thanked or accused by a verb, or whose arrest or death a noun tells of."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN":
        owners = [child for child in word.children if child.dep_ == "nmod:poss"]
        return [*owners, *grammar.prep_objects(word, _OF)] if lemma in book.words.fate else []
    done_to = grammar.logical_objects(word) if lemma in book.words.for_a_deed else []
    return [*done_to, *(one for number in done_to if number.pos_ == "NUM" for one in grammar.prep_objects(number, _OF))]


def _blamed(book: Book, verb: Token) -> list[Token]:
    """Whom the verb says that somebody accuses, who then speaks of them: "accused the police of lying. "They knew"."""
    blames = verb.lemma_.lower() in book.words.of_speech_against
    return grammar.logical_objects(verb) if blames else []


def undergoers_before(book: Book, k: int, *, quoted: bool) -> frozenset[int]:
    """Heads of those to whom something was done in the sentence before that of `k`, if `k` undergoes things in its own.

    It does as the subject of a passive, of a state, of what had been so before, and of verbs of suffering; and who has
    been let go may be the one who goes ("freed Ali Bongo. He flew to Luanda"). In quoted words it is the one accused.
    """
    pronoun = book.tokens[book.mentions[k].head]
    first = pronoun.sent.start
    if first and quoted and pronoun.dep_.startswith("nsubj"):
        root = book.tokens[first - 1].sent.root
        return frozenset(head.i for head in _blamed(book, root))
    close = pronoun.dep_ == "nmod:poss" and pronoun.head.lemma_.lower() in book.words.close
    subject = pronoun.head if close else pronoun
    if not subject.dep_.startswith("nsubj") or subject.head.dep_ not in _MAIN or not first:
        return frozenset()
    before = book.tokens[first - 1].sent
    told = [word for word in before if word.pos_ == "NOUN" or word.dep_ in _TOLD or _goes_with(word)]
    if pronoun.dep_ == "nsubj" and pronoun.head.lemma_.lower() in book.words.going:
        found = [head for word in told if word.lemma_.lower() in book.words.letting_go for head in _let_go(word)]
    else:
        found = [head for word in told for head in undergoers(book, word)] if close or _undergoes(book, pronoun) else []
    return frozenset(head.i for head in found)


def _goes_with(word: Token) -> bool:
    """Whether it tells what else was done: "fired, wounding two"."""
    return word.dep_ == "advcl" and word.tag_ == "VBG"


def _let_go(word: Token) -> list[Token]:
    return grammar.logical_objects(word) if word.pos_ == "VERB" else []


def _undergoes(book: Book, subject: Token) -> bool:
    clause = subject.head
    if subject.dep_ == "nsubj:pass" or clause.lemma_.lower() in book.words.suffering:
        return True
    labels = {child.dep_ for child in clause.children}
    return "cop" in labels or grammar.is_past_perfect(clause)

"""Pronouns whose antecedent the sentence itself gives: "a surgeon and his wife", "told men to leave their homes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.deeds import done_for
from onrecord.stages.coreference.holders import is_persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_MAX_CLIMB = 8
_ABOUT_THEM = frozenset({"for", "over"})  # "praised the general for his courage"
_BLAMED_ON = _ABOUT_THEM | {"on"}  # "blasted the general on his record"
_ON = frozenset({"on", "upon"})
_OF, _FOR = frozenset({"of"}), frozenset({"for"})
_HEARERS = frozenset({"obj", "iobj"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
_OPENERS = frozenset({"advcl", "obl"})
_BEFORE_OPENERS = frozenset({"ADV", "CCONJ", "PUNCT", "SPACE"})
_RELATIVE = frozenset({"who", "which", "that"})
_ASKING = frozenset({"WRB", "WP", "WDT"})


def find_bound_owner(book: Book, k: int) -> Iterator[Cluster]:
    """The clusters that the syntax around the pronoun `k` says it stands for, the surest first; mostly none.

    Of a possessive: what its noun is coordinated with, what the relative clause is about that it stands in, who is told
    to do what it stands in, and who is praised or blamed "for his …". Of the subject of an adverbial clause: whose deed
    it was that something was done for, and else the agent of the passive that the clause belongs to ("was sent back by
    Ruiz after he had left").
    """
    token = book.tokens[book.mentions[k].head]
    heads = _of_possessive(book, token) if token.dep_ == "nmod:poss" else _of_subject(book, token)
    if token.dep_ in _HEARERS:
        heads = _of_object(token)
    for head in heads:
        found = book.cluster_at(head.i) if head.i < token.i else None
        if found is not None:
            yield found


def _of_possessive(book: Book, pronoun: Token) -> Iterator[Token]:
    """Antecedents of "his" or "its" inside the sentence: "a surgeon and | his | wife"."""
    noun = pronoun.head
    if noun.dep_ == "conj":
        first = noun.head
        features = book.words.pronoun.get(pronoun.lower_, "")  # "Chad's ally and its lifeline", "M23's men and their"
        of_thing = "thing" in features or "plural" in features
        own = [
            child
            for child in first.children
            if child.dep_ == "nmod:poss" and (child.lower_ == pronoun.lower_ or (of_thing and child.pos_ == "PROPN"))
        ]
        yield own[0] if own else first
    at = noun
    for _ in range(_MAX_CLIMB):
        verb = at.head
        if verb.i == at.i:
            return
        yield from _about(book, at, verb)
        yield from _told_how(book, pronoun, verb)
        yield from _of_deed(book, pronoun, at)
        if at.dep_ == "xcomp":
            yield from (child for child in verb.children if child.dep_ in _HEARERS and child.i < at.i)
        if at.dep_ in {"xcomp", "advcl"} and grammar.has_to(at) and verb.lemma_.lower() in book.words.dealing:
            yield from (
                child for child in grammar.prep_objects(verb, _ON) if child.i < at.i
            )  # "called on both to keep"
        if at.dep_ == "acl:relcl" and at.i != noun.i and _is_told_of(at):
            yield verb
        if at.dep_ in {"ccomp", "advcl", "parataxis"}:
            return
        at = verb


def _told_how(book: Book, pronoun: Token, verb: Token) -> Iterator[Token]:
    """Whom one body tells what is theirs: "The board must tell residents how much lead is in | their | water"."""
    plural = "plural" in book.words.pronoun.get(pronoun.lower_, "")
    if not plural or verb.lemma_.lower() not in book.words.telling:
        return
    doers = [book.cluster_at(doer.i) for doer in grammar.surface_subjects(verb)]
    asked = any(token.tag_ in _ASKING for token in book.tokens[verb.i + 1 : pronoun.i])
    if asked and all(doer is not None and doer.type == "organization" and not doer.plural for doer in doers):
        yield from (child for child in grammar.children(verb, *_HEARERS) if child.tag_ == "NNS")


def _of_deed(book: Book, pronoun: Token, clause: Token) -> Iterator[Token]:
    """Whose deed the clause tells that somebody is accused of or punished for: "accused Tarvex of abusing its power".

    What is done to others is done to what is the accuser's: "accused the army of shelling its clinics".
    """
    noun = pronoun.head
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    verb = clause.head
    deed = clause.dep_ == "advcl" and clause.tag_ == "VBG" and noun.i > clause.i and not is_persons(pronoun)
    if not deed or not (_OF & marks or (_FOR & marks and verb.lemma_.lower() in book.words.for_a_deed)):
        return
    whole = noun.head if noun.dep_ == "nmod" else noun
    if whole.head.lemma_.lower() in book.words.done_to_accuser:
        yield from grammar.children(verb, "nsubj")
        return
    yield from (child for child in grammar.children(verb, "iobj", "obj") if book.cluster_at(child.i) is not None)


def _is_told_of(clause: Token) -> bool:
    """Whether a relative clause tells what its antecedent does."""
    return any(child.dep_.startswith("nsubj") and child.lower_ in _RELATIVE for child in clause.children)


def _about(book: Book, noun: Token, verb: Token) -> Iterator[Token]:
    """What is the object of a verb, where the noun says for what: "thanked the envoy for his help"."""
    within = noun.dep_ == "nmod" and verb.dep_ == "obj"  # "on his record" hung on the general
    at = verb.head if within else verb
    blamed = _BLAMED_ON if at.lemma_.lower() in book.words.for_a_deed else _ABOUT_THEM
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    if within and not cases.isdisjoint(blamed - _ABOUT_THEM):
        yield verb
    if noun.dep_ != "obl" or cases.isdisjoint(blamed):
        return
    for child in verb.children:
        cluster = book.cluster_at(child.i) if child.dep_ == "obj" and child.i < noun.i else None
        if cluster is not None:
            yield child


def _of_subject(book: Book, pronoun: Token) -> Iterator[Token]:
    """Antecedents of a pronoun that is the subject of a clause: "did not tell | him | why | he | was held"."""
    clause = pronoun.head
    if pronoun.dep_.startswith("nsubj") and clause.dep_ == "ccomp":  # "the police did not tell him why he was held"
        yield from (child for child in clause.head.children if child.dep_ in _HEARERS)
    if clause.dep_ == "acl:relcl" and pronoun.dep_ in _ARGUMENTS and clause.head.i < pronoun.i:
        if clause.head.dep_ == "conj":
            yield clause.head.head  # "the militia and the violence it spreads", "... and those who back it"
        elif pronoun.dep_ == "nsubj" and clause.head.dep_ == "obj":
            yield from grammar.logical_subjects(clause.head.head)  # "urged M23 to free the nuns it holds"
    thing = "thing" in book.words.pronoun.get(pronoun.lower_, "")  # "the council lent the firm money, and it wants it"
    if pronoun.dep_ == "nsubj" and clause.dep_ == "conj" and not thing and grammar.children(clause.head, "nsubj"):
        yield from grammar.children(clause.head, *_HEARERS)  # "police held Silva, and he wept": not they wept
    if not pronoun.dep_.startswith("nsubj") or clause.dep_ != "advcl":
        return
    yield from done_for(book, pronoun)
    if any(child.dep_ == "mark" and child.lower_ in book.words.contrast_mark for child in clause.children):
        said = [child for child in clause.head.children if child.dep_ == "ccomp" and child.i < clause.head.i]
        yield from (child for verb in said for child in verb.children if child.dep_.startswith("nsubj"))
    if grammar.is_passive(clause.head):
        yield from (child for child in clause.head.children if child.dep_ == "obl:agent")


def _of_object(pronoun: Token) -> Iterator[Token]:
    """To whom the verb before the pronoun's own was done by the same: "caught a trader and killed | him"."""
    verb = pronoun.head
    before = [one for one in grammar.conjuncts(verb) if one.i < verb.i]
    own = grammar.children(verb, "nsubj", "nsubj:pass", "aux:pass", "mark")
    if before and not own and not grammar.is_passive(before[-1]):
        yield from grammar.children(before[-1], "obj")


def is_of_several_subjects(book: Book, k: int) -> bool:
    """Whether "they" or "their" are two or more single ones together, and nobody else.

    "Chad and Mali recalled their envoys", or agreed to; "Chad and Mali met. They would not sign".
    """
    token = book.tokens[book.mentions[k].head]
    clause = token.head
    if grammar.several_together(token):
        return True
    if token.dep_.startswith("nsubj") and token.i == token.sent.start and token.i:
        root = book.tokens[token.i - 1].sent.root
        return any(grammar.single_subjects(verb, token.i) for verb in (root, *grammar.children(root, "ccomp")))
    if token.dep_ != "nmod:poss" or clause.dep_ != "obj":
        return False
    verb = clause.head
    while verb.dep_ == "xcomp":
        verb = verb.head
    return bool(grammar.single_subjects(verb, token.i))


def own_doers(book: Book, k: int) -> Cluster | None:
    """The several things that do what is done to what "their" owns: "missiles reached their targets"."""
    token = book.tokens[book.mentions[k].head]
    verb = token.head.head
    if token.dep_ != "nmod:poss" or token.head.dep_ not in _HEARERS:
        return None
    found = [
        book.cluster_at(child.i) for child in verb.children if child.dep_.startswith("nsubj") and child.i < token.i
    ]
    return next((one for one in found if one is not None and one.plural and one.type == "other"), None)


def subject_ahead(book: Book, k: int) -> int | None:
    """The subject that follows an opening phrase with the pronoun `k`: "After | his | defeat, | Ruiz | left"."""
    opener = _opener(book, k)
    if opener is None:
        return None
    subjects = [c for c in opener.head.children if c.dep_.startswith("nsubj") and c.i > opener.right_edge.i]
    ahead = book.at_token[subjects[0].i] if subjects else -1
    return ahead if ahead > k and book.mentions[ahead].kind != "pronoun" else None


def objects_ahead(book: Book, k: int) -> Iterator[int]:
    """The objects behind an opening clause with the pronoun as subject: "As | she | left, police held | Ana Ruiz"."""
    opener = _opener(book, k)
    if opener is None or opener.dep_ != "advcl" or not book.tokens[book.mentions[k].head].dep_.startswith("nsubj"):
        return
    for child in grammar.children(opener.head, *_HEARERS):
        ahead = book.at_token[child.i]
        if ahead > k and child.i > opener.right_edge.i and book.mentions[ahead].kind == "name":
            yield ahead


def _opener(book: Book, k: int) -> Token | None:
    """The phrase or clause with `k` before which the sentence has at most a word for when or how: "Back when he"."""
    token = at = book.tokens[book.mentions[k].head]
    for _ in range(_MAX_CLIMB):
        if at.dep_ in _OPENERS:
            break
        at = at.head
    if at.dep_ not in _OPENERS or at.i > at.head.i:
        return None
    before = book.tokens[token.sent.start : at.left_edge.i][:_MAX_CLIMB]
    return at if len(before) < _MAX_CLIMB and all(word.pos_ in _BEFORE_OPENERS for word in before) else None

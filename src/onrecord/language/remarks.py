"""Remarks behind a comma: "urged Hanoi to free the writer, saying that he was ill".

A parser hangs the participle on the nearest verb, which makes Hanoi the speaker. Who asks, orders or says is who goes
on speaking; so the participle belongs to the verb that governs the clause it hangs on. So does a second verb of saying
behind a comma: in "said the rebels had shelled the town, and urged its people to leave" the rebels urged nobody. Nor
did the troops condemn in "spoke to praise the troops who retook the port and condemn the rebels".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon

_MAX_STEPS = 4
_INFINITIVES = frozenset({"xcomp", "advcl"})
_SAID = frozenset({"ccomp", "xcomp", "obj"})


def mend_remarks(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such verb on that of who speaks; time linear in tokens.

    Behind an infinitive any verb of saying counts; behind a clause that was said, only one with which a speaker goes on
    ("said the rebels had left, adding"), since others may tell of what the rebels said.
    """
    saying, going_on = lexicon.words("speech_cue"), lexicon.list("goes_on_speaking")
    judging = {*saying, *lexicon.words("stand_cue")}
    for place in having(doc, "DEP", ("advcl", "conj")):
        token = doc[place]
        if token.dep_ == "conj":
            _rehang(token, saying, judging)
        if token.dep_ != "advcl" or token.tag_ != "VBG" or token.i < token.head.i or not _is_aside(token):
            continue
        lemma = token.lemma_.lower()
        if lemma in saying and any(child.dep_ in _SAID for child in token.rights):
            token.head = _verb_of_speaker(token.head, saying, goes_on=lemma in going_on)


def _rehang(verb: Token, saying: Mapping[str, object], judging: AbstractSet[str]) -> None:
    """Hang a coordinated verb on the one that it goes on with."""
    lemma = verb.lemma_.lower()
    if _is_told_beside(verb, saying) or (lemma in saying and _is_said_beside(verb, saying)):
        verb.head = verb.head.head
    elif lemma in judging and (first := _first_infinitive(verb)) is not None:
        verb.head, verb.tag_ = first, "VB"


def _is_said_beside(verb: Token, saying: Mapping[str, object]) -> bool:
    """Whether the second verb goes on with the verb above the clause that it was coordinated with.

    It stands behind a comma, in the past, without a subject; the clause, told by a verb in the past, is no saying.
    """
    clause = verb.head
    outer = clause.head
    told = clause.dep_ == "ccomp" and outer.i < clause.i and outer.lemma_.lower() in saying and outer.tag_ == "VBD"
    if not told or verb.tag_ not in {"VBD", "VBN"} or clause.lemma_.lower() in saying:
        return False
    if grammar.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass") or len(grammar.children(clause, "conj")) > 1:
        return False
    first = verb.left_edge
    joined = first.is_punct or (first.dep_ == "cc" and first.i > 0 and first.nbor(-1).lower_ == ",")
    return joined and bool(grammar.children(outer, "nsubj"))


def _is_told_beside(verb: Token, saying: Mapping[str, object]) -> bool:
    """Whether a verb in the past is coordinated with a clause under a modal: "said he would stay | and told his party".

    No past stands beside "would stay", so the speaker did it.
    """
    clause = verb.head
    outer = clause.head
    said = clause.dep_ == "ccomp" and outer.i < clause.i and outer.lemma_.lower() in saying and outer.tag_ == "VBD"
    modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in clause.lefts)
    own = grammar.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass")
    return said and modal and verb.tag_ == "VBD" and not own and bool(grammar.children(outer, "nsubj"))


def _first_infinitive(verb: Token) -> Token | None:
    """The infinitive that a verb in its base form goes on with, which hangs on a past clause in between."""
    clause = verb.head
    past = clause.tag_ in {"VBD", "VBN"} or clause.lower_ not in {clause.lemma_.lower(), clause.lemma_.lower() + "s"}
    if clause.dep_ != "acl:relcl" or not past or verb.tag_ not in {"VB", "VBP"} or verb.lower_ != verb.lemma_.lower():
        return None
    if not grammar.children(verb, "obj", "iobj") or grammar.children(verb, "nsubj", "aux", "ccomp", "mark"):
        return None
    node = clause.head
    for _ in range(_MAX_STEPS):
        if node.tag_ == "VB" and grammar.has_to(node):
            return node
        if node.pos_ == "VERB" or node.head.i == node.i:
            break
        node = node.head
    return None


def _is_aside(verb: Token) -> bool:
    """Whether the participle opens its clause, behind a comma or a dash."""
    if grammar.children(verb, "mark", "nsubj", "case"):
        return False
    first = next((word for word in verb.subtree if not word.is_punct and not word.is_space), verb)
    return first.i > verb.sent.start and verb.doc[first.i - 1].is_punct and not verb.doc[first.i - 1].is_quote


def _verb_of_speaker(node: Token, saying: Mapping[str, object], *, goes_on: bool) -> Token:
    """The verb above infinitives and, where the participle goes on with it, above what somebody says."""
    for _ in range(_MAX_STEPS):
        first = grammar.conjuncts(node)[0]
        to = grammar.has_to(first)
        said = goes_on and first.dep_ == "ccomp" and first.head.i < first.i and first.head.lemma_.lower() in saying
        if not said and not (to and first.dep_ in _INFINITIVES):
            break
        node = first.head
    return node

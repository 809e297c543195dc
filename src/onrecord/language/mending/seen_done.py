"""Participles under a verb of seeing: "a raid that saw two farmers and a nurse | abducted".

Where several are named a parser takes the participle for a finite verb, and the last of them, or all, for who did it.
So too it joins an adjective behind them to the verb: "left nine rebels and one officer | dead".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OF_A_CLAUSE = frozenset({*_SUBJECTS, "obj", "iobj", "aux", "aux:pass", "mark", "ccomp"})


def mend_seen_done(doc: Doc, lexicon: Lexicon) -> None:
    """Make each such verb a participle under the verb of seeing, and a split list of those it is done to one list.

    Time linear in tokens. The lexicon knows who sees (`seeing_verb`) and what is always done to somebody
    (`verb_with_object`).
    """
    seeing, transitive = lexicon.list("seeing_verb"), lexicon.list("verb_with_object")
    for place in having(doc, "TAG", ("VBD", "VBN")):
        token = doc[place]
        if token.lemma_.lower() not in transitive and not grammar.children(token, "xcomp"):  # "shot | dead"
            continue
        if token.dep_ == "acl:relcl" and not _labels(token) & _OF_A_CLAUSE:
            noun = token.head
            seen = next((verb for verb in (noun.head, noun.head.head) if verb.lemma_.lower() in seeing), None)
            if seen is not None and noun.dep_ in {"obj", "conj"}:
                _make_seen(token, seen)
        elif token.dep_ == "conj" and token.head.lemma_.lower() in seeing and token.i > token.head.i:
            _join(token)
    for place in having(doc, "TAG", ("JJ",)):
        state = doc[place]
        verb = state.head
        if state.dep_ == "conj" and verb.lemma_.lower() in seeing and state.i == state.left_edge.i and not state.lefts:
            _tell_state(state, verb)


def _tell_state(state: Token, verb: Token) -> None:
    """Let it tell how those right before it were left."""
    if any(it.right_edge.i == state.i - 1 for it in grammar.children(verb, "obj")):
        hang(state, verb, "xcomp")


def _join(verb: Token) -> None:
    """In "saw two farmers, and a nurse | abducted" the nurse belongs to the farmers, and all were abducted."""
    doers = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    objects = [child for child in grammar.children(verb.head, "obj") if child.right_edge.i < verb.left_edge.i]
    if len(doers) != 1 or not objects or (_labels(verb) - _SUBJECTS) & _OF_A_CLAUSE:
        return
    if grammar.children(verb.head, "xcomp", "ccomp") or grammar.children(objects[-1], "acl"):
        verb.tag_, doers[0].dep_ = "VBN", "nsubj:pass"  # "saw shops looted and two men | killed"
        return
    hang(doers[0], objects[-1], "conj")
    for child in list(verb.lefts):
        if child.dep_ == "cc":
            hang(child, doers[0])
    _make_seen(verb, verb.head)


def _make_seen(token: Token, seen: Token) -> None:
    hang(token, seen, "xcomp")
    token.tag_ = "VBN"


def _labels(token: Token) -> set[str]:
    return {child.dep_ for child in token.children}

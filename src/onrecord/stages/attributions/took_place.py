"""Whether a cue took place: "she said so", but not "she may say so", "asked her to say so" or "did she say so?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import WHETHER, arranged_by, has_to, is_only, is_passive, negation
from onrecord.language.untrue import is_called_untrue
from onrecord.stages.attributions.cue_extent import leftmost
from onrecord.stages.attributions.cues import AUXILIARY

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_GOVERNED = frozenset({"xcomp", "ccomp", "acl"})  # labels of verbs that another one governs


def is_told(verb: Token, first: Token, lexicon: Lexicon) -> bool:
    """Whether the report says that the cue took place: not a wish, an order, a condition or somebody's purpose.

    An infinitive counts where a verb that only sets it going stands before it (`first`), after "do" or "will", after a
    negated "can" ("could not explain why"), where it says to what end somebody did act ("took to the radio
    to accuse"), and where he was brought to it ("forced her to admit"). A bare verb with a subject of its own is a
    present tense that the tagger missed.
    """
    unreal = lexicon.list("cue_unreal_mark")
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "case"}}
    bare = verb.dep_ == "advcl" and all(child.is_punct or child.tag_ == "WRB" for child in verb.lefts)
    bare = bare and verb.i > 0 and (verb.nbor(-1).text == "," or verb.nbor(-1).tag_ == "WRB")
    # "with both leaders expected to visit", "Ruiz, asked about it, said", "nodded when asked": passives in truth
    hidden = verb.tag_ == "VBD" and ("with" in marks or bare)
    seen_to = verb.pos_ == "ADJ" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lexicon.list("ensuring_verb")
    helpers = [child for child in verb.lefts if child.dep_ in AUXILIARY]
    if verb.lower_ in unreal or hidden or seen_to or marks & unreal or _is_untold(verb, helpers, lexicon):
        return False
    able, ahead = lexicon.list("cue_able_modal"), lexicon.list("cue_future_modal")
    # "must keep pushing for"
    going = [t for t in verb.doc[first.i : verb.i] if t.tag_ == "MD" and t.lower_ not in able]
    modals = [t for t in dict.fromkeys((*helpers, *going)) if t.tag_ == "MD" and t.lower_ not in ahead]
    if modals:
        only = _says_only(verb) and all(child.lower_ in lexicon.list("refusing_modal") for child in modals)
        return only or (negation(verb) is not None and all(child.lower_ in able for child in modals))
    if helpers or verb.tag_ != "VB" or (first.i < verb.i and first.pos_ == "VERB"):
        return True
    if has_to(verb):
        made = lexicon.list("implicative_verb")
        return _took_place(verb.head) and (verb.dep_ == "advcl" or _is_made_to(verb, made))
    if verb.dep_ == "conj" and verb.head.tag_ == "VB" and verb.head.i < verb.i:
        return is_told(verb.head, leftmost(verb.head), lexicon)
    return verb.dep_ not in _GOVERNED and any(child.dep_ == "nsubj" for child in verb.lefts)


def _says_only(verb: Token) -> bool:
    """Whether it is all that somebody says: who "would say | only | that she knew" has said so."""
    told = any(c.dep_ == "ccomp" and not any(m.lower_ in WHETHER for m in c.lefts) for c in verb.rights)
    return told and any(map(is_only, (verb.nbor(1), verb.nbor(-1))))


def _is_untold(verb: Token, helpers: list[Token], lexicon: Lexicon) -> bool:
    """Whether it is asked, called untrue ("it is not true that she said so"), or to come ("is to be debated")."""
    to_come = is_passive(verb) and arranged_by(verb) is not None
    return to_come or _is_asked(verb, helpers) or is_called_untrue(verb, lexicon)


def _is_asked(verb: Token, helpers: list[Token]) -> bool:
    """Whether it is what a question asks, by its order: "Does Paris agree with that?"."""
    subject = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if subject is None or not any(child.i < subject.i for child in helpers):
        return False
    return any(token.text[0] == "?" for token in verb.doc[verb.i : verb.sent.end])


def _is_made_to(verb: Token, implicative: frozenset[str]) -> bool:
    """Whether somebody was brought to it, so that it took place ("forced the premier to admit that")."""
    brought = verb.head
    to_it = (
        verb.dep_ in {"xcomp", "ccomp", "advcl"} and brought.lemma_.lower() in implicative and negation(brought) is None
    )
    return to_it and any(child.dep_ in {"obj", "iobj", "nsubj:pass"} for child in brought.children)


def _took_place(verb: Token) -> bool:
    """Whether a verb tells of the past, on its own, in the perfect or in the passive."""
    if verb.tag_ == "VBD":
        return True
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "aux:pass"}]
    return verb.tag_ == "VBN" and any(child.lemma_ == "have" or child.tag_ == "VBD" for child in helpers)

"""A verb in the past behind "and", hung on what stands before it: "set the office ablaze and | looted shops".

No past is coordinated with a state or an infinitive ("forced them to flee and | burned their houses"), so it goes on
with the verb in the past above. No past or present is with what can or will be ("said they would go and | warned").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

OWN = ("nsubj", "nsubj:pass", "aux", "aux:pass", "mark")  # what a verb that goes on with another has not
_INSIDE = frozenset({"xcomp", "advcl", "acl"})
_MAX_STEPS = 4


def mend_joined_pasts(doc: Doc) -> None:
    """Hang each such verb on the past that it goes on with; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", ("ccomp",)):
        _give_subject(doc[place])
    for place in having(doc, "DEP", ("conj",)):
        verb = doc[place]
        speaks = _over_a_plan(verb)
        if speaks is not None:
            hang(verb, speaks)
            continue
        if verb.tag_ not in {"VBD", "VBN"} or verb.i < verb.head.i or grammar.children(verb, *OWN):
            continue
        objects = [child for child in (*verb.rights, *verb.head.rights) if child.dep_ == "obj" and child.i > verb.i]
        first = _past_above(verb) if objects or verb.tag_ == "VBD" else None
        first = first or _perfect_above(verb)
        if first is not None:
            hang(verb, first)
            verb.tag_ = first.tag_
            for child in objects:
                hang(child, verb)


def _give_subject(later: Token) -> None:
    """The subject before the first of several belongs to it: "Ali, the mayor, declared a curfew, banned lorries"."""
    first = later.head
    if first.i > later.i or {first.tag_, later.tag_} != {"VBD"} or grammar.children(first, *OWN):
        return
    subject = next((child for child in later.lefts if child.dep_ == "nsubj" and child.i < first.i), None)
    if subject is not None:
        hang(subject, first)
        later.dep_ = "conj"


def _over_a_plan(verb: Token) -> Token | None:
    """The verb in the same tense over what may or will be: "says there can be no truce and | reaffirms its support"."""
    told = verb.head
    if verb.tag_ == "VB" and verb.lower_.endswith("s") and verb.lower_ != verb.lemma_.lower():
        verb.tag_ = "VBZ"  # by its form no infinitive, though one stands before it
    if verb.tag_ not in {"VBD", "VBZ"} or told.dep_ != "ccomp" or told.tag_ != "VB" or grammar.children(verb, *OWN):
        return None
    ahead = any(child.tag_ == "MD" for child in grammar.children(told, "aux"))
    return told.head if ahead and told.head.tag_ == verb.tag_ and told.head.i < told.i < verb.i else None


def _past_above(verb: Token) -> Token | None:
    """The verb in the past above the states and infinitives that the verb hangs on."""
    node = verb.head
    for _ in range(_MAX_STEPS):
        if node.dep_ not in _INSIDE or node.head.i > node.i or not (_is_state(node, verb) or grammar.has_to(node)):
            break
        node = node.head
    perfect = node.tag_ == "VBN" and grammar.is_perfect(node)
    return node if node.i != verb.head.i and (perfect or node.tag_ == "VBD") else None


def _perfect_above(verb: Token) -> Token | None:
    """The perfect that a bare participle goes on with: "has expelled one who mocked it, and | withdrawn permits"."""
    node = verb.head
    if verb.tag_ != "VBN" or verb.lower_.endswith("ed") or node.tag_ != "VBD" or not grammar.children(verb, "cc"):
        return None
    for _ in range(_MAX_STEPS):
        node = node.head
        if node.tag_ == "VBN" and grammar.is_perfect(node):
            return node
    return None


def _is_state(word: Token, verb: Token) -> bool:
    """Whether the word says how somebody or something was left before the verb came ("ablaze", "dead")."""
    own = [child for child in grammar.children(word, "obj", "iobj", "obl") if child.i < verb.i]
    return word.dep_ == "xcomp" and word.tag_ in {"JJ", "RB", "VBG"} and not own

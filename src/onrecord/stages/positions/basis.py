"""Why we say of somebody that he stands where he does: he says it, did it, or is said to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.takers import is_filed, text_beside
from onrecord.stages.positions.tellers import is_anothers_word, is_own_word
from onrecord.stages.positions.urged import is_sued_for, urged_by
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.position import Basis
    from onrecord.reading.span import Argument
    from onrecord.stages.positions.room import Room

_GOVERNED = frozenset({"xcomp", "advcl"})  # "voted to reject it", "voted 9-4 | to reject it"
_BESIDE_VERB = frozenset({"obj", "nsubj:pass"})
_UNDER_VERB = frozenset({"obj", "nsubj:pass", "obl"})


def basis_of(holder: Argument, entry: Mapping[str, Any], token: Token, room: Room) -> Basis:
    """Why we say so, of one who stands for or against something by an entry."""
    if _is_hearsay(token, room.lexicon):
        return "reported"
    verb = token.head if token.pos_ == "NOUN" and token.dep_ in _UNDER_VERB else token
    urges = entry["pos"] == "VERB" and urged_by(token, room.lexicon) is not None
    voiced = _is_voiced(token, room.lexicon)
    decided = entry.get("decides") and not voiced and _decides(holder, room)
    done = entry.get("act") or _is_vote(token, entry, room.lexicon) or decided
    if not urges and (_is_rallied_for(verb, room.lexicon) or (done and not is_only_to_come(verb, room.lexicon))):
        return "acted"
    said = voiced or _is_spoken(token, entry, room.lexicon)
    if urges or said or (entry.get("says") and not grammar.has_modal(verb)):
        return "reported" if is_anothers_word(holder, token, room) else "stated"
    sent = _sent_with(token, room.lexicon)
    if sent is not None:
        return "acted" if is_filed(sent, room.lexicon) else "stated"
    return "stated" if is_own_word(holder, token, room) else "reported"


def _sent_with(participle: Token, lexicon: Lexicon) -> Token | None:
    """The text in which it stands, where parsers hang it on the verb: "handed the premier a letter | opposing it"."""
    if participle.dep_ != "advcl" or participle.tag_ != "VBG":
        return None
    return text_beside(participle, lexicon)


def _is_hearsay(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is told only by hearsay: "reportedly rejected"."""
    return any(child.lower_ in lexicon.list("hearsay_word") for child in token.lefts)


def _decides(holder: Argument, room: Room) -> bool:
    """Whether they decide by a vote: "voters rejected the amendment", "the council defends | its | rejection of it"."""
    head = room.head_of(holder)
    return head is not None and room.word_for(head) in room.lexicon.list("voting_people")


def _is_vote(token: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether it was done by a vote: "voted to approve", "voted in favour", "rejected it | unanimously | in a ballot".

    So was what a text that is signed or filed is for or against: "a petition opposing the merger".
    """
    text = text_beside(token, lexicon) if entry.get("case") else None
    if text is not None and is_filed(text, lexicon):
        return True  # "signed a petition | in favour of the levy"
    voted = token.dep_ in _GOVERNED or (entry.get("case") and token.dep_ == "obl")
    own = bool(grammar.children(token, "nsubj", "nsubj:pass"))  # "voted against it | after residents objected"
    deeds = lexicon.together("voting_verb", "rallying_verb") if entry.get("case") else lexicon.list("voting_verb")
    if voted and not own and lemma_of(token.head, lexicon) in deeds:
        return True
    if token.dep_ == "acl" and token.tag_ == "VBG" and is_filed(token.head, lexicon):
        return True
    beside = [*grammar.children(token, "obl", "obl:agent", "advmod"), *_on_objects(token)]
    return bool(entry.get("decides")) and any(word.lemma_.lower() in lexicon.list("vote_word") for word in beside)


def _is_rallied_for(verb: Token, lexicon: Lexicon) -> bool:
    """Whether people gathered to take the stand: "marched | to oppose the dam", "rallied | to demand an end to it"."""
    aim = verb.dep_ in _GOVERNED and grammar.has_to(verb)
    return aim and (lemma_of(verb.head, lexicon) in lexicon.list("rallying_verb") or is_sued_for(verb, lexicon))


def _on_objects(verb: Token) -> list[Token]:
    """What the parser hangs on the thing ("rejected the plan | in a referendum")."""
    return [part for thing in grammar.children(verb, "obj") for part in grammar.children(thing, "nmod")]


def _is_voiced(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun of stance stands under a verb of saying: "reiterated its rejection of the plan"."""
    beside = noun.pos_ == "NOUN" and noun.dep_ in _BESIDE_VERB
    return beside and lemma_of(noun.head, lexicon) in lexicon.list("stance_voicing_verb")


def _is_spoken(noun: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether somebody spoke or wrote for it: "spoke | in favour of a delay", "sent a letter | in favour of it"."""
    if not entry.get("case"):
        return False
    return text_beside(noun, lexicon) is not None or lemma_of(noun.head, lexicon) in lexicon.list("speaking_verb")


def is_only_to_come(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the deed is still to come ("is ready to sign", "will not ratify", "is to vote to reject")."""
    under, to_come = verb.head, lexicon.list("stance_deed_to_come")
    waits = verb.dep_ == "xcomp" and (under.tag_ == "VB" or lemma_of(under, lexicon) in to_come)
    return waits or grammar.has_modal(verb)

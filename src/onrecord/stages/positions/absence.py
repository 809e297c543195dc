"""Absence, silence and doubt: three ways of not knowing where a party stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.doubt import asked_about, asks, is_negated
from onrecord.stages.positions.invited import invited_to
from onrecord.stages.positions.objects import is_named
from onrecord.stages.positions.stance import leads_predicate, noun_beside, toward_of
from onrecord.stages.positions.takers import names_party
from onrecord.stages.positions.withheld import is_withheld
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.position import Basis, Position
    from onrecord.stages.positions.room import Room

_DONE = frozenset({"acted", "absent"})
_FROM = frozenset({"from", "by"})
_TO = frozenset({"to", "with", "from"})
_LEFT_FOR = _TO | {"for"}  # "a message left | for the mayor"
_CLAUSES = frozenset({"ccomp", "advcl", "advcl:relcl", "acl:relcl"})
_UNSURE = {"absent": "absence_unsure_modal", "acted": "absence_unsure_modal", "declined": "silence_unsure_modal"}


def absences(room: Room) -> Iterator[Position]:
    """Positions of *unknown* for those who were absent, could not be reached or would not say."""
    index = room.lexicon.by_pos("absence")
    kinds = {pos for _, pos in index}
    for word in room.doc:
        pos = "VERB" if word.pos_ == "AUX" else word.pos_
        if pos not in kinds or (pos == "ADP" and not leads_predicate(word)):
            continue
        token = word.head if pos == "ADP" else word
        for entry in index.get((lemma_of(word, room.lexicon), pos), ()) or index.get((word.lower_, pos), ()):
            if not _fits(token, entry, room.lexicon):
                continue
            toward = token if pos == "ADP" else _missed(token, entry, room)
            if not _kind_fits(toward, entry, room) or (entry.get("asks") and not _asks(token)):
                continue
            heads = _who_is_silent(token, entry, room)
            silent = toward is None and entry["basis"] == "unreachable"  # a party, and no town that roads do not reach
            holders = room.holders(heads, silent=silent)
            basis: Basis = entry["basis"]
            if basis == "declined" and toward is not None and is_withheld(toward, holders, room):
                break
            beside = noun_beside(token, entry)
            yield from (room.position(holder, ("unknown", basis), toward, token, beside) for holder in holders)
            if holders:
                break


def _who_is_silent(token: Token, entry: Mapping[str, Any], room: Room) -> list[Token]:
    """Who was absent or would not say: mostly the subject, by some words the object or whom a call went to."""
    if entry.get("called"):
        return [whom for call in grammar.surface_subjects(token) for whom in _called(call, room)]
    if entry.get("passive") or entry.get("tried"):
        return grammar.logical_objects(token)
    if entry.get("under") and grammar.is_passive(token):
        return grammar.surface_subjects(token)  # "declined to be interviewed"
    if entry.get("of") and token.dep_ == "nsubj":
        return grammar.prep_objects(token, _FROM) or grammar.prep_objects(token.head, _FROM)
    if entry.get("of"):
        return grammar.logical_subjects(token.head)
    heads = grammar.logical_subjects(token)
    return heads if _neither(token) else [head for head in heads if names_party(head)]


def _neither(verb: Token) -> bool:
    """Whether it is told that two did not: "neither the army nor the union has commented"."""
    subjects = grammar.children(verb, "nsubj", "nsubj:pass")
    return any(map(grammar.is_negative, (word for noun in subjects for word in grammar.children(noun, "cc:preconj"))))


def _called(call: Token, room: Room) -> list[Token]:
    """To whom a call or a question went: "calls | to the embassy", "messages | left with the clinic"."""
    if not room.is_listed(call, "reply"):
        return []
    parts = [part for one in grammar.conjuncts_below(call) for part in (one, *grammar.children(one, "acl"))]
    return [whom for part in parts for whom in grammar.prep_objects(part, _LEFT_FOR if part.dep_ == "acl" else _TO)]


def _missed(token: Token, entry: Mapping[str, Any], room: Room) -> Token | None:
    """What somebody was missing from or silent on; for a vote, what was voted on last."""
    toward = toward_of(token, entry, room)
    if toward is not None and entry.get("of_vote") and _is_bare_vote(toward, room):
        return room.last_named(token.i, "votable") or toward
    toward = toward or _whether(token, entry) or _beside_verb(token, entry, room)
    if toward is None and entry.get("of_vote") and not any(asks(child, room) for child in token.rights):
        return room.last_named(token.i, "votable")
    if toward is None and entry["basis"] == "absent":
        asked = invited_to(token, room) if entry.get("negated") else None
        return asked or (room.last_named(token.i, "meeting") if entry.get("meets") else None)
    return (asked_about(toward, room) or toward) if toward is not None and toward.dep_ == "ccomp" else toward


def _is_bare_vote(thing: Token, room: Room) -> bool:
    """Whether it is only that there was a vote, not on what: "abstained | in a vote on Monday"."""
    on_what = grammar.prep_objects(thing, frozenset({"on"}))
    return thing.lemma_.lower() in room.lexicon.list("deciding_venue") and all(map(room.is_day, on_what))


def _whether(token: Token, entry: Mapping[str, Any]) -> Token | None:
    """The clause behind a preposition that says on what one was silent ("no comment on | whether it would go")."""
    for clause in grammar.children(token, "ccomp", "advcl"):
        marks = {child.lower_ for child in clause.lefts if child.dep_ in {"mark", "case"}}
        if not marks.isdisjoint(entry.get("toward", ())) and not marks.isdisjoint(grammar.WHETHER):
            return clause
    return None


def _beside_verb(token: Token, entry: Mapping[str, Any], room: Room) -> Token | None:
    """What the parser hangs on the verb above: "kept | silent | about the arrest"."""
    kept = token.pos_ == "ADJ" and token.dep_ == "xcomp"
    if not kept and not (entry.get("of") and token.dep_ == "nsubj"):  # "there was no comment from the army | on it"
        return None
    things = grammar.prep_objects(token.head, frozenset(map(str, entry.get("toward", ()))))
    return next((thing for thing in things if is_named(thing, room)), None)


def _fits(token: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether negation, voice, object and governing word are as the entry says."""
    under, particle = entry.get("under"), entry.get("particle")
    if particle and not grammar.has_particle(token, str(particle)):
        return False  # "stay at home" is not to stay away
    if not grammar.is_asserted(token, unsure=frozenset(), unreal=lexicon.list("stance_unreal_mark")):
        return False  # "if they did not respond"
    if under:
        return token.dep_ == "xcomp" and lemma_of(token.head, lexicon) in under and grammar.negation(token.head) is None
    if entry.get("of"):
        negated = any(child.dep_ == "det" and child.lower_ == entry.get("det") for child in token.lefts)
        there_is = token.dep_ == "nsubj" and bool(grammar.children(token.head, "expl"))
        beside = there_is or (token.dep_ == "obj" and lemma_of(token.head, lexicon) in entry["of"])
        return negated and beside
    if entry.get("tried"):
        return _in_vain(token, lexicon)
    return _is_silent(token, entry, lexicon)


def _is_silent(token: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether a verb or adjective tells of an absence or a silence that was."""
    negated = (
        is_negated(token, lexicon) or _neither(token) or (entry["basis"] == "absent" and _is_refused(token, lexicon))
    )
    if bool(entry.get("negated")) != negated or (entry.get("no_manner") and _tells_how(token)):
        return False
    if (entry.get("passive") and not grammar.is_passive(token)) or _is_on_more(token):
        return False
    if not entry.get("negated") and _is_only_wanted(token, str(entry["basis"]), lexicon):
        return False
    if (entry.get("only_refusing") and not _would_not(token, lexicon)) or not _is_denied_too(token, entry):
        return False
    if not _is_sure(token, str(entry["basis"]), lexicon) and not (entry.get("refuses") and _would_not(token, lexicon)):
        return False
    return not entry.get("object") or noun_beside(token, entry) is not None


def _is_denied_too(verb: Token, entry: Mapping[str, Any]) -> bool:
    """Whether the verb that the entry asks for beside it is there: "neither confirmed | nor denied"."""
    beside = entry.get("nor")
    return not beside or any(other.lemma_.lower() == beside for other in grammar.conjuncts(verb))


def _is_only_wanted(verb: Token, basis: str, lexicon: Lexicon) -> bool:
    """Whether it is what somebody is to do: "is expected to abstain", "asked residents to stay away"."""
    governed = verb.pos_ == "VERB" and verb.dep_ == "xcomp" and basis in _DONE
    return governed and verb.head.lemma_.lower() not in lexicon.list("abstained_by")


def _tells_how(verb: Token) -> bool:
    """Whether a clause says in what way: "did not react | as if they had been warned"."""
    return any(child.dep_ == "advcl" and child.left_edge.lower_ == "as" for child in verb.rights)


def _is_on_more(verb: Token) -> bool:
    """Whether a "not" denies only that this is all: "was not speaking | only about the raid"."""
    return any(grammar.is_only(word) for child in verb.rights for word in child.lefts)


def _would_not(token: Token, lexicon: Lexicon) -> bool:
    """Whether somebody "would not" say something, which of a verb of saying is to decline."""
    refusing = lexicon.list("refusing_modal")
    return token.dep_ != "xcomp" and any(child.dep_ == "aux" and child.lower_ in refusing for child in token.lefts)


def _in_vain(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is what somebody tried without success ("an attempt to reach the union was unsuccessful")."""
    effort = token.head
    if token.dep_ != "acl" or effort.lemma_.lower() not in lexicon.list("effort_noun"):
        return False
    outcome = effort.head
    failed = outcome.lemma_.lower() in lexicon.list("in_vain_word") and effort.dep_.startswith("nsubj")
    return failed and grammar.negation(outcome) is None


def _is_sure(token: Token, basis: str, lexicon: Lexicon) -> bool:
    """Whether the words tell of one absence or silence that was, not of what could or never did happen."""
    modals = lexicon.list(_UNSURE.get(basis, ""))
    unsaid = token.dep_ == "xcomp" and grammar.negation(token.head) is not None  # "cannot afford to be silent"
    if unsaid or any(child.dep_ == "aux" and child.lower_ in modals for child in token.lefts):
        return False
    if basis == "unreachable" and token.pos_ == "VERB":  # "could not be reached", not "was not reached"
        able = lexicon.list("cue_able_modal")
        return any(child.dep_ == "aux" and child.lower_ in able for child in token.lefts)
    wide = lexicon.list("absence_wide_negation")
    return basis != "absent" or not any(child.lower_ in wide for child in token.lefts)


def _is_refused(token: Token, lexicon: Lexicon) -> bool:
    """Whether somebody would not go: "refused to attend the ceremony", not "would refuse to attend it"."""
    above = token.head
    refused = token.dep_ == "xcomp" and above.lemma_.lower() in lexicon.list("refusing_verb") and above.tag_ != "VBG"
    return refused and not grammar.has_modal(above) and not grammar.has_to(above)


def _kind_fits(toward: Token | None, entry: Mapping[str, Any], room: Room) -> bool:
    for need, words in (("needs_meeting", "meeting"), ("needs_reply", "reply")):
        if entry.get(need) and (toward is None or toward.lemma_.lower() not in room.lexicon.list(words)):
            return False
    if entry.get("needs_toward") and toward is None:
        return False
    if entry["basis"] == "absent" and toward is not None and toward.lemma_.lower() in room.lexicon.list("daily_duty"):
        return False
    if entry.get("asked") and toward is not None:
        asked = room.lexicon.list("reply") | room.lexicon.list("proposal")
        return toward.lemma_.lower() in asked or toward.lower_ in asked
    return toward is not None or not entry.get("toward") or entry["basis"] != "absent" or bool(entry.get("alone"))


def _asks(verb: Token) -> bool:
    """Whether a clause under it asks, whatever in it one may stand on: "would not say | whether it backs the text"."""
    return any(grammar.asking_word(clause) is not None for clause in verb.children if clause.dep_ in _CLAUSES)

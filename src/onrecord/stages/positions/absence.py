"""Absence, silence and doubt: three ways of not knowing where a party stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.invited import invited_to
from onrecord.stages.positions.objects import is_named
from onrecord.stages.positions.stance import entries_at, leads_predicate, noun_beside, toward_of
from onrecord.stages.positions.takers import names_party
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
_WHERE, _HOW = "where", "how"
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
            if not _kind_fits(toward, entry, room):
                continue
            heads = _who_is_silent(token, entry, room)
            silent = toward is None and entry["basis"] == "unreachable"  # a party, and no town that roads do not reach
            holders = room.holders(heads, silent=silent)
            basis: Basis = entry["basis"]
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
    return [head for head in grammar.logical_subjects(token) if names_party(head)]


def _called(call: Token, room: Room) -> list[Token]:
    """To whom a call or a question went: "calls | to the embassy", "messages | left with the clinic"."""
    if not room.is_listed(call, "reply"):
        return []
    parts = [part for one in grammar.conjuncts_below(call) for part in (one, *grammar.children(one, "acl"))]
    return [whom for part in parts for whom in grammar.prep_objects(part, _TO)]


def _missed(token: Token, entry: Mapping[str, Any], room: Room) -> Token | None:
    """What somebody was missing from or silent on; for a vote, what was voted on last."""
    toward = toward_of(token, entry, room) or _whether(token, entry) or _beside_verb(token, entry, room)
    if toward is None and entry.get("of_vote") and not any(_asks(child, room) for child in token.rights):
        return room.last_proposal(token.i)
    if toward is None and entry["basis"] == "absent" and entry.get("negated"):
        return invited_to(token, room)
    return (_asked_about(toward, room) or toward) if toward is not None and toward.dep_ == "ccomp" else toward


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
    if bool(entry.get("negated")) != _negated(token, lexicon) or (entry.get("no_manner") and _tells_how(token)):
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


def _negated(token: Token, lexicon: Lexicon) -> bool:
    """A negation on the word or its object, or on the verb that it hangs on ("failed to attend").

    Who is accused "of failing to respond" has not been asked for a word.
    """
    objects = [child for child in token.rights if child.dep_ == "obj"]
    if grammar.negation(token) is not None or any(grammar.names_nobody(noun) for noun in objects):
        return True
    governor = token.head
    if token.dep_ != "xcomp" or grammar.negation(governor) is not None:
        return False
    failed = governor.lemma_.lower() in lexicon.list("failing_verb") and governor.tag_ != "VBG"
    return failed or any(child.lower_ in lexicon.list("not_yet_word") for child in governor.children)  # "has yet to"


def _kind_fits(toward: Token | None, entry: Mapping[str, Any], room: Room) -> bool:
    for need, words in (("needs_meeting", "meeting"), ("needs_reply", "reply")):
        if entry.get(need) and (toward is None or toward.lemma_.lower() not in room.lexicon.list(words)):
            return False
    if entry.get("needs_toward") and toward is None:
        return False
    if entry.get("asks") and (toward is None or not _is_question(toward)):
        return False
    if entry["basis"] == "absent" and toward is not None and toward.lemma_.lower() in room.lexicon.list("daily_duty"):
        return False
    if entry.get("asked") and toward is not None:
        asked = room.lexicon.list("reply") | room.lexicon.list("proposal")
        return toward.lemma_.lower() in asked or toward.lower_ in asked
    return toward is not None or not entry.get("toward") or entry["basis"] != "absent" or bool(entry.get("alone"))


def _is_question(clause: Token) -> bool:
    """Whether a clause asks: "whether he would go", "how it began", "who had called"."""
    words = [child for child in clause.lefts if child.dep_ in {"mark", "advmod", "nsubj", "obj"}]
    return any(word.lower_ in grammar.WHETHER or word.tag_ in {"WRB", "WP", "WDT"} for word in words)


def unclear_stands(room: Room) -> Iterator[Position]:
    """Nobody knows, and the report says so: "It was unclear whether the fighters shared that position"."""
    unclear = room.lexicon.list("unclear_word")
    negated = room.lexicon.list("unclear_if_negated")
    for token in room.doc:
        plain = token.lower_ in unclear
        known = token.lower_ in negated or token.lemma_.lower() in negated
        if not plain and not (known and _negated(token, room.lexicon)):
            continue
        if not grammar.is_asserted(token, unsure=frozenset(), unreal=room.lexicon.list("stance_unreal_mark")):
            continue  # "if they are not sure whether"
        for clause in token.children:
            word = _asks(clause, room) if clause.dep_ in {"ccomp", "csubj", "advcl", "xcomp", "acl"} else None
            stands = list(_stands_in(clause, room, word)) if word is not None else []
            undecided = word in grammar.WHETHER or word == _HOW
            yield from stands or (_of_undecided(token, clause, room) if undecided else ())
        yield from _of_nobody_knows(token, room)


def _of_undecided(predicate: Token, clause: Token, room: Room) -> Iterator[Position]:
    """Positions of those who have not said whether they will do it ("has not said whether it will attend")."""
    doers = [entity for head in grammar.logical_subjects(clause) if (entity := room.who.at(head.i)) is not None]
    for head in grammar.logical_subjects(predicate):
        holder, teller = room.holder(head), room.who.at(head.i)
        if holder is None or teller is None:
            continue
        if any(doer.id == teller.id for doer in doers):
            yield room.position(holder, ("unknown", "unclear"), clause, predicate)
        elif any(doer.id in teller.member_of for doer in doers):  # "its negotiator did not say whether it would return"
            own = room.holders(grammar.logical_subjects(clause))
            yield from (room.position(party, ("unknown", "unclear"), clause, predicate) for party in own)


def _of_nobody_knows(predicate: Token, room: Room) -> Iterator[Position]:
    """Positions of those of whom the words say that theirs is not known ("Spain's position is not known")."""
    nouns = room.lexicon.list("position_noun")
    for subject in grammar.children(predicate, "nsubj", "nsubj:pass"):
        owners = grammar.children(subject, "nmod:poss") if subject.lemma_.lower() in nouns else []
        for holder in filter(None, map(room.holder, owners)):
            yield room.position(holder, ("unknown", "unclear"), None, predicate)


def _asks(clause: Token, room: Room) -> str | None:
    """The word with which a clause asks: "whether", "where" they stand, or "how" they will vote."""
    words = (child.lower_ for child in clause.lefts if child.dep_ in {"mark", "advmod"})
    taking_sides = clause.lemma_.lower() in room.lexicon.list("side_taking_verb")
    return next((word for word in words if word in {*grammar.WHETHER, _WHERE} or (word == _HOW and taking_sides)), None)


def _asked_about(clause: Token, room: Room) -> Token | None:
    """On what one might have taken a stand ("declined to say whether it would back the resolution")."""
    if _asks(clause, room) not in grammar.WHETHER:
        return None
    return next(filter(None, (toward_of(clause, entry, room) for entry in entries_at(clause, room.lexicon))), None)


def _stands_in(clause: Token, room: Room, word: str) -> Iterator[Position]:
    """Positions of *unknown* for the parties of a "whether" clause that is about a stand."""
    for token in (clause, *(child for child in clause.rights if child.dep_ in {"conj", "xcomp"})):
        for entry in entries_at(token, room.lexicon):
            if (word == _WHERE) != bool(entry.get("where")):
                continue
            toward = toward_of(token, entry, room)
            holders = [holder for holder in map(room.holder, grammar.logical_subjects(token)) if holder is not None]
            if holders and (toward is not None or entry.get("alone")):
                yield from (room.position(holder, ("unknown", "unclear"), toward, token) for holder in holders)
                return

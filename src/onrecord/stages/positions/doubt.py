"""Where parties stand is not known, and the report says so: "It was unclear whether the fighters shared it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.positions.stance import entries_at, toward_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.position import Position
    from onrecord.stages.positions.room import Room

_WHERE, _HOW = "where", "how"
_CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass", "advcl", "xcomp", "acl"})


def unclear_stands(room: Room) -> Iterator[Position]:
    """Nobody knows, and the report says so: "It was unclear whether the fighters shared that position"."""
    unclear = room.lexicon.list("unclear_word")
    negated = room.lexicon.list("unclear_if_negated")
    for token in room.doc:
        plain = token.lower_ in unclear
        known = token.lower_ in negated or token.lemma_.lower() in negated
        if not plain and not (known and is_negated(token, room.lexicon)):
            continue
        if not grammar.is_asserted(token, unsure=frozenset(), unreal=room.lexicon.list("stance_unreal_mark")):
            continue  # "if they are not sure whether"
        for clause in token.children:
            word = asks(clause, room) if clause.dep_ in _CLAUSES else None
            stands = list(_stands_in(clause, room, word)) if word is not None else []
            undecided = (word in grammar.WHETHER or word == _HOW) and not _is_past(clause)
            yield from stands or (_of_undecided(token, clause, room) if undecided else ())
        yield from _of_nobody_knows(token, room)


def _is_past(clause: Token) -> bool:
    """Whether a clause asks what was, which nobody decides any more: "would not say whether they | had found it"."""
    helpers = [child for child in clause.lefts if child.dep_.startswith("aux")]
    had = any(child.lemma_ == "have" for child in helpers) and not grammar.has_modal(clause)
    return had or (clause.tag_ == "VBD" and not helpers)


def _of_undecided(predicate: Token, clause: Token, room: Room) -> Iterator[Position]:
    """Positions of those who have not said whether they will do it ("has not said whether it will attend")."""
    doers = [entity for head in grammar.logical_subjects(clause) if (entity := room.who.at(head.i)) is not None]
    for head in grammar.logical_subjects(predicate):
        holder, teller = room.holder(head), room.who.at(head.i)
        if holder is None or teller is None:
            continue
        what = clause if clause.pos_ != "AUX" else None  # "has not said whether he will": will what?
        if any(doer.id == teller.id for doer in doers):
            yield room.position(holder, ("unknown", "unclear"), what, predicate)
        elif any(doer.id in teller.member_of for doer in doers):  # "its negotiator did not say whether it would return"
            own = room.holders(grammar.logical_subjects(clause))
            yield from (room.position(party, ("unknown", "unclear"), what, predicate) for party in own)


def _of_nobody_knows(predicate: Token, room: Room) -> Iterator[Position]:
    """Positions of those of whom the words say that theirs is not known ("Spain's position is not known")."""
    nouns = room.lexicon.list("position_noun")
    for subject in grammar.children(predicate, "nsubj", "nsubj:pass"):
        owners = grammar.children(subject, "nmod:poss") if subject.lemma_.lower() in nouns else []
        for holder in filter(None, map(room.holder, owners)):
            yield room.position(holder, ("unknown", "unclear"), None, predicate)


def asks(clause: Token, room: Room) -> str | None:
    """The word with which a clause asks for a stand: "whether", "where" they stand, or "how" they will vote."""
    asking = grammar.asking_word(clause)
    if asking is None or asking.head != clause:
        return None  # "how many members back it"
    word = asking.lower_
    taking_sides = clause.lemma_.lower() in room.lexicon.list("side_taking_verb")
    return word if word in {*grammar.WHETHER, _WHERE} or (word == _HOW and taking_sides) else None


def asked_about(clause: Token, room: Room) -> Token | None:
    """On what one might have taken a stand ("declined to say whether it would back the resolution")."""
    if asks(clause, room) not in grammar.WHETHER:
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


def is_negated(token: Token, lexicon: Lexicon) -> bool:
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

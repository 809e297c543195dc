"""What "her", "the move" and "that goal" stand for: the words by which the text told before what a stand is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.entity import Entity
    from onrecord.reading.position import Position
    from onrecord.reading.span import Span, Target
    from onrecord.stages.positions.room import Room

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_POINTING_ALONE = frozenset({"so", "this", "that"})
_TELLS_MORE = frozenset({"nmod", "nmod:poss", "nmod:desc", "compound", "acl", "acl:relcl", "ccomp", "appos", "nummod"})
_PEOPLE = frozenset({"person", "group"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_NEAR = 12  # sentences back


def spelled_out(position: Position, room: Room) -> Position | None:
    """The position with words for what it is about that can be understood; None where the text has none.

    On what nobody has taken a stand need not be told.
    """
    head = room.head_of(position.toward) if position.toward is not None else None
    if position.toward is None or head is None:
        return position
    words = _words_for(head, room)
    if words is None:
        return None if position.stance != "unknown" and _says_nothing(head, position.toward, room) else position
    start, end = words
    toward = msgspec.structs.replace(position.toward, start=start, end=end, text=text_of(room.doc)[start:end])
    return msgspec.structs.replace(position, toward=toward)


def _words_for(head: Token, room: Room) -> tuple[int, int] | None:
    """Where the text has told it before, in words of its own; None where these words are the best there are."""
    if head.pos_ == "PRON":
        return _name_of(head, room)
    if not _points_back(head):
        return None
    fuller = next(_told_before(head, room), None)
    return grammar.whole_phrase(fuller) if fuller is not None else None


def _name_of(pronoun: Token, room: Room) -> tuple[int, int] | None:
    """The words of its own that a pronoun takes up; of who speaks of himself his name, wherever it stands."""
    before: Span | None = room.who.antecedent(pronoun.i)
    entity = room.who.at(pronoun.i)
    if before is None and entity is not None:
        before = next((mention for mention in entity.mentions if mention.kind == "name"), None)
    if before is None or (pronoun.lower_ == "it" and _is_of_people(before, entity, room)):
        return None
    return before.start, before.end


def _is_of_people(words: Span, entity: Entity | None, room: Room) -> bool:
    """Whether the words stand for people, which no "it" does."""
    head = room.head_of(words)
    people = entity is not None and entity.type in _PEOPLE
    return people or (head is not None and head.tag_ in _SEVERAL)


def _points_back(noun: Token) -> bool:
    """Whether it only points to what was told before: "the plan", "that goal", not "the plan to leave"."""
    pointing = any(child.dep_ == "det" and child.lower_ in _POINTING for child in noun.lefts)
    return noun.pos_ == "NOUN" and pointing and not _tells_more(noun)


def _tells_more(noun: Token) -> bool:
    """Whether something beside a noun says which it is."""
    return any(child.dep_ in _TELLS_MORE and child.pos_ != "PRON" for child in noun.children)


def _told_before(noun: Token, room: Room) -> Iterator[Token]:
    """The same noun where it was told in more words, the last first."""
    sentence = noun.sent
    first = sentence.start
    for _ in range(_NEAR):
        if first == 0:
            break
        first = room.doc[first - 1].sent.start
    for other in reversed(room.doc[first : noun.i]):
        if other.lemma_ == noun.lemma_ and other.tag_ == noun.tag_ and other.pos_ == "NOUN" and _tells_more(other):
            yield other


def _says_nothing(head: Token, toward: Target, room: Room) -> bool:
    """Whether nobody can tell from the words what it is: a pronoun, "that goal", "such a step", bare "policies"."""
    if head.pos_ == "PRON" and toward.start == head.idx:
        return True
    if head.pos_ == "VERB":
        return any(child.lower_ in _POINTING_ALONE and child.dep_ != "mark" for child in head.rights)  # "doing so"
    if _tells_more(head) or head.pos_ != "NOUN":
        return False
    word, lexicon = head.lemma_.lower(), room.lexicon
    return word in lexicon.list("empty_noun") and not any(child.dep_ == "amod" for child in head.lefts)

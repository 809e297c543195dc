"""What "her", "the move" and "that goal" stand for: the words by which the text told before what a stand is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.conditions import find_conditions, is_condition
from onrecord.language.text import text_of
from onrecord.stages.positions.things import target_of
from onrecord.stages.positions.vague import is_bare_paper, says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.entity import Entity
    from onrecord.reading.position import Position
    from onrecord.reading.span import Span
    from onrecord.stages.positions.room import Room

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_TELLS_MORE = frozenset({"nmod", "nmod:poss", "nmod:desc", "compound", "acl", "acl:relcl", "ccomp", "appos", "nummod"})
_PEOPLE = frozenset({"person", "group"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_NEAR = 12  # sentences back
_BELOW = 3  # sentences below a headline


def spelled_out(position: Position, room: Room) -> Position | None:
    """The position with words for what it is about that can be understood; None where the text has none.

    On what nobody has taken a stand need not be told.
    """
    head = room.head_of(position.toward) if position.toward is not None else None
    if position.toward is None or head is None:
        return position
    words = _words_for(head, room)
    if words is None:
        unclear = says_nothing(head, position.toward, room, more=_tells_more(head, room))
        return None if position.stance != "unknown" and unclear else position
    start, end = words
    toward = msgspec.structs.replace(position.toward, start=start, end=end, text=text_of(room.doc)[start:end])
    return msgspec.structs.replace(position, toward=toward)


def _words_for(head: Token, room: Room) -> tuple[int, int] | None:
    """Where the text has told it before, in words of its own; None where these words are the best there are."""
    if head.pos_ == "PRON":
        return _name_of(head, room)
    if is_bare_paper(head, room) and not grammar.children(head, "det"):
        fuller = next(_told_behind(head, room), None)
        return _words_of(fuller, room) if fuller is not None else None
    if not _points_back(head, room) or room.is_party(head):
        return None
    fuller = next(_told_before(head, room), None)
    return _words_of(fuller, room) if fuller is not None else None


def _words_of(noun: Token, room: Room) -> tuple[int, int]:
    told = target_of(noun, room, noun.head, find_conditions(noun.head, room.lexicon))
    return told.start, told.end


def _told_behind(noun: Token, room: Room) -> Iterator[Token]:
    """The same noun where the text below a headline tells more of it: "Senator sponsors | bill"."""
    end = noun.sent.end
    for _ in range(_BELOW):
        if end < len(room.doc):
            end = room.doc[end].sent.end
    for other in room.doc[noun.sent.end : end]:
        if other.lemma_ == noun.lemma_ and other.tag_ == noun.tag_ and _tells_more(other, room):
            yield other


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


def _points_back(noun: Token, room: Room) -> bool:
    """Whether it only points to what was told before: "the plan", "that goal", not "the plan to leave".

    Nor does it where an adjective tells it from the other: "the higher age" is not "the retirement age".
    """
    pointing = any(child.dep_ == "det" and child.lower_ in _POINTING for child in noun.lefts)
    same = room.lexicon.list("same_thing_word")
    other = any(child.dep_ == "amod" and child.lower_ not in same for child in noun.lefts)
    return noun.pos_ == "NOUN" and pointing and not other and not _tells_more(noun, room)


def _tells_more(noun: Token, room: Room) -> bool:
    """Whether something beside a noun says which it is; what a stand on it depends on does not."""
    said = (child for child in noun.children if child.dep_ in _TELLS_MORE and child.pos_ != "PRON")
    return any(not is_condition(child, room.lexicon) for child in said)


def _told_before(noun: Token, room: Room) -> Iterator[Token]:
    """The same noun where it was told in more words, the last first.

    In a quotation of others it may be any such thing: "We reject any plan that leaves them armed".
    """
    none, here = room.lexicon.list("names_nobody"), room.voices.at(noun.idx)
    sentence = noun.sent
    first = sentence.start
    for _ in range(_NEAR):
        if first == 0:
            break
        first = room.doc[first - 1].sent.start
    for other in reversed(room.doc[first : noun.i]):
        if other.lemma_ != noun.lemma_ or other.tag_ != noun.tag_ or other.pos_ != "NOUN":
            continue
        voice = room.voices.at(other.idx)
        quoted = voice is not None and voice.manner != "indirect" and (here is None or voice.source != here.source)
        supposed = grammar.has_modal(other.head) and not grammar.is_definite(other)  # "could accept a minor clause"
        if (
            _tells_more(other, room)
            and not quoted
            and not supposed
            and not any(child.lower_ in none for child in other.lefts)
        ):
            yield other

"""The words for what a stand is about, with the event or the party behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.quotes import with_its_marks
from onrecord.language.text import text_of
from onrecord.reading.span import Target
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.language.plain_words import Span as Words
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.span import Argument, Span
    from onrecord.stages.positions.room import Room

_COUNT = re.compile(r"\s*[,(]\s*\d{1,3}\s?[-\u2013]\s?\d{1,3}$")  # "rejected the bid | , 31-27"
_NAMES = frozenset({"flat", "flat:name", "appos"})
_PRESENT = frozenset({"VBZ", "VBP"})
_WHOSE = frozenset({"from", "of", "about", "by"})
_AT = frozenset({"in", "at", "during", "on"})


def target_of(token: Token, room: Room, trigger: Token, conditions: Sequence[Span]) -> Target:
    """What a stand is about, up to where it was said and what it depends on."""
    text = text_of(room.doc)
    entity, start, end = _thing(token, room, trigger)
    words = room.doc.char_span(start, end, alignment_mode="contract")
    told_in = [place.left_edge.idx for place in _places(token, words) if _is_venue(place, room)]
    limits = [*(condition.start for condition in conditions), *told_in, *room.said_at(trigger)]
    end = min([end, *(_without(text, start, limit) for limit in limits if limit > token.idx)])
    while (aside := _aside(token, room, trigger, (start, end))) is not None:
        end = _without(text, start, aside.left_edge.idx)
    end = start + len(_COUNT.sub("", text[start:end]))
    start, end = with_its_marks(text, start, end)
    return Target(start=start, end=end, text=text[start:end], event=room.event_at.get(token.idx), entity=entity)


def _without(text: str, start: int, limit: int) -> int:
    """The end of words that go no further than `limit`."""
    return start + len(text[start:limit].rstrip(" ,"))


def _aside(thing: Token, room: Room, trigger: Token, extent: tuple[int, int]) -> Token | None:
    """What stands at the end of the words and is no part of the thing."""
    words = room.doc.char_span(*extent, alignment_mode="contract")
    behind = (word for word in _behind(thing, words) if word.left_edge.i > thing.i)
    return next((word for word in behind if _is_aside(word, thing, trigger, room)), None)


def _is_venue(noun: Token, room: Room) -> bool:
    """Whether it says where it was said or decided: "rejected the plan | in a letter", "| in a referendum"."""
    case, lemma = grammar.preposition(noun), noun.lemma_.lower()
    said = case in _AT and lemma in room.lexicon.list("speech_venue")
    return said or (case == "in" and lemma in room.lexicon.list("deciding_venue"))


def _places(thing: Token, words: Words | None) -> Iterator[Token]:
    """What might say where it was said: what hangs on the thing, and at the end of its words what is the holder's own.

    "Backed the demand for a rise | in her speech".
    """
    if grammar.is_nominal(thing) and words is not None:
        yield from thing.rights
        end = words.end - 1
        yield from (c for c in words if c.i > thing.i and c.right_edge.i >= end and _is_his(c))


def _behind(thing: Token, words: Words | None) -> Iterator[Token]:
    """What ends the words for a thing, whatever parsers hang it on."""
    if grammar.is_nominal(thing) and words is not None:
        end = words.end - 1
        yield from (word for word in words if word.i > thing.i and word.right_edge.i >= end)


def _is_aside(word: Token, thing: Token, trigger: Token, room: Room) -> bool:
    """Whether the end of the words is not of the thing: how it was called, how the vote went, where a deed was done.

    "Dismissed the plan | as absurd", "passed the bill | by a vote of 52 to 48", "signed the pact | in Garowe".
    """
    case, lexicon = grammar.preposition(word), room.lexicon
    if case == "as":
        goes_on = any(part.lemma_.lower() in lexicon.list("goes_on_as") for part in (thing, word.head))
        calls = lemma_of(trigger, lexicon) in lexicon.list("calling_as")
        return calls and not goes_on and word.lower_ not in lexicon.list("as_what")
    if _is_no_part(word, thing, room):
        return True
    if word.dep_ in {"nummod", "acl", "conj"}:
        return _is_beside(word, thing, lexicon)
    if case == "on" and room.is_day(word):  # "rejected a bid to rezone it | on Monday night"
        acts = room.lexicon.act_nouns | room.lexicon.list("meeting")
        of_noun = word.head.pos_ == "NOUN" and (word.head == thing or word.head.lemma_.lower() in acts)
        return not of_noun and (word.head.pos_ == "NOUN" or grammar.has_to(word.head))
    if case == "by":
        return word.lemma_.lower() in lexicon.list("vote_count")
    return bool(case) and case == lexicon.map("deed_venue").get(lemma_of(trigger, lexicon)) and word.head == thing


def _is_no_part(word: Token, thing: Token, room: Room) -> bool:
    """Whether the end is of no thing: "the act | who came", "items seized | Monday", "| subject to approval"."""
    depends = word.pos_ == "ADJ" and word.lemma_.lower() in room.lexicon.words("condition_predicate")
    day = word.dep_ == "obl:unmarked" and word.tag_ == "NNP" and room.is_day(word)
    return depends or day or _is_of_people(word, thing, room)


def _is_of_people(clause: Token, thing: Token, room: Room) -> bool:
    """Whether a relative clause tells of somebody, and the thing on which it hangs is nobody."""
    who = any(child.lower_ == "who" and child.dep_.startswith("nsubj") for child in clause.lefts)
    return who and clause.dep_ == "acl:relcl" and not any(_is_somebody(noun, room) for noun in (thing, clause.head))


def _is_somebody(noun: Token, room: Room) -> bool:
    """Whether the noun itself is people, and not only tells of them: of "40 backers of the act" the act is nobody."""
    mention = room.who.mention(noun.i)
    return room.is_people(noun) and mention is not None and room.head_of(mention) == noun


def _is_beside(word: Token, thing: Token, lexicon: Lexicon) -> bool:
    """Whether it counts votes, is of another, or is what is not meant: "supports talks, | but not a truce"."""
    if word.dep_ == "nummod":
        return word.head == thing
    if word.dep_ == "conj":
        return grammar.negation(word) is not None
    signed = word.tag_ == "VBN" and word.lemma_.lower() in lexicon.list("voting_verb")
    return signed and thing.lemma_.lower() not in lexicon.list(
        "signed_text"
    )  # "a petition against the dam | signed by"


def _is_his(noun: Token) -> bool:
    return any(owner.pos_ == "PRON" for owner in grammar.children(noun, "nmod:poss"))


def _thing(token: Token, room: Room, trigger: Token) -> tuple[str | None, int, int]:
    """The party at `token`, if it is one, and the words: a name as it stands, of all else the whole phrase."""
    if not grammar.is_nominal(token) or token.tag_ in {"WP", "WDT"}:
        start, end = grammar.full_phrase(token)
        asking = (mark.idx for mark in grammar.children(token, "mark") if mark.lower_ in grammar.WHETHER)
        start = min([start, *asking])  # "declined to say | whether he would go"
        end = min([end, *(_comma_before(clause) for clause in token.rights if clause.dep_ == "advcl")])
        end = min([end, *(_before(part) for part in token.rights if _is_of_its_own(part))])
    else:
        start, end = grammar.whole_phrase(token, trigger)
        end = _beyond(token, room, trigger, end)
    entity, mention = room.who.at(token.i), room.who.mention(token.i)
    if entity is not None and mention is not None and _is_title_of(token, mention.start):
        return entity.id, start, max(end, mention.end)
    behind = mention is not None and mention.kind == "nominal" and _is_behind(token, mention.start)
    if entity is None or mention is None or behind or not mention.start <= token.idx < mention.end:
        named = _name_behind(token, end, room)  # not somebody beside the words: "a bill Mr Ruiz had tried to pass"
        return (named.entity, start, max(end, named.end)) if named is not None else (None, start, end)
    if mention.kind == "nominal":
        return entity.id, min(start, mention.start), max(end, mention.end)
    return entity.id, mention.start, mention.end


def _is_behind(noun: Token, start: int) -> bool:
    """Whether it only tells of whom the words from there on stand for: "a critic of the | dam"."""
    return noun.dep_ == "nmod" and start <= noun.head.idx < noun.idx


def _is_title_of(noun: Token, start: int) -> bool:
    """Whether a noun stands as a title before the name that starts there ("Labour candidate | Ana Ruiz")."""
    return any(child.dep_ in _NAMES and child.left_edge.idx == start for child in noun.rights)


def _comma_before(clause: Token) -> int:
    """Where the comma stands that sets off what else is done ("opposes delaying it, | saying that"); else the end."""
    first = clause.left_edge
    comma = first if first.text == "," else first.nbor(-1)
    return comma.idx if comma.text == "," and clause.tag_ == "VBG" else len(text_of(clause.doc))


def _is_of_its_own(part: Token) -> bool:
    """Whether it is said beside a clause and no part of it: "closing it, | he said", "closing it | but not now"."""
    return part.dep_ == "parataxis" or (part.dep_ == "conj" and any(word.lower_ == "but" for word in part.lefts))


def _before(part: Token) -> int:
    """Where the words before a part of a clause end."""
    last = part.left_edge
    while last.i > 0 and (last == part.left_edge or last.is_punct):
        last = last.nbor(-1)
    return last.idx + len(last)


def _name_behind(thing: Token, end: int, room: Room) -> Argument | None:
    """Who the thing is, told right behind it: "her first choice, | Ana Ruiz"."""
    for name in grammar.children(thing, "appos"):
        comma = name.left_edge
        if name.pos_ == "PROPN" and comma.text == "," and comma.idx == end:  # not "a bill | Mr Ruiz had pushed"
            return room.who.argument(room.doc, name.i) if room.who.at(name.i) is not None else None
    return None


def _beyond(thing: Token, room: Room, trigger: Token, end: int) -> int:
    """The end of a thing with what parsers hang on the verb: an infinitive, when and where acts were.

    "Rejected calls | to go", "we condemn attacks | this week | in Lima".
    """
    spread = False
    for clause in trigger.rights:
        opens = clause.left_edge.idx == end + 1 and clause.left_edge.tag_ == "TO"
        case = grammar.preposition(clause) if clause.dep_ == "obl" and clause.left_edge.idx == end + 1 else ""
        asked = case in _WHOSE and room.is_listed(thing, "reply")
        made = case == "from" and room.is_listed(thing, "made_by")
        if clause.i > thing.i and (asked or made):  # "questions | from the panel", "an offer | from the firm"
            return grammar.full_phrase(clause)[1]
        goes_on = room.lexicon.map("thing_goes_on").get(thing.lemma_.lower())
        follows = clause.dep_ == "obl" and clause.left_edge.idx == end + 1 and not room.is_day(clause)
        if clause.i > thing.i and follows and grammar.preposition(clause) == goes_on:
            return grammar.whole_phrase(clause)[1]  # "a moratorium | on charter schools"
        timed = clause.dep_ == "obl:unmarked" and trigger.tag_ in _PRESENT  # "condemns attacks | today | in Lima"
        if clause.i > thing.i and clause.left_edge.idx == end + 1 and (timed or (spread and clause.dep_ == "obl")):
            end, spread = grammar.full_phrase(clause)[1], True
        if opens and clause.dep_ in {"advcl", "xcomp"} and room.is_listed(thing, "plan"):
            return grammar.full_phrase(clause)[1]
    return end

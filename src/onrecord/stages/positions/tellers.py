"""On whose word a stand is: the holder's own, of who speaks for them ("its spokesman said"), or of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.sides import speaks_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.span import Argument
    from onrecord.stages.positions.room import Room

_OF, _FOR, _IN = frozenset({"of"}), frozenset({"for"}), frozenset({"in"})
_BEFORE = ("compound", "amod", "nmod:desc")


def is_own_word(holder: Argument, trigger: Token, room: Room) -> bool:
    """Whether the holder says it of himself, or who speaks for them does."""
    if _is_of_speaker(holder, trigger, room) or _is_said_with(trigger, room) or _is_in_own_text(trigger, room):
        return True
    side, voice = room.entity(holder), _voice(trigger, room)
    if side is None:
        return False
    if voice is None:
        return any(speaks_for(issuer, side) for issuer in room.issuers())
    return _speaks(voice, side, room)


def is_anothers_word(holder: Argument, trigger: Token, room: Room) -> bool:
    """Whether somebody else says it of the holder, as far as both are known; so does a report or a paper."""
    side, voice = room.entity(holder), _voice(trigger, room)
    if side is None or voice is None or voice.source is None or _is_of_speaker(holder, trigger, room):
        return False
    if _is_said_with(trigger, room) or _speaks(voice, side, room):
        return False
    head = room.head_of(voice.source)
    papers = room.lexicon.list("telling_paper")
    return room.entity(voice.source) is not None or (head is not None and head.lemma_.lower() in papers)


def _voice(trigger: Token, room: Room) -> Attribution | None:
    return room.voice_of(trigger) if grammar.tells_who_did(trigger) else room.voices.at(trigger.idx)


def _is_of_speaker(holder: Argument, trigger: Token, room: Room) -> bool:
    """Whether it is the "we" of whoever is quoted: his own word, though it is the stand of more than him."""
    voice = room.voices.at(trigger.idx)
    if voice is None or voice.source is None:
        return False
    quoted = voice.manner != "indirect" and holder.text.lower() in room.lexicon.list("first_person")
    return quoted or _is_his_body(holder, voice, room)


def _is_his_body(holder: Argument, voice: Attribution, room: Room) -> bool:
    """Whether it is the body of who speaks: "the chief said | his council | would not support it"."""
    head, side = room.head_of(holder), room.entity(holder)
    if head is None or side is None or side.type != "organization" or voice.source is None:
        return False
    owners = (room.who.at(owner.i) for owner in grammar.children(head, "nmod:poss") if owner.pos_ == "PRON")
    return any(owner is not None and owner.id == voice.source.entity for owner in owners)


def _is_said_with(verb: Token, room: Room) -> bool:
    """Whether who takes the stand speaks in the same breath: "supported the scheme, | arguing that it was needed".

    So does who "called the tax a burden, | supporting a cut instead".
    """
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i < verb.i and room.is_cue(verb.head):
        return not any(child.dep_ in {"mark", "case"} for child in verb.lefts)
    clauses = grammar.children(verb, "advcl", "conj", "parataxis")  # not "Peru backs it, while Chad balks, | saying"
    return bool(clauses) and clauses[0].dep_ == "advcl" and clauses[0].tag_ == "VBG" and room.is_cue(clauses[0])


def _is_in_own_text(verb: Token, room: Room) -> bool:
    """Whether who takes the stand put it into words of his own: "backed the truce | in a joint statement".

    Parsers hang these words on the thing too; nobody's are those of a paper ("in a report").
    """
    at = [verb, *grammar.children(verb, "obj")]
    texts = (text for word in at for text in grammar.prep_objects(word, _IN) if text.i > verb.i)
    return verb.pos_ == "VERB" and any(text.lemma_.lower() in room.lexicon.list("own_text") for text in texts)


def _speaks(voice: Attribution, side: Entity, room: Room) -> bool:
    """Whether who says it is the party or speaks for it, by what the report tells of him or by his office."""
    if voice.source is None:
        return False
    teller, head = room.entity(voice.source), room.head_of(voice.source)
    if head is None:
        return teller is not None and speaks_for(teller, side)
    tied = teller is not None and (teller.id == side.id or side.id in teller.member_of)
    outside = head.lemma_.lower() in room.lexicon.list("outside_voice")  # diplomats, of whatever state
    if teller is not None and speaks_for(teller, side) and (tied or teller.country is not None or not outside):
        return True
    if _is_called_so(head, side):
        return True
    owners = list(_owners(head, room))
    if not owners:
        alone = grammar.children(head, "nmod", "nmod:poss", "appos") or [c for c in head.lefts if c.dep_ in _BEFORE]
        return not alone and head.lemma_.lower() in room.lexicon.list("spokesperson")  # "…, a spokesman said"
    return any(owner.id == side.id or speaks_for(owner, side) for owner in owners)


def _is_called_so(head: Token, side: Entity) -> bool:
    """Whether the word before an office is what the party is called: "the Union Party …, | party | leader Bo said"."""
    called = {mention.text.lower().rpartition(" ")[2] for mention in side.mentions if mention.kind != "pronoun"}
    offices = [head, *grammar.children(head, "appos", "nmod:desc")]
    return any(word.lower_ in called for office in offices for word in grammar.children(office, "compound"))


def _owners(head: Token, room: Room) -> Iterator[Entity]:
    """For whom somebody speaks: "a spokesman | for the union", "its | leader Bo Lee", "Ana Ruiz, who leads | it"."""
    lexicon = room.lexicon
    heads: list[Token] = []
    for noun in (head, *grammar.children(head, "appos", "nmod:desc")):
        word = noun.lemma_.lower()
        mouth = word in lexicon.list("mouthpiece_noun")
        office = word in lexicon.together("speaks_for_body", "proxy_noun")
        if mouth or office:
            heads += [*grammar.children(noun, "nmod:poss", "compound"), *grammar.prep_objects(noun, _OF)]
        if mouth:
            heads += grammar.prep_objects(noun, _FOR)
    for clause in grammar.children(head, "acl:relcl"):
        if clause.lemma_.lower() in lexicon.list("leading_verb"):
            heads += grammar.children(clause, "obj")
    yield from filter(None, (room.who.at(one.i) for one in heads))

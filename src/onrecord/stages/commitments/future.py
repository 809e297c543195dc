"""Commitments by a party's own word on its future: "We will withdraw", he said; the army said it would withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.sides import speaks_for
from onrecord.language.text import having
from onrecord.reading.span import Argument
from onrecord.stages.commitments.words import binds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.commitment import Commitment, CommitmentKind
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Polarity
    from onrecord.stages.commitments.desk import Desk

_DONE_TO = frozenset({"obj", "obl"})
_UNDER = frozenset({"under"})
_OWN = frozenset({"i", "we"})


def own_futures(desk: Desk) -> Iterator[Commitment]:
    """Plans out of clauses with "will", "would" or "going to" whose subject speaks, or is spoken for by who speaks.

    What a treaty says that a party of it will do is an agreement, whoever tells it.
    """
    for place in having(desk.doc, "LOWER", desk.lexicon.list("future_word") | desk.lexicon.list("arranging_word")):
        token = desk.doc[place]
        verb = _future_verb(token)
        asserted = token if token.dep_ != "aux" else verb  # "going" is said of whoever is "going to leave"
        if verb is None or asserted is None or verb.sent[-1].text == "?" or not binds(asserted, desk.lexicon):
            continue
        if _asks(verb):
            continue
        voice = desk.voices.at(verb.idx)
        written = _is_written(verb, voice, desk)
        if not written and (voice is None or voice.source is None):
            continue
        if token.lower_ == "would" and voice is not None and voice.manner == "direct":
            continue  # in a speaker's own words "would" is no plan, in a report of them it is "will"
        none = any(c.dep_ in _DONE_TO and grammar.names_nobody(c) for c in verb.rights)  # "would agree to no deal"
        denied, negated = desk.is_denied(verb.idx), none or grammar.negation(asserted) is not None
        if _is_no_act(verb, desk):
            continue
        silent = negated and verb.lemma_.lower() in desk.lexicon.list("silent_word")
        if silent or (denied and negated):
            continue  # "would not comment" plans nothing, "denied that it would not pay" binds nobody
        speaker = _speaker(voice, desk)
        for by in _bound(verb, speaker, desk, written=written):
            polarity: Polarity = "negative" if denied or negated else "positive"
            yield desk.commitment(by, _kind(verb, desk, written=written), (asserted, verb), polarity, None)


def _future_verb(token: Token) -> Token | None:
    """The verb of what will be: over "will" or "is to", or under "is going to"."""
    if token.lemma_ == "be":
        verb = token.head  # but "his aim is to win" only says what it is
        arranged = grammar.arranged_by(verb) == token
        owned = any(grammar.children(subject, "nmod:poss") for subject in grammar.surface_subjects(verb))
        return verb if arranged and not owned else None
    if token.dep_ != "aux":
        goal = (child for child in token.rights if child.dep_ == "xcomp" and child.tag_ == "VB")
        told = token.tag_ == "VBG" and any(child.dep_ == "aux" and child.lemma_ == "be" for child in token.lefts)
        return next(goal, None) if told else None
    verb = token.head
    unreal = any(child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve"} for child in verb.lefts)
    return None if unreal or verb.pos_ != "VERB" else verb


def _is_no_act(verb: Token, desk: Desk) -> bool:
    """Whether it is nothing that one does by will, or is only thought to come: "will know more", "would have to sell".

    Nor does what one thinks, fears or hopes will be bind anybody.
    """
    unwilled = verb.lemma_.lower() in desk.lexicon.list("unwilled_verb")
    return unwilled or desk.cue_of(verb.idx) in desk.lexicon.list("expecting_cue")


def _speaker(voice: Attribution | None, desk: Desk) -> Entity | None:
    """Who speaks; an office is whose it is ("his office said he would sign it")."""
    source = voice.source if voice is not None else None
    head = desk.head_of(source) if source is not None else None
    if head is not None and head.lemma_.lower() in desk.lexicon.list("proxy_noun"):
        source = desk.owner(head) or source
    return desk.who.entity(source.entity) if source is not None and source.entity else None


def _asks(verb: Token) -> bool:
    """Whether the clause asks what will be done: "has yet to say how it will vote", "asked whether he would resign"."""
    return any(child.tag_ == "WRB" or child.lower_ == "whether" for child in verb.lefts) and verb.dep_ != "advcl"


def _is_written(verb: Token, voice: Attribution | None, desk: Desk) -> bool:
    """Whether a treaty says so: "under the deal, …", "… , according to the agreement"."""
    texts = desk.lexicon.list("binding_text")
    first = grammar.conjuncts(verb)[0]  # "Under the pact, herders will leave | and farmers will return the cows"
    under = (*grammar.prep_objects(verb, _UNDER), *grammar.prep_objects(first, _UNDER))
    if any(head.lemma_.lower() in texts for head in under):
        return True
    head = desk.head_of(voice.source) if voice is not None and voice.source is not None else None
    return head is not None and head.lemma_.lower() in texts


def _kind(verb: Token, desk: Desk, *, written: bool) -> CommitmentKind:
    if written:
        return "agreement"
    return "threat" if desk.cue_of(verb.idx) in desk.lexicon.list("threat_cue") else "plan"


def _bound(verb: Token, speaker: Entity | None, desk: Desk, *, written: bool) -> Iterator[Argument]:
    """Who is bound: subjects that speak or are spoken for, and whose own are to act ("its troops would leave")."""
    for subject in [] if grammar.is_passive(verb) else grammar.surface_subjects(verb):
        by = None if grammar.names_nobody(subject) else desk.party(subject)
        owner = desk.owner(subject)
        if owner is not None and speaker is not None and owner.entity == speaker.id:
            if by is not None:  # "her | plan would end it": a thing binds nobody
                yield by if _is_body(by, desk) else owner
            continue
        if by is None and speaker is not None and subject.lower_ in _OWN:
            end = subject.idx + len(subject)  # "A: We will go": whoever speaks
            by = Argument(start=subject.idx, end=end, text=subject.text, entity=speaker.id)
        if by is not None and (written or _is_told_by(speaker, subject, by, desk)):
            yield by


def _is_body(by: Argument, desk: Desk) -> bool:
    """Whether a state or a body acts, and not its speaker alone: "his country", "her government", "his party"."""
    entity = desk.who.entity(by.entity) if by.entity is not None else None
    head = desk.head_of(by)
    proxy = head is not None and head.lemma_.lower() in desk.lexicon.list("proxy_noun")
    return entity is not None and entity.type in {"place", "organization"} and not proxy


def _is_told_by(speaker: Entity | None, subject: Token, by: Argument, desk: Desk) -> bool:
    """Whether who says it is the subject, one of the subject's, or of the subject's own side."""
    if subject.lower_ in _OWN:
        return True
    entity = desk.who.entity(by.entity) if by.entity else None
    if speaker is None or entity is None:
        return False
    return speaks_for(speaker, entity)

"""Events: who did what to whom, by the frames of the lexicon over the syntax of each sentence.

Frames are typed after PLOVER (Open Event Data Alliance, manual 2.0); roles are found by paths of Universal
Dependencies. Whether an event happened is the next stage's matter: here an act that stands inside another one
("agreed to withdraw") only takes the status that the outer frame gives it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import children, conjuncts, has_to, is_passive, preposition, tells_who_did
from onrecord.language.mentions import who_in
from onrecord.language.text import bounds_of, text_of
from onrecord.reading.event import Event, Factuality
from onrecord.reading.span import Span
from onrecord.stages.events.asked_of import fill_answering, fill_asked
from onrecord.stages.events.behind import Behind
from onrecord.stages.events.drafts import (
    EventDraft,
    fill_inner,
    find_drafts,
    is_bare,
    worth_keeping,
)
from onrecord.stages.events.fills import fill_from_others
from onrecord.stages.events.makers import STANDS
from onrecord.stages.events.no_acts import NoActs
from onrecord.stages.events.reach import MATERIAL_CONFLICT
from onrecord.stages.events.roles import Cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.language.plain_words import Span as Words
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.reading import Furniture

_NAMES = frozenset({"NOUN", "PROPN"})


class Acts(msgspec.Struct, frozen=True, kw_only=True):
    """The acts of a report, both in text order.

    Attributes:
        told: with somebody who does them or to whom they are done.
        bare: nouns of acts with nobody beside them ("killed in an ambush", "after the strike"), which may only recall
            one that is told; without ids.
    """

    told: tuple[Event, ...]
    bare: tuple[Event, ...]


def find_events(
    doc: Doc,
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    furniture: Sequence[Furniture],
    lexicon: Lexicon,
    is_country: Callable[[str], bool],
) -> Acts:
    """Find the acts that the report tells of; one trigger gives at most one event.

    `is_country` says whether a name is a country's: countries act, towns are where it happens.

    `factuality` is what the outer act says of an inner one, or else "happened"; `assess_factuality` decides.
    Takes time linear in tokens.
    """
    who = who_in(doc, entities)
    cast = Cast(who, lexicon, is_country)
    drafts = find_drafts(_told(doc, furniture), cast, NoActs(who, lexicon), lexicon)
    drafts = fill_inner(fill_asked(fill_from_others(drafts, cast, lexicon), cast, lexicon), cast, lexicon)
    drafts = fill_answering(drafts, cast, lexicon)
    said_in = _innermost(doc, attributions)
    behind = Behind(doc, who, lexicon)
    kept = [_asked(draft, cast) for draft in drafts if worth_keeping(draft, lexicon)]

    def event(key: str, draft: EventDraft) -> Event:
        return _event(key, draft, behind, said_in[draft.trigger.token.i], lexicon)

    return Acts(
        told=tuple(event(f"E{number}", draft) for number, draft in enumerate(kept, start=1)),
        bare=tuple(event("", draft) for draft in drafts if is_bare(draft)),
    )


def _asked(draft: EventDraft, cast: Cast) -> EventDraft:
    """A request with those of whom something is asked; what is asked for receives nothing ("called for | peace").

    Who is to do something is asked, whatever he is called ("urged | the operator | to wait").
    """
    if draft.entry.type != "REQUEST":
        return draft
    doing = any(map(has_to, draft.trigger.token.children))
    own = {token.i for token in conjuncts(draft.trigger.token)}
    asked = (head for head in draft.recipients if (doing or cast.is_somebody(head)) and not _is_to_undergo(head, own))
    return msgspec.structs.replace(draft, recipients=tuple(asked))


def _is_to_undergo(head: Token, asking: set[int]) -> bool:
    """Whether it is to be done to him, so that others are asked: "called for | the guards involved | to be tried".

    Not so who is asked in the passive; `asking` are the places of the words that ask, and of those joined with them.
    """
    first = conjuncts(head)[0]
    clause = first.head
    if clause.i not in asking and first.dep_ == "nsubj:pass" and (clause.dep_ == "ccomp" or has_to(clause)):
        return not any(aux.tag_ == "MD" for aux in children(clause, "aux"))  # "the party should be warned"
    if first.dep_ == "obj" and clause.dep_ == "xcomp" and clause.tag_ == "VBG" and clause.head.i in asking:
        return True  # "recommended closing | the board"
    behind = (clause for word in first.rights for clause in (word, *word.rights))
    return preposition(first) == "for" and any(has_to(clause) and is_passive(clause) for clause in behind)


def _told(doc: Doc, furniture: Sequence[Furniture]) -> list[Token]:
    """The tokens that assert something: all but captions, credits and bylines."""
    pieces = sorted((piece.start, piece.end) for piece in furniture if not piece.tells)
    told: list[Token] = []
    starts, _ = bounds_of(doc)
    first = 0
    for start, end in pieces:
        told += doc[first : max(first, bisect_left(starts, start))]
        first = max(first, bisect_left(starts, end))
    return [*told, *doc[first:]]


def _innermost(doc: Doc, attributions: Sequence[Attribution]) -> list[str | None]:
    """For each token the attribution whose content holds it most closely."""
    table: list[str | None] = [None] * len(doc)
    pieces = [(piece, attribution) for attribution in attributions for piece in attribution.content]
    for piece, attribution in sorted(pieces, key=lambda pair: pair[0].start - pair[0].end):
        span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
        if span is None:
            continue
        outer = {place: table[place] for place in (_told_of(span) if attribution.manner == "indirect" else ())}
        table[span.start : span.end] = [attribution.id] * len(span)
        for place, said in outer.items():
            table[place] = said
    return table


def _told_of(content: Words) -> Iterator[int]:
    """The tokens of what others do to a noun that is content ("rejected changes | that Baku had demanded").

    Who rejects or condemns something has not said what is told of it; that is on the word of who tells of him.
    """
    root = content.root
    if root.pos_ not in _NAMES or any(child.dep_ in {"cop", "nsubj"} for child in root.lefts):
        return
    for child in root.rights:
        subjects = (c for c in child.lefts if c.dep_ == "nsubj" and c.pos_ in _NAMES)
        if tells_who_did(child) or (child.dep_ == "acl:relcl" and any(subjects)):
            yield from (token.i for token in child.subtree if token.i < content.end)


def _event(number: str, draft: EventDraft, behind: Behind, said_in: str | None, lexicon: Lexicon) -> Event:
    """The event of a draft, its parties as arguments."""
    entry, token = draft.entry, draft.trigger.token
    text = text_of(token.doc)
    by_force = lexicon.plover.types[entry.type].quad == MATERIAL_CONFLICT
    actors = behind.arguments(draft.actors, by_force=by_force)
    known = {(argument.start, argument.end) for argument in actors}
    others = behind.arguments(draft.recipients, actors, by_force=by_force)
    others = behind.parties(others, draft.recipients) if entry.type in STANDS else others
    recipients = tuple(argument for argument in others if (argument.start, argument.end) not in known)
    outer = draft.outer
    cues = (Span.of(text, outer.idx, outer.idx + len(outer)),) if outer is not None else ()
    return Event(
        id=number,
        type=entry.type,
        mode=entry.mode,
        contexts=entry.contexts,
        cameo=entry.cameo,
        quad=lexicon.plover.types[entry.type].quad,
        score=lexicon.plover.score(entry.type, entry.mode),
        trigger=Span.of(text, token.idx, token.idx + len(token)),
        actors=actors,
        recipients=recipients,
        factuality=Factuality(status=draft.status, polarity="positive", certainty="certain", cues=cues),
        attribution=said_in,
        rule=entry.id,
    )

"""What stages hand on before the reading is whole: mentions without entities, attributions without chains.

`head` is always the index of a token of the spaCy Doc.
"""

from __future__ import annotations

import msgspec

from onrecord.reading.attribution import Manner
from onrecord.reading.entity import EntityType, MentionKind
from onrecord.reading.span import Span


class MentionDraft(Span, frozen=True, kw_only=True):
    """A mention before anybody knows who it is.

    `start`, `end`, `text` are the mention as it stands in the reading; `head` is its head token.

    Attributes:
        type: what kind of thing the words name.
        count: "14 factions" has 14.
        plural: the words stand for several.
        country: ISO alpha-3, where the words themselves say it ("Turkish police").
        sectors: PLOVER sectors that the words themselves say ("police": COP).
        role: office words that stand with a person's name.
        actor: key in the actor base where the words name one.
        member_of: heads of the mentions that the words make this one belong to ("PLO official": the PLO).
        same_as: heads of mentions that the syntax says are the same one (apposition, acronym in brackets).
        whole: the phrase that a name heads, where it is longer: "Defence Minister Ana Silva", "northern Syria",
            "Lyon, France".
    """

    head: int
    kind: MentionKind
    type: EntityType
    count: int | None = None
    plural: bool = False
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    actor: str | None = None
    member_of: tuple[int, ...] = ()
    same_as: tuple[int, ...] = ()
    whole: Span | None = None


class AttributionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution before its source is an entity.

    Attributes:
        source, source_head: the words of the source and their head token; None where nobody is named.
        cue, cue_head: likewise for the cue; None for a quoted paragraph that goes on from the last speaker.
        content: in pieces where the source stands in the middle.
        via_heads: head tokens of those through whom the words came ("told AFP"), nearest first.
        tells: whether others may speak within its content: not in what somebody only does ("voted to pass a bill that
            critics say …").
        continues: the draft (by its place in the list) whose speaker goes on speaking here.
    """

    source: Span | None
    source_head: int | None
    cue: Span | None
    cue_head: int | None
    content: tuple[Span, ...]
    manner: Manner
    via_heads: tuple[int, ...] = ()
    tells: bool = True
    continues: int | None = None

"""Dealings of private life: what critics praise, coaches ask, guests complain of and clubs turn down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.paths import follow

if TYPE_CHECKING:
    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

# Between private parties these are no politics, whichever side is named; the others only where a private party acts.
_DEALINGS = frozenset({"AGREE", "REQUEST", "CONSULT"})
_STANDS = frozenset({"SUPPORT", "AID", "COOPERATE", "THREATEN"})
_VISIT = "visit"
_LEGAL = "legal"
_OBJECT = ("obj",)


class Private:
    """Tells them in one report."""

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        self._who = who
        self._people, self._bodies = lexicon.together("private_party", "beast"), lexicon.list("private_body")
        self._players = lexicon.list("player")
        self._company = lexicon.list("private_company")
        self._matters = lexicon.list("private_matter")
        self._public = lexicon.list("public_sector")

    def holds(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether nobody of public life takes part, and somebody does who has none, or a matter of private life."""
        if entry.type not in _DEALINGS and entry.type not in _STANDS:
            return False
        if roles.actors and all(map(self._is_player, roles.actors)):
            return True
        if any(self._is_public(head, entry) for head in (*roles.actors, *roles.recipients)):
            return False
        return self._is_between_private(entry, roles) or self._is_matter(trigger, entry)

    def _is_between_private(self, entry: EventEntry, roles: Roles) -> bool:
        met = roles.recipients[:1] or roles.actors[1:]
        if entry.type == "CONSULT" and any(head.lemma_.lower() in self._company for head in met):
            return True
        if entry.mode == _VISIT and roles.actors and all(self._is_anybody(head) for head in roles.actors):
            return True
        done_to = [head for head in roles.recipients if entry.type in _DEALINGS]
        if roles.actors and all(map(self._is_private, roles.actors)):
            return True
        return any(self._is_private(head, body=bool(roles.actors)) for head in done_to)

    def _is_player(self, head: Token) -> bool:
        entity = self._who.at(head.i)
        return head.lemma_.lower() in self._players and (entity is None or not entity.named)

    def _is_anybody(self, head: Token) -> bool:
        """Whether it is only a pronoun ("we visited Lisbon")."""
        entity = self._who.at(head.i)
        return head.pos_ == "PRON" and (entity is None or not entity.named)

    def _is_private(self, head: Token, *, body: bool = True) -> bool:
        entity = self._who.at(head.i)
        role = entity.role.lower().rpartition(" ")[2] if entity is not None and entity.role else ""
        named = entity is not None and entity.named
        lemma = head.lemma_.lower()
        return (
            (not head.ent_type_ and lemma in self._people)
            or role in self._people
            or (body and not named and lemma in self._bodies)
        )

    def _is_matter(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether it is done about things of private life: "signed the lease"; a charge in court is not."""
        heads = follow(trigger, _OBJECT) if trigger.pos == "VERB" else []
        legal = entry.type == "ACCUSE" and _LEGAL in entry.contexts
        return bool(heads) and not legal and all(head.lemma_.lower() in self._matters for head in heads)

    def _is_public(self, head: Token, entry: EventEntry) -> bool:
        """Whether it is a state, a town or body by its name, or somebody of the public sectors.

        Who only goes somewhere deals with nobody there; who accuses somebody by his name has made a case of it.
        """
        entity = self._who.at(head.i)
        if entity is None or self._is_private(head):
            return False
        if entity.country is not None or any(sector in self._public for sector in entity.sectors):
            return entity.type != "place" or entry.mode != _VISIT
        if entity.type == "place" and entry.mode == _VISIT:
            return False
        return entity.type == "organization" or (entity.named and (entity.type == "place" or entry.type == "ACCUSE"))

"""Relations that lead to no party of an act, by its kind: in "cooperate to defeat them" nobody cooperates with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon

MATERIAL_CONFLICT = 4  # PLOVER's quad of force, sanctions, troops and protests
_TOPIC_AS_OBJECT = frozenset({"obj"})  # "met to discuss Syria"
_IN_WORDS = frozenset({"AGREE", "REQUEST", "SUPPORT", "ACCUSE", "THREATEN"})
_INSIDE_THINGS = frozenset({"mod", "participle"})  # "proposed a state fund", "a bill designed to tame the bank"
_OWNER, _SUBJECTS, _CLAIMED = frozenset({"poss"}), frozenset({"subj"}), frozenset({"that"})
_HELPS = frozenset({"SUPPORT", "AID", "COOPERATE"})
_OF_A_CRIME = frozenset({"of", "for"})  # "found him guilty of the killing of a clerk"
_PRIZE = frozenset({"over"})  # "fought in the war over Kuwait"


class Reach:
    """The closed relations of each entry of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = lexicon.plover.types
        self._conditions = lexicon.list("recipient_condition")
        self._origins = lexicon.list("recipient_origin")
        self._enemies = lexicon.list("recipient_enemy")
        self._topics = lexicon.list("recipient_topic")
        self._gainers = lexicon.list("recipient_gainer")
        self._hearers = lexicon.list("recipient_hearer")

    def closed(self, entry: EventEntry) -> frozenset[str]:
        """The relations of which none leads to whom the act concerns.

        Who is to fulfil a condition counts but for force ("will not lift the ban until Peru signs"); what is talked
        about does not; nor does whom friends fight ("cooperate to defeat them"), who gains by what is asked or agreed,
        or who hears a complaint.
        """
        by_force = self._kinds[entry.type].quad == MATERIAL_CONFLICT
        crime = _OF_A_CRIME if entry.mode == "convict" else frozenset()
        return self._by_type(entry) | crime | (self._conditions if by_force else frozenset())

    def spots_closed(self, entry: EventEntry) -> frozenset[str]:
        """The relations of which none leads to where it happens: "talks on the port in Kano" are not in Kano."""
        closed = self._conditions | (_TOPIC_AS_OBJECT if _takes_a_topic(entry) else frozenset())
        return closed | (_PRIZE if entry.reciprocal else frozenset())

    def _by_type(self, entry: EventEntry) -> frozenset[str]:
        """The relations closed to the entry's type, each with an example beside it."""
        closed = _INSIDE_THINGS if entry.type in _IN_WORDS else frozenset()
        if entry.type == "CONSULT":
            closed |= self._topics | (_TOPIC_AS_OBJECT if _takes_a_topic(entry) else frozenset())
        if entry.type in _HELPS:
            closed |= self._enemies
        if entry.type in {"ASSAULT", "AID", "MOBILIZE"}:
            closed |= self._origins  # "rescued the couple from the mob"
        if entry.type in {"AGREE", "REQUEST"}:  # "demanded money for the wounded", "promised the city's poor new homes"
            closed |= self._gainers | _OWNER
        if entry.type in {"ACCUSE", "REJECT"}:  # "alleged that the army had shelled Lira": Lira is not accused
            closed |= _CLAIMED
        if entry.type == "ACCUSE":
            closed |= self._hearers | self._gainers  # "complained about the lack of money for villages"
        if entry.type == "ASSAULT":
            closed |= _PRIZE
        if entry.mode == "resign":
            closed |= self._topics  # "resigned over the deaths of two protesters"
        if entry.type == "THREATEN":
            closed |= _SUBJECTS  # "warned that the police would use force": they are to do it
        return closed


def _takes_a_topic(entry: EventEntry) -> bool:
    """Whether the object of a verb of talks is what is talked about: it neither receives nor belongs to the frame."""
    own = {condition.path[0] for condition in entry.needs} | {path[0] for path in entry.recipient}
    return entry.type == "CONSULT" and entry.pos == "VERB" and entry.reciprocal and "obj" not in own

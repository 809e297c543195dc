"""Where an act stands, and how a cue, a negation or a tense moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.factuality.shapes import helpers, is_subjunctive, is_to_come_in_heading

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.reading.event import Certainty, Polarity, Status
    from onrecord.stages.factuality.effects import Effect

_RANK = {
    "happened": 0, "ongoing": 1, "planned": 2, "unclear": 3, "hypothetical": 4, "conditional": 5, "not_happened": 6,
    "denied": 7,
}  # fmt: skip
UNREAL = frozenset({"planned", "unclear", "hypothetical", "conditional"})
_SURENESS = {"certain": 0, "probable": 1, "possible": 2, "unknown": 3}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where an act stands so far."""

    status: Status = "happened"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"


def applied(standing: Standing, effect: Effect, *, negated: bool = False) -> Standing:
    """The standing of an act after a cue around it; `negated` if the cue itself is negated."""
    status, polarity, certainty = standing.status, standing.polarity, standing.certainty
    if effect.certainty is not None and _SURENESS[effect.certainty] > _SURENESS[certainty]:
        certainty = effect.certainty
    wanted = effect.negated if negated and effect.negated is not None else effect.status
    unreal = status == "not_happened" and wanted in UNREAL  # "could decline to": nothing has been declined
    if negated and wanted == "unclear" and certainty == "certain":
        certainty = "unknown"  # "could not be confirmed"
    if wanted == "not_happened" and status in UNREAL:
        certainty = effect.certainty or "certain"  # a plan that failed leaves no doubt
    if wanted is not None and (unreal or _RANK[wanted] > _RANK[status] or (negated and effect.negated is not None)):
        status = wanted
    if not negated and effect.polarity is not None:
        polarity = _turned(polarity) if effect.polarity == "negative" else polarity
    elif negated and effect.polarity is None:
        polarity = _turned(polarity) if effect.negated not in {"happened", "ongoing", "unclear"} else polarity
    return Standing(status=status, polarity=polarity, certainty=certainty)


def _turned(polarity: Polarity) -> Polarity:
    return "negative" if polarity == "positive" else "positive"


class State:
    """The standing so far and the cues met."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.cues: list[Token] = []
        self._ends = False

    def meet(self, cue: Token, effect: Effect, *, negated: bool = False) -> None:
        """A cue stands around the act; `negated` if the cue itself is."""
        self.standing = applied(self.standing, effect, negated=negated)
        self.cues.append(cue)
        self._ends = self._ends or effect.ends

    def settled(self) -> Standing:
        """The standing when all cues are met: what is to end is to be no more ("will halt its raids")."""
        return negated(self.standing) if self._ends and self.standing.status in UNREAL else self.standing


def negated(standing: Standing) -> Standing:
    """The standing of an act that is denied in its own clause."""
    status = "not_happened" if standing.status in {"happened", "ongoing"} else standing.status
    return Standing(status=status, polarity=_turned(standing.polarity), certainty=standing.certainty)


def apply_tense(node: Token, state: State, *, in_heading: bool) -> None:
    """The present and the progressive tell of what goes on, an imperative of what is asked for.

    In a heading only the progressive goes on: "Rebels seize port" is its past, "Rebels to free hostages" its future.
    """
    if state.standing.status != "happened":
        return
    if is_subjunctive(node):
        state.standing = msgspec.structs.replace(state.standing, status="hypothetical", certainty="possible")
        return
    if is_to_come_in_heading(node):
        state.standing = msgspec.structs.replace(state.standing, status="planned")
        return
    helping = helpers(node)
    if any("Mood=Imp" in word.morph for word in (node, *helping)):
        state.standing = msgspec.structs.replace(state.standing, status="hypothetical")
    going_on = node.tag_ == "VBG" or any(child.tag_ == "VBG" for child in helping)  # "is being searched"
    progressive = going_on and any(child.lemma_ == "be" and child.tag_ != "VBG" for child in helping)
    perfect = any(child.lemma_ == "have" for child in helping)
    present = any(child.tag_ in {"VBZ", "VBP"} and child.dep_ in {"cop", "aux:pass"} for child in helping)
    simple = node.tag_ in {"VBZ", "VBP"} and not in_heading
    if progressive or simple or (present and not perfect):
        state.standing = msgspec.structs.replace(state.standing, status="ongoing")

"""The parties of an act: who does it and on whom, each head in one role only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.sides import speaks_for
from onrecord.lexicon.steps import PathSteps
from onrecord.stages.events.acting import Acting
from onrecord.stages.events.antecedents import antecedents
from onrecord.stages.events.company import Company
from onrecord.stages.events.conditions import ANY, met_by
from onrecord.stages.events.doers import Doers
from onrecord.stages.events.meant import Meant
from onrecord.stages.events.owners import Owners
from onrecord.stages.events.paths import AlsoCalled, Trigger
from onrecord.stages.events.recipients import SPOT, Recipients
from onrecord.stages.events.scenes import Scenes
from onrecord.stages.events.spots import MUTUAL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon

# With a recipient found by one of these, a reciprocal act has another party; by longer paths, a third.
_PARTNER_STEPS = frozenset({"with", "between", "among", "obj", "from", "to", "and", "poss", "mod", "by"})
_PARTNER_ENDS = frozenset({"with", "between", "among"})
_PLURAL = frozenset({"NNS", "NNPS"})


class Roles(msgspec.Struct, frozen=True, kw_only=True):
    """Head tokens of the parties.

    Attributes:
        thing: the grammatical doer is nothing that can act.
        mutual: they do it to each other.
        spot: nobody is named who receives it; the recipient is where it takes place.
    """

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    thing: bool = False
    mutual: bool = False
    spot: bool = False


class Cast:
    """Finds the parties of an act in one report; `can_act` says whether a word stands for one (see `Acting`)."""

    def __init__(self, who: Who, lexicon: Lexicon, is_country: Callable[[str], bool]) -> None:
        self._who = who
        self._crewed = lexicon.list("crewed")
        self._sites = lexicon.list("place_noun") - lexicon.list("peopled_place")
        self._acting = Acting(who, lexicon)
        self.can_act = self._acting.can_act  # not a method of its own: a ring would keep the report's words
        self._owners = Owners(lexicon, self.can_act)
        self._company = Company(lexicon, self.can_act)
        self._meant = Meant(who, lexicon, self.can_act)
        self._scenes = Scenes(who, lexicon, is_country)
        self._doers = Doers(who, lexicon, self._acting, self._owners, self._meant, self._scenes)
        self._recipients = Recipients(who, lexicon, self._acting, self._meant, self._scenes)

    def roles(self, trigger: Trigger, entry: EventEntry) -> Roles:
        """The parties of the act, each head in one role only."""
        actors, thing = self._doers.found(trigger, entry, _collocates(trigger, entry, entry.actor))
        taken = {head.i for head in actors} | _collocates(trigger, entry, entry.recipient)
        if any(grammar.is_each_other(child) for child in grammar.children(trigger.token, "obj", "iobj", "obl")):
            return Roles(actors=tuple(actors), thing=thing, mutual=True)
        recipients, path = self._recipients.found(trigger, entry, actors, taken)
        recipients += self._losers(trigger, entry, {head.i for head in (*actors, *recipients)})
        if entry.reciprocal and recipients and path and _names_partner(path):
            partners = [head for head in recipients if self.can_act(head)]
            actors = sorted([*actors, *partners], key=lambda head: head.i)
            recipients = [head for head in recipients if head not in partners]
        if (entry.reciprocal or entry.type in MUTUAL) and len(actors) > 1:  # what two agree on receives nothing
            recipients = [head for head in recipients if self.can_act(head) and not self._recipients.is_bare_spot(head)]
        if entry.type == "AGREE" and (len(actors) > 1 or any(head.tag_ in _PLURAL for head in actors)):
            recipients = [head for head in recipients if not self._scenes.is_named_town(head)]  # "agreed in Doha"
        actors = self._meant.named(map(self._meant.who_is_told_of, actors))
        recipients = self._meant.named(recipients)
        meeting = entry.type == "CONSULT"
        with_others = self._company.with_others(trigger, actors, meeting=meeting)
        actors = [head for head in with_others if head not in recipients]
        recipients = [head for head in self._company.with_others(trigger, recipients) if head not in actors]
        return Roles(actors=tuple(actors), recipients=tuple(recipients), thing=thing, spot=path == SPOT)

    def antecedents(self, tokens: Sequence[Token]) -> AlsoCalled:
        """What the pronouns and names among them go by besides their own words, by their places."""
        return antecedents(tokens, self._who)

    def acts_meant(self, trigger: Trigger, heads: list[Token]) -> list[Token]:
        """The act where a clause hangs on the town in which it was: "bombings in Kano which killed nine"."""
        return self._meant.act_meant(trigger, heads)

    def is_somebody(self, head: Token) -> bool:
        """Whether the word stands for a party, or counts some ("forty", "the faithful")."""
        some = self._acting.are_some(head) or (head.pos_ == "ADJ" and any(child.dep_ == "det" for child in head.lefts))
        return some or self.can_act(head, tools=True) or self._who.at(head.i) is not None

    def on_one_side(self, head: Token, other: Token) -> bool:
        """Whether the other word stands for the same party, or for somebody who speaks for it."""
        one, two = self._who.at(head.i), self._who.at(other.i)
        return one is not None and two is not None and (one.id == two.id or speaks_for(two, one))

    def is_place(self, head: Token) -> bool:
        """Whether the word stands for a place, be it a country."""
        return self._scenes.is_place(head)

    def is_body(self, head: Token) -> bool:
        """Whether the noun stands for the organisation of those before it, which is no act of theirs."""
        members = any(owner.tag_ == "NNS" for owner in grammar.children(head, "nmod:poss"))
        return members and self._who.type_at(head.i) == "organization"

    def is_crewed(self, head: Token) -> bool:
        """A ship or plane, which stands for the people aboard."""
        return head.lemma_.lower() in self._crewed

    def _losers(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> list[Token]:
        """Who held what is seized; a town that goods are taken from only tells where, but not "Aba Air Base"."""
        found = self._owners.losers(trigger) if entry.mode == "seize" else []
        found = [head for head in found if not self._scenes.is_town(head) or head.lemma_.lower() in self._sites]
        return [head for head in found if head.i not in taken]


def _collocates(trigger: Trigger, entry: EventEntry, paths: Sequence[PathSteps]) -> set[int]:
    """Words that the entry's conditions ask for by paths that give no party: "air" of "air strikes"."""
    return {
        head.i
        for condition in entry.needs
        if ANY not in condition.lemmas and condition.path not in paths and condition.path != ("self",)
        for head in met_by(condition, trigger)
    }


def _names_partner(path: PathSteps) -> bool:
    return path[-1] in _PARTNER_ENDS and path[0] != "xcomp" if len(path) > 1 else path[0] in _PARTNER_STEPS

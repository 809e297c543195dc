"""Who acts and on whom, by the paths of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.lexicon.entries import PathSteps
from onrecord.stages.events.acting import Acting
from onrecord.stages.events.antecedents import antecedents
from onrecord.stages.events.company import Company
from onrecord.stages.events.conditions import ANY, met_by
from onrecord.stages.events.meant import Meant
from onrecord.stages.events.owners import Owners
from onrecord.stages.events.paths import AlsoCalled, Trigger, follow
from onrecord.stages.events.recipients import SPOT, Recipients
from onrecord.stages.events.scenes import Scenes
from onrecord.stages.events.spots import MUTUAL
from onrecord.stages.events.suffering import is_it

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon

# With a recipient found by one of these, a reciprocal act has another party; by longer paths, a third.
_PARTNER_STEPS = frozenset({"with", "between", "among", "obj", "from", "to", "and", "poss", "mod", "by"})
# Acts whose doer may be a weapon or vehicle: "a drone hit the depot", "tanks rolled into the town".
_BY_TOOLS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
_BY_CREWS = frozenset({"AID", "COOPERATE", "RETREAT"})  # so too a ship, though no weapon
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "AGREE"})
_DOERS = frozenset({"actor", "companion", "causer"})
_PARTS = frozenset({"ADJ", "NOUN"})
_AMONG = frozenset({"between", "among"})
_LED = _AMONG | {"of"}
_OF = ("of",)
_OF_WHOM = frozenset(_OF)
_SUBJECT = ("subj",)
_OWNER = ("poss",)
_MODIFIER = ("mod",)
_ORIGIN = ("from",)
_PARTNER_ENDS = frozenset({"with", "between", "among"})


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
        self._blows = lexicon.list("instrument") - frozenset(lexicon.map("thing_noun")) - lexicon.list("crewed")
        self._crewed = lexicon.list("crewed")
        self._wordless = self._blows | lexicon.list("wordless_means")
        self._heading = lexicon.list("heading_verb")
        self._how = lexicon.together("by_no_doer", "no_party") - self._blows
        self._shares = lexicon.together("share_noun", "quantity_noun", "measure_noun")
        self._craft = lexicon.list("by_bare_craft")
        self._bystanders = lexicon.list("bystander")
        self._sites = lexicon.list("place_noun") - lexicon.list("peopled_place")
        self._acting = Acting(who, lexicon)
        self._people = lexicon.together("person_noun", "group_noun", "anyones_noun")
        self.can_act = self._acting.can_act  # not a method of its own: a ring would keep the report's words
        self._owners = Owners(lexicon, self.can_act)
        self._company = Company(lexicon, self.can_act)
        self._meant = Meant(who, lexicon, self.can_act)
        self._scenes = Scenes(who, lexicon, is_country)
        self._recipients = Recipients(who, lexicon, self._acting, self._meant, self._scenes)

    def roles(self, trigger: Trigger, entry: EventEntry) -> Roles:
        """The parties of the act, each head in one role only."""
        actors, thing = self._actors(trigger, entry, _collocates(trigger, entry, entry.actor))
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
        actors, recipients = self._meant.named(actors), self._meant.named(recipients)
        actors = [head for head in self._company.with_others(trigger, actors) if head not in recipients]
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

    def is_body(self, head: Token) -> bool:
        """Whether the noun stands for the organisation of those before it, which is no act of theirs."""
        entity = self._who.at(head.i)
        members = any(owner.tag_ == "NNS" for owner in grammar.children(head, "nmod:poss"))
        return members and entity is not None and entity.type == "organization"

    def is_crewed(self, head: Token) -> bool:
        """A ship or plane, which stands for the people aboard."""
        return head.lemma_.lower() in self._crewed

    def _actors(self, trigger: Trigger, entry: EventEntry, matched: set[int]) -> tuple[list[Token], bool]:
        tools = entry.type in _BY_TOOLS
        thing = False
        anothers = self._owners.is_anothers(trigger.token) or (tools and _is_bare_gerund(trigger.token))
        weak: list[Token] = []  # "completed its withdrawal": the light verb's subject says more than "its"
        for path in self._actor_paths(trigger, entry):
            heads = [head for head in follow(trigger, path) if head.i not in matched]
            heads = [
                head for head in heads if not self._is_itself(head, trigger) and not grammar.children(head, "mark")
            ]
            heads = self._meant.act_meant(trigger, heads) if path == ("subj",) and tools else heads
            if path == _SUBJECT and entry.pos == "NOUN" and trigger.support is None:  # "it is an insult to them"
                heads = [head for head in heads if not is_it(head) or self._who.at(head.i) is not None]
            if path == ("subj",):
                heads = [] if anothers else self._doers(heads)
                others = self._meant.people_before(trigger, entry) or self._meant.blamed(trigger)
                heads = others or self._owners.planners(trigger.token) or heads
                heads = [head for head in heads if trigger.subject != "companion" or self._takes_part(head)]
            heads = self._but_scenes(heads, path, entry)
            if path == _MODIFIER and entry.type == "AGREE" and entry.reciprocal and _only_names_it(heads):
                continue  # "the Paris deal"
            acting = [head for head in heads if self.can_act(head, tools=tools and path[-1] != "mod")]
            acting = [head for head in acting if not self._scenes.is_inert(head)]
            crews = [head for head in heads if entry.type in _BY_CREWS and path == _SUBJECT and self.is_crewed(head)]
            acting = self._crowd(heads, path, entry) or acting or crews
            own = path == _OWNER and trigger.subject == "actor" and bool(acting) and acting[0].pos_ == "PRON"
            if own and not self._is_of_others(acting[0], trigger):
                weak = acting
                continue
            told = acting or [head for head in heads if entry.type not in _IN_WORDS or not self._is_blow(head)]
            # "came under fire from rebel positions"; but not "the ministry's letter arrived in Geneva"
            behind = (path == _SUBJECT or path[-1] == "from") and (entry.mode != "visit" or self._are_people(heads))
            found = self._owners.sides(told, tools=tools or bool(crews)) if behind else []
            if acting or found:
                return [*self._leaders(trigger, entry, path), *(found or acting)], False
            somebody = any(not grammar.names_nobody(head) for head in heads)  # "no troops have arrived"
            thing = thing or (path == ("subj",) and somebody)
        if given := self._owners.givers(trigger):
            return given, False
        struck_by = (
            self._meant.act_meant(trigger, self._doers(follow(trigger, _SUBJECT)))
            if tools
            and not weak
            and not anothers
            and trigger.subject not in {"recipient", "companion"}
            and _SUBJECT not in entry.recipient
            else []
        )
        weapons = [head for head in struck_by if head.i != trigger.token.i and self.can_act(head, tools=True)]
        return weak or self._owners.sides(weapons, tools=tools) or weapons, thing and not weak and not weapons

    def _doers(self, heads: list[Token]) -> list[Token]:
        """Less what says only how or when a thing was done: "freed | by dawn", "rejected | by seven votes"."""
        return [head for head in heads if grammar.preposition(head) != "by" or not self._is_how(head)]

    def _is_how(self, head: Token) -> bool:
        if head.lemma_.lower() in self._craft:
            return head.tag_ == "NN" and all(child.dep_ == "case" for child in head.lefts)  # "deported by plane"
        if self._who.at(head.i) is not None or self._how.isdisjoint({head.lemma_.lower(), head.lower_}):
            return False
        return head.lemma_.lower() not in self._shares or not grammar.prep_objects(head, _OF_WHOM)

    def _but_scenes(self, heads: list[Token], path: PathSteps, entry: EventEntry) -> list[Token]:
        """Those that do not only tell where it was or after what it is called."""
        if path[-1] == "mod":
            return [h for h in heads if not self._scenes.is_scene(h, entry) and not self._owners.is_named_after(h)]
        if entry.type == "PROTEST" and path == _ORIGIN:
            return [head for head in heads if not self._scenes.is_town(head)]  # "spread from Lima to Cusco"
        return heads

    def _are_people(self, heads: list[Token]) -> bool:
        return any(head.lemma_.lower() in self._people for head in heads)

    def _crowd(self, heads: list[Token], path: PathSteps, entry: EventEntry) -> list[Token]:
        """What kind of people protest, by the noun before the protest: "the student protest", "a teacher strike"."""
        if entry.type != "PROTEST" or path != _MODIFIER:
            return []
        return [head for head in heads if head.dep_ == "compound" and head.lemma_.lower() in self._people]

    def _is_of_others(self, owner: Token, trigger: Trigger) -> bool:
        """Whether "their" is not who takes part: "the general was involved in | their | capture of the port"."""
        entity = self._who.at(owner.i)
        doers = follow(trigger, _SUBJECT)
        several = owner.lower_ == "their" and entity is not None
        return several and len(doers) == 1 and self._is_one(doers[0]) and self._who.at(doers[0].i) is not entity

    def _is_one(self, head: Token) -> bool:
        """Whether it is a person, by name or as "he"."""
        entity = self._who.at(head.i)
        features = set(head.morph)
        he = head.pos_ == "PRON" and "Number=Sing" in features and "Gender=Neut" not in features
        return he if entity is None else entity.type == "person"

    def _leaders(self, trigger: Trigger, entry: EventEntry, path: PathSteps) -> list[Token]:
        """Who leads what goes on among others: "**Kenya** led negotiations among nine states"."""
        verb = trigger.support
        several = entry.reciprocal or entry.type == "CONSULT"
        if not several or path[-1] not in _LED or trigger.subject != "actor" or verb is None:
            return []
        if verb.i > trigger.token.i or verb.lemma_.lower() not in self._heading:
            return []
        doers = grammar.logical_subjects(verb)
        return [head for head in doers if self.can_act(head) and not self._scenes.is_town(head)]

    def _is_blow(self, head: Token) -> bool:
        """Whether it is a means or an act of force, which says nothing: "sanctions pushed the junta to talk"."""
        parts = (head, *grammar.prep_objects(head, _OF_WHOM))
        return any(part.lemma_.lower() in self._wordless for part in parts)

    def _losers(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> list[Token]:
        """Who held what is seized; a town that goods are taken from only tells where, but not "Aba Air Base"."""
        found = self._owners.losers(trigger) if entry.mode == "seize" else []
        found = [head for head in found if not self._scenes.is_town(head) or head.lemma_.lower() in self._sites]
        return [head for head in found if head.i not in taken]

    def _is_itself(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is the act's own word, or part of its phrase ("daily protests", "a critic of the trade deal")."""
        inner = head.head.i == trigger.token.i and head.i < trigger.token.i and not head.ent_type_
        entity = self._who.at(head.i) if inner and head.pos_ in _PARTS else None
        return head.i == trigger.token.i or (entity is not None and entity is self._who.at(trigger.token.i))

    def _takes_part(self, head: Token) -> bool:
        """Whether the subject may be a side of the act beside the verb; people "killed in fighting" are none."""
        return not self._scenes.is_town(head) and head.lemma_.lower() not in self._bystanders

    def _actor_paths(self, trigger: Trigger, entry: EventEntry) -> tuple[PathSteps, ...]:
        if trigger.support is not None and trigger.subject in _DOERS:
            whole = [path for path in entry.actor if path == _OF]
            own = (_OWNER,) if trigger.pos == "NOUN" and entry.pos == "VERB" else ()
            others = [path for path in entry.actor if path != _OF]
            return (*own, *others, _SUBJECT, *whole)  # "its withdrawal of troops"
        if trigger.pos == "NOUN" and entry.pos == "VERB":
            return (_OWNER, ("by",), ("mod",))
        if trigger.subject == "recipient":  # "the town is under attack"
            return tuple(path for path in entry.actor if path != ("subj",))
        if entry.pos == "NOUN" and _OF in entry.recipient and _OWNER not in entry.actor:
            asked = any(condition.path == _OF for condition in entry.needs)  # what the entry wants done to it
            suffering = asked or any(self.can_act(head) for head in follow(trigger, _OF))
            return (*entry.actor, _OWNER) if suffering else entry.actor  # "Iran's detention of two tourists"
        return entry.actor


def _is_bare_gerund(verb: Token) -> bool:
    """Whether it names an act that might be anybody's: "Aba returns to calm after | shooting"."""
    marks = grammar.children(verb, "mark", "case")
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and bool(marks) and len(marks) == len(list(verb.children))


def _only_names_it(heads: Sequence[Token]) -> bool:
    """Whether one name before a noun says what it is called by, which tells one of its sides at most."""
    return len(heads) == 1 and heads[0].dep_ in {"compound", "nmod:desc", "nmod:unmarked"}


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

"""Who acts and on whom, by the paths of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.lexicon.entries import PathSteps
from onrecord.stages.events.acting import Acting
from onrecord.stages.events.company import Company
from onrecord.stages.events.match import ANY, is_among, met_by
from onrecord.stages.events.meant import Meant
from onrecord.stages.events.nearby import MATERIAL_CONFLICT, Nearby
from onrecord.stages.events.owners import Owners
from onrecord.stages.events.paths import Trigger, follow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spacy.tokens import Token

    from onrecord.language.mentions import Who
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon

# With a recipient found by one of these, a reciprocal act has another party; by longer paths, a third.
_PARTNER_STEPS = frozenset({"with", "between", "among", "obj", "from", "to", "and", "poss", "mod", "by"})
_NOUN_RECIPIENT = (("of",), ("against",), ("on",))
# Acts that happen to the country or town where they happen, if nobody else is named ("declared a ceasefire in Libya").
_SPOT_OF_NOUNS = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "RETREAT", "PROTEST", "CONCEDE", "SANCTION"})
_SPOT_OF_VERBS = _SPOT_OF_NOUNS | {"CONSULT", "AGREE", "COOPERATE"}
# Acts whose doer may be a weapon or vehicle: "a drone hit the depot", "tanks rolled into the town".
_BY_TOOLS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
# Acts that several doers do to one another ("the two states agreed to share water").
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_WITH_SCENE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "AGREE"})
_DOERS = frozenset({"actor", "companion"})
_CORE = frozenset({"subj", "obj", "iobj", "poss"})
_PLURAL = frozenset({"NNS", "NNPS"})
_OF = ("of",)
_SUBJECT = ("subj",)
_WHO_SHOULD = ("ccomp", "subj")
_INNER_OBJECT = ("xcomp", "obj")
_NEARBY: PathSteps = ("obj", "party")  # not by a path of the entry
_SPOT: PathSteps = ("spot",)
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
        self._is_country = is_country
        self._lexicon = lexicon
        self._blows = lexicon.list("instrument") - frozenset(lexicon.map("thing_noun")) - lexicon.list("crewed")
        self._no_party = lexicon.list("no_party")
        self._money = lexicon.list("currency")
        self._crewed = lexicon.list("crewed")
        self._others = lexicon.list("others")
        self._bystanders = lexicon.list("bystander")
        self._places = lexicon.list("place_noun")
        self._accompanying = lexicon.list("accompanying_act")
        self._nearby = Nearby(who, lexicon)
        self.can_act = Acting(who, lexicon).can_act  # not a method of its own: a ring would keep the report's words
        self._owners = Owners(lexicon, self.can_act)
        self._company = Company(lexicon, self.can_act)
        self._meant = Meant(who, lexicon, self.can_act)

    def roles(self, trigger: Trigger, entry: EventEntry) -> Roles:
        """The parties of the act, each head in one role only."""
        actors, thing = self._actors(trigger, entry, _collocates(trigger, entry, entry.actor))
        taken = {head.i for head in actors} | _collocates(trigger, entry, entry.recipient)
        if any(grammar.is_each_other(child) for child in grammar.children(trigger.token, "obj", "iobj", "obl")):
            return Roles(actors=tuple(actors), thing=thing, mutual=True)
        recipients, path = self._recipients(trigger, entry, actors, taken)
        recipients += self._losers(trigger, entry, {head.i for head in (*actors, *recipients)})
        if entry.reciprocal and recipients and path and _names_partner(path):
            partners = [head for head in recipients if self.can_act(head)]
            actors = sorted([*actors, *partners], key=lambda head: head.i)
            recipients = [head for head in recipients if head not in partners]
        if (entry.reciprocal or entry.type in MUTUAL) and len(actors) > 1:  # what two agree on receives nothing
            recipients = [head for head in recipients if self.can_act(head)]
        actors, recipients = self._meant.named(actors), self._meant.named(recipients)
        if self._quad(entry) == MATERIAL_CONFLICT:
            actors = self._company.with_others(trigger, actors)
            recipients = [head for head in self._company.with_others(trigger, recipients) if head not in actors]
        return Roles(actors=tuple(actors), recipients=tuple(recipients), thing=thing, spot=path == _SPOT)

    def acts_meant(self, trigger: Trigger, heads: list[Token]) -> list[Token]:
        """The act where a clause hangs on the town in which it was: "bombings in Kano which killed nine"."""
        return self._meant.act_meant(trigger, heads)

    def is_crewed(self, head: Token) -> bool:
        """A ship or plane, which stands for the people aboard."""
        return head.lemma_.lower() in self._crewed

    def is_done_to_somebody(self, trigger: Trigger) -> bool:
        """Whether its object, where it has one, is a party or counts some ("released the crew", "freed forty")."""
        heads = follow(trigger, ("obj",) if trigger.pos == "VERB" else _OF)
        some = [head for head in heads if self.can_act(head, tools=True) or head.pos_ == "NUM"]
        return not heads or any(not _is_it(head) for head in some)

    def _actors(self, trigger: Trigger, entry: EventEntry, matched: set[int]) -> tuple[list[Token], bool]:
        tools = entry.type in _BY_TOOLS
        thing = False
        anothers = self._owners.is_anothers(trigger.token)
        weak: list[Token] = []  # "completed its withdrawal": the light verb's subject says more than "its"
        for path in self._actor_paths(trigger, entry):
            heads = [head for head in follow(trigger, path) if head.i not in matched]
            heads = [
                head for head in heads if not self._is_itself(head, trigger) and not grammar.children(head, "mark")
            ]
            heads = self._meant.act_meant(trigger, heads) if path == ("subj",) and tools else heads
            if path == ("subj",):
                heads = [] if anothers else heads
                heads = self._meant.people_before(trigger, entry) or self._owners.planners(trigger.token) or heads
                heads = [head for head in heads if trigger.subject != "companion" or self._takes_part(head)]
            heads = [head for head in heads if not self._is_scene(head, entry)] if path[-1] == "mod" else heads
            acting = [head for head in heads if self.can_act(head, tools=tools and path[-1] != "mod")]
            if acting and trigger.subject == "actor" and path == ("poss",) and acting[0].pos_ == "PRON":
                weak = acting
                continue
            told = acting or [head for head in heads if entry.type not in _IN_WORDS or not self._is_blow(head)]
            behind = path == _SUBJECT or path[-1] == "from"  # "came under fire from rebel positions"
            found = self._owners.sides(told, tools=tools) if behind else []
            if acting or found:
                return found or acting, False
            thing = thing or (path == ("subj",) and bool(heads))
        struck_by = (
            self._meant.act_meant(trigger, follow(trigger, ("subj",)))
            if tools
            and not weak
            and not anothers
            and trigger.subject not in {"recipient", "companion"}
            and _SUBJECT not in entry.recipient
            else []
        )
        weapons = [head for head in struck_by if head.i != trigger.token.i and self.can_act(head, tools=True)]
        return weak or self._owners.sides(weapons, tools=tools) or weapons, thing and not weak and not weapons

    def _is_blow(self, head: Token) -> bool:
        """Whether it is an act of force, which says nothing: "police shootings demand that all listen"."""
        parts = (head, *grammar.prep_objects(head, frozenset(_OF)))
        return any(part.lemma_.lower() in self._blows for part in parts)

    def _losers(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> list[Token]:
        """Who held what is seized; a town that goods are taken from only tells where."""
        found = self._owners.losers(trigger) if entry.mode == "seize" else []
        return [head for head in found if head.i not in taken and not self._is_town(head)]

    def _is_itself(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is the act's own word, or a part of its phrase ("daily protests")."""
        entity = self._who.at(head.i) if head.pos_ == "ADJ" and not head.ent_type_ else None
        return head.i == trigger.token.i or (entity is not None and entity is self._who.at(trigger.token.i))

    def _takes_part(self, head: Token) -> bool:
        """Whether the subject may be a side of the act beside the verb; people "killed in fighting" are none."""
        return not self._is_town(head) and head.lemma_.lower() not in self._bystanders

    def _is_town(self, head: Token) -> bool:
        entity = self._who.at(head.i)
        return entity is not None and entity.type == "place" and not self._is_country(entity.name)

    def _is_scene(self, head: Token, entry: EventEntry) -> bool:
        """In "the Paris attacks" and "Egypt protests" the place before the noun tells where it was, not who did it."""
        entity = self._who.at(head.i)
        if entity is None or entity.type != "place" or entry.type not in _WITH_SCENE or head.dep_ == "amod":
            return False
        return entry.type == "PROTEST" or not self._is_country(entity.name)

    def _actor_paths(self, trigger: Trigger, entry: EventEntry) -> tuple[PathSteps, ...]:
        if trigger.support is not None and trigger.subject in _DOERS:
            whole = [path for path in entry.actor if path == _OF]
            return (*(path for path in entry.actor if path != _OF), ("subj",), *whole)  # "its withdrawal of troops"
        if trigger.pos == "NOUN" and entry.pos == "VERB":
            return (("poss",), ("by",), ("mod",))
        if trigger.subject == "recipient":  # "the town is under attack"
            return tuple(path for path in entry.actor if path != ("subj",))
        return entry.actor

    def _recipients(
        self, trigger: Trigger, entry: EventEntry, actors: list[Token], taken: set[int]
    ) -> tuple[list[Token], PathSteps | None]:
        if trigger.subject == "recipient" and trigger.support is not None:
            found = self._free(grammar.surface_subjects(trigger.support), taken)
            if found:
                return found, ("subj",)
        things, by_path = self._by_paths(trigger, entry, taken)
        own = {head.i for head in things if self._is_own(head, entry, actors)}
        if any(self._is_side(head, entry) and head.i not in own for head in things):
            return things, by_path
        if (entry.reciprocal or entry.type in MUTUAL) and self._is_plural(trigger):
            return things, by_path
        near, path = self._nearby_party(trigger, entry, actors, taken | own)
        if things and path == _SPOT:
            near = [head for head in near if not self._nearby.is_bare_spot(head)]  # "struck the van near the market"
        if near:
            things = [head for head in things if head.i not in own or not self._nearby.is_bare_spot(head)]
        return [*things, *near], (by_path if things else path)

    def _is_side(self, head: Token, entry: EventEntry) -> bool:
        """Whether somebody receives it: a clinic or a border is struck and blocked, but nobody talks with it."""
        several = head.pos_ == "NUM" or head.lemma_.lower() in self._others
        if self.is_crewed(head) or (several and entry.type in _WITH_SCENE):
            return True  # "accused the ship of ramming a boat", "killed nine"
        return self.can_act(head) and (self._quad(entry) == MATERIAL_CONFLICT or not self._nearby.is_bare_spot(head))

    def _quad(self, entry: EventEntry) -> int:
        return self._lexicon.plover.types[entry.type].quad

    def _is_own(self, head: Token, entry: EventEntry, actors: list[Token]) -> bool:
        """What is the doer's own receives nothing ("agreed to open its border").

        But force may be used on it (sending troops there is none yet), and whom one meets is a party ("met his Turkish
        counterpart").
        """
        if self._quad(entry) == MATERIAL_CONFLICT and entry.type != "MOBILIZE":
            return False
        if entry.reciprocal and self._is_side(head, entry):
            return False
        doers = {entity.id for actor in actors if (entity := self._who.at(actor.i)) is not None}
        owners = [self._who.at(owner.i) for owner in grammar.children(head, "nmod:poss") if owner.pos_ == "PRON"]
        return any(owner is not None and owner.id in doers for owner in owners)

    def _nearby_party(
        self, trigger: Trigger, entry: EventEntry, actors: list[Token], taken: set[int]
    ) -> tuple[list[Token], PathSteps]:
        """A party where the entry did not ask for one, or else the place struck; a bare noun has places only."""
        bare = trigger.pos == "NOUN" and trigger.support is None
        found = [] if bare else self._free(self._nearby.party(trigger, entry, actors, taken), taken)
        found = [head for head in found if head.dep_ != "compound" or not self._is_town(head)]  # "the Doha declaration"
        found = [head for head in found if not self._is_bare_load(head, trigger)]
        if not found and entry.type == "CONSULT" and entry.reciprocal and any(head.tag_ in _PLURAL for head in actors):
            return [], _SPOT  # "the rivals met in Doha": each other
        if not found and entry.type in (_SPOT_OF_NOUNS if trigger.pos == "NOUN" else _SPOT_OF_VERBS):
            scenes = [head for head in follow(trigger, ("mod",)) if self._is_scene(head, entry)] if bare else []
            return scenes or self._nearby.spot(trigger, entry, actors, taken), _SPOT
        return found, _NEARBY

    def _by_paths(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> tuple[list[Token], PathSteps | None]:
        """What the first of the entry's paths that yields anything leads to; parties rather than things."""
        for path in _NOUN_RECIPIENT if trigger.pos == "NOUN" and entry.pos == "VERB" else entry.recipient:
            heads = follow(trigger, path)
            heads = self._meant.owners_meant(trigger, heads) if path == ("obj",) else heads
            found = self._free(heads, taken, by_preposition=path[-1] not in _CORE or path == ("poss",))
            if path[-1] not in _CORE or path[0] == "xcomp" or path == _WHO_SHOULD:
                accused = path == _WHO_SHOULD and entry.type == "ACCUSE"
                parties_only = path[0] == "xcomp" or accused or (path[-1] == "with" and entry.type == "ASSAULT")
                found = [head for head in found if self.can_act(head)] or ([] if parties_only else found)
            if path == _INNER_OBJECT:
                found = [head for head in found if not self._is_handled(head)]
            if found:
                return found, path
        return [], None

    def _is_handled(self, head: Token) -> bool:
        """Whether it is what the inner act moves or gives, not who receives it: "agreed to withdraw troops"."""
        entries = self._lexicon.events.get(head.head.lemma_.lower(), ())
        return any(
            condition.path == ("obj",) and ANY not in condition.lemmas and is_among(head, condition.lemmas)
            for entry in entries
            if entry.pos == "VERB" and ("obj",) not in entry.recipient
            for condition in entry.needs
        )

    def _is_bare_load(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is a bare noun that another act handles: "is ready to send troops" is ready towards nobody."""
        inner = head.dep_ == "obj" and head.head.i != trigger.token.i
        return inner and not list(head.children) and self._is_handled(head)

    def _is_plural(self, trigger: Trigger) -> bool:
        """Several parties act together: what they talk about is no party."""
        return len(grammar.logical_subjects(trigger.support if trigger.support is not None else trigger.token)) > 1

    def _names_no_party(self, head: Token) -> bool:
        """As "in a statement", "on Monday", "in 2017"; but "parts of the country" and "a market place" name one."""
        if head.pos_ == "NUM":
            return bool(grammar.preposition(head)) and head.text.isdigit()
        if head.lemma_.lower() in self._accompanying and grammar.preposition(head) == "in":
            return True  # "recalled the envoy in protest"
        entity = self._who.at(head.i)
        if entity is not None and entity.type == "place":
            return False  # "military posts"
        before = [child.lemma_.lower() for child in grammar.children(head, "compound")]
        if head.lemma_.lower() not in self._no_party or not self._places.isdisjoint(before):
            return False
        return not any(self.can_act(part) for part in grammar.prep_objects(head, frozenset({"of"})))

    def _is_sum(self, head: Token) -> bool:
        """Money alone: "a ransom of 90 million naira", but not "12 billion euros of Chinese goods"."""
        whole = (head, *grammar.children(head, "nmod"))
        return all({part.lemma_.lower(), part.lower_} & self._money for part in whole)

    def _free(self, heads: Iterable[Token], taken: set[int], *, by_preposition: bool = True) -> list[Token]:
        """Heads that may be a recipient: nominal, in no other role, and in a phrase that can name a party."""
        return [
            head
            for head in self._meant.counted(heads)
            if head.i not in taken
            and not (head.dep_ == "nummod" and head.head.pos_ == "NOUN")
            and grammar.is_nominal(head)
            and "Reflex=Yes" not in head.morph
            and head.tag_ not in {"WDT", "WP", "EX"}
            and not (by_preposition and self._names_no_party(head))
            and not self._is_sum(head)
        ]


def _is_it(head: Token) -> bool:
    """A thing's pronoun ("since it was released on Tuesday")."""
    return head.pos_ == "PRON" and {"Gender=Neut", "Number=Sing"} <= set(head.morph)


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

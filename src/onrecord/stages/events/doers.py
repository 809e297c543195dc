"""Who does an act, by the paths of an entry to its doer and by what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.paths import Trigger, follow
from onrecord.stages.events.suffering import is_it

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.lexicon.steps import PathSteps
    from onrecord.stages.events.acting import Acting
    from onrecord.stages.events.meant import Meant
    from onrecord.stages.events.owners import Owners
    from onrecord.stages.events.scenes import Scenes

# Acts whose doer may be a weapon or vehicle: "a drone hit the depot", "tanks rolled into the town".
_BY_TOOLS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
_BY_CREWS = frozenset({"AID", "COOPERATE", "RETREAT"})  # so too a ship, though no weapon
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "AGREE"})
_DOERS = frozenset({"actor", "companion", "causer"})
_PARTS = frozenset({"ADJ", "NOUN"})
_LED = frozenset({"between", "among", "of"})
_OF = ("of",)
_OF_WHOM = frozenset(_OF)
_SUBJECT = ("subj",)
_WHOLE = ("subj", "of")
_OWNER = ("poss",)
_MODIFIER = ("mod",)
_ORIGIN = ("from",)
_STRUCK = (("on",), ("against",))


class Doers:
    """Finds who does an act in one report."""

    def __init__(
        self, who: Who, lexicon: Lexicon, acting: Acting, owners: Owners, meant: Meant, scenes: Scenes
    ) -> None:
        self._who = who
        self._can_act = acting.can_act
        self._owners = owners
        self._meant = meant
        self._scenes = scenes
        self._crewed = lexicon.list("crewed")
        blows = lexicon.list("instrument") - frozenset(lexicon.map("thing_noun")) - self._crewed
        self._wordless = blows | lexicon.list("wordless_means")
        self._heading = lexicon.list("heading_verb")
        self._how = lexicon.together("by_no_doer", "no_party") - blows
        self._shares = lexicon.together("share_noun", "quantity_noun", "measure_noun")
        self._counts = lexicon.list("vote_count")
        self._craft = lexicon.list("by_bare_craft")
        self._seeing = lexicon.list("verb_of_scene")
        self._bystanders = lexicon.list("bystander")
        self._people = lexicon.together("person_noun", "group_noun", "anyones_noun")

    def found(self, trigger: Trigger, entry: EventEntry, matched: set[int]) -> tuple[list[Token], bool]:
        """Who does it, and whether what does it by the grammar is a thing; `matched` words are the entry's own."""
        tools = entry.type in _BY_TOOLS
        thing = False
        anothers = self._owners.is_anothers(trigger.token) or (tools and _is_bare_gerund(trigger.token))
        weak: list[Token] = []  # "completed its withdrawal": the light verb's subject says more than "its"
        for path in self._paths(trigger, entry):
            heads = self._heads(trigger, entry, path, matched, anothers=anothers)
            if path == _MODIFIER and entry.type == "AGREE" and entry.reciprocal and _only_names_it(heads):
                continue  # "the Paris deal"
            if path == _OWNER and self._is_seen_there(trigger.token):
                continue  # "Gaza saw its heaviest bombardment"
            acting = self._acting_among(heads, path, entry)
            own = path == _OWNER and trigger.subject == "actor" and bool(acting) and acting[0].pos_ == "PRON"
            if own and not self._is_of_others(acting[0], trigger):
                weak = acting
                continue
            if found := self._behind(heads, acting, path, entry) or acting:
                return [*self._leaders(trigger, entry, path), *found], False
            somebody = any(not grammar.names_nobody(head) for head in heads)  # "no troops have arrived"
            thing = thing or (path == _SUBJECT and somebody)
        if given := self._owners.givers(trigger):
            return given, False
        weapons = [] if weak or anothers or not tools else self._weapons(trigger, entry)
        return weak or self._owners.sides(weapons, tools=tools) or weapons, thing and not weak and not weapons

    def _heads(
        self, trigger: Trigger, entry: EventEntry, path: PathSteps, matched: set[int], *, anothers: bool
    ) -> list[Token]:
        """What a path leads to, less what cannot be who does it."""
        if path[:2] == _WHOLE and any(map(self._owners.is_done_to_whom, follow(trigger, _SUBJECT))):
            return []  # "the bombing of a police bus that wounded nine", but "days of Israeli raids"
        heads = [head for head in follow(trigger, path) if head.i not in matched]
        heads = [head for head in heads if not self._is_itself(head, trigger) and not grammar.children(head, "mark")]
        if path != _SUBJECT:
            return self._but_scenes(heads, path, entry)
        heads = self._meant.act_meant(trigger, heads) if entry.type in _BY_TOOLS else heads
        if entry.pos == "NOUN" and trigger.support is None:  # "it is an insult to them"
            heads = [head for head in heads if not is_it(head) or self._who.at(head.i) is not None]
        heads = [] if anothers else self._but_manner(heads)
        others = self._meant.people_before(trigger, entry) or self._meant.blamed(trigger)
        heads = others or self._owners.planners(trigger.token) or heads
        return [head for head in heads if trigger.subject != "companion" or self._takes_part(head)]

    def _acting_among(self, heads: list[Token], path: PathSteps, entry: EventEntry) -> list[Token]:
        """Those of them that stand for a party, or for a weapon or ship where such may do it."""
        if crowd := self._crowd(heads, path, entry):
            return crowd
        tools = entry.type in _BY_TOOLS and path[-1] != "mod"
        acting = [head for head in heads if self._can_act(head, tools=tools) and not self._scenes.is_inert(head)]
        return acting or self._crews(heads, path, entry)

    def _crews(self, heads: list[Token], path: PathSteps, entry: EventEntry) -> list[Token]:
        """Ships and planes, for the people aboard."""
        by_crews = entry.type in _BY_CREWS and path == _SUBJECT
        return [head for head in heads if by_crews and head.lemma_.lower() in self._crewed]

    def _behind(self, heads: list[Token], acting: list[Token], path: PathSteps, entry: EventEntry) -> list[Token]:
        """Who stands behind the things that do it: "came under fire from | rebel | positions".

        But not "the ministry's letter arrived in Geneva".
        """
        told = acting or [head for head in heads if entry.type not in _IN_WORDS or not self._is_blow(head)]
        behind = (path == _SUBJECT or path[-1] == "from") and (entry.mode != "visit" or self._are_people(heads))
        tools = entry.type in _BY_TOOLS or bool(self._crews(heads, path, entry))
        return self._owners.sides(told, tools=tools) if behind else []

    def _weapons(self, trigger: Trigger, entry: EventEntry) -> list[Token]:
        """The weapons that are the subject of an act of which nobody is named: "drones struck the port"."""
        if trigger.subject in {"recipient", "companion"} or _SUBJECT in entry.recipient:
            return []
        struck_by = self._meant.act_meant(trigger, self._but_manner(follow(trigger, _SUBJECT)))
        return [head for head in struck_by if head.i != trigger.token.i and self._can_act(head, tools=True)]

    def _but_manner(self, heads: list[Token]) -> list[Token]:
        """Less what says only how or when a thing was done: "freed | by dawn", "rejected | by seven votes"."""
        return [head for head in heads if grammar.preposition(head) != "by" or not self._is_how(head)]

    def _is_how(self, head: Token) -> bool:
        if head.lemma_.lower() in self._craft:
            return head.tag_ == "NN" and all(child.dep_ == "case" for child in head.lefts)  # "deported by plane"
        if head.lemma_.lower() in self._counts and not grammar.prep_objects(head, _OF_WHOM):
            return True  # "passed | by a large majority"
        if self._who.at(head.i) is not None or self._how.isdisjoint({head.lemma_.lower(), head.lower_}):
            return False
        return head.lemma_.lower() not in self._shares or not grammar.prep_objects(head, _OF_WHOM)

    def _but_scenes(self, heads: list[Token], path: PathSteps, entry: EventEntry) -> list[Token]:
        """Those that do not only tell where it was or after what it is called."""
        if path[-1] == "mod":
            return [h for h in heads if not self._scenes.is_scene(h, entry) and not self._owners.is_named_after(h)]
        if entry.type == "PROTEST" and path == _OWNER:
            return [head for head in heads if not self._scenes.is_where_they_live(head)]
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
        return [head for head in doers if self._can_act(head) and not self._scenes.is_town(head)]

    def _is_seen_there(self, noun: Token) -> bool:
        """Whether its owner is where it was seen, or who suffered it: "the town witnessed | its | worst riots"."""
        own = any(owner.pos_ == "PRON" for owner in grammar.children(noun, "nmod:poss"))
        return own and noun.dep_ == "obj" and noun.head.lemma_.lower() in self._seeing

    def _is_blow(self, head: Token) -> bool:
        """Whether it is a means or an act of force, which says nothing: "sanctions pushed the junta to talk"."""
        parts = (head, *grammar.prep_objects(head, _OF_WHOM))
        return any(part.lemma_.lower() in self._wordless for part in parts)

    def _is_itself(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is the act's own word, or part of its phrase ("daily protests", "a critic of the trade deal")."""
        inner = head.head.i == trigger.token.i and head.i < trigger.token.i and not head.ent_type_
        entity = self._who.at(head.i) if inner and head.pos_ in _PARTS else None
        return head.i == trigger.token.i or (entity is not None and entity is self._who.at(trigger.token.i))

    def _takes_part(self, head: Token) -> bool:
        """Whether the subject may be a side of the act beside the verb; people "killed in fighting" are none."""
        return not self._scenes.is_town(head) and head.lemma_.lower() not in self._bystanders

    def _paths(self, trigger: Trigger, entry: EventEntry) -> tuple[PathSteps, ...]:
        """The entry's paths to its doer, in the order in which they are tried for this form of the act."""
        if trigger.support is not None and trigger.subject in _DOERS:
            whole = [path for path in entry.actor if path == _OF]
            own = (_OWNER,) if trigger.pos == "NOUN" and entry.pos == "VERB" else ()
            others = [path for path in entry.actor if path != _OF]
            return (*own, *others, _SUBJECT, *whole)  # "its withdrawal of troops"
        if trigger.pos == "NOUN" and entry.pos == "VERB":
            return (_OWNER, ("by",), ("mod",))
        if trigger.subject == "recipient":  # "the town is under attack"
            return tuple(path for path in entry.actor if path != ("subj",))
        if entry.pos == "NOUN" and trigger.pos == "NOUN" and _is_of_doer(trigger, entry):
            return (*entry.actor, _OF)  # "the attack of the rebels on the base"
        if entry.pos == "NOUN" and _OF in entry.recipient and _OWNER not in entry.actor:
            asked = any(condition.path == _OF for condition in entry.needs)  # what the entry wants done to it
            suffering = asked or any(self._can_act(head) for head in follow(trigger, _OF))
            return (*entry.actor, _OWNER) if suffering else entry.actor  # "Iran's detention of two tourists"
        return entry.actor


def _is_of_doer(trigger: Trigger, entry: EventEntry) -> bool:
    """Whether "of" tells who deals the blow, as another phrase tells on whom it falls."""
    if entry.type not in _BY_TOOLS or _OF in entry.actor or not any(follow(trigger, path) for path in _STRUCK):
        return False
    first = min((entry.recipient.index(path) for path in _STRUCK if path in entry.recipient), default=-1)
    return first >= 0 and (_OF not in entry.recipient or entry.recipient.index(_OF) > first)


def _is_bare_gerund(verb: Token) -> bool:
    """Whether it names an act that might be anybody's: "Aba returns to calm after | shooting"."""
    marks = grammar.children(verb, "mark", "case")
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and bool(marks) and len(marks) == len(list(verb.children))


def _only_names_it(heads: Sequence[Token]) -> bool:
    """Whether one name before a noun says what it is called by, which tells one of its sides at most."""
    return len(heads) == 1 and heads[0].dep_ in {"compound", "nmod:desc", "nmod:unmarked"}

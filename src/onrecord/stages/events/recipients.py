"""On whom an act is done: by the paths of its entry, or nearby, or else where it takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.lexicon.steps import PathSteps
from onrecord.stages.events.asides import is_bench, is_by_how_much, is_described, is_offered
from onrecord.stages.events.called_upon import addressees, called_upon, who_asked
from onrecord.stages.events.free_heads import FreeHeads
from onrecord.stages.events.heard import Heard
from onrecord.stages.events.makers import STANDS, Makers
from onrecord.stages.events.nearby import Nearby
from onrecord.stages.events.other_acts import OtherActs
from onrecord.stages.events.paths import Trigger, bearers, follow
from onrecord.stages.events.prompted import Prompted
from onrecord.stages.events.reach import MATERIAL_CONFLICT
from onrecord.stages.events.scenes import WITH_SCENE, Scenes
from onrecord.stages.events.spots import MUTUAL, Spots

if TYPE_CHECKING:
    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.acting import Acting
    from onrecord.stages.events.meant import Meant

# Acts that tell of somebody where only a place is named in which they happen ("the protests in Lima").
_SPOT_OF_NOUNS = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "RETREAT", "PROTEST", "CONCEDE", "SANCTION"})
_SPOT_OF_VERBS = _SPOT_OF_NOUNS | {"AGREE", "COOPERATE"}
_DONE_TO_PEOPLE = frozenset({"arrest", "deport", "release"})
_STANDS_OR_ASKS = STANDS | {"REQUEST", "PROTEST"}
_NOUN_RECIPIENT = (("of",), ("against",), ("on",))
_FORUM, _MOVING = frozenset({"at", "before"}), frozenset({"AID", "RETREAT"})
_CORE = frozenset({"subj", "obj", "iobj", "poss"})
_PLURAL, _TO_DO = frozenset({"NNS", "NNPS"}), frozenset({"xcomp", "acl"})
_TOPICS, _AT_WHOM = frozenset({"for", "over", "about"}), frozenset({"against", "of", "at", "on", "to"})
_WHO_SHOULD, _EMPLOYER = ("ccomp", "subj"), ("subj", "at")
# "pledged 2 million dollars | in assistance", "promised two million | for pumps"
_ONLY_PARTIES = frozenset({("ASSAULT", "with"), ("AGREE", "in"), ("AGREE", "for")})
_OBJECT, _INNER_OBJECT = ("obj",), ("xcomp", "obj")
_OBJECTS = frozenset({_OBJECT, _INNER_OBJECT})
_NEARBY: PathSteps = ("obj", "party")  # not by a path of the entry
SPOT: PathSteps = ("spot",)


class Recipients:
    """Finds the recipients of acts in one report; `acting` says which words stand for a party."""

    def __init__(self, who: Who, lexicon: Lexicon, acting: Acting, meant: Meant, scenes: Scenes) -> None:
        self._who = who
        self._lexicon = lexicon
        self._acting, self._can_act = acting, acting.can_act
        self._meant = meant
        self._scenes = scenes
        self._crewed, self._spots = lexicon.list("crewed"), lexicon.list("recipient_spot")
        self._houses = lexicon.list("place_noun") - lexicon.list("peopled_place")
        self._addressed = lexicon.list("addressed")
        self._asking = lexicon.together("noun_of_asking", "noun_of_moving")
        self._makers = Makers(who, lexicon, self._can_act)
        self._deeds, self._wars = lexicon.list("deed_of_force"), lexicon.list("course_of_force")
        self._heard = Heard(who, lexicon)
        self._prompted = Prompted(lexicon, self._can_act, scenes)
        self._nearby = Nearby(who, lexicon)
        self._free = FreeHeads(who, lexicon, acting, meant, self._nearby).among
        self._spots_concerned = Spots(scenes, self._nearby)
        self._other_acts = OtherActs(lexicon, self._nearby.is_force)
        self.is_bare_spot = self._nearby.is_bare_spot

    def found(
        self, trigger: Trigger, entry: EventEntry, actors: list[Token], taken: set[int]
    ) -> tuple[list[Token], PathSteps | None]:
        """The heads of the recipients, none of the tokens `taken` among them, and the path that led there."""
        heads, path = self._concerned(trigger, entry, actors, taken)
        heads = [head for head in heads if not is_by_how_much(head) or self._can_act(head)]
        if entry.type == "MOBILIZE" and trigger.pos == "NOUN":
            heads = [head for head in heads if not self._scenes.is_posting(head)]
        if entry.type == "PROTEST":
            heads = [it for it in heads if not self._scenes.is_goal_of_march(it, trigger.token)]
        if entry.type in _MOVING:  # "sent food to the border": to whoever is there; "fell back to a river"
            heads = [it for it in heads if grammar.preposition(it) != "to" or not self._scenes.is_inert(it)]
        return heads, path

    def _concerned(
        self, trigger: Trigger, entry: EventEntry, actors: list[Token], taken: set[int]
    ) -> tuple[list[Token], PathSteps | None]:
        """The recipients and the path to them: asked, by the entry's paths, nearby, or behind the things found."""
        if found := self._borne(trigger, entry, taken):
            return self._makers.movers(found, entry, actors) or found, ("subj",)
        things, by_path = self._by_paths(trigger, entry, taken)
        things = (self._prompted.answering(things, entry) if entry.type == "PROTEST" else []) or things
        things = [head for head in things if not self._other_acts.is_of_other_act(head, trigger, entry)]
        if by_path == _WHO_SHOULD:
            things = self._heard.but_himself(things, entry, actors)
        asked = self._asked(trigger, entry, taken, things if _is_direct(by_path) else [])
        if asked:
            return asked, _NEARBY
        blamed = entry.type == "ACCUSE" and any(self._is_side(head, entry) for head in things)  # "accused its own army"
        own = set() if blamed else {head.i for head in things if self._is_own(head, entry, actors)}
        if any(self._is_side(head, entry) and head.i not in own for head in things):
            return [*things, *self._makers.homes_of(things, entry, actors, self._nearby.is_bare_spot)], by_path
        if (entry.reciprocal or entry.type in MUTUAL) and self._is_plural(trigger):
            return things, by_path
        if entry.reciprocal and len(actors) > 1:  # "the deal between Chad, led by Ali Sy, and Mali"
            return things, by_path
        near, path = self._but_courts(trigger, entry, actors, taken | own)
        near = self._apart(near, things, trigger, entry)
        near = self._makers.whose(things, entry, actors) or near
        if behind := self._makers.origins(things, by_path, entry) or self._makers.movers(things, entry, actors):
            things, near = behind, []
        if things and path == SPOT:
            town = self._scenes.is_place if entry.type == "ASSAULT" else self._scenes.is_named_town
            near = [head for head in near if not self._nearby.is_bare_spot(head) and not town(head)]
        if near:
            things = [head for head in things if head.i not in own or not self._nearby.is_bare_spot(head)]
        return [*self._but_deeds(things, entry), *near], (by_path if things else path)

    def _borne(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> list[Token]:
        """Whom the light verb tells of as the one to whom it is done ("the town came under attack")."""
        if trigger.subject not in {"recipient", "causer"} or trigger.support is None:
            return []
        if self._heard.is_only_heard(trigger, entry):
            return []
        return self._prompted.answering(self._free(bearers(trigger.support, trigger), taken), entry)

    def _apart(self, near: list[Token], things: list[Token], trigger: Trigger, entry: EventEntry) -> list[Token]:
        """Those nearby of whom neither the things nor another act tells."""
        near = [head for head in near if not self._is_where_struck(head, things, entry)]
        near = [head for head in near if not self._other_acts.is_of_other_act(head, trigger, entry)]
        if entry.type == "ACCUSE":  # "sued both at the World Trade Organization"
            near = [head for head in near if grammar.preposition(head) not in _FORUM]
        near = [head for head in near if entry.type not in _STANDS_OR_ASKS or not self._other_acts.undergoes(head)]
        return [head for head in near if entry.type != "REQUEST" or not self._other_acts.is_left(head)]

    def _but_courts(
        self, trigger: Trigger, entry: EventEntry, actors: list[Token], taken: set[int]
    ) -> tuple[list[Token], PathSteps]:
        """A party nearby, and behind the court before which somebody is accused the next one."""
        near, path = self._nearby_party(trigger, entry, actors, taken)
        benches = {head.i for head in near if entry.type == "ACCUSE" and is_bench(head, self._who.at(head.i))}
        return self._nearby_party(trigger, entry, actors, taken | benches) if benches else (near, path)

    def _but_deeds(self, things: list[Token], entry: EventEntry) -> list[Token]:
        """The things less acts of force, which have nothing done to them: "fought off several attacks"."""
        deeds = self._deeds | self._wars if entry.type == "ASSAULT" else frozenset()
        return [head for head in things if head.lemma_.lower() not in deeds or self._can_act(head)]

    def _asked(self, trigger: Trigger, entry: EventEntry, taken: set[int], things: list[Token]) -> list[Token]:
        """Of whom something is asked where the frame does not name them, and who asked for what is refused.

        "Demanded the release of the men" only says whose. `things` are those that the frame names directly.
        """
        if entry.type == "REJECT":
            return self._free(who_asked(trigger, self._asking, self._can_act), taken)
        if entry.type != "REQUEST":
            return []
        if any(self._is_side(head, entry) for head in things):  # "asked | the army | for boats to carry people"
            return []
        asked = self._free(called_upon(trigger, self._can_act), taken)
        heard = [head for head in addressees(trigger, self._addressed) if self._can_act(head)]
        return asked or self._free(heard, taken)

    def _is_side(self, head: Token, entry: EventEntry) -> bool:
        """Whether somebody receives it: a clinic or a border is struck and blocked, but nobody talks with it."""
        several = self._acting.are_some(head)
        if head.lemma_.lower() in self._crewed or (several and entry.type in WITH_SCENE):
            return True  # "accused the ship of ramming a boat", "killed nine"
        if head.pos_ in {"ADJ", "VERB"} and any(child.dep_ == "det" for child in head.lefts):
            return True  # "evacuated the wounded"
        return self._can_act(head) and (self.is_by_force(entry) or not self._nearby.is_bare_spot(head))

    def _is_where_struck(self, head: Token, things: list[Token], entry: EventEntry) -> bool:
        """Whether it tells where a thing is that is struck: "destroyed depots in Chad".

        Or where people march who march against something: "marched through Lima against a bill".
        """
        if entry.type == "PROTEST" and things and self._scenes.is_named_town(head):
            return True
        if entry.type != "ASSAULT" or not self._scenes.is_place(head):
            return False
        first = grammar.conjuncts(head)[0]
        return any(first.dep_ == "nmod" and first.head.i == thing.i for thing in things)

    def is_by_force(self, entry: EventEntry) -> bool:
        """Whether the act is one of material conflict."""
        return self._lexicon.plover.types[entry.type].quad == MATERIAL_CONFLICT

    def _is_own(self, head: Token, entry: EventEntry, actors: list[Token]) -> bool:
        """What is the doer's own receives nothing ("agreed to open its border").

        But force may be used on it (sending troops there is none yet), and whom one meets is a party ("met his Turkish
        counterpart").
        """
        if self.is_by_force(entry) and entry.type != "MOBILIZE":
            return False
        if (entry.reciprocal or entry.type == "REQUEST") and self._is_side(head, entry):
            return False  # whom one asks is a party too ("told its citizens to leave")
        doers = {entity.id for actor in actors if (entity := self._who.at(actor.i)) is not None}
        owners = [self._who.at(owner.i) for owner in grammar.children(head, "nmod:poss") if owner.pos_ == "PRON"]
        return any(owner is not None and owner.id in doers for owner in owners)

    def _nearby_party(
        self, trigger: Trigger, entry: EventEntry, actors: list[Token], taken: set[int]
    ) -> tuple[list[Token], PathSteps]:
        """A party where the entry did not ask for one, or else the place struck; a bare noun has places only."""
        bare = trigger.pos == "NOUN" and trigger.support is None
        found = [] if bare else self._free(self._nearby.party(trigger, entry, actors, taken), taken)
        is_town = self._scenes.is_town
        found = [head for head in found if head.dep_ != "compound" or not is_town(head)]  # "the Doha declaration"
        found = [head for head in found if not self._is_bare_load(head, trigger)]
        found = [head for head in found if not (grammar.preposition(head) and self._is_own(head, entry, actors))]
        if entry.type == "AGREE":
            found = [head for head in found if not is_offered(head, trigger.token)]
            found = [head for head in found if not self._scenes.is_handled_place(head)]
        if not found and entry.type == "CONSULT" and entry.reciprocal and any(head.tag_ in _PLURAL for head in actors):
            return [], SPOT  # "the rivals met in Doha": each other
        if trigger.pos == "VERB" and entry.reciprocal and any(head.tag_ in _PLURAL for head in actors):
            found = [head for head in found if head.dep_ != "obj" or head.head.i == trigger.token.i]  # ", killing nine"
            found = [head for head in found if grammar.preposition(head) not in self._spots]  # "brawled in parliament"
        if not found and entry.type in (_SPOT_OF_NOUNS if trigger.pos == "NOUN" else _SPOT_OF_VERBS):
            scenes = [head for head in follow(trigger, ("mod",)) if self._scenes.is_scene(head, entry)] if bare else []
            spots = scenes or self._nearby.spot(trigger, entry, actors, taken)
            if entry.mode in _DONE_TO_PEOPLE:  # "made nine arrests at the motel": nobody arrests that
                towns = [head for head in spots if self._scenes.is_named_town(head)]
                spots = [head for head in towns if head.lemma_.lower() not in self._houses]
            return [head for head in spots if self._spots_concerned.concerns(head, entry)], SPOT if spots else _NEARBY
        return found, _NEARBY

    def _by_paths(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> tuple[list[Token], PathSteps | None]:
        """What the first of the entry's paths that yields anything leads to; parties rather than things.

        A party against whom something is comes before what it is for or over: "a warrant | against the chief | for his
        role".
        """
        found, by_path = self._first_path(trigger, entry, taken)
        if makers := self._free(self._makers.above(found, entry), taken):
            return makers, by_path
        if found and by_path is not None and by_path[-1] in _TOPICS and not any(map(self._can_act, found)):
            paths = entry.recipient[entry.recipient.index(by_path) + 1 :] if by_path in entry.recipient else ()
            for path in paths:
                heads = self._free(follow(trigger, path), taken) if path[-1] in _AT_WHOM else []
                if sides := [head for head in heads if self._can_act(head)]:
                    return sides, path
        return found, by_path

    def _sides(self, heads: list[Token], path: PathSteps) -> list[Token]:
        """The parties among them, or what is theirs for which something is given ("for | Mali's repairs")."""
        own = [head for head in heads if any(map(self._can_act, grammar.children(head, "nmod:poss")))]
        return [head for head in heads if self._can_act(head)] or (own if path[-1] == "for" else [])

    def _first_path(self, trigger: Trigger, entry: EventEntry, taken: set[int]) -> tuple[list[Token], PathSteps | None]:
        """What the first of the paths that yields anything leads to."""
        for path in _NOUN_RECIPIENT if trigger.pos == "NOUN" and entry.pos == "VERB" else entry.recipient:
            heads = follow(trigger, path)
            heads = self._meant.owners_meant(trigger, heads) if path == ("obj",) else heads
            found = self._free(heads, taken, by_preposition=path[-1] not in _CORE or path == ("poss",))
            # "his wish to clean the land", "her refusal to answer questions", "workers at the mine"
            promised = path[0] in _TO_DO or path == _EMPLOYER
            if path[-1] not in _CORE or promised or path == _WHO_SHOULD:
                accused = path == _WHO_SHOULD and entry.type == "ACCUSE"
                parties_only = promised or accused or (entry.type, path[-1]) in _ONLY_PARTIES
                found = self._sides(found, path) or ([] if parties_only else found)
            if not (entry.type == "ASSAULT" or entry.mode in _DONE_TO_PEOPLE):  # "prevented more", "congratulate all"
                found = [
                    head
                    for head in found
                    if head.dep_ != "obj"
                    or not self._acting.are_how_many(head)
                    or self._who.at(head.i) is not None
                    or is_described(head)
                ]
            if entry.type == "AGREE" and path == _OBJECT:  # "promised two more patrol boats"
                found = [head for head in found if head.lemma_.lower() not in self._crewed]
            if entry.type == "REQUEST" and path[-1] == "from":
                found = [head for head in found if not self._other_acts.is_left(head)]
            if path == _INNER_OBJECT:
                found = [head for head in found if not self._other_acts.is_handled(head)]
                found = [head for head in found if entry.type != "AGREE" or not self._scenes.is_handled_place(head)]
            if path in _OBJECTS:
                found = found or self._free(self._meant.left_open(trigger), taken)
            if path == _OBJECT and heads:  # "was fined | 5,000 dinars"
                found = found or self._free(grammar.indirect_objects(trigger.token), taken)
            if found:
                return found, path
        return [], None

    def _is_bare_load(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is a bare noun that another act handles: "is ready to send troops" is ready towards nobody."""
        inner = head.dep_ == "obj" and head.head.i != trigger.token.i
        return inner and not list(head.children) and self._other_acts.is_handled(head)

    def _is_plural(self, trigger: Trigger) -> bool:
        """Several parties act together: what they talk about is no party."""
        return len(grammar.logical_subjects(trigger.support if trigger.support is not None else trigger.token)) > 1


def _is_direct(path: PathSteps | None) -> bool:
    return path is not None and (len(path) == 1 or path == _WHO_SHOULD)

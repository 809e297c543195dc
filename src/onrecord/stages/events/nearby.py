"""Whom an act concerns where none of its frame's paths names a party: the nearest party under the trigger.

"Raised money for the premier's campaign", "agreed to reopen its border for traders", "will not lift the ban until Peru
signs": the search goes down the tree level by level, by relations and prepositions that the lexicon ranks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.language import grammar
from onrecord.stages.events import asides
from onrecord.stages.events.attached import is_marked
from onrecord.stages.events.makers import STANDS
from onrecord.stages.events.quest import Quest
from onrecord.stages.events.reach import MATERIAL_CONFLICT, Reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger

_PARTIES = frozenset({"person", "organization", "group", "place"})
_DEPTH = 5
_COOPERATION, _MATERIAL_HELP, _CONFLICT = (1, 2), 2, (3, 4)
_IN_WORDS = (1, 3)
_RELATIONS = {
    "obj": "obj", "iobj": "obj", "nmod:poss": "poss", "compound": "mod", "amod": "mod", "nmod:desc": "mod",
    "nmod:unmarked": "mod", "appos": "appos", "xcomp": "infinitive", "ccomp": "that",
}  # fmt: skip
_PHRASES = frozenset({"obl", "obl:agent", "nmod", "obl:arg"})
_CLAUSES, _SENT = frozenset({"advcl", "acl"}), frozenset({"obj", "of"})
_PROMPTED = frozenset({"at", "on"})  # "at his request", "on a motion by her"


class Nearby:
    """Searches under a trigger; the order of what is tried first is the lexicon's `recipient_rank`.

    Attributes:
        no_party: nouns in whose phrases no party stands ("in a statement").
        accompanying: nouns of an act that goes with another one ("in protest").
    """

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        self._who = who
        self._lexicon = lexicon
        self._ranks = lexicon.map("recipient_rank")
        self._spots = lexicon.list("recipient_spot")
        self._conditions = lexicon.list("recipient_condition")
        self._enemies, self._fates = lexicon.list("recipient_enemy"), lexicon.list("fate_noun")
        self._reach = Reach(lexicon)
        self._platforms = lexicon.list("platform")
        self.no_party = lexicon.list("no_party")
        self._open_spaces = lexicon.list("open_space")
        self.accompanying = lexicon.list("accompanying_act")
        self._passing_on = lexicon.list("passing_on")
        self._bringing = lexicon.list("bringing_verb")
        self._counts = lexicon.list("vote_count")
        self._prompting = lexicon.list("prompting_noun")
        self._prospects = lexicon.list("prospect_noun")
        self._means = lexicon.list("means_verb")
        self._against = lexicon.list("verb_against")
        self._peopled = lexicon.list("peopled_place")
        self._houses = lexicon.list("place_noun") - self._peopled

    def party(self, trigger: Trigger, entry: EventEntry, actors: Sequence[Token], taken: set[int]) -> list[Token]:
        """The nearest party that is not where the act merely takes place, with those coordinated with it.

        Args:
            trigger: the act's word, with its light verb.
            entry: the act's frame, by which some of it is closed (see `Reach`).
            actors: who does it; nothing under them is searched, and no other mention of them counts.
            taken: tokens that have a role already, the words that the frame itself asks for among them.
        """
        quad = self._lexicon.plover.types[entry.type].quad
        force = quad == MATERIAL_CONFLICT
        quest = self._quest(actors, taken, self._reach.closed(entry))
        quest = replace(
            quest,
            friendly=quad in _COOPERATION,
            force=force,
            blow=entry.type == "ASSAULT",
            sends=entry.type == "MOBILIZE",
            to_others=entry.type == "SUPPORT",
            accuses=entry.type == "ACCUSE",
            demands=entry.type == "PROTEST",
            on_a_thing=entry.type in STANDS and entry.mode != "meet",
            in_words=quad in _IN_WORDS,
        )
        if force and entry.type != "PROTEST":
            return self._search(trigger, quest, self._is_party)
        return self._search(trigger, quest, lambda head: self._is_party(head) and not self.is_bare_spot(head))

    def is_bare_spot(self, head: Token) -> bool:
        """A place with neither a name nor people of its own ("its border", "two clinics"; not "the town")."""
        entity = self._who.at(head.i)
        bare = entity is not None and entity.type == "place" and not entity.named
        return bare and not self.is_peopled(head)

    def is_open_space(self, head: Token) -> bool:
        """Where nobody is to whom it could be done ("through the streets", "toward the sea"; not "in the Red Sea")."""
        return head.pos_ == "NOUN" and head.lemma_.lower() in self._open_spaces and bool(grammar.preposition(head))

    def is_peopled(self, head: Token) -> bool:
        """A noun for a place that stands for those who live there: "the town", not "the clinic"."""
        return head.lemma_.lower() in self._peopled

    def spot(self, trigger: Trigger, entry: EventEntry, actors: Sequence[Token], taken: set[int]) -> list[Token]:
        """The nearest place in which it takes place; where a thing is that is talked about, nobody talks."""
        closed = self._reach.spots_closed(entry)
        quest = replace(self._quest(actors, taken, closed), blow=entry.type == "ASSAULT")
        return self._search(trigger, quest, self._is_spot)

    def _quest(self, actors: Sequence[Token], taken: set[int], closed: frozenset[str]) -> Quest:
        cast = {head.i: entity.id for head in actors if (entity := self._who.at(head.i)) is not None}
        return Quest(taken=taken, cast=cast, closed=closed)

    def _search(self, trigger: Trigger, quest: Quest, wanted: Callable[[Token], bool]) -> list[Token]:
        """Search level by level under the trigger; the first wanted party and those coordinated with it."""
        seats = [trigger.token] if trigger.support is None else [trigger.token, trigger.support]
        level: list[tuple[tuple[int, ...], Token]] = [((), seat) for seat in seats]
        before = {noun.i for noun in grammar.conjuncts(trigger.token) if noun.i < trigger.token.i}
        seen = {seat.i for seat in seats} | set(quest.cast) | before  # "the raid on Aba and the war": two acts
        for _ in range(_DEPTH):
            level = sorted(self._below(level, seen, quest), key=lambda pair: (pair[0], pair[1].i))
            for _, child in level:
                entity = self._who.at(child.i)
                new = entity is not None and entity.id not in quest.cast.values() and child.i not in quest.taken
                fulfils = self._fulfils(child)
                if fulfils and entity is None:
                    return []  # nobody that is named
                if new and (wanted(child) or fulfils):
                    return [head for head in grammar.conjuncts_below(child) if head.i not in quest.taken]
            seen |= {child.i for _, child in level}
        return []

    def _below(
        self, level: Iterable[tuple[tuple[int, ...], Token]], seen: set[int], quest: Quest
    ) -> Iterator[tuple[tuple[int, ...], Token]]:
        """The children of a level that may lead to a party, each with the ranks of the relations on the way to it."""
        for ranks, node in level:
            for child in node.children:
                if child.i in seen or self._is_aside(child, node, quest):
                    continue
                relation = self._relation(child, node, at_root=not ranks)
                if quest.force and relation == "with" and node.dep_ in _CLAUSES:
                    continue  # "raids coordinated with the army": they struck together
                if quest.sends and relation in _SENT and not ranks:
                    continue  # whom one deploys has nothing done to him
                if relation == "from" and ranks and self._is_place(child):
                    continue  # "asked for help to stop the flow of guns from Florida"
                rank = None if relation in quest.closed else self._ranks.get(relation)
                asked = self._asks_first(node) or (quest.demands and node.dep_ == "ccomp")
                if relation == "subj" and rank is not None and asked:
                    rank = 0  # "will sign if the army leaves the town", "rallied to demand that the firm pay"
                if (quest.friendly and self.is_force(child)) or (quest.blow and self._is_help(child)):
                    continue
                if rank is not None and not self._names_no_party(child):
                    yield (*ranks, rank), child

    def _is_aside(self, child: Token, node: Token, quest: Quest) -> bool:
        """Whether nobody behind the word is concerned."""
        # whose "support" it is stands on the doer's side; whose house it is, on none
        taken = node.i in quest.taken or (quest.in_words and asides.is_house(node, self._houses))
        owner = child.dep_ == "nmod:poss" and taken
        flagged = child.dep_ == "amod" and child.tag_ == "VBN"  # "boarded a Malta-flagged tanker"
        if owner or flagged or (quest.on_a_thing and asides.is_imagined(child, node, self._prospects)):
            return True
        if child.dep_ in _PHRASES:
            if quest.on_a_thing and node.pos_ == "NOUN" and asides.is_kind(child, self._who.at(child.i)):
                return True
            manner = quest.blow and grammar.preposition(child) == "with" and self._who.at(child.i) is None
            wronged = quest.accuses and node.pos_ == "NOUN" and self._is_wronged(child, node)
            # "struck with the consent of the government", "condemned the use of force against the boys"
            called = quest.accuses and asides.is_called_so(child, node)
            return manner or wronged or called or self._is_phrase_aside(child, node)
        if child.dep_ == "obj":
            return node.lemma_.lower() in self._means  # "struck using bombers"
        if child.dep_ not in _CLAUSES:
            return False
        return (
            child.lower_ in self._conditions  # "backs the plan, provided that the army leaves the town"
            or child.lemma_.lower() in self._passing_on  # "according to X, quoting Y": the words' source
            or (not quest.blow and asides.is_left_so(child))
            or (not (quest.blow or quest.demands) and asides.is_next_act(child, self._lexicon))
            or (quest.to_others and node.pos_ == "NOUN" and is_marked(child, "that"))  # "the news | that they won"
            or asides.is_beside(child)
            or (child.tag_ == "VBG" and self._only_goes_with(child, quest))
            or asides.is_reason_given(child)
        )

    def _is_wronged(self, child: Token, node: Token) -> bool:
        """Whether it is done to him what is condemned: "the use of force | against", "the trial | of the editor"."""
        case = grammar.preposition(child)
        return case in self._enemies or (case == "of" and node.lemma_.lower() in self._fates)

    def _is_phrase_aside(self, child: Token, node: Token) -> bool:
        case = grammar.preposition(child)
        if case == "between" and self._is_place(node):
            return True  # "lift a blockade of the road between La Paz and Oruro"
        if case == "by" and self._takes_a_stand(node):
            return True  # "rejected a bill | backed by the unions"
        prompted = case in _PROMPTED and child.lemma_.lower() in self._prompting
        counted = child.lemma_.lower() in self._counts and not grammar.children(child, "nmod")  # "by a majority"
        return prompted or counted or child.lemma_.lower() in self.accompanying  # "fired in support of the army"

    def _takes_a_stand(self, node: Token) -> bool:
        """Whether the word tells where somebody stands on something, which says nothing of whose that is."""
        frames = self._lexicon.events.get(node.lemma_.lower(), ()) if node.dep_ == "acl" else ()
        return any(frame.stance is not None and not frame.needs for frame in frames)

    def _is_place(self, node: Token) -> bool:
        return self._who.type_at(node.i) == "place"

    def _relation(self, child: Token, node: Token, *, at_root: bool) -> str:
        """The name of the step from a node to its child: a preposition, "subj", "infinitive", or "" for none."""
        if child.dep_ in _PHRASES:
            return grammar.preposition(child)
        if child.dep_ in {"nsubj", "nsubj:pass"}:
            return self._of_subject(child, at_root=at_root)
        if child.dep_ == "nmod:poss" and node.dep_ == "nsubj":
            return "subj"  # "demanded that | the senator's | campaign stop"
        if child.dep_ == "conj":
            return "" if at_root else "and"
        if child.dep_ in _CLAUSES:
            before = (mark for mark in grammar.children(child, "mark", "advmod", "case") if mark.i < child.i)
            marks = list(map(grammar.whole_mark, before))
            return "infinitive" if "to" in marks else marks[0] if marks else "participle"
        return _RELATIONS.get(child.dep_, "")

    def _of_subject(self, child: Token, *, at_root: bool) -> str:
        """The act's own subject is searched where it is done to it: "**the help** of the officials is welcomed"."""
        if at_root:
            return "obj" if child.dep_ == "nsubj:pass" else ""
        return "" if self._is_freed_first(child) else "subj"

    def _asks_first(self, clause: Token) -> bool:
        """Whether it is a clause of condition: "will sign | if the army leaves"."""
        return not self._conditions.isdisjoint(mark.lower_ for mark in grammar.children(clause, "mark"))

    def _is_freed_first(self, child: Token) -> bool:
        """Whether a condition has something done to somebody, who fulfils nothing: "if the men are released"."""
        return child.dep_ == "nsubj:pass" and self._asks_first(child.head)

    def is_force(self, child: Token) -> bool:
        """A clause whose verb may tell of conflict: "met to condemn Chad", "joined forces to counter the rebels"."""
        verb = child.pos_ == "VERB"
        return verb and (child.lemma_.lower() in self._against or self._may_be(child, _CONFLICT))

    def _may_be(self, verb: Token, quads: tuple[int, ...]) -> bool:
        """Whether the word by itself may tell of an act of one of these kinds."""
        frames = self._lexicon.events.get(verb.lemma_.lower(), ())
        return any(self._lexicon.plover.types[it.type].quad in quads and not it.needs for it in frames)

    def _only_goes_with(self, child: Token, quest: Quest) -> bool:
        """Whether it tells what the act draws, or with whom its doer sides: "vetoed it, | siding with Mali"."""
        sides = not (quest.friendly or grammar.children(child, "mark")) and self._may_be(child, _COOPERATION)
        return sides or child.lemma_.lower() in self._bringing

    def _is_help(self, child: Token) -> bool:
        """For whose good a blow is struck: "fought to free the hostages"."""
        frames = self._lexicon.events.get(child.lemma_.lower(), ()) if grammar.has_to(child) else ()
        return any(self._lexicon.plover.types[frame.type].quad == _MATERIAL_HELP for frame in frames)

    def _names_no_party(self, child: Token) -> bool:
        """As "in a statement", "in the wake of a report", "in 2017"; but a date may hide one."""
        if child.pos_ == "NUM":
            return child.text.isdigit()
        lemma = child.lemma_.lower()
        if self.is_open_space(child):
            return True
        if lemma not in self._platforms and (lemma not in self.no_party or child.pos_ == "PROPN"):
            return False
        return grammar.preposition(child) in self._spots

    def _is_party(self, head: Token) -> bool:
        entity = self._who.at(head.i)
        if entity is None or entity.type not in _PARTIES or head.pos_ == "PRON" or grammar.children(head, "cop"):
            return False
        if _RELATIONS.get(head.dep_) == "mod" and head.head.pos_ == "PROPN":
            return False  # part of a name: "Senate Bill 12"
        return entity.type != "place" or self._case(head) not in self._spots

    def _fulfils(self, pronoun: Token) -> bool:
        """Whether it says who is to do what a condition asks: "will end the strike if they sign"."""
        subject = pronoun.pos_ == "PRON" and pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "advcl"
        return subject and self._asks_first(pronoun.head)

    def _is_spot(self, head: Token) -> bool:
        return self._who.type_at(head.i) == "place" and self._case(head) in self._spots

    def _case(self, head: Token) -> str:
        """Its preposition, or that of the first it is coordinated with ("in Homs and Hama")."""
        return grammar.preposition(grammar.conjuncts(head)[0])

"""From a trigger up through the tree, collecting what each word does to the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.factuality import shapes
from onrecord.stages.factuality.anybodys import is_anybodys, is_done_each_time, is_maxim, is_of_movers, supposed_in
from onrecord.stages.factuality.callings import DONE, is_dealt_with, is_work
from onrecord.stages.factuality.effects import Effect
from onrecord.stages.factuality.links import failed_at, instead_of, link_of, only_seems, told_by
from onrecord.stages.factuality.made_up import told_in
from onrecord.stages.factuality.own_words import OwnWords
from onrecord.stages.factuality.scheduled import is_behind_when
from onrecord.stages.factuality.settled import settle
from onrecord.stages.factuality.standing import UNREAL, Standing, State, applied, negated
from onrecord.stages.factuality.uncued import FULL, NO_NEGATION, plain_step, shared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.reading.event import Status
    from onrecord.stages.factuality.cues import CueTables
    from onrecord.stages.factuality.press_present import PressPresent

_ASKED = frozenset({"happened", "ongoing", "planned"})  # in a question none of these is told
_TERMS = frozenset({"SANCTION", "REJECT", "THREATEN", "REQUEST", "COERCE"})
_WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_MOVING = frozenset({"visit", "expel"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "PROTEST", "ACCUSE", "THREATEN"})
_MARKING = frozenset({"mark", "case", "advmod"})
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_MANNER = frozenset({"as if", "as though"})
_MAX_STEPS = 15


class Climb:
    """Walks upwards from triggers; one for a report, as it knows the frames of the report's events.

    Args:
        tables: the cue words.
        entries: the frame that each trigger token of the report fired.
        press: what the present means in the report's heading and lead.
    """

    def __init__(self, tables: CueTables, entries: Mapping[int, EventEntry], press: PressPresent) -> None:
        self.tables = tables
        self._entries = entries
        self._press = press
        self._own = OwnWords(tables, press.headings)

    def judges(self, verb: Token) -> bool:
        """Whether the verb is an act of judging a deed, which it takes for done: "condemn | the attack"."""
        entry = self._entries.get(verb.i)
        return entry is not None and entry.type in _JUDGING

    def standing(self, trigger: Token, base: Status) -> tuple[Standing, list[Token]]:
        """Status, polarity and certainty of the act at `trigger`, and the cue words met on the way.

        Args:
            trigger: the act's own word.
            base: what an outer frame makes of the act already.
        """
        state = State(Standing(status=base))
        node, reach = trigger, FULL
        for _ in range(_MAX_STEPS):
            if reach:
                self._own.meet(node, state, with_negation=reach == FULL)
            step = self._up(node, state)
            if step is None:
                break
            node, reach = step
        if state.standing.status in _ASKED and self._is_open_question(trigger):
            state.standing = msgspec.structs.replace(state.standing, status="unclear", certainty="unknown")
        status = state.standing.status
        beside = self._press.is_beside(trigger)
        told = status == "ongoing" and not beside and self._is_anybodys(trigger)
        told = told or (status == "happened" and trigger.tag_ == "VBG" and self._is_calling(trigger))
        told = told or (status == "happened" and is_dealt_with(trigger, self.tables))
        told = told or (status == "happened" and self._moves(trigger) and is_of_movers(trigger, self.tables))
        if told or (status in {"happened", "ongoing"} and is_done_each_time(trigger, self.tables)):
            state.standing = applied(state.standing, self.tables.thought_of)
        if state.standing.status == "ongoing" and not beside and is_behind_when(trigger, self.tables):
            state.standing = msgspec.structs.replace(state.standing, status="planned", certainty="probable")
        in_press = self._press.told(trigger, self._entries.get(trigger.i), state.standing.status)
        state.standing = msgspec.structs.replace(state.standing, status=in_press)
        if in_press == "ongoing" and not beside and self._press.is_of_no_time(trigger, self._entries.get(trigger.i)):
            state.standing = applied(state.standing, self.tables.thought_of)
        supposed = supposed_in(trigger, self.tables)
        if supposed is not None:
            state.meet(supposed, self.tables.thought_of)
        work = told_in(trigger, self.tables)
        if work is not None and state.standing.status in {"happened", "ongoing"}:
            state.standing = msgspec.structs.replace(state.standing, status="unclear", certainty="unknown")
            state.cues.append(work)
        return state.settled(), state.cues

    def _moves(self, trigger: Token) -> bool:
        """Whether somebody travels or flees."""
        entry = self._entries.get(trigger.i)
        return entry is not None and entry.mode in _MOVING

    def _is_anybodys(self, trigger: Token) -> bool:
        """Whether it is a rule or maxim, not what goes on; what people back, refuse or march for does go on."""
        entry = self._entries.get(trigger.i)
        deed = entry is not None and entry.type in DONE
        if self._is_calling(trigger):
            return True
        return is_anybodys(told_by(trigger, self.tables), self.tables) or (deed and is_maxim(trigger, self.tables))

    def _is_calling(self, trigger: Token) -> bool:
        """Whether it is what some are there for."""
        entry = self._entries.get(trigger.i)
        return entry is not None and is_work(trigger, entry, self.tables)

    def _is_open_question(self, trigger: Token) -> bool:
        """Whether it is asked if it happened; "why did they attack?" takes it that they did."""
        if not shapes.is_question(trigger):
            return False
        asked = any(child.lower_ in self.tables.taken_for_granted for child in trigger.lefts)
        return not (asked and shapes.is_past(trigger))

    # ------------------------------------------------------------------ one step up
    def _up(self, node: Token, state: State) -> tuple[Token, int] | None:
        """Apply what the word above does; return where to go on, and how much of that word's clause counts."""
        parent, doing = node.head, self._doing(node)
        if doing is not None or node.dep_ == "conj":
            return self._along(node, doing, state)
        if self._is_opened(node, state) or parent.i == node.i or settle(node, state, self.tables):
            return None
        if node.dep_ == "amod" and node.tag_ == "VBN":
            return None  # to free "detained men": they are
        parent, link = link_of(node, self.tables)
        unsure = state.standing.status in UNREAL or state.standing.certainty != "certain"
        effect = self._governing(node, parent, link, unreal=unsure)
        if effect is not None:
            return self._under(node, parent, effect, state)
        past = shapes.is_put_into_past(node)
        return self._denied_or_not(parent, state) if past else plain_step(node, parent, link, state, self.tables)

    def _along(self, node: Token, doing: Token | None, state: State) -> tuple[Token, int] | None:
        """Go on to the act by which this one is done or with which it is coordinated; stop at "instead of"."""
        other = instead_of(node, self.tables)
        if other is not None:
            state.meet(*other)
            return None
        return (node.head, shared(node, self.tables)) if doing is None else (doing, FULL)

    def _is_opened(self, node: Token, state: State) -> bool:
        """Whether a conjunction opens the clause and decides its status ("if", "until"); its effect is applied."""
        first = node.left_edge.i
        beside = (*node.lefts, *(child for child in node.head.children if child.i == first - 1))  # "grows only | when"
        adverbs = {child.lower_ for child in beside if child.dep_ == "advmod"}
        above = self.tables.embedding(node.head, shapes.link(node))
        if above is not None and shapes.link(node) in above.under & _MANNER:
            return False  # "it looks | as if they had fled"
        for mark in node.lefts:
            for able in self.tables.subordinators(grammar.whole_mark(mark), adverbs) if mark.dep_ in _MARKING else ():
                asks = able.status == "conditional" and shapes.is_asked(node, self.tables.asked_by)
                met = self.tables.asking if asks else able
                if self._joins(met, node):
                    state.meet(mark, met)
                    return True
        return False

    def _under(self, node: Token, parent: Token, effect: Effect, state: State) -> tuple[Token, int] | None:
        """Apply the effect of a cue word above, negated or not; return where to go on, None for nowhere."""
        together = self.tables.denied_together(node, parent)
        negator = None if together else self.tables.negator(parent) or failed_at(parent, effect, self.tables)
        if negator is not None or effect.changes:
            state.meet(parent, effect, negated=negator is not None)
        if negator is not None:
            state.cues.append(negator)
        told = node.dep_ == "ccomp" and grammar.has_to(parent) and shapes.is_past(node)  # "grounds to believe it did"
        sure = (effect.absorbs or told) and not only_seems(parent, self.tables)
        absorbed = sure or (negator is not None and negator.i == parent.head.i)
        return None if absorbed else (parent, NO_NEGATION)

    def _doing(self, node: Token) -> Token | None:
        """The act by which the one at `node` is done: who marches "to demand" something demands it by marching."""
        first = shapes.first_conjunct(node)
        if first.dep_ not in {"advcl", "xcomp", "obl"} or not grammar.has_to(first):
            return None
        entry, lemma = self._entries.get(first.head.i), node.lemma_.lower()
        said = entry is not None and entry.type == "PROTEST" and lemma in self.tables.said_by_protest
        return first.head if said or self.tables.is_done_by(first.head, lemma) else None

    def _denied_or_not(self, parent: Token, state: State) -> tuple[Token, int]:
        """What is "not known to have been" done was not; the tense of the word above does nothing."""
        if (negator := self.tables.negator(parent)) is not None:
            state.standing = negated(state.standing)
            state.cues.append(negator)
        return parent, NO_NEGATION

    def _joins(self, effect: Effect, node: Token) -> bool:
        """Whether a conjunction's effect holds for the clause at `node`, by its tense and the main clause's."""
        main = shapes.clause_above(node.head)
        if effect.polarity == "negative" and node.pos_ == "NOUN" and self._is_counterfactual(main):
            return False  # "would have fallen without French air strikes": there were some
        if effect.future and not self._is_to_come(main):
            return False
        if effect.to_come and shapes.is_past(node) and shapes.is_past(main) and not self._sets_terms(main):
            return False
        return not effect.under or not effect.under.isdisjoint({node.tag_, shapes.finite(node).tag_})

    def _is_counterfactual(self, verb: Token) -> bool:
        """Whether a clause tells of what would have been and was not."""
        effects = [self.tables.modal(child) for child in grammar.children(verb, "aux")]
        return grammar.is_perfect(verb) and any(it is not None and it.status == "hypothetical" for it in effects)

    def _sets_terms(self, verb: Token) -> bool:
        """Whether the act at the verb makes terms, of which "until" names one ("suspended aid until …")."""
        entry = self._entries.get(verb.i)
        return entry is not None and entry.type in _TERMS

    def _is_to_come(self, node: Token) -> bool:
        """Whether a clause tells of the future: "will", or "would" in a report of what somebody said."""
        effects = [self.tables.modal(child) for child in grammar.children(node, "aux")]
        reported = shapes.is_reported(node)
        if node.dep_ == "xcomp" and (grammar.has_to(node) or node.tag_ == "VBG") and not shapes.is_past(node):
            return True  # "vowed to fight when they attack"
        return any(it is not None and "planned" in {it.status, it.reported if reported else None} for it in effects)

    def _governing(self, node: Token, parent: Token, link: str, *, unreal: bool) -> Effect | None:
        """The effect of the word above: a conjunction, a word of reporting, an embedding word or an event entry."""
        if node.dep_ == "ccomp" and parent.dep_ in {"advcl", "acl"}:  # "provided that": a conjunction, parsed as a verb
            effect = self.tables.subordinator(parent.lower_)
            if effect is not None:
                return effect
        seems = node.dep_ == "csubj" and bool(grammar.children(parent, "expl"))  # "it appears that they did"
        if seems or node.dep_ in {"ccomp", "parataxis"}:
            effect = self.tables.report(parent)
            if effect is not None and (unreal or not effect.unreal):
                return effect
        called = node.dep_ == "xcomp" and node.pos_ == "NOUN" and parent.lemma_.lower() in self.tables.naming
        if called and not grammar.has_to(node):
            return None  # "what they called an attack", "called the raid a massacre"
        act = node.lemma_.lower()
        effect = self.tables.embedding(parent, link, act, unreal=unreal) or self._framed(node, parent, link)
        if effect is None and parent.dep_ == "acl":  # "information leading to the arrest"
            effect = self.tables.embedding(parent.head, parent.lemma_.lower(), act)
        if effect is None and shapes.is_told_by_subject(node):  # "fears are growing that they will attack"
            nouns = grammar.children(parent, "nsubj", "nsubj:pass")
            effect = next((it for noun in nouns if (it := self.tables.embedding(noun, "ccomp", act))), None)
        if self._is_done_by_deciding(node, parent):
            effect = self.tables.decided
        if effect is not None and self._leaves(effect, node):
            return None
        undone = effect is not None and effect.status == "not_happened" and link == "obj"
        given = undone and not unreal and self._is_uttered(node)  # who "blocked the order": it had been given
        return None if given else effect

    def _leaves(self, effect: Effect, noun: Token) -> bool:
        """Whether a cue leaves the act as it was, since it is known already."""
        new = any(word.lower_ in self.tables.indefinite for word in noun.lefts)
        return (effect.known and self._is_recalled(noun)) or (effect.indefinite and not new)

    def _is_recalled(self, noun: Token) -> bool:
        """Whether it is a hostile act that has been ("the talks focused on the attack", not "on an attack")."""
        entry = self._entries.get(noun.i)
        known = any(word.lower_ in self.tables.definite or word.dep_ == "nmod:poss" for word in noun.lefts)
        return noun.pos_ == "NOUN" and known and entry is not None and entry.type in _HOSTILE

    def _is_done_by_deciding(self, node: Token, noun: Token) -> bool:
        """Whether somebody's decision is told of to do what takes no more than words ("her decision to meet him")."""
        entry = self._entries.get(node.i)
        decided = noun.lemma_.lower() in self.tables.decisions and bool(grammar.children(noun, "nmod:poss"))
        return decided and grammar.has_to(node) and entry is not None and entry.type in _WORDS

    def _framed(self, node: Token, parent: Token, link: str) -> Effect | None:
        """The effect that the event entry above has on an act inside it ("agreed | to withdraw" is a plan)."""
        entry = self._entries.get(parent.i)
        if entry is None or entry.inner_status in {None, "none"}:
            return None
        held = self._entries.get(node.i)
        if entry.type == "REJECT" and held is not None and held.uttered:
            return None
        if not any(path[-1] == link for path in entry.inner):
            return None
        refused = entry.type == "REJECT" and entry.inner_status == "hypothetical"  # "has not ruled out talks"
        return Effect(
            status=entry.inner_status,  # type: ignore[arg-type]
            certainty=self.tables.inner_certainty.get(entry.type),
            negated="unclear" if refused else None,
        )

    def _is_uttered(self, node: Token) -> bool:
        entry = self._entries.get(node.i)
        return entry is not None and entry.uttered

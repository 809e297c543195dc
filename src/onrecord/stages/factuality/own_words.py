"""The effects of words in the act's own clause: tense, modals, hedges, negation, conditions, a set day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.stretches import Stretches
from onrecord.stages.factuality import shapes
from onrecord.stages.factuality.effects import Effect
from onrecord.stages.factuality.scheduled import day_set, is_set_for
from onrecord.stages.factuality.standing import Standing, State, apply_tense, negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables

_IF = frozenset({"if", "unless"})


class OwnWords:
    """Meets the cues beside one word; one for a report.

    Args:
        tables: the cue words.
        headings: first character and end of each heading, whose simple present is its past.
    """

    def __init__(self, tables: CueTables, headings: Sequence[tuple[int, int]]) -> None:
        self._tables = tables
        self._headings = Stretches((start, end, True) for start, end in headings)

    def meet(self, node: Token, state: State, *, with_negation: bool) -> None:
        """Apply what stands beside `node` to the act; `with_negation` where a negation there is one of the act."""
        self._arrangement(node, state)
        own = with_negation or node.lemma_.lower() in self._tables.aspects  # not the tense of who says or plans it
        if own:
            self._when(node, state)
        for child in node.children:
            effect = self._modifying(child, node)
            if effect is not None:
                state.meet(child, effect)
        self._modal(node, state, self._tables.negator(node) if with_negation else None)
        self._condition(node, state)
        for clause in grammar.children(node, "acl:relcl"):  # "the talks, which will open in Oslo"
            if self._tells_when(clause, node):
                self.meet(clause, state, with_negation=True)

    def _arrangement(self, node: Token, state: State) -> None:
        """What is arranged ("is to meet"), and of what a noun says that it is so ("the hope is that they free him")."""
        arranged = grammar.arranged_by(node)
        effect = self._tables.embedding(arranged, "xcomp") if arranged is not None else None
        if arranged is not None and effect is not None:
            fell_through = arranged.tag_ == "VBD" and grammar.is_perfect(node)  # "were to have met"
            state.meet(arranged, self._tables.fallen_through if fell_through else effect)
        for noun in grammar.children(node, "nsubj:outer"):
            if (said := self._tables.embedding(noun, "ccomp", node.lemma_.lower())) is not None:
                state.meet(noun, said)

    def _when(self, node: Token, state: State) -> None:
        in_heading = bool(self._headings.over(node.idx, node.idx + 1))
        if grammar.is_predicate(node):
            apply_tense(node, state, in_heading=in_heading)
        day = day_set(node, self._tables.days) if not in_heading else None
        if day is not None:
            state.meet(day, self._tables.set_down)

    def _modifying(self, child: Token, node: Token) -> Effect | None:
        if child.dep_ == "advmod":
            hedge = self._tables.hedge(child)
            return hedge if hedge is not None and not hedge.of_content else None
        if child.dep_ in {"amod", "compound", "det"} and child.i < node.i:
            return self._tables.modifier(child) if child.lower_ not in self._tables.negators else None
        behind = child.dep_ in {"acl", "amod"} and child.i > node.i  # "the summit, set for Tuesday,"
        return self._tables.modifier(child) if behind and is_set_for(child, self._tables.days) else None

    def _modal(self, node: Token, state: State, negator: Token | None) -> None:
        """Apply the first modal and a negation of the act's clause."""
        modals = (child for child in node.children if child.dep_ == "aux")
        modal = next((child for child in modals if self._tables.modal(child)), None)
        effect = self._tables.modal(modal) if modal is not None else None
        if modal is not None and negator is None and self._is_done_by_saying(node, modal):
            return
        if modal is not None and effect is not None:
            state.meet(modal, self._modal_effect(node, effect, negated=negator is not None))
        elif negator is not None:
            # "any attack would" is a possible one, but "has not launched any attacks" tells of none
            only_any = bool(state.cues) and all(cue.lower_ in self._tables.indefinite_any for cue in state.cues)
            state.standing = negated(Standing() if only_any else state.standing)
        if negator is not None:
            state.cues.append(negator)

    def _is_done_by_saying(self, verb: Token, modal: Token) -> bool:
        """Whether who says that he would do it does it by these words: "we | would urge | drivers to stay home"."""
        if modal.lower_ not in self._tables.politely or verb.lemma_.lower() not in self._tables.done_by_saying:
            return False
        ours = any(head.lower_ in self._tables.first_persons for head in grammar.surface_subjects(verb))
        clauses = grammar.children(verb, "advcl")
        return ours and not any(mark.lower_ in _IF for it in clauses for mark in grammar.children(it, "mark"))

    def _modal_effect(self, node: Token, effect: Effect, *, negated: bool) -> Effect:
        if effect.status == "hypothetical" and grammar.is_perfect(node):
            return Effect(status="hypothetical", polarity="negative", certainty=effect.certainty)
        if effect.reported is not None and shapes.is_reported(node) and not shapes.is_quoted(node):
            effect = Effect(status=effect.reported)
        if not negated:
            return effect
        return Effect(status=effect.negated or effect.status, certainty=effect.certainty, polarity="negative")

    def _condition(self, node: Token, state: State) -> None:
        """A main clause with an "if" clause, unless it is plain past."""
        if state.standing.status in {"happened", "not_happened"} and node.tag_ in {"VBD", "VBN"}:
            return
        for clause in grammar.children(node, "advcl"):
            for mark in grammar.children(clause, "mark", "case"):
                effect = self._tables.subordinator(grammar.whole_mark(mark))
                if effect is not None and effect.status == "conditional":
                    state.meet(mark, effect)
                    return

    def _tells_when(self, clause: Token, noun: Token) -> bool:
        """Whether a relative clause tells when an act takes place: "the talks, | which will open in Oslo"."""
        own = any(who.tag_ in {"WDT", "IN"} for who in grammar.children(clause, "nsubj", "nsubj:outer"))
        return own and self._tables.lends(clause, shapes.SUBJECT, noun)

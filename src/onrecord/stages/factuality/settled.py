"""Words beside an act that decide its status on their own, whatever stands above them in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality import shapes
from onrecord.stages.factuality.standing import Standing, State, negated

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables
    from onrecord.stages.factuality.effects import Effect


def settle(node: Token, state: State, tables: CueTables) -> bool:
    """Whether words beside the act settle it: "which he did", "and has not done so", or a condition or doubt."""
    done = shapes.done_after(node)
    effect = tables.embedding(done.head, "xcomp") if done is not None and done.dep_ == "xcomp" else None
    if done is not None and (effect is None or effect.status == "not_happened"):
        undone = effect is not None or tables.negator(done) is not None
        state.standing = negated(Standing()) if undone else Standing()
        state.cues.append(done if effect is None else done.head)
        return True
    for clause in grammar.children(node, "acl:relcl"):
        taken = _taken_place(clause, tables)
        if taken is not None:
            state.standing = Standing() if taken.i == clause.i else negated(Standing())
            state.cues.append(taken)
            return True
    untrue = _untrue_after(node, tables)
    if untrue is not None:
        state.standing = negated(Standing())
        state.cues.append(untrue)
        return True
    last = _inverted_or_untrue(node, tables)
    if last is not None:
        state.meet(*last)
    return last is not None


def _taken_place(clause: Token, tables: CueTables) -> Token | None:
    """The word by which a relative clause tells that the act took place, or its negation ("that never took place")."""
    effect = tables.embedding(clause, "subj")
    own = any(who.tag_ in {"WDT", "IN"} for who in grammar.children(clause, "nsubj", "nsubj:pass"))
    if effect is None or effect.negated != "not_happened" or not own:
        return None
    told = shapes.is_past(clause) and not effect.changes
    return tables.negator(clause) or (clause if told else None)


def _untrue_after(node: Token, tables: CueTables) -> Token | None:
    """The word by which the next clause says that what was thought was not so ("…, but that was not the case")."""
    if node.dep_ not in {"ccomp", "parataxis"} or tables.report(node.head) is None:
        return None
    for other in grammar.children(node.head, "conj"):
        pointing = any({"PronType=Dem", "Gender=Neut"} & set(who.morph) for who in grammar.children(other, "nsubj"))
        if pointing and other.lemma_.lower() in tables.truths and grammar.children(other, "cop"):
            return tables.negator(other)
    return None


def _inverted_or_untrue(node: Token, tables: CueTables) -> tuple[Token, Effect] | None:
    """A condition without "if" ("should they attack"), or a word of doubt ("unconfirmed reports said")."""
    inverted = shapes.inverted(node)
    if inverted is not None:
        return inverted, tables.inversion
    beside: list[Token] = []
    if node.dep_ in {"ccomp", "xcomp", "parataxis"}:
        tellers = grammar.children(node.head, "nsubj", "nsubj:pass")
        told = (word for who in tellers for word in (who, *grammar.children(who, "amod")))
        beside = [*grammar.children(node.head, "advmod"), *told]
    hedges = ((adverb, tables.hedge(adverb)) for adverb in beside)
    return next(((adverb, effect) for adverb, effect in hedges if effect is not None and effect.of_content), None)

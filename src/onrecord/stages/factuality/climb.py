"""From a trigger up through the tree, collecting what each word does to the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.stretches import Stretches
from onrecord.stages.factuality import shapes
from onrecord.stages.factuality.cues import Effect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.lexicon.entries import EventEntry
    from onrecord.reading.event import Certainty, Polarity, Status
    from onrecord.stages.factuality.cues import CueTables

_RANK = {
    "happened": 0, "ongoing": 1, "planned": 2, "unclear": 3, "hypothetical": 4, "conditional": 5, "not_happened": 6,
    "denied": 7,
}  # fmt: skip
_ASKED = frozenset({"happened", "ongoing", "planned"})  # in a question none of these is told
_TERMS = frozenset({"SANCTION", "REJECT", "THREATEN", "REQUEST", "COERCE"})
_IRREAL = frozenset({"planned", "unclear", "hypothetical", "conditional"})
_SURENESS = {"certain": 0, "probable": 1, "possible": 2, "unknown": 3}
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj"})
_MARKING = frozenset({"mark", "case", "advmod"})
_FULL, _NO_NEGATION, _NOTHING = 2, 1, 0  # how much of the next word's own clause bears on the act
_MAX_STEPS = 15


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
    unreal = status == "not_happened" and wanted in _IRREAL  # "could decline to": nothing has been declined
    if wanted is not None and (unreal or _RANK[wanted] > _RANK[status] or (negated and effect.negated is not None)):
        status = wanted
    if not negated and effect.polarity is not None:
        polarity = _turned(polarity) if effect.polarity == "negative" else polarity
    elif negated and effect.polarity is None:
        polarity = _turned(polarity) if effect.negated not in {"happened", "ongoing"} else polarity
    return Standing(status=status, polarity=polarity, certainty=certainty)


def _turned(polarity: Polarity) -> Polarity:
    return "negative" if polarity == "positive" else "positive"


class Climb:
    """Walks upwards from triggers; one for a report, as it knows the frames of the report's events.

    Args:
        tables: the cue words.
        entries: the frame that each trigger token of the report fired.
        headings: first character and end of each heading.
    """

    def __init__(
        self, tables: CueTables, entries: Mapping[int, EventEntry], headings: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.tables = tables
        self._entries = entries
        self._headings = Stretches((start, end, True) for start, end in headings)

    def standing(self, trigger: Token, base: Status) -> tuple[Standing, list[Token]]:
        """Status, polarity and certainty of the act at `trigger`, and the cue words met on the way.

        Args:
            trigger: the act's own word.
            base: what an outer frame makes of the act already.
        """
        state = _State(Standing(status=base))
        node, reach = trigger, _FULL
        for _ in range(_MAX_STEPS):
            if reach:
                self._local(node, state, with_negation=reach == _FULL)
            step = self._up(node, state)
            if step is None:
                break
            node, reach = step
        if state.standing.status in _ASKED and shapes.is_question(trigger):
            state.standing = msgspec.structs.replace(state.standing, status="unclear", certainty="unknown")
        work = shapes.told_in(trigger, self.tables.works, self.tables.telling)
        if work is not None and state.standing.status in {"happened", "ongoing"}:
            state.standing = msgspec.structs.replace(state.standing, status="unclear", certainty="unknown")
            state.cues.append(work)
        return state.standing, state.cues

    # ------------------------------------------------------------------ words of the clause itself
    def _local(self, node: Token, state: _State, *, with_negation: bool) -> None:
        own = with_negation or node.lemma_.lower() in self.tables.aspects  # not the tense of who says or plans it
        arranged = shapes.is_to(node)
        effect = self.tables.embedding(arranged, "xcomp") if arranged is not None else None
        if arranged is not None and effect is not None:
            state.meet(arranged, effect)
        if grammar.is_predicate(node) and own:
            _apply_tense(node, state, in_heading=bool(self._headings.over(node.idx, node.idx + 1)))
        for child in node.children:
            effect = self._modifying(child, node)
            if effect is not None:
                state.meet(child, effect)
        negator = self._negator(node) if with_negation else None
        modal = next((child for child in node.children if child.dep_ == "aux" and self.tables.modal(child)), None)
        effect = self.tables.modal(modal) if modal is not None else None
        if modal is not None and effect is not None:
            state.meet(modal, self._modal_effect(node, effect, negated=negator is not None))
        elif negator is not None:
            state.standing = _negated(state.standing)
        if negator is not None:
            state.cues.append(negator)
        self._condition(node, state)

    def _modifying(self, child: Token, node: Token) -> Effect | None:
        if child.dep_ == "advmod":
            return self.tables.hedge(child)
        if child.dep_ in {"amod", "compound", "det"} and child.i < node.i and child.lower_ not in self.tables.negators:
            return self.tables.modifier(child)
        return None

    def _modal_effect(self, node: Token, effect: Effect, *, negated: bool) -> Effect:
        after_have = any(child.dep_ == "aux" and child.lemma_ == "have" for child in node.children)
        if effect.status == "hypothetical" and after_have:
            return Effect(status="hypothetical", polarity="negative", certainty=effect.certainty)
        if effect.reported is not None and shapes.is_reported(node):
            effect = Effect(status=effect.reported)
        if not negated:
            return effect
        return Effect(status=effect.negated or effect.status, certainty=effect.certainty, polarity="negative")

    def _negator(self, node: Token) -> Token | None:
        for child in node.children:
            if child.dep_ in {"advmod", "det", "cc"} and child.lower_ in self.tables.negators:
                return child
            if child.dep_ not in _PARTIES:
                continue
            if child.lower_ in self.tables.negative_words:
                return child
            for part in child.lefts:
                if part.dep_ in {"det", "cc:preconj"} and part.lower_ in self.tables.negative_words:
                    return part
        return None

    def _condition(self, node: Token, state: _State) -> None:
        """A main clause with an "if" clause, unless it is plain past."""
        if state.standing.status in {"happened", "not_happened"} and node.tag_ in {"VBD", "VBN"}:
            return
        for clause in grammar.children(node, "advcl"):
            for mark in grammar.children(clause, "mark", "case"):
                effect = self.tables.subordinator(shapes.words(mark))
                if effect is not None and effect.status == "conditional":
                    state.meet(mark, effect)
                    return

    # ------------------------------------------------------------------ one step up
    def _up(self, node: Token, state: _State) -> tuple[Token, int] | None:
        """What the word above does to the act; where to go on, and how much of that word's clause still counts."""
        parent = node.head
        if node.dep_ == "conj":
            return parent, self._shared(node)
        adverbs = {child.lower_ for child in node.lefts if child.dep_ == "advmod"}
        for mark in node.lefts:
            for able in self.tables.subordinators(shapes.words(mark), adverbs) if mark.dep_ in _MARKING else ():
                asks = able.status == "conditional" and node.dep_ == "ccomp"  # "asked if they had shelled the town"
                met = self.tables.asking if asks else able
                if self._joins(met, node):
                    state.meet(mark, met)
                    return None
        if parent.i == node.i or (node.dep_ == "amod" and node.tag_ == "VBN"):  # to free "detained men": they are
            return None
        inverted = shapes.inverted(node)
        if inverted is not None:
            state.meet(inverted, self.tables.inversion)
            return None
        parent, link = self._link(node)
        effect = self._governing(node, parent, link)
        if effect is not None:
            negator = self._negator(parent) or self._failed(parent, effect)
            state.meet(parent, effect, negated=negator is not None)
            if negator is not None:
                state.cues.append(negator)
            told = (
                node.dep_ == "ccomp" and shapes.has_to(parent) and shapes.is_past(node)
            )  # "grounds to believe it did"
            absorbed = effect.absorbs or told or (negator is not None and negator.i == parent.head.i)
            return None if absorbed else (parent, _NO_NEGATION)
        past = shapes.is_put_into_past(node)
        return self._denied_or_not(parent, state) if past else self._plain_step(node, parent, link, state)

    def _denied_or_not(self, parent: Token, state: _State) -> tuple[Token, int]:
        """What is "not known to have been" done was not; the tense of the word above does nothing."""
        if (negator := self._negator(parent)) is not None:
            state.standing = _negated(state.standing)
            state.cues.append(negator)
        return parent, _NO_NEGATION

    def _joins(self, effect: Effect, node: Token) -> bool:
        """Whether a conjunction does what it can do to the clause at `node`."""
        if effect.future and not self._is_to_come(node.head):
            return False
        if effect.to_come and shapes.is_past(node) and shapes.is_past(node.head) and not self._sets_terms(node.head):
            return False
        return not effect.under or node.tag_ in effect.under

    def _sets_terms(self, verb: Token) -> bool:
        """Whether the act at the verb makes terms, of which "until" names one ("suspended aid until …")."""
        entry = self._entries.get(verb.i)
        return entry is not None and entry.type in _TERMS

    def _is_to_come(self, node: Token) -> bool:
        """Whether a clause tells of the future: "will", or "would" in a report of what somebody said."""
        effects = [self.tables.modal(child) for child in grammar.children(node, "aux")]
        reported = shapes.is_reported(node)
        return any(it is not None and "planned" in {it.status, it.reported if reported else None} for it in effects)

    def _shared(self, node: Token) -> int:
        """How much of the first clause's own words a coordinated one shares."""
        own = {child.dep_ for child in node.children}
        if own & {"nsubj", "nsubj:pass", "aux", "cop", "expl"}:
            return _NOTHING
        joined = {child.lower_ for child in grammar.children(node, "cc")}
        return _NO_NEGATION if joined & self.tables.adversatives else _FULL

    def _governing(self, node: Token, parent: Token, link: str) -> Effect | None:
        if node.dep_ == "ccomp" and parent.dep_ in {"advcl", "acl"}:  # "provided that": a conjunction, parsed as a verb
            effect = self.tables.subordinator(parent.lower_)
            if effect is not None:
                return effect
        if node.dep_ in {"ccomp", "parataxis"}:
            effect = self.tables.report(parent)
            if effect is not None:
                return effect
        act = node.lemma_.lower()
        effect = self.tables.embedding(parent, link, act) or self._framed(node, parent, link)
        if effect is None and parent.dep_ == "acl":  # "information leading to the arrest"
            effect = self.tables.embedding(parent.head, parent.lemma_.lower(), act)
        undone = effect is not None and effect.status == "not_happened" and link == "obj"
        return None if undone and self._is_uttered(node) else effect  # who "blocked the order": it had been given

    def _framed(self, node: Token, parent: Token, link: str) -> Effect | None:
        """What the frame of the act above says of an act inside it."""
        entry = self._entries.get(parent.i)
        if entry is None or entry.inner_status in {None, "none"}:
            return None
        held = self._entries.get(node.i)
        if entry.type == "REJECT" and held is not None and held.uttered:
            return None
        if not any(path[-1] == link for path in entry.inner):
            return None
        return Effect(status=entry.inner_status, certainty=self.tables.inner_certainty.get(entry.type))  # type: ignore[arg-type]

    def _is_uttered(self, node: Token) -> bool:
        entry = self._entries.get(node.i)
        return entry is not None and entry.uttered

    def _failed(self, verb: Token, effect: Effect) -> Token | None:
        """The failure or refusal above a verb of preventing: what somebody "failed to prevent" took place."""
        if effect.status != "not_happened" or effect.negated is None:
            return None
        above = self.tables.embedding(verb.head, shapes.link(verb))
        undone = above is not None and above.status == "not_happened" and above.polarity == "negative"
        return verb.head if undone else None

    def _plain_step(self, node: Token, parent: Token, link: str, state: _State) -> tuple[Token, int] | None:
        """Constructions without a cue word: purposes, participles, light verbs, quantities."""
        lifting = node.dep_ in {"csubj", "csubj:pass"} and node.tag_ == "VBG" and not shapes.is_past(parent)
        if lifting or self._is_thought_of(node, parent):  # "lifting the ban is out of the question"
            state.standing = applied(state.standing, self.tables.thought_of)
            return None
        infinitive = shapes.has_to(node)
        by_means = parent.lemma_.lower() in self.tables.means and node.dep_ in {"advcl", "xcomp"}  # "used gas to kill"
        doing = node.dep_ == "advcl" and node.lemma_.lower() in self.tables.done_by_doing
        by_doing = infinitive and (doing or by_means)
        if infinitive and not by_doing and node.dep_ in {"advcl", "acl", "xcomp"}:
            ranked = node.dep_ == "acl" and self._is_ranked(parent)  # "the eighth politician to be killed this year"
            state.standing = state.standing if ranked else applied(state.standing, self.tables.purpose)
            return None if ranked else (parent, _NOTHING)
        means = node.tag_ == "VBG" and self._is_means(node)
        text = self._text_of(node, parent)
        if by_doing or means or text is not None or node.dep_ == "xcomp":
            return text or parent, _FULL
        if link == "in" and node.lemma_.lower() in self.tables.accompanying:
            return shapes.clause_above(parent), _FULL  # "will strike in support of the army"
        measured = link == "of" and parent.lemma_.lower() in self.tables.measures
        if measured or shapes.exists(node) or (parent.lemma_.lower(), link) in self.tables.light:
            once = shapes.exists(node) and self._negator(node) is not None  # "there was no attack"
            return parent, _NO_NEGATION if once else _FULL
        return None

    def _is_ranked(self, noun: Token) -> bool:
        """Whether somebody is counted among those who did it or had it done to them ("the first to be freed")."""
        return any(child.lower_ in self.tables.ranks for child in grammar.children(noun, "amod", "nummod", "advmod"))

    def _text_of(self, node: Token, noun: Token) -> Token | None:
        """The text that says it: a statement (by some) that condemns an act is made, or is blocked with its words."""
        if node.dep_ != "acl":
            return None
        nouns = (noun, noun.head) if noun.dep_ == "nmod" else (noun,)
        return next((text for text in nouns if text.lemma_.lower() in self.tables.texts), None)

    def _is_thought_of(self, node: Token, parent: Token) -> bool:
        """Whether an act that nobody has spoken of yet is weighed: "an attack would kill thousands"."""
        if node.dep_ != "nsubj" or node.tag_ != "NN" or grammar.children(node, "nmod:poss", "nummod"):
            return False
        if shapes.exists(node):  # "there will be an attack"
            return False
        if any(det.lower_ not in self.tables.indefinite for det in grammar.children(node, "det")):
            return False
        effects = [self.tables.modal(child) for child in grammar.children(parent, "aux")]
        return any(effect is not None for effect in effects)

    def _link(self, node: Token) -> tuple[Token, str]:
        """The word above and how the act hangs on it; in "wants the journalist arrested" that is the wanting."""
        noun = node.head
        bare = node.dep_ == "acl" and node.tag_ == "VBN" and noun.dep_ == "obj" and not list(node.rights)
        effect = self.tables.embedding(noun.head, "xcomp") if bare else None
        if effect is not None and effect.status not in {"happened", "ongoing"}:
            return noun.head, "xcomp"
        return noun, shapes.link(node)

    def _is_means(self, node: Token) -> bool:
        """A participle with no conjunction, or by or in which the governing act is done ("his help in ending it")."""
        marks = grammar.children(node, "mark", "case")
        if node.dep_ != "advcl" and not (node.dep_ == "acl" and marks):
            return False
        return all(mark.lower_ in self.tables.means_marks for mark in marks)


class _State:
    """The standing so far and the cues met."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.cues: list[Token] = []

    def meet(self, cue: Token, effect: Effect, *, negated: bool = False) -> None:
        self.standing = applied(self.standing, effect, negated=negated)
        self.cues.append(cue)


def _negated(standing: Standing) -> Standing:
    status = "not_happened" if standing.status in {"happened", "ongoing"} else standing.status
    return Standing(status=status, polarity=_turned(standing.polarity), certainty=standing.certainty)


def _apply_tense(node: Token, state: _State, *, in_heading: bool) -> None:
    """The present and the progressive tell of what goes on, an imperative of what is asked for.

    In a heading only the progressive goes on: "Rebels seize port" is its past.
    """
    if state.standing.status != "happened":
        return
    helpers = [child for child in node.children if child.dep_ in {"aux", "aux:pass", "cop"}]
    if any("Mood=Imp" in word.morph for word in (node, *helpers)):
        state.standing = msgspec.structs.replace(state.standing, status="hypothetical")
    progressive = node.tag_ == "VBG" and any(child.lemma_ == "be" for child in helpers)
    perfect = any(child.lemma_ == "have" for child in helpers)
    present = any(child.tag_ in {"VBZ", "VBP"} and child.dep_ in {"cop", "aux:pass"} for child in helpers)
    simple = node.tag_ in {"VBZ", "VBP"} and not in_heading
    if progressive or simple or (present and not perfect):
        state.standing = msgspec.structs.replace(state.standing, status="ongoing")

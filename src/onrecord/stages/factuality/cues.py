"""The cue words of the lexicon and what each does to the act in its reach."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality.effects import Effect, effect_of, effects_by_lemma, words_of
from onrecord.stages.factuality.scheduled import Days

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Certainty


_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj"})
_LIGHT_LINKS = {"object": "obj", "subject": "subj"}
_HELPERS = frozenset({"aux", "aux:pass", "cop"})


class CueTables:
    """Effects by lemma, one table for each kind of cue."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._modal = effects_by_lemma(lexicon, "modal")
        self._hedge = effects_by_lemma(lexicon, "hedge")
        self._modifier = effects_by_lemma(lexicon, "noun_modifier")
        self._subordinator = effects_by_lemma(lexicon, "subordinator")
        self._embedding = effects_by_lemma(lexicon, "embedding")
        self._report = effects_by_lemma(lexicon, "report")
        self.purpose = _first_of(lexicon, "purpose")
        self.thought_of = Effect(status="hypothetical", certainty="possible")
        self.fallen_through = Effect(status="not_happened", polarity="negative", certainty="probable")
        self.set_down = Effect(status="planned")
        self.decided = Effect(status="happened", certainty="probable", negated="not_happened")
        self.asking = self.subordinator("whether") or Effect(status="unclear")
        self.inversion = self.subordinator("if") or Effect(status="conditional")
        self._light = _light_verbs(lexicon)
        self._done_by = [
            (words_of(row["lemma"]), words_of(row.get("by", ()))) for row in lexicon.entries("done_by_doing")
        ]
        self.days = Days(lexicon)
        self._read_denials(lexicon)
        self._read_plans(lexicon)
        self._read_anybodys(lexicon)
        self._read_fiction(lexicon)
        self._read_clauses(lexicon)

    def _read_denials(self, lexicon: Lexicon) -> None:
        """Words that deny, doubt or ask."""
        self.negators, self.negative_words = lexicon.list("negator"), lexicon.list("negative_word")
        self.hardly_any = {
            **dict.fromkeys(lexicon.list("hardly_any_of_many"), True),
            **dict.fromkeys(lexicon.list("hardly_any_of_much"), False),
        }
        self.denying = self.negators | self.negative_words | lexicon.list("untrue_word")
        self.inner_certainty: Mapping[str, Certainty] = lexicon.map("inner_certainty")
        self.taken_for_granted = lexicon.list("question_of_fact")
        self.asked_by, self.truths = lexicon.list("question_predicate"), lexicon.list("truth_word")
        self.told_before = lexicon.list("told_before")

    def _read_plans(self, lexicon: Lexicon) -> None:
        """Plans and decisions, and the bodies whose decisions are deeds."""
        self._bodies, self._members = lexicon.list("deciding_body"), lexicon.list("deciding_member")
        self.politely, self.done_by_saying = lexicon.list("polite_modal"), lexicon.list("done_by_saying")
        self.unspoken, self.decisions = lexicon.list("unspoken_plan"), lexicon.list("decision_noun")
        self.plans, self.parts = lexicon.list("plan_text"), lexicon.list("part_of_plan")

    def _read_anybodys(self, lexicon: Lexicon) -> None:
        """What holds of anybody and at any time, so that nothing is told of: rules, breaches, habits."""
        self.breaches, self.spells = lexicon.list("breach_of_rule"), lexicon.list("spell_of_time")
        self.how_common = lexicon.list("how_common")
        self.often, self.each = lexicon.list("how_often"), lexicon.list("each_time")
        self.anybody, self.those = lexicon.list("anybody"), lexicon.list("those_who")
        self.whenever, self.supposing = lexicon.list("whenever"), lexicon.list("supposing_verb")
        self.rules, self.listing = lexicon.list("rule_noun"), lexicon.list("listing_verb")
        self.bodies, self.work_words = lexicon.list("service_body"), lexicon.list("line_of_work_word")
        self.dealing, self.undergoing = lexicon.list("verb_of_dealing"), lexicon.list("undergoing_verb")
        self.cared_for = lexicon.together("needy_person", "audience", "cared_for")
        self.definite, self.indefinite = lexicon.list("definite"), lexicon.list("indefinite")
        self.indefinite_any, self.ranks = lexicon.list("indefinite_any"), lexicon.list("rank_word")
        self.sufficing, self.measures = lexicon.list("sufficing_word"), lexicon.list("measure_noun")

    def _read_fiction(self, lexicon: Lexicon) -> None:
        """Works, games and images in which acts are made up or shown."""
        self.works, self.figures = lexicon.list("work_of_fiction"), lexicon.list("figure_of_fiction")
        self.games, self.images = lexicon.list("played_out"), lexicon.list("image_noun")
        self.telling, self.showing = lexicon.list("verb_of_fiction"), lexicon.list("showing_verb")
        self.texts, self.faked = lexicon.list("text_noun"), lexicon.list("faked_word")

    def _read_clauses(self, lexicon: Lexicon) -> None:
        """Verbs, nouns and marks by which a clause hangs on an act: its means, its price, what goes with it."""
        self.first_persons, self.adversatives = lexicon.list("first_person"), lexicon.list("adversative")
        self.aspects, self.lasting = lexicon.list("aspect_verb"), lexicon.list("lasting_verb")
        self.accompanying, self.prices = lexicon.list("accompanying_act"), lexicon.list("price_noun")
        self.means_marks, self.means = lexicon.list("means_mark"), lexicon.list("means_verb")
        self.said_by_protest, self.only = lexicon.list("said_by_protest"), lexicon.list("outcome_mark")
        self.naming = lexicon.list("naming_verb")
        self.subjects_of_talk = lexicon.list("subject_of_talk_mark")

    def lends(self, verb: Token, link: str, noun: Token) -> bool:
        """Whether it is a light verb of the noun, whose act is done where the verb's is."""
        nouns = self._light.get((verb.lemma_.lower(), link))
        return nouns is not None and (not nouns or noun.lemma_.lower() in nouns)

    def modal(self, token: Token) -> Effect | None:
        """The effect of an auxiliary."""
        return _first(self._modal, token)

    def hedge(self, token: Token) -> Effect | None:
        """The effect of an adverb ("allegedly")."""
        return _first(self._hedge, token)

    def modifier(self, token: Token) -> Effect | None:
        """The effect of an adjective before an event noun ("planned", "alleged")."""
        return _first(self._modifier, token)

    def subordinator(self, word: str, beside: Collection[str] = ()) -> Effect | None:
        """The effect of a conjunction or preposition ("if", "whether", "without"), and of the adverbs `beside` it."""
        return next(iter(self.subordinators(word, beside)), None)

    def subordinators(self, word: str, beside: Collection[str] = ()) -> list[Effect]:
        """All that such a word may do, by what stands around it ("before" the past, the present or what is to come)."""
        found = self._subordinator.get(word, ())
        return [effect for effect in found if not effect.adverb or not effect.adverb.isdisjoint(beside)]

    def report(self, token: Token) -> Effect | None:
        """The effect of a reporting word on what it reports ("deny", "allege")."""
        return _first(self._report, token)

    def embedding(self, token: Token, link: str, act: str = "", *, unreal: bool = False) -> Effect | None:
        """The effect of a governing word on the act, of lemma `act`, that hangs on it by `link`.

        `unreal` is whether the act is only planned, tried or thought of by the words below the governing one.
        """
        for effect in self._embedding.get(token.lemma_.lower(), ()) or self._embedding.get(token.lower_, ()):
            if (effect.under and link not in effect.under) or (effect.tagged and token.tag_ not in effect.tagged):
                continue
            if effect.nominal and token.pos_ not in _NOUNS:
                continue
            beside = token.head if token.dep_ in _HELPERS else token  # "is yet to be signed": both hang on the act
            if effect.adverb and not any(child.lower_ in effect.adverb for child in beside.children):
                continue
            if (effect.acts and act not in effect.acts) or (effect.body and not self._is_by_a_body(token)):
                continue
            if (effect.unreal and not unreal) or (effect.own and not self._is_of_the_speaker(token)):
                continue
            if effect.by and not self._is_of_one(token, effect.by):
                continue
            if effect.bare and grammar.children(token, "xcomp", "ccomp", "csubj"):
                continue
            return effect
        return None

    def is_done_by(self, verb: Token, act: str) -> bool:
        """Whether who does what the verb says, for the sake of the act, has done the act by it ("met to discuss")."""
        lemma = verb.lemma_.lower()
        return any(act in acts and (not verbs or lemma in verbs) for acts, verbs in self._done_by)

    def negator(self, node: Token) -> Token | None:
        """The word that denies the act at `node`: "not", "no longer", or "no" and "neither" of a party."""
        for child in node.children:
            if child.dep_ in {"advmod", "det", "cc", "cc:preconj"} and child.lower_ in self.negators:
                if not grammar.says_there_is_more(child):
                    return child
                continue
            over = grammar.no_longer(child)
            if over is not None:
                return over
            if child.dep_ not in _PARTIES:
                continue
            if child.lower_ in self.negative_words:
                return child
            for part in child.lefts:
                if part.dep_ in {"det", "cc:preconj"} and part.lower_ in self.negative_words:
                    return part
            if (scarce := self._hardly_any(child)) is not None:
                return scarce
        return None

    def _hardly_any(self, noun: Token) -> Token | None:
        """The word that leaves next to none of it: "few states", "little help", not "a few" or "the little town"."""
        before = [noun, *grammar.children(noun, "det", "amod", "nmod:poss", "nummod", "advmod")]
        scarce = next((word for word in before if word.lower_ in self.hardly_any), None)
        if scarce is None or noun.pos_ == "PROPN":
            return None
        counted = any(word.dep_ != "amod" for word in before if word.i not in {noun.i, scarce.i})
        small = scarce.i != noun.i and self.hardly_any[scarce.lower_] != (noun.tag_ == "NNS")
        return None if counted or small else scarce

    def denied_together(self, node: Token, parent: Token) -> bool:
        """Whether one word denies both: the "no" of "launched no attack" is that of its object, "nothing" is one."""
        denied = self.negator(parent)
        return denied is not None and denied in (self.negator(node), node)

    def _is_of_the_speaker(self, verb: Token) -> bool:
        return any(head.lower_ in self.first_persons for head in grammar.surface_subjects(verb))

    def _is_of_one(self, verb: Token, nouns: frozenset[str]) -> bool:
        """Whether one of the nouns is its subject, or a part of it is ("the first phase of the deal")."""
        for head in grammar.surface_subjects(verb):
            wholes = grammar.prep_objects(head, frozenset({"of", "in"})) if head.lemma_.lower() in self.parts else []
            if any(one.lemma_.lower() in nouns for one in (head, *wholes)):
                return True
        return False

    def _is_by_a_body(self, verb: Token) -> bool:
        """Whether a body as a whole does it, by its name or by its members without a number."""
        noun = verb.pos_ in _NOUNS  # "the court's decision", "a decision by parliament"
        by = grammar.prep_objects(verb, frozenset({"by"})) if noun else []
        heads = [*grammar.children(verb, "nmod:poss"), *by] if noun else grammar.surface_subjects(verb)
        return bool(heads) and all(
            (head.ent_type_ == "ORGANIZATION" and "Number=Plur" not in head.morph)
            or head.lemma_.lower() in self._bodies
            or (head.lemma_.lower() in self._members and not grammar.children(head, "nummod", "det", "amod"))
            for head in heads
        )


def _light_verbs(lexicon: Lexicon) -> Mapping[tuple[str, str], frozenset[str]]:
    """By lemma and link the nouns that a light verb lends its subject, none of them where it lends to any."""
    table: dict[tuple[str, str], frozenset[str]] = {}
    for row in lexicon.entries("light_verb"):
        key = row["lemma"], _LIGHT_LINKS.get(row.get("noun", "object"), row.get("noun", ""))
        nouns = frozenset(row.get("nouns", ()))
        before = table.get(key, nouns)
        table[key] = nouns | before if nouns and before else frozenset()
    return table


def _first_of(lexicon: Lexicon, kind: str) -> Effect:
    rows = lexicon.entries(kind)
    return effect_of(rows[0], lexicon) if rows else Effect(status="planned")


def _first(table: Mapping[str, tuple[Effect, ...]], token: Token) -> Effect | None:
    found = table.get(token.lower_) or table.get(token.lemma_.lower())
    return found[0] if found else None


@lru_cache(maxsize=4)
def cue_tables(lexicon: Lexicon) -> CueTables:
    """The cue tables of a lexicon, built once."""
    return CueTables(lexicon)

"""The party behind a thing that is backed or condemned: "rejected | Kyiv's | plan", "a proposal | from Cairo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.scenes import WITH_SCENE
from onrecord.stages.events.what_it_calls import makers_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.lexicon.steps import PathSteps

# Types that say where somebody stands on a thing of others.
STANDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_A, _APART = frozenset({"a", "an"}), frozenset({",", "—", "–"})
_FROM, _OF, _BY = frozenset({"from"}), frozenset({"of"}), frozenset({"by"})
_OWNERS = frozenset({"person", "group", "organization"})
_MADE = frozenset({"obj", "nsubj:pass"})
_TAKES = frozenset({"seize", "arrest"})
_ON_GOODS = frozenset({"SANCTION", "CONCEDE", "RETREAT"})  # put on them, or lifted


class Makers:
    """Finds the parties behind such things in one report; `can_act` says whether a word stands for a party."""

    def __init__(self, who: Who, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._who = who
        self._can_act = can_act
        self._made, self._places = lexicon.list("made_thing"), lexicon.list("place_noun")
        self._making = lexicon.list("verb_of_authors")
        self._crewed, self._personal = lexicon.list("crewed"), lexicon.list("somebodys_place")
        self._news = lexicon.list("news_noun")
        self._summaries = lexicon.together("summary_noun", "summary_of_words")
        self._of_words = lexicon.list("summary_of_words")

    def whose(self, things: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """Who made, does or owns the things, by the words before them, or by the clause of "the news that they won"."""
        found = self._owners(things, entry, actors) or self._named_before(things, entry, actors)
        found = found or self._authors(things, entry, actors) or self._behind_what(things, entry, actors)
        return self._newsmakers(things, entry) or found

    def _owners(self, things: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """Whose a thing is on which somebody takes a stand: "rejected a Chinese demand", "demanded her exit"."""
        if entry.type not in STANDS and entry.type != "REQUEST":
            return []
        before = [child for thing in things for child in grammar.children(thing, "amod", "nmod:poss")]
        doers = [None, *(self._who.at(actor.i) for actor in actors)]
        made = [child for child in before if child.pos_ != "PRON" or self._who.at(child.i) not in doers]
        owners = [child for child in made if child.dep_ == "nmod:poss" and self._can_act(child)]
        if entry.type == "REQUEST":  # "demanded Ruiz's release"
            owners = [owner for owner in owners if owner.pos_ == "PRON"]
        known = (child for child in made if child.ent_type_ == "NORP" and self._who.at(child.i) is not None)
        named = {child.i for child in (*owners, *known)}
        return [child for child in made if child.i in named]

    def homes_of(
        self, things: list[Token], entry: EventEntry, actors: list[Token], is_bare_spot: Callable[[Token], bool]
    ) -> list[Token]:
        """Whose buildings and grounds force is used on: "burned the huts | of farmers", "raided | its | base".

        A place has no owner by the place it is part of ("the outskirts of the town").
        """
        if entry.type not in WITH_SCENE:
            return []
        spots = [thing for thing in things if is_bare_spot(thing) or thing.lemma_.lower() in self._places]
        if entry.mode in _TAKES:  # "impounded the boats | of two fishermen"
            spots += [thing for thing in things if thing.lemma_.lower() in self._crewed and thing not in spots]
        beside = [it for spot in spots for it in grammar.children(spot, "nmod:poss")]
        owners = [*beside, *(it for spot in spots for it in self._owned_by(spot))]
        doers = [self._who.at(actor.i) for actor in actors]
        known = [owner for owner in owners if owner not in things and self._who.type_at(owner.i) in _OWNERS]
        return [owner for owner in known if self._who.at(owner.i) not in doers]

    def _owned_by(self, spot: Token) -> list[Token]:
        """Whose it is by what stands behind "of"; a church or a street "of St. Peter" is nobody's.

        "The homes of hundreds | of families" are theirs.
        """
        itself = self._who.at(spot.i)
        behind: list[Token] = []
        for owner in grammar.prep_objects(spot, _OF):
            known = self._who.at(owner.i)
            counted = known is None or known is itself
            behind += (grammar.prep_objects(owner, _OF) if counted else []) or [owner]
        personal = spot.lemma_.lower() in self._personal
        return [it for it in behind if personal or it.ent_type_ != "PERSON"]

    def _authors(self, things: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """By whom a thing was made of which it is told: "condemned a decree issued | by the junta"."""
        if entry.type not in STANDS:
            return []
        called = [it for thing in things for it in (thing, *_called(thing))]
        told = [clause for thing in called for clause in grammar.children(thing, "acl")]
        made = [it for it in told if it.tag_ == "VBN" and it.lemma_.lower() in self._making]
        doers = [doer for clause in made for doer in grammar.prep_objects(clause, _BY) if self._can_act(doer)]
        return [doer for doer in doers if doer not in actors]

    def above(self, things: list[Token], entry: EventEntry) -> list[Token]:
        """Who made the things on which the stand is a clause: "**the junta** issued a decree | that he condemned".

        People do not go by "which": "proposed a curfew for boys, | which the board opposes".
        """
        if entry.type not in STANDS:
            return []
        found: list[Token] = []
        for thing in things:
            clauses = grammar.children(thing, "acl:relcl")
            which = any(it.lower_ == "which" for clause in clauses for it in grammar.children(clause, "obj"))
            whole = _whole(thing)
            made = bool(clauses) and whole.dep_ in _MADE and whole.head.lemma_.lower() in self._making
            if made and (self._who.at(thing.i) is None or (which and self._is_no_body(thing))):
                own = {id(self._who.at(it.i)) for clause in clauses for it in grammar.logical_subjects(clause)}
                doers = grammar.logical_subjects(whole.head)
                found += [it for it in doers if self._can_act(it) and id(self._who.at(it.i)) not in own]
        return found

    def _is_no_body(self, thing: Token) -> bool:
        """Whether "which" cannot take it up: people, and places without a name ("homes")."""
        entity = self._who.at(thing.i)
        return entity is not None and entity.type != "organization" and not entity.named

    def _behind_what(self, things: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """Who did what "what" stands for: "denounced what it called an attempt | by the firm | to cut pay"."""
        if entry.type not in STANDS and entry.type != "PROTEST":
            return []
        nouns = [it for it in things if it.head.dep_ == "acl:relcl" or it.dep_ == "ccomp"]
        return [head for head in makers_of(nouns) if self._can_act(head) and head not in actors]

    def _newsmakers(self, things: list[Token], entry: EventEntry) -> list[Token]:
        """Who does what the news is that is welcomed or deplored: "welcomed the news that Chad had freed the crew"."""
        if entry.type not in {"SUPPORT", "ACCUSE"}:
            return []
        news = [thing for thing in things if thing.lemma_.lower() in self._news]
        told = [clause for thing in news for clause in grammar.children(thing, "acl", "ccomp")]
        told = [clause for clause in told if clause.pos_ == "VERB" and not grammar.is_passive(clause)]
        return [doer for clause in told for doer in grammar.surface_subjects(clause) if self._can_act(doer)]

    def movers(self, things: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """Who did what a noun sums up: "flogged nine, | in a move condemned by", ", a decision | praised by"."""
        if entry.type not in STANDS:
            return []
        verbs = [verb for thing in things for verb in self._summed_up(thing)]
        doers = [doer for verb in verbs for doer in grammar.logical_subjects(verb) if self._can_act(doer)]
        return [doer for doer in doers if doer not in actors]

    def _summed_up(self, thing: Token) -> list[Token]:
        """The verb whose act the noun stands for, behind "in" or set apart by a comma."""
        if thing.lemma_.lower() not in self._summaries or not any(it.lower_ in _A for it in thing.lefts):
            return []
        node, beside = thing.head, grammar.preposition(thing) == "in" or thing.left_edge.is_punct
        apart = thing.left_edge.i > 0 and thing.left_edge.nbor(-1).text in _APART
        while node.pos_ not in {"VERB", "AUX"} and node.head.i != node.i:
            node = node.head
        while node.dep_ == "ccomp" and thing.lemma_.lower() in self._of_words:  # "said it was a lie, a remark"
            node = node.head
        return [node] if (beside or apart) and node.pos_ == "VERB" and node.i < thing.i else []

    def origins(self, things: list[Token], path: PathSteps | None, entry: EventEntry) -> list[Token]:
        """From where goods come that are kept out or let in: "called for tariffs on goods | from China"."""
        if entry.type not in _ON_GOODS and (entry.type not in {"ACCUSE", "REQUEST"} or path is None or len(path) == 1):
            return []
        goods = [thing for thing in things if not self._can_act(thing)]
        return [head for thing in goods for head in grammar.prep_objects(thing, _FROM) if self._can_act(head)]

    def _named_before(self, things: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """The bodies by whose names words and decisions go: "condemned the Supreme Court ruling", "the UN call"."""
        if entry.type not in STANDS:
            return []
        made = [thing for thing in things if thing.lemma_.lower() in self._made]
        before = [child for thing in made for child in grammar.children(thing, "compound", "nmod:desc")]
        doers = [self._who.at(actor.i) for actor in actors]
        return [child for child in before if self._is_body(child) and self._who.at(child.i) not in doers]

    def _is_body(self, head: Token) -> bool:
        return self._who.type_at(head.i) == "organization" and self._can_act(head)


def _called(thing: Token) -> list[Token]:
    """What a thing is called behind a comma: "the development, | a complex proposed by a builder"."""
    called = [it for it in grammar.children(thing, "appos") if it.tag_ == "NN"]
    return [it for it in called if any(word.lower_ in _A for word in it.lefts)]


def _whole(thing: Token) -> Token:
    """The noun in whose phrase it stands: "plans for homes", "a policy of turning away boats"."""
    while thing.dep_ == "nmod" or (thing.dep_ == "obj" and thing.head.tag_ == "VBG" and thing.head.dep_ == "acl"):
        thing = thing.head if thing.dep_ == "nmod" else thing.head.head
    return thing

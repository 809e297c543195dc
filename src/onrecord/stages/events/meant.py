"""Who is meant where a path leads to another word: "dozens" to the people counted, "the town" to the act there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger

_PEOPLE = frozenset({"person", "group"})
_OF_THINGS = frozenset({"that", "which"})
_AT_WHOM = frozenset({"on", "against", "at"})
_ABOVE = _AT_WHOM | {"of", "in", "near", "from"}
_FILLS = ("obj", "obl", "xcomp", "ccomp", "advmod")
_INNER_NOUNS = frozenset({"nmod", "nmod:desc", "compound", "appos", "flat"})
_ARTICLES = frozenset({"a", "an", "the"})


class Meant:
    """Replaces the head that a path leads to by who is meant; `can_act` says whether a word stands for a party."""

    def __init__(self, who: Who, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._who = who
        self._can_act = can_act
        self._lexicon = lexicon
        self._fates = lexicon.list("fate_noun")
        self._instruments = lexicon.list("instrument")
        self._measures = lexicon.list("measure_noun")
        self._listing = lexicon.list("listing_verb")

    def people_before(self, trigger: Trigger, entry: EventEntry) -> list[Token]:
        """In "dispersed students | protesting" they protest, though it hangs on the verb; harm is what the verb did."""
        token = trigger.token
        if (
            entry.type == "ASSAULT"
            or token.dep_ != "advcl"
            or token.tag_ != "VBG"
            or grammar.children(token, "mark", "nsubj", "case")
        ):
            return []
        beside = [] if token.left_edge.is_punct else grammar.children(token.head, "obj", "obl")
        before = [noun for noun in beside if noun.right_edge.i + 1 == token.left_edge.i]
        before = [noun for noun in before if grammar.preposition(noun) != "to"]  # "wrote to the king | demanding"
        return [noun for noun in before if self._who.type_at(noun.i) in _PEOPLE]

    def blamed(self, trigger: Trigger) -> list[Token]:
        """In "imposed sanctions on two firms | for selling arms" the firms sold them.

        So too in "upheld the conviction of the priest | for molesting boys".
        """
        token = trigger.token
        marks = {child.lower_ for child in grammar.children(token, "mark", "case")}
        if token.dep_ not in {"advcl", "acl"} or token.tag_ != "VBG" or marks != {"for"}:
            return []
        if token.dep_ == "acl":  # hung on the priest, or on his conviction
            noun = token.head.head if token.head.dep_ == "nmod" else token.head
            return [head for head in _borne_by(noun) if self._can_act(head)] if self._is_penalty(noun) else []
        nouns = grammar.children(token.head, "obj", "nsubj:pass")
        things = [noun for noun in nouns if not self._can_act(noun)]
        found = [head for noun in things for head in grammar.prep_objects(noun, _AT_WHOM)]
        found = found or [head for noun in things if self._is_penalty(noun) for head in _borne_by(noun)]
        return [head for head in found if self._can_act(head) and head.i < token.i]

    def _is_penalty(self, noun: Token) -> bool:
        """Whether the noun is of what somebody suffers by law ("conviction", "sentence", "arrest")."""
        frames = self._lexicon.events.get(noun.lemma_.lower(), ())
        return noun.lemma_.lower() in self._fates or any(it.type == "SANCTION" and it.pos == "NOUN" for it in frames)

    def act_meant(self, trigger: Trigger, heads: list[Token]) -> list[Token]:
        """In "two bombings in the market of Kano which killed nine" the clause hangs on the town: it means the act.

        So in "a raid on a convoy that killed nine", but not "on troops who killed nine".
        """
        clause = grammar.conjuncts(trigger.token)[0]  # "that killed and injured nine"
        if clause.dep_ != "acl:relcl" or len(heads) != 1:
            return heads
        entity = self._who.at(heads[0].i)
        node = heads[0]
        relative = {child.lower_ for child in grammar.children(clause, "nsubj", "nsubj:pass")}
        if relative & _OF_THINGS and (blow := self._blow_above(node)) is not None:
            return [blow]
        while entity is not None and entity.type == "place" and node.dep_ in _INNER_NOUNS:
            node = node.head
            if node.lemma_.lower() in self._instruments:
                return [node]
        return heads

    def _blow_above(self, node: Token) -> Token | None:
        """The blow in whose phrase the noun stands: "the attack on a convoy of | the mission"."""
        while node.dep_ == "nmod" and grammar.preposition(node) in _ABOVE:
            if node.head.lemma_.lower() in self._instruments and grammar.preposition(node) in _AT_WHOM:
                return node.head
            node = node.head
        return None

    def left_open(self, trigger: Trigger) -> list[Token]:
        """Who stands before a clause whose infinitive has no object: "the men they were sent | to protect"."""
        token = trigger.token
        inner = [token] if grammar.has_to(token) else grammar.children(token, "xcomp", "advcl")
        for verb in inner:
            clause = verb.head
            told = grammar.children(clause, "nsubj", "nsubj:pass")
            full = grammar.children(clause, "obj", "obl") or grammar.children(verb, *_FILLS)
            if clause.dep_ != "acl:relcl" or full or not grammar.has_to(verb) or not told:
                continue
            if self._can_act(clause.head) and clause.head not in grammar.surface_subjects(clause):
                return [clause.head]
        return []

    def owners_meant(self, trigger: Trigger, heads: list[Token]) -> list[Token]:
        """In "pressed by the judge, his answer was short" it is he who was pressed."""
        if trigger.token.dep_ != "advcl" or not grammar.is_passive(trigger.token):
            return heads
        return [
            owner
            for head in heads
            for owner in ([] if self._can_act(head) else grammar.children(head, "nmod:poss")) or [head]
        ]

    def named(self, heads: Iterable[Token]) -> list[Token]:
        """Several who are named behind their noun: "two mayors, Ana Silva and Per Dahl" are Silva and Dahl.

        So too who is named right behind it.
        """
        found: dict[int, Token] = {}
        for head in heads:
            for member in self._names_behind(head) or self._listed(head) or self._name_beside(head) or [head]:
                found.setdefault(member.i, member)
        return [found[i] for i in sorted(found)]

    def who_is_told_of(self, head: Token) -> Token:
        """Whose name stands before a comma and what he is: "China, | an ally that brokered the truce"."""
        name = head.head
        first = head.left_edge
        told = head.dep_ == "appos" and not head.ent_type_ and name.ent_type_ and head.tag_ == "NN"
        article = any(word.lower_ in _ARTICLES for word in head.lefts)
        apart = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
        alone = len(grammar.conjuncts_below(name)) == 1 and len(grammar.conjuncts_below(head)) == 1
        return name if told and article and apart and alone and self._can_act(name) else head

    def _name_beside(self, head: Token) -> list[Token]:
        """Who is named right behind a noun: "our ally | Turkey", "the regional power | Ethiopia"."""
        if head.ent_type_ or head.pos_ != "NOUN":
            return []
        beside = [name for name in grammar.children(head, "appos") if name.ent_type_ and _follows(head, name)]
        several = any(len(grammar.conjuncts_below(name)) > 1 for name in beside)  # all of them stand behind it, or none
        return beside if all(map(self._can_act, beside)) and not several else []

    def _listed(self, head: Token) -> list[Token]:
        """Who are some of them by the verb: "states that have recognised it | include Chad and Mali"."""
        verb = head.head
        if head.tag_ not in {"NNS", "DT"} or head.dep_ != "nsubj" or verb.lemma_.lower() not in self._listing:
            return []
        named = [name for first in grammar.children(verb, "obj") for name in grammar.conjuncts_below(first)]
        return named if all(name.ent_type_ and self._can_act(name) for name in named) else []

    def _names_behind(self, head: Token) -> list[Token]:
        counted = grammar.prep_objects(head, frozenset({"of"})) if head.pos_ == "NUM" else []
        head = counted[0] if len(counted) == 1 else head  # "two of his aides, Ana Silva and Per Dahl"
        people = head.tag_ == "NNPS" and head.ent_type_ == "NORP"  # "two Republicans, Ana Silva and Per Dahl"
        if head.tag_ != "NNS" and not people:
            return []
        for first in grammar.children(head, "appos"):
            beside = [it for it in grammar.children(head, "conj") if it.i > first.i and it.ent_type_ == "PERSON"]
            listed = [*grammar.conjuncts_below(first), *beside]  # "three ministers, Bo, | Cy and Dee"
            alike = first.ent_type_ and all(name.ent_type_ == first.ent_type_ for name in listed)
            if alike and len(listed) > 1 and all(map(self._can_act, listed)):
                return listed
        return []

    def counted(self, heads: Iterable[Token]) -> list[Token]:
        """Those who are counted stand behind the count: "all of the troops", "a number of ministers and officials"."""
        found: list[Token] = []
        for head in heads:
            members = [it for it in grammar.prep_objects(head, frozenset({"of"})) if self._can_act(it)]
            some = head.pos_ == "NUM" and all(it.pos_ == "NOUN" for it in members)  # "two of his aides"
            counts = head.lemma_.lower() in self._measures or head.pos_ in {"DET", "PRON"} or some
            first = self._who.at(head.i)
            if members and counts and (first is None or head.pos_ in {"DET", "PRON"}):
                found += members
            else:
                found += [head, *(members[1:] if counts else ())]
        return found


def _borne_by(noun: Token) -> list[Token]:
    """Whose the fate is: "the conviction of | the priest", "the priest's conviction"."""
    return [*grammar.prep_objects(noun, frozenset({"of"})), *grammar.expand(grammar.children(noun, "nmod:poss"))]


def _follows(noun: Token, name: Token) -> bool:
    """Whether the name stands right behind the noun, without a comma."""
    return name.left_edge.i == noun.i + 1 and not name.left_edge.is_punct

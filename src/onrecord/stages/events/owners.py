"""The party behind a thing that is the doer: a weapon's user or owner, whoever issued a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.light_verbs import light_verb
from onrecord.stages.events.paths import Trigger, follow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_THAT = frozenset({"that"})
_HAVING = frozenset({"have", "get"})
_THE = frozenset({"the", "this", "that", "these", "those"})
_HIS = frozenset({"his", "her"})
_OF, _FOR = frozenset({"of"}), frozenset({"for", "over"})
_OF_WHOM = ("of",)
_LOST_BY = (("from",), ("obj", "from"))
_OF_NOUNS = frozenset({"acl", "advcl"})
_OWNERS = (("poss",), ("by",), ("mod",), ("from",))
_BEFORE = ("mod",)


class Owners:
    """Looks behind things for parties; `can_act` says whether a word stands for one."""

    def __init__(self, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._lexicon = lexicon
        self._can_act = can_act
        self._instruments = lexicon.list("instrument")
        self._crewed = lexicon.list("crewed")
        self._shares = lexicon.list("quantity_noun") | lexicon.list("share_noun")
        self._measures = lexicon.list("measure_noun")
        self._issuing = lexicon.list("issuing_verb")
        self._using = lexicon.list("weapon_use")
        self._claiming, self._owning_up = lexicon.list("claiming_verb"), lexicon.list("own_deed_verb")
        self._share_in_deed = lexicon.list("share_in_deed")
        self._sharing_verbs, self._reckoning = lexicon.list("verb_of_sharing"), lexicon.list("verb_of_reckoning")
        self._unproved, self._answering_for = lexicon.list("unproved"), lexicon.list("answering_for")
        self._undergoing = lexicon.list("verb_of_undergoing")
        self._holding = lexicon.list("holding")
        self._doing = lexicon.list("doing_participle")
        self._hindrances = lexicon.list("hindrance")

    def sides(self, heads: Sequence[Token], *, tools: bool) -> list[Token]:
        """Whose weapons or papers they are, where nobody among the doers can act of himself.

        With `tools` a ship's crew can: it shoots, but it backs nobody.
        """
        users = self._users([head for head in heads if head.lemma_.lower() in self._instruments or head.pos_ == "NUM"])
        acting = any(self._can_act(head) or (tools and head.lemma_.lower() in self._crewed) for head in heads)
        return users or ([] if acting else self._behind(heads))

    def losers(self, trigger: Trigger) -> list[Token]:
        """From whom something is seized: "took the port from the Houthis", "wrested the town from rebel control"."""
        heads = [head for path in _LOST_BY for head in follow(trigger, path)]
        held = [head for head in heads if head.lemma_.lower() in self._holding]
        return [head for head in heads if self._can_act(head) and head not in held] + self._behind(held)

    def is_anothers(self, clause: Token) -> bool:
        """Whether it is the attempt or plan of somebody else: who "survived an attempt | to oust him" ousted nobody."""
        noun = clause.head
        verb = noun.head
        own = grammar.children(noun, "nmod:poss") or grammar.prep_objects(noun, frozenset({"by"}))
        own = own or grammar.children(clause, "nsubj", "nsubj:pass", "obl:agent")
        if clause.dep_ in _OF_NOUNS and not own and self._hindrances & _by_name(noun):
            return True  # "stands in the way of saving lives"
        if clause.dep_ != "acl" or own or verb.lemma_.lower() not in self._undergoing:
            return False
        passive = grammar.is_passive(verb)
        return noun.dep_ == ("nsubj:pass" if passive else "obj")

    def givers(self, trigger: Trigger) -> list[Token]:
        """Who did to the subject what the noun is of: "paid a fine | imposed by the regulator".

        So too who calls the act his own, or says that it is not: "claimed responsibility for the bombing of a mosque".
        """
        deed = trigger.token if trigger.pos == "NOUN" and trigger.support is None else None
        if deed is not None and (sharers := self._owning(deed) or self._sharing(deed)):
            return sharers
        if trigger.token.dep_ == "xcomp" and trigger.pos == "VERB":
            return self._causers(trigger.token)
        if trigger.subject != "recipient":
            claims = self._claims(trigger.token) if trigger.token.lemma_.lower() in self._instruments else []
            return [doer for claim in claims for doer in grammar.logical_subjects(claim) if self._can_act(doer)]
        nouns = (trigger.token, *grammar.children(trigger.token, "nmod"))  # "a fine of two million euros | imposed by"
        clauses = [clause for noun in nouns for clause in grammar.children(noun, "acl", "acl:relcl")]
        told = [clause for clause in clauses if grammar.is_passive(clause)]
        return [doer for clause in told for doer in grammar.logical_subjects(clause) if self._can_act(doer)]

    def _owning(self, deed: Token) -> list[Token]:
        """Who denies or admits a deed of his own: "denies | shelling of the port", "his part in the raid".

        Of others one can deny "the shelling".
        """
        seat = deed.head if deed.head.lemma_.lower() in self._share_in_deed else deed
        bare = seat is not deed or (deed.lower_.endswith("ing") and not grammar.children(deed, "det"))
        if not bare or seat.head.lemma_.lower() not in self._owning_up:
            return []
        held = seat.dep_ == "obj" or (seat.dep_ == "obl" and grammar.preposition(seat) == "to")
        doers = grammar.logical_subjects(seat.head) if held else []
        return [doer for doer in doers if self._can_act(doer)]

    def _sharing(self, deed: Token) -> list[Token]:
        """Whose share in a deed is told as known: "was hanged for **his** role in the raid", "had a hand in".

        Who is only held or charged for his role may have had none, so too whose "alleged role" it is.
        """
        first = grammar.conjuncts(deed)[0]
        if first.head.lemma_.lower() in self._answering_for and grammar.preposition(first) == "for":
            return self._answerable(first.head)
        seats = grammar.children(first.head, "obj") if first.dep_ == "obl" else [first.head]  # "played a part | in it"
        seat = seats[0] if seats else first
        shared = first.dep_ in {"nmod", "obl"} and grammar.preposition(first) == "in"
        kind = {child.lower_ for child in grammar.children(seat, "amod", "det")}
        if not shared or seat.lemma_.lower() not in self._share_in_deed or kind & self._unproved:
            return []
        verb, lemma = seat.head, seat.head.lemma_.lower()
        if seat.dep_ == "obj" and lemma in self._sharing_verbs and "no" not in kind and not grammar.is_denied(verb):
            doers = grammar.logical_subjects(verb)
        elif seat.dep_ == "obl" and grammar.preposition(seat) in _FOR and lemma in self._reckoning:
            doers = grammar.expand(grammar.children(seat, "nmod:poss"))
        else:
            return []
        return [doer for doer in doers if self._can_act(doer)]

    def _answerable(self, state: Token) -> list[Token]:
        """Of whom it is said that he did it: "the army was **responsible** for the shelling of the port"."""
        marks = {mark.lower_ for mark in grammar.children(state, "mark")}
        open_to = marks - _THAT  # "if the army is responsible for"
        modal = any(aux.tag_ == "MD" for aux in grammar.children(state, "aux"))
        if open_to or modal or grammar.is_denied(state) or not grammar.children(state, "cop"):
            return []
        return [doer for doer in grammar.surface_subjects(state) if self._can_act(doer)]

    def _causers(self, done: Token) -> list[Token]:
        """Who had it done to others: "the premier | had his rival arrested".

        What is done to "a son" or to "its envoy", or to a thing of his, is rather suffered ("had his car stolen").
        """
        verb = done.head
        objects = [child for child in grammar.children(verb, "obj", "iobj") if child.i < done.i]
        counts = [head for head in objects if head.pos_ == "NUM"]
        objects = grammar.prep_objects(counts[0], _OF) if counts else objects  # "two of his aides"
        if verb.lemma_ not in _HAVING or not grammar.is_passive(done) or not any(map(self._can_act, objects)):
            return []
        if not all(map(_is_certain, objects)) or any(map(grammar.is_reflexive, objects)):
            return []
        return [doer for doer in grammar.surface_subjects(verb) if self._can_act(doer)]

    def is_named_after(self, name: Token) -> bool:
        """Whether a participle before a noun says it has to do with him, not that he does it: "Qaeda-inspired"."""
        above = grammar.conjuncts(name)[0].head
        return above.tag_ == "VBN" and name.i < above.i and above.lower_ not in self._doing

    def planners(self, clause: Token) -> list[Token]:
        """Whose plan or effort it is by the words before the noun: "government efforts | to defeat the rebels"."""
        noun = clause.head
        own = grammar.children(noun, "nmod:poss") or grammar.prep_objects(noun, frozenset({"by"}))
        told = grammar.children(clause, "nsubj", "nsubj:pass", "aux:pass", "obl:agent")
        infinitive = grammar.has_to(clause)
        if clause.dep_ != "acl" or not infinitive or own or told or self._can_act(noun):
            return []
        before = [child for child in grammar.children(noun, "amod", "compound", "nmod:desc") if child.i < noun.i]
        return [head for child in before for head in grammar.conjuncts_below(child) if self._can_act(head)]

    def _behind(self, heads: Sequence[Token]) -> list[Token]:
        """Whose statement, report, bombing it is: possessor, "by" phrase, or name before the noun."""
        groups = [head for head in heads if self._is_group(head)]
        if groups:
            return groups
        for step in _OWNERS:
            found = [
                owner
                for head in heads
                if head.pos_ in {"NOUN", "PROPN"} and not (step == _BEFORE and self._is_of_another(head))
                for owner in follow(Trigger(token=head, pos="NOUN"), step)
                if self._can_act(owner) and not self.is_named_after(owner)
            ]
            if found:
                return found
        return self._counted(heads) or self._issuers(heads)

    def _is_of_another(self, head: Token) -> bool:
        """Whether a thing that acts is told whose it is behind it: "the Spanish edition | of the paper"."""
        lemma = head.lemma_.lower()
        if head.dep_ != "nsubj" or lemma in self._instruments or lemma in self._lexicon.events:
            return False
        return bool(grammar.prep_objects(head, _OF))

    def _counted(self, heads: Sequence[Token]) -> list[Token]:
        """Of whom a share or a weapon is: "two thirds of the council"; but "the death of the judge" is none.

        What lasts or comes in numbers is whose the acts are: "two days of raids by the army".
        """
        parts = self._shares | self._instruments
        shares = [head for head in heads if head.pos_ == "NUM" or head.lemma_.lower() in parts | self._measures]
        shares = [head for head in shares if not self.is_done_to_whom(head)]
        found = [member for head in shares for member in grammar.prep_objects(head, frozenset({"of"}))]
        if any(head.lemma_.lower() in self._instruments for head in shares):
            found = [member for member in found if member.pos_ != "PRON"]  # "six shells of them" were theirs or not
        return [member for member in found if self._can_act(member)] or (self._behind(found) if found else [])

    def is_done_to_whom(self, head: Token) -> bool:
        """Whether it is a blow whose "of" says on whom it fell: "the shelling | of the town"."""
        nouns = [entry for entry in self._lexicon.events.get(head.lemma_.lower(), ()) if entry.pos == "NOUN"]
        suffers = any(_OF_WHOM in entry.recipient for entry in nouns)
        return suffers and not any(_OF_WHOM in entry.actor for entry in nouns)

    def _is_group(self, head: Token) -> bool:
        """People called by their nation ("Palestinian forces"), but not what the nation does ("Israeli strikes")."""
        lemma = head.lemma_.lower()
        if head.tag_ != "NNS" or lemma in self._instruments or lemma in self._lexicon.events:
            return False
        return any(child.ent_type_ == "NORP" for child in grammar.children(head, "amod"))

    def _users(self, heads: Sequence[Token]) -> list[Token]:
        """Who fired or claims it, or from where: "missiles fired by Iran", "rockets launched from Lebanon"."""
        uses = [use for head in heads for use in grammar.children(head, "acl") if use.lemma_.lower() in self._using]
        uses += [verb for head in heads for verb in self._claims(head)]
        found = [doer for use in uses for doer in grammar.logical_subjects(use)]
        found = found or [place for use in uses for place in grammar.prep_objects(use, frozenset({"from"}))]
        return [doer for doer in found if self._can_act(doer)]

    def _claims(self, head: Token) -> list[Token]:
        """The verb by which somebody calls the act his own: "claimed the ambush, which killed nine"."""
        told = grammar.children(head, "acl", "acl:relcl")
        seat = head if head.dep_ in {"obj", "nsubj:pass"} else head.head  # "claimed responsibility for the attack"
        held = seat.dep_ in {"obj", "nsubj:pass"} and (seat is head or grammar.preposition(head) == "for")
        verbs = [*told, seat.head] if held else told
        return [verb for verb in verbs if verb.lemma_.lower() in self._claiming and not grammar.is_denied(verb)]

    def _issuers(self, heads: Sequence[Token]) -> list[Token]:
        """Of "issued a report that condemned", "passed a resolution condemning": whoever issued or passed it."""
        for head in heads:
            found = light_verb(head, self._lexicon) if head.pos_ == "NOUN" else None
            verb = found[0] if found is not None and found[1] == "actor" else self._issue(head)
            if verb is not None:
                doers = grammar.logical_subjects(verb)
                return [doer for doer in doers if self._can_act(doer) or doer.lemma_.lower() in self._crewed]
        return []

    def _issue(self, head: Token) -> Token | None:
        """The verb by which a paper was issued or a weapon used, where it is its object ("fired missiles that hit")."""
        verbs = self._issuing | self._using if head.lemma_.lower() in self._instruments else self._issuing
        return head.head if head.dep_ in {"obj", "nsubj:pass"} and head.head.lemma_.lower() in verbs else None


def _by_name(noun: Token) -> set[str]:
    """The noun as a list may name it: alone, or behind its preposition."""
    lemma = noun.lemma_.lower()
    return {lemma, f"{grammar.preposition(noun)} {lemma}"}


def _is_certain(head: Token) -> bool:
    """Whether the words say which one it is, and not that it is one of theirs."""
    owners = grammar.children(head, "nmod:poss")
    if owners:
        return all(owner.pos_ != "PRON" or owner.lower_ in _HIS for owner in owners)
    return head.pos_ in {"PROPN", "PRON"} or any(child.lower_ in _THE for child in head.lefts)

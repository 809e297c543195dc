"""Lemmas that the lexicon knows, where the network's lemma is none it knows.

A network spells a lemma as an edit of the form and now and then spells it wrong ("struc" for "struck"), which would
silence every entry of the word. Only words whose lemma no entry has, but whose form belongs to a lemma that some
entry has, are changed. What the tree calls a passive verb is one, though tagged as an adjective ("two were hurt").

A verb whose past looks like its present ("its drones hit a depot") tells of what was done: reports tell of acts. So
does a past form that the network takes for a present one ("rebels overran the base").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.text import having
from onrecord.lexicon.forms import form_table, inflections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon


_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj"})
_OWN = frozenset({"nsubj", "nsubj:pass", "aux", "obj", "iobj", "ccomp", "xcomp"})
_OF_PASSIVES = {"cop": "aux:pass", "nsubj": "nsubj:pass"}


def mend_lemmas(doc: Doc, lexicon: Lexicon) -> None:
    """Put right lemmas that the lexicon does not know, and passive verbs tagged as adjectives.

    Time linear in tokens.
    """
    tables = _tables(lexicon)
    alike = lexicon.list("past_like_present")
    for place in having(doc, "DEP", ("aux:pass",)):
        head = doc[place].head
        if head.pos_ == "ADJ":
            head.pos_, head.tag_ = "VERB", "VBN"
    _mend_participles(doc, lexicon.list("participle_as_adjective"))
    _mend_adverbs(doc)
    _mend_kinds(doc, lexicon.list("kind_of_people"))
    for place in having(doc, "TAG", ("VBP", "VBZ")):
        token = doc[place]
        if token.lower_ in tables["VERB"].irregular or (token.tag_ == "VBP" and token.lower_ in alike):
            token.tag_ = "VBD"
    for pos, table in tables.items():
        for place in having(doc, "POS", (pos,)):
            token = doc[place]
            form, lemma = token.lower_, token.lemma_.lower()
            if table.misspells(form, lemma) or (pos == "VERB" and form in alike):
                token.lemma_ = form
                continue
            if lemma in table.lemmas and form not in table.irregular:
                continue
            known = table.forms.get(form)
            if known is not None and known != lemma:
                token.lemma_ = known


def verb_with_form(form: str, lexicon: Lexicon) -> str:
    """The verb of the lexicon that a word in small letters is a form of ("stabbing", "seized"); empty for others."""
    return _tables(lexicon)["VERB"].forms.get(form, "")


class _Table:
    def __init__(self, lemmas: frozenset[str], irregular: Mapping[str, str]) -> None:
        self.lemmas = lemmas
        self.irregular = {form: lemma for form, lemma in irregular.items() if lemma in lemmas and form not in lemmas}
        self.forms = form_table(lemmas, self.irregular)

    def misspells(self, form: str, lemma: str) -> bool:
        """Whether a lemma of ours was made of a regular past tense that is not its own ("ram" of "ramped")."""
        return form.endswith("ed") and lemma in self.lemmas and form != lemma and form not in self.forms


def _mend_participles(doc: Doc, as_adjective: AbstractSet[str]) -> None:
    """In "the injured men" and "two men were hurt" somebody injured them, by whatever tag."""
    for place in having(doc, "DEP", ("acl",)):
        _mend_reduced(doc[place])
    for place in having(doc, "DEP", ("cop",)):
        state = doc[place].head
        if state.pos_ == "ADJ" and state.lower_ in as_adjective:
            state.pos_, state.tag_ = "VERB", "VBN"
            for child in state.children:
                child.dep_ = _OF_PASSIVES.get(child.dep_, child.dep_)
    for place in having(doc, "DEP", ("amod",)):
        before = doc[place]
        if before.pos_ == "VERB" and before.tag_ == "JJ" and before.lower_.endswith("ed"):
            before.tag_ = "VBN"


def _mend_kinds(doc: Doc, kinds: AbstractSet[str]) -> None:
    """An adjective right behind an article that stands for a noun is one: "**the homeless** marched on city hall"."""
    for place in having(doc, "LOWER", kinds):
        word = doc[place]
        alone = word.dep_ in _ARGUMENTS and place > 0 and word.nbor(-1).lower_ == "the"
        if alone and word.pos_ in {"ADJ", "NOUN"} and word.nbor(-1).head.i == place:
            word.pos_, word.tag_, word.lemma_ = "NOUN", "NNS", word.lower_


def _mend_reduced(clause: Token) -> None:
    """A past right behind a noun, with nobody who does it, is a participle: "a leader | deported | from Chad"."""
    if clause.tag_ == "VBD" and not any(it.dep_ in _OWN for it in clause.children):
        clause.tag_ = "VBN"


def _mend_adverbs(doc: Doc) -> None:
    """What has subject and object is a verb, though its form is an adverb's, too ("Spain and Peru back the deal")."""
    for place in having(doc, "POS", ("ADV",)):
        word = doc[place]
        labels = {child.dep_ for child in word.children}
        if {"nsubj", "obj"} <= labels and word.right_edge.i > word.i:
            word.pos_ = "VERB"
            word.tag_ = word.tag_ if word.tag_.startswith("VB") else "VBP"


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has it as the noun of an act ("kidnapping"), which as a verb is a form of another."""
    return any(entry.pos == "NOUN" for entry in lexicon.events.get(word, ()))


@lru_cache(maxsize=4)
def _tables(lexicon: Lexicon) -> dict[str, _Table]:
    irregular = {str(form): str(lemma) for form, lemma in lexicon.map("irregular_form").items()}
    verbs = lexicon.lemmas("VERB")
    # "prepared" stands in entries as an adjective does; of a verb it is a form, and "prepare" the lemma.
    forms = {form for lemma in verbs for form in inflections(lemma) - {lemma}}
    inflected = {form for form in forms if form.endswith("ed") or (form.endswith("ing") and _is_noun(form, lexicon))}
    return {"VERB": _Table(verbs - inflected, irregular), "NOUN": _Table(lexicon.lemmas("NOUN"), irregular)}

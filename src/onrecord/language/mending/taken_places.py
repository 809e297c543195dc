"""Towns that a network takes for people, told by what is done to them: "retook Gondar", "a nun from Tarija".

Nobody is overrun or patrolled but places. A town that few have heard of looks like a family name, and so it is put
right by its verb, or by the place beside it in a list; a name that begins with somebody's given name stays a person's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.plain_words import Span

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_TAKEN = frozenset({"obj", "nsubj:pass"})
_OF_PEOPLE = frozenset({"nmod:desc", "appos", "nmod:poss"})
_MORE = frozenset({"compound:prt", "xcomp", "iobj"})  # "took Ali hostage"


def mend_taken_places(doc: Doc, lexicon: Lexicon) -> None:
    """Give names of persons that are objects of such verbs the label of places; time linear in names."""
    persons = [name for name in doc.ents if name.label_ == "PERSON"]
    places = {name.start for name in persons if _is_place(name, lexicon)}
    if places:
        doc.set_ents([
            Span(doc, name.start, name.end, label="PLACE") if name.start in places else name for name in doc.ents
        ])  # fmt: skip


def _is_place(name: Span, lexicon: Lexicon) -> bool:
    first = at = name.root
    if any(child.dep_ in _OF_PEOPLE for child in first.children) or _is_given(name[0], lexicon):
        return False
    if _is_home(first, lexicon):
        return True
    while at.dep_ == "conj" and at.head.ent_type_ in {"PERSON", "PLACE"}:
        at = at.head
    verb = at.head
    if at.dep_ not in _TAKEN or verb.pos_ != "VERB" or any(child.dep_ in _MORE for child in verb.children):
        return False
    beside = at.i != first.i and at.ent_type_ == "PLACE"
    lemma = verb.lemma_.lower()
    return lemma in lexicon.list("done_to_places") or (beside and lemma in lexicon.list("done_to_places_too"))


def _is_home(name: Token, lexicon: Lexicon) -> bool:
    """Whether somebody is from it: "the senator from Tarija"."""
    cases = [child.lower_ for child in name.children if child.dep_ == "case"]
    of_somebody = name.dep_ == "nmod" and name.head.lemma_.lower() in lexicon.map("person_noun")
    return of_somebody and len(cases) == 1 and cases[0] in lexicon.list("home_preposition")


def _is_given(word: Token, lexicon: Lexicon) -> bool:
    return word.lower_ in lexicon.together("female_name", "male_name", "title")

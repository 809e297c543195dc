"""A person's name in apposition to the place or body that the office before it is of: "the mayor of Lyon, Ana Silva".

Parsers hang the name on the noun nearest to it, and so name the town Ana Silva. It goes to the office, of two joined
ones to the first.
They also take the middle one of three for what the first is: "the firm, its chairman and two lawyers" are three,
and what a verb is about for what the phrase before it is: "condemned in strong terms the raid"; and a town and its
state for the officer from there: "accused Reno, Nev., officer Per Dahl". Behind a verb of saying they give it two
subjects: "said | one of them, | Ana Silva". Where two are named, the first name is a party of its own to them:
"his wife, Carol, and his father, Edwin". Behind a clause on somebody his name is joined to the last one in it:
"a man who worked for Arla, | Bo Lee".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_NO_PERSONS = frozenset({"PLACE", "ORGANIZATION"})
_LEADS = frozenset({"det", "nmod:poss"})
_UNDER = frozenset({"nmod", "obl", "obj", "compound", "acl", "acl:relcl"})
_MOST_STEPS = 3


def mend_appositions(doc: Doc, lexicon: Lexicon) -> None:
    """Hang names of persons on the offices that they fill; `doc` is changed in place, time linear in tokens."""
    persons = lexicon.map("person_noun")
    for place in having(doc, "DEP", ("appos",)):
        token = doc[place]
        if _is_listed(token):
            token.dep_ = "conj"
        elif _is_object(token):
            hang(token, token.head.head, "obj")
        elif _is_from_there(token, persons):
            _put_first(token, token.head)
        elif token.ent_type_ == "PERSON" and _is_no_person(token.head, persons):
            office = _office_above(token.head)
            if office is not None and office.lemma_.lower() in persons:
                hang(token, office)
        if token.ent_type_ == "PERSON" and token.dep_ == "appos":
            _join_offices(token, persons)
    _name_listed(doc, persons)
    for place in having(doc, "DEP", ("nsubj", "dep")):
        if doc[place].ent_type_ == "PERSON" and (beside := _told_before(doc[place], persons)) is not None:
            hang(doc[place], beside, "appos")


def _name_listed(doc: Doc, persons: Mapping[str, str]) -> None:
    for place in having(doc, "DEP", ("conj",)):
        name = doc[place]
        if name.ent_type_ != "PERSON":
            continue
        if _is_named_in_list(name, persons):
            name.dep_ = "appos"
        elif (who := _told_of_first(name, persons)) is not None:
            others = [it for it in name.head.rights if it.dep_ == "conj" and it.i > name.i]
            hang(name, who, "appos")
            for other in others:
                hang(other, who)


def _told_of_first(name: Token, persons: Mapping[str, str]) -> Token | None:
    """Who is named behind a clause on him, of which the last word is a name: "a man who worked for Arla, | Bo Lee"."""
    node, first = name.head, name.left_edge
    alone = first.i > 0 and (first.text == "," or first.nbor(-1).text == ",")
    if not alone or node.ent_type_ not in _NO_PERSONS or any(child.dep_ == "cc" for child in name.children):
        return None
    for _ in range(_MOST_STEPS + 1):
        if node.dep_ not in _UNDER or node.head.i > node.i:
            return None
        clause, node = node, node.head
        if clause.dep_ in {"acl", "acl:relcl"}:
            one = node.tag_ == "NN" and not node.ent_type_ and node.lemma_.lower() in persons
            return node if one and any(it.dep_ in _LEADS for it in node.lefts) else None
    return None


def _is_named_in_list(name: Token, persons: Mapping[str, str]) -> bool:
    """Whether a name behind a comma says who somebody's kin is, before a second one is told so.

    "His wife, Carol, and his father, Edwin", "the mayor, Bo Lee, and the police chief, Ana Silva".
    """
    kin, end = name.head, name.right_edge.i + 1
    one = kin.tag_ == "NN" and kin.lemma_.lower() in persons and name.i == kin.i + 2 and name.nbor(-1).text == ","
    if not one or end >= len(name.doc) or name.doc[end].text != "," or name.doc[end].head.dep_ != "conj":
        return False
    second = name.doc[end].head
    return second.pos_ == "NOUN" and any(it.ent_type_ == "PERSON" and it.dep_ == "appos" for it in second.rights)


def _told_before(name: Token, persons: Mapping[str, str]) -> Token | None:
    """Who is named so by a name that the parser makes a second subject, or does not know where to hang."""
    if name.dep_ == "nsubj":
        return _subject_before(name)
    office = _office_before(name)
    return office if office is not None and office.lemma_.lower() in persons else None


def _subject_before(name: Token) -> Token | None:
    """The subject that stands before a name and a comma, both behind the verb."""
    first = name.left_edge
    if first.text != "," or name.i < name.head.i:
        return None
    near = [it for it in name.head.rights if it.dep_ == "nsubj" and it.right_edge.i == first.i - 1]
    return near[0] if near else None


def _is_listed(token: Token) -> bool:
    """Whether "and" and another of the list follow right behind it, with no comma that would close an apposition."""
    end = token.right_edge.i + 1
    if token.pos_ not in {"NOUN", "NUM"} or token.i < token.head.i:
        return False
    joins = end < len(token.doc) and token.doc[end].dep_ == "cc"
    return joins and any(it.dep_ == "conj" and it.i == token.doc[end].head.i for it in token.head.rights)


def _is_object(token: Token) -> bool:
    """Whether it is the object of its verb, with no comma before it: "condemns in strong terms | the raid"."""
    noun, first = token.head, token.left_edge
    verb = noun.head
    if token.pos_ != "NOUN" or noun.dep_ != "obl" or verb.pos_ != "VERB" or first.i != noun.i + 1:
        return False
    begins = first.dep_ in {"det", "cc:preconj"} or first.pos_ == "DET"
    return begins and not any(child.dep_ in {"obj", "ccomp", "xcomp", "nsubj:pass"} for child in verb.children)


def _is_from_there(office: Token, persons: Mapping[str, str]) -> bool:
    """Whether a bare office with a name stands behind a town and its state, which tell from where he is."""
    town, first = office.head, _first_word(office)
    named = office.lemma_.lower() in persons and any(child.ent_type_ == "PERSON" for child in office.rights)
    bare = named and not any(child.dep_ in _LEADS for child in office.lefts)
    if not bare or town.head is town or first.i <= town.i + 2 or first.nbor(-1).text != ",":
        return False
    return any(
        state.ent_type_ == "PLACE" and _first_word(state).i == town.i + 2 and state.right_edge.i == first.i - 2
        for state in town.rights
        if state.i < first.i and not state.is_punct
    )


def _first_word(noun: Token) -> Token:
    """The first word of its phrase, less a comma."""
    return noun.left_edge.nbor(1) if noun.left_edge.is_punct else noun.left_edge


def _put_first(office: Token, town: Token) -> None:
    """Hang the office where the town hung, with what hangs on the town but its state."""
    moved = [it for it in town.children if it is not office and not town.i < it.i < office.i]
    hang(office, town.head, town.dep_)
    for child in moved:
        hang(child, office)
    hang(town, office, "nmod:unmarked")


def _is_no_person(noun: Token, persons: Mapping[str, str]) -> bool:
    """Whether a noun names a place or a body, or a common thing, or the client "for" whom a lawyer is."""
    if noun.ent_type_ == "PERSON":
        return any(child.dep_ == "case" and child.lower_ == "for" for child in noun.children)
    return noun.ent_type_ in _NO_PERSONS or (noun.pos_ == "NOUN" and noun.lemma_.lower() not in persons)


def _join_offices(name: Token, persons: Mapping[str, str]) -> None:
    """Make one person's of two offices that one article joins: "the founder and president of Arla, Ana Silva"."""
    second = next((child for child in name.head.rights if child.dep_ == "conj" and child.i < name.i), name.head)
    first = second.head
    offices = all(one.tag_ in {"NN", "NNP"} and one.lemma_.lower() in persons for one in (first, second))
    own, led = (any(child.dep_ in _LEADS for child in one.lefts) for one in (second, first))
    if second.dep_ == "conj" and offices and led and not own:
        hang(second, first, "appos")
        hang(name, first)


def _office_above(token: Token) -> Token | None:
    """The singular noun at the top of a chain of "of" and "for" phrases."""
    for _ in range(_MOST_STEPS):
        if token.dep_ != "nmod":
            return None
        token = token.head
        if not token.ent_type_:
            break
    return token if token.tag_ in {"NN", "NNP"} else None


def _office_before(name: Token) -> Token | None:
    """The noun whose phrase a comma ends right before a name in a heading: "Speech by the mayor of Lyon, Ana Silva"."""
    if name.i < 2 or name.nbor(-1).text != ",":
        return None
    return next((c for c in name.head.rights if c.dep_ == "nmod" and c.right_edge.i == name.i - 2), None)

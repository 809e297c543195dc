"""Words that do not tell what or who is meant: bare "bill", "this deal", "opposing sides"; "the two countries"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.reading.position import Position
    from onrecord.reading.span import Target
    from onrecord.stages.positions.room import Room

_POINTING = frozenset({"this", "that"})
_SOME = frozenset({"the", "both", "all", "these", "those"})
_POINTING_ALONE = frozenset({"so", "this", "that"})
_TELLS_KIND = frozenset(
    {"nmod", "nmod:poss", "nmod:desc", "compound", "acl", "acl:relcl", "ccomp", "appos", "nummod", "amod"}
)


def says_nothing(head: Token, toward: Target, room: Room, *, more: bool) -> bool:
    """Whether nobody can tell from the words what it is: a pronoun, "that goal", "such a step", bare "policies".

    Args:
        head: what the words hang by.
        toward: the words.
        room: the report.
        more: whether something beside the head says which it is.
    """
    if head.pos_ == "PRON" and toward.start == head.idx:
        return True
    if head.pos_ == "VERB":
        return any(child.lower_ in _POINTING_ALONE and child.dep_ != "mark" for child in head.rights)  # "doing so"
    if head.pos_ != "NOUN":
        return False
    word, lexicon = head.lemma_.lower(), room.lexicon
    empty = lexicon.list("unspecific_word")
    told = [child for child in head.lefts if child.dep_ == "amod" and child.lower_ not in empty]
    if word in lexicon.list("sided_noun") and len(told) < sum(child.dep_ == "amod" for child in head.lefts):
        return not told  # "backed | opposing sides | in the war"
    return not more and (is_bare_paper(head, room) or (word in lexicon.list("empty_noun") and not told))


def is_bare_paper(noun: Token, room: Room) -> bool:
    """Whether it is only the name of a kind of paper or agreement: headline "bill", "this deal"; not "a bill"."""
    if noun.tag_ != "NN" or noun.lemma_.lower() not in room.lexicon.list("bare_paper"):
        return False
    pointed = (child.lower_ in _POINTING for child in noun.children if child.dep_ == "det")
    return all(pointed) and not any(child.dep_ in _TELLS_KIND for child in noun.children)


def is_of_whoever(position: Position, room: Room) -> bool:
    """Whether only a count or an article says whose stand it is: "the two countries", "all the parties"."""
    words, side = room.head_of(position.holder), room.entity(position.holder)
    before = room.who.antecedent(words.i) if words is not None else None
    head = room.head_of(before) if before is not None else words
    if head is None or head.tag_ != "NNS" or head.lemma_.lower() not in room.lexicon.list("side_of_some"):
        return False
    known = side is not None and (side.named or not side.name[1:].islower())  # "Chad and Mali"
    some = any(child.lower_ in _SOME for child in head.lefts)
    return some and not known and not any(child.dep_ in _TELLS_KIND - {"nummod"} for child in head.children)

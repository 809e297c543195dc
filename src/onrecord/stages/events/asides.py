"""What clauses and nouns beside an act tell by their own shape: a reason given, a state left behind, a bare kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token


def whole_mark(mark: Token) -> str:
    """The conjunction with all its words: "in case"."""
    return " ".join(word.lower_ for word in (mark, *grammar.children(mark, "fixed")))


def is_undetermined(noun: Token) -> bool:
    """Whether no article, number or owner says which they are."""
    return not grammar.children(noun, "det", "nummod", "nmod:poss")


def is_reason_given(clause: Token) -> bool:
    """What the doer says about it ("refused to send missiles, arguing that they would draw Berlin in")."""
    return clause.tag_ == "VBG" and bool(grammar.children(clause, "ccomp"))


def is_left_so(clause: Token) -> bool:
    """What becomes of others by it ("walked out, leaving patients untreated")."""
    return clause.tag_ == "VBG" and any(state.pos_ == "ADJ" for state in grammar.children(clause, "xcomp"))


def is_beside(clause: Token) -> bool:
    """A clause with its own subject that "with" sets beside the act ("in favour, with the liberals abstaining")."""
    marks = grammar.children(clause, "mark", "case")
    return any(mark.lower_ == "with" for mark in marks) and bool(grammar.children(clause, "nsubj", "nsubj:pass"))

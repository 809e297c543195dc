"""Whether the report itself calls a clause false: "it is no longer true that", "he wrongly says that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import negation

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_CLAUSES = frozenset({"ccomp", "csubj", "acl", "xcomp"})
_MAX_STEPS = 6


def is_called_untrue(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the clause of `verb` stands under a word by which it is not so.

    That is a word of what is false, one of what is true with a negation, or an adverb by which who says it is wrong.
    Time grows with how deep the clause stands.
    """
    false, true = lexicon.list("called_false"), lexicon.list("truth_word")
    wrongly = lexicon.list("wrongly")
    node = verb
    for _ in range(_MAX_STEPS):
        above = node.head
        told = node.dep_ == "acl:relcl" and any(child.dep_ == "mark" for child in node.lefts)  # "not the case that"
        if above is node or not (told or node.dep_ in _CLAUSES):
            return False
        word, negated = above.lemma_.lower(), negation(above) is not None
        if above.pos_ in {"ADJ", "NOUN"} and word in (true if negated else false):
            return True
        if node.dep_ == "ccomp" and any(c.dep_ == "advmod" and c.lower_ in wrongly for c in above.children):
            return True
        node = above
    return False

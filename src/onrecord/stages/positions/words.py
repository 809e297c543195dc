"""Forms of the words by which parties take stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon


@lru_cache(maxsize=4)
def word_forms(lexicon: Lexicon) -> dict[str, str]:
    """Forms of all words that the positions stage knows."""
    entries = [entry for kind in ("stance", "absence") for entry in lexicon.entries(kind)]
    words = {str(entry["lemma"]) for entry in entries if entry["pos"] != "ADJ"}
    words |= {str(word) for word in lexicon.map("stance_governor")} | lexicon.list("stance_light_verb")
    words |= lexicon.list("stance_favour_verb") | lexicon.list("stance_open_verb")
    words |= lexicon.list("stance_giving_verb") | lexicon.together("labelling_verb", "judging_verb")
    return lexicon.form_table(words)


def lemma_of(token: Token, lexicon: Lexicon) -> str:
    """The lexicon's lemma where it knows the form, else the network's; who "is backing" it has no noun there."""
    known = word_forms(lexicon).get(token.lower_)
    return token.lemma_.lower() if known is None or (known == token.lower_ and token.tag_ == "VBG") else known

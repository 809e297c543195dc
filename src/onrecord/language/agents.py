"""By whom somebody was asked or made to do something: "was forced to resign | by the army".

A parser hangs the phrase on the infinitive, whose doer stands before it already. It goes to the passive verb, which
else has nobody who does it. Where the infinitive has a "by" of its own ("told to stand by the king"), is itself passive
("chosen to be tried by a jury"), or the noun names nobody ("by Friday", "by phone"), it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_NAMES = frozenset({"PERSON", "ORGANIZATION"})
_LOOSE = frozenset({"obl", "obl:unmarked", "advmod", "advcl", "punct"})  # they may as well go with the passive verb


def mend_agents(doc: Doc, lexicon: Lexicon, is_country: Callable[[str], bool]) -> None:
    """Hang such phrases on the passive verb; `doc` is changed in place, time linear in tokens."""
    parties = lexicon.together("person_noun", "group_noun", "organization_noun")
    with_by = lexicon.list("verb_with_by")
    for place in having(doc, "DEP", ("obl", "obl:agent")):
        noun = doc[place]
        done, asked = noun.head, noun.head.head
        if done.dep_ != "xcomp" or grammar.preposition(noun) != "by" or done.lemma_.lower() in with_by:
            continue
        if not grammar.has_to(done) or grammar.is_passive(done) or not _lacks_doer(asked):
            continue
        behind = [child for child in done.rights if child.i > place]
        names = noun.ent_type_ in _NAMES or noun.lemma_.lower() in parties or is_country(noun.text)
        if names and done.i < place and all(child.dep_ in _LOOSE for child in behind):
            hang(noun, asked, "obl:agent")
            for child in behind:
                hang(child, asked)


def _lacks_doer(asked: Token) -> bool:
    """Whether it is a passive verb by which nobody is named as its doer."""
    return asked.tag_ == "VBN" and grammar.is_passive(asked) and not grammar.children(asked, "obl:agent")

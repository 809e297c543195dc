"""The day of a statement, where the parser hangs it on what is stated: "said | on Tuesday | they would free 12".

"The rebels said on Tuesday they would release 12 soldiers": agencies put the day of the statement between the verb of
saying and the clause, and a parser trained on other prose hangs it on the clause. Then a report of Tuesday's words is
read as a plan for Tuesday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_ADJUNCTS = frozenset({"obl", "obl:unmarked", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl", "csubj"})


def mend_speech_times(doc: Doc, lexicon: Lexicon) -> None:
    """Hang the time between a verb and the subject of its clause on the verb; time linear in tokens.

    Only where the words stand directly behind the verb ("said on Tuesday they would"): what stands behind a comma or
    behind "that" is of the clause.
    """
    days = lexicon.together("time_weekday", "time_dayword")
    for place in having(doc, "LOWER", days):
        token = doc[place]
        if token.dep_ in _ADJUNCTS and _stands_between(token):
            hang(token, token.head.head)


def _stands_between(token: Token) -> bool:
    """Whether the token's phrase stands between the verb that its clause depends on and the clause's subject."""
    clause = token.head
    verb = clause.head
    if clause.dep_ != "ccomp" or verb.i != token.left_edge.i - 1 or token.right_edge.is_punct:
        return False
    return any(child.dep_ in _SUBJECTS and child.left_edge.i == token.right_edge.i + 1 for child in clause.lefts)

"""An acronym in brackets behind the name whose letters it has is that name's, wherever it stands in the report.

"The Joint Monitoring Office (JMO) … the JMO withdrew": a network that reads a paragraph at a time sees only letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

_MOST_LETTERS = 7
_OPENING = frozenset({"(", "["})


def take_acronyms(doc: Doc) -> None:
    """Give acronyms the label of the names that they stand behind in brackets; time linear in tokens."""
    brackets = having(doc, "ORTH", _OPENING)
    if not brackets:
        return
    names = {name.end: name for name in doc.ents if len(name) > 1}
    meant: dict[str, str] = {}
    for at in brackets:
        name = names.get(at)
        if name is not None and at + 2 < len(doc) and doc[at + 2].text in {")", "]"} and _is_of(doc[at + 1].text, name):
            meant.setdefault(doc[at + 1].text, name.label_)
    if not meant:
        return
    kept = {name.start: name for name in doc.ents}
    inside = {i for name in doc.ents for i in range(name.start, name.end)}
    for i in having(doc, "ORTH", meant):
        if i not in inside or (i in kept and len(kept[i]) == 1):
            kept[i] = Span(doc, i, i + 1, label=meant[doc[i].text])
    doc.set_ents([kept[start] for start in sorted(kept)])


def initials(words: Sequence[str]) -> list[str]:
    """The acronyms that these words may have: of the capitalised ones, and of all ("Bank of Oslo": "BO" and "BOO")."""
    first = [word[0] for word in words if word[0].isalpha()]
    if words and words[0].lower() == "the":
        first = first[1:]
    capitals = "".join(letter for letter in first if letter.isupper())
    return [short for short in dict.fromkeys((capitals, "".join(first).upper())) if len(short) > 1]


def _is_of(short: str, name: Span) -> bool:
    return len(short) <= _MOST_LETTERS and short in initials([token.text for token in name])

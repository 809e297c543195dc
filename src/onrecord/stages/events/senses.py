"""One sense per report: a bare "the strikes" are air strikes where the report told of air strikes last.

A noun that says nothing more of itself means what it meant when it was last told in full (Gale, Church and Yarowsky
1992, "One Sense Per Discourse").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.conditions import is_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.stages.events.paths import Trigger

_BARE = frozenset({"det", "case", "punct", "cc", "mark"})


def in_sense_of_report(found: Iterable[tuple[Trigger, EventEntry]]) -> Iterator[tuple[Trigger, EventEntry]]:
    """The triggers of a report in text order, bare nouns with the entry of the same noun as it was last told in full.

    An entry that asks for nothing fires on a bare noun. What a verb's entry asks for is told in full too.
    """
    told: dict[str, EventEntry | None] = {}
    part: set[int] = set()
    for trigger, entry in found:
        word = trigger.token.lemma_.lower()
        if trigger.pos != "NOUN":
            nouns = [noun for noun in trigger.token.rights if any(is_among(noun, ask.lemmas) for ask in entry.needs)]
            told.update(dict.fromkeys(noun.lemma_.lower() for noun in nouns))
            part.update(noun.i for noun in nouns)
        elif trigger.token.i in part:
            pass  # "went on strike" is one act, told by its verb
        elif entry.weight:
            told[word] = entry
        elif _is_bare(trigger.token):
            full = told.get(word)
            yield trigger, full if full is not None and full.type != entry.type else entry
            continue
        yield trigger, entry


def _is_bare(noun: Token) -> bool:
    """Whether the noun stands with nothing but an article and a preposition before it."""
    return all(child.dep_ in _BARE for child in noun.children)

"""Recipients of acts that others set off: "the seizure of the ship | by commandos | prompted a protest"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.makers import STANDS
from onrecord.stages.events.paths import Trigger, follow

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.scenes import Scenes

_BLAMED = frozenset({"ASSAULT", "COERCE"})
_DOERS_OF_NOUNS = (("by",), ("mod",))
_OF = frozenset({"of"})


class Prompted:
    """Finds such recipients in one report; `can_act` says whether a word stands for a party."""

    def __init__(self, lexicon: Lexicon, can_act: Callable[[Token], bool], scenes: Scenes) -> None:
        self._lexicon = lexicon
        self._can_act = can_act
        self._scenes = scenes
        self._prompts = lexicon.together("deed_of_force", "fate_noun")

    def answering(self, heads: list[Token], entry: EventEntry) -> list[Token]:
        """Whom it is done to where it is set off by them: of a deed its doer ("the police shooting sparked protests").

        What is said or voted against stands as it is: "the killing drew criticism", "the verdict prompted protests".
        """
        if entry.type in STANDS:
            return heads
        deeds = [head for head in heads if self._is_prompt(head, entry) and not self._can_act(head)]
        wholes = [head for head in heads if head not in deeds and not self._can_act(head)]  # "the imposition of a ban"
        parts = [part for head in wholes for part in grammar.prep_objects(head, _OF) if self._is_prompt(part, entry)]
        deeds += [part.head for part in parts if part.head in heads]
        nouns = [Trigger(token=deed, pos="NOUN") for deed in (*deeds, *parts) if entry.type == "PROTEST"]
        doers = [head for noun in nouns for path in _DOERS_OF_NOUNS for head in follow(noun, path)]
        doers = [head for head in doers if self._can_act(head) and not self._scenes.is_town(head)]
        return [*(head for head in heads if head not in deeds), *doers]

    def _is_prompt(self, head: Token, entry: EventEntry) -> bool:
        """Whether it is a deed that sets off others; what is seized or banned, protesters blame on its doer."""
        lemma = head.lemma_.lower()
        frames = self._lexicon.events.get(lemma, ()) if entry.type == "PROTEST" else ()
        return lemma in self._prompts or any(it.pos == "NOUN" and it.type in _BLAMED for it in frames)

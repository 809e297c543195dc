"""Names for what a reading points to: entities, and the chain of those on whose word something stands."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.attribution import Attribution
from onrecord.reading.entity import Entity
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Span


class WhoSays:
    """Looks up names and chains of speakers in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._entities = {entity.id: entity for entity in reading.entities}
        self._starts = frozenset(start for start, _ in reading.sentences)
        self._pronouns: dict[str, frozenset[int]] = {}
        self._attributions = {attribution.id: attribution for attribution in reading.attributions}

    def name(self, argument: Argument) -> str:
        """How to call somebody: by the name of the entity, else by the report's words.

        A pronoun that nobody could resolve stands in quotation marks: it is a word, not a party.
        """
        entity = self._entities.get(argument.entity or "")
        words = argument.words
        if entity is None:
            return f"“{words}”" if " " not in words and self._is_common(argument) else words
        name = " ".join(entity.name.split())
        pronouns = self._pronouns_of(entity)
        if len(pronouns) == len(entity.mentions):
            return f"“{words}”"
        return name if entity.named or argument.start in pronouns or words in name else words

    def _pronouns_of(self, entity: Entity) -> frozenset[int]:
        """Where an entity is told of by pronouns; found once, for a long report has thousands."""
        if entity.id not in self._pronouns:
            self._pronouns[entity.id] = frozenset(m.start for m in entity.mentions if m.kind == "pronoun")
        return self._pronouns[entity.id]

    def _is_common(self, words: Span) -> bool:
        """Whether a word is no name, by its spelling: no capital, or one that only opens the sentence."""
        return words.text[:1].islower() or words.start in self._starts

    def entity_name(self, key: str) -> str:
        """The name of an entity, by its id."""
        entity = self._entities.get(key)
        return " ".join(entity.name.split()) if entity else key

    def chain(self, key: str | None) -> tuple[Attribution, ...]:
        """The attribution `key`, the one it stands within, and so on outwards."""
        links: list[Attribution] = []
        while key is not None and key in self._attributions and len(links) <= len(self._attributions):
            links.append(self._attributions[key])
            key = links[-1].within
        return tuple(links)

    def told_by(self, key: str | None) -> str:
        """Who says so, nearest first: `an official → AFP`; the reporter where nobody else is named."""
        names: list[str] = []
        for link in self.chain(key):
            names.append(self.name(link.source) if link.source else "nobody named")
            names += [self.entity_name(via) for via in link.via]
        return " → ".join(dict.fromkeys(names)) or "the reporter"

    def names(self, arguments: Iterable[Argument]) -> str:
        """Several parties, by name, each once."""
        return ", ".join(dict.fromkeys(self.name(argument) for argument in arguments))

"""A place name found, and which tokens are taken by names already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.knowledge.gazetteer import Spot
    from onrecord.language.plain_words import Doc, Span
    from onrecord.reading.entity import Entity

_LANDS = frozenset({"EUR", None})
_HOLDERS = frozenset({"person", "organization"})


class Name(NamedTuple):
    """A place name in the text.

    Attributes:
        start, end: characters. first, last: tokens, `last` exclusive.
        key: what it is looked up by.
        spots: the places of that name.
        kind: feature codes, or their beginnings, that the words beside it allow; empty where they say nothing.
        container: index of the name that says what this one lies in.
    """

    start: int
    end: int
    first: int
    last: int
    key: str
    spots: tuple[Spot, ...]
    kind: tuple[str, ...] = ()
    container: int | None = None


class Cover:
    """Tokens that are spoken for: by names of persons and organisations, and by place names found so far.

    `surnames` are the words of the report's longer names of persons: "Henry" where "Raquel Henry" stands too. `bodies`
    are the first tokens and ends of the names of organisations, the network's and those that were put together since.
    """

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self._taken = [False] * len(doc)
        self._holder: list[str] = [""] * len(doc)
        self._begins = [False] * len(doc)
        for span in doc.ents:
            self._begins[span.start] = True
            for i in range(span.start, span.end):
                self._holder[i] = span.label_
        held = list(self._held(doc, entities))
        bodies = [e for e in entities if e.actor and (e.sectors or e.country not in _LANDS)]  # the EU is a place too
        self._known = {span.start: span.end for span, kind in self._held(doc, bodies) if kind == "organization"}
        self._wider = self._wider_names(doc, held)
        marked = [span for span in doc.ents if span.label_ == "ORGANIZATION"]
        named = [span for span, kind in held if kind == "organization"]
        self.bodies = sorted({(span.start, span.end) for span in (*marked, *named)})
        self.surnames = frozenset(
            token.lower_
            for span in doc.ents
            if span.label_ == "PERSON" and len(span) > 1
            for token in span
            if len(token) > 2
        )

    @staticmethod
    def _held(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[Span, str]]:
        """The names of persons and organisations, with which of the two each is."""
        for entity in entities:
            for mention in entity.mentions if entity.type in _HOLDERS else ():
                span = doc.char_span(mention.start, mention.end) if mention.kind == "name" else None
                if span is not None:
                    yield span, entity.type

    @staticmethod
    def _wider_names(doc: Doc, held: Sequence[tuple[Span, str]]) -> list[int]:
        """Length of the longest person's or organisation's name over each token."""
        length = [0] * len(doc)
        for span, _ in held:
            for i in range(span.start, span.end):
                length[i] = max(length[i], span.end - span.start)
        return length

    def label(self, i: int) -> str:
        """The network's label of the name that token `i` stands in, or an empty string."""
        return self._holder[i]

    def begins(self, i: int) -> bool:
        """Whether a name of the network begins at token `i`."""
        return self._begins[i]

    def whole(self, first: int, last: int) -> bool:
        """Whether the tokens are the whole of what the network marked as one name."""
        label = self._holder[first]
        return (
            bool(label)
            and all(self._holder[i] == label for i in range(first, last))
            and (first == 0 or self._holder[first - 1] != label or self._begins[first])
            and (last == len(self._holder) or self._holder[last] != label or self._begins[last])
        )

    def inside_name(self, first: int, last: int) -> bool:
        """Whether the tokens stand in a longer name of a person or an organisation."""
        return all(self._wider[i] > last - first for i in range(first, last))

    def is_known_body(self, first: int, last: int) -> bool:
        """Whether the tokens are the name of a body that the actor base knows ("Hamas", which is no town)."""
        return self.is_body(first, last) and all(self._holder[i] == "ORGANIZATION" for i in range(first, last))

    def is_body(self, first: int, last: int) -> bool:
        """Whether the tokens are a known body's name, whatever the network calls it ("U.N.")."""
        return self._known.get(first) == last

    def free(self, first: int, last: int) -> bool:
        """Whether no place name has these tokens yet."""
        return not any(self._taken[first:last])

    def take(self, first: int, last: int) -> bool:
        """Take the tokens; False where one is taken already."""
        if not self.free(first, last):
            return False
        self._taken[first:last] = [True] * (last - first)
        return True

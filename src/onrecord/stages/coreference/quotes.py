"""Whose words a token stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.coreference.holders import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.reading.draft import AttributionDraft
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_MAX_LOOK_BACK = 40
_MAX_WITHIN = 3  # quotations in one another
_FIRST = "1"
_OPENING = "``"
_QUOTE_TAGS = frozenset({_OPENING, "''"})


class Quotes:
    """The contents of attributions by token: the innermost one counts."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._inside: dict[int, int] = {}
        self._foreseen: dict[int, Cluster] = {}
        order = sorted(range(len(book.drafts)), key=lambda n: -length_of(book.drafts[n]))
        self._told: dict[int, int] = {}
        for n in order:
            draft = book.drafts[n]
            for span in draft.content:
                self._told.update(dict.fromkeys(book.places_in(span.start, span.end), n))
            if draft.manner == "indirect":
                continue
            for span in draft.content:
                said = book.places_in(span.start, span.end)
                quoted = _in_marks(book, said) if draft.manner == "mixed" else said
                self._inside.update(dict.fromkeys(_without_brackets(book, quoted), n))
        self._vias = frozenset(head for draft in book.drafts for head in draft.via_heads)
        self.behind = frozenset(_sources_behind(book))  # those who are named behind what they say or part of it
        self.cues: Mapping[int, int] = {d.cue_head: n for n, d in enumerate(book.drafts) if d.cue_head is not None}

    def holding(self, token: int) -> int | None:
        """The number of the innermost attribution in whose quoted words the token is."""
        return self._inside.get(token)

    def speaker(self, token: int) -> Cluster | None:
        """Whose words the token is in."""
        return self.speaker_of(self._spoken(token))

    def _spoken(self, token: int) -> int | None:
        """The attribution of the words: of "we knew they lied", quoted, the one by which the "we" is quoted."""
        n = self._inside.get(token)
        for _ in range(_MAX_WITHIN):
            head = self._book.drafts[n].source_head if n is not None else None
            own = self._book.words.pronoun.get(self._book.tokens[head].lower_, "") if head is not None else ""
            around = self._inside.get(head) if head is not None and own.startswith(_FIRST) else None
            if around is None or around == n:
                return n
            n = around
        return n

    def teller(self, token: int) -> Cluster | None:
        """Who tells what the token stands in, in their own words or in the reporter's."""
        return self.speaker_of(self._told.get(token))

    def speaker_of(self, n: int | None) -> Cluster | None:
        """Who speaks in an attribution, by its number."""
        for _ in range(_MAX_LOOK_BACK):
            if n is None:
                return None
            draft = self._book.drafts[n]
            if draft.source_head is not None:
                return self._book.cluster_at(draft.source_head) or self._foreseen.get(n)
            n = draft.continues
        return None

    def own_side(self, token: int) -> list[Cluster]:
        """The speaker of the words that the token is in and whom the speaker speaks for: no "they" of the speaker's."""
        speaker = self.speaker(token)
        return [speaker, *sides_of(self._book, speaker)] if speaker is not None else []

    def is_via(self, k: int) -> bool:
        """Whether the mention is of the medium to which something was told ("told AFP"), of whom nothing is told."""
        mention = self._book.mentions[k]
        return mention.head in self._vias and mention.type == "organization"

    def still_to_come(self, k: int) -> int | None:
        """Who speaks the words that `k` stands in, where told behind them ("He lied," said Diab) and not settled."""
        token = self._book.mentions[k].head
        n = self._spoken(token)
        head = self._book.drafts[n].source_head if n is not None else None
        if head is None or head < token or self._inside.get(head) == n:
            return None
        at = self._book.at_token[head]
        return at if at > k and self._book.owner[at] is None else None

    def foresee(self, k: int, speaker: Cluster) -> None:
        """Hold whose the words are that `k` stands in, before their speaker's mention is reached."""
        spoken = self._spoken(self._book.mentions[k].head)
        if spoken is not None:
            self._foreseen[spoken] = speaker


def _sources_behind(book: Book) -> Iterator[int]:
    for draft in book.drafts:
        source, content = draft.source, draft.content
        if source is None or draft.source_head is None or not content:
            continue
        first = (book.tokens[i] for i in book.places_in(content[0].start, content[0].end))
        told = content[-1].end <= source.start or any(token.dep_ == "ccomp" for token in first)
        if told and content[0].end <= source.start:
            yield draft.source_head


def length_of(draft: AttributionDraft) -> int:
    """How many characters of content an attribution has."""
    return sum(span.end - span.start for span in draft.content)


def _without_brackets(book: Book, tokens: Iterable[int]) -> Iterator[int]:
    """The tokens less what the reporter puts in: "the work [it has] done"."""
    put_in = False
    for i in tokens:
        put_in = put_in or book.tokens[i].text == "["
        if not put_in:
            yield i
        put_in = put_in and book.tokens[i].text != "]"


def _in_marks(book: Book, tokens: range) -> Iterator[int]:
    """The tokens between quotation marks: what stands beside them is told in the reporter's words."""
    inside = False
    for i in tokens:
        if book.tokens[i].tag_ in _QUOTE_TAGS:
            inside = book.tokens[i].tag_ == _OPENING
        elif inside:
            yield i

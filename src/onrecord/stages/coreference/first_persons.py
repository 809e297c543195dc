"""Who "I" and "we" are: the speaker's side in what somebody says, elsewhere who issues the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.stretches import Stretches
from onrecord.stages.coreference.holders import sides_of
from onrecord.stages.coreference.quotes import Quotes, length_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.reading.draft import AttributionDraft
    from onrecord.reading.reading import Furniture
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.spoken_for import SpokenFor

_FIRST_LINES = 4  # in which a text says what it is and whose
_PRESENT = frozenset({"VBZ", "VBP"})
_ISSUERS = frozenset({"by", "of", "from"})
_HEARERS = frozenset({"obj", "iobj", "obl"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


class FirstPersons:
    """Whose the first persons of a report are; they are asked for in the order of the text."""

    def __init__(
        self, book: Book, spoken_for: SpokenFor, quotes: Quotes, furniture: Sequence[Furniture],
        together: Mapping[int, Cluster],
    ) -> None:  # fmt: skip
        self._book = book
        self._spoken_for = spoken_for
        self._together = together  # who say something as one, by the number of their attribution
        self._quotes = quotes
        self._furniture = furniture
        self._contents = Stretches(
            (span.start, span.end, n) for n, draft in enumerate(book.drafts) for span in draft.content
        )
        self._reporter: bool | None = None
        self._issuer: tuple[Cluster | None] | None = None
        self._byline_owner: tuple[Cluster | None] | None = None

    def owner(self, k: int) -> Cluster | None:
        """For "I" the speaker, or who signs the text; for "we" the body that they speak for, or else they."""
        named = self._named_beside(k)
        if named is not None:
            self._issuer = self._issuer or (named,)
            return named
        voice = self._voice(k)
        if voice is not None:
            return self._side(k, self._together.get(voice) or self._quotes.speaker_of(voice))
        return self._side(k, self._signer() if self._is_singular(k) else self._issuing())

    def _is_singular(self, k: int) -> bool:
        return "singular" in self._book.words.pronoun[self._book.mentions[k].text.lower()]

    def _side(self, k: int, speaker: Cluster | None) -> Cluster | None:
        if speaker is None:
            return None
        if self._is_singular(k):
            return speaker if speaker.type == "person" and not speaker.plural else None
        return self._spoken_for.side(speaker) or speaker

    def _named_beside(self, k: int) -> Cluster | None:
        """Who says right behind the pronoun who they are: "we, the ministers of the lake states, agree"."""
        token = self._book.tokens[self._book.mentions[k].head]
        beside = next((child for child in token.rights if child.dep_ == "appos"), None)
        return self._book.cluster_at(beside.i) if beside is not None else None

    def _voice(self, k: int) -> int | None:
        """The number of the innermost attribution in whose words the mention is its speaker's."""
        token = self._book.tokens[self._book.mentions[k].head]
        quoted = self._quotes.holding(token.i)
        drafts = self._book.drafts
        held = sorted(self._contents.over(token.idx, token.idx + 1), key=lambda n: length_of(drafts[n]))
        return next((n for n in held if n == quoted or self._is_own(n, token)), None)

    def _is_own(self, n: int, token: Token) -> bool:
        """Whether words without marks are the speaker's own, not told by a reporter who says "I" himself.

        So are those before the cue and those behind a colon; behind "that" they are, unless a reporter speaks.
        """
        book, draft = self._book, self._book.drafts[n]
        if draft.cue_head is None:
            return True
        cue = book.tokens[draft.cue_head]
        if not cue.text[0].isalnum() or draft.cue is None:
            return True
        first = draft.content[0]
        if ":" in book.string[draft.cue.end - 1 : first.start]:
            return True
        if cue.lemma_.lower() not in book.words.saying or _is_told_us(cue):
            return False
        if first.end <= draft.cue.start:
            return True
        return _is_in_clause(token, cue) and not self._reporter_speaks()

    def _reporter_speaks(self) -> bool:
        """Whether "I" or "we" stands where nobody is said to speak."""
        if self._reporter is None:
            book = self._book
            self._reporter = any(
                mention.kind == "pronoun"
                and book.words.pronoun.get(mention.text.lower(), "").startswith("1")
                and not self._contents.over(mention.start, mention.end)
                for mention in book.mentions
            )
        return self._reporter

    def _signer(self) -> Cluster | None:
        """The one person of a byline, or who issues the text."""
        if self._byline_owner is None:
            self._byline_owner = (self._byline() or self._issuing(),)
        return self._byline_owner[0]

    def _byline(self) -> Cluster | None:
        """The one person whose name stands in the bylines."""
        book = self._book
        signs = [piece for piece in self._furniture if piece.kind == "byline"]
        found = {
            id(owner): owner
            for piece in signs
            for k, mention in enumerate(book.mentions)
            if piece.start <= mention.start < piece.end and (owner := book.owner[k]) and mention.type == "person"
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _issuing(self) -> Cluster | None:
        """Who issues the text, as it says itself: by what it is called, or in its first words."""
        if self._issuer is None:
            self._issuer = (self._titled() or self._performing(),)
        return self._issuer[0]

    def _titled(self) -> Cluster | None:
        """Whose it is by one of its first lines: "Statement by the Ministry of Defence on the ceasefire"."""
        book = self._book
        for line in [line for line in book.string.split("\n") if line.strip()][:_FIRST_LINES]:
            start = book.string.index(line)
            for i in book.places_in(start, start + len(line)):
                token = book.tokens[i]
                text = token.head.head
                if (
                    token.lower_ in _ISSUERS
                    and token.dep_ == "case"
                    and not book.words.texts.isdisjoint((text.lower_, text.lemma_.lower()))
                ):
                    joined = any(child.dep_ == "conj" for child in token.head.rights)
                    opens = text.idx >= start and not any(child.dep_ in _SUBJECTS for child in text.children)
                    return book.cluster_at(token.head.i) if opens and not joined else None
        return None

    def _performing(self) -> Cluster | None:
        """The body that does by its first words what it says, in a text that reports no other's: "Chad condemns"."""
        book = self._book
        roots = [token for token in book.tokens if token.head is token]
        speaker = next((found for token in roots if (found := self._performer(token)) is not None), None)
        if speaker is None:
            return None
        if speaker.named and speaker.type != "group" and any(self._we_perform(token) for token in roots[:_FIRST_LINES]):
            return speaker
        return None if any(self._is_of_another(draft, speaker) for draft in book.drafts) else speaker

    def _we_perform(self, verb: Token) -> bool:
        """Whether the text opens with what its "we" does by saying so: "We condemn the attack"."""
        words = self._book.words
        aloud = verb.lemma_.lower() in words.performative and verb.tag_ in _PRESENT
        said = self._contents.over(verb.idx, verb.idx + 1)
        heads = (child for child in verb.lefts if child.dep_ in _SUBJECTS)
        ours = any(words.pronoun.get(head.lower_, "") == "1 plural" for head in heads)
        return aloud and ours and all(self._book.drafts[n].source_head in _own_heads(verb) for n in said)

    def _performer(self, verb: Token) -> Cluster | None:
        """The body that says in the present what it does: "condemns", "is calling on", "is concerned by"."""
        words = self._book.words.performative
        tensed = [verb, *(child for child in verb.lefts if child.dep_ in {"aux", "cop", "aux:pass"})]
        aloud = not words.isdisjoint((verb.lower_, verb.lemma_.lower()))
        if not aloud or not any(token.tag_ in _PRESENT for token in tensed) or self._quotes.holding(verb.i) is not None:
            return None
        heads = (child for child in verb.lefts if child.dep_ in _SUBJECTS)
        found = next(filter(None, (self._book.cluster_at(head.i) for head in heads)), None)
        return found if found is not None and found.type != "person" else None

    def _is_of_another(self, draft: AttributionDraft, side: Cluster) -> bool:
        """Whether it tells, as news do, what somebody has said who does not belong to that side."""
        book = self._book
        if draft.cue_head is None or draft.source_head is None or draft.cue is None:
            return False
        cue = book.tokens[draft.cue_head]
        if cue.tag_ != "VBD" or cue.lemma_.lower() not in book.words.saying:
            return False
        teller = book.cluster_at(draft.source_head)
        own = teller is not None and (teller is side or side in sides_of(book, teller))
        return not own and not self._contents.over(draft.cue.start, draft.cue.end)


def _own_heads(verb: Token) -> frozenset[int]:
    return frozenset(child.i for child in verb.lefts if child.dep_ in _SUBJECTS)


def _is_told_us(cue: Token) -> bool:
    """Whether the reporter is who was told: "he told us that we could stay"."""
    return any(child.dep_ in _HEARERS and "Person=1" in child.morph for child in cue.rights)


def _is_in_clause(token: Token, cue: Token) -> bool:
    """Whether it stands in a clause that the cue rules, not in a phrase of the cue's: "told of us"."""
    at = token
    while at.head is not at and at.head is not cue:
        at = at.head
    return at.head is cue and at.dep_ in {"ccomp", "parataxis"}

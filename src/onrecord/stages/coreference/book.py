"""All mentions of a report with what coreference asks of them, and to which clusters they belong so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from onrecord.knowledge.names import fold_name, is_acronym
from onrecord.language import grammar
from onrecord.language.nouns import former_office, noun_form
from onrecord.language.text import sentence_numbers, text_of
from onrecord.stages.coreference.cluster import Cluster
from onrecord.stages.coreference.letters import ends_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.knowledge.actors import Actors
    from onrecord.language.plain_words import Doc, Token
    from onrecord.reading.draft import AttributionDraft, MentionDraft
    from onrecord.stages.coreference.words import Words

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_PARTS_OF_NAMES = frozenset({"flat", "appos"})
_NEAR = 6
_MAX_LOOK_BACK = 60


class Book:
    """The mentions of a report, in order, with their sentence, role in it and words; and whose they are.

    Attributes:
        clusters: in the order in which they were opened.
        called: by a noun, or the last word of a name, the clusters called so.
        sources: tokens of those who speak.
        day: that of publication, where it is known.
        owner: for each mention its cluster, or None while it has none.
        spelled_out: by acronym the mention of the name that a bracket spells it out with.
        in_full: by its last word the mention of the only longer name of a body that ends so.
        at_token: for each token the smallest mention that covers it, or -1.
        stands: for each mention the token by which it stands in its sentence ("son" of "Haftar's son Saddam").
    """

    def __init__(self, doc: Doc, mentions: Sequence[MentionDraft], drafts: Sequence[AttributionDraft],
                 words: Words, actors: Actors, day: str | None = None) -> None:  # fmt: skip
        self.doc = doc
        self.string = text_of(doc)
        self.mentions = mentions
        self.drafts = drafts
        self.sources = frozenset(draft.source_head for draft in drafts)
        self.words = words
        self.actors = actors
        self.day = day
        self.tokens: list[Token] = list(doc)
        self.start = [token.idx for token in self.tokens]
        self.sentence_of = sentence_numbers(doc)
        self.clusters: list[Cluster] = []
        self.called: dict[str, dict[Cluster, None]] = {}
        self._sets: dict[frozenset[int], Cluster] = {}
        self._joined = 0  # how often, by which what was found before is told to be out of date
        self._recent: tuple[int, int, list[tuple[int, Cluster]]] = (-1, -1, [])
        self._genders: dict[int, str | None] = {}
        self._possessors: dict[int, int | None] = {}
        self.owner: list[Cluster | None] = [None] * len(mentions)
        self.spans = self._token_spans()
        self.at_token = self._cover()
        self.sentence = [self.sentence_of[mention.head] for mention in mentions]
        self.stands = [self._top_of_name(mention.head) for mention in mentions]
        self.is_subject = [self._is_subject(token) for token in self.stands]
        self.folded = [_form(mention) if mention.kind == "name" else "" for mention in mentions]
        self.spelled_out, self.in_full = self._spelled_out(), self._in_full()
        self.noun = [self._noun(k) if mention.kind == "nominal" else "" for k, mention in enumerate(mentions)]
        self.modifiers = [self._modifiers(k) if m.kind == "nominal" else frozenset() for k, m in enumerate(mentions)]

    def join(self, k: int, cluster: Cluster | None) -> Cluster:
        """Put mention `k` into `cluster`, or into a new one."""
        self._joined += 1
        mention = self.mentions[k]
        if cluster is None:
            cluster = Cluster()
            self.clusters.append(cluster)
        for said in [self.noun[k]] if self.noun[k] else ends_of(self.folded[k].lower().split() or [""]):
            self.called.setdefault(said, {})[cluster] = None
        if not (cluster.mentions or cluster.members) or (mention.kind == "name" and not cluster.named):
            cluster.type = mention.type
        cluster.mentions.append(k)
        cluster.belongs.update(dict.fromkeys(self.mentions[k].member_of))
        if mention.kind == "name":
            cluster.names.setdefault(self.folded[k])
        elif mention.kind == "nominal":
            if not self.names_nobody(k):
                cluster.nouns.setdefault(self.noun[k])
                cluster.collective = cluster.collective or self.noun[k] in self.words.collective
            cluster.modifiers |= self.modifiers[k]
        cluster.actor = cluster.actor or mention.actor
        cluster.country = cluster.country or mention.country
        cluster.sectors = cluster.sectors or mention.sectors
        if mention.role:
            cluster.roles[mention.role] = None
        several = mention.plural and (mention.kind == "name" or (mention.kind == "nominal" and not cluster.named))
        cluster.plural = cluster.plural or several  # "the rebels" of a body that has its name are still one body
        cluster.gender = cluster.gender or self.gender(k) or self._likely_gender(k)
        self.owner[k] = cluster
        return cluster

    def together(self, members: Sequence[Cluster]) -> Cluster:
        """The cluster that takes these together, the same for the same ones."""
        key = frozenset(map(id, members))
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = Cluster()
            found.members, found.plural = tuple(members), True
            found.type = "place" if all(one.type == "place" for one in members) else "group"
            self.clusters.append(found)
        return found

    def possessor(self, k: int) -> int | None:
        """The token of the pronoun whose the mention's noun is ("his country")."""
        if self.mentions[k].kind != "nominal":
            return None
        if k not in self._possessors:
            owners = grammar.children(self.tokens[self.mentions[k].head], "nmod:poss")
            self._possessors[k] = next((owner.i for owner in owners if owner.pos_ == "PRON"), None)
        return self._possessors[k]

    def recent(self, k: int) -> list[tuple[int, Cluster]]:
        """Clusters by their latest mention before `k`, the latest first, each once, with its sentence."""
        at, joined, found = self._recent
        if at != k or joined != self._joined:
            found, seen = [], set[Cluster]()
            for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
                cluster = self.owner[j]
                if cluster is not None and cluster not in seen:
                    seen.add(cluster)
                    found.append((self.sentence[j], cluster))
            self._recent = (k, self._joined, found)
        return found

    def places_in(self, start: int, end: int) -> range:
        """The places of the tokens that begin in a stretch of the text."""
        return range(bisect_left(self.start, start), bisect_left(self.start, end))

    def cluster_at(self, token: int) -> Cluster | None:
        """The cluster of the smallest mention that covers a token; a title's is that of the name behind it."""
        k = self.at_token[token]
        if k >= 0:
            return self.owner[k]
        for i in range(token + 1, min(token + _NEAR, len(self.tokens))):
            if self.tokens[i].pos_ in {"PUNCT", "VERB", "AUX", "ADP"} and self.tokens[i].text != ".":
                return None
            near = self.at_token[i]
            if near >= 0:
                mention = self.mentions[near]
                return self.owner[near] if mention.type == "person" and mention.kind == "name" else None
        return None

    def gender(self, k: int) -> str | None:
        """What a mention says of sex: "female", "male" or None."""
        if k not in self._genders:
            self._genders[k] = self._gender(k)
        return self._genders[k]

    def _gender(self, k: int) -> str | None:
        mention, words = self.mentions[k], self.words
        if mention.kind == "pronoun":
            features = words.pronoun.get(mention.text.lower(), "")
            return "female" if "female" in features else "male" if "male" in features else None
        if mention.type != "person":
            return None
        said = [self.noun[k]] if mention.kind == "nominal" else (mention.role or "").lower().split()
        first, last = self.spans[k]
        if mention.kind == "name":
            near = self.tokens[max(0, first - 2) : first]
            beside = [token for token in near if first <= token.head.i < last]  # not "his wife | met | Ruiz"
            own = self.tokens[mention.head].head
            said += [token.lower_.rstrip(".") for token in (*beside, *([own] if own in near else []))]
        if any(word in words.female for word in said):
            return "female"
        if any(word in words.male for word in said):
            return "male"
        return _sex_of_name(self.folded[k].split(), words)

    def _likely_gender(self, k: int) -> str | None:
        """The sex that one given name alone tells ("Kevin"), if no family bears it; two names may yet gainsay it."""
        name = self.folded[k].casefold()
        if self.mentions[k].type != "person" or name in self.words.family_names:
            return None
        return "female" if name in self.words.female_names else "male" if name in self.words.male_names else None

    def determiner(self, k: int) -> str:
        """The first word of a mention."""
        return self.tokens[self.spans[k][0]].lower_

    def names_nobody(self, k: int) -> bool:
        """Whether no one in particular is meant, whom nothing later can take up: "every country"."""
        return self.determiner(k) in self.words.nobody

    def is_bare(self, k: int) -> bool:
        """Whether a mention has no article, as in headings."""
        first = self.determiner(k)
        return first not in self.words.definite and first not in self.words.indefinite

    def _spelled_out(self) -> dict[str, int]:
        """By acronym the name before the bracket that it stands in: what it means in a heading too."""
        found: dict[str, int] = {}
        for k, mention in enumerate(self.mentions):
            for head in mention.same_as if mention.kind == "name" and is_acronym(mention.text) else ():
                at = self.at_token[head]
                if at >= 0 and self.mentions[at].kind == "name":
                    found.setdefault(self.folded[k], at)
        return found

    def _in_full(self) -> dict[str, int]:
        """By its last word the first mention of the only longer name of a body that ends so."""
        ends: dict[str, dict[str, int]] = {}
        for k, mention in enumerate(self.mentions):
            words = self.folded[k].split()
            if mention.type == "organization" and len(words) > 1:
                ends.setdefault(words[-1], {}).setdefault(self.folded[k], k)
        return {last: next(iter(names.values())) for last, names in ends.items() if len(names) == 1}

    def _token_spans(self) -> list[tuple[int, int]]:
        starts = self.start
        return [(bisect_right(starts, m.start) - 1, bisect_left(starts, m.end)) for m in self.mentions]

    def _cover(self) -> list[int]:
        table = [-1] * len(self.tokens)
        order = sorted(range(len(self.mentions)), key=lambda k: self.mentions[k].start - self.mentions[k].end)
        for k in order:
            first, last = self.spans[k]
            table[first:last] = [k] * (last - first)
        return table

    def _top_of_name(self, head: int) -> Token:
        token = self.tokens[head]
        while token.dep_ in _PARTS_OF_NAMES and token.head.i < token.i and not self._is_in_name(token.head.i):
            token = token.head
        return token

    def _is_in_name(self, token: int) -> bool:
        """Whether it is part of a name: "Sanders (Vt.)" is one's name and another's."""
        k = self.at_token[token]
        return k >= 0 and self.mentions[k].kind == "name"

    def _is_subject(self, token: Token) -> bool:
        while token.dep_ == "conj" and token.head.i != token.i:
            token = self._top_of_name(token.head.i)  # "Minister Ana Ruiz and Bo Lee", hung on her name
        return token.dep_ in _SUBJECTS

    def _noun(self, k: int) -> str:
        """The noun of a nominal; of "a group of 14 factions" and "dozens of men" the one that is counted."""
        mention = self.mentions[k]
        head = self.tokens[mention.head]
        if head.lower_ in self.words.quantity and " of " in mention.text.replace("\u00a0", " "):
            _, last = self.spans[k]
            nouns = [token for token in self.tokens[mention.head + 1 : last] if token.pos_ in {"NOUN", "PROPN"}]
            head = nouns[-1] if nouns else head
        known = self.words.nouns.__contains__
        return former_office(head.lemma_.lower(), self.words.former_prefix, known) or noun_form(head, known)

    def _modifiers(self, k: int) -> frozenset[str]:
        first, last = self.spans[k]
        noun = self.noun[k]
        skip = {"DET", "PUNCT", "ADP", "PART", "SPACE", "PRON", "CCONJ"}
        own = self.words.former_prefix.get(self.tokens[self.mentions[k].head].lower_.partition("-")[0])
        return frozenset([own] if own else ()) | frozenset(
            token.lower_ for token in self.tokens[first:last]
            if token.pos_ not in skip and not token.lower_.startswith(noun[:-1])
            and not (own and token.i == self.mentions[k].head)
            and token.lower_ not in self.words.quantity and token.lower_ not in self.words.definite
        )  # fmt: skip


def _sex_of_name(name: list[str], words: Words) -> str | None:
    """By the whole name, its first two words or its first: "Aung San Suu Kyi", "Kim Yo Jong", "Olga Petrova".

    One word alone says nothing: "Warren" is a family too.
    """
    for given in (" ".join(name), " ".join(name[:2]), name[0]) if len(name) > 1 else ():
        if given in words.female_names:
            return "female"
        if given in words.male_names:
            return "male"
    return None


def _form(mention: MentionDraft) -> str:
    """The folded name; a place or person in capitals ("NAIROBI") is no acronym."""
    form = fold_name(mention.text)
    return form.casefold() if mention.type in {"place", "person"} else form


def recent_clusters(book: Book, k: int, sentences: int | None) -> Iterator[Cluster]:
    """Clusters by their latest mention, the latest first, each once; back to so many sentences."""
    floor = -1 if sentences is None else book.sentence[k] - sentences
    for line, cluster in book.recent(k):
        if line < floor:
            return
        yield cluster

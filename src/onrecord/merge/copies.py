"""Copies: reports that print one text, whole, cut, topped and tailed or lightly edited (syndication).

MinHash finds candidates; containment (how much of the shorter text is in the longer) and the lead decide, for a cut
copy has a low Jaccard index, and two reports of one story share quotations but hardly their first sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.knowledge.names import fold_name
from onrecord.merge.changes import Changes, find_changes
from onrecord.merge.credits import find_credits
from onrecord.merge.shingles import Shingles, Sketch, find_candidates, share, shared
from onrecord.reading.document import Document
from onrecord.reading.span import Span

CopyKind = Literal["same text", "cut", "extended", "edited", "cut and extended"]

# What bench/copies.py is measured with. An agency's name on the text makes a smaller part enough.
_CONTAINED, _LEAD = 0.5, 0.35
_CREDITED_CONTAINED, _CREDITED_LEAD = 0.35, 0.25
_EXCERPT = 0.8  # so much of a text from the middle of another is a copy whatever its first sentence
_MIN_TRIPLES = 20  # of shorter texts one sentence decides, and a denial repeats what it denies
_STRETCH, _SOME = 8, 0.05  # words in a row, and their part of the text, that make a cut or an addition


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How two texts overlap, each share 0 to 1.

    Attributes:
        contained: part of the shorter text that is in the longer one.
        lead: part of one text's first 25 words that is in the other, the greater of both ways.
        jaccard: shared over all.
        credit: a name that one credits and the other bears or credits too (an agency), or None.
    """

    contained: float
    lead: float
    jaccard: float
    credit: str | None

    @property
    def is_copy(self) -> bool:
        """Whether so much is shared that both print one text."""
        contained, lead = (_CREDITED_CONTAINED, _CREDITED_LEAD) if self.credit else (_CONTAINED, _LEAD)
        return self.contained >= _EXCERPT or (self.contained >= contained and self.lead >= lead)


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A report in a cluster of copies; of the first one `copy_of` and what follows are None."""

    report: str
    cluster: str
    copy_of: str | None = None
    kind: CopyKind | None = None
    likeness: Likeness | None = None
    changes: Changes | None = None


def find_copies(documents: Iterable[Document], agencies: Iterable[str] = ()) -> tuple[Copy, ...]:
    """All reports that share a text with another one, by cluster, the source of each cluster first.

    Each copy hangs on the one earlier report that it has most of, so that a round-up does not tie its sources together.
    The source is the earliest day's report; of one day, the text whose publisher others credit, then the longest.

    Args:
        documents: one version of each report, which can be gone through again and again; no text is held meanwhile.
        agencies: names that count as credits in bylines besides those of the publishers.
    """
    sketches: list[Sketch] = []
    pairs = list(find_candidates(_digests(documents, sketches)))
    known = {*agencies, *(document.publisher for document in documents if document.publisher)}
    facts = [_facts(document, sketch, known) for document, sketch in zip(documents, sketches, strict=True)]
    order = _order(facts)
    parents: dict[int, tuple[int, Likeness]] = {}
    for pair in pairs:
        source, copy = sorted(pair, key=order.__getitem__)
        likeness = _compare(sketches[source], sketches[copy], _shared_credit(facts[source], facts[copy]))
        if likeness.is_copy:
            held = parents.get(copy)
            if held is None or _rank(source, likeness, order) < _rank(*held, order):
                parents[copy] = (source, likeness)
    kept = {*parents, *(source for source, _ in parents.values())}
    texts = {at: document for at, document in enumerate(documents) if at in kept}
    return _clusters(parents, texts, order)


class _Facts(msgspec.Struct, frozen=True):
    """What decides whose text it is: folded names of the publisher and of those whom the text credits."""

    key: str
    day: str
    publisher: str
    credited: frozenset[str]
    words: int


def _digests(documents: Iterable[Document], sketches: list[Sketch]) -> Iterator[tuple[int, ...]]:
    """The MinHash of each text; `sketches` gets what is kept of it."""
    for document in documents:
        text = Shingles(document.text)
        sketches.append(Sketch.of(text))
        yield text.digest


def _facts(document: Document, sketch: Sketch, known: Iterable[str]) -> _Facts:
    return _Facts(
        key=document.id,
        day=(document.published or "9999")[:10],
        publisher=fold_name(document.publisher or ""),
        credited=find_credits(document.text, document.publisher, known),
        words=sketch.words,
    )


def _compare(one: Sketch, other: Sketch, credit: str | None) -> Likeness:
    least = min(one.triples.size, other.triples.size)
    both = shared(one.triples, other.triples)
    enough = least >= _MIN_TRIPLES or one.same == other.same
    return Likeness(
        contained=both / least if enough else 0.0,
        lead=max(share(one.lead, other.triples), share(other.lead, one.triples)),
        jaccard=both / (one.triples.size + other.triples.size - both),
        credit=credit,
    )


def _shared_credit(one: _Facts, other: _Facts) -> str | None:
    """The first name that one of two reports credits and the other bears, or that both credit."""
    names = [facts.credited | ({facts.publisher} - {""}) for facts in (one, other)]
    return next(iter(sorted((names[0] & names[1]) - ({one.publisher} & {other.publisher}))), None)


def _order(facts: Sequence[_Facts]) -> dict[int, int]:
    """Who may be whose source: places in an order that does not depend on the order of the documents."""
    agencies = frozenset().union(*(own.credited for own in facts))

    def rank(at: int) -> tuple[object, ...]:
        own = facts[at]
        return own.day, own.publisher not in agencies, bool(own.credited), -own.words, own.key

    return {document: at for at, document in enumerate(sorted(range(len(facts)), key=rank))}


def _rank(source: int, likeness: Likeness, order: Mapping[int, int]) -> tuple[float, int]:
    return -round(likeness.contained, 2), order[source]


def _clusters(parents: Mapping[int, tuple[int, Likeness]], documents: Mapping[int, Document],
              order: Mapping[int, int]) -> tuple[Copy, ...]:  # fmt: skip
    def first(at: int) -> int:
        while at in parents:
            at = parents[at][0]
        return at

    copies = [(at, Copy(report=documents[at].id, cluster=documents[at].id)) for at in {first(at) for at in parents}]
    for at, (source, likeness) in parents.items():
        ours, theirs = Shingles(documents[source].text), Shingles(documents[at].text)
        changes = find_changes(ours, theirs)
        copy = Copy(
            report=documents[at].id,
            cluster=documents[first(at)].id,
            copy_of=documents[source].id,
            kind=_kind(ours, theirs, changes),
            likeness=likeness,
            changes=changes,
        )
        copies.append((at, copy))
    return tuple(copy for at, copy in sorted(copies, key=lambda pair: (order[first(pair[0])], order[pair[0]])))


def _kind(source: Shingles, copy: Shingles, changes: Changes) -> CopyKind:
    """By the long stretches (`_STRETCH` words) that only one side has; what is left beside them are edits."""
    gone = [*changes.left_out, *(old for old, _ in changes.changed)]
    new = [*changes.added, *(new for _, new in changes.changed)]
    cut = _long_words(gone) > _SOME * len(source.forms)
    extended = _long_words(new) > _SOME * len(copy.forms)
    if cut and extended:
        return "cut and extended"
    if cut or extended:
        return "cut" if cut else "extended"
    inside = [_is_inside(old, source) for old in gone] + [_is_inside(span, copy) for span in new]
    return "edited" if any(inside) else "same text"


def _is_inside(stretch: Span, text: Shingles) -> bool:
    """Whether words stand on both sides: what is put before or after a text is a credit or a dateline."""
    return stretch.start > text.words[0][0] and stretch.end < text.words[-1][1]


def _long_words(stretches: Iterable[Span]) -> int:
    return sum(words for stretch in stretches if (words := len(stretch.text.split())) >= _STRETCH)

"""Copies: reports that print one text, whole, cut, topped and tailed or lightly edited (syndication).

MinHash finds candidates; containment (how much of the shorter text is in the longer) and the lead decide, for a cut
copy has a low Jaccard index, and two reports of one story share quotations but hardly their first sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.knowledge.names import fold_name
from onrecord.merge.changes import Changes, find_changes
from onrecord.merge.credits import find_credits
from onrecord.merge.shingles import Shingles, find_candidates, share
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


def find_copies(documents: Sequence[Document], agencies: Iterable[str] = ()) -> tuple[Copy, ...]:
    """All reports that share a text with another one, by cluster, the source of each cluster first.

    Each copy hangs on the one earlier report that it has most of, so that a round-up does not tie its sources together.
    The source is the earliest day's report; of one day, the text whose publisher others credit, then the longest.

    Args:
        documents: one version of each report.
        agencies: names that count as credits in bylines besides those of the publishers.
    """
    texts = {document.id: Shingles(document.text) for document in documents}
    known = {*agencies, *(document.publisher for document in documents if document.publisher)}
    credited = {d.id: find_credits(d.text, d.publisher, known) for d in documents}
    publisher = {d.id: fold_name(d.publisher or "") for d in documents}
    order = _order(documents, texts, credited, publisher)
    parents: dict[str, tuple[str, Likeness]] = {}
    for pair in find_candidates(texts):
        source, copy = sorted(pair, key=order.__getitem__)
        likeness = _compare(texts[source], texts[copy], _shared_credit(source, copy, credited, publisher))
        if likeness.is_copy:
            held = parents.get(copy)
            if held is None or _rank(source, likeness, order) < _rank(*held, order):
                parents[copy] = (source, likeness)
    return _clusters(parents, texts, order)


def _compare(one: Shingles, other: Shingles, credit: str | None) -> Likeness:
    small, large = sorted((one.all, other.all), key=len)
    shared = len(small & large)
    enough = len(small) >= _MIN_TRIPLES or one.forms == other.forms
    return Likeness(
        contained=shared / len(small) if enough else 0.0,
        lead=max(share(one.lead, other.all), share(other.lead, one.all)),
        jaccard=shared / (len(small) + len(large) - shared),
        credit=credit,
    )


def _shared_credit(one: str, other: str, credited: Mapping[str, frozenset[str]],
                   publisher: Mapping[str, str]) -> str | None:  # fmt: skip
    """The first name that one of two reports credits and the other bears, or that both credit."""
    names = [credited[key] | ({publisher[key]} - {""}) for key in (one, other)]
    return next(iter(sorted((names[0] & names[1]) - ({publisher[one]} & {publisher[other]}))), None)


def _order(documents: Sequence[Document], texts: Mapping[str, Shingles], credited: Mapping[str, frozenset[str]],
           publisher: Mapping[str, str]) -> dict[str, int]:  # fmt: skip
    """Who may be whose source: places in an order that does not depend on the order of the documents."""
    agencies = frozenset().union(*credited.values())

    def rank(document: Document) -> tuple[object, ...]:
        day = (document.published or "9999")[:10]
        words = len(texts[document.id].forms)
        return day, publisher[document.id] not in agencies, bool(credited[document.id]), -words, document.id

    return {document.id: at for at, document in enumerate(sorted(documents, key=rank))}


def _rank(source: str, likeness: Likeness, order: Mapping[str, int]) -> tuple[float, int]:
    return -round(likeness.contained, 2), order[source]


def _clusters(parents: Mapping[str, tuple[str, Likeness]], texts: Mapping[str, Shingles],
              order: Mapping[str, int]) -> tuple[Copy, ...]:  # fmt: skip
    def first(key: str) -> str:
        while key in parents:
            key = parents[key][0]
        return key

    copies = [Copy(report=key, cluster=key) for key in {first(key) for key in parents}]
    for key, (source, likeness) in parents.items():
        changes = find_changes(texts[source], texts[key])
        copies.append(
            Copy(
                report=key,
                cluster=first(key),
                copy_of=source,
                kind=_kind(texts[source], texts[key], changes),
                likeness=likeness,
                changes=changes,
            )
        )
    return tuple(sorted(copies, key=lambda copy: (order[copy.cluster], order[copy.report])))


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

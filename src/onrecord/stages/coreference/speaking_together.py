"""Who say something together: "the army and the police said" is the word of both, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.mentions import heads_of_list
from onrecord.reading.entity import Mention

if TYPE_CHECKING:
    from onrecord.reading.span import Span
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_SEVERAL = frozenset({"NNS", "NNPS"})
_OF_ITS_OWN = frozenset({"det", "nmod:poss", "nummod"})


def join_speakers(book: Book) -> dict[int, Cluster]:
    """Take those together who are one source, and note where the report names them so; by number of the draft.

    Nothing is done where one of them is nobody known, or all are one. Time is linear in the sources.
    """
    found: dict[int, Cluster] = {}
    for n, draft in enumerate(book.drafts):
        heads = heads_of_list(book.doc, draft.source, draft.source_head)
        owners = {id(one): one for head in heads if (one := book.cluster_at(head)) is not None}
        if draft.source is None or len(heads) < 2 or len(owners) < len(heads) or _is_one(book, heads):
            continue
        words = _words(book, draft.source, heads[-1])
        if words is not None:
            taken = found[n] = book.together(tuple(owners.values()))
            taken.lists.setdefault((words.start, words.end), words)
    return found


def _is_one(book: Book, heads: list[int]) -> bool:
    """Whether one person holds two offices: "the governor and former envoy", "Ana Ruiz, a doctor and a deputy".

    Nor are they others who are named behind several: "two deputies, Ana Ruiz and Per Dahl".
    """
    first = book.tokens[heads[0]]
    for head in heads[1:]:
        token, k = book.tokens[head], book.at_token[head]
        mention = book.mentions[k]
        named = [child for child in first.rights if child.dep_ == "appos" and child.i < head]
        if first.tag_ in _SEVERAL and any(child.left_edge.nbor(-1).text == "," for child in named):
            return True
        if mention.kind != "nominal" or mention.type != "person" or mention.plural:
            continue
        described = bool(named) or (first.pos_ == "PROPN" and token.left_edge.nbor(-1).text == ",")
        if described or not any(child.dep_ in _OF_ITS_OWN for child in token.lefts):
            return True
    return False


def _words(book: Book, source: Span, last: int) -> Mention | None:
    """The words from the source's first to the last name's end; what more is said of them is no part of it."""
    end = book.mentions[book.at_token[last]].end if book.at_token[last] >= 0 else 0
    if not source.start < end <= source.end:
        return None
    return Mention(start=source.start, end=end, text=book.string[source.start : end], kind="nominal")

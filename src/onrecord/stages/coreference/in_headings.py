"""Who is meant in a heading by a bare noun or a short name: "Lawmaker quits", "Nurses' union backs Silva"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_AFTER_HEADING = 2  # sentences
_NAMES_BEHIND = 8  # mentions in which others of the office may be named


def find_in_heading(book: Book, nameless: list[Cluster], k: int) -> Cluster | None:
    """Who stands in the heading by the bare noun for the office of one told first: "Lawmaker quits | Rep. Ruiz"."""
    for one in nameless:
        j = one.mentions[0]
        titles = {book.noun[j], *book.words.called_too.get(book.noun[j], ())}
        headed = book.sentence[j] == 0 < book.sentence[k] <= _AFTER_HEADING and not book.modifiers[j]
        if not headed or book.determiner(j) != book.noun[j] or titles.isdisjoint(_said_to_be(book, k)):
            continue
        between = range(j + 1, min(k + _NAMES_BEHIND, len(book.mentions)))
        others = [i for i in between if i != k and not titles.isdisjoint(_said_to_be(book, i))]
        rival = any(book.folded[i].split()[-1:] != book.folded[k].split()[-1:] for i in others)
        if not rival and "\n" in book.string[book.mentions[j].end : book.mentions[k].start]:
            return one
    return None


def find_body_in_heading(book: Book, k: int) -> Cluster | None:
    """The nameless body of the heading that does what the body named at `k` does in the first sentences.

    "Nurses' union backs Silva | Nurses United backed Ana Silva".
    """
    mention, verb = book.mentions[k], book.stands[k].head
    first = 0 < book.sentence[k] <= _AFTER_HEADING and book.is_subject[k]
    if mention.type != "organization" or not first or verb.pos_ != "VERB":
        return None
    for j in range(min(k, _NAMES_BEHIND)):
        one, earlier = book.owner[j], book.mentions[j]
        told = book.stands[j].head.lemma_ == verb.lemma_ or _is_named_so(book, j, k)
        told = told and book.is_subject[j] and book.sentence[j] == 0
        if not told or one is None or one.named or one.type != "organization" or earlier.plural:
            continue
        apart = one.country and mention.country and one.country != mention.country
        bare = book.determiner(j) not in book.words.definite | book.words.indefinite
        if bare and not apart and "\n" in book.string[earlier.end : mention.start]:
            return one
    return None


def _is_named_so(book: Book, j: int, k: int) -> bool:
    """Whether the name ends in the heading's noun, and what stands before this stands before or in the name.

    "Ruling party ousts envoy | Mali's ruling Action Party expelled Ana Silva".
    """
    words = book.folded[k].lower().split()
    first, beside = book.spans[k][0], {token.lower_ for token in book.tokens[book.mentions[k].head].lefts}
    return words[-1:] == [book.noun[j]] and book.modifiers[j] <= {*words, *beside, book.tokens[first].lower_}


def _said_to_be(book: Book, k: int) -> set[str]:
    """The nouns that say what the person named is: the last of the title before the name, and those beside it."""
    mention = book.mentions[k]
    if mention.kind != "name" or mention.type != "person":
        return set()
    title = (mention.role or "").lower().replace(".", "").split()
    beside = (book.at_token[child.i] for child in book.tokens[mention.head].children if child.dep_ == "appos")
    return {*title[-1:], *(book.noun[j] for j in beside if j >= 0 and book.noun[j])}

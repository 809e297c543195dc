"""Who were told of together just before, for "they" and "both": the parts of one list, or two of one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_SENTENCES = 3
_MOST = 4  # more are hardly told of one by one
_MAX_LOOK_BACK = 30  # mentions
_PLURAL_SENTENCES = 2
_DONE_TO = frozenset({"obj", "iobj"})
_OR = frozenset({"or", "nor", "but"})


def told_before(book: Book, k: int) -> Iterator[int]:
    """The mentions of the last sentences, the latest first, less what the noun's own phrase holds."""
    for j in range(k - 1, max(-1, k - 1 - _MAX_LOOK_BACK), -1):
        if book.sentence[k] - book.sentence[j] > _SENTENCES:
            return
        if book.mentions[j].end <= book.mentions[k].start:
            yield j


def find_listed(book: Book, k: int, barred: set[int], *, speaks: bool) -> tuple[Cluster, ...]:
    """Who were told of together in the last sentences, for "they": "Chad and Mali signed. They …"; else nobody.

    They are one list that is the subject, or to which something was done; where they speak, also two who did
    something with each other ("Ruiz met Silva. They said").
    """
    found: dict[int, tuple[Cluster, ...]] = {}
    line = book.sentence[k]
    for j in told_before(book, k):
        if book.sentence[k] - book.sentence[j] > _PLURAL_SENTENCES or (found and book.sentence[j] != line):
            break
        members = _listed_at(book, j, before=book.tokens[book.mentions[k].head].i)
        if members and barred.isdisjoint(map(id, members)):
            found.setdefault(j, members)
            line = book.sentence[j]
    subjects = [members for j, members in found.items() if book.is_subject[j]]
    lists = list({frozenset(map(id, members)): members for members in subjects or found.values()}.values())
    if found or not speaks:
        return lists[0] if len(lists) == 1 else ()
    return _two_of_one_act(book, k, barred)


def _listed_at(book: Book, j: int, before: int) -> tuple[Cluster, ...]:
    """All that one list names which begins at the mention `j`, each a single one, and all of one kind."""
    first, owner = book.stands[j], book.owner[j]
    if owner is not None and owner.members and book.is_subject[j]:
        return owner.members
    parts = [first, *(part for part in book.tokens[first.i + 1 : book.mentions[j].head + 1] if part.dep_ == "flat")]
    joined = [child for part in parts for child in part.rights if child.dep_ == "conj"]
    ends = {word.lower_ for one in joined for word in one.children if word.dep_ == "cc"}
    owners = [book.owner[j], *(book.cluster_at(one.i) for one in joined)]
    if not joined or joined[-1].i >= before or not _OR.isdisjoint(ends) or book.cluster_at(first.i) is not owner:
        return ()
    members = {id(one): one for one in owners if one is not None and not one.plural}
    kinds = {one.type for one in members.values()}
    people = kinds == {"person"}
    done = book.is_subject[j] or (people and first.dep_ in _DONE_TO)
    alike = people or (len(kinds) == 1 and all(_is_known(book, one) for one in members.values()))
    return tuple(members.values()) if done and alike and len(members) == len(owners) <= _MOST else ()


def _is_known(book: Book, one: Cluster) -> bool:
    """Whether it has a name, or is a body that the report tells of by "the": "the union and the firm"."""
    return one.named or (one.type == "organization" and book.determiner(one.mentions[0]) in book.words.definite)


def _two_of_one_act(book: Book, k: int, barred: set[int]) -> tuple[Cluster, ...]:
    """The two people of the sentence before, for "they", where one is the subject of a verb that the other hangs on."""
    two = [j for j in told_before(book, k) if book.sentence[k] - book.sentence[j] == 1]
    people = {id(one): (j, one) for j in two if (one := book.owner[j]) is not None and one.type == "person"}
    verbs = {book.stands[j].head.i for j, _ in people.values()}
    alone = len(people) == 2 and len(verbs) == 1 and barred.isdisjoint(people)
    named = alone and all(one.named and not one.plural for _, one in people.values())
    doer = named and any(book.is_subject[j] for j, _ in people.values())
    return tuple(one for _, one in reversed(people.values())) if doer else ()

"""Whose a noun is by the pronoun before it ("its leader", "his party"), and what a person belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster


def holder_of(book: Book, k: int) -> Cluster | None:
    """Whose it is, where a pronoun before the noun says so ("its leader", "his party")."""
    for child in book.tokens[book.mentions[k].head].children:
        if child.dep_ == "nmod:poss" and child.pos_ == "PRON":
            return book.cluster_at(child.i)
    return None


def is_his(book: Book, k: int) -> bool:
    """Whether "his" or "her" stands before the noun."""
    children = book.tokens[book.mentions[k].head].children
    return any(child.dep_ == "nmod:poss" and is_persons(child) for child in children)


def is_persons(owner: Token) -> bool:
    """Whether a possessive is a man's or a woman's."""
    return owner.pos_ == "PRON" and bool({"Gender=Fem", "Gender=Masc"} & set(owner.morph))


def sides_of(book: Book, cluster: Cluster) -> list[Cluster]:
    """What a person belongs to."""
    return [*(side for head in cluster.belongs if (side := book.cluster_at(head)) is not None), *cluster.sides]

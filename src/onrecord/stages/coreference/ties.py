"""Who somebody is to another: "her husband" of who was called a man's wife, "his lawyer", "her former boss"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.quotes import Quotes

_TIE_SENTENCES = 12
_NEAR_SENTENCES = 1
_ASKED = 12  # mentions of one person that are asked whose kin they are
_OF = frozenset({"of"})
_FIRST = "1"


def find_tied(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """Whom a noun for a tie takes up: one so tied to the same person before, or to whom that person is tied so.

    "The widow" without a holder is the one wife told of; "his rival" of whom the report has not called so is the one
    other person of the sentence and of the one before it.
    """
    mention, noun = book.mentions[k], book.noun[k]
    if mention.type != "person" or mention.plural or noun not in book.words.ties:
        return None
    if book.determiner(k) in book.words.indefinite:
        return None
    own = owner_of(book, quotes, k)
    if own is None:
        alone = book.determiner(k) == "the" and noun in book.words.kin
        return _only_one(book, k) if alone else _by_who_is_near(book, quotes, k, None)
    if own.plural or own.type != "person":
        return None
    found = _so_tied(book, quotes, k, own) or _the_other_end(book, quotes, k, own)
    return found or _by_who_is_near(book, quotes, k, own) or _the_other(book, k, own)


def owner_of(book: Book, quotes: Quotes, k: int) -> Cluster | None:
    """Whose the person is: "his" wife, "Duval's" wife, the wife "of a man"; "my" wife is the speaker's."""
    head = book.tokens[book.mentions[k].head]
    for child in grammar.children(head, "nmod:poss"):
        if book.words.pronoun.get(child.lower_, "").startswith(_FIRST):
            return quotes.speaker(child.i)
        return book.cluster_at(child.i)
    of = next(iter(grammar.prep_objects(head, _OF)), None)
    return book.cluster_at(of.i) if of is not None else None


def _people(book: Book, k: int, sentences: int | None, sex: str | None) -> list[Cluster]:
    near = recent_clusters(book, k, sentences)
    return [
        one for one in near if one.type == "person" and not one.plural and (sex is None or one.gender in {None, sex})
    ]


def _called(book: Book, one: Cluster, nouns: frozenset[str]) -> list[int]:
    """The mentions of somebody, of the first ones, by one of these nouns."""
    if nouns.isdisjoint(one.nouns):
        return []
    return [j for j in islice(one.mentions, _ASKED) if book.noun[j] in nouns]


def _so_tied(book: Book, quotes: Quotes, k: int, own: Cluster) -> Cluster | None:
    same = book.words.ties[book.noun[k]]
    said = {child.lower_ for child in grammar.children(book.tokens[book.mentions[k].head], "amod")}
    for one in _people(book, k, _TIE_SENTENCES, book.gender(k)):
        if (
            one is not own
            and said <= one.modifiers
            and any(owner_of(book, quotes, j) is own for j in _called(book, one, same))
        ):
            return one
    return None


def _the_other_end(book: Book, quotes: Quotes, k: int, own: Cluster) -> Cluster | None:
    """The spouse, by the inverse noun: "her husband" is the man as whose "wife" she was introduced."""
    sex = book.gender(k)
    for j in _called(book, own, book.words.tied_to.get(book.noun[k], frozenset())):
        other = owner_of(book, quotes, j)
        if other is None or other is own or other.type != "person" or other.plural:
            continue
        if sex is None or other.gender in {None, sex}:
            return other
    return None


def _by_who_is_near(book: Book, quotes: Quotes, k: int, own: Cluster | None) -> Cluster | None:
    """To whom somebody near is tied back, where the pronoun is of nobody or seems to be of that very one.

    "Silva's lawyer said his client was ill": the lawyer's.
    """
    back = book.words.tied_to.get(book.noun[k], frozenset())
    if book.noun[k] in back or book.possessor(k) is None:
        return None
    near = [one for one in _people(book, k, _NEAR_SENTENCES, None) if one is not own]
    others = [owner_of(book, quotes, j) for one in near for j in _called(book, one, back)]
    sex = book.gender(k)
    return next(
        (it for it in others if it and (own is None or it is own) and (not sex or it.gender in {None, sex})), None
    )


def _only_one(book: Book, k: int) -> Cluster | None:
    same = book.words.ties[book.noun[k]]
    if grammar.children(book.tokens[book.mentions[k].head], "acl:relcl"):
        return None  # "the mother who has given birth" is any
    fitting = [one for one in _people(book, k, _TIE_SENTENCES, book.gender(k)) if not same.isdisjoint(one.nouns)]
    return fitting[0] if len(fitting) == 1 else None


def _the_other(book: Book, k: int, own: Cluster) -> Cluster | None:
    """The one other person who is named near, for a noun that the readers know whom it means: "his opponent"."""
    if book.noun[k] not in book.words.known_tie:
        return None
    beside = {id(book.cluster_at(it.i)) for it in book.stands[k].head.children}
    country = book.mentions[k].country
    others = [one for one in _people(book, k, _NEAR_SENTENCES, book.gender(k)) if one is not own and one.named]
    others = others or [one for one in _people(book, k, None, book.gender(k)) if one is not own and one.named]
    others = [one for one in others if country is None or one.country in {None, country}]
    return others[0] if len(others) == 1 and id(others[0]) not in beside else None

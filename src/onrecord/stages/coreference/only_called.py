"""The only one of the whole report who is called so: "the council" of its first sentence, "the two men"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.named_so import may_be
from onrecord.stages.coreference.over import those_over

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_MEN_SENTENCES = 3
_SHORT, _SHORT_SENTENCES = 2, 2  # words, sentences
_WHOSE = ("nmod", "nmod:poss")


def find_only_called(book: Book, k: int) -> Cluster | None:
    """The one body or person of the whole report that is called so: "the council" of its first sentence."""
    mention = book.mentions[k]
    if mention.plural or book.determiner(k) != "the" or book.possessor(k) is not None or mention.member_of:
        return None
    if is_restricted(book, k) or grammar.children(book.tokens[mention.head], *_WHOSE):
        return None
    called = book.called.get(book.noun[k], {})
    only = next(iter(called)) if len(called) == 1 else None
    if only is None or only.plural or only.type != mention.type or id(only) in those_over(book, k):
        return None
    found = _body(book, only, k) if only.type == "organization" else only if _is_known(book, only, k) else None
    said = {word for name in only.names for word in name.lower().split()} | only.modifiers
    return found if book.modifiers[k] - book.words.state_of <= said else None


def _body(book: Book, only: Cluster, k: int) -> Cluster | None:
    """The body, which a name or the report's "the school board" has brought."""
    definite = book.determiner(only.mentions[0]) in book.words.definite and bool(only.modifiers)
    return only if (only.named or definite) and may_be(book, only, k) else None


def _is_known(book: Book, only: Cluster, k: int) -> bool:
    """Whether it is a person by name, and the noun for what few are: no "man", "victim" or "mother"."""
    noun = book.noun[k]
    anybody = noun in book.words.suffering_of or noun in book.words.kin | book.words.mouthpiece
    country = book.mentions[k].country
    lesser = book.words.lesser & only.modifiers - book.modifiers[k]
    return only.type == "person" and only.named and not anybody and not lesser and country in {None, only.country}


def find_nameless_called(book: Book, k: int) -> Cluster | None:
    """The one nameless person of the whole report who is called so, where a name stands behind: "the teenager, Bo"."""
    called = (one for one in book.called.get(book.noun[k], {}) if one.type == book.mentions[k].type and not one.plural)
    found = [one for one in called if not one.named and book.modifiers[k] <= one.modifiers]
    return found[0] if len(found) == 1 else None


def find_short_before(book: Book, k: int) -> Cluster | None:
    """The nameless body just told of by the last words of the name `k`: "the county council … Kent County Council"."""
    mention, words = book.mentions[k], book.folded[k].lower().split()
    if mention.type != "organization" or len(words) <= _SHORT:
        return None
    found = [
        one
        for one in recent_clusters(book, k, _SHORT_SENTENCES)
        if one.type == "organization" and not (one.named or one.plural) and _is_short(book, one.mentions[0], words)
    ]
    return found[0] if len(found) == 1 else None


def _is_short(book: Book, j: int, name: list[str]) -> bool:
    """Whether the nominal has just the last two words of the name behind "the"."""
    said = book.mentions[j].text.lower().split()
    return said[0] == "the" and len(said) == 1 + _SHORT and said[1:] == name[-_SHORT:]


def find_so_many(book: Book, k: int) -> Cluster | None:
    """The only ones of just that number, or else the only counted ones of the last sentences: "the (two) men"."""
    mention, noun = book.mentions[k], book.tokens[book.mentions[k].head].lemma_.lower()
    sex = _sex_of(book, noun)
    said = book.modifiers[k].difference(book.words.number)
    anybody = noun in book.words.suffering_of and sex is not None  # "the men", but not "the victims"
    if not (mention.plural and anybody) or said or book.determiner(k) != "the" or is_restricted(book, k):
        return None
    over = those_over(book, k)
    near = recent_clusters(book, k, None if mention.count else _MEN_SENTENCES)
    counted = [
        one
        for one in near
        if one.plural
        and not one.named
        and not one.members
        and id(one) not in over
        and one.type in {"group", "person"}
        and _is_of(_count(book, one), mention.count)
    ]
    only = counted[0] if len(counted) == 1 else None
    others = {_sex_of(book, other) for other in only.nouns} if only is not None else set()
    return only if sex is None or others <= {None, sex} else None


def _is_of(count: int | None, wanted: int | None) -> bool:
    """Whether so many are as many as are wanted, or several where no number is."""
    return count is not None and (count == wanted if wanted else count > 1)


def _sex_of(book: Book, noun: str) -> str | None:
    return "female" if noun in book.words.female else "male" if noun in book.words.male else None


def _count(book: Book, one: Cluster) -> int | None:
    return next((count for j in one.mentions if (count := book.mentions[j].count) is not None), None)


def is_restricted(book: Book, k: int) -> bool:
    """A relative clause says which ones ("the factions that stayed"), so they may be others than those before.

    Behind a comma it only says more of them.
    """
    head = book.mentions[k].head
    clauses = [child for child in book.tokens[head].children if child.dep_ == "acl:relcl" and child.i > head]
    return any("," not in {book.tokens[i].text for i in range(head, clause.left_edge.i + 1)} for clause in clauses)

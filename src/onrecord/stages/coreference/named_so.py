"""Which body or place a definite noun takes up by its name: "the ministry", "the coast guard", "the top court"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import latest_before, types_agree

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_NAME_SENTENCES = 10
_LAST_MENTIONS = 8
_FRESH = 3  # sentences
_NONE: frozenset[str] = frozenset()
_CIVIL, _CHARITY = "SOC", "NGO"


def find_name_with(book: Book, k: int) -> Cluster | None:
    """The latest body or place whose name tells it by this word or ends in these: "the ministry", "the coast guard".

    Of two that one sentence tells of it is the one that this sentence is about.
    """
    mention = book.mentions[k]
    if mention.plural:
        return None
    owned = grammar.children(book.tokens[mention.head], "nmod:poss")  # "the group's office" is not the Foreign Office
    said = _phrase(book, k) if book.modifiers[k] or owned else ""
    fitting = [
        cluster
        for cluster in recent_clusters(book, k, _NAME_SENTENCES)
        if types_agree(cluster.type, mention.type)
        and (_ends_in(book, cluster, said) if said else _tells(book, cluster, k) and may_be(book, cluster, k))
    ]
    return _told_of(book, fitting, k)


def find_bare(book: Book, k: int) -> Cluster | None:
    """The one body in whose name the words stand that need no article: "police" of the "Tulsa Police Department"."""
    token, country = book.tokens[book.mentions[k].head], book.mentions[k].country
    said, never = _phrase(book, k), book.words.never_called.get(book.noun[k], frozenset())
    if not book.sentence[k] or grammar.children(token, "nmod", "nmod:poss", "nummod"):
        return None
    found = [
        cluster
        for cluster in recent_clusters(book, k, _NAME_SENTENCES)
        if cluster.type == "organization"
        and any(f" {said} " in f" {name.lower()} " for name in cluster.names)
        and all(never.isdisjoint(name.lower().split()) for name in cluster.names)
        and not (country and cluster.country and country != cluster.country)
    ]
    return found[0] if len(found) == 1 else None


def _told_of(book: Book, fitting: list[Cluster], k: int) -> Cluster | None:
    """Which of the fitting ones is meant: the latest; of several in one earlier sentence, its subject."""
    if not fitting:
        return None
    line = book.sentence[latest_before(fitting[0], k)]
    if line == book.sentence[k]:
        return fitting[0]
    if len(fitting) > 1 and line + _FRESH < book.sentence[k]:
        return None  # told of long before, as was another
    there = [cluster for cluster in fitting if book.sentence[latest_before(cluster, k)] == line]
    subjects = [cluster for cluster in there if _is_subject_in(book, cluster, line)]
    return subjects[-1] if subjects else there[0]


def _is_subject_in(book: Book, cluster: Cluster, line: int) -> bool:
    """Whether the sentence is about it: a mention of it is the subject, of no clause within."""
    told = (j for j in cluster.mentions[-_LAST_MENTIONS:] if book.sentence[j] == line and book.is_subject[j])
    return any(book.stands[j].head.dep_ not in {"acl:relcl", "acl", "ccomp", "advcl"} for j in told)


def _ends_in(book: Book, cluster: Cluster, said: str) -> bool:
    """Whether a name ends in the words, or has them before what it is for; or is what goes by them: "the top court"."""
    if not cluster.names:
        return False
    names = [f" {name.lower()} " for name in cluster.names]
    more, _, noun = said.rpartition(" ")
    if more and noun in book.words.any_body and any(f" {more} " in name for name in names):
        return cluster.type == "organization"  # "the state agency"
    by_name = bool(more) and any(name.endswith(f" {said} ") or f" {said} of " in name for name in names)
    others = book.words.goes_by.get(said, _NONE)
    return by_name or (bool(others) and any(not others.isdisjoint(name.split()) for name in names))


def _tells(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether a name says by one of its telling words that it is such a one: "the airline" of "… Airlines"."""
    noun = book.noun[k]
    ends = {word for name in cluster.names for word in telling(name, book.words.nouns)}
    plural = book.mentions[k].type == "organization" and f"{noun}s" in ends
    return noun in ends or plural or is_alike(book, noun, ends) or is_named_so(book, cluster, noun)


def is_named_so(book: Book, cluster: Cluster, noun: str) -> bool:
    """Whether the last word of a name, less its form by law, is the noun or one of what such a firm makes."""
    makes = book.words.makes.get(noun, _NONE)
    for name in cluster.names:
        words = [word for word in name.lower().split() if word not in book.words.legal_form]
        if words and (words[-1] == noun or words[-1] in makes):
            return True
    return False


def _phrase(book: Book, k: int) -> str:
    """The words of a nominal behind its article."""
    first, last = book.spans[k]
    words = [token.lower_ for token in book.tokens[first:last] if token.lower_ not in book.words.definite]
    return " ".join(words).replace(" - ", "-").replace(" 's ", "s ").replace(" ’s ", "s ")  # as names are folded


def is_alike(book: Book, noun: str, words: set[str]) -> bool:
    """Whether one of the words means the same as the noun: a "bank" is a "lender"."""
    kind = book.words.same_body.get(noun)
    return kind is not None and any(book.words.same_body.get(word) == kind for word in words)


def wanted_sectors(book: Book, k: int) -> frozenset[str]:
    """Sectors or codes one of which the antecedent must have: from the modifiers, or else from the noun itself."""
    said = [code for word in book.modifiers[k] for code in book.words.sector.get(word, "").split()]
    if said:
        return frozenset([*said, *([_CHARITY] if _CIVIL in said else [])])
    codes = book.words.body[book.noun[k]].split()
    return frozenset() if "any" in codes else frozenset(code for code in codes if code[0] != "-")


def may_be(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether nothing that a body does gainsays the noun: "the army" is not the rebels' National Liberation Army."""
    wanted = wanted_sectors(book, k) if book.noun[k] in book.words.body else frozenset()
    return not (wanted and cluster.sectors) or not wanted.isdisjoint(cluster.sectors)


@lru_cache(maxsize=4096)
def telling(name: str, kinds: frozenset[str]) -> tuple[str, ...]:
    """The words of a name that may stand alone for it: its first, its last, its last before "of" or "for".

    Not its first where the last is of the `kinds` that say what it is: a "Government Girls School" is no government.
    """
    words = name.split()
    heads = [before for before, word in pairwise(words) if word in {"of", "for"}]
    first = () if words[-1].lower() in kinds and not heads else (words[0],)
    return (*first, words[-1], *heads[:1])

"""What else somebody may be called: "the diplomat" of an envoy, "the veteran", "the Republican"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.families import is_kin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_CALLED_SENTENCES = 3
_LAST_MENTIONS = 6
_MOST = 3  # people of the sentence before, of whom one may have been it
_POLITICAL = "PTY"
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_OF_MANY = frozenset({"IGO", "UNO", "EUR", "MNC", "NGO"})  # codes of bodies of many countries


def find_called_otherwise(book: Book, people: Sequence[Cluster], k: int) -> Cluster | None:
    """The one of the people whose role another noun sums up: "the diplomat" of a foreign minister.

    Where several would do, the one of the last sentences, or the one of the sentence before.
    """
    whole = summed_up(book, k)
    roles = whole or book.words.called_too.get(book.noun[k])
    if not roles or book.possessor(k) is not None:
        return None
    fitting = [one for one in people if one.named and _is_called(one, roles)]
    fitting = [one for one in fitting if whole or says_no_more(book, one.role or "", k)]
    near = [one for one in fitting if book.sentence[k] - book.sentence[one.last] <= _CALLED_SENTENCES] or fitting
    last = [one for one in near if book.sentence[k] - book.sentence[one.last] <= 1]
    return next((found[0] for found in (last, near) if len(found) == 1), None)


def _is_of_party(book: Book, noun: str, said: frozenset[str]) -> bool:
    """Whether a noun is for one of the party that is said: "Democrat", "Democratic"."""
    return _POLITICAL in book.words.person.get(noun, "") and any(word.startswith(noun) for word in said)


def find_partisan(book: Book, people: Sequence[Cluster], k: int) -> Cluster | None:
    """The one who has been called one of the party: "the Democrat … the Democratic challenger"."""
    said = book.modifiers[k]
    called = [one for one in people if one.named and any(_is_of_party(book, noun, said) for noun in one.nouns)]
    return called[0] if len(called) == 1 and not _is_called_by_office(book, called[0], k) else None


def _is_called_by_office(book: Book, one: Cluster, k: int) -> bool:
    """Whether the noun is an office that somebody else has by the report, and this one does not."""
    others = book.called.get(book.noun[k], {})
    return bool(others) and one not in others


def summed_up(book: Book, k: int) -> frozenset[str] | None:
    """The offices that several words together sum up: "the head of state"."""
    said = " ".join(book.mentions[k].text.lower().split()[1:])
    return book.words.called_too.get(said) if " " in said else None


def _is_called(one: Cluster, roles: frozenset[str]) -> bool:
    words = (one.role or "").lower().replace("-", " ").replace(".", "").split()
    return not roles.isdisjoint((*one.nouns, *words))


def find_anybody(book: Book, people: Sequence[Cluster], k: int) -> Cluster | None:
    """The one person of whom the sentence before tells, for a noun that may be anybody's: "the veteran".

    So are "the mother of three" and "the Swede".
    """
    which = grammar.children(book.tokens[book.mentions[k].head], "nmod")
    parent = book.noun[k] in book.words.kin and all(one.pos_ == "NUM" for one in which) and bool(which)
    nation = book.actors.countries.by_people(book.noun[k].capitalize())
    formerly = _is_former(book, k) and not which
    called = book.noun[k] in book.words.anybody | book.words.calling or nation is not None or formerly
    if not (parent or (called and not which)) or book.possessor(k) is not None:
        return None
    beside = {id(book.cluster_at(it.i)) for it in book.stands[k].head.children}
    told = [one for one in people if one.named and book.sentence[k] - book.sentence[one.last] <= _CALLED_SENTENCES]
    people = [one for one in people if book.sentence[k] - book.sentence[one.last] <= 1 and id(one) not in beside]
    near = [one for one in people if one.named and _may_be(book, one, k)]
    if formerly:
        near = [one for one in near if not _is_told_of_office(book, one, book.noun[k])] if len(people) < _MOST else []
        near = [one for one in near if not is_kin(book, one)] or near  # rather than his wife
    elif book.noun[k] in book.words.calling:
        near = [one for one in near if not (one.roles or book.words.person.keys() & one.nouns.keys())]
    sex = book.gender(k)
    near = [one for one in near if sex is None or one.gender in {None, sex}]
    if parent and not near:
        near = [one for one in told if sex is not None and one.gender == sex and id(one) not in beside]
        return near[0] if len(near) == 1 else None
    if nation is not None:
        near = [one for one in near if one.country in {None, nation, *_OF_MANY}]
    line = book.sentence[k] - 1
    told = [
        one
        for one in near
        if any(book.sentence[j] == line and book.is_subject[j] for j in one.mentions[-_LAST_MENTIONS:])
    ]
    goes_on = told if (len(near) > 1 or (formerly and len(people) > 1)) and book.is_subject[k] else near
    return goes_on[0] if len(goes_on) == 1 else None


def _is_former(book: Book, k: int) -> bool:
    """Whether only a word that says that it is over stands before what somebody was: "the retired teacher"."""
    said = book.modifiers[k]
    over = not said.isdisjoint(book.words.former) and len(said - book.words.former) <= 1  # "the former union lawyer"
    return over and book.noun[k] in book.words.person and book.is_subject[k]


def _is_told_of_office(book: Book, one: Cluster, noun: str) -> bool:
    """Whether somebody is still called by the noun, or told to be a former something else."""
    said = {word for role in one.roles for word in role.lower().replace("-", " ").split()}
    held = noun in book.words.heads | book.words.voice | book.words.office  # there is another one now
    of_state = held or not _OF_STATE.isdisjoint(book.words.person.get(noun, "").split())
    if noun in one.nouns and not (of_state and book.words.former.isdisjoint(one.modifiers)):
        return False  # "a former engineer … the retired engineer", "a sacked nurse … the former nurse"
    return noun in one.nouns or noun in said or not book.words.former.isdisjoint(said | one.modifiers)


def says_no_more(book: Book, role: str, k: int) -> bool:
    """Whether the noun's modifiers add nothing to the role: they are its own words or nationalities."""
    rest = book.modifiers[k] - book.words.state_of - set(role.lower().replace("-", " ").split())
    return all(book.actors.countries.nationality(word.capitalize()) is not None for word in rest)


def _may_be(book: Book, one: Cluster, k: int) -> bool:
    """Whether something says of somebody why he may be called a party's: an office, or that all know him.

    Nobody who speaks for another.
    """
    if _POLITICAL not in book.words.person.get(book.noun[k], ""):
        return True
    words = {word for role in one.roles for word in role.lower().split()}
    return book.words.mouthpiece.isdisjoint(words) and bool(one.sectors or words or one.actor)

"""To which body people belong, as a word tells: "council members", "the commissioners", "a company spokesman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import BODIES
from onrecord.stages.coreference.named_so import is_alike, telling

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_OF_BODY_SENTENCES = 10
_BESIDE = frozenset({"compound", "nmod:desc"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLS_WHICH = frozenset({"compound", "amod", "nmod:desc"})
_SAYS_WHICH = frozenset({"acl", "acl:relcl", "nmod"})
_PEOPLE = frozenset({"person", "group"})


def find_side(book: Book, k: int) -> Cluster | None:
    """The one body of the last sentences that the people told of at `k` are of; None where it may be another's."""
    if book.mentions[k].kind == "name":
        return _only(_titled(book, k), book.mentions[k].country)
    return _side_of_noun(book, k)


def _side_of_noun(book: Book, k: int) -> Cluster | None:
    """The body of people told of by a noun: "the company's directors", "council members", "the commissioners"."""
    mention = book.mentions[k]
    if mention.kind != "nominal" or mention.type not in _PEOPLE or mention.member_of or book.possessor(k) is not None:
        return None
    apart = book.noun[k] in book.words.beside_body or not book.modifiers[k].isdisjoint(book.words.tells_apart)
    if apart or book.names_nobody(k):
        return None  # "the union's allies" are not of it
    owner = _owner(book, k)
    if owner is not None:
        return _only([owner], mention.country)
    before = [token for token in book.tokens[mention.head].lefts if token.dep_ in _BESIDE and token.pos_ in _NOUNS]
    if len(before) == 1:
        return _only(_told_by(book, k, before[0]), mention.country)
    said = book.modifiers[k].difference(book.words.number)
    words = book.words.members.get(book.noun[k])
    if words is None or said or not mention.plural or mention.country or _is_told_which(book, k):
        return None
    return _only(_with_word(book, k, words), None)


def _titled(book: Book, k: int) -> list[Cluster]:
    """The bodies of which a title says that somebody is: "Commissioner Ann Doyle", "union president Paulo Freitas"."""
    mention = book.mentions[k]
    role = (mention.role or "").lower().split() if mention.type == "person" and not mention.member_of else []
    if not role:
        return []
    if len(role) > 1 and role[0] in book.words.bodies and role[-1] in book.words.voice:
        return _called(book, k, role[0])
    words = book.words.members.get(role[-1])
    return _with_word(book, k, words) if words is not None else []


def bodies_told(book: Book, k: int) -> list[Cluster]:
    """The bodies called by the one word before the noun: "the union leader", "the board president"."""
    before = [token for token in book.tokens[book.mentions[k].head].lefts if token.dep_ in _BESIDE]
    words = [token for token in before if token.pos_ in _NOUNS]
    if len(words) != 1 or len(book.modifiers[k]) != 1:
        return []
    codes = frozenset(book.words.sector.get(words[0].lower_, "").split())
    recent = recent_clusters(book, k, _OF_BODY_SENTENCES) if codes else ()
    of_kind = [one for one in recent if one.type in BODIES and one.named and not codes.isdisjoint(one.sectors)]
    return _told_by(book, k, words[0]) or of_kind  # "the rebel leader"


def _owner(book: Book, k: int) -> Cluster | None:
    """The body told of by a noun that owns them: "the company's directors"."""
    owners = [child for child in book.tokens[book.mentions[k].head].children if child.dep_ == "nmod:poss"]
    at = book.at_token[owners[0].i] if len(owners) == 1 and owners[0].pos_ == "NOUN" else -1
    one = book.owner[at] if at >= 0 and at != k else None
    return one if one is not None and one.type == "organization" and not one.plural else None


def _told_by(book: Book, k: int, word: Token) -> list[Cluster]:
    """The bodies called by the word before the noun, or for whose matter it stands: "council members"."""
    opens = word.is_sent_start or not word.text[0].isupper()  # "the House editor" is of a newspaper
    which = any(child.dep_ in _TELLS_WHICH for child in word.children)  # "a district court judge"
    if not opens or which or word.lower_ in book.words.unit_noun:
        return []
    if word.lower_ in book.words.bodies:
        return _called(book, k, word.lower_)
    return _of_matter(book, k, word.lower_) if book.mentions[k].plural else []


def _is_told_which(book: Book, k: int) -> bool:
    """Whether a clause or phrase behind says which ones: "several judges handling requests"."""
    return any(child.dep_ in _SAYS_WHICH for child in book.tokens[book.mentions[k].head].rights)


def _only(found: list[Cluster], country: str | None) -> Cluster | None:
    """The only one, if no other country's."""
    one = found[0] if len(found) == 1 else None
    return None if one is not None and country and one.country not in {None, country} else one


def _called(book: Book, k: int, noun: str) -> list[Cluster]:
    """The single bodies that have been called so, by their names or by a noun; else those of that kind."""
    bodies = [
        one
        for one in recent_clusters(book, k, _OF_BODY_SENTENCES)
        if one.type == "organization" and not one.plural and one.mentions[0] != k
    ]
    found = [
        one
        for one in bodies
        if _tells(book, one, noun) or (noun in one.nouns and (one.named or not book.is_bare(one.mentions[0])))
    ]
    codes = frozenset(book.words.body.get(noun, "any").split())
    return found or [one for one in bodies if one.named and "any" not in codes and not codes.isdisjoint(one.sectors)]


def _tells(book: Book, one: Cluster, noun: str) -> bool:
    words = {word for name in one.names for word in telling(name.lower(), book.words.nouns)}
    return noun in words or is_alike(book, noun, words)


def _with_word(book: Book, k: int, words: frozenset[str]) -> list[Cluster]:
    """The named bodies of the last sentences that have one of the words in their names, or do such work."""
    return [
        one
        for one in recent_clusters(book, k, _OF_BODY_SENTENCES)
        if one.type == "organization"
        and not one.plural
        and one.named
        and (not words.isdisjoint(one.sectors) or any(not words.isdisjoint(name.lower().split()) for name in one.names))
    ]


def _of_matter(book: Book, k: int, matter: str) -> list[Cluster]:
    """The ministries or departments named that are for it: "forestry officials" of the Department of Forestry."""
    return [
        one
        for one in recent_clusters(book, k, _OF_BODY_SENTENCES)
        if one.type == "organization" and any(_is_for(book, name.lower().split(), matter) for name in one.names)
    ]


def _is_for(book: Book, name: list[str], matter: str) -> bool:
    return matter in name and not book.words.departments.isdisjoint(name)

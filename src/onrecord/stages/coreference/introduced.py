"""Who is named after a description: "A poet was freed. Selin Aydin, 38, …", "Former chairman quits | Ann Low …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.coreference.ages import is_aged
from onrecord.stages.coreference.cluster import latest_before
from onrecord.stages.coreference.fates import is_sufferer, suffers

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_FROM = frozenset({"of", "from"})
_AFTER_HEADING = 2  # sentences
_TELLS_WHO = frozenset({"appos", "nmod", "nmod:poss", "nmod:desc", "conj"})
_SAYS_WHICH = frozenset({"acl", "acl:relcl", "nmod"})
_OF_LEAD = 3  # sentences
_FIRST_MENTIONS = 3
_MAX_LOOK_BACK = 60  # mentions
_SOLDIERS = "MIL"


def find_described(book: Book, nameless: list[Cluster], k: int) -> Cluster | None:
    """Whom the sentence before describes without a name, where nothing but an age says who the new name is.

    News tell of nobody by the bare name whom they have not described. Of several it is the one subject.
    """
    line, token = book.sentence[k], book.tokens[book.mentions[k].head]
    if not book.is_subject[k] or book.stands[k].dep_ == "conj" or book.mentions[k].role:
        return None
    if any(child.dep_ in _TELLS_WHO and not _says_little(book, child, k) for child in token.children):
        return None
    near = [one for one in nameless if book.sentence[latest_before(one, k)] == line - 1]
    near = [one for one in near if book.sentence[one.mentions[0]] < line and book.possessor(one.mentions[0]) is None]
    told = near if len(near) == 1 else _told_first(book, near, k)
    only = told[0] if len(told) == 1 and _is_told_of(book, told[0]) else None
    if only is None or _has_kin(book, k) or not book.words.another_act.isdisjoint(word.lower_ for word in token.sent):
        return None
    if not _may_be(book, only, k, alone=len(near) == 1):
        return None
    spoke = any(book.tokens[book.mentions[j].head].i in book.sources for j in only.mentions[:_FIRST_MENTIONS])
    verb = book.stands[k].head.lemma_.lower()
    pleads = verb in book.words.pleading and is_sufferer(book, only, book.words.holding)  # "admitted 14 charges"
    looks_on = token.i in book.sources and not (spoke or pleads)  # "a gunman fled. Peter Hall said he saw it"
    fits = is_aged(book, k) or book.stands[k].dep_ == "nsubj:pass" or line <= _OF_LEAD
    return only if fits and not looks_on else None


def _may_be(book: Book, one: Cluster, k: int, *, alone: bool) -> bool:
    """Whether what each of the two does or undergoes may be of one person.

    Who was robbed is not the one arrested for it, nor, beside another one, is who did something himself ("a judge freed
    a farmer. Bo Lee, 51, had been jailed"); who heard it or lives there only looked on.
    """
    seat, words = book.stands[k], book.words
    if suffers(book, k, words.holding):
        harmed = is_sufferer(book, one, words.harming) and not is_sufferer(book, one, words.holding)
        return not harmed and (alone or book.stands[latest_before(one, k)].dep_ != "nsubj")
    return not (seat.dep_ == "nsubj" and seat.head.lemma_.lower() in words.looking_on)


def _is_from(word: Token) -> bool:
    """Whether it only says where somebody lives: "Ann Low, 38, | of Dover"."""
    lives = word.dep_ == "nmod" and word.ent_type_ == "PLACE"
    return lives and any(case.lower_ in _FROM for case in word.children if case.dep_ == "case")


def _says_little(book: Book, word: Token, k: int) -> bool:
    """Whether it is no more than an age or a home, or beside an age the body somebody is of: "38, of the Greens"."""
    of_body = word.dep_ == "nmod" and book.at_token[word.i] >= 0 and is_aged(book, k)
    body = of_body and book.mentions[book.at_token[word.i]].type == "organization"
    return word.is_punct or word.text.isdigit() or body or _is_from(word)


def _told_first(book: Book, near: list[Cluster], k: int) -> list[Cluster]:
    """Of several the one of the name's sex, else the subject, else the one to whom it is done: "held | a teacher"."""
    sex = book.gender(k)
    alike = [one for one in near if sex is not None and one.gender == sex]
    if len(alike) == 1 and all(one.gender is None for one in near if one is not alike[0]):
        return alike
    seats = [(one, book.stands[latest_before(one, k)]) for one in near]
    subjects = [one for one in near if book.is_subject[latest_before(one, k)]]
    return subjects or [one for one, seat in seats if seat.dep_ == "obj" and seat.head.head.i == seat.head.i]


def _has_kin(book: Book, k: int) -> bool:
    """Whether another of the family name has been told of, whose kin the person will be."""
    family, near = book.folded[k].split()[-1:], range(max(0, k - _MAX_LOOK_BACK), k)
    return any(book.folded[j].split()[-1:] == family for j in near if book.mentions[j].type == "person")


def _is_told_of(book: Book, one: Cluster) -> bool:
    """Whether the report brings somebody whom it will name: "a journalist", "the soldier who was killed".

    Nobody who is only asked, as "a source said".
    """
    first = [j for j in one.mentions[:_FIRST_MENTIONS] if book.noun[j]]
    if not book.words.never_named.isdisjoint(one.nouns):
        return False
    opens = [j for j in first if book.sentence[j] == 0]
    if any(book.determiner(j) in book.words.indefinite for j in first):
        return True
    return any(child.dep_ in _SAYS_WHICH for j in opens for child in book.stands[j].children)


def find_first_told(book: Book, nameless: list[Cluster], k: int) -> Cluster | None:
    """Whom the heading calls by what he is or was alone, where the text opens with one who is named."""
    if not 0 < book.sentence[k] <= _AFTER_HEADING or not book.is_subject[k]:
        return None
    headed = [one for one in nameless if book.sentence[one.mentions[0]] == 0 and book.is_bare(one.mentions[0])]
    one = headed[0] if len(headed) == 1 else None
    if one is None or "\n" not in book.string[book.mentions[one.mentions[0]].end : book.mentions[k].start]:
        return None
    if any(book.mentions[j].type == "person" and book.owner[j] is not one for j in range(k)):
        return None
    return one if _may_be_called(book, one, k) else None


def _may_be_called(book: Book, one: Cluster, k: int) -> bool:
    """Whether the title before the name is none, or only a rank beside the one who leads: "Captain" of a leader."""
    leads = book.noun[one.mentions[0]] in book.words.leader
    return not book.mentions[k].role or (leads and book.mentions[k].sectors == (_SOLDIERS,))

"""Where a noun phrase begins and ends, how many it counts and whether it is plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_LEFT = frozenset(
    {"det", "det:predet", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat", "nmod:unmarked", "advmod",
     "case", "punct", "nmod", "conj", "cc", "goeswith", "dep", "appos"}
)  # fmt: skip
_NOT_LEFT = frozenset({"acl", "acl:relcl", "advcl", "cop", "nsubj", "nsubj:pass", "aux", "mark", "parataxis", "obl"})
MAX_OF_WORDS = 8
_BREAKS = frozenset({",", ";", ":", "(", ")", "—", "--", '"', "“", "”"})


def without_determiner(page: Page, first: int, head: int) -> str:
    """The words from `first` to `head` less a leading determiner; empty for a bare noun."""
    if page.pos[first] == "DET" and first < head:
        first = page.after(first) or first
    return page.string[page.start[first] : page.end(head)] if first < head else ""


def left_edge(page: Page, head: int) -> int:
    """The first token of the phrase: what hangs on the head to its left, without clauses and foreign phrases."""
    first = head
    at = page.before(head)
    while at is not None:
        if page.text[at] == ")":
            at = page.before_bracket(at)
        if at is not None and _parts_adjectives(page, at, head):
            at = page.before(at)
            continue
        if at is None or page.text[at] in _BREAKS or not _hangs_on(page, at, head):
            break
        first = at
        at = page.before(at)
    while first < head and (page.pos[first] in {"ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "ADV"}
                            or page.text[first] in HYPHENS or _is_at_least(page, first)):  # fmt: skip
        if page.pos[first] == "ADV" and first + 2 < head and page.text[first + 1] in HYPHENS:
            break  # "far-right youths"
        first = page.after(first) or head
    return first


def _parts_adjectives(page: Page, i: int, head: int) -> bool:
    """Whether a comma stands in a list of them before the noun: "Serbian, | Hungarian and Chadian delegates"."""
    following = page.head[i]
    listed = page.text[i] == "," and following > i and page.dep[following] == "conj" and page.pos[following] == "ADJ"
    return listed and _hangs_on(page, following, head)


def _is_at_least(page: Page, i: int) -> bool:
    """Whether the word belongs to what only limits a number: "at least", "as many as"."""
    before = page.before(i)
    led = page.lower[before] if before is not None else ""
    return (page.lower[i] in {"least", "most"} and led == "at") or (page.lower[i] in {"many", "few"} and led == "as")


def _hangs_on(page: Page, i: int, head: int) -> bool:
    """Whether token `i` belongs to the left side of the noun phrase of `head`."""
    at = i
    for _ in range(6):
        if page.dep[at] in _NOT_LEFT or (page.pos[at] in {"VERB", "AUX"} and page.dep[at] not in {"amod", "compound"}):
            return False
        parent = page.head[at]
        if parent == head:
            return page.dep[at] in _LEFT and not (page.dep[at] in {"case", "cc"} and page.pos[at] != "PART")
        if parent in {at, i} or parent > head:
            return False
        at = parent
    return False


def right_edge(page: Page, head: int, by_token: dict[int, Name]) -> int:
    """The head itself; behind it a short "of" phrase with names ("Government of Iraq", "envoys of Chad and Mali").

    An office may have a "for" instead ("the envoy for Yemen"). What hyphens join to it is of its word ("passers-by").
    """
    end = _hyphened(page, head)
    of = page.after(end)
    office = page.words.kind_of(page.noun(head)) == "person"
    if of is None or page.lower[of] not in ({"of", "for"} if office else {"of"}) or page.head[page.head[of]] != head:
        return end
    last, at = end, page.after(of)
    for _ in range(MAX_OF_WORDS):
        if at is None or (at in by_token and last in by_token and page.after(last) == at):
            break  # "the board of the Herald | Silva said"
        if at in by_token:
            at = by_token[at].last
        elif is_hyphen(page, at) or (_joins(page, at, last, by_token) and is_plural(page, head)):
            pass
        elif page.pos[at] not in {"PROPN", "DET", "NOUN", "ADJ", "NUM", "PART"} or page.timed[at]:
            break
        if at in by_token or page.pos[at] in {"PROPN", "NOUN"}:
            last = at
        at = page.after(at)
    owned = page.head[last] if page.dep[last] == "nmod:poss" else last
    return owned if last < owned <= of + MAX_OF_WORDS else last  # "the chief of Mali's ruling | junta"


def is_hyphen(page: Page, i: int) -> bool:
    """Whether it is the mark inside a word of two: "a group of asylum|-|seekers"."""
    word = page.tokens[i]
    return word.text in HYPHENS and not word.whitespace_ and i > 0 and not word.nbor(-1).whitespace_


def _hyphened(page: Page, head: int) -> int:
    """The last word that hyphens join to the head and that hangs on it: "a passer-by", "his sister-in-law"."""
    last = head
    while page.pos[head] == "NOUN" and _is_one_word(page, head, last):
        last += 2
    return last


def _is_one_word(page: Page, head: int, last: int) -> bool:
    """Whether a hyphen without a space joins what stands behind the last part to it, under the same head."""
    part = last + 2
    if part >= len(page) or page.text[last + 1] not in HYPHENS or page.pos[part] in {"VERB", "PROPN"}:
        return False
    glued = page.end(last) == page.start[last + 1] and page.end(last + 1) == page.start[part]
    return glued and head in {page.head[part], page.head[page.head[part]]}


def _joins(page: Page, i: int, last: int, by_token: dict[int, Name]) -> bool:
    """Whether "and" or a comma ties the name before it to another one of the same list."""
    joined = page.head[i]
    listed = joined in by_token and last in by_token and page.dep[joined] == "conj" and joined > i
    return listed and page.dep[i] in {"cc", "punct"} and page.head[joined] in by_token


def count_of(page: Page, inside: range) -> int | None:
    """The number that the words inside a phrase give, in figures or as one word."""
    for i in reversed(inside):
        if page.pos[i] == "NUM" and page.dep[i] in {"nummod", "compound"} and not _counts_another(page, i, inside):
            word = page.lower[i].replace(",", "")
            if word.isdecimal() and len(word) < 10:  # "H₂O": isdigit() takes what int() does not
                return int(word)
            if word in page.words.number:
                return page.words.number[word]
    return None


def _counts_another(page: Page, i: int, inside: range) -> bool:
    """Whether a number goes with another word of the phrase: "a 14-year-old girl", "a three-member panel"."""
    following = page.after(i)
    return page.head[i] in inside and following is not None and page.text[following] in HYPHENS


def is_plural(page: Page, i: int) -> bool:
    """Whether the noun at `i` stands for several, by its tag or because it has no singular."""
    tagged = page.tokens[i].tag_ in {"NNS", "NNPS"} or "Number=Plur" in page.tokens[i].morph
    return tagged or page.lower[i] in page.words.plural


def measures(page: Page, i: int) -> bool:
    """Whether a hyphen joins the word to a number: "a two-front war", "the four-party talks"."""
    number = i - 2
    return number >= 0 and page.lower[i - 1] in HYPHENS and page.dep[number] == "nummod" and page.head[number] == i

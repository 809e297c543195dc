"""Whose a nominal is, by the words around it: "Iraqi army officers" are of Iraq, of the army, soldiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.known import head_of
from onrecord.stages.entities.page import HYPHENS
from onrecord.stages.entities.people import is_topic
from onrecord.stages.entities.phrases import MAX_OF_WORDS

if TYPE_CHECKING:
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_UNIONS = frozenset({"UNO", "IGO", "EUR"})  # codes of unions of states
_PARLIAMENTARY = frozenset({"LEG", "PTY"})


def _owns(page: Page, i: int) -> bool:
    """Whether a body or state owns the noun by a pronoun ("its ambassador", "their spokesman"), which stands for it."""
    features = page.words.pronoun.get(page.lower[i], "").split()
    return page.dep[i] == "nmod:poss" and "owner" in features and not {"1", "male", "female"} & set(features)


def with_nationality(page: Page, first: int, outer: int) -> int:
    """In "a Venezuelan police helicopter" the nationality, which hangs on the helicopter, is the police's too."""
    before = page.before(first)
    if page.dep[outer] != "compound" or before is None or page.nationality(before) is None:
        return first
    return before if page.head[before] == page.head[outer] else first


def read_modifiers(
    page: Page, inside: range, head: int, by_token: dict[int, Name]
) -> tuple[str | None, list[str], tuple[int, ...], tuple[int, ...]]:
    """Country, sectors, bodies belonged to and names for the same thing, as the words before the head say."""
    country: str | None = None
    sectors: list[str] = []
    members: list[int] = []
    same_as: list[int] = []
    body = page.noun(head) in page.words.body or page.noun(head) in page.words.tribe
    for i in inside:
        if _made_somebody_elses(page, i):
            continue
        name = by_token.get(i)
        code = page.nationality(i)
        if name and name.type == "organization" and name.last == i:
            owner = page.dep[name.last] == "nmod:poss" or page.dep[name.first] == "nmod:poss"
            whole = body and not (owner or _is_a_part(page, name, head)) and _right_before(page, i, head)
            (same_as if whole else members).append(head_of(page, name))
            country = country or name.country
            sectors += name.sectors
        elif name and name.type in {"place", "person"}:
            country = country or (None if is_topic(page, i, head, by_token) else name.country)
        elif code is not None:
            country = country or code or None
        elif _owns(page, i):
            members.append(i)
        elif page.dep[i] != "nmod:poss":
            sectors += page.words.sector.get(page.lower[i], "").split()
    following = by_token.get(_after_or(page, head))
    if following and following.type == "organization" and page.noun(head) != "government":
        named = head_of(page, following)
        if body or (page.words.kind_of(page.noun(head)) == "organization" and is_named_by(page, head, named)):
            same_as.append(named)
    return country, sectors, tuple(members), tuple(same_as)


def _is_a_part(page: Page, name: Name, head: int) -> bool:
    """Whether the noun is for one of the bodies of a union of states: "the UN agency", but "the NATO alliance"."""
    return name.country in _UNIONS and "any" not in page.words.body.get(page.noun(head), "any").split()


def is_named_by(page: Page, noun: int, name: int) -> bool:
    """Whether the name behind a noun is its own: hung on it, or made a second subject beside it."""
    beside = page.head[name] == page.head[noun] and page.dep[name] == page.dep[noun] == "nsubj"
    return beside or (page.head[name] == noun and page.dep[name] in {"flat", "appos"})


def _right_before(page: Page, i: int, head: int) -> bool:
    following = page.after(i)
    while following is not None and following < head:
        if page.text[following] not in {")", '"', "”"} and not _says_side(page, following, head):
            return False
        following = page.after(following)
    return following == head


def _says_side(page: Page, i: int, head: int) -> bool:
    """Whether the word between a name and "group" only says of what side it is ("the al-Shabab militant group")."""
    return page.noun(head) in page.words.whole_body and page.lower[i] in page.words.sector


def _after_or(page: Page, i: int) -> int:
    following = page.after(i)
    return -1 if following is None else following


def _made_somebody_elses(page: Page, i: int) -> bool:
    """In "Kurdish-led forces" and "US-backed rebels" the word before the hyphen says nothing of who they are."""
    hyphen = page.after(i)
    if hyphen is None or page.text[hyphen] not in HYPHENS:
        return False
    following = page.after(hyphen)
    return following is not None and page.lower[following] in page.words.led_by


def own_sectors(page: Page, head: int) -> tuple[str, ...]:
    """What the noun says; an office in a body that is no state's takes the body's ("president of the union")."""
    own = page.sectors_at(head)
    of = page.after(head)
    if own != ("GOV",) or of is None or page.lower[of] not in {"of", "for"}:
        return own
    at = page.after(of)
    for _ in range(MAX_OF_WORDS):
        if at is None or page.pos[at] not in {"PROPN", "DET", "NOUN", "ADJ", "PART"}:
            break
        if page.words.kind_of(page.noun(at)) == "organization":
            return page.words.sectors_of(page.noun(at))
        at = page.after(at)
    return own


def merge_sectors(modifiers: list[str], own: tuple[str, ...]) -> tuple[str, ...]:
    """Modifiers come first; a noun that may be anybody's ("forces") adds nothing to one that says whose it is."""
    if "REB" in modifiers and set(own) <= {"MIL", "GOV", "PRM", "COP"}:
        own = ()
    if not _PARLIAMENTARY.isdisjoint(modifiers) and "REB" not in modifiers:
        own = tuple(code for code in own if code != "REB")  # "Senate rebels" bear no arms
    elif "LEG" in own:
        modifiers = [code for code in modifiers if code != "REB"]  # nor do "rebel lawmakers"
    if own == ("GOV",) and modifiers:
        own = ()  # an official of whatever body stands before
    if modifiers[:1] == ["GOV"] and own[:1] == ("MIL",):
        return ("MIL",)
    return tuple(dict.fromkeys([*modifiers, *own]))


def said_of(page: Page, head: int) -> tuple[int, ...]:
    """The subject of which the reporter says the noun: "Ana Silva is a commander"; not if it is denied or possible.

    So too of a noun joined to it: "Ana Silva is a liar and racist who".
    """
    head = page.head[head] if page.dep[head] == "conj" else head
    if page.dep[head] in {"ccomp", "parataxis", "xcomp"}:
        return ()
    children = list(page.tokens[head].children)
    subject = next((child for child in children if child.dep_ == "nsubj" and child.i < head), None)
    helpers = [child for child in children if child.dep_ in {"cop", "aux"}]
    if subject is None or not any(child.dep_ == "cop" for child in helpers):
        return ()
    if page.dep[head] == "acl:relcl" and subject.tag_ == "WP":  # "Ana Silva, who is the nominee"
        now = all(child.tag_ in {"VBZ", "VBP"} for child in helpers)
        return (page.head[head],) if now else ()
    plain = all(child.lemma_ in {"be", "have"} for child in helpers)
    denied = any(
        child.dep_ in {"advmod", "det", "mark"} and child.lower_ in page.words.no_identity for child in children
    )
    return (subject.i,) if plain and not denied else ()


def place_called(page: Page, head: int, last: int, by_token: dict[int, Name]) -> tuple[int, ...]:
    """The name behind "of" that is the place's own: "the city of Goma", but not "the Karim district of Goma"."""
    before, of = page.before(head), page.after(head)
    if of is None or page.lower[of] != "of" or page.noun(head) not in page.words.named_by_of:
        return ()
    at = page.after(of)
    name = by_token.get(at) if at is not None else None
    if name is None or name.type != "place" or name.last != last or page.tokens[head].tag_.endswith("S"):
        return ()
    has_own = before is not None and before in by_token and page.nationality(before) is None
    return () if has_own else (head_of(page, name),)


def owner_country(page: Page, head: int, by_token: dict[int, Name]) -> str | None:
    """The country of an "of" phrase or an "in" phrase right behind ("the government of Chad", "police in Oslo").

    Also that of the noun joined to it without an article: "the government and people of Chad".
    """
    case = page.after(head)
    if case is not None and page.dep[case] == "cc":
        joined = page.after(case)
        both = joined is not None and page.head[joined] == head and page.dep[joined] == "conj"
        case = page.after(joined) if both and joined is not None else None
    if case is None or page.lower[case] not in {"of", "in", "from"}:
        return None
    at = page.after(case)
    if at is not None and page.pos[at] == "DET":
        at = page.after(at)
    name = by_token.get(at) if at is not None else None
    return name.country if name and name.type == "place" else None

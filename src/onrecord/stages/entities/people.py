"""What stands beside a person's name: role, office, whom the person speaks for, country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.entities.known import head_of
from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_MAX_ROLE_WORDS = 14
_MAX_PORTFOLIO = 4
_OF = frozenset({"of", "from"})
_BREAKS = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "—", "--", "."})


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Office words beside a name.

    Attributes:
        role: as an entity keeps it, without nationality and determiner ("PLO official").
        sectors: what the role says.
        country: what a nationality or a country's name in it says.
        members: heads of the bodies named in it.
        first: where the words begin, if they stand before the name; a mention that lies in them is no other person.
    """

    role: str | None = None
    sectors: tuple[str, ...] = ()
    country: str | None = None
    members: tuple[int, ...] = ()
    first: int | None = None
    former: bool = False


NOTHING = Beside()


def shared_role(page: Page, name: Name, besides: dict[int, Beside], by_token: dict[int, Name]) -> Beside:
    """The role that a name in a list has from the plural before the first: "senators Ana Ruiz and Bo Lee"."""
    own, head = besides[name.first], head_of(page, name)
    first = by_token.get(page.head[head]) if page.dep[head] == "conj" else None
    before = page.before(first.first) if first is not None else None
    if own.role is not None or first is None or before is None or page.tokens[before].tag_ not in {"NNS", "NNPS"}:
        return own
    given = besides.get(first.first, NOTHING)
    return msgspec.structs.replace(given, first=None) if given.first is not None and before >= given.first else own


def beside_name(page: Page, name: Name, by_token: dict[int, Name]) -> Beside:
    """The role of a person: words before the name ("Syrian President X"), or else those behind ("X, a minister")."""
    words = _words_before(page, name, by_token)
    before = _read_role(page, words, by_token) if words else NOTHING
    words = _words_behind(page, name)
    behind = _read_role(page, words, by_token) if words else NOTHING
    if before.role is None and behind.role is None:
        return msgspec.structs.replace(before, members=_body_behind(page, name, by_token))
    if before.role is None:
        return msgspec.structs.replace(behind, first=before.first)
    country = before.country or behind.country
    return msgspec.structs.replace(before, members=before.members or behind.members, country=country)


def _body_behind(page: Page, name: Name, by_token: dict[int, Name]) -> tuple[int, ...]:
    """The body that somebody is of, by its name alone: "Ana Silva of the Lake Institute"."""
    of = page.after(name.last)
    at = page.after(of) if of is not None and page.lower[of] in _OF else None
    at = page.after(at) if at is not None and page.lower[at] == "the" else at
    body = by_token.get(at) if at is not None else None
    return (head_of(page, body),) if body is not None and body.type == "organization" else ()


def _words_before(page: Page, name: Name, by_token: dict[int, Name]) -> list[int]:
    """Tokens of the title right before a name, in the order of the text; empty if no role word stands there."""
    at = page.before(name.first)
    if at is not None and page.text[at] == ".":
        at = page.before(at)
    if at is None or not (_is_role_word(page, at) or ends_portfolio(page, at)):
        return []
    words = [at]
    while len(words) < _MAX_ROLE_WORDS:
        at = page.before(words[-1])
        if at is not None and page.text[at] == ")":
            at = page.before_bracket(at)
        if at is None or not _goes_with_title(page, at, words[-1]) or _is_anothers(page, at, words, by_token):
            break
        words.append(at)
    words.reverse()
    while words and (page.pos[words[0]] in {"DET", "ADP", "CCONJ", "PUNCT", "PART"} or page.lower[words[0]] == "of"):
        words.pop(0)
    return words


def _is_anothers(page: Page, i: int, words: list[int], by_token: dict[int, Name]) -> bool:
    """Whether somebody else begins here: another person's name, or whose title it is ("critics of President …")."""
    if i in by_token:
        return page.lower[words[-1]] == "and" and _is_a_party(page, by_token[i])
    return page.lower[i] in {"of", "for", "to"} and any(_is_role_word(page, word) for word in words)


def _is_a_party(page: Page, name: Name) -> bool:
    """Whether a name before "and" is a party of its own ("New Delhi and Prime Minister …"), not half of an office."""
    before = page.before(name.first)
    definite = before is not None and page.lower[before] == "the"  # "the Senate and President …"
    told = name.known or (name.type == "place" and name.country is not None)
    return name.type == "person" or told or (name.type == "organization" and definite)


def ends_portfolio(page: Page, i: int) -> bool:
    """Whether the field of an office ends here: "State" in "Secretary of State", "Minister of Foreign Affairs"."""
    at: int | None = i
    for _ in range(_MAX_PORTFOLIO):
        if at is None or not page.capital(at):
            return False
        at = page.before(at)
        if at is not None and page.lower[at] in {"of", "for"}:
            office = page.before(at)
            return office is not None and page.capital(office) and page.noun(office) in page.words.portfolio
    return False


def _is_role_word(page: Page, i: int) -> bool:
    if page.pos[i] not in {"NOUN", "PROPN", "ADJ", "X"}:
        return False
    lower = page.lower[i].rstrip(".")
    return page.words.kind_of(page.noun(i)) == "person" or (page.capital(i) and lower in page.words.title)


def _goes_with_title(page: Page, i: int, following: int) -> bool:
    """Whether a token belongs to the title of which `following` is the next token."""
    if page.text[i] in _BREAKS or page.timed[i] or _is_dash(page, i):
        return False
    if page.lower[following].rstrip(".") in page.words.courtesy:
        return False  # "Mr. Okafor and Mrs Mensah"
    if page.pos[i] in {"NOUN", "PROPN", "ADJ", "DET", "X"} or page.text[i] in HYPHENS:
        return page.pos[i] != "DET" or page.lower[i] in {"the", "a", "an", "its", "his", "their", "our"}
    if page.pos[following] == "DET":
        return page.lower[i] in {"of", "for"}
    if page.lower[i] in {"of", "for", "to", "and"}:
        return page.capital(following) and page.pos[following] in {"PROPN", "NOUN", "ADJ"}
    return page.lower[i] in {"'s", "’s", "."} and page.pos[i] in {"PART", "PUNCT"}


def _is_dash(page: Page, i: int) -> bool:
    """A hyphen with white space before it parts a dateline from what follows."""
    before = page.before(i)
    return page.text[i] in HYPHENS and before is not None and page.end(before) < page.start[i]


def _words_behind(page: Page, name: Name) -> list[int]:
    """Tokens of an apposition behind the name, up to the next comma or verb; empty if no role word heads it."""
    at = page.after(name.last)
    if at is None or page.text[at] not in {",", "("}:
        return []
    words: list[int] = []
    at = page.after(at)
    while at is not None and len(words) < _MAX_ROLE_WORDS:
        if page.text[at] in _BREAKS or page.pos[at] in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}:
            break
        words.append(at)
        at = page.after(at)
    ends_well = at is None or page.text[at] in _BREAKS or page.pos[at] in {"VERB", "AUX", "PRON", "PUNCT", "CCONJ"}
    heads = [i for i in _before_preposition(page, words) if page.words.kind_of(page.noun(i)) == "person"]
    acts = bool(heads) and at is not None and page.dep[heads[-1]].startswith("nsubj") and page.head[heads[-1]] >= at
    return words if heads and ends_well and not acts else []  # who acts is another: "met Ana Ruiz, the minister said"


def _before_preposition(page: Page, words: list[int]) -> list[int]:
    for at, i in enumerate(words):
        if page.pos[i] == "ADP":
            return words[:at]
    return words


def _read_role(page: Page, words: list[int], by_token: dict[int, Name]) -> Beside:
    """What a title says: role, country, sectors, and the bodies that the person belongs to."""
    while words and page.pos[words[0]] == "DET":
        words = words[1:]
    heads = [i for i in _before_preposition(page, words) if _is_role_word(page, i)]
    if not heads:
        return NOTHING
    named = [by_token[i] for i in words if i in by_token and by_token[i].last == i]
    bodies = [name for name in named if name.type == "organization"]
    country, kept = _country_and_rest(page, words, heads[-1], by_token)
    members = [head_of(page, body) for body in bodies] or _served(page, words)
    former = any(page.lower[i] in page.words.former for i in kept)
    sectors = () if former else _sectors(page, kept, heads)
    if bodies:
        sectors = bodies[0].sectors or tuple(code for code in sectors if code != "GOV")
    elif members and sectors == ("GOV",):
        sectors = page.words.sectors_of(page.noun(members[0]))
    role = _role_text(page, kept, heads[-1], by_token)
    return Beside(role=role, sectors=sectors, country=country, members=tuple(members), first=words[0], former=former)


def _country_and_rest(
    page: Page, words: list[int], head: int, by_token: dict[int, Name]
) -> tuple[str | None, list[int]]:
    """The country of a title, and the title without nationalities: "Chadian defence minister" is "defence minister"."""
    country: str | None = None
    kept = []
    for i in words:
        found, code = by_token.get(i), page.nationality(i)
        if not is_topic(page, i, head, by_token):
            country = country or code or (found.country if found else None) or None
        body = found is not None and found.type == "organization"
        stated = code is not None or (found is not None and found.country is not None and i < head)
        if (body or not stated) and page.lower[i].rstrip(".") not in page.words.courtesy:
            kept.append(i)
    return country, kept


def is_topic(page: Page, i: int, head: int, by_token: dict[int, Name]) -> bool:
    """Whether a place's name at `i` only says what the role at `head` is about: "the firm's China analyst"."""
    found = by_token.get(i)
    about = found is not None and found.type == "place" and found.last < head and page.dep[found.last] != "nmod:poss"
    return about and page.noun(head) in page.words.topic_role


def _served(page: Page, words: list[int]) -> list[int]:
    """The body behind "of" or "for" that has no name: "a spokesman for the groups"."""
    for at, i in enumerate(words):
        if page.lower[i] in {"of", "for"}:
            nouns = [j for j in words[at:] if page.words.kind_of(page.noun(j)) in {"organization", "group"}]
            return nouns[-1:]
    return []


def _sectors(page: Page, kept: list[int], heads: list[int]) -> tuple[str, ...]:
    """PLOVER sectors by the words of a title, of two words together before those of one."""
    found: list[str] = []
    for i in kept:
        portfolio = page.noun(heads[-1]) in page.words.portfolio
        found += page.words.sector.get(page.lower[i], "").split() if i not in heads and not portfolio else ()
    for i in heads:
        two = " ".join(page.lower[j] for j in kept if i - 2 <= j <= i).replace(" - ", "-")
        for key in (two, page.noun(i), page.lower[i].rstrip(".")):
            said = page.words.person.get(key, page.words.title.get(key))
            if said is not None:
                found += said.split()
                break
    return tuple(dict.fromkeys(found))


def _role_text(page: Page, kept: list[int], head: int, by_token: dict[int, Name]) -> str | None:
    """The words of a role as they stand, lower-cased but for names and acronyms; of "senators X and Y" each is one."""
    while kept and page.lower[kept[0]] in {"'s", "’s", "of", "-", "the", ".", "for", "led"}:
        kept = kept[1:]
    text = ""
    last: int | None = None
    for i in kept:
        word = page.noun(i) if i == head and page.tokens[i].tag_ in {"NNS", "NNPS"} else page.text[i]
        common = i not in by_token or by_token[i].type not in {"organization", "place"}
        glued = last is not None and page.end(last) == page.start[i]
        text += ("" if not text or glued else " ") + (word.lower() if common and not word.isupper() else word)
        last = i
    return text.strip(" -.,") or None

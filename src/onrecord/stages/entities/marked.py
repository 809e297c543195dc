"""Names by the network's marks, by titles before them and by the words that end the names of bodies."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.stages.entities.known import Name, stands_alone
from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.reading.entity import EntityType
    from onrecord.stages.entities.page import Page

_LABELS: dict[str, EntityType] = {
    "PERSON": "person", "ORGANIZATION": "organization", "PLACE": "place", "NORP": "group",
}  # fmt: skip
_QUOTES = frozenset("\"“”'‘’«»")
_MAX_NICKNAME = 3  # words
_OPEN_ENDS = frozenset(["'", "’", *'()"“”,-–', "the", "The", "THE", "a", "of", "and"])


def marked_names(page: Page) -> Iterable[Name]:
    """Names as the network marked them, joined over white space and nicknames and trimmed at their ends."""
    for name in _marks(page):
        last = _behind_nickname(page, name.last) if name.type == "person" else name.last
        yield Name(first=name.first, last=last, type=name.type)


def _behind_nickname(page: Page, last: int) -> int:
    """The end of a person's name, also behind a nickname in quotation marks: 'Jimmy "Tex" Silva'."""
    opening = page.after(last)
    if opening is None or page.text[opening] not in _QUOTES:
        return last
    at = page.after(opening)
    for _ in range(_MAX_NICKNAME):
        at = page.after(at) if at is not None else None
        if at is not None and page.text[at] in _QUOTES:
            break
    else:
        return last
    at = page.after(at)
    while at is not None and page.capital(at) and page.pos[at] == "PROPN" and page.ent[at] in {"", "PERSON"}:
        last, at = at, page.after(at)
    return last


def _marks(page: Page) -> Iterable[Name]:
    run: list[int] = []
    for i in page.solid:
        label = page.ent[i]
        begins = page.tokens[i].ent_iob_ == "B"
        if run and label == page.ent[run[-1]] and (not begins or _goes_on(page, run[-1], i)):
            run.append(i)
            continue
        if run:
            yield from _trimmed(page, run)
        run = [i] if label in _LABELS else []
    yield from _trimmed(page, run)


def _goes_on(page: Page, last: int, i: int) -> bool:
    """A mark broken by a no-break space or another white space token goes on behind it."""
    return i - last > 1 and page.capital(i) and page.sentence[i] == page.sentence[last] and page.dep[i] != "conj"


def _trimmed(page: Page, run: list[int]) -> Iterable[Name]:
    """The name or names in a marked run; a place's comma stands between two ("Goma, Congo")."""
    comma = next((at for at, i in enumerate(run) if page.text[i] == ","), None)
    if comma is not None and page.ent[run[0]] == "PLACE":
        yield from _trimmed(page, run[:comma])
        yield from _trimmed(page, run[comma + 1 :])
        return
    run = _without_open_ends(page, run)
    if not run or not any(page.capital(i) for i in run):
        return
    kind = _LABELS[page.ent[run[0]]]
    if kind == "person":
        run = _without_titles(page, run)
    elif _is_party_and_state(page, run[0]):
        return
    if kind == "group" and not (page.pos[run[-1]] in {"NOUN", "PROPN"} and stands_alone(page, run[-1])):
        return
    if not _is_office(page, run) and not _is_no_name(page, run, kind):
        yield Name(first=_first_half(page, run[0]) if kind == "group" else run[0], last=run[-1], type=kind)


def _first_half(page: Page, i: int) -> int:
    """Where a people's name begins that a hyphen joins from two: "African-Americans"."""
    hyphen = page.before(i)
    first = page.before(hyphen) if hyphen is not None and page.text[hyphen] in HYPHENS else None
    if hyphen is None or first is None or page.ent[first] != "NORP":
        return i
    return first if page.end(first) == page.start[hyphen] and page.end(hyphen) == page.start[i] else i


def _is_no_name(page: Page, run: list[int], kind: EntityType) -> bool:
    """Whether the marked words are common ones, or end in a title: "Yazidi MP"."""
    if kind == "person" and _is_noun_in_capitals(page, run[-1]):
        return True
    if len(run) > 1:
        return False
    body = kind == "person" and page.words.kind_of(page.lower[run[0]]) == "organization"  # "General | Intelligence"
    return body or _is_common(page, run[0], kind) or _is_faith_or_language(page, run[0])


def _is_office(page: Page, run: list[int]) -> bool:
    """Whether the marked words are an office and its field: "U.S. Secretary of State", "Home Secretary"."""
    for i, following in pairwise(run):
        if page.lower[following] in {"of", "for"}:
            own = page.lower[i] in page.words.person if i == run[0] else page.noun(i) in page.words.portfolio
            return own and not page.tokens[i].tag_.endswith("S")
    return page.lower[run[-1]] in page.words.portfolio and page.lower[run[-1]] in page.words.person


def _without_open_ends(page: Page, run: list[int]) -> list[int]:
    while run and (page.text[run[-1]] in _OPEN_ENDS or page.timed[run[-1]]):
        run = run[:-1]
    while run and (page.text[run[0]] in _OPEN_ENDS or page.timed[run[0]]):
        run = run[1:]
    sided = len(run) > 3 and page.lower[run[0]] in page.words.sided and page.text[run[1]] in HYPHENS
    return run[3:] if sided else run  # "pro-Beijing New Dawn Party"


def _is_party_and_state(page: Page, i: int) -> bool:
    """Whether a lawmaker's party and state begin here, as in "(D-Calif.)"."""
    before, hyphen = page.before(i), page.after(i)
    opens = len(page.text[i]) == 1 and before is not None and page.text[before] in {"(", ","}
    return opens and hyphen is not None and page.text[hyphen] in HYPHENS


def _without_titles(page: Page, run: list[int]) -> list[int]:
    while len(run) > 1 and (is_title(page, run[0]) or page.text[run[0]] == "."):
        run = run[1:]
    return run


def _is_common(page: Page, i: int, kind: EntityType) -> bool:
    """A word marked as a name that is none by itself: a title, a nationality, a noun for people."""
    if kind != "place" and is_title(page, i):
        return True
    if kind != "place" and _is_noun_in_capitals(page, i):
        return True
    if kind in {"place", "organization"} and _is_bare_nationality(page, i):
        return True
    if kind == "person" and page.nationality(i) is not None and not stands_alone(page, i):
        return True  # "the Fulani herders"
    return page.lower[i] in page.words.person and page.pos[i] == "NOUN"


def _is_noun_in_capitals(page: Page, i: int) -> bool:
    """Whether it is short for a common noun: "the NGO", "MPs"."""
    return page.text[i].rstrip("s").isupper() and page.words.is_noun(page.noun(i))


def _is_faith_or_language(page: Page, i: int) -> bool:
    """Whether the word names what is believed or spoken: "Islam", "English" in "speak English" and "in English"."""
    if page.lower[i] in page.words.no_party:
        return True
    if page.ent[i] != "NORP" or page.lower[i].endswith("s"):
        return False
    before = page.before(i)
    first = page.head[i] if page.dep[i] == "conj" else i  # "English or Arabic"
    spoken = page.dep[first] == "obj" and page.tokens[page.head[first]].lemma_ in page.words.language_verb
    return spoken or (before is not None and page.lower[before] == "in" and page.head[before] == i)


def _is_bare_nationality(page: Page, i: int) -> bool:
    countries = page.actors.countries
    return countries.by_adjective(page.text[i]) is not None and countries.by_name(page.text[i]) is None


def is_title(page: Page, i: int) -> bool:
    """Whether the word is a title that may stand before a name ("Col.", "President")."""
    return page.capital(i) and page.lower[i].rstrip(".") in page.words.title


def titled_names(page: Page) -> Iterable[Name]:
    """Runs of capitals behind a title that the network left unmarked ("Col. Ali Haddad")."""
    for i in page.solid:
        if page.ent[i] or not is_title(page, i):
            continue
        first = page.after(i)
        if first is not None and page.text[first] == ".":
            first = page.after(first)
        if first is None or not _may_name_a_person(page, first):
            continue
        last = first
        following = page.after(last)
        while following is not None and _may_name_a_person(page, following):
            last, following = following, page.after(following)
        yield Name(first=first, last=last, type="person")


def _may_name_a_person(page: Page, i: int) -> bool:
    return (
        page.capital(i)
        and page.pos[i] == "PROPN"
        and page.ent[i] in {"", "PERSON"}
        and not page.timed[i]
        and page.words.kind_of(page.lower[i]) is None
        and not is_title(page, i)
        and page.nationality(i) is None
    )


def capital_runs(page: Page) -> Iterable[Name]:
    """Runs of capitals that end in a word for a body ("Baghdad Operational Command"), or begin with one and "of"."""
    run: list[int] = []
    for i in page.solid:
        if _is_in_run(page, run, i):
            run.append(i)
            continue
        if run:
            yield from _body_name(page, run)
        run = [i] if page.capital(i) and page.pos[i] == "PROPN" and not page.timed[i] else []
    yield from _body_name(page, run)


def _is_in_run(page: Page, run: list[int], i: int) -> bool:
    if run and page.sentence[run[-1]] != page.sentence[i]:
        return False
    capital = page.capital(i) and page.pos[i] in {"PROPN", "ADJ", "NOUN"} and not page.timed[i]
    return capital or (bool(run) and _joins(page, run, i))


def _joins(page: Page, run: list[int], i: int) -> bool:
    """Whether a small word stands inside the name of a body: "Ministry of Defence", "Department for Transport"."""
    if page.lower[i] == "&":
        return _capital_follows(page, i)
    joint = page.lower[i] in {"of", "for"} or _is_about(page, run, i)
    opener = _opener_in(page, run) if joint and _capital_follows(page, i) else None
    following = page.after(i)
    placed = bool(opener) and following is not None and page.ent[following] == "PLACE"  # "Conference Board | of Chad"
    return opener is not None and not placed


def _is_about(page: Page, run: list[int], i: int) -> bool:
    """Whether "on" says what the body before it is for: "Commission | on Human Rights", not "on Tuesday"."""
    about = page.head[i]
    matter = page.lower[i] == "on" and not page.ent[about] and not page.timed[about] and page.dep[about] == "nmod"
    return matter and page.head[about] == run[-1] and page.capital(about)


def _opener_in(page: Page, run: list[int]) -> int | None:
    """Where the word stands that an "of" may follow, first or behind words of the same body: "Federal | Ministry"."""
    found = next((at for at, i in enumerate(run) if page.lower[i] in page.words.openers), None)
    whole = found is not None and all(page.ent[i] == "ORGANIZATION" for i in run[:found])
    return found if whole else None


def _capital_follows(page: Page, i: int) -> bool:
    following = page.after(i)
    return following is not None and page.capital(following) and page.pos[following] in {"PROPN", "NOUN", "ADJ"}


def _body_name(page: Page, run: list[int]) -> Iterable[Name]:
    """A run of capitalised words up to a word for a body: "Northern | Teachers Union"."""
    while run and page.text[run[0]] in _OPEN_ENDS:
        run = run[1:]
    if len(run) < 2:
        return
    at = _opener_in(page, run)
    if at is not None and at + 1 < len(run) and page.lower[run[at + 1]] in {"of", "for", "on"}:
        yield Name(first=run[0], last=run[-1], type="organization")
        return
    for at in range(len(run) - 1, 0, -1):
        if page.lower[run[at]] in page.words.heads and page.capital(run[at]):
            if page.lower[run[at]] not in page.words.weak_heads or any(page.ent[i] for i in run[: at + 1]):
                yield Name(first=run[0], last=run[at], type="organization")
            return

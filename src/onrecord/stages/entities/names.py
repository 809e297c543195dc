"""Names: what the network marked, put right and filled in by the actor base, by titles and by the words of names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.names import fold_name
from onrecord.stages.entities.belonging import is_named_by
from onrecord.stages.entities.departments import departments_by_matter
from onrecord.stages.entities.firms import told_as_firms
from onrecord.stages.entities.known import Name, country_at_end, head_of, known_names, name_for, text_of
from onrecord.stages.entities.marked import capital_runs, is_title, marked_names, titled_names
from onrecord.stages.entities.naming import called_names, kind_called
from onrecord.stages.entities.phrases import left_edge
from onrecord.stages.entities.short_names import with_short_names

if TYPE_CHECKING:
    from onrecord.reading.entity import EntityType
    from onrecord.stages.entities.page import Page

__all__ = ["Name", "find_names"]

_PRESS = "JRN"
_WAYS = frozenset({"to", "from", "through", "towards", "toward", "via"})
_PLACE_CASES = frozenset({"in", "inside", "into", "near", "outside", "across", "around", "at"})


def find_names(page: Page) -> list[Name]:
    """Names of people, bodies, peoples and places, in the order of the text, none overlapping another."""
    known = list(known_names(page))
    marked = [part for name in marked_names(page) for part in _parted_by_bracket(page, name)]
    titled = list(titled_names(page))
    capitals = list(capital_runs(page))
    names = _settle(page, known, marked, titled, [*capitals, *called_names(page), *departments_by_matter(page)])
    return _agree_on_types(page, names)


def _parted_by_bracket(page: Page, name: Name) -> tuple[Name, ...]:
    """A name that opens a bracket and does not close it, as two: what stands before the bracket and in it."""
    words = [page.text[i] for i in range(name.first, name.last + 1)]
    at = name.first + words.index("(") if "(" in words and ")" not in words else name.first
    if not name.first < at < name.last:
        return (name,)
    return msgspec.structs.replace(name, last=at - 1), msgspec.structs.replace(name, first=at + 1)


def _settle(page: Page, known: list[Name], marked: list[Name], titled: list[Name], capitals: list[Name]) -> list[Name]:
    """One name for each place: the longest, of equals the known one; types put right by what is known."""
    ranked: list[tuple[int, int, int, Name]] = []
    for order, names in enumerate((known, marked, titled, capitals)):
        for name in names:
            size = sum(1 for i in range(name.first, name.last + 1) if page.pos[i] != "SPACE")
            ranked.append((-_weight(name, size, order), name.first, order, name))
    taken = [False] * len(page)
    kept = []
    for _, _, _, name in sorted(ranked, key=lambda entry: entry[:3]):
        if not any(taken[name.first : name.last + 1]):
            taken[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
            kept.append(_put_right(page, name))
    return sorted(kept, key=lambda name: name.first)


def _weight(name: Name, size: int, order: int) -> int:
    """How strong a reading of a name is: longer ones win; a known name beats a mark that only adds to its edges."""
    if order == 0:
        return 2 * size + (3 if size > 1 else 1)
    return 2 * size + (1 if order == 1 and name.type == "person" and size > 1 else 0)


def _put_right(page: Page, name: Name) -> Name:
    """A marked name with the type that the actor base, its words or the table of capitals give it."""
    if name.known:
        return name
    text = text_of(page, name.first, name.last)
    better = name_for(page, name.first, name.last) or _behind_its_country(page, name)
    if better and (" " in text or better.type in {"place", "organization"}):
        return better
    kind = _kind_by_words(page, name)
    if kind == "organization":
        return _body_facts(page, name)
    if kind != name.type:
        return msgspec.structs.replace(name, type=kind)
    code = page.actors.countries.by_capital(text.title() if text.isupper() else text)
    if code and (name.type == "place" or not _has_title(page, name)):
        return msgspec.structs.replace(name, type="place", country=code)
    return name


def _behind_its_country(page: Page, name: Name) -> Name | None:
    """The known body that the name is but for its country before it: "US FBI", "Ukrainian SBU"."""
    if name.type != "organization" or name.first == name.last:
        return None
    countries, first = page.actors.countries, page.text[name.first]
    code = countries.by_adjective(first) or countries.by_name(first)
    known = name_for(page, name.first + 1, name.last) if code else None
    if known is None or known.actor is None or known.country != code:
        return None
    return msgspec.structs.replace(known, first=name.first)


def _has_title(page: Page, name: Name) -> bool:
    before = page.before(name.first)
    return before is not None and is_title(page, before)


def _is_listed_place(page: Page, name: Name) -> bool:
    """Whether one word stands beside a place behind "in" or "to", and so is another: "in Puno and Juliaca"."""
    if name.first != name.last or page.dep[name.first] != "conj":
        return False
    place = page.head[name.first]
    cases = [child for child in page.tokens[place].children if child.dep_ == "case"]
    led = len(cases) == 1 and cases[0].lower_ in _PLACE_CASES | _WAYS
    lone = not any(child.dep_ in {"flat", "appos"} for child in page.tokens[name.first].children)
    return led and lone and page.ent[place] == "PLACE"


def _body_facts(page: Page, name: Name) -> Name:
    """Country and sector of a body that nobody knows, as its name says them: "Peruvian Teachers' Union"."""
    words = [i for i in range(name.first, name.last + 1) if page.pos[i] != "SPACE"]
    codes = [code for i in words if (code := page.nationality(i) or page.actors.countries.by_capital(page.text[i]))]
    at_end = country_at_end(page, name)
    codes += [at_end[1]] if at_end else []
    spoken = [sectors for i in reversed(words) if (sectors := _sectors_said(page, i))]
    news = page.lower[name.last] in page.words.news
    sectors = ("JRN",) if news else spoken[0] if spoken else ()
    return msgspec.structs.replace(name, type="organization", country=codes[0] if codes else None, sectors=sectors)


def _sectors_said(page: Page, i: int) -> tuple[str, ...]:
    """What a word of a body's name says of its work, but for those that only say how far it reaches: "National"."""
    return () if page.lower[i] in page.words.reach else page.sectors_at(i)


def _kind_by_words(page: Page, name: Name) -> EntityType:
    """The type that a ship's prefix, a word for a place or a word for a body in the name gives it."""
    before = page.before(name.first)
    if page.lower[name.first] in page.words.ship or (before is not None and page.lower[before] in page.words.ship):
        return "other"
    said = _kind_before(page, name) or _kind_behind(page, name) or kind_called(page, head_of(page, name))
    said = said or _kind_beside(page, name)
    if said:
        return said
    if name.type == "person" and _is_listed_place(page, name):
        return "place"
    if name.last > name.first and not _is_named_by_two(page, name.last) and _names_ground(page, name):
        return "place"
    if name.last > name.first and (_is_headed(page, name.last) or page.lower[name.first] in page.words.opens_body):
        return "organization"
    return name.type


def _is_headed(page: Page, last: int) -> bool:
    """Whether a name ends in a word for a body."""
    return page.lower[last] in page.words.heads | page.words.news or _is_named_by_two(page, last)


def _is_named_by_two(page: Page, last: int) -> bool:
    """Whether the last two words together are a noun for a body: "Gao School District", which is no ground."""
    before = page.before(last)
    return before is not None and page.words.kind_of(f"{page.lower[before]} {page.noun(last)}") == "organization"


def _kind_before(page: Page, name: Name) -> EntityType | None:
    """What the noun before a name says it is: "rights group B'Tselem", "the tanker Rubymar", "the gang, Los Lobos,"."""
    before = page.before(name.first)
    head = head_of(page, name)
    if before is not None and page.text[before] == "," and page.dep[head] == "appos":
        before = page.head[head] if _is_set_apart(page, name, head) else None
    if before is None or not _is_one_noun(page, before) or name.type == "group":
        return None
    hangs = page.head[before]
    heard = hangs == page.head[head] and page.dep[before] == "iobj"  # "told daily Novi Glas"
    together = heard or name.first <= hangs <= name.last or page.head[head] == before or is_named_by(page, before, head)
    kind = page.words.kind_of(page.noun(before)) if together else None
    if together and name.type in {"place", "organization"} and page.noun(before) in page.words.firm_too:
        return "organization"  # "the miner Quebrada Norte"
    if kind == "group":
        return "organization"  # one group, gang or tribe
    return kind if kind in {"organization", "other"} else None  # type: ignore[return-value]


def _is_one_noun(page: Page, i: int) -> bool:
    """Whether it is a noun in the singular, or a word that a parser takes for none: "the weekly Zhana Dala"."""
    paper = page.tokens[i].tag_ == "JJ" and page.words.body.get(page.lower[i]) == _PRESS
    return page.tokens[i].tag_ == "NN" or paper


def _kind_beside(page: Page, name: Name) -> EntityType | None:
    """A body, where a noun between commas behind it says so: "Vantis, a buyout firm"."""
    behind = page.after(name.last)
    if name.type != "person" or behind is None or page.text[behind] != "," or _has_title(page, name):
        return None
    beside = (
        child for child in page.tokens[head_of(page, name)].children if child.dep_ == "appos" and child.i > behind
    )
    noun = next((child.i for child in beside if child.tag_ == "NN"), None)
    before = page.before(left_edge(page, noun)) if noun is not None else None
    if noun is None or before != behind or page.noun(noun) not in page.words.body:
        return None
    owned = not page.words.only_firms.isdisjoint(page.lower[behind:noun])  # "Codelar, a state-owned producer"
    return "organization" if owned or page.words.kind_of(page.noun(noun)) == "organization" else None


def _kind_behind(page: Page, name: Name) -> EntityType | None:
    """A body by the noun behind its name: "the Jubur tribe", "al-Ikhbariya television"."""
    behind = page.after(name.last)
    if behind is None or page.head[head_of(page, name)] != behind or page.dep[behind] in {"compound", "amod"}:
        return None
    tribe = page.noun(behind) in page.words.tribe and name.first == name.last
    station = page.noun(behind) in page.words.news and name.type == "person"
    return "organization" if tribe or station else None


def _is_set_apart(page: Page, name: Name, head: int) -> bool:
    """Whether a lone name stands between commas behind the noun that it is another word for."""
    before, behind = page.before(name.first), page.after(name.last)
    lone = not any(child.dep_ == "conj" for child in page.tokens[head].children)
    closed = behind is not None and page.text[behind] in {",", "."}
    return lone and closed and before is not None and page.before(before) == page.head[head]


def _names_ground(page: Page, name: Name) -> bool:
    """A name that ends in a word for a place ("Anbar Province"), or opens with one and "of" ("Gulf of Oman")."""
    first, last = page.lower[name.first], page.lower[name.last]
    if name.type == "person" and (last in page.words.surname_too or first in page.words.given):
        return False  # "Tom Weir"
    second = page.after(name.first)
    opened = first in page.words.place and second is not None and page.lower[second] == "of"
    if opened and name.type == "organization" and first in page.words.openers:
        return False  # "House of Representatives"
    if name.type == "organization" and (first if opened else page.noun(name.last)) in page.words.institution:
        return False
    return opened or (page.noun(name.last) in page.words.place and last not in page.words.heads
                      and page.noun(name.last) not in page.words.organization)  # fmt: skip


def _agree_on_types(page: Page, names: list[Name]) -> list[Name]:
    """One string, one type in one report, by majority; a lone surname follows the full name of a person."""
    votes: dict[str, Counter[str]] = {}
    surnames: set[str] = set()
    places: set[str] = set()
    towns, firms = _towns_of_offices(page), told_as_firms(page, names)
    for name in names:
        key = fold_name(text_of(page, name.first, name.last))
        told = name.type in {_kind_before(page, name), _kind_beside(page, name)}  # "the union Ugtt … Ugtt"
        votes.setdefault(key, Counter())[name.type] += 3 if name.known else 2 if told else 1
        votes[key]["place"] += 2 * (name.type == "person" and key in towns)
        if key in firms:
            votes[key]["organization"] += 2
            continue
        before = page.before(name.first)
        if before is not None and page.lower[before] in _PLACE_CASES:
            votes[key]["place"] += 1
            places.add(key.casefold())
        elif before is not None and is_title(page, before):
            votes[key]["person"] += 2
        if name.type == "person" and " " in key:
            surnames.add(key.rsplit(" ", 1)[-1])
    agreed = [_agreed(page, name, votes, surnames - places) for name in names]
    agreed = [_as_told(page, name, firms) for name in agreed]
    return with_short_names(page, agreed, places | surnames | _titled(page, agreed))


def _as_told(page: Page, name: Name, firms: dict[str, tuple[str, ...]]) -> Name:
    """The name with the sectors of a firm, where the report tells of it so."""
    sectors = firms.get(fold_name(text_of(page, name.first, name.last)), ())
    return msgspec.structs.replace(name, sectors=sectors) if sectors and name.type == "organization" else name


def _towns_of_offices(page: Page) -> frozenset[str]:
    """Words before what towns have, by which they are told: "Holt Mayor Ana Ruiz", "the Holt City Council"."""
    had = (page.before(i) for i in page.solid if page.lower[i] in page.words.behind_town and page.capital(i))
    return frozenset(fold_name(page.text[i]) for i in had if i is not None and page.capital(i))


def _titled(page: Page, names: list[Name]) -> set[str]:
    """Folded names that stand behind a title somewhere, and so are people."""
    return {text_of(page, name.first, name.last).casefold() for name in names if _has_title(page, name)}


def _agreed(page: Page, name: Name, votes: dict[str, Counter[str]], surnames: set[str]) -> Name:
    """The name with the type that its string has most often, or a person where its surname is one's."""
    if name.known:
        return name
    key = fold_name(text_of(page, name.first, name.last))
    if _has_title(page, name) and name.type in {"place", "organization"} and key in surnames:
        return msgspec.structs.replace(name, type="person")
    if " " not in key and key.casefold() in surnames and name.type != "group":
        return msgspec.structs.replace(name, type="person")
    best, count = max(votes[key].items(), key=lambda entry: (entry[1], entry[0] == name.type))
    if best != name.type and count > votes[key][name.type] and best in {"person", "organization", "place", "other"}:
        return msgspec.structs.replace(name, type=best)
    return name

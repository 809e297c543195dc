"""Whose act or thing a noun is by the adjective before it: "the Israeli strike", "Polish waters", "Shiite support"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.draft import MentionDraft
from onrecord.stages.entities.bodies import is_branch
from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from onrecord.reading.entity import EntityType
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})


def acting_adjectives(page: Page, by_token: dict[int, Name]) -> list[MentionDraft]:
    """Mentions by the words for nations, regions and parties before what is done or had, not before who can act."""
    drafts = []
    for i in page.solid:
        first = page.head[i] if page.dep[i] == "conj" else i  # "Chinese and Russian warships"
        if page.dep[first] not in {"amod", "compound"} or not page.capital(i) or i in by_token or page.quiet[i]:
            continue
        head = _led(page, i, page.head[first])
        if head <= i or not _is_had(page, i, head) or is_branch(page, head, by_token):
            continue
        act = page.tokens[head].lemma_ in page.words.acts
        draft = _nation(page, i) or _region(page, i) or (_side(page, i) if act else None)
        drafts += [draft] if draft is not None else []
    return drafts


def _led(page: Page, i: int, head: int) -> int:
    """The noun, where a participle joined by a hyphen says that they do it: "the Saudi-led raids"."""
    hyphen = page.after(i)
    joined = hyphen is not None and page.text[hyphen] in HYPHENS and page.after(hyphen) == head
    return page.head[head] if joined and page.dep[head] == "amod" and page.lower[head] in page.words.doing else head


def _is_had(page: Page, i: int, head: int) -> bool:
    """Whether the noun is an act, a thing or a craft; in "a Venezuelan police helicopter" the police are Venezuelan."""
    kind, following = page.words.kind_of(page.noun(head)), page.after(i)
    body = following is not None and page.pos[following] in {"NOUN", "PROPN"}  # not "Russian military probing"
    if following is not None and body and page.words.kind_of(page.noun(following)) == "organization":
        return False
    if kind is not None or page.tokens[head].lemma_ in page.words.acts:
        return kind in {None, "other"}
    named = page.pos[head] == "PROPN" and page.capital(head)  # "the Armenian Genocide"
    return not named and _is_dealt_with(page, head)


def _is_dealt_with(page: Page, head: int) -> bool:
    """Whether something is done by or to the thing, so that it matters whose it is: "rejected the Iranian offer"."""
    while page.dep[head] == "conj":
        head = page.head[head]
    return page.dep[head] in _PARTS and page.tokens[page.head[head]].lemma_ in page.words.deeds


def _nation(page: Page, i: int) -> MentionDraft | None:
    """The mention of a state by its adjective at `i`, with the word before where both make one ("North Korean")."""
    look_up = page.actors.countries.by_state_adjective
    before = page.before(i)
    both = before is not None and page.pos[before] not in {"DET", "PUNCT"}
    if before is not None and both and look_up(page.string[page.start[before] : page.end(i)]):
        return _draft(page, before, i, "place", look_up(page.string[page.start[before] : page.end(i)]))
    code = look_up(page.text[i])
    return _draft(page, i, i, "place", code) if code is not None else None


def _region(page: Page, i: int) -> MentionDraft | None:
    """The mention of a part of the world: "European security"."""
    return _draft(page, i, i, "place", None) if page.actors.countries.region_of(page.text[i]) else None


def _side(page: Page, i: int) -> MentionDraft | None:
    """The mention of people by what they have in common, whose plural is their name: "Republican", "Shiite".

    A word that opens its sentence may be any adjective ("Swift condemnation"), if nobody is known by it.
    """
    people = page.ent[i] == "NORP" and page.pos[i] == "ADJ" and page.nationality(i) is None
    before = page.before(i)
    inside = before is not None and page.sentence[before] == page.sentence[i]
    if not people or page.lower[i] in page.words.no_party:
        return None
    return _draft(page, i, i, "group", None) if inside or page.actors.by_alias(f"{page.text[i]}s") else None


def _draft(page: Page, first: int, last: int, kind: EntityType, country: str | None) -> MentionDraft:
    text = page.string[page.start[first] : page.end(last)]
    return MentionDraft(start=page.start[first], end=page.end(last), text=text, head=last, kind="name", type=kind,
                        plural=kind == "group", country=country)  # fmt: skip

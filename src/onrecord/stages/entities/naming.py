"""Names that words say somebody goes by: "a group called Black Dawn", "identified the gunman as Ali Haddad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.entities.known import Name
from onrecord.stages.entities.phrases import is_plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.reading.entity import EntityType
    from onrecord.stages.entities.page import Page

_COMPLEMENT = frozenset({"xcomp", "obj", "obl"})
_PARTIES = frozenset({"group", "organization", "person"})
_JOINTS = frozenset({"of", "for"})
_LEFT = frozenset({"compound", "amod", "nmod:desc", "flat"})


def who_goes_by(page: Page, name: int) -> int | None:
    """The noun or name of whom words say that they go by the name headed at `name`; None for other names."""
    verb = page.head[name]
    if verb == name or page.dep[name] not in _COMPLEMENT or page.tokens[verb].lemma_.lower() not in page.words.naming:
        return None
    cases = {child.lower_ for child in page.tokens[name].children if child.dep_ == "case"}
    aside = page.tokens[verb].lemma_.lower() in page.words.naming_as
    if cases - {"as"} or bool(cases) != (page.dep[name] == "obl") or (aside and not cases):
        return None
    others = [child for child in page.tokens[verb].children if child.i != name]
    if any(child.dep_ == "obl" and grammar.preposition(child) == "as" for child in others):
        return None  # "the premier named Ana Ruiz as his deputy"
    objects = [child for child in others if child.dep_ == "obj"]
    itself = any(grammar.is_reflexive(child) for child in objects)
    if page.dep[verb] in {"acl", "acl:relcl"} and (itself or (not objects and page.tokens[verb].tag_ == "VBN")):
        return page.head[verb]
    subjects = [child.i for child in others if child.dep_ == ("nsubj" if itself else "nsubj:pass")]
    if subjects or itself:
        return subjects[0] if subjects else None
    return objects[0].i if objects and cases else None  # "named the gunman as"


def names_gone_by(page: Page, noun: int, by_token: dict[int, Name]) -> tuple[int, ...]:
    """The heads of the names that words say the noun goes by."""
    near = [verb for verb in (page.tokens[page.head[noun]], *page.tokens[noun].children) if verb.i != noun]
    naming = (verb for verb in near if verb.lemma_.lower() in page.words.naming)
    behind = (child.i for verb in naming for child in verb.children if child.i > noun and child.i in by_token)
    return tuple(i for i in behind if kind_called(page, i) is not None and who_goes_by(page, i) == noun)


def called_names(page: Page) -> Iterable[Name]:
    """Names of bodies and people that a noun goes by, of the kind that the noun says, wherever they stand."""
    kinds = {tuple(page.text[first : last + 1]): kind for first, last, kind in _introduced(page)}
    openers: dict[str, list[tuple[str, ...]]] = {}
    for words in kinds:
        openers.setdefault(words[0], []).append(words)
    for i in page.solid:
        for words in openers.get(page.text[i], ()):
            if tuple(page.text[i : i + len(words)]) == words:
                yield Name(first=i, last=i + len(words) - 1, type=kinds[words])


def _introduced(page: Page) -> Iterable[tuple[int, int, EntityType]]:
    """First and last token, and kind, of each name by which a noun is said to go."""
    for i in page.solid:
        named = page.capital(i) and page.pos[i] == "PROPN" and page.lower[i] not in page.words.person
        kind = kind_called(page, i) if named else None
        if kind is None:
            continue
        first = last = i
        before, following = page.before(i), _behind_joint(page, page.after(i), i)
        while before is not None and page.capital(before) and page.head[before] == i and page.dep[before] in _LEFT:
            first, before = before, page.before(before)
        while following is not None and first <= page.head[following] <= last and page.capital(following):
            last, following = following, _behind_joint(page, page.after(following), i)
        yield first, last, kind


def _behind_joint(page: Page, i: int | None, name: int) -> int | None:
    """The token, or behind "of" the one that hangs on the name ("the Lions of Faith")."""
    following = page.after(i) if i is not None and page.lower[i] in _JOINTS else None
    return following if following is not None and page.head[following] == name else i


def kind_called(page: Page, name: int) -> EntityType | None:
    """The type of what is said to go by a name: a body for "militants called Black Dawn"; None for other names."""
    noun = who_goes_by(page, name)
    kind = page.words.kind_of(page.noun(noun)) if noun is not None and page.pos[noun] == "NOUN" else None
    if noun is None or kind not in _PARTIES or (is_plural(page, noun) and page.ent[name] == "PERSON"):
        return None
    return "person" if kind == "person" and not is_plural(page, noun) else "organization"

"""Who can act, be acted on or speak: every mention of them, by name, by noun and by pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.names import is_acronym
from onrecord.reading.draft import MentionDraft
from onrecord.stages.entities.adjectives import acting_adjectives
from onrecord.stages.entities.known import country_at_end, head_of
from onrecord.stages.entities.names import Name, find_names
from onrecord.stages.entities.naming import who_goes_by
from onrecord.stages.entities.nominals import find_nominals, is_one_member, is_one_national
from onrecord.stages.entities.page import Page
from onrecord.stages.entities.people import NOTHING, Beside, beside_name, ends_portfolio, shared_role
from onrecord.stages.entities.pronouns import find_pronouns
from onrecord.stages.entities.wholes import whole_of
from onrecord.stages.entities.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.actor import Actor
    from onrecord.knowledge.actors import Actors
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.reading import Furniture
    from onrecord.reading.time import TimeExpression
    from onrecord.stages.entities.described import Nominal

__all__ = ["find_mentions"]


def find_mentions(
    doc: Doc,
    furniture: Sequence[Furniture],
    times: Sequence[TimeExpression],
    lexicon: Lexicon,
    actors: Actors,
    published: str | None = None,
) -> tuple[MentionDraft, ...]:
    """Every mention of a person, body, group or place, in text order; those that begin together, the longest first.

    Names come from the network, put right by the actor base; nominals from the lexicon's nouns; what the words beside
    them say of role, country, sectors and membership is kept. In furniture but for headings only names are looked for.
    Who held an office is judged by `published`, or without it by the latest day that the report names.
    """
    page = Page(doc, furniture, times, words_of(lexicon), actors, published)
    names = [name for name in find_names(page) if not _is_anybody(page, name)]
    by_token = {i: name for name in names for i in range(name.first, name.last + 1)}
    besides = {name.first: beside_name(page, name, by_token) for name in names if name.type == "person"}
    besides = {first: shared_role(page, by_token[first], besides, by_token) for first in besides}
    titles = {i for name in names for i in _title_tokens(name, besides.get(name.first, NOTHING))}
    names = [name for name in names if name.first not in titles or _is_body_in_title(page, name)]
    names = [name for name in names if not _is_nationality(page, name)]
    drafts = [_name_draft(page, name, besides.get(name.first, NOTHING), by_token) for name in names]
    drafts += [_nominal_draft(page, nominal) for nominal in find_nominals(page, by_token, titles)]
    drafts += acting_adjectives(page, by_token)
    drafts += [draft for name in names for draft in _inner_country(page, name)]
    drafts += [_pronoun_draft(page, i, plural=plural) for i, plural in find_pronouns(page) if i not in by_token]
    return tuple(sorted(drafts, key=lambda draft: (draft.start, -draft.end)))


def _is_anybody(page: Page, name: Name) -> bool:
    """Whether the name is only that of a nation or party of which one is meant: "a Palestinian", "the Republican"."""
    return is_one_national(page, name.last) or (not name.actor and is_one_member(page, name.last))


def _is_body_in_title(page: Page, name: Name) -> bool:
    """Whether words of a title name somebody else: "PLO" in "PLO official", but not "Labour" in "Labour Minister"."""
    if name.type not in {"organization", "person"}:
        return False
    if ends_portfolio(page, name.last):
        return False
    return name.known or (name.type == "organization" and page.lower[name.first] not in page.words.sector)


def _is_nationality(page: Page, name: Name) -> bool:
    """A country's name that is an adjective too, before a noun for people or bodies ("U.S. troops")."""
    head = page.head[name.last]
    if name.type != "place" or head <= name.last or page.dep[name.last] not in {"compound", "amod", "nmod:desc"}:
        return False
    if page.actors.countries.by_adjective(page.string[page.start[name.first] : page.end(name.last)]) is None:
        return False
    return page.words.kind_of(page.noun(head)) in {"person", "organization", "group"}


def _title_tokens(name: Name, beside: Beside) -> range:
    return range(beside.first, name.first) if beside.first is not None else range(0)


def _name_draft(page: Page, name: Name, beside: Beside, by_token: dict[int, Name]) -> MentionDraft:
    head = head_of(page, name)
    first = _with_article(page, name)
    actor, country, sectors = name.actor, name.country, name.sectors
    if name.type == "person":
        actor, country, sectors = _person_facts(page, name, beside)
        country = country or _country_before(page, name, by_token)
    return MentionDraft(
        start=page.start[first],
        end=page.end(name.last),
        text=page.string[page.start[first] : page.end(name.last)],
        head=head,
        kind="name",
        type=name.type,
        plural=name.type == "group",
        country=country,
        sectors=sectors,
        role=beside.role,
        actor=actor,
        member_of=beside.members,
        same_as=_bracketed(page, name, by_token) or _alias_of(page, name, by_token),
        whole=whole_of(page, name, beside, by_token),
    )


def _with_article(page: Page, name: Name) -> int:
    """The article of a body or a feature of the land belongs to the mention ("the UN", "the Tigris"), no country's."""
    before = page.before(name.first)
    carries = name.type == "organization" or (name.type == "place" and not name.known)
    if before is None or page.lower[before] != "the" or not carries:
        return name.first
    head = page.head[before]
    return before if name.first <= head <= name.last else name.first


def _person_facts(page: Page, name: Name, beside: Beside) -> tuple[str | None, str | None, tuple[str, ...]]:
    actor, country = name.actor, beside.country or name.country
    sectors = beside.sectors or name.sectors
    if beside.former:
        return actor, country, ("ELI",)
    found = _officeholder(page, name, beside) if actor is None else None
    return (found.key, found.country, ("GOV",)) if found else (actor, country, sectors)


def _country_before(page: Page, name: Name, by_token: dict[int, Name]) -> str | None:
    """The country whose a person is by its name alone: "Ivory Coast's Alassane Ouattara"."""
    sign = page.before(name.first)
    at = page.before(sign) if sign is not None and page.tokens[sign].tag_ == "POS" else None
    country = by_token.get(at) if at is not None else None
    return country.country if country is not None and country.type == "place" else None


def _officeholder(page: Page, name: Name, beside: Beside) -> Actor | None:
    """Whom a bare surname means behind an office: "President Kirchner" in a report of 2005."""
    role = (beside.role or "").lower()
    office = next((kept for word, kept in page.words.office.items() if role.endswith(word)), None)
    text = page.string[page.start[name.first] : page.end(name.last)]
    if office is None or " " in text:
        return None
    return page.actors.find_surname(text, page.date, beside.country, office)


def _bracketed(page: Page, name: Name, by_token: dict[int, Name]) -> tuple[int, ...]:
    """The name right before a bracket that holds this one alone: "Palestine Liberation Organization (PLO)"."""
    opening, closing = page.before(name.first), page.after(name.last)
    if opening is None or closing is None or page.text[opening] != "(" or page.text[closing] != ")":
        return ()
    before = page.before(opening)
    other = by_token.get(before) if before is not None else None
    return (head_of(page, other),) if other is not None and _says_the_same(page, other, name) else ()


def _alias_of(page: Page, name: Name, by_token: dict[int, Name]) -> tuple[int, ...]:
    """The name of the same kind before it that it is another for: "Abu Omar, also known as Ali Haddad".

    Also the "him" whose name it is: "named him as Ali Haddad".
    """
    at = who_goes_by(page, head_of(page, name))
    if at is not None and name.type == "person" and page.lower[at] in page.words.pronoun:
        return (at,)
    other = by_token.get(at) if at is not None else None
    return (head_of(page, other),) if other is not None and other.type == name.type else ()


def _says_the_same(page: Page, other: Name, name: Name) -> bool:
    """Whether the name in a bracket is the short or the long form of the name before it."""
    if is_acronym(page.text[other.last]) and _has_its_letters(page, other, name):
        return True  # "CEI (Italian Episcopal Conference)"
    if "person" in {other.type, name.type} or (other.type == "place") != (name.type == "place"):
        return False  # "BAMAKO (AFP)"
    told_apart = other.actor and name.actor and other.actor != name.actor
    return is_acronym(page.text[name.last]) and not told_apart


def _has_its_letters(page: Page, short: Name, full: Name) -> bool:
    """Whether a body's acronym has the initials of its name, in the order of whatever language."""
    words = [page.text[i] for i in range(full.first, full.last + 1) if page.capital(i)]
    bodies = {short.type, full.type} == {"organization"}
    return bodies and len(words) > 2 and sorted(word[0] for word in words) == sorted(page.text[short.last])


def _nominal_draft(page: Page, nominal: Nominal) -> MentionDraft:
    return MentionDraft(
        start=page.start[nominal.first],
        end=page.end(nominal.last),
        text=page.string[page.start[nominal.first] : page.end(nominal.last)],
        head=nominal.head,
        kind="nominal",
        type=nominal.type,
        count=nominal.count,
        plural=nominal.plural,
        country=nominal.country,
        sectors=nominal.sectors,
        actor=nominal.actor,
        member_of=nominal.members,
        same_as=nominal.same_as,
    )


def _inner_country(page: Page, name: Name) -> list[MentionDraft]:
    """The country in the name of its own body: "Iraq" in "Government of Iraq", not in "Islamic State of Iraq"."""
    found = country_at_end(page, name) if name.type == "organization" and "REB" not in name.sectors else None
    if found is None or name.country not in {None, found[1]}:
        return []
    first, code = found
    text = page.string[page.start[first] : page.end(name.last)]
    return [MentionDraft(start=page.start[first], end=page.end(name.last), text=text, head=name.last, kind="name",
                         type="place", country=code)]  # fmt: skip


def _pronoun_draft(page: Page, i: int, *, plural: bool) -> MentionDraft:
    return MentionDraft(
        start=page.start[i],
        end=page.end(i),
        text=page.text[i],
        head=i,
        kind="pronoun",
        type="group" if plural else "person",
        plural=plural,
    )

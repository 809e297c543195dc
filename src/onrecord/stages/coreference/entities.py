"""Entities of the reading out of clusters: name, type, country, sectors, role, and who belongs to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.entity import Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.reading.draft import MentionDraft
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_ACTING = frozenset({"nsubj", "obl:agent"})


def entities_of(book: Book) -> tuple[Entity, ...]:
    """The book's clusters as entities T1, T2, …, in the order in which the report first mentions them."""
    clusters = [cluster for cluster in book.clusters if cluster.mentions or cluster.lists]
    order = sorted(clusters, key=lambda cluster: _first(book, cluster))
    ids = {id(cluster): f"T{number}" for number, cluster in enumerate(order, start=1)}
    groups: dict[int, list[str]] = {}
    for cluster in order:
        for one in cluster.members:
            groups.setdefault(id(one), []).append(ids[id(cluster)])
    return tuple(_entity(book, cluster, ids, groups.get(id(cluster), ())) for cluster in order)


def _first(book: Book, cluster: Cluster) -> tuple[int, int]:
    """Where the report first mentions it; those of a list stand before the list."""
    first = [(book.mentions[k].start, k) for k in cluster.mentions]
    if cluster.lists:
        of_list = min(start for start, _ in cluster.lists)
        member = book.mentions[min(cluster.members[0].mentions)].start
        first.append((max(of_list, member), len(book.mentions)))
    return min(first)


def _entity(book: Book, cluster: Cluster, ids: dict[int, str], groups: Sequence[str]) -> Entity:
    numbers = sorted(cluster.mentions)
    drafts = [book.mentions[k] for k in numbers]
    names = [draft for draft in drafts if draft.kind == "name"]
    sides = [side for draft in drafts for head in draft.member_of
             if (side := book.cluster_at(head)) is not None and side is not cluster]  # fmt: skip
    sides += [side for side in cluster.sides if side is not cluster]
    informed = [*names, *(draft for draft in drafts if draft.kind != "name")]
    mentions = [mention for draft in drafts for mention in _mentions(draft)]
    if cluster.lists:
        mentions = sorted([*mentions, *cluster.lists.values()], key=lambda mention: mention.start)
    return Entity(
        id=ids[id(cluster)],
        name=_name(book, cluster, drafts),
        type=cluster.type,  # type: ignore[arg-type]
        named=bool(names),
        count=next((draft.count for draft in drafts if draft.count is not None), None),
        country=_country(informed, sides) or cluster.country,
        sectors=_sectors(book, cluster, numbers, informed),
        actor=cluster.actor,
        role=next((draft.role for draft in drafts if draft.role), None) or _role(book, cluster, numbers),
        member_of=tuple(dict.fromkeys([*(ids[id(side)] for side in sides), *groups])),
        mentions=tuple(mentions),
    )


def _mentions(draft: MentionDraft) -> Iterator[Mention]:
    """The mention, and before it the phrase around it ("Defence Minister Ana Silva"), which describes the same one."""
    if draft.whole is not None:
        yield Mention(start=draft.whole.start, end=draft.whole.end, text=draft.whole.text, kind="nominal")
    yield Mention(start=draft.start, end=draft.end, text=draft.text, kind=draft.kind)


def _name(book: Book, cluster: Cluster, drafts: Sequence[MentionDraft]) -> str:
    """The fullest name in the report, or else the first words used; without article and doubled white space."""
    names = [draft.text for draft in drafts if draft.kind == "name"]
    countries = book.actors.countries
    if not names and cluster.members:
        own = [_name(book, one, [book.mentions[k] for k in sorted(one.mentions)]) for one in cluster.members]
        return f"{', '.join(own[:-1])} and {own[-1]}"  # "both men"
    if not names and not (book.words.country | book.words.soil).isdisjoint(cluster.nouns):
        state = countries.by_code(cluster.country) if cluster.country else None
        names = [state.name] if state else []  # "his country"
    elif names and cluster.type == "place":
        names = [
            name
            for name in names
            if countries.by_name(name)
            or not (countries.by_state_adjective(name) or countries.begins_name(name, cluster.country))
        ]
        names = [name for name in names if countries.by_region(name) is not None] or names  # rather than "European"
        names = [name for name in names if countries.by_people(name) is None] or names  # rather than "Israelis"
        country = countries.by_code(cluster.country) if cluster.country and not names else None
        names = names or [country.name if country else drafts[0].text]
    text = (
        max(names, key=lambda name: (len(name), not name.isupper()))
        if names
        else next((d.text for d in drafts if d.kind == "nominal"), drafts[0].text)
    )
    words = text.split()
    if len(words) > 1 and words[0].lower() in _ARTICLES and not (words[0] == "A" and len(words[1]) == 1):
        words = words[1:]  # but "A S Kalkat"
    return " ".join(words)


def _role(book: Book, cluster: Cluster, numbers: Sequence[int]) -> str | None:
    """The office words of a description beside the name: "mayor" of "Ana Silva, the mayor"."""
    if cluster.type != "person" or not cluster.named:
        return None
    for k in numbers:
        if book.mentions[k].kind == "nominal" and book.words.person.get(book.noun[k]):
            words = book.mentions[k].text.split()
            return " ".join(words[1:] if words[0].lower() in _ARTICLES else words)
    return None


def _country(informed: Sequence[MentionDraft], sides: Sequence[Cluster]) -> str | None:
    said = next((draft.country for draft in informed if draft.country), None)
    return said or next((side.country for side in sides if side.country), None)


def _sectors(book: Book, cluster: Cluster, numbers: Sequence[int], informed: Sequence[MentionDraft]) -> tuple[str, ...]:
    """What the words and the actor base say; a country that acts or speaks does so through its government."""
    if cluster.actor:
        base = next((draft.sectors for draft in informed if draft.actor and draft.sectors), ())
        if base:
            return base
    found = tuple(dict.fromkeys(code for draft in informed for code in draft.sectors))
    if not found and cluster.type == "place" and _acts(book, numbers):
        return ("GOV",)
    return found


def _acts(book: Book, numbers: Sequence[int]) -> bool:
    """Whether a country speaks or does something in the report, as "Paris said" or "Chad expelled"."""
    for k in numbers:
        mention = book.mentions[k]
        token = book.tokens[mention.head]
        countries = book.actors.countries
        country = countries.by_name(mention.text) if mention.kind == "name" else None
        if mention.head in book.sources and (country or countries.by_capital(mention.text)):
            return True
        if country and token.dep_ in _ACTING and token.head.pos_ == "VERB":
            return True
        if mention.kind == "name" and token.dep_ == "amod" and countries.by_state_adjective(mention.text):
            return True
    return False

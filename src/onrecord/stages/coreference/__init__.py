"""Who is who: mentions brought together into entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.names import is_acronym
from onrecord.reading.entity import Entity, Mention
from onrecord.stages.coreference.bodies import find_forces_before
from onrecord.stages.coreference.book import Book, Cluster, types_agree
from onrecord.stages.coreference.bound import objects_ahead, subject_ahead
from onrecord.stages.coreference.firsts import FirstPersons
from onrecord.stages.coreference.headed import find_body_in_heading
from onrecord.stages.coreference.holders import is_persons
from onrecord.stages.coreference.names import NameIndex
from onrecord.stages.coreference.nouns import find_nameless, find_noun_owner, people_key
from onrecord.stages.coreference.offices import find_office
from onrecord.stages.coreference.pronouns import agrees, find_pronoun_owner
from onrecord.stages.coreference.quotes import Quotes
from onrecord.stages.coreference.speaking_together import join_speakers
from onrecord.stages.coreference.spoken_for import SpokenFor
from onrecord.stages.coreference.states_and_towns import country_told_of, find_government
from onrecord.stages.coreference.together import find_those, is_nobody_else
from onrecord.stages.coreference.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.knowledge.actors import Actors
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import AttributionDraft, MentionDraft
    from onrecord.reading.reading import Furniture

__all__ = ["resolve_coreference"]

_AFTER_HEADING = 2  # sentences
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})  # PLOVER sectors of what a state has
_ACTING = frozenset({"nsubj", "obl:agent"})


def resolve_coreference(doc: Doc, mentions: Sequence[MentionDraft], drafts: Sequence[AttributionDraft],
                        lexicon: Lexicon, actors: Actors, day: str | None = None,
                        furniture: Sequence[Furniture] = ()) -> tuple[Entity, ...]:  # fmt: skip
    """Entities T1, T2, … in the order in which the report first mentions them.

    One pass from left to right in the manner of rule sieves (Lee et al. 2013): names by key, form, acronym and surname;
    nominals by apposition, government, noun, role and kind of body; pronouns by agreement and salience. A second pass
    gives "I" and "we" to the speakers of their words or to who signs the text, and "our country" to theirs. Look-back
    is bounded, so time is linear in the mentions. Where two would do, none is taken: entities stay apart. "It" and
    "they" that stand for nobody known are left out. Who holds what office is asked of the `day` of publication, an ISO
    date or time.
    """
    book = Book(doc, mentions, drafts, words_of(lexicon), actors, day[:10] if day else None)
    index = NameIndex(book)
    quotes = Quotes(book)
    first_persons, our_countries = [], []
    for k, mention in enumerate(mentions):
        if book.owner[k] is not None:
            continue
        if mention.kind == "pronoun" and _is_first_person(book, mention.head):
            first_persons.append(k)
        elif book.noun[k] in book.words.country and _is_first_person(book, book.possessor(k)):
            our_countries.append(k)
        else:
            _join(book, index, quotes, k)
    firsts = FirstPersons(book, SpokenFor(book, index), quotes, furniture, join_speakers(book))
    for k in first_persons:
        owner = firsts.owner(k)
        if owner is not None:
            book.join(k, owner)
    for k in our_countries:
        _join_country(book, index, quotes, k)
    for k in range(len(mentions)):
        _belongs(book, k)
    return _entities(book)


def _is_first_person(book: Book, token: int | None) -> bool:
    return token is not None and book.words.pronoun.get(book.tokens[token].lower_, "").startswith("1")


def _join(book: Book, index: NameIndex, quotes: Quotes, k: int) -> None:
    """Settle whose mention it is, by those before it."""
    mention = book.mentions[k]
    if mention.kind == "name":
        _join_name(book, index, k)
    elif mention.kind == "pronoun":
        _settle_speaker(book, index, quotes, k)
        owner = _opener_of(book, index, quotes, k) or find_pronoun_owner(book, quotes, k)
        owner = owner or _told_ahead(book, index, quotes, k)
        if owner is not None:
            book.join(k, owner)
    elif book.noun[k] in book.words.country and book.possessor(k) is not None:
        _join_country(book, index, quotes, k)
    else:
        _join_following_names(book, index, k)
        _join_holder(book, index, quotes, k)
        if _is_first_person(book, book.possessor(k)):
            _settle_speaker(book, index, quotes, k)  # "my father"
        owner = _in_full_ahead(book, index, k) or find_noun_owner(book, index, quotes, k) or find_those(book, k)
        if owner is None and is_nobody_else(book, k):
            return
        state = country_told_of(book, k) if owner is None and book.noun[k] in book.words.country else None
        cluster = book.join(k, owner or (index.by_key(f"country:{state}") if state else None))
        cluster.country = cluster.country or state
        for key in filter(None, (mention.actor, people_key(book, k), f"country:{state}" if state else None)):
            index.add_key(key, cluster)


def _settle_speaker(book: Book, index: NameIndex, quotes: Quotes, k: int) -> None:
    """Settle first who speaks the words that the pronoun stands in, though named behind them: it is not the speaker."""
    at = quotes.still_to_come(k)
    if at is None:
        return
    mention = book.mentions[at]
    if mention.kind == "name":
        speaker = index.find(at)
        if speaker is not None:
            quotes.foresee(k, speaker)
    elif mention.kind == "pronoun" and not _is_first_person(book, mention.head):
        owner = find_pronoun_owner(book, quotes, at)
        if owner is not None:
            book.join(at, owner)


def _opener_of(book: Book, index: NameIndex, quotes: Quotes, k: int) -> Cluster | None:
    """Whose the phrase is that opens the sentence, where a name follows as the subject: "In her speech, Ruiz said"."""
    token = book.tokens[book.mentions[k].head]
    at = subject_ahead(book, k) if token.dep_ == "nmod:poss" and token.head.dep_ == "obl" else None
    return _told_ahead(book, index, quotes, k) if at is not None and book.mentions[at].kind == "name" else None


def _told_ahead(book: Book, index: NameIndex, quotes: Quotes, k: int) -> Cluster | None:
    """Who is told of behind the clause or phrase that opens the sentence: "After he left office, Ruiz went home".

    It is the subject, or else to whom it was done: "Although he denied it, the court jailed Ruiz".
    """
    subject = subject_ahead(book, k)
    for at in (*([subject] if subject is not None else []), *objects_ahead(book, k)):
        if book.owner[at] is None:
            _join(book, index, quotes, at)
        owner = book.owner[at]
        if owner is not None and agrees(book, k, owner):
            return owner
    return None


def _join_country(book: Book, index: NameIndex, quotes: Quotes, k: int) -> None:
    """Settle "his country", said by the Russian envoy, which begins with a pronoun that is settled first."""
    pronoun = book.possessor(k)
    at = book.at_token[pronoun] if pronoun is not None else -1
    if at >= 0 and at != k and book.owner[at] is None and not _is_first_person(book, pronoun):
        owner = find_pronoun_owner(book, quotes, at)
        if owner is not None:
            book.join(at, owner)
    person = book.cluster_at(pronoun) if pronoun is not None else None
    key = f"country:{person.country}" if person is not None and person.country else None
    cluster = book.join(k, index.by_key(key) if key else None)
    if key:
        index.add_key(key, cluster)  # the state may be named later


def _belongs(book: Book, k: int) -> None:
    """Give "his government" and "her army" the country of whom the pronoun stands for."""
    mention, pronoun, cluster = book.mentions[k], book.possessor(k), book.owner[k]
    person = book.cluster_at(pronoun) if pronoun is not None else None
    of_state = mention.type == "place" or not _OF_STATE.isdisjoint(mention.sectors)
    if cluster is not None and person is not None and cluster.country is None and not cluster.named and of_state:
        cluster.country = person.country


def _join_name(book: Book, index: NameIndex, k: int) -> None:
    owner = _bracketed(book, k) or index.find(k) or _named_ahead(book, index, k) or _described(book, k)
    owner = owner or _in_full_ahead(book, index, k) or find_government(book, index, k)
    found = owner or find_office(book, k) or find_forces_before(book, k) or find_body_in_heading(book, k)
    index.add(k, book.join(k, found))


def _in_full_ahead(book: Book, index: NameIndex, k: int) -> Cluster | None:
    """Whose short name stands in the heading, if but one longer name ends so: "Guard leaves | Ohio National Guard"."""
    short = book.folded[k] or book.noun[k]
    bare = book.determiner(k) not in book.words.definite | book.words.indefinite and book.sentence[k] == 0
    at = book.in_full.get(short, -1) if bare and not book.mentions[k].plural and not book.modifiers[k] else -1
    soon = at > k and 0 < book.sentence[at] <= _AFTER_HEADING and book.is_subject[at]
    if not soon or book.mentions[k].type != "organization":
        return None
    if book.owner[at] is None:
        _join_name(book, index, at)
    return book.owner[at]


def _named_ahead(book: Book, index: NameIndex, k: int) -> Cluster | None:
    """Whose acronym it is, where the name comes behind: "JMO chief quits", and then "the Joint Monitoring Office"."""
    at = book.spelled_out.get(book.folded[k], -1)
    if at <= k or not types_agree(book.mentions[at].type, book.mentions[k].type):
        return None
    if book.owner[at] is None:
        _join_name(book, index, at)
    return book.owner[at]


def _described(book: Book, k: int) -> Cluster | None:
    """The nameless party that a name in apposition names: "the mayor, Ana Silva", "the capital, Mogadishu"."""
    mention = book.mentions[k]
    token = book.tokens[mention.head]
    if token.dep_ == "conj" and is_acronym(mention.text) and any(child.lower_ == "or" for child in token.children):
        also = book.cluster_at(token.head.i)  # "the Gulf Clan, or EGC"
        return also if also is not None and types_agree(also.type, mention.type) else None
    if token.dep_ != "appos":
        return None
    near = book.at_token[token.head.i]
    found = book.owner[near] if near >= 0 else None
    return found if found is not None and found.type == mention.type and not (found.plural or found.named) else None


def _join_following_names(book: Book, index: NameIndex, k: int) -> None:
    """Settle the names behind the noun that is the same as they ("the terrorist group Hamas")."""
    for head in book.mentions[k].same_as:
        near = book.at_token[head]
        if near > k and book.owner[near] is None and book.mentions[near].kind == "name":
            known = None if index.find(near) is not None else _beside_nameless(book, k) or find_nameless(book, k)
            if known is not None:
                index.add(near, book.join(near, known))
            else:
                _join_name(book, index, near)


def _beside_nameless(book: Book, k: int) -> Cluster | None:
    """Whom the noun stands beside who has no name yet: "the attacker, a man named Choi"."""
    token = book.tokens[book.mentions[k].head]
    beside = book.cluster_at(token.head.i) if token.dep_ == "appos" else None
    return beside if beside is not None and not beside.named and beside.type == book.mentions[k].type else None


def _join_holder(book: Book, index: NameIndex, quotes: Quotes, k: int) -> None:
    """Settle the "his" or "her" before a noun first, and "Bell's" wife: "his party" depends on who he is."""
    for child in book.tokens[book.mentions[k].head].children:
        near = book.at_token[child.i] if child.dep_ == "nmod:poss" else -1
        tied = book.noun[k] in book.words.ties and near > k and book.mentions[near].kind == "name"
        if tied and book.owner[near] is None:
            _join_name(book, index, near)
        elif is_persons(child) and near > k and book.owner[near] is None and book.mentions[near].kind == "pronoun":
            owner = find_pronoun_owner(book, quotes, near)
            if owner is not None:
                book.join(near, owner)


def _bracketed(book: Book, k: int) -> Cluster | None:
    for head in book.mentions[k].same_as:
        found = book.cluster_at(head)
        if found is not None:
            return found
    return None


def _entities(book: Book) -> tuple[Entity, ...]:
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

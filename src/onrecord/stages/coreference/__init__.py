"""Who is who: mentions brought together into entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.names import is_acronym
from onrecord.stages.coreference.book import Book
from onrecord.stages.coreference.bound import objects_ahead, subject_ahead
from onrecord.stages.coreference.cluster import types_agree
from onrecord.stages.coreference.entities import entities_of
from onrecord.stages.coreference.first_persons import FirstPersons
from onrecord.stages.coreference.forces import find_forces_before
from onrecord.stages.coreference.holders import is_persons
from onrecord.stages.coreference.in_headings import find_body_in_heading
from onrecord.stages.coreference.members import find_side
from onrecord.stages.coreference.names import NameIndex
from onrecord.stages.coreference.nouns import find_nameless, find_noun_owner, people_key
from onrecord.stages.coreference.offices import find_office
from onrecord.stages.coreference.only_called import find_short_before, find_so_many
from onrecord.stages.coreference.over import is_named_beside
from onrecord.stages.coreference.pronouns import agrees, find_pronoun_owner
from onrecord.stages.coreference.quotes import Quotes
from onrecord.stages.coreference.speaking_together import join_speakers
from onrecord.stages.coreference.spoken_for import SpokenFor
from onrecord.stages.coreference.states_and_towns import country_told_of, find_government
from onrecord.stages.coreference.together import find_those, is_nobody_else
from onrecord.stages.coreference.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.actors import Actors
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import AttributionDraft, MentionDraft
    from onrecord.reading.entity import Entity
    from onrecord.reading.reading import Furniture
    from onrecord.stages.coreference.cluster import Cluster

__all__ = ["resolve_coreference"]

_AFTER_HEADING = 2  # sentences
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})  # PLOVER sectors of what a state has


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
    for k in range(len(mentions)):
        _add_side(book, k)  # "the company's directors" come before the company
    firsts = FirstPersons(book, SpokenFor(book, index), quotes, furniture, join_speakers(book))
    for k in first_persons:
        owner = firsts.owner(k)
        if owner is not None:
            book.join(k, owner)
    for k in our_countries:
        _join_country(book, index, quotes, k)
    for k in range(len(mentions)):
        _belongs(book, k)
    return entities_of(book)


def _add_side(book: Book, k: int) -> None:
    """Keep of which body the people told of at `k` are, where a word of theirs tells."""
    cluster = book.owner[k]
    side = find_side(book, k) if cluster is not None and not cluster.sides else None
    if cluster is not None and side is not None and side is not cluster:
        cluster.sides[side] = None


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
        if owner is not None and not is_named_beside(book, owner, k):
            book.join(k, owner)
    elif book.noun[k] in book.words.country and book.possessor(k) is not None:
        _join_country(book, index, quotes, k)
    else:
        _join_following_names(book, index, k)
        _join_holder(book, index, quotes, k)
        if _is_first_person(book, book.possessor(k)):
            _settle_speaker(book, index, quotes, k)  # "my father"
        owner = _in_full_ahead(book, index, k) or find_noun_owner(book, index, quotes, k) or find_those(book, k)
        owner = owner or find_so_many(book, k)
        if owner is not None and is_named_beside(book, owner, k):
            owner = None
        if owner is None and is_nobody_else(book, k):
            return
        state = country_told_of(book, k) if owner is None and book.noun[k] in book.words.country else None
        cluster = book.join(k, owner or (index.by_key(f"country:{state}") if state else None))
        cluster.country = cluster.country or state
        _add_side(book, k)
        for key in filter(None, (mention.actor, people_key(book, k), f"country:{state}" if state else None)):
            index.add_key(key, cluster)


def _settle_speaker(book: Book, index: NameIndex, quotes: Quotes, k: int) -> None:
    """Settle first who speaks the words that the pronoun stands in, though named behind them: it is not the speaker."""
    at = quotes.still_to_come(k)
    if at is None:
        return
    mention = book.mentions[at]
    if mention.kind == "name":
        speaker = index.find(at) or find_side(book, at)  # "said union president Ana Ruiz"
        if speaker is not None:
            quotes.foresee(k, speaker)
    elif mention.kind == "nominal" and mention.type == "person" and book.determiner(at) in book.words.definite:
        speaker = find_noun_owner(book, index, quotes, at)
        if speaker is not None:
            quotes.foresee(k, speaker)  # ""He saved her," the superintendent said"
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
    found = found or find_short_before(book, k)
    index.add(k, book.join(k, found))
    _add_side(book, k)


def _in_full_ahead(book: Book, index: NameIndex, k: int) -> Cluster | None:
    """Whose short name stands in the heading, if but one longer name ends so: "Guard leaves | Ohio National Guard"."""
    short = book.folded[k] or book.noun[k]
    bare = book.is_bare(k) and book.sentence[k] == 0
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
    if near < 0 and token.head.dep_ == "appos":
        near = book.at_token[token.head.head.i]  # "her rival, the Labour leader Bo Lee"
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
    """Settle the "his" or "her" before a noun first, "Bell's" wife and "the group's": "his party" depends on him."""
    for child in book.tokens[book.mentions[k].head].children:
        near = book.at_token[child.i] if child.dep_ == "nmod:poss" else -1
        tied = book.noun[k] in book.words.ties and near > k and book.mentions[near].kind == "name"
        body = near > k and (book.mentions[near].kind, book.mentions[near].type) == ("nominal", "organization")
        if tied and book.owner[near] is None:
            _join_name(book, index, near)
        elif body and book.owner[near] is None:
            _join(book, index, quotes, near)  # "the group's founder" is of the group
        elif is_persons(child) and near > k and book.owner[near] is None and book.mentions[near].kind == "pronoun":
            owner = find_pronoun_owner(book, quotes, near)
            if owner is not None:
                book.join(near, owner)


def _bracketed(book: Book, k: int) -> Cluster | None:
    for head in book.mentions[k].same_as:
        found = book.cluster_at(head)
        him = book.tokens[head].lower_ in book.words.pronoun  # "named him as Bo Lee", who has no name yet
        if found is not None and not (him and (found.named or found.type != "person")):
            return found
    return None

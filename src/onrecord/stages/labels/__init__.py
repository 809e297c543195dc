"""What a report calls a party or a place, in whose voice, and whether in scare quotes."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.mentions import Who, who_in
from onrecord.language.quotes import Quote, find_quotes
from onrecord.language.stretches import Stretches
from onrecord.language.text import having, text_of
from onrecord.language.voices import Voices
from onrecord.lexicon.forms import form_table
from onrecord.reading.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.reading import Furniture

__all__ = ["find_labels"]

_HOUSES = frozenset({"LEG", "PTY"})
_MODIFIER = frozenset({"amod", "compound", "nmod:desc", "nmod"})
_NAMES = frozenset({"appos", "flat", "nmod:desc", "compound"})
_SCARE_WORDS = 6
_LABEL_TOKENS = 10
_NO_PART = frozenset({"det", "case", "mark", "punct", "cop"})  # what does not belong to a label


class _Words(msgspec.Struct, frozen=True):
    """Token by token, which labels the lexicon has."""

    nouns: frozenset[str]
    adjectives: frozenset[str]
    naming: frozenset[str]
    forms: dict[str, str]


def find_labels(
    doc: Doc,
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    furniture: Sequence[Furniture],
    lexicon: Lexicon,
) -> tuple[Label, ...]:
    """Labels in the order of the text.

    A loaded word counts where the syntax ties it to an entity: in its name's phrase, as apposition, as predicate, as
    the head of a definite description of it, or as what somebody calls it. Short quotations that name an entity are
    labels in scare quotes whatever their words. Time is linear in the length of the report.
    """
    who, voices, words = who_in(doc, entities), Voices(attributions), _words_of(lexicon)
    quotes = [quote for quote in find_quotes(doc) if len(text_of(doc)[quote.start : quote.end].split()) <= _SCARE_WORDS]
    skip = Stretches((piece.start, piece.end, piece) for piece in furniture)
    told: list[tuple[int, int]] = []  # in order, none over another
    found: dict[tuple[int, int], Label] = {}
    called = [label for token in doc if token.pos_ == "VERB" for label in _called(token, words, who, quotes)]
    cues = {at: a for a in attributions if a.cue for at in range(a.cue.start, a.cue.end)}
    by_verb = {label.start: cues[at] for at, label in called if at in cues}
    named = [label for _, label in called]
    for label in (*_scare_quoted(doc, quotes, words, who), *named, *_loaded(doc, words, who, quotes)):
        place = bisect_left(told, (label.end,))
        if place and told[place - 1][1] > label.start:  # the first telling of it counts
            continue
        if not skip.over(label.start, label.start + 1):
            voice = voices.at(label.start) or by_verb.get(label.start)
            key = label.start, label.end
            found[key] = msgspec.structs.replace(label, attribution=voice.id if voice else None)
            told.insert(place, key)
    return tuple(found[key] for key in sorted(found))


@lru_cache(maxsize=4)
def _words_of(lexicon: Lexicon) -> _Words:
    entries = lexicon.entries("label")
    return _Words(
        frozenset(str(e["lemma"]) for e in entries if e["pos"] == "NOUN"),
        frozenset(str(e["lemma"]) for e in entries if e["pos"] == "ADJ"),
        lexicon.list("labelling_verb"),
        form_table(lexicon.list("labelling_verb"), {}),
    )


def _loaded(doc: Doc, words: _Words, who: Who, quotes: Sequence[Quote]) -> Iterator[Label]:
    """Labels out of the lexicon's words."""
    joined = {place + 1 for place in having(doc, "ORTH", ("-",))}
    for token in doc:
        lemma, spelled = token.lemma_.lower(), _spelled(token) if token.i in joined else token.lower_
        is_noun = lemma in words.nouns or spelled in words.nouns
        if not is_noun and not (lemma in words.adjectives or spelled in words.adjectives):
            continue
        if token.ent_type_ and token.dep_ != "nmod:desc" and token.head.ent_type_ == token.ent_type_:
            continue  # part of a name: "Patriot Coal"
        head = token.head if token.dep_ in _MODIFIER and token.i < token.head.i else token
        if head == token and not is_noun:
            continue
        entity = _bearer(head, words, who)
        if entity is None:
            continue
        first = token.idx + len(token) - len(spelled)
        start = min(first, *(c.idx for c in head.lefts if c.dep_ in _MODIFIER and _loaded_word(c, words)), first)
        last = _plain_head(head)
        if last.i < token.i or (last.pos_ == "PROPN" and token.i < last.i):  # "Dictator | Kim Jong Un"
            last = token
        end = last.idx + len(last)
        scare = any(quote.start <= start and end <= quote.end for quote in quotes)
        yield Label(start=start, end=end, text=text_of(doc)[start:end], entity=entity.id, scare_quotes=scare)


def _spelled(token: Token) -> str:
    """The word as it stands, with what a hyphen joins to it before ("so-called", "far-right")."""
    if token.i < 2 or (mark := token.nbor(-1)).text != "-" or mark.whitespace_ or token.nbor(-2).whitespace_:
        return token.lower_
    return f"{token.nbor(-2).lower_}-{token.lower_}"


def _called(verb: Token, words: _Words, who: Who, quotes: Sequence[Quote]) -> Iterator[tuple[int, Label]]:
    """What somebody is called, regarded as or branded, whatever the word, with where the verb stands."""
    if (words.forms.get(verb.lower_) or verb.lemma_.lower()) not in words.naming:
        return
    if any(child.tag_ == "MD" for child in verb.lefts):
        return  # "few would have called him a hero"
    named = [child for child in verb.children if child.dep_ in {"obj", "iobj", "nsubj:pass"}]
    named = [child for child in named if not grammar.is_reflexive(child)]
    bearer = named[0].head.head if named and named[0].tag_ in {"WP", "WDT"} else named[0] if named else None
    entity = who.at(bearer.i) if bearer is not None else None
    for child in verb.rights:
        as_what = grammar.preposition(child) == "as" and child.dep_ in {"obl", "advcl", "xcomp"}
        what = as_what or child.dep_ == "xcomp" or (child.dep_ == "obj" and child not in named[:1])
        if (
            entity is None
            or (entity.type == "place" and not entity.named)
            or not what
            or child.pos_ not in {"NOUN", "ADJ"}
            or who.at(child.i) is entity
        ):
            continue
        parts = [t for t in child.subtree if child.i - _LABEL_TOKENS < t.i <= child.i and t.dep_ not in _NO_PART]
        start, end = parts[0].idx, child.idx + len(child)
        scare = any(quote.start <= start and end <= quote.end for quote in quotes)
        text = text_of(verb.doc)[start:end]
        yield verb.idx, Label(start=start, end=end, text=text, entity=entity.id, scare_quotes=scare)
        return


def _loaded_word(token: Token, words: _Words) -> bool:
    return token.lemma_.lower() in words.nouns | words.adjectives or token.lower_ in words.nouns | words.adjectives


def _plain_head(head: Token) -> Token:
    """The common noun of a phrase like "terrorist group Hamas", whose syntactic head may be the name."""
    if head.pos_ != "PROPN":
        return head
    nouns = [child for child in head.lefts if child.dep_ in _MODIFIER and child.pos_ == "NOUN"]
    return nouns[-1] if nouns else head


def _bearer(head: Token, words: _Words, who: Who) -> Entity | None:
    """The entity that a labelled noun phrase stands for or is tied to; named ones before descriptions."""
    near = [child for child in head.children if child.dep_ in _NAMES and child.pos_ == "PROPN"]
    if head.dep_ in _NAMES:
        near.append(head.head)
    for other in near:
        entity = who.at(other.i)
        if entity is not None and entity.named and not _some_of_its_own(other, head, entity):
            return entity
    entity = who.at(head.i)
    if entity is not None and entity.named:
        return entity
    for named in _named_by(head, words):
        entity = who.at(named.i)
        if entity is not None:
            return entity
    return None


def _some_of_its_own(name: Token, head: Token, entity: Entity) -> bool:
    """Whether a house's or a party's name only says whose members they are: "Senate rebels" are not the Senate."""
    sectors = frozenset(entity.sectors)
    return name.i < head.i and head.tag_ == "NNS" and bool(sectors) and sectors <= _HOUSES


def _named_by(head: Token, words: _Words) -> list[Token]:
    """Who is called so: the subject of a predicate noun, or the object of a naming verb."""
    if any(child.dep_ == "cop" for child in head.children):
        return grammar.logical_subjects(head)
    verb = head.head
    if any(child.tag_ == "MD" for child in verb.lefts):
        return []
    if (
        head.dep_ in {"xcomp", "obl", "advcl", "obj", "ccomp"}
        and (words.forms.get(verb.lower_) or verb.lemma_.lower()) in words.naming
    ):
        objects = [child for child in verb.children if child.dep_ in {"obj", "iobj", "nsubj:pass"} and child != head]
        objects += [child for child in verb.children if child.dep_ == "obl" and grammar.preposition(child) == "to"]
        return objects[:1]
    return []


def _scare_quoted(doc: Doc, quotes: Sequence[Quote], words: _Words, who: Who) -> Iterator[Label]:
    """Short quotations of a noun phrase that names an entity."""
    for quote in quotes:
        span = doc.char_span(quote.inner_start, quote.inner_end, alignment_mode="contract")
        if span is None or not len(span) or any(token.pos_ in {"VERB", "AUX", "PRON"} for token in span):
            continue
        head = span.root
        if head.pos_ != "NOUN" and not (head.pos_ == "PROPN" and any(token.pos_ == "NOUN" for token in span)):
            continue  # a nickname is no label
        if any(child.dep_ == "case" and quote.start <= child.idx < quote.end for child in head.lefts):
            continue  # nor is how somebody is: "was “in touch”"
        for named in _named_by(head, words) or _apposed(head):
            entity = who.at(named.i) or _meant_by(named, who)
            if entity is not None and not quote.start <= named.idx < quote.end:
                end = quote.inner_start + len(text_of(doc)[quote.inner_start : quote.inner_end].rstrip(" .,;:"))
                yield Label(
                    start=quote.inner_start,
                    end=end,
                    text=text_of(doc)[quote.inner_start : end],
                    entity=entity.id,
                    scare_quotes=True,
                )
                break


def _meant_by(pronoun: Token, who: Who) -> Entity | None:
    """What an "it" without an entity stands for: the last thing or place named before it, but for who calls it so.

    In "rejected the claim about Goma, calling it" that is the claim, which is nobody.
    """
    if pronoun.lower_ != "it":
        return None
    clause = pronoun.head
    shares = clause.dep_ == "advcl" and not any(child.dep_.startswith("nsubj") for child in clause.lefts)
    judged = [child for child in clause.head.rights if child.dep_ == "obj"] if shares else []
    if judged:
        return who.at(judged[0].i)
    callers = {entity for head in grammar.surface_subjects(pronoun.head) if (entity := who.at(head.i)) is not None}
    for at in range(pronoun.i - 1, pronoun.sent.start - 1, -1):
        entity = who.at(at)
        if entity is not None and entity.named and entity.type != "person" and entity not in callers:
            return entity
    return None


def _apposed(head: Token) -> list[Token]:
    return [head.head] if head.dep_ == "appos" else [child for child in head.children if child.dep_ == "appos"]

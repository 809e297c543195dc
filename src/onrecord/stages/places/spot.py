"""Stretches of tokens that are place names: the network's, and those it missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.places.lookup import look_up, short_form, variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.stages.places.names import Cover, Name
    from onrecord.stages.places.words import Words

_JOINTS = frozenset({",", "/", "-", "–", "—", "and", "or", "&", "(", ")", ";"})
_OUTER = frozenset({"the", "'s", "’s", ",", ".", "(", ")", '"', "“", "”", "'", "’", "of", "in", ":", ";", "-", "—"})
_MAX_WORDS = 5
_CITY_PEOPLE = 50_000
_DATELINE_JOINTS = frozenset({"(", "—", "–", "-", "--", ",", "_", "�", "―"})


def network_spans(doc: Doc, cover: Cover, words: Words, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The network's PLACE spans, cut to names."""
    for span in doc.ents:
        if span.label_ != "PLACE":
            continue
        for first, last in _split(doc, span.start, span.end, gazetteer):
            cut = _trim(doc, first, last, words)
            if cut and not cover.inside_name(*cut):
                yield cut


def _text(doc: Doc, first: int, last: int) -> str:
    return doc.text[doc[first].idx : doc[last - 1].idx + len(doc[last - 1])]


def _split(doc: Doc, first: int, last: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Cut at commas, and at other joints unless the whole is a name ("Bosnia and Herzegovina")."""
    joints = [i for i in range(first + 1, last - 1) if doc[i].lower_ in _JOINTS]
    if not joints or ("," not in {doc[i].text for i in joints} and gazetteer.find(_text(doc, first, last))):
        yield first, last
        return
    begin = first
    for i in [*joints, last]:
        if doc[i - 1].is_space and i - 1 == begin:
            begin = i + 1
            continue
        hyphen = i < last and doc[i].text in {"-", "–", "—"}
        if hyphen and not (gazetteer.find(_text(doc, begin, i)) and gazetteer.find(_text(doc, i + 1, last))):
            continue
        if begin < i:
            yield begin, i
        begin = i + 1


def _trim(doc: Doc, first: int, last: int, words: Words) -> tuple[int, int] | None:
    """Cut articles, possessives, punctuation, and lower-case words ("northern", "province") off both ends."""
    while first < last and (doc[first].lower_ in _OUTER or doc[first].is_space or _is_common(doc, first, words)):
        first += 1
    while last > first and (doc[last - 1].lower_ in _OUTER or doc[last - 1].is_space or _is_common(doc, last - 1, words)):
        last -= 1
    return (first, last) if first < last else None


def _is_common(doc: Doc, i: int, words: Words) -> bool:
    return doc[i].is_lower and (doc[i].lower_ in words.compass or doc[i].lower_ in words.kinds or doc[i].lower_ == "area")


def bodies(
    doc: Doc, cover: Cover, found: list[Name], words: Words, gazetteer: Gazetteer
) -> Iterator[Name]:
    """The places that public bodies are named after: "Rapides Parish Sheriff's Office", "Leeds Crown Court"."""
    known = {name.key for name in found}
    for span in doc.ents:
        if span.label_ != "ORGANIZATION" or len(span) < 2:
            continue
        start = span.start + (span[0].lower_ == "the")
        for last in range(min(span.end - 1, start + _MAX_WORDS), start, -1):
            if not cover.free(start, last) or not _heads_body(doc, last, span.end, words):
                continue
            name = look_up(doc, start, last, words, gazetteer)
            if _names_a_place(doc, name, known, words):
                yield name
                break


def _heads_body(doc: Doc, at: int, end: int, words: Words) -> bool:
    """Whether a word for a public body follows, after a possessive at most."""
    if at < end and doc[at].lower_ in {"'s", "’s"}:
        at += 1
    return at < end and doc[at].lower_ in words.bodies


def _names_a_place(doc: Doc, name: Name, known: set[str], words: Words) -> bool:
    if not name.spots or name.key in words.not_places or name.spots[0].rank > 1:
        return False
    if name.key in known or doc[name.last - 1].lower_ in words.kinds_in_name:
        return True
    top = name.spots[0]
    return top.feature.startswith(("PCL", "ADM1", "CONT")) or top.population > _CITY_PEOPLE


def missed(
    doc: Doc, cover: Cover, found: list[Name], words: Words, gazetteer: Gazetteer  # noqa: ARG001 - one shape for all
) -> Iterator[Name]:
    """Names of the gazetteer that the network did not mark, where the words around them tell that they are places."""
    i = 0
    while i < len(doc):
        end = _run_end(doc, i, cover)
        if end == i:
            i += 1
            continue
        for first, last in _stretches(doc, i, end, words):
            name = look_up(doc, first, last, words, gazetteer)
            if name.spots and name.key not in words.not_places and _told_by_context(doc, name, cover, words, gazetteer):
                yield name
                break
        i = end


def _run_end(doc: Doc, i: int, cover: Cover) -> int:
    """End of the run of capitalised words from `i` that nobody has; `i` itself where there is none."""
    label = cover.label(i)
    end = i
    while end < len(doc) and cover.free(end, end + 1) and cover.label(end) == label:
        token = doc[end]
        if not (token.text[:1].isupper() and (token.pos_ in {"PROPN", "NOUN", "ADJ", "X"} or "." in token.text)):
            break
        end += 1
    return end


def _stretches(doc: Doc, first: int, last: int, words: Words) -> Iterator[tuple[int, int]]:
    """The run as a whole, and its end after a word for a kind or a point of the compass."""
    if last - first <= _MAX_WORDS:
        yield first, last
    if last - first > 1 and doc[last - 1].lower_ in words.kinds:
        yield first, last - 1


def _told_by_context(doc: Doc, name: Name, cover: Cover, words: Words, gazetteer: Gazetteer) -> bool:
    """Whether the words around leave no doubt that the name is a place."""
    label = cover.label(name.first)
    before = doc[name.first - 1].lower_ if name.first else ""
    sure = before in words.sure_prepositions and doc[name.first - 1].pos_ == "ADP"
    if short_form(doc, name.first, name.last, words):
        return label != "PERSON"
    if label in {"PERSON", "ORGANIZATION", "MISC"} and cover.label(name.first - 1 if name.first else 0) == label:
        return False
    if label and name.last < len(doc) and cover.label(name.last) == label:
        return False
    if _before_its_container(doc, name, words, gazetteer):
        return label != "PERSON"
    if label == "NORP":
        return False
    if label:
        return sure and name.spots[0].rank < 2 and label != "MISC"
    if name.kind or (sure and name.spots[0].rank < 2):
        return True
    return _stands_alone(doc, name) and name.spots[0].feature.startswith(("PCLI", "ADM1", "CONT"))


def _before_its_container(doc: Doc, name: Name, words: Words, gazetteer: Gazetteer) -> bool:
    """"X, Y" where Y is a country or a first-level unit."""
    at = name.last
    if at + 1 >= len(doc) or doc[at].text != ",":
        return False
    if short_form(doc, at + 1, at + 2, words):
        return True
    for size in (2, 1):
        if at + 1 + size <= len(doc) and doc[at + 1].text[:1].isupper():
            for spot in gazetteer.find(_text(doc, at + 1, at + 1 + size))[:2]:
                if spot.feature in {"PCLI", "ADM1"} and spot.rank < 2:
                    held = {(spot.country, spot.admin1 if spot.feature == "ADM1" else None)}
                    return any((s.country, None) in held or (s.country, s.admin1) in held for s in name.spots)
    return False


def _stands_alone(doc: Doc, name: Name) -> bool:
    """Whether no capitalised word of another name stands right beside it."""
    before = doc[name.first - 1] if name.first else None
    after = doc[name.last] if name.last < len(doc) else None
    return not any(token is not None and token.pos_ == "PROPN" and token.text[:1].isupper() for token in (before, after))


def repeats(doc: Doc, cover: Cover, found: list[Name], words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """Further mentions of names found already, outside the names of persons and organisations."""
    known = {name.key for name in found if len(name.key) > 2}
    longest = min(max((name.last - name.first for name in found), default=0), _MAX_WORDS)
    for i in range(len(doc)):
        if not doc[i].text[:1].isupper() or cover.label(i) in {"PERSON", "ORGANIZATION", "NORP", "MISC"}:
            continue
        for last in range(min(i + longest, len(doc)), i, -1):
            if not cover.free(i, last) or gazetteer.fold(_text(doc, i, last)) not in known:
                continue
            before = doc[i - 1] if i else None
            if before is None or cover.label(i - 1) or before.pos_ != "PROPN":
                yield look_up(doc, i, last, words, gazetteer)
            break


__all__ = ["bodies", "missed", "network_spans", "repeats", "variants"]

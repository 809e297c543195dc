"""Stretches of tokens that are place names: the network's, and those it missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.mending.shared_names import JOINTS, shares_last_word
from onrecord.language.text import having
from onrecord.stages.places.context import told_by_context
from onrecord.stages.places.judge import could_be_place, is_great
from onrecord.stages.places.lookup import look_up, text_of
from onrecord.stages.places.names import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.language.plain_words import Doc
    from onrecord.stages.places.names import Cover
    from onrecord.stages.places.words import Words

_JOINTS = frozenset({",", "/", "-", "–", "—", "and", "or", "&", "(", ")", ";"})
_OUTER = frozenset({"the", "'s", "’s", ",", ".", "(", ")", '"', "“", "”", "'", "’", "of", "in", ":", ";", "-", "—"})
_MAX_WORDS = 5
_SHORTEST_PART = 4


def network_spans(doc: Doc, cover: Cover, words: Words, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The network's PLACE spans, cut to names."""
    for span in doc.ents:
        if span.label_ != "PLACE":
            continue
        for first, last in _split(doc, span.start, span.end, gazetteer):
            cut = _trim(doc, _with_nationality(doc, first, last, gazetteer), last, words, gazetteer)
            if cut and not cover.inside_name(*cut):
                yield cut


def _split(doc: Doc, first: int, last: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Cut at commas, and at other joints unless the whole is a name ("Bosnia and Herzegovina")."""
    joints = [i for i in range(first + 1, last - 1) if doc[i].lower_ in _JOINTS]
    if not joints or ("," not in {doc[i].text for i in joints} and gazetteer.find(text_of(doc, first, last))):
        yield first, last
        return
    begin = first
    for i in [*joints, last]:
        if doc[i - 1].is_space and i - 1 == begin:
            begin = i + 1
            continue
        hyphen = i < last and doc[i].text in {"-", "–", "—"}
        article = hyphen and i - begin == 1 and len(doc[begin]) < _SHORTEST_PART  # "Al-Zaman"
        if hyphen and (
            article or not (gazetteer.find(text_of(doc, begin, i)) and gazetteer.find(text_of(doc, i + 1, last)))
        ):
            continue
        if begin < i:
            yield begin, i
        begin = i + 1


def _trim(doc: Doc, first: int, last: int, words: Words, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """Cut articles, possessives, punctuation, and lower-case words ("northern", "province") off both ends."""
    while first < last and _is_outer(doc, first, words):
        first += 1
    if last - first > 2 and doc[first + 1].text == "-" and doc[first].text in words.party_letters:
        first += 2
    if first < last:
        first, last = _whole_hyphenated(doc, first, last, gazetteer)
    while last > first and _is_outer(doc, last - 1, words):
        last -= 1
    return (first, last) if first < last else None


def _whole_hyphenated(doc: Doc, first: int, last: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """The whole of a name that was cut at a hyphen ("Ust-Kamenogorsk", "Baden-Württemberg")."""
    begin, end = first, last
    while begin > 1 and doc[begin - 1].text == "-" and not doc[begin - 2].whitespace_ and doc[begin - 2].is_alpha:
        begin -= 2
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and doc[end + 1].is_alpha:
        end += 2
    if (begin, end) != (first, last) and gazetteer.find(text_of(doc, begin, end)):
        return begin, end
    return first, last


def _with_nationality(doc: Doc, first: int, last: int, gazetteer: Gazetteer) -> int:
    """Where a name begins that the network took for a nationality and a place ("British Columbia")."""
    longer = first > 0 and doc[first - 1].ent_type_ == "NORP" and gazetteer.find(text_of(doc, first - 1, last))
    return first - 1 if longer else first


def _is_outer(doc: Doc, i: int, words: Words) -> bool:
    """Whether a token at the end of a span is no part of the name."""
    token = doc[i]
    if token.is_space or token.lower_ in _OUTER:
        return True
    return token.is_lower and (token.lower_ in words.compass or token.lower_ in words.kinds or token.lower_ == "area")


def missed(doc: Doc, cover: Cover, found: Sequence[Name], words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names of the gazetteer that the network did not mark, where the words around them tell that they are places."""
    known = {name.key for name in found if name.spots}
    end = 0
    for i, token in enumerate(doc):
        if i < end or not token.text[:1].isupper():
            continue
        end = _run_end(doc, i, cover)
        for first, last in _stretches(doc, i, end, words) if end > i else ():
            if cover.is_known_body(first, last):
                continue
            name = look_up(doc, first, last, words, gazetteer)
            if name.spots and told_by_context(doc, name, cover, known, words, gazetteer):
                yield name
                break


def _run_end(doc: Doc, i: int, cover: Cover) -> int:
    """End of the run of capitalised words from `i` that nobody has; `i` itself where there is none."""
    label = cover.label(i)
    end = i
    while end < len(doc) and cover.free(end, end + 1) and cover.label(end) == label:
        token = doc[end]
        if end > i and cover.begins(end):
            break
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


def party_homes(doc: Doc, cover: Cover, found: Sequence[Name], words: Words, gazetteer: Gazetteer) -> Iterator[Name]:  # noqa: ARG001
    """The homes of members of parliament: "Rep. Ann Webster, D-Kanawha"."""
    for token in doc[:-2]:
        if token.text not in words.party_letters or doc[token.i + 1].text != "-":
            continue
        first = token.i + 2
        end = next((i for i in range(first, min(first + _MAX_WORDS, len(doc))) if not doc[i].text[:1].isupper()), first)
        if end > first and not token.whitespace_:
            name = look_up(doc, first, end, words, gazetteer)
            if name.spots:
                yield name


def shared(doc: Doc, cover: Cover, found: Sequence[Name], words: Words, gazetteer: Gazetteer) -> Iterator[Name]:  # noqa: ARG001
    """The first of two great places that share a last word: "North" in "North and South Korea"."""

    def is_great_name(name: str) -> bool:
        return is_great(gazetteer.find(name))

    for place in having(doc, "LOWER", JOINTS):
        if not 0 < place < len(doc) - 2:
            continue
        first, joint, second, last = (token.text for token in doc[place - 1 : place + 3])
        if shares_last_word(first, joint, second, last, is_great_name) and cover.free(place - 1, place):
            full, start = f"{first} {last}", doc[place - 1].idx
            yield Name(start, start + len(first), place - 1, place, gazetteer.fold(full), gazetteer.find(full))


def repeats(doc: Doc, cover: Cover, found: Sequence[Name], words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """Further mentions of names found already, outside the names of persons and organisations."""
    known = {name.key for name in found if len(name.key) > 2}
    longest = min(max((name.last - name.first for name in found), default=0), _MAX_WORDS)
    for i, token in enumerate(doc):
        if not token.text[:1].isupper() or not cover.free(i, i + 1):
            continue
        for last in range(min(i + longest, len(doc)), i, -1):
            if not cover.free(i, last) or gazetteer.fold(text_of(doc, i, last)) not in known:
                continue
            if could_be_place(doc, i, last, cover) and not cover.inside_name(i, last):
                yield look_up(doc, i, last, words, gazetteer)
            break

"""From the words of a name to the places that bear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import bounds_of
from onrecord.language.text import text_of as whole_text
from onrecord.stages.places.names import Name

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import Gazetteer, Spot
    from onrecord.language.plain_words import Doc
    from onrecord.stages.places.words import Words

_LIST_JOINTS = frozenset({",", "and", "or", "&"})
_TOWN = ("PPL",)
_SHORT_COUNTRIES = frozenset({"US", "CA", "AU"})


def text_of(doc: Doc, first: int, last: int) -> str:
    """The words of tokens `first` to `last`, `last` exclusive."""
    starts, ends = bounds_of(doc)
    return whole_text(doc)[starts[first] : ends[last - 1]]


def look_up(doc: Doc, first: int, last: int, words: Words, gazetteer: Gazetteer) -> Name:
    """The name that tokens `first` to `last` make, with its candidates and what the words beside it say of its kind."""
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    text = text_of(doc, first, last)
    kind = kind_beside(doc, first, last, words)
    short = short_form(doc, first, last, words)
    if short:
        units = tuple(s for s in gazetteer.find(short) if s.feature == "ADM1" and s.country in _SHORT_COUNTRIES)
        return Name(start, end, first, last, gazetteer.fold(short), units, ("ADM1",))
    for name, more in variants(text, words):
        spots = gazetteer.find(name)
        if spots and (more is None or more or _is_large(spots[0])):
            if more is not None:
                kind = more or kind
            if more == ():
                spots = tuple(spot for spot in spots if _is_large(spot))
            if not kind and opens_line(doc, first, last) and not spots[0].feature.startswith("PCL"):
                kind = _TOWN
            return Name(start, end, first, last, gazetteer.fold(name), spots, kind)
    return Name(start, end, first, last, gazetteer.fold(text), (), kind)


def opens_line(doc: Doc, first: int, last: int) -> bool:
    """Whether it stands in capitals at the head of a line, as the town does where a report was written."""
    opens = first == 0 or "\n" in doc[first - 1].text_with_ws
    return opens and text_of(doc, first, last).isupper()


def short_form(doc: Doc, first: int, last: int, words: Words) -> str | None:
    """What a state's short form stands for; one without full stops counts only after a comma."""
    text = text_of(doc, first, last)
    if last < len(doc) and doc[last].text == "." and not doc[last - 1].whitespace_ and "." in text[:-1]:
        text = text.rstrip(".") + "."
    full = words.short.get(text.lower())
    if full is None or text.islower():
        return None
    after_comma = first > 1 and doc[first - 1].text in {",", "("} and doc[first - 2].text[:1].isupper()
    if "." in text:
        return full if after_comma or text.count(".") > 1 or len(text) > 4 else None
    titled = doc[first - 2].ent_type_ == "PERSON"  # "Mark Tedeschi, QC"
    return full if after_comma and text.isupper() and not titled else None


def variants(text: str, words: Words) -> list[tuple[str, tuple[str, ...] | None]]:
    """Forms of a name to look up, best first, with what the form taken says of the kind.

    None says nothing; an empty tuple marks a form that lost a point of the compass: only a country or first-level unit
    may be found by it ("Northern Iraq": Iraq, but not "West Chester": Chester).
    """
    parts = text.split()
    out: list[tuple[str, tuple[str, ...] | None]] = [(text, None)]
    if len(parts) < 2:
        return out
    if parts[0].lower() == "the":
        out.append((" ".join(parts[1:]), None))
        parts = parts[1:]
    if len(parts) > 1 and parts[-1].lower() in words.kinds:
        out.append((" ".join(parts[:-1]), words.kinds[parts[-1].lower()]))
    if len(parts) > 2 and parts[1].lower() == "of" and parts[0].lower() in words.kinds:
        out.append((" ".join(parts[2:]), words.kinds[parts[0].lower()]))
    if len(parts) > 1 and parts[0].lower() in words.compass:
        out.append((" ".join(parts[1:]), ()))
    return out


def kind_beside(doc: Doc, first: int, last: int, words: Words) -> tuple[str, ...]:
    """The kind that a common noun beside the name says: "Aleppo province", "the town of X", "villages of X"."""
    held = last + 2 < len(doc) and doc[last + 1].lower_ == "of" and doc[last + 2].text[:1].isupper()
    if last < len(doc) and doc[last].is_lower and not held:  # "the Louisiana city of New Orleans"
        found = words.kinds.get(doc[last].lower_) or words.kinds.get(_singular(doc[last].lower_))
        if found:
            return found
    if first > 1 and doc[first - 1].lower_ == "of":
        return words.kinds.get(_singular(doc[first - 2].lower_), ()) if doc[first - 2].is_lower else ()
    if first > 0 and doc[first - 1].is_lower and doc[first - 1].lower_ in words.kinds:
        return words.kinds[doc[first - 1].lower_]
    return ()


def shared_kind(doc: Doc, name: Name, following: Name, words: Words) -> tuple[str, ...]:
    """The kind that a plural after a list says of all in it: "Barrow, Jackson and Madison counties"."""
    between = {token.lower_ for token in doc[name.last : following.first]}
    if not between or not between <= _LIST_JOINTS or following.last >= len(doc):
        return ()
    after = doc[following.last]
    plural = after.lower_ != _singular(after.lower_) and _singular(after.lower_) in words.kinds
    in_list = after.lower_ in _LIST_JOINTS
    return following.kind if plural or in_list else ()


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _is_large(spot: Spot) -> bool:
    return spot.feature.startswith("PCL") or spot.feature in {"ADM1", "CONT", "RGN"}

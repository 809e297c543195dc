"""Content of a relative clause: "a tax that he called theft", "what it calls a convoy", "which she hopes to sign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import has_to
from onrecord.stages.attributions.contents import Content
from onrecord.stages.attributions.page import extent

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.cues import CueEntry

_OBJECT = frozenset({"obj", "iobj", "obl"})
_RELATIVE = frozenset({"WDT", "WP"})


def relative_content(verb: Token, cue: CueEntry, charging: frozenset[str]) -> Content | None:
    """The relative pronoun and what is said of it, where the cue takes it as its object.

    The noun before the pronoun stays with who tells the rest of the sentence: that there was an attack is his word,
    that it was "barbaric" the other's.
    """
    pronoun = _pronoun(verb) if verb.dep_ == "acl:relcl" else None
    if pronoun is None or not {"obj", "to"} & set(cue.takes):
        return None
    for child in verb.rights:
        to = has_to(child)
        charge = next((c for c in child.lefts if c.lower_ in charging and c.i == verb.i + 1), None)
        if charge is not None and child.dep_ in {"obl", "advcl"} and "obj" in cue.takes:
            pieces = ((pronoun.idx, pronoun.idx + len(pronoun)), (charge.idx + len(charge), extent(child)[1]))
            return Content(pieces=pieces, cue_last=charge.i)
        case = next((c for c in child.lefts if c.lower_ == "as" and c.i == verb.i + 1), None)
        named = child.dep_ == "xcomp" and (not to or "to" in cue.takes)
        compared = child.dep_ in {"obl", "advcl"} and case is not None
        if not (named or compared):
            continue
        _, end = extent(child)
        start = min(token.idx for token in child.subtree if token.i > (case or verb).i)
        pieces = ((pronoun.idx, pronoun.idx + len(pronoun)), (start, end))
        return Content(pieces=pieces, cue_last=None if case is None else case.i)
    return None


def _pronoun(verb: Token) -> Token | None:
    """What the clause has for its object: its own "which", that of its infinitive, or the "what" that it modifies."""
    inner = [verb, *(child for child in verb.rights if child.dep_ == "xcomp")]
    for child in verb.lefts:
        if _is_object(child):
            return child
    if verb.head.tag_ == "WP" and verb.head.i < verb.i:
        return verb.head
    return next((child for part in inner[1:] for child in part.lefts if child.i < verb.i and _is_object(child)), None)


def _is_object(token: Token) -> bool:
    """Whether a relative pronoun stands as an object, without a preposition before it ("during which")."""
    return token.dep_ in _OBJECT and token.tag_ in _RELATIVE and not any(child.dep_ == "case" for child in token.lefts)

"""Cues: which entries of the lexicon stand at a token, and whether the words around it go with them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import has_modal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

CUE_TABLES = ("speech_cue", "belief_cue", "plan_cue", "perception_cue", "stand_cue", "noun_cue", "adjective_cue")
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})


class CueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One cue of the lexicon.

    Attributes:
        table: the kind of cue; only what is said or written may be nested in another's content.
        takes: what its content may be: clause, quote, to, ing, obj, obj_to, a preposition, or "on+to".
        particle: the particle that has to stand with it ("point out").
        keeps: prepositions whose phrases stay with its object, besides those that do so with any cue ("blame X on Y").
        active: its passive is another verb ("was admitted to a ward").
        counts: the preposition whose phrase has to hold a number ("put the toll at 40").
        needs: prepositions of which one has to stand behind its object ("as", "for+ing" for one with a gerund).
        names: its object has to be called something ("called the vote a sham", not "called a vote").
        speaker: its subject must be somebody or a text ("the week saw", "it underscores how" are nobody's words).
        thinker: its subject must be somebody: a text only looks at it ("the study considers two wars").
        alone: with a second object it is another verb ("denied them entry", "were denied visas").
        matter: its object is a matter, not somebody ("welcomed the accord", not "welcomed the guests").
        owned: a noun that is nobody's word where nobody is named ("the idea that").
        doer: a noun in a phrase is the word of who does what stands before it ("shelled it on the pretext that").
        answers: behind a matter with "to" a clause is what is answered ("responded to the charge that").
        not_objects: with one of these as its object it is another verb ("denied access").
        by: without who does it its passive is nobody's word: "always" ("guests were invited"), or "bare", where no
            clause, infinitive or "as" says more ("a fire was reported at nine").
        asserts: with a clause that asks it is another verb ("learned how to weld").
    """

    lemma: str
    pos: str
    table: str
    takes: tuple[str, ...]
    particle: str | None = None
    keeps: frozenset[str] = frozenset()
    counts: str | None = None
    needs: frozenset[str] = frozenset()
    active: bool = False
    names: bool = False
    speaker: bool = False
    thinker: bool = False
    alone: bool = False
    matter: bool = False
    owned: bool = False
    doer: bool = False
    answers: bool = False
    not_objects: frozenset[str] = frozenset()
    by: str | None = None
    asserts: bool = False


CueIndex = dict[tuple[str, str], tuple[CueEntry, ...]]


@lru_cache(maxsize=4)
def form_index(lexicon: Lexicon) -> dict[str, str]:
    """Word forms of cues, raising and light verbs with their lemma, so that a wrong lemma loses none of them.

    A form of a verb is the verb's, though a noun is spelled alike ("is warning voters"): nouns are found as they stand.
    """
    verbs = {lemma for lemma, pos in cue_index(lexicon) if pos == "VERB"}
    verbs |= lexicon.list("raising_verb") | lexicon.list("cue_light_verb")
    nouns = {lemma for lemma, pos in cue_index(lexicon) if pos == "NOUN"}
    return {**lexicon.form_table(nouns), **lexicon.form_table(verbs)}


@lru_cache(maxsize=4)
def cue_index(lexicon: Lexicon) -> CueIndex:
    """Cues by lemma and part of speech; those with a particle first."""
    index: CueIndex = {}
    for table in CUE_TABLES:
        for entry in lexicon.entries(table):
            for cue in _cues_of(table, entry):
                index[cue.lemma, cue.pos] = (*index.get((cue.lemma, cue.pos), ()), cue)
    return {key: tuple(sorted(cues, key=lambda cue: cue.particle is None)) for key, cues in index.items()}


def _cues_of(table: str, entry: Mapping[str, object]) -> list[CueEntry]:
    lemmas = entry["lemma"] if isinstance(entry["lemma"], list) else [entry["lemma"]]
    takes = entry.get("takes", ())
    particle = entry.get("particle")
    keeps = entry.get("keeps", ())
    counts = entry.get("counts")
    needs = entry.get("needs", ())
    not_objects = entry.get("not_objects", ())
    by = entry.get("by")
    return [
        CueEntry(
            lemma=str(lemma),
            pos=str(entry.get("pos", "VERB")),
            table=table,
            takes=tuple(str(way) for way in takes) if isinstance(takes, list) else (),
            particle=str(particle) if particle else None,
            keeps=frozenset(str(word) for word in keeps) if isinstance(keeps, list) else frozenset(),
            counts=str(counts) if counts else None,
            needs=frozenset(str(word) for word in needs) if isinstance(needs, list) else frozenset(),
            active=bool(entry.get("active")),
            names=bool(entry.get("names")),
            speaker=bool(entry.get("speaker")),
            thinker=bool(entry.get("thinker")),
            alone=bool(entry.get("alone")),
            matter=bool(entry.get("matter")),
            owned=bool(entry.get("owned")),
            doer=bool(entry.get("doer")),
            answers=bool(entry.get("answers")),
            not_objects=frozenset(str(word) for word in not_objects) if isinstance(not_objects, list) else frozenset(),
            by=str(by) if by else None,
            asserts=bool(entry.get("asserts")),
        )
        for lemma in lemmas
    ]


def lemma_of(token: Token, forms: Mapping[str, str]) -> str:
    """The lemma of a token: the lexicon's, where it knows the form, else the network's."""
    return forms.get(token.lower_) or token.lemma_.lower()


def cues_at(token: Token, index: CueIndex, forms: Mapping[str, str]) -> tuple[CueEntry, ...]:
    """The cues that `token` may be; where the parser saw a particle, only those that have it."""
    if token.pos_ == "PROPN" and token.ent_type_:
        return ()  # "Hope Hicks", "Claim Street"
    pos = "NOUN" if token.pos_ == "PROPN" else "VERB" if token.pos_ == "AUX" else token.pos_
    lemma = lemma_of(token, forms)
    cues = index.get((lemma, pos), ()) or index.get((token.lower_, pos), ())
    if not cues and token.tag_.startswith("VB"):
        cues = index.get((lemma, "VERB"), ())
    if token.tag_ in {"VBN", "JJ"} and token.pos_ in {"VERB", "ADJ"}:
        agent = any(child.dep_ == "obl:agent" for child in token.children)
        states = tuple(cue for cue in index.get((token.lower_, "ADJ"), ()) if not agent or "by" in cue.takes)
        cues = (*states, *(cue for cue in cues if cue not in states))  # "is opposed to": state, not passive
    if not cues:
        return ()
    particles = {child.lower_ for child in token.children if child.dep_ == "compound:prt"}
    after = token.doc[token.i + 1 : token.i + 3]
    nearby = {near.lower_ for near in after if near.i == token.i + 1 or near.head == token}
    with_particle = tuple(cue for cue in cues if cue.particle and cue.particle in particles | nearby)
    if particles and not with_particle:  # another verb: "ripped apart", "called off"
        return tuple(cue for cue in cues if cue.particle is None and particles & set(cue.takes))
    return with_particle or tuple(cue for cue in cues if cue.particle is None)


def fits(verb: Token, entry: CueEntry, first: Token) -> bool:
    """Whether the kind of cue goes with the form: words alone are spoken to an end; a quality is somebody's own.

    "Left to support the operation" tells of no stand, and "make the battalions more ready" of nobody's readiness.
    """
    if entry.pos == "ADJ":
        made = verb.dep_ == "xcomp" and any(child.dep_ == "obj" for child in verb.head.rights)
        return not made and not has_modal(verb)
    if entry.active and any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children):
        return False
    if entry.alone and _objects(verb) + any(child.dep_ == "aux:pass" for child in verb.lefts) > 1:
        return False
    if entry.counts is not None and not any(_counts(child, entry.counts) for child in verb.rights):
        return False
    if entry.needs and not any(_opening(child) in entry.needs for child in verb.rights):
        return False
    to_an_end = verb.tag_ == "VB" and verb.dep_ == "advcl" and first.lower_ == "to" and first.i == verb.i - 1
    return not to_an_end or entry.table == "speech_cue"


def _objects(verb: Token) -> int:
    """How many objects stand behind a verb."""
    return sum(child.dep_ in {"obj", "iobj"} for child in verb.rights)


def _opening(phrase: Token) -> str:
    """The preposition that opens a phrase, with "+ing" before a gerund; "" for a clause with a subject of its own."""
    first = next((child for child in phrase.lefts if child.dep_ in {"case", "mark"}), None)
    if first is None or any(child.dep_.startswith("nsubj") for child in phrase.lefts):
        return ""
    return f"{first.lower_}+ing" if phrase.tag_ == "VBG" else first.lower_


def _counts(phrase: Token, preposition: str) -> bool:
    """Whether a phrase opens with the preposition and holds a number ("at more than 40")."""
    opens = any(child.dep_ == "case" and child.lower_ == preposition for child in phrase.lefts)
    return opens and any(token.pos_ == "NUM" for token in phrase.subtree)

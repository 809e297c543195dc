"""Cues: which words of the lexicon stand at a token, and which words around it belong to the cue."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import WHETHER, arranged_by, has_modal, has_to, is_only, is_passive, negation
from onrecord.language.untrue import is_called_untrue
from onrecord.lexicon.forms import form_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

CUE_TABLES = ("speech_cue", "belief_cue", "plan_cue", "perception_cue", "stand_cue", "noun_cue", "adjective_cue")
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl"})  # labels of verbs that another one governs
_BEFORE_CUE = _AUXILIARY | {"advmod", "mark", "cc:preconj"}


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


CueIndex = dict[tuple[str, str], tuple[CueEntry, ...]]


@lru_cache(maxsize=4)
def form_index(lexicon: Lexicon) -> dict[str, str]:
    """Word forms of cues, raising and light verbs with their lemma, so that a wrong lemma loses none of them.

    A form of a verb is the verb's, though a noun is spelled alike ("is warning voters"): nouns are found as they stand.
    """
    irregular = {str(form): str(lemma) for form, lemma in lexicon.map("irregular_form").items()}
    verbs = {lemma for lemma, pos in cue_index(lexicon) if pos == "VERB"}
    verbs |= lexicon.list("raising_verb") | lexicon.list("cue_light_verb")
    nouns = {lemma for lemma, pos in cue_index(lexicon) if pos == "NOUN"}
    return {**form_table(nouns, irregular), **form_table(verbs, irregular)}


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


def is_told(verb: Token, first: Token, lexicon: Lexicon) -> bool:
    """Whether the report says that the cue took place: not a wish, an order, a condition or somebody's purpose.

    An infinitive counts where a verb that only sets it going stands before it (`first`), after "do" or "will", after a
    negated "can" ("could not explain why"), where it says to what end somebody did act ("took to the radio
    to accuse"), and where he was brought to it ("forced her to admit"). A bare verb with a subject of its own is a
    present tense that the tagger missed.
    """
    unreal = lexicon.list("cue_unreal_mark")
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "case"}}
    bare = verb.dep_ == "advcl" and all(child.is_punct or child.tag_ == "WRB" for child in verb.lefts)
    bare = bare and verb.i > 0 and (verb.nbor(-1).text == "," or verb.nbor(-1).tag_ == "WRB")
    # "with both leaders expected to visit", "Ruiz, asked about it, said", "nodded when asked": passives in truth
    hidden = verb.tag_ == "VBD" and ("with" in marks or bare)
    seen_to = verb.pos_ == "ADJ" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lexicon.list("ensuring_verb")
    helpers = [child for child in verb.lefts if child.dep_ in _AUXILIARY]
    if verb.lower_ in unreal or hidden or seen_to or marks & unreal or _is_untold(verb, helpers, lexicon):
        return False
    able, ahead = lexicon.list("cue_able_modal"), lexicon.list("cue_future_modal")
    # "must keep pushing for"
    going = [t for t in verb.doc[first.i : verb.i] if t.tag_ == "MD" and t.lower_ not in able]
    modals = [t for t in dict.fromkeys((*helpers, *going)) if t.tag_ == "MD" and t.lower_ not in ahead]
    if modals:
        only = _says_only(verb) and all(child.lower_ in lexicon.list("refusing_modal") for child in modals)
        return only or (negation(verb) is not None and all(child.lower_ in able for child in modals))
    if helpers or verb.tag_ != "VB" or (first.i < verb.i and first.pos_ == "VERB"):
        return True
    if has_to(verb):
        made = lexicon.list("implicative_verb")
        return _took_place(verb.head) and (verb.dep_ == "advcl" or _is_made_to(verb, made))
    if verb.dep_ == "conj" and verb.head.tag_ == "VB" and verb.head.i < verb.i:
        return is_told(verb.head, _leftmost(verb.head), lexicon)
    return verb.dep_ not in _GOVERNED and any(child.dep_ == "nsubj" for child in verb.lefts)


def _says_only(verb: Token) -> bool:
    """Whether it is all that somebody says: who "would say | only | that she knew" has said so."""
    told = any(c.dep_ == "ccomp" and not any(m.lower_ in WHETHER for m in c.lefts) for c in verb.rights)
    return told and any(map(is_only, (verb.nbor(1), verb.nbor(-1))))


def _is_untold(verb: Token, helpers: list[Token], lexicon: Lexicon) -> bool:
    """Whether it is asked, called untrue ("it is not true that she said so"), or to come ("is to be debated")."""
    to_come = is_passive(verb) and arranged_by(verb) is not None
    return to_come or _is_asked(verb, helpers) or is_called_untrue(verb, lexicon)


def _is_asked(verb: Token, helpers: list[Token]) -> bool:
    """Whether it is what a question asks, by its order: "Does Paris agree with that?"."""
    subject = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if subject is None or not any(child.i < subject.i for child in helpers):
        return False
    return any(token.text[0] == "?" for token in verb.doc[verb.i : verb.sent.end])


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


def _is_made_to(verb: Token, implicative: frozenset[str]) -> bool:
    """Whether somebody was brought to it, so that it took place ("forced the premier to admit that")."""
    brought = verb.head
    to_it = (
        verb.dep_ in {"xcomp", "ccomp", "advcl"} and brought.lemma_.lower() in implicative and negation(brought) is None
    )
    return to_it and any(child.dep_ in {"obj", "iobj", "nsubj:pass"} for child in brought.children)


def _took_place(verb: Token) -> bool:
    """Whether a verb tells of the past, on its own, in the perfect or in the passive."""
    if verb.tag_ == "VBD":
        return True
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "aux:pass"}]
    return verb.tag_ == "VBN" and any(child.lemma_ == "have" or child.tag_ == "VBD" for child in helpers)


def cue_start(verb: Token, raising: frozenset[str], forms: Mapping[str, str]) -> Token:
    """The first token of the cue: auxiliaries, negation, adverbs next to it, and verbs that only set it going."""
    first = _leftmost(verb)
    governor = verb.head
    if verb.dep_ == "conj" and first.i > 0 and first.nbor(-1).lower_ == "nor":
        return next((child for child in governor.lefts if child.lower_ == "neither"), first)
    sets_going = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and first.lower_ == "to")
    if sets_going and lemma_of(governor, forms) in raising and governor.i < first.i <= governor.i + 6:
        between = verb.doc[governor.i + 1 : first.i]
        if all(token.head == governor and token.dep_ in {"advmod", "compound:prt"} for token in between):
            return cue_start(governor, raising, forms)
    return first


def _leftmost(verb: Token) -> Token:
    """Walk left over the auxiliaries and adverbs that hang on the verb and stand directly before it."""
    first = verb
    while first.i > 0:
        before = verb.doc[first.i - 1]
        if before.head != verb or before.dep_ not in _BEFORE_CUE or before.is_punct:
            break
        if before.dep_ == "mark" and before.lower_ != "to":
            break
        if before.dep_ == "advmod" and (before.tag_.startswith("W") or before.n_lefts):
            break
        first = before
    return first


def cue_end(verb: Token, particle: str | None) -> Token:
    """The last token of the bare cue: the verb, or its particle."""
    last = verb
    if particle:
        for child in verb.rights:
            if child.lower_ == particle and child.i <= verb.i + 2:
                last = child
                break
    return last

"""Remarks behind a comma: "urged Hanoi to free the writer, saying that he was ill".

A parser hangs the participle on the nearest verb, which makes Hanoi the speaker. Who asks, orders or says is who goes
on speaking; so the participle belongs to the verb that governs the clause it hangs on. So does a second verb of saying
behind a comma: in "said the rebels had shelled the town, and urged its people to leave" the rebels urged nobody. Nor
did the troops condemn in "spoke to praise the troops who retook the port and condemn the rebels".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_MAX_STEPS = 4
_SPEAKERS = ("person_noun", "group_noun", "organization_noun", "text_noun")
_OWN = ("nsubj", "nsubj:pass", "aux", "aux:pass")  # what a verb that goes on with another has not
_INFINITIVES = frozenset({"xcomp", "advcl"})
_SAID = frozenset({"ccomp", "xcomp", "obj", "iobj"})


class _Words(NamedTuple):
    """Verbs of saying, those and verbs of judging, verbs of denying, nouns for who or what may say something.

    And verbs that with one of the nouns say something ("expressed concern"), those of who speaks to the public, those
    of what is done to somebody who does not speak then ("were arrested"), and those of who keeps silent before another
    verb ("declined to say").
    """

    saying: Mapping[str, object]
    judging: frozenset[str]
    denying: frozenset[str]
    speakers: frozenset[str]
    light: frozenset[str]
    nouns: Mapping[str, object]
    aloud: frozenset[str]
    suffering: frozenset[str]
    silent: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    saying = lexicon.words("speech_cue")
    judging = frozenset({*saying, *lexicon.words("stand_cue")})
    speakers = lexicon.together(*_SPEAKERS)
    light, nouns = lexicon.list("cue_light_verb"), lexicon.words("noun_cue")
    aloud = lexicon.list("speaks_aloud")
    suffering = lexicon.list("verb_with_object")
    silent = frozenset(verb for entry in lexicon.entries("absence") for verb in entry.get("under", ()))
    return _Words(saying, judging, lexicon.list("denying_cue"), speakers, light, nouns, aloud, suffering, silent)


def mend_remarks(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such verb on that of who speaks; time linear in tokens.

    Behind an infinitive any verb of saying counts; behind a clause that was said, only one with which a speaker goes on
    ("said the rebels had left, adding"), since others may tell of what the rebels said.
    """
    words, going_on = _words(lexicon), lexicon.list("goes_on_speaking")
    saying = words.saying
    for place in having(doc, "DEP", ("advcl", "conj")):
        token = doc[place]
        if token.dep_ == "conj":
            _rehang(token, words)
        if token.dep_ != "advcl" or token.tag_ != "VBG" or token.i < token.head.i or not _is_aside(token):
            continue
        lemma = token.lemma_.lower()
        if lemma in saying and any(child.dep_ in _SAID for child in token.rights):
            hang(token, _verb_of_speaker(token.head, words, goes_on=lemma in going_on))


def _rehang(verb: Token, words: _Words) -> None:
    """Hang a coordinated verb on the one that it goes on with."""
    lemma, saying = verb.lemma_.lower(), words.saying
    voiced = lemma in words.light and any(c.lemma_.lower() in words.nouns for c in grammar.children(verb, "obj"))
    told = (voiced or lemma in words.judging) and _is_judged_beside(verb, words)
    told = told or _is_told_beside(verb, saying) or _keeps_silent_beside(verb, words)
    told = told or (lemma in words.judging and _is_behind_quotation(verb, saying))
    if told or (lemma in saying and _is_said_beside(verb, saying)):
        hang(verb, verb.head.head)
    elif lemma in words.judging and (first := _first_infinitive(verb)) is not None:
        hang(verb, first)
        verb.tag_ = "VB"


def _is_said(clause: Token, saying: Mapping[str, object]) -> bool:
    """Whether the clause is what somebody said, in the past and before it."""
    verb = clause.head
    said = clause.dep_ == "ccomp" and verb.i < clause.i
    return said and verb.lemma_.lower() in saying and verb.tag_ == "VBD"


def _is_said_beside(verb: Token, saying: Mapping[str, object]) -> bool:
    """Whether the second verb goes on with the verb above the clause that it was coordinated with.

    It stands behind a comma, in the past, without a subject; the clause, told by a verb in the past, is no saying.
    """
    clause = verb.head
    outer = clause.head
    if not _is_said(clause, saying) or verb.tag_ not in {"VBD", "VBN"} or clause.lemma_.lower() in saying:
        return False
    if len(grammar.children(clause, "conj")) > 1:
        return False
    first = verb.left_edge
    joined = first.is_punct or (first.dep_ == "cc" and first.i > 0 and first.nbor(-1).lower_ == ",")
    return joined and _may_go_on(verb, outer)


def _is_told_beside(verb: Token, saying: Mapping[str, object]) -> bool:
    """Whether a verb in the past is coordinated with a clause under a modal: "said he would stay | and told his party".

    No past stands beside "would stay" or beside an infinitive ("advised them to leave | and halted flights"), so the
    speaker did it.
    """
    clause = verb.head
    outer = clause.head
    told = _is_said(clause, saying) and grammar.has_modal(clause)
    if clause.dep_ == "xcomp" and clause.tag_ == "VB" and grammar.has_to(clause):
        told = outer.i < clause.i and outer.tag_ == "VBD" and outer.lemma_.lower() in saying
    return told and verb.tag_ == "VBD" and _may_go_on(verb, outer)


def _keeps_silent_beside(verb: Token, words: _Words) -> bool:
    """Whether somebody says one thing and not another: "told them that Oslo is ready, but declined to say when"."""
    clause = verb.head
    silent = verb.lemma_.lower() in words.silent and verb.tag_ in {"VBD", "VBN"}
    unsaid = any(child.lemma_.lower() in words.saying for child in grammar.children(verb, "xcomp"))
    return silent and unsaid and _is_said(clause, words.saying) and _may_go_on(verb, clause.head)


def _is_judged_beside(verb: Token, words: _Words) -> bool:
    """Whether a plain past goes on with the verb above a past perfect, a passive or a state.

    It holds where the clause is denied ("denied they had fired | and blamed the army"), where a thing or nobody is its
    subject ("said the bridge was closed | and accused the army"), for those who were arrested or killed, and for verbs
    with which one speaks to the public ("said the rebels had left | and thanked the army"): rebels "had entered the
    town and demanded food" themselves. Where the clause says what somebody said, "it" behind the second verb is that
    somebody ("said Oslo had promised to pay | and accused it of").
    """
    clause = verb.head
    outer = clause.head
    perfect = grammar.is_past_perfect(clause)
    states = grammar.children(clause, "cop", "aux:pass") or clause.tag_ == "VBG"
    told = _is_said(clause, words.saying) and (perfect or bool(states))
    aloud = perfect and verb.lemma_.lower() in words.aloud
    turned_on = aloud and any(child.tag_ == "PRP" for child in grammar.children(verb, "obj", "iobj"))
    if not told or (clause.lemma_.lower() in words.saying and not turned_on) or verb.tag_ not in {"VBD", "VBN"}:
        return False
    subjects = grammar.children(clause, "nsubj", "nsubj:pass")
    things = [head for head in subjects if head.pos_ == "NOUN" and head.lemma_.lower() not in words.speakers]
    speaker = verb.lemma_.lower() in words.aloud and any(map(_is_single, subjects))
    acted_on = bool(things) or speaker or any(map(_is_said_of_it, subjects))
    acted_on = acted_on or (grammar.is_passive(clause) and clause.lemma_.lower() in words.suffering)
    bears_it = (perfect and outer.lemma_.lower() in words.denying) or acted_on or aloud
    speaks = grammar.children(verb, "obj", "iobj", "ccomp", "obl", "xcomp")
    return bears_it and bool(speaks) and _may_go_on(verb, outer)


def _is_single(subject: Token) -> bool:
    """Whether it is one by a pronoun, who is mostly the speaker ("said he was saddened | but blamed the police")."""
    return subject.pos_ == "PRON" and {"Number=Sing", "Person=3"} <= set(subject.morph)


def _is_said_of_it(subject: Token) -> bool:
    """Whether nobody is meant ("said it was shameful | and asked the union to react")."""
    it = subject.pos_ == "PRON" and "Gender=Neut" in subject.morph and bool(grammar.children(subject.head, "cop"))
    return it or "PronType=Neg" in subject.morph


def _is_behind_quotation(verb: Token, saying: Mapping[str, object]) -> bool:
    """Whether a verb stands right behind the marks round its clause: "said Chad “cheated” | and threatened to"."""
    clause = verb.head
    outer = clause.head
    first = verb.left_edge
    before = first.nbor(-1) if first.i > clause.i else first
    if not (_is_said(clause, saying) and first.dep_ == "cc" and before.is_quote and verb.tag_ in {"VBD", "VBN"}):
        return False
    opened = any(word.is_quote for word in verb.doc[outer.i + 1 : clause.i + 1])
    return opened and _may_go_on(verb, outer)


def _may_go_on(verb: Token, outer: Token) -> bool:
    """Whether the verb lacks a subject of its own, and the one above has one to share."""
    return not grammar.children(verb, *_OWN) and bool(grammar.children(outer, "nsubj"))


def _first_infinitive(verb: Token) -> Token | None:
    """The infinitive that a verb in its base form goes on with, which hangs on a past clause in between."""
    clause = verb.head
    past = clause.tag_ in {"VBD", "VBN"} or clause.lower_ not in {clause.lemma_.lower(), clause.lemma_.lower() + "s"}
    if clause.dep_ != "acl:relcl" or not past or verb.tag_ not in {"VB", "VBP"} or verb.lower_ != verb.lemma_.lower():
        return None
    if not grammar.children(verb, "obj", "iobj") or grammar.children(verb, "nsubj", "aux", "ccomp", "mark"):
        return None
    node = clause.head
    for _ in range(_MAX_STEPS):
        if node.tag_ == "VB" and grammar.has_to(node):
            return node
        if node.pos_ == "VERB" or node.head.i == node.i:
            break
        node = node.head
    return None


def _is_aside(verb: Token) -> bool:
    """Whether the participle opens its clause, behind a comma or a dash."""
    if grammar.children(verb, "mark", "nsubj", "case"):
        return False
    first = next((word for word in verb.subtree if not word.is_punct and not word.is_space), verb)
    return first.i > verb.sent.start and verb.doc[first.i - 1].is_punct and not verb.doc[first.i - 1].is_quote


def _verb_of_speaker(node: Token, words: _Words, *, goes_on: bool) -> Token:
    """The verb above infinitives and, where the participle goes on with it, above what somebody says or denies."""
    for _ in range(_MAX_STEPS):
        first = grammar.conjuncts(node)[0]
        to = grammar.has_to(first)
        verb = first.head.lemma_.lower()
        told = first.dep_ == "ccomp" and first.head.i < first.i and verb in words.saying
        said = told and (goes_on or verb in words.denying or grammar.has_modal(first))
        planned = to and first.dep_ == "acl" and first.head.dep_ == "obj"  # "suspended the plan to send police, ruling"
        if not said and not planned and not (to and first.dep_ in _INFINITIVES):
            break
        node = first.head.head if planned else first.head
    return node

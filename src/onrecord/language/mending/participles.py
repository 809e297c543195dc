"""Participles that the parser takes for the verb of a clause: "Rockets | fired from the hills | hit a school".

At the beginning of a sentence "Rockets fired" looks like a whole clause until the second verb comes; the parser then
makes that clause the subject of the verb. A finite clause without "that" or "what" is nobody's subject in news.
So is "Fighting between the two armies" a noun where the parser takes it for a verb.
A headline leaves out "was": in "Opposition leader jailed for five years" he jails nobody, since one jails somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_BETWEEN = frozenset({"between", "among"})
_OF_TWO = frozenset({"with", *_BETWEEN})
_OF_NOUNS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "root"})
_OF_A_CHARGE = frozenset({"with", "over", "in", "for", "of"})  # "charged during protest" tells when
_OF_HEADLINES = frozenset({"root", "ccomp", "parataxis"})
_LABELS_OF_NOUNS = {"acl": "nmod", "advcl": "obl", "xcomp": "obj", "csubj": "nsubj", "csubj:pass": "nsubj:pass"}
_OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp", "aux", "aux:pass", "csubj", "expl"})


def mend_participles(doc: Doc, lexicon: Lexicon) -> None:
    """Make the noun the subject and the participle its modifier, and verbs that lack an object passive.

    Time linear in tokens. The lexicon knows which verbs never lack one (`verb_with_object`).
    """
    transitive, measures = lexicon.list("verb_with_object"), lexicon.list("measure_noun")
    for place in having(doc, "DEP", ("obj",)):
        _give_preposition(doc[place], lexicon)
        _split_count(doc[place], transitive)
    for place in having(doc, "DEP", ("acl", "conj")):
        if doc[place].dep_ == "acl" or grammar.children(doc[place].head, "aux:pass"):  # "killed and dozens | wounded"
            _make_participle(doc[place], transitive)
        if doc[place].tag_ == "VB" and _is_shared_passive(doc[place], transitive, lexicon):
            doc[place].tag_ = "VBN"  # "was questioned and | let | go"
    for place in sorted({*having(doc, "TAG", ("VBD", "VBG", "VBN")), *having(doc, "DEP", _SUBJECTS)}):
        token = doc[place]
        if _is_noun(token) or (_is_an_act(token, measures) and _names_an_act(token, lexicon)):
            token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
            _make_noun_phrase(token, _LABELS_OF_NOUNS.get(token.dep_))
        elif _is_fled(token, lexicon):
            token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
            _make_noun_phrase(token, "obj")
        elif token.tag_ in {"VBN", "VBD"}:
            _mend_participle(token, transitive, lexicon)


def _mend_participle(token: Token, transitive: AbstractSet[str], lexicon: Lexicon) -> None:
    """Mend one participle by the first of these mistakes that it shows."""
    if (verb := _joined_verb(token, transitive)) is not None:
        _join_verb(token, verb)
    elif _is_past_form(token):
        _make_active(token)
    elif token.tag_ == "VBN" and (behind := _noun_before(token, lexicon.list("helping_verb"))) is not None:
        hang(token, behind, "acl")
    elif token.tag_ == "VBD" and (
        _is_put_between(token)
        or _is_shared_passive(token, transitive, lexicon)
        or (_lacks_object(token) and (token.lemma_.lower() in transitive or _is_charged(token, lexicon)))
        or (_lacks_object(token) and _is_of_a_place(token, lexicon))
    ):
        token.tag_ = "VBN"
        for child in token.lefts:
            if child.dep_ == "nsubj":
                child.dep_ = "nsubj:pass"
    elif token.dep_ in _SUBJECTS and token.pos_ == "VERB" and token.i < token.head.i:
        noun = _bare_subject(token)
        if noun is not None:
            hang(noun, token.head, token.dep_)
            hang(token, noun, "acl")
            token.tag_ = "VBN"


def _make_participle(state: Token, transitive: AbstractSet[str]) -> None:
    """Behind a noun an adjective of a verb says what was done: "those | injured | in the attack"."""
    stems = transitive & {state.lemma_.lower(), state.lower_.removesuffix("d"), state.lower_.removesuffix("ed")}
    if state.tag_ == "JJ" and (stems or state.pos_ == "VERB"):
        state.pos_, state.tag_, state.lemma_ = "VERB", "VBN", min(stems or {state.lemma_})


def _join_verb(participle: Token, verb: Token) -> None:
    noun = participle.head
    hang(participle, verb, "conj")
    participle.pos_, participle.tag_ = "VERB", verb.tag_
    hang(noun, participle, "obj")


def _split_count(noun: Token, transitive: AbstractSet[str]) -> None:
    """Make two objects of one that a parser counts twice: "killed nine and | injured scores"."""
    verb = noun.head
    number = next((child for child in noun.lefts if child.dep_ == "nummod" and child.pos_ == "NUM"), None)
    joined = grammar.children(number, "conj") if number is not None and number.i > verb.i else []
    if number is None or len(joined) != 1 or joined[0].i > noun.i or joined[0].pos_ not in {"ADJ", "VERB"}:
        return
    past = joined[0]
    stems = {past.lemma_.lower(), past.lower_.removesuffix("d"), past.lower_.removesuffix("ed")}
    if transitive.isdisjoint(stems):
        return
    past.pos_, past.tag_, past.lemma_ = "VERB", "VBD", min(stems & transitive)
    hang(number, verb, "obj")
    hang(past, verb, "conj")
    hang(noun, past, "obj")


def _make_active(verb: Token) -> None:
    verb.tag_ = "VBD"
    for child in verb.lefts:
        if child.dep_ == "nsubj:pass":
            child.dep_ = "nsubj"


def _joined_verb(participle: Token, transitive: AbstractSet[str]) -> Token | None:
    """The verb with which it is coordinated: "have killed nine and | injured scores"."""
    noun = participle.head
    if participle.tag_ != "VBN" or participle.dep_ != "amod" or noun.dep_ != "conj" or noun.head.dep_ != "obj":
        return None
    verb = noun.head.head
    done = verb.tag_ in {"VBD", "VBN"} and not grammar.is_passive(verb)
    behind = participle.i > 0 and participle.nbor(-1).lower_ == "and" and participle.left_edge.i == participle.i
    harm = participle.lemma_.lower() in transitive and verb.lemma_.lower() in transitive
    return verb if done and behind and harm else None


def _is_past_form(verb: Token) -> bool:
    """Whether a verb without "was" goes on behind what is told of its subject: "Chad, which won, called on Mali"."""
    if verb.tag_ != "VBN" or verb.dep_ != "root" or any(child.dep_ in {"aux", "aux:pass"} for child in verb.children):
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj:pass"), None)
    told = subject is not None and any(child.dep_ in {"acl:relcl", "appos"} for child in subject.rights)
    return told and verb.i > 0 and verb.nbor(-1).text == ","


def _is_fled(token: Token, lexicon: Lexicon) -> bool:
    """A gerund right behind a verb of fleeing: who "fled fighting between the armies" fought nobody."""
    if token.tag_ != "VBG" or token.dep_ not in {"advcl", "xcomp"} or token.head.i != token.i - 1:
        return False
    bare = not {child.dep_ for child in token.children} & _OBJECTS
    return bare and token.head.lemma_.lower() in lexicon.list("fleeing_verb") and _names_an_act(token, lexicon)


def _is_put_between(verb: Token) -> bool:
    """Whether a past form stands between commas behind the subject of a later verb ("Chad, asked about it, said")."""
    if verb.dep_ not in {"advcl", "ccomp"} or verb.head.i < verb.i or verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    return any(child.dep_ in _SUBJECTS and child.right_edge.i <= verb.i - 1 <= child.right_edge.i + 1
               for child in verb.head.lefts)  # fmt: skip


def _is_of_a_place(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is done by force is told of a place, which does nothing: "Three villages | shelled in Syria"."""
    subjects = grammar.children(verb, "nsubj")
    if verb.dep_ not in _OF_HEADLINES or verb.lemma_.lower() not in lexicon.list("harm_to_places"):
        return False
    places = lexicon.list("struck_place")
    return bool(subjects) and all(noun.lemma_.lower() in places for noun in subjects)


def _is_shared_passive(verb: Token, transitive: AbstractSet[str], lexicon: Lexicon) -> bool:
    """Whether what needs an object goes on with a passive without one: "were kidnapped and | released later".

    So too with what the object is made or does ("was held and | shot dead", "let go").
    """
    before = verb.head
    if verb.dep_ != "conj" or before.i > verb.i or not grammar.children(before, "aux:pass"):
        return False
    own = {child.dep_ for child in verb.children} & (_OBJECTS | _SUBJECTS)
    lemma = verb.lemma_.lower()
    if not own:
        joined = transitive | lexicon.list("verb_with_object_joined")
        return lemma in joined and not any(grammar.preposition(it) == "at" for it in grammar.children(verb, "obl"))
    return own == {"xcomp"} and lemma in lexicon.list("verb_with_object_joined")


def _give_preposition(noun: Token, lexicon: Lexicon) -> None:
    """In "jailed pending trial" the trial is no object: "pending" is a preposition there."""
    first = noun.left_edge
    if noun.head.i + 1 == first.i and first.head.i == noun.i and first.lower_ in lexicon.list("preposition_participle"):
        first.pos_, first.tag_, first.dep_ = "ADP", "IN", "case"
        noun.dep_ = "obl"


def _is_noun(token: Token) -> bool:
    """A gerund with what only nouns have: an article, or a phrase with "between" ("fighting between two clans")."""
    if token.tag_ == "VBG" and token.dep_ == "advcl" and token.pos_ == "VERB":
        compared = token.i > 0 and token.nbor(-1).lower_ == "as"  # "was quoted as saying by the daily"
        return not compared and (_has_doer_behind(token) or _is_told_of(token))
    if token.tag_ == "VBG" and token.dep_ in {"csubj", "csubj:pass"}:
        return bool(grammar.prep_objects(token, _BETWEEN))
    if token.tag_ != "VBG" or token.dep_ not in _OF_NOUNS:
        return False
    if token.pos_ == "NOUN":
        return True  # its lemma may still be the verb's
    labels = {child.dep_ for child in token.children}
    return bool(labels & {"det", "nmod"}) and not labels & _OBJECTS


def _is_an_act(token: Token, measures: AbstractSet[str]) -> bool:
    """A gerund before an enemy, or counted by a noun ("after three days of fighting")."""
    counted = token.tag_ == "VBG" and token.dep_ == "acl" and token.head.lemma_.lower() in measures
    if counted and any(child.lower_ == "of" for child in token.lefts):
        return not {child.dep_ for child in token.children} & _OBJECTS
    return _has_enemy_behind(token)


def _has_enemy_behind(token: Token) -> bool:
    """A gerund between "in" and whom it was with: "killed in fighting with rebels"; or what is ended."""
    if token.tag_ == "VBG" and token.dep_ == "xcomp":
        return token.head.lemma_ == "end" and not {child.dep_ for child in token.children} & _OBJECTS
    if token.tag_ != "VBG" or token.dep_ != "advcl" or {child.dep_ for child in token.children} & _OBJECTS:
        return False
    after = next(iter(token.rights), None)
    within = any(child.lower_ == "in" and child.dep_ in {"mark", "case"} for child in token.lefts)
    return within and after is not None and after.dep_ == "obl" and after.left_edge.lower_ in _OF_TWO


def _names_an_act(token: Token, lexicon: Lexicon) -> bool:
    return any(entry.pos == "NOUN" for entry in lexicon.events.get(token.lower_, ()))


def _make_noun_phrase(token: Token, label: str | None) -> None:
    """Give a clause the label of a noun, if it needs another, and what hangs on it that of a noun's phrases."""
    phrases = {"mark": "case"} if label is None else {"mark": "case", "obl": "nmod", "obl:agent": "nmod"}
    token.dep_ = label or token.dep_
    for child in token.children:
        child.dep_ = phrases.get(child.dep_, child.dep_)


def _has_doer_behind(token: Token) -> bool:
    """A gerund behind a preposition, without an object, right before who did it: "after shelling by both sides"."""
    labels = {child.dep_ for child in token.children}
    if labels & {*_OBJECTS, *_SUBJECTS} or not any(child.dep_ in {"mark", "case"} for child in token.lefts):
        return False
    after = next(iter(token.rights), None)
    if after is None or after.pos_ not in {"NOUN", "PROPN"} or after.left_edge.i != token.i + 1:
        return False
    several = after.tag_ in {"NNS", "NNPS", "NNP"} or any(child.dep_ == "det" for child in after.lefts)
    return after.left_edge.lower_ == "by" and several  # "travelling by bus" has none


def _is_told_of(token: Token) -> bool:
    """A gerund behind a preposition that a clause tells of: "fled after fighting | that killed nine"."""
    labels = {child.dep_ for child in token.children}
    return bool(labels & {"acl:relcl", "advcl:relcl"}) and "mark" in labels and not labels & {*_OBJECTS, *_SUBJECTS}


def _noun_before(participle: Token, helping: AbstractSet[str]) -> Token | None:
    """The noun right before a participle, which tells of it: "migrants | turned back by the police".

    So of an object without a doer ("freed 28 girls | abducted from a school"); help may be the subject's.
    """
    if participle.dep_ != "advcl" or participle.left_edge.i != participle.i or participle.i == 0:
        return None
    noun = participle.nbor(-1)
    beside = noun.head.i == participle.head.i and noun.dep_ in {"obl", "obj"} and noun.tag_ in {"NNS", "NN", "NNPS"}
    doer = any(child.dep_ == "obl:agent" for child in participle.rights)
    taken = noun.dep_ == "obj" and noun.head.tag_ == "VBD" and participle.lemma_.lower() not in helping
    return noun if beside and (doer or taken) else None


def _bare_subject(verb: Token) -> Token | None:
    """The noun right before a verb that has no other words before it."""
    before = list(verb.lefts)
    if len(before) != 1 or before[0].dep_ not in _SUBJECTS or before[0].pos_ not in {"NOUN", "PROPN"}:
        return None
    return before[0] if before[0].right_edge.i + 1 == verb.i else None


def _is_charged(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a charge stands behind the verb: in "Opposition leader charged with treason" he charges nobody."""
    crimes = lexicon.list("crime_charged") if verb.lemma_.lower() in lexicon.list("charging_verb") else ()
    return any(
        child.dep_ == "obl" and child.lemma_.lower() in crimes and grammar.preposition(child) in _OF_A_CHARGE
        for child in verb.rights
    )


def _lacks_object(verb: Token) -> bool:
    """Whether a finite verb of a headline, or one coordinated with it, has a subject and nothing that it does it to."""
    if verb.dep_ not in _OF_HEADLINES:
        return False
    labels = {child.dep_ for child in verb.children}
    if not labels & _SUBJECTS or labels & _OBJECTS:
        return False
    others = [child for child in verb.children if child.dep_ == "conj"]
    return not any(child.dep_ == "obj" for other in others for child in other.children)

"""Who does a verb of saying: its subject, or the one that it shares with what governs it ("he left, adding that")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import has_to, is_passive
from onrecord.stages.attributions.sources import after_comma, case_of, quoted_through, verb_over

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.page import Page

_SUBJECT = frozenset({"nsubj", "csubj", "nsubj:outer"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "parataxis", "dep"})
_TOLD = frozenset({"ccomp", "conj", "advcl"})
_MAX_STEPS = 8


def subject_of(verb: Token, page: Page | None = None) -> Token | None:
    """The token for who does `verb`: its own subject, or the one that it shares with what governs it.

    With a page, whoever stands in a quotation that the verb is not part of is passed over.
    """
    outside = _quoted_one(verb) or _accompanying(verb)
    if outside is not None:
        return outside
    at = verb
    for _ in range(_MAX_STEPS):
        own = _own_subject(at, passive_counts=at != verb)
        if own is not None and (at == verb or not _is_told(at, own, verb, page)):
            return own
        if at.dep_ == "acl" and at != verb and has_to(at) and verb.tag_ == "VBG" and after_comma(verb):
            at = verb_over(at)  # "rejected a request to open the files, | saying"
            continue
        if at.dep_ == "acl" or (at.dep_ == "acl:relcl" and at == verb):
            return _of_participle(at, page) if at.dep_ == "acl" and at.tag_ == "VBG" else None
        if at.dep_ not in (_SHARES_SUBJECT if own is None else _TOLD) or at.head == at:
            return None
        if _is_controlled(at, page) and not (at != verb and verb.tag_ == "VBG" and after_comma(verb)):
            controller = _controller(at)
            if controller is not None:
                return controller
        at = _joined_to(at)
    return None


def _is_told(clause: Token, subject: Token, verb: Token, page: Page | None) -> bool:
    """Whether a clause is somebody's words, so that who speaks stands above it.

    It is by its "we" or "you" ("said we must go on, adding that"), and where it stands in quotation marks and the verb
    does not ("“Nobody came,” she said, pointing to"). In "said the raid was ordered by him, adding" no raid adds.
    """
    if clause.dep_ not in _TOLD:
        return False
    if {"Person=1", "Person=2"} & set(subject.morph):
        return True
    gerund = any(child.dep_ in {"mark", "case"} for child in verb.lefts)  # "had been pilloried for acknowledging"
    if clause.dep_ == "ccomp" and verb.tag_ == "VBG" and subject.dep_ == "nsubj:pass" and not gerund:
        return True
    quoted = page is not None and any(page.quote_at(word.idx) is not None for word in (subject, clause))
    return quoted and page is not None and page.quote_at(verb.idx) is None


def _joined_to(verb: Token) -> Token:
    """What a verb hangs on, or, where its tense does not go with that, the verb above that it does go with.

    "Said he would go | and warned"; "shows the crimes that they have committed | and affirms"; "admitted that they had
    left | but denied".
    """
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and head.i < verb.i and after_comma(verb):
        return _outermost(head, _tense(verb))  # "said he feared that they would go, | and called for"
    open_clause = head.dep_ == "acl:relcl" or _tense(head) == "future" or _is_set_off(verb)
    if verb.dep_ != "conj" or not open_clause or _tense(head) == _tense(verb):
        return head
    at = head
    while at.head != at:
        at = at.head
        if at.pos_ in {"VERB", "AUX"} and at.i < head.i and _tense(at) == _tense(verb):
            return at
    return head


def _outermost(told: Token, tense: str) -> Token:
    """The outermost verb over what is said, where it has the tense; else what is said itself."""
    at = told
    while at.dep_ == "ccomp" and at.head.i < at.i:
        at = at.head
    return at if _tense(at) == tense else told


def _is_set_off(verb: Token) -> bool:
    """Whether it is told beside what had been before: "admitted that they had left | but denied", "| and advised"."""
    against = any(child.dep_ == "cc" and child.lower_ == "but" for child in verb.lefts)
    return (against or verb.head.dep_ == "ccomp") and _tense(verb.head) == "pluperfect" and _tense(verb) == "past"


def _tense(verb: Token) -> str:
    """Future, pluperfect, perfect, past, present or bare, by the first helper of a verb or else by itself."""
    helper = next((child for child in verb.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"), verb)
    if helper.tag_ == "MD":
        return "future"
    if helper.lemma_ == "have" and helper != verb:
        return "pluperfect" if helper.tag_ == "VBD" else "perfect"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(helper.tag_, "bare")


def _controller(clause: Token) -> Token | None:
    """Who is to do it: the object of the verb above, or whom somebody "called on" to."""
    before = [child for child in clause.head.rights if child.i < clause.i]
    found = (
        child for child in before if child.dep_ in {"obj", "iobj"} or (child.dep_ == "obl" and case_of(child) == "on")
    )
    return next(found, None)


def _is_controlled(verb: Token, page: Page | None) -> bool:
    """Whether the object of the verb above does it: asked to, blamed for it, or brought to it."""
    if verb.dep_ == "xcomp" and verb.tag_ != "VBG":
        return True
    if page is None or verb.head.lemma_.lower() in page.receiving:
        return False  # "drew criticism for saying so"
    urged = verb.head.lemma_.lower() in page.implicatives | page.callers
    return (urged and verb.dep_ == "advcl" and has_to(verb)) or _is_charged(verb, page)


def _is_charged(verb: Token, page: Page) -> bool:
    """Whether it is what somebody is blamed or thanked for ("faulted the council for ignoring"): who did it is he."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "case"}}
    return verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"} and not page.charging.isdisjoint(marks)


def _of_participle(participle: Token, page: Page | None) -> Token:
    """Whose participle it is: the noun's, or behind a comma the subject's ("rejected a request, saying").

    In "a video of the general saying" it is his whom the recording shows.
    """
    noun = participle.head
    if page is not None and noun.lemma_.lower() in page.recordings:
        shown = (c for c in noun.rights if c.dep_ == "nmod" and c.right_edge.i == participle.left_edge.i - 1)
        noun = next(shown, noun)
    if not after_comma(participle) or noun.dep_ in _SUBJECT or case_of(noun) == "with":
        return noun  # "with Ms Ruiz — who lost — blaming the weather"
    return _own_subject(verb_over(noun), passive_counts=True) or noun


def _quoted_one(verb: Token) -> Token | None:
    """Who is quoted "as saying", and who, named as speaker right before it, is "citing" somebody."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "xcomp", "acl"}:
        return None
    if quoted_through(verb) is not None:
        return next((c for c in verb.head.children if c.dep_ in {"obj", "iobj"} and c.i < verb.i), None)
    told = next((c for c in verb.head.rights if c.dep_ == "parataxis" and 0 < verb.i - c.right_edge.i <= 2), None)
    if told is not None and after_comma(verb):  # "The hill has fallen, an officer told AFP, citing a report"
        return _own_subject(told, passive_counts=False)
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    named = verb.nbor(-2)
    for _ in range(3):
        if any(case.dep_ == "case" and case.lower_ == "according" for case in named.lefts):
            return named
        named = named.head
    return None


def _accompanying(verb: Token) -> Token | None:
    """Who stands in the "with" phrase before a participle ("…, with Ana Ruiz — who lost — blaming the weather")."""
    before = verb.left_edge if verb.left_edge.i < verb.i else verb
    before = before if before.is_punct or before.i == 0 else before.nbor(-1)
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not before.is_punct:
        return None
    at = before.nbor(-1) if before.i else before
    for _ in range(_MAX_STEPS):
        if case_of(at) == "with" and at.right_edge.i < verb.i:
            return at if after_comma(at) and at.pos_ in {"NOUN", "PROPN"} else None
        at = at.head
    return None


def _own_subject(verb: Token, *, passive_counts: bool) -> Token | None:
    """The subject nearest to the verb; of two, the farther one stands outside its clause ("What is more, he …")."""
    labels = _SUBJECT | ({"nsubj:pass"} if passive_counts or not is_passive(verb) else frozenset())
    own = [child for child in verb.children if child.dep_ in labels]
    if not own and (stray := stray_subject(verb)) is not None:
        return stray
    nearest = min(own, key=lambda child: abs(child.i - verb.i), default=None)
    return None if nearest is None or nearest.dep_ == "csubj" else nearest


def stray_subject(verb: Token) -> Token | None:
    """The speakers right before a cue that the parser made a second subject of what they said.

    "The truce holds, | mediators from Norway, Cuba and Chad | announced."
    """
    if any(child.dep_ in _SUBJECT for child in verb.children):
        return None
    clauses = [child for child in verb.lefts if child.dep_ == "ccomp"]
    found = [c for clause in clauses for c in clause.rights if c.dep_ == "nsubj" and c.i > clause.i]
    found += [c for clause in clauses for c in clause.subtree if c.dep_ == "appos" and c.i > clause.i and _is_person(c)]
    return next((child for child in found if _stands_before(child, verb) and after_comma(child)), None)


def _is_person(noun: Token) -> bool:
    """Whether a noun is or has the name of a person: "the head of the society, | Ana Ruiz"."""
    return noun.ent_type_ == "PERSON" or any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in noun.rights)


def _stands_before(noun: Token, verb: Token) -> bool:
    """Whether a phrase ends right before a verb, or before the comma that closes it."""
    last = noun.right_edge.i
    return last == verb.i - 1 or (last == verb.i - 2 and verb.nbor(-1).text == ",")

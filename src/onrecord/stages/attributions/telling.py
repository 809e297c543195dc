"""Whether the subject and object of a cue can be source and content: nobody "says" in "the week saw clashes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import ASKING, WHETHER, has_modal, has_to, is_passive, negation
from onrecord.stages.attributions import source_edges, sources, subjects

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.contents import Content
    from onrecord.stages.attributions.cues import CueEntry
    from onrecord.stages.attributions.search import Search

_GOVERNED = frozenset({"xcomp", "ccomp", "advcl", "obj", "csubj"})
_SAID = frozenset({"speech_cue", "stand_cue", "noun_cue"})


def may_tell(search: Search, verb: Token, entry: CueEntry) -> bool:
    """Whether the subject may be who says, sees or shows it."""
    if _is_barred(search, verb, entry):
        return False
    if _is_a_deed(verb) or (entry.table == "perception_cue" and not _is_shown(verb)):
        return False
    head = subjects.subject_of(verb, search.page)
    if is_passive(verb):
        agent = sources.agent_of(verb) if entry.speaker or entry.table == "perception_cue" else None
        return agent is None or can_speak(search, agent)
    if head is None:
        return not (entry.speaker and any(child.dep_ == "expl" for child in verb.lefts))
    anybody = "Person=2" in head.morph and entry.table not in _SAID  # "you know that"
    looks_at = entry.thinker and not _can_think(search, source_edges.antecedent(head))
    if anybody or looks_at or (entry.speaker and not can_speak(search, source_edges.antecedent(head))):
        return False
    brought = verb.head.lemma_.lower() in search.page.implicatives
    to_an_end = has_to(verb) and not brought and (verb.dep_ in {"xcomp", "acl"} or head.dep_ == "obj")
    # "called a meeting to discuss the offer"
    unable = to_an_end and not can_speak(search, source_edges.antecedent(head))
    return not unable and not _by_violence(search, verb)


def _is_a_deed(verb: Token) -> bool:
    """Whether a gerund says for or of what: "criticism for ignoring him", "accused him of ordering a massacre"."""
    if verb.tag_ != "VBG" or verb.i == 0:
        return False
    if verb.dep_ == "acl":
        return verb.nbor(-1).tag_ == "IN"
    blamed = any(child.dep_ in {"obj", "iobj", "nsubj:pass"} for child in verb.head.children)
    told = any(child.dep_ == "ccomp" for child in verb.rights)
    return verb.dep_ == "advcl" and verb.nbor(-1).lower_ == "of" and blamed and not told


def _is_barred(search: Search, verb: Token, entry: CueEntry) -> bool:
    """Whether it is only what somebody may not do, or opens what somebody is quoted "as saying".

    Of "they can't blame the king" nobody says that they do not; and what he is quoted with has a cue of its own.
    """
    unable = any(child.tag_ == "MD" and child.lower_ in search.page.able for child in verb.lefts)
    saying = search.lexicon.words("speech_cue")
    quotes = any(c.lemma_.lower() in saying and sources.quoted_through(c) == verb for c in verb.rights)
    return quotes or (unable and not {"clause", "quote"} & set(entry.takes))


def may_be_told(search: Search, verb: Token, content: Content, entry: CueEntry) -> bool:
    """Whether the object of a cue may be its content, and not somebody or something to whom it is done."""
    if entry.answers and _is_answered(search, verb, content):
        return False
    if entry.asserts and content.clause and _asks(search.page.token_at(content.pieces[0][0])):
        return False
    if content.clause or not (entry.matter or entry.not_objects):
        return True
    span = search.doc.char_span(*content.pieces[0], alignment_mode="contract")
    if span is None or span.root.lemma_.lower() in entry.not_objects:
        return span is None
    personal = "PronType=Prs" in span.root.morph and not {"Gender=Neut", "Number=Plur"} & set(span.root.morph)
    return not (entry.matter and (personal or span.root.i in search.people))


def _asks(first: Token) -> bool:
    """Whether a clause that opens there asks: "how to weld", "whether it holds"."""
    return first.lower_ in WHETHER or (first.tag_ in ASKING and first.lower_ != "that")


def _is_answered(search: Search, verb: Token, content: Content) -> bool:
    """Whether a clause is what another said and is answered: "responded to her remark | that he pays nothing"."""
    start = content.pieces[0][0]
    answered = (c for c in verb.rights if c.dep_ == "obl" and sources.case_of(c) == "to" and c.idx < start)
    matter = next(answered, None)
    return matter is not None and not can_speak(search, matter) and start - (matter.idx + len(matter)) <= 1


def can_speak(search: Search, head: Token) -> bool:
    """Whether the token may be a source, somebody or a text: "the army", "a report", but not "this" or "which"."""
    if head.pos_ in {"PRON", "DET"}:
        thing = {"PronType=Dem", "Number=Sing"} <= set(head.morph)  # "this"
        return "Gender=Neut" not in head.morph and head.tag_ != "WDT" and not thing
    if head.i in search.parties or head.pos_ in {"PROPN", "NUM", "ADJ"} or head.ent_type_:
        return True
    beside = (child for child in head.children if child.dep_ != "nmod:poss")
    named = any(child.ent_type_ == "PERSON" for child in beside)  # "candidate | Ana Ruiz"
    return named or head.lemma_.lower() in search.page.venues


def _can_think(search: Search, head: Token) -> bool:
    """Whether the token names somebody, not a text: a study "considers" two wars without having an opinion."""
    return head.i in search.parties or (can_speak(search, head) and head.lemma_.lower() not in search.page.venues)


def _by_violence(search: Search, verb: Token) -> bool:
    """Whether an act of force is its subject: of "these attacks show" nobody is the source."""
    head = subjects.subject_of(verb)
    if head is None or head.pos_ != "NOUN":
        return False
    if head.lemma_.lower() in search.lexicon.list("deed_noun"):
        return True
    frames = search.lexicon.events.get(head.lemma_.lower(), ())
    return any(frame.pos == "NOUN" and frame.type == "ASSAULT" and not frame.needs for frame in frames)


def _is_shown(verb: Token) -> bool:
    """Whether a document or a person may be what shows it: of "which shows that …" nobody knows what does."""
    head = subjects.subject_of(verb)
    return head is None or head.pos_ != "PRON" or "PronType=Prs" in head.morph


def stands_alone(verb: Token, entry: CueEntry, content: Content) -> bool:
    """Whether a cue may go without a source: a finite passive ("It was reported that"), never a mere participle."""
    if (
        verb.dep_ in {"acl", "amod", "xcomp"}
        or sources.is_reference(verb)
        or (verb.dep_ == "advcl" and not content.clause)
    ):
        return False
    if entry.table in {"plan_cue", "perception_cue"} and not content.clause:
        return False
    if is_passive(verb):
        return not (has_modal(verb) or _is_mere_pronoun(content, verb) or _is_done_to(verb, entry, content))
    # No order to the reader, and no "it is worth noting that".
    return content.clause and verb.tag_ not in {"VB", "VBP"} and (verb.tag_ != "VBG" or verb.dep_ not in _GOVERNED)


def _is_done_to(verb: Token, entry: CueEntry, content: Content) -> bool:
    """Whether a passive only tells what was done: "guests were invited", "a fire was reported at nine".

    "No injuries were reported" is a claim.
    """
    if not (entry.by or entry.names) or content.clause or content.pieces[0][0] > verb.idx:
        return False
    if entry.names:  # "the theory is called Legato", "police were called to a bar"
        called = [c for c in verb.rights if c.dep_ in {"xcomp", "obj"}]
        return not any("Definite=Ind" in word.morph or word.is_quote for c in called for word in c.subtree)
    more = any(c.dep_ in {"xcomp", "ccomp"} or c.left_edge.lower_ == "as" for c in verb.rights)
    none = negation(verb) is not None or any(c.lower_ == "no" for s in verb.lefts for c in s.lefts)
    return entry.by == "always" or not (more or none)


def _is_mere_pronoun(content: Content, verb: Token) -> bool:
    """Whether the content is only "which", "it" or "that" ("which is expected in May", "that was discussed")."""
    span = verb.doc.char_span(*content.pieces[0], alignment_mode="contract")
    if len(content.pieces) != 1 or span is None or len(span) != 1:
        return False
    return span[0].tag_ in {"WDT", "WP", "PRP", "DT"}

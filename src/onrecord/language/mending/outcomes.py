"""What came of an act, and with whose help: "bombed a school in a village held by rebels, | killing eleven".

A parser hangs the participle on the nearest one, which would make the rebels the killers. What only tells which village
is meant has no outcome; so the participle belongs to the verb of the clause, unless the nearer one is itself a blow
("a town shelled by rebels, killing nine"). Behind a comma, "helped by American drones" tells of whoever took the port,
not of the port. The comma behind what tells which one of a kind somebody is closes it, so that any other act behind it
goes on with the sentence: "boarded a tanker owned by a firm, | holding its crew".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.mending.joined_words import is_said
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_FORCE = 4  # PLOVER's quad of material conflict
_MAX_STEPS = 8
_AGAINST = frozenset({"against"})
_PARTIES = ("person_noun", "group_noun", "organization_noun")
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_OF_THE_SENTENCE = frozenset({"REJECT", "SUPPORT", "AID", "CONCEDE"})  # "a law on firms selling arms, | ignoring pleas"


def mend_outcomes(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such participle on the clause's verb; time linear in tokens."""
    _mend_help(doc, lexicon)
    _mend_struck(doc, lexicon)
    means = lexicon.list("means_verb")
    outcomes = lexicon.list("outcome_verb") | means
    _mend_joined(doc, outcomes, lexicon)
    _mend_said(doc, lexicon)
    _mend_closed(doc, lexicon)
    for place in having(doc, "DEP", ("advcl",)):
        token = doc[place]
        if token.tag_ != "VBG" or token.lemma_.lower() not in outcomes:
            continue
        holder = token.head
        if holder.i > token.i or (token.lemma_.lower() in means and grammar.children(holder, "obl:agent")):
            continue
        if _is_purpose_or_time(holder, token, lexicon):
            hang(token, holder.head)
            continue
        verb = _clause_above(holder)
        if grammar.children(token, "mark", "nsubj") or not (
            _only_tells_which(holder, lexicon) or _is_done_meanwhile(holder, verb, lexicon)
        ):
            continue
        if verb is not None and verb.i < token.i:
            hang(token, verb)


def _mend_said(doc: Doc, lexicon: Lexicon) -> None:
    """Hang what only somebody says on the clause above a thing's: "vetoed a bill that sold it, | siding with X"."""
    parties = lexicon.together(*_PARTIES)
    for place in having(doc, "DEP", ("advcl",)):
        token = doc[place]
        if token.tag_ != "VBG" or place == 0 or token.nbor(-1).text != ",":
            continue
        clause = token.head.head if token.head.dep_ in {"xcomp", "ccomp"} else token.head
        noun = clause.head
        thing = noun.pos_ == "NOUN" and not noun.ent_type_ and noun.lemma_.lower() not in parties
        if clause.dep_ != "acl:relcl" or clause.i > place or not thing or not is_said(token, lexicon):
            continue
        verb = _clause_above(noun)
        if verb is not None and verb.i < noun.i and verb.tag_ in {"VBD", "VBZ"}:
            hang(token, verb)


def _mend_joined(doc: Doc, outcomes: AbstractSet[str], lexicon: Lexicon) -> None:
    """Free those that a parser joins to what tells which: "a village held by rebels, | burning homes and | killing".

    So too behind of what they are suspected: "arrested men accused of selling guns, | seizing pistols".
    """
    freed: set[int] = set()
    for place in having(doc, "DEP", ("conj", "advcl")):
        token = doc[place]
        first = token.head
        inner = first.dep_ == "advcl" and first.tag_ == "VBG"
        holder = first.head if inner else first
        if token.dep_ == "advcl" and (not inner or grammar.children(token, "mark", "nsubj")):
            continue
        behind_comma = place > 0 and token.nbor(-1).text == ","
        if token.tag_ != "VBG" or token.lemma_.lower() not in outcomes or not (behind_comma or first.i in freed):
            continue
        verb = _clause_above(holder) if _only_tells_which(holder, lexicon) else None
        if verb is not None and verb.i < place and first.i < place:
            hang(token, verb, "advcl")
            freed.add(first.i)


def _mend_closed(doc: Doc, lexicon: Lexicon) -> None:
    """Free acts behind the comma that closes what tells which one it is: "jailed a man held in May, | defying"."""
    texts = lexicon.list("text_noun")
    for place in having(doc, "DEP", ("advcl",)):
        token = doc[place]
        if token.tag_ != "VBG" or place == 0 or token.nbor(-1).text != "," or grammar.children(token, "mark", "nsubj"):
            continue
        holder = token.head
        while holder.dep_ == "advcl" and grammar.children(holder, "mark"):  # "convicted of insulting the king, defying"
            holder = holder.head
        closed = holder.dep_ == "acl" and holder.i < place and not holder.left_edge.is_punct
        if not closed or holder.head.lemma_.lower() in texts or not _goes_on_outside(token, holder, lexicon):
            continue
        verb = _sentence_above(holder)
        if verb is not None and verb.i < holder.i:
            hang(token, verb)


def _goes_on_outside(token: Token, holder: Token, lexicon: Lexicon) -> bool:
    """Whether an act behind the comma is no doing of those of whom the clause before it tells."""
    types = {entry.type for entry in lexicon.events.get(token.lemma_.lower(), ()) if entry.pos == "VERB"}
    if holder.tag_ == "VBN":
        return bool(types) and (not _is_plain_blow(holder, lexicon) or types.isdisjoint(_HARMS))
    return bool(types) and types <= _OF_THE_SENTENCE


def _sentence_above(token: Token) -> Token | None:
    """The nearest verb above outside the clauses that tell which one somebody is, which have no comma before them."""
    node, found = token.head, None
    for _ in range(_MAX_STEPS):
        inside = node.dep_ in {"acl", "acl:relcl"}
        if inside and not _is_behind_comma(node):
            found = None
        elif found is None and node.pos_ == "VERB" and not inside:
            found = node
        if node.head.i == node.i:
            break
        node = node.head
    return found


def _is_behind_comma(clause: Token) -> bool:
    first = clause.left_edge
    return first.is_punct or (first.i > 0 and first.nbor(-1).is_punct)


def _is_purpose_or_time(holder: Token, outcome: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only says for what or after what the blow fell: "used batons to scatter them, | hurting two"."""
    above = holder.head
    behind_comma = outcome.left_edge.text == "," or (outcome.i > 0 and outcome.nbor(-1).text == ",")
    if holder.dep_ != "advcl" or not behind_comma or above.pos_ != "VERB" or above.i > holder.i:
        return False
    told = grammar.children(holder, "mark")
    blow = grammar.has_to(holder) or not _is_blow(holder, lexicon)
    return bool(told) and blow and _is_blow(above, lexicon)


def _is_blow(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb may tell of bodily force."""
    return any(entry.type == "ASSAULT" for entry in lexicon.events.get(verb.lemma_.lower(), ()))


def _is_plain_blow(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it tells of force by itself, as "carry" does not."""
    return any(entry.type == "ASSAULT" and not entry.needs for entry in lexicon.events.get(verb.lemma_.lower(), ()))


def _mend_help(doc: Doc, lexicon: Lexicon) -> None:
    """Hang "helped by …" behind a comma on the clause's verb: "took the port, | helped by drones"."""
    helping = lexicon.list("helping_verb")
    parties = lexicon.together(*_PARTIES)
    for place in having(doc, "TAG", ("VBN",)):
        token = doc[place]
        noun, first = token.head, token.left_edge
        if token.dep_ != "acl" or token.lemma_.lower() not in helping or noun.dep_ not in {"obj", "obl", "nmod"}:
            continue
        thing = noun.ent_type_ == "PLACE" or (noun.pos_ == "NOUN" and noun.lemma_.lower() not in parties)
        if not thing or first.i == 0 or (first.text != "," and doc[first.i - 1].text != ","):
            continue
        verb = _clause_above(noun)
        if verb is not None and verb.i < noun.i:
            hang(token, verb, "advcl")


def _mend_struck(doc: Doc, lexicon: Lexicon) -> None:
    """Whom a blow is against is told behind its means: "conducted nine strikes using drones | against the camps"."""
    means, blows = lexicon.list("means_verb"), lexicon.list("instrument")
    for place in having(doc, "TAG", ("VBG",)):
        token = doc[place]
        if token.lemma_.lower() not in means or token.dep_ not in {"acl", "advcl"} or grammar.children(token, "mark"):
            continue
        above = (token.head, *grammar.children(token.head, "obj"), token.head.head, token.head.head.head)
        blow = next((it for it in above if it.lemma_.lower() in blows and it.pos_ == "NOUN"), None)
        if blow is None or blow.i > token.i or grammar.prep_objects(blow, _AGAINST):
            continue
        used = [part for tool in grammar.children(token, "obj") for part in grammar.conjuncts_below(tool)]
        struck = (it for part in (token, *used) for it in grammar.children(part, "obl", "nmod"))
        for whom in [it for it in struck if it.i > token.i and grammar.preposition(it) in _AGAINST]:
            hang(whom, blow, "nmod")


def _only_tells_which(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a participle behind a noun is no act of force by itself ("held", "known", "backed")."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return False
    kinds = lexicon.plover.types
    entries = lexicon.events.get(verb.lemma_.lower(), ())
    return not any(kinds[entry.type].quad == _FORCE and not entry.needs for entry in entries)


def _is_done_meanwhile(holder: Token, verb: Token | None, lexicon: Lexicon) -> bool:
    """Whether those struck only did it then: "fired on peasants | occupying a farm, killing five".

    So too in a clause of its own ("struck boats that were carrying drugs, killing 43"), also one that somebody says, or
    one of what they had done before, with force or without ("fired on teachers who had camped there, hurting nine").
    """
    clause = holder.head if holder.dep_ == "ccomp" and holder.head.dep_ == "acl:relcl" else holder
    doing = clause.dep_ in {"acl", "acl:relcl"} and holder.tag_ == "VBG" and not _is_plain_blow(holder, lexicon)
    before = clause.dep_ == "acl:relcl" and (not _is_blow(holder, lexicon) or _is_past_before(holder))
    return (doing or before) and verb is not None and _is_blow(verb, lexicon)


def _is_past_before(verb: Token) -> bool:
    """Whether it was done before the past that is told of ("had blocked")."""
    return verb.tag_ == "VBN" and grammar.is_past_perfect(verb)


def _clause_above(token: Token) -> Token | None:
    """The nearest verb above that is not itself in a clause on a noun."""
    node = token.head
    for _ in range(_MAX_STEPS):
        if node.pos_ == "VERB" and node.dep_ not in {"acl", "acl:relcl"}:
            return node
        if node.head.i == node.i:
            break
        node = node.head
    return None

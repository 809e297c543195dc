"""Generic and supposed acts: "anyone who attacks a judge", "suppose they attack" tell of no attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality.shapes import clause_above, finite, first_conjunct, helpers

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables

_MOST_STEPS = 12
_PRESENT = frozenset({"VBZ", "VBP"})
_WHOLE = frozenset({"root", "ccomp", "parataxis"})  # "Suppose they attack, he said"
_COMPARED = frozenset({"RBR", "JJR"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_ROLES = frozenset({*_SUBJECTS, "obj", "iobj", "obl"})


def is_anybodys(verb: Token, tables: CueTables) -> bool:
    """Whether the present tells of anybody: "you walk out, you get shot", "a clerk who steals is jailed"."""
    clause = verb
    while clause.dep_ in {"xcomp", "conj"}:
        clause = clause.head
    return (
        _is_yours_twice(clause, tables)
        or _is_compared(clause)
        or _is_habit(clause, tables)
        or _is_rule(clause, tables)
        or _is_rule(verb, tables)
        or _is_by_law(clause, tables)
        or _is_of_the_same_rule(verb, tables)
        or _is_of_a_class(clause, tables)
        or _is_regular(first_conjunct(verb), tables)
        or (bool(grammar.children(verb, *_SUBJECTS)) and _is_regular(verb, tables))
        or _is_one_of_the_ways(first_conjunct(verb), tables)
        or _is_use(verb, tables)
        or _is_of_a_deed(clause)
    )


def is_of_movers(act: Token, tables: CueTables) -> bool:
    """Whether a participle only tells what kind of people is meant: "to protect women | fleeing violent husbands"."""
    bare = act.dep_ == "acl" and act.tag_ == "VBG" and not grammar.children(act, "mark", "case", "aux")
    if not bare or not is_kind(act.head, tables, described=True):
        return False
    above = clause_above(act.head)
    return (
        act.head.dep_ in _ROLES
        and _is_timeless(above)
        and not any(child.tag_ == "CD" for child in act.head.subtree if child.i < act.i)
    )


def is_maxim(verb: Token, tables: CueTables) -> bool:
    """Whether it is what people do as such: "people fight over water", "landlords evict tenants"."""
    who = grammar.children(verb, *_SUBJECTS)
    if finite(verb).tag_ not in _PRESENT or not who or not all(is_kind(it, tables) and not it.rights for it in who):
        return False
    if any(one.tag_ != "NNS" for one in who) or not _is_timeless(verb):
        return False
    suffer = grammar.children(verb, "obj", "iobj", "nsubj:pass")
    apart = grammar.children(verb, "obl", "obl:unmarked", "obl:agent")
    alike = bool(suffer) and not apart and all(is_kind(one, tables) and not one.rights for one in suffer)
    return alike or any(one.lower_ in tables.those for one in who)


def is_done_each_time(act: Token, tables: CueTables) -> bool:
    """Whether it is told of any time and of nobody: "it happens when a man gets shot", "is barred when voting"."""
    node = act
    for _ in range(_MOST_STEPS):
        if _is_whenever(node, tables) and (clause_above(node.head).i != node.i):
            main = clause_above(node.head)
            who = grammar.children(main, *_SUBJECTS)
            nobody = all(one.lower_ == "it" for one in who) and _is_timeless(main)
            return nobody and _is_timeless(node)
        if node.dep_ in {"acl:relcl", "ccomp", "root"} or finite(node).tag_ == "VBD":
            return False
        node = node.head
    return False


def supposed_in(act: Token, tables: CueTables) -> Token | None:
    """The word that asks to suppose it: "say they attacked", "if you had a king who jailed critics"."""
    node, beside_one = act, False
    for _ in range(_MOST_STEPS):
        if node.i != act.i and _is_supposing(node, tables):
            return node
        if beside_one and node.dep_ == "advcl":
            mark = next((mark for mark in grammar.children(node, "mark") if mark.lower_ == "if"), None)
            if mark is not None:
                return mark
        if node.dep_ == "acl:relcl" and not _is_any_one(node.head, tables):
            return None  # "suppose that the army that shelled it returns": it did
        beside_one = beside_one or node.dep_ == "acl:relcl"
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _is_supposing(verb: Token, tables: CueTables) -> bool:
    """Whether it is an imperative by which a case is thought up ("imagine", "let us say")."""
    if verb.lemma_.lower() not in tables.supposing or verb.tag_ not in {"VB", "VBP"} or grammar.has_to(verb):
        return False
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).tag_.startswith("W"):
        return False  # "say what you will"
    lent = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "let"
    return (lent or verb.dep_ in _WHOLE) and not grammar.children(verb, "nsubj", "aux", "mark", "expl")


def _is_any_one(noun: Token, tables: CueTables) -> bool:
    return any(word.lower_ in tables.indefinite for word in grammar.children(noun, "det"))


def _is_yours_twice(clause: Token, tables: CueTables) -> bool:
    """Whether "you" do two things, or do it at any time that something is done ("when you attack a nurse")."""
    if not _is_yours(clause):
        return False
    times = [it for time in grammar.children(clause, "obl:unmarked") for it in grammar.children(time, "acl:relcl")]
    beside = (clause.head, *grammar.children(clause, "parataxis", "advcl", "ccomp"), *times)
    several = any(other.i != clause.i and _is_yours(other) for other in beside)
    return several or any(word.lower_ in tables.whenever for word in grammar.children(clause, "advmod", "mark"))


def _is_yours(verb: Token) -> bool:
    """Whether its subject is "you", in the simple present."""
    yours = any("Person=2" in who.morph for who in grammar.children(verb, "nsubj", "nsubj:pass"))
    return yours and finite(verb).tag_ == "VBP"


def _is_compared(clause: Token) -> bool:
    """Whether it is how much of it there is: "the more you help them, the worse it gets"."""
    return any(
        more.tag_ in _COMPARED and any(word.lower_ == "the" for word in grammar.children(more, "det", "advmod"))
        for more in (clause.head, *grammar.children(clause, "advmod"))
        if more.i < clause.i
    )


def _is_habit(clause: Token, tables: CueTables) -> bool:
    """Whether it is what makes something so each time: "a state is strong when people work together"."""
    if not _is_whenever(clause, tables):
        times = [it for it in grammar.children(clause, "advcl") if _is_whenever(it, tables)]
        done_to = grammar.children(clause, "obj")
        people = [one for one in (*grammar.children(clause, "nsubj"), *done_to) if one.tag_ == "NNS"]
        kind = len(people) > 1 and all(is_kind(it, tables, described=True) for it in people) and _is_timeless(clause)
        return any(not _has_doer(it) or (kind and finite(it).tag_ in _PRESENT) for it in times)
    who = grammar.children(clause, *_SUBJECTS) if grammar.is_predicate(clause.head) else []
    anyone = all(is_kind(one, tables) for one in who)
    main = finite(clause_above(clause.head))
    return bool(who) and anyone and finite(clause).tag_ in _PRESENT and main.tag_ in {*_PRESENT, "MD"}


def _is_whenever(clause: Token, tables: CueTables) -> bool:
    """Whether it tells at what times something is so."""
    marks = grammar.children(clause, "advmod", "mark") if clause.dep_ == "advcl" else []
    return any(word.lower_ in tables.whenever for word in marks)


def _has_doer(clause: Token) -> bool:
    """Whether the clause says who does it; "is barred when voting" tells of whoever votes."""
    return clause.tag_ != "VBG" or bool(grammar.children(clause, *_SUBJECTS, "aux"))


def _is_timeless(verb: Token) -> bool:
    """Whether it is told of no one time: present, modal, infinitive or gerund, no past, perfect or "is doing"."""
    helping = helpers(verb)
    told = finite(verb)
    if told.tag_ == "VBD" or grammar.is_perfect(verb) or not grammar.is_predicate(verb):
        return False
    if verb.tag_ == "VBG":
        return not helping and bool(grammar.children(verb, "mark", "case"))
    return told.tag_ != "VBN" and not any(child.tag_ == "VBG" for child in helping[1:])


def _is_of_a_class(clause: Token, tables: CueTables) -> bool:
    """Whether it only tells what kind is meant, in what is no report of one: "to punish firms that arm rebels"."""
    first = clause.left_edge
    set_off = first.is_punct or (first.i > 0 and first.nbor(-1).is_punct)
    if clause.dep_ != "acl:relcl" or set_off:
        return False
    if clause.head.lower_ in tables.those and clause_above(clause.head).tag_ == "VBG":
        return _is_timeless(clause)  # "a treaty that bars it from seizing those whom an embassy shelters"
    if not is_kind(clause.head, tables, described=True):
        return False
    return _is_timeless(clause) and _is_timeless(clause_above(clause.head))


def _is_of_the_same_rule(verb: Token, tables: CueTables) -> bool:
    """Whether it goes on with what a rule says: "the treaty binds them, and | it allows them to leave"."""
    first = first_conjunct(verb)
    who = grammar.children(verb, *_SUBJECTS)
    same = first.i != verb.i and all(one.lower_ == "it" for one in who)
    rules = tables.rules | tables.plans
    return same and _is_timeless(verb) and any(it.lemma_.lower() in rules for it in grammar.children(first, *_SUBJECTS))


def _is_by_law(clause: Token, tables: CueTables) -> bool:
    """Whether a rule or deal says so: "the rules permit it", "is barred under the charter"."""
    if not _is_timeless(clause) or grammar.has_to(clause):
        return False
    rules = [one for one in grammar.children(clause, *_SUBJECTS) if one.lemma_.lower() in tables.rules]
    # "under the deal, rebels leave", but what is done "by the deal" may be the deal's own doing
    by = {"under": tables.rules | tables.plans, "per": tables.rules, "by": tables.rules}
    return bool(rules) or any(
        one.lemma_.lower() in by.get(grammar.preposition(one) or "", ()) for one in grammar.children(clause, "obl")
    )


def _is_regular(verb: Token, tables: CueTables) -> bool:
    """Whether it is what is done at regular times: "often visits", "are elected every four years"."""
    if finite(verb).tag_ not in _PRESENT or grammar.is_perfect(verb) or not grammar.is_predicate(verb):
        return False
    if any(child.tag_ == "VBG" for child in (verb, *helpers(verb)[1:])):
        return False
    often = any(word.lower_ in tables.often for word in grammar.children(verb, "advmod"))
    times = grammar.children(verb, "obl:unmarked", "obl")
    times = [time for time in times if time.lemma_.lower() in tables.spells]
    return often or any(word.lower_ in tables.each for time in times for word in grammar.children(time, "det"))


def _is_use(verb: Token, tables: CueTables) -> bool:
    """Whether it is what something is for: "the school is used to train nurses"."""
    above = first_conjunct(verb).head
    used = above.lemma_.lower() in tables.means and grammar.is_passive(above)
    return used and above.i < verb.i and grammar.has_to(first_conjunct(verb)) and _is_timeless(above)


def _is_of_a_deed(clause: Token) -> bool:
    """Whether it is told of a deed that is nobody's: "jailing critics violates the charter"."""
    deeds = grammar.children(clause, "csubj")
    gerunds = bool(deeds) and all(it.tag_ == "VBG" and not grammar.children(it, *_SUBJECTS, "aux") for it in deeds)
    return gerunds and finite(clause).tag_ in _PRESENT


def _is_one_of_the_ways(clause: Token, tables: CueTables) -> bool:
    """Whether it is one of the things that may be done: "powers include sending troops", "two ways: by suing them"."""
    verb = clause
    while verb.dep_ == "advcl" and verb.head.tag_ == "VBG":
        verb = verb.head  # "by suing them, by seizing their ships"
    if verb.tag_ != "VBG" or verb.head.i == verb.i or not _is_timeless(verb.head):
        return False
    lists = verb.head.lemma_.lower() in tables.listing
    by = any(mark.lower_ == "by" for mark in grammar.children(verb, "mark"))
    nouns = grammar.children(verb.head, "nsubj") if lists else grammar.children(verb.head, "obj") if by else []
    effects = [tables.embedding(noun, "of") for noun in nouns]
    return any(effect is not None and effect.status == "hypothetical" for effect in effects)


def is_kind(noun: Token, tables: CueTables, *, described: bool = False) -> bool:
    """Whether it names all of a kind ("people", "a clerk", "we"), none that is told of; `described` lets adjectives."""
    if noun.pos_ == "PRON":
        return "Person=1" in noun.morph or "Person=2" in noun.morph
    counted = noun.dep_ == "nmod" and noun.head.lemma_.lower() in tables.measures  # "a number of | cities"
    if noun.pos_ != "NOUN" or counted or any(word.ent_type_ for word in noun.lefts):
        return False
    told = grammar.children(noun, "det", "nmod:poss", "nummod", "amod")
    if noun.tag_ == "NN":
        return not described and all(word.lower_ in tables.indefinite for word in told)
    some = [word for word in told if not described or word.dep_ != "amod" or word.lower_ in tables.indefinite]
    return noun.tag_ == "NNS" and not some


def _is_rule(clause: Token, tables: CueTables) -> bool:
    """Whether it befalls whoever does something: "a clerk who steals is jailed", "faces a fine", and what he does."""
    node = clause.head.head if clause.dep_ == "acl:relcl" else clause
    able = finite(node).tag_ == "MD"  # "a state that jails its judges cannot last"
    befalls = node.lemma_.lower() in tables.undergoing and not grammar.is_perfect(node)
    if not able and (finite(node).tag_ not in _PRESENT or not (befalls or grammar.children(node, "aux:pass"))):
        return False
    for who in _suffering(node, doing=able or befalls):
        does = [it for it in grammar.children(who, "acl:relcl") if finite(it).tag_ in _PRESENT]
        anyone = _is_any_one(who, tables) or (not able and is_kind(who, tables) and _is_timeless(node))
        if who.lower_ in tables.anybody or (anyone and any(_is_deed(it, tables) for it in does)):
            return True
    return False


def _suffering(node: Token, *, doing: bool) -> list[Token]:
    """Those to whom it is done, or of whom it is told at all ("faces a fine", "can be jailed")."""
    return grammar.children(node, *(_SUBJECTS if doing else _SUBJECTS[1:]))


def _is_deed(verb: Token, tables: CueTables) -> bool:
    """Whether it is something that one does, not how one lives ("a man who works here is accused")."""
    return verb.lemma_.lower() not in tables.lasting and not grammar.children(verb, "cop", "aux")

"""Steps up the tree without a cue word: purposes, means, texts, light verbs, quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality import shapes
from onrecord.stages.factuality.links import SHOWN
from onrecord.stages.factuality.standing import State, applied

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables

FULL, NO_NEGATION, NOTHING = 2, 1, 0  # how much of the next word's own clause bears on the act

_OR = frozenset({"or", "nor"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})
_TELLING = frozenset({"acl", "acl:relcl"})


def plain_step(node: Token, parent: Token, link: str, state: State, tables: CueTables) -> tuple[Token, int] | None:
    """Constructions without a cue word: purposes, participles, light verbs, quantities."""
    # "lifting the ban is out of the question", "it is wise to lift it"
    bare = node.dep_ in {"csubj", "csubj:pass"} and (node.tag_ == "VBG" or grammar.has_to(node))
    lifting = bare and not shapes.is_past(parent) and not grammar.is_perfect(parent) and not grammar.is_perfect(node)
    weighed = (
        _is_thought_of(node, parent, tables) or _is_talked_about(node, tables) or _is_ruled_on(node, parent, tables)
    )
    if lifting or weighed or _is_anybodys(node, parent, tables) or _is_enough(node, parent, tables):
        state.standing = applied(state.standing, tables.thought_of)
        return None
    infinitive = grammar.has_to(node)
    by_means = infinitive and parent.lemma_.lower() in tables.means and node.dep_ != "acl"  # "used gas to kill"
    outcome = infinitive and shapes.is_outcome(node, tables.only)
    if infinitive and not by_means and not outcome and node.dep_ in {"advcl", "acl", "xcomp"}:
        ranked = node.dep_ == "acl" and _is_ranked(parent, tables)  # "the eighth politician to be killed this year"
        state.standing = state.standing if ranked else applied(state.standing, tables.purpose)
        to_be = ranked and grammar.children(parent, "cop")  # "will be the first to be tried" is still to come
        return None if ranked and not to_be else (parent, NO_NEGATION if to_be else NOTHING)
    means = outcome or (node.tag_ == "VBG" and _is_means(node, tables))
    beside = _is_attendant(node) or (node.tag_ == "VBN" and node.dep_ == "acl" and _is_attendant(parent))
    text = shapes.clause_above(parent) if beside else _text_of(node, parent, tables)
    if by_means or means or text is not None or node.dep_ == "xcomp":
        return text or parent, NO_NEGATION if beside else FULL
    if link == "in" and node.lemma_.lower() in tables.accompanying | tables.prices:
        return shapes.clause_above(parent), FULL  # "will strike in support of", "in exchange for"
    measured = link == "of" and parent.lemma_.lower() in tables.measures
    measured = measured or _tells_of_none(node, parent, tables)
    if measured or link == SHOWN or shapes.exists(node) or tables.lends(parent, link, node):
        exists = shapes.exists(node) and tables.negator(node) is not None  # "there was no attack"
        once = exists or link == SHOWN or tables.denied_together(node, parent)
        return parent, NO_NEGATION if once else FULL
    return None


def shared(node: Token, tables: CueTables) -> int:
    """How much of the first clause (modal, negation) a coordinated one shares: all of it, all but "not", or nothing."""
    own = {child.dep_ for child in node.children}
    tensed = node.tag_ in {"VBZ", "VBD"} and node.head.tag_ == "VB"  # "the army will not withdraw and rejects"
    if own & {"nsubj", "nsubj:pass", "aux", "cop", "expl"} or tensed:
        return NOTHING
    joined = {child.lower_ for child in grammar.children(node, "cc")}
    if joined & tables.adversatives or (joined.isdisjoint(_OR) and _is_of_object(tables.negator(node.head), node)):
        return NO_NEGATION
    return FULL


def _is_of_object(negator: Token | None, node: Token) -> bool:
    """Whether it denies only what the first verb is done to: "showed no mercy and | killed nine"."""
    if negator is None or negator.i > node.i:
        return False
    noun = negator if negator.head.i == node.head.i else negator.head
    return noun.dep_ in _DONE_TO and noun.head.i == node.head.i


def _is_attendant(node: Token) -> bool:
    """Whether it is told behind a comma to go with an act to come: "would close it, with some fined"."""
    opens = [word for word in node.lefts if word.dep_ in {"case", "mark"} and word.lower_ == "with"]
    set_off = bool(opens) and opens[0].i > 0 and opens[0].nbor(-1).lower_ == ","
    to_come = any(aux.tag_ == "MD" for verb in (node.head, node.head.head) for aux in grammar.children(verb, "aux"))
    return set_off and to_come and node.dep_ in {"obl", "advcl"}


def _tells_of_none(node: Token, parent: Token, tables: CueTables) -> bool:
    """Whether a participle or relative clause tells of what there is none of ("there is no law requiring it")."""
    tells = node.dep_ in _TELLING and not grammar.children(node, "mark")
    return tells and shapes.exists(parent) and tables.negator(parent) is not None


def _is_ranked(noun: Token, tables: CueTables) -> bool:
    """Whether somebody is counted among those who did it or had it done to them ("the first to be freed")."""
    return any(child.lower_ in tables.ranks for child in grammar.children(noun, "amod", "nummod", "advmod"))


def _is_enough(node: Token, parent: Token, tables: CueTables) -> bool:
    """Whether the infinitive tells what there is enough for ("has enough seats to override her")."""
    nouns = (parent, *grammar.children(parent, "obj"))
    to_do = node.dep_ in {"acl", "advcl"} and grammar.has_to(node)
    return to_do and any(
        child.lower_ in tables.sufficing
        for noun in nouns
        for child in grammar.children(noun, "amod", "det", "advmod")
        if child.i < node.i
    )


def _text_of(node: Token, noun: Token, tables: CueTables) -> Token | None:
    """The text whose words tell of the act: "a statement | condemning the raid" condemns it where it is made."""
    if node.dep_ != "acl":
        return None
    nouns = (noun, noun.head) if noun.dep_ == "nmod" else (noun,)
    return next((text for text in nouns if text.lemma_.lower() in tables.texts), None)


def _is_thought_of(node: Token, parent: Token, tables: CueTables) -> bool:
    """Whether an act that nobody has spoken of yet is weighed: "an attack would kill thousands", "will be met with".

    So of several, where they would or might ("raids might"). What "will be launched" or "held" is planned.
    """
    several = node.tag_ == "NNS"
    done = node.dep_ == "nsubj:pass" and not tables.lends(parent, "obj", node)
    if not (done or node.dep_ == "nsubj") or not (several or node.tag_ == "NN"):
        return False
    if grammar.children(node, "nmod:poss", "nummod"):
        return False
    if shapes.exists(node):  # "there will be an attack"
        return False
    if any(det.lower_ not in tables.indefinite for det in grammar.children(node, "det")):
        return False
    if several and (grammar.is_perfect(parent) or parent.lemma_.lower() in tables.aspects):
        return False  # "protests may continue", "arrests may have angered them"
    effects = [it for child in grammar.children(parent, "aux") if (it := tables.modal(child)) is not None]
    return any(not several or effect.status != "planned" for effect in effects)


def _is_ruled_on(node: Token, parent: Token, tables: CueTables) -> bool:
    """Whether a rule holds of all acts of the kind: "attacks on schools are war crimes", not "these attacks are".

    So too how common they are, or what they often do: "protests are rare", "sieges often end in massacres".
    """
    often = any(word.lower_ in tables.often for word in grammar.children(parent, "advmod"))
    often = often and parent.tag_ in {"VBP", "VBZ"}
    common = parent.lemma_.lower() in tables.breaches | tables.how_common
    if not node.dep_.startswith("nsubj") or node.tag_ != "NNS" or not (common or often):
        return False
    told = grammar.children(node, "det", "nmod:poss", "nummod") or any(word.ent_type_ for word in node.lefts)
    return not told and (often or any(c.tag_ == "VBP" for c in grammar.children(parent, "cop")))


def _is_talked_about(node: Token, tables: CueTables) -> bool:
    """Whether a gerund is what talk is about ("discussions about arming the rebels"): nobody says that it was done."""
    marks = grammar.children(node, "mark", "case") if node.dep_ == "acl" and node.tag_ == "VBG" else []
    return any(mark.lower_ in tables.subjects_of_talk for mark in marks)


def _is_anybodys(node: Token, who: Token, tables: CueTables) -> bool:
    """Whether it is told of whoever does it ("anyone who attacks a guard"), and so of nobody yet.

    Of "those who" it is so where the main clause is no fact either ("those who attack a guard will be jailed",
    "vowed to punish those who attack").
    """
    if node.dep_ != "acl:relcl" or shapes.finite(node).tag_ not in {"VBZ", "VBP"} or grammar.is_perfect(node):
        return False
    if who.lower_ in tables.anybody:
        return True
    modals = [tables.modal(child) for child in grammar.children(who.head, "aux")]
    return who.lower_ in tables.those and (grammar.has_to(who.head) or any(it is not None for it in modals))


def _is_means(node: Token, tables: CueTables) -> bool:
    """A participle with no conjunction, or by or in which the governing act is done ("his help in ending it")."""
    marks = grammar.children(node, "mark", "case")
    if node.dep_ != "advcl" and not (node.dep_ == "acl" and marks):
        return False
    return all(mark.lower_ in tables.means_marks for mark in marks)

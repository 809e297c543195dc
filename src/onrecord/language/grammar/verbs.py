"""What a verb stands with: voice, negation, particles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.asked import asked_once
from onrecord.language.grammar.tree import MAX_CLIMB, OBLIQUES, ONLY, children, is_clause, preposition

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token

WHETHER = frozenset({"whether", "if"})  # conjunctions of what is asked, in small letters
ASKING = frozenset({"WRB", "WP", "WP$", "WDT"})  # tags of words that ask, or open a relative clause
_VERBAL = frozenset({"VERB", "AUX"})
_PASSIVE_PARTS = frozenset({"nsubj:pass", "csubj:pass", "obl:agent"})
_BARE_PASSIVES = frozenset({"acl", "amod", "advcl", "acl:relcl", "parataxis", "root", "dep", "xcomp"})
_NEGATIVE = frozenset({"Polarity=Neg", "PronType=Neg"})
_HAD = frozenset({"had", "'d", "’d"})
_NEGATORS = frozenset({"not", "n't", "n’t", "no", "never", "neither", "nor"})


@asked_once
def is_passive(token: Token) -> bool:
    """Whether the verb (or participle) is passive: its surface subject has it done to them."""
    labels = {child.dep_ for child in token.children}
    if "aux:pass" in labels:
        return True
    if token.tag_ == "VBN" and labels & _PASSIVE_PARTS:
        return not is_perfect(token)  # "has stuck by its ally"
    if token.dep_ == "conj" and (token.tag_ == "VBN" or token.pos_ == "ADJ") and not labels & {"aux", "obj"}:
        return is_passive(token.head)  # "nine were killed and three wounded"
    if token.tag_ != "VBN":
        past = token.tag_ == "VBD"
        if past and token.dep_ == "advcl" and token.is_sent_start and not labels & {"nsubj", "aux", "mark"}:
            return True  # "Asked whether he would resign, the premier said"
        return past and "obj" not in labels and _agent_follows(token)  # "Two arrested by police"
    return (token.dep_ in _BARE_PASSIVES or _is_seen_done(token)) and not labels & {"aux", "nsubj", "obj"}


def tells_who_did(participle: Token) -> bool:
    """Whether a participle behind a noun names the doer of what it tells: "a truce | proposed by Cairo"."""
    return participle.dep_ == "acl" and any(child.dep_ == "obl:agent" for child in participle.children)


def _is_seen_done(token: Token) -> bool:
    """In "saw nine men killed" the clause under "saw" has no subject of its own: the men did not kill."""
    before = token.head.rights if token.dep_ == "ccomp" else ()
    return any(child.dep_ == "obj" and child.i < token.i for child in before)


def _agent_follows(token: Token) -> bool:
    return any(child.dep_ == "obl:agent" and child.left_edge.i == token.i + 1 for child in token.rights)


def is_present(verb: Token) -> bool:
    """Whether it or its helper is of the present, and not perfect ("opens", "is visiting", "are freed")."""
    words = (verb, *children(verb, "aux", "aux:pass", "cop"))
    return any(word.tag_ in {"VBZ", "VBP"} for word in words) and not is_perfect(verb)


def is_perfect(token: Token) -> bool:
    """Whether "have" helps the verb ("had left", "may have left", "having left")."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children)


def is_past_perfect(token: Token) -> bool:
    """Whether the verb has "had" before it: it was done before the past that is told of ("had blocked")."""
    return any(child.dep_ == "aux" and child.lower_ in _HAD for child in token.children)


def is_predicate(token: Token) -> bool:
    """Whether the token is a verb, a participle, or an adjective or noun with a subject of its own."""
    if token.pos_ in _VERBAL:
        return True
    if token.pos_ == "ADJ" and token.dep_ != "amod":
        return True
    return is_clause(token)


def asking_word(clause: Token) -> Token | None:
    """The word with which a clause asks: "whether | he would go", "how many | there were", "who he | is".

    A relative clause opens with such a word, too; whoever asks knows where the clause stands.
    """
    for part in (*clause.lefts, clause):
        if part.lower_ in WHETHER and part.dep_ in {"mark", "advmod"}:
            return part
        if part != clause and is_clause(part):
            continue  # "said, when asked, that he would"
        first = part if part == clause else part.left_edge
        asking = next((word for word in part.doc[first.i : part.i + 1] if word.tag_ in ASKING), None)
        if asking is not None:
            return asking
    return None


def has_modal(verb: Token) -> bool:
    """Whether a verb stands under a modal ("would leave", "will be asked to")."""
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts)


def has_to(token: Token) -> bool:
    """Whether the verb is an infinitive with "to", a mark here and an auxiliary to other parsers."""
    return any(child.lower_ == "to" and child.dep_ in {"mark", "aux"} for child in token.children)


def arranged_by(node: Token) -> Token | None:
    """The form of "be" by which an act is arranged ("is to visit", "are to be tried"), as the act's own helper."""
    to = next((child for child in node.children if child.lower_ == "to" and child.dep_ in {"mark", "aux"}), None)
    if to is None:
        return None
    helpers = (child for child in node.children if child.dep_ in {"cop", "aux", "aux:pass"})
    return next((word for word in helpers if word.lemma_ == "be" and word.i < to.i), None)


def negation(token: Token) -> Token | None:
    """The word that negates `token` directly ("not", "never", "no", "no longer"), by its morphology."""
    for child in token.children:
        if child.dep_ in {"advmod", "det", "cc", "cc:preconj", "neg"} and is_negative(child):
            if not says_there_is_more(child):
                return child
            continue
        over = (no_longer(child) or _never_so(child)) if child.dep_ == "advmod" else None
        if over is not None:
            return over
    return None


def no_longer(adverb: Token) -> Token | None:
    """The "no" of "no longer backs them"; but "no sooner had he left than" it is done, and "no longer than a day"."""
    if adverb.dep_ != "advmod" or adverb.tag_ != "RBR" or adverb.right_edge.i != adverb.i:
        return None
    return next((word for word in adverb.lefts if is_negative(word) and word.i > adverb.sent.start), None)


def _never_so(adverb: Token) -> Token | None:
    """The "never" of "would never again depend on it", which parsers hang on the adverb behind it."""
    if adverb.dep_ != "advmod" or not adverb.n_lefts or adverb.right_edge.i != adverb.i:
        return None
    first = adverb.left_edge
    after = first.i > 0 and first.nbor(-1).dep_ == "aux" and first.nbor(-1).head == adverb.head
    return first if after and first.dep_ == "advmod" and is_negative(first) and not is_only(adverb) else None


def says_there_is_more(negator: Token) -> bool:
    """Whether it denies only that this is all: "not only backs them but arms them"."""
    return negator.i + 1 < negator.sent.end and is_only(negator.nbor())


def is_only(word: Token) -> bool:
    """Whether the word says that something is all there is."""
    return word.lower_ in ONLY


def names_nobody(noun: Token) -> bool:
    """Whether a noun phrase stands for none: "nobody", "no party", "neither side", "none of the clans"."""
    return is_negative(noun) or negation(noun) is not None


def is_asserted(verb: Token, *, unsure: frozenset[str], unreal: frozenset[str]) -> bool:
    """Whether the clause says that it is so: no unsure auxiliary, and no conjunction of the unreal above it.

    Args:
        verb: the head of the clause.
        unsure: auxiliaries that only make it possible, lower case.
        unreal: conjunctions under which nothing is asserted, lower case.
    """
    helpers = [child.lower_ for child in (_first_bare(verb) or verb).children if child.dep_ == "aux"]
    if not unsure.isdisjoint(helpers) or {"would", "have"} <= set(helpers):
        return False  # "would have backed it" if things had been otherwise
    node = verb
    for _ in range(MAX_CLIMB):
        if any(child.dep_ == "mark" and child.lower_ in unreal for child in node.lefts):
            return False
        if node.dep_ == "ccomp" and node.head.dep_ in {"advcl", "acl"} and node.head.lower_ in unreal:
            return False  # "provided": a conjunction, parsed as a verb
        if node.head == node:
            break
        node = node.head
    return True


def _first_bare(verb: Token) -> Token | None:
    """The verb whose auxiliary a joined one shares: "might leave the bloc and | accept the deal"."""
    own = any(child.dep_ in {"aux", "nsubj", "nsubj:pass", "mark"} for child in verb.lefts)
    shares = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB" and not own
    return verb.head if shares else None


def is_negative(token: Token) -> bool:
    """Whether the word itself negates, by its morphology or as one of the few words that can do nothing else."""
    return bool(_NEGATIVE & set(token.morph)) or token.lower_ in _NEGATORS


def is_reflexive(token: Token) -> bool:
    """Whether the word turns an act on its doer: "killed | themselves"."""
    return "Reflex=Yes" in token.morph


def has_particle(token: Token, particle: str) -> bool:
    """Whether the verb stands with this particle ("blew up", "pulled out of the town")."""
    for child in token.children:
        if child.lower_ == particle:
            if child.dep_ == "compound:prt" or (child.dep_ == "advmod" and _is_beside(child, token)):
                return True
        elif child.dep_ in OBLIQUES and preposition(child).startswith(particle + " "):
            return True
    return False


def _is_beside(adverb: Token, verb: Token) -> bool:
    """Whether an adverb stands where a particle may: near behind the verb, or right behind its object."""
    if adverb.i - verb.i <= 2:
        return adverb.i > verb.i
    return any(child.dep_ == "obj" and child.i > verb.i and child.right_edge.i == adverb.i - 1 for child in verb.rights)

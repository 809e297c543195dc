"""Phrases of an act that a parser hangs elsewhere: on a name, a thing, the doer, or the verb beside the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token

_CLAUSES = frozenset({"advcl", "acl", "xcomp", "ccomp"})
MODIFIERS = ("amod", "compound", "nmod:desc", "nmod", "nmod:unmarked", "nummod")
_AT_WHOM = frozenset({"on", "against"})
_OF_BY = frozenset({"of", "by"})
_DEEPEST = 3
_BETWEEN = frozenset({"between", "among"})
_HUNG_DEEPER = frozenset({"by", "to"}) | _BETWEEN


def prep_or_gerund(token: Token, words: str) -> list[Token]:
    """The noun phrases and gerunds behind a preposition, coordinated ones included."""
    found = grammar.prep_objects(token, frozenset({words}))
    after = [child for child in token.children if child.dep_ in _CLAUSES and child.i > token.i]
    gerunds = [child for child in after if is_marked(child, words)]
    return [*found, *(member for clause in gerunds for member in grammar.conjuncts_below(clause))]


def is_marked(clause: Token, word: str) -> bool:
    """Whether the word introduces the clause."""
    return any(child.lower_ == word for child in grammar.children(clause, "mark", "case", "aux", "advmod"))


def set_apart(noun: Token, words: str) -> list[Token]:
    """Who stands with the noun in another shape than behind the preposition, or under its doer."""
    if words == "between":
        return _paired_before(noun)
    if words == "by":
        return through_noun(noun, "at_hand_of")
    if words == "outside":
        return through_noun(noun, "in_front_of")
    return _under_the_doer(noun, words) if words in _AT_WHOM else []


def hung_elsewhere(noun: Token, words: str, done: frozenset[str]) -> list[Token]:
    """The phrase where a parser hung it on another word; nouns in `done` have a doer of their own."""
    found = _under_a_name(noun, words) or _hung_on_the_verb(noun, words)
    found = found or hung_deeper(noun, words, done) or _right_behind(noun, words) or _of_which_one(noun, words)
    return found or _of_both(noun, words, done)


def _of_both(noun: Token, words: str, done: frozenset[str]) -> list[Token]:
    """The phrase that two bare deeds share, hung on either: "the rape and **murder** of a girl"."""
    if words not in _OF_BY:
        return []
    after = [child for child in grammar.children(noun, "conj") if _joins_bare(noun, child, done)]
    if after:
        return prep_or_gerund(after[-1], words)
    first = noun.head
    if noun.dep_ != "conj" or not _joins_bare(first, noun, done):
        return []
    return [head for head in prep_or_gerund(first, words) if head.i > noun.i]


def _joins_bare(first: Token, second: Token, done: frozenset[str]) -> bool:
    """Whether nothing but "and" or "or" stands between two deeds."""
    bare = first.pos_ == second.pos_ == "NOUN" and second.i == first.i + 2 and first.nbor(1).dep_ == "cc"
    return bare and {first.lemma_.lower(), second.lemma_.lower()} <= done


def through_noun(token: Token, step: str) -> list[Token]:
    """Whom two prepositions with a noun between them lead to: `at_hand_of`, "at the hands of the militia".

    So too where the phrase hangs on the verb or on whom it was done to ("torture of boys | at the hands of").
    """
    first, noun, last = step.split("_")
    under = [child for child in token.rights if child.dep_ == "nmod"]
    middles = grammar.prep_objects(token, frozenset({first}))
    middles += [end for child in under for end in grammar.prep_objects(child, frozenset({first}))]
    middles = middles or _hung_on_the_verb(_whole(token), first)
    named = [middle for middle in middles if middle.lemma_ == noun]
    return [end for middle in named for end in grammar.prep_objects(middle, frozenset({last}))]


def _whole(noun: Token) -> Token:
    """The noun of the phrase in which it stands last: "justice for the death"."""
    while noun.dep_ == "nmod" and noun.head.right_edge.i == noun.right_edge.i:
        noun = noun.head
    return noun


def _paired_before(noun: Token) -> list[Token]:
    """The two names before a noun ("the Sudan-Chad border clashes"), which stand between each other."""
    before = [child for child in grammar.children(noun, *MODIFIERS) if child.i < noun.i]
    names = [name for child in before for name in (child, *grammar.children(child, *MODIFIERS)) if name.ent_type_]
    names = [name for name in names if name.i < noun.i]
    pairs = [grammar.conjuncts_below(name) for name in names]
    return next((pair for pair in pairs if len(pair) > 1), [])


def _under_a_name(token: Token, words: str) -> list[Token]:
    """A phrase that hangs on a name parted from its noun ("the bailout of the firm | AIG by the bank")."""
    bare = [child for child in token.rights if child.dep_ == "nmod" and not grammar.preposition(child)]
    return [end for name in bare if name.pos_ == "PROPN" for end in prep_or_gerund(name, words)]


def _hung_on_the_verb(token: Token, words: str) -> list[Token]:
    """The phrase right after a noun that the parser hung on the verb ("condemned | the attack | on the mosque")."""
    if token.dep_ not in {"obj", "nsubj:pass", "obl", "obl:agent"}:
        return []
    return [
        member
        for child in token.head.children
        if child.dep_ == "obl" or (child.dep_ == "obl:agent" and not grammar.is_passive(token.head))
        if child.left_edge.i == _end(token) + 1 and grammar.preposition(child) == words
        for member in grammar.conjuncts_below(child)
    ]


def _right_behind(noun: Token, words: str) -> list[Token]:
    """The two sides whose phrase stands right behind the noun but hangs on another: "led to clashes | between"."""
    behind = noun.i + 1
    if words not in _BETWEEN or behind >= noun.sent.end or noun.doc[behind].lower_ != words:
        return []
    case = noun.doc[behind]
    return grammar.conjuncts_below(case.head) if case.dep_ == "case" and case.head.i > behind else []


def _of_which_one(noun: Token, words: str) -> list[Token]:
    """The phrase behind what says which one of its kind it is: "the strikes, | the first by the air force"."""
    ones = [child for child in grammar.children(noun, "appos") if child.pos_ == "ADJ" and child.i > noun.i]
    phrases = [it for one in ones for it in grammar.children(one, "nmod", "obl") if grammar.preposition(it) == words]
    return [member for phrase in phrases for member in grammar.conjuncts_below(phrase)]


def _end(noun: Token) -> int:
    """The last token of the noun's phrase, or of a day behind it ("the attack | this morning | at a market")."""
    last = noun.right_edge.i
    days = [child for child in noun.head.rights if child.dep_ == "obl:unmarked" and child.left_edge.i == last + 1]
    return days[0].right_edge.i if days else last


def _under_the_doer(token: Token, words: str) -> list[Token]:
    """Whom it struck, hung on who did it ("an assault by the rebels | on the town", "an attack of gangs | on")."""
    doers = grammar.prep_objects(token, _OF_BY)
    return [end for doer in doers for end in grammar.prep_objects(doer, frozenset({words}))]


def hung_deeper(token: Token, words: str, done: frozenset[str]) -> list[Token]:
    """The doer that hangs on a thing nobody did ("the shelling of the camp | by the army").

    So too to whom it goes, on what is given or on its giver: "the gift of a school | by Chad | to the town".
    """
    things = [child for child in token.rights if child.dep_ == "nmod"]
    if words in _BETWEEN:  # "the signing of a pact | between"; what lies between two places is a border
        things = [thing for thing in things if grammar.preposition(thing) == "of"]
    else:
        things = [thing for thing in things if thing.lemma_.lower() not in done]
    for _ in range(_DEEPEST if words in _HUNG_DEEPER else 0):
        found = [end for thing in things for end in grammar.prep_objects(thing, frozenset({words}))]
        below = [child for thing in things for child in thing.rights if child.dep_ == "nmod"]
        things = [child for child in below if grammar.preposition(child) in _OF_BY and child.lemma_.lower() not in done]
        if found:
            return found
    return []

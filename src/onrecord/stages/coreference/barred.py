"""Antecedents that binding rules out: in "Ruiz met him" he is not Ruiz, nor the speaker whose words these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.quotes import Quotes

_AROUND = frozenset({"with", "behind", "around", "before", "near"})  # "they took it with them"
_WHOLES = frozenset({"of", "to", "with"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
_DONE_BY = frozenset({"by"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})
MAX_HOLDERS = 4  # mentions before a pronoun that may be about its noun phrase
_MAX_SAID = 12  # mentions of the words before who speaks them
_AT = frozenset({"at", "on"})  # "spied on its king"
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_NOTHING: frozenset[str] = frozenset()


def barred_for(book: Book, quotes: Quotes, k: int) -> set[int]:
    """Clusters that the pronoun `k` cannot stand for: its co-arguments, its speaker, the mentions that contain it."""
    mention = book.mentions[k]
    token = book.tokens[mention.head]
    barred = {id(book.owner[j]) for j in range(max(0, k - MAX_HOLDERS), k) if mention.start < book.mentions[j].end}
    barred |= {id(one) for one in quotes.own_side(mention.head)}
    features = book.words.pronoun[mention.text.lower()]
    if "owner" in features and token.dep_ == "nmod:poss":
        noun = token.head
        agents = _agents_before(noun)  # "pressed by Ruiz, | his answer was short"
        others = [*_same_as(noun), *agents, *_who_blames(book, noun)]
        return barred | {id(book.cluster_at(other.i)) for other in others}
    if mention.text.lower().endswith(("self", "selves")):
        return barred
    whole = _whole(token)
    for child in _fellows(whole):
        if child.i not in {token.i, whole.i}:
            owner = book.cluster_at(child.i)  # also of "lawmaker", before the name
            if owner is not None:
                barred.add(id(owner))
    return barred | _told_besides(book, token)


def told_of_before(book: Book, quotes: Quotes, k: int) -> set[int]:
    """Whom who speaks behind it tells of by a description: in "The deputy was well, he said" he is rather another.

    By a name one may tell of himself, and of his things he may in whatever words.
    """
    token = book.tokens[book.mentions[k].head]
    n = quotes.cues.get(token.head.i) if token.dep_ in _SUBJECTS else None
    content = book.drafts[n].content if n is not None else ()
    if not content or content[0].end > book.mentions[k].start:
        return set()
    said = range(max(0, k - _MAX_SAID), k)
    told = (j for j in said if book.sentence[j] == book.sentence[k] and book.mentions[j].start >= content[0].start)
    free = (j for j in told if book.mentions[j].kind == "nominal" and book.stands[j].dep_ in _ARGUMENTS)
    return {id(book.owner[j]) for j in free if book.owner[j] is not None}


def _told_besides(book: Book, pronoun: Token) -> set[int]:
    """Whom the clause tells of, to whom the pronoun does it: "Saddam, whom he appointed"."""
    clause = pronoun.head
    others = any(child.tag_ == "WP" and child.dep_ in _DONE_TO for child in clause.children)
    if clause.dep_ != "acl:relcl" or not others or pronoun.dep_ not in _SUBJECTS:
        return set()
    beside = [clause.head, *grammar.children(clause.head, "appos")]
    return {id(cluster) for one in beside if (cluster := book.cluster_at(one.i)) is not None}


def _same_as(noun: Token) -> list[Token]:
    """What a noun is, beside which it stands: "Bio, his successor" is not his own."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    return [noun.head, *beside] if noun.dep_ == "appos" else beside


def _who_blames(book: Book, noun: Token) -> list[Token]:
    """Who does to what is another's: "the UN condemned | their raids", but not "its treatment by the firm"."""
    whole = noun.head if noun.dep_ == "nmod" and noun.head.pos_ == "NUM" else noun  # "grounded four of its planes"
    verb, noun = whole.head, whole
    done_to = noun.dep_ == "obj" or (grammar.preposition(noun) in _AT and not grammar.children(verb, "obj"))
    blames = done_to and (is_had_by_others(book, noun) or verb.lemma_.lower() in book.words.of_others)
    near = book.at_token[noun.i]
    theirs = (
        noun.dep_ == "obj" and near >= 0 and book.mentions[near].type == "person"
    )  # "the party criticised its leader"
    own = theirs or noun.lemma_.lower() in book.words.fate or bool(grammar.prep_objects(noun, _DONE_BY))
    return grammar.logical_subjects(verb) if blames and not own else []


def is_had_by_others(book: Book, noun: Token) -> bool:
    """Whether it is what another has or has asked for, by what is done to it: "the court dismissed | its appeal"."""
    theirs = book.words.what_others_have.get(noun.head.lemma_.lower(), _NOTHING)
    return noun.dep_ == "obj" and noun.lemma_.lower() in theirs


def _whole(pronoun: Token) -> Token:
    """The noun or number that it is the whole or the aim of ("one of them", "ties to it"), which stands for it."""
    return pronoun.head if pronoun.dep_ == "nmod" and grammar.preposition(pronoun) in _WHOLES else pronoun


def _fellows(pronoun: Token) -> list[Token]:
    """The other arguments of its verb, and those of a participle whose doer it is ("Meeting Ruiz, he …").

    A participle's doer is one of them ("Chad closed the border, accusing it"), and so is the doer of a verb to its
    object ("the bishop left and called him"), with who leads him.
    """
    clauses = [pronoun.head]
    doers: list[Token] = []
    if pronoun.dep_ in {"nsubj", "nsubj:pass"}:
        clauses += [
            child
            for child in pronoun.head.children
            if child.dep_ == "advcl"
            and child.tag_ == "VBG"
            and not any(c.dep_.startswith("nsubj") for c in child.children)
        ]
    elif is_bare_participle(pronoun.head) or (pronoun.dep_ in _DONE_TO and grammar.preposition(pronoun) not in _AROUND):
        subjects = grammar.surface_subjects(pronoun.head)
        doers = [*subjects, *_leaders_of(subjects), *_sent_to(pronoun.head)]
    arguments = [child for clause in clauses for child in clause.children if child.dep_ in _ARGUMENTS]
    return [*doers, *_agents_before(pronoun), *arguments]


def _leaders_of(subjects: list[Token]) -> list[Token]:
    """Who leads or backs those who do it: "the army led by | Rojas | ousted him"."""
    told = [clause for subject in subjects for clause in grammar.children(subject, "acl")]
    return [agent for clause in told for agent in grammar.children(clause, "obl:agent")]


def _agents_before(subject: Token) -> list[Token]:
    """By whom something was done to the subject, as a clause without its own says: "When pressed by Ruiz, he"."""
    if not subject.dep_.startswith("nsubj"):
        return []
    clauses = [clause for clause in grammar.children(subject.head, "advcl") if grammar.is_passive(clause)]
    bare = [clause for clause in clauses if not grammar.children(clause, "nsubj", "nsubj:pass")]
    return [agent for clause in bare for agent in grammar.children(clause, "obl:agent")]


def _sent_to(verb: Token) -> list[Token]:
    """Who is sent to somebody to do it: "sent experts to help them", but "held villagers to use them"."""
    if not grammar.has_to(verb):
        return []
    sent = verb.dep_ == "advcl" and grammar.prep_objects(verb.head, frozenset({"to"}))
    return [verb.head] if verb.dep_ == "acl" else grammar.children(verb.head, "obj") if sent else []


def is_bare_participle(verb: Token) -> bool:
    """Whether the verb tells what else its governor's subject does: "fled, | calling him a liar"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ == "mark" for c in verb.children)

"""What "it" and "its" stand for, and what no pronoun can: its fellow arguments, who says it, what holds it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.nouns import noun_form

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book, Cluster
    from onrecord.stages.coreference.quotes import Quotes

MAX_LOOK_BACK = 40  # mentions
_THING_SENTENCES = 1
MAX_HOLDERS = 4  # mentions before a pronoun that may be about its noun phrase
_SAID_OF_ACTS = frozenset({"NN", "NNS", "WP"})
_DEALT = frozenset({"obj", "obl"})
_AROUND = frozenset({"with", "behind", "around", "before", "near"})  # "they took it with them"
_WHOLES = frozenset({"of", "to", "with"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OBJECTS = frozenset({"obj", "iobj"})
_DONE_BY = frozenset({"by"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})


def find_thing(book: Book, quotes: Quotes, k: int, *, owner: bool) -> Cluster | None:
    """For "its" a body or country, subject of the same sentence; for "it" also one of the sentence before.

    For the object of a participle, whose doer the subject is, the one other body or country of the sentence. What is
    done to an "it" of the sentence before is as often done to what that sentence tells.
    """
    barred = barred_for(book, quotes, k)
    token = book.tokens[book.mentions[k].head]
    if not owner and _is_participle(token.head):
        return None if _is_judged_otherwise(book, token.head) else _only_other(book, barred, k)
    subject = token.head if owner else token
    goes_on = _is_source(quotes, subject)
    passed: Cluster | None = None
    opens = subject.dep_.startswith("nsubj") and not (owner and token.i != token.sent.start)
    before = _THING_SENTENCES if opens else 0
    for j in range(k - 1, max(-1, k - 1 - MAX_LOOK_BACK), -1):
        distance = book.sentence[k] - book.sentence[j]
        if distance > before:
            break
        cluster = book.owner[j]
        if cluster is None or id(cluster) in barred or not _is_single_thing(book, j, cluster):
            continue
        if _are_they(book, k, cluster):
            return None
        if not owner and cluster.type == "organization" and _is_dealt_with(book, j, token):
            return cluster
        if not (owner or cluster.named or cluster.type == "organization") or not _is_told_of(book, j, k):
            continue
        if owner and not cluster.named and _is_told_by_another(book, quotes, token, cluster):
            return None  # "Vietnam said a ship had rammed its boat"
        told = goes_on or not cluster.named  # "Chad said Mali had lied. It added": who spoke goes on
        if told and distance and passed is None and not _is_source(quotes, book.stands[j]):
            passed = cluster
            continue
        sure = owner and _is_party(book, token.head)  # a case has no candidate
        return cluster if sure or not _nearer_thing(book, quotes, k, j) else None
    return passed or (_only_before(book, barred, k) if owner and not opens and _is_party(book, subject) else None)


def _is_single_thing(book: Book, j: int, cluster: Cluster) -> bool:
    """Whether it is one body, place or thing, and called so: not "the rebels" of a body."""
    return cluster.type != "person" and not cluster.plural and not book.mentions[j].plural


def _is_told_of(book: Book, j: int, k: int) -> bool:
    """Whether it alone is a subject, and not of a clause that only tells besides and is over.

    "The group, which Chad has banned, fled. It hid", "... lost its men": the sentence is about the group.
    """
    if not book.is_subject[j] or _is_one_of_several(book, j):
        return False
    clause = book.stands[j].head
    if book.sentence[k] != book.sentence[j]:
        return clause.dep_ not in {"acl:relcl", "advcl"}
    return clause.dep_ != "acl:relcl" or clause.right_edge.i > book.mentions[k].head


def _is_dealt_with(book: Book, j: int, pronoun: Token) -> bool:
    """Whether somebody deals with it, and the pronoun's clause tells when or why: "will meet the union if it left"."""
    clause = pronoun.head
    if clause.dep_ != "advcl" or pronoun.dep_ != "nsubj" or clause.i < clause.head.i:
        return False
    if book.stands[j].dep_ not in _DEALT:
        return False
    verb = _governing(clause.head)
    doers = [book.cluster_at(child.i) for child in verb.children if child.dep_ == "nsubj"]
    one = next((doer for doer in doers if doer is not None), None)
    return one is not None and one.type == "person" and _governing(book.stands[j].head).i == verb.i


def _governing(verb: Token) -> Token:
    while verb.dep_ == "xcomp":
        verb = verb.head
    return verb


def _is_source(quotes: Quotes, subject: Token) -> bool:
    return subject.dep_.startswith("nsubj") and subject.head.i in quotes.cues


def _is_party(book: Book, noun: Token) -> bool:
    """Whether a noun is for people, bodies, places or what carries them, which hardly an act or a matter has."""
    return noun_form(noun, book.words.nouns.__contains__) in book.words.nouns


def _only_before(book: Book, barred: set[int], k: int) -> Cluster | None:
    """The one body of the sentence before, where that of "its" names none ("fought M23. He said its men fled")."""
    found: set[Cluster] = set()
    for j in range(k - 1, max(-1, k - 1 - MAX_LOOK_BACK), -1):
        distance = book.sentence[k] - book.sentence[j]
        if distance > 1:
            break
        cluster = book.owner[j]
        if cluster is None or not _is_single_thing(book, j, cluster) or id(cluster) in barred:
            continue
        if not distance:
            return None
        found.add(cluster)
    only = next(iter(found)) if len(found) == 1 else None
    return only if only is not None and only.type == "organization" else None


def is_act(book: Book, token: Token) -> bool:
    """Whether it is said to be or do what no party is or does: "it was the third attack", "it will last until May"."""
    said = token.head
    if said.lemma_.lower() in book.words.of_events and token.dep_ == "nsubj":
        return True
    if not any(child.dep_ == "cop" for child in said.children):
        return False
    return said.ent_type_ == "PERSON" or (said.tag_ in _SAID_OF_ACTS and not _is_party(book, said))


def _are_they(book: Book, k: int, cluster: Cluster) -> bool:
    """Whether the sentence calls it "they" or "the rebels", so that "it" is something else.

    "They said it was bound for Haifa".
    """
    for j in islice(reversed(cluster.mentions), MAX_LOOK_BACK):
        mention = book.mentions[j]
        if book.sentence[j] != book.sentence[k]:
            return False
        they = mention.kind == "pronoun" and "plural" in book.words.pronoun[mention.text.lower()]
        if book.is_subject[j] and (they or (mention.kind == "nominal" and mention.plural)):
            return True
    return False


def _is_told_by_another(book: Book, quotes: Quotes, token: Token, cluster: Cluster) -> bool:
    """Whether another body or country says so of whom it may as well be told."""
    at = token
    while at.head.i != at.i:
        n = quotes.cues.get(at.head.i) if at.dep_ == "ccomp" else None
        head = book.drafts[n].source_head if n is not None else None
        teller = book.cluster_at(head) if head is not None and head < token.i else None
        if teller is not None and teller is not cluster:
            return teller.type in {"organization", "place"} and not teller.plural
        at = at.head
    return False


def _is_one_of_several(book: Book, j: int) -> bool:
    """Whether the subject is coordinated ("France and Germany"): neither alone is an it."""
    token = book.tokens[book.mentions[j].head]
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.children)


def _is_judged_otherwise(book: Book, participle: Token) -> bool:
    """Whether the verb has an object that is no party, which is what is meant: "rejected the claim, calling it"."""
    return any(child.dep_ == "obj" and book.at_token[child.i] < 0 for child in participle.head.children)


def _only_other(book: Book, barred: set[int], k: int) -> Cluster | None:
    before = (book.owner[j] for j in range(k) if book.sentence[j] == book.sentence[k])
    others = {id(one): one for one in before if one is not None and id(one) not in barred}
    things = [one for one in others.values() if one.named and one.type != "person" and not one.plural]
    return things[0] if len(things) == 1 else None


def _nearer_thing(book: Book, quotes: Quotes, k: int, j: int) -> bool:
    """Whether another singular subject that is no party stands between: "it" may well be that, unless only quoted.

    What something is done to may as well be an object: "Chad took the offer; Mali called it late".
    """
    first, last = book.mentions[j].head + 1, book.mentions[k].head
    likely = _SUBJECTS | _OBJECTS if book.tokens[last].dep_ in _OBJECTS else _SUBJECTS
    own = quotes.holding(last)
    return any(
        token.dep_ in likely
        and token.tag_ == "NN"
        and book.at_token[token.i] < 0
        and quotes.holding(token.i) in {None, own}
        for token in book.tokens[first:last]
    )


def barred_for(book: Book, quotes: Quotes, k: int) -> set[int]:
    """Clusters that `k` cannot stand for: its fellow arguments, the speaker of the words it is in, what holds it."""
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
            other = book.at_token[child.i]
            owner = book.owner[other] if other >= 0 else None
            if owner is not None:
                barred.add(id(owner))
    return barred | _told_besides(book, token)


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
    """Who finds fault with what others did: "the UN condemned | their raids", but not "its treatment by the firm"."""
    verb = noun.head
    blames = noun.dep_ == "obj" and verb.lemma_.lower() in book.words.blaming
    near = book.at_token[noun.i]
    theirs = near >= 0 and book.mentions[near].type == "person"  # "the party criticised its leader"
    own = theirs or noun.lemma_.lower() in book.words.fate or bool(grammar.prep_objects(noun, _DONE_BY))
    return grammar.logical_subjects(verb) if blames and not own else []


def _whole(pronoun: Token) -> Token:
    """The noun or number that it is the whole or the aim of ("one of them", "ties to it"), which stands for it."""
    return pronoun.head if pronoun.dep_ == "nmod" and grammar.preposition(pronoun) in _WHOLES else pronoun


def _fellows(pronoun: Token) -> list[Token]:
    """The other arguments of its verb, and those of a participle whose doer it is ("Meeting Ruiz, he …").

    A participle's doer is one of them ("Chad closed the border, accusing it"), and so is the doer of a verb to its
    object ("the bishop left and called him").
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
    elif _is_participle(pronoun.head) or (pronoun.dep_ in _DONE_TO and grammar.preposition(pronoun) not in _AROUND):
        doers = [*grammar.surface_subjects(pronoun.head), *_sent_to(pronoun.head)]
    arguments = [child for clause in clauses for child in clause.children if child.dep_ in _ARGUMENTS]
    return [*doers, *_agents_before(pronoun), *arguments]


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


def _is_participle(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ == "mark" for c in verb.children)

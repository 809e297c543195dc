"""What "it" and "its" stand for: the body, place or thing that the sentences tell of."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.nouns import noun_form
from onrecord.stages.coreference.barred import barred_for, is_bare_participle, is_had_by_others

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.quotes import Quotes

MAX_LOOK_BACK = 40  # mentions
_THING_SENTENCES = 1
_TELLER_SENTENCES = 2
_SINGULAR_TAGS = frozenset({"NN", "NNP"})
_SAID_OF_ACTS = frozenset({"NN", "NNS", "WP"})
_DEALT = frozenset({"obj", "obl"})
_PART_OF = frozenset({"nmod", "nmod:poss"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OBJECTS = frozenset({"obj", "iobj"})


def find_thing(book: Book, quotes: Quotes, k: int, *, owner: bool) -> Cluster | None:
    """For "its" a body or country, subject of the same sentence; for "it" also one of the sentence before.

    For the object of a participle, whose doer the subject is, the one other body or country of the sentence. What is
    done to an "it" of the sentence before is as often done to what that sentence tells.
    """
    barred = barred_for(book, quotes, k)
    token = book.tokens[book.mentions[k].head]
    if not owner and is_bare_participle(token.head):
        return None if _is_judged_otherwise(book, token.head) else _only_other(book, barred, k)
    if owner and is_had_by_others(book, token.head):
        bodies = {id(one): one for _, one in _single_things(book, k, barred, 0) if one.type == "organization"}
        if bodies:  # whose of several it is depends on what is told of them
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    return _told_thing(book, quotes, k, barred, owner=owner)


def _told_thing(book: Book, quotes: Quotes, k: int, barred: set[int], *, owner: bool) -> Cluster | None:
    """The body or country that this sentence or the one before is about; a speaker may be taken up after two."""
    token = book.tokens[book.mentions[k].head]
    subject = token.head if owner else token
    goes_on = _is_source(quotes, subject)
    passed: Cluster | None = None
    opens = subject.dep_.startswith("nsubj") and not (owner and token.i != token.sent.start)
    given = token.dep_ == "iobj"  # "gave it a million": none but a party
    before = (_TELLER_SENTENCES if goes_on else _THING_SENTENCES) if opens else _THING_SENTENCES * given
    for j, cluster in _single_things(book, k, barred, before):
        distance = book.sentence[k] - book.sentence[j]
        if _are_they(book, k, cluster):
            return None
        if cluster.type == "organization" and _is_dealt_with(book, j, subject):
            return cluster
        if not _may_have(book, cluster, token, owner=owner) or not _is_told_of(book, j, k):
            continue
        speaks = _is_source(quotes, book.stands[j])
        if distance > _THING_SENTENCES and (passed is not None or not speaks):
            break
        if owner and not cluster.named and _is_told_by_another(book, quotes, token, cluster):
            return None  # "Vietnam said a ship had rammed its boat"
        told = goes_on or not cluster.named  # "Chad said Mali had lied. It added": who spoke goes on
        sure = given or (owner and _is_party(book, token.head))  # a case has no candidate
        nearer = not sure and _nearer_thing(book, quotes, k, book.mentions[j].head)
        if told and distance and passed is None and not speaks:
            passed = cluster
            continue
        return None if nearer else cluster
    if passed is not None and _nearer_thing(book, quotes, k, token.sent.start - 1):
        return None
    return (
        passed
        or _called_it(book, k, barred, subject)
        or (_only_before(book, barred, k) if owner and not opens and _is_party(book, subject) else None)
    )


def _called_it(book: Book, k: int, barred: set[int], subject: Token) -> Cluster | None:
    """What alone the sentence before calls "it", for an "its" that opens the next: "after it fell. Its head left"."""
    if subject.i == book.mentions[k].head or subject.left_edge.i != subject.sent.start:
        return None
    before = [j for j, one in _single_things(book, k, barred, 1) if book.sentence[j] < book.sentence[k]]
    found = {book.owner[j] for j in before if book.mentions[j].kind == "pronoun"}
    return next(iter(found)) if len(found) == 1 else None


def _single_things(book: Book, k: int, barred: set[int], sentences: int) -> Iterator[tuple[int, Cluster]]:
    """The mentions of bodies, places and things before `k` in so many sentences, the latest first."""
    for j in range(k - 1, max(-1, k - 1 - MAX_LOOK_BACK), -1):
        if book.sentence[k] - book.sentence[j] > sentences:
            return
        cluster = book.owner[j]
        if cluster is not None and id(cluster) not in barred and _is_single_thing(book, j, cluster):
            yield j, cluster


def _may_have(book: Book, cluster: Cluster, pronoun: Token, *, owner: bool) -> bool:
    """Whether it may own or be it: a thing without a name is no "it", and a missile has no airspace."""
    if not owner:
        return cluster.named or cluster.type == "organization"
    return cluster.type != "other" or pronoun.head.lemma_.lower() not in book.words.of_states


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
    """Whether people deal with it, and the pronoun's clause tells when or why: "will meet the union if it left".

    So do they with what is its own: "gathered outside the offices of Tarvex after it had sacked them".
    """
    clause = pronoun.head
    if clause.dep_ != "advcl" or pronoun.dep_ != "nsubj" or clause.i < clause.head.i:
        return False
    at = book.stands[j]
    while at.dep_ in _PART_OF and _is_party(book, at.head):
        at = at.head
    if at.dep_ not in _DEALT:
        return False
    verb = _governing(clause.head)
    doers = [book.cluster_at(child.i) for child in verb.children if child.dep_ == "nsubj"]
    one = next((doer for doer in doers if doer is not None), None)
    return one is not None and (one.type == "person" or one.plural) and _governing(at.head).i == verb.i


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
    """Whether somebody else reports this, whose "its" may be: "Vietnam said a ship had rammed | its | boat"."""
    at = token
    doers = grammar.children(token.head.head, "nsubj") if token.head.dep_ == "obj" else []
    if any(book.cluster_at(doer.i) is cluster for doer in doers) and cluster.type == "organization":
        return False  # "M23 will leave if the army stops its raids"
    while at.head.i != at.i:
        n = quotes.cues.get(at.head.i) if at.dep_ == "ccomp" else None
        head = book.drafts[n].source_head if n is not None else None
        teller = book.cluster_at(head) if head is not None and head < token.i else None
        if teller is not None and teller is not cluster:
            return teller.type in {"organization", "place"} and not teller.plural
        at = at.head
    return False


def _is_one_of_several(book: Book, j: int) -> bool:
    """Whether it is one of several such subjects ("France and Germany"), but not "the militia and its allies"."""
    token = book.tokens[book.mentions[j].head]
    first = token.head if token.dep_ == "conj" else token
    others = [one for one in (first, *grammar.children(first, "conj")) if one.i != token.i]
    return any(one.tag_ in _SINGULAR_TAGS for one in others)


def _is_judged_otherwise(book: Book, participle: Token) -> bool:
    """Whether the verb has an object that is no party, which is what is meant: "rejected the claim, calling it"."""
    return any(child.dep_ == "obj" and book.at_token[child.i] < 0 for child in participle.head.children)


def _only_other(book: Book, barred: set[int], k: int) -> Cluster | None:
    before = (book.owner[j] for j in range(k) if book.sentence[j] == book.sentence[k])
    others = {id(one): one for one in before if one is not None and id(one) not in barred}
    things = [one for one in others.values() if one.named and one.type != "person" and not one.plural]
    return things[0] if len(things) == 1 else None


def _nearer_thing(book: Book, quotes: Quotes, k: int, behind: int) -> bool:
    """Whether another singular subject that is no party stands between: "it" may well be that, unless only quoted.

    What something is done to may as well be an object: "Chad took the offer; Mali called it late".
    """
    first, last = behind + 1, book.mentions[k].head
    likely = _SUBJECTS | _OBJECTS if book.tokens[last].dep_ in _OBJECTS else _SUBJECTS
    own = quotes.holding(last)
    return any(
        token.dep_ in likely
        and token.tag_ == "NN"
        and book.at_token[token.i] < 0
        and quotes.holding(token.i) in {None, own}
        for token in book.tokens[first:last]
    )

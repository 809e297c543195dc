"""Pronouns in a reported clause: the speaker ("China said it was opposed"), or whom a spokesman or lawyer speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.coreference.cluster import BODIES
from onrecord.stages.coreference.deeds import undergoers
from onrecord.stages.coreference.holders import sides_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.quotes import Quotes

_RELATIVE_TAGS = frozenset({"WP", "WDT"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_QUOTE_TAGS = frozenset({"``", "''"})
_PART_OF = frozenset({"of"})
_OWNING = frozenset({"for", "of", "to"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})
_MAX_CLIMB = 6
_HEARERS = frozenset({"obj", "iobj"})


class Told(msgspec.Struct, frozen=True):
    """Whom the pronoun of a reported clause stands for; `of` is None where it could as well be another."""

    of: Cluster | None


def find_told_of(book: Book, quotes: Quotes, k: int, fits: Callable[[Cluster], bool]) -> Told | None:
    """Of whom it is told, where the pronoun is or owns the subject of what is said outside quotes; None elsewhere.

    Mostly of the teller: "the envoy said the text was bad and that his country would veto it". Of the hearer where
    it is the hearer's duty or lot: "told Ruiz that he should resign". Of the client or the chief where a mouthpiece
    speaks, and of nobody in particular where somebody of the family does.
    """
    pronoun = book.tokens[book.mentions[k].head]
    clause = _clause(pronoun)
    n = quotes.cues.get(clause.head.i) if clause is not None else None
    head = book.drafts[n].source_head if n is not None else None
    if clause is None or head is None or not head < clause.head.i < pronoun.i:
        return None
    cue = clause.head
    if book.tokens[head].tag_ in _RELATIVE_TAGS and cue.dep_ == "acl:relcl":
        head = cue.head.i  # "an architect who said he had been stiffed"
    if any(token.tag_ in _QUOTE_TAGS for token in book.tokens[cue.i : pronoun.i]):
        return None
    teller = book.cluster_at(head) or _whole_of(book, book.tokens[head])
    if teller is None and _are_some(book, pronoun, head):
        return Told(None)
    teller = _side_of(book, pronoun, teller) if teller is not None and not fits(teller) else teller
    if teller is None or not fits(teller) or _is_other_pronoun(book, pronoun, head) or _are_others(book, k, head):
        return None
    own = _own_clause(pronoun)
    for told in (_hearer(book, own, cue), _accused(book, own, cue, teller), _spoken_for(book, own, head, teller),
                 _surely_she(book, k, cue, teller)):  # fmt: skip
        if told is not None and (told.of is None or fits(told.of)):
            return told
    return Told(teller)


def _side_of(book: Book, pronoun: Token, teller: Cluster) -> Cluster | None:
    """The one body of which its person tells: "The board's chairman, Bo Lee, said | it | would appeal"."""
    thing = "thing" in book.words.pronoun.get(pronoun.lower_, "")
    if not thing or teller.type != "person" or _own_clause(pronoun).pos_ != "VERB":
        return None
    bodies = (side for side in sides_of(book, teller) if side.type == "organization" and not side.plural)
    sides = {id(side): side for side in bodies if side.country in {None, teller.country}}  # no state's envoy to the UN
    return next(iter(sides.values())) if len(sides) == 1 else None


def _whole_of(book: Book, some: Token) -> Cluster | None:
    """Of whom some say it: "many of the miners said they had not been paid"."""
    whole = next(iter(grammar.prep_objects(some, _PART_OF)), None) if some.pos_ != "NOUN" else None
    found = book.cluster_at(whole.i) if whole is not None else None
    return found if found is not None and found.plural else None


def _are_some(book: Book, pronoun: Token, head: int) -> bool:
    """Whether "both" or "many", of whom nobody knows who they are, say that they would."""
    plural = "plural" in book.words.pronoun.get(pronoun.lower_, "")
    return plural and book.tokens[head].pos_ in {"DET", "PRON", "ADJ", "NUM"} and book.at_token[head] < 0


def find_spoken_of(book: Book, quotes: Quotes, k: int) -> Iterator[Cluster]:
    """Of whom kin and mouthpieces tell what others do to them: "Dahmani's sister said guards had beaten her"."""
    pronoun = at = book.tokens[book.mentions[k].head]
    for _ in range(_MAX_CLIMB if pronoun.dep_ in _DONE_TO else 0):
        n = quotes.cues.get(at.head.i) if at.dep_ == "ccomp" else None
        head = book.drafts[n].source_head if n is not None else None
        if head is not None:
            speaks = book.tokens[head].lemma_.lower() in book.words.mouthpiece | book.words.kin and head < pronoun.i
            found = _owner_of(book, head) if speaks else None
            if found is not None:
                yield found
            return
        at = at.head


def hearers_before(book: Book, k: int) -> frozenset[int]:
    """Heads of those to whom the sentence before said something, where the pronoun `k` answers: "He replied"."""
    pronoun = book.tokens[book.mentions[k].head]
    first = pronoun.sent.start
    if not first or pronoun.dep_ != "nsubj" or pronoun.head.lemma_.lower() not in book.words.answering:
        return frozenset()
    root = book.tokens[first - 1].sent.root
    said = [root, *grammar.children(root, "conj")]
    return frozenset(child.i for verb in said for child in grammar.children(verb, *_HEARERS))


def _owner_of(book: Book, head: int) -> Cluster | None:
    """Whose spokesman or sister the speaker is: "Ruiz's spokesman", "a sister of Ruiz"."""
    speaker = book.tokens[head]
    owners = [child for child in speaker.children if child.dep_ == "nmod:poss"]
    owners += grammar.prep_objects(speaker, _OWNING)
    return next(_persons(book, owners), None)


def _are_others(book: Book, k: int, head: int) -> bool:
    """Whether "they" are others than the one body that tells it: "freed two monks. The group said they were well"."""
    plural = "plural" in book.words.pronoun[book.mentions[k].text.lower()]
    return plural and is_one_body(book, head) and people_near(book, k)


def is_one_body(book: Book, head: int) -> bool:
    """Whether the mention at a token calls a body by a singular ("the group"), so that its people are rather others."""
    at = book.at_token[head]
    cluster = book.owner[at] if at >= 0 else None
    if cluster is None or cluster.type not in BODIES or cluster.collective:
        return False
    plural = book.mentions[at].plural or book.tokens[head].tag_ in _PLURAL_TAGS
    return not (cluster.plural or plural)


def people_near(book: Book, k: int) -> bool:
    """Whether several people are told of in the sentence of `k`, or in the one before."""
    for j in range(k - 1, -1, -1):
        if book.sentence[k] - book.sentence[j] > 1:
            return False
        cluster = book.owner[j]
        if cluster is not None and cluster.plural and cluster.type == "group":
            return True
    return False


def _is_other_pronoun(book: Book, pronoun: Token, head: int) -> bool:
    """Whether the teller is a "they" or called by a plural and the pronoun an "it", or the other way round."""
    at = book.at_token[head]
    if at >= 0 and book.mentions[at].kind == "nominal" and book.mentions[at].plural:
        return "thing" in book.words.pronoun.get(pronoun.lower_, "")
    teller, own = (book.words.pronoun.get(token.lower_, "") for token in (book.tokens[head], pronoun))
    return bool(teller) and "plural" in (teller + own) and ("plural" in teller) != ("plural" in own)


def _clause(pronoun: Token) -> Token | None:
    """The clause that is said, of whose subject (or of its owner) the pronoun is."""
    subject = pronoun.head if pronoun.dep_ == "nmod:poss" else pronoun
    clause = subject.head
    while clause.dep_ == "conj":
        clause = clause.head
    return clause if clause.dep_ == "ccomp" and subject.dep_.startswith("nsubj") else None


def _own_clause(pronoun: Token) -> Token:
    return pronoun.head.head if pronoun.dep_ == "nmod:poss" else pronoun.head


def _persons(book: Book, heads: list[Token]) -> Iterator[Cluster]:
    for head in heads:
        found = book.cluster_at(head.i)
        if found is not None and found.type == "person":
            yield found


def _hearer(book: Book, clause: Token, cue: Token) -> Told | None:
    modals = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    allowed = grammar.negation(clause) is None and not modals.isdisjoint(book.words.permission)
    if not allowed and modals.isdisjoint(book.words.duty) and cue.lemma_.lower() not in book.words.warning:
        return None
    found = next(_persons(book, [child for child in cue.children if child.dep_ in _HEARERS]), None)
    return Told(found) if found is not None else None


def _accused(book: Book, clause: Token, cue: Token, teller: Cluster) -> Told | None:
    """Of whom it is said in "attacked Ruiz, saying he had lied"; "saying he would resign" may be of either."""
    if cue.dep_ != "advcl" or cue.tag_ != "VBG":
        return None
    found = next(_persons(book, undergoers(book, cue.head)), None)
    if found is None or found is teller:
        return None
    return Told(None if grammar.has_modal(clause) else found)


def _spoken_for(book: Book, clause: Token, head: int, teller: Cluster) -> Told | None:
    """Whom the speaker speaks for: a spokesman's chief, a lawyer's client. Left open for kin and friends."""
    lemma = book.tokens[head].lemma_.lower()
    found = _owner_of(book, head)
    if found is None and lemma in book.words.mouthpiece and _is_asked(clause):
        return Told(None)  # "a navy spokesman declined to say if he was on board"
    if found is None or found is teller:
        return None
    if lemma in book.words.mouthpiece:
        unable = grammar.negation(clause) is not None and grammar.has_modal(clause)
        return Told(None if unable else found)  # "said he could not comment"
    return Told(None) if lemma in book.words.kin and not teller.named else None


def _is_asked(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in grammar.WHETHER for child in clause.children)


def _surely_she(book: Book, k: int, cue: Token, teller: Cluster) -> Told | None:
    """Another person of the same clause whose sex is known to fit "she" or "he", where the speaker's is not known."""
    sex = book.gender(k)
    if sex is None or teller.gender is not None:
        return None
    for j in range(k - 1, -1, -1):
        if book.mentions[j].head < cue.i:
            return None
        other = book.owner[j]
        if other is not None and other is not teller and book.mentions[j].kind != "pronoun" and book.gender(j) == sex:
            return Told(other)
    return None

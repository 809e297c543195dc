"""What the reporter adds at the end of what is said: what else is true, what was left out, what it is the latest of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import negation
from onrecord.stages.attributions.edges import is_set_against, open_words

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.page import Page, Stretch


def without_closing(stretch: Stretch, page: Page) -> Stretch:
    """Content less all that its end has from the reporter."""
    return without_frame(without_reticence(without_concession(without_answer(stretch, page), page), page), page)


def without_answer(stretch: Stretch, page: Page) -> Stretch:
    """Content less what another makes of it behind its last comma: "…, a charge that the army denies"."""
    span = open_words(stretch, page)
    if span is None:
        return stretch
    for comma in span[2:-2]:
        if comma.text != ",":
            continue
        first = comma.nbor(1)
        if is_answered(first, page) and first.head.right_edge.i >= span[-1].i:
            return stretch[0], comma.idx
        if _is_disputed(first, page) and first.head.right_edge.i >= span[-1].i - 1:
            return stretch[0], comma.idx
    return stretch


def _is_disputed(which: Token, page: Page) -> bool:
    """Whether a clause opens there with who disputes it all ("said it was safe, | which nurses deny")."""
    clause = which.head
    others = any(child.dep_ == "nsubj" and child != which for child in clause.lefts)
    return which.tag_ == "WDT" and others and clause.lemma_.lower() in page.disputing


def is_reporters(first: Token, page: Page) -> bool:
    """Whether a second part of the sentence is the reporter's: set against what is said, or how others answer it."""
    return is_set_against(first, page) or is_answered(first, page)


def is_answered(article: Token, page: Page) -> bool:
    """Whether a noun for what was said opens there, with who does something about it ("a demand echoed by Chad")."""
    noun = article.head
    if article.dep_ != "det" or noun.lemma_.lower() not in page.answered:
        return False
    clause = next((child for child in noun.rights if child.dep_ in {"acl", "acl:relcl"}), None)
    if clause is None or clause.tag_ == "VBG":
        return False
    others = (
        child for child in clause.children if child.dep_ in {"nsubj", "obl:agent"} and "PronType=Rel" not in child.morph
    )
    return any(child.tag_ not in {"WDT", "WP"} for child in others)


def without_concession(stretch: Stretch, page: Page) -> Stretch:
    """Content less an "although" clause that closes its sentence after a comma: there the reporter speaks again.

    Likewise less what the speaker left out or did as he spoke ("…, without giving details", "…, pointing at a map").
    """
    span = open_words(stretch, page)
    if span is None:
        return stretch
    for token in span[1:]:
        clause = token.head
        closes = clause.left_edge.i >= token.i - 1 and clause.right_edge.i >= span[-1].i - 1
        left_out = token.lower_ == "without" and clause.tag_ == "VBG" and clause.lemma_.lower() in page.left_out
        aside = token.lower_ in page.concessions or left_out
        if closes and aside and token.dep_ == "mark" and token.nbor(-1).text == ",":
            return stretch[0], token.nbor(-1).idx
        if _is_manner(token, page) and token.right_edge.i >= span[-1].i - 1:
            return stretch[0], token.nbor(-1).idx
    return stretch


def _is_manner(gerund: Token, page: Page) -> bool:
    """Whether it opens with what somebody does as he speaks ("…, | speaking on condition of anonymity")."""
    opens = gerund.tag_ == "VBG" and gerund.dep_ == "advcl" and gerund.left_edge.i >= gerund.i - 1
    return opens and gerund.i > 0 and gerund.nbor(-1).text == "," and gerund.lemma_.lower() in page.manners


def without_reticence(stretch: Stretch, page: Page) -> Stretch:
    """Content less what the speaker did not say besides ("…, but gave no details", "… and did not elaborate")."""
    span = open_words(stretch, page)
    if span is None:
        return stretch
    for verb in span[2:]:
        left = verb.left_edge
        joined = next((child for child in verb.lefts if child.dep_ == "cc"), None)
        if verb.dep_ != "conj" or joined is None or joined.i < span[1].i or left.i < joined.i - 1:
            continue
        subject = any(child.dep_.startswith("nsubj") for child in verb.lefts)
        finite = verb.tag_ != "VB" or any(child.dep_ == "aux" for child in verb.lefts)  # not "what to say or not say"
        if finite and not subject and verb.lemma_.lower() in page.left_out and _is_negated(verb):
            return stretch[0], joined.idx
    return stretch


def _is_negated(verb: Token) -> bool:
    """Whether nothing of the kind was done ("gave no details", "did not elaborate")."""
    return negation(verb) is not None or any(c.dep_ == "obj" and c.left_edge.lower_ == "no" for c in verb.rights)


def without_frame(stretch: Stretch, page: Page) -> Stretch:
    """Content less the phrase behind its last comma by which a reporter ranks it ("…, in the latest breach of it")."""
    span = open_words(stretch, page)
    comma = next((token for token in reversed(span) if token.text == ","), None) if span is not None else None
    if span is None or comma is None or comma.i == span.start:
        return stretch
    words = page.text[comma.idx + 1 : stretch[1]].lower().split()
    opens = any(words[: len(frame)] == frame for frame in page.frames)
    return (stretch[0], comma.idx) if opens else stretch

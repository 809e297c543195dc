"""What stands around a cue and may name who speaks: the agent of a passive, whose noun it is, prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import is_passive
from onrecord.stages.attributions.cues import lemma_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.page import Page


def verb_over(token: Token) -> Token:
    """The nearest verb above a token; the head of the sentence where there is none."""
    at = token.head
    while at.pos_ not in {"VERB", "AUX"} and at.head != at:
        at = at.head
    return at


def issued_by(verb: Token, page: Page, light: frozenset[str], forms: Mapping[str, str]) -> Token | None:
    """The verb with which somebody puts out the text that speaks here ("issued a statement calling …")."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or after_comma(verb) or noun.dep_ not in {"obj", "obl"}:
        return None
    texts = [noun] if noun.dep_ == "obj" else [c for c in noun.head.rights if c.dep_ == "obj" and c.i < noun.i]
    wrote = any(text.lemma_.lower() in page.venues and text.i > text.head.i for text in texts)
    return noun.head if wrote and lemma_of(noun.head, forms) in light else None


def quoted_through(verb: Token) -> Token | None:
    """The verb of quoting over "saying" in "television quoted the army as saying"."""
    if verb.tag_ == "VBG" and any(c.dep_ in {"mark", "case"} and c.lower_ == "as" for c in verb.lefts):
        return verb.head
    return None


def agent_of(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and case_of(child) == "by" and is_passive(verb)):
            return child
    return None


def charge_behind(agent: Token) -> Token | None:
    """What somebody is accused of behind who accuses, wherever it is hung ("accused by Lima | of rigging it")."""
    if agent.dep_ != "obl:agent":
        return None
    beside = (c for c in agent.head.rights if c.dep_ == "advcl" and c.left_edge.i == agent.right_edge.i + 1)
    under = (c for c in agent.rights if c.dep_ == "acl")
    return next((c for c in (*under, *beside) if c.tag_ == "VBG" and c.left_edge.lower_ == "of"), None)


def text_referred_to(verb: Token) -> Token | None:
    """The text that a bare participle behind "as" refers to ("as stated in the treaty")."""
    texts = (child for child in verb.rights if child.dep_ == "obl" and case_of(child) == "in")
    return next(texts, None) if is_reference(verb) else None


def is_reference(verb: Token) -> bool:
    """Whether a verb is a bare participle behind "as" ("as stated in the treaty", "as promised")."""
    bare = not any(child.dep_.startswith(("aux", "nsubj")) for child in verb.lefts)
    return verb.tag_ == "VBN" and bare and any(child.lower_ == "as" for child in verb.lefts)


def beside_title(head: Token) -> Token:
    """The name, where the parser made two subjects of title and name ("Interior Minister | Ali Haddad")."""
    for sibling in head.head.children:
        if sibling.dep_ == head.dep_ and sibling.i > head.i and sibling.pos_ == "PROPN":
            between = head.doc[head.i + 1 : sibling.left_edge.i]
            if all(token.is_space for token in between):
                return sibling
    return head


def possessor_of(noun: Token) -> Token | None:
    """Whose noun it is: "the army's claim", "a claim by the army", "calls from residents"."""
    for child in noun.lefts:
        if child.dep_ == "nmod:poss":
            return child
    for child in noun.rights:
        if child.dep_ in {"nmod", "obl"} and case_of(child) in {"by", "from", "among"}:
            return child
    return None


def case_of(token: Token) -> str:
    """The preposition of a noun phrase; "" where it has none."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def after_comma(token: Token) -> bool:
    """Whether a comma or dash sets the token's phrase off from what stands before it."""
    first = token.left_edge
    if first.text in {",", "-", "--", "—", "–"}:
        return True
    return first.i > 0 and first.nbor(-1).text in {",", "-", "--", "—", "–"}

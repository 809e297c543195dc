"""Which words stand for a noun phrase, as offsets into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar.tree import is_relative
from onrecord.language.quotes import with_its_marks
from onrecord.language.text import text_of

if TYPE_CHECKING:
    from onrecord.language.plain_words import Span, Token

_PHRASE_PARTS = frozenset(
    {
        "det", "det:predet", "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nummod", "flat",
        "fixed", "goeswith", "flat:name",
    }
)  # fmt: skip
_TELLS_WHICH = _PHRASE_PARTS | {"acl", "acl:relcl", "obl", "xcomp", "ccomp", "conj"}
_REMARKS = frozenset({"acl", "acl:relcl", "appos", "parataxis", "advcl", "obl"})
_DASHES = frozenset({"-", "--", "–", "—"})
_SETTING_OFF = _DASHES | {",", "("}
_PAUSES = frozenset({";", ":"})


def phrase(token: Token) -> tuple[int, int]:
    """Offsets of the noun phrase of `token`, without relative clauses, appositions, siblings and prepositions."""
    parts = [token]
    for part in parts:
        parts += [child for child in part.children if _belongs(child, part, token)]
    return _extent(parts)


def thing_phrase(token: Token) -> tuple[int, int]:
    """Like `phrase`, with the participles and infinitives that hang on the noun ("an appeal lodged by the party").

    What a comma sets off says more of it and does not tell which it is; nor does what is told of others inside it.
    """
    start, end = phrase(token)
    last = token
    for child in token.rights:
        if child.dep_ in _PHRASE_PARTS or (child.dep_ == "acl" and not any(map(is_relative, child.lefts))):
            last = child
    tail = _up_to_a_pause(last) if last.dep_ == "acl" else []
    return (start, max(end, _extent(tail)[1])) if tail else (start, end)


def whole_phrase(token: Token, beside: Token | None = None) -> tuple[int, int]:
    """Like `phrase`, with all that tells which thing is meant: clauses, participles, infinitives, joined nouns.

    Left out are a remark that a comma sets off at its end ("the raid, which killed two"), nouns with an article or a
    name of their own, which are things of their own ("the law and the tax"), and what holds the word `beside`, which
    says something of the thing ("a plan | backed by Chad").
    """
    start, end = phrase(token)
    last = token.i
    for child in token.rights:
        told = beside is not None and child.left_edge.i <= beside.i <= child.right_edge.i
        if told or (child.dep_ == "conj" and stands_alone(child)):
            break
        if child.dep_ in _TELLS_WHICH:
            last = child.right_edge.i
    words = _without_remark(token.doc[token.i : last + 1]) if last > token.i else []
    return (start, max(end if len(words) > 1 else start, _extent(words)[1])) if words else (start, end)


def stands_alone(noun: Token) -> bool:
    """Whether a joined noun is a thing of its own: a name, a clause, or with an article or owner."""
    return noun.pos_ not in {"NOUN", "ADJ"} or any(child.dep_ in {"det", "nmod:poss", "cop"} for child in noun.lefts)


def _without_remark(words: Span) -> list[Token]:
    """A phrase less the clause or second name behind a comma that closes it, and what stands behind a pause."""
    told = list(words)
    for token in words[1:]:
        if token.text in _PAUSES or token.is_space:
            return told[: token.i - words.start]
        first = token.left_edge
        before = first if first.is_punct or first.i == 0 else first.nbor(-1)
        closes = token.right_edge.i >= words.end - 1 and before.i > words.start
        if token.dep_ in _REMARKS and before.text in _SETTING_OFF and closes and not _closes(before, words):
            return told[: before.i - words.start]
    return told


def _closes(mark: Token, words: Span) -> bool:
    """Whether a dash ends what one before it in the words began ("a plan to send nine - a first - | to Gao")."""
    return mark.text in _DASHES and sum(word.text in _DASHES for word in words if word.i < mark.i) % 2 == 1


def _up_to_a_pause(clause: Token) -> list[Token]:
    """The clause as far as a comma or a relative clause; nothing of one that a comma sets off."""
    told: list[Token] = []
    for part in clause.subtree:
        if part.text == "," or (part.dep_ == "acl:relcl" and part.left_edge.i == part.i):
            break
        if is_relative(part):
            break
        told.append(part)
    return told if clause in told else []


def _belongs(child: Token, part: Token, head: Token) -> bool:
    if child.dep_ in _PHRASE_PARTS:
        return True
    if child.dep_ in {"case", "cc", "conj", "appos"}:
        return part is not head  # inside a modifier they belong to it
    if child.dep_ == "advmod":
        return child.i < part.i and (part.pos_ == "NUM" or part.dep_ in {"nummod", "amod", "det"})  # "about | 30"
    return False


def full_phrase(token: Token) -> tuple[int, int]:
    """Offsets of all that hangs on `token`, less outer punctuation and the leading preposition."""
    parts = list(token.subtree)
    leading = {child.i for child in token.children if child.dep_ in {"case", "mark", "cc"} and child.i < token.i}
    while len(parts) > 1 and (parts[0].i in leading or parts[0].is_punct or parts[0].is_space):
        parts.pop(0)
    return _extent(parts)


def _is_loose(mark: Token) -> bool:
    """Whether a mark at the end is no part of the phrase; the full stop of "Corp." is, and a per cent sign."""
    return mark.dep_ == "punct" or (mark.is_punct and mark.pos_ != "SYM" and not mark.text.endswith("."))


def _extent(parts: list[Token]) -> tuple[int, int]:
    ordered = sorted((part for part in parts if not part.is_space), key=lambda part: part.i) or parts
    while len(ordered) > 1 and _is_loose(ordered[-1]):
        ordered.pop()
    while len(ordered) > 1 and (ordered[0].is_punct or ordered[0].is_space):
        ordered.pop(0)
    return with_its_marks(text_of(ordered[0].doc), ordered[0].idx, ordered[-1].idx + len(ordered[-1]))

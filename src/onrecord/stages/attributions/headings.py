"""Headings that name their voice beside a colon or dash: "Police: gunman killed two", "Rebels shell market: army"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.source_edges import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.search import Search

_MAX_VOICE = 6
_MIN_TOLD = 3
_DASHES = frozenset({"-", "–", "—"})
_OPENERS = frozenset("“\"'‘«„")
_QUOTES = re.compile(r"(?:^|\s)[“\"‘'«]\w\S*(?: \S+){2,}")  # some words in marks, not only one
_NO_NAME = frozenset({"VERB", "AUX", "ADP", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def heading_voices(search: Search) -> Iterator[Candidate]:
    """Candidates of headings, at most one each: who speaks stands before a colon, or behind one at the end.

    Before a colon a person or a place may be what the report is about ("Mali: rebels take town"), unless words in marks
    follow.
    """
    for start, end in search.page.headings:
        line = search.doc.char_span(start, end, alignment_mode="expand")
        words = [token for token in line if not token.is_space] if line is not None else []
        found = _before(words, search) or _behind(words, search)
        if found is not None:
            yield found


def _before(words: Sequence[Token], search: Search) -> Candidate | None:
    """The voice before the first colon, with what it is about where a quotation follows ("Ruiz on taxes: “No”")."""
    place = next((at for at, token in enumerate(words[: _MAX_VOICE + 1]) if token.text == ":"), 0)
    voice, told = words[:place], words[place + 1 :]
    if not voice or not told or any(token.pos_ in {"VERB", "AUX"} for token in voice):
        return None
    quoted = told[0].text[0] in _OPENERS
    about = next((at for at, token in enumerate(voice) if token.pos_ == "ADP"), len(voice)) if quoted else len(voice)
    voice, topic = voice[:about], voice[about:]
    if not voice:
        return None
    head = _head_of(voice)
    named = head.pos_ == "PROPN" or head.i in search.parties
    surname = len(voice) == 1 and head.ent_type_ == "PERSON" and _QUOTES.search(_text_of(told)) is not None
    if not (surname or (named if quoted else _is_voice(head, told, search))):
        return None
    return _candidate(voice, (topic[0] if topic else words[place], words[place]), told, search)


def _behind(words: Sequence[Token], search: Search) -> Candidate | None:
    """The voice behind the last colon or dash ("Militants attack base in Mali: army")."""
    marks = [
        at for at, token in enumerate(words) if token.text == ":" or (token.text in _DASHES and _is_set_off(token))
    ]
    if not marks or not 0 < len(words) - 1 - marks[-1] <= _MAX_VOICE:
        return None
    told, voice = words[: marks[-1]], words[marks[-1] + 1 :]
    head = _head_of(voice)
    named = head.ent_type_ in {"PERSON", "ORGANIZATION"} and _tells(told)
    if not (named or _is_voice(head, told, search)) or any(token.pos_ in _NO_NAME for token in voice):
        return None
    return _candidate(voice, (words[marks[-1]], words[marks[-1]]), told, search)


def _head_of(voice: Sequence[Token]) -> Token:
    """The head of a name or noun phrase that stands by itself."""
    head = voice[-1]
    while head.dep_ in {"flat", "appos"} and head.head in voice:
        head = head.head
    return head


def _is_voice(head: Token, told: Sequence[Token], search: Search) -> bool:
    """Whether people or a text stand there that a heading would not only be about, or a body with a verb beyond it.

    Parsers often take the verbs of headings for nouns ("Militants attack base"), so for the former none is asked for.
    """
    if head.pos_ in _NOUNS and head.lemma_.lower() in search.heading_voices:
        return len(told) >= _MIN_TOLD
    return head.i in search.voices and _tells(told)


def _text_of(words: Sequence[Token]) -> str:
    return words[0].doc[words[0].i : words[-1].i + 1].text


def _tells(words: Sequence[Token]) -> bool:
    return len(words) >= _MIN_TOLD and any(token.pos_ in {"VERB", "AUX"} for token in words)


def _is_set_off(dash: Token) -> bool:
    return bool(dash.whitespace_) and dash.i > 0 and bool(dash.nbor(-1).whitespace_)


def _candidate(
    voice: Sequence[Token], cue: tuple[Token, Token], told: Sequence[Token], search: Search
) -> Candidate | None:
    """The candidate of a heading: who speaks, the mark as its cue, what is told."""
    piece = search.page.trim(told[0].idx, told[-1].idx + len(told[-1]))
    if piece is None:
        return None
    head = _head_of(voice)
    return Candidate(
        source=Source(start=voice[0].idx, end=voice[-1].idx + len(voice[-1]), head=head.i, owner=head.i),
        cue=(cue[0].idx, cue[1].idx + len(cue[1])),
        cue_head=cue[1].i,
        pieces=(piece,),
        table="speech_cue",
        clause=True,
    )

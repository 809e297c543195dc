"""Everything that a reading needs, loaded once for all tests, and a text as the stages get it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import MissingDataError
from onrecord.language.mending import mend
from onrecord.language.plain import as_plain
from onrecord.lexicon.load import Lexicon, load_lexicon
from onrecord.pipeline import read
from onrecord.reading.event import TOLD_AS_FACT
from onrecord.resources import Resources, keep_resources

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event


@cache
def know() -> Resources:
    """Return the parser, the lexicon, the actor base and the gazetteer; the test skips where one is missing."""
    try:
        return keep_resources()
    except MissingDataError as error:
        pytest.skip(str(error))


@cache
def shipped_lexicon() -> Lexicon:
    """Return the shipped lexicon alone; it is frozen, so every test may have the same."""
    return load_lexicon()


def parsed(text: str) -> Doc:
    """Return a text parsed and put right, as the pipeline hands it to the stages."""
    doc = as_plain(know().parser(text))
    mend(doc, know().lexicon, know().actors.countries.is_name, know().actors.label_of)
    return doc


def act(text: str, word: str) -> Event:
    """The one act that a report tells of by this word."""
    (event,) = [event for event in read(text, know()).events if event.trigger.text == word]
    return event


def parties(event: Event) -> tuple[str, str]:
    """The words for who does it and to whom, several of them behind one another."""
    return "; ".join(a.text for a in event.actors), "; ".join(a.text for a in event.recipients)


def types_told(text: str) -> list[str]:
    """The types of acts that a text tells as fact, each once, in order."""
    facts = (event for event in read(text, know()).events if event.factuality.told in TOLD_AS_FACT)
    return sorted({event.type for event in facts})


def entities_of(text: str) -> list[tuple[str, tuple[str, ...], Entity]]:
    """Return the entities of a text, each with its type and the words of its mentions."""
    return [(e.type, tuple(m.text for m in e.mentions), e) for e in read(text, know()).entities]

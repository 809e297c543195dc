"""What reading needs besides the report: words, knowledge of the world, the parser. Loaded once, passed on."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import msgspec

from onrecord.reading.reading import MadeBy
from onrecord.settings import Settings
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.knowledge.actors import Actors
    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.language.parser import Parser
    from onrecord.lexicon.load import Lexicon


_YOUNG = 10_000  # new objects between two looks of the collector: some two reports


class Resources(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that `pipeline.read_doc` asks; holds no state that a report could change."""

    version: str
    model: str
    parser: Parser
    lexicon: Lexicon
    actors: Actors
    gazetteer: Gazetteer

    @property
    def made_by(self) -> MadeBy:
        """The versions that every reading made with these names."""
        return MadeBy(onrecord=self.version, model=self.model, lexicon=self.lexicon.version)


def load_resources(settings: Settings | None = None) -> Resources:
    """Load the parser, the lexicon and the knowledge that `settings` names.

    Raises:
        MissingDataError: the network or the gazetteer is not installed.
        LexiconError: a lexicon file of the user's own is wrong.
    """
    from onrecord.knowledge.actors import load_actors  # noqa: PLC0415 - heavy, and only reading needs them
    from onrecord.knowledge.gazetteer import load_gazetteer  # noqa: PLC0415
    from onrecord.language.parser import load  # noqa: PLC0415
    from onrecord.lexicon.load import load_lexicon  # noqa: PLC0415

    settings = settings or Settings()
    parser = load(settings.model, settings.runtime)
    lexicon = load_lexicon(settings.lexicon)
    return Resources(
        version=__version__,
        model=parser.name,
        parser=parser,
        lexicon=lexicon,
        actors=load_actors().joined_with(lexicon.entries("actor")),
        gazetteer=load_gazetteer(),
    )


def keep_resources(settings: Settings | None = None) -> Resources:
    """`load_resources`, for a process that reads until it ends.

    What is there once they are loaded is left alone by the collector of rings, which else walks the whole lexicon time
    and again, while it is made first of all: half of the time that loading takes. It also looks less often afterwards,
    since a report's words take themselves apart.

    Raises:
        MissingDataError: the network or the gazetteer is not installed.
        LexiconError: a lexicon file of the user's own is wrong.
    """
    gc.disable()
    try:
        know = load_resources(settings)
        gc.freeze()
    finally:
        gc.enable()
    gc.set_threshold(_YOUNG)
    return know

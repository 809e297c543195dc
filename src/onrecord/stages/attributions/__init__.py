"""Who says what: source, cue and content, for every kind of cue (PolNeAR's terms and extents; Newell et al. 2018)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions.search import Search
from onrecord.stages.attributions.settle import settle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import AttributionDraft, MentionDraft
    from onrecord.reading.reading import Furniture

__all__ = ["find_attributions"]


def find_attributions(
    doc: Doc, mentions: Sequence[MentionDraft], furniture: Sequence[Furniture], lexicon: Lexicon
) -> tuple[AttributionDraft, ...]:
    """Every attribution of the report, in the order of the text.

    Each cue of the lexicon is tried with the frame of its entry; quotations without a cue of their own go to who spoke
    last. Attributions inside the content of another are kept where something is said or written in them. Time grows
    with the length of the report and the depth of its sentences.
    """
    search = Search(doc, mentions, furniture, lexicon)
    return settle(search)

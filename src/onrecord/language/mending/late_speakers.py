"""Speakers hung on a verb of what they say: "… and killed the principal, | police in the state | said".

English news puts nobody who acts behind his verb; whoever stands between a comma or a quotation and a verb of saying
is who says it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_SUBJECTS = ("nsubj", "nsubj:pass")
_LABELS = (*_SUBJECTS, "obl:agent")  # to some parsers the doer of a passive, though no "by" says so


def mend_late_speakers(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such speaker on his own verb; `doc` is changed in place, time linear in tokens."""
    speech = lexicon.words("speech_cue")
    for place in having(doc, "DEP", _LABELS):
        speaker = doc[place]
        end = speaker.right_edge.i + 1
        if end + 1 < len(doc) and doc[end].text == "," and grammar.children(speaker, "appos"):
            end += 1  # "its chairman, Bo Lee, | said", where the comma hangs on something else
        first = speaker.left_edge.i
        if (
            grammar.preposition(speaker)
            or speaker.i < speaker.head.i
            or end >= len(doc)
            or first == 0
            or not (doc[first - 1].text == "," or doc[first - 1].is_quote)
        ):
            continue
        said = doc[end]
        if said.tag_ == "VBD" and said.lemma_.lower() in speech and not _has_subject(said):
            hang(speaker, said, "nsubj")


def _has_subject(verb: Token) -> bool:
    return bool(grammar.children(verb, *_SUBJECTS))

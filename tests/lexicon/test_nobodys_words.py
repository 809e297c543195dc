"""Acts, events and questions that are nobody's words, and words that are another's than the nearest one's."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


def _said(text: str) -> list[tuple[str | None, list[str]]]:
    found = read(text, know()).attributions
    return [(a.source.text if a.source else None, [part.text for part in a.content]) for a in found]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Guests who were invited to attend the feast came by bus.", "an act"),
        ("The study was published on Friday.", "likewise"),
        ("A fire was reported at a mill at nine.", "an event"),
        ("Sixty buses have been ordered from a plant in China.", "a purchase"),
        ("The old mill is called Bellview.", "a name"),
        ("Police were called to the bar on Canal Street.", "where to"),
        ("Several sites were considered for the jail.", "nobody thinks so"),
        ("Pop star Lena Cruz tweeted a picture of her house.", "no words"),
        ("The magazine published its last issue in May.", "likewise"),
        ("At a hearing, defendants learn what crimes they are charged with.", "a question"),
        ("Nobody has claimed that the bridge is safe.", "nobody"),
    ],
)
def test_nobody_says_it(text: str, reason: str) -> None:
    assert _said(text) == [], reason


@pytest.mark.parametrize(
    ("text", "source", "content", "reason"),
    [
        ("The rate rose to 7 percent, which, according to the bank, is the highest since 1998.", "the bank",
         ["which", "is the highest since 1998"], "only the clause around it"),
        ("The militia holds 300 people, who, the UN says, are kept in ships.", "the UN", ["who", "are kept in ships"],
         "likewise"),
        ("According to the charges, Banks sold pills and, prosecutors say, paid his sources in cash.", "prosecutors",
         ["Banks sold pills and", "paid his sources in cash"], "not on whose word else"),
        ("It was the worst flood in memory, residents said, but the dikes held and nobody was killed.", "residents",
         ["It was the worst flood in memory"], "what is said, and not what follows"),
        ("The report found that guards had beaten inmates and recommended that the warden be dismissed.", "The report",
         ["that the warden be dismissed"], "no guards do"),
        ('The envoy said the rebels "must lay down their arms," while warning the army not to shell the town.',
         "The envoy", ["the army not to shell the town"], "no rebels do"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, source: str | None, content: list[str], reason: str) -> None:
    assert (source, content) in _said(text), reason

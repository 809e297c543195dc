"""Two parties before an act are two names, whatever the hyphen between them."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.knowledge.actors import load_actors
from onrecord.language.mending.paired_names import split_paired_names
from onrecord.language.plain import as_plain

ACT = """
The DET DT 5 det
Israel~ PROPN NNP 4 compound
-~ PUNCT HYPH 2 punct
Hamas PROPN NNP 5 compound
war NOUN NN 6 nsubj
widened VERB VBD 0 root
"""
OF_TWO_WORDS = """
US~ PROPN NNP 6 dep
-~ PUNCT HYPH 1 punct
South PROPN NNP 4 compound
Korea PROPN NNP 5 compound
drills NOUN NNS 6 nsubj
began VERB VBD 0 root
"""
PERSON = """
An DET DT 5 det
Israeli~ ADJ JJ 4 amod
-~ PUNCT HYPH 2 punct
American ADJ JJ 5 amod
poet NOUN NN 6 nsubj
read VERB VBD 0 root
"""
SPACED = ACT.replace("~", "")
UNKNOWN = ACT.replace("Israel~", "Hull~").replace("Hamas", "Leeds")


def _full(lines: str) -> str:
    """CoNLL-U of FORM UPOS XPOS HEAD DEPREL; a form that ends in ~ has no space behind it."""
    rows = [line.split() for line in lines.strip().splitlines()]
    return "\n".join(
        "\t".join(
            [
                *(
                    str(at),
                    form.rstrip("~"),
                    form.rstrip("~").lower().removesuffix("s"),
                    upos,
                    xpos,
                    "_",
                    head,
                    label,
                    "_",
                ),
                "SpaceAfter=No" if form.endswith("~") else "_",
            ]
        )
        for at, (form, upos, xpos, head, label) in enumerate(rows, 1)
    )


@pytest.mark.parametrize(
    ("lines", "names", "arcs", "why"),
    [
        (ACT, [("Israel", "PLACE"), ("Hamas", "ORGANIZATION")], {"Israel": "war", "Hamas": "Israel"}, "a war of two"),
        (OF_TWO_WORDS, [("US", "PLACE"), ("South Korea", "PLACE")], {"US": "drills", "Korea": "US"}, "longest names"),
        (PERSON, [], {"Israeli": "American", "American": "poet"}, "one poet has two countries"),
        (SPACED, [], {"Israel": "Hamas", "Hamas": "war"}, "a dash with spaces joins nobody"),
        (UNKNOWN, [], {"Hull": "Leeds", "Leeds": "war"}, "words that are no known names stay as they are"),
    ],
)
def test_two_parties_stand_side_by_side(
    lines: str, names: list[tuple[str, str]], arcs: dict[str, str], why: str
) -> None:
    """Names and the heads of their last words after splitting."""
    doc = as_plain(doc_of(_full(lines)))
    split_paired_names(doc, shipped_lexicon(), load_actors().label_of)
    assert [(name.text, name.label_) for name in doc.ents] == names, why
    assert {token.text: token.head.text for token in doc if token.text in arcs} == arcs, why


def test_a_war_with_a_capital_is_an_act() -> None:
    """In "the Israel-Hamas War" the last word is the noun of an act, whatever its capital says."""
    doc = as_plain(doc_of(_full(ACT.replace("war NOUN NN", "War PROPN NNP"))))
    split_paired_names(doc, shipped_lexicon(), load_actors().label_of)
    assert [(token.pos_, token.tag_) for token in doc if token.text == "War"] == [("NOUN", "NN")]

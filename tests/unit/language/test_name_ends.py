"""Names that end in the sign of the genitive."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from build import doc_of
from onrecord.language.name_ends import take_hyphens, take_signs

COMPANY = "Moody Moody PROPN 3 nsubj NNP _ ent=B-ORGANIZATION\n's 's PART 1 case POS\ncut cut VERB 0 root VBD"
OWNED = (
    "Moody Moody PROPN 3 nmod:poss NNP _ ent=B-PERSON\n's 's PART 1 case POS\nrating rating NOUN 4 nsubj NN\n"
    "fell fall VERB 0 root VBD"
)
FRIEND = (
    "Ali Ali PROPN 2 nsubj NNP _ ent=B-PERSON\nmet meet VERB 0 root VBD\nfriends friend NOUN 2 obj NNS\n"
    "of of ADP 5 case IN\nSilva Silva PROPN 3 nmod NNP _ ent=B-PERSON\n's 's PART 5 case POS\n. . PUNCT 2 punct ."
)
ELSEWHERE = (
    "Ana Ana PROPN 3 nsubj NNP _ ent=B-PERSON\nSilva Silva PROPN 1 flat NNP _ ent=I-PERSON\nled lead VERB 0 root VBD\n"
    "but but CCONJ 7 cc CC\nSilva Silva PROPN 7 nsubj NNP _ ent=B-PERSON\n's 's PART 5 case POS\n"
    "fell fall VERB 3 conj VBD"
)
TOWN = "Oslo Oslo PROPN 3 nsubj NNP _ ent=B-PLACE\n's 's PART 1 case POS\nfell fall VERB 0 root VBD"
JOINED = (
    "Chad Chad PROPN 5 nmod:poss NNP _ ent=B-ORGANIZATION\nand and CCONJ 3 cc CC\n"
    "Togo Togo PROPN 1 conj NNP _ ent=B-ORGANIZATION\n's 's PART 3 case POS\nare be AUX 0 root VBP"
)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (COMPANY, [("Moody's", "ORGANIZATION")], "what cut it is called so"),
        (OWNED, [("Moody", "PERSON")], "the rating is theirs"),
        (FRIEND, [("Ali", "PERSON"), ("Silva", "PERSON")], "friends of hers"),
        (ELSEWHERE, [("Ana Silva", "PERSON"), ("Silva", "PERSON")], "a person who is named without it elsewhere"),
        (TOWN, [("Oslo", "PLACE")], "a town's, of which more is understood"),
        (JOINED, [("Chad", "ORGANIZATION"), ("Togo", "ORGANIZATION")], "both own together"),
    ],
)
def test_what_owns_nothing_has_the_sign(text: str, expected: list[tuple[str, str]], why: str) -> None:
    doc = doc_of(text)
    take_signs(doc)
    assert [(name.text, name.label_) for name in doc.ents] == expected, why


def _hyphenated(rest_label: str, spaces: str) -> str:
    rows = [
        "1 Kim Kim PROPN NNP _ 5 nsubj _ _",
        f"2 Jong Jong PROPN NNP _ 1 flat _ {spaces}",
        f"3 - - PUNCT HYPH _ 4 punct _ {spaces}",
        f"4 un un PROPN NNP _ 2 {rest_label} _ _",
        "5 spoke speak VERB VBD _ 0 root _ _",
    ]
    return "\n".join(row.replace(" ", "\t") for row in rows)


@pytest.mark.parametrize(
    ("label", "spaces", "name", "why"),
    [
        ("flat", "SpaceAfter=No", "Kim Jong-un", "the tree has the word in the name"),
        ("appos", "SpaceAfter=No", "Kim Jong", "a word beside the name"),
        ("flat", "_", "Kim Jong", "a dash between words"),
    ],
)
def test_a_name_goes_on_over_its_hyphen(label: str, spaces: str, name: str, why: str) -> None:
    """The network often ends a name before a part in small letters."""
    doc = doc_of(_hyphenated(label, spaces))
    doc.set_ents([Span(doc, 0, 2, label="PERSON")])
    take_hyphens(doc)
    assert [found.text for found in doc.ents] == [name], why

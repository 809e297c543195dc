"""Who is called what: the first of two nouns is who is called so."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.called import mend_called

COMPOUND = """
Mali Mali PROPN 2 nsubj NNP
called call VERB 0 root VBD
the the DET 5 det DT
{first} {lemma} NOUN 5 compound {tag}
{second} {second} NOUN 2 xcomp NNS
"""
TWO = """
Mali Mali PROPN 2 nsubj NNP
called call VERB 0 root VBD
Diallo Diallo PROPN 2 xcomp NNP
a a DET 5 det DT
hero hero NOUN 2 xcomp NN
"""
FOREIGN = """
Mali Mali PROPN 2 nsubj NNP
declared declare VERB 0 root VBD
the the DET 5 det DT
envoy envoy NOUN 5 compound NN
persona persona NOUN 2 obj NN
non non X 5 flat FW
"""
BEHIND_OBJECT = """
Mali Mali PROPN 2 nsubj NNP
declared declare VERB 0 root VBD
envoys envoy NOUN 2 obj NNS
persona persona NOUN 2 obj NN
"""
ADJECTIVE = """
Mali Mali PROPN 2 nsubj NNP
called call VERB 0 root VBD
curfews curfew NOUN 2 obj NNS
heartless heartless ADJ 3 amod JJ
"""
PLURAL = COMPOUND.format(first="strikers", lemma="striker", tag="NNS", second="thugs")
LOADED = COMPOUND.format(first="union", lemma="union", tag="NN", second="mafia")
OBJECT = LOADED.replace("xcomp", "obj")
ONE_NOUN = COMPOUND.format(first="union", lemma="union", tag="NN", second="members")
OTHER_VERB = PLURAL.replace("called call", "made make")
WITH_OBJECT = TWO.replace("Diallo Diallo PROPN 2 xcomp", "Diallo Diallo PROPN 2 obj")


@pytest.mark.parametrize(
    ("lines", "arcs", "why"),
    [
        (PLURAL, [(3, "det"), (1, "obj"), (1, "xcomp")], "a plural is no compound's first half"),
        (LOADED, [(3, "det"), (1, "obj"), (1, "xcomp")], "a loaded word is what somebody is called"),
        (OBJECT, [(3, "det"), (1, "obj"), (1, "xcomp")], "... taken for the object or not"),
        (ONE_NOUN, [(4, "det"), (4, "compound"), (1, "xcomp")], "the members of a union, for all we know"),
        (OTHER_VERB, [(4, "det"), (4, "compound"), (1, "xcomp")], "nobody is called anything"),
        (TWO, [(1, "obj"), (4, "det"), (1, "xcomp")], "both as what somebody is called"),
        (
            FOREIGN,
            [(3, "det"), (1, "obj"), (1, "xcomp"), (4, "flat")],
            "nothing stands before words of another language",
        ),
        (BEHIND_OBJECT, [(1, "obj"), (1, "xcomp")], "the second of two objects"),
        (ADJECTIVE, [(1, "obj"), (1, "xcomp")], "an adjective behind its noun is what that is called"),
        (WITH_OBJECT, [(1, "obj"), (4, "det"), (1, "xcomp")], "nothing to put right"),
    ],
)
def test_who_is_called_so_is_the_object(lines: str, arcs: list[tuple[int, str]], why: str) -> None:
    doc = doc_of(lines)
    mend_called(doc, shipped_lexicon())
    assert [(token.head.i, token.dep_) for token in doc[2:]] == arcs, why

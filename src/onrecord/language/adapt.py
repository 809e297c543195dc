"""Other spaCy pipelines: from ClearNLP relations and OntoNotes names to the labels the stages read.

spaCy's own English models speak ClearNLP (Choi and Palmer 2012, "Guidelines for the CLEAR Style Constituent to
Dependency Conversion"), in which prepositions and copulas head what they introduce and coordinations are chains. Here
the tree is turned to Universal Dependencies, as far as rules can: after de Marneffe et al. 2014, "Universal Stanford
Dependencies".
A Doc that already has UD labels only has its root and its entities renamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language

# ClearNLP relations that only change their name.
_RENAMED = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "neg": "advmod", "poss": "nmod:poss", "possessive": "case", "relcl": "acl:relcl", "prt": "compound:prt",
    "quantmod": "advmod", "npadvmod": "obl:unmarked", "npmod": "obl:unmarked", "intj": "discourse", "meta": "dep",
    "oprd": "xcomp", "predet": "det:predet", "preconj": "cc:preconj", "complm": "mark", "acomp": "xcomp",
    "attr": "xcomp", "num": "nummod", "number": "compound", "nn": "compound", "rcmod": "acl:relcl",
    "tmod": "obl:unmarked", "infmod": "acl", "partmod": "acl", "hmod": "compound", "hyph": "punct", "pobj": "obl",
    "pcomp": "advcl", "prep": "advmod", "agent": "obl:agent",
}  # fmt: skip
_CLEAR_ONLY = frozenset({"dobj", "pobj", "prep", "nsubjpass", "auxpass", "attr", "acomp", "poss", "relcl", "prt"})
_ENTITIES = {
    "PERSON": "PERSON", "PER": "PERSON", "ORGANIZATION": "ORGANIZATION", "ORG": "ORGANIZATION", "PLACE": "PLACE",
    "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "NORP", "MISC": "MISC", "PRODUCT": "MISC", "EVENT": "MISC",
    "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}  # fmt: skip
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_STAYS_WITH_COPULA = frozenset({"attr", "acomp"})


class _Tree:
    """Heads and labels of a Doc, being changed."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]

    def children(self, head: int, *labels: str) -> list[int]:
        """Return the dependents of a word, with one of the labels if any are named."""
        found = [at for at, up in enumerate(self.heads) if up == head and at != head]
        return [at for at in found if not labels or self.labels[at] in labels]

    def replace(self, old: int, new: int) -> None:
        """Put a word in another's place in the tree and hang the other below it."""
        top = self.heads[old] == old
        self.heads[new] = new if top else self.heads[old]
        self.labels[new] = self.labels[old]
        self.heads[old] = new


def adapt(doc: Doc) -> Doc:
    """Return a new Doc with UD relations, lower-case ``root``, and entities PERSON ORGANIZATION PLACE NORP MISC.

    Args:
        doc: a Doc of any English spaCy pipeline with a parser and, if it is to have names, an entity recogniser.
    """
    tree = _Tree(doc)
    if _CLEAR_ONLY.intersection(tree.labels):
        for step in _STEPS:
            step(tree)
    labels = [_RENAMED.get(label, label) if label else "dep" for label in tree.labels]
    labels = [
        "root" if head == at and not doc[at].is_space else label
        for at, (head, label) in enumerate(zip(tree.heads, labels, strict=True))
    ]
    adapted = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=tree.heads,
        deps=labels,
    )
    adapted.ents = tuple(
        Span(adapted, entity.start, entity.end, label=_ENTITIES[entity.label_])
        for entity in doc.ents
        if entity.label_ in _ENTITIES
    )
    return adapted


def _datives(tree: _Tree) -> None:
    """Relabel "dative": a noun is an indirect object, a preposition is a preposition."""
    for at, label in enumerate(tree.labels):
        if label == "dative":
            tree.labels[at] = "prep" if tree.children(at, "pobj") else "iobj"


def _prepositions(tree: _Tree) -> None:
    """Let a preposition's object take its place: "prep + pobj" becomes "obl" or "nmod" with "case"."""
    for at in range(len(tree.labels) - 1, -1, -1):
        if tree.labels[at] not in {"prep", "agent"}:
            continue
        objects = tree.children(at, "pobj", "pcomp", "prep")
        if not objects:
            continue
        new, agent = objects[0], tree.labels[at] == "agent"
        clause = tree.labels[new] == "pcomp"
        tree.replace(at, new)
        tree.labels[at] = "mark" if clause else "case"
        governor = tree.heads[new]
        verbal = governor != new and tree.doc[governor].pos_ in _PREDICATES
        if clause:
            tree.labels[new] = "advcl" if verbal else "acl"
        elif tree.doc[new].pos_ in {"ADV", "SCONJ"}:
            tree.labels[new] = "advmod"
        else:
            tree.labels[new] = "obl:agent" if agent else "obl" if verbal else "nmod"
        for other in tree.children(at):
            tree.heads[other] = new
            if tree.labels[other] in {"pobj", "pcomp"}:
                tree.labels[other] = "conj"


def _copulas(tree: _Tree) -> None:
    """Let what is said of the subject head the clause, and "be" hang on it as "cop"."""
    for at, token in enumerate(tree.doc):
        if token.lemma_ != "be":
            continue
        predicates = tree.children(at, *_STAYS_WITH_COPULA)
        if not predicates:
            continue
        new = predicates[0]
        tree.replace(at, new)
        tree.labels[at] = "cop"
        for other in tree.children(at):
            tree.heads[other] = new


def _coordinations(tree: _Tree) -> None:
    """Hang all conjuncts on the first, and each conjunction on the conjunct that follows it."""
    for at, label in enumerate(tree.labels):
        while label == "conj" and tree.labels[tree.heads[at]] == "conj" and tree.heads[tree.heads[at]] < tree.heads[at]:
            tree.heads[at] = tree.heads[tree.heads[at]]
    for at, label in enumerate(tree.labels):
        if label in {"cc", "punct"}:
            first = tree.heads[at]
            if tree.labels[first] == "conj":
                first = tree.heads[first]
            after = [other for other in tree.children(first, "conj") if other > at > tree.heads[at]]
            if after and (label == "cc" or tree.doc[at].text == ","):
                tree.heads[at] = after[0]


def _passives(tree: _Tree) -> None:
    """Mark the subjects of passives that the other scheme leaves plain."""
    for at, label in enumerate(tree.labels):
        if label in {"nsubj", "csubj"} and tree.children(tree.heads[at], "auxpass", "aux:pass"):
            tree.labels[at] = f"{label}:pass"


_STEPS: tuple[Callable[[_Tree], None], ...] = (_datives, _prepositions, _copulas, _coordinations, _passives)


class OtherPipeline:
    """Another spaCy pipeline behind the interface of `onrecord.language.parser.Parser`."""

    def __init__(self, pipeline: Language) -> None:
        self.pipeline = pipeline
        self.name = f"{pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}"
        self.vocab = pipeline.vocab

    def __call__(self, text: str) -> Doc:
        """Return one text's Doc, adapted."""
        return adapt(self.pipeline(text))

    def read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield an adapted Doc for every text, in order."""
        for doc in self.pipeline.pipe(texts):
            yield adapt(doc)

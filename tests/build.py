"""Docs built by hand: one token a line, so that no test of a stage needs the network."""

from __future__ import annotations

from spacy.lang.en import EnglishDefaults
from spacy.tokens import Doc, Span
from spacy.vocab import create_vocab

_POS_TAGS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "ADJ": "JJ", "ADV": "RB", "ADP": "IN", "DET": "DT",
             "PRON": "PRP", "AUX": "VBD", "PUNCT": ".",
             "NUM": "CD", "CCONJ": "CC", "PART": "TO", "SCONJ": "IN"}  # fmt: skip


def doc_of(conllu_text: str) -> Doc:
    """Make a Doc from CoNLL-U, full (ten columns) or short.

    Short lines have FORM LEMMA UPOS HEAD DEPREL [XPOS [FEATS]], separated by spaces or tabs; HEAD counts tokens of the
    sentence from 1, 0 is the root; a blank line ends a sentence. In full lines MISC may hold SpaceAfter=No. In short
    ones a token is followed by a space unless the next is closing punctuation, n't or 's. An extra last field
    `ent=PERSON` (B-, I- optional) marks an entity. Text lines starting with # are skipped; multiword ranges too.
    """
    rows: list[list[str]] = []
    starts: list[int] = []
    for block in _blocks(conllu_text):
        starts.append(len(rows))
        offset = len(rows)
        for row in block:
            head = int(row[3])
            row[3] = str(len(rows) if head == 0 else offset + head - 1)
            rows.append(row)
    words = [row[0] for row in rows]
    doc = Doc(
        create_vocab("en", EnglishDefaults),  # a bare one would not know the lower case of a word
        words=words,
        spaces=[row[7] != "No" for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[5] for row in rows],
        morphs=["" if row[6] == "_" else row[6] for row in rows],
        heads=[int(row[3]) for row in rows],
        deps=[row[4] for row in rows],
        sent_starts=[i in set(starts) for i in range(len(rows))],
    )
    doc.set_ents(_entities(doc, [row[8] for row in rows]))
    return doc


def _blocks(text: str) -> list[list[list[str]]]:
    blocks: list[list[list[str]]] = [[]]
    for line in text.strip("\n").splitlines():
        fields = line.split("\t") if line.count("\t") > 6 else line.split()
        if not fields:
            blocks.append([])
        elif not fields[0].startswith("#") and not (len(fields) > 7 and ("-" in fields[0] or "." in fields[0])):
            blocks[-1].append(_row(fields))
    blocks = [block for block in blocks if block]
    for block in blocks:
        for row, following in zip(block, [*block[1:], None], strict=True):
            if row[7] == "auto":
                row[7] = "No" if following is not None and _clings(following) else "Yes"
    return blocks


def _clings(row: list[str]) -> bool:
    return row[0] in {"n't", "'s", "’s", ",", ".", ";", ":", "?", "!", ")", "”"}


def _row(fields: list[str]) -> list[str]:
    """FORM LEMMA UPOS HEAD DEPREL XPOS FEATS SPACE ENT."""
    if len(fields) >= 10 and fields[0].isdigit():
        space = "No" if "SpaceAfter=No" in fields[9] else "Yes"
        return [fields[1], fields[2], fields[3], fields[6], fields[7], fields[4], fields[5], space, ""]
    ent = ""
    if fields[-1].startswith("ent="):
        ent = fields[-1].removeprefix("ent=")
        fields = fields[:-1]
    tag = fields[5] if len(fields) > 5 else _POS_TAGS.get(fields[2], "XX")
    feats = fields[6] if len(fields) > 6 else "_"
    return [*fields[:5], tag, feats, "auto", ent]


def _entities(doc: Doc, labels: list[str]) -> list[Span]:
    spans: list[Span] = []
    for i, label in enumerate(labels):
        name = label.removeprefix("B-").removeprefix("I-")
        last = spans[-1] if spans else None
        if name and last is not None and last.end == i and last.label_ == name and not label.startswith("B-"):
            spans[-1] = Span(doc, last.start, i + 1, label=name)
        elif name:
            spans.append(Span(doc, i, i + 1, label=name))
    return spans

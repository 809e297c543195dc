"""Roughen clean sentences the way raw news is rough: quotes, headline casing, lost full stops, datelines."""

from __future__ import annotations

import random
from dataclasses import replace

from training.data import TAGS, Sentence

_CURLY = {'"': "“", "''": "”", "``": "“", "'": "’"}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def _requote(forms: tuple[str, ...], *, curly: bool) -> tuple[str, ...]:
    if curly:
        return tuple(_CURLY.get(form, form.replace("'", "’")) for form in forms)
    return tuple("".join(_STRAIGHT.get(c, c) for c in form) if not form.isascii() else form for form in forms)


def _recase(sentence: Sentence, rng: random.Random) -> Sentence:
    chance = rng.random()
    how = str.upper if chance < 0.5 else str.lower if chance < 0.7 else lambda f: f[:1].upper() + f[1:]
    forms = tuple(how(form) for form in sentence.forms)
    columns = sentence.columns
    if columns:
        columns = (*columns[:3], ("?",) * len(forms), columns[4])
    return replace(sentence, forms=forms, columns=columns)


def _drop_stop(sentence: Sentence) -> Sentence:
    last = len(sentence.forms) - 1
    if last < 1 or sentence.forms[-1] not in {".", "!", "?"} or last in sentence.heads:
        return sentence
    columns = tuple(column[:-1] for column in sentence.columns)
    heads = sentence.heads[:-1]
    if sentence.parsed and -1 not in heads:
        return sentence
    return replace(
        sentence,
        forms=sentence.forms[:-1],
        spaced=sentence.spaced[:-1],
        names=sentence.names[:-1],
        heads=heads,
        columns=columns,
    )


DATELINE_CITIES = (
    "WASHINGTON", "BEIRUT", "LONDON", "MOSCOW", "BAGHDAD", "KABUL", "GENEVA", "PARIS", "CAIRO", "JERUSALEM",
    "NAIROBI", "BEIJING", "TEHRAN", "KYIV", "ANKARA", "NEW YORK", "UNITED NATIONS", "Aleppo", "Gaza", "Amman",
)  # fmt: skip
DATELINE_AGENCIES = ("AP", "Reuters", "AFP", "BNO", "Xinhua", "CNN")


def _with_dateline(sentence: Sentence, rng: random.Random) -> Sentence:
    """Put "CITY (AGENCY) —" before a sentence; the words added carry no loss for arcs."""
    city = rng.choice(DATELINE_CITIES).split()
    agency = ["(", rng.choice(DATELINE_AGENCIES), ")"] if rng.random() < 0.7 else []
    dash = rng.choice(("—", "–", "-", "--", ":"))
    forms = (*city, *agency, dash)
    bit = {tag: 1 << index for index, tag in enumerate(TAGS)}
    places = [bit["U-PLACE"]] if len(city) == 1 else [bit["B-PLACE"], bit["L-PLACE"]]
    names = (*places, *([bit["O"], bit["U-ORGANIZATION"], bit["O"]] if agency else []), bit["O"])
    spaced = (*([True] * len(city)), *([True, False, False] if agency else []), dash != ":")
    upos = tuple("PUNCT" if form in "(—–---:)" else "PROPN" for form in forms)
    xpos = tuple(
        {"(": "-LRB-", ")": "-RRB-", "PROPN": "NNP"}.get(f if f in "()" else u, ":")
        for f, u in zip(forms, upos, strict=True)
    )
    nothing = ("?",) * len(forms)
    added = (upos, xpos, nothing, nothing, nothing)
    columns = tuple(new + old for new, old in zip(added, sentence.columns, strict=False))
    heads = (-2,) * len(forms) + tuple(head + len(forms) if head >= 0 else head for head in sentence.heads)
    return replace(
        sentence,
        forms=forms + sentence.forms,
        spaced=spaced + sentence.spaced,
        names=names + sentence.names,
        heads=heads if sentence.parsed else (),
        columns=columns,
    )


def with_noise(window: list[Sentence], rng: random.Random, share: float) -> list[Sentence]:
    """Return a window roughened as raw news is: quotes, headline casing, lost full stops, datelines."""
    if rng.random() < 3 * share:
        curly = rng.random() < 0.7
        window = [replace(sentence, forms=_requote(sentence.forms, curly=curly)) for sentence in window]
    noisy = []
    for index, clean in enumerate(window):
        rough = _recase(clean, rng) if rng.random() < share / 2 else clean
        if rng.random() < (share / 2 if index == len(window) - 1 else share / 8):
            rough = _drop_stop(rough)
        if not index and clean.paragraph and rng.random() < share / 2:
            rough = _with_dateline(rough, rng)
        noisy.append(rough)
    return noisy

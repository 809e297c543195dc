"""Lemmas as edit scripts: the network chooses a script, the script makes the lemma of the form.

A script is ``mode|cut|suffix``: lower the form (``l``), keep its case (``k``) or write it as a title (``t``), cut so
many characters off its end, add the suffix. ``=|word`` gives the lemma itself ("was" to "be").
Method: shortest edit scripts as in UDPipe 2 (Straka 2018, "UDPipe 2.0 Prototype at CoNLL 2018"), suffixes only.
"""

from __future__ import annotations


def lemma_script(form: str, lemma: str) -> str:
    """Return the script that turns a form into its lemma."""
    low_form, low_lemma = form.lower(), lemma.lower()
    common = 0
    while common < min(len(low_form), len(low_lemma)) and low_form[common] == low_lemma[common]:
        common += 1
    if common == 0 or (len(low_form) != len(form)):
        return f"=|{lemma}"
    cut, suffix = len(form) - common, lemma[common:]
    for mode in "lkt":
        script = f"{mode}|{cut}|{suffix}"
        if apply_script(script, form) == lemma:
            return script
    return f"=|{lemma}"


def apply_script(script: str, form: str) -> str:
    """Return the lemma that a script makes of a form; the form itself where nothing would be left."""
    mode, rest = script.split("|", 1)
    if mode == "=":
        return rest
    count, suffix = rest.split("|", 1)
    cut = int(count)
    if cut >= len(form) and not suffix:
        return form
    stem = form[: len(form) - cut] if cut < len(form) else ""
    if mode == "l":
        stem = stem.lower()
    elif mode == "t":
        stem = stem[:1].upper() + stem[1:].lower()
    return stem + suffix

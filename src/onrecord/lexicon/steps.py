"""The steps of which the paths of event entries are made: `obj/of` as its steps, and what is no step.

A step is one of the names below, or a preposition in small letters, of several words joined by "_" ("in_front_of").
What looks like a preposition and is the name of something else would lead nowhere, without a word of it.
"""

from __future__ import annotations

import re
from functools import cache

PathSteps = tuple[str, ...]

STEPS = frozenset(
    {
        "subj", "obj", "iobj", "poss", "mod", "xcomp", "not_xcomp", "ccomp", "advmod", "advcl", "acl", "relcl", "aux",
        "light", "self", "head", "mark", "prt", "cop", "case", "det",
    }
)  # fmt: skip
# Relations of Universal Dependencies that are no steps.
_RELATIONS = frozenset(
    {
        "amod", "appos", "cc", "clf", "compound", "conj", "csubj", "dep", "discourse", "dislocated", "expl", "fixed",
        "flat", "goeswith", "list", "nmod", "nsubj", "nummod", "obl", "orphan", "parataxis", "punct", "reparandum",
        "root", "vocative",
    }
)  # fmt: skip
_PREPOSITION = re.compile(r"[a-z]+(_[a-z]+)*")


@cache
def path_steps(path: str) -> PathSteps:
    """`obj/of` as its steps."""
    return tuple(path.split("/"))


@cache
def no_step(path: str, fields: frozenset[str]) -> str | None:
    """The first step of a path that is none; None if all are. Names of an entry's own `fields` are none."""
    named = _RELATIONS | fields
    kept = (step for step in path_steps(path) if step not in STEPS)
    return next((step for step in kept if step in named or not _PREPOSITION.fullmatch(step)), None)

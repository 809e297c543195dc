"""Who does what to whom, by syntax alone: pure functions over a Doc with Universal Dependencies labels.

Subjects and objects are the logical ones: through passives, control and raising, relative clauses, participles and
coordination. Words are never named here, but for the forms that the annotation scheme itself fixes.
"""

from onrecord.language.grammar.objects import indirect_objects, logical_objects, prep_objects
from onrecord.language.grammar.phrases import full_phrase, phrase, stands_alone, thing_phrase, whole_phrase
from onrecord.language.grammar.subjects import (
    is_denied,
    logical_subjects,
    several_together,
    single_subjects,
    surface_subjects,
)
from onrecord.language.grammar.tree import (
    antecedent,
    children,
    conjuncts,
    conjuncts_below,
    expand,
    is_clause,
    is_definite,
    is_each_other,
    is_nominal,
    preposition,
)
from onrecord.language.grammar.verbs import (
    WHETHER,
    arranged_by,
    has_modal,
    has_particle,
    has_to,
    is_asserted,
    is_negative,
    is_only,
    is_passive,
    is_perfect,
    is_predicate,
    is_reflexive,
    names_nobody,
    negation,
    no_longer,
    says_there_is_more,
    tells_who_did,
)

__all__ = [
    "WHETHER",
    "antecedent",
    "arranged_by",
    "children",
    "conjuncts",
    "conjuncts_below",
    "expand",
    "full_phrase",
    "has_modal",
    "has_particle",
    "has_to",
    "indirect_objects",
    "is_asserted",
    "is_clause",
    "is_definite",
    "is_denied",
    "is_each_other",
    "is_negative",
    "is_nominal",
    "is_only",
    "is_passive",
    "is_perfect",
    "is_predicate",
    "is_reflexive",
    "logical_objects",
    "logical_subjects",
    "names_nobody",
    "negation",
    "no_longer",
    "phrase",
    "prep_objects",
    "preposition",
    "says_there_is_more",
    "several_together",
    "single_subjects",
    "stands_alone",
    "surface_subjects",
    "tells_who_did",
    "thing_phrase",
    "whole_phrase",
]
